// One table for every list. Rows are data; text is only ever set as text.
const blank = (v) => v === null || v === undefined || v === "" || (Array.isArray(v) && !v.length);

const Cell = {
  props: { kind: String, value: null },
  template: `
<span v-if="kind === 'face' && value" class="person"><img v-if="value.photo" class="face s" :src="value.photo" alt="" loading="lazy"><span v-else class="face s" aria-hidden="true">{{ value.initials }}</span>
  <span class="cut"><span class="medium">{{ value.name }}</span><span v-if="value.note" class="quiet"> {{ value.note }}</span></span></span>
<span v-else-if="kind === 'mark' && value" class="st" :class="value.kind">{{ value.word }}</span>
<span v-else-if="kind === 'tags'" class="tags"><span v-for="one in value || []" :key="one.word || one" class="tag" :class="one.pigment ? 'p' + one.pigment : ''">{{ one.word || one }}</span></span>
<span v-else class="cut" :title="value && value.length > 24 ? value : undefined">{{ value }}</span>`,
};

export default {
  components: { Cell },
  props: { label: String, store: String, columns: Array, filters: Array, acts: Array, bulk: Array, exports: Array, search: String, whole: Boolean, beside: String, current: String, movable: String, sizes: Array, empty: Object, art: Object, words: Object, answer: Object },
  emits: ["ask", "act", "all", "open", "export", "order"],
  data: () => ({ want: {}, n: 0, ticked: [], every: false, hidden: [], squeezed: [], phone: false, slow: false, focusAt: 0, flashing: [], placed: null, dragged: "", said: "", timer: null, wait: null }),
  computed: {
    rows() {
      const rows = this.answer.rows || [], ids = this.placed;
      return ids && ids.length === rows.length && rows.every((row) => ids.includes(row.id)) ? [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) : rows;
    },
    moving() { return !!this.movable && this.want.sort === this.movable && !this.want.descending && !this.want.q && !this.ticked.length && this.rows.length > 1; },
    shown() { return this.columns.filter((c) => !this.hidden.includes(c.name) && (this.phone || !this.squeezed.includes(c.name))); },
    pages() { return Math.max(1, Math.ceil(this.answer.total / this.want.size)); },
    narrowed() { return !!this.want.q || this.filters.some((f) => this.want.filters[f.name]); },
    choosing() { return !this.phone && this.columns.length > 5; },
    more() { return this.whole && this.rows.length && this.ticked.length === this.rows.length && this.answer.total > this.rows.length; },
    busy() { return this.answer.n < this.n; },
    range() {
      const first = this.rows.length ? (this.want.page - 1) * this.want.size + 1 : 0, total = this.answer.total;
      const text = (n) => n.toLocaleString(document.documentElement.lang || undefined);
      return this.words.range.replace("{first}", text(first)).replace("{last}", text(first ? first + this.rows.length - 1 : 0)).replace("{total}", text(total));
    },
  },
  watch: {
    answer(now, before) {
      if (now.n < this.n) return;
      if (!this.dragged && this.placed && (now.rows || []).every((row, i) => row.id === this.placed[i])) this.placed = null;
      if (before.rows === null) this.hold();
      this.want.page = now.wanted.page; clearTimeout(this.wait); this.slow = false;
      if (!this.more) this.every = false;
      this.ticked = this.ticked.filter((id) => this.rows.some((row) => row.id === id));
      this.focusAt = Math.min(this.focusAt, Math.max(0, this.rows.length - 1));
      const held = document.activeElement, row = held?.closest?.("[data-row]") && this.$el.contains(held);
      this.$nextTick(() => { this.fit(); if (row && !held.isConnected) this.focus(this.focusAt); });
    },
    current() { this.hold(); },
  },
  created() {
    this.want = { ...this.answer.wanted, filters: { ...this.answer.wanted.filters } };
    let stored = null;
    try { stored = JSON.parse(localStorage.getItem("linework.columns." + this.store)); } catch { /* nothing kept */ }
    this.hidden = Array.isArray(stored) ? stored : this.columns.filter((c) => !c.shown).map((c) => c.name);
    this.media = matchMedia("(max-width: 600px)");
    this.resize = () => { this.phone = this.media.matches; };
    this.resize();
  },
  mounted() { this.fit(); this.hold(); addEventListener("keydown", this.enter); this.watcher = new ResizeObserver(() => { if (this.$el.clientWidth !== this.width) this.fit(); }); this.watcher.observe(this.$el); this.media.addEventListener("change", this.resize); },
  unmounted() { removeEventListener("keydown", this.enter); this.watcher.disconnect(); this.media.removeEventListener("change", this.resize); clearTimeout(this.timer); clearTimeout(this.wait); clearTimeout(this.going); clearTimeout(this.settling); this.drop(null); },
  methods: {
    blank,
    async fit() { // a narrow screen lets go of the rightmost columns first; states stay
      this.width = this.$el.clientWidth;
      this.squeezed = [];
      for (let i = 0; i < this.columns.length; i++) {
        await this.$nextTick();
        const box = this.$el.querySelector?.(".table-scroll");
        const spare = this.shown.slice(1).filter((c) => c.kind !== "mark");
        if (!box || box.scrollWidth <= box.clientWidth + 1 || !spare.length) return;
        this.squeezed = [...this.squeezed, spare[spare.length - 1].name];
      }
    },
    query() {
      const q = {};
      if (this.want.q) q.q = this.want.q;
      for (const f of this.filters) if (this.want.filters[f.name]) q[f.name] = this.want.filters[f.name];
      if (this.want.sort) q.sort = (this.want.descending ? "-" : "") + this.want.sort;
      if (this.want.size !== this.sizes[0]) q.size = String(this.want.size);
      if (this.want.page > 1) q.page = String(this.want.page);
      return q;
    },
    ask() {
      const query = this.query(), rest = new URLSearchParams(location.search);
      for (const name of ["q", "sort", "size", "page", ...this.filters.map((f) => f.name)]) rest.delete(name);
      for (const [name, value] of Object.entries(query)) rest.set(name, value);
      history.replaceState(history.state, "", location.pathname + (rest.size ? "?" + rest : "") + location.hash);
      clearTimeout(this.wait); this.wait = setTimeout(() => { this.slow = true; }, 250);
      this.$emit("ask", { n: ++this.n, query });
    },
    narrow() { this.want.page = 1; this.every = false; this.ask(); },
    typed() { clearTimeout(this.timer); this.timer = setTimeout(this.narrow, 110); },
    loosen() { this.want.q = ""; for (const f of this.filters) this.want.filters[f.name] = ""; this.narrow(); },
    order(column) {
      const again = this.want.sort === column.name;
      this.want.descending = again && !this.want.descending;
      this.want.sort = column.name;
      this.narrow();
    },
    turn(step) { const to = Math.min(this.pages, Math.max(1, this.want.page + step)); if (to !== this.want.page) { this.want.page = to; this.focusAt = 0; this.ask(); } },
    open(row, event) {
      if (event?.target.closest("a, button, input, label") || String(getSelection())) return;
      if (this.besides(row)) { this.$emit("open", row.id); return; }
      if (row.to) { event?.ctrlKey || event?.metaKey ? window.open(row.to) : location.assign(row.to); } else this.$emit("open", row.id);
    },
    async hold() { // what stands beside the list has the keys, unless they are in use elsewhere
      const at = this.rows.findIndex((row) => row.id === this.current);
      if (at < 0 || !this.wide()) return;
      this.focusAt = at; await this.$nextTick();
      if (document.activeElement === document.body) this.focus(at);
    },
    wide() { return !!this.beside && matchMedia(this.beside).matches; },
    besides(row) { return row.id !== this.current && this.wide(); },
    follow() { // what stands beside the list goes along with the arrow keys, once they rest
      clearTimeout(this.going);
      this.going = setTimeout(() => { const row = this.rows[this.focusAt]; if (row && this.current && this.besides(row)) this.$emit("open", row.id); }, 160);
    },
    shift(i, step) { // one place up or down; the row keeps the focus
      const to = i + step, ids = this.rows.map((row) => row.id);
      if (!this.moving || to < 0 || to >= ids.length) return;
      ids.splice(to, 0, ...ids.splice(i, 1));
      this.place(ids, ids[to]); this.focus(to);
    },
    place(ids, moved) {
      this.placed = ids; this.$emit("order", ids); clearTimeout(this.settling);
      this.settling = setTimeout(() => { this.placed = null; }, 3000); // nobody answered: as the house has it
      this.said = this.words.placed.replace("{at}", this.number((this.want.page - 1) * this.want.size + ids.indexOf(moved) + 1)).replace("{of}", this.number(this.answer.total));
    },
    grab(event, row) {
      if (event.button || !this.moving) return;
      const before = this.rows.map((one) => one.id), watch = { pointermove: this.drag, pointerup: () => this.drop(before), pointercancel: () => this.drop(null), keydown: (key) => { if (key.key === "Escape") this.drop(null); } };
      event.preventDefault(); this.dragged = row.id; this.watching = watch;
      for (const [name, hears] of Object.entries(watch)) addEventListener(name, hears);
    },
    drag(event) {
      const over = document.elementFromPoint(event.clientX, event.clientY)?.closest?.("[data-row]");
      const to = over && this.$el.contains(over) ? [...this.$el.querySelectorAll("[data-row]")].indexOf(over) : -1;
      const ids = this.rows.map((row) => row.id), from = ids.indexOf(this.dragged);
      if (to < 0 || to === from) return;
      ids.splice(to, 0, ...ids.splice(from, 1)); this.placed = ids;
    },
    drop(before) {
      for (const [name, hears] of Object.entries(this.watching || {})) removeEventListener(name, hears);
      const ids = this.rows.map((row) => row.id), moved = this.dragged;
      this.dragged = ""; this.watching = null;
      if (before && ids.some((id, i) => id !== before[i])) this.place(ids, moved); else this.placed = null;
    },
    enter(event) { // the arrows reach the rows wherever nothing else has the keys
      if (event.key !== "ArrowDown" || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (document.activeElement !== document.body || !this.rows.length || !this.$el.offsetParent || document.querySelector(".q-dialog, dialog[open]")) return;
      event.preventDefault(); this.focus(this.focusAt);
    },
    key(event, i) {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move && this.moving && (event.altKey || event.target.closest(".grip"))) { event.preventDefault(); this.shift(i, move); return; }
      if (event.target.closest("button, input")) return;
      if (move) { event.preventDefault(); this.focus(i + move); this.follow(); }
      else if (event.key === "Escape" && this.current) { event.preventDefault(); this.$emit("open", ""); }
      else if (event.key === "Home") { event.preventDefault(); this.focus(0); }
      else if (event.key === "End") { event.preventDefault(); this.focus(this.rows.length - 1); }
      else if (event.key === "PageDown") { event.preventDefault(); this.turn(1); }
      else if (event.key === "PageUp") { event.preventDefault(); this.turn(-1); }
      else if (event.key === "Enter") { event.preventDefault(); const row = this.rows[i]; this.besides(row) ? this.$emit("open", row.id) : row.to ? location.assign(row.to) : this.$emit("open", row.id); }
      else if (event.key === " " && this.bulk.length) { event.preventDefault(); this.tick(this.rows[i].id); }
    },
    focus(i) { this.focusAt = Math.min(this.rows.length - 1, Math.max(0, i)); this.$nextTick(() => this.$el.querySelectorAll("[data-row]")[this.focusAt]?.focus()); },
    tick(id) { this.ticked = this.ticked.includes(id) ? this.ticked.filter((one) => one !== id) : [...this.ticked, id]; },
    tickAll() { this.ticked = this.ticked.length === this.rows.length ? [] : this.rows.map((row) => row.id); },
    allowed(row) { return this.acts.filter((act) => !row.acts || row.acts.includes(act.name)); },
    act(name, ids) { this.$emit("act", { name, ids }); },
    bulkAct(name) { if (this.every && this.more) this.$emit("all", name); else this.act(name, this.ticked); },
    untick() { this.ticked = []; this.every = false; },
    number(n) { return n.toLocaleString(document.documentElement.lang || undefined); },
    toggle(name) {
      this.hidden = this.hidden.includes(name) ? this.hidden.filter((one) => one !== name) : [...this.hidden, name];
      try { localStorage.setItem("linework.columns." + this.store, JSON.stringify(this.hidden)); } catch { /* not kept */ }
    },
    flash(ids) { this.flashing = ids; setTimeout(() => { this.flashing = []; }, 1700); },
    sorted(column) { return this.want.sort !== column.name ? undefined : this.want.descending ? "descending" : "ascending"; },
  },
  template: `
<section class="lw-table" :class="{ slow }" :aria-label="label" :aria-busy="busy">
  <div class="table-bar" v-if="!ticked.length">
    <div class="table-find" v-if="search"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#search'"/></svg>
      <input type="search" v-model="want.q" :placeholder="search" :aria-label="words.search" @input="typed" @keydown.enter="narrow"></div>
    <label v-for="filter in filters" :key="filter.name" class="table-filter"><span>{{ filter.label }}</span>
      <select v-model="want.filters[filter.name]" :aria-label="filter.label" @change="narrow"><option v-for="(word, value) in filter.options" :key="value" :value="value">{{ phone && !value && word === words.all ? filter.label + ': ' + word : word }}</option></select></label>
    <button v-if="narrowed" type="button" class="btn bare" @click="loosen">{{ words.clear }}</button>
    <div class="table-end"><slot></slot>
      <button v-if="exports.length" type="button" class="btn bare" :aria-label="words.export"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#download'"/></svg><span class="w">{{ words.export }}</span>
        <q-menu anchor="bottom right" self="top right"><button v-for="kind in exports" :key="kind" type="button" role="menuitem" class="pick" v-close-popup @click="$emit('export', kind)">{{ kind.toUpperCase() }}</button></q-menu></button>
      <button v-if="choosing" type="button" class="btn bare" :aria-label="words.columns"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#columns'"/></svg><span class="w">{{ words.columns }}</span>
        <q-menu anchor="bottom right" self="top right" role="dialog" :aria-label="words.columns"><label v-for="column in columns.slice(1)" :key="column.name" class="pick"><input type="checkbox" :checked="!hidden.includes(column.name)" @change="toggle(column.name)">{{ column.label }}</label></q-menu></button>
    </div>
  </div>
  <div class="table-bar ticked" v-else><span class="medium" role="status">{{ words.ticked.replace("{n}", number(every && more ? answer.total : ticked.length)) }}</span>
    <button v-if="more && !every" type="button" class="btn bare" @click="every = true">{{ words.every.replace("{n}", number(answer.total)) }}</button>
    <button v-for="one in bulk" :key="one.name" type="button" class="btn" :class="{ stop: one.stop }" @click="bulkAct(one.name)"><svg v-if="one.icon" class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#' + one.icon"/></svg>{{ one.label }}</button>
    <button type="button" class="btn bare" @click="untick">{{ words.untick }}</button></div>

  <div v-if="answer.rows === null" class="bones" role="status"><span class="vh">{{ words.loading }}</span><div v-for="i in 8" :key="i"><i class="bone" v-for="k in 4" :key="k" :style="{ width: [22, 30, 16, 12][k - 1] - (i * k) % 5 + '%' }"></i></div></div>
  <div v-else-if="!rows.length" class="empty">
    <template v-if="narrowed"><svg class="drawing" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true"><use :href="art.none"/></svg><h2>{{ words.none }}</h2><p>{{ words.loosen }}</p><button type="button" class="btn" @click="loosen">{{ words.clear }}</button></template>
    <template v-else><svg class="drawing" :viewBox="art.box" width="64" height="64" aria-hidden="true"><use :href="art.drawing"/></svg><h2>{{ empty.title }}</h2><p v-if="empty.text">{{ empty.text }}</p><a v-if="empty.to" class="btn primary" :href="empty.to">{{ empty.act }}</a></template>
  </div>
  <ul v-else-if="phone" class="cards">
    <li v-for="(row, i) in rows" :key="row.id" class="panel" :class="{ flashed: flashing.includes(row.id) }" data-row :tabindex="i === focusAt ? 0 : -1" @click="open(row, $event)" @keydown="key($event, i)">
      <div class="line apart"><a v-if="row.to" class="grow card-name" :href="row.to" tabindex="-1"><Cell :kind="shown[0].kind" :value="row[shown[0].name]"/></a><span v-else class="grow card-name"><Cell :kind="shown[0].kind" :value="row[shown[0].name]"/></span>
        <button v-if="allowed(row).length" type="button" class="icon-btn" :aria-label="words.more"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#more'"/></svg>
          <q-menu anchor="bottom right" self="top right"><button v-for="one in allowed(row)" :key="one.name" type="button" role="menuitem" class="pick" v-close-popup @click="act(one.name, [row.id])">{{ one.label }}</button></q-menu></button></div>
      <dl class="card-facts"><template v-for="column in shown.slice(1)" :key="column.name"><div v-if="column.on_card && !blank(row[column.name])"><dt :class="{ vh: column.kind !== 'text' && column.kind !== 'number' }">{{ column.label }}</dt><dd><Cell :kind="column.kind" :value="row[column.name]"/></dd></div></template></dl>
    </li></ul>
  <div v-else class="table-scroll" tabindex="-1"><table>
    <thead><tr><th v-if="movable" class="grip-cell"><span class="vh">{{ words.grip }}</span></th><th v-if="bulk.length" class="tick"><input type="checkbox" :aria-label="words.tickAll" :checked="ticked.length === rows.length" @change="tickAll"></th>
      <th v-for="column in shown" :key="column.name" scope="col" :class="'is-' + column.kind" :style="{ width: column.width || undefined }" :aria-sort="sorted(column)">
        <button v-if="column.sortable" type="button" class="sort" :title="words.sort.replace('{label}', column.label)" @click="order(column)">{{ column.label }}<svg class="i s" :class="{ off: !sorted(column) }" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + (sorted(column) === 'descending' ? '#sort-down' : '#sort-up')"/></svg></button>
        <template v-else>{{ column.label }}</template></th>
      <th v-if="acts.length" class="acts"><span class="vh">{{ words.more }}</span></th></tr></thead>
    <tbody><tr v-for="(row, i) in rows" :key="row.id" :class="{ flashed: flashing.includes(row.id), on: ticked.includes(row.id), current: row.id === current, dragged: row.id === dragged }" data-row :tabindex="i === focusAt ? 0 : -1" @focus="focusAt = i" @click="open(row, $event)" @keydown="key($event, i)">
      <td v-if="movable" class="grip-cell"><button v-if="moving" type="button" class="grip" tabindex="-1" :aria-label="words.grip" :title="words.grip" @pointerdown="grab($event, row)" @click.stop><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#grip'"/></svg></button></td>
      <td v-if="bulk.length" class="tick"><input type="checkbox" :aria-label="words.tick" :checked="ticked.includes(row.id)" @change="tick(row.id)"></td>
      <td v-for="(column, c) in shown" :key="column.name" :class="'is-' + column.kind"><a v-if="c === 0 && row.to" :href="row.to" tabindex="-1"><Cell :kind="column.kind" :value="row[column.name]"/></a><Cell v-else :kind="column.kind" :value="row[column.name]"/></td>
      <td v-if="acts.length" class="acts"><button v-if="allowed(row).length" type="button" class="icon-btn" :aria-label="words.more"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#more'"/></svg>
        <q-menu anchor="bottom right" self="top right"><button v-for="one in allowed(row)" :key="one.name" type="button" role="menuitem" class="pick" :class="{ 'stop-text': one.stop }" v-close-popup @click="act(one.name, [row.id])"><svg v-if="one.icon" class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#' + one.icon"/></svg>{{ one.label }}</button></q-menu></button></td>
    </tr></tbody></table></div>

  <span v-if="movable" class="vh" role="status">{{ said }}</span>
  <footer class="table-foot" v-if="rows.length"><span class="quiet" role="status">{{ range }}</span>
    <label v-if="answer.total > sizes[0]" class="quiet sizes">{{ words.rows }} <select v-model.number="want.size" @change="narrow"><option v-for="size in sizes" :key="size" :value="size">{{ size }}</option></select></label>
    <div class="turn" v-if="pages > 1"><button type="button" class="icon-btn" :disabled="want.page <= 1" :aria-label="words.before" @click="turn(-1)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#left'"/></svg></button>
      <button type="button" class="icon-btn" :disabled="want.page >= pages" :aria-label="words.next" @click="turn(1)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#right'"/></svg></button></div></footer>
</section>`,
};
