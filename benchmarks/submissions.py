"""Filled-in forms as Slack sends them, each of another prompt, and the look afterwards whether they were kept."""

import hashlib
import hmac
import json
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote_plus

from sqlalchemy import func, select

from benchmarks.population import slack_id
from benchmarks.rows import WORKSPACE, Kind, uuid
from benchmarks.slack_stub import SIGNING_SECRET, TEAM
from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.ids import MemberId, PromptId
from bot.domain.sayings import Named, Reader
from bot.domain.showings import FormField, UpdateForm
from handlers import views
from handlers.views import ids
from storage import entry as entries
from storage.session import Database
from storage.tables import Entry, Update, table_of

WORDS: Final = "We looked at the draft together and cut it by half. It reads much better now."
MORE_WORDS: Final = "I write to the conference, she reads the abstract before Friday."
OFFERED: Final = (About.MOVED, About.NEXT, About.IN_THE_WAY, About.QUESTION, About.PRIVATE_LINE)

Texts = dict[About, tuple[str, Audience]]


def bodies(pairings: int) -> list[bytes]:
    """One form for every prompt of so many pairings: first the mentors', then the mentees'."""
    view = _view()
    payloads = (_payload(view, prompt, pairings) for prompt in range(2 * pairings))
    return [b"payload=" + quote_plus(json.dumps(payload)).encode() for payload in payloads]


def signed(bodies: Sequence[bytes]) -> list[bytes]:
    """Whole requests. Slack's signature is good for five minutes, so they are signed just before they are sent.

    https://docs.slack.dev/authentication/verifying-requests-from-slack
    """
    stamp = str(int(time.time()))
    return [_signed(body, stamp) for body in bodies]


def kept(database: Database, submitted: int, *, since: datetime) -> bool:
    """Whether the first so many forms, sent after `since`, are kept, each with its texts, and the words open again."""
    with database.read(WORKSPACE) as session:
        update_row, entry = table_of(Update), table_of(Entry)
        updates = session.execute(select(func.count()).where(update_row.c.answered_at >= since)).scalar_one()
        texts = session.execute(select(func.count()).where(entry.c.at >= since)).scalar_one()
        update = session.execute(
            select(table_of(Update).c.id).where(table_of(Update).c.prompt_id == uuid(Kind.PROMPT, 1))
        ).scalar_one()
        words = entries.own_texts(session, MemberId(uuid(Kind.MENTOR, 1)), update)
    expected = sum(len(_texts(prompt)) for prompt in range(submitted))
    return (updates, texts) == (submitted, expected) and sorted(words.values()) == sorted((WORDS, MORE_WORDS))


def _texts(prompt: int) -> Texts:
    """One text for its author only, or two, one of which the partner may read."""
    if prompt % 2:
        return {About.MOVED: (WORDS, Audience.PARTNER), About.NEXT: (MORE_WORDS, Audience.ONLY_ME)}
    return {About.MOVED: (WORDS, Audience.ONLY_ME)}


def _payload(view: dict[str, Any], prompt: int, pairings: int) -> dict[str, Any]:
    """https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
    person = slack_id(Kind.MENTOR if prompt < pairings else Kind.MENTEE, prompt % pairings)
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "bench"},
        "user": {"id": person, "username": "somebody", "name": "somebody", "team_id": TEAM},
        "api_app_id": "A0BENCH",
        "token": "bench",
        "trigger_id": f"{prompt}.1.bench",
        "view": {
            **view,
            "private_metadata": str(uuid(Kind.PROMPT, prompt)),
            "state": {"values": _state(_texts(prompt))},
        },
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def _state(texts: Texts) -> dict[str, Any]:
    values: dict[str, Any] = {
        ids.GOAL: {ids.GOAL: {"type": "radio_buttons", "selected_option": _option(Goal.MOVED)}},
    }
    for about in OFFERED:
        text, audience = texts.get(about, (None, Audience.ONLY_ME))
        values[ids.text_block(about)] = {ids.TEXT: {"type": "plain_text_input", "value": text}}
        if about is not About.PRIVATE_LINE:
            chosen = {"type": "static_select", "selected_option": _option(audience)}
            values[ids.audience_block(about)] = {ids.AUDIENCE: chosen}
    return values


def _option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value, "emoji": True}, "value": value}


def _view() -> dict[str, Any]:
    """The bot's own form, with what Slack adds to it: a payload brings the whole view back."""
    form = UpdateForm(
        reader=Reader(language="en-GB", zone="Europe/Lisbon"),
        prompt=PromptId(uuid(Kind.PROMPT, 0)),
        partners=(Named(id=MemberId(uuid(Kind.MENTEE, 0)), name="Ana Pereira"),),
        coordinator="Maria Santos",
        outcome=Outcome.MET,
        goal=None,
        question="achievement",
        fields=tuple(FormField(about=about, text="", audience=Audience.ONLY_ME) for about in OFFERED),
        readers=(),
        closed=False,
    )
    return {
        "id": "V0BENCH",
        "team_id": TEAM,
        "hash": "1.bench",
        "root_view_id": "V0BENCH",
        "previous_view_id": None,
        "app_id": "A0BENCH",
        "app_installed_team_id": TEAM,
        "bot_id": "B0BENCH",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        **views.modal(form),
    }


def _signed(body: bytes, stamp: str) -> bytes:
    base = f"v0:{stamp}:".encode() + body
    signature = hmac.new(SIGNING_SECRET.encode(), base, hashlib.sha256).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1\r\n"
        "Host: 127.0.0.1\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\n"
        f"X-Slack-Signature: v0={signature}\r\n\r\n"
    )
    return head.encode() + body
