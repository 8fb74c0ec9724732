/* Talking on an assignment: names after an @ are completed by keyboard, Ctrl+Enter sends, "c" begins. */

import { isTaken, lettersAreOff, registerKeys } from "../ui/keyboard.js";

const DELAY_MS = 150;
// An @ that begins a word, and what follows it up to the caret.
const MARKED = /(?:^|[^\p{L}\p{N}])@([^\n@]{0,80})$/u;

class Names {
  constructor(field) {
    this.field = field;
    this.at = -1;
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-names`;
    this.list.className = "picker-options";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "@");
    this.list.hidden = true;
    field.after(this.list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.clicked(event));
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  /** What is being marked: where its @ stands and the words behind it; nothing when the caret is elsewhere. */
  marked() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const found = MARKED.exec(before);
    return found && { start: before.length - found[1].length - 1, words: found[1] };
  }

  typed() {
    clearTimeout(this.timer);
    const marked = this.marked();
    // A name that was chosen is settled; so is an @ behind which nobody was found.
    if (!marked || (this.settled && marked.start === this.settled.start && marked.words.startsWith(this.settled.words))) {
      return this.close();
    }
    this.timer = setTimeout(() => this.load(marked), DELAY_MS);
  }

  async load(marked) {
    const form = this.field.form;
    const address = new URL(this.field.closest("[data-talk]").dataset.namesUrl, location.href);
    address.searchParams.set("q", marked.words.trimStart());
    address.searchParams.set("pham-vi", form.dataset.scope ?? form.querySelector("[name=scope]:checked")?.value ?? "");
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    const now = this.marked();
    if (!answer?.ok || now?.start !== marked.start || now.words !== marked.words) return;
    const { results } = await answer.json();
    if (!results.length) {
      this.settled = marked;
      return this.close();
    }
    this.start = marked.start;
    this.list.replaceChildren(...results.map((one, index) => this.option(one, index)));
    this.list.hidden = false;
    this.mark(0);
  }

  option({ label, detail }, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.className = "picker-option";
    item.setAttribute("role", "option");
    item.dataset.label = label;
    const more = document.createElement("span");
    more.className = "picker-detail";
    more.textContent = detail;
    item.append(label, more);
    return item;
  }

  mark(index) {
    this.at = index;
    this.options.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    this.field.setAttribute("aria-activedescendant", this.options[index].id);
    this.options[index].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.field.form.requestSubmit();
    }
    if (this.list.hidden) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.mark(Math.min(this.at + 1, last));
    else if (event.key === "ArrowUp") this.mark(Math.max(this.at - 1, 0));
    else if (event.key === "Enter" || event.key === "Tab") this.choose(this.options[this.at]);
    else if (event.key === "Escape") this.settle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  clicked(event) {
    event.preventDefault();
    const item = event.target.closest("[role=option]");
    if (item) this.choose(item);
  }

  choose(item) {
    const { label } = item.dataset;
    this.field.setRangeText(`@${label} `, this.start, this.field.selectionStart, "end");
    this.settled = { start: this.start, words: label };
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  settle() {
    this.settled = this.marked();
    this.close();
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }
}

const known = new WeakSet();

function start(root) {
  for (const field of root.querySelectorAll?.("[data-talk] [data-names]") ?? []) {
    if (known.has(field)) continue;
    known.add(field);
    new Names(field);
  }
}

const composer = () => document.querySelector("[data-talk] > [data-talk-form] [data-names]");

document.addEventListener("keydown", (event) => {
  if (isTaken(event) || lettersAreOff() || event.key.toLowerCase() !== "c" || !composer()) return;
  event.preventDefault();
  composer().focus();
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (!document.querySelector("[data-talk]") || !event.detail.xhr?.responseURL.includes("/trao-doi/")) return;
  start(document);
  // The panel was replaced, and the focus with it: back to where the next word is written, unless there is a fault.
  if (!document.querySelector("[data-talk] [data-form-summary]")) composer()?.focus({ preventScroll: true });
});

start(document);
const keyText = document.querySelector("[data-talk]")?.dataset.keyText;
if (keyText) registerKeys([{ keys: ["c"], text: keyText }]);
