// The wizard's own help: what is usual in a country, and what was said so far in the rail.
document.addEventListener("DOMContentLoaded", () => {
  const country = document.getElementById("country");
  if (!country) return;
  const parts = ["currency", "locale", "zone"].map(name => document.getElementById(name));
  const usual = () => parts.forEach(part => { part.value = country.selectedOptions[0].dataset[part.id]; });
  const show = () => document.querySelectorAll("[data-show]").forEach(place => {
    const field = document.getElementById(place.dataset.show);
    place.textContent = !field ? "" : field.tagName === "SELECT" ? field.selectedOptions[0].text : field.value;
  });
  if (parts.every(part => !part.value)) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const found = [...country.options].find(option => option.dataset.zone === here);
    if (found && country.selectedOptions[0].dataset.zone !== here) country.value = found.value;
    usual();
  }
  country.addEventListener("change", usual);
  const sample = () => {
    const [currency, locale, zone] = parts.map(part => part.value), place = document.querySelector(".sample");
    try {
      const money = new Intl.NumberFormat(locale, { style: "currency", currency }).format(1250);
      place.lastElementChild.textContent = `${money} · ${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone }).format()}`;
      place.hidden = false;
    } catch { place.hidden = true; }
  };
  document.addEventListener("step", () => { show(); sample(); });
  for (const field of [country, ...parts]) field.addEventListener("change", () => { show(); sample(); });
  show();
  sample();
});
