// One PDF by drop or by choosing; what it is worth is judged on the server.
export default {
  props: { url: String, words: Object, icons: String },
  data: () => ({ over: false, busy: false, trouble: "" }),
  methods: {
    focus() { this.$el.querySelector("button").focus(); },
    send(files) {
      this.over = false;
      if (!files.length) return;
      this.trouble = ""; this.busy = true;
      const form = new FormData(), request = new XMLHttpRequest();
      form.append("file", files[0], "document.pdf");
      request.onloadend = () => { this.busy = false; if (request.status !== 200) this.trouble = this.words.lost; };
      request.open("POST", (window.path_prefix || "") + this.url);
      request.send(form);
    },
  },
  template: `
<div class="pdf-drop" :class="{ over }" @dragover.prevent="over = true" @dragleave="over = false" @drop.prevent="send($event.dataTransfer.files)">
  <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#shield'"/></svg><p class="second">{{ busy ? words.working : words.title }}</p>
  <button type="button" class="btn" :disabled="busy" @click="$refs.file.click()"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="icons + '#upload'"/></svg>{{ words.choose }}</button>
  <p v-if="trouble" class="small stop-text" role="alert">{{ trouble }}</p>
  <input ref="file" type="file" hidden accept="application/pdf,.pdf" @change="send($event.target.files); $event.target.value = ''">
</div>`,
};
