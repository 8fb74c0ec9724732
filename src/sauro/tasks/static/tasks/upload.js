/* Sends each chosen or dropped file in a request of its own, with its real progress, two at a time. Without this script
   the form sends all files at once and the page answers with the same lines. */

const AT_ONCE = 2;
const form = document.querySelector("[data-upload]");
const input = form.querySelector("input[type=file]");
const drop = form.querySelector("[data-drop]");
const results = document.getElementById("upload-results");
const lineTemplate = document.getElementById("upload-line");
const texts = document.getElementById("upload-texts").dataset;
const limit = Number(form.dataset.limit);
const waiting = [];
let running = 0;

function newLine(file) {
  const line = lineTemplate.content.firstElementChild.cloneNode(true);
  line.querySelector("[data-name]").textContent = file.name;
  line.querySelector("[data-state]").textContent = texts.waiting;
  return line;
}

function fail(line, sentence) {
  line.classList.add("upload-line-fault");
  line.querySelector("[data-state]").textContent = sentence;
  line.querySelector("progress").remove();
}

function bodyFor(file) {
  const body = new FormData(form);
  body.delete("files");
  body.append("files", file, file.name);
  return body;
}

function send({ body, line }) {
  const request = new XMLHttpRequest();
  const state = line.querySelector("[data-state]");
  const progress = line.querySelector("progress");
  state.textContent = texts.sending;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
  });
  request.upload.addEventListener("load", () => {
    state.textContent = texts.reading;
    progress.removeAttribute("value");
  });
  request.addEventListener("load", () => show(request, line));
  request.addEventListener("error", () => fail(line, texts.lost));
  request.addEventListener("loadend", () => {
    running -= 1;
    next();
  });
  request.open("POST", form.action || location.href);
  request.setRequestHeader("X-Upload-Line", "1");
  request.send(body);
}

function show(request, line) {
  if (new URL(request.responseURL).pathname !== location.pathname) {
    location.assign(request.responseURL);
    return;
  }
  const holder = document.createElement("template");
  holder.innerHTML = request.status < 500 ? request.responseText : "";
  const answer = holder.content.querySelector("[data-upload-result]");
  if (answer) {
    line.replaceWith(answer);
    // The progress of a scan goes on asking.
    window.htmx?.process(answer);
  } else fail(line, request.status === 413 ? texts.tooLarge : texts.broken);
}

function next() {
  while (running < AT_ONCE && waiting.length) {
    running += 1;
    send(waiting.shift());
  }
}

function takeAll(files) {
  const lines = files.map(newLine);
  results.prepend(...lines);
  for (const [index, file] of files.entries()) {
    const line = lines[index];
    if (file.size > limit) fail(line, texts.tooLarge);
    else waiting.push({ body: bodyFor(file), line });
  }
  input.value = "";
  next();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  takeAll([...input.files]);
});

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("is-over");
  });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, () => drop.classList.remove("is-over"));
}
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  input.files = event.dataTransfer.files;
  if (input.files.length && form.reportValidity()) takeAll([...input.files]);
});

addEventListener("beforeunload", (event) => {
  if (running || waiting.length) event.preventDefault();
});
