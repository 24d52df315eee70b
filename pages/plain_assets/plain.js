// Steps, checks, drafts and patient sending for forms that also work without this script.
document.documentElement.className = "js";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-steps]");
  if (!form) return;
  const $ = (q, from = form) => from.querySelector(q);
  const $$ = (q, from = form) => [...from.querySelectorAll(q)];
  const say = JSON.parse(form.dataset.say);
  const steps = $$(".step"), back = $(".back"), go = $(".go"), state = $(".state");
  const lang = document.querySelector(".lang select");
  const key = form.dataset.draft && "linework:" + form.dataset.draft;
  const make = (tag, is) => Object.assign(document.createElement(tag), is);
  let now = 0, busy = false, tries = 0, timer = 0, pause = 0, sent = false;
  form.noValidate = true;

  // drafts: on this phone, for an hour: 36e5 milliseconds
  const typed = () => [...new FormData(form)].filter(([n, v]) => v && !["form_token", "form_id"].includes(n) && typeof v === "string");
  function forget() {
    sent = true;
    try { if (key) localStorage.removeItem(key); } catch {}
  }
  function keep() {
    if (!key || sent) return;
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), path: location.pathname, step: now, v: typed() })); } catch { return; }
    if (!busy) tell(say.saved);
  }
  function remember() {
    try {
      for (const k of Object.keys(localStorage)) {
        if (k.startsWith("linework:") && !(Date.now() - JSON.parse(localStorage[k]).at < 36e5)) localStorage.removeItem(k);
      }
      const draft = key && JSON.parse(localStorage.getItem(key));
      if (!draft || form.dataset.kept) return 0;
      for (const [name, value] of draft.v) {
        for (const e of $$(`[name="${CSS.escape(name)}"]`)) {
          if (e.type === "radio" || e.type === "checkbox") e.checked ||= e.value === value; else e.value = value;
        }
      }
      tell(say.saved);
      return draft.step;
    } catch { return 0; }
  }
  function tell(text, waiting) {
    if (!state) return;
    state.textContent = text;
    state.classList.toggle("wait", !!waiting);
  }

  // what appears with an answer
  const on = name => { const e = $$(`[name="${name}"]`); return e.some(x => x.checked && x.value !== "no"); };
  const value = name => ($(`[name="${name}"]`)?.value || "").trim();
  function birth(group) {
    const [d, m, y] = ["day", "month", "year"].map(p => +value(`${group}_${p}`));
    if (!d || !m || y < 1000) return null;
    const day = new Date(Date.UTC(y, m - 1, d));
    return day.getUTCDate() === d && day.getUTCMonth() === m - 1 ? day : undefined;
  }
  function minor() {
    const day = birth("birth"), today = new Date(form.dataset.today);
    if (!day) return false;
    day.setUTCFullYear(day.getUTCFullYear() + +form.dataset.age);
    return day > today;
  }
  function reveal() {
    for (const e of $$("[data-if]")) e.hidden = e.dataset.if === "minor" ? !minor() : !on(e.dataset.if);
    for (const e of $$("[data-unless]")) e.hidden = on(e.dataset.unless) || !typed().some(([n]) => n.startsWith("h."));
  }

  // checks: a sentence beside the field
  const box = e => e.closest(".field");
  const shown = e => !e.closest(".step [hidden]");
  function wrong(b) {
    const e = $(".in", b), group = b.dataset.date, said = b.dataset;
    if (group) {
      const day = birth(group);
      if (!["day", "month", "year"].some(p => value(`${group}_${p}`))) return said.need;
      return day && day <= new Date(form.dataset.today) && day.getUTCFullYear() > 1899 ? "" : say.date;
    }
    if (!e) return "";
    const v = e.value.trim();
    if (!v) return said.need || "";
    if (e.type === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(v)) return say.email;
    if (e.type === "tel" && number(e).length < 5) return say.phone;
    if (e.minLength > 0 && v.length < e.minLength) return said.short;
    if (said.same && e.value !== $(`[name="${said.same}"]`).value) return said.differs;
    return "";
  }
  const number = e => e.value.replace(/[^+\p{Nd}]/gu, "");
  function mark(b, text) {
    const first = $(".in", b);
    if (!first) return;
    const p = $(".err", b) || make("p", { className: "err", id: first.id + "-e", role: "alert" });
    b.append(p);
    p.textContent = text;
    if (first.type === "tel") {
      const odd = $(".odd", b) || b.appendChild(make("p", { className: "hint odd", role: "status" }));
      odd.textContent = text || !first.value || RegExp(say.usual).test(number(first)) ? "" : say.odd;
    }
    b.classList.toggle("bad", !!text);
    for (const e of $$(".in", b)) {
      e.setAttribute("aria-invalid", !!text);
      if (text) e.setAttribute("aria-describedby", p.id);
    }
  }
  function sound(step) {
    const bad = $$(".field", step).filter(b => { const t = shown(b) ? wrong(b) : ""; mark(b, t); return t; });
    if (bad[0]) $(".in", bad[0])?.focus();
    return !bad.length;
  }

  // one step at a time
  function show(i, focus) {
    now = Math.max(0, Math.min(i, steps.length - 1));
    steps.forEach((s, n) => { s.hidden = n !== now; });
    const last = now === steps.length - 1;
    back.hidden = !now;
    go.textContent = last ? go.dataset.last : say.next;
    reveal();
    if (last) summary();
    for (const list of $$(".rail, .dots")) [...list.children].forEach((li, n) => { li.className = n < now ? "d" : n === now ? "c" : ""; });
    if (say.step) $(".prog span").textContent = say.step.replace("#", now + 1);
    document.dispatchEvent(new CustomEvent("step", { detail: now }));
    if (focus) { scrollTo(0, 0); $("h1", steps[now]).focus(); }
  }
  const words = b => $$(".in", b).filter(e => e.value.trim()).map(e => e.selectedOptions ? e.selectedOptions[0].text : e.value.trim()).join(" ");
  function summary() {
    const look = $(".look");
    if (!look) return;
    look.replaceChildren(...$$("[data-sum]").map(s => {
      const line = make("li"), text = $$(".field", s).filter(shown).map(words).filter(Boolean).join(" · ") || "–";
      line.append(make("span", { textContent: s.dataset.sum }), make("b", { textContent: text }), make("button", {
        type: "button", className: "btn bare", textContent: say.change, ariaLabel: `${say.change}: ${s.dataset.sum}`, onclick: () => turn(steps.indexOf(s)),
      }));
      return line;
    }));
  }
  function turn(i) { history.pushState({ step: i }, ""); show(i, true); keep(); }
  addEventListener("popstate", e => show(e.state?.step ?? 0, true));

  // sending: once, however often it takes
  async function send() {
    clearTimeout(timer);
    timer = 0;
    busy = true;
    go.ariaDisabled = true;
    if (!tries) tell(say.sending, true);
    const body = new URLSearchParams(typed());
    for (const n of ["form_token", "form_id"]) body.set(n, value(n));
    for (const e of $$("[data-needs]")) if (!on(e.dataset.needs)) for (const x of $$("[name]", e)) body.delete(x.name);
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", signal: AbortSignal.timeout?.(20e3) });
    } catch { return later(); }
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 429 || answer.status >= 500) return later(+answer.headers.get("Retry-After"), told.detail);
    if (answer.ok) { forget(); return location.replace(told.next || location.pathname); }
    busy = false; tries = 0;
    go.ariaDisabled = null;
    if (answer.status === 404) { forget(); return location.reload(); }
    if (told.form_token) $("[name=form_token]").value = told.form_token;
    tell(told.detail || say.wrong, true);
    const bad = Object.entries(told.fields || {}).map(([n, t]) => [document.getElementById(n)?.closest(".field"), t[0]]).filter(([b]) => b);
    for (const [b, text] of bad) mark(b, text);
    if (bad[0]) { show(steps.indexOf(bad[0][0].closest(".step"))); $(".in", bad[0][0])?.focus(); }
  }
  function later(seconds, why) {
    tell(why || say.offline, true);
    go.ariaDisabled = null;
    timer = setTimeout(send, 1000 * (seconds || Math.min(15, 2 ** ++tries)));
  }
  const hurry = () => { if (timer) send(); };
  addEventListener("online", hurry);

  form.addEventListener("submit", e => {
    if (e.submitter && e.submitter.name === "act") return;
    if (busy) { e.preventDefault(); return hurry(); }
    if (!sound(steps[now])) return e.preventDefault();
    if (now < steps.length - 1) { e.preventDefault(); return turn(now + 1); }
    const open = steps.findIndex((s, i) => i < now && $$(".field", s).some(b => shown(b) && wrong(b)));
    if (open >= 0) { e.preventDefault(); turn(open); return void sound(steps[open]); }
    if (form.dataset.send) { e.preventDefault(); send(); } else { busy = true; }
  });
  back.onclick = () => turn(now - 1);
  form.addEventListener("input", e => {
    const list = e.target.closest("[data-none]"), none = list && $(`[name="${list.dataset.none}"]`, list);
    if (none && e.target.checked) for (const x of $$("input", list)) if (x === none ? e.target !== none : e.target === none) x.checked = false;
    reveal();
    const b = box(e.target);
    if (b && b.classList.contains("bad")) mark(b, wrong(b));
    clearTimeout(pause);
    pause = setTimeout(keep, 250);
  });
  form.addEventListener("focusout", e => {
    const b = box(e.target);
    if (b && !b.contains(e.relatedTarget) && $$(".in", b).some(x => x.value)) mark(b, wrong(b));
  });
  addEventListener("pagehide", () => { if (!busy && typed().length) keep(); });
  if (lang) lang.onchange = () => { keep(); const u = new URL(location); u.searchParams.set("lang", lang.value); location.replace(u); };
  const first = $(".bad"), at = remember();
  show(first ? steps.indexOf(first.closest(".step")) : at);
  history.replaceState({ step: now }, "");
});
