/* Puts what the server sent into the page: cards, blocks of text, order, numbers, progress. */

import { all, element, one, root, text, announce } from "./desk-base.js";
import { activeId, applyFilter, cardOf, setActive, showProgress } from "./desk-cards.js";

/* `isPending(card)` protects cards whose next deed is under way; a card that is being edited is never replaced. */
export function applyAnswer(answer, { isPending, follow = false }) {
  const active = activeId();
  const neighbour = answer.gone.includes(active) ? null : active;
  const hadFocus = document.activeElement?.closest("[data-card]")?.dataset.card;
  for (const id of answer.gone) one(`[data-item="${id}"]`)?.remove();
  for (const [id, html] of Object.entries(answer.cards)) if (!isPending(id)) putCard(id, html);
  arrange(answer.order);
  for (const [index, html] of Object.entries(answer.blocks)) putBlock(index, html);
  for (const id of Object.keys(answer.cards)) showState(id);
  const changed = Object.keys(answer.cards);
  const target = answer.focus ?? (follow && changed[0]) ?? null;
  applyFilter();
  showProgress();
  if (target && cardOf(target)) setActive(target, { focus: true });
  else if (neighbour) setActive(neighbour, { focus: hadFocus === neighbour && lostFocus(), scroll: false });
  else setActive(answer.order[0], { focus: false });
}

/* Whether the element that had the focus was replaced. */
function lostFocus() {
  return !document.activeElement || document.activeElement === document.body;
}

function putCard(id, html) {
  const card = element(html);
  const present = cardOf(id);
  if (!present) {
    const item = document.createElement("li");
    item.dataset.item = id;
    item.append(card);
    one("[data-cards]").append(item);
    return;
  }
  if (present.querySelector("form")) {
    if (present.dataset.version !== card.dataset.version) present.querySelector("form").dispatchEvent(new CustomEvent("newer"));
    return;
  }
  present.replaceWith(card);
}

function arrange(order) {
  const list = one("[data-cards]");
  const inOrder = all("[data-item]", list).map((item) => item.dataset.item);
  if (inOrder.join() !== order.join()) for (const id of order) list.append(one(`[data-item="${id}"]`, list) ?? "");
  const numbers = new Map(all("[data-card]", list).map((card, index) => [card.dataset.card, index + 1]));
  for (const [id, number] of numbers) one("[data-number]", cardOf(id)).textContent = number;
  for (const sign of all("[data-for]")) if (numbers.has(sign.dataset.for)) sign.textContent = numbers.get(sign.dataset.for);
}

function putBlock(index, html) {
  const block = one(`[data-block="${index}"]`);
  if (block) block.innerHTML = html;
}

/* The marks in the text follow the state of the card. */
export function showState(id) {
  const state = cardOf(id)?.dataset.state;
  for (const piece of all(`[data-ob="${id}"]`)) piece.dataset.state = state;
}

/* Change a card before the server has answered. */
export function foretell(id, { state, flags }) {
  const card = cardOf(id);
  card.dataset.state = state;
  card.dataset.flags = flags(card.dataset.flags.split(" ").filter(Boolean)).join(" ");
  showState(id);
  showProgress();
  announce(text("progress", root.dataset.reviewed, root.dataset.count));
}
