// After the thanks a tablet waits again; going back shows nothing of anybody.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
document.addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector("a[data-home]");
  if (link) setTimeout(() => location.replace(link.href), 8e3);
});
