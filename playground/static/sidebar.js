// The conversations of whoever is played, grouped as Slack groups them.
import { button, heard, make } from "./dom.js";
import { face } from "./faces.js";
import { keep } from "./keep.js";
import { HOME } from "./places.js";

const MOST = 99;

/** `around`: about, told, place, reader, visit(place). */
export function drawSidebar(box, { about, told, place, reader, visit }) {
  const sorted = (kinds) => told.conversations.filter((each) => kinds.includes(each.kind)).sort((one, other) => one.name.localeCompare(other.name));
  const groups = [
    { key: "home", name: null, items: about.home ? [{ id: HOME, kind: HOME, name: "Home", unread: 0 }] : [] },
    { key: "channels", name: "Channels", items: sorted(["channel", "group"]) },
    { key: "groups", name: "Group messages", items: sorted(["mpim"]) },
    { key: "direct", name: "Direct messages", items: sorted(["im"]) },
  ];
  const shown = groups.filter((each) => each.items.length);
  keep(box, shown.map((group) => ({ ...group, stamp: stamp(group, place, reader.me) })), (group) => drawGroup(group, { about, place, reader, visit }));
}

function stamp(group, place, me) {
  return JSON.stringify([me, group.items.map((each) => [each.id, each.name, each.unread, each.mentions, each.archived, each.id === place])]);
}

function drawGroup(group, around) {
  const id = `group-${group.key}`;
  const list = make("ul", { "aria-labelledby": group.name ? id : undefined, "aria-label": group.name ? undefined : "App" }, group.items.map((each) => drawLine(each, around)));
  return make("section", {}, group.name ? make("h2", { id }, group.name) : null, list);
}

function drawLine(conversation, { about, place, visit }) {
  const { id, name, kind, unread } = conversation;
  const count = kind === "im" || kind === "mpim" ? unread : conversation.mentions;
  const line = button([sign(conversation, about), make("span", { class: "name" }, kind === "group" || kind === "channel" ? heard(kind === "group" ? "private channel " : "channel ") : null, name, conversation.archived ? " (archived)" : ""), badge(unread, count)], () => visit(id), {
    class: unread ? "unread" : undefined,
    "aria-current": id === place ? "page" : undefined,
    "data-place": id,
    title: name,
  });
  return make("li", {}, line);
}

function badge(unread, count) {
  if (count) return make("span", { class: "count" }, count > MOST ? `${MOST}+` : String(count), heard(" unread"));
  return unread ? heard(", unread") : null;
}

function sign({ kind, name, members }, about) {
  if (kind === "im") return face({ id: about.app.id, name }, true);
  const signs = { [HOME]: "⌂", channel: "#", group: "🔒" };
  return make("span", { class: "sign", "aria-hidden": "true" }, signs[kind] ?? String(members.length - 1));
}

/** How a conversation is called above its messages. */
export function titled(conversation, about) {
  if (conversation.kind === "channel") return `# ${conversation.name}`;
  if (conversation.kind === "group") return `🔒 ${conversation.name}`;
  return conversation.name || about.app.name;
}
