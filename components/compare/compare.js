// Two values a line, one of them taken. Each line is a group of two radios, so arrows and Tab work as everywhere.
export default {
  props: { pairs: Array, heads: Array, nothing: String },
  emits: ["take"],
  data() { return { taken: Object.fromEntries(this.pairs.map((pair) => [pair.name, pair.taken])) }; },
  computed: { base() { return "cm" + this.$.uid; } },
  watch: { pairs(now) { this.taken = Object.fromEntries(now.map((pair) => [pair.name, pair.taken])); } },
  methods: {
    take(name, side) { this.taken[name] = side; this.$emit("take", { name, side }); },
  },
  template: `
<div class="compare">
  <div class="compare-head" aria-hidden="true"><span></span><span>{{ heads[0] }}</span><span>{{ heads[1] }}</span></div>
  <div v-for="pair in pairs" :key="pair.name" class="compare-line" role="radiogroup" :aria-label="pair.label">
    <span class="compare-label">{{ pair.label }}</span>
    <label v-for="(side, i) in ['ours', 'theirs']" :key="side" class="compare-side" :class="{ on: taken[pair.name] === side, none: !pair[side] }">
      <input type="radio" :name="base + pair.name" :value="side" :checked="taken[pair.name] === side" :aria-label="heads[i] + ': ' + (pair[side] || nothing)" @change="take(pair.name, side)">
      <span>{{ pair[side] || nothing }}</span>
    </label>
    <label v-if="pair.both" class="compare-side compare-both" :class="{ on: taken[pair.name] === 'both' }">
      <input type="radio" :name="base + pair.name" value="both" :checked="taken[pair.name] === 'both'" @change="take(pair.name, 'both')"><span>{{ pair.both }}</span></label>
  </div>
</div>`,
};
