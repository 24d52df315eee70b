// Saves with Ctrl+Enter; asks before changes are lost, in our own words for our own links.
export default {
  props: { dirty: Boolean },
  emits: ["save", "leave"],
  data: () => ({ going: false }),
  mounted() { addEventListener("beforeunload", this.warn); document.addEventListener("click", this.link, true); addEventListener("keydown", this.key); },
  unmounted() { removeEventListener("beforeunload", this.warn); document.removeEventListener("click", this.link, true); removeEventListener("keydown", this.key); },
  methods: {
    warn(event) { if (this.dirty && !this.going) { event.preventDefault(); event.returnValue = ""; } },
    link(event) {
      const link = event.target.closest?.("a[href]");
      if (!this.dirty || !link || link.target === "_blank" || event.ctrlKey || event.metaKey || event.button || link.hasAttribute("download")) return;
      if (link.getAttribute("href").startsWith("#")) return;
      event.preventDefault(); event.stopPropagation();
      this.$emit("leave", link.getAttribute("href"));
    },
    key(event) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      const dialog = document.querySelector(".q-dialog");
      if (dialog && !dialog.contains(this.$el)) return;
      event.preventDefault(); this.$emit("save");
    },
    go(address) { this.going = true; location.assign(address); },
    toTrouble() { setTimeout(() => { const bad = this.$el.querySelector(".q-field--error input, .q-field--error textarea, .bad button, .bad input"); bad?.focus(); bad?.scrollIntoView({ block: "center" }); }, 60); },
  },
  template: `<form novalidate @submit.prevent="$emit('save')"><slot></slot></form>`,
};
