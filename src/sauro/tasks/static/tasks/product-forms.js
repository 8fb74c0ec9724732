/* The form of a hand-in: another row of figures. */

function addRow(button) {
  const rows = button.parentElement.querySelectorAll("[data-figures-row]");
  const row = rows[rows.length - 1].cloneNode(true);
  row.querySelectorAll("input").forEach((field) => {
    field.value = "";
    field.removeAttribute("id");
  });
  button.before(row);
  row.querySelector("input").focus();
}

document.querySelectorAll("[data-figures-add]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => addRow(button));
});
