/* A sign of life every few seconds. The answer says who else is here and which cards are no longer as drawn. */

import { kept, mayReview, one, post, root, text, toast } from "./desk-base.js";
import { cardOf } from "./desk-cards.js";
import { isPending, refresh, seen } from "./desk-queue.js";

/* What the page sends by itself does not count as activity: the screen lock must still come. */
const BACKGROUND = { "X-Background": "1" };

export function start() {
  tellDrafts();
  if (!mayReview) return;
  beat();
  setInterval(beat, 1000 * Number(root.dataset.heartbeat));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && beat());
}

async function beat() {
  if (document.visibilityState !== "visible") return;
  const { status, body } = await post(root.dataset.presenceUrl, {}, BACKGROUND);
  if (status !== 200) return;
  showOthers(body.others);
  const known = new Set([...root.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
  const changed = Object.entries(body.versions)
    .filter(([id, version]) => !isPending(id) && (!known.has(id) || seen[id] !== version))
    .map(([id]) => id);
  const gone = [...known].filter((id) => !(id in body.versions) && !isPending(id));
  if (changed.length || gone.length) await refresh([...changed, ...gone]);
}

function showOthers(names) {
  const banner = one("[data-presence]");
  const sentence = names.length ? text("one-other", names.join(", ")) : "";
  if (one("[data-presence-text]").textContent !== sentence) one("[data-presence-text]").textContent = sentence;
  banner.hidden = !names.length;
}

function tellDrafts() {
  for (const key of kept.keys("draft:")) {
    const card = cardOf(key.slice("draft:".length));
    if (card) toast(text("draft", one("[data-number]", card).textContent));
    else kept.drop(key);
  }
}
