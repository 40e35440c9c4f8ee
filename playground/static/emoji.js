// The names of emoji that the app and people use here; any other name stays as it is written.

const NAMED = {
  white_check_mark: "✅", heavy_check_mark: "✔️", date: "📅", calendar: "📆", spiral_calendar_pad: "🗓️",
  hourglass_flowing_sand: "⏳", hourglass: "⌛", "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", wave: "👋",
  tada: "🎉", heart: "❤️", seedling: "🌱", warning: "⚠️", lock: "🔒", eyes: "👀", pencil2: "✏️", pencil: "📝",
  speech_balloon: "💬", bell: "🔔", x: "❌", star: "⭐", sparkles: "✨", question: "❓", exclamation: "❗", clock3: "🕒",
  clock9: "🕘", alarm_clock: "⏰", bar_chart: "📊", chart_with_upwards_trend: "📈", handshake: "🤝", raised_hands: "🙌",
  clap: "👏", pray: "🙏", muscle: "💪", smile: "😄", slightly_smiling_face: "🙂", grinning: "😀", joy: "😂",
  thinking_face: "🤔", neutral_face: "😐", slightly_frowning_face: "🙁", white_frowning_face: "☹️", cry: "😢",
  coffee: "☕", information_source: "ℹ️", arrow_right: "➡️", sos: "🆘", bulb: "💡", memo: "📝", link: "🔗", rocket: "🚀",
  fire: "🔥", "100": "💯", ok_hand: "👌", point_right: "👉", palm_tree: "🌴", face_with_thermometer: "🤒", house: "🏠",
  mailbox: "📫", email: "📧", telephone_receiver: "📞", books: "📚", mortar_board: "🎓", dart: "🎯", repeat: "🔁",
  pause_button: "⏸️", double_vertical_bar: "⏸️", arrow_forward: "▶️", no_bell: "🔕", zzz: "💤", large_green_circle: "🟢",
  large_yellow_circle: "🟡", red_circle: "🔴", white_circle: "⚪", busts_in_silhouette: "👥", mag: "🔍", gear: "⚙️",
  page_facing_up: "📄", paperclip: "📎", inbox_tray: "📥", outbox_tray: "📤", rotating_light: "🚨", hand: "✋", key: "🔑",
};

/** What a person can react with here. */
export const OFFERED = [
  "white_check_mark", "date", "hourglass_flowing_sand", "+1", "-1", "eyes", "tada", "heart", "pray", "raised_hands", "clap",
  "wave", "smile", "slightly_smiling_face", "thinking_face", "slightly_frowning_face", "seedling", "bulb", "question",
  "coffee", "muscle", "fire", "100", "x",
];

export function emoji(name) {
  return NAMED[name.replace(/::skin-tone-\d$/, "")] ?? `:${name}:`;
}

export function isEmoji(name) {
  return name in NAMED;
}

export function spoken(name) {
  return name.replaceAll("_", " ").replace("+1", "thumbs up").replace("-1", "thumbs down");
}

/** Words of a plain_text object: its shortcodes are drawn unless it says otherwise. */
export function shortcodes(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name));
}
