"""What a notice says, read from today's facts just before it is sent or painted again."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Final

from bot.domain.case_sayings import CaseCard, LongPause, PrivateLine
from bot.domain.checkin import Meeting
from bot.domain.group_sayings import GroupSaying, RoundSaying
from bot.domain.ids import NoticeId
from bot.domain.introduction import meeting_slots
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER, RUNNING, PairingState, Role
from bot.domain.rotation_sayings import RotationSaying
from bot.domain.sayings import AskedAgain, FirstMeeting, FirstWord, Introduction, Prompt, Saying, Untrue, Words
from bot.domain.turn import Turn
from bot.services import asked, group_faces, group_told, rotation_told, round_told, seats, told, welcome, written
from bot.services.calendar import hours_of
from storage import coordinator as coordinators
from storage import formations
from storage import member as members
from storage import pairing as pairings
from storage import programme as programmes
from storage.message import NoticeRecord
from storage.session import Session

SETTLED: Final = frozenset({Meeting.PLANNED, Meeting.MET})


def load(session: Session, turn: Turn, notices: Collection[NoticeRecord]) -> dict[NoticeId, Saying | Untrue]:
    """Each notice as it stands today. What was said once is shown for ever, so only `first_time` asks if it is due."""
    said: dict[NoticeId, Saying | Untrue] = {}
    several: dict[LoaderOfSeveral, list[NoticeRecord]] = defaultdict(list)
    for notice in notices:
        if notice.kind in LOADERS_OF_SEVERAL:
            several[LOADERS_OF_SEVERAL[notice.kind]].append(notice)
        else:
            said[notice.id] = LOADERS[notice.kind](session, turn, notice)
    for loader, theirs in several.items():
        said |= loader(session, turn, theirs)
    return said


def first_time(saying: Saying | Untrue) -> Saying | Untrue:
    """What a notice says that was not said yet: what is no longer true stays unsaid."""
    if isinstance(saying, GroupSaying | RoundSaying | RotationSaying):
        return _first_time_among_several(saying)
    match saying:
        case Prompt() | AskedAgain():
            return asked.first_time(saying)
        case Introduction(over=True) | FirstMeeting(over=True):
            return Untrue(why="pairing over")
        case FirstMeeting(meeting=answer) if answer is not None:
            return Untrue(why="answered")
        case FirstMeeting(settled=True):
            return Untrue(why="a partner has said so")
        case Words(lines=()) | PrivateLine(waiting=False):
            return Untrue(why="taken back")
        case CaseCard():
            return told.first_time(saying)
        case LongPause(back=True):
            return Untrue(why="back early")
        case Introduction(planned_by=(_, *_)):
            return Untrue(why="introduced")
        case _:
            return saying


def _first_time_among_several(saying: GroupSaying | RoundSaying | RotationSaying) -> Saying | Untrue:
    if isinstance(saying, RotationSaying):
        return rotation_told.first_time(saying)
    return group_told.first_time(saying)


def _first_word(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    member = members.by_id(session, notice.hearer)
    mine = pairings.of_member(session, member.id, {*RUNNING, PairingState.ACCEPTED})
    heard_by = [view.coordinator for view in seats.views(session, member.id, mine) if view.coordinator]
    theirs = [group.programme_id for group in group_faces.of_member(session, member.id)]
    theirs += [each.programme_id for each in formations.awaited_by(session, member.id) if each.programme_id]
    heard_by += [name for each in theirs if (name := group_faces.coordinator_of_programme(session, each))]
    programmes_of = [pairings.programme_of(session, pairing) for pairing in mine] + theirs
    return FirstWord(
        notice=notice.id,
        name=member.name,
        programme=programmes.name_of(session, programmes_of[0]) if programmes_of else "",
        coordinators=tuple(dict.fromkeys(heard_by)),
        hours=hours_of(member, turn.now),
        consent=member.consent,
        peers=bool(theirs) and not mine,
    )


def _introduction(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    pairing = notice.within
    about = pairings.by_id(session, pairing)
    seated = pairings.sittings(session, [pairing])[pairing]
    heard_by = coordinators.of_pairings(session, [pairing])[pairing]
    all_hours = tuple(hours_of(each.member, turn.now) for each in seated)
    mentee = next(each for each in seated if each.role is Role.MENTEE)
    return Introduction(
        notice=notice.id,
        pairing=pairing,
        programme=programmes.name_of(session, about.programme_id),
        coordinator=heard_by[0].name if heard_by else "",
        mentors=tuple(each.member.named for each in seated if each.role is Role.MENTOR),
        mentee=mentee.member.named,
        focus=about.focus,
        sites=about.site,
        rhythm=about.rule,
        slots=meeting_slots(all_hours, about.introduced_at or turn.now),
        zones=tuple(dict.fromkeys(each.member.zone for each in seated)),
        planned_by=tuple(each.member.name for each in seated if each.meeting in SETTLED),
        over=about.state in OVER,
    )


def _first_meeting(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    view = seats.view(session, notice.hearer, notice.within)
    seated = pairings.sittings(session, [view.pairing])[view.pairing]
    return FirstMeeting(
        notice=notice.id,
        pairing=view.pairing,
        partners=view.names,
        meeting=view.mine.meeting,
        settled=any(each.meeting in SETTLED for each in seated if each.member.id != notice.hearer),
        over=pairings.by_id(session, view.pairing).state in OVER,
    )


Loader = Callable[[Session, Turn, NoticeRecord], Saying | Untrue]
LoaderOfSeveral = Callable[[Session, Turn, Collection[NoticeRecord]], dict[NoticeId, Saying | Untrue]]

LOADERS_OF_SEVERAL: Final[dict[NoticeKind, LoaderOfSeveral]] = {
    NoticeKind.PROMPT: asked.prompts,
    NoticeKind.REMINDER: asked.prompts,
    NoticeKind.CASE: told.case_cards,
    NoticeKind.CONCERN: told.case_cards,
}
"""Nearly all that is said: what is due together is read together."""

LOADERS: Final[dict[NoticeKind, Loader]] = {
    NoticeKind.FIRST_WORD: _first_word,
    NoticeKind.INTRODUCTION: _introduction,
    NoticeKind.FIRST_MEETING: _first_meeting,
    NoticeKind.WORDS: written.words,
    NoticeKind.TYPED: written.typed,
    NoticeKind.DELETED: written.deleted,
    NoticeKind.LINE: told.line,
    NoticeKind.WITHDRAWN: told.withdrawn,
    NoticeKind.ENDED: told.ended,
    NoticeKind.LONG_PAUSE: told.long_pause,
    NoticeKind.CONCERN_STANDS: told.concern_stands,
    NoticeKind.CARE: told.care,
    NoticeKind.WELCOME: welcome.load,
    NoticeKind.GROUP_CARD: group_told.card,
    NoticeKind.GROUP_INVITED: group_told.invited,
    NoticeKind.GROUP_ADRIFT: group_told.adrift,
    NoticeKind.GROUP_OVER: group_told.over,
    NoticeKind.ROUND: round_told.opened,
    NoticeKind.ROUND_DIGEST: round_told.digest,
    NoticeKind.ROUND_PRIVATE: round_told.private,
    NoticeKind.ROUND_GUIDE: round_told.guide,
    NoticeKind.ROUND_NUDGE: round_told.nudge,
    NoticeKind.ROTATION_CARD: rotation_told.card,
    NoticeKind.ROTATION_INVITED: rotation_told.invited,
    NoticeKind.ROTATION_WARNING: rotation_told.warning,
    NoticeKind.ROTATION_MEETING: rotation_told.meeting,
    NoticeKind.ROTATION_LEFT_OUT: rotation_told.left_out,
    NoticeKind.ROTATION_NUDGE: rotation_told.nudge,
    NoticeKind.ROTATION_ASK: rotation_told.ask,
    NoticeKind.ROTATION_STAY: rotation_told.stay,
    NoticeKind.ROTATION_ASIDE: rotation_told.aside,
    NoticeKind.GROUP_WORD: group_told.word,
    NoticeKind.GROUP_FORMED: group_told.formed,
    NoticeKind.FORMATION: group_told.formation,
    NoticeKind.GROUP_MERGED: group_told.merged,
    NoticeKind.GROUP_GROWS: group_told.grows,
}
