// One picture by drop, paste, file or camera. Large ones are redrawn smaller before they travel.
const KINDS = /^image\/(jpeg|png|webp)$/;

export default {
  props: { url: String, words: Object, icons: String, side: Number, facing: String, busy: Boolean, said: String, label: String },
  data: () => ({ over: false, progress: null, trouble: "", stream: null }),
  computed: { canLook() { return !!navigator.mediaDevices?.getUserMedia; }, line() { return this.progress !== null ? this.words.sending.replace("{n}", this.progress) : this.busy ? this.words.working : this.trouble || this.said; } },
  mounted() { document.addEventListener("paste", this.pasted); },
  unmounted() { document.removeEventListener("paste", this.pasted); this.close(); },
  methods: {
    pasted(event) {
      const file = [...(event.clipboardData?.files || [])].find((one) => KINDS.test(one.type));
      if (file && this.$el.offsetParent) { event.preventDefault(); this.send(file); }
    },
    dropped(event) { this.over = false; this.chosen(event.dataTransfer.files); },
    chosen(files) {
      const file = [...files].find((one) => one.type.startsWith("image/") || !one.type);
      if (file) this.send(file); else if (files.length) this.trouble = this.words.none;
    },
    async send(file) {
      this.trouble = ""; this.progress = 0;
      const form = new FormData();
      form.append("file", await this.smaller(file), "picture");
      const request = new XMLHttpRequest();
      request.upload.onprogress = (event) => { if (event.lengthComputable) this.progress = Math.round((event.loaded / event.total) * 100); };
      request.onloadend = () => { this.progress = null; if (request.status !== 200) this.trouble = this.words.lost; };
      request.open("POST", (window.path_prefix || "") + this.url);
      request.send(form);
    },
    async smaller(file) {
      if (!this.side || file.size < 700000) return file;
      try {
        const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        const scale = Math.min(1, this.side / Math.max(picture.width, picture.height));
        return await this.drawn(picture, picture.width * scale, picture.height * scale) || file;
      } catch { return file; }
    },
    drawn(source, width, height) {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width); canvas.height = Math.round(height);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff"; pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(source, 0, 0, canvas.width, canvas.height);
      return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    },
    async look() {
      this.trouble = "";
      if (!this.canLook) { this.$refs.camera.click(); return; }
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: this.facing, width: { ideal: 1920 } } });
        await this.$nextTick();
        this.$refs.video.srcObject = this.stream;
        this.$refs.snap.focus();
      } catch { this.trouble = this.words.camera; }
    },
    async snap() {
      const video = this.$refs.video;
      const picture = video.videoWidth && await this.drawn(video, video.videoWidth, video.videoHeight);
      this.close();
      if (picture) this.send(picture); else this.trouble = this.words.camera;
    },
    close() { this.stream?.getTracks().forEach((track) => track.stop()); this.stream = null; },
  },
  template: `
<div class="picture-drop" :class="{ over }" @dragover.prevent="over = true" @dragleave="over = false" @drop.prevent="dropped">
  <template v-if="stream"><video ref="video" autoplay playsinline muted></video>
    <div class="line center"><button ref="snap" type="button" class="btn primary" @click="snap"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#camera'"/></svg>{{ words.snap }}</button><button type="button" class="btn" @click="close">{{ words.stop }}</button></div></template>
  <template v-else><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#photo'"/></svg><p class="second">{{ words.title }}</p>
    <div class="line wrap center"><button type="button" class="btn" :disabled="busy" @click="$refs.file.click()"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#upload'"/></svg>{{ words.choose }}</button>
      <button type="button" class="btn" :disabled="busy" @click="look"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#camera'"/></svg>{{ words.take }}</button></div></template>
  <div v-if="progress !== null || busy" class="meter" aria-hidden="true"><i :style="{ width: (progress === null ? 100 : progress) + '%' }"></i></div>
  <p class="small" :class="trouble || said ? 'stop-text' : 'quiet'" role="status">{{ line }}</p>
  <input ref="file" type="file" hidden accept="image/jpeg,image/png,image/webp" @change="chosen($event.target.files); $event.target.value = ''">
  <input ref="camera" type="file" hidden accept="image/*" :capture="facing" @change="chosen($event.target.files); $event.target.value = ''">
</div>`,
};
