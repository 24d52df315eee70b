// Ctrl+K: one list for the keyboard. Screens, acts and settings are narrowed here; only clients are asked of the server.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const MOST = 5, PAUSE = 80;
export default {
  props: { who: String, icons: String, entries: Array, recent: Array, answer: Object, words: Object },
  emits: ["open", "ask", "act"],
  data: () => ({ shown: false, q: "", n: 0, at: 0, here: [], eager: false }),
  computed: {
    store() { return "linework.opened." + this.who; },
    sought() { return plain(this.q.trim()); },
    others() { return this.entries.filter((one) => !this.here.some((here) => here.title === one.title)); },
    hits() { return this.sought && this.answer.n > 0 && this.answer.n >= this.n - 1 ? this.answer.hits.map((hit) => ({ ...hit, group: hit.group || this.words.found })) : []; },
    waits() { return !!this.sought && this.answer.n < this.n; },
    local() {
      if (!this.sought) return [];
      const all = [...this.here, ...this.others].map((one, order) => ({ one, order, fit: this.fit(one) }));
      return all.filter(({ fit }) => fit < 4).sort((a, b) => a.fit - b.fit || a.order - b.order);
    },
    found() {
      const near = this.sought.length < 3 ? 1 : 2; // two letters begin half of all words
      const first = this.local.filter(({ one, fit }) => fit < near && !one.sought).slice(0, MOST), rest = this.local.filter((each) => !first.includes(each)).slice(0, 2 * MOST);
      return [...first.map(({ one }) => one), ...this.hits, ...rest.map(({ one }) => one)];
    },
    groups() {
      const groups = new Map();
      const known = this.recent.map((one) => ({ ...one, group: this.words.recent }));
      for (const one of this.sought ? this.found : [...known, ...this.here, ...this.others.filter((one) => !one.sought)]) groups.set(one.group, [...(groups.get(one.group) || []), one]);
      let i = 0;
      return [...groups].map(([name, items]) => ({ name, items: items.map((one) => ({ ...one, i: i++ })) }));
    },
    rows() { return this.groups.flatMap((group) => group.items); },
    base() { return "pl" + this.$.uid; },
  },
  watch: {
    answer() { if (this.eager && !this.waits) this.take(this.rows[this.at]); },
    rows(now, before) { // what is chosen stays chosen while answers come in, unless it is simply the first
      if (!this.at) return;
      const kept = now.findIndex((row) => row.id === before[this.at]?.id);
      this.at = Math.max(kept, 0);
    },
    q() { this.at = 0; this.eager = false; },
  },
  mounted() { addEventListener("click", this.asked); },
  unmounted() { removeEventListener("click", this.asked); clearTimeout(this.timer); },
  methods: {
    fit(one) {
      const title = plain(one.title), all = title + " " + plain(one.words || "") + " " + plain(one.subtitle || "");
      if (title.startsWith(this.sought)) return 0;
      if (title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(this.sought))) return 1;
      const parts = this.sought.split(/\s+/);
      return parts.every((part) => title.includes(part)) ? 2 : parts.every((part) => all.includes(part)) ? 3 : 4;
    },
    asked(event) { if (event.target.closest?.("[data-palette]")) this.start(); },
    start() {
      if (document.querySelector(".lock")) return;
      if (this.shown) { this.shown = false; return; }
      this.here = [...document.querySelectorAll(".main [data-key]")].filter((el) => el.offsetParent && el.textContent.trim() && !el.disabled)
        .map((el, i) => ({ id: "here" + i, title: el.textContent.trim(), icon: "play", key: el.dataset.key, group: this.words.here, el }));
      Object.assign(this, { q: "", n: 0, at: 0, eager: false, shown: true });
      this.$emit("open", { recent: this.opened() });
    },
    typed() {
      clearTimeout(this.timer);
      const number = ++this.n, wait = performance.now() - (this.last || 0) > 120 ? 0 : PAUSE;
      this.last = performance.now();
      this.timer = setTimeout(() => { if (this.q.trim()) this.$emit("ask", { n: number, q: this.q.trim() }); }, wait);
    },
    move(step) {
      if (this.rows.length) this.at = (this.at + step + this.rows.length) % this.rows.length;
      this.$nextTick(() => document.getElementById(this.base + "o" + this.at)?.scrollIntoView({ block: "nearest" }));
    },
    take(row, event) {
      if (!row) { this.eager = this.waits; return; }
      if (row.to) this.remember(row.to);
      if (row.to && (event?.ctrlKey || event?.metaKey)) { window.open(row.to, "_blank", "noopener"); return; }
      this.shown = false;
      if (row.el) setTimeout(() => row.el.click(), 60);
      else if (row.to) location.assign(row.to);
      else if (row.act === "theme") window.lineworkTheme.choose(window.lineworkTheme.isDark() ? "light" : "dark");
      else if (row.act?.startsWith("press ")) setTimeout(() => document.querySelector(row.act.slice(6))?.click(), 60);
      else this.$emit("act", row.act);
    },
    opened() { try { return JSON.parse(sessionStorage.getItem(this.store)) || []; } catch { return []; } },
    remember(to) {
      try { sessionStorage.setItem(this.store, JSON.stringify([to, ...this.opened().filter((one) => one !== to)].slice(0, 6))); } catch { /* private window */ }
    },
  },
  template: `
<div class="palette-home"><button type="button" class="vh" tabindex="-1" aria-hidden="true" data-palette data-key="mod k" :data-word="words.label"></button>
<q-dialog v-model="shown" position="top" :aria-label="words.label" @show="$refs.input?.focus()" no-route-dismiss><div class="palette">
  <div class="palette-in"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#search'"/></svg>
    <input ref="input" v-model="q" type="text" role="combobox" autofocus autocomplete="off" spellcheck="false" maxlength="200" enterkeyhint="go" :aria-label="words.label" :placeholder="words.ask" aria-expanded="true" aria-autocomplete="list"
      :aria-controls="base" :aria-activedescendant="rows.length ? base + 'o' + at : undefined" @input="typed" @keydown.down.prevent="move(1)" @keydown.up.prevent="move(-1)" @keydown.enter.prevent="take(rows[at], $event)">
    <button type="button" class="icon-btn" :aria-label="words.close" @click="shown = false"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#close'"/></svg></button></div>
  <div class="palette-list" role="listbox" :id="base" :aria-label="words.label" tabindex="-1">
    <div v-for="group in groups" :key="group.name" role="group" :aria-label="group.name"><div class="palette-group" aria-hidden="true">{{ group.name }}</div>
      <div v-for="row in group.items" :key="row.id" :id="base + 'o' + row.i" class="palette-row" role="option" :aria-selected="row.i === at" @mousemove="at = row.i" @click="take(row, $event)">
        <img v-if="row.photo" class="face s" :src="row.photo" alt=""><svg v-else-if="row.icon" class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#' + row.icon"/></svg><span v-else class="face s" aria-hidden="true">{{ row.initials }}</span>
        <span class="grow cut"><span class="medium">{{ row.title }}</span><span v-if="row.subtitle" class="second small"> {{ row.subtitle }}</span></span>
        <span v-if="row.code" class="small second nowrap">{{ row.code }}</span><kbd v-if="row.key">{{ row.key }}</kbd></div></div>
  </div>
  <p v-if="!rows.length && sought" class="palette-none" role="status">{{ waits ? words.looking + "…" : words.none + " “" + q.trim() + "”" }}</p>
  <div class="palette-foot" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> {{ words.choose }}</span><span><kbd>↵</kbd> {{ words.open }}</span><span><kbd>Ctrl ↵</kbd> {{ words.new }}</span><span><kbd>Esc</kbd> {{ words.close }}</span></div>
</div></q-dialog></div>`,
};
