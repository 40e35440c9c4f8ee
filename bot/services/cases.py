"""Cases: opened by a climb or a concern, told to one hearer after another, taken, snoozed, resolved."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.case import PRIVATE, SILENCES, CaseState, CaseStep, Rule, code_from, snoozed_until
from bot.domain.ids import CaseId, GroupId, MemberId, PairingId, ProgrammeId
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import hearers, seats, telling
from bot.services.calendar import hours_of
from bot.services.case_life import author_hears, close_unheard, step
from storage import case as cases
from storage import groups
from storage import home as homes
from storage import pairing as pairings
from storage import surface as surfaces
from storage.case import About, CaseRecord
from storage.member import MemberRecord
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)
NEXT_DUE: Final = cases.NEXT_LOOK


def open_case(
    session: Session,
    turn: Turn,
    *,
    key: str,
    pairing: PairingId | None = None,
    group: GroupId | None = None,
    member: MemberId | None = None,
    rule: Rule,
    since: datetime,
    checkins: int = 0,
) -> CaseId:
    """The case of this key: a new one, or the old one opened again. Needs the pairing's or the group's lock."""
    about = About(pairing=pairing, group=group, member=member)
    found = cases.by_key(session, key)
    other = _same_silence(session, pairing, rule) if pairing is not None else None
    if other is not None and (found is None or found.state is CaseState.RESOLVED):
        return _fold(session, turn, other, found or _made(session, turn, key, about, rule, since, checkins), since)
    if found is not None and found.state is CaseState.RESOLVED:
        return _reopen(session, turn, found, since, checkins)
    if found is not None:
        return found.id if found.climbing else _climb_on(session, turn, found, since, checkins)
    return _made(session, turn, key, about, rule, since, checkins).id


def end_climb(session: Session, turn: Turn, *, key: str) -> None:
    """A meeting or an answer came: nobody further is told, and an open case says so."""
    found = cases.by_key(session, key)
    if found is not None and found.state is not CaseState.RESOLVED:
        cases.change(session, found.id, climbing=False, next_look_at=turn.now)
        surfaces.want(session, turn, [found.id])
        close_unheard(session, turn, found.id)


def pairing_over(session: Session, turn: Turn, pairing: PairingId) -> None:
    """What its silence was worth is worth nothing now; whoever asked for help in it still needs it. Needs its lock."""
    for climb in cases.climbs(session, [pairing])[pairing]:
        cases.end_climb(session, climb.id, turn.now)
    close_all(session, turn, sorted(cases.waiting_of(session, pairing), key=lambda each: each.id))


def close_all(session: Session, turn: Turn, waiting: Sequence[CaseRecord]) -> None:
    """All but what somebody asked help for, since what they are about is over. In the order of their locks."""
    for case in waiting:
        found = cases.locked(session, case.id)
        if found is not None and found.state is not CaseState.RESOLVED and found.rule not in PRIVATE:
            step(session, turn, found, CaseStep.RESOLVE, by=None, climbing=False, owner_id=None, resolved_at=turn.now)


def due(session: Session, turn: Turn, limit: int) -> list[tuple[int, CaseId]]:
    return cases.due(session, turn.now, limit)


def lock(session: Session, case: CaseId) -> None:
    cases.locked(session, case)


def look(session: Session, turn: Turn, ids: Collection[CaseId]) -> None:
    """What is due for these cases of one workspace, whose locks the session holds."""
    for case in ids:
        found = cases.by_id(session, case)
        if found is not None:
            telling.look(session, turn, found)


def set_aside(session: Session, turn: Turn, case: CaseId, error: BaseException) -> None:
    """A case whose look fails even alone waits an hour; the operator sees why in the log."""
    cases.change(session, case, next_look_at=turn.now + SET_ASIDE)


def take(session: Session, caller: Caller, turn: Turn, case: CaseId, owner: MemberId | None = None) -> None:
    """[I'm on it]: of two at once one becomes the owner, the other is told who. Raises Refused.

    `owner` is who had it when they pressed, as they were told: to take it from somebody is never an accident.
    """
    member, found = hearing(session, caller, case)
    _unless_anothers(session, found, member, None if found.state is CaseState.TAKEN else owner)
    if found.state is not CaseState.TAKEN:
        step(session, turn, found, CaseStep.TAKE, by=member.id, owner_id=member.id)
        author_hears(session, turn, found)


def snooze(session: Session, caller: Caller, turn: Turn, case: CaseId, owner: MemberId | None = None) -> None:
    """[Snooze 3 days]: three working days of whoever pressed. Raises Refused as `take` does."""
    member, found = hearing(session, caller, case)
    _unless_anothers(session, found, member, owner)
    until = snoozed_until(hours_of(member, turn.now), turn.now)
    if found.state is CaseState.SNOOZED:
        cases.change(session, case, snoozed_until=until, owner_id=member.id, stepped_at=turn.now, next_look_at=turn.now)
        surfaces.want(session, turn, [case])
        return
    step(session, turn, found, CaseStep.SNOOZE, by=member.id, snoozed_until=until, owner_id=member.id)


def resolve(session: Session, caller: Caller, turn: Turn, case: CaseId, owner: MemberId | None = None) -> None:
    """[Resolve]. Raises Refused as `take` does."""
    member, found = hearing(session, caller, case)
    _unless_anothers(session, found, member, owner)
    step(session, turn, found, CaseStep.RESOLVE, by=member.id, resolved_at=turn.now, owner_id=member.id)
    if found.group_id is not None:
        groups.look_at(session, {found.group_id: turn.now})
    elif found.rule not in PRIVATE:  # the rules say nothing of it, and a look would show in the Homes of the pairing
        pairings.look_at(session, {found.within: turn.now})
    author_hears(session, turn, found)


def written(session: Session, turn: Turn, case: CaseRecord, by: MemberRecord) -> None:
    """[Message them] was used: whoever writes has it, unless another does, and it does not expire."""
    if case.state is CaseState.OPEN or (case.state is CaseState.SNOOZED and case.owner_id == by.id):
        step(session, turn, case, CaseStep.TAKE, by=by.id, owner_id=by.id)
        author_hears(session, turn, case)
    else:
        cases.change(session, case.id, stepped_at=turn.now, next_look_at=turn.now)


def hearing(session: Session, caller: Caller, case: CaseId) -> tuple[MemberRecord, CaseRecord]:
    """A case under its locks, for one who may hear of it. Raises Refused for others, and once it is resolved."""
    member = seats.me(session, caller)
    before = cases.by_id(session, case)
    if before is None:
        raise Refused(Refusal.CASE_UNKNOWN)
    pairings.lock(session, [before.pairing_id] if before.pairing_id else [])
    groups.lock(session, [before.group_id] if before.group_id else [])
    found = cases.locked(session, case)
    if found is None or member.id not in {each.id for each in hearers.of_case(session, found)}:
        raise Refused(Refusal.CASE_UNKNOWN)
    if found.state is CaseState.RESOLVED:
        raise Refused(Refusal.CASE_OVER, found.code)
    return member, found


def case_key(pairing: PairingId, rule: Rule) -> str:
    return f"{pairing}:{rule}"


def _reopen(session: Session, turn: Turn, case: CaseRecord, since: datetime, checkins: int) -> CaseId:
    step(
        session,
        turn,
        case,
        CaseStep.REOPEN,
        by=None,
        opening=case.opening + 1,
        told=0,
        climbing=True,
        exhausted=False,
        owner_id=None,
        resolved_at=None,
        since=since,
        checkins=checkins,
    )
    return case.id


def _made(
    session: Session, turn: Turn, key: str, about: About, rule: Rule, since: datetime, checkins: int
) -> CaseRecord:
    programme = _programme_of(session, about)
    while True:
        made = cases.add(
            session,
            turn,
            key=key,
            code=code_from(turn.new_id().int & (1 << 60) - 1),
            programme=programme,
            about=about,
            rule=rule,
            since=since,
            checkins=checkins,
        )
        found = None if made is None else cases.by_id(session, made)
        if found is not None:
            return found


def _programme_of(session: Session, about: About) -> ProgrammeId:
    if about.group is not None:
        return groups.by_id(session, about.group).programme_id
    assert about.pairing is not None
    return pairings.programme_of(session, about.pairing)


def _same_silence(session: Session, pairing: PairingId, rule: Rule) -> CaseRecord | None:
    """The case of the same pairing that tells of its silence already."""
    if rule not in SILENCES:
        return None
    told = [each for each in cases.waiting_of(session, pairing) if each.rule in SILENCES - {rule} and each.climbing]
    return told[0] if told else None


def _fold(session: Session, turn: Turn, into: CaseRecord, case: CaseRecord, since: datetime) -> CaseId:
    """Nobody hears of one silence twice: the card that is there tells of both. This one counts as told with it."""
    if case.state is not CaseState.RESOLVED:
        step(session, turn, case, CaseStep.RESOLVE, by=None)
    cases.change(session, case.id, since=since, resolved_at=turn.now, next_look_at=None)
    surfaces.want(session, turn, [into.id])
    return case.id


def _climb_on(session: Session, turn: Turn, case: CaseRecord, since: datetime, checkins: int) -> CaseId:
    """The reason is back while the case still waits: whoever has it sees that, else all are told anew in turn."""
    has = case.state in (CaseState.TAKEN, CaseState.SNOOZED)
    anew: dict[str, object] = {} if has else {"told": 0, "exhausted": False}
    cases.change(session, case.id, climbing=True, since=since, checkins=checkins, next_look_at=turn.now, **anew)
    surfaces.want(session, turn, [case.id])
    homes.want(session, [each.id for each in hearers.of_case(session, case)])
    return case.id


def _unless_anothers(session: Session, case: CaseRecord, member: MemberRecord, owner: MemberId | None) -> None:
    """Raises Refused, naming them, where somebody else has a case and whoever pressed was not told that."""
    has = case.state in (CaseState.TAKEN, CaseState.SNOOZED) and case.owner_id not in (None, member.id)
    if has and case.owner_id != owner:
        raise Refused(Refusal.CASE_TAKEN, _name(hearers.of_case(session, case), case.owner_id))


def _name(theirs: list[MemberRecord], member: MemberId | None) -> str:
    return next((each.name for each in theirs if each.id == member), "")
