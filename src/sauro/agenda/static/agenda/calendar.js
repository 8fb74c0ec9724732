/* The calendar by keyboard: arrow keys move between days (over the edge to the next page), Home and End within a week. */

import { isTaken, registerKeys } from "../ui/keyboard.js";
import { text } from "../ui/texts.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

document.addEventListener("keydown", (event) => {
  if (isTaken(event)) return;
  const days = [...document.querySelectorAll("[data-days] [data-day]")];
  const at = days.indexOf(document.activeElement);
  if (at < 0) return;
  const monday = at - (at % 7);
  const to = { Home: monday, End: monday + 6 }[event.key] ?? at + STEPS[event.key];
  if (Number.isNaN(to)) return;
  event.preventDefault();
  if (days[to]) days[to].focus();
  else document.querySelector(to < 0 ? "[data-page-previous]" : "[data-page-next]")?.click();
});

registerKeys([{ keys: ["←", "→", "↑", "↓"], text: text("keyDays") }]);
