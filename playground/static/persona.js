// Who one is here: a menu of everyone over a card of the one who is played.
import { timeOf, zoneName } from "./dates.js";
import { at, make } from "./dom.js";
import { face } from "./faces.js";
import { keep } from "./keep.js";

export function drawPersona(told) {
  const now = new Date(told.now);
  const local = (person) => `${zoneName(person.tz)} ${timeOf(now, person)}`;
  const words = (person) => [person.name, person.title, local(person)].filter(Boolean).join(", ") + (person.deactivated ? " (deactivated)" : "");
  keep(at("person"), told.people.map((each) => ({ key: each.id, stamp: words(each), person: each })), ({ person }) =>
    make("option", { value: person.id }, words(person)));
  at("person").value = told.person;
  const me = told.me();
  keep(at("card"), [{ key: me.id, stamp: words(me) }], () => make("div", { class: "card" },
    face(me),
    make("span", { class: "who" }, make("strong", {}, me.name),
      make("span", { class: "about" }, ...[me.title, local(me)].filter(Boolean).map((each) => make("span", {}, each))))));
}
