/* Keeps what is being typed in a long form (`data-draft="name"`) until it is sent, for as long as the tab lives.
   Never passwords, files or hidden fields; never across users. */

import { text } from "./texts.js";

const PREFIX = "draft:";
const SENT_KEY = "draft-sent";
const DELAY_MS = 400;

const keyOf = (form) => `${PREFIX}${document.body.dataset.user ?? ""}:${location.pathname}:${form.dataset.draft}`;

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type));
}

function read(form) {
  return fieldsOf(form).map((field) => [field.name, field.value, field.checked ?? null]);
}

function write(form, stored) {
  let changed = false;
  for (const [name, value, checked] of stored) {
    for (const field of fieldsOf(form).filter((one) => one.name === name)) {
      if (["checkbox", "radio"].includes(field.type)) {
        if (field.value !== value || field.checked === checked) continue;
        field.checked = checked;
      } else {
        if (field.value === value) continue;
        field.value = value;
      }
      changed = true;
    }
  }
  return changed;
}

function offerToDrop(form) {
  const note = document.createElement("p");
  note.className = "draft-note";
  note.setAttribute("role", "status");
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn btn-link p-0";
  drop.textContent = text("draftDrop");
  drop.addEventListener("click", () => {
    sessionStorage.removeItem(keyOf(form));
    form.reset();
    note.remove();
  });
  note.append(text("draftRestored"), " ", drop);
  form.prepend(note);
}

function restore(form) {
  const stored = sessionStorage.getItem(keyOf(form));
  if (!stored || form.querySelector("[data-form-summary]")) return;
  if (write(form, JSON.parse(stored))) offerToDrop(form);
}

function forgetSent() {
  const sent = sessionStorage.getItem(SENT_KEY);
  sessionStorage.removeItem(SENT_KEY);
  if (sent && !document.querySelector("[data-form-summary]")) sessionStorage.removeItem(sent);
}

function forgetAll() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

function differs(field) {
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0;
  return field.value !== field.defaultValue;
}

/** Whether some other form of the page holds words that were typed and not sent. */
export function isSomethingUnsent(but) {
  return [...document.querySelectorAll("form[data-draft]")].some(
    (form) => form !== but && (form.querySelector("[data-form-summary]") !== null || fieldsOf(form).some(differs)),
  );
}

const timers = new WeakMap();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.dataset.draft) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => sessionStorage.setItem(keyOf(form), JSON.stringify(read(form))), DELAY_MS));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("data-signs-out")) forgetAll();
  if (event.defaultPrevented || !form.dataset.draft) return;
  clearTimeout(timers.get(form));
  sessionStorage.setItem(keyOf(form), JSON.stringify(read(form)));
  sessionStorage.setItem(SENT_KEY, keyOf(form));
});

// An htmx form stays on the page; its draft goes when the answer says that all was well.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("form[data-draft]");
  if (form && event.detail.successful) sessionStorage.removeItem(keyOf(form));
});

forgetSent();
document.querySelectorAll("form[data-draft]").forEach(restore);
