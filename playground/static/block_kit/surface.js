// Whatever Block Kit is drawn on: a message, a modal or the Home. It knows the fields there, and tells the app of uses.

export const spotOf = (block, element) => `${block.block_id} ${element.action_id}`;

export class Surface {
  /** Each field with the block and the element it is of, by its spot. */
  fields = new Map();
  #around;

  /**
   * `around`: `reader`, `values` as in state.values, `errors` by block_id, `sure(confirm)`, `file(id)` gives a file's
   * address; `use`, `type` and `suggest`, each with a block, an element and a value, reach the stand-in.
   */
  constructor(around) {
    this.#around = around;
    this.reader = around.reader;
  }

  held(block, element) {
    return this.#around.values?.[block.block_id]?.[element.action_id];
  }

  error(block) {
    return this.#around.errors?.[block.block_id] ?? "";
  }

  file(id) {
    return this.#around.file(id);
  }

  register(block, element, field) {
    (field.control ?? field.node).dataset.spot = spotOf(block, element);
    this.fields.set(spotOf(block, element), { block, element, field });
  }

  suggest(block, element, typed) {
    return this.#around.suggest(block, element, typed);
  }

  /** Asks whether the person is sure, then tells the app; what was pressed shows that it waits. */
  async use(block, element, value, node) {
    if (node?.getAttribute("aria-busy") === "true" || !(await this.#around.sure(element.confirm))) return false;
    node?.setAttribute("aria-busy", "true");
    try {
      await this.#typeAll(spotOf(block, element));
      await this.#around.use(block, element, value);
    } finally {
      node?.removeAttribute("aria-busy");
    }
    return true;
  }

  /** The app sees in the state of an interaction what stands in every other field of the surface. */
  async #typeAll(butAt) {
    for (const [spot, { block, element, field }] of this.fields) {
      if (spot === butAt || !field.dirty || element.type === "file_input") continue;
      field.dirty = false;
      await this.#around.type(block, element, field.read());
    }
  }
}
