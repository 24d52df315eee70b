// The waiting screen. It holds no data; the server says when there is something to read.
// Whether the server is reached shows by NiceGUI's own mark on the page, see kiosk.css.
export default {
  props: { studio: String, tablet: String, art: String, logo: String, words: Object },
  data: () => ({ lost: false }),
  mounted() {
    document.documentElement.lang = this.words.lang;
    addEventListener("offline", this.follow);
    addEventListener("online", this.follow);
    addEventListener("pageshow", this.fresh);
  },
  unmounted() {
    removeEventListener("offline", this.follow);
    removeEventListener("online", this.follow);
    removeEventListener("pageshow", this.fresh);
  },
  methods: {
    follow() { this.lost = !navigator.onLine; },
    fresh(event) { if (event.persisted) location.reload(); },
  },
  template: `
<main class="kiosk" :class="{ lost }">
  <img v-if="logo" class="kiosk-logo" :src="logo" alt="">
  <svg v-else class="kiosk-mark" viewBox="0 0 24 24" aria-hidden="true"><use :href="art + '#mark'"/></svg>
  <h1>{{ studio }}</h1>
  <p class="kiosk-wait">{{ words.wait }}</p>
  <p class="kiosk-lost" role="status"><span class="st stop">{{ words.lost }}</span></p>
  <footer><span>{{ tablet }}</span><a href="/kiosk/leave">{{ words.staff }}</a></footer>
</main>`,
};
