// The elements that remember what a person put into them.
// `held` is what an element holds, as in state.values; `read()` gives what the person put there, in plain words or ids.
import { fresh, make } from "./dom.js";
import { mrkdwn } from "./text.js";

const TYPED = {
  plain_text_input: "text", email_text_input: "email", url_text_input: "url", number_input: "text", rich_text_input: "text",
};
const MOMENTS = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export function remembers(element) {
  const kind = element.type;
  return kind in TYPED || kind in MOMENTS || kind.endsWith("_select") || ["checkboxes", "radio_buttons", "file_input"].includes(kind);
}

/** A field for an element: `{node, read, write, grouped}`; a grouped one is a fieldset and wants a legend for its label. */
export function field(element, { held, name, reader, changed = () => {} }) {
  const kind = element.type;
  if (kind in TYPED) return typed(element, held, name, changed);
  if (kind in MOMENTS) return moment(element, held, name, reader, changed);
  if (kind === "file_input") return files(element, name);
  const many = kind.startsWith("multi_") || kind === "checkboxes";
  if (many || kind === "radio_buttons") return ticks(element, { held, name, reader, changed, many });
  return menu(element, { held, name, reader, changed });
}

export function options(element, reader) {
  const kind = element.type.replace("multi_", "");
  if (kind === "users_select") return reader.people.map((each) => ({ value: each.id, words: each.name }));
  if (kind === "channels_select" || kind === "conversations_select") {
    return reader.channels.map((each) => ({ value: each.id, words: each.name }));
  }
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  return groups.flatMap((group) =>
    group.options.map((each) => ({
      value: each.value, words: each.text.text, text: each.text, more: each.description, group: group.label?.text,
    })),
  );
}

function current(element, held) {
  const keys = Object.keys(held ?? {}).filter((key) => key !== "type");
  if (keys.length) return held[keys[0]];
  const initial = Object.keys(element).find((key) => key.startsWith("initial_"));
  return initial ? element[initial] : null;
}

function chosen(element, held) {
  const now = current(element, held);
  return (Array.isArray(now) ? now : [now]).filter(Boolean).map((each) => each.value ?? each);
}

function typed(element, held, name, changed) {
  const attributes = {
    id: fresh("field"),
    placeholder: element.placeholder?.text,
    "aria-label": name,
    inputmode: element.type === "number_input" ? "decimal" : undefined,
    maxlength: element.max_length,
    on: { change: changed },
  };
  const long = element.multiline || element.type === "rich_text_input";
  const input = long ? make("textarea", { ...attributes, rows: 4 }) : make("input", { ...attributes, type: TYPED[element.type] });
  const now = current(element, held);
  input.value = typeof now === "object" && now ? words(now) : now ?? "";
  return { node: input, read: () => input.value, write: (value) => { input.value = value; } };
}

function words(rich) {
  return (rich.elements ?? []).map((part) => part.elements.map((each) => each.text ?? "").join("")).join("\n");
}

function moment(element, held, name, reader, changed) {
  const now = current(element, held);
  const local = element.type === "datetimepicker" && now ? wall(now, reader.tz) : now ?? "";
  const input = make("input", {
    id: fresh("field"), type: MOMENTS[element.type], "aria-label": name, value: local, on: { change: changed },
  });
  const read = () => {
    if (!input.value) return null;
    return element.type === "datetimepicker" ? unix(input.value, reader.tz) : input.value;
  };
  return { node: input, read, write: (value) => { input.value = typeof value === "number" ? wall(value, reader.tz) : value ?? ""; } };
}

/** What a wall clock in this zone shows, in the form of a datetime-local field. */
function wall(seconds, tz) {
  return new Date(seconds * 1000).toLocaleString("sv", { timeZone: tz }).slice(0, 16).replace(" ", "T");
}

function unix(local, tz) {
  const guess = Date.parse(`${local}:00Z`) / 1000;
  const shown = Date.parse(`${wall(guess, tz)}:00Z`) / 1000;
  return guess - (shown - guess);
}

function files(element, name) {
  const input = make("input", { id: fresh("field"), type: "file", multiple: (element.max_files ?? 10) > 1, "aria-label": name });
  const write = (chosen) => {
    const carrier = new DataTransfer();
    for (const each of chosen) carrier.items.add(each);
    input.files = carrier.files;
  };
  return { node: input, read: () => [...input.files], write };
}

function menu(element, { held, name, reader, changed }) {
  const empty = make("option", { value: "" }, element.placeholder?.text ?? "Choose…");
  const offered = options(element, reader);
  const groups = new Map();
  for (const each of offered) groups.set(each.group, [...(groups.get(each.group) ?? []), make("option", { value: each.value }, each.words)]);
  const nodes = [...groups].flatMap(([label, inside]) => (label ? [make("optgroup", { label }, inside)] : inside));
  const select = make("select", { id: fresh("field"), "aria-label": name, on: { change: changed } }, empty, nodes);
  select.value = chosen(element, held)[0] ?? "";
  return { node: select, read: () => select.value || null, write: (value) => { select.value = value ?? ""; } };
}

function ticks(element, { held, name, reader, changed, many }) {
  const group = fresh("ticks");
  const now = chosen(element, held);
  const boxes = options(element, reader).map((each) => {
    const box = make("input", { id: fresh("tick"), type: many ? "checkbox" : "radio", name: group, value: each.value, on: { change: changed } });
    box.checked = now.includes(each.value);
    const text = each.text?.type === "mrkdwn" ? mrkdwn(each.words, reader) : [each.words];
    const more = each.more ? make("small", {}, each.more.type === "mrkdwn" ? mrkdwn(each.more.text, reader) : each.more.text) : null;
    return { box, row: make("div", { class: "tick" }, box, make("label", { for: box.id }, text, more)) };
  });
  const node = make("fieldset", { class: "ticks", id: group, "aria-label": name }, boxes.map((each) => each.row));
  const marked = () => boxes.filter((each) => each.box.checked).map((each) => each.box.value);
  return {
    node,
    grouped: true,
    read: () => (many ? marked() : marked()[0] ?? null),
    write: (value) => boxes.forEach((each) => { each.box.checked = [value].flat().includes(each.box.value); }),
  };
}
