/* List pages: shows that the list is being fetched, and closes the column menu like any other menu. */

document.addEventListener("htmx:beforeRequest", (event) => toggleBusy(event.detail.target, true));
document.addEventListener("htmx:afterRequest", (event) => toggleBusy(event.detail.target, false));

function toggleBusy(target, busy) {
  if (!target?.matches?.("[data-list-part]")) return;
  target.classList.toggle("list-part-busy", busy);
  target.setAttribute("aria-busy", String(busy));
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest?.("[data-menu][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

/* The order of columns: a column goes one place forward or back among the choices, and the list follows. */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  const choice = button.closest("[data-column]");
  const back = button.dataset.move === "-1";
  const other = back ? choice.previousElementSibling : choice.nextElementSibling;
  if (!other?.matches("[data-column]")) return;
  if (back) other.before(choice);
  else other.after(choice);
  button.focus();
  button.form.dispatchEvent(new Event("change", { bubbles: true }));
});
