export default {
  props: { label: String, hint: String, error: String, options: Array, value: null, open: Boolean },
  emits: ["update:value"],
  computed: { base() { return "sg" + this.$.uid; } },
  methods: {
    take(value) { this.$emit("update:value", this.open && value === this.value ? null : value); },
    key(event, i) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (i + step + this.options.length) % this.options.length;
      this.take(this.options[next].value); this.$el.querySelectorAll("[role=radio]")[next].focus();
    },
  },
  template: `
<div class="seg-field" :class="{ bad: error }" role="radiogroup" :aria-labelledby="base" :aria-describedby="base + 'm'">
  <div class="label" :id="base">{{ label }}</div>
  <div class="seg"><button v-for="(one, i) in options" :key="one.value" type="button" role="radio" :aria-checked="one.value === value" :class="{ on: one.value === value }"
    :tabindex="one.value === value || (value === null || value === undefined) && i === 0 ? 0 : -1" @click="take(one.value)" @keydown="key($event, i)">{{ one.word }}</button></div>
  <div class="q-field__messages" :id="base + 'm'" :role="error ? 'alert' : undefined">{{ error || hint }}</div>
</div>`,
};
