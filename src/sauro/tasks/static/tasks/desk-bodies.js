/* Fields for bodies: chips with completion of unit names. A name that is no unit may stay as it is typed. */

import { get, one, root, text } from "./desk-base.js";

const WAIT_MS = 120;
const MOST_WORDS_DROPPED = 2;
let counter = 0;

/* A field of several bodies. The hidden textarea holds them as JSON: [{name, unit, unit_name}]. */
export function startBodies(holder, changed) {
  const store = one("textarea", holder);
  const input = one("input", holder);
  const list = document.createElement("ul");
  list.className = "bodies-chips";
  holder.prepend(list);
  const read = () => JSON.parse(store.value || "[]");
  const write = (bodies) => {
    store.value = JSON.stringify(bodies);
    draw();
    changed();
  };
  const draw = () => list.replaceChildren(...read().map((body, index) => chip(body, () => {
    write(read().filter((_, other) => other !== index));
    input.focus();
  })));
  const add = (body) => {
    input.value = "";
    write([...read(), body]);
  };
  completion(input, add, { mayStay: true });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !input.value && read().length) write(read().slice(0, -1));
  });
  holder.addEventListener("click", (event) => event.target === holder && input.focus());
  draw();
}

function chip(body, remove) {
  const item = document.createElement("li");
  item.className = body.unit || isGroup(body.name) ? "body" : "body body-loose";
  item.title = body.unit ? body.unit_name : text("unresolved");
  item.append(body.name);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "body-remove";
  button.setAttribute("aria-label", text("remove", body.name));
  button.innerHTML = '<i class="ti ti-x" aria-hidden="true"></i>';
  button.addEventListener("click", remove);
  item.append(button);
  return item;
}

function isGroup(name) {
  return /^các\s/iu.test(name.normalize("NFC"));
}

/* Completion of unit names on an input. `choose` gets {name, unit, unit_name}; a free name has no unit. */
export function completion(input, choose, { mayStay }) {
  const list = document.createElement("ul");
  list.className = "picker-options";
  list.id = `picker-${(counter += 1)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  let options = [];
  let at = -1;
  let timer = null;
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    clearTimeout(timer);
    close();
    choose(option);
  };
  const light = (index) => {
    at = index;
    for (const [other, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(other === at));
    input.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const show = (found, typed) => {
    options = found.map((unit) => ({ name: unit.name, unit: unit.id, unit_name: unit.name, detail: unit.detail }));
    if (mayStay) options.push({ name: typed, unit: null, unit_name: "", label: text("keep-as-typed", typed) });
    list.replaceChildren(...options.map((option, index) => optionItem(option, `${list.id}-${index}`, () => take(option))));
    if (!options.length) list.append(noneItem());
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (options.length) light(0);
  };
  const look = async () => {
    const typed = input.value.trim();
    if (!typed) return close();
    const found = await suggest(typed);
    return input.value.trim() === typed && document.activeElement === input ? show(found, typed) : null;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden && options.length;
    if (event.key === "ArrowDown" && isOpen) light((at + 1) % options.length);
    else if (event.key === "ArrowUp" && isOpen) light((at - 1 + options.length) % options.length);
    else if (event.key === "Enter" && isOpen) take(options[Math.max(at, 0)]);
    else if (event.key === "Enter" && mayStay && input.value.trim()) take({ name: input.value.trim(), unit: null, unit_name: "" });
    else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
}

/* The units that match; a name written wrongly at its end still finds its neighbours by its first words. */
async function suggest(typed) {
  const words = typed.split(/\s+/);
  for (let count = words.length; count >= Math.max(1, words.length - MOST_WORDS_DROPPED); count -= 1) {
    const query = new URLSearchParams({ q: words.slice(0, count).join(" ") });
    const { body } = await get(`${root.dataset.unitsUrl}?${query}`);
    if (body?.results?.length) return body.results;
  }
  return [];
}

function optionItem(option, id, take) {
  const item = document.createElement("li");
  item.id = id;
  item.className = "picker-option";
  item.setAttribute("role", "option");
  item.append(option.label ?? option.name);
  if (option.detail) {
    const detail = document.createElement("span");
    detail.className = "picker-detail";
    detail.textContent = option.detail;
    item.append(detail);
  }
  item.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take();
  });
  return item;
}

function noneItem() {
  const item = document.createElement("li");
  item.className = "picker-none";
  item.textContent = text("no-unit");
  return item;
}
