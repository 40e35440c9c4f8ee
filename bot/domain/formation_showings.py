"""What is shown of groups that are being formed: the form, the proposal for review, what becomes of it, as values."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.draft_group import DraftState
from bot.domain.formation import FormationState, Why
from bot.domain.ids import DraftId, FormationId, MemberId, NoticeId, ProgrammeId
from bot.domain.persons import Reader
from bot.domain.rhythm import Rhythm


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationForm:
    """Forming groups: of whom, how large, how often they meet. `into` are programmes of groups that are there already,
    `like` those whose coordinators can answer for new ones.
    """

    reader: Reader
    into: tuple[tuple[ProgrammeId, str], ...]
    like: tuple[tuple[ProgrammeId, str], ...]
    rhythm: Rhythm
    first_on: date
    opens_at: time
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftFace:
    """One group as a coordinator reviews it: who is in it, the hours a week in which all of them work, of how many
    sites they are known to be, and which of them were together before, `known` counting those pairs.

    `there`: the group exists already and takes `people` in, beside those who are in it. `few`: too few for a group.
    `apart`: somebody there is not to be with somebody else. `outside` could not be brought into its room.
    """

    draft: DraftId
    name: str
    people: tuple[str, ...]
    there: bool
    others: tuple[str, ...]
    shared_hours: float
    sites: int
    known: int
    pairs: tuple[tuple[str, str], ...]
    few: bool
    apart: bool
    state: DraftState
    outside: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationFace:
    """`source` is the channel whose people they are, '' for a list. `trouble` says why nothing could be proposed, with
    the number it is about.
    """

    formation: FormationId
    name: str
    source: str
    state: FormationState
    people: int
    drafts: tuple[DraftFace, ...]
    unplaced: tuple[tuple[str, Why], ...]
    trouble: str
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationCard:
    """To the coordinator who asked for it, in their DM. `settled` where it was to tell of people who came later, all of
    whom are placed by now.
    """

    notice: NoticeId
    face: FormationFace
    settled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationStarted:
    """After the form: people are being looked up."""

    reader: Reader
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationReview:
    """Page `page`, from 0, of the proposal, with what can be done to it."""

    reader: Reader
    face: FormationFace
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FormationMove:
    """Moving somebody of one group, or of those in none, to another group or out of all. `page` is where it began."""

    reader: Reader
    formation: FormationId
    draft: DraftId | None
    name: str
    people: tuple[tuple[MemberId, str], ...]
    targets: tuple[tuple[DraftId, str], ...]
    page: int
