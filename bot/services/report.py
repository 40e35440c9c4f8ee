"""`/rapport report`: the state of a programme, for whoever runs it.

A coordinator who sits in a pairing is never its coordinator. Their own pairings count among the states, which they
know; what was asked, answered, reminded or not delivered in them is left out, so that no difference gives it away. So
are the rounds of groups they are in.
"""

from datetime import date, datetime, time, timedelta

from bot.domain import report as reports
from bot.domain.calendar import resolve, zone
from bot.domain.ids import ProgrammeId
from bot.domain.pairing import PairingState
from bot.domain.refusals import Refusal, Refused
from bot.domain.report import Asked
from bot.domain.report_showings import Report, WhichReport
from bot.domain.rotation_showings import RotationNumbers
from bot.domain.spans import period
from bot.domain.turn import Caller, Turn
from bot.services.founding import programmes_of
from bot.services.seats import known, me
from storage import coordinator as coordinators
from storage import groups, rotation_report
from storage import report as counted
from storage import report_groups as counted_of_groups
from storage.member import MemberRecord
from storage.report import Span
from storage.session import Session


def report(session: Session, caller: Caller, turn: Turn, *, text: str, conversation: str = "") -> Report | WhichReport:
    """Days are the caller's own. In the channel of a group, of no programme that is named, it is the group's.

    Raises Refused.
    """
    reader = me(session, caller)
    programmes = {name: id for id, name in programmes_of(session, reader).items()}
    there = {each.programme_id for each in groups.living_in(session, conversation)}
    here = [name for name, id in programmes.items() if id in there]
    asked = reports.read(text, list(programmes), turn.now.astimezone(zone(reader.zone)).date(), here=here)
    if asked.programme:
        return _counted(session, reader, programmes[asked.programme], asked)
    offered = here or list(programmes)
    return WhichReport(
        reader=reader.reader,
        programmes=tuple((programmes[name], name) for name in offered),
        first=asked.first,
        last=asked.last,
    )


def of(session: Session, caller: Caller, turn: Turn, programme: ProgrammeId, first: date, last: date) -> Report:
    """One that was chosen among several. Raises Refused."""
    reader = me(session, caller)
    theirs = programmes_of(session, reader)
    if programme not in theirs:
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return _counted(session, reader, programme, Asked(programme=theirs[programme], first=first, last=last))


def lately(session: Session, caller: Caller, turn: Turn) -> tuple[Report, ...]:
    """Of each programme that the caller runs, over the days that are usual."""
    reader = known(session, caller)
    if reader is None:
        return ()
    first, last = period("", turn.now.astimezone(zone(reader.zone)).date())
    return tuple(
        _counted(session, reader, programme, Asked(programme=name, first=first, last=last))
        for programme, name in coordinators.programmes_of(session, reader.id)
    )


def _counted(session: Session, reader: MemberRecord, programme: ProgrammeId, asked: Asked) -> Report:
    span = Span(
        programme=programme,
        reader=reader.id,
        start=_midnight(reader.zone, asked.first),
        end=_midnight(reader.zone, asked.last, days=1),
    )
    states = counted.states(session, span.programme)
    checkins = counted.checkins(session, span)
    rounds = counted_of_groups.rounds(session, span)
    reminders, reminded = counted.reminders(session, span)
    return Report(
        reader=reader.reader,
        programme=asked.programme,
        first=asked.first,
        last=asked.last,
        pairings=tuple((state, states[state]) for state in PairingState if state in states),
        checkins=checkins.checkins,
        prompts=checkins.prompts,
        answered=checkins.answered,
        met=checkins.met,
        median_hours=reports.median_hours(counted.waits(session, span)),
        reminders=reminders,
        reminded=reminded,
        undeliverable=counted.undeliverable(session, span),
        groups=counted_of_groups.living(session, span),
        rounds=rounds.rounds,
        asked=rounds.asked,
        heard=rounds.heard,
        promised=rounds.promised,
        kept=rounds.kept,
        rotations=_rotations(session, span),
    )


def _rotations(session: Session, span: Span) -> RotationNumbers | None:
    theirs = rotation_report.rotations_of(session, span.programme)
    return rotation_report.numbers(session, theirs, start=span.start, end=span.end) if theirs else None


def _midnight(zone_name: str, day: date, *, days: int = 0) -> datetime:
    """The beginning of a day; the calendar's own ends, years 1 and 9999, are no period."""
    try:
        return resolve(zone_name, datetime.combine(day + timedelta(days=days), time()))
    except OverflowError:
        raise Refused(Refusal.PERIOD_UNCLEAR, str(day)) from None
