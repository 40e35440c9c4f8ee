// Slack's mrkdwn as nodes: https://docs.slack.dev/messaging/formatting-message-text
import { dated } from "./dates.js";
import { make } from "./dom.js";
import { emoji, isEmoji } from "./emoji.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const MARKS = { "*": "strong", _: "em", "~": "s" };
const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\3).)+?)(?<=\S)\3(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/gu;

/** Whoever reads: `reader.name(id)`, and what dates.js needs. */
export function mrkdwn(text, reader) {
  return text.split("```").flatMap((part, place) =>
    place % 2 ? [make("pre", {}, plain(part.replace(/^\n/, "")))] : lines(part, reader),
  );
}

/** The same as words, in one line, as a notification says it. */
export function inWords(text, reader) {
  const box = make("div", {}, mrkdwn(text, reader));
  for (const each of box.querySelectorAll("br")) each.replaceWith(" ");
  for (const each of box.querySelectorAll("blockquote, pre")) each.before(" ");
  return box.textContent.replace(/\s+/g, " ").trim();
}

function lines(text, reader) {
  const nodes = [];
  let quote = null;
  let rest = false;
  text.replace(/^\n|\n$/g, (end) => (text.length > 1 ? "" : end)).split("\n").forEach((line, place) => {
    const marked = rest ? [""] : /^(?:(?:&gt;|>){3}|&gt;|>)\s?/.exec(line);
    rest ||= /^(&gt;|>){3}/.test(line);
    if (!marked) {
      if (place && !quote) nodes.push(make("br"));
      quote = null;
      nodes.push(...inline(line, reader));
    } else if (quote) {
      quote.append(make("br"), ...inline(line.slice(marked[0].length), reader));
    } else {
      quote = make("blockquote", {}, inline(line.slice(marked[0].length), reader));
      nodes.push(quote);
    }
  });
  return nodes;
}

function inline(text, reader) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, special, mark, marked, name] = found;
    nodes.push(plain(text.slice(end, found.index)));
    if (code !== undefined) nodes.push(make("code", {}, plain(code)));
    else if (special !== undefined) nodes.push(...angled(special, reader));
    else if (mark !== undefined) nodes.push(make(MARKS[mark], {}, inline(marked, reader)));
    else nodes.push(isEmoji(name) ? emoji(name) : whole);
    end = found.index + whole.length;
  }
  return [...nodes, plain(text.slice(end))];
}

function plain(text) {
  return document.createTextNode(text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]));
}

function angled(inside, reader) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  if (target.startsWith("!date^")) {
    const [, unix, form, address] = target.split("^");
    const words = dated(Number(unix), form, reader) || label;
    return [address ? link(address, words) : make("time", {}, words)];
  }
  if (target.startsWith("!")) return [mention(`@${label || target.slice(1).split("^")[0]}`)];
  if (target.startsWith("@")) return [mention(`@${reader.name(target.slice(1)) || label || target.slice(1)}`, reader.me === target.slice(1))];
  if (target.startsWith("#")) return [mention(`#${reader.name(target.slice(1)) || label || target.slice(1)}`)];
  const known = /^(https?:|mailto:|tel:)/i.test(target);
  return [known ? link(target, label || target.replace(/^mailto:/, "")) : plain(`<${inside}>`)];
}

export function mention(words, isMe = false) {
  return make("span", { class: isMe ? "mention me" : "mention" }, plain(words));
}

/** A link only where the address is one of the web or of mail; anything else stays words. */
export function link(address, words) {
  const text = plain(words);
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return make("span", {}, text);
  return make("a", { href: address.replace(/&amp;/g, "&"), target: "_blank", rel: "noopener noreferrer" }, text);
}
