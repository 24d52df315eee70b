// A form on the studio's tablet: it asks after a minute alone, leaves when nobody answers or the desk takes it back.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-home]");
  if (!form) return;
  const say = JSON.parse(form.dataset.still), home = form.dataset.home;
  const ALONE = 60, WARNED = 20, LOOK = 5e3;
  let since = Date.now(), box;

  const make = (tag, is) => Object.assign(document.createElement(tag), is);
  async function leave() {
    const body = new URLSearchParams({ act: "leave", form_token: form.elements.form_token.value });
    try { await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" }); } catch {}
    location.replace(home);
  }
  function touched() {
    since = Date.now();
    box?.close();
    box?.remove();
    box = undefined;
  }
  function ask(left) {
    if (!box) {
      box = make("dialog", { className: "still" });
      box.append(make("h2", { textContent: say.title }), make("p", { className: "lead" }), make("button", { type: "button", className: "btn go", textContent: say.here, onclick: touched }));
      document.body.append(box);
      box.showModal();
    }
    box.querySelector("p").textContent = say.more.replace("{n}", left);
  }
  for (const what of ["pointerdown", "keydown", "input"]) addEventListener(what, () => { if (!box) since = Date.now(); }, true);
  setInterval(() => {
    const left = Math.ceil(ALONE + WARNED - (Date.now() - since) / 1e3);
    if (left <= 0) leave(); else if (left <= WARNED) ask(left);
  }, 1e3);
  setInterval(async () => {
    try { if ((await fetch(location.href, { method: "HEAD", credentials: "same-origin" })).status === 404) location.replace(home); } catch {}
  }, LOOK);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
});
