// Dates as Slack writes them for each reader: https://docs.slack.dev/messaging/formatting-message-text#date-formatting

const DAY = 86_400_000;
const formats = new Map();

/** Making a format is slow, and there are few of them. */
export function format(reader, options) {
  const name = `${reader.locale} ${reader.tz} ${JSON.stringify(options)}`;
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }));
  return formats.get(name);
}

const SHORT_TIME = { hour: "2-digit", minute: "2-digit" };

export const momentOf = (ts) => new Date(Number(ts) * 1000);
export const timeOf = (when, reader) => format(reader, SHORT_TIME).format(when);
export const dayOf = (when, reader) => format({ ...reader, locale: "en-CA" }, {}).format(when);
export const zoneName = (tz) => tz.split("/").at(-1).replaceAll("_", " ");

/** "Today", "Yesterday", or the day by its name. */
export function dayInWords(when, reader) {
  const near = nearly(when, reader);
  return near ? near[0].toUpperCase() + near.slice(1) : format(reader, { weekday: "long", day: "numeric", month: "long" }).format(when);
}

export function fully(when, reader) {
  return format(reader, { weekday: "short", day: "numeric", month: "short", year: "numeric", ...SHORT_TIME }).format(when);
}

export function shortly(when, reader) {
  return format(reader, { weekday: "short", day: "numeric", month: "short", ...SHORT_TIME }).format(when);
}

function nearly(when, reader) {
  const days = Math.round((Date.parse(dayOf(when, reader)) - Date.parse(reader.today)) / DAY);
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days];
}

export function dated(unix, form, reader) {
  const when = new Date(unix * 1000);
  const show = (options) => format(reader, options).format(when);
  const shown = {
    date_num: () => dayOf(when, reader),
    date_slash: () => show({ day: "2-digit", month: "2-digit", year: "numeric" }),
    date: () => show({ day: "numeric", month: "long", year: "numeric" }),
    date_short: () => show({ day: "numeric", month: "short", year: "numeric" }),
    date_long: () => show({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    day_divider_pretty: () => nearly(when, reader) ?? show({ weekday: "long", day: "numeric", month: "long" }),
    time: () => show(SHORT_TIME),
    time_secs: () => show({ ...SHORT_TIME, second: "2-digit" }),
    ago: () => nearly(when, reader) ?? show({ day: "numeric", month: "long", year: "numeric" }),
  };
  return form.replace(/\{(\w+)\}/g, (token, name) => {
    const bare = name.replace(/_pretty$/, "");
    const near = bare !== name && nearly(when, reader);
    return near || ((shown[name] ?? shown[bare])?.() ?? token);
  });
}
