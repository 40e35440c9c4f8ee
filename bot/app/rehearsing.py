"""The playground's rehearsal: another policy for the same people, held against the one they have."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from bot.app.bot import RunningBot
from bot.domain.case import Rule
from bot.domain.facts import PairingFacts
from bot.domain.ids import MemberId
from bot.domain.pairing import Role
from bot.domain.policy import BOUNDS, DEFAULT, OutOfBounds, Policy, read
from bot.domain.rehearsal import Rehearsed, Script, rehearse
from bot.domain.rhythm import Rhythm
from bot.services.calendar import hours_of
from playground.refusals import Trouble
from storage import facts as facts_of
from storage import member as members
from storage import pairing as pairings

Json = dict[str, Any]

OWN_RHYTHM: Final = "own"
LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "reminders": ("Reminders of one check-in, at most", ""),
    "open_days": ("A check-in stays open", "working days"),
    "first_meeting_days": ("Ask of the first meeting after", "days"),
    "never_met_days": ("A pair never met after", "days"),
    "never_met_rhythms": ("… and at least", "of its rhythms"),
    "silent_checkins": ("A pair is silent after", "check-ins in a row"),
    "silent_days": ("… or after one and", "days"),
    "case_after": ("From then to the coordinator", "working days"),
}
DEFAULTS: Final[Mapping[str, float]] = {
    "reminders": len(DEFAULT.reminders_after),
    "open_days": DEFAULT.open_days,
    "first_meeting_days": DEFAULT.first_meeting_after.days,
    "never_met_days": DEFAULT.never_met_after.days,
    "never_met_rhythms": DEFAULT.never_met_rhythms,
    "silent_checkins": DEFAULT.silent_checkins,
    "silent_days": DEFAULT.silent_for.days,
    "case_after": DEFAULT.case_after,
}
CASES: Final[Mapping[Rule, str]] = {
    Rule.GONE: "somebody is gone",
    Rule.NEVER_MET: "they never met",
    Rule.SILENT_BOTH: "neither answers",
}
SCRIPTS: Final[Mapping[Script, str]] = {
    Script.KEEN: "keen: answers at once, mostly",
    Script.SLOW: "slow: often needs a reminder",
    Script.FADING: "fading: silent after three weeks",
    Script.MISFIT: "says that it is not a fit",
}
MENTORS: Final = (Script.KEEN, Script.FADING, Script.SLOW)
MENTEES: Final = (Script.FADING, Script.SLOW, Script.KEEN, Script.MISFIT)
"""How people behave unless another script is chosen, in turn; of the sample, one pair goes silent on both sides."""

KINDS: Final[Mapping[str, str]] = {
    "greeting": "first words",
    "introduction": "introductions",
    "first meeting": "questions about the first meeting",
    "prompt": "check-ins asked",
    "reminder": "reminders",
    "not a fit": "words that it is not a fit",
    "case": "cases to the coordinator",
}
MOST_WEEKS: Final = 104


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cast:
    pairs: tuple[PairingFacts, ...]
    names: Mapping[MemberId, str]


class Rehearsing:
    """Reads who is paired with whom, and lives through the weeks beside the real clock."""

    def __init__(self, bot: RunningBot, workspace: int, *, seed: int) -> None:
        self._bot = bot
        self._workspace = workspace
        self._seed = seed

    async def choices(self) -> Json:
        cast = await self._cast()
        scripts = _usual(cast.pairs)
        return {
            "fields": [
                {"name": name, "label": label, "unit": unit, "value": DEFAULTS[name], "least": least, "most": most}
                | {"step": 0.5 if name == "never_met_rhythms" else 1}
                for name, (label, unit) in LABELS.items()
                for least, most in [BOUNDS[name]]
            ],
            "rhythms": [OWN_RHYTHM, *Rhythm],
            "scripts": [{"name": script, "label": label} for script, label in SCRIPTS.items()],
            "people": [
                {"id": str(member), "name": cast.names[member], "script": script} for member, script in scripts.items()
            ],
            "weeks": 26,
            "most_weeks": MOST_WEEKS,
            "seed": self._seed,
        }

    async def rehearse(self, asked: Json, /) -> Json:
        policy, weeks = _policy(asked.get("policy") or {}), _weeks(asked.get("weeks", 26))
        cast = await self._cast()
        scripts = _usual(cast.pairs) | _chosen(asked.get("scripts") or {}, cast)
        seed, rhythm = int(asked.get("seed", self._seed)), str(asked.get("rhythm") or OWN_RHYTHM)
        start = _monday(self._bot.now())

        def live(policy: Policy, rhythm: str) -> Rehearsed:
            pairs = cast.pairs if rhythm == OWN_RHYTHM else _at(cast.pairs, rhythm)
            return rehearse(pairs, scripts, policy, start=start, weeks=weeks, dice=_dice(seed))

        tried, usual = await asyncio.to_thread(lambda: (live(policy, rhythm), live(DEFAULT, OWN_RHYTHM)))
        people = len(cast.names) or 1
        return {"tried": _told(tried, people, weeks), "usual": _told(usual, people, weeks)}

    async def _cast(self) -> _Cast:
        """Everybody who is in a pairing, whatever has become of it."""
        now = self._bot.now()
        return await self._bot.read(self._workspace, lambda session, turn: _read_cast(session, now))


def _read_cast(session: Any, now: datetime) -> _Cast:
    found = facts_of.facts(session, pairings.all_of_workspace(session), lambda member: hours_of(member, now))
    everybody = {seat.member for facts in found.values() for seat in facts.seats}
    names = {id: each.name for id, each in members.by_ids(session, everybody).items()}
    return _Cast(pairs=tuple(found.values()), names=names)


def _usual(pairs: Sequence[PairingFacts]) -> dict[MemberId, Script]:
    """Mentors and mentees each by their own turns; whoever is both counts as a mentor."""
    mentors = dict.fromkeys(seat.member for facts in pairs for seat in facts.seats if seat.role is Role.MENTOR)
    mentees = dict.fromkeys(seat.member for facts in pairs for seat in facts.seats if seat.member not in mentors)
    usual = {member: MENTORS[n % len(MENTORS)] for n, member in enumerate(mentors)}
    return usual | {member: MENTEES[n % len(MENTEES)] for n, member in enumerate(mentees)}


def _chosen(scripts: Mapping[str, str], cast: _Cast) -> dict[MemberId, Script]:
    known = {str(member): member for member in cast.names}
    try:
        return {known[id]: Script(script) for id, script in scripts.items() if id in known}
    except ValueError:
        raise Trouble(f"There are these scripts: {', '.join(Script)}.") from None


def _policy(written: Mapping[str, Any]) -> Policy:
    try:
        return read({name: float(value) for name, value in written.items()})
    except (TypeError, ValueError):
        raise Trouble("Each number of the policy must be a number.") from None
    except OutOfBounds as wrong:
        least, most = BOUNDS.get(wrong.name, (0, 0))
        label, unit = LABELS.get(wrong.name, (wrong.name, ""))
        raise Trouble(f"“{label}” goes from {least:g} to {most:g} {unit}.".replace(" .", ".")) from None


def _weeks(given: object) -> int:
    if not isinstance(given, (int, float, str)) or not 1 <= float(given) <= MOST_WEEKS:
        raise Trouble(f"A rehearsal takes from 1 to {MOST_WEEKS} weeks.")
    return int(float(given))


def _at(pairs: Sequence[PairingFacts], rhythm: str) -> tuple[PairingFacts, ...]:
    if rhythm not in set(Rhythm):
        raise Trouble(f"There are these rhythms: {', '.join(Rhythm)}.")
    return tuple(replace(facts, rhythm=Rhythm(rhythm)) for facts in pairs)


def _dice(seed: int) -> Any:
    return lambda name: Random(f"{seed}:{name}").random()


def _monday(now: datetime) -> datetime:
    monday = now.date() + timedelta(days=7 - now.weekday())
    return datetime.combine(monday, time(6), tzinfo=now.tzinfo)


def _told(lived: Rehearsed, people: int, weeks: int) -> Json:
    total = lived.messages.total()
    return {
        "messages": total,
        "a_person_a_week": round(total / people / weeks, 2),
        "kinds": [{"label": label, "count": lived.messages[kind]} for kind, label in KINDS.items()],
        "cases": lived.cases.total(),
        "rules": [{"rule": CASES[rule], "count": count} for rule, count in sorted(lived.cases.items())],
        "answered": lived.answered,
        "asked": lived.asked,
        "weeks": list(lived.weeks),
    }
