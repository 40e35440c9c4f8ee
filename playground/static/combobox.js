// A field that one chooses in by typing, with one choice or many.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { beside, button, fresh, make } from "./dom.js";

const AFTER_TYPING = 250;

export class Combobox {
  #given;
  #chosen = [];
  #options = [];
  #active = -1;
  #seen = new Map();
  #list;
  #chips;
  #waiting = 0;
  #asked = 0;

  /** `groups()` gives [{label?, options: [{value, words, more}]}] at once; `ask(typed)` the same from the app, after `least` letters. */
  constructor(given) {
    this.#given = given;
    const id = fresh("field");
    this.#list = make("div", { id: `${id}-list`, role: "listbox", popover: "manual", class: "menu options", "aria-label": "Choices", "aria-multiselectable": given.many ? "true" : undefined });
    this.input = make("input", {
      id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-label": given.name, "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.#list.id, placeholder: given.placeholder,
      on: { click: () => this.#open(), input: () => this.#typing(), keydown: (event) => this.#key(event), blur: () => this.#leave() },
    });
    this.#chips = make("span", { class: "chips" });
    this.node = make("div", { class: "combobox" }, this.#chips, this.input, make("span", { class: "arrow", "aria-hidden": "true" }, "▾"), this.#list);
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get values() {
    return this.#chosen.map((each) => each.value);
  }

  /** An option that was shown before, by its value. */
  known(value) {
    return this.#seen.get(value) ?? this.#groups("").flatMap((each) => each.options).find((each) => each.value === value);
  }

  choose(options) {
    this.#chosen = options;
    for (const each of options) this.#seen.set(each.value, each);
    this.#rest();
  }

  #rest() {
    const { many, placeholder } = this.#given;
    this.input.value = many ? "" : this.#chosen[0]?.words ?? "";
    this.input.placeholder = many && this.#chosen.length ? "" : placeholder;
    this.#chips.replaceChildren(...(many ? this.#chosen : []).map((each) =>
      button([each.words, make("span", { "aria-hidden": "true" }, " ×")], () => this.#toggle(each), { class: "chip", "aria-label": `Remove ${each.words}` })));
  }

  #groups(typed) {
    if (!this.#given.groups) return [];
    const words = typed.toLowerCase();
    return this.#given.groups().map((each) => ({ ...each, options: each.options.filter((one) => one.words.toLowerCase().includes(words)) }));
  }

  #open(typed = "") {
    if (!this.#list.matches(":popover-open")) this.#list.showPopover();
    this.input.setAttribute("aria-expanded", "true");
    if (!this.#given.many && !typed) this.input.select();
    if (this.#given.ask) this.#ask(typed);
    else this.#show(this.#groups(typed), "Nothing fits.");
  }

  #close() {
    clearTimeout(this.#waiting);
    this.#asked += 1;
    if (this.#list.matches(":popover-open")) this.#list.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #leave() {
    this.#close();
    this.#rest();
  }

  #typing() {
    this.#open(this.input.value.trim());
  }

  /** Options of the app's come later; an answer to what was typed before is dropped. */
  #ask(typed) {
    const { ask, least } = this.#given;
    const asked = (this.#asked += 1);
    clearTimeout(this.#waiting);
    if (typed.length < least) {
      this.#show([], `Type ${least} letter${least === 1 ? "" : "s"} or more to search.`);
      return;
    }
    this.#show([], "Loading…");
    this.#waiting = setTimeout(async () => {
      const [groups, words] = await ask(typed).then((found) => [found, "Nothing fits."], () => [[], "The options could not be loaded."]);
      if (asked === this.#asked) this.#show(groups, words);
    }, AFTER_TYPING);
  }

  #show(groups, otherwise) {
    this.#options = groups.flatMap((each) => each.options);
    for (const each of this.#options) this.#seen.set(each.value, each);
    const drawn = groups.filter((each) => each.options.length).map((each) =>
      make("div", { role: each.label ? "group" : "presentation", "aria-label": each.label }, each.label ? make("p", { class: "quiet", "aria-hidden": "true" }, each.label) : null, each.options.map((one) => this.#option(one))));
    this.#list.replaceChildren(...(drawn.length ? drawn : [make("div", { role: "option", "aria-disabled": "true", class: "quiet" }, otherwise)]));
    const chosen = this.#options.findIndex((each) => this.values.includes(each.value));
    this.#activate(this.#given.many ? (this.#options.length ? 0 : -1) : Math.max(chosen, this.#options.length ? 0 : -1));
    beside(this.#list, this.node);
  }

  #option(option) {
    return make("div", { id: fresh("option"), role: "option", class: "option", "aria-selected": String(this.values.includes(option.value)), on: { click: () => this.#toggle(option) } },
      option.words, option.more ? make("small", {}, option.more) : null);
  }

  #activate(place) {
    const options = [...this.#list.querySelectorAll(".option")];
    this.#active = place;
    options.forEach((each, other) => each.classList.toggle("active", other === place));
    if (options[place]) this.input.setAttribute("aria-activedescendant", options[place].id);
    else this.input.removeAttribute("aria-activedescendant");
    options[place]?.scrollIntoView({ block: "nearest" });
  }

  #toggle(option) {
    const { many, most, changed } = this.#given;
    const without = this.#chosen.filter((each) => each.value !== option.value);
    const removed = without.length < this.#chosen.length;
    if (many && !removed && most && without.length >= most) return;
    this.choose(many ? (removed ? without : [...without, option]) : [option]);
    this.#close();
    this.input.focus();
    changed();
  }

  #key(event) {
    const open = this.#list.matches(":popover-open");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (open && this.#options.length) this.#activate((this.#active + step + this.#options.length) % this.#options.length);
      else this.#open();
    } else if (event.key === "Enter" && open && this.#options[this.#active]) {
      event.preventDefault();
      this.#toggle(this.#options[this.#active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      this.#leave();
    } else if (event.key === "Backspace" && !this.input.value && this.#given.many && this.#chosen.length) {
      this.#toggle(this.#chosen.at(-1));
    }
  }
}
