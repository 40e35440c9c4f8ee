"""`/rapport pair`: a coordinator puts people together by hand."""

from collections.abc import Iterable, Mapping

from bot.domain import pair_words
from bot.domain.ids import ProgrammeId
from bot.domain.member import Consent
from bot.domain.pair_words import PairWords
from bot.domain.pairing import OVER
from bot.domain.refusals import Refusal, Refused
from bot.domain.roster_row import LONGEST_TEXT
from bot.domain.showings import Paired
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import members, welcome
from bot.services.new_pairings import Wanted, key_of, make
from bot.services.seats import me
from storage import coordinator as coordinators
from storage import importing
from storage import programme as programmes
from storage.member import MemberRecord
from storage.session import Session


def read_pair(session: Session, caller: Caller, turn: Turn, text: str) -> PairWords:
    """What a coordinator typed, before anybody is looked up. Raises Refused."""
    words = pair_words.read(text, _programmes(session, me(session, caller)))
    if len(words.focus) > LONGEST_TEXT:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST_TEXT))
    return words


def pair(session: Session, caller: Caller, turn: Turn, words: PairWords, people: Mapping[str, Person | None]) -> Paired:
    """A pairing of the mentor with each mentee, to be introduced. One that is over may begin anew.

    `people` are those of the words as the directory knows them. Raises Refused.
    """
    coordinator = me(session, caller)
    if words.programme not in _programmes(session, coordinator):
        raise Refused(Refusal.NOT_A_COORDINATOR)
    persons = [real(people.get(each)) for each in words.people]
    programme, _ = programmes.open(session, turn, words.programme)
    seated = _seated(session, turn, persons, coordinator)
    mentor, *mentees = (seated[person.id] for person in persons)
    wanted = [
        Wanted(mentors=(mentor.id,), mentee=mentee.id, focus=words.focus, rhythm=programme.rhythm) for mentee in mentees
    ]
    new = _not_running(session, programme.id, wanted)
    make(session, turn, programme.id, new, by=coordinator.id)
    welcome.welcome(session, turn, programme.id)
    made = {each.mentee for each in new.values()}
    return Paired(
        reader=coordinator.reader,
        programme=programme.name,
        mentor=mentor.name,
        made=tuple(mentee.name for mentee in mentees if mentee.id in made),
        there_already=tuple(mentee.name for mentee in mentees if mentee.id not in made),
    )


def _programmes(session: Session, coordinator: MemberRecord) -> list[str]:
    theirs = [name for _, name in coordinators.programmes_of(session, coordinator.id)]
    if not theirs:
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return theirs


def real(person: Person | None) -> Person:
    """A person whom nothing that the directory says keeps out. Raises Refused."""
    if person is None:
        raise Refused(Refusal.PAIR_NOT_A_PERSON)
    if person.bot:
        raise Refused(Refusal.PAIR_NOT_A_PERSON, person.name)
    if person.gone:
        raise Refused(Refusal.PAIR_GONE, person.name)
    if person.outside:
        raise Refused(Refusal.PAIR_OUTSIDE, person.name)
    return person


def _seated(
    session: Session, turn: Turn, people: Iterable[Person], coordinator: MemberRecord
) -> dict[str, MemberRecord]:
    seated = members.welcome(session, turn, people, zone=coordinator.zone)
    for member in seated.values():
        if member.consent is Consent.REFUSED:
            raise Refused(Refusal.PAIR_REFUSED, member.name)
    return seated


def _not_running(session: Session, programme: ProgrammeId, wanted: Iterable[Wanted]) -> dict[str, Wanted]:
    """Those to make, by keys that are free: a pairing that is over keeps its own, and the next one is numbered."""
    new = {}
    for each in wanted:
        first = key = key_of(session, each)
        episode = 1
        while (state := importing.states(session, programme, [key]).get(key)) in OVER:
            episode += 1
            key = f"{episode}|{first}"
        if state is None:
            new[key] = each
    return new
