"""The forms of forming groups as they come back, read once, at the door."""

from dataclasses import dataclass

from bot.domain.ids import DraftId, FormationId, MemberId, ProgrammeId
from bot.domain.rhythm import Rhythm
from bot.services.formations import FormationGiven
from handlers.fields import option_of, part_of, state_of, text_of, time_of
from handlers.payloads import Payload, Unreadable, clean, form, metadata
from handlers.values import day, draft, draft_of, uuid
from handlers.views import ids


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """Somebody is to come into another group, or, without a `to`, into none."""

    formation: FormationId
    who: MemberId
    to: DraftId | None
    page: int


def submitted(body: Payload) -> FormationGiven:
    state = state_of(body)
    people = part_of(state, ids.PEOPLE, ids.PEOPLE).get("selected_users") or ()
    like, into = option_of(state, ids.LIKE, ids.LIKE), option_of(state, ids.INTO, ids.INTO)
    size = option_of(state, ids.SIZE, ids.SIZE)
    if not size.isdecimal():
        raise Unreadable(ids.SIZE)
    try:
        rhythm = Rhythm(option_of(state, ids.RHYTHM, ids.RHYTHM))
    except ValueError:
        raise Unreadable(ids.RHYTHM) from None
    return FormationGiven(
        form=form(body),
        people=tuple(str(each) for each in people),
        channel=str(part_of(state, ids.CHANNEL, ids.CHANNEL).get("selected_conversation") or ""),
        into=ProgrammeId(uuid(into)) if into and into != ids.NOBODYS else None,
        name=clean(text_of(state, ids.GROUP_NAME, ids.TEXT)),
        size=int(size),
        questions=clean(text_of(state, ids.QUESTIONS, ids.TEXT)),
        rhythm=rhythm,
        first_on=day(str(part_of(state, ids.NEXT_ON, ids.NEXT_ON).get("selected_date") or "")),
        opens_at=time_of(state, ids.OPENS_AT),
        like=ProgrammeId(uuid(like)) if like else None,
    )


def moved(body: Payload) -> Moved:
    state = state_of(body)
    formation, _, page = draft_of(metadata(body))
    to = option_of(state, ids.WHERE_TO, ids.WHERE_TO)
    return Moved(
        formation=formation,
        who=MemberId(uuid(option_of(state, ids.WHO, ids.WHO))),
        to=None if to == ids.NOBODYS else draft(to),
        page=page,
    )
