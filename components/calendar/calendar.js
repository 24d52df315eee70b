// A thin skin around EventCalendar. What somebody does is shown at once and told; the server says yes by sending what is on now, or puts it back.
const loads = {};
function load(kind, address) {
  return loads[address] ||= new Promise((done, failed) => {
    const tag = document.createElement(kind === "style" ? "link" : "script");
    Object.assign(tag, { onload: done, onerror: failed }, kind === "style" ? { rel: "stylesheet", href: address } : { src: address });
    document.head[kind === "style" ? "prepend" : "append"](tag);
  });
}
const two = (n) => String(n).padStart(2, "0");
const iso = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
const later = (d, minutes) => new Date(d.getFullYear(), d.getMonth(), d.getDate(), d.getHours(), d.getMinutes() + minutes);
const copy = (thing) => JSON.parse(JSON.stringify(thing));
const URGENT = ["stop", "flag"], CALM = ["ok", "none", "info"], ROOM = [36, 60], SHEET = 640;
const VIEWS = { day: ["resourceTimeGridDay", "listDay"], week: ["resourceTimelineWeek", "listWeek"], month: ["dayGridMonth", "listMonth"] };

export default {
  props: { label: String, files: Object, words: Object, fields: Array, locale: String, narrow: String, step: Number, shown: Object, dragged: String, proposed: String },
  emits: ["moved", "opened", "asked", "wanted", "dropped", "turned"],
  data: () => ({ ready: false, said: "" }),
  watch: { shown() { this.draw(); } },
  async mounted() {
    this.known = new Map();
    this.mine = new Set();
    await Promise.all([load("style", this.files.style), load("script", this.files.script)]);
    this.media = matchMedia(this.narrow);
    this.media.addEventListener("change", this.turn);
    window.addEventListener(this.proposed, this.propose);
    window.addEventListener("beforeprint", this.fit);
    if (this.shown && this.$refs.grid) this.create();
  },
  unmounted() {
    clearTimeout(this.sending);
    clearInterval(this.ticking);
    window.removeEventListener(this.proposed, this.propose);
    window.removeEventListener("beforeprint", this.fit);
    this.watching?.disconnect();
    this.measuring?.disconnect();
    this.media?.removeEventListener("change", this.turn);
    if (this.ec) window.EventCalendar.destroy(this.ec);
  },
  methods: {
    view() {
      const alone = this.shown.view === "week" && this.shown.places.length === 1;
      return this.media.matches ? VIEWS[this.shown.view][1] : alone ? "timeGridWeek" : VIEWS[this.shown.view][0];
    },
    // ── drawing ──
    create() {
      const told = (info) => ({ id: info.event.id, start: iso(info.event.start), end: iso(info.event.end), place: info.event.resourceIds[0] ?? "" });
      const moved = (info) => this.tell(told(info), { ...told({ event: info.oldEvent }) });
      this.ec = window.EventCalendar.create(this.$refs.grid, {
        ...this.options(), headerToolbar: { start: "", center: "", end: "" }, allDaySlot: false, height: "100%", locale: this.locale, nowIndicator: true, slotEventOverlap: false,
        slotDuration: "00:30", snapDuration: { minutes: this.step }, flexibleSlotTimeLimits: true, filterEventsWithResources: true, longPressDelay: 400, dragScroll: true,
        views: { resourceTimeGridDay: { columnWidth: "minmax(112px, 1fr)" }, resourceTimelineWeek: { slotDuration: { days: 1 }, dayHeaderFormat: { weekday: "short", day: "numeric" } }, timeGridWeek: { dayHeaderFormat: { weekday: "short", day: "numeric" } }, dayGridMonth: { dayHeaderFormat: { weekday: "short" } } },
        slotLabelFormat: { hour: "2-digit", minute: "2-digit" }, eventTimeFormat: { hour: "2-digit", minute: "2-digit" }, buttonText: (was) => ({ ...was, close: this.words.close }),
        eventContent: this.content, resourceLabelContent: this.head, noEventsContent: this.words.none,
        eventClick: (info) => this.known.has(info.event.id) && (this.known.get(info.event.id).look === "more" ? this.$emit("turned", iso(info.event.start).slice(0, 10)) : this.$emit("opened", info.event.id)),
        eventDragStart: () => { this.held = true; }, eventResizeStart: () => { this.held = true; },
        eventDragStop: this.letGo, eventResizeStop: this.letGo, eventDrop: moved, eventResize: moved,
        dateClick: (info) => this.want(info.date, info.allDay ? info.date : null, info.resource),
        select: (info) => { this.ec.unselect(); this.want(info.start, info.end, info.resource); },
      });
      this.plain();
      this.watching = new MutationObserver(this.plain);
      this.watching.observe(this.$refs.grid, { childList: true, subtree: true });
      this.measuring = new ResizeObserver(() => { if (this.slot() !== this.ec.getOption("slotHeight")) this.ec.setOption("slotHeight", this.slot()); });
      this.measuring.observe(this.$refs.grid);
      this.tick();
      this.ticking = setInterval(this.tick, 15000);
      this.ready = true;
      this.$nextTick(this.kept);
    },
    // Bookings lie above the grid, not in its cells: as a table it would be told wrongly.
    plain() { for (const one of this.$refs.grid?.querySelectorAll("[role=table], [role=rowgroup], [role=row], [role=cell], [role=columnheader], [role=rowheader]") ?? []) for (const name of ["role", "aria-colindex", "aria-rowindex"]) one.removeAttribute(name); },
    // Half an hour is as high as the screen has room for, within reason.
    slot() {
      const [from, to] = this.shown.hours.map((time) => Number(time.slice(0, 2)) * 2 + Number(time.slice(3)) / 30), room = this.$refs.grid.clientHeight - 58;
      return Math.round(Math.min(ROOM[1], Math.max(ROOM[0], room / Math.max(1, to - from))));
    },
    // A day, a week or a month goes on one sheet of paper: measured as low as it can be.
    fit() {
      const whole = this.$refs.grid.querySelector(".ec");
      whole.style.height = "0";
      this.$el.style.setProperty("--sheet", Math.min(1, SHEET / (whole.querySelector(".ec-main").scrollHeight || SHEET)));
      whole.style.height = "";
    },
    // The time on the studio's wall beside the line that says now.
    tick() {
      const minutes = Number(this.shown.offset.slice(0, 3)) * 60 + Math.sign(Number(this.shown.offset.slice(0, 3)) || 1) * Number(this.shown.offset.slice(4));
      this.$el.style.setProperty("--now", `"${new Date(Date.now() + minutes * 60000).toISOString().slice(11, 16)}"`);
    },
    options() {
      const { places, hours, offset, weekStart, editable, day } = this.shown;
      this.known = new Map(this.booked().map((one) => [one.id, one]));
      const view = this.view();
      return {
        view, date: day, timeZone: offset === "+00:00" ? "+00:01" : offset /* it takes zero for the browser's own */, slotHeight: this.slot(), dayCellContent: view === "dayGridMonth" ? (info) => this.cell(info) : undefined, firstDay: weekStart, slotMinTime: hours[0], slotMaxTime: hours[1], editable: editable && !view.startsWith("list"),
        eventDurationEditable: editable && view.includes("TimeGrid") || view === "timeGridWeek" && editable, selectable: editable && (view.includes("TimeGrid") || view === "timeGridWeek"),
        resources: copy(places).map((one) => ({ id: one.id, title: one.title, extendedProps: one })), events: [...[...this.known.values()].map(this.event), ...this.closed()],
      };
    },
    booked() { return copy(this.shown.booked).map((row) => Object.fromEntries(this.fields.map((name, i) => [name, row[i]]))); },
    event(one) {
      const look = ["booked", "b-" + one.id, one.look, one.number ? "p" + one.number : "", this.fresh?.has(one.id) ? "flashed" : ""];
      return { id: one.id, start: one.start, end: one.end, resourceIds: [one.place], title: one.title, editable: one.fixed ? false : undefined, classNames: look.filter(Boolean), styles: [`--before: ${one.before}`, `--after: ${one.after}`], extendedProps: one };
    },
    closed() {
      return copy(this.shown.closed).map((one, i) => ({ id: "~" + i, start: one.start, end: one.end, resourceIds: [one.place], display: "background", classNames: ["closed"], title: one.word, extendedProps: { word: one.word } }));
    },
    draw() {
      if (!this.ec) { if (this.media && this.shown && this.$refs.grid) this.create(); return; }
      if (this.held) { this.late = true; return; }
      const { frame, lit } = this, same = this.kept() === frame, before = this.known;
      const booked = this.booked(), changed = booked.filter((one) => JSON.stringify(before.get(one.id)) !== JSON.stringify(one));
      this.fresh = new Set(same && lit === this.lit ? changed.map((one) => one.id).filter((id) => !this.mine.has(id)) : []);
      const focused = this.idOf(document.activeElement);
      if (!same || changed.length > 40) {
        for (const [name, value] of Object.entries(this.options())) this.ec.setOption(name, value);
      } else {
        const now = new Map(booked.map((one) => [one.id, one]));
        for (const id of before.keys()) if (!now.has(id)) this.ec.removeEventById(id);
        for (const one of changed) this.ec[before.has(one.id) ? "updateEvent" : "addEvent"](this.event(one));
        this.known = now;
      }
      for (const one of changed) this.mine.delete(one.id);
      if (focused) this.focus(focused);
    },
    turn() { if (this.ec) for (const [name, value] of Object.entries(this.options())) this.ec.setOption(name, value); },
    letGo() { this.held = false; if (this.late) { this.late = false; this.$nextTick(this.draw); } },
    // All but the bookings: what stays the same is not drawn again. Lights that follow the first drawing are no news.
    kept() { this.lit = this.shown.lit; return this.frame = JSON.stringify({ ...this.shown, booked: 0, lit: 0 }); },
    content(info) {
      if (info.event.display === "background") return { domNodes: [this.part("span", "word", info.event.extendedProps.word || "")] };
      if (info.event.extendedProps.look === "more") return { domNodes: [this.part("span", "b-more", info.event.title)] };
      const one = info.event.extendedProps, grid = info.view.type.includes("imeGrid"), list = info.view.type.startsWith("list");
      const from = iso(info.event.start).slice(11), to = iso(info.event.end).slice(11), nodes = [this.part("span", "b-time", from, grid || list ? `–${to}` : ""), this.part("span", "b-title", one.title ?? info.event.title)];
      if (one.who) nodes.push(this.part("span", list ? "artist" : "vh", one.who));
      if (one.line && (grid || list)) nodes.push(this.part("span", "b-line", one.line));
      const marks = one.marks ?? [], is = (mark, kinds) => kinds.includes(mark[0]), urgent = marks.find((mark) => is(mark, URGENT)) ?? marks.find((mark) => !is(mark, CALM));
      if ((grid && !one.look?.includes("short")) || list) { if (marks.length) nodes.push(this.part("span", "b-marks", marks.map(([kind, word]) => this.part("span", "st " + kind, word)))); }
      else if (urgent) nodes.push(this.part("span", "st bare " + urgent[0], "", "", urgent[1]));
      return { domNodes: [this.part("div", "b-body", nodes)] };
    },
    // A day of the month says how much is booked, and leads to itself.
    cell(info) {
      const day = iso(info.date).slice(0, 10), said = this.shown.counts[day] ?? "", nodes = [this.part("time", "", String(info.date.getDate()))];
      if (said) nodes.push(this.part("span", "b-count", said));
      const way = this.part("button", "b-day", nodes);
      Object.assign(way, { type: "button", onclick: (event) => { event.stopPropagation(); this.$emit("turned", day); } });
      way.onpointerdown = (event) => event.stopPropagation();
      return { domNodes: [way] };
    },
    head(info) {
      const one = info.resource.extendedProps, nodes = [this.part("span", (one.number ? "artist p" + one.number : "") + " b-place", one.title)];
      if (one.note) nodes.push(this.part("span", "b-note", one.note));
      return { domNodes: nodes };
    },
    part(tag, look, inner, rest = "", title = "") {
      const made = document.createElement(tag);
      made.className = look;
      made.append(...(Array.isArray(inner) ? inner : [inner]));
      if (rest) { const more = document.createElement("span"); more.className = "rest"; more.textContent = rest; made.append(more); }
      if (title) { made.title = title; made.setAttribute("aria-label", title); made.setAttribute("role", "img"); }
      return made;
    },
    // ── telling ──
    tell(now, old) {
      this.mine.add(now.id);
      this.$emit("moved", { ...now, old });
    },
    want(start, end, resource) {
      if (this.shown.editable) this.$emit("wanted", { start: iso(start), end: end ? iso(end) : "", place: resource?.id ?? "" });
    },
    putBack(id) {
      const one = this.known.get(id);
      this.mine.delete(id);
      if (one && this.ec) { const here = this.idOf(document.activeElement) === id; this.ec.updateEvent(this.event(one)); if (here) this.focus(id); }
    },
    // ── keys ──
    idOf(element) { return [...(element?.closest?.(".ec-event")?.classList ?? [])].find((name) => name.startsWith("b-"))?.slice(2) ?? ""; },
    focus(id) { this.$nextTick(() => requestAnimationFrame(() => this.$refs.grid?.querySelector(".ec-event.b-" + id)?.focus({ preventScroll: false }))); },
    key(event) {
      const id = this.idOf(event.target), one = this.known.get(id);
      if (!one || event.ctrlKey || event.metaKey) return;
      if (event.key === "m" || event.key === "M") { event.preventDefault(); event.stopPropagation(); return this.$emit("asked", id); }
      if (event.key === "Escape" && this.nudged) { clearTimeout(this.sending); this.nudged = null; return this.putBack(id); }
      const x = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0, y = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
      if (!(x || y) || !this.shown.editable || one.fixed) return;
      event.preventDefault();
      event.stopPropagation();
      this.nudge(one, event.altKey ? { place: x || y } : event.shiftKey ? { length: (y || x) * this.step } : { minutes: y * this.step + x * 1440 });
    },
    nudge(one, by) {
      const now = this.ec.getEventById(one.id), places = this.shown.places.map((place) => place.id);
      let { start, end } = now, place = now.resourceIds[0];
      if (by.place) place = places[Math.min(places.length - 1, Math.max(0, places.indexOf(place) + by.place))];
      if (by.length && later(end, by.length) > start) end = later(end, by.length);
      if (by.minutes) [start, end] = [later(start, by.minutes), later(end, by.minutes)];
      const told = { id: one.id, start: iso(start), end: iso(end), place: place ?? "" };
      this.ec.updateEvent({ ...this.event(one), start: told.start, end: told.end, resourceIds: [told.place] });
      this.focus(one.id);
      this.said = this.words.moved.replace("{time}", told.start.slice(11)).replace("{place}", this.shown.places.find((known) => known.id === place)?.title ?? "");
      this.nudged = told;
      clearTimeout(this.sending);
      this.sending = setTimeout(() => { this.nudged = null; this.tell(told, { id: one.id, start: one.start, end: one.end, place: one.place }); }, 700);
    },
    // ── from beside ──
    // Where somebody who waits would fit is drawn while their card is looked at.
    propose(event) {
      const { start = "", end = "", place = "", name = "", note = "" } = event.detail ?? {};
      if (this.offered) { this.ec?.removeEventById("~fit"); this.offered = false; }
      if (!start || !this.ec || !start.startsWith(this.shown.day) || this.shown.view !== "day") return;
      this.offered = true;
      this.ec.addEvent({ id: "~fit", start, end, resourceIds: [place], title: name, editable: false, classNames: ["proposed"], extendedProps: { title: name, line: note } });
    },
    over(event) {
      const what = window[this.dragged], at = what && this.shown.editable && this.ec?.dateFromPoint(event.clientX, event.clientY);
      if (!at) return this.away();
      event.preventDefault();
      const start = iso(at.date), place = at.resource?.id ?? "";
      if (this.aim?.start === start && this.aim.place === place) return;
      const shown = { id: "~drop", start, end: iso(later(at.date, what.minutes)), resourceIds: [place], title: what.name, editable: false, classNames: ["proposed"], extendedProps: { title: what.name } };
      this.ec[this.aim ? "updateEvent" : "addEvent"](shown);
      this.aim = { start, place };
    },
    away() { if (this.aim) { this.ec.removeEventById("~drop"); this.aim = null; } },
    drop(event) {
      const what = window[this.dragged], at = this.aim;
      this.away();
      if (!what || !at) return;
      event.preventDefault();
      this.$emit("dropped", { what: String(what.id), ...at });
    },
  },
  template: `
<div role="group" :aria-label="label" :aria-description="words.keys" @keydown="key" @dragover="over" @dragleave.self="away" @drop="drop">
  <div class="calendar-grid" ref="grid" :aria-busy="!ready"></div>
  <span class="vh" aria-live="polite">{{ said }}</span>
</div>`,
};
