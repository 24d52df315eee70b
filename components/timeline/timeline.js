// Moments as an ordered list; text is only ever set as text.
export default {
  props: { moments: Array, icons: String, label: String, words: Object, flashing: Boolean },
  template: `
<ol class="timeline" :aria-label="label || undefined"><li v-for="(moment, i) in moments" :key="i + moment.note + moment.text" :class="{ flashed: flashing && i === 0 }">
  <span class="dot" aria-hidden="true"><svg class="i" viewBox="0 0 20 20"><use :href="icons + '#' + moment.icon"/></svg></span>
  <div class="grow"><div class="said">{{ moment.text }}</div><div class="small quiet">{{ moment.note }}</div>
    <dl v-if="moment.changes.length" class="changes small"><div v-for="(one, k) in moment.changes" :key="k"><dt>{{ one.label }}</dt>
      <dd><template v-if="one.before"><del><span class="vh">{{ words.from }} </span>{{ one.before }}</del><span class="to" aria-hidden="true">→</span></template><ins v-if="one.after"><span class="vh">{{ words.to }} </span>{{ one.after }}</ins><span v-else-if="one.before" class="quiet">{{ words.empty }}</span></dd></div></dl></div></li></ol>`,
};
