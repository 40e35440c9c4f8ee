"""What time brings to a case: the next one is told, it is open again, nobody is left."""

from datetime import datetime

from bot.domain.calendar import next_working_moment
from bot.domain.case import PRIVATE, CaseFacts, Exhaust, Hearer, StepCase, Tell, Urgency, next_of_case
from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from bot.services import hearers
from bot.services.calendar import hours_of
from bot.services.case_life import author_hears, author_sees, episode_of, step
from storage import case as cases
from storage import concern as concerns
from storage import home as homes
from storage import notice as notices
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session


def look(session: Session, turn: Turn, case: CaseRecord) -> None:
    """What is due for it, under its lock."""
    theirs = hearers.of_case(session, case)
    change, again = next_of_case(_facts(session, turn, case, theirs), turn.now)
    match change:
        case Tell(index=index):
            _tell(session, turn, case, theirs[index], index)
        case StepCase(step=due):
            step(session, turn, case, due, by=None, told=0, exhausted=False)
        case Exhaust():
            cases.change(session, case.id, exhausted=True, next_look_at=turn.now)
            author_sees(session, turn, case)
            author_hears(session, turn, case)
        case None:
            cases.change(session, case.id, next_look_at=again)


def _facts(session: Session, turn: Turn, case: CaseRecord, theirs: list[MemberRecord]) -> CaseFacts:
    coming = notices.coming(session, case.id)
    there = hearers.present(session, turn, theirs)
    return CaseFacts(
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
                reachable=each in there,
                coming_at=coming.get(each.id),
            )
            for each in theirs
        ),
    )


def _tell(session: Session, turn: Turn, case: CaseRecord, hearer: MemberRecord, index: int) -> None:
    """The hearer's next working hour, but *now* breaks hours. Whoever heard before sees on the card who hears now."""
    concern = concerns.of_case(session, case.id) if case.rule in PRIVATE else None
    urgent = concern is not None and concern.urgency is Urgency.NOW
    not_before = _heard_at(hearer, turn.now, urgent=urgent)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.CONCERN if concern is not None else NoticeKind.CASE,
                key=f"{episode_of(case)}{index}:{hearer.id}:{turn.now.isoformat()}",
                member=hearer.id,
                pairing=case.pairing_id,
                group=case.group_id,
                subject=case.id,
                not_before=not_before,
                nth=int(urgent),
            )
        ],
    )
    cases.change(session, case.id, told=index + 1, stepped_at=not_before, next_look_at=turn.now)
    homes.want(session, [hearer.id])
    surfaces.want(session, turn, [case.id])
    author_sees(session, turn, case)
    if case.told > 0:
        author_hears(session, turn, case)


def _heard_at(hearer: MemberRecord, now: datetime, *, urgent: bool) -> datetime:
    return now if urgent else next_working_moment(hours_of(hearer, now), now)
