// The files of a message: pictures are shown, others can be saved.
import { make } from "./dom.js";

const SIZES = ["bytes", "kB", "MB"];

/** `address(id)` is where a file of this person's is. */
export function attachments(files, address) {
  if (!files.length) return null;
  return make("ul", { class: "attachments" }, files.map((each) => make("li", {}, attachment(each, address(each.id)))));
}

function attachment(file, address) {
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype);
  if (picture) return make("figure", {}, make("figcaption", {}, file.title), make("img", { src: address, alt: file.name === file.title ? "" : file.name, loading: "lazy" }));
  return make("a", { class: "file", href: address, download: file.name },
    make("span", { "aria-hidden": "true", class: "sign" }, "📄"), make("span", {}, make("strong", {}, file.title), make("small", {}, size(file.size))));
}

function size(bytes) {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return `${Math.round(bytes / 1000 ** power)} ${SIZES[power]}`;
}
