"""Groups that are being formed: the message about them, and the review page by page."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.draft_group import DraftState
from bot.domain.formation import OPEN, FormationState, Why
from bot.domain.formation_showings import (
    DraftFace,
    FormationCard,
    FormationFace,
    FormationReview,
    FormationStarted,
)
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, confirm, context, named, section
from handlers.views.modal_frame import closing
from handlers.views.room import fitted
from handlers.views.voice import Voice

A_PAGE: Final = 20
"""Groups on one page of a modal, which holds 100 blocks (https://docs.slack.dev/reference/block-kit/blocks)."""

ON_CARD: Final = 10
"""Groups in the message; all are in the review."""

NAMES_MOST: Final = 20
FEW_NAMES: Final = 5
"""Names in one line of those who are in no group; fewer in the message, whose words are counted."""


def blocks(card: FormationCard, voice: Voice) -> list[Block]:
    face = card.face
    return named(card.notice, _mark(face), list(_card(face, voice)))


def headline(card: FormationCard, voice: Voice) -> str:
    return voice.marked(f"formation.headline.{card.face.state}", name=card.face.name)


def started(done: FormationStarted, voice: Voice) -> Block:
    key = "formation.started.channel" if done.source else "formation.started"
    said = section(voice.marked(key, channel=done.source), voice.marked("formation.started.next"))
    return closing(voice, title="formation.title", blocks=[said])


def review(showing: FormationReview, voice: Voice) -> Block:
    return closing(voice, title="formation.title", blocks=list(_review(showing, voice)))


def _mark(face: FormationFace) -> str:
    states = "".join(each.state[0] for each in face.drafts[:ON_CARD])
    return f"{face.state}.{states}"


def _card(face: FormationFace, voice: Voice) -> Iterator[Block]:
    yield section(*_lead(face, voice))
    if face.state is FormationState.DROPPED:
        return
    made = face.state is FormationState.MADE
    groups = [[section(*_in_short(draft, voice, made=made), **_again(draft, voice))] for draft in face.drafts[:ON_CARD]]
    loose = list(_loose(face, voice, most=FEW_NAMES))
    shown, left = fitted(groups, beside=loose)
    yield from shown
    left += max(len(face.drafts) - ON_CARD, 0)
    if left:
        yield context(voice.marked_of("formation.more", left))
    yield from loose
    label, value = voice.plain("formation.look" if made else "formation.review"), f"{face.formation}:0"
    if made:
        yield actions(button(ids.FORMATION_REVIEW, label, value))
        return
    yield actions(button(ids.FORMATION_REVIEW, label, value, style="primary"), _drop(face, voice))
    yield context(voice.marked("formation.nobody_told"))


def _lead(face: FormationFace, voice: Voice) -> Iterator[str]:
    match face.state:
        case FormationState.DROPPED if face.trouble:
            yield voice.marked(f"formation.trouble.{face.trouble}", name=face.name, channel=face.source, n=face.number)
        case FormationState.MADE:
            open_now = sum(each.state is DraftState.OPENED for each in face.drafts)
            yield voice.marked_of("formation.made", len(face.drafts), name=face.name, opened=open_now)
            if any(each.state is DraftState.WAITING and not each.there for each in face.drafts):
                yield voice.marked("formation.made.waiting")
        case FormationState.PROPOSED:
            yield voice.marked_of("formation.proposed", len(face.drafts), name=face.name, people=face.people)
            if not face.drafts:
                yield voice.marked("formation.proposed.none")
        case _:
            yield voice.marked(f"formation.{face.state}", name=face.name)


def _in_short(draft: DraftFace, voice: Voice, *, made: bool) -> Iterator[str]:
    key = "formation.group.there" if draft.there else "formation.group"
    yield voice.marked(key, name=draft.name, people=draft.people or [voice.plain("formation.nobody")])
    if made:
        yield voice.marked(f"formation.draft.{draft.state}.there" if draft.there else f"formation.draft.{draft.state}")
        if draft.outside:
            yield voice.marked("formation.outside", names=draft.outside)
    elif draft.few:
        yield voice.marked("formation.few")


def _again(draft: DraftFace, voice: Voice) -> dict[str, Block]:
    """For a group whose room could not be opened."""
    if draft.state is not DraftState.STUCK:
        return {}
    return {"accessory": button(ids.FORMATION_AGAIN, voice.plain("formation.again"), draft.draft)}


def _review(showing: FormationReview, voice: Voice) -> Iterator[Block]:
    face = showing.face
    pages = max(1, -(-len(face.drafts) // A_PAGE))
    page = min(showing.page, pages - 1)
    yield section(*_lead(face, voice))
    if face.state is FormationState.DROPPED:
        return
    reviewed = face.state is FormationState.PROPOSED
    for draft in face.drafts[page * A_PAGE : (page + 1) * A_PAGE]:
        value = f"{face.formation}:{draft.draft}:{page}"
        change = {"accessory": button(ids.FORMATION_MOVE, voice.plain("formation.change"), value)} if reviewed else {}
        yield section(*_whole(draft, voice, made=not reviewed), **(change or _again(draft, voice)))
    yield from _turning(face, page, pages, voice)
    yield from _loose(face, voice)
    if reviewed:
        if any(why in OPEN for _, why in face.unplaced) and face.drafts:
            value = f"{face.formation}:{ids.NOBODYS}:{page}"
            yield actions(button(ids.FORMATION_MOVE, voice.plain("formation.place"), value))
        yield from _acts(face, voice)


def _whole(draft: DraftFace, voice: Voice, *, made: bool) -> Iterator[str]:
    """A group with all that speaks for it and against it."""
    yield from _in_short(draft, voice, made=made)
    if draft.others:
        yield voice.marked("formation.others", names=draft.others)
    if draft.people:
        yield " · ".join(_facts(draft, voice))
    if draft.known:
        together = [f"{one} – {other}" for one, other in draft.pairs]
        yield voice.marked_of("formation.known", draft.known, pairs=together)
    if draft.apart and not made:
        yield voice.marked("formation.apart")


def _facts(draft: DraftFace, voice: Voice) -> Iterator[str]:
    if draft.shared_hours:
        yield voice.marked_of("formation.hours", round(draft.shared_hours))
    else:
        yield voice.marked("formation.no_hour")
    if draft.sites:
        yield voice.marked_of("formation.sites", draft.sites)
    if not draft.known:
        yield voice.marked("formation.all_new")


def _loose(face: FormationFace, voice: Voice, *, most: int = NAMES_MOST) -> Iterator[Block]:
    """Whoever is in no group, by the reason."""
    lines = []
    for why in Why:
        names = [name for name, other in face.unplaced if other is why]
        if names:
            lines.append(voice.marked_of(f"formation.unplaced.{why}", len(names), names=_cut(names, voice, most)))
    if face.state is FormationState.MADE and any(why is Why.LATER for _, why in face.unplaced):
        lines.append(voice.marked("formation.unplaced.later.how"))
    if lines:
        yield section(voice.marked("formation.unplaced"), *lines)


def _cut(names: Sequence[str], voice: Voice, most: int) -> list[str]:
    if len(names) <= most:
        return list(names)
    return [*names[:most], voice.plain_of("formation.others_more", len(names) - most)]


def _turning(face: FormationFace, page: int, pages: int, voice: Voice) -> Iterator[Block]:
    if pages == 1:
        return
    turns = [
        button(ids.several(ids.FORMATION_PAGE, n), voice.plain(key), f"{face.formation}:{to}")
        for n, (key, to) in enumerate((("formation.earlier", page - 1), ("formation.later", page + 1)))
        if 0 <= to < pages
    ]
    yield context(voice.marked("formation.page", page=page + 1, pages=pages))
    yield actions(*turns)


def _acts(face: FormationFace, voice: Voice) -> Iterator[Block]:
    value = f"{face.formation}:0"
    sure = confirm(
        title=voice.plain("formation.make.title"),
        text=voice.plain("formation.make.sure"),
        yes=voice.plain("formation.make.yes"),
        no=voice.plain("form.back"),
    )
    sure.pop("style")
    make = button(ids.FORMATION_MAKE, voice.plain("formation.make"), value, style="primary", confirm=sure)
    anew = button(ids.FORMATION_ANEW, voice.plain("formation.anew"), value)
    yield actions(*([make, anew] if face.drafts else []), _drop(face, voice))
    yield context(voice.marked("formation.nobody_told"))


def _drop(face: FormationFace, voice: Voice) -> Block:
    sure = confirm(
        title=voice.plain("formation.drop.title"),
        text=voice.plain("formation.drop.sure"),
        yes=voice.plain("formation.drop"),
        no=voice.plain("form.back"),
    )
    return button(ids.FORMATION_DROP, voice.plain("formation.drop"), f"{face.formation}:0", confirm=sure)
