/* Choosing rows of a list: a box in each row, all of the page by the box in the head, a range with Shift,
   "x" for the row in focus and "X" from the last one chosen up to it. */

import { isTaken, registerKeys } from "./keyboard.js";
import { text } from "./texts.js";

let last;

const boxes = () => [...document.querySelectorAll("[data-choose]")];
const bar = () => document.querySelector("[data-choice-bar]");

function show() {
  const form = bar();
  if (!form) return;
  const all = form.querySelector("[data-choose-all]").checked;
  const chosen = boxes().filter((box) => box.checked).length;
  for (const box of boxes()) box.disabled = all;
  const head = document.querySelector("[data-choose-page]");
  head.disabled = all;
  head.checked = chosen > 0 && chosen === boxes().length;
  head.indeterminate = chosen > 0 && !head.checked;
  form.hidden = !chosen && !all;
  const count = form.querySelector("[data-choice-count]");
  count.textContent = all ? form.querySelector("[data-choose-all]").labels[0].textContent.trim() : count.dataset.words.replace("{n}", chosen);
}

function choose(box, checked, { range = false } = {}) {
  const all = boxes();
  const from = range && last?.isConnected ? all.indexOf(last) : all.indexOf(box);
  const to = all.indexOf(box);
  for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = checked;
  last = box;
  show();
}

document.addEventListener("click", (event) => {
  const box = event.target.closest?.("[data-choose]");
  if (box) return choose(box, box.checked, { range: event.shiftKey });
  if (event.target.closest?.("[data-choose-none]")) {
    bar().querySelector("[data-choose-all]").checked = false;
    for (const one of boxes()) one.checked = false;
    show();
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-choose-page]")) for (const one of boxes()) one.checked = event.target.checked;
  if (event.target.matches("[data-choose-page], [data-choose-all]")) show();
});

document.addEventListener("keydown", (event) => {
  if (isTaken(event) || event.key.toLowerCase() !== "x") return;
  const box = document.activeElement?.closest?.("[data-row]")?.querySelector("[data-choose]");
  if (!box || box.disabled) return;
  event.preventDefault();
  choose(box, event.shiftKey || !box.checked, { range: event.shiftKey });
});

// A page that comes back from the browser's own store shows boxes as they were left.
addEventListener("pageshow", show);
document.addEventListener("htmx:afterSettle", show);
if (bar()) registerKeys([{ keys: ["x", "Shift+X"], text: text("keyChoose") }]);
