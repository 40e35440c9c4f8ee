"""What messages about rounds say, read from today's facts."""

from collections import Counter
from typing import Final

from bot.domain.group_sayings import PromiseLine, RoundDigest, RoundGuide, RoundNudge, RoundOpened, RoundPrivate
from bot.domain.groups import questions_of
from bot.domain.ids import MemberId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.promises import beside_promise
from bot.domain.rounds import PromiseState, RoundState
from bot.domain.sayings import Saying, Untrue
from bot.domain.turn import Turn
from bot.services import group_faces
from storage import groups, membership, round_words, rounds
from storage import member as members
from storage.groups import GroupRecord
from storage.message import NoticeRecord
from storage.rounds import RoundRecord
from storage.session import Session

STILL_OPEN: Final = (PromiseState.MADE, PromiseState.GOING)


def opened(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    round, group = _of(session, notice)
    seats = rounds.seats(session, [round.id])[round.id]
    leads = members.by_id(session, round.facilitator_id) if round.facilitator_id else None
    return RoundOpened(
        notice=notice.id,
        round=round.id,
        name=group.name,
        questions=questions_of(round.questions or group.questions),
        leads=leads.name if leads else "",
        closes_at=round.closes_at,
        heard=sum(each.heard for each in seats),
        asked=len(seats),
        room=group.room,
        state=round.state,
        over=group.over,
        zone=group.zone,
    )


def digest(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """Names and words are those of people who gave leave, and as it stands today."""
    round, group = _of(session, notice)
    seats = rounds.seats(session, [round.id])[round.id]
    named = _named(session, group)
    heard = [each.member_id for each in seats if each.heard]
    said = round_words.said_to_all(session, round.id, list(named))
    before = rounds.closed_before(session, round)
    last = Counter(each.state for each in round_words.promises(session, [before.id])) if before else Counter()
    coming = [each for each in rounds.latest(session, [group.id], 1)[group.id] if each.state is RoundState.SCHEDULED]
    leads = coming[0].facilitator_id if coming else None
    return RoundDigest(
        notice=notice.id,
        round=coming[0].id if coming else None,
        name=group.name,
        heard=len(heard),
        asked=len(seats),
        quotes=tuple((named[author], beside) for author, words in said if (beside := beside_promise(words))),
        unnamed=sum(each.said_at is not None and each.member_id not in named for each in seats),
        promises=tuple(
            PromiseLine(name=named.get(each.member_id, ""), words=each.words if each.member_id in named else "")
            for each in round_words.promises(session, [round.id])
        ),
        last=tuple(sorted(last.items())),
        next_at=group_faces.next_opening(session, turn, group),
        leads=members.by_id(session, leads).name if leads else "",
        facilitation=group.facilitation,
        room=group.room,
        zone=group.zone,
    )


def guide(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """Open ends are of the last round; the names of the silent are in none of this."""
    round, group = _of(session, notice)
    before = rounds.closed_before(session, round)
    seats = rounds.seats(session, [before.id])[before.id] if before else []
    made = round_words.promises(session, [before.id]) if before else []
    still_open = [each for each in made if each.state in STILL_OPEN]
    named = _named(session, group)
    mine = round.facilitator_id == notice.hearer
    leads = members.by_id(session, round.facilitator_id).name if round.facilitator_id and not mine else ""
    return RoundGuide(
        notice=notice.id,
        round=round.id,
        name=group.name,
        opens_at=round.opens_at,
        questions=questions_of(group.questions),
        joined=len(membership.joined(session, group.id)),
        heard=sum(each.heard for each in seats),
        asked=len(seats),
        open_ends=tuple(
            PromiseLine(name=named[each.member_id], words=each.words) for each in still_open if each.member_id in named
        ),
        others=sum(each.member_id not in named for each in still_open),
        leads=leads,
        coordinator=group_faces.coordinator_of(session, group),
        state=round.state,
        over=group.over or (not mine and not leads),
    )


def nudge(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    round, group = _of(session, notice)
    mine = [each for each in rounds.seats(session, [round.id])[round.id] if each.member_id == notice.hearer]
    place = membership.one(session, group.id, notice.hearer)
    gone = place is None or place.state is not MembershipState.JOINED
    return RoundNudge(
        notice=notice.id,
        round=round.id,
        group=group.id,
        name=group.name,
        channel=group.channel_name,
        closes_at=round.closes_at or round.opens_at,
        room=group.room,
        settled=gone or group.over or round.state is not RoundState.OPEN or any(each.heard for each in mine),
    )


def private(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    round, group = _of(session, notice)
    said = round_words.said_to(session, round.id, notice.hearer)
    return RoundPrivate(notice=notice.id, round=round.id, name=group.name, waiting=bool(said))


def _of(session: Session, notice: NoticeRecord) -> tuple[RoundRecord, GroupRecord]:
    round = rounds.by_id(session, RoundId(notice.about))
    assert round is not None
    return round, groups.by_id(session, notice.gathering)


def _named(session: Session, group: GroupRecord) -> dict[MemberId, str]:
    """Those who gave leave to be named and quoted, with their names, whether they are still in the group or not."""
    people = membership.of_groups(session, [group.id])[group.id]
    return {each.member.id: each.member.name for each in people if each.named}
