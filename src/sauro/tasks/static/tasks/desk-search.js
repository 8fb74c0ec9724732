/* Search in the document, without regard to accents. Enter goes to the next hit, Esc back to the cards. */

import { all, one, text } from "./desk-base.js";
import { activeId, setActive, showSide } from "./desk-cards.js";
import { textNodes } from "./desk-document.js";

const form = one("[data-search]");
const input = one("input", form);
const count = one("[data-search-count]");
let hits = [];
let at = -1;

export function start() {
  input.addEventListener("input", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(at + 1);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    input.value = "";
    find();
    setActive(activeId());
  });
}

export function focusSearch() {
  showSide("page");
  input.focus();
  input.select();
}

/* One letter for one letter, so that places in the folded text are places in the text. */
function fold(string) {
  return [...string.normalize("NFC")]
    .map((letter) => letter.normalize("NFD")[0].toLowerCase().replace("đ", "d"))
    .join("");
}

function find() {
  const wanted = fold(input.value.trim());
  hits = wanted.length < 2 ? [] : all("[data-paper] [data-start]").flatMap((holder) => within(holder, wanted));
  at = -1;
  paint();
  count.textContent = hits.length || wanted.length < 2 ? "" : text("not-found");
  if (hits.length) show(0);
}

function within(holder, wanted) {
  const nodes = textNodes(holder);
  const whole = nodes.map((node) => node.data).join("");
  const folded = fold(whole);
  if (folded.length !== whole.length) return [];
  const ranges = [];
  for (let index = folded.indexOf(wanted); index >= 0; index = folded.indexOf(wanted, index + wanted.length)) {
    const range = document.createRange();
    range.setStart(...point(nodes, index));
    range.setEnd(...point(nodes, index + wanted.length));
    ranges.push(range);
  }
  return ranges;
}

function point(nodes, index) {
  for (const node of nodes) {
    if (index <= node.data.length) return [node, index];
    index -= node.data.length;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.data.length];
}

function show(index) {
  if (!hits.length) return;
  at = index % hits.length;
  hits[at].startContainer.parentElement.scrollIntoView({ block: "center" });
  count.textContent = text("found", at + 1, hits.length);
  paint();
}

function paint() {
  if (!window.Highlight) return;
  CSS.highlights.set("desk-hits", new Highlight(...hits));
  CSS.highlights.set("desk-hit", at >= 0 ? new Highlight(hits[at]) : new Highlight());
}
