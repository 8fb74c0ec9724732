/* On a phone a table turns into cards, and each cell says which column it was: what the list kit does for its lists, this
   does for the other tables, from their own heads. */

const TABLES = "table.list-table-plain";

function label(table) {
  const names = [];
  for (const head of table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? []) {
    const name = head.querySelector(".visually-hidden") ? "" : head.textContent.trim();
    for (let column = 0; column < head.colSpan; column += 1) names.push(name);
  }
  for (const body of table.tBodies) {
    for (const row of body.rows) labelRow(row, names);
  }
}

function labelRow(row, names) {
  let column = 0;
  for (const cell of row.cells) {
    if (cell.tagName === "TD" && !cell.dataset.label && cell.colSpan === 1 && names[column]) {
      cell.dataset.label = names[column];
    }
    column += cell.colSpan;
  }
}

const within = (root) => root.querySelectorAll?.(TABLES).forEach(label);

document.addEventListener("htmx:load", (event) => within(event.detail.elt.parentNode ?? document));
within(document);
