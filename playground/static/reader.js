// Whoever reads: how ids are called and moments are written for them.
import { dayOf } from "./dates.js";

export function readerOf({ about, told }) {
  const me = told.me();
  const now = new Date(told.now);
  const names = new Map([...told.people, about.app, ...told.conversations].map((each) => [each.id, each.name]));
  const zone = { tz: me.tz, locale: me.locale };
  return {
    ...zone,
    me: me.id,
    now,
    today: dayOf(now, zone),
    people: told.people,
    conversations: told.conversations,
    name: (id) => names.get(id) ?? "",
    isApp: (id) => id === about.app.id,
  };
}
