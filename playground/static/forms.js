// What is handed in with a form: each input's value under its block's id.

const PEOPLE_AND_PLACES = ["users_select", "conversations_select", "channels_select"];

/** Inputs that told the app at once are not handed in again; a menu of people that was left alone says nothing. */
export async function formValues(given) {
  const values = {};
  for (const { block, element, value } of given) {
    const alone = value === null && PEOPLE_AND_PLACES.includes(element.type);
    if (block.type !== "input" || block.dispatch_action || alone) continue;
    values[block.block_id] = element.type === "file_input" ? await contents(value) : value;
  }
  return values;
}

async function contents(files) {
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.name, await file.text()])));
}
