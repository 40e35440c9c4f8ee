// Days, times and moments. A moment is typed as the wall clock of whoever reads, and sent as seconds.
import { fresh, make } from "../dom.js";

const TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export function picker(element, { now, name, reader, changed }) {
  const isMoment = element.type === "datetimepicker";
  const shown = (value) => (isMoment && value ? wall(value, reader.tz) : value ?? "");
  const control = make("input", {
    id: fresh("field"), type: TYPES[element.type], "aria-label": name, title: element.placeholder?.text, value: shown(now), on: { change: changed },
  });
  const zone = element.timezone ? make("span", { class: "quiet" }, element.timezone) : null;
  return {
    node: zone ? make("div", { class: "row" }, control, zone) : control,
    control,
    read: () => (control.value ? (isMoment ? unix(control.value, reader.tz) : control.value) : null),
    write: (value) => {
      control.value = shown(value);
    },
  };
}

/** What a wall clock in this zone shows, in the form of a datetime-local field. */
function wall(seconds, tz) {
  return new Date(seconds * 1000).toLocaleString("sv", { timeZone: tz }).slice(0, 16).replace(" ", "T");
}

function unix(local, tz) {
  const guess = Date.parse(`${local}:00Z`) / 1000;
  const shown = Date.parse(`${wall(guess, tz)}:00Z`) / 1000;
  return guess - (shown - guess);
}
