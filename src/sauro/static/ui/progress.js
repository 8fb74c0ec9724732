/* Shows that work goes on when it takes longer than a second, with the share of an upload that has arrived. */

import { text } from "./texts.js";

const PATIENCE_MS = 1000;
const bar = document.getElementById("work-bar");
const progress = bar.querySelector("progress");
const label = bar.querySelector(".work-bar-text");
const running = new Map();

function start(key, isUpload) {
  stop(key);
  running.set(key, setTimeout(() => show(isUpload), PATIENCE_MS));
}

function show(isUpload) {
  progress.removeAttribute("value");
  label.textContent = text(isUpload ? "uploading" : "working");
  bar.hidden = false;
}

function stop(key) {
  clearTimeout(running.get(key));
  running.delete(key);
  if (!running.size) bar.hidden = true;
}

function sendsFile(form) {
  return [...(form.querySelectorAll?.("input[type=file]") ?? [])].some((input) => input.files.length);
}

document.addEventListener("htmx:beforeSend", (event) => start(event.detail.xhr, sendsFile(event.detail.elt)));
document.addEventListener("htmx:xhr:progress", (event) => {
  if (!event.detail.lengthComputable) return;
  progress.max = event.detail.total;
  progress.value = event.detail.loaded;
});
for (const end of ["htmx:afterRequest", "htmx:sendError", "htmx:abort"]) {
  document.addEventListener(end, (event) => stop(event.detail.xhr));
}

// A plain form leaves the page; until then it must not be sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "1";
  start(form, sendsFile(form));
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    stop(form);
  }
});
