"""Ten weeks of a programme in four zones, told once: who is in it, what they do, and when."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Final

from bot.domain.checkin import About
from handlers.views import ids
from tests.journeys.diary import AtMoment, Diary, at
from tests.stage import stage

LISBON: Final = "Europe/Lisbon"
EDMONTON: Final = "America/Edmonton"
KOLKATA: Final = "Asia/Kolkata"
TOKYO: Final = "Asia/Tokyo"

PEOPLE: Final = {
    "Maria Santos": LISBON,
    "Tom Okafor": LISBON,
    "Ana Pereira": LISBON,
    "Inês Almeida": LISBON,
    "Gil Costa": LISBON,
    "Ben Carter": EDMONTON,
    "Sam Wood": EDMONTON,
    "Kiran Rao": KOLKATA,
    "Priya Nair": KOLKATA,
    "Yuki Tanaka": TOKYO,
    "Hana Mori": TOKYO,
}
START: Final = at(date(2026, 9, 28), "08:00", LISBON)
END: Final = at(date(2026, 12, 7), "18:00", LISBON)

PRIVATE: Final = (
    "I am not sure that I am the right mentor for grants.",
    "Kiran is quick. I worry about the deadline, though.",
)
"""For the coordinator's eyes only."""

FOR_PRIYA: Final = "Priya and I write the methods section."
EARLY: Final = "My abstract was accepted!"
THE_EVE: Final = "I apply on Friday."
"""Shared late, so that Ana reads it on the morning on which she would be asked: she is asked the day after."""

LATE: Final = "We read the reviews together."

AUDIENCES: Final = {about: ids.audience_block(about) for about in About}
TEXTS: Final = {about: ids.text_block(about) for about in About}


@asynccontextmanager
async def beginning(database_url: str, at_moment: AtMoment | None = None) -> AsyncIterator[Diary]:
    """The programme on its first morning: five pairings of a list, and nobody has heard of it yet."""
    async with stage(database_url, start=START, people=PEOPLE) as there:
        ana, ben, sam = there["Ana"].id, there["Ben"].id, there["Sam"].id
        rows = (
            "mentor,mentee,focus,rhythm",
            f"{ana},{ben},career,weekly",
            f"{there['Priya'].id};{there['Yuki'].id},{there['Kiran'].id},research,fortnightly",
            f"{there['Inês'].id},{there['Hana'].id},writing,monthly",
            f"{there['Gil'].id},{ben},grants,weekly",
            f"{there['Inês'].id},{sam},,fortnightly",
        )
        await there.bring("\n".join(rows), coordinator="Maria", backup="Tom")
        yield Diary(there, at_moment)


async def tell(diary: Diary) -> None:
    await first_words(diary)
    await introductions(diary)
    await first_answers(diary)
    await a_pair_by_hand(diary)
    await moved_and_skipped(diary)
    await a_team_answers(diary)
    await a_pause(diary)
    await early(diary)
    await two_open_rows(diary)
    await late(diary)
    await diary.until(END)


async def first_words(diary: Diary) -> None:
    await diary.until(at(date(2026, 9, 28), "09:30", LISBON))
    await diary.clicks("Ana", "OK")
    await diary.clicks("Gil", "Not for me")
    await diary.until(at(date(2026, 9, 28), "16:40", TOKYO))
    await diary.clicks("Yuki", "Change my hours")
    await diary.submits("Yuki", {ids.ASK_AT: "14:00"})
    await diary.until(at(date(2026, 9, 28), "09:20", EDMONTON))
    await diary.clicks("Ben", "OK")


async def introductions(diary: Diary) -> None:
    await diary.until(at(date(2026, 9, 30), "10:30", EDMONTON))
    await diary.clicks_in("Sam", "welcome to", "Not for me")
    await diary.submits("Sam")
    await diary.until(at(date(2026, 10, 1), "10:00", EDMONTON))
    await diary.clicks_in("Ben", "welcome to", "We've planned it")


async def first_answers(diary: Diary) -> None:
    """A click, a number, a form with audiences; typed words shared; the coordinator reads what is for her alone."""
    await diary.until(at(date(2026, 10, 6), "10:20", KOLKATA))
    await diary.clicks("Kiran", "We've met")
    await diary.until(at(date(2026, 10, 6), "10:20", LISBON))
    await diary.clicks("Inês", "Not yet")
    await diary.clicks("Ana", "We met")
    await diary.chooses("Ana", "4: very useful")
    await diary.clicks("Ana", "Add a line")
    await diary.submits(
        "Ana",
        {
            TEXTS[About.MOVED]: "Ben's first draft is *done* & on my desk.",
            AUDIENCES[About.MOVED]: "Ben Carter and me",
            TEXTS[About.IN_THE_WAY]: "Time zones.",
            TEXTS[About.PRIVATE_LINE]: PRIVATE[0],
        },
    )
    await diary.until(at(date(2026, 10, 6), "14:00", LISBON))
    await diary.clicks("Maria", "Read")
    await diary.closes("Maria")
    await diary.until(at(date(2026, 10, 7), "11:00", EDMONTON))
    await diary.types("Ben", "We talked about the draft, and about Lisbon.")
    await diary.clicks("Ben", "Share with Ana Pereira")
    await diary.clicks("Ben", "We met")


async def a_pair_by_hand(diary: Diary) -> None:
    await diary.until(at(date(2026, 10, 8), "11:00", LISBON))
    await diary.runs("Ana", "/rapport report")
    await diary.runs("Ana", "/rapport pair @Ana Pereira @Kiran Rao statistics")
    await diary.runs("Maria", "/rapport pair @Ana Pereira @Kiran Rao statistics")


async def moved_and_skipped(diary: Diary) -> None:
    await diary.until(at(date(2026, 10, 13), "10:30", LISBON))
    await diary.clicks("Ana", "Not yet")
    await diary.until(at(date(2026, 10, 13), "10:30", EDMONTON))
    await diary.chooses("Ben", "Ask me later")
    await diary.until(at(date(2026, 10, 15), "10:30", EDMONTON))
    await diary.clicks("Ben", "We met")
    await diary.types("Ben", "Thank you!")
    await diary.clicks("Ben", "Not an answer")
    await diary.until(at(date(2026, 10, 19), "11:00", EDMONTON))
    await diary.clicks("Ben", "Add a line")
    await diary.submits("Ben", {TEXTS[About.NEXT]: THE_EVE, AUDIENCES[About.NEXT]: "Ana Pereira and me"})
    await diary.until(at(date(2026, 10, 20), "11:00", EDMONTON))
    await diary.chooses("Ben", "Skip this one")
    await diary.until(at(date(2026, 10, 21), "11:00", EDMONTON))
    await diary.clicks("Ben", "Answer after all")
    await diary.clicks("Ben", "It's booked")


async def a_team_answers(diary: Diary) -> None:
    """The mentee tells one mentor and not the other; a mentor answers in the thread, for the coordinator alone."""
    await diary.until(at(date(2026, 10, 22), "11:00", KOLKATA))
    await diary.clicks("Kiran", "We met")
    await diary.clicks("Kiran", "Add a line")
    await diary.submits(
        "Kiran",
        {
            TEXTS[About.NEXT]: FOR_PRIYA,
            AUDIENCES[About.NEXT]: "Me and the mentors I tick below",
            ids.READERS: ["Priya Nair"],
        },
    )
    await diary.until(at(date(2026, 10, 22), "16:00", TOKYO))
    await diary.replies("Yuki", "Kiran Rao met since", PRIVATE[1])
    await diary.clicks("Yuki", "Only Maria Santos (coordinator)")
    await diary.until(at(date(2026, 10, 22), "15:00", LISBON))
    await diary.clicks("Maria", "Read")
    await diary.closes("Maria")


async def a_pause(diary: Diary) -> None:
    """Ana pauses one of her pairings, over the day on which Lisbon's clocks go back, and comes back early."""
    await diary.until(at(date(2026, 10, 23), "16:00", LISBON))
    await diary.runs("Ana", "/rapport pause 2 weeks")
    await diary.clicks("Ana", "With Ben Carter")
    await diary.until(at(date(2026, 10, 27), "11:00", EDMONTON))
    await diary.clicks("Ben", "We met")
    await diary.until(at(date(2026, 10, 27), "15:00", TOKYO))
    await diary.until(at(date(2026, 10, 28), "11:00", KOLKATA))
    await diary.clicks("Kiran", "Not yet")
    await diary.clicks("Priya", "Not yet")


async def early(diary: Diary) -> None:
    """Hana answers before she is asked, so that she is not asked; Ana comes back."""
    await diary.until(at(date(2026, 10, 30), "11:00", TOKYO))
    await diary.runs("Hana", "/rapport checkin")
    await diary.submits("Hana", {TEXTS[About.MOVED]: EARLY, AUDIENCES[About.MOVED]: "Inês Almeida and me"})
    await diary.until(at(date(2026, 11, 2), "09:30", LISBON))
    await diary.runs("Ana", "/rapport resume")


async def two_open_rows(diary: Diary) -> None:
    """Two questions in one message, one answer in words: the bot asks which is meant, in the thread and in the DM."""
    await diary.until(at(date(2026, 11, 3), "11:00", LISBON))
    await diary.replies("Ana", "Kiran Rao met since", "Good progress, and a plan for the poster.")
    await diary.clicks("Ana", "Kiran Rao")
    await diary.clicks("Ana", "Share with Kiran Rao")
    await diary.clicks_in("Ana", "And have you and Kiran Rao met?", "We met")
    await diary.types("Ana", "We looked at job adverts.")
    await diary.until(at(date(2026, 11, 3), "11:00", EDMONTON))
    await diary.clicks("Ben", "We met")
    await diary.until(at(date(2026, 11, 13), "11:00", LISBON))
    await diary.clicks_in("Ana", "shared with Kiran Rao", "Only me")


async def late(diary: Diary) -> None:
    """Inês answers when the check-in has closed; what she shares comes the next working morning."""
    await diary.until(at(date(2026, 11, 16), "10:00", LISBON))
    await diary.runs("Inês", "/rapport checkin")
    await diary.submits("Inês", {TEXTS[About.NEXT]: LATE, AUDIENCES[About.NEXT]: "Hana Mori and me"})
    await diary.until(at(date(2026, 11, 19), "10:00", LISBON))
    await diary.runs("Maria", "/rapport report last 30 days")
    await diary.runs("Ana", "/rapport")
