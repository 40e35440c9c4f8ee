"""A rotation as the rules look at it, read while nobody else looks at it."""

from collections.abc import Collection, Mapping

from bot.domain.groups import GroupState
from bot.domain.ids import EncounterId, MemberId
from bot.domain.member import Consent
from bot.domain.rotation import Past
from bot.domain.rotation_facts import EncounterFacts, PartFacts, RotationFacts, RotationRound, TakerFacts
from bot.domain.rotation_past import PastPart, past_of, silent
from bot.domain.rounds import RoundState
from bot.domain.turn import Turn
from bot.services.calendar import hours_of, hours_of_group
from storage import apart, group_calendar, membership, rotation_rounds, rounds
from storage import chairs as stored_chairs
from storage import facts as facts_of_pairings
from storage import pairing as pairings
from storage import rotation as rotations
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.rotation import PartRecord
from storage.rounds import RoundRecord
from storage.session import Session


def facts_of(session: Session, turn: Turn, group: GroupRecord) -> RotationFacts | None:
    """None while it does not run."""
    if group.state is not GroupState.RUNNING:
        return None
    latest = rounds.latest(session, [group.id], 2)[group.id]
    planned = next((each for each in latest if each.state is RoundState.SCHEDULED), None)
    going = next((each for each in latest if each.state is RoundState.OPEN), None)
    joined = [each.member for each in membership.joined(session, group.id)]
    chairs = stored_chairs.numbers(session, group.id)
    before = rotations.past(session, group.id) if going is None else []
    opens = going is None and planned is not None and planned.opens_at <= turn.now
    sites = pairings.sites_of(session, [each.id for each in joined]) if opens else {}
    return RotationFacts(
        id=group.id,
        hours=hours_of_group(group, turn.now),
        pauses=group_calendar.pauses(session, [group.id])[group.id],
        rhythms=group_calendar.rhythms(session, [group.id])[group.id],
        shape=rotations.shape_of(session, group.id),
        takers=_takers(session, turn, joined, chairs, before, sites),
        last=_round(latest[-1]) if latest else None,
        planned=_round(planned) if planned is not None else None,
        going=_round(going) if going is not None else None,
        parts=_parts(session, planned) if planned is not None else {},
        said=_parts(session, going) if going is not None else {},
        encounters=_encounters(session, going, joined) if going is not None else {},
        past=_past(session, planned, joined, chairs, before) if planned is not None and going is None else None,
    )


def _takers(
    session: Session,
    turn: Turn,
    joined: list[MemberRecord],
    chairs: dict[MemberId, int],
    before: list[PastPart],
    sites: Mapping[MemberId, str],
) -> tuple[TakerFacts, ...]:
    pauses = facts_of_pairings.pauses_of(session, [each.id for each in joined])
    quiet = silent(before)
    return tuple(
        TakerFacts(
            member=each.id,
            chair=chairs[each.id],
            hours=hours_of(each, turn.now),
            site=sites.get(each.id, "").casefold(),
            ready=each.reachable and each.consent is not Consent.REFUSED,
            pauses=tuple(pause for where, pause in pauses[each.id] if where is None),
            silent=quiet.get(each.id, 0),
        )
        for each in joined
    )


def _past(
    session: Session,
    round: RoundRecord,
    joined: list[MemberRecord],
    chairs: dict[MemberId, int],
    before: list[PastPart],
) -> Past:
    return past_of(
        before,
        number=round.period,
        chairs=max(chairs.values(), default=-1) + 1,
        apart=apart.among(session, [each.id for each in joined]),
    )


def _round(round: RoundRecord) -> RotationRound:
    return RotationRound(
        id=round.id, period=round.period, state=round.state, opens_at=round.opens_at, closes_at=round.closes_at
    )


def _parts(session: Session, round: RoundRecord) -> dict[MemberId, PartFacts]:
    told = rotation_rounds.told(session, round.id)
    return {member: _part(each, told) for member, each in rotations.parts(session, round.id).items()}


def _part(stored: PartRecord, told: Collection[MemberId]) -> PartFacts:
    return PartFacts(
        encounter=stored.encounter_id,
        over=stored.encounter_id is None and stored.left_out is not None,
        told=stored.member_id in told,
        warned=stored.warned_at is not None,
        skipped=stored.skipped_at is not None,
        stay_asked=stored.stay_asked_at is not None,
        stays=stored.stays_at is not None,
        nudged=stored.nudged_at is not None,
        asked=stored.asked_at is not None,
        answer=stored.answer,
    )


def _encounters(session: Session, round: RoundRecord, joined: list[MemberRecord]) -> dict[EncounterId, EncounterFacts]:
    out = {member for member, each in rotations.parts(session, round.id).items() if each.left_out is not None}
    here = {each.id for each in joined if each.reachable} - out
    announced = rotation_rounds.announced(session, round.id)
    return {
        id: EncounterFacts(
            members=tuple(each for each in stored.members if each in here),
            introduced_at=stored.introduced_at,
            announced=id in announced,
        )
        for id, stored in rotations.encounters(session, round.id).items()
    }
