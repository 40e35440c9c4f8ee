"""Forming groups: begun by a form, changed in review, made or dropped by whoever runs a programme."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from bot.domain.calendar import local_day, working_day_from
from bot.domain.formation import LARGEST, MOST_PEOPLE, SIZES, FormationState, Why
from bot.domain.formation_showings import FormationForm, FormationMove, FormationReview, FormationStarted
from bot.domain.forming import SMALLEST, USUAL
from bot.domain.groups import LONGEST_NAME, LONGEST_TEXT, MOST_QUESTIONS, questions_of
from bot.domain.ids import DraftId, FormationId, MemberId, ProgrammeId
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Caller, Turn
from bot.ports import Venue
from bot.services import circles, formation_faces, gathering
from bot.services.calendar import hours_of
from bot.services.founding import HOUR, like_of, programmes_of
from bot.services.gathering import WorkedOut
from bot.services.seats import me
from storage import audit, formation_places, formations, groups, together
from storage import programme as programmes
from storage import surface as surfaces
from storage.formations import FormationRecord
from storage.member import MemberRecord
from storage.session import Session

LONGEST_NUMBER: Final = 4
"""Of what tells the groups of one name apart: a space and a number."""

A_WEEK: Final = timedelta(days=7)
"""From the form to the first round: time for review, for everybody's first word, and to join."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationGiven:
    """A form as it came back; `form` names this opening of it. `people` are ids in the directory, `channel` is '' where
    none was chosen; `into` is the programme of groups that are there already, none for new ones of a `name`.
    """

    form: str
    people: tuple[str, ...]
    channel: str
    into: ProgrammeId | None
    name: str
    size: int
    questions: str
    rhythm: Rhythm
    first_on: date
    opens_at: time
    like: ProgrammeId | None


def form(session: Session, caller: Caller, turn: Turn) -> FormationForm:
    """Raises Refused for somebody who runs no programme."""
    member = me(session, caller)
    like = programmes_of(session, member)
    hours = hours_of(member, turn.now)
    return FormationForm(
        reader=member.reader,
        into=tuple(_with_groups(session, like).items()),
        like=tuple(like.items()),
        rhythm=Rhythm.FORTNIGHTLY,
        first_on=working_day_from(hours, local_day(hours, turn.now) + A_WEEK),
        opens_at=HOUR,
        size=USUAL,
    )


def start(session: Session, caller: Caller, turn: Turn, given: FormationGiven, venue: Venue | None) -> FormationStarted:
    """People are looked up, then groups are proposed; the same form twice is one list. Raises Refused."""
    member = me(session, caller)
    theirs = programmes_of(session, member)
    like = like_of(theirs, given.like)
    if given.into is not None and given.into not in _with_groups(session, theirs):
        raise Refused(Refusal.STALE)
    _sound(session, given, turn, member)
    if venue is not None:
        _readable(venue)
    id = FormationId(turn.new_id())
    made = formations.add(
        session,
        turn,
        id,
        form=given.form,
        like_id=like,
        programme_id=given.into,
        started_by=member.id,
        source=venue.id if venue is not None else "",
        source_name=venue.name if venue is not None else "",
        name=programmes.name_of(session, given.into) if given.into else given.name.strip(),
        questions="\n".join(questions_of(given.questions)),
        language=member.language,
        zone=member.zone,
        rhythm=given.rhythm,
        first_on=given.first_on,
        opens_at=given.opens_at,
        size=given.size,
    )
    if made:
        found = formations.find(session, id)
        assert found is not None
        gathering.list_people(session, turn, found, given.people)
        audit.record(session, turn, member=member.id, act="form", subject="formation", subject_id=id)
    return FormationStarted(reader=member.reader, source=venue.name if venue is not None else "")


def review(session: Session, caller: Caller, turn: Turn, id: FormationId, page: int = 0) -> FormationReview:
    """Raises Refused for somebody who does not run it."""
    member = me(session, caller)
    found = mine(session, member, formations.find(session, id))
    return FormationReview(reader=member.reader, face=formation_faces.face(session, turn, found), page=max(page, 0))


def moving(
    session: Session, caller: Caller, turn: Turn, id: FormationId, draft: DraftId | None, page: int
) -> FormationMove:
    """Who of a group can be moved, and where to; without a `draft` of those who are in none. Raises Refused."""
    member = me(session, caller)
    found = reviewed(mine(session, member, formations.find(session, id)))
    return formation_faces.move(session, turn, member, found, draft, page)


def move(
    session: Session,
    caller: Caller,
    turn: Turn,
    id: FormationId,
    who: MemberId,
    to: DraftId | None,
) -> None:
    """Somebody comes into another group, or, without one, is left out. Raises Refused."""
    member = me(session, caller)
    found = reviewed(mine(session, member, formations.locked(session, id)))
    place = formation_places.place_of(session, id, who)
    if place is None or (place.why is not None and place.why not in formation_faces.MOVABLE):
        raise Refused(Refusal.STALE)
    if to is None:
        formation_places.change_places(session, {place.id: {"draft_id": None, "why": Why.LEFT_OUT}})
    elif to != place.draft_id:
        _fits(session, found, place.key, to)
        formation_places.change_places(session, {place.id: {"draft_id": to, "why": None}})
    formations.change(session, id, nth=found.nth + 1)
    surfaces.want(session, turn, [id])


def others(session: Session, caller: Caller, turn: Turn, id: FormationId) -> WorkedOut:
    """Other groups of the same people, where others are as good; whoever was left out stays so. Changes nothing, since
    of many people it takes long. Raises Refused.
    """
    member = me(session, caller)
    return gathering.work_out(session, turn, reviewed(mine(session, member, formations.find(session, id))))


def anew(session: Session, caller: Caller, turn: Turn, id: FormationId, worked: WorkedOut) -> None:
    """Takes what was worked out, unless somebody was quicker: then what they see stands. Raises Refused."""
    member = me(session, caller)
    found = reviewed(mine(session, member, formations.locked(session, id)))
    if found.nth == worked.nth:
        gathering.save_proposal(session, turn, found, worked)


def drop(session: Session, caller: Caller, turn: Turn, id: FormationId) -> None:
    """Nobody hears of it, and the list is forgotten. Raises Refused."""
    member = me(session, caller)
    found = mine(session, member, formations.locked(session, id))
    if found.state in (FormationState.GATHERING, FormationState.PROPOSED):
        gathering.drop(session, turn, found, by=member.id)
        audit.record(session, turn, member=member.id, act="drop", subject="formation", subject_id=id)


def mine(session: Session, member: MemberRecord, found: FormationRecord | None) -> FormationRecord:
    """Raises Refused for whoever does not run the programme that answers for it."""
    if found is None or found.like_id not in programmes_of(session, member):
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return found


def reviewed(found: FormationRecord) -> FormationRecord:
    """Raises Refused for one that is not under review any more, or not yet."""
    if found.state is not FormationState.PROPOSED:
        raise Refused(Refusal.FORMATION_OVER, found.name)
    return found


def _fits(session: Session, found: FormationRecord, who: MemberId, to: DraftId) -> None:
    """Raises Refused where a group has no room, or somebody in it and whoever comes are not to be together."""
    draft = formations.draft(session, to)
    if draft is None or draft.formation_id != found.id:
        raise Refused(Refusal.STALE)
    name, inside = formation_faces.name_of(session, draft), circles.of_draft(session, draft)
    if len(inside) >= LARGEST:
        raise Refused(Refusal.FORMATION_FULL, name)
    never = together.never(session, {who, *inside})
    if any(frozenset((who, each)) in never for each in inside):
        raise Refused(Refusal.FORMATION_APART, name)


def _sound(session: Session, given: FormationGiven, turn: Turn, member: MemberRecord) -> None:
    """Raises Refused beside the field that is wrong."""
    if not given.people and not given.channel:
        raise Refused(Refusal.FORMATION_OF_WHOM, field="people")
    if len(given.people) > MOST_PEOPLE:
        raise Refused(Refusal.FORMATION_OF_MANY, str(MOST_PEOPLE), field="people")
    if not given.channel and len(given.people) < SMALLEST and given.into is None:
        raise Refused(Refusal.FORMATION_OF_FEW, str(SMALLEST), field="people")
    if given.into is None:
        if not given.name.strip() or len(given.name) > LONGEST_NAME - LONGEST_NUMBER:
            raise Refused(Refusal.GROUP_NAME, str(LONGEST_NAME - LONGEST_NUMBER), field="group_name")
        if programmes.is_there(session, given.name.strip()):
            raise Refused(Refusal.NAME_TAKEN, given.name.strip(), field="group_name")
    if not 0 < len(questions_of(given.questions)) <= MOST_QUESTIONS or len(given.questions) > LONGEST_TEXT:
        raise Refused(Refusal.GROUP_QUESTIONS, str(LONGEST_TEXT), field="questions")
    if given.size not in SIZES:
        raise Refused(Refusal.GROUP_SIZE, str(SIZES.start), str(SIZES.stop - 1), field="size")
    if given.first_on <= local_day(hours_of(member, turn.now), turn.now):
        raise Refused(Refusal.ROUND_TOO_SOON, field="next_on")


def _readable(venue: Venue) -> None:
    """Raises Refused, with what to do, where the bot cannot see who is in a channel."""
    if venue.lacking:
        raise Refused(Refusal.FORMATION_SCOPES, *sorted(venue.lacking), field="channel")
    if not venue.seen or not venue.inside:
        raise Refused(Refusal.FORMATION_UNSEEN, field="channel")
    if venue.readers > 10 * MOST_PEOPLE:
        raise Refused(Refusal.FORMATION_OF_MANY, str(MOST_PEOPLE), field="channel")


def _with_groups(session: Session, theirs: Collection[ProgrammeId]) -> dict[ProgrammeId, str]:
    """Of these programmes those of peer groups that live, by name."""
    living = {each.programme_id for each in groups.living_of(session, theirs) if each.kind is ProgrammeKind.PEER_GROUP}
    named = {each: programmes.name_of(session, each) for each in living}
    return dict(sorted(named.items(), key=lambda each: (each[1].casefold(), each[0])))
