// The signing, step by step: what was shown to its end, what was answered, and every stroke that was drawn.
// Joined behind pad.js, body_map.js and file.js, before ceremony_asking.js and ceremony_sending.js, into one file.
const page = document.documentElement;
page.className = "js";
const HOUR = 3600e3;
let form, say, steps, clauses, place, read, pads, now, clause, watch, moved = false;

const $ = (q, from = form) => from.querySelector(q);
const $$ = (q, from = form) => [...from.querySelectorAll(q)];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const step = () => steps[now].dataset.step;
const mine = (one = steps[now]) => $$(".clause", one);
const current = () => mine()[clause];
const drawn = (name) => pads.get(name);
const initialled = (key) => !drawn("initials." + key).empty;

document.addEventListener("DOMContentLoaded", () => begin(document.querySelector(".rite")));

// everything that belongs to one page of text; called again when the text comes in another language or edition
function begin(found, kept) {
  form = found;
  say = JSON.parse(form.dataset.say);
  place = form.dataset.place;
  steps = $$(".step");
  clauses = $$(".clause");
  read = new Set();
  now = clause = 0;
  pads?.forEach((pad) => pad.destroy());
  pads = new Map($$(".pad-box").map((box) => [box.dataset.pad, field(box)]));
  watch?.disconnect();
  watch = new IntersectionObserver(seen, { rootMargin: "0px 0px -72px 0px" });
  $$(".end").forEach((end) => watch.observe(end));
  bindAsking();
  form.addEventListener("submit", (event) => { event.preventDefault(); forward(); });
  form.addEventListener("input", typed);
  $(".back").onclick = backward;
  $(".help").onclick = askForHelp;
  $(".lang select").onchange = (event) => reload(event.target.value);
  $$("[data-to]").forEach((link) => { link.onclick = () => turn(steps.findIndex((one) => one.dataset.step === link.dataset.to)); });
  recall(kept);
  show();
  bindSending();
}

function field(box) {
  const big = box.classList.contains("big");
  const pad = new LineworkPad($(".pad", box), {
    most: big ? 8000 : 900, thick: big ? 3 : 2.4,
    change: () => { complain(box, ""); if (!big) thumb(box.dataset.pad.slice(9)); keep(); },
    full: () => complain(box, say.full),
  });
  const owner = big ? box.closest(".sign") : box;
  $(".clear", owner).onclick = () => pad.clear();
  if (big) $(".undo", owner).onclick = () => pad.undo();
  return pad;
}

// what has been on the screen to its end
function seen(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && target.isConnected) read.add(target.dataset.mark);
  }
  label();
}
const marks = () => (step() === "clause" ? [current().dataset.clause, ...(ends() ? [signs()] : [])] : $$(".end", steps[now]).map((end) => end.dataset.mark));
const waits = () => marks().some((mark) => !read.has(mark));
const last = () => step() !== "clause" || clause === mine().length - 1;
const signs = () => (form.dataset.who === "guardian" ? "sign_guardian" : "sign");
const ends = () => last() && now === steps.length - 1;

function show(focus) {
  const here = mine();
  steps.forEach((one, at) => { one.hidden = at !== now; });
  here.forEach((one, at) => { one.hidden = at !== clause; });
  const sign = $(".sign", steps[now]);
  if (sign) sign.hidden = !last();
  for (const one of $$("[data-done]", steps[now])) one.hidden = here.findIndex((each) => each.dataset.clause === one.dataset.done) >= clause;
  const head = $("h1", steps[now]);
  if (step() === "clause") {
    const done = clauses.indexOf(here[clause]);
    head.textContent = say.left[clauses.length - done];
    $(".lead", steps[now]).textContent = [say.about, fill(say.initialled, { n: done, total: clauses.length })].filter(Boolean).join(" · ");
  }
  $(".back").hidden = !now;
  pads.forEach((pad) => pad.fit());
  label();
  if (focus) { scrollTo(0, 0); head.focus({ preventScroll: true }); }
}

function label() {
  const go = $(".r-foot .go");
  go.textContent = waits() ? say.more : ends() ? go.dataset.sign : say.next;
}

function turn(to, at = 0) {
  now = Math.max(0, Math.min(to, steps.length - 1));
  clause = Math.max(0, Math.min(at, mine().length - 1));
  if (place === "phone") history.pushState({ now, clause }, "");
  tell("");
  show(true);
  keep();
}
addEventListener("popstate", (event) => {
  if (!form || place !== "phone" || !event.state) return;
  [now, clause] = [event.state.now, event.state.clause];
  show(true);
});

function forward() {
  if (busy) return hurry();
  if (waits()) return scrollBy({ top: innerHeight * 0.7, behavior: "smooth" });
  if (!sound()) return;
  if (!last()) return turn(now, clause + 1);
  if (!ends()) return turn(now + 1);
  const open = clauses.find((one) => !initialled(one.dataset.clause));
  if (open) { go(open); return void sound(); }
  if (drawn("signature").empty) return complain($(".big"), say.sign);
  send();
}

// to whatever this belongs to: its step, and its clause there
function go(part) {
  const home = part.closest(".step"), article = part.closest(".clause");
  turn(steps.indexOf(home), article ? mine(home).indexOf(article) : part.closest(".sign") ? mine(home).length - 1 : 0);
}

function backward() {
  if (clause) turn(now, clause - 1);
  else if (now) turn(now - 1, Infinity);
}

// one sentence beside the thing, and the first of them in sight
function complain(box, text) {
  const line = $(":scope > .err", box) || $(".err", box);
  line.textContent = text;
  box.classList.toggle("bad", !!text);
  if (text) box.scrollIntoView({ block: "center", behavior: "smooth" });
}

function sound() {
  const found = checks[step()]?.();
  if (found) complain(...found);
  return !found;
}
const value = (name) => $(`[name="${name}"]:checked`)?.value;

function typed({ target }) {
  const list = target.closest("[data-group]"), none = list && $("[name^='none.']", list);
  if (none && target.checked && target.type === "checkbox" && !target.name.endsWith(".c")) {
    if (target === none) $$("[name^='h.']", list).forEach((one) => { one.checked = false; });
    else none.checked = false;
  }
  reveal();
  for (const box of [target.closest("[data-q], [data-c], [data-x], [data-places], [data-photo]"), list]) if (box) complain(box, "");
  if (target.name === "e_form") complain(steps[now], "");
  keep();
}

// initials, small, beside the clauses that have them
function thumb(key) {
  const place = $(`[data-done="${key}"] .ini`), pad = drawn("initials." + key);
  place.replaceChildren(...(pad.empty ? [] : [LineworkPad.picture(pad.value)]));
}

// drafts: on somebody's own phone only, an hour at most; a tablet or desk window keeps nothing
const key = () => "linework:" + form.dataset.id;
const typing = (one) => one.name !== "lang" && one.type !== "checkbox" && one.type !== "radio";
const answers = () => $$("[name]").filter((one) => (typing(one) ? one.value : one.checked)).map((one) => [one.name, one.value]);
const ink = () => [...pads].filter(([, pad]) => !pad.empty).map(([name, pad]) => [name, pad.value]);
function keep() {
  if (place !== "phone" || done || !form.isConnected) return;
  const draft = { at: Date.now(), path: location.pathname, now, clause, digest: form.dataset.digest, answers: answers(), ink: ink(), read: [...read] };
  try { localStorage.setItem(key(), JSON.stringify(draft)); } catch { return; }
}
function forget() { try { localStorage.removeItem(key()); } catch { return; } }
function recall(kept) {
  let draft = kept;
  try {
    if (place === "phone") draft ||= JSON.parse(localStorage.getItem(key()));
    else forget();
  } catch { forget(); }
  if (!draft || Date.now() - draft.at > HOUR) return;
  for (const one of $$("[name]")) {
    if (typing(one)) one.value = draft.answers.find(([name]) => name === one.name)?.[1] || "";
    else if (one.name !== "lang") one.checked = draft.answers.some(([name, told]) => name === one.name && told === one.value);
  }
  reveal();
  recallAsked(draft);
  if (draft.digest !== form.dataset.digest) return;
  [now, clause, read] = [draft.now, draft.clause, new Set(draft.read)];
  for (const [name, strokes] of draft.ink) if (pads.has(name)) { pads.get(name).value = strokes; if (name !== "signature") thumb(name.slice(9)); }
}
