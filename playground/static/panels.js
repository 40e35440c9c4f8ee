// The column on the right: panels that belong to the playground rather than to Slack, one open at a time.
//
// A panel is a module that exports `panel`: {id, title, open(box, playground), changed(playground)}.
// `open` draws into its box, once, when the panel is first opened; `changed` is called at every push while it is open.
// Add it to PANELS; what it is given as `playground` is described in page.js.
import { at, button, make } from "./dom.js";
import { panel as rehearsal } from "./rehearsal.js";
import { panel as timeline } from "./timeline.js";

export const PANELS = [timeline, rehearsal];

export class Panels {
  #column = at("panels");
  #current = null;
  #opened = new Set();
  #playground;

  constructor(playground, panels = PANELS) {
    this.#playground = playground;
    for (const each of panels) this.#add(each);
    at("panel-buttons").hidden = !panels.length;
  }

  /** Called at every push. */
  changed() {
    if (this.#current?.changed) this.#current.changed(this.#playground);
  }

  show(panel) {
    this.#current = this.#current === panel ? null : panel;
    this.#column.hidden = !this.#current;
    for (const box of this.#column.children) box.hidden = box.dataset.panel !== this.#current?.id;
    for (const each of at("panel-buttons").children) each.setAttribute("aria-pressed", String(each.dataset.panel === this.#current?.id));
    if (!this.#current) return;
    const box = this.#column.querySelector(`[data-panel="${panel.id}"] .body`);
    if (!this.#opened.has(panel.id)) {
      this.#opened.add(panel.id);
      panel.open(box, this.#playground);
    }
    this.changed();
    box.focus();
  }

  #add(panel) {
    at("panel-buttons").append(button(panel.title, () => this.show(panel), { "aria-pressed": "false", "data-panel": panel.id }));
    this.#column.append(make("section", { "data-panel": panel.id, hidden: true, "aria-label": panel.title },
      make("header", {}, make("h2", {}, panel.title), button("✕", () => this.show(panel), { class: "bare", "aria-label": `Close ${panel.title}` })),
      make("div", { class: "body", tabindex: "-1" })));
  }
}
