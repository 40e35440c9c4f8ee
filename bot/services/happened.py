"""What has happened once messages stand in Slack: people are greeted, introduced and asked, and have heard."""

from collections.abc import Sequence

from bot.domain.ids import CaseId, EncounterId, PromptId, RoundId
from bot.domain.life import after
from bot.domain.notice import NOTICES, Fate, NoticeKind
from bot.domain.pairing import LIFE, PairingStep
from bot.domain.sayings import Place
from bot.domain.turn import Turn
from bot.services import encounters, hearers, rounds
from bot.services import whereabouts as whereabouts_of
from bot.services.periods import open_checkin
from storage import checkin as checkins
from storage import entry as entries
from storage import member as members
from storage import pairing as pairings
from storage import rounds as storage_rounds
from storage import step as steps
from storage import surface as surfaces
from storage.message import NoticeRecord
from storage.session import Session

Said = tuple[NoticeRecord, Place]
"""A notice, and where it stands."""


def happened(session: Session, turn: Turn, said: Sequence[Said]) -> None:
    """Needs the locks of their pairings and groups, and of all pairings of those who are greeted."""
    for notice, place in said:
        _happened(session, turn, notice, place)
    _asked(session, turn, [notice for notice, _ in said if notice.kind is NoticeKind.PROMPT])
    _heard(session, turn, [notice for notice, _ in said if notice.kind in (NoticeKind.CASE, NoticeKind.CONCERN)])
    members.reached_in(session, {notice.hearer: place.conversation for notice, place in said if _in_a_dm(notice)})


def _in_a_dm(notice: NoticeRecord) -> bool:
    return notice.member_id is not None and NOTICES[notice.kind].fate is Fate.LOOK and not notice.thread


def _happened(session: Session, turn: Turn, notice: NoticeRecord, place: Place) -> None:
    match notice.kind:
        case NoticeKind.FIRST_WORD:
            pairings.look_at_all_of(session, notice.hearer, turn.now)
            members.change(session, notice.hearer, greeted_at=turn.now)
        case NoticeKind.INTRODUCTION:
            introduced(session, turn, notice, place)
        case NoticeKind.ROUND:
            rounds.opened(session, turn, RoundId(notice.about), place)
            whereabouts_of.opened(session, notice.gathering, place)
        case NoticeKind.ROUND_DIGEST:
            storage_rounds.change(session, RoundId(notice.about), digest_at=turn.now)
        case NoticeKind.GROUP_CARD:
            whereabouts_of.opened(session, notice.gathering, place)
        case NoticeKind.ROTATION_MEETING:
            encounters.introduced(session, turn, EncounterId(notice.about), place)
        case NoticeKind.WORDS:
            surfaces.want(session, turn, entries.told_by(session, notice.id))
        case _:
            pass


def introduced(session: Session, turn: Turn, notice: NoticeRecord, place: Place) -> None:
    before = pairings.by_id(session, notice.within)
    if before.introduced_at is not None:
        return
    state = after(LIFE, before.state, PairingStep.INTRODUCE)
    pairings.change(session, before.id, state=state, introduced_at=turn.now, conversation=place.conversation)
    steps.record(
        session,
        turn,
        subject="pairing",
        subject_id=before.id,
        from_state=before.state,
        step=PairingStep.INTRODUCE,
        to_state=state,
        by=None,
    )


def _asked(session: Session, turn: Turn, notices: Sequence[NoticeRecord]) -> None:
    if not notices:
        return
    prompts = checkins.prompts(session, {PromptId(each.about) for each in notices})
    checkins.change_prompts(session, {each: {"delivered_at": turn.now} for each in prompts})
    for checkin in sorted({each.checkin_id for each in prompts.values()}):
        open_checkin(session, turn, checkin, by=None)


def _heard(session: Session, turn: Turn, notices: Sequence[NoticeRecord]) -> None:
    """In the order of the cases' locks."""
    for notice in sorted(notices, key=lambda each: each.about):
        hearers.heard(session, turn, notice.hearer, CaseId(notice.about))
