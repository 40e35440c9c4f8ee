// Text objects: https://docs.slack.dev/reference/block-kit/composition-objects/text-object
import { shortcodes } from "../emoji.js";
import { mrkdwn } from "../mrkdwn.js";

export function text(thing, reader) {
  if (!thing) return [];
  return thing.type === "mrkdwn" ? mrkdwn(thing.text, reader) : [plainText(thing)];
}

export function plainText(thing) {
  return thing.emoji === false ? thing.text : shortcodes(thing.text);
}
