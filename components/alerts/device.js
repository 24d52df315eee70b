// The two switches of this device. The browser itself asks whether notifications may be shown.
export default {
  props: { who: String, words: Object },
  data: () => ({ sound: false, desktop: false, can: true }),
  mounted() { this.look(); },
  methods: {
    look() { const news = window.lineworkNews; this.sound = news.hears(this.who); this.desktop = news.shows(this.who); this.can = news.canShow(); },
    hear(event) { window.lineworkNews.hear(this.who, event.target.checked); this.look(); },
    async show(event) { await window.lineworkNews.show(this.who, event.target.checked); this.look(); event.target.checked = this.desktop; },
  },
  template: `
<div class="device-news" role="group" :aria-label="words.here">
  <span class="quiet">{{ words.here }}</span>
  <label><input type="checkbox" class="tick-box" :checked="sound" @change="hear">{{ words.sound }}</label>
  <label :class="{ off: !can }"><input type="checkbox" class="tick-box" :checked="desktop" :disabled="!can" @change="show">{{ words.desktop }}</label>
  <span v-if="!can" class="small quiet">{{ words.cannot }}</span>
</div>`,
};
