"""files.*: an upload in three calls.

https://docs.slack.dev/messaging/working-with-files#upload
"""

import mimetypes

from playground.arguments import Arguments
from playground.forms import as_file
from playground.methods.chat import may_post
from playground.model import Conversation, File
from playground.refusals import Refused, invalid_arguments
from playground.shapes import Json
from playground.workspace import Workspace
from playground.world import World


def get_upload_url(world: World, args: Arguments) -> Json:
    size = args.number("length", 0)
    if size < 1:
        raise invalid_arguments("must be at least 1 [json-pointer:/length]")
    file = new_file(world.workspace, world.address.http, name=args.text("filename"), owner=world.workspace.bot.id)
    file.size = size
    return {"upload_url": f"{world.address.http}/upload/v1/{file.id}", "file_id": file.id}


def complete_upload(world: World, args: Arguments) -> Json:
    """Shares the files in one message where a channel is named; else only the app can see them."""
    files = [_uploaded(world.workspace, each) for each in args.json("files", "must be valid json") or []]
    if args.has("channel_id"):
        conversation = world.visible(args.text("channel_id"))
        may_post(world, conversation)
        _share(world, args, conversation, files)
    return {"files": [{**as_file(each), "shares": {}} for each in files]}


def show(world: World, args: Arguments) -> Json:
    file = world.workspace.files.get(args.text("file"))
    if file is None or file.content is None:
        raise Refused("file_not_found")
    return {"file": {**as_file(file), "shares": _shares(world.workspace, file)}, "comments": []}


def new_file(workspace: Workspace, base: str, *, name: str, owner: str) -> File:
    """`base` is the stand-in's own address, from which files are fetched with the app's token."""
    file_id = workspace.ids.new("F")
    workspace.files[file_id] = File(
        id=file_id,
        name=name,
        title=name,
        size=0,
        owner=owner,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        url=f"{base}/files-pri/{workspace.team_id}-{file_id}/{name}",
    )
    return workspace.files[file_id]


def _uploaded(workspace: Workspace, named: Json) -> File:
    file = workspace.files.get(str(named.get("id")))
    if file is None or file.content is None:
        raise Refused("file_not_found")
    file.title = named.get("title") or file.name
    return file


def _share(world: World, args: Arguments, conversation: Conversation, files: list[File]) -> None:
    comment = args.text("initial_comment")
    message = world.workspace.store(
        conversation,
        author=world.workspace.bot.id,
        text=comment,
        blocks=[],
        thread_ts=args.text("thread_ts") or None,
    )
    message.files = [each.id for each in files]
    for file in files:
        file.shared_in[conversation.id] = message.ts
    world.events.posted(message)


def _shares(workspace: Workspace, file: File) -> Json:
    shares: Json = {}
    for channel, ts in file.shared_in.items():
        side = "private" if workspace.conversations[channel].kind != "channel" else "public"
        shares.setdefault(side, {})[channel] = [{"ts": ts}]
    return shares
