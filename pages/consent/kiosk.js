// The waiting screen. It holds no data; the server says when there is something to read.
export default {
  props: { studio: String, tablet: String, art: String, words: Object },
  data: () => ({ lost: false }),
  mounted() {
    document.documentElement.lang = this.words.lang;
    this.down = () => { this.lost = true; };
    this.up = () => { this.lost = false; };
    window.socket?.on("disconnect", this.down);
    window.socket?.on("connect", this.up);
    addEventListener("offline", this.down);
    addEventListener("pageshow", this.fresh);
  },
  unmounted() {
    window.socket?.off("disconnect", this.down);
    window.socket?.off("connect", this.up);
    removeEventListener("offline", this.down);
    removeEventListener("pageshow", this.fresh);
  },
  methods: { fresh(event) { if (event.persisted) location.reload(); } },
  template: `
<main class="kiosk">
  <svg class="kiosk-mark" viewBox="0 0 24 24" aria-hidden="true"><use :href="art + '#mark'"/></svg>
  <h1>{{ studio }}</h1>
  <p v-if="!lost">{{ words.wait }}</p>
  <p v-else class="kiosk-lost" role="alert"><span class="st stop">{{ words.lost }}</span></p>
  <footer><span>{{ tablet }}</span><a href="/kiosk/leave">{{ words.staff }}</a></footer>
</main>`,
};
