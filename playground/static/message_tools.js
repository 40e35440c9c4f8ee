// What one can do with a message, shown when it is pointed at or focused: react, reply, and more.
import { button, make } from "./dom.js";
import { emoji, spoken } from "./emoji.js";
import { lockScreen } from "./notification.js";
import { Menu } from "./popover.js";
import { picking } from "./reactions.js";

const AT_HAND = ["white_check_mark", "date", "hourglass_flowing_sand"];

export function tools(article, { message, inThread }, around) {
  const { reader, acts } = around;
  const react = (name, on) => acts.react(message.ts, name, on);
  const bar = make("div", { class: "tools", role: "group", "aria-label": "Message actions" });
  if (!message.ephemeral) {
    bar.append(...AT_HAND.map((name) => button(emoji(name), () => react(name, true), { "aria-label": `React with ${spoken(name)}`, title: spoken(name), class: "element" })));
    bar.append(picking(message, reader, react));
    if (!inThread) bar.append(button("💬", () => acts.openThread(message.ts), { "aria-label": "Reply in thread", title: "Reply in thread", class: "element" }));
  }
  if (reader.isApp(message.author)) bar.append(bell(article, message, around));
  if (message.author === reader.me && !message.ephemeral) bar.append(own(article, message, around));
  return bar;
}

function bell(article, message, around) {
  const { rung } = around.states;
  const pressed = button("🔔", () => {
    const open = !rung.delete(message.ts);
    if (open) rung.add(message.ts);
    pressed.setAttribute("aria-pressed", String(open));
    article.querySelector(".lock-screen")?.remove();
    if (open) article.querySelector(".body").after(lockScreen(message, around));
  }, { class: "element", "aria-label": "What the notification says", title: "What the notification says", "aria-pressed": String(rung.has(message.ts)) });
  return pressed;
}

function own(article, message, around) {
  const menu = new Menu({ label: "More actions", words: "⋯" });
  const edit = () => {
    around.states.editing.set(message.ts, typedOf(message));
    const form = editing(message, around);
    article.querySelector(".body").replaceWith(form);
    form.querySelector("textarea").focus();
  };
  menu.items(() => [
    ...(message.text ? [{ words: "Edit message", choose: edit }] : []),
    { words: "Delete message…", danger: true, choose: () => around.acts.remove(message.ts) },
  ]);
  return menu.node;
}

/** A message in the hands of its author. */
export function editing(message, { acts, states, reader }) {
  const close = () => {
    states.editing.delete(message.ts);
    acts.redraw(message.ts);
  };
  const save = async () => {
    const words = field.value.trim();
    if (!words) return;
    if (await acts.edit(message.ts, words)) close();
  };
  const field = make("textarea", { rows: 2, "aria-label": "Edit message", on: {
    input: () => states.editing.set(message.ts, field.value),
    keydown: (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        save();
      }
    },
  } });
  field.value = states.editing.get(message.ts).replace(/<@(\w+)>/g, (_, id) => `@${reader.name(id)}`);
  return make("div", { class: "body editing" }, field, make("div", { class: "row" },
    button("Cancel", close), button("Save", save, { class: "primary" })));
}

function typedOf(message) {
  return message.text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
