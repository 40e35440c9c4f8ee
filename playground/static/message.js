// One message as a person sees it.
import { attachments } from "./attachments.js";
import { blocks } from "./block_kit/blocks.js";
import { Surface } from "./block_kit/surface.js";
import { dayOf, momentOf, shortly, timeOf } from "./dates.js";
import { button, heard, make } from "./dom.js";
import { face } from "./faces.js";
import { lockScreen } from "./notification.js";
import { mrkdwn } from "./mrkdwn.js";
import { reactions } from "./reactions.js";
import { editing, tools } from "./message_tools.js";

/**
 * `item`: message, follows (whether it goes on where the one above ended), inThread, unseen (new replies).
 * `around`: reader, about, conversation, acts (see page_acts.js), states (what is open beside each message).
 */
export function drawMessage(item, around) {
  const { message, follows } = item;
  const { reader } = around;
  const when = momentOf(message.ts);
  const name = reader.name(message.author) || "Someone";
  const article = make("article", {
    class: ["message", follows ? "follows" : "", message.ephemeral ? "ephemeral" : "", message.deleted ? "deleted" : ""].filter(Boolean).join(" "),
    "data-ts": message.ts,
    tabindex: "-1",
    "aria-label": `${name}, ${shortly(when, reader)}`,
  });
  const time = make("time", { datetime: when.toISOString(), title: shortly(when, reader) }, timeOf(when, reader));
  const head = make("header", {}, make("strong", {}, name), reader.isApp(message.author) ? make("span", { class: "badge" }, "APP") : null, time);
  const gutter = make("div", { class: "gutter" }, follows ? time.cloneNode(true) : face({ id: message.author, name }, reader.isApp(message.author)));
  const column = make("div", { class: "column" },
    message.ephemeral ? make("p", { class: "only-you" }, make("span", { "aria-hidden": "true" }, "👁 "), "Only visible to you") : null,
    follows ? null : head,
    message.deleted ? make("p", { class: "quiet" }, "This message was deleted.") : content(article, item, around),
    item.inThread ? null : threadLine(item, around));
  article.append(gutter, column);
  if (!message.deleted) article.append(tools(article, item, around));
  return article;
}

function content(article, { message }, around) {
  const { reader, acts, states } = around;
  article.surface = new Surface({ reader, values: message.values, ...acts.surface({ channel: message.channel, ts: message.ts }) });
  // What people typed is drawn from their words, where Slack draws what it made of them as they typed.
  const edited = message.edited ? make("span", { class: "quiet edited" }, "(edited)") : null;
  const drawn = message.blocks.length && reader.isApp(message.author)
    ? [blocks(message.blocks, article.surface), edited]
    : make("div", { class: "words" }, mrkdwn(message.text, reader), edited);
  const body = states.editing.has(message.ts) ? editing(message, around) : make("div", { class: "body" }, drawn);
  return [
    body,
    attachments(message.files, acts.file),
    states.rung.has(message.ts) ? lockScreen(message, around) : null,
    reactions(message, reader, (name, on) => acts.react(message.ts, name, on)),
  ];
}

function threadLine({ message, unseen }, { reader, acts }) {
  if (!message.thread) return null;
  const { count, latest, authors } = message.thread;
  const when = momentOf(latest);
  const last = dayOf(when, reader) === reader.today ? timeOf(when, reader) : shortly(when, reader);
  return button([
    make("span", { class: "faces", "aria-hidden": "true" }, authors.slice(0, 4).map((each) => face({ id: each, name: reader.name(each) || "?" }, reader.isApp(each)))),
    make("strong", {}, count === 1 ? "1 reply" : `${count} replies`),
    unseen ? make("span", { class: "new" }, "New") : null,
    make("span", { class: "quiet" }, `Last reply ${last}`),
    heard(", open the thread"),
  ], () => acts.openThread(message.ts), { class: "thread-line", "data-spot": "thread" });
}
