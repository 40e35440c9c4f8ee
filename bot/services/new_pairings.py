"""New pairings: what is asked for becomes rows, places in the programme, and every step on record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial, reduce
from typing import Final
from uuid import UUID

from bot.domain import pairing as pairings
from bot.domain import participant as participants
from bot.domain.ids import MemberId, PairingId, ProgrammeId
from bot.domain.life import Life, State, Step, after
from bot.domain.pairing import PairingState, PairingStep
from bot.domain.participant import ParticipantState, ParticipantStep
from bot.domain.rhythm import Rhythm
from bot.domain.roster_row import folded
from bot.domain.turn import Turn
from storage import importing
from storage import step as steps
from storage.importing import NewPairing, Place
from storage.session import Session
from storage.step import Move

TO_BE_INTRODUCED: Final = (PairingStep.ACCEPT,)
RUNNING_ALREADY: Final = (PairingStep.ACCEPT, PairingStep.BEGIN)
TO_A_PLACE: Final[Mapping[ParticipantState, tuple[ParticipantStep, ...]]] = {
    ParticipantState.INVITED: (ParticipantStep.PLACE,),
    ParticipantState.ENROLLED: (ParticipantStep.PLACE,),
    ParticipantState.PLACED: (),
    ParticipantState.PAUSED: (),
    ParticipantState.LEFT: (ParticipantStep.ENROL, ParticipantStep.PLACE),
}
"""The steps that bring a participant to a place; whoever has paused keeps both, the place and the pause."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A pairing to be made. One with `started_on` runs already: nobody is introduced."""

    mentors: tuple[MemberId, ...]
    mentee: MemberId
    focus: str
    rhythm: Rhythm
    site: str = ""
    introduce_on: date | None = None
    started_on: date | None = None


def key_of(session: Session, wanted: Wanted) -> str:
    """The natural key: the same for the same people about the same, and telling nothing of what was typed."""
    mentors = ",".join(sorted(mentor.hex for mentor in wanted.mentors))
    return session.mark(f"pairing|{session.workspace}|{wanted.mentee.hex}|{mentors}|{folded(wanted.focus)}")


def make(
    session: Session, turn: Turn, programme: ProgrammeId, wanted: Mapping[str, Wanted], *, by: MemberId | None
) -> None:
    """Pairings that are not there yet, by their natural keys, with a place for everybody and every step on record.

    Needs the programme's lock.
    """
    made = [_new(turn, key, each) for key, each in wanted.items()]
    importing.add_pairings(session, turn, programme, made)
    moves = [
        move
        for each in made
        for move in _moves("pairing", each.id, pairings.LIFE, PairingState.DRAFT, _road(each.started_on), by)
    ]
    steps.record_all(session, turn, moves)
    seated = dict.fromkeys(member for each in made for member in (each.mentee, *each.mentors))
    place(session, turn, programme, seated, by=by)


def _new(turn: Turn, key: str, wanted: Wanted) -> NewPairing:
    return NewPairing(
        id=PairingId(turn.new_id()),
        natural_key=key,
        state=reduce(partial(after, pairings.LIFE), _road(wanted.started_on), PairingState.DRAFT),
        rhythm=wanted.rhythm,
        mentors=wanted.mentors,
        mentee=wanted.mentee,
        focus=wanted.focus,
        site=wanted.site,
        introduce_on=wanted.introduce_on,
        started_on=wanted.started_on,
    )


def _road(started_on: date | None) -> tuple[PairingStep, ...]:
    return TO_BE_INTRODUCED if started_on is None else RUNNING_ALREADY


def place(
    session: Session, turn: Turn, programme: ProgrammeId, seated: Iterable[MemberId], *, by: MemberId | None
) -> None:
    """A place in the programme for each of these, with every step on record."""
    there = importing.places(session, programme, list(seated))
    new = [Place(id=turn.new_id(), member=each, state=ParticipantState.INVITED) for each in seated if each not in there]
    roads = [(each, TO_A_PLACE[each.state]) for each in (*new, *there.values())]
    moved = [replace(each, state=reduce(partial(after, participants.LIFE), road, each.state)) for each, road in roads]
    importing.add_places(session, programme, moved[: len(new)])
    importing.move_places(session, [each for each in moved[len(new) :] if each != there[each.member]])
    moves = [
        move for each, road in roads for move in _moves("participant", each.id, participants.LIFE, each.state, road, by)
    ]
    steps.record_all(session, turn, moves)


def _moves(
    subject: str, id: UUID, life: Life[State, Step], state: State, road: Iterable[Step], by: MemberId | None
) -> Iterable[Move]:
    for step in road:
        following = after(life, state, step)
        yield Move(subject=subject, subject_id=id, from_state=state, step=step, to_state=following, by=by)
        state = following
