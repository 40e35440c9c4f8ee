// Fields to type into: words, an address, a number. Rich text is typed as plain words, which is how it is kept here.
import { fresh, make } from "../dom.js";

const TYPES = { email_text_input: "email", url_text_input: "url" };
const HABITS = { number_input: "decimal", email_text_input: "email", url_text_input: "url" };
const AFTER_TYPING = 300;

export function typed(element, { now, name, changed, touched, tellsAt }) {
  const long = element.multiline || element.type === "rich_text_input";
  const attributes = {
    id: fresh("field"),
    placeholder: element.placeholder?.text,
    "aria-label": name,
    inputmode: HABITS[element.type],
    autocomplete: "off",
  };
  const control = long
    ? make("textarea", { ...attributes, rows: element.min_lines ?? 4 })
    : make("input", { ...attributes, type: TYPES[element.type] ?? "text" });
  control.value = now && typeof now === "object" ? wordsOf(now) : now ?? "";
  const left = element.max_length ? make("span", { class: "left", "aria-hidden": "true" }) : null;
  const count = () => {
    if (left) left.textContent = String(element.max_length - control.value.length);
    left?.classList.toggle("over", control.value.length > element.max_length);
  };
  let waiting = 0;
  control.addEventListener("input", () => {
    touched();
    count();
    clearTimeout(waiting);
    if (tellsAt.includes("on_character_entered")) waiting = setTimeout(changed, AFTER_TYPING);
  });
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !tellsAt.includes("on_enter_pressed")) return;
    event.preventDefault();
    clearTimeout(waiting);
    changed();
  });
  count();
  return {
    node: left ? make("div", { class: "counted" }, control, left) : control,
    control,
    read: () => control.value,
    write: (value) => {
      control.value = value ?? "";
      count();
    },
  };
}

function wordsOf(rich) {
  return (rich.elements ?? []).map((part) => part.elements.map((each) => each.text ?? "").join("")).join("\n");
}
