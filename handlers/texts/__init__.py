"""The sentences: gettext catalogues, one per language, and how to say them."""

from handlers.texts.catalogue import LANGUAGES, Texts, of

__all__ = ["LANGUAGES", "Texts", "of"]
