"""Who hears of groups that are formed: whoever asked for them, or, once they are gone, the next who runs them."""

from bot.domain.calendar import next_working_moment
from bot.domain.formation import FormationState
from bot.domain.ids import MemberId
from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from bot.services.calendar import hours_of
from storage import coordinator as coordinators
from storage import formations
from storage import member as members
from storage import notice as notices
from storage.formations import FormationRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session


def reviewer(session: Session, found: FormationRecord) -> MemberRecord:
    """The first of them who can be reached; whoever asked where nobody can."""
    asked = members.by_id(session, found.started_by)
    others = coordinators.of_programme(session, found.programme_id or found.like_id)
    return next((each for each in (asked, *others) if each.reachable), asked)


def tell(session: Session, turn: Turn, found: FormationRecord) -> None:
    """Once each: whoever asked for it at once, and whoever takes it over in their hours."""
    who = reviewer(session, found)
    asked = who.id == found.started_by
    key = f"{NoticeKind.FORMATION}:{found.id}"
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.FORMATION,
                key=key if asked else f"{key}:{who.id}",
                member=who.id,
                pairing=None,
                subject=found.id,
                not_before=turn.now if asked else next_working_moment(hours_of(who, turn.now), turn.now),
            )
        ],
    )


def gone(session: Session, turn: Turn, member: MemberId) -> None:
    """What waits for the review of somebody who cannot be reached any more waits for the next one."""
    for found in formations.started_by(session, member, FormationState.PROPOSED):
        tell(session, turn, found)
