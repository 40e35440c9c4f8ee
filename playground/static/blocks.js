// Block Kit as nodes. Whoever draws gives `use(block, element, value)` for what a person presses or chooses at once,
// and `register(block, element, field)` where fields are handed in together, as in a modal.
import { field, remembers } from "./fields.js";
import { fresh, make } from "./dom.js";
import { dated, emoji, link, mention, mrkdwn } from "./text.js";

export function blocks(list, drawing) {
  return list.map((each) => make("div", { class: `block ${each.type}` }, (BLOCKS[each.type] ?? unknown)(each, drawing)));
}

export function text(thing, reader) {
  if (!thing) return [];
  return thing.type === "mrkdwn" ? mrkdwn(thing.text, reader) : [shortcodes(thing)];
}

function shortcodes(thing) {
  return thing.emoji === false ? thing.text : thing.text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name));
}

const BLOCKS = {
  section: (block, drawing) => [
    block.text ? make("div", { class: "words" }, text(block.text, drawing.reader)) : null,
    block.fields ? make("div", { class: "fields" }, block.fields.map((each) => make("div", {}, text(each, drawing.reader)))) : null,
    block.accessory ? make("div", { class: "accessory" }, element(block, block.accessory, drawing)) : null,
  ],
  header: (block, drawing) => make("h3", {}, text(block.text, drawing.reader)),
  divider: () => make("hr"),
  context: (block, drawing) => block.elements.map((each) => (each.type === "image" ? picture(each) : make("span", {}, text(each, drawing.reader)))),
  actions: (block, drawing) => block.elements.map((each) => element(block, each, drawing)),
  context_actions: (block, drawing) => block.elements.map((each) => element(block, each, drawing)),
  input,
  image: (block, drawing) => make("figure", {}, picture(block), block.title ? make("figcaption", {}, text(block.title, drawing.reader)) : null),
  markdown: (block) => make("div", { class: "words as-typed" }, block.text),
  rich_text: (block, drawing) => block.elements.map((part) => rich(part, drawing.reader)),
  table: (block, drawing) => table(block, drawing, false),
  data_table: (block, drawing) => table(block, drawing, true),
  data_visualization: chart,
  file: (block) => make("p", {}, `File: ${block.external_id}`),
  video: (block, drawing) => make("p", {}, text(block.title, drawing.reader), ` (video: ${block.alt_text})`),
};

function unknown(block) {
  return make("p", { class: "quiet" }, `A block of type ${block.type}, which this page does not draw.`);
}

/** Pictures from elsewhere are not fetched, since this page asks nothing of the network; their words stand for them. */
function picture(thing) {
  const address = thing.image_url ?? "";
  const ours = address.startsWith(`${location.origin}/`);
  return ours ? make("img", { src: address, alt: thing.alt_text }) : make("span", { class: "picture", role: "img", "aria-label": thing.alt_text }, thing.alt_text);
}

function element(block, thing, drawing) {
  if (thing.type === "image") return picture(thing);
  if (thing.type === "overflow") return overflow(block, thing, drawing);
  if (remembers(thing)) return choosing(block, thing, drawing);
  return button(block, thing, drawing);
}

function button(block, thing, drawing) {
  const press = async () => {
    if (!(await drawing.sure(thing.confirm))) return;
    if (thing.url && /^https?:/i.test(thing.url)) window.open(thing.url, "_blank", "noopener,noreferrer");
    await drawing.use(block, thing, null);
  };
  return make("button", { type: "button", class: thing.style, "aria-label": thing.accessibility_label, on: { click: press } }, text(thing.text, drawing.reader));
}

function overflow(block, thing, drawing) {
  const menu = make("details", { class: "menu" }, make("summary", { "aria-label": "More actions" }, "…"));
  const choose = async (option) => {
    menu.open = false;
    if (await drawing.sure(thing.confirm)) await drawing.use(block, thing, option.value);
  };
  const items = thing.options.map((each) => make("li", {}, make("button", { type: "button", on: { click: () => choose(each) } }, text(each.text, drawing.reader))));
  menu.append(make("ul", {}, items));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      event.preventDefault();
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  return menu;
}

/** A menu or a field outside of an input block tells the app at once. */
function choosing(block, thing, drawing) {
  const name = thing.placeholder?.text ?? block.text?.text ?? "Choose";
  const held = drawing.held(block, thing);
  const made = field(thing, {
    held, name, reader: drawing.reader,
    changed: async () => {
      if (await drawing.sure(thing.confirm)) await drawing.use(block, thing, made.read());
    },
  });
  drawing.register?.(block, thing, made);
  return made.node;
}

function input(block, drawing) {
  const label = text(block.label, drawing.reader);
  const optional = block.optional ? make("span", { class: "quiet" }, " (optional)") : null;
  const told = block.dispatch_action ? () => drawing.use(block, block.element, made.read()) : () => {};
  const made = field(block.element, { held: drawing.held(block, block.element), reader: drawing.reader, changed: told });
  const error = make("p", { class: "error", id: fresh("error") }, drawing.error?.(block) ?? "");
  const hint = make("p", { class: "quiet", id: fresh("hint") }, text(block.hint, drawing.reader));
  made.node.setAttribute("aria-describedby", `${error.id} ${hint.id}`);
  if (error.textContent) made.node.setAttribute("aria-invalid", "true");
  drawing.register?.(block, block.element, { ...made, error });
  if (made.grouped) {
    made.node.prepend(make("legend", {}, label, optional));
    return [made.node, error, hint];
  }
  return [make("label", { for: made.node.id }, label, optional), made.node, error, hint];
}

function rich(part, reader) {
  const inside = () => part.elements.map((each) => word(each, reader));
  if (part.type === "rich_text_list") {
    const tag = part.style === "ordered" ? "ol" : "ul";
    const items = part.elements.map((each) => make("li", {}, each.elements.map((piece) => word(piece, reader))));
    return make(tag, { start: part.offset ? part.offset + 1 : undefined, "data-indent": part.indent }, items);
  }
  const tags = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" };
  return make(tags[part.type] ?? "div", { class: "rich" }, inside());
}

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };
const WORDS = {
  user: (piece, reader) => mention(`@${reader.name(piece.user_id)}`),
  channel: (piece, reader) => mention(`#${reader.name(piece.channel_id)}`),
  usergroup: (piece) => mention(`@${piece.usergroup_id}`),
  broadcast: (piece) => mention(`@${piece.range}`),
  emoji: (piece) => document.createTextNode(emoji(piece.name)),
  link: (piece) => link(piece.url, piece.text || piece.url),
  date: (piece, reader) => document.createTextNode(dated(piece.timestamp, piece.format, reader)),
};

function word(piece, reader) {
  const node = (WORDS[piece.type] ?? (() => document.createTextNode(piece.text ?? "")))(piece, reader);
  return Object.entries(STYLES).reduce((inner, [style, tag]) => (piece.style?.[style] ? make(tag, {}, inner) : inner), node);
}

function table(block, drawing, headed) {
  const cell = (thing) => (thing.type === "rich_text" ? thing.elements.map((part) => rich(part, drawing.reader)) : String(thing.text ?? ""));
  const row = (cells, tag) => make("tr", {}, cells.map((each) => make(tag, {}, cell(each))));
  const caption = block.caption ? make("caption", {}, block.caption) : null;
  const rows = block.rows.map((cells, place) => row(cells, headed && place === 0 ? "th" : "td"));
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": block.caption ?? "Table" }, make("table", {}, caption, rows));
}

/** A chart in words: each line's points, or the slices. */
function chart(block) {
  const lines = block.chart.segments ? [{ name: "", data: block.chart.segments }] : block.chart.series;
  const row = (line) => make("li", {}, line.name ? `${line.name}: ` : "", line.data.map((each) => `${each.label} ${each.value}`).join(", "));
  return make("figure", {}, make("figcaption", {}, `${block.title} (${block.chart.type} chart)`), make("ul", {}, lines.map(row)));
}
