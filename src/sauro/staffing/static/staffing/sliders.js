// Writes the number of each slider beside it, so that it can be read and not only guessed from a place on a line.

for (const slider of document.querySelectorAll("input[type=range][data-slider]")) {
  const shown = document.createElement("output");
  shown.className = "fw-bold ms-2";
  shown.htmlFor = slider.id;
  document.querySelector(`label[for="${slider.id}"]`)?.append(shown);
  const write = () => {
    shown.textContent = slider.value;
  };
  slider.addEventListener("input", write);
  write();
}
