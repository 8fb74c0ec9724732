/* The middle of the workspace by keyboard and by drag and drop, and the columns one at a time on a narrow screen. Saving is
   done by the attributes of the forms. */

import { registerKeys } from "../ui/keyboard.js";

const prog = document.querySelector("[data-prog]");
let lastLine = "";
let dragged = null;

function line(element) {
  return element?.closest?.("[data-entry]") ?? null;
}

function post(entry, act, values) {
  const address = entry.querySelector("[data-move]")?.getAttribute("hx-post");
  if (!address) return;
  window.htmx.ajax("POST", address.replace(/[^/]+\/$/, `${act}/`), { target: "#prog-giua", swap: "innerHTML", values });
}

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const entry = line(event.target);
  if (!entry || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  lastLine = event.target.id;
  post(entry, event.key === "ArrowUp" ? "len" : "xuong", {});
});

document.addEventListener("htmx:afterSettle", () => {
  if (!lastLine) return;
  document.getElementById(lastLine)?.focus();
  lastLine = "";
});

/* A form that appears takes the focus: its first field, or the summary of its faults. */
document.addEventListener("htmx:afterSwap", (event) => {
  const form = event.detail.target.querySelector?.(":scope > .prog-form");
  form?.querySelector("[data-form-summary], input:not([type=hidden]), textarea, select")?.focus();
});

/* Whoever has compared both takes the newer version's number along. */
document.addEventListener("change", (event) => {
  const box = event.target.closest?.("[data-newer]");
  const field = box?.form?.elements.version;
  if (!field) return;
  if (!field.dataset.older) field.dataset.older = field.value;
  field.value = box.checked ? box.dataset.newer : field.dataset.older;
});

document.addEventListener("dragstart", (event) => {
  dragged = line(event.target);
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  // Without data some browsers begin no drag.
  event.dataTransfer.setData("text/plain", dragged.dataset.entry);
});

function clearTargets() {
  for (const one of document.querySelectorAll(".is-target, .is-before")) one.classList.remove("is-target", "is-before");
}

document.addEventListener("dragover", (event) => {
  const section = event.target.closest?.("[data-drop]");
  if (!dragged || !section) return;
  event.preventDefault();
  clearTargets();
  const before = line(event.target);
  if (before && before !== dragged) before.classList.add("is-before");
  else section.classList.add("is-target");
});

document.addEventListener("drop", (event) => {
  const section = event.target.closest?.("[data-drop]");
  if (!dragged || !section) return;
  event.preventDefault();
  const before = line(event.target);
  const values = { section: section.dataset.drop };
  if (before && before !== dragged) values.before = before.dataset.entry;
  post(dragged, "chuyen", values);
});

document.addEventListener("dragend", () => {
  dragged = null;
  clearTargets();
});

document.addEventListener("click", (event) => {
  const tab = event.target.closest?.("[data-prog-tab]");
  if (!tab || !prog) return;
  prog.dataset.shown = tab.dataset.progTab;
  for (const one of document.querySelectorAll("[data-prog-tab]")) one.setAttribute("aria-pressed", String(one === tab));
});

if (prog?.dataset.keyText) registerKeys([{ keys: ["Alt", "↑ ↓"], text: prog.dataset.keyText }]);
