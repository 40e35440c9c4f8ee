"""users.* and what the app can ask of itself: auth.test, team.info, apps.connections.open."""

from itertools import islice
from typing import Final

from playground.arguments import Arguments
from playground.forms import as_user
from playground.methods.paging import next_page, start_of_page
from playground.model import Member, MemberKind
from playground.refusals import Refused
from playground.shapes import Json
from playground.world import World

_LONGEST_PAGE: Final = 1000


def who_am_i(world: World, _: Arguments) -> Json:
    workspace = world.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": "Playground",
        "user": workspace.bot.handle,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(world: World, _: Arguments) -> Json:
    ticket = world.sockets.ticket()
    return {"url": f"{world.address.websocket}/link/?ticket={ticket}&app_id={world.workspace.app_id}"}


def show_team(world: World, _: Arguments) -> Json:
    return {"team": {**world.workspace.team(), "name": "Playground", "email_domain": ""}}


def show(world: World, args: Arguments) -> Json:
    member = world.workspace.members.get(args.text("user"))
    if member is None:
        raise Refused("user_not_found")
    return {"user": _written(world, args, member)}


def everyone(world: World, args: Arguments) -> Json:
    """Bots, Slackbot, guests and the deactivated are in it too."""
    start, limit = start_of_page(args), min(args.number("limit", _LONGEST_PAGE), _LONGEST_PAGE)
    page = [_written(world, args, each) for each in islice(world.workspace.members.values(), start, start + limit)]
    more = start + limit < len(world.workspace.members)
    return {
        "members": page,
        "cache_ts": int(world.workspace.clock.now().timestamp()),
        **next_page(str(start + limit) if more else ""),
    }


def with_email(world: World, args: Arguments) -> Json:
    """Nobody is found who is deactivated or of another workspace."""
    member = world.workspace.with_email(args.text("email"))
    if member is None or member.deleted or member.kind is MemberKind.STRANGER:
        raise Refused("users_not_found")
    return {"user": _written(world, args, member)}


def _written(world: World, args: Arguments, member: Member) -> Json:
    """The app's own user also tells which app it is of."""
    written = as_user(
        member,
        now=world.workspace.clock.now(),
        with_email="users:read.email" in world.manifest.scopes,
        with_locale=args.flag("include_locale"),
    )
    if member is world.workspace.bot:
        written["profile"] |= {"api_app_id": world.workspace.app_id, "bot_id": world.workspace.bot_id}
    return written
