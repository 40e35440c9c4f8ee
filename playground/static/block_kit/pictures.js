// Images, files and videos. Nothing is fetched from elsewhere, since this page asks nothing of the network: the words
// that describe such a picture stand for it.
import { make } from "../dom.js";
import { link } from "../mrkdwn.js";
import { plainText, text } from "./text.js";

export function picture(thing, surface) {
  const address = addressOf(thing, surface);
  if (address) return make("img", { src: address, alt: thing.alt_text, loading: "lazy" });
  return make("span", { class: "picture", role: "img", "aria-label": thing.alt_text }, thing.alt_text);
}

export function figure(block, surface) {
  const shown = picture(block, surface);
  if (!block.title) return make("figure", {}, shown);
  return make("figure", {}, make("figcaption", {}, text(block.title, surface.reader)), shown);
}

/** A file that was uploaded here, or the stand-in's own address. */
function addressOf(thing, surface) {
  if (thing.slack_file?.id) return surface.file(thing.slack_file.id);
  const address = thing.slack_file?.url ?? thing.image_url ?? "";
  const ours = new RegExp(`^${location.origin}/files-pri/[^/-]+-([A-Z0-9]+)/`).exec(address);
  if (ours) return surface.file(ours[1]);
  return address.startsWith(`${location.origin}/`) ? address : null;
}

export function remoteFile(block) {
  return make("p", {}, `File kept elsewhere: ${block.external_id}`);
}

export function video(block, surface) {
  const from = [block.provider_name, block.author_name].filter(Boolean).join(", ");
  return [
    make("p", {}, make("strong", {}, block.title_url ? link(block.title_url, plainText(block.title)) : plainText(block.title)),
      from ? make("span", { class: "quiet" }, ` ${from}`) : null),
    block.description ? make("p", {}, text(block.description, surface.reader)) : null,
    make("p", { class: "quiet" }, `Video: ${block.alt_text}`),
  ];
}
