// Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
import { dated } from "../dates.js";
import { make } from "../dom.js";
import { emoji } from "../emoji.js";
import { link, mention } from "../mrkdwn.js";

export function richText(block, reader) {
  return block.elements.map((part) => body(part, reader));
}

function body(part, reader) {
  if (part.type === "rich_text_list") {
    const items = part.elements.map((each) => make("li", {}, words(each, reader)));
    const attributes = { start: part.offset ? part.offset + 1 : undefined, "data-indent": part.indent || undefined };
    return make(part.style === "ordered" ? "ol" : "ul", attributes, items);
  }
  const tags = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" };
  return make(tags[part.type] ?? "div", { class: "rich" }, words(part, reader));
}

function words(part, reader) {
  return part.elements.map((each) => styled(each, reader));
}

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u", highlight: "mark", client_highlight: "mark" };

const PIECES = {
  user: (piece, reader) => mention(`@${reader.name(piece.user_id) || piece.user_id}`, piece.user_id === reader.me),
  channel: (piece, reader) => mention(`#${reader.name(piece.channel_id) || piece.channel_id}`),
  usergroup: (piece) => mention(`@${piece.usergroup_id}`),
  team: (piece) => mention(`@${piece.team_id}`),
  broadcast: (piece) => mention(`@${piece.range}`),
  emoji: (piece) => document.createTextNode(emoji(piece.name)),
  link: (piece) => link(piece.url, piece.text || piece.url),
  date: (piece, reader) => (piece.url ? link(piece.url, date(piece, reader)) : make("time", {}, date(piece, reader))),
  color: (piece) => make("span", {}, piece.value),
};

const date = (piece, reader) => dated(piece.timestamp, piece.format, reader) || piece.fallback || "";

function styled(piece, reader) {
  const node = (PIECES[piece.type] ?? (() => document.createTextNode(piece.text ?? "")))(piece, reader);
  return Object.entries(STYLES).reduce((inner, [style, tag]) => (piece.style?.[style] ? make(tag, {}, inner) : inner), node);
}
