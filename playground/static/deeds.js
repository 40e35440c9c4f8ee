// What a person does on the page, with the trouble that it makes shown where they look.
import { acting, NO_ANSWER, Trouble } from "./acts.js";
import { question } from "./confirm.js";

const DELETING = question({ title: "Delete this message?", text: "This cannot be undone. The app is told of it.", yes: "Delete", no: "Keep it" });

export class Deeds {
  #page;

  /** `page`: places, sure, modal, trouble(words), turn(), draw(), and the conversation's states. */
  constructor(page) {
    this.#page = page;
  }

  /** Gives whether it went well. */
  async doing(act) {
    const page = this.#page;
    page.trouble("");
    try {
      await act(acting(page.places.person));
      return true;
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      if (page.modal.open && problem.message.startsWith(NO_ANSWER)) page.modal.trouble(NO_ANSWER);
      else if (page.modal.open) page.modal.trouble(problem.message);
      else page.trouble(problem.message);
      return false;
    }
  }

  /** How a surface reaches the stand-in; `where` names a message or a view. */
  surface(where) {
    const { sure, places } = this.#page;
    return {
      sure,
      file: this.file,
      use: (block, element, value) => this.doing((me) => this.#used(me, where, block, element, value)),
      type: (block, element, value) => this.doing((me) => me.type(where, block, element, value)),
      suggest: (block, element, typed) => acting(places.person).suggest(where, block, element, typed),
    };
  }

  #used(me, where, block, element, value) {
    if (element.type === "button" || element.type === "workflow_button") return me.click(where, block, element);
    if (block.type === "input" && where.view) return me.fill(block, value);
    return me.choose(where, block, element, value);
  }

  file = (id) => `/playground/people/${this.#page.places.person}/files/${id}`;

  /** What can be done with the messages of one conversation. */
  on(channel) {
    const page = this.#page;
    return {
      surface: (where) => this.surface(where),
      file: this.file,
      react: (ts, name, on) => this.doing((me) => (on ? me.react(channel, ts, name) : me.unreact(channel, ts, name))),
      edit: (ts, words) => this.doing((me) => me.edit(channel, ts, words)),
      remove: async (ts) => (await page.sure(DELETING)) && this.doing((me) => me.remove(channel, ts)),
      redraw: (ts) => {
        for (const each of document.querySelectorAll(`[data-ts="${ts}"]`)) each.stamp = null;
        page.draw();
        document.querySelector(`[data-ts="${ts}"]`)?.focus();
      },
      openThread: (ts) => page.openThread(ts),
      showEarlier: () => page.showEarlier(),
      choosePerson: () => page.openSide(),
    };
  }

  /** A message or a command; a thread knows no commands. */
  send(words, files, thread) {
    const { places, trouble } = this.#page;
    const isCommand = /^\/\S/.test(words) && !files.length;
    if (isCommand && thread) {
      trouble(`${words.split(" ")[0]} is not supported in threads. Sorry!`);
      return Promise.resolve(false);
    }
    return this.doing((me) => (isCommand ? me.run(places.place, words) : me.post(places.place, words, { thread, files })));
  }
}
