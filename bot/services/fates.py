"""What became of messages: said, refused, lost; and what follows from each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import next_working_moment
from bot.domain.groups import Room, Whereabouts
from bot.domain.ids import EncounterId, MemberId, MessageId
from bot.domain.notice import LOOKED_AFTER, NOTICES, Fate, NoticeKind, NoticeState
from bot.domain.sayings import Outgoing, Place
from bot.domain.turn import Caller, Turn
from bot.services import encounters, hearers, reviewers
from bot.services import whereabouts as whereabouts_of
from bot.services.calendar import hours_of
from bot.services.delivery import MENDED
from bot.services.happened import happened, introduced
from bot.services.repainting import again
from storage import coordinator as coordinators
from storage import groups
from storage import member as members
from storage import message as messages
from storage import pairing as pairings
from storage import surface as surfaces
from storage import workspace as workspaces
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.session import Session

LOOK_AFTER: Final = timedelta(seconds=60)
"""How long after a lost answer a DM is searched for the message."""

BACKOFF: Final = (timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
STOPPED: Final = timedelta(minutes=10)
REMEMBERED: Final = timedelta(days=30)
"""For how long something waits that could not be said to a person."""

TRIES: Final = 12
"""Attempts after which such a message is given up."""


def sent(session: Session, turn: Turn, said: Mapping[MessageId, Place]) -> None:
    """They stand in Slack: their notices are said, and what they say has happened."""
    carried = _locked_together(session, said)
    before = messages.by_ids(session, said)
    new = {message: place for message, place in said.items() if before[message].state is not NoticeState.SENT}
    if not new:
        return
    messages.sent(session, new, turn.now)
    notices = [(notice, place) for message, place in new.items() for notice in carried.get(message, ())]
    _surfaces_behind(session, turn, [notice for notice, _ in notices])
    surfaces.add(session, turn, {message: place.shows for message, place in new.items()})
    happened(session, turn, notices)
    looked_after = {each.within for each, _ in notices if each.pairing_id and each.kind in LOOKED_AFTER}
    pairings.look_at(session, dict.fromkeys(sorted(looked_after), turn.now))
    groups.look_at(session, {each.gathering: turn.now for each, _ in notices if each.group_id})


def _surfaces_behind(session: Session, turn: Turn, carried: Sequence[NoticeRecord]) -> None:
    """A prompt said again in a reminder: the messages before it say so. The reminder itself is none of them yet."""
    behind = [each.subject_id for each in carried if each.kind is NoticeKind.REMINDER and each.subject_id]
    surfaces.want(session, turn, behind)


def try_again(session: Session, turn: Turn, message: MessageId, *, why: str, seconds: float | None) -> None:
    """Not taken this time: again after `seconds`, or after a pause that grows with the attempts."""
    carried = _locked(session, message)
    attempts = max((each.attempts for each in carried), default=0)
    pause = timedelta(seconds=seconds) if seconds is not None else BACKOFF[min(attempts, len(BACKOFF) - 1)]
    messages.back(session, message, at=turn.now + pause, why=why)


def nobody_there(session: Session, turn: Turn, message: MessageId, *, why: str) -> None:
    """Never: the person is marked unreachable, which the rules look at."""
    carried = _locked_with_all(session, message)
    if _introduces(carried) and _tries(carried) < TRIES:  # somebody among several: it is known soon who
        messages.back(session, message, at=turn.now + MENDED, why=why)
        return
    messages.refused(session, message, why)
    for member in {each.member_id for each in carried if each.member_id}:
        unreachable(session, turn, member)
    _introduce_tomorrow(session, turn, carried)


def place_lost(session: Session, turn: Turn, message: MessageId, *, why: str, whereabouts: Whereabouts) -> None:
    """A group's channel takes nothing any more: the group stands still until it does, and its coordinator hears."""
    carried = _locked(session, message)
    messages.refused(session, message, why)
    for group in sorted({each.gathering for each in carried if each.group_id}):
        whereabouts_of.lose(session, turn, group, whereabouts)


def undeliverable(session: Session, turn: Turn, message: MessageId, *, why: str) -> None:
    """Not so: something is wrong with what we say, which is nobody's fault but ours. It is tried again for hours."""
    carried = _locked(session, message)
    if any(each.member_id or each.group_id for each in carried) and _tries(carried) < TRIES:
        messages.back(session, message, at=turn.now + MENDED, why=why)
    else:
        messages.refused(session, message, why)
    _introduce_tomorrow(session, turn, carried)


def _introduces(carried: Sequence[NoticeRecord]) -> bool:
    """Whether it brings together the people of a rotation's round."""
    return any(each.kind is NoticeKind.ROTATION_MEETING for each in carried)


def _tries(carried: Sequence[NoticeRecord]) -> int:
    return max(each.attempts for each in carried)


def _introduce_tomorrow(session: Session, turn: Turn, carried: Sequence[NoticeRecord]) -> None:
    """The group cannot be opened today; the introduction is planned anew."""
    for notice in carried:
        if notice.member_id is None and notice.pairing_id is not None:
            tomorrow = turn.now + timedelta(days=1)
            pairings.change(session, notice.pairing_id, introducing_at=None, next_look_at=tomorrow)


def unreachable(session: Session, turn: Turn, member: MemberId) -> None:
    """A person who cannot be written to: *gone* brings each of their pairings to the coordinator, and in cases and
    formed groups that they hear of it is the next one's turn."""
    pairings.look_at_all_of(session, member, turn.now)
    groups.look_at_all_of(session, member, turn.now)
    members.change(session, member, reachable=False)
    hearers.changed(session, turn, member)
    reviewers.gone(session, turn, member)


def returned(session: Session, caller: Caller, turn: Turn) -> None:
    """Somebody who was held to be unreachable has done something."""
    member = members.find(session, caller.person)
    if member is not None and not member.reachable:
        reachable_again(session, turn, member)


def reachable_again(session: Session, turn: Turn, member: MemberRecord) -> None:
    """What waited for them goes on, and what could not be said lately is said if it is still true."""
    pairings.look_at_all_of(session, member.id, turn.now)
    groups.look_at_all_of(session, member.id, turn.now)
    members.change(session, member.id, reachable=True)
    hearers.changed(session, turn, member.id)
    at = next_working_moment(hours_of(member, turn.now), turn.now)
    heard_of = coordinators.pairings_of(session, member.id)
    messages.revive(session, member.id, heard_of, since=turn.now - REMEMBERED, at=at)


def lost(session: Session, turn: Turn, message: MessageId) -> None:
    """Nobody knows whether it arrived."""
    messages.unknown(session, message, look_at=turn.now + LOOK_AFTER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A message of unknown fate, as it would be said, since when to look for it, and what its kind allows."""

    outgoing: Outgoing
    since: datetime
    fate: Fate


def doubtful(session: Session, turn: Turn) -> list[MessageId]:
    """Messages still on their way when their lease ended, and those whose time to be looked for has come.

    A lease is as long as Slack may need to show the message. They are leased again, so that one replica looks.
    """
    lapsed = [message.id for message in messages.lapsed(session, turn.now)]
    for message in lapsed:
        messages.unknown(session, message, look_at=turn.now + LOOK_AFTER)
    return lapsed


def doubt(session: Session, turn: Turn, message: MessageId) -> Doubt:
    found = messages.by_id(session, message)
    outgoing = again(session, turn, message)
    fates = {NOTICES[each.kind].fate for each in messages.notices_of(session, message)}
    fate = Fate.LOOK if Fate.LOOK in fates else fates.pop()
    if found.group_id is not None and groups.by_id(session, found.group_id).room is Room.DIRECT:
        fate = Fate.REPEAT  # what is said in a group DM is never read
    return Doubt(outgoing=outgoing, since=found.claimed_at - timedelta(seconds=5), fate=fate)


def not_found(session: Session, turn: Turn, message: MessageId, fate: Fate) -> None:
    """It is not in the DM, or cannot be looked for: said again if its kind allows, else shown to the coordinator."""
    carried = _locked(session, message)
    if fate is Fate.LOOK:
        messages.back(session, message, at=turn.now, why="fate unknown")
    elif fate is Fate.REPEAT and messages.by_id(session, message).repeats == 0:
        messages.repeat(session, message, at=turn.now, why="fate unknown")
    else:
        messages.refused(session, message, "fate unknown")
        for notice in carried:
            if notice.kind is NoticeKind.INTRODUCTION:
                introduced(session, turn, notice, Place(conversation="", stamp=""))
                assert notice.pairing_id is not None
                pairings.look_at(session, {notice.pairing_id: turn.now})
            if notice.kind is NoticeKind.ROTATION_MEETING:
                encounters.introduced(session, turn, EncounterId(notice.about), Place(conversation="", stamp=""))


def stop_workspace(session: Session, turn: Turn, message: MessageId, *, why: str) -> None:
    """The token is no longer good: nothing is lost, and nothing is tried until the workspace is served again."""
    messages.back(session, message, at=turn.now + STOPPED, why=why)
    workspaces.stop(session, why)


def _locked(session: Session, message: MessageId) -> list[NoticeRecord]:
    """What a message carries, under the locks of its pairings and groups."""
    carried = messages.notices_of(session, message)
    pairings.lock(session, sorted({each.pairing_id for each in carried if each.pairing_id}))
    groups.lock(session, {each.gathering for each in carried if each.group_id})
    return carried


def _locked_with_all(session: Session, message: MessageId) -> list[NoticeRecord]:
    """The same under the locks of all pairings of those it is for."""
    carried = messages.notices_of(session, message)
    _lock(session, carried, {each.member_id for each in carried if each.member_id})
    return carried


def _locked_together(session: Session, ids: Collection[MessageId]) -> dict[MessageId, list[NoticeRecord]]:
    """What several messages carry, under the same locks and those of all pairings of whoever is greeted."""
    carried = messages.carried(session, ids)
    notices = [notice for theirs in carried.values() for notice in theirs]
    _lock(session, notices, {each.hearer for each in notices if each.kind is NoticeKind.FIRST_WORD})
    return carried


def _lock(session: Session, notices: Sequence[NoticeRecord], with_all_of: Collection[MemberId]) -> None:
    """Taken at once, since locks have one order."""
    wanted = {each.pairing_id for each in notices if each.pairing_id}
    for member in with_all_of:
        wanted.update(pairings.of_member(session, member, pairings.LIVING))
    pairings.lock(session, sorted(wanted))
    groups.lock(session, {each.gathering for each in notices if each.group_id})
