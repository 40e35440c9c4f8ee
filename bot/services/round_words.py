"""What people say in a round beside its thread: that they are here, the form, words for whoever leads it."""

from dataclasses import dataclass

from bot.domain.group_showings import HereNow, PrivateRead, PromiseMade, RoundAnswered, RoundForm
from bot.domain.groups import Room
from bot.domain.ids import MemberId, PromiseId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.promises import LONGEST
from bot.domain.refusals import Refusal, Refused
from bot.domain.rounds import Heard, PromiseState, RoundState
from bot.domain.turn import Caller, Turn
from bot.services.seats import me
from bot.services.taking_part import LONGEST_WORDS, answered, came, is_in, show_anew
from storage import groups, membership, round_words, rounds
from storage import heard as events
from storage import member as members
from storage import notice as notices
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.rounds import RoundRecord
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundGiven:
    """A form as it came back: words and who reads them, a promise, and what became of earlier ones."""

    form: str
    words: str
    heard: Heard
    promise: str
    settled: tuple[tuple[PromiseId, PromiseState], ...]


def here_now(session: Session, caller: Caller, turn: Turn, id: RoundId) -> HereNow:
    """[I'm here]. Raises Refused as `form` does."""
    groups.lock(session, [_of(session, id).group_id])
    member, round, group = _open(session, caller, id)
    came(session, turn, round, member.id)
    show_anew(session, turn, round)
    return HereNow(reader=member.reader, name=group.name)


def form(session: Session, caller: Caller, turn: Turn, id: RoundId) -> RoundForm:
    """Raises Refused for whoever is not in the group, and once the round has closed."""
    member, round, group = _open(session, caller, id)
    return RoundForm(
        reader=member.reader,
        round=id,
        name=group.name,
        leads=_leads(session, round, member),
        direct=group.room is Room.DIRECT,
        promises=tuple(_unsettled(session, round, member.id)),
    )


def answer(session: Session, caller: Caller, turn: Turn, id: RoundId, given: RoundGiven) -> RoundAnswered:
    """The form, sent. The same form twice is kept once. Raises Refused."""
    groups.lock(session, [_of(session, id).group_id])
    member, round, group = _open(session, caller, id)
    words, promised = given.words.strip(), given.promise.strip()
    if len(words) > LONGEST_WORDS:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST_WORDS), field="words")
    if len(promised) > LONGEST:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field="promise")
    if not words and not promised and not given.settled:
        raise Refused(Refusal.NOTHING_WRITTEN, field="words")
    leads = _leads(session, round, member)
    heard = given.heard if leads else Heard.GROUP
    if events.form_once(session, given.form, f"{words}\n{promised}", turn.now):
        _settle(session, turn, round, member, given)
        if words:
            _keep(session, turn, round, member, words, heard)
        if promised:
            round_words.promise(session, turn, group.id, round.id, member.id, promised, entry=None)
        if words or promised:
            answered(session, turn, round, member.id)
        show_anew(session, turn, round)
    return RoundAnswered(
        reader=member.reader,
        name=group.name,
        leads=leads,
        private=bool(words) and heard is Heard.FACILITATOR,
        to_group=bool(words) and heard is Heard.GROUP,
        promised=bool(promised),
        settled=len(given.settled),
        named=_named(session, group, member.id),
    )


def read_private(session: Session, caller: Caller, turn: Turn, id: RoundId) -> PrivateRead:
    """[Read]: the words of a round for this reader alone. Raises Refused."""
    member = me(session, caller)
    round = _of(session, id)
    said = round_words.said_to(session, id, member.id)
    if not said:
        raise Refused(Refusal.NOT_YOURS)
    people = members.by_ids(session, {author for author, _ in said})
    return PrivateRead(
        reader=member.reader,
        name=groups.by_id(session, round.group_id).name,
        said=tuple((people[author].name, words) for author, words in said),
    )


def _keep(session: Session, turn: Turn, round: RoundRecord, member: MemberRecord, words: str, heard: Heard) -> None:
    reader = round.facilitator_id if heard is Heard.FACILITATOR else None
    round_words.write(session, turn, round.id, member.id, words, heard=heard, reader=reader)
    if reader is not None:
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.ROUND_PRIVATE,
                    key=f"{NoticeKind.ROUND_PRIVATE}:{round.id}:{member.id}:{turn.now.isoformat()}",
                    member=reader,
                    pairing=None,
                    group=round.group_id,
                    subject=round.id,
                    not_before=turn.now,
                )
            ],
        )


def _settle(session: Session, turn: Turn, round: RoundRecord, member: MemberRecord, given: RoundGiven) -> None:
    """Only one's own, and only of the round before."""
    mine = {each.promise for each in _unsettled(session, round, member.id)}
    for promise, state in given.settled:
        if promise in mine:
            round_words.settle(session, turn, promise, member.id, state)


def _unsettled(session: Session, round: RoundRecord, member: MemberId) -> list[PromiseMade]:
    before = rounds.closed_before(session, round)
    made = round_words.promises(session, [before.id]) if before else []
    return [
        PromiseMade(promise=each.id, words=each.words, state=each.state) for each in made if each.member_id == member
    ]


def _open(session: Session, caller: Caller, id: RoundId) -> tuple[MemberRecord, RoundRecord, GroupRecord]:
    member, round = me(session, caller), _of(session, id)
    group = groups.by_id(session, round.group_id)
    if not is_in(session, round, member.id):
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    if round.state is not RoundState.OPEN or group.over:
        raise Refused(Refusal.ROUND_CLOSED)
    return member, round, group


def _of(session: Session, id: RoundId) -> RoundRecord:
    round = rounds.by_id(session, id)
    if round is None:
        raise Refused(Refusal.STALE)
    return round


def _leads(session: Session, round: RoundRecord, member: MemberRecord) -> str:
    """Who leads the round; '' for themselves, and where nobody does."""
    if round.facilitator_id is None or round.facilitator_id == member.id:
        return ""
    return members.by_id(session, round.facilitator_id).name


def _named(session: Session, group: GroupRecord, member: MemberId) -> bool:
    mine = membership.one(session, group.id, member)
    return mine is not None and mine.named
