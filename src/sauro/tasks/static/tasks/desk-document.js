/* The document side: linking marks with cards, showing a passage, and turning a selection into offsets. */

import { all, codePoints, one, root } from "./desk-base.js";
import { cardOf, setActive, showSide } from "./desk-cards.js";

const scroller = one("[data-paper-scroll]");
const paper = one("[data-paper]");

export function start() {
  paper.addEventListener("click", onClick);
  linkHover(paper, "[data-ob]", (piece) => piece.dataset.ob);
  linkHover(one("[data-cards]"), "[data-card]", (card) => card.dataset.card);
  for (const part of [one("[data-cards]"), ...all("[data-desk-part]")]) {
    part.addEventListener("click", (event) => {
      const from = event.target.closest("[data-goto]");
      if (from) showPassage(...from.dataset.goto.split("-").map(Number));
    });
  }
  for (const button of all("[data-jump]")) {
    button.addEventListener("click", () => {
      closeFindings();
      reveal(document.getElementById(button.dataset.jump), { flash: true });
    });
  }
  document.addEventListener("selectionchange", onSelection);
}

function closeFindings() {
  const list = one("[data-findings]");
  if (list) list.open = false;
}

function onClick(event) {
  const number = event.target.closest("[data-for]");
  const piece = event.target.closest("[data-ob]");
  if (number) event.preventDefault();
  const id = number?.dataset.for ?? piece?.dataset.ob;
  if (!id || !document.getSelection().isCollapsed) return;
  setActive(id, { focus: Boolean(number) });
  if (number) showSide("tasks");
}

function linkHover(where, selector, idOf) {
  let last = null;
  const light = (id, isLit) => {
    if (!id) return;
    for (const piece of all(`[data-ob="${id}"]`)) piece.classList.toggle("is-lit", isLit);
    cardOf(id)?.classList.toggle("is-lit", isLit);
  };
  const turn = (id) => {
    if (id === last) return;
    light(last, false);
    light(id, true);
    last = id;
  };
  where.addEventListener("mouseover", (event) => {
    const found = event.target.closest(selector);
    turn(found ? idOf(found) : null);
  });
  where.addEventListener("mouseleave", () => turn(null));
}

/* Bring the marks of a card into view. */
export function showInText(id) {
  const first = one(`[data-ob="${id}"]`, paper);
  if (first) reveal(first);
}

function reveal(target, { flash = false } = {}) {
  if (!target) return;
  const box = target.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (box.top < view.top + 40 || box.bottom > view.bottom - 80) scroller.scrollTop += box.top - view.top - view.height / 3;
  if (flash) flashRange(target);
}

function flashRange(target) {
  target.classList.remove("is-flashing");
  requestAnimationFrame(() => target.classList.add("is-flashing"));
  setTimeout(() => target.classList.remove("is-flashing"), 1600);
}

/* Show a span of the text, such as the heading that a lead was inherited from. */
export function showPassage(start, end, { keepsSide = false } = {}) {
  if (!keepsSide) showSide("page");
  const range = rangeOf(start, end);
  if (!range) return;
  const holder = range.startContainer.parentElement;
  reveal(holder.closest("[data-ob], .block, td") ?? holder);
  if (window.Highlight) {
    CSS.highlights.set("desk-passage", new Highlight(range));
    setTimeout(() => CSS.highlights.delete("desk-passage"), 2500);
  }
}

/* The text nodes of a block or cell that belong to the document, without drawn signs. */
export function textNodes(holder) {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? node.hasAttribute("data-skip") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function rangeOf(start, end) {
  const from = pointAt(start);
  const to = pointAt(end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.index);
  range.setEnd(to.node, to.index);
  return range;
}

function pointAt(offset) {
  let holder = null;
  for (const candidate of all("[data-start]", paper)) {
    if (Number(candidate.dataset.start) <= offset) holder = candidate;
    else break;
  }
  if (!holder) return null;
  let at = Number(holder.dataset.start);
  let last = null;
  for (const node of textNodes(holder)) {
    const length = codePoints(node.data);
    if (offset <= at + length) return { node, index: unitsIn(node.data, offset - at) };
    at += length;
    last = { node, index: node.data.length };
  }
  return last;
}

function unitsIn(string, points) {
  return [...string].slice(0, points).join("").length;
}

/* What is selected in the document, or in the words of a card, as offsets into the text of the document, or null. */
export function selectedSpan() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return spanInCard(range);
  let start = null;
  let end = null;
  for (const holder of all("[data-start]", paper)) {
    if (!range.intersectsNode(holder)) continue;
    let at = Number(holder.dataset.start);
    for (const node of textNodes(holder)) {
      const length = codePoints(node.data);
      if (range.intersectsNode(node)) {
        const left = node === range.startContainer ? codePoints(node.data.slice(0, range.startOffset)) : 0;
        const right = node === range.endContainer ? codePoints(node.data.slice(0, range.endOffset)) : length;
        if (right > left) {
          start ??= at + left;
          end = at + right;
        }
      }
      at += length;
    }
  }
  return start === null ? null : { start, end };
}

function spanInCard({ startContainer: node, endContainer, startOffset, endOffset }) {
  const words = node.parentElement?.closest(".task-text");
  if (!words || node !== endContainer || node.nodeType !== Node.TEXT_NODE) return null;
  const from = Number(words.closest("[data-card]").dataset.start);
  return { start: from + codePoints(node.data.slice(0, startOffset)), end: from + codePoints(node.data.slice(0, endOffset)) };
}

function onSelection() {
  const span = selectedSpan();
  const bar = one("[data-selection-bar]");
  bar.hidden = !span || !root.dataset.mayReview || !paper.contains(document.getSelection().anchorNode);
  if (bar.hidden) return;
  const card = one(".task.is-active");
  const inside = card && Number(card.dataset.start) <= span.start && span.end <= Number(card.dataset.end);
  one("[data-split-selection]").hidden = !inside;
}
