// Tap a place on the figure, or tick it in the list beside: the ticks are what counts, the figure follows them.
// Used by plain pages as it stands; a box holds tabs (radio), figures and lists, one of each for every side.
const LineworkBody = class {
  constructor(box, change = () => {}) {
    this.box = box;
    this.change = change;
    for (const tab of this.all("[data-view]")) tab.addEventListener("change", () => this.show(tab.dataset.view));
    for (const figure of this.all(".figure")) figure.addEventListener("click", (event) => this.tap(figure, event));
    box.addEventListener("change", (event) => { if (event.target.dataset.place) { this.draw(); this.change(); } });
    this.show(this.all("[data-view]").find((tab) => tab.checked)?.dataset.view || "front");
    this.draw();
  }
  all(q, from = this.box) { return [...from.querySelectorAll(q)]; }
  get value() { return this.all("input[data-place]:checked").map((one) => one.dataset.place); }
  tick(place) { return this.all("input[data-place]").find((one) => one.dataset.place === place); }
  show(view) {
    for (const side of this.all("[data-side]")) side.hidden = side.dataset.side !== view;
  }
  // a finger is wider than a hand is drawn: the nearest place within its reach
  tap(figure, { clientX: x, clientY: y }) {
    const away = (path) => {
      const edge = path.getBoundingClientRect();
      const inside = path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse()));
      return inside ? -1 : Math.hypot(Math.max(edge.left - x, 0, x - edge.right), Math.max(edge.top - y, 0, y - edge.bottom)) + 1;
    };
    const found = this.all("path", figure).reverse().map((path) => [away(path), path]).sort((a, b) => a[0] - b[0])[0];
    if (!found || found[0] > 24) return;
    const one = this.tick(found[1].dataset.place);
    one.checked = !one.checked;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
  draw() {
    const on = new Set(this.value);
    for (const path of this.all(".figure path")) path.classList.toggle("on", on.has(path.dataset.place));
  }
};
