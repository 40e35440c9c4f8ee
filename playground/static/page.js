// The page: who one is, where one looks, and the loop that keeps the screen equal to what the stand-in knows.
import { about, acting, clock, everyone, move, screen, Trouble } from "./acts.js";
import { blocks } from "./blocks.js";
import { conversation } from "./conversation.js";
import { keep, make } from "./dom.js";
import { formValues } from "./forms.js";
import { asking, Modal } from "./modal.js";
import { Read } from "./read.js";
import { readerOf } from "./reader.js";
import { drawClock, drawPeople, drawPlaces } from "./side.js";

const EVERY = 1000;
const FEW = 100;
const ALL = 100_000;
const HOME = "home";
const AFTER_EVERYTHING = "~";

const at = (id) => document.getElementById(id);
const state = { about: null, people: [], person: null, place: null, shown: null, newest: FEW, due: null, seenUpTo: "", drafting: "" };
const read = new Read();
const drafts = new Map();
const replies = new Map();
const sure = asking(at("confirm"));

const usedHere = ({ block, element, value }) =>
  doing((me) => (block.type === "input" ? me.fill(block, value) : used(me, {}, block, element, value)));

const modal = new Modal(at("modal"), {
  sure,
  use: usedHere,
  submit: (given) => doing(async (me) => me.submit(await formValues(given))),
  close: () => doing((me) => me.close()),
});

function used(me, where, block, element, value) {
  const pressed = element.type === "button" || element.type === "workflow_button";
  return pressed ? me.click(where, block, element) : me.choose(where, block, element, value);
}

/** One act of the person, its trouble shown to them, and the screen brought up to date. */
async function doing(act) {
  trouble("");
  try {
    await act(acting(state.person));
  } catch (problem) {
    if (!(problem instanceof Trouble)) throw problem;
    trouble(problem.message);
  }
  await refresh();
}

function trouble(words) {
  at("trouble").textContent = words;
  at("trouble").hidden = !words;
}

/** Asks for what is new; draws only if there is something. */
async function refresh() {
  const { person, newest, shown } = state;
  const known = shown?.person.id === person && shown.newest === newest;
  let answer;
  try {
    answer = await screen(person, { newest, version: known ? shown.version : null });
  } catch (problem) {
    if (!(problem instanceof Trouble)) throw problem;
    trouble(problem.message);
    return;
  }
  if (person !== state.person || newest !== state.newest) return;
  if (answer.unchanged) {
    tick(answer.now);
    return;
  }
  for (const each of answer.conversations.flatMap((one) => one.messages)) delete each.plain;
  state.shown = { ...answer, newest };
  [state.people, { next: state.due }] = await Promise.all([everyone(), clock()]);
  draw();
}

/** Time alone has passed; words such as "tomorrow" grow old by the hour. */
function tick(now) {
  const sameHour = now.slice(0, 13) === state.shown.now.slice(0, 13);
  state.shown.now = now;
  if (sameHour) drawClock({ now, due: state.due, person: state.shown.person });
  else draw();
}

function draw() {
  const { now, conversations, person, view, view_errors: errors, view_depth: depth } = state.shown;
  const known = state.place === HOME ? state.about.home : conversations.some((each) => each.id === state.place);
  const place = known ? state.place : person.dm;
  if (state.drafting !== `${person.id} ${place}`) go(place);
  const reader = readerOf(state);
  drawPeople(state.people, person.id);
  drawClock({ now, due: state.due, person });
  at("home").hidden = place !== HOME;
  at("log").hidden = at("composer").hidden = place === HOME;
  if (place === HOME) drawHome(reader);
  else drawConversation(reader);
  drawPlaces(places(), visit);
  modal.show(view, { errors, depth, reader });
}

function places() {
  const { conversations, person } = state.shown;
  const all = conversations.map((each) => ({ id: each.id, name: titled(each), unread: read.unread(person.id, each) }));
  if (state.about.home) all.unshift({ id: HOME, name: "Home", unread: 0 });
  return all.map((each) => ({ ...each, current: each.id === state.place }));
}

function titled({ kind, name }) {
  return kind === "im" || kind === "mpim" ? name : `# ${name}`;
}

function drawHome(reader) {
  at("title").textContent = "Home";
  const { home } = state.shown;
  const drawing = {
    reader, sure,
    use: (block, element, value) => usedHere({ block, element, value }),
    held: (block, element) => home.state?.values?.[block.block_id]?.[element.action_id],
  };
  keep(at("home"), [home ?? { id: "empty" }], (each) => each.id, (each) =>
    make("div", {}, each.blocks ? blocks(each.blocks, drawing) : "The app has not put anything here yet."));
}

function drawConversation(reader) {
  const { person, conversations } = state.shown;
  const here = conversations.find((each) => each.id === state.place);
  const log = at("log");
  const box = getComputedStyle(log).overflowY === "visible" ? document.scrollingElement : log;
  const atEnd = state.arrived || box.scrollHeight - box.scrollTop - box.clientHeight < 60;
  at("title").textContent = titled(here);
  conversation(log, {
    messages: here.messages,
    earlier: here.messages.length >= state.newest,
    showEarlier,
    reader,
    seenUpTo: state.seenUpTo,
    drafts: replies,
    acts: actsIn(here),
  });
  if (!document.hidden) read.upTo(person.id, here);
  if (atEnd) box.scrollTop = box.scrollHeight;
  state.arrived = false;
}

function actsIn(here) {
  const deleting = { title: "Delete this message?", text: "The app is told of it.", confirm: "Delete", deny: "Keep it" };
  const confirm = Object.fromEntries(Object.entries(deleting).map(([part, text]) => [part, { text }]));
  return {
    sure,
    use: ({ message, block, element, value }) => doing((me) => used(me, { channel: here.id, ts: message }, block, element, value)),
    reply: (ts, words) => doing((me) => me.reply(here.id, ts, words)),
    react: (ts, name, on) => doing((me) => (on ? me.react(here.id, ts, name) : me.unreact(here.id, ts, name))),
    edit: (ts, words) => doing((me) => me.edit(here.id, ts, words)),
    remove: async (ts) => {
      if (await sure({ ...confirm, style: "danger" })) await doing((me) => me.remove(here.id, ts));
    },
  };
}

/** Another place, or the same place as another person: what was typed waits for the return. */
function go(place) {
  if (state.drafting) drafts.set(state.drafting, at("words").value);
  state.place = place;
  state.drafting = `${state.person} ${place}`;
  state.arrived = true;
  at("words").value = drafts.get(state.drafting) ?? "";
  const here = state.shown.conversations.find((each) => each.id === place);
  state.seenUpTo = here ? read.last(state.person, here) : "";
  history.replaceState(null, "", `#${state.person}/${place}`);
}

async function visit(place) {
  trouble("");
  state.newest = FEW;
  go(place);
  draw();
  at("title").focus({ preventScroll: true });
  await looksAtHome();
}

/** The app is told of every look at its Home, and may fill it then. */
async function looksAtHome() {
  if (state.place === HOME) await doing((me) => me.home());
}

async function become(person) {
  trouble("");
  state.person = person;
  state.newest = FEW;
  await refresh();
  await looksAtHome();
}

function showEarlier() {
  state.newest = ALL;
  return refresh();
}

async function send() {
  const words = at("words").value.trim();
  const { place } = state;
  if (!words) return;
  at("words").value = "";
  state.seenUpTo = AFTER_EVERYTHING;
  await doing(async (me) => {
    try {
      await (words.startsWith("/") ? me.run(place, words) : me.post(place, words));
    } catch (problem) {
      at("words").value ||= words;
      throw problem;
    }
  });
}

async function moveTo(button) {
  const buttons = [...at("moves").querySelectorAll("button")];
  const busy = (yes) => buttons.forEach((each) => { each.disabled = yes; });
  busy(true);
  at("status").textContent = "Moving the clock…";
  await doing(async () => {
    ({ next: state.due } = await move(button.dataset.to));
  });
  at("status").textContent = "";
  busy(false);
  button.focus();
}

function listen() {
  at("person").addEventListener("change", (event) => become(event.target.value));
  at("moves").addEventListener("click", (event) => event.target.dataset.to && moveTo(event.target));
  at("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  at("words").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  document.addEventListener("visibilitychange", () => state.shown && !document.hidden && draw());
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = menu.contains(event.target);
  });
}

async function start() {
  try {
    [state.about, state.people] = await Promise.all([about(), everyone()]);
  } catch (problem) {
    trouble(problem.message);
    setTimeout(() => location.reload(), 3 * EVERY);
    return;
  }
  listen();
  const [person, place] = decodeURIComponent(location.hash.slice(1)).split("/");
  state.person = state.people.some((each) => each.id === person) ? person : null;
  state.place = place ?? null;
  while (!state.person) {
    state.people = await everyone().catch(() => []);
    state.person = state.people[0]?.id ?? null;
    if (!state.person) await wait();
  }
  await become(state.person);
  for (;;) {
    await wait();
    await refresh();
  }
}

const wait = () => new Promise((wake) => setTimeout(wake, EVERY));

start();
