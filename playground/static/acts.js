// What a person does, as requests to the stand-in: see playground/acts.py.

export class Trouble extends Error {}

export const NO_ANSWER = "We had some trouble connecting. Try again?";

export async function ask(path, body) {
  const given = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, given);
  } catch {
    throw new Trouble("The playground does not answer. Is it still running?");
  }
  const said = await answer.json().catch(() => ({ error: answer.statusText }));
  if (answer.status === 404) throw new Trouble("That is no longer there: it changed while you looked.");
  if (!answer.ok) throw new Trouble(inWords(said.trouble ?? said.error ?? "unknown"));
  return said;
}

/** A bare code is that of an app which kept silent. */
function inWords(said) {
  return /^\w+$/.test(said) ? `${NO_ANSWER} (The app did not answer: ${said}.)` : said;
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
/** A working morning is that of the person who is played. */
export const move = (to, person) => inTurn(() => ask("/playground/clock", { to, person }));

/** Everything one person can do; `where` names a message by its channel and ts, or a view. */
export function acting(person) {
  const now = (name, body) => ask(`/playground/people/${person}/${name}`, body);
  const act = (name, body) => inTurn(() => now(name, body));
  return {
    post: async (channel, text, { thread, files }) => act("post", { channel, text, thread, files: await contents(files) }),
    run: (channel, command) => act("run", { channel, command }),
    edit: (channel, ts, text) => act("edit", { channel, ts, text }),
    remove: (channel, ts) => act("delete", { channel, ts }),
    react: (channel, ts, name) => act("react", { channel, ts, name }),
    unreact: (channel, ts, name) => act("unreact", { channel, ts, name }),
    home: () => act("home", {}),
    close: (all) => act("close", { all }),
    click: (where, block, element) => act("click", { ...where, ...spot(block, element) }),
    choose: (where, block, element, option) => act("choose", { ...where, ...spot(block, element), option }),
    type: (where, block, element, value) => act("type", { ...where, ...spot(block, element), value }),
    fill: (block, value) => act("fill", { values: { [block.block_id]: value } }),
    submit: async (typed) => act("submit", { typed: await handedIn(typed) }),
    // These two wait for nobody: looking is not an act.
    suggest: (where, block, element, value) => now("suggest", { ...where, ...spot(block, element), value }),
    read: (channel, ts) => now("read", { channel, ts }),
  };
}

async function handedIn(typed) {
  const given = typed.map(async ({ block, element, value }) => [block.block_id, element.type === "file_input" ? await contents(value) : value]);
  return Object.fromEntries(await Promise.all(given));
}

/** JSON carries bytes as base64. */
async function contents(files) {
  return Object.fromEntries(await Promise.all((files ?? []).map(async (file) => [file.name, await base64(file)])));
}

function base64(file) {
  return new Promise((settle, fail) => {
    const reader = new FileReader();
    reader.onload = () => settle(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(new Trouble(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
