// The page: who is played, where they look, and the live line that keeps the screen equal to what the stand-in knows.
import { about, acting, ask, Trouble } from "./acts.js";
import { drawClock, listenToMoves } from "./clock.js";
import { Composer } from "./composer.js";
import { asking } from "./confirm.js";
import { drawConversation } from "./conversation.js";
import { Deeds } from "./deeds.js";
import { at } from "./dom.js";
import { drawHome } from "./home.js";
import { Live } from "./live.js";
import { Modal } from "./modal.js";
import { Notices } from "./notices.js";
import { Panels } from "./panels.js";
import { drawPersona } from "./persona.js";
import { HOME, Places } from "./places.js";
import { readerOf } from "./reader.js";
import { Scroll } from "./scroll.js";
import { drawSidebar, titled } from "./sidebar.js";
import { Thread } from "./thread.js";
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
  #states = { editing: new Map(), rung: new Set() };
  #notices = new Notices(at("toasts"), at("announced"));
  #newest = FEW;
  #seenUpTo = "";
  #arrived = true;
  #read = "";

  async start() {
    this.about = await about();
    const offers = { commands: () => this.about.commands, people: () => this.told.people };
    this.scroll = new Scroll(at("log"), at("messages"), (atEnd) => {
      at("to-end").hidden = atEnd;
      if (atEnd) this.#markRead();
    });
    this.composer = new Composer(at("composer"), { id: "words", send: (words, files) => this.#send(words, files), ...offers });
    this.thread = new Thread({
      close: () => this.closeThread(), commands: () => [], people: offers.people,
      send: (words, files) => this.deeds.send(words, files, this.places.thread),
    });
    this.panels = new Panels(this.#playground());
    this.#listen();
    this.live = new Live({
      hear: (push) => this.told.take(push) && this.draw(),
      gone: () => { at("gone").hidden = false; },
      back: () => { at("gone").hidden = true; },
    });
    await this.#someone();
    this.become(this.places.person);
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
    this.told.become(person);
    this.places.become(person);
    this.visit(this.places.place ?? this.told.me()?.dm, this.places.thread, false);
  }

  visit(place, thread = null, focus = true) {
    this.trouble("");
    this.places.go(place, thread);
    this.told.turn();
    this.#newest = FEW;
    this.#arrived = true;
    this.#seenUpTo = null;
    document.body.classList.remove("choosing-place");
    this.#look();
    if (this.told.now && this.told.conversations.length) this.draw();
    if (focus) at("title").focus({ preventScroll: true });
    if (place === HOME) this.deeds.doing((me) => me.home());
  }

  openThread(ts) {
    this.places.go(this.places.place, ts);
    this.told.turnThread();
    this.#look();
    this.draw();
    this.thread.focus();
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
    this.#drawPlace();
    this.modal.show(told.view, { errors: told.errors, depth: told.depth, reader });
    this.#notices.hear({ told, place: places.place, reader, about, visit: (place) => this.visit(place) });
    this.panels.changed();
  }

  #drawPlace() {
    const { told, about, places, reader, deeds } = this;
    const isHome = places.place === HOME;
    at("home").hidden = !isHome;
    at("log").hidden = at("composer").hidden = isHome;
    const around = { reader, about, names: told.names, acts: deeds };
    if (isHome) {
      at("title").textContent = "Home";
      drawHome(at("home"), told.home, around);
      this.thread.draw(null, { thread: null });
      return;
    }
    const conversation = told.conversation(places.place);
    at("title").textContent = titled(conversation, about);
    this.#drawComposer(conversation);
    if (told.open?.channel !== conversation.id) return;
    this.#seenUpTo ??= conversation.unread ? conversation.read_up_to : "";
    Object.assign(around, { conversation, thread: places.thread, seenUpTo: this.#seenUpTo, states: this.#states, acts: deeds.on(conversation.id) });
    this.scroll.keeping(() => drawConversation(at("messages"), told.open, around));
    if (this.#arrived) this.scroll.toEnd();
    this.#arrived = false;
    this.thread.draw(told.thread, around);
    this.#markRead();
  }

  #drawComposer(conversation) {
    const isClosed = (conversation.kind === "im" && !this.about.messages) || conversation.archived;
    at("composer").hidden = isClosed;
    at("closed").hidden = !isClosed;
    this.composer.turn(`${this.places.person} ${conversation.id}`, `Message ${titled(conversation, this.about)}`);
  }

  /** What was seen by someone who looks, at the end of the conversation. */
  #markRead() {
    const conversation = this.told.conversation(this.places.place);
    const ts = conversation?.latest?.ts ?? "";
    const mark = `${this.places.person} ${conversation?.id} ${ts}`;
    if (!conversation || document.hidden || !this.scroll.atEnd || ts <= conversation.read_up_to || mark === this.#read) return;
    this.#read = mark;
    acting(this.places.person).read(conversation.id, ts).catch(() => {});
  }

  async #send(words, files) {
    this.#seenUpTo = "";
    this.scroll.toEnd();
    return this.deeds.send(words, files);
  }

  #listen() {
    at("person").addEventListener("change", (event) => this.become(event.target.value));
    at("to-end").addEventListener("click", () => this.scroll.toEnd());
    at("trouble").querySelector("button").addEventListener("click", () => this.trouble(""));
    at("open-places").addEventListener("click", () => document.body.classList.toggle("choosing-place"));
    at("curtain").addEventListener("click", () => document.body.classList.remove("choosing-place"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && document.body.classList.remove("choosing-place"));
    listenToMoves((act) => this.deeds.doing(act), () => this.places.person);
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#seenUpTo = null;
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
