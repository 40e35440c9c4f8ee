"""What messages about groups say, read from today's facts."""

from bot.domain.case import Rule
from bot.domain.formation import OF_LATECOMERS, Why
from bot.domain.formation_showings import FormationCard
from bot.domain.group_sayings import (
    GroupAdrift,
    GroupCard,
    GroupGrows,
    GroupInvited,
    GroupOver,
    GroupSaying,
    GroupWord,
    RoundGuide,
    RoundNudge,
    RoundOpened,
    RoundPrivate,
    RoundSaying,
)
from bot.domain.groups import GroupState
from bot.domain.ids import FormationId
from bot.domain.membership import MembershipState
from bot.domain.rounds import RoundState
from bot.domain.sayings import Saying, Untrue
from bot.domain.turn import Turn
from bot.services import circles, formation_faces, group_faces
from storage import coordinator as coordinators
from storage import formations, group_climbs, groups, membership, mergers, rounds
from storage import member as members
from storage.message import NoticeRecord
from storage.session import Session


def card(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    return GroupCard(notice=notice.id, face=group_faces.face(session, turn, group))


def formed(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """The card in the room that was opened for people who were brought together."""
    group = groups.by_id(session, notice.gathering)
    founders = formations.founders(session, group.id)
    people = [
        each.member.name
        for each in membership.of_groups(session, [group.id])[group.id]
        if each.state is MembershipState.JOINED
        or (each.state is MembershipState.INVITED and each.member.id in founders)
    ]
    return GroupCard(
        notice=notice.id,
        face=group_faces.face(session, turn, group),
        formed_by=members.by_id(session, group.started_by).name,
        people=tuple(people),
    )


def formation(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    found = formations.find(session, FormationId(notice.about))
    if found is None or notice.hearer not in {each.id for each in coordinators.of_programme(session, found.like_id)}:
        return Untrue(why="not theirs")
    face = formation_faces.face(session, turn, found)
    later = any(why is Why.LATER for _, why in face.unplaced)
    return FormationCard(notice=notice.id, face=face, settled=notice.nth == OF_LATECOMERS and not later)


def invited(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    mine = membership.one(session, group.id, notice.hearer)
    return GroupInvited(
        notice=notice.id,
        face=group_faces.face(session, turn, group),
        inviter=members.by_id(session, group.started_by).name,
        settled=group.over or mine is None or mine.state is not MembershipState.INVITED,
    )


def merged(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """To somebody of a group that has become small."""
    merger = mergers.find(session, notice.about)
    assert merger is not None
    group, small = groups.by_id(session, merger.into_id), groups.by_id(session, merger.group_id)
    mine = membership.one(session, group.id, notice.hearer)
    waits = mine is not None and mine.state is MembershipState.INVITED and merger.undone_at is None
    return GroupInvited(
        notice=notice.id,
        face=group_faces.face(session, turn, group),
        inviter=members.by_id(session, merger.by).name,
        settled=group.over or not waits,
        small=small.name,
    )


def grows(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """To a group that people of another may come to; who has not answered yet is named."""
    merger = mergers.find(session, notice.about)
    assert merger is not None
    small, group = groups.by_id(session, merger.group_id), groups.by_id(session, merger.into_id)
    theirs = {each.member.id for each in membership.of_groups(session, [small.id])[small.id]}
    people = [
        each.member.name
        for each in membership.of_groups(session, [group.id])[group.id]
        if each.member.id in theirs and each.state in circles.INSIDE
    ]
    return GroupGrows(
        notice=notice.id,
        name=group.name,
        small=small.name,
        people=tuple(people),
        over=merger.undone_at is not None or not people,
    )


def adrift(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    if notice.hearer not in {each.id for each in coordinators.of_programme(session, group.programme_id)}:
        return Untrue(why="not theirs")
    return GroupAdrift(
        notice=notice.id,
        group=group.id,
        kind=group.kind,
        name=group.name,
        channel=group.channel_name,
        whereabouts=group.whereabouts,
        back=group.state is GroupState.RUNNING or group.lost != notice.nth,
        over=group.over,
    )


def over(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    held = rounds.how_many(session, group.id, RoundState.CLOSED)
    return GroupOver(notice=notice.id, name=group.name, rounds=held)


def word(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    climbs = group_climbs.of_groups(session, [group.id])[group.id]
    still = [each for each in climbs if each.member == notice.hearer and each.ended_at is None]
    return GroupWord(
        notice=notice.id,
        group=group.id,
        name=group.name,
        coordinator=group_faces.coordinator_of(session, group),
        settled=group.over or not any(each.rule is Rule.MEMBER_SILENT for each in still),
    )


def first_time(saying: GroupSaying | RoundSaying) -> Saying | Untrue:
    """What is no longer true stays unsaid."""
    match saying:
        case RoundOpened(over=True):
            return Untrue(why="group over")
        case RoundOpened(state=state) if state is not RoundState.SCHEDULED:
            return Untrue(why="round skipped")
        case RoundGuide(over=True) | RoundGuide(leads=str(_), state=RoundState.SKIPPED | RoundState.CLOSED):
            return Untrue(why="round over")
        case RoundGuide(leads=leads) if leads:
            return Untrue(why="somebody else leads it")
        case RoundNudge(settled=True):
            return Untrue(why="heard")
        case RoundPrivate(waiting=False):
            return Untrue(why="taken back")
        case GroupInvited(settled=True) | GroupWord(settled=True) | FormationCard(settled=True):
            return Untrue(why="settled")
        case GroupGrows(over=True):
            return Untrue(why="taken back")
        case GroupAdrift(back=True) | GroupAdrift(over=True):
            return Untrue(why="channel there again")
        case _:
            return saying
