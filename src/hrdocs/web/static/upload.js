// Forms dropped here: each file is sent by itself, with its progress; the list grows as they are read.
const form = document.querySelector("[data-upload]");
const drop = form?.querySelector("[data-drop]");
const input = form?.querySelector("input[type=file]");
const sending = document.querySelector("[data-sending]");
const section = document.querySelector("[data-added]");
const list = document.querySelector("[data-rows]");
const AT_ONCE = 2;
const waiting = [];
let running = 0;

function count() {
  const rows = [...list.children];
  section.hidden = !rows.length;
  const needs = new Map();
  for (const row of rows) needs.set(row.dataset.need, (needs.get(row.dataset.need) ?? 0) + 1);
  const words = [...needs].map(([need, number]) => `${number}: ${need.toLowerCase()}`).join("; ");
  const open = waiting.length + running;
  document.querySelector("[data-counts]").textContent =
    `${rows.length} ${rows.length === 1 ? "document" : "documents"}. ${words}.` + (open ? ` ${open} still to come.` : "");
}

function place(row) {
  const later = [...list.children].find((other) => Number(other.dataset.order) > Number(row.dataset.order));
  list.insertBefore(row, later ?? null);
}

function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const row of [...page.querySelectorAll("li[data-order]")]) place(document.importNode(row, true));
}

function send(file) {
  running += 1;
  sending.hidden = false;
  const line = document.createElement("div");
  const words = document.createElement("p");
  const bar = document.createElement("progress");
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const state = document.createElement("span");
  state.textContent = ": sending";
  words.append(name, state);
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${file.name}`);
  line.append(words, bar);
  sending.append(line);
  const data = new FormData();
  data.append("received", form.elements.received.value);
  data.append("files", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
  request.setRequestHeader("X-Part", "rows");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.upload.addEventListener("load", () => {
    state.textContent = ": reading";
    bar.removeAttribute("value");
  });
  request.addEventListener("loadend", () => {
    running -= 1;
    if (request.status === 200) {
      line.remove();
      show(request.responseText);
    } else {
      bar.remove();
      state.textContent = request.status === 413 ? ": too large to be sent" : ": was not taken in. Load the page again and send it once more.";
    }
    count();
    next();
  });
  request.send(data);
}

function next() {
  while (running < AT_ONCE && waiting.length) send(waiting.shift());
  if (!running && !waiting.length) input.value = "";
}

function add(files) {
  waiting.push(...files);
  next();
  count();
}

if (form) {
  form.querySelector("[data-drop-words]").hidden = false;
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    add(input.files);
  });
  input.addEventListener("change", () => { if (input.files.length) form.requestSubmit(); });
  // A file that is dropped beside the box would else take the place of the page.
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
  drop.addEventListener("dragover", () => drop.classList.add("hr-drop--over"));
  drop.addEventListener("dragleave", () => drop.classList.remove("hr-drop--over"));
  drop.addEventListener("drop", (event) => {
    drop.classList.remove("hr-drop--over");
    add(event.dataTransfer.files);
  });
  if (list.children.length) count();
}
