"""The operator's sentences about an import, in English: what is wrong, and what to do about it."""

from typing import Final

from bot.domain.roster_problems import Problem, RowFault
from bot.services.importing import LONGEST_NAME, ImportFault, ImportRefused
from bot.services.looking_up import LookUpGaveUp

ROSTER: Final = {
    RowFault.TOO_LARGE: "The file is larger than {word} MB. Please bring it in as several files.",
    RowFault.TOO_MANY_ROWS: "There are more than {word} rows. Please bring them in as several files.",
    RowFault.NOT_UTF8: "There are letters here that are not UTF-8. Please save the file as “CSV UTF-8”.",
    RowFault.EMPTY: "The file is empty. The first line holds the headings, at least: mentor,mentee",
    RowFault.NO_COLUMN: "No heading says “{word}”. The first line holds the headings, at least: mentor,mentee",
    RowFault.COLUMN_TWICE: "Two headings say “{word}”.",
    RowFault.NEVER_CLOSED: "A quotation mark that begins here is not closed on its line, so the rest cannot be read.",
    RowFault.QUOTES: "A quotation mark stands alone or inside a cell. Write it twice, or leave it out.",
    RowFault.TOO_MANY_CELLS: '“{word}” has no heading. Several mentors go into one cell: "U012AB3CD;U034CD5E"',
    RowFault.LONG_CELL: "A cell is longer than 10,000 characters: “{word}”",
    RowFault.NUL: "A cell holds characters that are no text: “{word}”",
    RowFault.NO_MENTOR: "The mentor is missing.",
    RowFault.NO_MENTEE: "The mentee is missing.",
    RowFault.TWO_MENTEES: "A row has one mentee, this one has several: “{word}”. Please give each a row.",
    RowFault.TOO_MANY_MENTORS: "{word} mentors are too many: a group message in Slack has room for seven.",
    RowFault.NOT_AN_ADDRESS: "“{word}” is neither a Slack id, such as U012AB3CD, nor an e-mail address.",
    RowFault.SAME_PERSON: "The same person stands here twice: “{word}”",
    RowFault.UNKNOWN_RHYTHM: "“{word}” is no rhythm. Choose weekly, fortnightly, monthly, quarterly or half-yearly.",
    RowFault.NOT_A_DATE: "“{word}” is no date. Dates look like 2026-03-31.",
    RowFault.FUTURE: "“{word}” has not come yet. Pairs that are still to begin have no start date.",
    RowFault.LONG_AGO: "“{word}” is more than ten years ago.",
    RowFault.LONG_TEXT: "The {word} is longer than 200 characters.",
    RowFault.NOBODY: "Nobody in this workspace has the address “{word}”.",
    RowFault.BOT: "“{word}” is an app, not a person.",
    RowFault.GONE: "The account of “{word}” is deactivated.",
    RowFault.OUTSIDE: "“{word}” belongs to another organisation. People take part in their own workspace only.",
    RowFault.REFUSED: "“{word}” has told the bot not to write to them.",
    RowFault.UNKNOWN_COLUMN: "The column “{word}” is not known and was left out.",
    RowFault.DUPLICATE: "This is the same pair, about the same focus, as on line {word}.",
    RowFault.ZONE_UNKNOWN: "The time zone of “{word}” is not known. The coordinator's is used.",
    RowFault.ONLY_COORDINATORS: "Coordinator and backup both sit in this pairing, so nobody hears when it needs help.",
    RowFault.OTHER_COORDINATORS: "The programme was there already, and stays with its coordinators: {word}",
    RowFault.OTHER_ROOM: "The programme was there already, and its channel was not changed.",
    RowFault.OTHER_DAY: "Pairs that were there already ({word}) keep the day of their introduction.",
}
IMPORT: Final = {
    ImportFault.NO_NAME: "The programme needs a name.",
    ImportFault.LONG_NAME: f"A programme's name has at most {LONGEST_NAME} characters.",
    ImportFault.NOT_A_CHANNEL: "“{word}” is no channel's id, such as C012AB3CD. Find it in the channel's details.",
    ImportFault.SAME_COORDINATOR: "{word} cannot be both coordinator and backup. They must be two people.",
}


def roster_sentence(problem: Problem) -> str:
    sentence = ROSTER[problem.fault].format(word=problem.word)
    return f"Line {problem.line}: {sentence}" if problem.line else sentence


def refused_sentence(refused: ImportRefused) -> str:
    if refused.why is not None:
        return f"Coordinator and backup: {ROSTER[refused.why].format(word=refused.word)}"
    return IMPORT[refused.fault].format(word=refused.word)


def gave_up_sentence(gave_up: LookUpGaveUp) -> str:
    return (
        f"Slack keeps asking to wait ({gave_up.why}); {gave_up.found} of {gave_up.wanted} people were looked up."
        " Nothing was changed. Please try again later."
    )
