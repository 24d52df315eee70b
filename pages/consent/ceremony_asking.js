// What is asked on the way: health, consents, the text's own questions, places on the body, photos.
// Nothing is passed over in silence; an answer that rules it out is asked again, and then somebody is told.
let shots = new Map(), figures = new Map(), preview = false;

function bindAsking() {
  preview = "preview" in form.dataset;
  figures = new Map($$("[data-places]").map((box) => [box.dataset.places, new LineworkBody(box, () => chosen(box))]));
  shots = new Map($$("[data-photo]").map((box) => [box.dataset.photo, new LineworkFile(box, {
    key: box.dataset.photo, words: say.photo, token: () => form.dataset.token, change: () => { complain(box, ""); stir(); }, preview,
  })]));
}
function recallAsked(draft) {
  for (const box of $$("[data-places]")) { figures.get(box.dataset.places).draw(); chosen(box); }
  for (const [key, photo] of draft.photos || []) shots.get(key)?.show(photo);
}
const forgetAsked = () => shots.forEach((one) => one.cancel());
const taken = () => [...shots].filter(([, one]) => one.value).map(([key, one]) => [key, one.value]);

// which places were pointed at, in words
function chosen(box) {
  const words = $$("input[data-place]:checked", box).map((one) => one.nextElementSibling.textContent);
  $(".chosen", box).textContent = words.length ? fill(say.places, { places: words.join(", ") }) : say.noPlace;
}

// a question that hangs on another one is there only where that was answered so
function reveal() {
  for (const more of $$("[data-if]")) more.hidden = !$$(`[name="${more.dataset.if}"]`).some((one) => one.checked && one.value !== "no");
  for (const box of $$("[data-when]")) {
    const on = $(`[data-x="${box.dataset.when}"]`);
    box.hidden = !on || on.hidden || !$$(`[name="x.${box.dataset.when}"]:checked`, on).some((one) => one.value === box.dataset.is);
  }
}

const asked = () => $$("[data-x]").filter((box) => !box.hidden);
function said(box) {
  const name = `[name="x.${box.dataset.x}"]`;
  if (box.dataset.kind === "many") return $$(name + ":checked", box).map((one) => one.value);
  return $(["yes_no", "one"].includes(box.dataset.kind) ? name + ":checked" : name, box)?.value.trim() || "";
}
function questions() {
  const found = {};
  for (const box of asked()) {
    const answer = said(box);
    if (answer.length) found[box.dataset.x] = { answer, detail: $(`[name="x.${box.dataset.x}.d"]`, box)?.value.trim() || "" };
  }
  return found;
}
const places = () => Object.fromEntries([...figures].map(([key, one]) => [key, one.value]));
const photos = () => Object.fromEntries(taken());

const checks = {
  intro: () => ($("[name=e_form]").checked ? null : [$("[data-step=intro]"), say.e_form]),
  health() {
    for (const box of $$(".q[data-q]")) if (!value("h." + box.dataset.q)) return [box, say.answer];
    for (const list of $$("[data-group]")) if (!$$("[type=checkbox]:checked", list).length) return [list, say.none];
    return stops();
  },
  consents() {
    for (const box of $$("[data-c]")) {
      if (!value("c." + box.dataset.c)) return [box, say.answer];
      if ("needed" in box.dataset && value("c." + box.dataset.c) === "no") return [box, say.health];
    }
    return null;
  },
  question() {
    for (const box of $$("[data-x]", steps[now])) {
      if (box.hidden) continue;
      const answer = said(box);
      const missing = { yes_no: say.answer, one: say.choice }[box.dataset.kind] || say.something;
      if (!answer.length && "needed" in box.dataset) return [box, missing];
      if (answer && box.dataset.kind === "number" && !Number.isFinite(+answer.replace(",", "."))) return [box, say.number];
    }
    return stops();
  },
  body_map() {
    const box = $("[data-places]", steps[now]);
    return "needed" in box.dataset && !figures.get(box.dataset.places).value.length ? [box, say.place] : null;
  },
  photo() {
    const box = $("[data-photo]", steps[now]), one = shots.get(box.dataset.photo);
    if (one.busy) return [box, say.photo.wait];
    return "needed" in box.dataset && !one.value ? [box, say.photo.missing] : null;
  },
  clause: () => (initialled(current().dataset.clause) ? null : [$(".pad-box", current()), say.initials]),
};

// kindly: perhaps it was a slip; if not, nothing is signed and the studio is told that somebody should talk to them
function stops() {
  const one = $$("[data-stops]:checked", steps[now]).find((each) => !each.closest("[hidden]"));
  if (!one) return null;
  const box = one.closest("[data-q], [data-x]"), words = $(".name, label span", box).firstChild.textContent.trim();
  asks(say.halt, fill(say.haltMore, { question: words }), [say.change, () => one.focus(), "go"], [say.isSo, () => leave(false, true)]);
  return [box, box.dataset.q === "intoxicated" ? say.sober : say.stops];
}
