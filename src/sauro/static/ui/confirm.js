/* Asks before a step that matters. `data-confirm` on a form or its button; `hx-confirm` on an htmx element.
   `data-wants-sent`: it also says when something typed elsewhere on the page would not be part of the step. */

import { isSomethingUnsent } from "./drafts.js";
import { text as said } from "./texts.js";

const confirmed = new WeakSet();

/** Shows the question and resolves to true when the answer is yes. */
export function ask(text) {
  const dialog = document.getElementById("confirm-dialog");
  dialog.querySelector("#confirm-dialog-text").textContent = text;
  dialog.returnValue = "";
  dialog.showModal();
  dialog.querySelector("[data-confirm-yes]").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    const unsent = form.hasAttribute("data-wants-sent") && isSomethingUnsent(form) ? said("unsent") : "";
    const question = [unsent, event.submitter?.dataset.confirm ?? form.dataset.confirm].filter(Boolean).join(" ");
    if (!question || confirmed.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await ask(question))) return;
    confirmed.add(form);
    form.requestSubmit(event.submitter);
  },
  { capture: true },
);

document.addEventListener("htmx:confirm", async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question)) event.detail.issueRequest(true);
});
