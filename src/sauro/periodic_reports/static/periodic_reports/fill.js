/* A report being filled in: the reason for changing the system's number appears when it is changed, and what was typed a
   moment before the page is left is still sent. Saving itself is done by the attributes of the forms. */

function amount(text) {
  const plain = text.trim().replaceAll(/[\s\u00a0]/g, "");
  const dotted = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll(".", "") : plain;
  return dotted.replace(",", ".");
}

function showReason(form) {
  const value = form.querySelector("[name=value]");
  const reason = form.querySelector("[data-reason]");
  if (!value || !reason) return;
  const system = value.dataset.system;
  const same = system === "" ? value.value.trim() === "" : Number(amount(value.value)) === Number(amount(system)) && value.value.trim() !== "";
  reason.hidden = same;
}

const unsaved = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-report-field]");
  if (!form) return;
  unsaved.add(form);
  showReason(form);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("form[data-report-field]");
  if (form && event.detail.successful) unsaved.delete(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-report-field]");
  if (form) unsaved.delete(form);
});

/* A button that leads elsewhere is sent by the browser, not swapped into the line that says what was saved. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-plain-submit]");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  unsaved.delete(form);
  form.action = button.formAction;
  HTMLFormElement.prototype.submit.call(form);
});

function sendUnsaved() {
  for (const form of unsaved) navigator.sendBeacon(form.action, new FormData(form));
  unsaved.clear();
}

addEventListener("pagehide", sendUnsaved);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") sendUnsaved();
});
