// Tables, plain ones and those that sort and turn pages:
// https://docs.slack.dev/reference/block-kit/blocks/table-block and …/data-table-block
import { button, make } from "../dom.js";
import { richText } from "./rich_text.js";

export function table(block, surface) {
  const setting = (column) => block.column_settings?.[column] ?? {};
  const cells = (row) => row.map((each, column) =>
    make("td", { class: [setting(column).align, setting(column).is_wrapped ? "wrapped" : ""].filter(Boolean).join(" ") || undefined },
      cell(each, surface.reader)));
  return framed("Table", make("table", {}, make("tbody", {}, block.rows.map((row) => make("tr", {}, cells(row))))));
}

export function dataTable(block, surface) {
  const [head, ...rows] = block.rows;
  const shown = { rows, page: 0, by: null, down: false };
  const size = block.page_size ?? rows.length;
  const pages = Math.ceil(rows.length / size);
  const body = make("tbody");
  const titles = head.map((each, column) => make("th", { scope: "col", "aria-sort": "none" },
    button([String(each.text ?? ""), make("span", { class: "order", "aria-hidden": "true" })], () => sort(column), { class: "bare" })));
  const status = make("span", { role: "status" });
  const turn = (step) => {
    shown.page += step;
    draw();
  };
  const before = button("‹", () => turn(-1), { "aria-label": "Earlier rows" });
  const after = button("›", () => turn(1), { "aria-label": "Later rows" });

  function sort(column) {
    shown.down = shown.by === column && !shown.down;
    shown.by = column;
    shown.page = 0;
    const direction = shown.down ? -1 : 1;
    shown.rows = [...rows].sort((one, other) => direction * compared(one[column], other[column]));
    titles.forEach((each, place) => each.setAttribute("aria-sort", place === column ? (shown.down ? "descending" : "ascending") : "none"));
    draw();
  }

  function draw() {
    const first = shown.page * size;
    const page = shown.rows.slice(first, first + size);
    const heading = block.row_header_column_index;
    body.replaceChildren(...page.map((row) => make("tr", {}, row.map((each, column) =>
      make(column === heading ? "th" : "td", { scope: column === heading ? "row" : undefined, class: each.type === "raw_number" ? "right" : undefined },
        cell(each, surface.reader))))));
    status.textContent = `${first + 1}–${first + page.length} of ${rows.length}`;
    before.disabled = shown.page === 0;
    after.disabled = shown.page >= pages - 1;
  }

  draw();
  const drawn = make("table", {}, make("caption", {}, block.caption), make("thead", {}, make("tr", {}, titles)), body);
  const pager = pages > 1 ? make("div", { class: "pager", role: "group", "aria-label": "Pages of this table" }, before, status, after) : null;
  return [framed(block.caption, drawn), pager];
}

function framed(name, drawn) {
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": name }, drawn);
}

function cell(thing, reader) {
  return thing.type === "rich_text" ? richText(thing, reader) : String(thing.text ?? thing.value ?? "");
}

function compared(one, other) {
  if (one.type === "raw_number" && other.type === "raw_number") return one.value - other.value;
  return wordsOf(one).localeCompare(wordsOf(other), undefined, { numeric: true });
}

function wordsOf(thing) {
  if (thing.type !== "rich_text") return String(thing.text ?? "");
  return thing.elements.flatMap((part) => part.elements).map((each) => each.text ?? "").join("");
}
