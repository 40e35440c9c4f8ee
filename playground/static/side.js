// Beside the conversation: who one is, what the clock says, and where one can look.
import { keep, make } from "./dom.js";

const at = (id) => document.getElementById(id);

export function drawPeople(people, current) {
  keep(at("person"), people, (each) => each.id, (each) =>
    make("option", { value: each.id }, each.deactivated ? `${each.name} (deactivated)` : each.name));
  at("person").value = current;
}

/** The time where the person is, and when something will happen by itself. */
export function drawClock({ now, due, person }) {
  const show = (moment, form) => new Intl.DateTimeFormat(person.locale, { timeZone: person.tz, ...form }).format(new Date(moment));
  const short = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  const town = person.tz.split("/").at(-1).replaceAll("_", " ");
  at("now").dateTime = now;
  at("now").textContent = `${show(now, { dateStyle: "full", timeStyle: "short" })}, ${town}`;
  at("due").textContent = due ? `Next: ${show(due, short)}` : "";
}

/** `places`: {id, name, unread, current} each. */
export function drawPlaces(places, visit) {
  const count = (unread) => make("span", { class: "count" }, String(unread), make("span", { class: "heard" }, " unread"));
  keep(at("places"), places, (each) => each.id, (each) =>
    make("li", {}, make("button", {
      type: "button", class: each.unread ? "unread" : "", "aria-current": each.current ? "true" : undefined,
      on: { click: () => visit(each.id) },
    }, make("span", {}, each.name), each.unread ? count(each.unread) : null)));
}
