// The review with JavaScript: an answer shows its place, buttons work without loading the page, keys.
const root = document.querySelector("[data-review]");
const view = root?.querySelector("[data-view]");
const SWITCH = "hrdocs-review-keys";
let current = null;

const answers = () => root.querySelector("[data-answers]");
const items = () => [...answers().querySelectorAll("[data-field].hr-answer")];
const itemOf = (field) => items().find((one) => one.dataset.field === field);
const sayForm = (item, what) => item.querySelector(`form[data-say="${what}"]`);

function mark(item) {
  for (const one of items()) one.classList.toggle("hr-answer--now", one === item);
  for (const one of view.querySelectorAll(".hr-box, .hr-mark")) {
    const now = one.dataset.field === item.dataset.field;
    one.classList.toggle(one.matches("rect") ? "hr-box--now" : "hr-mark--now", now);
    if (now) scrollTo(one);
  }
}

function scrollTo(place) {
  const inside = place.getBoundingClientRect();
  const outside = view.getBoundingClientRect();
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.scrollBy({ top: inside.top - outside.top - outside.height / 3, left: inside.left - outside.left - 30, behavior: calm ? "auto" : "smooth" });
}

// The place is fetched and shown under the answer; only when it is there can the answer be accepted.
async function look(item) {
  const passage = item.querySelector("[data-passage]");
  if (passage.dataset.shown) return true;
  const link = item.querySelector("[data-look]");
  const answer = await fetch(`${link.href}?part=place`, { credentials: "same-origin" });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const one of page.querySelectorAll("[id]")) one.removeAttribute("id");
  const pictures = [...page.querySelectorAll("img")];
  passage.replaceChildren(...page.body.childNodes);
  await Promise.all([...passage.querySelectorAll("img")].map((img) => img.decode().catch(() => {})));
  if (pictures.length && ![...passage.querySelectorAll("img")].every((img) => img.naturalWidth)) return false;
  passage.dataset.shown = "yes";
  link.hidden = true;
  sayForm(item, "accept").hidden = false;
  return true;
}

function choose(item, focus = true) {
  current = item.dataset.field;
  mark(item);
  if (focus) {
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }
  return look(item);
}

async function send(form, button) {
  const data = new FormData(form);
  if (button?.name) data.set(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), credentials: "same-origin" });
  const text = await answer.text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("[data-answers]");
  if (!answer.ok || !fresh) {
    // A question, or something wrong: that is a page of its own.
    form.dataset.plain = "yes";
    form.requestSubmit(button);
    return;
  }
  const kept = new Map(items().filter((one) => one.querySelector("[data-passage]").dataset.shown).map((one) => [one.dataset.field, one.querySelector("[data-passage]")]));
  answers().replaceWith(document.importNode(fresh, true));
  for (const [field, passage] of kept) {
    const item = itemOf(field);
    item.querySelector("[data-passage]").replaceWith(passage);
    item.querySelector("[data-look]").hidden = true;
    sayForm(item, "accept").hidden = false;
  }
  for (const old of document.querySelectorAll("#main > .moj-alert")) old.remove();
  document.querySelector("#main").prepend(...[...page.querySelectorAll("#main > .moj-alert")].map((one) => document.importNode(one, true)));
  begin();
  const next = itemOf(new URL(answer.url).searchParams.get("at") ?? "");
  if (next) choose(next);
}

function step(by) {
  const open = items().filter((one) => one.hasAttribute("data-open"));
  if (!open.length) return;
  const all = items();
  const here = all.findIndex((one) => one.dataset.field === current);
  const order = by > 0 ? [...all.slice(here + 1), ...all.slice(0, here + 1)] : [...all.slice(0, Math.max(here, 0)).reverse(), ...all.slice(Math.max(here, 0)).reverse()];
  choose(order.find((one) => one.hasAttribute("data-open")));
}

function turnPage(by) {
  const sheets = [...view.querySelectorAll(".hr-sheet")];
  const top = view.getBoundingClientRect().top;
  const here = sheets.findLastIndex((one) => one.getBoundingClientRect().top - top < 40);
  sheets[Math.min(Math.max(here + by, 0), sheets.length - 1)]?.scrollIntoView({ block: "start" });
}

const keysOn = () => localStorage.getItem(SWITCH) !== "off";

function press(event) {
  if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  const item = itemOf(current ?? "");
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "[") turnPage(-1);
  else if (event.key === "]") turnPage(1);
  else if (event.key === "?") {
    const keys = answers().querySelector("[data-keys]");
    keys.open = true;
    keys.querySelector("summary").focus();
  } else if (!item) return;
  else if (event.key === "e") {
    const edit = item.querySelector(".hr-answer__edit");
    edit.open = true;
    edit.querySelector("input:not([type=hidden]), textarea").focus();
  } else if (event.key === "u") sayForm(item, "unclear").requestSubmit(sayForm(item, "unclear").querySelector("button"));
  else if (event.key === "Enter" && target === item) {
    const accept = sayForm(item, "accept");
    if (accept.hidden) look(item);
    else accept.requestSubmit(accept.querySelector("button"));
  } else return;
  event.preventDefault();
}

function begin() {
  for (const link of answers().querySelectorAll("[data-look]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      choose(link.closest(".hr-answer"));
    });
  }
  for (const item of items()) {
    item.addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible") && current !== item.dataset.field) choose(item, false); });
    item.addEventListener("click", (event) => {
      if (!event.target.closest("a, button, input, textarea, summary, label") && current !== item.dataset.field) choose(item, false);
    });
  }
  for (const form of answers().querySelectorAll("form[data-say]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.plain) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      send(form, event.submitter);
    }, { capture: true });
  }
  const keys = answers().querySelector("[data-keys]");
  keys.hidden = false;
  const choice = keys.querySelector("[data-keys-on]");
  choice.checked = keysOn();
  choice.addEventListener("change", () => localStorage.setItem(SWITCH, choice.checked ? "on" : "off"));
}

if (root) {
  begin();
  document.addEventListener("keydown", press);
  for (const link of root.querySelectorAll("[data-zoom]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      view.className = view.className.replace(/hr-zoom-\d+/, `hr-zoom-${link.dataset.zoom}`);
      for (const one of root.querySelectorAll("[data-zoom]")) one.toggleAttribute("aria-current", one === link);
    });
  }
  view.addEventListener("click", (event) => {
    const place = event.target.closest("[data-field]");
    if (place && itemOf(place.dataset.field)) choose(itemOf(place.dataset.field));
  });
  root.querySelector("[data-window]")?.addEventListener("click", (event) => {
    event.preventDefault();
    window.open(event.currentTarget.href, "hrdocs-form", "popup,width=900,height=1000");
  });
  const wanted = new URLSearchParams(location.search).get("at") || items().find((one) => one.hasAttribute("data-open"))?.dataset.field;
  if (wanted && itemOf(wanted)) choose(itemOf(wanted), Boolean(location.hash));
}
