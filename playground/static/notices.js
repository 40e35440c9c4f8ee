// What arrives while one looks elsewhere: a banner that says what the notification would, and words for screen readers.
import { button, make } from "./dom.js";
import { notificationOf } from "./notification.js";

const STAYS = 8000;
const MOST = 3;

export class Notices {
  #toasts;
  #announced;
  #latest = new Map();
  #person = null;

  constructor(toasts, announced) {
    this.#toasts = toasts;
    this.#announced = announced;
  }

  /** Compares what is newest in each conversation with what was; of a person who is new here nothing is told. */
  hear({ told, place, reader, about, visit }) {
    const fresh = this.#person !== told.person;
    if (fresh) this.#toasts.replaceChildren();
    const before = fresh ? new Map() : this.#latest;
    this.#latest = new Map(told.conversations.filter((each) => each.latest).map((each) => [each.id, each.latest.ts]));
    this.#person = told.person;
    if (fresh) return;
    this.#toasts.querySelector(`[data-of="${place}"]`)?.remove();
    for (const each of told.conversations) {
      const isNew = each.latest && each.latest.ts > (before.get(each.id) ?? "") && each.latest.author !== told.person;
      if (!isNew) continue;
      const said = notificationOf(each.latest, { conversation: each, reader, about });
      if (each.id === place) this.#announce(each.kind === "im" ? `${said.title}: ${said.words}` : said.words);
      else if (each.latest.notifies) this.#toast(each, said, visit);
    }
  }

  #announce(words) {
    this.#announced.append(make("p", {}, words));
    while (this.#announced.children.length > 5) this.#announced.firstChild.remove();
  }

  #toast(conversation, { title, words }, visit) {
    this.#toasts.querySelector(`[data-of="${conversation.id}"]`)?.remove();
    const toast = make("div", { class: "toast", "data-of": conversation.id },
      button([make("strong", {}, title), make("span", { class: "said" }, words)], () => {
        toast.remove();
        visit(conversation.id);
      }, { class: "bare" }),
      button("✕", () => toast.remove(), { class: "bare", "aria-label": "Dismiss this notification" }));
    this.#toasts.append(toast);
    while (this.#toasts.children.length > MOST) this.#toasts.firstChild.remove();
    this.#fade(toast);
  }

  /** Not under anyone's pointer or focus. */
  #fade(toast) {
    setTimeout(() => (toast.matches(":hover, :focus-within") ? this.#fade(toast) : toast.remove()), STAYS);
  }
}
