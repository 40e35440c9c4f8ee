"""Cases of groups: opened, ended, and as a coordinator sees them."""

from collections.abc import Sequence

from bot.domain.calendar import local_day
from bot.domain.case import CaseState, Rule
from bot.domain.case_sayings import CaseCard, Happened
from bot.domain.forming import SMALLEST
from bot.domain.group_health import GroupCaseEnds, GroupCaseOpens, GroupClimbStarts, HealthChange, shrank
from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from bot.services import cases
from bot.services.calendar import hours_of
from storage import case as stored
from storage import group_climbs, groups, membership, rounds
from storage import member as members
from storage import notice as notices
from storage import programme as programmes
from storage.case import CaseRecord
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.notice import ToSay
from storage.session import Session

SHOWN = 4
"""Rounds on a card."""

HELD = (CaseState.TAKEN, CaseState.SNOOZED)


def save(session: Session, turn: Turn, group: GroupId, change: HealthChange) -> None:
    """What the rules say of a group's health. Needs the group's lock."""
    match change:
        case GroupClimbStarts():
            climb = group_climbs.start(session, turn, group, change.member, rule=change.rule, case_at=change.case_at)
            if change.word_at is not None:
                _say_the_word(session, turn, group, change, str(climb))
        case GroupCaseOpens():
            if change.climb is not None:
                stored.reach_case(session, change.climb)
            cases.open_case(
                session,
                turn,
                key=key_of(group, change.rule, change.member),
                group=group,
                member=change.member,
                rule=change.rule,
                since=change.since,
                checkins=change.rounds,
            )
        case GroupCaseEnds():
            if change.climb is not None:
                stored.end_climb(session, change.climb, turn.now)
            cases.end_climb(session, turn, key=key_of(group, change.rule, change.member))


def key_of(group: GroupId, rule: Rule, member: MemberId | None) -> str:
    return f"group:{group}:{rule}:{member or ''}"


def shrunk(session: Session, turn: Turn, group: GroupRecord, *, before: int, left: int) -> None:
    """Somebody went, so that too few are left for a peer group. Needs its lock."""
    if group.kind is ProgrammeKind.PEER_GROUP and not group.over and shrank(before, left):
        save(
            session,
            turn,
            group.id,
            GroupCaseOpens(rule=Rule.GROUP_SMALL, member=None, since=turn.now, rounds=left),
        )


def grown(session: Session, turn: Turn, group: GroupRecord, inside: int) -> None:
    """Somebody came, so that a peer group is large enough again. Needs its lock."""
    if group.kind is ProgrammeKind.PEER_GROUP and inside >= SMALLEST:
        save(session, turn, group.id, GroupCaseEnds(rule=Rule.GROUP_SMALL, member=None))


def group_over(session: Session, turn: Turn, group: GroupId) -> None:
    """What its silence was worth is worth nothing now. Needs its lock."""
    group_climbs.end_all(session, group, turn.now)
    cases.close_all(session, turn, stored.waiting_of_group(session, group))


def people(session: Session, case: CaseRecord) -> list[MemberRecord]:
    """Who can be written to: whomever it is about, or everybody in the group."""
    assert case.group_id is not None
    if case.member_id is not None:
        about = [members.by_id(session, case.member_id)]
    else:
        about = [each.member for each in membership.joined(session, case.group_id)]
    return [each for each in about if each.reachable]


def title_of(session: Session, case: CaseRecord) -> tuple[str, ...]:
    """Whom it is about, in few words: a member of the group, or the group."""
    assert case.group_id is not None
    name = groups.by_id(session, case.group_id).name
    return (members.by_id(session, case.member_id).name, name) if case.member_id else (name,)


def card(
    session: Session,
    turn: Turn,
    hearer: MemberRecord,
    found: CaseRecord,
    theirs: Sequence[MemberRecord],
    *,
    notice: NoticeRecord | None,
) -> CaseCard:
    """A case as one of its hearers, `theirs`, sees it: numbers of the last rounds, and the name of nobody else."""
    assert found.group_id is not None
    group = groups.by_id(session, found.group_id)
    hours = hours_of(hearer, turn.now)
    told = [each.id for each in theirs[: found.told]]
    before = told.index(hearer.id) if hearer.id in told else 0
    who = members.by_id(session, found.member_id) if found.member_id else None
    return CaseCard(
        notice=notice.id if notice else None,
        case=found.id,
        code=found.code,
        programme=programmes.name_of(session, found.programme_id),
        rule=found.rule,
        state=found.state,
        owner=next((each.name for each in theirs if each.id == found.owner_id), ""),
        owner_id=found.owner_id,
        anothers=found.state in HELD and found.owner_id not in (None, hearer.id),
        stepped_on=local_day(hours, found.stepped_at),
        over=group.over or not _is_in(session, group, found.member_id),
        never_met_since=None,
        silent_since=None,
        writable=bool(people(session, found)),
        mentors=title_of(session, found)[:-1],
        mentee=group.name,
        gone=(who.name,) if who is not None and not who.reachable else (),
        since=local_day(hours, found.since),
        unanswered=found.checkins,
        opened_on=local_day(hours, found.opened_at),
        snoozed_until=local_day(hours, found.snoozed_until) if found.snoozed_until else None,
        climbing=found.climbing,
        happened=_happened(session, group, hearer, turn),
        private=False,
        urgent=False,
        before=tuple(each.name for each in theirs[:before] if each.reachable),
        group=group.name,
        who=who.name if who is not None else "",
    )


def _happened(session: Session, group: GroupRecord, hearer: MemberRecord, turn: Turn) -> tuple[Happened, ...]:
    past = [
        each
        for each in rounds.latest(session, [group.id], SHOWN + 2)[group.id]
        if each.state is RoundState.CLOSED and each.opened_at is not None
    ][-SHOWN:]
    seats = rounds.seats(session, [each.id for each in past])
    hours = hours_of(hearer, turn.now)
    return tuple(
        Happened(
            asked_on=local_day(hours, each.opened_at or each.opens_at),
            answered=sum(seat.heard for seat in seats[each.id]),
            asked=len(seats[each.id]),
            met=False,
        )
        for each in past
    )


def _is_in(session: Session, group: GroupRecord, member: MemberId | None) -> bool:
    mine = membership.one(session, group.id, member) if member else None
    return member is None or (mine is not None and mine.state is MembershipState.JOINED)


def _say_the_word(session: Session, turn: Turn, group: GroupId, change: GroupClimbStarts, climb: str) -> None:
    assert change.word_at is not None
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.GROUP_WORD,
                key=f"{NoticeKind.GROUP_WORD}:{climb}",
                member=change.member,
                pairing=None,
                group=group,
                subject=group,
                not_before=change.word_at,
            )
        ],
    )
