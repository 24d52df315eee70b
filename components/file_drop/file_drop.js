// One file by drop, paste or picker. It travels in slices small enough to be held in memory: nothing is laid on a disk unsealed.
const SLICE = 768 * 1024;

export default {
  props: { url: String, words: Object, icons: String, accept: String, most: Number, busy: Boolean, said: String },
  data: () => ({ over: false, progress: null, trouble: "" }),
  computed: { line() { return this.progress !== null ? this.words.sending.replace("{n}", this.progress) : this.busy ? this.words.working : this.trouble || this.said; } },
  mounted() { document.addEventListener("paste", this.pasted); },
  unmounted() { document.removeEventListener("paste", this.pasted); },
  methods: {
    pasted(event) {
      const file = event.clipboardData?.files?.[0];
      if (file && this.$el.offsetParent) { event.preventDefault(); this.send(file); }
    },
    dropped(event) { this.over = false; this.chosen(event.dataTransfer.files); },
    chosen(files) { if (files.length && !this.busy && this.progress === null) this.send(files[0]); },
    async send(file) {
      this.trouble = "";
      if (file.size > this.most) { this.trouble = this.words.large; return; }
      const slices = Math.max(1, Math.ceil(file.size / SLICE)), mark = Math.random().toString(36).slice(2, 10);
      this.progress = 0;
      try {
        for (let at = 0; at < slices; at++) {
          const form = new FormData();
          form.append("file", file.slice(at * SLICE, (at + 1) * SLICE), `${mark}~${at + 1}~${slices}~${file.name}`);
          const answer = await fetch((window.path_prefix || "") + this.url, { method: "POST", body: form });
          if (!answer.ok) throw new Error(answer.status);
          this.progress = Math.round(((at + 1) / slices) * 100);
        }
      } catch { this.trouble = this.words.lost; }
      this.progress = null;
    },
  },
  template: `
<div class="file-drop" :class="{ over }" @dragover.prevent="over = true" @dragleave="over = false" @drop.prevent="dropped">
  <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#upload'"/></svg><p class="second">{{ words.title }}</p>
  <button type="button" class="btn" :disabled="busy || progress !== null" @click="$refs.file.click()"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#upload'"/></svg>{{ words.choose }}</button>
  <div v-if="progress !== null || busy" class="meter" aria-hidden="true"><i :style="{ width: (progress === null ? 100 : progress) + '%' }"></i></div>
  <p class="small" :class="trouble || said ? 'stop-text' : 'quiet'" role="status">{{ line }}</p>
  <input ref="file" type="file" hidden :accept="accept" @change="chosen($event.target.files); $event.target.value = ''">
</div>`,
};
