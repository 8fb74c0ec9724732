/* Deeds on their way to the server: one after the other, kept across reloads, never lost without a word. */

import { get, kept, one, post, root, text, toast } from "./desk-base.js";
import { applyAnswer } from "./desk-apply.js";

const RETRY_SECONDS = [2, 4, 8, 15, 30];
const SIGNED_OUT = "signed-out";
const LOCKED = 423;

/* The version of each card as drawn, and as our own last deed left it. */
export const seen = {};
export const own = {};

let queue = [];
let undoStack = [];
let isSending = false;
let failures = 0;
let timer = null;

/* Append a deed. `card` is the card it is about, if any; `done` is told the answer; `undoes` marks a way back. */
export function enqueue(deed, data, { card = null, base = null, undoes = false, done = null } = {}) {
  queue.push({ deed, data, card, base: base ?? (card ? seen[card] : null), undoes, done });
  keep();
  send();
}

export function isPending(card) {
  return queue.some((entry) => entry.card === card || entry.data.other === card);
}

/* Take back the last deed that the server has confirmed, after everything still under way. */
export function undo() {
  enqueue("", {}, { undoes: true });
}

export function pushUndo(deeds) {
  undoStack.push(deeds);
  undoStack = undoStack.slice(-200);
  keep();
}

export function start() {
  for (const card of root.querySelectorAll("[data-card]")) seen[card.dataset.card] = Number(card.dataset.version);
  queue = kept.read("queue", []).map((entry) => ({ ...entry, resumed: true }));
  undoStack = kept.read("undo", []);
  Object.assign(own, kept.read("own", {}));
  one("[data-retry]").addEventListener("click", retry);
  window.addEventListener("online", retry);
  document.getElementById("screen-lock")?.addEventListener("close", retry);
  send();
}

function retry() {
  clearTimeout(timer);
  failures = 0;
  isSending = false;
  send();
}

function keep() {
  kept.write("queue", queue.map(({ done, ...entry }) => entry));
  kept.write("undo", undoStack);
  kept.write("own", own);
}

async function send() {
  if (isSending) return;
  const entry = next();
  if (!entry) return show("saved");
  isSending = true;
  show("saving");
  const data = entry.card && entry.base ? { ...entry.data, obligation: entry.card, version: entry.base } : entry.data;
  const result = await post(root.dataset.deedUrl.replace("DEED", entry.deed), data);
  isSending = false;
  if (result.status === 0 || result.status >= 500 || !result.body) return wait(result);
  if (result.status === 401) return show(SIGNED_OUT);
  failures = 0;
  queue.shift();
  if (result.status === 200) accept(entry, result.body);
  else await refuse(entry, result);
  keep();
  send();
}

/* The entry to send. The place of an undo is taken by the deeds that it stands for, once its turn has come. */
function next() {
  while (queue.length && queue[0].undoes && !queue[0].deed) {
    queue.shift();
    const deeds = undoStack.pop();
    if (!deeds) toast(text("nothing-to-undo"));
    else if (deeds.note) toast(text(deeds.note));
    else queue.unshift(...deeds.map(wayBack));
    keep();
  }
  return queue[0];
}

function wayBack({ deed, data }) {
  const card = data.obligation || null;
  return { deed, data, card, base: data.version ?? own[card] ?? seen[card], undoes: true };
}

function accept(entry, answer) {
  for (const [card, version] of Object.entries(answer.versions)) {
    seen[card] = own[card] = version;
    for (const waiting of queue) {
      if (waiting.card === card) waiting.base = version;
      if (waiting.data.other === card) waiting.data.other_version = version;
    }
  }
  if (answer.undo.length && !entry.undoes) pushUndo(answer.undo);
  if (entry.undoes) answer.message = answer.message || text("undone");
  entry.done?.(200, answer);
  applyAnswer(answer, { isPending, follow: entry.undoes });
  if (answer.message) toast(answer.message);
}

/* The server said no. Later deeds on the same card were made on a wrong belief, so they go, and the card is drawn anew. */
async function refuse(entry, { status, body }) {
  const cards = [entry.card, entry.data.other].filter(Boolean);
  queue = queue.filter((waiting) => !cards.includes(waiting.card));
  const isAnswered = entry.done?.(status, body);
  const wasApplied = entry.resumed && body.code === "stale";
  if (!isAnswered && !wasApplied) toast(body.message, { fault: true });
  if (cards.length) await refresh(cards);
}

export async function refresh(cards) {
  const query = new URLSearchParams(cards.map((card) => ["id", card]));
  const { status, body } = await get(`${root.dataset.cardsUrl}?${query}`);
  if (status !== 200) return;
  Object.assign(seen, body.versions);
  applyAnswer(body, { isPending });
}

function wait({ status }) {
  const isForbidden = status === 403;
  show(isForbidden ? SIGNED_OUT : status === LOCKED ? "locked" : "offline");
  if (isForbidden) return;
  timer = setTimeout(send, 1000 * RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length - 1)]);
  failures += 1;
}

function show(state) {
  const line = one("[data-saving]");
  line.dataset.state = state;
  one("[data-saving-text]").textContent = text(state, queue.length);
  one("[data-retry]").hidden = state === "saved" || state === "saving";
}
