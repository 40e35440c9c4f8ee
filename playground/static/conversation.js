// One conversation as a person sees it: messages, their replies, reactions, and a field to reply in.
import { blocks } from "./blocks.js";
import { keep, make } from "./dom.js";
import { emoji, mrkdwn } from "./text.js";

const OFFERED = ["white_check_mark", "date", "hourglass_flowing_sand", "+1"];

/**
 * Draws into `log`. `acts` are what a person can do: use, sure, reply, react, edit, remove.
 * `seenUpTo` is the ts of the last message they had read when they came in; a line stands after it.
 */
export function conversation(log, { messages, reader, acts, seenUpTo, earlier, showEarlier, drafts }) {
  const inThread = (each) => each.thread_ts && each.thread_ts !== each.ts;
  const replies = grouped(messages.filter(inThread));
  const known = new Set(messages.map((each) => each.ts));
  const top = messages.filter((each) => !inThread(each) || !known.has(each.thread_ts));
  const items = top.map((message) => ({ kind: "message", message, replies: replies.get(message.ts) ?? [], today: reader.today }));
  const firstNew = items.findIndex((each) => each.message.ts > seenUpTo && each.message.author.id !== reader.me);
  if (firstNew > 0) items.splice(firstNew, 0, { kind: "line" });
  if (earlier) items.unshift({ kind: "earlier" });
  keep(log, items, (item) => (item.kind === "message" ? item.message.ts : item.kind), (item) => {
    if (item.kind === "line") return make("p", { class: "line" }, "New");
    if (item.kind === "earlier") {
      return make("button", { type: "button", class: "earlier", on: { click: showEarlier } }, "Show earlier messages");
    }
    return thread(item, { reader, acts, drafts });
  });
}

function grouped(messages) {
  const groups = new Map();
  for (const each of messages) groups.set(each.thread_ts, [...(groups.get(each.thread_ts) ?? []), each]);
  return groups;
}

function thread({ message, replies }, around) {
  const below = make("div", { class: "replies" }, replies.map((each) => drawn(each, around)));
  return make("div", { class: "thread" }, drawn(message, around, below), below);
}

function drawn(message, { reader, acts, drafts }, below) {
  const mine = message.author.id === reader.me;
  const drawing = {
    reader,
    sure: acts.sure,
    use: (block, element, value) => acts.use({ message: message.ts, block, element, value }),
    held: (block, element) => message.filled?.[block.block_id]?.[element.action_id],
  };
  const body = message.blocks?.length ? blocks(message.blocks, drawing) : [make("div", { class: "words" }, mrkdwn(message.text, reader))];
  const article = make(
    "article",
    { class: message.ephemeral ? "message ephemeral" : "message", "data-ts": message.ts, "aria-label": `${message.author.name}, ${reader.at(message.ts)}` },
    make("header", {},
      make("strong", {}, message.author.name),
      reader.isApp(message.author.id) ? make("span", { class: "badge" }, "APP") : null,
      make("time", { datetime: new Date(Number(message.ts) * 1000).toISOString() }, reader.at(message.ts)),
      message.edited ? make("span", { class: "quiet" }, "(edited)") : null),
    message.ephemeral ? make("p", { class: "quiet" }, "Only visible to you") : null,
    make("div", { class: "body" }, body),
    message.files?.length ? make("ul", { class: "files" }, message.files.map((each) => make("li", {}, `File: ${each}`))) : null,
    reactions(message, { reader, acts }),
  );
  if (!message.ephemeral) article.append(tools(message, { acts, drafts, mine, below, article }));
  return article;
}

function reactions(message, { reader, acts }) {
  const given = Object.entries(message.reactions ?? {});
  const badge = ([name, people]) => {
    const mine = people.includes(reader.me);
    const who = people.map((each) => reader.name(each)).join(", ");
    return make("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), "aria-label": `${name}: ${who}`, title: who,
      on: { click: () => acts.react(message.ts, name, !mine) },
    }, `${emoji(name)} ${people.length}`);
  };
  return given.length ? make("div", { class: "reactions" }, given.map(badge)) : null;
}

function tools(message, { acts, drafts, mine, below, article }) {
  const react = OFFERED.map((name) =>
    make("button", { type: "button", "aria-label": `React with ${name}`, title: name, on: { click: () => acts.react(message.ts, name, true) } }, emoji(name)));
  const reply = below ? make("button", { type: "button", on: { click: () => open(replying(message, acts, drafts), below) } }, "Reply") : null;
  const edit = mine ? make("button", { type: "button", on: { click: () => open(editing(message, acts), article) } }, "Edit") : null;
  const remove = mine ? make("button", { type: "button", on: { click: () => acts.remove(message.ts) } }, "Delete") : null;
  if (below && drafts.has(message.ts)) queueMicrotask(() => open(replying(message, acts, drafts), below, false));
  return make("div", { class: "tools", role: "group", "aria-label": "Do something with this message" }, react, reply, edit, remove);
}

function open(form, place, focus = true) {
  place.querySelector("form")?.remove();
  place.append(form);
  if (focus) form.querySelector("textarea").focus();
}

function replying(message, acts, drafts) {
  const send = async (words) => {
    drafts.delete(message.ts);
    await acts.reply(message.ts, words);
  };
  const form = writing("Reply in this thread", drafts.get(message.ts) ?? "", send, () => drafts.delete(message.ts));
  form.querySelector("textarea").addEventListener("input", (event) => drafts.set(message.ts, event.target.value));
  if (!drafts.has(message.ts)) drafts.set(message.ts, "");
  return form;
}

function editing(message, acts) {
  const typed = message.text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return writing("Change this message", typed, (words) => acts.edit(message.ts, words), () => {});
}

function writing(name, words, send, cancelled) {
  const field = make("textarea", { rows: 2, "aria-label": name });
  field.value = words;
  const form = make("form", { class: "writing", on: {
    submit: async (event) => {
      event.preventDefault();
      if (!field.value.trim()) return;
      form.remove();
      await send(field.value);
    },
    keydown: (event) => {
      if (event.key === "Escape") cancel();
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  } }, field, make("button", { type: "submit", class: "primary" }, "Send"), make("button", { type: "button", on: { click: () => cancel() } }, "Cancel"));
  const cancel = () => {
    cancelled();
    form.remove();
  };
  return form;
}
