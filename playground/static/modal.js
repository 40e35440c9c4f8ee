// The modal on top of a person's stack. What was typed stays while the view around it changes, and when it returns.
// https://docs.slack.dev/surfaces/modals
import { blocks } from "./block_kit/blocks.js";
import { Surface } from "./block_kit/surface.js";
import { plainText } from "./block_kit/text.js";
import { button, make } from "./dom.js";
import { carry, focusLike } from "./keep.js";

export class Modal {
  #dialog;
  #acts;
  #view = null;
  #form = null;
  #below = new Map();
  #opener = null;

  /** `acts`: surface(where), submit(typed), close(all). */
  constructor(dialog, acts) {
    this.#dialog = dialog;
    this.#acts = acts;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#acts.close(false);
    });
  }

  get open() {
    return this.#view !== null;
  }

  /** Keeps the dialog equal to the view on top: opens, redraws or closes it. */
  show(view, { errors, depth, reader }) {
    if (!view) {
      if (this.#view) this.#close();
      return;
    }
    const same = this.#view?.id === view.id;
    const drawn = same && this.#view.hash === view.hash && this.#form.depth === depth;
    if (!drawn) this.#draw(view, { depth, reader });
    this.#view = view;
    this.#complain(errors);
    if (!this.#dialog.open) {
      this.#opener = document.activeElement;
      this.#dialog.showModal();
    }
    if (!same) this.#focusFirst();
  }

  /** What went wrong on the way to the app. */
  trouble(words) {
    const place = this.#form?.querySelector(".trouble");
    if (place) place.textContent = words;
  }

  #draw(view, { depth, reader }) {
    const surface = new Surface({ reader, values: view.state?.values, ...this.#acts.surface({ view: view.id }) });
    const form = make("form", { novalidate: true, on: { submit: (event) => this.#submit(event) } },
      make("header", {},
        depth > 1 ? button("‹", () => this.#acts.close(false), { "aria-label": "Back", title: "Back", class: "bare" }) : null,
        make("h2", { id: "modal-title" }, plainText(view.title)),
        button("✕", () => this.#acts.close(true), { "aria-label": "Close", title: "Close", class: "bare" })),
      make("p", { class: "trouble", role: "alert" }),
      make("div", { class: "body", tabindex: "-1" }, blocks(view.blocks, surface)),
      make("footer", {},
        button(view.close ? plainText(view.close) : "Close", () => this.#acts.close(false), { "data-spot": "close" }),
        view.submit ? make("button", { type: "submit", class: "primary", "data-spot": "submit" }, plainText(view.submit)) : null));
    Object.assign(form, { surface, depth });
    const before = this.#view && this.#form;
    const focused = document.activeElement;
    if (before && this.#view.id !== view.id) this.#below.set(this.#view.id, before);
    const returns = this.#view?.id === view.id ? before : this.#below.get(view.id);
    if (returns) carry(returns, form);
    this.#below.delete(view.id);
    const scrolled = before?.querySelector(".body").scrollTop ?? 0;
    this.#dialog.replaceChildren(form);
    this.#form = form;
    if (this.#view?.id !== view.id) return;
    form.querySelector(".body").scrollTop = scrolled;
    if (before?.contains(focused)) focusLike(form, before, focused);
    if (!form.contains(document.activeElement)) form.querySelector(".body").focus();
  }

  async #submit(event) {
    event.preventDefault();
    const pressed = this.#form.querySelector("[type=submit]");
    if (!pressed || pressed.getAttribute("aria-busy") === "true") return;
    this.trouble("");
    pressed.setAttribute("aria-busy", "true");
    const typed = [...this.#form.surface.fields.values()].filter(({ block, field }) => block.type === "input" && field.dirty);
    const form = this.#form;
    if (await this.#acts.submit(typed.map(({ block, element, field }) => ({ block, element, value: field.read() })))) {
      for (const { field } of typed) field.dirty = false;
    }
    pressed.removeAttribute("aria-busy");
    if (form === this.#form) this.#focusWrong();
  }

  #complain(errors) {
    const before = [...this.#dialog.querySelectorAll(".error")].map((each) => each.textContent).join();
    for (const { block, field } of this.#form.surface.fields.values()) field.complain?.(errors[block.block_id] ?? "");
    const after = [...this.#dialog.querySelectorAll(".error")].map((each) => each.textContent).join();
    if (after !== before) this.#focusWrong();
  }

  #focusWrong() {
    this.#into(this.#form.querySelector("[data-wrong]"));
  }

  #focusFirst() {
    const fields = [...this.#form.surface.fields.values()];
    const wanted = fields.find(({ element }) => element.focus_on_load) ?? fields.find(({ block }) => block.type === "input");
    const first = wanted ? wanted.field.control ?? wanted.field.node : this.#form.querySelector("footer .primary") ?? this.#form.querySelector("footer button");
    this.#into(first);
  }

  #into(node) {
    (node?.matches("fieldset") ? node.querySelector("input") : node)?.focus();
  }

  #close() {
    this.#view = null;
    this.#form = null;
    this.#below.clear();
    this.#dialog.close();
    this.#dialog.replaceChildren();
    this.#back(this.#opener);
  }

  /** Focus goes back to what opened the modal, or to what now stands in its place. */
  #back(opener) {
    if (!opener || opener.isConnected) {
      opener?.focus({ preventScroll: true });
      return;
    }
    const ts = opener.closest("[data-ts]")?.dataset.ts;
    const message = ts ? document.querySelector(`[data-ts="${ts}"]`) : null;
    const same = [...(message ?? document).querySelectorAll("[data-spot]")].find((each) => each.dataset.spot === opener.dataset.spot);
    (same ?? message ?? document.getElementById("title"))?.focus({ preventScroll: true });
  }
}
