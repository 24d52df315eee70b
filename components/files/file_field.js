// Files by drop, paste, picker or camera. Each travels by itself as the body of one request; its line says how far it
// is, what is wrong with it, and takes it away again.
const PICTURE = /^image\/(jpeg|png|webp)$/, LARGE_PHOTO = 700000;
let last = 0;

export default {
  props: { url: String, words: Object, icons: String, accept: String, most: Number, several: Boolean, keeps: Boolean, camera: Boolean, side: Number, facing: String, error: String },
  data: () => ({ over: 0, files: [], said: "", stream: null, eyes: [], eye: "", turn: 0, sees: false, trouble: "" }),
  computed: {
    live() { return window.isSecureContext && !!navigator.mediaDevices?.getUserMedia; },
    canTake() { return this.camera && (this.live || matchMedia("(pointer: coarse)").matches); },
    busy() { return !this.several && this.files.some((one) => one.state === "sending" || one.state === "looking"); },
    hint() { return `files-hint-${this.$.uid}`; },
  },
  mounted() {
    document.addEventListener("paste", this.pasted);
    for (const kind of ["dragover", "drop"]) document.addEventListener(kind, this.hold);
  },
  unmounted() {
    document.removeEventListener("paste", this.pasted);
    for (const kind of ["dragover", "drop"]) document.removeEventListener(kind, this.hold);
    this.close();
    this.files.forEach((one) => { one.request?.abort(); this.forget(one); });
  },
  methods: {
    focus() { this.$refs.choose?.focus(); },
    hold(event) { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); },
    mine() {
      const shown = [...document.querySelectorAll(".files")].filter((one) => one.checkVisibility());
      return (shown.find((one) => one.contains(document.activeElement)) || shown.at(-1)) === this.$el;
    },
    pasted(event) {
      const files = event.clipboardData?.files, typing = event.target.closest?.("input, textarea, [contenteditable]");
      if (!files?.length || event.defaultPrevented || (typing && event.clipboardData.types.includes("text/plain")) || !this.mine()) return;
      event.preventDefault();
      this.add(files);
    },
    dropped(event) { this.over = 0; this.add(event.dataTransfer.files); },
    add(list) {
      if (this.busy) return;
      for (const file of this.several ? [...list] : [...list].slice(0, 1)) {
        if (!this.several) [...this.files].forEach((one) => this.remove(one, false));
        const shown = PICTURE.test(file.type) ? URL.createObjectURL(file) : "";
        this.files.push({ n: ++last, file, name: file.name || this.words.photo, size: file.size, shown, state: "waiting", progress: 0, said: "", pages: "", id: "", lost: false });
      }
      this.next();
    },
    next() {
      if (this.files.some((one) => one.state === "sending" || one.state === "looking")) return;
      const one = this.files.find((one) => one.state === "waiting");
      if (one) this.send(one);
    },
    async send(one) {
      one.state = "sending"; one.progress = 0; one.said = ""; one.lost = false;
      this.say(one, this.words.sending.replace("{n}", 0));
      const body = await this.smaller(one.file);
      if (one.state !== "sending") return;
      one.size = body.size;
      if (body.size > this.most) return this.failed(one, this.words.large);
      const request = one.request = new XMLHttpRequest();
      request.upload.onprogress = (event) => { if (event.lengthComputable) one.progress = Math.round((event.loaded / event.total) * 100); };
      request.upload.onload = () => { if (one.state === "sending") { one.state = "looking"; this.say(one, this.words.looking); } };
      request.onload = () => this.answered(one, request);
      request.onerror = () => { one.lost = true; this.failed(one, this.words.lost); };
      request.open("POST", (window.path_prefix || "") + this.url);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-File-Name", encodeURIComponent(one.name));
      request.send(body);
    },
    answered(one, request) {
      let told = {};
      try { told = JSON.parse(request.responseText); } catch { /* the gate's own answers are pages */ }
      if (request.status === 200) return this.done(one, told);
      const gone = [401, 403, 404].includes(request.status);
      one.lost = !told.said && !gone && request.status !== 413;
      this.failed(one, told.said || (request.status === 413 ? this.words.large : gone ? this.words.ended : this.words.lost));
    },
    done(one, told) {
      one.state = "done"; one.id = told.id || ""; one.pages = told.pages || ""; one.request = null;
      this.say(one, this.words.done);
      if (!this.keeps) this.drop(one);
      this.next();
    },
    failed(one, why) {
      one.state = "failed"; one.said = why; one.request = null;
      this.say(one, why);
      this.next();
    },
    say(one, what) { this.said = `${one.name}: ${what}`; },
    remove(one, look = true) {
      const at = this.files.indexOf(one);
      one.state = "gone";
      one.request?.abort();
      if (one.id) this.$emit("removed", one.id);
      this.drop(one);
      this.next();
      if (look) this.$nextTick(() => (this.$el.querySelectorAll(".files-list .icon-btn")[at] || this.$refs.choose)?.focus());
    },
    drop(one) { this.forget(one); this.files = this.files.filter((other) => other !== one && other.n !== one.n); },
    forget(one) { if (one.shown) URL.revokeObjectURL(one.shown); one.shown = ""; },
    clear() { [...this.files].forEach((one) => { one.request?.abort(); this.drop(one); }); this.said = ""; },
    weight(bytes) {
      const [unit, by] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
      return new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 }).format(Math.max(1, Math.round(bytes / by * 10) / 10));
    },
    async smaller(file) {
      if (!this.side || file.size < LARGE_PHOTO) return file;
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
      if (!this.live) { this.$refs.camera.click(); return; }
      await this.open(this.eye ? { deviceId: { exact: this.eye } } : { facingMode: this.facing });
      this.$refs.snap?.focus();
    },
    async open(which) {
      this.rest();
      const turn = this.turn;
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ video: { ...which, width: { ideal: 1920 } } });
        const eyes = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "videoinput");
        if (turn !== this.turn) { stream.getTracks().forEach((track) => track.stop()); return; }
        this.stream = stream; this.eyes = eyes;
        this.eye = this.stream.getVideoTracks()[0].getSettings().deviceId || "";
        await this.$nextTick();
        if (this.$refs.video) this.$refs.video.srcObject = this.stream; else this.close();
      } catch (error) { if (turn !== this.turn) return; this.close(); this.trouble = error.name === "NotAllowedError" ? this.words.denied : this.words.none; }
    },
    async snap() {
      if (!this.sees) return;
      const video = this.$refs.video;
      const picture = video.videoWidth && await this.drawn(video, video.videoWidth, video.videoHeight);
      this.close();
      if (picture) this.add([new File([picture], `${this.words.photo}.jpg`, { type: "image/jpeg" })]); else this.trouble = this.words.none;
      this.$nextTick(() => this.$refs.choose?.focus());
    },
    leave() { this.close(); this.$nextTick(() => this.$refs.take?.focus()); },
    rest() { this.turn++; this.sees = false; this.stream?.getTracks().forEach((track) => track.stop()); },
    close() { this.rest(); this.stream = null; },
  },
  template: `
<div class="files" :class="{ over: over > 0, bad: error }" role="group" :aria-label="words.title">
  <div class="files-place" @dragenter.prevent="over++" @dragleave="over--" @dragover.prevent @drop.prevent="dropped">
    <template v-if="stream"><video ref="video" autoplay playsinline muted :aria-label="words.view" @loadeddata="sees = stream.active"></video>
      <div class="line wrap center" @keydown.esc.stop="leave"><button ref="snap" type="button" class="btn primary" :class="{ disabled: !sees }" :aria-disabled="!sees" @click="snap"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#camera'"/></svg>{{ words.snap }}</button>
        <select v-if="eyes.length > 1" v-model="eye" class="files-eye" :aria-label="words.which" @change="open({ deviceId: { exact: eye } })"><option v-for="(one, at) in eyes" :key="one.deviceId" :value="one.deviceId">{{ one.label || words.which + " " + (at + 1) }}</option></select>
        <button type="button" class="btn" @click="leave">{{ words.stop }}</button></div></template>
    <template v-else><svg class="i files-mark" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + (camera ? '#photo' : '#upload')"/></svg>
      <p class="second">{{ over > 0 ? words.over : words.title }}</p>
      <div class="line wrap center"><button ref="choose" type="button" class="btn" :disabled="busy" :aria-describedby="hint" @click="$refs.file.click()"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#upload'"/></svg>{{ several ? words.choose_several : words.choose }}</button>
        <button v-if="canTake" ref="take" type="button" class="btn" :disabled="busy" @click="look"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#camera'"/></svg>{{ words.take }}</button></div>
      <p :id="hint" class="small quiet">{{ words.allowed }}</p></template>
    <p v-if="trouble" class="small stop-text" role="alert">{{ trouble }}</p>
  </div>
  <ul v-if="files.length" class="files-list"><li v-for="one in files" :key="one.n" :class="one.state">
    <img v-if="one.shown && one.state !== 'failed'" :src="one.shown" alt=""><svg v-else class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + (one.state === 'failed' ? '#octagon' : '#note')"/></svg>
    <div class="files-said"><span class="files-name">{{ one.name }}</span>
      <span v-if="one.state === 'failed'" class="small stop-text">{{ one.said }}</span>
      <template v-else-if="one.state === 'sending' || one.state === 'looking'"><span class="meter" role="progressbar" :aria-label="one.name" aria-valuemin="0" aria-valuemax="100" :aria-valuenow="one.state === 'looking' ? undefined : one.progress"><i :style="{ width: (one.state === 'looking' ? 100 : one.progress) + '%' }"></i></span><span class="small quiet">{{ one.state === "looking" ? words.looking : words.sending.replace("{n}", one.progress) }}</span></template>
      <span v-else class="small quiet">{{ [weight(one.size), one.pages, one.state === "waiting" ? words.waiting : ""].filter(Boolean).join(" · ") }}</span></div>
    <button v-if="one.lost" type="button" class="btn" @click="send(one)">{{ words.again }}</button>
    <button type="button" class="icon-btn" :aria-label="(one.state === 'sending' ? words.cancel : words.remove).replace('{name}', one.name)" @click="remove(one)"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#close'"/></svg></button></li></ul>
  <p v-if="error" class="small stop-text" role="alert">{{ error }}</p>
  <p class="files-aloud" role="status">{{ said }}</p>
  <input ref="file" type="file" hidden :accept="accept" :multiple="several" @change="add($event.target.files); $event.target.value = ''">
  <input ref="camera" type="file" hidden accept="image/*" :capture="facing" @change="add($event.target.files); $event.target.value = ''">
</div>`,
};
