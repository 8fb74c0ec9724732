/* What the user can do with the active card, by key or by button. Cards change at once; the queue does the rest. */

import { all, announce, mayReview, one, root, text, toast } from "./desk-base.js";
import { foretell } from "./desk-apply.js";
import { startAdding } from "./desk-add.js";
import { openBind } from "./desk-bind.js";
import { activeCard, applyFilter, following, nextOpen, setActive, showSide } from "./desk-cards.js";
import { selectedSpan, showPassage } from "./desk-document.js";
import { openEdit, openSplit } from "./desk-edit.js";
import { enqueue, undo } from "./desk-queue.js";

const LIVE = ["proposed", "accepted"];

const deeds = {
  accept(card) {
    if (card.dataset.state !== "proposed") return goOn(card);
    if (mustLook(card)) return undefined;
    enqueue("accept", { looked: "lookAt" in card.dataset ? "on" : "" }, { card: card.dataset.card });
    foretell(card.dataset.card, { state: "accepted", flags: without("open") });
    return goOn(card);
  },
  unaccept(card) {
    if (card.dataset.state !== "accepted") return;
    enqueue("unaccept", {}, { card: card.dataset.card });
    foretell(card.dataset.card, { state: "proposed", flags: (flags) => [...flags, "open"] });
  },
  discard(card) {
    if (!LIVE.includes(card.dataset.state)) return;
    enqueue("discard", {}, { card: card.dataset.card });
    foretell(card.dataset.card, { state: "discarded", flags: () => [] });
    goOn(card);
  },
  restore(card) {
    if (card.dataset.state !== "discarded") return;
    enqueue("restore", {}, { card: card.dataset.card });
  },
  general(card) {
    if (!LIVE.includes(card.dataset.state)) return;
    const isGeneral = card.dataset.flags.split(" ").includes("general");
    enqueue("direction", { value: isGeneral ? "" : "on" }, { card: card.dataset.card });
    foretell(card.dataset.card, {
      state: card.dataset.state,
      flags: (flags) => (isGeneral ? flags.filter((flag) => flag !== "general") : [...flags, "general"]),
    });
  },
  edit(card) {
    if (LIVE.includes(card.dataset.state)) openEdit(card);
  },
  split(card) {
    if (!LIVE.includes(card.dataset.state)) return;
    const span = selectedSpan();
    const start = Number(card.dataset.start);
    const end = Number(card.dataset.end);
    if (!span || span.start < start || span.end > end) return openSplit(card);
    const parts = [[start, span.start], [span.start, span.end], [span.end, end]].filter(hasWords);
    document.getSelection().removeAllRanges();
    if (parts.length > 1) enqueue("split", { parts }, { card: card.dataset.card });
  },
  merge(card) {
    if (!LIVE.includes(card.dataset.state)) return;
    const other = following(card);
    if (!other) return toast(text("no-next"));
    const data = { other: other.dataset.card, other_version: Number(other.dataset.version) };
    enqueue("merge", data, { card: card.dataset.card });
  },
  bind(card) {
    const button = one("[data-bind]", card);
    if (button) openBind(button.dataset.bind);
    else toast(text("no-loose"));
  },
  field(card) {
    if (!LIVE.includes(card.dataset.state)) return undefined;
    const clear = one("[data-field-clear]", card);
    return clear ? chooseField(card, clear.dataset.field) : openEdit(card, "#edit-field");
  },
  look() {
    showSide("page");
  },
};

const general = {
  add() {
    const span = selectedSpan();
    if (!span) return startAdding();
    document.getSelection().removeAllRanges();
    enqueue("add", span);
  },
  undo,
  help() {
    document.getElementById("desk-help").showModal();
  },
  "accept-confident": askConfident,
  "choose-fields": () => enqueue("choose-fields", {}),
};

const FOR_READERS = ["look", "help"];

export function act(name) {
  if (!mayReview && !FOR_READERS.includes(name)) return toast(text("may-not"));
  if (general[name]) return general[name]();
  const card = activeCard();
  if (!card || ("sent" in card.dataset && name !== "look")) return undefined;
  return deeds[name]?.(card);
}

export function start() {
  // Kept from taking the focus, so that a selection in the text survives a press on a button beside it.
  root.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-selection-bar], [data-do='split']")) event.preventDefault();
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) act(button.dataset.do);
    const bind = event.target.closest("[data-bind]");
    if (bind && mayReview) openBind(bind.dataset.bind);
    const field = event.target.closest("[data-field]");
    if (field && mayReview) chooseField(field.closest("[data-card]"), field.dataset.field);
  });
  document.getElementById("desk-confident").addEventListener("close", (event) => {
    if (event.target.returnValue === "yes") enqueue("accept-confident", {});
  });
}

function chooseField(card, field) {
  if (!("sent" in card.dataset)) enqueue("field", { field }, { card: card.dataset.card });
}

function askConfident() {
  const dialog = document.getElementById("desk-confident");
  dialog.returnValue = "";
  dialog.showModal();
}

function goOn(card) {
  const next = nextOpen();
  if (next) setActive(next.dataset.card);
  else {
    setActive(card.dataset.card);
    announce(text("done"));
    toast(text("done"));
  }
  applyFilter();
}

/* A card with a word that was recognised with little confidence is accepted at the second Enter only: the first shows
   the word. */
function mustLook(card) {
  if (!card.dataset.lookAt || "looked" in card.dataset) return false;
  card.dataset.looked = "";
  const [start, end] = card.dataset.lookAt.split("-").map(Number);
  showPassage(start, end, { keepsSide: true });
  toast(text("look-first", all(".task-check", card).map((mark) => mark.title).join("; ")));
  return true;
}

function without(flag) {
  return (flags) => flags.filter((other) => other !== flag);
}

/* Whether a span of the document holds more than spaces and punctuation. */
function hasWords([start, end]) {
  if (end <= start) return false;
  const card = activeCard();
  const words = [...one(".task-text", card).textContent].slice(start - Number(card.dataset.start), end - Number(card.dataset.start));
  return /[\p{L}\p{N}]/u.test(words.join(""));
}
