/* What all modules of the desk share: the root element, texts, kept values, requests, and saying something. */

export const root = document.querySelector("[data-desk]");
export const mayReview = root.dataset.mayReview === "1";

const texts = {};
for (const term of document.querySelectorAll("[data-desk-texts] dt")) {
  texts[term.textContent] = term.nextElementSibling.textContent;
}

/* The sentence of a key, with {0}, {1} filled in. */
export function text(key, ...values) {
  return values.reduce((sentence, value, index) => sentence.replace(`{${index}}`, value), texts[key]);
}

export function one(selector, within = root) {
  return within.querySelector(selector);
}

export function all(selector, within = root) {
  return [...within.querySelectorAll(selector)];
}

const prefix = `desk:${root.dataset.document}:`;

/* Values kept for this tab and document, so that a reload loses nothing. */
export const kept = {
  read(key, otherwise) {
    try {
      return JSON.parse(sessionStorage.getItem(prefix + key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(key, value) {
    sessionStorage.setItem(prefix + key, JSON.stringify(value));
  },
  drop(key) {
    sessionStorage.removeItem(prefix + key);
  },
  keys(start) {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  },
};

/* Said to screen readers only. */
export function announce(sentence) {
  one("[data-announce]").textContent = sentence;
}

/* Shown for a while in the corner; a fault stays until it is clicked away. */
export function toast(sentence, { fault = false } = {}) {
  if (!sentence) return;
  const note = document.createElement("button");
  note.type = "button";
  note.className = fault ? "desk-toast desk-toast-fault" : "desk-toast";
  note.textContent = sentence;
  note.addEventListener("click", () => note.remove());
  const shelf = one("[data-toasts]");
  shelf.append(note);
  while (shelf.children.length > 3) shelf.firstElementChild.remove();
  setTimeout(() => note.remove(), fault ? 12000 : 3500);
}

function csrfToken() {
  return JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";
}

/* Send a form; returns {status, body}. Status 0 means that nothing arrived; body is null when it is no JSON. */
export async function post(url, data, headers = {}) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    form.set(name, typeof value === "object" && value !== null ? JSON.stringify(value) : value ?? "");
  }
  return ask(url, { method: "POST", body: form, headers: { "X-CSRFToken": csrfToken(), ...headers }, keepalive: true });
}

export function get(url) {
  return ask(url, {});
}

async function ask(url, options) {
  try {
    const response = await fetch(url, { credentials: "same-origin", ...options });
    const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
    return { status: response.status, body: isJson ? await response.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}

/* A fragment of HTML, or null when it could not be had. */
export async function getFragment(url) {
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/* The one element that a piece of HTML from our server describes. */
export function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

/* Offsets count code points, as the server does; JavaScript counts UTF-16 units. */
export function codePoints(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

/* The UTF-16 index of the code point with this number. */
export function unitIndex(string, points) {
  let index = 0;
  for (const character of string) {
    if (points <= 0) break;
    points -= 1;
    index += character.length;
  }
  return index;
}
