// The page: who is played, where they look, and the live line that keeps the screen equal to what the stand-in knows.
import { about, ask, Trouble } from "./acts.js";
import { drawClock, listenToMoves } from "./clock.js";
import { asking } from "./confirm.js";
import { Deeds } from "./deeds.js";
import { at } from "./dom.js";
import { Live } from "./live.js";
import { MainPane } from "./main_pane.js";
import { Modal } from "./modal.js";
import { Notices } from "./notices.js";
import { Panels } from "./panels.js";
import { drawPersona } from "./persona.js";
import { HOME, Places } from "./places.js";
import { readerOf } from "./reader.js";
import { drawSidebar } from "./sidebar.js";
import { Told } from "./told.js";

const FEW = 100;

class Page {
  told = new Told();
  places = new Places();
  sure = asking(at("confirm"), () => this.reader);
  deeds = new Deeds(this);
  modal = new Modal(at("modal"), {
    surface: (where) => this.deeds.surface(where),
    submit: (typed) => this.deeds.doing((me) => me.submit(typed)),
    close: (all) => this.deeds.doing((me) => me.close(all)),
  });
  #notices = new Notices(at("toasts"), at("announced"));
  #newest = FEW;

  async start() {
    this.about = await about();
    this.pane = new MainPane(this);
    this.panels = new Panels(this.#playground());
    this.#listen();
    this.live = new Live({
      hear: (push) => this.#hear(push),
      gone: () => { at("gone").hidden = false; },
      back: () => { at("gone").hidden = true; },
    });
    await this.#someone();
    this.become(this.places.person);
  }

  /** A stand-in that was started anew knows nothing of what is shown here. */
  #hear(push) {
    if (push.unknown || push.version < this.told.version) location.reload();
    else if (this.told.take(push)) this.draw();
  }

  /** Who was played last, else the first there is. */
  async #someone() {
    for (;;) {
      const { people } = await ask("/playground/people").catch(() => ({ people: [] }));
      this.told.people = people;
      if (!people.some((each) => each.id === this.places.person)) this.places.person = people[0]?.id ?? null;
      if (this.places.person) return;
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }

  become(person) {
    if (person === this.told.person) return;
    this.told.become(person);
    this.places.become(person);
    this.visit(this.places.place ?? this.told.me()?.dm, this.places.thread, false);
  }

  visit(place, thread = null, focus = true) {
    this.trouble("");
    // What is shown already is not told again, so it stays.
    if (place !== this.places.place) this.told.turn();
    else if (thread !== this.places.thread) this.told.turnThread();
    this.places.go(place, thread);
    this.#newest = FEW;
    this.pane.arrive();
    document.body.classList.remove("choosing-place");
    this.#look();
    if (this.told.now && this.told.conversations.length) this.draw();
    if (focus) at("title").focus({ preventScroll: true });
    if (place === HOME) this.deeds.doing((me) => me.home());
  }

  openThread(ts) {
    if (ts !== this.places.thread) this.told.turnThread();
    this.places.go(this.places.place, ts);
    this.#look();
    this.draw();
    this.pane.writeReply();
  }

  /** A drawer on a phone; elsewhere it is always there. */
  openSide() {
    document.body.classList.add("choosing-place");
    at("person").focus();
  }

  closeThread() {
    const { thread } = this.places;
    this.places.go(this.places.place);
    this.#look();
    this.draw();
    at("messages").querySelector(`[data-ts="${thread}"]`)?.focus({ preventScroll: true });
  }

  showEarlier() {
    this.#newest += FEW;
    this.#look();
  }

  trouble(words) {
    at("trouble").hidden = !words;
    at("trouble").firstElementChild.textContent = words;
  }

  #look() {
    const { person, place, thread } = this.places;
    this.live.look({ person, channel: place === HOME ? null : place, newest: this.#newest, thread });
  }

  draw() {
    const { told, about, places } = this;
    if (!told.now || !told.me() || !told.conversations.length) return;
    if (places.place !== HOME && !told.conversation(places.place)) {
      this.visit(told.me().dm, null, false);
      return;
    }
    this.reader = readerOf(this);
    const { reader } = this;
    drawPersona(told);
    drawClock({ now: told.now, due: told.due, reader });
    drawSidebar(at("places"), { about, told, place: places.place, reader, visit: (place) => this.visit(place) });
    this.pane.draw();
    this.modal.show(told.view, { errors: told.errors, depth: told.depth, reader });
    this.#notices.hear({ told, place: places.place, reader, about, visit: (place) => this.visit(place) });
    this.panels.changed();
  }

  #listen() {
    at("person").addEventListener("change", (event) => this.become(event.target.value));
    at("trouble").querySelector("button").addEventListener("click", () => this.trouble(""));
    at("open-places").addEventListener("click", () => this.openSide());
    at("curtain").addEventListener("click", () => document.body.classList.remove("choosing-place"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && document.body.classList.remove("choosing-place"));
    listenToMoves((act) => this.deeds.doing(act), () => this.places.person);
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.pane.lookAway();
      else this.draw();
    });
  }

  /** What panels may use: where things are, a way to ask, and a way to show a message to someone. */
  #playground() {
    return {
      ask,
      doing: (act) => this.deeds.doing(act),
      told: this.told,
      reader: () => this.reader,
      /** Plays `person` and opens `place`, and the thread at `thread` if there is one. */
      show: (person, place, thread = null) => {
        if (person !== this.places.person) this.become(person);
        this.visit(place, thread);
      },
    };
  }
}

new Page().start().catch((problem) => {
  if (!(problem instanceof Trouble)) throw problem;
  at("gone").hidden = false;
  setTimeout(() => location.reload(), 2000);
});
