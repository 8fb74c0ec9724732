/* The dialog in which a person says which unit a printed name means. */

import { one, text } from "./desk-base.js";
import { completion } from "./desk-bodies.js";
import { activeId, setActive } from "./desk-cards.js";
import { enqueue, pushUndo } from "./desk-queue.js";

const dialog = document.getElementById("desk-bind");
const form = one("[data-bind-form]", dialog);
const input = one("#bind-unit", dialog);
const fault = one("[data-fault]", dialog);
let name = "";
let unit = null;

completion(input, (chosen) => {
  unit = chosen.unit;
  input.value = chosen.unit_name;
}, { mayStay: false });
input.addEventListener("input", () => {
  unit = null;
});
one("[data-cancel]", dialog).addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => setActive(activeId()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!unit) return tell(text("choose-unit"));
  const done = (status, body) => {
    if (status !== 200) return tell(body.message);
    pushUndo({ note: "cannot-undo-bind" });
    dialog.close();
    return true;
  };
  return enqueue("bind", { name, unit, scope: form.elements.scope.value }, { done });
});

export function openBind(printed) {
  name = printed;
  unit = null;
  form.reset();
  fault.hidden = true;
  one("[data-bind-name]", dialog).textContent = printed;
  dialog.showModal();
  input.value = printed;
  input.focus();
  input.select();
  input.dispatchEvent(new Event("input"));
}

function tell(sentence) {
  fault.textContent = sentence;
  fault.hidden = false;
  input.focus();
  return true;
}
