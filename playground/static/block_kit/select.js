// Menus of options, people and conversations, for one choice or many; external ones ask the app while one types.
// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
import { Combobox } from "../combobox.js";
import { plainText } from "./text.js";

const LEAST_TYPED = 3;

export function select(element, { now, name, reader, suggest, changed }) {
  const kind = element.type.replace("multi_", "");
  const many = kind !== element.type;
  const box = new Combobox({
    name,
    placeholder: element.placeholder?.text ?? (many ? "Choose some" : "Choose one"),
    many,
    most: element.max_selected_items,
    changed,
    ...(kind === "external_select"
      ? { ask: async (typed) => grouped(await suggest(typed)), least: element.min_query_length ?? LEAST_TYPED }
      : { groups: () => offered(kind, element, reader) }),
  });
  box.choose([now ?? []].flat().map((each) => (typeof each === "string" ? byId(each, kind, element, reader) : asOption(each))));
  return {
    node: box.node,
    control: box.input,
    read: () => (many ? box.values : box.values[0] ?? null),
    /** Values that the menu has shown, as read() gave them. */
    write: (values) => box.choose([values ?? []].flat().map((each) => box.known(each)).filter(Boolean)),
  };
}

function offered(kind, element, reader) {
  if (kind === "users_select") return [{ options: reader.people.filter((each) => !each.deactivated).map(asPerson) }];
  if (kind === "channels_select") return [{ options: reader.conversations.filter((each) => each.kind === "channel").map(asPlace) }];
  if (kind === "conversations_select") return [{ options: reader.conversations.filter((each) => fits(each, element.filter)).map(asPlace) }];
  return grouped(element);
}

const KINDS = { im: "im", mpim: "mpim", group: "private", channel: "public" };

function fits(conversation, filter) {
  return !filter?.include || filter.include.includes(KINDS[conversation.kind]);
}

function grouped(given) {
  const groups = given.option_groups ?? [{ options: given.options ?? [] }];
  return groups.map((each) => ({ label: each.label && plainText(each.label), options: each.options.map(asOption) }));
}

const asOption = (each) => ({ value: each.value, words: plainText(each.text), more: each.description && plainText(each.description) });
const asPerson = (each) => ({ value: each.id, words: each.name, more: each.title || undefined });
const asPlace = (each) => ({ value: each.id, words: each.kind === "channel" || each.kind === "group" ? `#${each.name}` : each.name });

function byId(id, kind, element, reader) {
  const known = offered(kind, element, reader).flatMap((each) => each.options).find((each) => each.value === id);
  return known ?? { value: id, words: reader.name(id) || id };
}
