// The clock of the workspace: what it says where the person is, what is next, and the buttons that move it.
import { move } from "./acts.js";
import { fully, shortly, zoneName } from "./dates.js";
import { at } from "./dom.js";

export function drawClock({ now, due, reader }) {
  at("now").dateTime = now;
  at("now").textContent = `${fully(new Date(now), reader)}, ${zoneName(reader.tz)}`;
  at("due").textContent = due ? `Next event: ${shortly(new Date(due), reader)}` : "Nothing is due";
}

/** Any button with data-to moves the clock there, wherever in the page it stands. */
export function listenToMoves(doing, person) {
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("button[data-to]");
    if (pressed) moveTo(pressed, doing, person());
  });
}

async function moveTo(pressed, doing, person) {
  const buttons = [...document.querySelectorAll("button[data-to]")];
  const busy = (yes) => buttons.forEach((each) => each.setAttribute("aria-disabled", String(yes)));
  if (pressed.getAttribute("aria-disabled") === "true") return;
  busy(true);
  at("status").textContent = "Moving the clock…";
  await doing(() => move(pressed.dataset.to, person));
  at("status").textContent = "";
  busy(false);
}
