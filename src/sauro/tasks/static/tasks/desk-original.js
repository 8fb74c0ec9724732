/* The original file beside the cards: a .pdf in place of the read text, any other kind as a download. The frame has no
   sandbox attribute, because browsers refuse to show a .pdf in a sandboxed frame; their viewer is a sandbox of its own,
   and the server gives nothing but a .pdf to be looked at in place. */

import { one, root } from "./desk-base.js";
import { activeId, setActive } from "./desk-cards.js";

const button = one("[data-original]");
const panel = one("[data-original-panel]");
const frame = one("[data-original-frame]");

export function start() {
  if (!button) return;
  button.addEventListener("click", toggleOriginal);
  one("[data-original-close]").addEventListener("click", () => {
    toggleOriginal();
    setActive(activeId());
  });
}

export function toggleOriginal() {
  if (!button) return;
  if (button.dataset.media !== "application/pdf") {
    window.location.assign(frame.dataset.src);
    return;
  }
  const isOpening = panel.hidden;
  if (isOpening && !frame.getAttribute("src")) frame.setAttribute("src", `${frame.dataset.src}?xem#navpanes=0&view=FitH`);
  panel.hidden = !isOpening;
  root.classList.toggle("shows-original", isOpening);
  button.setAttribute("aria-pressed", String(isOpening));
}
