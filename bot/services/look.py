"""Looks at pairings that are due and saves what the rules say. The clock's main work."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, assert_never
from uuid import UUID

from bot.domain import changes
from bot.domain.case import PRIVATE
from bot.domain.changes import Change
from bot.domain.facts import PairingFacts
from bot.domain.ids import MemberId, PairingId
from bot.domain.life import after
from bot.domain.look import Next, what_next
from bot.domain.notice import NoticeKind
from bot.domain.pairing import LIFE
from bot.domain.stalling import case_after
from bot.domain.turn import Turn
from bot.services import cases
from bot.services.calendar import hours_of
from bot.services.periods import close_checkin
from storage import case as climbs
from storage import checkin as checkins
from storage import entry as entries
from storage import facts as facts_of
from storage import home as homes
from storage import member as members
from storage import notice as notices
from storage import pairing as pairings
from storage import step as steps
from storage import surface as surfaces
from storage.notice import ToSay
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)
NEXT_DUE: Final = pairings.NEXT_LOOK


def due(session: Session, turn: Turn, limit: int) -> list[tuple[int, PairingId]]:
    """Claims what is due, oldest first."""
    found = pairings.due(session, turn.now, limit)
    return [(workspace, pairing) for workspace, ids in found.items() for pairing in ids]


def lock(session: Session, pairing: PairingId) -> None:
    pairings.lock(session, [pairing])


def look(session: Session, turn: Turn, ids: Collection[PairingId]) -> None:
    """Lets the rules speak of pairings of one workspace, whose locks the session holds."""
    decisions = decide(session, ids, turn.now)
    asks = []
    for facts, change in in_order(decisions.values()):
        if isinstance(change, changes.Ask | changes.Remind):
            asks.append((facts, change))
        else:
            save(session, turn, facts, change)
    ask(session, turn, asks)
    surfaces.want(
        session, turn, [each for facts, decided in decisions.values() for each in shown(session, facts, decided)]
    )
    homes.want(session, sorted({seat.member for facts, _ in decisions.values() for seat in facts.seats}))
    pairings.look_at(session, {pairing: decided.next_look_at for pairing, (_, decided) in decisions.items()})


def in_order(decisions: Iterable[tuple[PairingFacts, Next]]) -> Iterator[tuple[PairingFacts, Change]]:
    """First words come first, by member: two ticks may greet the same people, and must not wait for each other."""
    everything = [(facts, change) for facts, decided in decisions for change in decided.changes]
    first_words = [(facts, change) for facts, change in everything if isinstance(change, changes.Greet)]
    yield from sorted(first_words, key=lambda each: each[1].member)
    yield from (each for each in everything if not isinstance(each[1], changes.Greet))


def shown(session: Session, facts: PairingFacts, decided: Next) -> Iterator[UUID]:
    """What shows something else after these changes."""
    for change in decided.changes:
        if isinstance(change, changes.Take):
            yield facts.id
        if isinstance(change, (changes.SetClose, changes.Close)):
            yield from checkins.prompts_of_checkin(session, change.checkin)
        if isinstance(change, changes.Close):
            # A private card shows no check-ins.
            yield from (each.id for each in climbs.waiting_of(session, facts.id) if each.rule not in PRIVATE)


def decide(session: Session, ids: Collection[PairingId], now: datetime) -> dict[PairingId, tuple[PairingFacts, Next]]:
    found = facts_of.facts(session, ids, lambda member: hours_of(member, now))
    return {pairing: (facts, what_next(facts, facts.policy, now)) for pairing, facts in found.items()}


def set_aside(session: Session, turn: Turn, pairing: PairingId, error: BaseException) -> None:
    """A pairing whose look fails even alone waits an hour, and says why to the operator."""
    trouble = f"{type(error).__name__} {turn.cause}"
    pairings.set_aside(session, pairing, until=turn.now + SET_ASIDE, trouble=trouble)


def poke(session: Session, turn: Turn, pairing: PairingId) -> None:
    """Facts of a pairing have changed: its lock is taken, and the rules look at it at once."""
    pairings.lock(session, [pairing])
    pairings.look_at(session, {pairing: turn.now})


def save(session: Session, turn: Turn, facts: PairingFacts, change: Change) -> None:
    match change:
        case changes.Greet():
            greet(session, turn, facts, change)
        case changes.Introduce():
            pairings.change(session, facts.id, introducing_at=change.not_before)
            key = f"introduction:{facts.id}:{change.not_before.isoformat()}"
            notices.queue(
                session,
                turn,
                [
                    ToSay(
                        kind=NoticeKind.INTRODUCTION,
                        key=key,
                        member=None,
                        pairing=facts.id,
                        subject=facts.id,
                        not_before=change.not_before,
                    )
                ],
            )
        case changes.Keep():
            pairings.add_rhythm(session, id=turn.new_id(), pairing=facts.id, row=change.row)
            pairings.start_grid(session, facts.id, change.row.anchor)
        case changes.Take():
            take(session, turn, facts, change)
        case changes.AskOfFirstMeeting():
            pairings.change_seat(session, change.seat, meeting_asked_at=turn.now)
            _queue(session, turn, facts, NoticeKind.FIRST_MEETING, change.member, change.not_before)
        case changes.Schedule():
            checkins.schedule(session, turn, facts.id, change)
        case changes.Ask() | changes.Remind():
            ask(session, turn, [(facts, change)])
        case changes.SetClose():
            checkins.set_close(session, change.checkin, change.closes_at)
        case changes.Close():
            assert facts.checkin is not None
            close_checkin(session, turn, facts.checkin, change.answered)
        case changes.Release():
            release(session, turn, facts, change)
        case changes.StartClimb() | changes.OpenCase() | changes.EndClimb():
            climb(session, turn, facts, change)
        case _:
            assert_never(change)


def greet(session: Session, turn: Turn, facts: PairingFacts, change: changes.Greet) -> None:
    if members.ask(session, change.member):
        _queue(session, turn, facts, NoticeKind.FIRST_WORD, change.member, change.not_before)


def take(session: Session, turn: Turn, facts: PairingFacts, change: changes.Take) -> None:
    state = after(LIFE, facts.state, change.step)
    pairings.change(session, facts.id, state=state)
    steps.record(
        session,
        turn,
        subject="pairing",
        subject_id=facts.id,
        from_state=facts.state,
        step=change.step,
        to_state=state,
        by=None,
    )


def ask(session: Session, turn: Turn, asks: Sequence[tuple[PairingFacts, changes.Ask | changes.Remind]]) -> None:
    """Queues prompts, and reminders of them; both are said again only under a new number."""
    checkins.change_prompts(
        session,
        {
            each.prompt: {"asked": each.nth} if isinstance(each, changes.Ask) else {"reminders": each.nth}
            for _, each in asks
        },
    )
    notices.queue_all(session, turn, [_question(facts, each) for facts, each in asks])


def _question(facts: PairingFacts, change: changes.Ask | changes.Remind) -> ToSay:
    kind = NoticeKind.PROMPT if isinstance(change, changes.Ask) else NoticeKind.REMINDER
    return ToSay(
        kind=kind,
        key=f"{kind}:{change.prompt}:{change.nth}",
        member=change.member,
        pairing=facts.id,
        subject=change.prompt,
        not_before=change.not_before,
        nth=change.nth if kind is NoticeKind.REMINDER else 0,
    )


def release(session: Session, turn: Turn, facts: PairingFacts, change: changes.Release) -> None:
    """One notice for the words that become readable together; their messages are painted again if taken back."""
    key = f"words:{change.checkin}:{change.reader}:{turn.now.isoformat()}"
    made = notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.WORDS,
                key=key,
                member=change.reader,
                pairing=facts.id,
                subject=change.checkin,
                not_before=change.not_before,
            )
        ],
    )
    for notice in made.values():
        entries.release(session, change.entries, change.reader, notice)


def climb(
    session: Session, turn: Turn, facts: PairingFacts, change: changes.StartClimb | changes.OpenCase | changes.EndClimb
) -> None:
    """The way up the ladder: it begins, reaches a case, or ends."""
    key = cases.case_key(facts.id, change.rule)
    match change:
        case changes.StartClimb():
            ladder: list[dict[str, object]] = [{"rung": "case", "working_days": case_after(change.rule, facts.policy)}]
            climbs.start_climb(session, turn, pairing=facts.id, rule=change.rule, ladder=ladder, case_at=change.case_at)
        case changes.OpenCase():
            climbs.reach_case(session, change.climb)
            cases.open_case(
                session,
                turn,
                key=key,
                pairing=facts.id,
                rule=change.rule,
                since=change.since,
                checkins=change.checkins,
            )
        case changes.EndClimb():
            climbs.end_climb(session, change.climb, turn.now)
            cases.end_climb(session, turn, key=key)


def _queue(
    session: Session,
    turn: Turn,
    facts: PairingFacts,
    kind: NoticeKind,
    member: MemberId,
    not_before: datetime,
) -> None:
    """A notice that is said once to a member: the first word, or, in each pairing, the first meeting's question."""
    about = None if kind is NoticeKind.FIRST_WORD else facts.id
    key = f"{kind}:{member}" if about is None else f"{kind}:{about}:{member}"
    notices.queue(
        session,
        turn,
        [ToSay(kind=kind, key=key, member=member, pairing=about, subject=about or member, not_before=not_before)],
    )
