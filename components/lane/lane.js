// A lane of cards. What is new since the last list flashes once, so that eyes find what somebody else changed.
export default {
  props: { title: String, count: String, note: String, empty: String, hint: String, art: Object, cards: Array, more: Object },
  data: () => ({ fresh: [] }),
  computed: { base() { return "ln" + this.$.uid; } },
  watch: {
    cards(now, before) {
      const known = new Set(before.map((card) => card.id));
      this.fresh = now.filter((card) => !known.has(card.id)).map((card) => card.id);
    },
  },
  template: `
<section class="lane" :aria-labelledby="base">
  <header><h2 :id="base">{{ title }}</h2><span class="count" v-if="count && cards.length">{{ count }}</span><span class="meta small quiet">{{ note }}</span></header>
  <ul v-if="cards.length">
    <li v-for="card in cards" :key="card.id" class="card" :class="{ stopped: card.stop, flashed: fresh.includes(card.id) }">
      <div class="c1" v-if="card.lead || card.tags.length"><span class="time" v-if="card.lead">{{ card.lead }}</span><span class="quiet small">{{ card.note }}</span>
        <span v-for="word in card.tags" class="tag">{{ word }}</span></div>
      <div class="c2"><img v-if="card.photo" class="face s" :src="card.photo" alt=""><span v-else-if="card.face" class="face s" aria-hidden="true">{{ card.initials }}</span>
        <div class="grow"><a class="name cut" :href="card.to" :title="card.title">{{ card.title }}</a><div v-if="card.line" class="second small cut" :title="card.line">{{ card.line }}</div></div>
        <span v-if="!card.lead && card.note" class="quiet small nowrap">{{ card.note }}</span></div>
      <div class="c3" v-if="card.marks.length || card.act"><span v-for="[kind, word] in card.marks" class="st" :class="kind">{{ word }}</span>
        <a v-if="card.act" class="btn" :href="card.to" :aria-label="card.act + ', ' + card.title">{{ card.act }}</a></div>
    </li>
    <li v-if="more" class="further"><a :href="more.to">{{ more.word }}</a></li>
  </ul>
  <div v-else class="nobody"><svg class="drawing" :viewBox="art.box" aria-hidden="true"><use :href="art.src"/></svg><p class="strong">{{ empty }}</p><p class="second small" v-if="hint">{{ hint }}</p></div>
</section>`,
};
