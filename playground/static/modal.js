// The modal on top of a person's stack. What was typed stays while the view around it changes, and when it returns.
import { blocks } from "./blocks.js";
import { make } from "./dom.js";

/** Keeps `dialog` equal to `view`: opens, redraws or closes it. `acts`: use, sure, submit, close. */
export class Modal {
  #dialog;
  #acts;
  #fields = [];
  #shown = "";
  #view = null;
  #typed = new Map();

  constructor(dialog, acts) {
    this.#dialog = dialog;
    this.#acts = acts;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#acts.close();
    });
  }

  show(view, { errors, depth, reader }) {
    const written = JSON.stringify([view?.id, view?.hash, errors, depth]);
    if (written === this.#shown) return;
    this.#remember();
    this.#shown = written;
    const before = this.#view?.id;
    this.#view = view;
    if (!view) {
      this.#fields = [];
      this.#typed.clear();
      this.#dialog.close();
      return;
    }
    this.#draw(view, { errors, depth, reader });
    if (!this.#dialog.open) this.#dialog.showModal();
    if (before !== view.id || Object.keys(errors).length) this.#focus();
  }

  #draw(view, { errors, depth, reader }) {
    this.#fields = [];
    const drawing = {
      reader,
      sure: this.#acts.sure,
      use: (block, element, value) => this.#acts.use({ view: view.id, block, element, value }),
      held: (block, element) => view.state?.values?.[block.block_id]?.[element.action_id],
      error: (block) => errors[block.block_id],
      register: (block, element, field) => this.#fields.push({ block, element, ...field }),
    };
    const body = blocks(view.blocks, drawing);
    const typed = this.#typed.get(view.id) ?? new Map();
    for (const field of this.#fields) {
      const spot = `${field.block.block_id} ${field.element.action_id}`;
      if (typed.has(spot)) field.write(typed.get(spot));
    }
    const close = make("button", { type: "button", on: { click: () => this.#acts.close() } }, view.close?.text ?? "Cancel");
    const submit = view.submit ? make("button", { type: "submit", class: "primary" }, view.submit.text) : null;
    const form = make("form", { novalidate: true, on: { submit: (event) => this.#submit(event, submit) } },
      make("header", {},
        make("h2", { id: "modal-title" }, view.title.text),
        depth > 1 ? make("span", { class: "quiet" }, `${depth} open, one above the other`) : null),
      make("div", { class: "body" }, body),
      make("footer", {}, close, submit));
    this.#dialog.replaceChildren(form);
  }

  async #submit(event, button) {
    event.preventDefault();
    if (!this.#complete()) return;
    button.disabled = true;
    const given = this.#fields.map(({ block, element, read }) => ({ block, element, value: read() }));
    await this.#acts.submit(given);
    button.disabled = false;
  }

  /** Slack itself asks for what is not optional, before the app hears of it. */
  #complete() {
    const missing = this.#fields.filter(({ block, read, error }) => {
      const value = read();
      const empty = block.type === "input" && !block.optional && (value === null || value === "" || value.length === 0);
      if (error) error.textContent = empty ? "Please complete this required field." : "";
      return empty;
    });
    this.#into(missing[0]?.node);
    return missing.length === 0;
  }

  #remember() {
    if (!this.#view) return;
    const typed = this.#fields.map(({ block, element, read }) => [`${block.block_id} ${element.action_id}`, read()]);
    this.#typed.set(this.#view.id, new Map(typed));
  }

  #focus() {
    const wrong = this.#fields.find(({ error }) => error?.textContent);
    this.#into((wrong ?? this.#fields[0])?.node ?? this.#dialog.querySelector("button"));
  }

  #into(node) {
    if (!node) return;
    (node.matches("fieldset") ? node.querySelector("input") : node)?.focus();
  }
}

/** Slack's "Are you sure?": resolves to whether the person is. */
export function asking(dialog) {
  return (confirm) => {
    if (!confirm) return Promise.resolve(true);
    return new Promise((settle) => {
      const done = (sure) => {
        dialog.close();
        settle(sure);
      };
      dialog.oncancel = () => settle(false);
      dialog.replaceChildren(
        make("h2", { id: "confirm-title" }, confirm.title.text),
        make("p", {}, confirm.text.text),
        make("footer", {},
          make("button", { type: "button", on: { click: () => done(false) } }, confirm.deny.text),
          make("button", { type: "button", class: confirm.style ?? "primary", on: { click: () => done(true) } }, confirm.confirm.text)));
      dialog.showModal();
    });
  };
}
