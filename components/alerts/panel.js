// The panel under the bell. It is mounted when somebody opens it, and asks for what is news then.
export default {
  props: { rows: Array, to: String, words: Object, icons: String },
  emits: ["opened", "act"],
  mounted() { this.$emit("opened"); },
  computed: { anyFresh() { return (this.rows || []).some((row) => row.fresh); } },
  methods: {
    act(name, id = "") { this.$emit("act", { name, id }); },
    open(event, row) { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); this.act("open", row.id); },
  },
  template: `
<section class="alert-panel">
  <header><h2>{{ words.title }}</h2><button v-if="anyFresh" type="button" class="btn bare" @click="act('all')">{{ words.readAll }}</button></header>
  <p v-if="rows === null" class="quiet pad" role="status">{{ words.loading }}…</p>
  <div v-else-if="!rows.length" class="pad"><p class="strong">{{ words.none }}</p><p class="second small">{{ words.hint }}</p></div>
  <ul v-else>
    <li v-for="row in rows" :key="row.id" :class="{ fresh: row.fresh }">
      <div class="said"><span class="st" :class="row.kind">{{ row.urgency }}</span><span class="quiet small">{{ row.when }}</span><span v-if="row.fresh" class="vh">{{ words.fresh }}</span>
        <a v-if="row.to" :href="row.to" class="sentence" @click="open($event, row)">{{ row.sentence }}</a><span v-else class="sentence">{{ row.sentence }}</span></div>
      <div class="acts">
        <button v-if="row.fresh" type="button" class="icon-btn" @click="act('read', row.id)" :aria-label="words.read + ': ' + row.sentence" :title="words.read"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#check'"/></svg></button>
        <button type="button" class="icon-btn" :aria-label="words.snooze + ': ' + row.sentence" :title="words.snooze"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#clock'"/></svg>
          <q-menu anchor="bottom right" self="top right" role="menu"><button v-for="when in ['hour', 'tomorrow', 'week']" type="button" role="menuitem" class="pick" v-close-popup @click="act(when, row.id)">{{ words[when] }}</button></q-menu></button>
      </div>
    </li>
  </ul>
  <footer><a class="btn bare" :href="to">{{ words.all }}</a></footer>
</section>`,
};
