// Combobox after the ARIA pattern: the first key asks at once, further keys wait 80 ms, late answers are dropped.
export default {
  props: { placeholder: String, label: String, titled: Boolean, keep: Boolean, icons: String, answer: Object, words: Object, chosen: Object, error: String },
  emits: ["ask", "choose"],
  data: () => ({ q: "", n: 0, open: false, at: 0, timer: null, last: 0 }),
  computed: {
    fresh() { return this.answer.n > 0 && this.answer.n >= this.n - 1; },
    hits() { return this.q.trim() ? this.answer.hits : []; },
    empty() { return this.answer.n === this.n && this.n > 0 && this.q.trim() && !this.hits.length; },
    base() { return "sb" + this.$.uid; },
  },
  created() { if (this.chosen) this.q = this.chosen.title; },
  watch: { answer() { this.at = 0; }, chosen(now) { this.q = now ? now.title : ""; } },
  methods: {
    typed() {
      this.open = true;
      clearTimeout(this.timer);
      const wait = performance.now() - this.last > 120 ? 0 : 80;
      this.timer = setTimeout(this.ask, wait);
      this.last = performance.now();
    },
    ask() { if (this.q.trim()) this.$emit("ask", { n: ++this.n, q: this.q.trim() }); },
    move(step) { this.open = true; if (this.hits.length) this.at = (this.at + step + this.hits.length) % this.hits.length; this.$nextTick(() => this.$el.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" })); },
    take(hit) {
      if (!hit) return;
      this.open = false;
      this.$emit("choose", hit.id);
      if (this.keep) this.q = hit.title; else { this.q = ""; this.$refs.input.blur(); }
    },
    clear() { this.q = ""; this.open = false; if (this.keep) this.$emit("choose", null); this.$refs.input.focus(); },
    left() { this.open = false; if (this.keep && this.chosen) this.q = this.chosen.title; },
  },
  template: `
<div class="search-box" :class="{ titled, keep, bad: error }">
  <label v-if="titled" :for="base">{{ label }}</label>
  <div class="search-in"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#search'"/></svg>
    <input :id="base" ref="input" v-model="q" type="text" role="combobox" :aria-label="titled ? undefined : label" autocomplete="off" spellcheck="false" :placeholder="placeholder" :aria-expanded="open && hits.length > 0"
      :aria-controls="base + 'l'" aria-autocomplete="list" :aria-activedescendant="open && hits.length ? base + 'o' + at : undefined" :aria-invalid="!!error" @input="typed" @focus="open = !!q && !keep" @blur="left"
      @keydown.down.prevent="move(1)" @keydown.up.prevent="move(-1)" @keydown.enter.prevent="take(hits[at])" @keydown.esc="clear">
    <button v-if="q" type="button" class="icon-btn clear" tabindex="-1" :aria-label="words.clear" @mousedown.prevent @click="clear"><svg class="i s" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#close'"/></svg></button>
    <kbd v-else-if="!keep" aria-hidden="true">{{ words.keys }}</kbd></div>
  <div class="q-field__messages" v-if="error" role="alert">{{ error }}</div>
  <ul class="search-list" :id="base + 'l'" role="listbox" :aria-label="label" v-show="open && (hits.length || empty)" @mousedown.prevent>
    <li v-for="(hit, i) in hits" :key="hit.id" :id="base + 'o' + i" role="option" :aria-selected="i === at" @mousemove="at = i" @click="take(hit)">
      <img v-if="hit.photo" class="face s" :src="hit.photo" alt=""><svg v-else-if="hit.icon" class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#' + hit.icon"/></svg>
      <span v-else class="face s" aria-hidden="true">{{ hit.initials }}</span>
      <span class="grow"><span class="medium cut">{{ hit.title }}</span><span class="small quiet cut">{{ hit.subtitle }}</span></span><span class="small quiet nowrap">{{ hit.code }}</span></li>
    <li v-if="empty" class="none" role="option" aria-disabled="true" aria-selected="false">{{ words.none }} “{{ q.trim() }}”</li>
  </ul>
</div>`,
};
