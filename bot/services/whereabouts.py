"""Where groups live: their channels renamed, archived, converted, the bot removed and let in again."""

from bot.domain.calendar import next_working_moment
from bot.domain.groups import LIFE, GroupState, GroupStep, Room, Topic, Whereabouts
from bot.domain.ids import GroupId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.sayings import Place
from bot.domain.turn import Caller, Turn
from bot.ports import Venue
from bot.services import group_faces, hearers, seats
from bot.services.calendar import hours_of
from storage import coordinator as coordinators
from storage import groups
from storage import home as homes
from storage import notice as notices
from storage import step as steps
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.notice import ToSay
from storage.session import Session


def is_known(session: Session, caller: Caller, turn: Turn, conversation: str) -> bool:
    """Whether a group lives there."""
    return bool(groups.living_in(session, conversation))


def conversation_of(session: Session, caller: Caller, turn: Turn, group: GroupId) -> str:
    """Where a group lives, for one who runs it. Raises Refused."""
    found = groups.find(session, group)
    if found is None or not group_faces.runs(session, found, seats.me(session, caller).id):
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return found.conversation


def seen(session: Session, caller: Caller, turn: Turn, venue: Venue) -> None:
    """How a channel stands now: its groups go on there, or stand still until they can."""
    for before in groups.living_in(session, venue.id):
        groups.lock(session, [before.id])
        group = groups.by_id(session, before.id)
        known = {"channel_name": venue.name, "readers": venue.readers, "room": venue.room}
        if venue.seen and not venue.lacking and any(getattr(group, name) != value for name, value in known.items()):
            groups.change(session, group.id, **known)
            surfaces.want(session, turn, [group.id])
        whereabouts = of_venue(venue, group.topic)
        if whereabouts is Whereabouts.THERE:
            find(session, turn, group.id)
        else:
            lose(session, turn, group.id, whereabouts)


def moved(session: Session, caller: Caller, turn: Turn, old: str, new: str) -> None:
    """Slack gave a channel another id."""
    for group in groups.living_in(session, old):
        groups.lock(session, [group.id])
        groups.change(session, group.id, conversation=new)


def of_venue(venue: Venue, topic: Topic) -> Whereabouts:
    if venue.seen and venue.archived:
        return Whereabouts.ARCHIVED
    if not venue.seen or not venue.inside or venue.lacking:
        return Whereabouts.REMOVED
    if venue.room is Room.PUBLIC and topic is Topic.WELL_BEING:
        return Whereabouts.EXPOSED
    return Whereabouts.THERE


def lose(session: Session, turn: Turn, group: GroupId, whereabouts: Whereabouts) -> None:
    """The group stands still, and a coordinator hears of it once, however often it is found out. Needs its lock."""
    found = groups.by_id(session, group)
    if found.state is GroupState.RUNNING:
        _step(session, turn, found, GroupStep.LOSE, lost=found.lost + 1, whereabouts=whereabouts, next_look_at=None)
        _tell(session, turn, groups.by_id(session, group))
    elif found.state is GroupState.ADRIFT and found.whereabouts is not whereabouts:
        groups.change(session, group, whereabouts=whereabouts)
    surfaces.want(session, turn, [group])
    homes.want_of_group(session, group)


def find(session: Session, turn: Turn, group: GroupId) -> None:
    """It can be written to again: the rules look at once. Needs its lock."""
    found = groups.by_id(session, group)
    if found.state is GroupState.ADRIFT:
        _step(session, turn, found, GroupStep.FIND, whereabouts=Whereabouts.THERE, next_look_at=turn.now)
        surfaces.want(session, turn, [group])
        homes.want_of_group(session, group)


def opened(session: Session, group: GroupId, place: Place) -> None:
    """A group DM is known once something stands in it."""
    if not groups.by_id(session, group).conversation:
        groups.change(session, group, conversation=place.conversation)


def _step(session: Session, turn: Turn, group: GroupRecord, step: GroupStep, **values: object) -> None:
    state = after(LIFE, group.state, step)
    groups.change(session, group.id, state=state, **values)
    steps.record(
        session,
        turn,
        subject="group",
        subject_id=group.id,
        from_state=group.state,
        step=step,
        to_state=state,
        by=None,
    )


def _tell(session: Session, turn: Turn, group: GroupRecord) -> None:
    everybody = coordinators.of_programme(session, group.programme_id)
    for hearer in hearers.present(session, turn, everybody)[:1]:
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.GROUP_ADRIFT,
                    key=f"adrift:{group.id}:{group.lost}",
                    member=hearer.id,
                    pairing=None,
                    group=group.id,
                    subject=group.id,
                    not_before=next_working_moment(hours_of(hearer, turn.now), turn.now),
                    nth=group.lost,
                )
            ],
        )
