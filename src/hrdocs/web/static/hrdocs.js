// What the pages do better with JavaScript. Everything works without it.
import { initAll } from "/static/vendor/govuk-frontend.min.js";

initAll();

// Somebody comes in: the page is covered at once, and what was typed stays. Escape twice does the same.
const hide = document.querySelector("[data-hide]");
function cover() {
  if (document.querySelector(".hr-veil")) return;
  const veil = document.createElement("main");
  veil.className = "hr-veil";
  const again = document.createElement("button");
  again.type = "button";
  again.className = "govuk-button govuk-button--secondary";
  again.textContent = "Show again";
  const { title } = document;
  const before = document.activeElement;
  document.body.classList.add("hr-covered");
  document.title = "A page";
  again.addEventListener("click", () => {
    document.body.classList.remove("hr-covered");
    document.title = title;
    veil.remove();
    before?.focus?.();
  });
  veil.append(again);
  document.body.append(veil);
  again.focus();
}
if (hide) {
  hide.addEventListener("click", (event) => {
    event.preventDefault();
    cover();
  });
  let escapes = 0;
  document.addEventListener("pointerdown", () => { escapes = 0; });
  document.addEventListener("keydown", (event) => {
    escapes = event.key === "Escape" ? escapes + 1 : 0;
    if (escapes > 1) cover();
  });
}

// Forms that change a list send themselves; the button is for those without JavaScript.
for (const choice of document.querySelectorAll("[data-send-on-change]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}

// One box ticks every row.
for (const all of document.querySelectorAll("[data-tick-all]")) {
  const boxes = () => document.querySelectorAll(`input[name="${all.dataset.tickAll}"]`);
  all.closest("[hidden]")?.removeAttribute("hidden");
  all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
}

// A button that was pressed is not pressed twice.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent && !form.dataset.again) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A typed day is shown again in words, so that day and month cannot be mistaken.
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function dayOf(text) {
  let parts = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)?.slice(1).reverse();
  parts ??= /^\s*(\d{1,2})\s*[\/.\-\s]\s*(\d{1,2}|[a-z]{3,9})\s*[\/.\-\s]\s*(\d{4})\s*$/i.exec(text)?.slice(1);
  if (!parts) return null;
  const month = /\d/.test(parts[1]) ? Number(parts[1]) : MONTHS.indexOf(parts[1].slice(0, 3).toLowerCase()) + 1;
  const day = new Date(Number(parts[2]), month - 1, Number(parts[0]), 12);
  return day.getMonth() === month - 1 && day.getDate() === Number(parts[0]) ? day : null;
}
for (const input of document.querySelectorAll("[data-day]")) {
  const words = document.createElement("p");
  words.className = "hr-small";
  words.setAttribute("aria-live", "polite");
  input.after(words);
  const tell = () => {
    const day = dayOf(input.value);
    words.textContent = day ? day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }) : "";
  };
  input.addEventListener("input", tell);
  tell();
}

// A long list is narrowed as one types; the button does it without JavaScript.
for (const find of document.querySelectorAll("[data-find]")) {
  const box = find.querySelector("input[type=search]");
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/);
    const rows = [...document.querySelectorAll(`.${find.dataset.find} > [data-words]`)];
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
    document.querySelector("[data-found]").textContent = box.value ? `${rows.filter((row) => !row.hidden).length} found.` : "";
  });
}

// The time limit, as it is typed.
const times = document.querySelector("[data-check-time]");
if (times) {
  const result = document.getElementById("result");
  let waiting = 0;
  let asked = 0;
  const show = async () => {
    const form = new FormData(times);
    if (!form.get("text").trim() || !form.get("raised")) return;
    const mine = ++asked;
    const answer = await fetch("/check-time?part=result&" + new URLSearchParams(form), { credentials: "same-origin" });
    const text = await answer.text();
    if (mine !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    result.replaceChildren(...page.getElementById("result").childNodes);
  };
  times.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 250);
  });
}

// A letter's words are there at once; its pages take their place as soon as they are drawn.
async function showPages(letter) {
  const state = letter.querySelector("[data-pages-state]");
  state.textContent = "Its pages are being drawn.";
  const answer = await fetch(`${letter.dataset.pages}?part=pages`, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const pictures = [...page.querySelectorAll("img")].map((one) => document.importNode(one, true));
  letter.querySelector("[data-pages-here]").replaceChildren(...pictures);
  await Promise.all(pictures.map((one) => one.decode().catch(() => {})));
  const drawn = pictures.length > 0 && pictures.every((one) => one.naturalWidth);
  state.textContent = drawn ? "" : page.querySelector("p")?.textContent || "Its pages could not be drawn.";
  if (!drawn) letter.querySelector("[data-pages-here]").replaceChildren();
  letter.querySelector("details").open = !drawn;
  letter.dataset.drawn = drawn ? "yes" : "no";
}
(async () => {
  for (const letter of document.querySelectorAll("[data-pages]")) {
    await showPages(letter).catch(() => { letter.querySelector("[data-pages-state]").textContent = "Its pages could not be drawn."; });
  }
})();
