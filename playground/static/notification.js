// What a lock screen or a banner would say of a message: its top-level text, and never its blocks.
import { make } from "./dom.js";
import { inWords } from "./mrkdwn.js";
import { titled } from "./sidebar.js";

const NOTHING = "This content can't be displayed.";

export function notificationOf({ text, author }, { conversation, reader, about }) {
  const from = reader.name(author) || "Someone";
  const direct = conversation.kind === "im";
  const words = (text && inWords(text, reader)) || NOTHING;
  return { title: direct ? from : titled(conversation, about), words: direct ? words : `${from}: ${words}` };
}

export function lockScreen(message, around) {
  const { title, words } = notificationOf(message, around);
  return make("div", { class: "lock-screen", role: "note", "aria-label": "What the notification says" },
    make("span", { "aria-hidden": "true" }, "🔔"),
    make("div", {}, make("strong", {}, title), make("p", {}, words)));
}
