// Boxes in a table. A box shows what is stored: it is put back when the house refuses.
export default {
  props: { label: String, ways: Object, rows: Array, words: Object },
  emits: ["change"],
  methods: {
    change(event, row, cell) { const on = event.target.checked; event.target.checked = cell.on; this.$emit("change", { kind: row.kind, way: cell.way, on }); },
  },
  template: `
<table class="route-table" :aria-label="label">
  <thead><tr><th scope="col">{{ words.kind }}</th><th v-for="(word, way) in ways" :key="way" scope="col" class="way">{{ word }}</th></tr></thead>
  <tbody><tr v-for="row in rows" :key="row.kind">
    <td class="kind"><span class="medium">{{ row.title }}</span><span class="st" :class="row.mark">{{ row.word }}</span></td>
    <td v-for="cell in row.cells" :key="cell.way" class="way"><label v-if="cell.possible"><input type="checkbox" class="tick-box" :checked="cell.on" :aria-label="row.title + ', ' + ways[cell.way]" @change="change($event, row, cell)"></label>
      <span v-else class="quiet" :title="words.closed" :aria-label="words.closed">–</span></td>
  </tr></tbody>
</table>`,
};
