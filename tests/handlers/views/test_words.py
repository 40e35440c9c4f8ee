"""Words that a partner shared."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace
from typing import Any

from inline_snapshot import snapshot

from bot.domain.checkin import About
from bot.domain.sayings import Line
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH, WORDS


def quotes(blocks: list[views.Block]) -> list[list[str]]:
    """The text elements of each quoted text."""
    rich: list[dict[str, Any]] = [block for block in blocks if block["type"] == "rich_text"]
    return [[element["text"] for element in block["elements"][1]["elements"]] for block in rich]


def test_shared_words_stand_as_they_were_typed() -> None:
    assert views.message([WORDS], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Ana shared this with you, in the check-in of 3 November:",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.words-2.0",
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "What moved", "style": {"bold": True}}],
                    },
                    {
                        "type": "rich_text_quote",
                        "elements": [
                            {
                                "type": "text",
                                "text": """\
The draft is out.
At last!\
""",
                            }
                        ],
                    },
                ],
                "block_id": "00000000000000000000000000000001.words-2.1",
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {
                                "type": "text",
                                "text": "What went well that you would like to remember?",
                                "style": {"bold": True},
                            }
                        ],
                    },
                    {"type": "rich_text_quote", "elements": [{"type": "text", "text": "I said no, once."}]},
                ],
                "block_id": "00000000000000000000000000000001.words-2.2",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "You see this because Ana chose you as a reader. To pause or stop: `/rapport help`.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.words-2.3",
            },
        ]
    )


def test_marks_and_mentions_in_shared_words_are_only_characters() -> None:
    typed = "*Thanks* <!channel> & <@U1>\n> `done`"
    shared = replace(WORDS, lines=(Line(about=About.TYPED, question="", text=typed),))

    assert quotes(views.message([shared], ENGLISH).blocks) == [[typed]]


def test_three_long_texts_are_shown_whole() -> None:
    texts = tuple(letter * 3000 for letter in "abc")
    shared = replace(WORDS, lines=tuple(Line(about=About.NEXT, question="", text=text) for text in texts))

    shown = quotes(views.message([shared], ENGLISH).blocks)

    assert ["".join(parts) for parts in shown] == list(texts)
    assert all(len(part) < 3000 for parts in shown for part in parts)


def test_what_one_message_cannot_hold_is_said_to_be_missing() -> None:
    lines = tuple(Line(about=About.NEXT, question="", text=letter * 2900) for letter in "abcde")

    shown = views.message([replace(WORDS, lines=lines)], ENGLISH)

    assert [len("".join(parts)) for parts in quotes(shown.blocks)] == [2900, 2900, 2900, 300]
    assert read(shown)[-2] == snapshot("~ There is more than one message can hold. Ask Ana for the rest.")


def test_words_taken_back_are_gone_but_may_have_been_read() -> None:
    assert read(views.message([replace(WORDS, lines=())], ENGLISH)) == snapshot(
        ["(( What Ana shared is no longer here. ))", "Ana took back what stood here. You may have read it before."]
    )


def test_shared_words_in_french() -> None:
    assert read(views.message([WORDS], FRENCH)) == snapshot(
        [
            "(( Ana a partagé quelques mots avec vous. ))",
            "Ana a partagé ceci avec vous, au point d’étape du 3 novembre\xa0:",
            "> Ce qui a avancé",
            """\
> The draft is out.
At last!\
""",
            "> Qu’est-ce qui a bien marché et que vous aimeriez retenir\xa0?",
            "> I said no, once.",
            "~ Vous voyez ceci parce que Ana vous y a donné accès. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
        ]
    )
