// Who is free: each artist with the day as a bar, what is booked in it, and where the clock stands.
export default {
  props: { label: String, people: Array },
  template: `
<ul v-if="people.length" class="strip" :class="{ many: people.length > 5 }" :tabindex="people.length > 8 ? 0 : null" :aria-label="label">
  <li v-for="one in people" :key="one.id" :class="'p' + one.pigment">
    <div class="line apart"><span class="artist cut" :title="one.whole">{{ one.name }}</span><span class="small second cut" :class="{ now: one.strong }" :title="one.words">{{ one.words }}</span></div>
    <div class="dayline" aria-hidden="true"><i v-for="bar in one.bars" :class="bar.look" :style="{ left: bar.left + '%', width: bar.width + '%' }"></i><b v-if="one.now !== null" :style="{ left: one.now + '%' }"></b></div>
  </li>
</ul>`,
};
