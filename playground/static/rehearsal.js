// Rehearsal: other numbers for the same people, and at once what they would have made of it. Nothing here is sent.
import { Trouble } from "./acts.js";
import { draw, fresh, make } from "./dom.js";

const SOON = 150;
const RHYTHMS = { own: "each pair's own", weekly: "weekly", fortnightly: "fortnightly", monthly: "monthly", quarterly: "quarterly", half_yearly: "half-yearly" };

export const panel = {
  id: "rehearsal",
  title: "Rehearsal",
  async open(box, playground) {
    box.append(make("p", { class: "quiet" }, "Change a number and see what the same people would have heard. Nothing is sent, and nothing here changes."));
    try {
      new Rehearsal(box, playground, await playground.ask("/playground/rehearsal"));
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      box.append(make("p", { class: "error", role: "alert" }, problem.message));
    }
  },
};

class Rehearsal {
  #playground;
  #fields = new Map();
  #scripts = new Map();
  #rhythm;
  #weeks;
  #seed;
  #result = make("section", { class: "rehearsed", "aria-label": "What would have been said", "aria-live": "polite" });
  #problem = make("p", { class: "error", role: "alert" });
  #waiting = 0;
  #asked = 0;

  constructor(box, playground, choices) {
    this.#playground = playground;
    const form = make("form", { class: "policy", on: { input: () => this.#soon(), submit: (event) => event.preventDefault() } },
      this.#choice("Rhythm", choices.rhythms.map((each) => [each, RHYTHMS[each] ?? each]), (field) => { this.#rhythm = field; }),
      choices.fields.map((each) => this.#number(each, (field) => this.#fields.set(each.name, field))),
      this.#number({ label: "Weeks to live through", unit: "", value: choices.weeks, least: 1, most: choices.most_weeks, step: 1 }, (field) => { this.#weeks = field; }),
      this.#number({ label: "Dice", unit: "the same number, the same luck", value: choices.seed, least: 0, most: 999_999, step: 1 }, (field) => { this.#seed = field; }),
      make("details", {}, make("summary", {}, "How people behave"), choices.people.map((each) => this.#person(each, choices.scripts))));
    box.append(this.#problem, this.#result, form);
    this.#now();
  }

  #number({ label, unit, value, least, most, step }, keep) {
    const id = fresh("number");
    const field = make("input", { id, type: "number", inputmode: "decimal", min: least, max: most, step, required: true, value });
    keep(field);
    return make("p", {}, make("label", { for: id }, label, unit ? make("span", { class: "quiet" }, ` (${unit})`) : null), field);
  }

  #choice(label, options, keep, value) {
    const id = fresh("choice");
    const field = make("select", { id }, options.map(([name, words]) => make("option", { value: name, selected: name === value }, words)));
    keep(field);
    return make("p", {}, make("label", { for: id }, label), field);
  }

  #person({ id, name, script }, scripts) {
    return this.#choice(name, scripts.map((each) => [each.name, each.label]), (field) => this.#scripts.set(id, field), script);
  }

  #soon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#now(), SOON);
  }

  async #now() {
    const policy = Object.fromEntries([...this.#fields].map(([name, field]) => [name, field.value]));
    const scripts = Object.fromEntries([...this.#scripts].map(([id, field]) => [id, field.value]));
    const question = ++this.#asked;
    try {
      const answer = await this.#playground.ask("/playground/rehearsal", { policy, scripts, rhythm: this.#rhythm.value, weeks: this.#weeks.value, seed: this.#seed.value || 0 });
      if (question !== this.#asked) return;
      this.#problem.textContent = "";
      this.#result.replaceChildren(...told(answer));
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      if (question === this.#asked) this.#problem.textContent = problem.message;
    }
  }
}

function told({ tried, usual }) {
  const row = (name, one, other) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, String(one)), make("td", { class: "quiet" }, String(other)));
  const share = ({ answered, asked }) => (asked ? `${Math.round((100 * answered) / asked)} %` : "–");
  const rules = [...new Set([...tried.rules, ...usual.rules].map(({ rule }) => rule))];
  const count = (lived, rule) => lived.rules.find((each) => each.rule === rule)?.count ?? 0;
  return [
    make("p", { class: "sum" }, make("strong", {}, String(tried.messages)), " messages and ", make("strong", {}, String(tried.cases)), ` ${tried.cases === 1 ? "case" : "cases"}`,
      make("span", { class: "quiet" }, ` (as it is now: ${usual.messages} and ${usual.cases})`)),
    weeks(tried.weeks, usual.weeks),
    make("table", {},
      make("caption", { class: "heard" }, "What would have been said"),
      make("tr", {}, make("td"), make("th", { scope: "col" }, "these numbers"), make("th", { scope: "col" }, "as it is now")),
      row("a person and week", tried.a_person_a_week, usual.a_person_a_week),
      tried.kinds.map(({ label, count: number }, place) => row(label, number, usual.kinds[place].count)),
      rules.map((rule) => row(`… ${rule}`, count(tried, rule), count(usual, rule))),
      row("questions answered", share(tried), share(usual))),
  ];
}

/** Messages a week as bars; the outline is how it is now. */
function weeks(tried, usual) {
  const most = Math.max(1, ...tried, ...usual);
  const wide = 300 / tried.length;
  const bar = (value, place, name) => draw("rect", { class: name, x: place * wide + 0.5, width: Math.max(wide - 1, 0.5), y: 60 - (58 * value) / most, height: (58 * value) / most });
  return draw("svg", { viewBox: "0 0 300 60", role: "img", "aria-label": `Messages in each of ${tried.length} weeks, at most ${most}`, preserveAspectRatio: "none" },
    usual.map((value, place) => bar(value, place, "usual")), tried.map((value, place) => bar(value, place, "tried")));
}
