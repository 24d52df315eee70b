// Minutes and seconds until something ends. The server says how many are left, so a wrong clock here does no harm.
export default {
  props: { words: String, left: Number, run: Number },
  emits: ["over"],
  data: () => ({ shown: 0 }),
  computed: { text() { return this.words.replace("{time}", Math.floor(this.shown / 60) + ":" + String(this.shown % 60).padStart(2, "0")); } },
  watch: { run: { immediate: true, handler() { this.begin(); } } },
  unmounted() { clearInterval(this.ticking); },
  methods: {
    begin() {
      clearInterval(this.ticking);
      if (!this.run) return;
      const end = Date.now() + this.left * 1000;
      const tick = () => {
        this.shown = Math.max(0, Math.ceil((end - Date.now()) / 1000));
        if (!this.shown) { clearInterval(this.ticking); this.$emit("over"); }
      };
      this.ticking = setInterval(tick, 500);
      tick();
    },
  },
  template: `<span class="small quiet" role="timer" aria-live="off">{{ text }}</span>`,
};
