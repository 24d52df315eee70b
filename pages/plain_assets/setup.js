// The wizard's own help: what is usual in a country, a logo, codes to copy, and keeping what is typed as one types.
document.documentElement.className = "js";
document.addEventListener("DOMContentLoaded", () => {
  const $ = q => document.querySelector(q), all = q => [...document.querySelectorAll(q)];
  for (const e of all("[data-copy]")) {
    e.hidden = !navigator.clipboard;
    e.onclick = async () => { await navigator.clipboard.writeText($("#" + e.dataset.copy).textContent); e.textContent = e.dataset.done; };
  }
  for (const e of all("[data-print]")) { e.hidden = false; e.onclick = () => print(); }
  const form = $("form.wizard");
  if (!form) return;
  const say = JSON.parse(form.dataset.say);

  // kept as one types; what is on its way is waited for, so that the older never comes last
  let pause = 0, sending = null, sent = false, changed = false;
  const typed = () => {
    const body = new URLSearchParams([...new FormData(form)].filter(([name, value]) => typeof value === "string" && !name.startsWith("password")));
    body.set("go", "keep");
    return body;
  };
  const keep = () => {
    clearTimeout(pause);
    if (!changed || sent) return sending;
    changed = false;
    sending = (sending || Promise.resolve()).then(() => fetch(form.action, { method: "POST", body: typed(), keepalive: true, credentials: "same-origin" })).catch(() => {});
    return sending;
  };
  form.addEventListener("input", e => {
    if (e.target.type === "file" || e.target.name === "lang" || e.target.type === "password") return;
    changed = true;
    clearTimeout(pause);
    pause = setTimeout(keep, 500);
  });
  addEventListener("pagehide", keep);
  form.addEventListener("submit", async e => {
    clearTimeout(pause);
    if (sent === "now") return e.preventDefault();
    if (sending && !sent) {
      e.preventDefault();
      sent = true;
      await sending;
      // a form that is just being submitted takes no second wish
      setTimeout(() => form.requestSubmit(e.submitter));
      return;
    }
    sent = "now";
    $("[data-state]").textContent = form.action.endsWith("/data") && e.submitter?.value === "next" ? say.making : say.busy;
    all(".foot .btn").forEach(b => { b.ariaDisabled = true; });
  });
  addEventListener("pageshow", e => { if (e.persisted) location.reload(); });
  const lang = $(".lang select");
  lang.onchange = () => {
    const stay = Object.assign(document.createElement("button"), { name: "go", value: "lang", hidden: true });
    form.append(stay);
    form.action = form.action.split("?")[0];
    form.requestSubmit(stay);
  };
  const first = $(".step .in, .step input"), chosen = first?.type === "radio" && $(`.step [name=${first.name}]:checked`);
  (location.hash && $(location.hash) || $(".bad .in, .bad input") || chosen || first)?.focus({ preventScroll: !$(".bad") });

  // the logo
  const file = $("#logo");
  if (file) {
    const picture = $(".logo-kept"), none = $("[data-remove]"), wrong = $("#logo-e");
    const send = async body => {
      const answer = await fetch("/setup/logo", { method: "POST", body, headers: { "X-Form-Token": $("[name=form_token]").value }, credentials: "same-origin" }).catch(() => null);
      const told = await answer?.json().catch(() => ({})) || {};
      wrong.textContent = told.detail || "";
      file.closest(".field").classList.toggle("bad", !!told.detail);
      if (told.logo === undefined) return;
      picture.hidden = none.hidden = !told.logo;
      if (told.logo) picture.src = "/setup/logo?" + told.logo;
    };
    $("#logo-field").hidden = false;
    file.onchange = () => { if (file.files[0]) send(file.files[0]); };
    none.onclick = () => { file.value = ""; send(""); file.focus(); };
    addEventListener("paste", e => { const pasted = [...e.clipboardData.files].find(f => f.type.startsWith("image/")); if (pasted) send(pasted); });
  }

  // what is usual in a country
  const country = $("#country");
  if (!country) return;
  const parts = ["currency", "locale", "zone", "rules"].map(name => $("#" + name)), taxes = $("#taxes"), before = $("[name=proposed]");
  const lines = text => text.trim().replace(/\s+/g, " ");
  const usual = () => {
    const at = country.selectedOptions[0].dataset, was = [...country.options].find(o => o.value === before.value);
    parts.forEach(part => { part.value = at[part.id]; });
    if (!was || lines(taxes.value) === lines(was.dataset.taxes)) taxes.value = at.taxes;
    before.value = country.value;
  };
  const sample = () => {
    const [currency, locale, zone] = parts.map(part => part.value), place = $(".sample");
    try {
      const money = new Intl.NumberFormat(locale, { style: "currency", currency }).format(1250);
      place.lastElementChild.textContent = `${money} · ${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone }).format()}`;
      place.hidden = false;
    } catch { place.hidden = true; }
  };
  if (form.dataset.fresh) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const found = [...country.options].find(option => option.dataset.zone === here);
    if (found && country.selectedOptions[0].dataset.zone !== here) { country.value = found.value; usual(); }
  }
  country.addEventListener("change", usual);
  for (const field of [country, ...parts]) field.addEventListener("change", sample);
  sample();
});
