/* Covers the page after some minutes without activity and asks the password again. What was being typed stays.
   All tabs lock and unlock together. While somebody works without sending anything, the server hears of it. */

import { text } from "./texts.js";

const ACTIVE_KEY = "sr-active-at";
const LOCKED_KEY = "sr-locked";
const CHECK_MS = 5_000;
const PRESENCE_MS = 60_000;
const { lockMinutes, lockUrl, presenceUrl } = document.body.dataset;
const dialog = document.getElementById("screen-lock");
/* A wall screen is left alone on purpose. It stays, and asks for the password when somebody touches it. */
const isWall = document.querySelector("[data-wall]") !== null;

const idleMs = () => Date.now() - Number(localStorage.getItem(ACTIVE_KEY));
const isIdleTooLong = () => idleMs() > Number(lockMinutes) * 60_000;

function csrfToken() {
  return dialog.querySelector("[name=csrfmiddlewaretoken]").value;
}

function markActive() {
  if (!dialog.open) localStorage.setItem(ACTIVE_KEY, String(Date.now()));
}

function cover() {
  if (dialog.open) return;
  for (const other of document.querySelectorAll("dialog[open]")) other.close();
  dialog.showModal();
}

/** Locks this page, the other tabs and the session on the server. */
export function lock() {
  cover();
  localStorage.setItem(LOCKED_KEY, "1");
  fetch(lockUrl, { method: "POST", headers: { "X-CSRFToken": csrfToken(), "X-Background": "1" } }).catch(() => {});
}

function uncover() {
  dialog.querySelector("[name=password]").value = "";
  dialog.close();
  markActive();
}

async function unlock(event) {
  event.preventDefault();
  const form = event.target;
  const fault = dialog.querySelector("[data-unlock-fault]");
  fault.textContent = "";
  try {
    const body = new FormData(form);
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": csrfToken() } });
    if (answer.status === 204) {
      localStorage.removeItem(LOCKED_KEY);
      uncover();
      return;
    }
    fault.textContent = text(answer.status === 403 ? "wrongPassword" : "lost");
  } catch {
    fault.textContent = text("lost");
  }
  dialog.querySelector("[name=password]").select();
}

async function reportPresence() {
  if (dialog.open || idleMs() > PRESENCE_MS) return;
  const answer = await fetch(presenceUrl, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.status === 423) lock();
}

function checkIdle() {
  if (!isWall && !dialog.open && isIdleTooLong()) lock();
}

function watch() {
  localStorage.removeItem(LOCKED_KEY); // the server has just answered, so the session is open
  markActive();
  for (const sign of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(sign, () => (isIdleTooLong() ? lock() : markActive()), { capture: true, passive: true });
  }
  addEventListener("storage", (event) => {
    if (event.key !== LOCKED_KEY) return;
    if (event.newValue) cover();
    else if (dialog.open) uncover();
  });
  addEventListener("visibilitychange", checkIdle);
  setInterval(checkIdle, CHECK_MS);
  setInterval(reportPresence, PRESENCE_MS);
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("[data-unlock-form]").addEventListener("submit", unlock);
  // A form sent after the time was up would lose what it holds: ask first.
  document.addEventListener(
    "submit",
    (event) => {
      if (dialog.contains(event.target) || !isIdleTooLong()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      lock();
    },
    { capture: true },
  );
  // The page that stands for a locked session must not take the place of a part of this one: what is here stays.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 423) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 423) lock();
  });
}

// The page that stands for a locked session has the same form as its content: nothing to watch there.
const isLockedPage = () => [...document.forms].some((form) => form.action === unlockForm().action && form !== unlockForm());
const unlockForm = () => dialog.querySelector("[data-unlock-form]");

if (dialog && lockUrl && !isLockedPage()) watch();
