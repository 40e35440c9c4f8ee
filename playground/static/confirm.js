// Slack's "Are you sure?": https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
import { plainText } from "./block_kit/text.js";
import { button, make } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

/** Resolves to whether the person is sure; without a `confirm` they are. */
export function asking(dialog, reader) {
  return (confirm) => {
    if (!confirm) return Promise.resolve(true);
    return new Promise((settle) => {
      const done = (sure) => {
        dialog.close();
        settle(sure);
      };
      dialog.oncancel = () => settle(false);
      const text = confirm.text.type === "mrkdwn" ? mrkdwn(confirm.text.text, reader()) : plainText(confirm.text);
      dialog.replaceChildren(
        make("h2", { id: "confirm-title" }, plainText(confirm.title)),
        make("p", {}, text),
        make("footer", {},
          button(plainText(confirm.deny), () => done(false)),
          button(plainText(confirm.confirm), () => done(true), { class: confirm.style ?? "primary" })));
      dialog.showModal();
    });
  };
}

export function question({ title, text, yes, no }) {
  const words = { title, text, confirm: yes, deny: no };
  return { ...Object.fromEntries(Object.entries(words).map(([part, each]) => [part, { type: "plain_text", text: each }])), style: "danger" };
}
