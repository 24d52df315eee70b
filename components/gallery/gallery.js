// A grid of pictures. One opens large and is turned over with the arrows; two that are chosen stand side by side.
const Icon = { props: { sheet: String, name: String }, template: `<svg class="i" aria-hidden="true"><use :href="sheet + '#' + name"/></svg>` };

export default {
  components: { Icon },
  props: { pictures: Array, acts: Array, label: String, icons: String, words: Object, movable: Boolean },
  emits: ["act", "order"],
  data: () => ({ chosen: [], shown: [], large: false, lost: [], placed: null, dragged: "", said: "" }),
  computed: {
    seen() { return this.shown.map((id) => this.pictures.find((one) => one.id === id)).filter(Boolean); },
    shots() { return (this.placed || []).map((id) => this.pictures.find((one) => one.id === id)).filter(Boolean).concat(this.placed ? [] : this.pictures); },
    moving() { return this.movable && !this.chosen.length && this.pictures.length > 1; },
    at() { return this.shots.findIndex((one) => one.id === this.shown[0]); },
    place() { return this.words.place.replace("{n}", this.at + 1).replace("{total}", this.pictures.length); },
    heading() { return this.seen.length === 2 ? this.words.compare : this.seen[0]?.title; },
    choosing() { return this.pictures.length > 1 || this.bulk.length > 0; },
    bulk() { return this.acts.filter((act) => act.many && this.pictures.some((one) => one.acts.includes(act.name))); },
  },
  watch: {
    pictures() {
      if (!this.dragged) this.placed = null;
      this.chosen = this.chosen.filter((id) => this.pictures.some((one) => one.id === id));
      if (this.large && !this.seen.length) this.large = false;
    },
  },
  methods: {
    say(words, one) { return words.replace("{what}", one.note ? `${one.title}, ${one.note}` : one.title); },
    open(ids) { this.shown = ids; this.large = true; },
    inTime(ids) { return this.pictures.map((one) => one.id).filter((id) => ids.includes(id)).reverse(); },  // the newest comes first in the grid
    close() { this.large = false; },
    turn(by) { if (this.shown.length === 1 && this.shots[this.at + by]) this.shown = [this.shots[this.at + by].id]; },
    key(event) {
      if (event.target.closest?.("input, textarea, [role=menu]") || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = { ArrowLeft: -1, ArrowRight: 1, Home: -this.at, End: this.shots.length - 1 - this.at }[event.key];
      if (to !== undefined) { event.preventDefault(); this.turn(to); }
    },
    walk(event, i) {
      const wide = getComputedStyle(this.$refs.grid).gridTemplateColumns.split(" ").length;
      const to = { ArrowLeft: i - 1, ArrowRight: i + 1, ArrowUp: i - wide, ArrowDown: i + wide, Home: 0, End: this.shots.length - 1 }[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey) return;
      if (event.altKey && this.moving) { event.preventDefault(); this.shift(i, Math.min(this.shots.length - 1, Math.max(0, to))); return; }
      const next = event.altKey ? null : this.$refs.grid.querySelectorAll(".shot-open")[to];
      if (next) { event.preventDefault(); next.focus(); }
    },
    async shift(i, to) { // the keyboard's way: the picture keeps the focus
      const ids = this.shots.map((one) => one.id);
      if (i === to) return;
      ids.splice(to, 0, ...ids.splice(i, 1));
      this.put(ids, to);
      await this.$nextTick(); this.$refs.grid.querySelectorAll(".shot-open")[to].focus();
    },
    put(ids, to) {
      this.placed = ids; this.$emit("order", ids); clearTimeout(this.settling);
      this.settling = setTimeout(() => { if (!this.dragged) this.placed = null; }, 3000); // nobody answered: as the house has it
      this.said = this.words.placed.replace("{n}", to + 1).replace("{total}", ids.length);
    },
    grab(event, one) {
      if (event.button || !this.moving) return;
      const before = this.shots.map((shot) => shot.id), watch = { pointermove: this.drag, pointerup: () => this.drop(before), pointercancel: () => this.drop(null), keydown: (key) => { if (key.key === "Escape") this.drop(null); } };
      event.preventDefault(); this.dragged = one.id; this.watching = watch;
      for (const [name, hears] of Object.entries(watch)) addEventListener(name, hears);
    },
    drag(event) {
      const over = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".shot");
      const to = over && this.$refs.grid.contains(over) ? [...this.$refs.grid.children].indexOf(over) : -1;
      const ids = this.shots.map((one) => one.id), from = ids.indexOf(this.dragged);
      if (to < 0 || to === from) return;
      ids.splice(to, 0, ...ids.splice(from, 1)); this.placed = ids;
    },
    drop(before) {
      for (const [name, hears] of Object.entries(this.watching || {})) removeEventListener(name, hears);
      const ids = this.shots.map((one) => one.id), to = ids.indexOf(this.dragged);
      this.dragged = ""; this.watching = null;
      if (before && ids.some((id, i) => id !== before[i])) this.put(ids, to); else this.placed = null;
    },
    bulkOf(act) { return this.chosen.filter((id) => this.pictures.find((one) => one.id === id)?.acts.includes(act.name)); },
    press(name, ids) { this.$emit("act", { name, ids }); },
  },
  template: `
<div class="gallery">
  <div v-if="chosen.length" class="gallery-chosen" role="toolbar" :aria-label="label"><span class="medium">{{ words.chosen.replace("{n}", chosen.length) }}</span>
    <button v-if="chosen.length === 2" type="button" class="btn" @click="open(inTime(chosen))"><Icon :sheet="icons" name="columns"/>{{ words.compare }}</button>
    <button v-for="act in bulk.filter((one) => bulkOf(one).length)" :key="act.name" type="button" class="btn" @click="press(act.name, bulkOf(act))"><Icon v-if="act.icon" :sheet="icons" :name="act.icon"/>{{ act.label }}</button>
    <button v-if="chosen.length < pictures.length" type="button" class="btn bare" @click="chosen = pictures.map((one) => one.id)">{{ words.all }}</button>
    <button type="button" class="btn bare" @click="chosen = []">{{ words.none }}</button></div>
  <ul ref="grid" class="gallery-grid" :aria-label="label">
    <li v-for="(one, i) in shots" :key="one.id" class="shot" :class="{ on: chosen.includes(one.id), dragged: dragged === one.id }">
      <button type="button" class="shot-open" :aria-label="say(words.open, one)" :aria-keyshortcuts="moving ? 'Alt+ArrowLeft Alt+ArrowRight' : null" @click="open([one.id])" @keydown="walk($event, i)"><img :src="one.small" alt="" loading="lazy" decoding="async" @error="lost.push(one.id)"><span v-if="lost.includes(one.id)" class="shot-lost small quiet">{{ words.lost }}</span></button>
      <span v-if="one.mark" class="shot-mark st ok pill">{{ one.mark }}</span>
      <label v-if="choosing" class="shot-tick"><input type="checkbox" v-model="chosen" :value="one.id" :aria-label="say(words.choose, one)"></label>
      <button v-if="moving" type="button" class="shot-grip icon-btn" tabindex="-1" :aria-label="words.grip" :title="words.grip" @pointerdown="grab($event, one)"><Icon :sheet="icons" name="grip"/></button>
      <span class="shot-said"><span class="medium cut" :title="one.title">{{ one.title }}</span><span class="small second cut" :title="one.note">{{ one.note }}</span></span>
    </li>
  </ul>
  <span v-if="movable" class="vh" role="status">{{ said }}</span>
  <q-dialog v-model="large" maximized :aria-label="heading"><div class="lightbox" @keydown="key">
    <header><h2 class="cut grow">{{ heading }}</h2><span v-if="seen.length === 1" class="small second nowrap">{{ place }}</span>
      <template v-if="seen.length === 1"><button v-for="act in acts.filter((one) => one.one && seen[0].acts.includes(one.name))" :key="act.name" type="button" class="btn lightbox-act" :title="act.label" @click="press(act.name, [seen[0].id])"><Icon v-if="act.icon" :sheet="icons" :name="act.icon"/><span>{{ act.label }}</span></button></template>
      <button type="button" class="icon-btn" :aria-label="words.close" :title="words.close" autofocus @click="close"><Icon :sheet="icons" name="close"/></button></header>
    <div class="lightbox-stage" :class="{ two: seen.length === 2 }">
      <button v-if="seen.length === 1 && at > 0" type="button" class="icon-btn turn before" :aria-label="words.before" @click="turn(-1)"><Icon :sheet="icons" name="left"/></button>
      <figure v-for="one in seen" :key="one.id"><img :src="one.large" :alt="say('{what}', one)"><figcaption>
        <span v-if="seen.length === 2" class="strong">{{ one.title }}</span><span v-if="one.caption" class="prose">{{ one.caption }}</span>
        <span class="small second">{{ [one.note, ...one.lines].filter(Boolean).join(" · ") }}</span></figcaption></figure>
      <button v-if="seen.length === 1 && at < shots.length - 1" type="button" class="icon-btn turn next" :aria-label="words.next" @click="turn(1)"><Icon :sheet="icons" name="right"/></button>
    </div></div></q-dialog>
</div>`,
};
