/* Whole groups of units chosen or left out at once; the usual last days of the period chosen. */

for (const group of document.querySelectorAll(".report-units")) {
  const tick = (checked) => {
    for (const box of group.querySelectorAll("input[type=checkbox]")) box.checked = checked;
  };
  group.querySelector("[data-tick-all]")?.addEventListener("click", () => tick(true));
  group.querySelector("[data-tick-none]")?.addEventListener("click", () => tick(false));
}

/* The server knows the days on which offices work: its page for another period says the last days. */
const period = document.querySelector("select[name=period]");
period?.addEventListener("change", async () => {
  const address = new URL(window.location.pathname, window.location.origin);
  address.searchParams.set("ky", period.value);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const field of document.querySelectorAll("input[name$=_due], input[name^=due_]")) {
    const usual = page.querySelector(`input[name="${field.name}"]`);
    if (usual) field.value = usual.value;
  }
});
