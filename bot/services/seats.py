"""Who is who in a pairing, as one of its people sees it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.ids import MemberId, PairingId
from bot.domain.pause import paused_in_year
from bot.domain.refusals import Refusal, Refused
from bot.domain.sayings import Named
from bot.domain.turn import Caller
from storage import coordinator as coordinators
from storage import facts as facts_of
from storage import member as members
from storage.around import Around, around
from storage.member import MemberRecord
from storage.pairing import Sitting
from storage.session import Session

Place = tuple[MemberId, PairingId]
"""Somebody in a pairing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A pairing from one seat: `partners` are the other side, mentors of a team are not each other's."""

    pairing: PairingId
    mine: Sitting
    partners: tuple[MemberRecord, ...]
    coordinators: tuple[MemberRecord, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(partner.name for partner in self.partners)

    @property
    def named(self) -> tuple[Named, ...]:
        return tuple(partner.named for partner in self.partners)

    @property
    def coordinator(self) -> str:
        """The name of who reads what is meant for the coordinator; '' while there is nobody who may and can."""
        return next((each.name for each in self.coordinators if each.reachable), "")


def me(session: Session, caller: Caller) -> MemberRecord:
    """Raises Refused for a person the bot has never met."""
    found = known(session, caller)
    if found is None:
        raise Refused(Refusal.NOT_A_MEMBER)
    return found


def known(session: Session, caller: Caller) -> MemberRecord | None:
    """Whoever acts, if they are a member. Whoever acts can be reached, whatever was thought of them."""
    found = members.find(session, caller.person)
    session.returned |= found is not None and not found.reachable
    return found


def no_pairing(session: Session, member: MemberId) -> Refused:
    """What to say to somebody who would need a pairing; a coordinator is not sent to their coordinator."""
    runs = coordinators.programmes_of(session, member)
    return Refused(Refusal.NO_PAIRING_OF_OWN if runs else Refusal.NO_PAIRING)


def view(session: Session, member: MemberId, pairing: PairingId) -> View:
    """Raises Refused when the member does not sit in the pairing."""
    return all_views(session, [(member, pairing)])[member, pairing]


def views(session: Session, member: MemberId, ids: Collection[PairingId]) -> list[View]:
    """The member's pairings among these, in their order."""
    seen = (_seen_from(member, pairing, people) for pairing, people in around(session, ids).items())
    return [view for view in seen if view is not None]


def all_views(
    session: Session, places: Collection[tuple[MemberId, PairingId]]
) -> dict[tuple[MemberId, PairingId], View]:
    """Pairings as one of their people sees each. Raises Refused when one of them does not sit there."""
    people = around(session, {pairing for _, pairing in places})
    found = {(member, pairing): _seen_from(member, pairing, people[pairing]) for member, pairing in places}
    seen = {place: view for place, view in found.items() if view is not None}
    if len(seen) < len(found):
        raise Refused(Refusal.NOT_YOURS)
    return seen


def _seen_from(member: MemberId, pairing: PairingId, people: Around) -> View | None:
    mine = next((each for each in people.seated if each.member.id == member), None)
    if mine is None:
        return None
    others = tuple(each.member for each in people.seated if each.role is not mine.role)
    return View(pairing=pairing, mine=mine, partners=others, coordinators=tuple(people.hearers))


def paused(session: Session, view: View, *, until: date) -> timedelta:
    """How long the view's own person has paused, or promised to, in the year of the pauses that began `until` a day."""
    mine = facts_of.pauses_of(session, [view.mine.member.id])[view.mine.member.id]
    here = [each for where, each in mine if where in (None, view.pairing) and each.from_day <= until]
    return paused_in_year(here, until)
