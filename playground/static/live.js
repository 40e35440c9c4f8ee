// The live line to the stand-in, which tells what changed of what the page shows: see playground/live.py.

const SOON = 250;
const LATER = 1500;

export class Live {
  #socket = null;
  #look = null;
  #number = 0;
  #heard = 0;
  #wait = SOON;

  /** `hear(push)`, `gone()` when the line breaks, `back()` when it stands (again). */
  constructor({ hear, gone, back }) {
    this.hear = hear;
    this.gone = gone;
    this.back = back;
    this.#connect();
  }

  /** Say whom and what the page shows: {person, channel, newest, thread}. */
  look(look) {
    this.#number += 1;
    this.#look = { ...look, look: this.#number };
    this.#say();
  }

  #say() {
    if (this.#look && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ ...this.#look, heard: this.#heard }));
  }

  #connect() {
    this.#socket = new WebSocket(`${location.origin.replace("http", "ws")}/playground/live`);
    this.#socket.addEventListener("open", () => {
      this.#wait = SOON;
      this.#heard = 0;
      this.back();
      this.#say();
    });
    this.#socket.addEventListener("message", (event) => {
      const push = JSON.parse(event.data);
      // What was told about an earlier look is of no use, but for what is due.
      if ("look" in push && push.look !== this.#number) return;
      this.#heard = push.push ?? this.#heard;
      this.hear(push);
    });
    this.#socket.addEventListener("close", () => {
      this.gone();
      setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(LATER, this.#wait * 2);
    });
  }
}
