/* Shows a sentence in the live region of the page. */

export function showFault(text) {
  const region = document.getElementById("messages");
  const copy = document.getElementById("message-template").content.cloneNode(true);
  copy.querySelector("[data-message-text]").textContent = text;
  region.replaceChildren(copy);
  region.scrollIntoView({ block: "nearest" });
}
