/* Adding a task without the mouse: a cursor that walks over the passages that no task has taken yet. */

import { all, announce, codePoints, one, root, text, toast } from "./desk-base.js";
import { activeCard, activeId, setActive, showSide } from "./desk-cards.js";
import { textNodes } from "./desk-document.js";
import { enqueue } from "./desk-queue.js";

let places = [];
let at = -1;

export function isAdding() {
  return at >= 0;
}

export function startAdding() {
  places = all("[data-paper] [data-start]").filter((holder) => !one("[data-ob]", holder) && lengthOf(holder) > 0);
  if (!places.length) return toast(text("nothing-to-add"));
  const from = Number(activeCard()?.dataset.start ?? 0);
  const after = places.findIndex((holder) => Number(holder.dataset.start) > from);
  showSide("page");
  root.dataset.adding = "1";
  toast(text("select-first"));
  return show(after < 0 ? places.length - 1 : after);
}

export function cancelAdding() {
  leave();
  setActive(activeId());
}

/* Returns whether the key was meant for the cursor. */
export function onAddingKey(key) {
  if (key === "j" || key === "ArrowDown") show(Math.min(at + 1, places.length - 1));
  else if (key === "k" || key === "ArrowUp") show(Math.max(at - 1, 0));
  else if (key === "Enter") add();
  else return false;
  return true;
}

function add() {
  const start = Number(places[at].dataset.start);
  const end = start + lengthOf(places[at]);
  leave();
  showSide("tasks");
  enqueue("add", { start, end });
}

function show(index) {
  places[at]?.classList.remove("is-cursor");
  at = index;
  places[at].classList.add("is-cursor");
  places[at].scrollIntoView({ block: "center" });
  announce(places[at].textContent);
}

function leave() {
  places[at]?.classList.remove("is-cursor");
  at = -1;
  delete root.dataset.adding;
}

function lengthOf(holder) {
  return textNodes(holder).reduce((sum, node) => sum + codePoints(node.data), 0);
}
