// Covers the page until its own person is back. What was typed stays where it is: nothing is drawn anew.
export default {
  props: { token: Object, session: String, who: Object, pin: Boolean, minutes: Number, icon: String, words: Object },
  data: () => ({ locked: false, asks: "", typed: "", said: "", busy: false, gone: false }),
  mounted() {
    this.seen = this.told = Date.now();
    this.signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"];
    this.signs.forEach((sign) => addEventListener(sign, this.notice, { passive: true, capture: true }));
    if (this.minutes) this.ticking = setInterval(() => { if (Date.now() - this.seen > this.minutes * 60000) this.lock(); }, 5000);
  },
  unmounted() { this.signs.forEach((sign) => removeEventListener(sign, this.notice, { capture: true })); clearInterval(this.ticking); this.shut(false); },
  methods: {
    notice() {
      this.seen = Date.now();
      if (this.locked || this.seen - this.told < 60000) return;
      this.told = this.seen;
      fetch("/lock", { redirect: "manual" }).catch(() => {});
    },
    shut(closed) {
      const page = document.getElementById("app");
      if (page) page.inert = closed;
      document.querySelectorAll("body > [id^='q-portal']").forEach((part) => { part.inert = closed; part.style.visibility = closed ? "hidden" : ""; });
    },
    cover() {
      if (this.locked) return;
      Object.assign(this, { locked: true, asks: this.pin ? "pin" : "password", typed: "", said: "", gone: false });
      this.shut(true);
      this.$nextTick(() => this.$refs.field?.focus());
    },
    uncover() { if (this.locked) { this.locked = false; this.typed = ""; this.seen = Date.now(); this.shut(false); } },
    send(address, more) {
      const body = new URLSearchParams({ [this.token.name]: this.token.value, session: this.session, ...more });
      return fetch(address, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
    },
    async lock() {
      if (this.locked) return;
      this.cover();
      try { await this.send("/lock", {}); } catch { this.said = this.words.offline; }
    },
    async open() {
      if (this.busy || !this.typed) return;
      this.busy = true;
      try {
        const answer = await this.send("/login/unlock", { [this.asks]: this.typed });
        const told = await answer.json();
        if (answer.ok) return this.uncover();
        this.said = told.said || told.detail || this.words.offline;
        this.gone = !!told.over;
        if (this.asks === "pin" && told.pin === false) this.ask("password", this.said);
      } catch { this.said = this.words.offline; } finally { this.busy = false; this.typed = ""; this.$nextTick(() => this.$refs.field?.focus()); }
    },
    away() { location.assign("/login"); },
    ask(what, said = "") { Object.assign(this, { asks: what, typed: "", said }); this.$nextTick(() => this.$refs.field?.focus()); },
  },
  template: `
<button type="button" class="icon-btn" data-key="g l" @click="lock" :aria-label="words.lock" :title="words.lock">
  <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icon"/></svg>
  <teleport to="body"><div v-if="locked" class="lock" role="dialog" aria-modal="true" :aria-label="words.locked" @click.stop @keydown.stop>
    <form class="lock-card" @submit.prevent="open" autocomplete="off">
      <span class="face l" aria-hidden="true">{{ who.initials }}</span>
      <h2>{{ who.name }}</h2><p class="second">{{ words.locked }}</p>
      <template v-if="!gone">
        <input ref="field" class="lock-field" :class="asks" v-model="typed" type="password" :inputmode="asks === 'pin' ? 'numeric' : 'text'" :aria-label="words[asks]" :placeholder="words[asks]" :maxlength="asks === 'pin' ? 8 : 1024" autocomplete="off">
        <p class="st stop" role="alert" v-show="said">{{ said }}</p>
        <button class="btn primary touch" :disabled="busy">{{ words.open }}</button>
        <div class="lock-ways"><button type="button" class="btn bare" v-if="pin && asks === 'pin'" @click="ask('password')">{{ words.withPassword }}</button><button type="button" class="btn bare" @click="away">{{ words.other }}</button></div>
      </template>
      <template v-else><p class="st stop" role="alert">{{ said }}</p><button type="button" class="btn primary touch" @click="away">{{ words.again }}</button></template>
    </form></div></teleport>
</button>`,
};
