// Tap a place on the figure; each is a tick box of its own for the keyboard. A finger is wider than a hand is drawn:
// the nearest place within its reach is meant.
const REACH = 24;

export default {
  props: { label: String, hint: String, error: String, sides: Array, value: Array, words: Object, box: String },
  emits: ["update:value"],
  data() { return { side: this.first() }; },
  computed: {
    base() { return "bm" + this.$.uid; },
    shown() { return this.sides.find((one) => one.key === this.side); },
    told() { return this.sides.flatMap((one) => one.places).filter((one) => this.value.includes(one.key)); },
  },
  methods: {
    first() { return this.sides.find((one) => one.places.some((place) => (this.value || []).includes(place.key)))?.key || this.sides[0].key; },
    turn(key) { this.$emit("update:value", this.value.includes(key) ? this.value.filter((one) => one !== key) : [...this.value, key]); },
    tap({ clientX: x, clientY: y }) {
      const away = (path) => {
        const edge = path.getBoundingClientRect();
        if (path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse()))) return -1;
        return Math.hypot(Math.max(edge.left - x, 0, x - edge.right), Math.max(edge.top - y, 0, y - edge.bottom)) + 1;
      };
      const near = [...this.$el.querySelectorAll("path")].reverse().map((path) => [away(path), path]).sort((a, b) => a[0] - b[0])[0];
      if (near && near[0] <= REACH) this.turn(near[1].dataset.place);
    },
  },
  template: `
<div class="body-field" :class="{ bad: error }" role="group" :aria-labelledby="base" :aria-describedby="base + 'm'">
  <div class="label" :id="base">{{ label }}</div>
  <div class="seg"><button v-for="one in sides" :key="one.key" type="button" :class="{ on: one.key === side }" :aria-pressed="one.key === side" @click="side = one.key">{{ one.word }}</button></div>
  <svg class="figure" :viewBox="box" @click="tap"><path v-for="one in shown.places" :key="one.key" :data-place="one.key" :d="one.d" :class="{ on: value.includes(one.key) }"
    role="checkbox" tabindex="0" :aria-checked="value.includes(one.key)" :aria-label="one.word" @keydown.space.prevent="turn(one.key)" @keydown.enter.prevent="turn(one.key)"><title>{{ one.word }}</title></path></svg>
  <ul class="line wrap" :aria-label="words.marked"><li v-for="one in told" :key="one.key"><button type="button" class="tag" :aria-label="words.drop + ' ' + one.word" @click="turn(one.key)">{{ one.word }} ×</button></li></ul>
  <div class="q-field__messages" :id="base + 'm'" :role="error ? 'alert' : undefined">{{ error || hint }}</div>
</div>`,
};
