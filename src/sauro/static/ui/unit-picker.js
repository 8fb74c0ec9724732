/* Completion of names of units or people: a combobox after the ARIA pattern. The hidden field holds what is sent. */

import { text } from "./texts.js";

const DELAY_MS = 150;

class Picker {
  constructor(root) {
    this.root = root;
    this.text = root.querySelector("[data-picker-text]");
    this.value = root.querySelector("[data-picker-value]");
    this.list = root.querySelector("[data-picker-options]");
    this.at = -1;
    this.text.addEventListener("input", (event) => this.typed(event));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("change", (event) => event.stopPropagation()); // only a choice is a change
    this.text.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.clicked(event));
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  typed(event) {
    event.stopPropagation();
    clearTimeout(this.timer);
    if (this.value.value) this.set("");
    if (!this.text.value.trim()) return this.close();
    this.timer = setTimeout(() => this.load(this.text.value), DELAY_MS);
  }

  async load(query) {
    const address = new URL(this.root.dataset.source, location.href);
    address.searchParams.set("q", query);
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || this.text.value !== query || document.activeElement !== this.text) return;
    this.show((await answer.json()).results);
  }

  show(units) {
    this.list.replaceChildren(...(units.length ? units.map((unit, index) => this.option(unit, index)) : [this.none()]));
    this.list.hidden = false;
    this.text.setAttribute("aria-expanded", "true");
    this.mark(units.length ? 0 : -1);
  }

  option(unit, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.className = "picker-option";
    item.setAttribute("role", "option");
    item.dataset.value = unit[this.root.dataset.by];
    item.dataset.name = unit.name;
    item.append(unit.name);
    if (unit.detail) {
      const detail = document.createElement("span");
      detail.className = "picker-detail";
      detail.textContent = unit.detail;
      item.append(detail);
    }
    return item;
  }

  none() {
    const item = document.createElement("li");
    item.className = "picker-none";
    item.setAttribute("role", "presentation");
    item.textContent = this.root.dataset.none || text("noUnit");
    return item;
  }

  mark(index) {
    this.at = index;
    this.options.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    const current = this.options[index];
    if (!current) return this.text.removeAttribute("aria-activedescendant");
    this.text.setAttribute("aria-activedescendant", current.id);
    current.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (this.list.hidden) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.mark(Math.min(this.at + 1, last));
    else if (event.key === "ArrowUp") this.mark(Math.max(this.at - 1, 0));
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.options[this.at]);
    else if (event.key === "Escape") this.close();
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
    this.close();
    if (this.root.dataset.pickerMany) return this.add(item);
    this.text.value = item.dataset.name;
    this.set(item.dataset.value);
  }

  /* Of several, each choice becomes a ticked box: taking the tick away takes the unit out. */
  add(item) {
    this.text.value = "";
    const chosen = this.root.querySelector("[data-picker-chosen]");
    const known = [...chosen.querySelectorAll("input")].find((one) => one.value === item.dataset.value);
    if (known) {
      known.checked = true;
      return;
    }
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: this.root.dataset.pickerMany, value: item.dataset.value, checked: true });
    box.className = "form-check-input";
    const label = document.createElement("label");
    label.append(box, ` ${item.dataset.name}`);
    const row = document.createElement("li");
    row.append(label);
    chosen.append(row);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  set(value) {
    this.value.value = value;
    this.value.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.text.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }
}

const known = new WeakSet();

function start(root) {
  for (const element of root.querySelectorAll?.("[data-picker]") ?? []) {
    if (known.has(element)) continue;
    known.add(element);
    new Picker(element);
  }
}

document.addEventListener("htmx:load", (event) => start(event.detail.elt.parentNode ?? document));
start(document);
