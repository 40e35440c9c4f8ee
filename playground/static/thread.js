// A thread beside its conversation: the message, the replies to it, and a field for the next one.
import { Composer } from "./composer.js";
import { itemsOf } from "./conversation.js";
import { at, button, make } from "./dom.js";
import { keep } from "./keep.js";
import { drawMessage } from "./message.js";
import { Scroll } from "./scroll.js";

export class Thread {
  #pane = at("thread");
  #list = make("div", { class: "messages" });
  #box = make("div", { class: "log", tabindex: "0", role: "region", "aria-label": "Thread" }, this.#list);
  #scroll = new Scroll(this.#box, this.#list, () => {});
  #composer;
  #of = "";

  /** `close()`, and what a composer wants. */
  constructor({ close, ...composing }) {
    const form = make("form", { class: "composer", autocomplete: "off" });
    this.#pane.append(
      make("header", {}, make("h2", { id: "thread-title" }, "Thread"), button("✕", close, { class: "bare", "aria-label": "Close the thread", title: "Close the thread" })),
      this.#box, form);
    this.#composer = new Composer(form, { id: "reply", ...composing });
    this.#pane.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && close());
  }

  toEnd() {
    this.#scroll.toEnd();
  }

  focus() {
    this.#composer.focus();
  }

  /** `thread` as told, or null while it is on its way or where there is none. */
  draw(thread, around) {
    this.#pane.hidden = !around.thread;
    if (!around.thread) this.#list.replaceChildren();
    if (!around.thread || !thread) return;
    const of = `${around.reader.me} ${around.conversation.id} ${thread.ts}`;
    const arrived = of !== this.#of;
    this.#of = of;
    this.#composer.turn(of, "Reply…");
    this.#scroll.keeping(() => {
      const [parent, ...replies] = itemsOf(thread.messages.all, { ...around, seenUpTo: "", inThread: true });
      const line = { key: "replies", stamp: String(replies.length), count: replies.length };
      const items = parent ? [parent, ...(replies.length ? [line, { ...replies[0], follows: false, stamp: `${replies[0].stamp} first` }, ...replies.slice(1)] : [])] : [];
      keep(this.#list, items, (item) => (item.key === "replies"
        ? make("p", { class: "day" }, make("span", {}, item.count === 1 ? "1 reply" : `${item.count} replies`))
        : drawMessage(item, around)));
    });
    if (arrived) this.#scroll.toEnd();
  }
}
