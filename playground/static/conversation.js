// The messages of one conversation: days, the line above what is new, and each message once.
import { dayInWords, dayOf, momentOf } from "./dates.js";
import { button, make } from "./dom.js";
import { keep } from "./keep.js";
import { drawMessage } from "./message.js";

/** Messages of one author within so many seconds stand under one name. */
const TOGETHER = 300;

/** `around` as in message.js; also seenUpTo, the ts of the last message that was read when the person came in. */
export function drawConversation(box, open, around) {
  const items = itemsOf(open.messages.all, around);
  if (open.earlier) items.unshift({ key: "earlier", stamp: "" });
  else if (!items.length) items.push({ key: "empty", stamp: "" });
  keep(box, items, (item) => DRAWN[item.key.split(" ")[0]]?.(item, around) ?? drawMessage(item, around));
}

const DRAWN = {
  earlier: (_, { acts }) => button("Show earlier messages", acts.showEarlier, { class: "earlier" }),
  empty: (_, { acts }) => make("div", { class: "empty" },
    make("p", {}, "Nothing here yet. Choose somebody else, or move the clock on."),
    make("div", { class: "row" }, button("Choose somebody else", acts.choosePerson), button("Move to the next event", () => {}, { "data-to": "next", class: "primary" }))),
  day: (item) => make("p", { class: "day" }, make("span", {}, item.words)),
  new: () => make("p", { class: "new-line" }, make("span", {}, "New")),
};

export function itemsOf(messages, { reader, seenUpTo, names, inThread = false }) {
  const items = [];
  let day = "";
  let before = null;
  let isNew = false;
  for (const message of messages) {
    const when = momentOf(message.ts);
    const today = dayOf(when, reader);
    if (today !== day && !inThread) {
      const words = dayInWords(when, reader);
      items.push({ key: `day ${today}`, stamp: words, words });
      before = null;
    }
    day = today;
    if (!isNew && seenUpTo && message.ts > seenUpTo && message.author !== reader.me) {
      isNew = true;
      items.push({ key: "new", stamp: "" });
      before = null;
    }
    const follows = before?.author === message.author && !before.ephemeral && !message.ephemeral && !before.thread && !message.deleted && !before.deleted && Number(message.ts) - Number(before.ts) < TOGETHER;
    const unseen = Boolean(seenUpTo && message.thread && message.thread.latest > seenUpTo);
    items.push({ key: message.ts, stamp: [message.serial, follows, unseen, reader.today, names].join(" "), message, follows, inThread, unseen });
    before = message;
  }
  return items;
}
