// Who is played and where they look; each person is found again where they were, for as long as this tab lives.

const KEY = "places";
export const HOME = "home";

export class Places {
  person = null;
  place = null;
  thread = null;
  #of;

  constructor() {
    this.#of = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    const [person, place, thread] = decodeURIComponent(location.hash.slice(1)).split("/");
    if (person) this.#of[person] = { place: place || null, thread: thread || null };
    this.person = person || null;
  }

  become(person) {
    this.person = person;
    ({ place: this.place, thread: this.thread } = this.#of[person] ?? { place: null, thread: null });
    this.#keep();
  }

  go(place, thread = null) {
    this.place = place;
    this.thread = thread;
    this.#keep();
  }

  #keep() {
    if (this.place) this.#of[this.person] = { place: this.place, thread: this.thread };
    sessionStorage.setItem(KEY, JSON.stringify(this.#of));
    const parts = [this.person, this.place, this.thread].filter(Boolean);
    history.replaceState(null, "", `#${parts.join("/")}`);
  }
}
