// What a person does, as requests to the stand-in: see playground/acts_http.py.

export class Trouble extends Error {}

async function ask(path, body) {
  const given = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, given);
  } catch {
    throw new Trouble("The playground does not answer. Is it still running?");
  }
  const said = await answer.json().catch(() => ({ error: answer.statusText }));
  if (!answer.ok) throw new Trouble(inWords(said.trouble ?? said.error ?? "unknown"));
  return said;
}

/** A bare code, such as that of an app which kept silent, becomes a sentence. */
function inWords(said) {
  return /^\w+$/.test(said) ? `The app did not answer as it should (${said}).` : said;
}

let queue = Promise.resolve();

/** One act after the other, as a person does them: a field that tells the app at once comes before the form it is in. */
function inTurn(act) {
  const turn = queue.then(act);
  queue = turn.catch(() => {});
  return turn;
}

const spot = (block, element) => ({ block_id: block.block_id, action_id: element.action_id });

export const about = () => ask("/page/about.json");
export const everyone = async () => (await ask("/playground/people")).people;
export const clock = () => ask("/playground/clock");
export const move = (to) => inTurn(() => ask("/playground/clock", { to }));

export function screen(person, { newest, version }) {
  const query = new URLSearchParams({ newest, ...(version === null ? {} : { version }) });
  return ask(`/playground/people/${person}?${query}`);
}

/** Everything one person can do; a message is named by its channel and ts. */
export function acting(person) {
  const act = (name, body) => inTurn(() => ask(`/playground/people/${person}/${name}`, body));
  return {
    post: (channel, text) => act("post", { channel, text }),
    reply: (channel, thread, text) => act("post", { channel, thread, text }),
    run: (channel, command) => act("run", { channel, command }),
    edit: (channel, ts, text) => act("edit", { channel, ts, text }),
    remove: (channel, ts) => act("delete", { channel, ts }),
    react: (channel, ts, name) => act("react", { channel, ts, name }),
    unreact: (channel, ts, name) => act("unreact", { channel, ts, name }),
    read: (channel, ts) => act("read", { channel, ts }),
    suggest: (where, block, element, value) => act("suggest", { ...where, ...spot(block, element), value }),
    home: () => act("home", {}),
    close: () => act("close", {}),
    click: (where, block, element) => act("click", { ...where, ...spot(block, element) }),
    choose: (where, block, element, option) => act("choose", { ...where, ...spot(block, element), option }),
    fill: (block, value) => act("fill", { values: { [block.block_id]: value } }),
    submit: (values) => act("submit", { values }),
  };
}
