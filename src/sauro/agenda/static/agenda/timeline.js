/* Where the timeline is wider than the screen, it opens at today. */

function showToday() {
  const part = document.querySelector(".timeline-scroll");
  const line = part?.querySelector(".timeline-today");
  if (line) part.scrollLeft = Number(line.getAttribute("x1")) - part.clientWidth / 4;
}

document.addEventListener("htmx:afterSettle", showToday);
showToday();
