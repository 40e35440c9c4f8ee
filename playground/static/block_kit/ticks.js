// Checkboxes and radio buttons.
import { fresh, make } from "../dom.js";
import { text } from "./text.js";

export function ticks(element, { now, name, reader, changed }) {
  const many = element.type === "checkboxes";
  const group = fresh("ticks");
  const begun = [now].flat().filter(Boolean).map((each) => each.value);
  const boxes = element.options.map((each) => {
    const box = make("input", { id: fresh("tick"), type: many ? "checkbox" : "radio", name: group, value: each.value, on: { change: changed } });
    box.checked = begun.includes(each.value);
    const more = each.description ? make("small", {}, text(each.description, reader)) : null;
    return { box, row: make("div", { class: "tick" }, box, make("label", { for: box.id }, text(each.text, reader), more)) };
  });
  const marked = () => boxes.filter((each) => each.box.checked).map((each) => each.box.value);
  return {
    node: make("fieldset", { class: "ticks", id: group, "aria-label": name }, boxes.map((each) => each.row)),
    grouped: true,
    read: () => (many ? marked() : marked()[0] ?? null),
    write: (value) => boxes.forEach((each) => {
      each.box.checked = [value].flat().includes(each.box.value);
    }),
  };
}
