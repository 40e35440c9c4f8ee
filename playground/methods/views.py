"""views.*: modals and the Home."""

from playground.arguments import Arguments
from playground.forms import as_view
from playground.model import View
from playground.refusals import Refused, invalid_arguments
from playground.shapes import Json
from playground.world import World


def open_view(world: World, args: Arguments) -> Json:
    person = _redeemed(world, args)
    return _answer(world, world.screens.open(person, _view(args)))


def push(world: World, args: Arguments) -> Json:
    person = _redeemed(world, args)
    return _answer(world, world.screens.push(person, _view(args)))


def update(world: World, args: Arguments) -> Json:
    if not args.text("view_id") and not args.text("external_id"):
        raise invalid_arguments("missing required field: view_id")
    view = world.screens.find(args.text("view_id"), args.text("external_id"))
    return _answer(world, world.screens.update(view, _view(args), expected=args.text("hash") or None))


def publish(world: World, args: Arguments) -> Json:
    if not world.manifest.home_tab:
        raise Refused("not_enabled")
    member = world.workspace.members.get(args.text("user_id"))
    if member is None:
        raise invalid_arguments("no such user [json-pointer:/user_id]")
    return _answer(world, world.screens.publish(member.id, _view(args), expected=args.text("hash") or None))


def _redeemed(world: World, args: Arguments) -> str:
    """The trigger is used up even where the view is then refused (not documented)."""
    if missing := args.missing(("trigger_id",)):
        raise invalid_arguments(*(f"missing required field: {name}" for name in missing))
    return world.triggers.redeem(args.text("trigger_id"))


def _view(args: Arguments) -> Json:
    view = args.json("view", "must be valid json")
    if not isinstance(view, dict):
        raise invalid_arguments("must provide an object [json-pointer:/view]")
    return view


def _answer(world: World, view: View) -> Json:
    return {"view": as_view(world.workspace, view)}
