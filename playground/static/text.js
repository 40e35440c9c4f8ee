// Slack's mrkdwn as nodes: https://docs.slack.dev/messaging/formatting-message-text
import { make } from "./dom.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const MARKS = { "*": "strong", _: "em", "~": "s" };
const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/gu;

const EMOJI = {
  white_check_mark: "✅", date: "📅", calendar: "📆", hourglass_flowing_sand: "⏳", hourglass: "⌛", "+1": "👍",
  thumbsup: "👍", "-1": "👎", wave: "👋", tada: "🎉", heart: "❤️", seedling: "🌱", warning: "⚠️", lock: "🔒", eyes: "👀",
  pencil2: "✏️", speech_balloon: "💬", bell: "🔔", x: "❌", star: "⭐", sparkles: "✨", question: "❓", clock3: "🕒",
  bar_chart: "📊", handshake: "🤝", raised_hands: "🙌", pray: "🙏", smile: "😄", slightly_smiling_face: "🙂",
  coffee: "☕", information_source: "ℹ️", arrow_right: "➡️", sos: "🆘", bulb: "💡", memo: "📝", link: "🔗",
};

export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`;
}

/** Whoever reads: `reader.name(id)`, `reader.tz`, `reader.locale`, `reader.today`. */
export function mrkdwn(text, reader) {
  return text.split(/```/).flatMap((part, place) =>
    place % 2 ? [make("pre", {}, plain(part.replace(/^\n/, "")))] : lines(part, reader),
  );
}

function lines(text, reader) {
  const nodes = [];
  let quote = null;
  text.split("\n").forEach((line, place) => {
    const quoted = /^(&gt;|>)\s?/.exec(line);
    if (quoted && !quote) {
      quote = make("blockquote");
      nodes.push(quote);
    } else if (quoted) {
      quote.append(make("br"));
    } else if (place && !quote) {
      nodes.push(make("br"));
    }
    if (quoted) quote.append(...inline(line.slice(quoted[0].length), reader));
    else {
      quote = null;
      nodes.push(...inline(line, reader));
    }
  });
  return nodes;
}

function inline(text, reader) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, special, mark, marked, name] = found;
    nodes.push(plain(text.slice(end, found.index)));
    if (code !== undefined) nodes.push(make("code", {}, plain(code)));
    else if (special !== undefined) nodes.push(...angled(special, reader));
    else if (mark !== undefined) nodes.push(make(MARKS[mark], {}, inline(marked, reader)));
    else nodes.push(EMOJI[name] ?? whole);
    end = found.index + whole.length;
  }
  return [...nodes, plain(text.slice(end))];
}

function plain(text) {
  return document.createTextNode(text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]));
}

function angled(inside, reader) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  if (target.startsWith("!date^")) {
    const [, unix, format, address] = target.split("^");
    const words = dated(Number(unix), format, reader) || label;
    return [address ? link(address, words) : make("time", {}, words)];
  }
  if (target.startsWith("!")) return [mention(`@${label || target.slice(1).split("^")[0]}`)];
  if (target.startsWith("@")) return [mention(`@${reader.name(target.slice(1)) || label}`)];
  if (target.startsWith("#")) return [mention(`#${label || reader.name(target.slice(1))}`)];
  const known = /^(https?:|mailto:|tel:)/i.test(target);
  return [known ? link(target, label || target.replace(/^mailto:/, "")) : plain(`<${inside}>`)];
}

export function mention(words) {
  return make("span", { class: "mention" }, plain(words));
}

/** A link only where the address is one of the web or of mail; anything else stays words. */
export function link(address, words) {
  const text = plain(words);
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return make("span", {}, text);
  return make("a", { href: address.replace(/&amp;/g, "&"), target: "_blank", rel: "noopener noreferrer" }, text);
}

const DAY = 86_400_000;

export function dated(unix, format, reader) {
  const when = new Date(unix * 1000);
  const show = (options) => new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(when);
  const day = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: reader.tz }).format(moment);
  const near = () => {
    const days = Math.round((Date.parse(day(when)) - Date.parse(reader.today)) / DAY);
    return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days];
  };
  const shown = {
    date_num: () => day(when),
    date_slash: () => show({ day: "2-digit", month: "2-digit", year: "numeric" }),
    date: () => show({ day: "numeric", month: "long", year: "numeric" }),
    date_short: () => show({ day: "numeric", month: "short", year: "numeric" }),
    date_long: () => show({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    day_divider_pretty: () => near() ?? show({ weekday: "long", day: "numeric", month: "long" }),
    time: () => show({ hour: "2-digit", minute: "2-digit" }),
    time_secs: () => show({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
  };
  return format.replace(/\{(\w+)\}/g, (token, name) => {
    const bare = name.replace(/_pretty$/, "");
    if (bare !== name && near()) return near();
    return (shown[name] ?? shown[bare])?.() ?? token;
  });
}
