// Charts, drawn as SVG with their numbers in a table below, for those who do not see them.
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
import { draw, make } from "../dom.js";

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 10;

export function chart(block) {
  const { chart: given, title } = block;
  const image = given.type === "pie" ? pie(given.segments) : plot(given);
  const names = given.type === "pie" ? given.segments.map((each) => each.label) : given.series.map((each) => each.name);
  const legend = make("ul", { class: "legend" }, names.map((each, place) => make("li", { class: `tint-${place}` }, each)));
  image.setAttribute("role", "img");
  image.setAttribute("aria-label", `${title}, a ${given.type} chart. Its numbers follow.`);
  return make("figure", { class: "chart" }, make("figcaption", {}, title), image, legend,
    make("details", {}, make("summary", {}, "The numbers"), numbers(given)));
}

function numbers(given) {
  const row = (name, cells) => make("tr", {}, make("th", { scope: "row" }, name), cells.map((each) => make("td", {}, String(each))));
  if (given.type === "pie") return make("table", {}, given.segments.map((each) => row(each.label, [each.value])));
  const labels = given.axis_config.categories;
  const head = make("tr", {}, make("td"), labels.map((each) => make("th", { scope: "col" }, each)));
  return make("table", {}, head, given.series.map((each) => row(each.name, labels.map((label) => valueAt(each, label) ?? ""))));
}

function valueAt(series, label) {
  return series.data.find((each) => each.label === label)?.value;
}

function pie(segments) {
  const total = segments.reduce((sum, each) => sum + each.value, 0);
  const image = draw("svg", { viewBox: "0 0 220 220", class: "pie" });
  if (segments.length === 1) {
    image.append(draw("circle", { cx: 110, cy: 110, r: 100, class: "tint-0" }));
    return image;
  }
  let from = 0;
  segments.forEach((each, place) => {
    const to = from + each.value / total;
    const [one, other] = [from, to].map((part) => [110 + 100 * Math.sin(2 * Math.PI * part), 110 - 100 * Math.cos(2 * Math.PI * part)]);
    const large = to - from > 0.5 ? 1 : 0;
    image.append(draw("path", { d: `M110 110L${one}A100 100 0 ${large} 1 ${other}Z`, class: `tint-${place}` }));
    from = to;
  });
  return image;
}

function plot(given) {
  const labels = given.axis_config.categories;
  const values = given.series.flatMap((each) => each.data.map((point) => point.value));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const steps = ticks(least, most || 1);
  const [floor, ceiling] = [steps[0], steps.at(-1)];
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - floor) / (ceiling - floor));
  const band = (WIDTH - LEFT) / labels.length;
  const middle = (place) => LEFT + band * (place + 0.5);
  const image = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT + (given.axis_config.x_label ? 16 : 0)}` });
  for (const step of steps) {
    image.append(draw("line", { x1: LEFT, x2: WIDTH, y1: y(step), y2: y(step), class: step === 0 ? "axis" : "grid" }));
    image.append(draw("text", { x: LEFT - 6, y: y(step) + 4, "text-anchor": "end" }, String(step)));
  }
  const every = Math.ceil(labels.length / 8);
  labels.forEach((label, place) => place % every || image.append(draw("text", { x: middle(place), y: HEIGHT - 8, "text-anchor": "middle" }, label)));
  if (given.axis_config.x_label) image.append(draw("text", { x: (WIDTH + LEFT) / 2, y: HEIGHT + 10, "text-anchor": "middle" }, given.axis_config.x_label));
  if (given.axis_config.y_label) {
    image.append(draw("text", { transform: `translate(10 ${(HEIGHT - BOTTOM) / 2}) rotate(-90)`, "text-anchor": "middle" }, given.axis_config.y_label));
  }
  const shape = { bar: bars, line: lines, area: areas }[given.type];
  given.series.forEach((each, place) => image.append(...shape({ series: each, place, of: given.series.length, labels, y, middle, band })));
  return image;
}

function points({ series, labels, y, middle }) {
  return labels.map((label, place) => [middle(place), valueAt(series, label)]).filter(([, value]) => value !== undefined).map(([x, value]) => [x, y(value)]);
}

function bars({ series, place, of, labels, y, middle, band }) {
  const width = (band * 0.8) / of;
  return labels.map((label, column) => [column, valueAt(series, label)]).filter(([, value]) => value !== undefined).map(([column, value]) =>
    draw("rect", {
      x: middle(column) - band * 0.4 + width * place, width: Math.max(1, width - 2),
      y: Math.min(y(value), y(0)), height: Math.abs(y(0) - y(value)), class: `tint-${place}`,
    }));
}

function lines(given) {
  const drawn = points(given);
  return [draw("polyline", { points: drawn.join(" "), class: `stroke-${given.place}` }),
    ...drawn.map(([cx, cy]) => draw("circle", { cx, cy, r: 3, class: `tint-${given.place}` }))];
}

function areas(given) {
  const drawn = points(given);
  if (!drawn.length) return [];
  const floor = given.y(0);
  const closed = [[drawn[0][0], floor], ...drawn, [drawn.at(-1)[0], floor]];
  return [draw("polygon", { points: closed.join(" "), class: `tint-${given.place} sheer` }), draw("polyline", { points: drawn.join(" "), class: `stroke-${given.place}` })];
}

/** Four or five round steps that take in both ends. */
function ticks(least, most) {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough);
  const first = Math.floor(least / step);
  return Array.from({ length: Math.ceil(most / step) - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(10)));
}
