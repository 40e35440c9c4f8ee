// The timeline: what the app said, to whom and why, newest first. Pressing an entry shows it to the one who read it.
import { dayInWords, dayOf, timeOf } from "./dates.js";
import { button, make } from "./dom.js";
import { keep } from "./keep.js";

const SHOWN = 200;

let list;
let foot;
let asked = 0;
let version = null;

export const panel = {
  id: "timeline",
  title: "Timeline",
  open(box) {
    list = make("ol", { class: "timeline", "aria-label": "What was said, newest first" });
    foot = make("p", { class: "quiet" });
    box.append(make("p", { class: "quiet" }, "All that the app said, whoever you are just now, and why."), list, foot);
  },
  async changed(playground) {
    if (version === playground.told.version) return;
    version = playground.told.version;
    const question = ++asked;
    const { said, total } = await playground.ask(`/playground/timeline?newest=${SHOWN}`);
    if (question === asked) drawn(said, total, playground);
  },
};

function drawn(said, total, playground) {
  const reader = playground.reader();
  const newest = [...said].reverse();
  const items = newest.flatMap((each, place) => {
    const when = new Date(each.at * 1000);
    const entry = { key: `${each.channel} ${each.ts}`, stamp: `${reader.tz} ${each.why}`, each, when };
    const before = newest[place - 1];
    const sameDay = before && dayOf(new Date(before.at * 1000), reader) === dayOf(when, reader);
    return sameDay ? [entry] : [{ key: `day ${dayOf(when, reader)}`, stamp: reader.today, when }, entry];
  });
  keep(list, items, ({ each, when }) => (each ? line(each, when, playground) : make("li", { class: "date" }, dayInWords(when, reader))));
  foot.textContent = total === 0 ? "Nothing has been said yet. Move the clock on." : total > said.length ? `${said.length} of ${total}; older ones are left out here.` : "";
}

function line(each, when, playground) {
  const names = each.to.map(({ name }) => name).join(", ");
  const show = () => playground.show(each.to[0].id, each.channel);
  return make("li", {},
    make("p", { class: "who" }, make("time", { datetime: when.toISOString() }, timeOf(when, playground.reader())), " ",
      button(names, show, { class: "link", title: `Read it as ${each.to[0].name}` })),
    make("p", {}, each.words),
    make("p", { class: "quiet" }, `Why: ${each.why}.`));
}
