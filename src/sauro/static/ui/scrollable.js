/* A part that scrolls sideways can be reached and scrolled with the keyboard; one that fits is no stop on the way. */

const PARTS = ".table-responsive, .list-scroll";

function mark(part) {
  if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  else part.removeAttribute("tabindex");
}

const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
const watch = (root) => root.querySelectorAll?.(PARTS).forEach((part) => watcher.observe(part));

document.addEventListener("htmx:load", (event) => watch(event.detail.elt.parentNode ?? document));
watch(document);
