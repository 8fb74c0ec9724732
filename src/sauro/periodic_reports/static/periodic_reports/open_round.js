/* Whole groups of units chosen or left out at once. */

for (const group of document.querySelectorAll(".report-units")) {
  const tick = (checked) => {
    for (const box of group.querySelectorAll("input[type=checkbox]")) box.checked = checked;
  };
  group.querySelector("[data-tick-all]")?.addEventListener("click", () => tick(true));
  group.querySelector("[data-tick-none]")?.addEventListener("click", () => tick(false));
}
