// The shell around every screen: rail, top bar, bottom bar on phones, banner when the connection drops, toasts.
export default {
  props: { trail: Array, studio: String, menu: Array, active: String, bell: Object, foot: Array, who: Object, token: Object, art: Object, words: Object },
  data: () => ({ dark: false, choice: "system", more: false, keys: false, everywhere: [], here: [] }),
  computed: {
    first() { return this.menu.slice(0, 4); },
    rest() { return this.menu.slice(4); },
    shortcuts() {
      const { words } = this, go = this.menu.filter((item) => item.key).map((item) => [item.key, item.title]);
      const everywhere = [...this.everywhere, ["Ctrl ↵", words.save], ["Esc", words.close]];
      const lists = [["↑ ↓", words.move], ["↵", words.open], ["Space", words.tick], ["PgUp PgDn", words.turn], ["Home End", words.ends]];
      return [[words.everywhere, everywhere], [words.goto, go], [words.here, this.here], [words.lists, lists]].filter(([, keys]) => keys.length);
    },
  },
  watch: {
    keys(on) { if (on) { this.everywhere = this.keyed(false); this.here = this.keyed(true); } },
  },
  mounted() { document.documentElement.lang = this.words.lang; this.look(); addEventListener("linework-theme", this.look); },
  unmounted() { removeEventListener("linework-theme", this.look); },
  methods: {
    look() { this.dark = window.lineworkTheme?.isDark() ?? false; this.choice = window.lineworkTheme?.choice() ?? "system"; },
    keyed(here) { // whatever answers to a key says so itself, so that the list cannot tell of others
      return [...document.querySelectorAll("[data-key]")]
        .filter((el) => !el.closest(".nav") && !!el.closest(".main") === here && (!here || el.offsetParent))
        .map((el) => [el.dataset.key.replace("mod k", "Ctrl K"), el.dataset.word || el.getAttribute("aria-label") || el.textContent.trim()]);
    },
    isOn(item) { return item.to === this.active; },
    leave() { // by the palette, where no form is drawn
      const form = Object.assign(document.createElement("form"), { method: "post", action: this.token.action });
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: this.token.name, value: this.token.value }));
      document.body.append(form); form.submit();
    },
    choose(value) { window.lineworkTheme.choose(value); },
  },
  template: `
<div class="app">
  <a class="skip" href="#main">{{ words.skip }}</a>
  <nav class="rail" :aria-label="words.rooms">
    <a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><use :href="art.drawings + '#mark'"/></svg>
      <span class="w"><b>Linework</b> <span class="cut">{{ studio }}</span></span></a>
    <div class="nav">
      <template v-for="(item, i) in menu" :key="item.to">
        <a :href="item.to" :class="{ on: isOn(item), beyond: i > 3, parted: i && item.group !== menu[i - 1].group }" :aria-current="isOn(item) ? 'page' : undefined"
           :data-key="item.key || undefined" :title="item.title">
          <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#' + item.icon"/></svg><span class="w">{{ item.title }}</span>
          <span v-if="item.count" class="n" :class="{ hot: item.hot }">{{ item.count }}<span class="vh" v-if="item.hot"> {{ words.fresh }}</span></span>
        </a>
      </template>
      <button type="button" class="phone-only" @click="more = true"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#more'"/></svg><span class="w">{{ words.more }}</span></button>
    </div>
    <div class="foot" v-if="foot.length"><span v-for="line in foot" :key="line.word" class="st" :class="line.kind" :title="line.word"><span class="w">{{ line.word }}</span></span></div>
  </nav>
  <header class="topbar">
    <a class="phone-brand" href="/" aria-label="Linework"><svg viewBox="0 0 24 24" aria-hidden="true"><use :href="art.drawings + '#mark'"/></svg></a>
    <slot name="search"></slot>
    <div class="end">
      <slot name="tools"></slot>
      <component v-if="bell" :is="bell.panel ? 'button' : 'a'" :type="bell.panel ? 'button' : undefined" class="icon-btn" :href="bell.panel ? undefined : bell.to" :aria-label="bell.count ? bell.label + ', ' + bell.count : bell.label" :title="bell.label">
        <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#bell'"/></svg><span v-if="bell.count" class="badge" aria-hidden="true">{{ bell.count > 99 ? "99+" : bell.count }}</span>
        <q-menu v-if="bell.panel" anchor="bottom right" self="top right" :offset="[0, 6]" class="bell-menu" role="dialog" :aria-label="bell.label"><slot name="bell"></slot></q-menu></component>
      <button type="button" class="icon-btn theme" @click="choose(dark ? 'light' : 'dark')" :aria-label="dark ? words.light : words.dark" :title="dark ? words.light : words.dark">
        <svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + (dark ? '#sun' : '#moon')"/></svg></button>
      <button type="button" class="who">
        <span class="face s" aria-hidden="true">{{ who.initials }}</span><span class="w"><span class="medium">{{ who.name }}</span> <span class="quiet">{{ who.role }}</span></span>
        <q-menu anchor="bottom right" self="top right" :offset="[0, 6]" class="who-menu" role="dialog" :aria-label="who.name">
          <div class="who-head"><div class="strong cut">{{ who.name }}</div><div class="small quiet cut">{{ who.role }}</div></div>
          <a v-if="who.to" class="pick" :href="who.to"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#person'"/></svg>{{ words.profile }}</a>
          <button type="button" class="pick" data-palette v-close-popup><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#search'"/></svg>{{ words.find }}<kbd class="n">Ctrl K</kbd></button>
          <button type="button" class="pick" @click="keys = true" v-close-popup><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#help'"/></svg>{{ words.keys }}</button>
          <div class="seg themes" role="group" :aria-label="words.theme"><button v-for="(word, value) in words.themes" :key="value" type="button" :class="{ on: choice === value }" :aria-pressed="choice === value" @click="choose(value)">{{ word }}</button></div>
          <form method="post" :action="token.action"><input type="hidden" :name="token.name" :value="token.value"><button class="pick"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#logout'"/></svg>{{ words.signOut }}</button></form>
        </q-menu>
      </button>
      <button type="button" class="vh" tabindex="-1" data-key="?" :data-word="words.keys" @click="keys = true" aria-hidden="true"></button>
      <button type="button" class="vh" tabindex="-1" data-sign-out @click="leave" aria-hidden="true"></button>
    </div>
  </header>
  <div class="offline" role="alert"><span class="st stop">{{ words.offline }}</span></div>
  <main class="main" id="main" tabindex="-1"><slot name="banners"></slot>
    <nav v-if="trail.length" class="trail" :aria-label="words.trail"><ol><li v-for="step in trail" :key="step.to"><a :href="step.to">{{ step.title }}</a><svg class="i s" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#right'"/></svg></li></ol></nav>
    <slot></slot></main>
  <div class="toasts" role="status" aria-live="polite"><slot name="toasts"></slot></div>
  <q-dialog v-model="more" position="bottom" :aria-label="words.more"><div class="sheet more-sheet">
    <button type="button" class="pick" data-palette v-close-popup><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#search'"/></svg>{{ words.find }}</button>
    <a v-for="item in rest" :key="item.to" class="pick" :href="item.to"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#' + item.icon"/></svg>{{ item.title }}<span v-if="item.count" class="n">{{ item.count }}</span></a>
    <a v-if="who.to" class="pick" :href="who.to"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#person'"/></svg>{{ who.name }}</a>
    <div class="seg themes" role="group" :aria-label="words.theme"><button v-for="(word, value) in words.themes" :key="value" type="button" :class="{ on: choice === value }" :aria-pressed="choice === value" @click="choose(value)">{{ word }}</button></div>
    <form method="post" :action="token.action"><input type="hidden" :name="token.name" :value="token.value"><button class="pick"><svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use :href="art.icons + '#logout'"/></svg>{{ words.signOut }}</button></form>
  </div></q-dialog>
  <q-dialog v-model="keys" :aria-label="words.keys"><div class="sheet keys-sheet"><h2>{{ words.keys }}</h2>
    <div class="keys-groups"><section v-for="[title, keys] in shortcuts" :key="title"><h3>{{ title }}</h3>
      <dl class="keys"><template v-for="[key, word] in keys" :key="key + word"><dt><kbd v-for="one in key.split(' ')" :key="one">{{ one }}</kbd></dt><dd>{{ word }}</dd></template></dl></section></div>
    <div class="acts"><button type="button" class="btn" v-close-popup>{{ words.close }}</button></div></div></q-dialog>
</div>`,
};
