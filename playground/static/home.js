// The app's Home tab.
import { blocks } from "./block_kit/blocks.js";
import { Surface } from "./block_kit/surface.js";
import { make } from "./dom.js";
import { keep } from "./keep.js";

export function drawHome(box, home, { acts, reader, names }) {
  const item = home ? { key: home.id, stamp: [home.hash, reader.today, names].join(" ") } : { key: "empty", stamp: "" };
  keep(box, [item], () => {
    if (!home) return make("p", { class: "empty" }, "The app has not put anything here yet.");
    const surface = new Surface({ reader, values: home.state?.values, ...acts.surface({ view: home.id }) });
    return Object.assign(make("div", { class: "home" }, blocks(home.blocks, surface)), { surface });
  });
}
