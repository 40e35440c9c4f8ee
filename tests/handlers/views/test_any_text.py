"""Whatever people type, what we show is valid, fires no mention, and keeps its shape."""

import dataclasses
import re
from typing import Any, Final, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.refusals import Refusal, Refused
from handlers import views
from tests.handlers.views import shown
from tests.handlers.views.cases_said import CASE_SAYINGS
from tests.handlers.views.formations_said import SHORT_SAYINGS
from tests.handlers.views.rotations_said import ROTATION_SAYINGS
from tests.handlers.views.rules import message_refusals, modal_refusals, mrkdwn_texts, parts, pings
from tests.handlers.views.said import ENGLISH, FRENCH, PAIR_SAYINGS

T = TypeVar("T")

TYPED: Final = frozenset(
    [
        "author",
        "coordinator",
        "coordinates",
        "coordinators",
        "focus",
        "inviter",
        "joined",
        "left",
        "made",
        "met_by",
        "mentor",
        "name",
        "other",
        "partners",
        "people",
        "planned_by",
        "programme",
        "question",
        "readers",
        "sites",
        "text",
        "there_already",
        "who",
        "why",
        "word",
    ]
)
"""Fields that hold what people typed. Ids of readers are told from names by not being text."""

NASTY: Final = st.sampled_from(
    [
        "<!channel>",
        "<!here|x> & <!subteam^S1>",
        "<@U012AB3CD>",
        "<https://example.org|here>",
        "<!date^0^{date}|x>",
        "*", "_Ana_", "~", "```", "a*b_c`d", "> Ana", "&gt; &lt;!channel&gt;",
        "", " ", "\u200b", "\u202eAna", "אנה", "Ana\nBen\r\n\u2028Cleo", "\x00\x1b", "{partners}", "{0}", "%s",
        "A" * 80, "👩\u200d🔬" * 40, "e\u0301" * 100, "&" * 3000, "x" * 3000,
    ]
)  # fmt: skip
ANYTHING: Final = NASTY | st.text(max_size=120) | st.lists(NASTY, max_size=3).map(" ".join)
SAID: Final = (*PAIR_SAYINGS, *CASE_SAYINGS)
EVERYTHING: Final = (*SAID, *SHORT_SAYINGS, *ROTATION_SAYINGS)
FEWER: Final = settings(max_examples=60, deadline=None)


def filled(value: T, typed: str) -> T:
    """The value with `typed` wherever people type."""
    changed: T = _filled(value, typed, here=False)
    return changed


def _filled(value: Any, typed: str, *, here: bool) -> Any:
    if isinstance(value, str) and type(value) is str:
        return typed if here else value
    if isinstance(value, tuple):
        return tuple(_filled(each, typed, here=here) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        changed = {name: _filled(each, typed, here=name in TYPED) for name, each in fields.items()}
        return dataclasses.replace(value, **changed)
    return value


def shape(thing: object) -> list[int]:
    """Lines and marks of each mrkdwn text, which nothing typed may add to."""
    marks = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])|`")
    return [count for text in mrkdwn_texts(thing) for count in (text.count("\n"), len(marks.findall(text)))]


@FEWER
@given(typed=ANYTHING, saying=st.sampled_from(EVERYTHING), reader=st.sampled_from([ENGLISH, FRENCH]))
def test_any_text_makes_a_valid_message(typed: str, saying: Any, reader: Any) -> None:
    rendered = views.message([filled(saying, typed)], reader)

    assert message_refusals(rendered) == []
    assert pings([*rendered.blocks, {"type": "mrkdwn", "text": rendered.text}]) == []


@FEWER
@given(typed=ANYTHING, showing=st.sampled_from(shown.showings()))
def test_any_text_makes_a_valid_answer(typed: str, showing: Any) -> None:
    rendered = views.answer(filled(showing, typed))

    assert message_refusals(rendered) == []
    assert pings([*rendered.blocks, {"type": "mrkdwn", "text": rendered.text}]) == []


@FEWER
@given(typed=ANYTHING, form=st.sampled_from(shown.forms()))
def test_any_text_makes_a_valid_modal(typed: str, form: Any) -> None:
    view = views.modal(filled(form, typed))

    assert modal_refusals(view) == []
    assert pings(view["blocks"]) == []


@FEWER
@given(typed=ANYTHING, saying=st.sampled_from(EVERYTHING))
def test_nothing_typed_adds_a_line_or_a_mark(typed: str, saying: Any) -> None:
    """Compared with a plain name; a blank one with none, since some lines are left out then."""
    plain = "Ana" if typed.strip() else ""

    rendered = views.message([filled(saying, typed)], ENGLISH)

    assert shape(rendered.blocks) == shape(views.message([filled(saying, plain)], ENGLISH).blocks)


@FEWER
@given(typed=ANYTHING, refusal=st.sampled_from(Refusal))
def test_any_text_makes_a_valid_refusal(typed: str, refusal: Refusal) -> None:
    sentence = views.refusal(Refused(refusal, typed), "en", "AB12")

    assert message_refusals(views.said(sentence)) == []
    assert modal_refusals(views.said_in_modal(sentence, "en")) == []
    assert pings(views.said(sentence).blocks) == []


def test_typed_text_reaches_what_is_shown() -> None:
    """Else the tests above would hold of anything."""
    told = [str(list(parts(views.message([filled(saying, "Xavier")], ENGLISH).blocks))) for saying in SAID]
    answers = [str(views.answer(filled(showing, "Xavier"))) for showing in shown.showings()]

    assert sum("Xavier" in each for each in told) > len(SAID) * 0.7
    assert sum("Xavier" in each for each in answers) > 10
