// The file field of plain pages: one picture, taken, chosen, dropped or pasted; made smaller here where the browser can,
// drawn anew by the server, shown, and handed over with what was typed. Nothing is kept until the form is sent.
const LineworkFile = class {
  constructor(box, { key, words, token, change = () => {}, preview = false }) {
    Object.assign(this, { box, key, words, token, change, preview, value: null, busy: null });
    for (const input of box.querySelectorAll("[type=file]")) {
      input.onchange = () => { const [file] = input.files; input.value = ""; if (file) this.take(file); };
    }
    this.part(".stop").onclick = () => this.cancel();
    this.part(".remove").onclick = () => this.show(null);
    box.ondragover = (event) => event.preventDefault();
    box.ondrop = (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) this.take(event.dataTransfer.files[0]); };
    this.pasted = (event) => { const [file] = event.clipboardData?.files || []; if (file && box.offsetParent) this.take(file); };
    addEventListener("paste", this.pasted);
  }
  part(q) { return this.box.querySelector(q); }
  tell(text, wrong) {
    this.part(".state-line").textContent = wrong ? "" : text;
    this.part(".err").textContent = wrong ? text : "";
  }
  async take(file) {
    this.cancel();
    this.tell(this.words.sending);
    const small = await this.smaller(file).catch(() => file);
    const line = new XMLHttpRequest(), bar = this.part("progress");
    this.busy = line;
    this.draw();
    line.upload.onprogress = ({ loaded, total }) => { bar.value = total ? (loaded / total) * 100 : 0; };
    line.timeout = 90e3;
    line.onload = () => this.ended(line);
    line.onerror = line.ontimeout = () => this.ended(null);
    line.open("POST", location.pathname);
    line.setRequestHeader("Accept", "application/json");
    line.setRequestHeader("Content-Type", "application/octet-stream");
    line.setRequestHeader("X-Block", this.key);
    line.setRequestHeader("X-Form-Token", this.token());
    if (this.preview) { this.busy = null; this.draw(); return this.tell(this.words.preview); }
    line.send(small);
  }
  // a phone's picture of twelve megapixels is more than a studio's Wi-Fi should carry
  async smaller(file) {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height)), sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [picture.width * scale, picture.height * scale];
    sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
    return new Promise((done) => sheet.toBlob((made) => done(made && made.size < file.size ? made : file), "image/jpeg", 0.85));
  }
  ended(line) {
    this.busy = null;
    let told = {};
    try { told = JSON.parse(line.responseText); } catch { told = {}; }
    if (line?.status === 200) { this.show(told); this.tell(this.words.done); } else { this.draw(); this.tell(told.detail || this.words.lost, true); }
  }
  cancel() {
    this.busy?.abort();
    this.busy = null;
    this.draw();
    this.tell("");
  }
  show(value) {
    this.value = value;
    this.draw();
    this.tell("");
    this.change();
  }
  draw() {
    const shot = this.part(".shot");
    shot.hidden = !this.value;
    shot.src = this.value ? `data:image/jpeg;base64,${this.value.jpeg}` : "";
    if (!this.value) shot.removeAttribute("src");
    this.part("progress").hidden = this.part(".stop").hidden = !this.busy;
    this.part(".remove").hidden = !this.value || !!this.busy;
  }
};
