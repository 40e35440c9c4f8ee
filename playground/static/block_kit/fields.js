// Which field stands for which element that remembers what a person put into it.
import { picker } from "./pickers.js";
import { select } from "./select.js";
import { ticks } from "./ticks.js";
import { typed } from "./typed.js";
import { upload } from "./upload.js";

const FIELDS = {
  plain_text_input: typed, email_text_input: typed, url_text_input: typed, number_input: typed, rich_text_input: typed,
  datepicker: picker, timepicker: picker, datetimepicker: picker,
  checkboxes: ticks, radio_buttons: ticks,
  file_input: upload,
  static_select: select, external_select: select, users_select: select, conversations_select: select, channels_select: select,
  multi_static_select: select, multi_external_select: select, multi_users_select: select,
  multi_conversations_select: select, multi_channels_select: select,
};

export function remembers(element) {
  return element.type in FIELDS;
}

/**
 * A field: `node` to show, `control` to focus where that is another, `read()` what the person put there in plain words
 * or ids, `write(value)`, `dirty` while that has not been sent, `initial` what it began with; a `grouped` one is a
 * fieldset and wants a legend for its label.
 *
 * `held` is what the element holds, as in state.values; `changed` is called when the person is done with a change.
 */
export function field(element, { held, name, reader, suggest, changed = () => {}, tellsAt = [] }) {
  const made = FIELDS[element.type](element, {
    now: current(element, held), name, reader, suggest, tellsAt,
    changed: () => {
      made.dirty = true;
      changed();
    },
    touched: () => {
      made.dirty = true;
    },
  });
  made.initial = made.read();
  made.dirty = false;
  return made;
}

/** What was put there before, else what the app began with. */
function current(element, held) {
  const key = Object.keys(held ?? {}).find((each) => each !== "type");
  if (key) return held[key];
  const initial = Object.keys(element).find((each) => each.startsWith("initial_"));
  return initial ? element[initial] : null;
}
