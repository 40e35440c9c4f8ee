"""Cases: opened by a climb or a concern, told to one hearer after another, taken, snoozed, resolved."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import next_working_moment
from bot.domain.case import (
    LIFE,
    PRIVATE,
    CaseFacts,
    CaseState,
    CaseStep,
    Exhaust,
    Hearer,
    Rule,
    StepCase,
    Tell,
    Urgency,
    code_from,
    next_of_case,
    snoozed_until,
)
from bot.domain.ids import CaseId, MemberId, PairingId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.showings import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import hearers, seats
from bot.services.calendar import hours_of
from storage import audit
from storage import case as cases
from storage import concern as concerns
from storage import home as homes
from storage import notice as notices
from storage import pairing as pairings
from storage import step as steps
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)


def open_case(
    session: Session, turn: Turn, *, key: str, pairing: PairingId, rule: Rule, since: datetime, checkins: int = 0
) -> CaseId:
    """The case of this key: a new one, or the old one opened again. Needs the pairing's lock."""
    found = cases.by_key(session, key)
    if found is not None:
        return found.id if found.state is not CaseState.RESOLVED else _reopen(session, turn, found, since, checkins)
    programme = pairings.programme_of(session, pairing)
    while True:
        made = cases.add(
            session,
            turn,
            key=key,
            code=code_from(turn.new_id().int & (1 << 60) - 1),
            programme=programme,
            pairing=pairing,
            rule=rule,
            since=since,
            checkins=checkins,
        )
        if made is not None:
            return made


def end_climb(session: Session, turn: Turn, *, key: str) -> None:
    """A meeting or an answer came: nobody further is told, and an open case says so."""
    found = cases.by_key(session, key)
    if found is not None and found.state is not CaseState.RESOLVED:
        cases.change(session, found.id, climbing=False, next_look_at=turn.now)
        surfaces.want(session, turn, [found.id])


def due(session: Session, turn: Turn, limit: int) -> list[tuple[int, CaseId]]:
    return cases.due(session, turn.now, limit)


def next_due(session: Session) -> datetime | None:
    return cases.next_due(session)


def lock(session: Session, case: CaseId) -> None:
    cases.locked(session, case)


def look(session: Session, turn: Turn, ids: Collection[CaseId]) -> None:
    """What is due for these cases of one workspace, whose locks the session holds."""
    for case in ids:
        found = cases.by_id(session, case)
        if found is not None:
            _look(session, turn, found)


def set_aside(session: Session, turn: Turn, case: CaseId, error: BaseException) -> None:
    """A case whose look fails even alone waits an hour; the operator sees why in the log."""
    cases.change(session, case, next_look_at=turn.now + SET_ASIDE)


def take(session: Session, caller: Caller, turn: Turn, case: CaseId) -> None:
    """[I'm on it]: of two at once one becomes the owner, the other is told who. Raises Refused."""
    member, found = hearing(session, caller, case)
    if found.state is CaseState.TAKEN and found.owner_id != member.id:
        raise Refused(Refusal.CASE_TAKEN, _name(hearers.of_case(session, found), found.owner_id))
    if found.state is not CaseState.TAKEN:
        step(session, turn, found, CaseStep.TAKE, by=member.id, owner_id=member.id)
    _author_sees(session, turn, found)


def snooze(session: Session, caller: Caller, turn: Turn, case: CaseId) -> None:
    """[Snooze 3 days]: three working days of whoever pressed."""
    member, found = hearing(session, caller, case)
    until = snoozed_until(hours_of(member, turn.now), turn.now)
    if found.state is CaseState.SNOOZED:
        cases.change(session, case, snoozed_until=until, owner_id=member.id, stepped_at=turn.now, next_look_at=turn.now)
        surfaces.want(session, turn, [case])
        return
    step(session, turn, found, CaseStep.SNOOZE, by=member.id, snoozed_until=until, owner_id=member.id)


def resolve(session: Session, caller: Caller, turn: Turn, case: CaseId) -> None:
    member, found = hearing(session, caller, case)
    step(session, turn, found, CaseStep.RESOLVE, by=member.id, resolved_at=turn.now, owner_id=member.id)
    if found.rule not in PRIVATE:  # the rules say nothing of it, and a look would show in the Homes of the pairing
        pairings.look_at(session, {found.pairing_id: turn.now})
    _author_sees(session, turn, found)


def hearing(session: Session, caller: Caller, case: CaseId) -> tuple[MemberRecord, CaseRecord]:
    """A case under its locks, for one who may hear of it. Raises Refused for others, and once it is resolved."""
    member = seats.me(session, caller)
    before = cases.by_id(session, case)
    if before is None:
        raise Refused(Refusal.CASE_UNKNOWN)
    pairings.lock(session, [before.pairing_id])
    found = cases.locked(session, case)
    if found is None or member.id not in {each.id for each in hearers.of_case(session, found)}:
        raise Refused(Refusal.CASE_UNKNOWN)
    if found.state is CaseState.RESOLVED:
        raise Refused(Refusal.CASE_OVER, found.code)
    return member, found


def step(
    session: Session, turn: Turn, case: CaseRecord, step: CaseStep, *, by: MemberId | None, **values: object
) -> None:
    """Moves a case, writes the step down, audits who did it, and lets its card be painted again."""
    state = after(LIFE, case.state, step)
    cases.change(session, case.id, state=state, stepped_at=turn.now, next_look_at=turn.now, **values)
    steps.record(
        session,
        turn,
        subject="case",
        subject_id=case.id,
        from_state=case.state,
        step=step,
        to_state=state,
        by=by,
    )
    if by is not None:
        audit.record(session, turn, member=by, act=step.value, subject="case", subject_id=case.id)
    surfaces.want(session, turn, [case.id])
    homes.want(session, [each.id for each in hearers.of_case(session, case)])


def case_key(pairing: PairingId, rule: Rule) -> str:
    return f"{pairing}:{rule}"


def _look(session: Session, turn: Turn, case: CaseRecord) -> None:
    theirs = hearers.of_case(session, case)
    coming = notices.coming(session, case.id)
    facts = CaseFacts(
        id=case.id,
        rule=case.rule,
        state=case.state,
        told=case.told,
        stepped_at=case.stepped_at,
        owner=case.owner_id,
        snoozed_until=case.snoozed_until,
        climbing=case.climbing,
        exhausted=case.exhausted,
        hearers=tuple(
            Hearer(
                member=each.id,
                hours=hours_of(each, turn.now),
                reachable=each.reachable,
                coming_at=coming.get(each.id),
            )
            for each in theirs
        ),
    )
    change, again = next_of_case(facts, turn.now)
    match change:
        case Tell(index=index):
            _tell(session, turn, case, theirs[index], index)
        case StepCase(step=CaseStep.EXPIRE as expired):
            step(session, turn, case, expired, by=None, told=0, owner_id=None)
        case StepCase(step=woken):
            step(session, turn, case, woken, by=None, told=0)
        case Exhaust():
            cases.change(session, case.id, exhausted=True, next_look_at=turn.now)
            _author_sees(session, turn, case, told_again=True)
        case None:
            cases.change(session, case.id, next_look_at=again)


def _tell(session: Session, turn: Turn, case: CaseRecord, hearer: MemberRecord, index: int) -> None:
    """The hearer's next working hour, but *now* breaks hours. Whoever heard before sees on the card who hears now."""
    concern = concerns.of_case(session, case.id) if case.rule in PRIVATE else None
    urgent = concern is not None and concern.urgency is Urgency.NOW
    not_before = turn.now if urgent else next_working_moment(hours_of(hearer, turn.now), turn.now)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.CONCERN if concern is not None else NoticeKind.CASE,
                key=f"case:{case.id}:{case.opening}:{index}:{turn.now.isoformat()}",
                member=hearer.id,
                pairing=case.pairing_id,
                subject=case.id,
                not_before=not_before,
                nth=int(urgent),
            )
        ],
    )
    cases.change(session, case.id, told=index + 1, stepped_at=not_before, next_look_at=turn.now)
    homes.want(session, [hearer.id])
    surfaces.want(session, turn, [case.id])
    if index > 0:
        _author_sees(session, turn, case)


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


def _author_sees(session: Session, turn: Turn, case: CaseRecord, *, told_again: bool = False) -> None:
    """Whoever asked for help sees where it stands; when nobody is left to hear, they are told."""
    concern = concerns.of_case(session, case.id) if case.rule in PRIVATE else None
    if concern is None:
        return
    surfaces.want(session, turn, [concern.id])
    homes.want(session, [concern.member_id])
    if told_again:
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.CONCERN_STANDS,
                    key=f"concern-stands:{concern.id}:nobody",
                    member=concern.member_id,
                    pairing=concern.pairing_id,
                    subject=concern.id,
                    not_before=turn.now,
                    nth=1,
                )
            ],
        )


def _name(theirs: list[MemberRecord], member: MemberId | None) -> str:
    return next((each.name for each in theirs if each.id == member), "")
