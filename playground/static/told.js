// What the page was told last, kept up to date by the pushes of the live line.

let serial = 0;

/** A list of messages: those that did not change stay the very same objects. */
class Messages {
  order = [];
  #byTs = new Map();

  get all() {
    return this.order.map((ts) => this.#byTs.get(ts)).filter(Boolean);
  }

  get(ts) {
    return this.#byTs.get(ts);
  }

  /** `serial` tells one state of a message from another. */
  take({ order, messages }) {
    for (const each of messages) this.#byTs.set(each.ts, { ...each, serial: (serial += 1) });
    this.order = order;
    const staying = new Set(order);
    for (const ts of this.#byTs.keys()) if (!staying.has(ts)) this.#byTs.delete(ts);
  }
}

export class Told {
  people = [];
  conversations = [];
  due = null;
  now = null;
  version = 0;
  person = null;
  /** How everyone and everything is called, so that what is drawn with an old name is drawn again. */
  names = 0;
  #named = "";

  /** Another person is played: nothing of what was theirs stays. */
  become(person) {
    Object.assign(this, { person, conversations: [], view: null, errors: {}, depth: 0, home: null, fresh: true });
    this.turn();
  }

  /** Another conversation or thread: its messages come with the next push. */
  turn() {
    this.open = null;
    this.turnThread();
  }

  turnThread() {
    this.thread = null;
  }

  me() {
    return this.people.find((each) => each.id === this.person);
  }

  conversation(id) {
    return this.conversations.find((each) => each.id === id);
  }

  /** A push that concerns someone else came too late, and is left. */
  take(push) {
    if ("due" in push) this.due = push.due;
    if (!("look" in push) || push.person !== this.person) return "due" in push;
    this.now = push.now;
    this.version = push.version;
    if (push.people) this.people = push.people;
    if (push.conversations) this.conversations = push.conversations;
    if (push.people || push.conversations) this.#name();
    if ("home" in push) this.home = push.home;
    if ("view" in push) Object.assign(this, { view: push.view, errors: push.view_errors, depth: push.view_depth });
    if ("open" in push) this.open = taken(this.open, push.open);
    if ("thread" in push) this.thread = taken(this.thread, push.thread);
    return true;
  }

  #name() {
    const named = [...this.people, ...this.conversations].map((each) => each.name).join();
    if (named !== this.#named) this.names += 1;
    this.#named = named;
  }
}

function taken(known, told) {
  if (!told) return null;
  const messages = known?.messages ?? new Messages();
  messages.take(told);
  return { ...told, messages };
}
