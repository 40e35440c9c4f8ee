"""How a case moves: every step is written down, and everybody who sees the case sees it there."""

from bot.domain.calendar import next_working_moment
from bot.domain.case import LIFE, PRIVATE, CaseState, CaseStep
from bot.domain.ids import CaseId, MemberId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from bot.services import hearers
from bot.services.calendar import hours_of
from storage import audit
from storage import case as cases
from storage import concern as concerns
from storage import home as homes
from storage import member as members
from storage import notice as notices
from storage import step as steps
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.notice import ToSay
from storage.session import Session


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
    author_sees(session, turn, case)


def author_sees(session: Session, turn: Turn, case: CaseRecord) -> None:
    """Whoever asked for help sees where it stands."""
    concern = concerns.of_case(session, case.id) if case.rule in PRIVATE else None
    if concern is not None:
        surfaces.want(session, turn, [concern.id])
        homes.want(session, [concern.member_id])


def author_hears(session: Session, turn: Turn, case: CaseRecord) -> None:
    """And is told of it in their hours: what is only painted anew far up in the conversation is seen by nobody.

    News that still waits says where it stands by then, so that a second one is not needed.
    """
    concern = concerns.of_case(session, case.id) if case.rule in PRIVATE else None
    if concern is None or concern.member_id in notices.coming(session, concern.id):
        return
    author = members.by_id(session, concern.member_id)
    news = ToSay(
        kind=NoticeKind.CONCERN_STANDS,
        key=f"concern-stands:{concern.id}:{turn.now.isoformat()}",
        member=author.id,
        pairing=concern.pairing_id,
        subject=concern.id,
        not_before=next_working_moment(hours_of(author, turn.now), turn.now),
        nth=1,
    )
    notices.queue(session, turn, [news])


def close_unheard(session: Session, turn: Turn, case: CaseId) -> None:
    """A case whose reason went before anybody heard of it is closed quietly."""
    found = cases.locked(session, case)
    if found is None or found.climbing or found.state is not CaseState.OPEN or found.rule in PRIVATE:
        return
    if not notices.said(session, case, episode_of(found)):
        step(session, turn, found, CaseStep.RESOLVE, by=None, resolved_at=turn.now)


def episode_of(case: CaseRecord) -> str:
    """With which the keys of what is told in one opening begin."""
    return f"case:{case.id}:{case.opening}:"
