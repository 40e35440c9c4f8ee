// Block Kit as nodes: https://docs.slack.dev/reference/block-kit/blocks
import { make } from "../dom.js";
import { markdown } from "../markdown.js";
import { chart } from "./chart.js";
import { element } from "./elements.js";
import { input } from "./input.js";
import { figure, picture, remoteFile, video } from "./pictures.js";
import { richText } from "./rich_text.js";
import { dataTable, table } from "./tables.js";
import { text } from "./text.js";

/** `surface` is what they are drawn on. */
export function blocks(list, surface) {
  return list.map((each) => make("div", { class: `block ${each.type}` }, (BLOCKS[each.type] ?? unknown)(each, surface)));
}

const BLOCKS = {
  section: (block, surface) => [
    make("div", { class: "said" },
      block.text ? make("div", { class: "words" }, text(block.text, surface.reader)) : null,
      block.fields ? make("div", { class: "fields" }, block.fields.map((each) => make("div", {}, text(each, surface.reader)))) : null),
    block.accessory ? make("div", { class: "accessory" }, element(block, block.accessory, surface)) : null,
  ],
  header: (block, surface) => make("h2", {}, text(block.text, surface.reader)),
  divider: () => make("hr"),
  context: (block, surface) => block.elements.map((each) =>
    (each.type === "image" ? picture(each, surface) : make("span", {}, text(each, surface.reader)))),
  actions: (block, surface) => block.elements.map((each) => element(block, each, surface)),
  context_actions: (block, surface) => block.elements.map((each) => element(block, each, surface)),
  input,
  image: figure,
  markdown: (block) => make("div", { class: "words markdown" }, markdown(block.text)),
  rich_text: (block, surface) => richText(block, surface.reader),
  table,
  data_table: dataTable,
  data_visualization: chart,
  file: remoteFile,
  video,
};

function unknown(block) {
  return make("p", { class: "quiet" }, `A block of type ${block.type}, which this page does not draw.`);
}
