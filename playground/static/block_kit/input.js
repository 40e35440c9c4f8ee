// The input block: a label, a field, a hint, and what is wrong. https://docs.slack.dev/reference/block-kit/blocks/input-block
import { fresh, make } from "../dom.js";
import { field, remembers } from "./fields.js";
import { text } from "./text.js";

const AT_ENTER = ["on_enter_pressed"];

export function input(block, surface) {
  const { element } = block;
  if (!remembers(element)) return make("p", { class: "quiet" }, `A field of type ${element.type}, which this page does not draw.`);
  const label = [text(block.label, surface.reader), block.optional ? make("span", { class: "quiet" }, " (optional)") : null].flat();
  const tell = async () => {
    made.dirty = false;
    await surface.use(block, element, made.read(), null);
  };
  const made = field(element, {
    held: surface.held(block, element),
    reader: surface.reader,
    suggest: (typed) => surface.suggest(block, element, typed),
    changed: block.dispatch_action ? tell : () => {},
    tellsAt: block.dispatch_action ? element.dispatch_action_config?.trigger_actions_on ?? AT_ENTER : [],
  });
  const error = make("p", { class: "error", id: fresh("error") });
  const hint = make("p", { class: "quiet", id: fresh("hint") }, text(block.hint, surface.reader));
  const described = made.control ?? made.node;
  described.setAttribute("aria-describedby", `${error.id} ${hint.id}`);
  made.complain = (words) => {
    error.textContent = words;
    described.toggleAttribute("data-wrong", Boolean(words));
    if (!made.grouped) described.setAttribute("aria-invalid", String(Boolean(words)));
  };
  made.complain(surface.error(block));
  surface.register(block, element, made);
  if (made.grouped) {
    made.node.prepend(make("legend", {}, label));
    return [made.node, error, hint];
  }
  return [make("label", { for: described.id, id: `${described.id}-label` }, label), made.node, error, hint];
}
