// Keys that work on every screen: Ctrl+K everything, / search, n new, g + letter to go, ? shows them. Never while somebody types.
(() => {
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  let going = -Infinity;
  addEventListener("keydown", (event) => {
    const find = (selector) => document.querySelector(selector);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const palette = find("[data-key='mod k']");
      if (palette && (!find(".q-dialog") || find(".palette"))) { event.preventDefault(); palette.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || find(".q-dialog")) return;
    const name = event.key === "?" ? "?" : event.key.toLowerCase();
    const wanted = performance.now() - going < 1200 ? "g " + name : name;
    going = name === "g" ? performance.now() : -Infinity;
    const target = find(`[data-key="${CSS.escape(wanted)}"]`);
    if (!target) return;
    event.preventDefault();
    const field = target.querySelector("input");
    if (field) { field.focus(); field.select(); } else target.click();
  });
})();

// Two soft tones for news at the desk.
window.lineworkChime = () => {
  try {
    const audio = new AudioContext(), start = audio.currentTime;
    [660, 880].forEach((pitch, i) => {
      const tone = audio.createOscillator(), level = audio.createGain();
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0, start + i * 0.14);
      level.gain.linearRampToValueAtTime(0.08, start + i * 0.14 + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, start + i * 0.14 + 0.5);
      tone.connect(level).connect(audio.destination);
      tone.start(start + i * 0.14); tone.stop(start + i * 0.14 + 0.55);
    });
    setTimeout(() => audio.close(), 1200);
  } catch { /* no sound before the first click */ }
};
