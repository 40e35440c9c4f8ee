// A list of messages that stays where its reader is: at the end while they are at the end, else at what they look at.

const NEAR = 60;

export class Scroll {
  #box;
  #atEnd = true;
  /** `end(atEnd)` is called when its reader comes to the end or leaves it. */
  constructor(box, inner, end) {
    this.#box = box;
    box.addEventListener("scroll", () => {
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (atEnd !== this.#atEnd) end(atEnd);
      this.#atEnd = atEnd;
    }, { passive: true });
    // Pictures come later than the messages that they are in.
    new ResizeObserver(() => this.#atEnd && this.toEnd()).observe(inner);
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
