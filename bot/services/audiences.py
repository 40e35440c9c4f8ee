"""[Change who sees this]: each text of an answer, and who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.checkin import About, Audience
from bot.domain.ids import EntryId, MemberId, PromptId
from bot.domain.showings import AudienceForm, Saved
from bot.domain.turn import Caller, Turn
from bot.services import checkin_form, seats, texts
from bot.services.checkin import mine, paint_again, written
from bot.services.texts import Wanted
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class AudiencesGiven:
    """The form as it came."""

    prompt: PromptId
    chosen: Mapping[EntryId, Audience]
    readers: tuple[MemberId, ...]


def form(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> AudienceForm:
    answer = checkin_form.form(session, caller, turn, prompt)
    return AudienceForm(reader=answer.reader, answer=answer)


def change(session: Session, caller: Caller, turn: Turn, given: AudiencesGiven) -> Saved:
    """Raises Refused. A private line stays the coordinator's."""
    found = mine(session, caller, turn, given.prompt)
    view = seats.view(session, found.member_id, found.pairing_id)
    before = written(session, found)
    open_to = [each for each in before if each.id in given.chosen and each.about is not About.PRIVATE_LINE]
    wanted = [Wanted(about=each.about, before=each, text=None, audience=given.chosen[each.id]) for each in open_to]
    texts.check_readers(view, wanted, given.readers)
    touched = texts.keep(session, turn, view, found, wanted, given.readers)
    paint_again(session, turn, found, also={found.checkin_id, *(each.id for each in touched)})
    after = {each.id: each for each in (*before, *touched)}
    return texts.saved(view, found, before=before, after=[*after.values()])
