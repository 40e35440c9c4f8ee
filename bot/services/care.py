"""[Message them]: a coordinator writes to the people of a case, by the bot, in their own words."""

from bot.domain.calendar import next_working_moment
from bot.domain.case import PRIVATE
from bot.domain.case_showings import CareForm, CareSent
from bot.domain.checkin import About, Audience
from bot.domain.ids import CaseId, GroupId, MemberId, PairingId
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import group_cases, hearers, seats
from bot.services.calendar import hours_of
from bot.services.cases import hearing, written
from bot.services.checkin import LONGEST
from storage import audit, heard
from storage import case as cases
from storage import concern as concerns
from storage import entry as entries
from storage import member as members
from storage import notice as notices
from storage import pairing as pairings
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session


def form(session: Session, caller: Caller, turn: Turn, case: CaseId) -> CareForm:
    """To whom one can write, and about what. Raises Refused."""
    member = seats.me(session, caller)
    found = cases.by_id(session, case)
    if found is None or member.id not in {each.id for each in hearers.of_case(session, found)}:
        raise Refused(Refusal.CASE_UNKNOWN)
    people = _people(session, found, member)
    if not people:
        raise Refused(Refusal.NOBODY_TO_WRITE_TO)
    return CareForm(
        reader=member.reader,
        case=case,
        code=found.code,
        rule=found.rule,
        people=tuple(each.named for each in people),
        private=found.rule in PRIVATE,
    )


def send(
    session: Session, caller: Caller, turn: Turn, case: CaseId, text: str, chosen: tuple[MemberId, ...], form: str
) -> CareSent:
    """One message to each, in their next working hour; writing is a step, so that the case does not expire.

    `form` is what Slack calls this one opening of the form: sent again with the same in it, nothing is written twice.
    """
    sender, found = hearing(session, caller, case)
    people = [each for each in _people(session, found, sender) if each.id in chosen]
    if not people:
        raise Refused(Refusal.NOBODY_TO_WRITE_TO, field="people")
    words = words_of(text)
    if heard.form_once(session, form, repr((case, words, chosen)), turn.now):
        for person in people:
            write_to(session, turn, sender, person, words, pairing=found.pairing_id, group=found.group_id)
        written(session, turn, found, sender)
        audit.record(session, turn, member=sender.id, act="write", subject="case", subject_id=case)
    return CareSent(reader=sender.reader, people=tuple(each.name for each in people))


def _people(session: Session, case: CaseRecord, sender: MemberRecord) -> list[MemberRecord]:
    """Who can be written to: of a private case only whoever gave the signal, by somebody who has read it."""
    if case.rule in PRIVATE:
        concern = concerns.of_case(session, case.id)
        if concern is None or not audit.has(session, sender.id, "read", concern.id):
            return []
        return [members.by_id(session, concern.member_id)]
    if case.group_id is not None:
        return group_cases.people(session, case)
    seated = pairings.sittings(session, [case.within])[case.within]
    return [each.member for each in seated if each.member.reachable]


def words_of(text: str) -> str:
    """What was written. Raises Refused when there is nothing, or too much of it."""
    if not text.strip():
        raise Refused(Refusal.NOTHING_WRITTEN, field="care")
    if len(text) > LONGEST:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field="care")
    return text.strip()


def write_to(
    session: Session,
    turn: Turn,
    sender: MemberRecord,
    person: MemberRecord,
    text: str,
    *,
    pairing: PairingId | None,
    group: GroupId | None = None,
) -> None:
    """Words for one person alone, in their next working hour."""
    entry = entries.write(
        session,
        turn,
        author=sender.id,
        update_id=None,
        about=About.CARE,
        text=text,
        audience=Audience.PARTNER,
        readers=[person.id],
    )
    assert entry is not None
    made = notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.CARE,
                key=f"care:{entry}",
                member=person.id,
                pairing=pairing,
                group=group,
                subject=entry,
                not_before=next_working_moment(hours_of(person, turn.now), turn.now),
            )
        ],
    )
    for notice in made.values():
        entries.release(session, [entry], person.id, notice)
