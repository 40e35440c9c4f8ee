// Files for a form. What was sent with it before stays there unless other files take its place.
import { button, fresh, make } from "../dom.js";

export function upload(element, { now, name, changed }) {
  const most = element.max_files ?? 10;
  let kept = (now ?? []).map((each) => each.name);
  let chosen = null;
  const control = make("input", {
    id: fresh("field"), type: "file", multiple: most > 1, "aria-label": name,
    accept: element.filetypes?.map((each) => `.${each}`).join(","),
  });
  const list = make("ul", { class: "files" });
  const drawList = () => {
    const names = chosen ? chosen.map((each) => each.name) : kept;
    list.replaceChildren(...names.map((each) => make("li", {}, each)));
    if (names.length) list.append(make("li", {}, button("Remove", () => write([]), { class: "small" })));
  };
  const write = (files) => {
    chosen = files;
    kept = files ? [] : kept;
    if (!files?.length) control.value = "";
    drawList();
    changed();
  };
  control.addEventListener("change", () => write([...control.files].slice(0, most)));
  drawList();
  return {
    node: make("div", { class: "upload" }, control, list),
    control,
    /** The files themselves; the names of those that were sent before where nothing was chosen since. */
    read: () => chosen ?? kept,
    write: (value) => {
      chosen = value?.some((each) => each instanceof File) ? value : chosen;
      drawList();
    },
  };
}
