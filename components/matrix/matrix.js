// Rights against roles. A cell shows what is stored: what was pressed is asked of the house, which then sends the new rows.
const STEPS = [[-1, 0, "ArrowUp"], [1, 0, "ArrowDown"], [0, -1, "ArrowLeft"], [0, 1, "ArrowRight"]];
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

export default {
  props: { label: String, roles: Array, groups: Array, people: Array, editable: Boolean, art: Object, words: Object },
  emits: ["change", "act"],
  data: () => ({ q: "", only: "", person: "", role: "", narrow: false, opened: "", at: null }),
  computed: {
    seen() { return this.people.find((one) => one.id === this.person); },
    columns() {
      const only = this.seen ? this.seen.role : this.narrow ? this.role || this.roles[0].key : "";
      return this.roles.map((role, i) => ({ ...role, i })).filter((role) => !only || role.key === only);
    },
    found() {
      const sought = plain(this.q).split(/\s+/).filter(Boolean), at = this.columns.map((role) => role.i);
      const fits = (row, group) => sought.every((word) => plain(row.sentence + " " + row.name + " " + group.title).includes(word))
        && (!this.only || at.some((i) => row.cells[i].differs)) && (!this.seen || at.some((i) => row.cells[i].reach));
      return this.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => fits(row, group)) })).filter((group) => group.rows.length);
    },
    flat() { return this.found.flatMap((group) => group.rows); },
    count() { return this.words.count.replace("{n}", this.flat.length.toLocaleString(document.documentElement.lang || undefined)); },
  },
  created() { this.media = matchMedia("(max-width: 600px)"); this.resize = () => { this.narrow = this.media.matches; }; this.resize(); },
  mounted() { this.media.addEventListener("change", this.resize); },
  unmounted() { this.media.removeEventListener("change", this.resize); },
  methods: {
    word(reach) { return this.words[reach || "none"]; },
    told(row, role) {
      const cell = row.cells[role.i], more = cell.kept ? this.words.kept : cell.differs ? this.words.usually + " " + this.word(cell.initial) : "";
      return [row.sentence, role.title, this.word(cell.reach), more].filter(Boolean).join(", ");
    },
    next(row, cell) { return row.choices[(row.choices.indexOf(cell.reach) + 1) % row.choices.length]; },
    put(row, role, reach) {
      const cell = row.cells[role.i];
      if (!this.editable || cell.kept || !row.choices.includes(reach) || reach === cell.reach) return;
      this.$emit("change", { role: role.key, right: row.name, reach });
    },
    key(event, row, role) {
      const step = STEPS.find((one) => one[2] === event.key);
      if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.put(row, role, ""); }
      if (!step) return;
      event.preventDefault();
      const y = this.flat.indexOf(row) + step[0], x = this.columns.findIndex((one) => one.i === role.i) + step[1];
      if (this.flat[y] && this.columns[x]) this.go(this.flat[y], this.columns[x]);
    },
    go(row, role) { this.at = row.name + "/" + role.key; this.$nextTick(() => this.$el.querySelector("[data-cell='" + CSS.escape(this.at) + "']")?.focus()); },
    stop(row, role) { const first = this.flat[0] && this.flat[0].name + "/" + this.columns[0].key, here = row.name + "/" + role.key; return (this.at && this.$el?.querySelector("[data-cell='" + CSS.escape(this.at) + "']") ? this.at : first) === here ? 0 : -1; },
    holders(row) {
      const who = (reach) => this.people.filter((one) => { const i = this.roles.findIndex((role) => role.key === one.role); return i >= 0 && row.cells[i].reach === reach; }).map((one) => one.name);
      return [["all", who("all")], ["own", who("own")]].filter(([, names]) => names.length).map(([reach, names]) => ({ reach, names: names.join(", ") }));
    },
    loosen() { this.q = ""; this.only = ""; this.person = ""; },
  },
  template: `
<section class="lw-matrix" :aria-label="label">
  <div class="table-bar">
    <div class="table-find"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#search'"/></svg><input type="search" v-model="q" :placeholder="words.search" :aria-label="words.search"></div>
    <label class="table-filter"><span>{{ words.show }}</span><select v-model="only" :aria-label="words.show"><option value="">{{ words.every }}</option><option value="yes">{{ words.changed }}</option></select></label>
    <label class="table-filter"><span>{{ words.person }}</span><select v-model="person" :aria-label="words.person"><option value="">{{ words.nobody }}</option><option v-for="one in people" :key="one.id" :value="one.id">{{ one.name }}</option></select></label>
    <label v-if="narrow && !seen" class="table-filter"><span>{{ words.role }}</span><select v-model="role" :aria-label="words.role"><option v-for="(one, i) in roles" :key="one.key" :value="i ? one.key : ''">{{ one.title }}</option></select></label>
    <button v-if="q || only || person" type="button" class="btn bare" @click="loosen">{{ words.clear }}</button>
    <span class="quiet small matrix-count" role="status">{{ count }}</span>
  </div>
  <p v-if="!flat.length" class="quiet matrix-none">{{ words.nothing }}</p>
  <div v-else :class="{ 'matrix-wide': columns.length > 8 }"><table :aria-label="label">
    <thead><tr><th scope="col">{{ words.right }}</th>
      <th v-for="role in columns" :key="role.key" scope="col" class="role" :class="{ own: role.note }">
        <button v-if="role.acts.length" type="button" class="role-btn" :aria-label="words.acts + ' ' + role.title" :title="role.note || undefined"><span>{{ role.title }}</span><svg class="i s" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#down'"/></svg>
          <q-menu anchor="bottom right" self="top right"><p v-if="role.note" class="quiet small matrix-note">{{ role.note }}</p><button v-for="act in role.acts" :key="act.name" type="button" role="menuitem" class="pick" :class="{ 'stop-text': act.stop }" v-close-popup @click="$emit('act', { name: act.name, role: role.key })"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#' + act.icon"/></svg>{{ act.label }}</button></q-menu></button>
        <span v-else>{{ role.title }}</span></th></tr></thead>
    <tbody v-for="group in found" :key="group.key">
      <tr class="room"><th :colspan="columns.length + 1" scope="colgroup">{{ group.title }}</th></tr>
      <template v-for="row in group.rows" :key="row.name">
        <tr><th scope="row"><button type="button" class="right-btn" :aria-expanded="opened === row.name" :title="row.name" @click="opened = opened === row.name ? '' : row.name">{{ row.sentence }}</button></th>
          <td v-for="role in columns" :key="role.key"><button type="button" class="reach" :class="[row.cells[role.i].reach || 'none', { differs: row.cells[role.i].differs, kept: row.cells[role.i].kept }]" :data-cell="row.name + '/' + role.key" :tabindex="stop(row, role)"
            :aria-label="told(row, role)" :aria-disabled="!editable || row.cells[role.i].kept" :title="row.cells[role.i].kept ? words.kept : row.cells[role.i].differs ? words.usually + ' ' + word(row.cells[role.i].initial) : undefined"
            @focus="at = row.name + '/' + role.key" @click="put(row, role, next(row, row.cells[role.i]))" @keydown="key($event, row, role)"><svg v-if="row.cells[role.i].kept" class="i s" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#lock'"/></svg><span class="w">{{ word(row.cells[role.i].reach) }}</span></button></td></tr>
        <tr v-if="opened === row.name" class="holders"><td :colspan="columns.length + 1"><p v-for="one in holders(row)" :key="one.reach"><span class="medium">{{ word(one.reach) }}:</span> {{ one.names }}</p><p v-if="!holders(row).length" class="quiet">{{ words.nobodyHas }}</p></td></tr>
      </template>
    </tbody>
  </table></div>
</section>`,
};
