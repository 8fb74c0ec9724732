/* Asks before a step that matters. `data-confirm` on a form or its button; `hx-confirm` on an htmx element. */

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
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
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
