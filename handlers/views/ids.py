"""The ids under which Slack gives our buttons and forms back to us.

Changing an id breaks messages that are already out there: a button keeps the id it was sent with for as long as its
message lives, and people press it months later. Add a new one beside it instead. Where one block holds several
buttons of a kind, each gets `several(id, n)`, since an action_id is unique within its block.
"""

import re
from collections.abc import Iterable
from typing import Final

from bot.domain.checkin import About
from bot.domain.ids import EntryId, NoticeId, PromiseId

# Check-in: the value is the prompt's id, unless said otherwise.
ANSWER_MET: Final = "answer.met"
ANSWER_BOOKED: Final = "answer.booked"
ANSWER_NOT_YET: Final = "answer.not_yet"
PROMPT_MENU: Final = "prompt.menu"  # an overflow; its options are LATER, SKIP, PAUSE, HELP and the prompt's id
USEFULNESS: Final = "answer.usefulness"  # a select; its options are "<n>:<prompt>"
ADD_LINE: Final = "answer.add_line"
EDIT: Final = "receipt.edit"
AUDIENCES: Final = "receipt.audiences"
UNSKIP: Final = "prompt.unskip"
UPDATE_FORM: Final = "update.form"  # private_metadata is the prompt's id
AUDIENCE_FORM: Final = "audience.form"  # private_metadata is the prompt's id
CHECKIN_PICK: Final = "checkin.pick"  # the pairing's id
OPEN_CHECKIN: Final = "checkin.open"

LATER: Final = "later"
SKIP: Final = "skip"
PAUSE: Final = "pause"
HELP: Final = "help"

# Typed words: "<entry>:<pairing>", "<entry>:<member>" or "<entry>:all"; the last four hold the entry's id.
TYPED_PICK: Final = "typed.pick"
TYPED_SHARE: Final = "typed.share"
TYPED_UNSHARE: Final = "typed.unshare"  # "<entry>:<member>"
TYPED_COORDINATOR: Final = "typed.coordinator"
TYPED_ONLY_ME: Final = "typed.only_me"
TYPED_NOT_AN_ANSWER: Final = "typed.not_an_answer"
TYPED_KEEP: Final = "typed.keep"

# Words for the coordinator: the entry's id.
LINE_READ: Final = "line.read"
LINE_MESSAGE: Final = "line.message"
LINE_FORM: Final = "line.form"  # private_metadata is the entry's id

# Cases: the case's id.
CASE_OPEN: Final = "case.open"
CASE_TAKE: Final = "case.take"
CASE_MESSAGE: Final = "case.message"
CASE_SNOOZE: Final = "case.snooze"
CASE_RESOLVE: Final = "case.resolve"
CARE_FORM: Final = "care.form"  # private_metadata is the case's id

REPORT_OF: Final = "report.of"  # "<programme>:<first day>:<last day>"

# Asking for help.
CONCERN_OPEN: Final = "concern.open"
CONCERN_ABOUT: Final = "concern.about"  # the pairing's id
CONCERN_READ: Final = "concern.read"  # the case's id
CONCERN_FORM: Final = "concern.form"

# First word.
CONSENT_OK: Final = "consent.ok"
CONSENT_NOT_FOR_ME: Final = "consent.not_for_me"
HOURS: Final = "hours.open"
HOURS_FORM: Final = "hours.form"

# Introduction and first meeting: the pairing's id.
MEETING_PLANNED: Final = "meeting.planned"
MEETING_NOT_FOR_ME: Final = "meeting.not_for_me"
FIRST_MET: Final = "first.met"
FIRST_PLANNED: Final = "first.planned"
FIRST_NOT_YET: Final = "first.not_yet"
END_FORM: Final = "end.form"  # private_metadata is the pairing's id

# Rotations: the group's id, the round's, or the encounter's.
ROTATION_FORM: Final = "rotation.form"  # private_metadata is "<group>" or "start:<channel>"
ROTATION_JOIN: Final = "rotation.join"
ROTATION_LEAVE: Final = "rotation.leave"
ROTATION_END: Final = "rotation.end"
ROTATION_SKIP: Final = "rotation.skip"  # the round's id, as the next two
ROTATION_UNSKIP: Final = "rotation.unskip"
ROTATION_STAY: Final = "rotation.stay"
ROTATION_PLANNED: Final = "rotation.planned"  # the encounter's id, as all that follow
ROTATION_MET: Final = "rotation.met"
ROTATION_NOT_YET: Final = "rotation.not_yet"
ROTATION_NOT_FOR_ME: Final = "rotation.not_for_me"
ROTATION_APART_FORM: Final = "rotation.apart_form"  # private_metadata

# Pauses: "<until, ISO>:<pairing>" or "<until, ISO>:all".
PAUSE_FORM: Final = "pause.form"
PAUSE_OPEN: Final = "pause.open"
PAUSE_PICK: Final = "pause.pick"
RESUME: Final = "pause.resume"

# Groups: the group's id.
GROUP_FORM: Final = "group.form"  # private_metadata is "<group>" or "start:<channel>" or "start:<person>,<person>"
GROUP_JOIN: Final = "group.join"
GROUP_LEAVE: Final = "group.leave"
GROUP_NAMED: Final = "group.named"
GROUP_UNNAMED: Final = "group.unnamed"
GROUP_END: Final = "group.end"
GROUP_FOUND: Final = "group.found"
GROUP_STAY: Final = "group.stay"
GROUP_MERGE: Final = "group.merge"  # the case's id
GROUP_MERGE_FORM: Final = "group.merge_form"  # private_metadata is the case's id
GROUP_UNMERGE: Final = "group.unmerge"  # the merger's id
START: Final = "start"

# Forming groups: "<formation>:<page>" where no other is named.
FORMATION_FORM: Final = "formation.form"
FORMATION_REVIEW: Final = "formation.review"
FORMATION_PAGE: Final = "formation.page"
FORMATION_MOVE: Final = "formation.move"  # "<formation>:<draft>:<page>" or "<formation>:none:<page>"
FORMATION_MOVED: Final = "formation.moved"  # private_metadata as FORMATION_MOVE
FORMATION_ANEW: Final = "formation.anew"
FORMATION_MAKE: Final = "formation.make"
FORMATION_DROP: Final = "formation.drop"
FORMATION_AGAIN: Final = "formation.again"  # the draft's id
NOBODYS: Final = "none"

# Rounds of groups: the round's id.
ROUND_ANSWER: Final = "round.answer"
ROUND_LEAD: Final = "round.lead"
ROUND_READ: Final = "round.read"
ROUND_HAND_OVER: Final = "round.hand_over"
ROUND_HERE: Final = "round.here"
ROUND_FORM: Final = "round.form"  # private_metadata is the round's id
SETTLED: Final = "settled"  # action_id of what became of a promise; its values are those of PromiseState

ALL: Final = "all"

FROM_HOME: Final = " home"
"""Ends the private_metadata of a modal that was opened on Home, which is brought up to date with what is done there."""

# Form inputs, by block_id; the action_id is the same where no other is named.
TEXT: Final = "text"  # action_id of every free text
AUDIENCE: Final = "audience"  # action_id of every audience; its values are those of Audience
GOAL: Final = "goal"
OUTCOME: Final = "outcome"
READERS: Final = "readers"
URGENCY: Final = "urgency"
CONCERN: Final = "concern"  # a free text
PEOPLE: Final = "people"
CARE_TEXT: Final = "care"  # a free text
UNTIL: Final = "until"
WHICH: Final = "which"
DAYS: Final = "days"
OPENS: Final = "opens"
CLOSES: Final = "closes"
ASK_WEEKDAY: Final = "ask_weekday"
ASK_AT: Final = "ask_at"
GROUP_NAME: Final = "group_name"  # a free text
PURPOSE: Final = "purpose"  # a free text
QUESTIONS: Final = "questions"  # a free text
TOPIC: Final = "topic"
RHYTHM: Final = "rhythm"
NEXT_ON: Final = "next_on"
OPENS_AT: Final = "opens_at"
ZONE: Final = "zone"  # a free text
FACILITATION: Final = "facilitation"
FACILITATOR: Final = "facilitator"
JOINING: Final = "joining"
INVITED: Final = "invited"
SIZE: Final = "size"
LIKE: Final = "like"
PAUSED_UNTIL: Final = "paused_until"
ROUND_WORDS: Final = "words"  # a free text
HEARD: Final = "heard"
PROMISE: Final = "promise"  # a free text
SHAPE: Final = "shape"
CHANNEL: Final = "channel"
INTO: Final = "into"
WHO: Final = "who"
WHERE_TO: Final = "where_to"


def text_block(about: About) -> str:
    return f"{TEXT}.{about}"


def audience_block(about: About) -> str:
    return f"{AUDIENCE}.{about}"


def text_of(entry: EntryId) -> str:
    """A text that was typed in Slack: there may be several."""
    return f"{TEXT}.{entry.hex}"


def audience_of(entry: EntryId) -> str:
    return f"{AUDIENCE}.{entry.hex}"


def settled_block(promise: PromiseId) -> str:
    return f"{SETTLED}.{promise.hex}"


def several(action_id: str, n: int) -> str:
    return f"{action_id}.{n}"


def one_or_several(action_id: str) -> re.Pattern[str]:
    """For a listener: the id alone, or any of its `several`."""
    return re.compile(rf"^{re.escape(action_id)}(\.\d+)?$")


def any_of(action_ids: Iterable[str]) -> re.Pattern[str]:
    """For one listener of several buttons."""
    return re.compile("|".join(f"^{re.escape(each)}$" for each in action_ids))


def block(notice: NoticeId, state: str, n: int) -> str:
    """A message's block: other when the notice's state is other, or Slack would keep what was chosen in it before."""
    return f"{notice.hex}.{state}.{n}"
