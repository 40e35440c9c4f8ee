"""What people and the clock can do to one pairing, as calls that may be started at the same moment."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from functools import partial
from typing import Any, Final

from bot.domain.checkin import About, Audience, CheckinState, Goal, Outcome
from bot.domain.ids import EntryId, MemberId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.turn import Caller, Turn
from bot.services import checkin, checkin_form, greeting, introduction, pause, typed, typed_audience
from bot.services.checkin_form import Submitted
from bot.services.greeting import HoursGiven
from bot.services.typed import Said
from storage.session import Session
from storage.tables import Checkin, Entry, Member, Pairing, Prompt, Seat, table_of
from tests.concurrency.replicas import Replica, Replicas, csv_of


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A mentor and a mentee whose check-in is open; the mentee has typed something that is kept for them alone."""

    there: Replicas
    pairing: PairingId
    mentor: Caller
    mentee: Caller
    prompt: PromptId
    mentors_prompt: PromptId
    entry: EntryId

    def said(self, stamp: str) -> Said:
        return Said(
            event=f"Ev{self.mentee.person}{stamp}", text=WORDS, conversation="D0", stamp=stamp + str(self.entry)
        )


WORDS: Final = "We spoke of the move to Porto."
LONG_AWAY: Final = timedelta(days=30)
HOURS: Final = HoursGiven(days=frozenset({0, 1, 2}), opens=time(8), closes=time(12), ask_weekday=1, ask_at=time(9))

Act = Callable[[Replica, Pair], Awaitable[Any]]


def form(pair: Pair) -> Submitted:
    return Submitted(
        prompt=pair.prompt,
        texts={About.MOVED: (WORDS, Audience.PARTNER), About.PRIVATE_LINE: (WORDS, Audience.COORDINATOR)},
        goal=Goal.MOVED,
        readers=(),
    )


ACTS: Final[Mapping[str, Act]] = {
    "met": lambda by, of: by.bot.do(checkin.answer, of.mentee, of.prompt, Outcome.MET),
    "not yet": lambda by, of: by.bot.do(checkin.answer, of.mentee, of.prompt, Outcome.NOT_YET),
    "skips": lambda by, of: by.bot.do(checkin.skip, of.mentee, of.prompt),
    "fills the form": lambda by, of: by.bot.do(checkin_form.record_update, of.mentee, form(of)),
    "pauses": lambda by, of: by.bot.do(pause.pause, of.mentee, of.pairing, (of.there.clock.now() + LONG_AWAY).date()),
    "ends": lambda by, of: by.bot.do(introduction.end, of.mentee, of.pairing),
    "refuses": lambda by, of: by.bot.do(greeting.refuse, of.mentee),
    "mentor refuses": lambda by, of: by.bot.do(greeting.refuse, of.mentor),
    "agrees": lambda by, of: by.bot.do(greeting.agree, of.mentee),
    "sets hours": lambda by, of: by.bot.do(greeting.save_hours, of.mentee, HOURS),
    "types": lambda by, of: by.bot.do(typed.hear, of.mentee, of.said("7.0")),
    "shares": lambda by, of: by.bot.do(typed_audience.share, of.mentee, of.entry, None),
    "tells": lambda by, of: by.bot.do(typed_audience.tell, of.mentee, of.entry),
    "discards": lambda by, of: by.bot.do(typed_audience.discard, of.mentee, of.entry),
    "the clock": lambda by, of: by.looks_at([of.pairing]),
}


async def open_pairs(there: Replicas, wanted: int) -> list[Pair]:
    """Pairings of different people whose check-in is open and due to be closed; all have heard the first word."""
    there.bring(
        csv_of([(f"U0M{n}", f"U0E{n}") for n in range(wanted)], started=there.clock.now().date() - timedelta(days=30))
    )
    ids = [PairingId(row["id"]) for row in there.rows(Pairing)]
    await there.write(_greet_all)
    await there.one.looks_at(ids)
    mentees = [there.caller(f"U0E{n}") for n in range(wanted)]
    await there.write(partial(_ask_all, mentees=mentees))
    return [_pair(there, pairing) for pairing in ids]


def _greet_all(session: Session, turn: Turn) -> None:
    session.execute(table_of(Member).update().values(greeted_at=turn.now, consent=Consent.GIVEN))


def _ask_all(session: Session, turn: Turn, *, mentees: list[Caller]) -> None:
    for mentee in mentees:
        checkin_form.checkin_now(session, mentee, turn)
    session.execute(table_of(Prompt).update().values(delivered_at=turn.now - LONG_AWAY))
    session.execute(table_of(Checkin).update().values(state=CheckinState.OPEN, opened_at=turn.now - LONG_AWAY))
    for n, mentee in enumerate(mentees):
        typed.hear(session, mentee, turn, Said(event=f"Ev{n}", text=WORDS, conversation="D0", stamp=f"{n}.0"))


def _pair(there: Replicas, pairing: PairingId) -> Pair:
    seats = {row["role"]: row for row in there.rows(Seat, pairing_id=pairing)}
    people = {role: _person(there, row["member_id"]) for role, row in seats.items()}
    prompts = {row["seat_id"]: PromptId(row["id"]) for row in there.rows(Prompt, pairing_id=pairing)}
    (entry,) = there.rows(Entry, member_id=seats["mentee"]["member_id"])
    return Pair(
        there=there,
        pairing=pairing,
        mentor=people["mentor"],
        mentee=people["mentee"],
        prompt=prompts[seats["mentee"]["id"]],
        mentors_prompt=prompts[seats["mentor"]["id"]],
        entry=EntryId(entry["id"]),
    )


def _person(there: Replicas, member: MemberId) -> Caller:
    (row,) = there.rows(Member, id=member)
    return there.caller(row["person"])
