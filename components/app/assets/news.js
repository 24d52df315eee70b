// News at this device: a tone and a desktop notification, each switched on here by whoever sits here. Off until then.
(() => {
  const key = (what, who) => `linework.news.${what}.${who}`;
  const stored = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const store = (name, value) => { try { value ? localStorage.setItem(name, value) : localStorage.removeItem(name); } catch { /* private window */ } };
  const hold = () => new Promise((done) => setTimeout(done, 10000));
  const once = (id, tell) => { // several open pages tell one piece of news once: whoever holds its lock
    if (!navigator.locks) return tell();
    navigator.locks.request("linework.news." + id, { ifAvailable: true }, (mine) => { if (!mine) return null; tell(); return hold(); });
  };
  window.lineworkNews = {
    hears: (who) => stored(key("sound", who)) === "on",
    hear(who, on) { store(key("sound", who), on ? "on" : ""); if (on) window.lineworkChime?.(); },
    canShow: () => "Notification" in window && isSecureContext && Notification.permission !== "denied",
    shows: (who) => "Notification" in window && Notification.permission === "granted" && stored(key("desktop", who)) === "on",
    async show(who, on) {
      if (on && Notification.permission !== "granted") await Notification.requestPermission().catch(() => "denied");
      store(key("desktop", who), on && Notification.permission === "granted" ? "on" : "");
      return this.shows(who);
    },
    tell({ who, id, title, text, to, desktop }) {
      const sound = this.hears(who), note = desktop && this.shows(who);
      if (sound || note) once(id, () => {
        if (sound) window.lineworkChime?.();
        if (note) this.notify(id, title, text, to);
      });
    },
    notify(id, title, text, to) {
      try {
        const shown = new Notification(title, { body: text, tag: id });
        shown.onclick = () => { window.focus(); if (to) location.href = to; shown.close(); };
      } catch { /* some windows have the word and not the deed */ }
    },
  };
})();
