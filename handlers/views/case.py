"""A case as its hearers see it: why, with what evidence, what could help, and who has it."""

from collections.abc import Iterator, Sequence

from bot.domain.case import CaseState, Rule
from bot.domain.case_sayings import CaseCard, Happened
from bot.domain.case_showings import CaseShown
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, confirm, context, named, section
from handlers.views.modal_frame import closing
from handlers.views.voice import Voice, Word


def blocks(card: CaseCard, voice: Voice) -> list[Block]:
    assert card.notice is not None
    if card.folded:
        return named(card.notice, f"{_state(card)}-line", [_line(card, voice)])
    return named(card.notice, _state(card), list(_card(card, voice)))


def headline(cards: Sequence[CaseCard], voice: Voice) -> str:
    """Nobody's name: a notification can be read over a shoulder."""
    if len(cards) > 1:
        return voice.marked_of("case.headline_of", len(cards))
    card = cards[0]
    if card.private:
        return voice.marked("case.private", programme=card.programme)
    return voice.marked("case.headline.group" if card.group else "case.headline", programme=card.programme)


def modal(shown: CaseShown, voice: Voice) -> Block:
    return closing(voice, title="case.title", blocks=list(_card(shown.card, voice)))


def _card(card: CaseCard, voice: Voice) -> Iterator[Block]:
    if card.state is CaseState.RESOLVED:
        yield section(_resolved(card, voice))
        return
    if card.private:
        yield section(*_private(card, voice))
    else:
        yield section(_title(card, voice), *_why(card, voice), *_ended(card, voice))
        if card.happened:
            evidence = "case.evidence_rounds" if card.group else "case.evidence"
            yield section(voice.marked(evidence), *(_happened(each, voice) for each in card.happened))
    yield section(*_stands(card, voice))
    if card.climbing and not card.private:
        in_group = card.group and card.rule is Rule.GONE
        yield section(voice.marked("case.next.gone_group" if in_group else f"case.next.{card.rule}"))
    yield actions(*_steps(card, voice))
    yield context(voice.marked("case.recorded" if card.private else "case.seen", programme=card.programme))


def _line(card: CaseCard, voice: Voice) -> Block:
    """One of several cases in one message."""
    if card.state is CaseState.RESOLVED:
        return section(_resolved(card, voice))
    title = voice.marked("case.title_private" if card.private else "case.title_of", **_names(card, voice))
    why = voice.marked(f"case.short.{card.rule}")
    opening = button(ids.CASE_OPEN, voice.plain("case.open_button"), card.case)
    return section(title, why, standing(card.state, card.owner, voice), accessory=opening)


def standing(state: CaseState, owner: str, voice: Voice) -> str:
    """Who has it, in a few words."""
    return voice.marked(f"case.standing.{state}", owner=owner)


def _title(card: CaseCard, voice: Voice) -> str:
    return voice.marked("case.title_of", **_names(card, voice))


def _names(card: CaseCard, voice: Voice) -> dict[str, Word]:
    return {"code": card.code, "programme": card.programme, "people": [*card.mentors, card.mentee]}


def _private(card: CaseCard, voice: Voice) -> Iterator[str]:
    yield voice.marked("case.private", programme=card.programme)
    if card.urgent:
        yield voice.marked("case.urgent")


def _why(card: CaseCard, voice: Voice) -> Iterator[str]:
    match card.rule:
        case Rule.NEVER_MET:
            yield voice.marked("case.never_met", since=card.since)
            if card.silent_since is not None:
                yield voice.marked_of("case.silent_both", card.unanswered, since=card.silent_since)
            elif card.unanswered:
                yield voice.marked_of("case.unanswered", card.unanswered)
        case Rule.SILENT_BOTH:
            yield voice.marked_of("case.silent_both", card.unanswered, since=card.since)
            if card.never_met_since is not None:
                yield voice.marked("case.never_met", since=card.never_met_since)
        case Rule.GROUP_QUIET | Rule.NO_FACILITATOR:
            key = "case.group_quiet" if card.rule is Rule.GROUP_QUIET else "case.no_facilitator"
            yield voice.marked_of(key, card.unanswered)
        case Rule.GROUP_SMALL:
            yield voice.marked_of("case.group_small", card.unanswered)
        case Rule.MEMBER_SILENT:
            yield voice.marked_of("case.member_silent", card.unanswered, who=card.who, group=card.group)
        case Rule.GONE if card.gone:
            yield voice.marked_of("case.gone", len(card.gone), gone=card.gone)
        case _:
            yield voice.marked("case.back")


def _ended(card: CaseCard, voice: Voice) -> Iterator[str]:
    if not card.climbing and card.rule is not Rule.GONE:
        yield voice.marked("case.ended_group" if card.group else "case.ended")


def _happened(happened: Happened, voice: Voice) -> str:
    key = "case.happened_met" if happened.met else "case.happened"
    return voice.marked_of(key, happened.answered, day=happened.asked_on, asked=happened.asked)


def _stands(card: CaseCard, voice: Voice) -> Iterator[str]:
    yield voice.marked(
        f"case.{card.state}", owner=card.owner, day=card.opened_on, until=card.snoozed_until or card.opened_on
    )
    if card.before and card.state is CaseState.OPEN:
        yield voice.marked_of("case.before", len(card.before), names=card.before)


def _resolved(card: CaseCard, voice: Voice) -> str:
    key = "case.resolved_private" if card.private else "case.resolved"
    if card.owner_id is None and not card.private:
        key = "case.closed_over" if card.over else "case.closed"
    return voice.marked(key, owner=card.owner, **_names(card, voice))


def _steps(card: CaseCard, voice: Voice) -> Iterator[Block]:
    if card.private:
        yield button(ids.CONCERN_READ, voice.plain("concern.read"), card.case, style="primary")
    if card.state is not CaseState.TAKEN:
        more = {} if card.private or card.anothers else {"style": "primary"}
        yield _step(ids.CASE_TAKE, "case.take", card, voice, **more)
    if card.rule is Rule.GROUP_SMALL and not card.over:
        yield button(ids.GROUP_MERGE, voice.plain("merge.button"), card.case)
    if card.writable and not card.private:
        yield button(ids.CASE_MESSAGE, voice.plain("case.message"), card.case)
    yield _step(ids.CASE_SNOOZE, "case.snooze", card, voice)
    yield _resolve(card, voice)


def _step(action_id: str, label: str, card: CaseCard, voice: Voice, **more: object) -> Block:
    """What somebody else has is never changed by accident: the reader is told whose it is, and asked."""
    if not card.anothers:
        return button(action_id, voice.plain(label), card.case, **more)
    sure = confirm(
        title=voice.plain("case.others_title"),
        text=voice.plain("case.others", owner=card.owner, day=card.stepped_on),
        yes=voice.plain(label),
        no=voice.plain("form.back"),
    )
    return button(action_id, voice.plain(label), f"{card.case}:{card.owner_id}", **more, confirm=sure)


def _resolve(card: CaseCard, voice: Voice) -> Block:
    """Whoever asked for help sees that it is over, so that is asked twice."""
    if card.anothers or not card.private:
        return _step(ids.CASE_RESOLVE, "case.resolve", card, voice)
    label = voice.plain("case.resolve")
    sure = confirm(
        title=voice.plain("case.sure_title"), text=voice.plain("case.sure"), yes=label, no=voice.plain("form.back")
    )
    return button(ids.CASE_RESOLVE, label, card.case, confirm=sure)


def _state(card: CaseCard) -> str:
    """A short word that is other whenever the card is."""
    parts = (
        "private" if card.private else card.rule,
        card.state,
        card.snoozed_until,
        "" if card.climbing else "ended",
        "anothers" if card.anothers else "",
        "" if card.writable else "unwritable",
    )
    return "-".join(str(part) for part in parts if part)
