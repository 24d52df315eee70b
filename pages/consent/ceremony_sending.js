// Sending what was signed, exactly once; help, other languages, and the tablet that goes back to waiting by itself.
const IDLE = 60, ANSWER = 15, THANKS = 8, TAKING = 60;
let busy = false, tries = 0, timer = 0, quiet = 0, done = false;

function bindSending() {
  if (place === "phone") history.replaceState({ now, clause }, "");
  if (place === "tablet") stir();
}

function tell(text, waiting) {
  const line = $(".state");
  line.textContent = text;
  line.classList.toggle("wait", !!waiting);
}

// what the client gives
function health() {
  const found = {};
  for (const box of $$("[data-q]")) {
    const name = "h." + box.dataset.q, radio = $(`[type=radio][name="${name}"]`, box);
    const yes = radio ? value(name) === "yes" : $(`[name="${name}"]`, box).checked;
    if (radio && !value(name)) continue;
    if (box.dataset.q === "blood_borne" && !yes) continue;
    found[box.dataset.q] = {
      answer: yes ? "yes" : "no",
      choices: yes ? $$(`[name="${name}.c"]:checked`, box).map((one) => one.value) : [],
      detail: (yes && $(`[name="${name}.d"]`, box)?.value.trim()) || "",
    };
  }
  return found;
}
function clock() {
  const moment = new Date(), away = -moment.getTimezoneOffset(), two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(moment.getTime() + away * 60e3).toISOString().slice(0, 19);
  return `${local}${away < 0 ? "-" : "+"}${two(away / 60)}:${two(away % 60)}`;
}
function payload() {
  const both = {
    payload_id: form.dataset.id, digest: form.dataset.digest, language: form.dataset.language, form_token: form.dataset.token,
    read: [...read], e_form: $("[name=e_form]").checked, intent: true, clock: clock(), signature: drawn("signature").value,
  };
  return form.dataset.who === "guardian" ? both : {
    ...both, papers: form.dataset.papers, health: health(), questions: questions(), places: places(), photos: photos(),
    consents: Object.fromEntries($$("[data-c]").map((box) => [box.dataset.c, value("c." + box.dataset.c) === "yes"])),
    initials: Object.fromEntries(clauses.map((one) => [one.dataset.clause, drawn("initials." + one.dataset.clause).value])),
  };
}
const soon = () => AbortSignal.timeout?.(20e3);
const post = (body) => fetch(location.pathname, {
  method: "POST", body: JSON.stringify(body), credentials: "same-origin", signal: soon(),
  headers: { "Accept": "application/json", "Content-Type": "application/json" },
});

let given = null;
async function send() {
  clearTimeout(timer);
  timer = 0;
  if (preview) return thanks();
  busy = true;
  given ||= payload();
  $(".r-foot .go").ariaDisabled = true;
  if (!tries) tell(say.sending, true);
  let answer;
  try { answer = await post(given); } catch { return later(); }
  if (answer.status === 429 || answer.status >= 500) return later(+answer.headers.get("Retry-After"));
  const told = await answer.json().catch(() => ({}));
  if (done && !answer.ok) return;
  busy = false;
  tries = 0;
  given = null;
  if (answer.ok) return told.next ? location.replace(told.next) : thanks(told.aftercare);
  $(".r-foot .go").ariaDisabled = null;
  if (told.form_token) form.dataset.token = told.form_token;
  if (told.again) return reload(form.dataset.language, told.detail);
  if (answer.status === 404) return ended(say.over, say.overMore);
  refuse(told);
}
function later(seconds) {
  if (done) return;
  tell(say.offline, true);
  timer = setTimeout(send, 1000 * (seconds || Math.min(15, 2 ** ++tries)));
}
const hurry = () => { if (timer) send(); };
addEventListener("online", hurry);

// a refusal goes to what it is about
function refuse(told) {
  const fields = Object.entries(told.fields || {}).map(([name, texts]) => [name, spot(name), texts[0]]);
  tell(told.detail || say.wrong, true);
  const first = fields.find(([, found]) => found);
  if (first) {
    go(first[1]);
    tell(told.detail || first[2], true);
  }
  for (const [, found, text] of fields) if (found) complain(found, text);
}
function spot(name) {
  const [part, key] = name.split(".");
  const found = { health: "q", consents: "c", questions: "x", places: "places", photos: "photo" }[part];
  if (found) return $(`[data-${found}="${key}"]`) || $(`[data-${found}]`);
  if (part === "initials") return $(`[data-pad="${name}"]`);
  if (part === "read") { read.delete(key); return $(`[data-clause="${key}"] .pad-box`) || $(`[data-mark="${key}"]`)?.closest(".sign, .step"); }
  return part === "e_form" ? $("[data-step=intro]") : $(".big");
}

// the same signing in another language or edition: answers stay, what was read and initialled starts again
async function reload(language, why) {
  const kept = { at: Date.now(), answers: answers(), photos: taken() };
  const address = `${location.pathname}?lang=${encodeURIComponent(language)}`;
  let text;
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return ended(say.over, say.overMore);
    text = await answer.text();
  } catch { $(".lang select").value = form.dataset.language; return tell(say.lost, true); }
  const fresh = new DOMParser().parseFromString(text, "text/html"), next = fresh.querySelector(".rite");
  forget();
  [document.title, page.lang] = [fresh.title, fresh.documentElement.lang];
  form.replaceWith(next);
  history.replaceState(history.state, "", address);
  begin(next, kept);
  if (why) { now = 0; show(true); tell(why, true); }
}

// a signing the desk has ended leaves the tablet within seconds
async function look() {
  let next = 5;
  if (form && place === "tablet" && !busy && !done && !preview) {
    const answer = await fetch(location.pathname, { method: "HEAD", credentials: "same-origin", signal: soon() }).catch(() => 0);
    if (answer.status === 404 && !busy && !done) return ended(say.over, say.overMore, 3);
    next = Math.max(next, +answer.headers?.get("Retry-After") || 0);
  }
  if (!done) setTimeout(look, next * 1000);
}
setTimeout(look, 5000);

// the end: nothing of the person stays on the screen
function ended(title, more, after = THANKS) {
  done = true;
  forget();
  clearTimeout(quiet);
  clearTimeout(timer);
  timer = 0;
  watch.disconnect();
  pads.forEach((pad) => pad.destroy());
  steps.forEach((one) => one.remove());
  forgetAsked();
  for (const part of [".r-foot", ".lang", ".help"]) $(part)?.remove();
  if ($(".ask").open) $(".ask").close();
  const over = $(".over");
  over.hidden = false;
  $("h1", over).textContent = title;
  $(".lead", over).textContent = more;
  $("h1", over).focus();
  scrollTo(0, 0);
  if (place === "tablet" && after) setTimeout(home, after * 1000);
}
function thanks(sheet) {
  ended(say.thanks, say.thanksMore, sheet ? TAKING : THANKS);
  if (sheet) takeAlong(sheet);
}
// the aftercare sheet: a link on the phone that signed, a code to scan off a tablet
function takeAlong({ title, to, code }) {
  const box = $(".along"), link = $(".along a"), image = $(".along img");
  $("b", box).textContent = title;
  box.hidden = false;
  link.hidden = !!code;
  link.href = to;
  image.hidden = !code;
  if (code) image.src = "data:image/svg+xml," + encodeURIComponent(code);
  $(".scan", box).hidden = !code;
  const leave = $("button", box);
  leave.hidden = place !== "tablet";
  leave.onclick = home;
}
async function home() {
  try { await fetch("/healthz", { cache: "no-store", signal: soon() }); } catch { return setTimeout(home, 2000); }
  location.replace(form.dataset.home);
}

// questions in between
function asks(title, more, ...choices) {
  const box = $(".ask");
  if (box.open) box.close();
  $("h2", box).textContent = title;
  $("p", box).textContent = more;
  $(".row", box).replaceChildren(...choices.map(([words, does, look]) => Object.assign(document.createElement("button"), {
    type: "button", className: `btn ${look || ""}`, textContent: words, onclick: () => { box.close(); does(); },
  })));
  box.onclose = () => { if (!box.open) stir(); };
  box.showModal();
  return box;
}
function askForHelp() {
  const stop = [say.stop, () => leave(false)];
  asks(say.help, say.helpMore, ...(place === "tablet" ? [stop] : []), [say.goOn, stir, "go"]);
}
async function leave(alone, talk) {
  if (!done) ended(talk ? say.talk : say.stopped, talk ? say.talkMore : say.stoppedMore, 0);
  if (preview) return;
  const again = () => setTimeout(leave, 3000, alone, talk);
  try {
    const answer = await post({ act: "leave", alone: alone === true, talk: talk === true, form_token: form.dataset.token });
    if (answer.status >= 500 || answer.status === 429) return again();
  } catch { return again(); }
  if (place === "tablet") setTimeout(home, (alone ? 3 : THANKS) * 1000);
}

// a tablet left alone goes back to waiting
function stir() {
  clearTimeout(quiet);
  if (place !== "tablet" || done || preview) return;
  quiet = setTimeout(() => {
    if (busy) return stir();
    let left = ANSWER;
    const box = asks(say.still, fill(say.stillMore, { n: left }), [say.here, stir, "go"]);
    const count = () => {
      if (!box.open || done) return;
      if (!--left) return leave(true);
      $("p", box).textContent = fill(say.stillMore, { n: left });
      quiet = setTimeout(count, 1000);
    };
    quiet = setTimeout(count, 1000);
  }, IDLE * 1000);
}
for (const name of ["pointerdown", "pointermove", "keydown", "input", "scroll"]) {
  addEventListener(name, () => { if (form && !done && !$(".ask").open) stir(); }, { passive: true, capture: true });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
addEventListener("pagehide", () => { if (form && place === "tablet") form.replaceChildren(); });
