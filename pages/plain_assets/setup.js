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
  document.addEventListener("step", show);
  show();
});
