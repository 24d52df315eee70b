// Light, dark, or as the system says. Who signs in brings the theme of their account; after that the choice belongs to
// the device: a bright counter and a dim back room differ.
(() => {
  const root = document.documentElement, key = "linework.theme";
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const show = (choice) => { if (choice === "light" || choice === "dark") root.dataset.theme = choice; else delete root.dataset.theme; };
  window.lineworkTheme = {
    choice: () => stored() || "system",
    isDark: () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark",
    choose(choice) {
      try { choice === "system" ? localStorage.removeItem(key) : localStorage.setItem(key, choice); } catch { /* private window */ }
      show(choice);
      dispatchEvent(new CustomEvent("linework-theme"));
    },
    toggle() { this.choose(this.isDark() ? "light" : "dark"); },
  };
  const brought = /^#theme=(light|dark)$/.exec(location.hash);
  if (brought) {
    window.lineworkTheme.choose(brought[1]);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  show(stored() || brought?.[1]);
  addEventListener("storage", (event) => { if (event.key === key) { show(event.newValue); dispatchEvent(new CustomEvent("linework-theme")); } });
})();
