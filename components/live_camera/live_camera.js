// Looks through the back camera. Browsers that read codes do so here; others send one small picture at a time
// and wait until the server has looked at it. Nothing is recorded.
const SIDE = 720, PAUSE = 250, SAME = 2500, PATIENCE = 4000;

export default {
  props: { icons: String, words: Object, heard: Number },
  data: () => ({ stream: null, trouble: "", last: "", at: 0, sent: 0, reader: null }),
  computed: { able() { return window.isSecureContext && !!navigator.mediaDevices?.getUserMedia; } },
  unmounted() { this.stop(); },
  mounted() { document.addEventListener("visibilitychange", this.hidden); },
  beforeUnmount() { document.removeEventListener("visibilitychange", this.hidden); },
  watch: { heard() { this.sent = 0; } },
  methods: {
    hidden() { if (document.hidden) this.stop(); },
    async start() {
      this.trouble = "";
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
      } catch (error) { this.trouble = error.name === "NotAllowedError" ? this.words.denied : this.words.none; return; }
      this.reader = await this.own();
      await this.$nextTick();
      if (!this.stream) return;
      this.$refs.video.srcObject = this.stream;
      this.look();
    },
    async own() {
      try {
        const kinds = await window.BarcodeDetector.getSupportedFormats();
        return kinds.includes("qr_code") ? new window.BarcodeDetector({ formats: ["qr_code"] }) : null;
      } catch { return null; }
    },
    stop() { this.stream?.getTracks().forEach((track) => track.stop()); this.stream = null; this.sent = 0; },
    async look() {
      if (!this.stream) return;
      const video = this.$refs.video;
      if (video?.videoWidth) {
        try { this.reader ? await this.read(video) : this.send(video); } catch { this.reader = null; }
      }
      setTimeout(() => this.look(), PAUSE);
    },
    async read(video) {
      const [found] = await this.reader.detect(video);
      if (!found?.rawValue || (found.rawValue === this.last && Date.now() - this.at < SAME)) return;
      this.last = found.rawValue; this.at = Date.now();
      this.$emit("code", found.rawValue);
    },
    send(video) {
      if (this.sent && Date.now() - this.sent < PATIENCE) return;
      const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(video.videoWidth * scale); canvas.height = Math.round(video.videoHeight * scale);
      canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
      this.sent = Date.now();
      this.$emit("frame", canvas.toDataURL("image/jpeg", 0.7));
    },
  },
  template: `
<div class="live-camera">
  <div v-if="stream" class="live-camera-view"><video ref="video" autoplay playsinline muted :aria-label="words.view"></video><i aria-hidden="true"></i></div>
  <p class="small second" role="status"><span v-if="stream" class="st info">{{ words.looking }}</span><span v-else-if="!able" class="st warn long">{{ words.plain }}</span><span v-else-if="trouble" class="st stop long">{{ trouble }}</span></p>
  <button v-if="able" type="button" class="btn" @click="stream ? stop() : start()"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + (stream ? '#close' : '#camera')"/></svg>{{ stream ? words.stop : words.start }}</button>
</div>`,
};
