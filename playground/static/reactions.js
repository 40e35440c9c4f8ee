// Reactions below a message, and the small picker that adds one.
import { button, heard, make } from "./dom.js";
import { emoji, OFFERED, spoken } from "./emoji.js";
import { Menu } from "./popover.js";

/** `react(name, on)` adds or takes away one's own. */
export function reactions(message, reader, react) {
  const given = Object.entries(message.reactions);
  if (!given.length) return null;
  return make("div", { class: "reactions", role: "group", "aria-label": "Reactions" }, given.map(([name, people]) => {
    const mine = people.includes(reader.me);
    const who = people.map((each) => (each === reader.me ? "you" : reader.name(each))).join(", ");
    return button([make("span", { "aria-hidden": "true" }, `${emoji(name)} ${people.length}`), heard(`${spoken(name)}: ${who}`)], () => react(name, !mine), {
      class: "reaction", "aria-pressed": String(mine), title: `${who} reacted with :${name}:`, "data-spot": `reaction ${name}`,
    });
  }), picking(message, reader, react, "reaction"));
}

export function picking(message, reader, react, className = "") {
  const menu = new Menu({ label: "Add a reaction", words: "☺+", spot: "react", className: `pick ${className}` });
  menu.items(() => OFFERED.map((name) => ({
    words: emoji(name), label: spoken(name),
    choose: () => react(name, !(message.reactions[name] ?? []).includes(reader.me)),
  })));
  menu.node.classList.add("emoji");
  return menu.node;
}
