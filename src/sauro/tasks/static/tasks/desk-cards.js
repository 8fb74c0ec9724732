/* The list of cards: which one is active, moving, filtering, progress. */

import { all, kept, one, root } from "./desk-base.js";
import { showInText } from "./desk-document.js";

const toolbar = one("[data-toolbar-template]")?.content.firstElementChild ?? null;
let active = null;
let filter = "";

export function cardOf(id) {
  return one(`[data-card="${id}"]`);
}

export function activeId() {
  return active;
}

export function activeCard() {
  return active ? cardOf(active) : null;
}

export function start() {
  one("[data-cards]").addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-card]");
    if (card && card.dataset.card !== active) setActive(card.dataset.card, { focus: false, scroll: false });
  });
  one("[data-cards]").addEventListener("click", (event) => {
    const card = event.target.closest("[data-card]");
    if (card) setActive(card.dataset.card, { focus: !event.target.closest("button, a, input, textarea, select, label"), scroll: false });
  });
  for (const button of all("[data-filter]")) button.addEventListener("click", () => setFilter(button.dataset.filter));
  for (const button of all("[data-show-side]")) button.addEventListener("click", () => showSide(button.dataset.showSide));
  showProgress();
  const first = all("[data-card]").find((card) => card.dataset.state === "proposed") ?? one("[data-card]");
  const last = askedFor() ?? kept.read("active", null);
  const id = last && cardOf(last) ? last : first?.dataset.card;
  if (id) setActive(id, { focus: true });
}

/* The card that a link from another page names in its address. */
function askedFor() {
  return window.location.hash.match(/[0-9a-f-]{36}$/)?.[0] ?? null;
}

/* Make a card the active one: the only one in the order of Tab, opened, and shown on both sides. */
export function setActive(id, { focus = true, scroll = true } = {}) {
  const card = id && cardOf(id);
  if (!card) return;
  if (active && active !== id) closeCard(active);
  active = id;
  kept.write("active", id);
  card.classList.add("is-active");
  card.tabIndex = 0;
  giveToolbar(card);
  for (const piece of all(`[data-ob="${id}"]`)) piece.classList.add("is-active");
  if (focus) card.focus({ preventScroll: true });
  if (scroll) card.scrollIntoView({ block: "nearest" });
  showInText(id);
}

/* There is one toolbar; it stands in the active card, unless that was sent and can no longer be changed. */
function giveToolbar(card) {
  if (!toolbar || "sent" in card.dataset) return toolbar?.remove();
  const isGeneral = card.dataset.flags.split(" ").includes("general");
  one("[data-do='general']", toolbar).setAttribute("aria-pressed", String(isGeneral));
  return one(".task-more", card).append(toolbar);
}

function closeCard(id) {
  const card = cardOf(id);
  for (const piece of all(`[data-ob="${id}"]`)) piece.classList.remove("is-active");
  if (!card) return;
  card.classList.remove("is-active");
  card.tabIndex = -1;
}

function visible() {
  return all("[data-card]").filter((card) => !card.parentElement.hidden);
}

/* The card `step` places from the active one, among those the filter shows. */
export function move(step) {
  const cards = visible();
  const index = cards.findIndex((card) => card.dataset.card === active);
  const target = cards[Math.max(0, Math.min(cards.length - 1, index + step))];
  if (target) setActive(target.dataset.card);
  applyFilter();
}

/* The next card that is still open: below the active one, else from the top. */
export function nextOpen() {
  const cards = all("[data-card]");
  const index = cards.findIndex((card) => card.dataset.card === active);
  const open = (card) => card.dataset.state === "proposed" && matches(card);
  return cards.slice(index + 1).find(open) ?? cards.slice(0, Math.max(index, 0)).find(open) ?? null;
}

/* The card that a merge would join to this one. */
export function following(card) {
  const cards = all("[data-card]").filter((other) => other.dataset.state !== "discarded");
  return cards[cards.indexOf(card) + 1] ?? null;
}

function matches(card) {
  return !filter || card.dataset.flags.split(" ").includes(filter);
}

function setFilter(value) {
  filter = value;
  for (const button of all("[data-filter]")) button.setAttribute("aria-pressed", String(button.dataset.filter === value));
  applyFilter({ keepActive: false });
  const first = visible()[0];
  if (first && !visible().includes(activeCard())) setActive(first.dataset.card, { focus: false });
}

/* Hide what the filter leaves out. The active card stays until the user moves on. */
export function applyFilter({ keepActive = true } = {}) {
  let count = 0;
  for (const card of all("[data-card]")) {
    const isShown = matches(card) || (keepActive && card.dataset.card === active);
    card.parentElement.hidden = !isShown;
    count += isShown ? 1 : 0;
  }
  one("[data-nothing]").hidden = count > 0 || !one("[data-card]");
}

export function showProgress() {
  const cards = all("[data-card]");
  const reviewed = cards.filter((card) => card.dataset.state !== "proposed").length;
  root.dataset.reviewed = reviewed;
  root.dataset.count = cards.length;
  showSure(cards.filter((card) => card.dataset.state === "proposed" && card.dataset.flags.split(" ").includes("sure")).length);
  const bar = one("[data-progress]");
  bar.max = Math.max(cards.length, 1);
  bar.value = reviewed;
  one("[data-reviewed]").textContent = reviewed;
  for (const total of all("[data-total]")) total.textContent = cards.length;
  for (const button of all("[data-filter]")) {
    const name = button.dataset.filter;
    const count = name ? cards.filter((card) => card.dataset.flags.split(" ").includes(name)).length : cards.length;
    one("[data-count]", button).textContent = count;
  }
}

function showSure(count) {
  const button = one("[data-do='accept-confident']");
  if (!button) return;
  one("[data-confident-count]").textContent = count;
  button.hidden = count === 0;
}

export function showSide(side) {
  root.dataset.side = side;
  for (const button of all("[data-show-side]")) button.setAttribute("aria-pressed", String(button.dataset.showSide === side));
  if (side === "page" && active) showInText(active);
}
