// Lasting conditions, the gravest first. A warning can be put aside in this tab; what stops the studio cannot.
export default {
  props: { banners: Array, who: String, icons: String, words: Object },
  data: () => ({ aside: [] }),
  computed: {
    store() { return "linework.aside." + this.who; },
    shown() { return this.banners.filter((one) => one.kind === "stop" || !this.aside.includes(one.key)); },
  },
  created() { try { this.aside = JSON.parse(sessionStorage.getItem(this.store)) || []; } catch { /* private window */ } },
  methods: {
    hide(key) {
      this.aside = [...this.aside, key].slice(-20);
      try { sessionStorage.setItem(this.store, JSON.stringify(this.aside)); } catch { /* private window */ }
    },
  },
  template: `
<div class="banners" role="region" :aria-label="words.label" v-show="shown.length">
  <div v-for="one in shown" :key="one.key" class="banner" :class="one.kind"><span class="st long" :class="one.kind" role="status">{{ one.sentence }}</span>
    <span class="banner-acts"><a v-if="one.to" class="link" :href="one.to">{{ words.open }}</a>
    <button v-if="one.kind !== 'stop'" type="button" class="icon-btn" :aria-label="words.hide" :title="words.hide" @click="hide(one.key)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#close'"/></svg></button></span></div>
</div>`,
};
