// A square with a person's initials, coloured by who they are, and the app's own mark.
import { make } from "./dom.js";

const HUES = 8;

export function face({ id, name }, isApp = false) {
  const initials = name.split(/\s+/).map((each) => [...each][0]).filter(Boolean);
  const letters = isApp ? initials[0] : [initials[0], initials.length > 1 ? initials.at(-1) : ""].join("");
  return make("span", { class: isApp ? "face app" : `face hue-${hue(id)}`, "aria-hidden": "true" }, letters ?? "?");
}

function hue(id) {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES;
}
