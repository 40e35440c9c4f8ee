"""The workspace: who is in it, what conversations there are, and what was said in them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from playground.clock import Clock
from playground.ids import Ids
from playground.model import Conversation, File, Kind, Member, MemberKind, Message
from playground.shapes import Blocks, Json

SLACKBOT = "USLACKBOT"


class Workspace:
    """Holds and finds; what is allowed is decided by the methods and the acts that use it."""

    def __init__(self, *, clock: Clock, ids: Ids, app_name: str) -> None:
        self.clock = clock
        self.ids = ids
        self.team_id = ids.new("T")
        self.domain = "playground"
        self.app_id = ids.new("A")
        self.bot_id = ids.new("B")
        self.members: dict[str, Member] = {}
        self.conversations: dict[str, Conversation] = {}
        self.files: dict[str, File] = {}
        self.version = 0
        """Grows with every change, so that a page can ask whether there is anything new."""
        self.watchers: set[Callable[[], None]] = set()
        """Called at every change; they must be quick."""
        self.last_order = 0
        """The place of the newest message among all."""
        self.channels_restricted = False
        """Only admins may make channels: a preference of the workspace."""
        self._direct: dict[str, Conversation] = {}
        self._groups: dict[frozenset[str], Conversation] = {}
        self._by_email: dict[str, Member] = {}
        self._add(SLACKBOT, "Slackbot", "slackbot", kind=MemberKind.MEMBER)
        self.bot = self._add(ids.new("U"), app_name, app_name.lower(), kind=MemberKind.BOT)

    def add_member(
        self, name: str, *, kind: MemberKind, handle: str | None, email: str | None, tz: str, locale: str
    ) -> Member:
        member = self._add(self.ids.new("U"), name, handle or name.lower().replace(" ", "."), kind=kind)
        member.email, member.tz, member.locale = email, tz, locale
        if email:
            self._by_email[email.casefold()] = member
        return member

    def resume(
        self,
        *,
        members: Iterable[Member],
        conversations: Iterable[Conversation],
        files: Iterable[File],
        version: int,
        last_order: int,
    ) -> None:
        """As it was when it was kept, in a workspace that was made with the same dice."""
        self.members = {each.id: each for each in members}
        self.bot = self.members[self.bot.id]
        self._by_email = {each.email.casefold(): each for each in self.members.values() if each.email}
        self.conversations = {each.id: each for each in conversations}
        for each in self.conversations.values():
            if each.kind is Kind.IM:
                self._direct[next(user for user in each.members if user != self.bot.id)] = each
            elif each.kind is Kind.MPIM:
                self._groups[frozenset(each.members)] = each
        self.files = {each.id: each for each in files}
        self.version, self.last_order = version, last_order

    def with_email(self, email: str) -> Member | None:
        return self._by_email.get(email.casefold())

    def direct(self, user: str) -> Conversation:
        """The conversation of one person with the app; opened when it is first needed."""
        if user not in self._direct:
            self._direct[user] = self.open(Kind.IM, "", [user, self.bot.id])
        return self._direct[user]

    def existing_direct(self, user: str) -> Conversation | None:
        return self._direct.get(user)

    def group(self, users: Iterable[str]) -> Conversation:
        """The group DM of these people with the app: the same people, the same conversation."""
        members = list(dict.fromkeys([*users, self.bot.id]))
        key = frozenset(members)
        if key not in self._groups:
            name = f"mpdm-{'--'.join(self.members[user].handle for user in members)}-1"
            self._groups[key] = self.open(Kind.MPIM, name, members)
        return self._groups[key]

    def existing_group(self, users: Iterable[str]) -> Conversation | None:
        return self._groups.get(frozenset([*users, self.bot.id]))

    def open(self, kind: Kind, name: str, members: list[str]) -> Conversation:
        """Ids of group DMs and private channels begin with C too: their prefix tells nothing."""
        conversation = Conversation(
            id=self.ids.new("D" if kind is Kind.IM else "C"),
            kind=kind,
            name=name,
            members=members,
            created=int(self.clock.now().timestamp()),
        )
        self.conversations[conversation.id] = conversation
        for member in members:
            self.members[member].conversations.append(conversation.id)
        self.touch()
        return conversation

    def join(self, conversation: Conversation, user: str) -> None:
        conversation.members.append(user)
        self.members[user].conversations.append(conversation.id)
        self.touch()

    def store(
        self,
        conversation: Conversation,
        *,
        author: str,
        text: str,
        blocks: Blocks,
        thread_ts: str | None = None,
        ephemeral_to: str | None = None,
    ) -> Message:
        self.last_order += 1
        message = Message(
            channel=conversation.id,
            ts=self.stamp(conversation),
            order=self.last_order,
            author=author,
            text=text,
            blocks=blocks,
            by_bot=author == self.bot.id,
            thread_ts=thread_ts,
            ephemeral_to=ephemeral_to,
        )
        conversation.messages[message.ts] = message
        if thread_ts and not ephemeral_to and (parent := conversation.messages.get(thread_ts)):
            parent.thread_ts = thread_ts
            parent.replies.append(message.ts)
            self.touch(parent)
        self.touch(message)
        return message

    def remove(self, message: Message) -> None:
        conversation = self.conversations[message.channel]
        del conversation.messages[message.ts]
        if not message.ephemeral_to:
            conversation.deleted[message.ts] = message
        parent = conversation.messages.get(message.thread_ts or "")
        if parent and message.ts in parent.replies:
            parent.replies.remove(message.ts)
            self.touch(parent)
        self.touch(message)

    def stamp(self, conversation: Conversation) -> str:
        """The next ts: from the clock, and later than every other of this conversation."""
        micros = max(_micros(self.clock.now()), conversation.last_stamp + 100)
        conversation.last_stamp = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def moment(self) -> str:
        """Now, in the form of a ts, for what has no place in a conversation."""
        micros = _micros(self.clock.now())
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def conversations_of(self, user: str) -> Iterator[Conversation]:
        return (self.conversations[each] for each in self.members[user].conversations)

    def touch(self, message: Message | None = None) -> None:
        """Something has changed: in this message, or elsewhere."""
        self.version += 1
        if message:
            message.revision = self.version
        for watcher in self.watchers:
            watcher()

    def name_for_payload(self, conversation: Conversation) -> str:
        """What interactions and commands call a conversation."""
        names = {Kind.IM: "directmessage", Kind.PRIVATE: "privategroup"}
        return names.get(conversation.kind, conversation.name)

    def team(self) -> Json:
        return {"id": self.team_id, "domain": self.domain}

    def _add(self, user: str, name: str, handle: str, *, kind: MemberKind) -> Member:
        team = self.ids.new("T") if kind is MemberKind.STRANGER else self.team_id
        self.members[user] = Member(
            id=user, name=name, handle=handle, kind=kind, team_id=team, email=None, tz="Etc/UTC", locale="en-GB"
        )
        self.touch()
        return self.members[user]


def _micros(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)
