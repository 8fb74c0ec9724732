/* The keyboard palette (Ctrl+K): pages, rows of lists and the acts of this page. A combobox after the ARIA pattern.
   Suggestions come from the server for each typing and are thrown away when it closes: nothing stays in the page. */

import { registerKeys } from "./keyboard.js";
import { showFault } from "./messages.js";
import { text } from "./texts.js";
import { fold } from "./fold.js";

const DELAY_MS = 150;
const ACTS = ":is(.page-head-actions, .quick-views, [data-page-acts]) :is(a[href], button, summary), [data-show-keys]";
const dialog = document.querySelector("[data-palette]");
const input = dialog?.querySelector("[role=combobox]");
const list = dialog?.querySelector("[role=listbox]");
const status = dialog?.querySelector("[role=status]");
let timer;
let asked = 0;

const options = () => [...list.querySelectorAll("[role=option]")];
const current = () => list.querySelector("[aria-selected=true]");

function open() {
  if (document.querySelector("dialog[open]")) return;
  dialog.showModal();
  input.focus();
  load();
}

function clear() {
  clearTimeout(timer);
  asked += 1;
  input.value = "";
  list.replaceChildren();
  status.textContent = "";
  mark(undefined);
}

async function load() {
  const mine = ++asked;
  const address = new URL(dialog.dataset.source, location.href);
  address.searchParams.set("q", input.value);
  const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (mine !== asked || !dialog.open) return;
  // A session that has ended is answered with the sign-in page.
  if (answer?.redirected) return location.assign(answer.url);
  if (!answer?.ok) {
    dialog.close();
    if (answer?.status !== 423) showFault(text("lost"));
    return;
  }
  list.innerHTML = await answer.text();
  list.prepend(...actGroup());
  const found = options();
  mark(found[0]);
  const words = { 0: dialog.dataset.none, 1: dialog.dataset.one }[found.length] ?? dialog.dataset.many;
  status.textContent = words.replace("{n}", found.length);
}

/** The acts that the page itself offers and that match what was typed. */
function actGroup() {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  const acts = [...document.querySelectorAll(ACTS)].filter((element) => isOffered(element, words));
  if (!acts.length) return [];
  const group = document.createElement("div");
  group.className = "palette-group";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", dialog.dataset.actsTitle);
  const heading = document.createElement("div");
  heading.className = "palette-heading";
  heading.setAttribute("role", "presentation");
  heading.textContent = dialog.dataset.actsTitle;
  group.append(heading, ...acts.map(actOption));
  return [group];
}

function isOffered(element, words) {
  // The menu of the account is folded away; its entry for the keys is offered all the same.
  if (element.disabled || !(element.checkVisibility() || element.matches("[data-show-keys]"))) return false;
  const label = fold(element.textContent);
  return label.trim() && words.every((word) => label.includes(word));
}

function actOption(element, index) {
  const option = document.createElement("div");
  option.id = `palette-act-${index}`;
  option.className = "palette-option";
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const label = document.createElement("span");
  label.className = "palette-text";
  label.textContent = element.textContent.trim().replace(/\s+/g, " ");
  const icon = document.createElement("i");
  icon.className = "ti ti-bolt";
  icon.setAttribute("aria-hidden", "true");
  option.append(icon, label);
  option.addEventListener("click", () => {
    dialog.close();
    element.focus();
    element.click();
  });
  return option;
}

function mark(option) {
  current()?.setAttribute("aria-selected", "false");
  input.setAttribute("aria-expanded", String(options().length > 0));
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const found = options();
  if (found.length) mark(found[(found.indexOf(current()) + step + found.length) % found.length]);
}

const KEYS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => current()?.click(),
};

function start() {
  document.addEventListener("keydown", (event) => {
    const isCalled = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (!isCalled || event.isComposing) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-palette]")) open();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(load, DELAY_MS);
  });
  input.addEventListener("keydown", (event) => {
    // Enter also ends a word in an input method for Vietnamese: it must not open anything then.
    if (event.isComposing || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  dialog.addEventListener("close", clear);
  registerKeys([{ keys: ["Ctrl+K"], text: text("keyPalette") }]);
}

if (dialog) start();
