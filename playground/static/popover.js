// Things that open over the rest: in the top layer, so that nothing clips them.
import { beside, button, fresh, make } from "./dom.js";

/** A button that opens a menu: `items(() => [{words, more, choose, danger}])` are asked for when it opens. */
export class Menu {
  #items = () => [];
  #list;

  constructor({ label, words, spot, className = "" }) {
    const id = fresh("menu");
    this.opener = button(words, () => this.#toggle(), {
      class: `element ${className}`, "aria-label": label, title: label, "aria-haspopup": "menu", "aria-expanded": "false", "data-spot": spot,
    });
    this.#list = make("div", { id, role: "menu", popover: "auto", class: "menu", "aria-label": label });
    this.node = make("span", { class: "opens" }, this.opener, this.#list);
    this.#list.addEventListener("toggle", (event) => this.opener.setAttribute("aria-expanded", String(event.newState === "open")));
    this.#list.addEventListener("keydown", (event) => this.#move(event));
    this.opener.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#toggle();
    });
  }

  items(items) {
    this.#items = items;
  }

  #toggle() {
    if (this.#list.matches(":popover-open")) {
      this.#list.hidePopover();
      return;
    }
    this.#list.replaceChildren(...this.#items().map((each) =>
      button([each.words, each.more ? make("small", {}, each.more) : null], () => this.#choose(each), {
        role: "menuitem", tabindex: "-1", class: each.danger ? "danger" : undefined, "aria-label": each.label,
      })));
    this.#list.showPopover();
    beside(this.#list, this.opener);
    this.#list.querySelector("button")?.focus();
  }

  #choose(item) {
    this.#list.hidePopover();
    this.opener.focus();
    item.choose();
  }

  #move(event) {
    const items = [...this.#list.querySelectorAll("button")];
    const here = items.indexOf(document.activeElement);
    const next = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      this.#list.hidePopover();
      this.opener.focus();
    } else if (next !== undefined) {
      event.preventDefault();
      items.at(next % items.length)?.focus();
    }
  }
}
