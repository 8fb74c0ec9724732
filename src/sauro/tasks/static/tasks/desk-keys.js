/* The keys of the desk. They rest while somebody types, while a dialog is open, and when the user switched them off. */

import { kept, root } from "./desk-base.js";
import { cancelAdding, isAdding, onAddingKey } from "./desk-add.js";
import { activeId, move, setActive } from "./desk-cards.js";
import { act } from "./desk-deeds.js";
import { closeForm } from "./desk-edit.js";
import { toggleOriginal } from "./desk-original.js";
import { focusSearch } from "./desk-search.js";

const TELEX = { "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const CIRCUMFLEX = "\u0302";
const LETTERS_KEY = "sauro:desk-letters";

const keys = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => act("accept"),
  e: () => act("edit"),
  x: () => act("discard"),
  u: () => act("undo"),
  s: () => act("split"),
  m: () => act("merge"),
  a: () => act("add"),
  g: () => act("general"),
  b: () => act("bind"),
  l: () => act("field"),
  o: () => {
    toggleOriginal();
    setActive(activeId());
  },
  "/": () => focusSearch(),
  "?": () => act("help"),
};

export function start() {
  const box = document.querySelector("[data-letters]");
  box.checked = localStorage.getItem(LETTERS_KEY) !== "off";
  box.addEventListener("change", () => localStorage.setItem(LETTERS_KEY, box.checked ? "on" : "off"));
  // Captured, so that the frame's own "/" and "?" do not act as well.
  document.addEventListener("keydown", onKey, { capture: true });
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return escape(event);
  if (isTyping(event.target) || isElsewhere(event.target)) return;
  if (isAdding() && onAddingKey(pressed(event.key))) return take(event);
  const key = pressed(event.key);
  if (!keys[key] || (key.length === 1 && isSwitchedOff())) return;
  if (isControl(event.target) && !isLetter(key)) return;
  if (key.startsWith("Arrow") && event.target.closest("[data-paper-scroll]")) return;
  if (event.repeat && !["j", "k", "ArrowDown", "ArrowUp"].includes(key)) return take(event);
  take(event);
  keys[key]();
}

/* The key that was pressed. A Vietnamese typing program with Telex joins letters even outside of fields: after u, the
   key x arrives as ũ. The mark tells which key it was. */
function pressed(key) {
  if ([...key].length !== 1) return key;
  const [letter, ...marks] = key.toLowerCase().normalize("NFD");
  const tone = marks.find((mark) => mark in TELEX);
  if (tone) return TELEX[tone];
  return marks.includes(CIRCUMFLEX) || !marks.length ? letter : "w";
}

function take(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function escape(event) {
  if (isAdding()) return cancelAdding();
  const form = event.target.closest("[data-edit], [data-split]");
  if (form) {
    take(event);
    return closeForm(form);
  }
  if (root.contains(event.target)) setActive(activeId());
  return undefined;
}

function isTyping(target) {
  return Boolean(target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [data-edit], [data-split]"));
}

/* Keys act in the desk, or when nothing in particular has the focus; not in the menus of the frame. */
function isElsewhere(target) {
  return target !== document.body && !root.contains(target) && !target.matches("main");
}

function isControl(target) {
  return Boolean(target.closest("button, a, summary, input"));
}

function isLetter(key) {
  return key.length === 1 && key !== " ";
}

function isSwitchedOff() {
  return localStorage.getItem(LETTERS_KEY) === "off";
}
