// What a person can press or choose outside of inputs; the app hears of it at once.
// https://docs.slack.dev/reference/block-kit/block-elements
import { button as pressed, make } from "../dom.js";
import { Menu } from "../popover.js";
import { field, remembers } from "./fields.js";
import { picture } from "./pictures.js";
import { spotOf } from "./surface.js";
import { plainText, text } from "./text.js";

export function element(block, thing, surface) {
  if (thing.type === "image") return picture(thing, surface);
  if (thing.type === "overflow") return overflow(block, thing, surface);
  if (thing.type === "button" || thing.type === "workflow_button") return button(block, thing, surface);
  if (remembers(thing)) return choosing(block, thing, surface);
  return make("span", { class: "quiet" }, `An element of type ${thing.type}, which this page does not draw.`);
}

/** One with a url opens it, and the app hears of the press all the same. */
function button(block, thing, surface) {
  const press = () => {
    if (!thing.confirm) visit(thing.url);
    return surface.use(block, thing, null, made).then((done) => done && thing.confirm && visit(thing.url));
  };
  const made = pressed(text(thing.text, surface.reader), press, {
    class: ["element", thing.style].filter(Boolean).join(" "),
    "aria-label": thing.accessibility_label,
    "data-spot": spotOf(block, thing),
  });
  if (thing.url) made.append(make("span", { "aria-hidden": "true" }, " ↗"));
  return made;
}

function visit(address) {
  if (address && /^https?:/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function overflow(block, thing, surface) {
  const menu = new Menu({ label: "More actions", words: "⋯", spot: spotOf(block, thing) });
  menu.items(() => thing.options.map((each) => ({
    words: plainText(each.text),
    more: each.description && plainText(each.description),
    choose: () => {
      visit(each.url);
      return surface.use(block, thing, each.value, menu.opener);
    },
  })));
  return menu.node;
}

/** A menu, a picker or boxes outside of an input block. */
function choosing(block, thing, surface) {
  const name = block.text ? `${block.text.text.replace(/[*_~`]/g, "")}` : thing.placeholder?.text ?? "Choose";
  const made = field(thing, {
    held: surface.held(block, thing),
    name: thing.placeholder && block.text ? `${thing.placeholder.text}: ${name}` : name,
    reader: surface.reader,
    suggest: (typed) => surface.suggest(block, thing, typed),
    changed: async () => {
      if (made.read() === null) return;
      const done = await surface.use(block, thing, made.read(), made.node);
      made.dirty = false;
      if (!done) made.write(made.initial);
    },
  });
  surface.register(block, thing, made);
  return made.node;
}
