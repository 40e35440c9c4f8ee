// Whoever reads: how ids are called and moments are written for them.

export function readerOf({ about, people, shown: { person, now, conversations } }) {
  const named = [...people, about.app, ...conversations, ...conversations.flatMap((one) => one.messages).map((each) => each.author)];
  const names = new Map(named.map((each) => [each.id, each.name]));
  const moment = new Intl.DateTimeFormat(person.locale, {
    timeZone: person.tz, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
  });
  return {
    me: person.id,
    tz: person.tz,
    locale: person.locale,
    now: new Date(now),
    today: new Intl.DateTimeFormat("en-CA", { timeZone: person.tz }).format(new Date(now)),
    people,
    channels: conversations.filter((each) => each.kind === "channel" || each.kind === "group"),
    name: (id) => names.get(id) ?? "",
    at: (ts) => moment.format(new Date(Number(ts) * 1000)),
    isApp: (id) => id === about.app.id,
  };
}
