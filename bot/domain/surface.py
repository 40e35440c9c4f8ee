"""Kinds of things that show changing state and must be painted again when it changes."""

from enum import StrEnum


class SurfaceKind(StrEnum):
    MESSAGE = "message"
    HOME = "home"
