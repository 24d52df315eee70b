// Lanes of cards side by side, tabs on a phone. Arrows go from card to card, Enter does the act; what is new or changed flashes once.
export default {
  props: { lanes: Array, layout: String, words: Object, icons: String },
  emits: ["act", "more"],
  data: () => ({ fresh: [], tab: null, held: null }),
  computed: {
    base() { return "bd" + this.$.uid; },
    on() { return this.tab ?? (this.lanes.find((lane) => lane.first && lane.cards.length) ?? this.lanes[0])?.key; },
  },
  watch: {
    lanes(now, before) {
      if (!before.length) return;
      const was = new Map(before.flatMap((lane) => lane.cards.map((card) => [card.id, lane.key + card.stamp])));
      const news = now.flatMap((lane) => lane.cards.filter((card) => !card.gap && was.get(card.id) !== lane.key + card.stamp).map((card) => card.id));
      if (news.length && news.length <= 12) this.flash(news);
      if (this.held) this.$nextTick(this.keepFocus);
    },
  },
  unmounted() { clearTimeout(this.calm); },
  methods: {
    flash(news) {
      this.fresh = news;
      clearTimeout(this.calm);
      this.calm = setTimeout(() => { this.fresh = []; }, 1700);
    },
    act(card, act, event) {
      const lane = event.target.closest("section");
      const place = { id: card.id, lane: lane.dataset.lane, at: [...lane.querySelectorAll(".card")].indexOf(event.target.closest(".card")) };
      this.held = event.target.matches(":focus-visible") ? place : null;
      this.$emit("act", { id: card.id, act: act.key });
    },
    // A card that moved on took the focus with it: the next of its lane gets it.
    keepFocus() {
      const { lane, at } = this.held;
      if (document.activeElement && document.activeElement !== document.body) return;
      this.held = null;
      const rest = this.handles(this.$el.querySelector(`section[data-lane="${lane}"]`));
      (rest[Math.min(at, rest.length - 1)] ?? this.handles(this.$el)[0])?.focus();
    },
    handles(place) {
      return [...(place?.querySelectorAll(".card") ?? [])].filter((card) => card.offsetParent).map((card) => card.querySelector(".act") ?? card.querySelector(".name"));
    },
    walk(event) {
      const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.role === "tab") return;
      const lanes = [...this.$el.querySelectorAll("section")].map(this.handles), card = event.target.closest(".card");
      const x = lanes.findIndex((lane) => lane.some((one) => one.closest(".card") === card));
      if (x < 0) return;
      const y = lanes[x].findIndex((one) => one.closest(".card") === card);
      let lane = lanes[x], at = y + step[1];
      for (let next = x + step[0]; step[0] && lanes[next]; next += step[0]) if (lanes[next].length) { lane = lanes[next]; at = Math.min(y, lane.length - 1); break; }
      event.preventDefault();
      lane[at]?.focus();
    },
    turn(event) {
      const keys = this.lanes.map((lane) => lane.key), step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      this.tab = keys[(keys.indexOf(this.on) + step + keys.length) % keys.length];
      this.$nextTick(() => this.$el.querySelector("[role=tab][aria-selected=true]")?.focus());
    },
  },
  template: `
<div class="board" :class="layout" @keydown="walk">
  <div v-if="layout === 'lanes'" class="board-tabs" role="tablist" :aria-label="words.lanes" @keydown="turn">
    <button v-for="lane in lanes" type="button" role="tab" :id="base + lane.key + 't'" :aria-controls="base + lane.key" :aria-selected="lane.key === on" :tabindex="lane.key === on ? 0 : -1" :class="{ on: lane.key === on }" @click="tab = lane.key">{{ lane.short }} <b>{{ lane.count }}</b></button>
  </div>
  <div class="lanes">
    <section v-for="lane in lanes" :key="lane.key" :id="base + lane.key" :data-lane="lane.key" class="lane" :class="[lane.key, { on: lane.key === on }]" :aria-label="lane.title">
      <header><h2>{{ lane.title }}</h2><span class="count" v-if="lane.count">{{ lane.count }}</span><span class="meta small quiet">{{ lane.meta }}</span></header>
      <ul v-if="lane.cards.length" class="cards">
        <template v-for="card in lane.cards" :key="card.id">
        <li v-if="card.gap" class="gap"><span class="time">{{ card.time }}</span><span class="small">{{ card.title }}</span></li>
        <li v-else class="card" :class="[card.look, { stopped: card.stop, flashed: fresh.includes(card.id) }]" :data-id="card.id">
          <div class="c1"><span class="time">{{ card.time }}</span><a v-if="card.look === 'done'" class="name cut grow" :href="card.to" :title="card.title">{{ card.title }}</a><span v-if="card.length" class="quiet small nowrap">{{ card.length }}</span>
            <span v-if="card.place" class="place small quiet" :title="card.place"><svg class="i s" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#pin'"/></svg><span class="cut">{{ card.place }}</span></span>
            <span v-for="word in card.tags" class="tag">{{ word }}</span><span v-if="card.artist" class="artist cut" :class="'p' + card.pigment" :title="card.whole">{{ card.artist }}</span></div>
          <a v-if="card.look !== 'done'" class="name cut" :href="card.to" :title="card.title">{{ card.title }}</a>
          <div v-if="card.line" class="piece cut" :title="card.line">{{ card.line }}</div>
          <div class="c3" v-if="card.marks.length"><span v-for="[kind, word] in card.marks" class="st" :class="kind" :title="word">{{ word }}</span><span v-if="card.amount" class="amount">{{ card.amount }}</span></div>
          <p v-if="card.note" class="note small" :class="{ 'stop-text': card.stop, 'warn-text': card.late }">{{ card.note }}</p>
          <div v-if="card.progress" class="prog small" :class="{ over: card.progress.over }"><div class="meter" role="progressbar" aria-valuemin="0" aria-valuemax="100" :aria-valuenow="card.progress.share" :aria-label="card.progress.words"><i :style="{ width: card.progress.share + '%' }"></i></div><span>{{ card.progress.words }}</span>
            <button v-if="card.also && layout === 'lanes'" type="button" class="btn icon" :aria-label="card.also.word + ', ' + card.title" :title="card.also.word" @click="act(card, card.also, $event)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#' + card.also.icon"/></svg></button></div>
          <div v-if="card.money.length || card.act" class="c4"><dl><div v-for="one in card.money" :class="{ owe: one.owe }"><dt>{{ one.label }}</dt><dd>{{ one.amount }}</dd></div></dl>
            <button v-if="card.also && layout === 'day'" type="button" class="btn" :aria-label="card.also.word + ', ' + card.title" @click="act(card, card.also, $event)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#' + card.also.icon"/></svg>{{ card.also.word }}</button>
            <button v-if="card.act" type="button" class="btn act" :class="{ primary: card.act.primary }" :aria-label="card.act.word + ', ' + card.title" @click="act(card, card.act, $event)">{{ card.act.word }}</button></div>
        </li>
        </template>
        <li v-if="lane.more" class="further"><button type="button" @click="$emit('more', lane.key)">{{ lane.more }}</button></li>
      </ul>
      <div v-else class="nobody"><svg class="drawing" :viewBox="lane.art.box" aria-hidden="true"><use :href="lane.art.src"/></svg><p class="strong">{{ lane.empty }}</p><p class="second small" v-if="lane.hint">{{ lane.hint }}</p>
        <button v-if="lane.step" type="button" class="btn" @click="$emit('act', { id: '', act: lane.step.key })">{{ lane.step.word }}</button></div>
    </section>
  </div>
</div>`,
};
