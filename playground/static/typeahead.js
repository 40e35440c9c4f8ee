// What is offered while one types a message: the app's commands after a slash, people after an @.
import { beside, fresh, make } from "./dom.js";

const MOST = 8;

export class Typeahead {
  #field;
  #list;
  #offers;
  #shown = [];
  #active = 0;

  /** `offers(before)` gives {from, items: [{words, more, typed}]} for the words before the caret, or null. */
  constructor(field, offers) {
    this.#field = field;
    this.#offers = offers;
    this.#list = make("div", { id: fresh("offers"), role: "listbox", popover: "manual", class: "menu options", "aria-label": "Suggestions" });
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.addEventListener("input", () => this.#look());
    field.addEventListener("blur", () => this.close());
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.node = this.#list;
  }

  get open() {
    return this.#list.matches(":popover-open");
  }

  close() {
    if (this.open) this.#list.hidePopover();
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** Whether the key was for the list. */
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#activate((this.#active + step + this.#shown.length) % this.#shown.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" || (event.key === "Enter" && !this.#isTyped())) this.#take(this.#shown[this.#active]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #before() {
    return this.#field.value.slice(0, this.#field.selectionStart);
  }

  /** Enter sends what is already written out in full. */
  #isTyped() {
    return this.#before().endsWith(this.#shown[this.#active].typed.trim());
  }

  #look() {
    const offer = this.#offers(this.#before());
    if (!offer?.items.length) {
      this.close();
      return;
    }
    this.from = offer.from;
    this.#shown = offer.items.slice(0, MOST);
    this.#list.replaceChildren(...this.#shown.map((each) =>
      make("div", { id: fresh("offer"), role: "option", class: "option", "aria-selected": "false", on: { click: () => this.#take(each) } },
        make("strong", {}, each.words), each.more ? make("small", {}, each.more) : null)));
    if (!this.open) this.#list.showPopover();
    this.#activate(0);
    beside(this.#list, this.#field);
  }

  #activate(place) {
    this.#active = place;
    [...this.#list.children].forEach((each, other) => {
      each.classList.toggle("active", other === place);
      each.setAttribute("aria-selected", String(other === place));
    });
    this.#field.setAttribute("aria-activedescendant", this.#list.children[place].id);
  }

  #take(item) {
    const rest = this.#field.value.slice(this.#field.selectionStart);
    const words = `${this.#before().slice(0, this.from)}${item.typed} `;
    this.close();
    this.#field.value = words + rest.replace(/^ /, "");
    this.#field.setSelectionRange(words.length, words.length);
    this.#field.dispatchEvent(new Event("input"));
  }
}

/** Commands only at the start, and until their name is written; a person's name may have a space in it. */
export function offersOf({ commands, people }) {
  return (before) => {
    if (/^\/\S*$/.test(before)) {
      const items = commands().filter((each) => each.name.startsWith(before)).map((each) => ({
        words: `${each.name} ${each.hint}`.trim(), more: each.description, typed: each.name,
      }));
      return { from: 0, items };
    }
    const found = /(?:^|\s)@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u.exec(before);
    if (!found) return null;
    const wanted = found[1].toLowerCase();
    const fits = (each) => !each.deactivated && [each.name, each.handle].some((name) => name.toLowerCase().startsWith(wanted));
    const items = people().filter(fits).map((each) => ({ words: each.name, more: each.title, typed: `@${each.name}` }));
    return { from: before.length - found[1].length - 1, items: items.filter((each) => each.typed.toLowerCase() !== `@${wanted}`) };
  };
}
