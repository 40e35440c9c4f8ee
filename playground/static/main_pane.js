// The middle of the page: the Home or one conversation, what was read of it, and where one writes into it.
import { acting } from "./acts.js";
import { Composer } from "./composer.js";
import { drawConversation } from "./conversation.js";
import { at } from "./dom.js";
import { drawHome } from "./home.js";
import { HOME } from "./places.js";
import { Scroll } from "./scroll.js";
import { titled } from "./sidebar.js";
import { Thread } from "./thread.js";

export class MainPane {
  #page;
  #scroll;
  #composer;
  #thread;
  /** What is open beside each message: words of a message that is edited, what its notification says. */
  #states = { editing: new Map(), rung: new Set() };
  /** The ts of the last message that was read when the person came in; null until it is known, "" for no line. */
  #seenUpTo = null;
  #arrived = true;
  #read = "";

  constructor(page) {
    this.#page = page;
    const people = () => page.told.people;
    this.#scroll = new Scroll(at("log"), at("messages"), (atEnd) => {
      at("to-end").hidden = atEnd;
      if (atEnd) this.#markRead();
    });
    this.#composer = new Composer(at("composer"), { id: "words", send: (words, files) => this.#send(words, files), commands: () => page.about.commands, people });
    this.#thread = new Thread({
      close: () => page.closeThread(), commands: () => [], people,
      send: (words, files) => page.deeds.send(words, files, page.places.thread),
    });
    at("to-end").addEventListener("click", () => this.#scroll.toEnd());
  }

  /** Someone came here. */
  arrive() {
    this.#arrived = true;
    this.#seenUpTo = null;
  }

  /** Someone looked away; what comes until they look again is new. */
  lookAway() {
    this.#seenUpTo = null;
  }

  writeReply() {
    this.#thread.focus();
  }

  draw() {
    const { told, about, places, reader, deeds } = this.#page;
    const isHome = places.place === HOME;
    at("home").hidden = !isHome;
    at("log").hidden = isHome;
    if (isHome) {
      at("title").textContent = "Home";
      at("composer").hidden = at("closed").hidden = at("to-end").hidden = true;
      drawHome(at("home"), told.home, { reader, names: told.names, acts: deeds });
      this.#thread.draw(null, { thread: null });
      return;
    }
    const conversation = told.conversation(places.place);
    at("title").textContent = titled(conversation, about);
    this.#drawComposer(conversation);
    if (told.open?.channel !== conversation.id) return;
    this.#seenUpTo ??= conversation.unread ? conversation.read_up_to : "";
    const around = {
      reader, about, conversation, names: told.names, acts: deeds.on(conversation.id),
      thread: places.thread, seenUpTo: this.#seenUpTo, states: this.#states,
    };
    this.#scroll.keeping(() => drawConversation(at("messages"), told.open, around));
    if (this.#arrived) this.#scroll.toEnd();
    this.#arrived = false;
    this.#thread.draw(told.thread, around);
    this.#markRead();
  }

  #drawComposer(conversation) {
    const { about, places } = this.#page;
    const isClosed = (conversation.kind === "im" && !about.messages) || conversation.archived;
    at("composer").hidden = isClosed;
    at("closed").hidden = !isClosed;
    this.#composer.turn(`${places.person} ${conversation.id}`, `Message ${titled(conversation, about)}`);
  }

  /** What was seen by someone who looks, at the end of the conversation. */
  #markRead() {
    const { told, places } = this.#page;
    const conversation = told.conversation(places.place);
    const ts = conversation?.latest?.ts ?? "";
    const mark = `${places.person} ${conversation?.id} ${ts}`;
    if (!conversation || document.hidden || !this.#scroll.atEnd || ts <= conversation.read_up_to || mark === this.#read) return;
    this.#read = mark;
    acting(places.person).read(conversation.id, ts).catch(() => {});
  }

  #send(words, files) {
    this.#seenUpTo = "";
    this.#scroll.toEnd();
    return this.#page.deeds.send(words, files);
  }
}
