// The markdown block, a small part of it: headings, lists, quotes, code, emphasis, links. The rest stays as written.
// https://docs.slack.dev/reference/block-kit/blocks/markdown-block
import { make } from "./dom.js";
import { link } from "./mrkdwn.js";

const INLINE = /`([^`\n]+)`|\*\*(.+?)\*\*|(?<!\w)[*_](?=\S)(.+?)(?<=\S)[*_](?!\w)|~~(.+?)~~|\[([^\]\n]+)\]\(([^()\s]+)\)/g;

export function markdown(text) {
  return text.split(/^```.*$/m).flatMap((part, place) =>
    place % 2 ? [make("pre", {}, part.replace(/^\n|\n$/g, ""))] : paragraphs(part));
}

function paragraphs(text) {
  return text.split(/\n{2,}/).filter((each) => each.trim()).flatMap((each) => grouped(each.trim().split("\n")).map(drawn));
}

const KINDS = [
  ["heading", /^(#{1,6})\s+/], ["ol", /^\s*\d+[.)]\s+/], ["ul", /^\s*[-*+]\s+/], ["quote", /^>\s?/], ["rule", /^\s*(?:---|\*\*\*)\s*$/],
];

/** Lines of one kind that follow each other are one thing; each heading is its own. */
function grouped(lines) {
  const groups = [];
  for (const line of lines) {
    const [kind, mark] = KINDS.find(([, form]) => form.test(line)) ?? ["words", /^/];
    const words = line.replace(mark, "");
    if (kind !== "heading" && groups.at(-1)?.kind === kind) groups.at(-1).lines.push(words);
    else groups.push({ kind, lines: [words] });
  }
  return groups;
}

function drawn({ kind, lines }) {
  if (kind === "heading") return make("h3", {}, inline(lines[0]));
  if (kind === "rule") return make("hr");
  if (kind === "ol" || kind === "ul") return make(kind, {}, lines.map((each) => make("li", {}, inline(each))));
  const broken = lines.flatMap((each, place) => [place ? make("br") : null, ...inline(each)]);
  return make(kind === "quote" ? "blockquote" : "p", {}, broken);
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, bold, italic, struck, words, address] = found;
    nodes.push(text.slice(end, found.index));
    if (code !== undefined) nodes.push(make("code", {}, code));
    else if (bold !== undefined) nodes.push(make("strong", {}, inline(bold)));
    else if (italic !== undefined) nodes.push(make("em", {}, inline(italic)));
    else if (struck !== undefined) nodes.push(make("s", {}, inline(struck)));
    else nodes.push(link(address, words));
    end = found.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}
