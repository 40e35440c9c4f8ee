"""A group in its channel: the card with Join and Leave, what a click on it says, and the commands about it."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.formation_showings import FormationCard
from bot.domain.group_sayings import (
    GroupAdrift,
    GroupCard,
    GroupFace,
    GroupGrows,
    GroupInvited,
    GroupOver,
    GroupSaying,
    GroupWord,
)
from bot.domain.group_showings import GroupEnding, GroupJoined, GroupLeft, GroupSaved, GroupShown, GroupStays, MyGroups
from bot.domain.groups import Facilitation, GroupState, Joining, Room
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from handlers.views import formation, ids
from handlers.views.blocks import Block, Rendered, actions, button, confirm, context, named, quoted, section
from handlers.views.modal_frame import closing
from handlers.views.voice import Voice

OfGroup = GroupShown | GroupJoined | GroupLeft | MyGroups | GroupEnding | GroupStays


def blocks(saying: GroupSaying, voice: Voice) -> list[Block]:
    match saying:
        case GroupCard():
            blocks = [*_formed(saying, voice), *_card(saying.face, voice)]
            return named(saying.notice, _mark(saying.face), blocks)
        case FormationCard():
            return formation.blocks(saying, voice)
        case GroupInvited():
            return named(saying.notice, str(saying.settled), list(_invited(saying, voice)))
        case GroupAdrift():
            return named(saying.notice, f"{saying.whereabouts}.{saying.back}", list(_adrift(saying, voice)))
        case GroupOver():
            return named(saying.notice, "over", [section(*_over(saying, voice))])
        case GroupGrows():
            return named(saying.notice, str(saying.over), [section(_grows(saying, voice))])
        case GroupWord():
            return named(saying.notice, str(saying.settled), list(_word(saying, voice)))


def headline(saying: GroupSaying, voice: Voice) -> str:
    match saying:
        case GroupCard():
            key = "group.formed.headline" if saying.formed_by else "group.headline"
            return voice.marked(key, name=saying.face.name, inviter=saying.formed_by)
        case FormationCard():
            return formation.headline(saying, voice)
        case GroupInvited():
            key = "merge.asked.headline" if saying.small else "group.invited.headline"
            return voice.marked(key, inviter=saying.inviter, name=saying.face.name)
        case GroupGrows():
            return voice.marked("merge.grows.headline", name=saying.name)
        case GroupAdrift():
            return voice.marked(f"{_WHAT[saying.kind]}.adrift.headline", name=saying.name)
        case GroupOver():
            return voice.marked("group.over.headline", name=saying.name)
        case GroupWord():
            return voice.marked("group.word.headline", name=saying.name)


def answer(showing: OfGroup, voice: Voice) -> Rendered:
    match showing:
        case GroupShown():
            return _shown(showing, voice)
        case GroupJoined():
            return _joined(showing, voice)
        case GroupLeft():
            said = voice.marked("group.left", name=showing.face.name)
            return Rendered(text=said, blocks=[section(said)])
        case GroupStays():
            said = voice.marked("group.stays", name=showing.name)
            return Rendered(text=said, blocks=[section(said)])
        case MyGroups():
            return _mine(showing, voice)
        case GroupEnding():
            return _ending(showing, voice)


def saved(done: GroupSaved, voice: Voice) -> Block:
    key = "group.saved" if not done.started else f"group.started.{done.face.room}"
    lines = [voice.marked(key, name=done.face.name), *_when(done.face, voice)]
    if done.paused_until is not None:
        lines.append(voice.marked("group.paused", day=done.paused_until))
    if done.face.invited:
        lines.append(voice.marked_of("group.invited_so_far", done.face.invited))
    return closing(voice, title="group.title", blocks=[section(*lines), context(voice.marked("group.words"))])


def _mark(face: GroupFace) -> str:
    return str(face.state)


def _card(face: GroupFace, voice: Voice) -> Iterator[Block]:
    yield section(*_what(face, voice))
    if face.state is not GroupState.ENDED:
        yield quoted(voice.plain("group.asks"), "\n".join(face.questions))
        yield section(*_when(face, voice), *_who(face, voice))
        yield actions(
            button(ids.GROUP_JOIN, voice.plain("group.join"), face.group, style="primary"),
            button(ids.GROUP_LEAVE, voice.plain("group.leave"), face.group),
        )
        yield context(voice.marked(f"group.keeps.{face.room}"), voice.marked("exported"))


def _formed(card: GroupCard, voice: Voice) -> Iterator[Block]:
    """For people who find themselves together: who they are, and that it is for each of them to say."""
    if card.formed_by and card.face.state is not GroupState.ENDED:
        yield section(voice.marked("group.formed", inviter=card.formed_by, people=card.people))


def _what(face: GroupFace, voice: Voice) -> Iterator[str]:
    yield voice.marked("group.name", name=face.name)
    if face.purpose:
        yield voice.marked("group.purpose", purpose=face.purpose)
    match face.state:
        case GroupState.ENDED:
            yield voice.marked("group.ended")
        case GroupState.ADRIFT:
            yield voice.marked(f"group.adrift.{face.whereabouts}")
        case GroupState.RUNNING:
            pass


def _when(face: GroupFace, voice: Voice) -> Iterator[str]:
    if face.next_at is not None:
        in_zone = Voice(voice.texts, face.zone)
        yield in_zone.marked(
            f"group.rhythm.{face.rhythm}", weekday=voice.texts.weekday(face.weekday), time=face.opens_at, zone=face.zone
        )
        yield in_zone.marked("group.next", moment=face.next_at)


def _who(face: GroupFace, voice: Voice) -> Iterator[str]:
    """Who can read it, who is in it, who leads it, who answers for it."""
    yield readers_line(face, voice)
    if face.joined:
        yield voice.marked("group.joined_are", names=face.joined)
    if face.joining is Joining.ADDED and face.room is not Room.DIRECT:
        yield voice.marked("group.by_invitation")
    if face.leads and face.facilitation is not Facilitation.VOLUNTEERS:
        yield voice.marked(f"group.leads.{face.facilitation}", name=face.leads)
    else:
        yield voice.marked(f"group.facilitation.{face.facilitation}")
    yield voice.marked("group.coordinator", coordinator=voice.coordinator(face.coordinator))


def readers_line(face: GroupFace, voice: Voice) -> str:
    return voice.marked_of(f"group.readers.{face.room}", face.readers, joined=len(face.joined))


def _invited(saying: GroupInvited, voice: Voice) -> Iterator[Block]:
    face = saying.face
    key = "merge.asked" if saying.small else "group.invited"
    lead = voice.marked(key, inviter=saying.inviter, name=face.name, small=saying.small)
    yield section(lead, *_what_it_is_for(face, voice))
    if saying.settled:
        yield section(voice.marked("group.invited.settled"))
        return
    yield quoted(voice.plain("group.asks"), "\n".join(face.questions))
    inside = [voice.marked("group.joined_are", names=face.joined)] if saying.small and face.joined else []
    yield section(*_when(face, voice), readers_line(face, voice), *inside)
    yield actions(
        button(ids.GROUP_JOIN, voice.plain("group.join"), face.group, style="primary"),
        button(ids.GROUP_LEAVE, voice.plain("group.no_thanks"), face.group),
    )
    yield context(voice.marked("merge.asked.why" if saying.small else "group.invited.why", inviter=saying.inviter))


def _grows(saying: GroupGrows, voice: Voice) -> str:
    if saying.over:
        return voice.marked("merge.grows.over", small=saying.small)
    return voice.marked("merge.grows", small=saying.small, people=saying.people)


def _what_it_is_for(face: GroupFace, voice: Voice) -> Iterator[str]:
    if face.purpose:
        yield voice.marked("group.purpose", purpose=face.purpose)


_WHAT: Final = {ProgrammeKind.PEER_GROUP: "group", ProgrammeKind.ROTATION: "rotation"}


def _adrift(saying: GroupAdrift, voice: Voice) -> Iterator[Block]:
    what = _WHAT[saying.kind]
    if saying.over:
        yield section(voice.marked(f"{what}.adrift.over", name=saying.name))
        return
    if saying.back:
        yield section(voice.marked(f"{what}.adrift.back", name=saying.name))
        return
    yield section(
        voice.marked(f"{what}.adrift.lead", name=saying.name, channel=saying.channel),
        voice.marked(f"{what}.adrift.{saying.whereabouts}"),
        voice.marked(f"{what}.adrift.next"),
    )
    yield actions(button(ids.GROUP_FOUND, voice.plain("group.look_again"), saying.group))


def _word(saying: GroupWord, voice: Voice) -> Iterator[Block]:
    if saying.settled:
        yield section(voice.marked("group.word.settled", name=saying.name))
        return
    coordinator = voice.coordinator(saying.coordinator)
    yield section(voice.marked("group.word", name=saying.name, coordinator=coordinator))
    yield actions(
        button(ids.GROUP_STAY, voice.plain("group.stay"), saying.group),
        button(ids.GROUP_LEAVE, voice.plain("group.leave"), saying.group),
    )
    yield context(voice.marked("group.word.why", coordinator=coordinator))


def _over(saying: GroupOver, voice: Voice) -> Iterator[str]:
    yield voice.marked("group.over", name=saying.name)
    if saying.rounds:
        yield voice.marked_of("group.over.rounds", saying.rounds)


def _shown(showing: GroupShown, voice: Voice) -> Rendered:
    face = showing.face
    mine = voice.marked(f"group.mine.{showing.mine}" if showing.mine else "group.mine.none")
    paused = [voice.marked("group.paused", day=showing.paused_until)] if showing.paused_until else []
    more = [voice.marked("group.commands")] if showing.runs else []
    shown = [*_card(face, voice), section(mine, *paused), *(_leave_to_name(showing, voice))]
    return Rendered(
        text=voice.marked("group.headline", name=face.name), blocks=[*shown, *([context(*more)] if more else [])]
    )


def _leave_to_name(showing: GroupShown | GroupJoined, voice: Voice) -> list[Block]:
    """For whoever is in the group."""
    if isinstance(showing, GroupShown) and showing.mine is not MembershipState.JOINED:
        return []
    key, action = ("group.unname_me", ids.GROUP_UNNAMED) if showing.named else ("group.name_me", ids.GROUP_NAMED)
    return [
        section(voice.marked(f"group.named.{'yes' if showing.named else 'no'}")),
        actions(button(action, voice.plain(key), showing.face.group)),
    ]


def _joined(showing: GroupJoined, voice: Voice) -> Rendered:
    lead = voice.marked("group.in_already" if showing.again else "group.in_now", name=showing.face.name)
    return Rendered(
        text=lead,
        blocks=[section(lead, *_when(showing.face, voice)), *_leave_to_name(showing, voice)],
    )


def _mine(showing: MyGroups, voice: Voice) -> Rendered:
    lead = voice.marked("group.mine.lead")
    lists = [
        *_list("group.mine.in", showing.joined, voice),
        *_list("group.mine.run", showing.run, voice),
    ]
    return Rendered(text=lead, blocks=[section(lead), *lists, context(voice.marked("group.mine.how"))])


def _list(title: str, faces: Sequence[GroupFace], voice: Voice) -> Iterator[Block]:
    if faces:
        yield section(voice.plain(title), *(line_of(face, voice) for face in faces))


def line_of(face: GroupFace, voice: Voice) -> str:
    """A group in one line of a list."""
    if face.state is GroupState.ADRIFT:
        return voice.marked("group.line.adrift", name=face.name)
    if face.next_at is None:
        return voice.marked("group.line.over", name=face.name)
    in_zone = Voice(voice.texts, voice.zone)
    return in_zone.marked_of("group.line", len(face.joined), name=face.name, moment=face.next_at)


def _ending(showing: GroupEnding, voice: Voice) -> Rendered:
    name = showing.face.name
    if showing.over:
        said = voice.marked("group.ending.done", name=name)
        return Rendered(text=said, blocks=[section(said)])
    lead = voice.marked("group.ending", name=name)
    sure = confirm(
        title=voice.plain("group.ending.title"),
        text=voice.plain("group.ending.sure"),
        yes=voice.plain("group.ending.yes"),
        no=voice.plain("form.cancel"),
    )
    end = button(ids.GROUP_END, voice.plain("group.ending.yes"), showing.face.group, style="danger", confirm=sure)
    return Rendered(text=lead, blocks=[section(lead, voice.marked("group.ending.what")), actions(end)])
