// How far each person has read each conversation, for as long as this tab lives.

const KEY = "read";

export class Read {
  #last;

  constructor() {
    this.#last = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  }

  /** The ts of the last message that was read here, "" where nothing was. */
  last(person, conversation) {
    const ts = this.#last[`${person} ${conversation.id}`] ?? "";
    const newest = conversation.messages.at(-1)?.ts ?? "";
    return ts > newest ? "" : ts;
  }

  unread(person, conversation) {
    const last = this.last(person, conversation);
    return conversation.messages.filter((each) => each.ts > last && each.author.id !== person).length;
  }

  upTo(person, conversation) {
    const ts = conversation.messages.at(-1)?.ts ?? "";
    if (ts === this.last(person, conversation)) return;
    this.#last[`${person} ${conversation.id}`] = ts;
    sessionStorage.setItem(KEY, JSON.stringify(this.#last));
  }
}
