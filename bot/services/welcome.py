"""The first word to those who run a programme: what comes to them, and what they can do."""

from bot.domain.calendar import next_working_moment
from bot.domain.case_sayings import Welcome
from bot.domain.ids import ProgrammeId
from bot.domain.notice import NoticeKind
from bot.domain.sayings import Saying, Untrue
from bot.domain.turn import Turn
from bot.services.calendar import hours_of
from storage import coordinator as coordinators
from storage import notice as notices
from storage import programme as programmes
from storage.message import NoticeRecord
from storage.notice import ToSay
from storage.session import Session


def welcome(session: Session, turn: Turn, programme: ProgrammeId) -> None:
    """Once to each of them, however often pairs are brought in."""
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.WELCOME,
                key=f"welcome:{programme}:{each.id}",
                member=each.id,
                pairing=None,
                subject=programme,
                not_before=next_working_moment(hours_of(each, turn.now), turn.now),
            )
            for each in coordinators.of_programme(session, programme)
        ],
    )


def load(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    programme = ProgrammeId(notice.about)
    run_by = coordinators.of_programme(session, programme)
    if notice.hearer not in {each.id for each in run_by}:
        return Untrue(why="not theirs")
    first = run_by[0].id == notice.hearer
    others = [each.name for each in run_by if each.id != notice.hearer]
    return Welcome(
        notice=notice.id,
        programme=programmes.name_of(session, programme),
        first=first,
        other=others[0] if others else "",
    )
