/* What to do with an htmx answer that is not the fragment asked for. */

import { showFault } from "./messages.js";
import { text } from "./texts.js";

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, shouldSwap } = event.detail;
  // A session that ended answers with the whole sign-in page: go there instead of swapping it into a cell.
  if (xhr.responseURL && new URL(xhr.responseURL).pathname === "/dang-nhap/" && location.pathname !== "/dang-nhap/") {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
    return;
  }
  // A refusal without a place of its own is a whole error page; only 422 brings back the form it belongs to.
  const isOwnFragment = xhr.status === 422 || xhr.getResponseHeader("HX-Retarget");
  if (shouldSwap && xhr.status >= 400 && !isOwnFragment) {
    event.detail.shouldSwap = false;
    if (xhr.status !== 423) showFault(text("refused"));
  }
});

document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (status >= 500) showFault(text(status === 503 ? "busy" : "broken"));
});

for (const lost of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(lost, () => showFault(text("lost")));
}
