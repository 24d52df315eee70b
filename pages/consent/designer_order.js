// Blocks in their order: moved by their grip, with the pointer or with Alt and an arrow key.
export default {
  props: { moves: Boolean, said: String },
  emits: ["move"],
  data: () => ({ from: -1, to: -1 }),
  methods: {
    rows() { return [...(this.$refs.list?.children || [])]; },
    at(target) { return this.rows().findIndex((row) => row.contains(target)); },
    grab(event) {
      if (!this.moves || event.button || !event.target.closest?.(".grip")) return;
      event.preventDefault();
      event.target.closest(".grip").focus();
      this.from = this.to = this.at(event.target);
      for (const [name, hears] of Object.entries(this.watch())) addEventListener(name, hears);
    },
    watch() { return this.hears ||= { pointermove: this.drag, pointerup: () => this.drop(true), pointercancel: () => this.drop(false), keydown: (event) => { if (event.key === "Escape") this.drop(false); } }; },
    drag(event) {
      const over = this.at(document.elementFromPoint(event.clientX, event.clientY));
      if (over >= 0) this.to = over;
      this.rows().forEach((row, i) => {
        row.classList.toggle("dragged", i === this.from);
        row.classList.toggle("lands-above", i === this.to && this.to < this.from);
        row.classList.toggle("lands-below", i === this.to && this.to > this.from);
      });
    },
    drop(done) {
      for (const [name, hears] of Object.entries(this.watch())) removeEventListener(name, hears);
      this.rows().forEach((row) => row.classList.remove("dragged", "lands-above", "lands-below"));
      if (done && this.to !== this.from) this.$emit("move", { at: this.from, to: this.to });
      this.from = this.to = -1;
    },
    key(event) {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key], grip = event.target.closest?.(".grip");
      if (!step || !grip || !this.moves) return;
      event.preventDefault();
      const at = this.at(grip), to = at + step;
      if (to >= 0 && to < this.rows().length) this.$emit("move", { at, to });
    },
    reach(at, what) { setTimeout(() => { const row = this.rows()[at]; (row?.querySelector(what) || row)?.focus(); row?.scrollIntoView({ block: "nearest" }); }, 60); },
  },
  unmounted() { this.drop(false); },
  template: `<div><ol ref="list" class="blocks" @pointerdown="grab" @keydown="key"><slot></slot></ol><p class="sr" aria-live="polite">{{ said }}</p></div>`,
};
