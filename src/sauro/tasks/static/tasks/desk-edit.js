/* The forms inside a card: editing and splitting. What is typed is kept, and offered again after a reload. */

import { codePoints, getFragment, element, kept, one, root, text, toast, unitIndex } from "./desk-base.js";
import { startBodies } from "./desk-bodies.js";
import { setActive } from "./desk-cards.js";
import { enqueue, refresh } from "./desk-queue.js";

export async function openEdit(card, first = "#edit-leads") {
  const form = await openForm(card, "sua");
  if (!form) return;
  const id = card.dataset.card;
  const draft = kept.read(`draft:${id}`, null);
  if (draft) restore(form, draft);
  for (const holder of form.querySelectorAll("[data-bodies]")) startBodies(holder, () => keepDraft(form, id));
  startPassage(form, () => keepDraft(form, id));
  form.addEventListener("input", () => keepDraft(form, id));
  // After a refused save the form already says who changed what; this says less.
  form.addEventListener("newer", () => form.dataset.stale || showFault(form, { message: text("newer") }));
  one("[data-forget]", form).addEventListener("click", () => forget(form, id));
  for (const button of form.querySelectorAll("[data-reading]")) {
    button.addEventListener("click", () => chooseReading(form, button.dataset.reading, id));
  }
  form.elements.due_on.addEventListener("input", () => {
    if (form.elements.due_on.value && form.elements.due_origin.value === "none") form.elements.due_origin.value = "office";
  });
  whenSubmitted(form, () => saveEdit(form, id));
  (form.querySelector(first) ?? form.querySelector("#edit-leads")).focus();
}

export async function openSplit(card) {
  const form = await openForm(card, "tach");
  if (!form) return;
  whenSubmitted(form, () => {
    const starts = [...new FormData(form).getAll("piece")].map(Number);
    const parts = starts.map((start, index) => [start, starts[index + 1] ?? Number(form.dataset.end)]);
    closeForm(form);
    if (parts.length > 1) enqueue("split", { parts }, { card: card.dataset.card });
  });
  (one("input[type=checkbox]", form) ?? one("button", form)).focus();
}

async function openForm(card, page) {
  const slot = one("[data-slot]", card);
  if (slot.firstElementChild) return null;
  const html = await getFragment(`${root.dataset.itemUrl}${card.dataset.card}/${page}/`);
  if (html === null) {
    toast(text("failed"), { fault: true });
    return null;
  }
  const form = element(html);
  slot.replaceChildren(form);
  card.classList.add("is-editing");
  one("[data-cancel]", form).addEventListener("click", () => closeForm(form));
  card.scrollIntoView({ block: "nearest" });
  return form;
}

/* Close without saving; the user meant it, so the draft goes as well. The card may be old by now. */
export function closeForm(form) {
  const card = form.closest("[data-card]");
  kept.drop(`draft:${card.dataset.card}`);
  form.remove();
  card.classList.remove("is-editing");
  setActive(card.dataset.card);
  if (form.dataset.newer) refresh([card.dataset.card]);
}

function whenSubmitted(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.target.type === "checkbox") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

function saveEdit(form, id) {
  const data = { no_product_needed: "", is_general_direction: "", ...Object.fromEntries(new FormData(form)) };
  const button = one("[type=submit]", form);
  button.disabled = true;
  const done = (status, answer) => {
    button.disabled = false;
    if (status !== 200) return showFault(form, answer);
    kept.drop(`draft:${id}`);
    // The card is drawn anew by the answer, so the form steps aside.
    form.remove();
    answer.focus = id;
    return true;
  };
  enqueue("edit", data, { card: id, base: Number(form.dataset.version), done });
}

/* Show what the server objects to, beside the field and at the top. Returns true: the user has been told. */
function showFault(form, { message, field, faults = {}, code }) {
  const fault = one("[data-fault]", form);
  fault.textContent = code === "stale" ? `${message} ${text("stale-edit")}` : message;
  fault.hidden = false;
  form.dataset.newer = "1";
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  for (const name of new Set([field, ...Object.keys(faults)].filter(Boolean))) {
    const input = form.elements[name];
    if (input instanceof HTMLElement) input.setAttribute("aria-invalid", "true");
  }
  const first = form.elements[field];
  if (first instanceof HTMLElement && first.type !== "hidden") first.focus();
  form.dataset.stale = code === "stale" ? "1" : "";
  return true;
}

function keepDraft(form, id) {
  kept.write(`draft:${id}`, Object.fromEntries(new FormData(form)));
}

function restore(form, draft) {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === "on";
    else field.value = value;
  }
  for (const box of form.querySelectorAll("input[type=checkbox]")) if (!(box.name in draft)) box.checked = false;
  one("[data-draft]", form).hidden = false;
}

function forget(form, id) {
  const card = form.closest("[data-card]");
  kept.drop(`draft:${id}`);
  form.remove();
  openEdit(card);
}

function chooseReading(form, day, id) {
  form.elements.due_on.value = day;
  form.elements.due_origin.value = "document";
  keepDraft(form, id);
}

/* The words of the task: what is selected in the passage, or moved word by word with the four buttons. */
function startPassage(form, changed) {
  const area = one("[data-passage]", form);
  const offset = Number(form.dataset.passageStart);
  const span = () => [unitIndex(area.value, form.elements.start.value - offset), unitIndex(area.value, form.elements.end.value - offset)];
  const show = () => {
    one("[data-words]", form).textContent = area.value.slice(...span());
  };
  const set = (start, end) => {
    if (start >= end || !area.value.slice(start, end).trim()) return;
    form.elements.start.value = offset + codePoints(area.value.slice(0, start));
    form.elements.end.value = offset + codePoints(area.value.slice(0, end));
    show();
    changed();
  };
  area.setSelectionRange(...span());
  const take = () => {
    if (area.selectionStart !== area.selectionEnd) set(area.selectionStart, area.selectionEnd);
  };
  area.addEventListener("keyup", (event) => event.shiftKey && take());
  area.addEventListener("mouseup", take);
  area.addEventListener("focus", () => area.setSelectionRange(...span()));
  for (const button of form.querySelectorAll("[data-nudge]")) {
    button.addEventListener("click", () => set(...nudged(area.value, span(), button.dataset.nudge)));
  }
  show();
}

function nudged(value, [start, end], nudge) {
  const back = (at) => value.slice(0, at).search(/\S+\s*$/);
  const forth = (at) => at + (value.slice(at).match(/^\s*\S+/)?.[0].length ?? 0);
  const moves = {
    "start-back": () => [Math.max(back(start), 0), end],
    "start-forth": () => [forth(start) + (value.slice(forth(start)).match(/^\s*/)?.[0].length ?? 0), end],
    "end-back": () => [start, value.slice(0, Math.max(back(end), start)).trimEnd().length],
    "end-forth": () => [start, forth(end)],
  };
  return moves[nudge]();
}
