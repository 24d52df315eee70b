// A field to sign in. The pad itself is shared with the plain pages: see pad.js.
const load = (address) => (window.LineworkPad ? Promise.resolve() : (load.once ||= new Promise((done, lost) => {
  document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: lost }));
})));

export default {
  props: { label: String, words: Object, script: String, error: String, value: Object },
  emits: ["update:value"],
  data: () => ({ said: "", empty: true }),
  async mounted() {
    await load(this.script);
    this.pad = new LineworkPad(this.$refs.pad, { change: this.changed, full: () => { this.said = this.words.full; } });
    this.redraw = () => this.pad.draw();
    addEventListener("linework-theme", this.redraw);
  },
  unmounted() { removeEventListener("linework-theme", this.redraw); this.pad?.destroy(); },
  methods: {
    changed() {
      this.said = "";
      this.empty = this.pad.empty;
      this.$emit("update:value", this.empty ? null : JSON.parse(JSON.stringify(this.pad.value)));
    },
  },
  template: `
<div class="signature" :class="{ bad: error || said }">
  <div class="line"><span class="label grow">{{ label }}</span>
    <button type="button" class="btn" :disabled="empty" @click="pad.undo()">{{ words.undo }}</button><button type="button" class="btn" :disabled="empty" @click="pad.clear()">{{ words.clear }}</button></div>
  <div class="signature-pad" ref="pad" role="img" :aria-label="label"></div>
  <p v-if="error || said" class="st stop long" role="alert">{{ said || error }}</p>
</div>`,
};
