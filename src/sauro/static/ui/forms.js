/* A form that comes back with faults starts with them: the summary takes the focus. */

function focusSummary(root) {
  root.querySelector?.("[data-form-summary]")?.focus();
}

document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.target));
focusSummary(document);
