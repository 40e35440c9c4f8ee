// Where one writes: a message, a command or a reply, with files; what was not sent waits for the return.
import { button, fresh, make } from "./dom.js";
import { offersOf, Typeahead } from "./typeahead.js";

const HIGHEST = 160;

export class Composer {
  #field;
  #files;
  #chosen;
  #hint;
  #typeahead;
  #drafts = new Map();
  #of = "";
  #send;
  #commands;

  /** `send(words, files)` gives whether it went well; `commands()` and `people()` are what can be offered. */
  constructor(form, { id = fresh("words"), send, commands, people }) {
    this.#send = send;
    this.#commands = commands;
    this.#field = make("textarea", { id, rows: 1, enterkeyhint: "send", "aria-describedby": `${id}-hint` });
    this.#chosen = make("ul", { class: "files" });
    this.#hint = make("p", { class: "quiet", id: `${id}-hint` });
    this.#typeahead = new Typeahead(this.#field, offersOf({ commands, people }));
    const picker = make("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "aria-label": "Files to attach" });
    picker.addEventListener("change", () => {
      this.#put({ ...this.#draft(), files: [...this.#draft().files, ...picker.files] });
      picker.value = "";
      this.#field.focus();
    });
    this.label = make("label", { for: id, class: "heard" });
    form.append(this.label, make("div", { class: "box" }, this.#field, this.#chosen,
      make("div", { class: "bar" },
        button("📎", () => picker.click(), { class: "element", "aria-label": "Attach files", title: "Attach files" }), picker,
        make("button", { type: "submit", class: "primary send", "aria-label": "Send", title: "Send" }, "➤"))), this.#hint, this.#typeahead.node);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go();
    });
    this.#field.addEventListener("input", () => this.#put({ ...this.#draft(), words: this.#field.value }, false));
    this.#field.addEventListener("keydown", (event) => {
      if (this.#typeahead.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#go();
    });
  }

  focus() {
    this.#field.focus();
  }

  /** Write into another conversation, or as another person: `of` names which, `name` says where. */
  turn(of, name) {
    this.label.textContent = name;
    this.#field.placeholder = name;
    if (of === this.#of) return;
    this.#of = of;
    this.#typeahead.close();
    this.#show();
  }

  #draft() {
    return this.#drafts.get(this.#of) ?? { words: "", files: [] };
  }

  #put(draft, show = true) {
    this.#drafts.set(this.#of, draft);
    if (show) this.#show();
    else this.#fit();
  }

  #show() {
    const { words, files } = this.#draft();
    this.#field.value = words;
    this.#chosen.replaceChildren(...files.map((each) => make("li", {}, each.name, " ",
      button("✕", () => this.#put({ words: this.#field.value, files: files.filter((one) => one !== each) }), { class: "bare", "aria-label": `Leave ${each.name} out` }))));
    this.#fit();
  }

  #fit() {
    const command = this.#commands().find((each) => this.#field.value.startsWith(`${each.name} `));
    this.#hint.textContent = command ? [command.name, command.hint].join(" ") : "";
    this.#field.style.height = "auto";
    this.#field.style.height = `${Math.min(this.#field.scrollHeight + 2, HIGHEST)}px`;
  }

  /** Words that could not be sent come back, unless others were typed meanwhile. */
  async #go() {
    const draft = this.#draft();
    const of = this.#of;
    const words = draft.words.trim();
    if (!words && !draft.files.length) return;
    this.#typeahead.close();
    this.#put({ words: "", files: [] });
    if (await this.#send(words, draft.files)) return;
    const now = this.#drafts.get(of);
    if (!now?.words && !now?.files.length) this.#drafts.set(of, draft);
    if (of === this.#of) this.#show();
  }
}
