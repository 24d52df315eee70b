// A field one draws in: keeps every stroke as points [x, y, milliseconds, pressure], never a picture.
// Used by our plain pages and by the desk alike, so it knows neither framework nor server.
window.LineworkPad = class {
  static MOST = 8000;

  constructor(host, { most = LineworkPad.MOST, thick = 2.6, change = () => {}, full = () => {} } = {}) {
    Object.assign(this, { host, most, thick, change, full });
    this.strokes = [];
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    host.append(this.canvas);
    this.pen = this.canvas.getContext("2d");
    this.listeners = new AbortController();
    const on = (name, does) => this.canvas.addEventListener(name, does, { signal: this.listeners.signal });
    on("pointerdown", (event) => this.begin(event));
    on("pointermove", (event) => this.follow(event));
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) on(name, () => this.end());
    on("touchstart", (event) => event.preventDefault());
    this.seen = new ResizeObserver(() => this.fit());
    this.seen.observe(host);
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", () => this.draw(), { signal: this.listeners.signal });
    this.fit();
  }

  destroy() { this.listeners.abort(); this.seen.disconnect(); this.canvas.remove(); }

  get empty() { return !this.strokes.length; }
  get points() { return this.strokes.reduce((sum, stroke) => sum + stroke.length, 0); }
  get value() { return { width: this.width, height: this.height, strokes: this.strokes }; }

  set value(kept) {
    this.strokes = (kept?.strokes || []).map((stroke) => stroke.map((point) => [...point]));
    if (kept?.width && this.width) this.carry(kept.width, kept.height);
    else if (kept?.width) [this.width, this.height] = [kept.width, kept.height];
    this.start = undefined;
    this.draw();
  }

  clear() { this.strokes = []; this.line = null; this.start = undefined; this.draw(); this.change(); }
  undo() { this.strokes.pop(); this.line = null; this.draw(); this.change(); }

  // one stroke
  begin(event) {
    if (event.button > 0 || this.line || !this.width) return;
    event.preventDefault();
    try { this.canvas.setPointerCapture(event.pointerId); } catch { /* the pointer has left already */ }
    this.pointer = event.pointerId;
    this.line = [];
    this.add(event);
  }

  follow(event) {
    if (!this.line || event.pointerId !== this.pointer) return;
    const all = event.getCoalescedEvents?.() || [];
    for (const each of all.length ? all : [event]) this.add(each);
  }

  add(event) {
    const box = this.canvas.getBoundingClientRect();
    const x = event.clientX - box.left, y = event.clientY - box.top;
    if (x < 0 || y < 0 || x > this.width || y > this.height) { this.line = this.line.length ? [] : this.line; return; }
    const last = this.line.at(-1);
    if (last && Math.hypot(last[0] - x, last[1] - y) < 0.8) return;
    if (this.points >= this.most) return this.full();
    if (!this.line.length) this.strokes.push(this.line);
    this.line.push([round(x), round(y), this.now(event), ...pressed(event)]);
    this.trace(this.line, this.line.length - 1);
  }

  end() {
    if (!this.line) return;
    this.line = null;
    this.change();
  }

  // milliseconds since the first point, never going back
  now(event) {
    const last = this.strokes.findLast((stroke) => stroke.length)?.at(-1)[2];
    this.start ??= event.timeStamp - (last === undefined ? 0 : last + 1);
    return Math.max(last ?? 0, Math.round(event.timeStamp - this.start));
  }

  // the field changed its size: what is drawn keeps its shape and is drawn again
  fit() {
    const { clientWidth: wide, clientHeight: high } = this.host; // as laid out: a dialog that is still growing scales what one sees
    if (wide < 20 || high < 20) return;
    const [before, tall] = [this.width, this.height];
    [this.width, this.height] = [wide, high];
    if (before && !this.empty && (before !== wide || tall !== high)) this.carry(before, tall);
    const sharp = devicePixelRatio || 1;
    this.canvas.width = wide * sharp;
    this.canvas.height = high * sharp;
    this.pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.draw();
  }

  carry(wide, high) {
    const k = Math.min(this.width / wide, this.height / high);
    const left = (this.width - wide * k) / 2, top = (this.height - high * k) / 2;
    for (const point of this.strokes.flat()) [point[0], point[1]] = [round(left + point[0] * k), round(top + point[1] * k)];
  }

  draw() {
    this.pen.clearRect(0, 0, this.width || 0, this.height || 0);
    for (const stroke of this.strokes) for (let at = 0; at < stroke.length; at++) this.trace(stroke, at);
  }

  trace(stroke, at) {
    const [a, b, c] = [stroke[at - 2], stroke[at - 1], stroke[at]];
    const pen = this.pen, mid = (one, two) => [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2];
    pen.strokeStyle = getComputedStyle(this.host).color;
    pen.lineWidth = this.thick * (c[3] === undefined ? 1 : 0.6 + 0.8 * c[3]);
    pen.lineCap = pen.lineJoin = "round";
    pen.beginPath();
    if (!b) { pen.moveTo(c[0], c[1]); pen.lineTo(c[0], c[1]); }
    else if (!a) { pen.moveTo(b[0], b[1]); pen.lineTo(...mid(b, c)); }
    else { pen.moveTo(...mid(a, b)); pen.quadraticCurveTo(b[0], b[1], ...mid(b, c)); }
    pen.stroke();
  }

  // the same ink as lines of an SVG, for showing it small
  static picture(kept) {
    const ink = kept.strokes.flat();
    const xs = ink.map((point) => point[0]), ys = ink.map((point) => point[1]), room = kept.width * 0.02;
    const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", [left, top, Math.max(...xs) - left + room, Math.max(...ys) - top + room].map(round).join(" "));
    svg.setAttribute("aria-hidden", "true");
    for (const stroke of kept.strokes) {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", "M" + stroke.map((point) => `${point[0]} ${point[1]}`).join("L"));
      path.setAttribute("vector-effect", "non-scaling-stroke");
      svg.append(path);
    }
    return svg;
  }
};

function round(number) { return Math.round(number * 100) / 100; }

function pressed(event) {
  const told = event.pointerType === "pen" || (event.pressure > 0 && event.pressure < 1 && event.pressure !== 0.5);
  return told ? [Math.round(event.pressure * 1000) / 1000] : [];
}
