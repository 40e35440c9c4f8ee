// A list of messages that stays where its reader is: at the end while they are at the end, else at what they look at.

const NEAR = 60;

export class Scroll {
  #box;
  #atEnd = true;
  #last = 0;

  /** `end(atEnd)` is called when its reader comes to the end or leaves it. */
  constructor(box, inner, end) {
    this.#box = box;
    box.addEventListener("scroll", () => {
      const wentUp = box.scrollTop < this.#last;
      this.#last = box.scrollTop;
      // What grew below, before this was heard of, is not the reader's leaving.
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR || (this.#atEnd && !wentUp);
      if (atEnd !== this.#atEnd) end(atEnd);
      this.#atEnd = atEnd;
    }, { passive: true });
    // Pictures come later than the messages that they are in, and the place for them all may shrink.
    const resized = new ResizeObserver(() => this.#atEnd && this.toEnd());
    resized.observe(inner);
    resized.observe(box);
    box.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Arrows go from message to message, as in Slack; what stands in a message is reached by Tab. */
  #walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const here = event.target;
    if (!step || !(here === this.#box || here.matches("article"))) return;
    const messages = [...this.#box.querySelectorAll("article")];
    const next = here === this.#box ? messages.at(-1) : messages[messages.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  get atEnd() {
    return this.#atEnd;
  }

  toEnd() {
    this.#atEnd = true;
    this.#box.scrollTop = this.#box.scrollHeight;
  }

  /** Draw something without moving what is looked at. */
  keeping(draw) {
    if (this.#atEnd) {
      draw();
      this.toEnd();
      return;
    }
    const top = this.#box.getBoundingClientRect().top;
    const anchor = [...this.#box.querySelectorAll("[data-ts]")].find((each) => each.getBoundingClientRect().bottom > top);
    const before = anchor?.getBoundingClientRect().top;
    draw();
    if (anchor?.isConnected) this.#box.scrollTop += anchor.getBoundingClientRect().top - before;
  }
}
