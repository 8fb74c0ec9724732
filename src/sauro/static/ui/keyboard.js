/* Keys of every page. A page adds its own with registerKeys, so that "?" lists all of them. */

import { text } from "./texts.js";

// One choice for the whole product: the desk reads it too.
const SINGLE_KEYS = "sauro:desk-letters";
const groups = [];

export function registerKeys(keys) {
  groups.push(...keys);
}

/** Tells whether a key press belongs to a field, a dialog or the browser rather than to the page. */
export function isTaken(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  // A box to tick takes no letters.
  return Boolean(event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable=''], [contenteditable='true']"));
}

/** Tells whether its user has switched keys without Ctrl or Alt off. */
export function lettersAreOff() {
  return localStorage.getItem(SINGLE_KEYS) === "off";
}

export function showKeys() {
  const dialog = document.getElementById("keys-dialog");
  const list = dialog.querySelector("[data-keys-list]");
  list.replaceChildren(...groups.flatMap(keyRow));
  dialog.showModal();
}

function keyRow({ keys, text: meaningText }) {
  const term = document.createElement("dt");
  for (const key of keys) {
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(cap, " ");
  }
  const meaning = document.createElement("dd");
  meaning.textContent = meaningText;
  return [term, meaning];
}

function moveRow(step) {
  const links = [...document.querySelectorAll("[data-row-link]")];
  if (!links.length) return false;
  const row = document.activeElement?.closest?.("[data-row]");
  const at = links.findIndex((link) => link.closest("[data-row]") === row);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next].focus();
  return true;
}

function focusSearch() {
  const field = document.querySelector("[data-list-search]") ?? document.querySelector("[data-global-search]");
  field?.focus();
  field?.select();
  return Boolean(field);
}

function press(selector) {
  const element = document.querySelector(selector);
  element?.click();
  return Boolean(element);
}

const ACTIONS = {
  "/": focusSearch,
  "?": () => showKeys() ?? true,
  j: () => moveRow(1),
  k: () => moveRow(-1),
  n: () => press("[data-page-next]"),
  p: () => press("[data-page-previous]"),
};

document.addEventListener("keydown", (event) => {
  if (isTaken(event) || lettersAreOff()) return;
  if (ACTIONS[event.key.toLowerCase()]?.()) event.preventDefault();
});

const choice = document.querySelector("[data-single-keys]");
choice.checked = !lettersAreOff();
choice.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, choice.checked ? "on" : "off"));

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-show-keys]")) showKeys();
});

if (document.querySelector("[data-list]")) {
  registerKeys([
    { keys: ["j", "k"], text: text("keyRow") },
    { keys: ["Enter"], text: text("keyOpen") },
    { keys: ["n", "p"], text: text("keyPage") },
  ]);
}
registerKeys([
  { keys: ["/"], text: text("keySearch") },
  { keys: ["?"], text: text("keyHelp") },
]);
