// What only the view 图谱 asks of a picture: layouts to choose, pins, a lit path, actions on
// a node, files.

Object.assign(Picture.prototype, {
  explore() {
    this.root.classList.toggle("can-explore", Boolean(this.data.explore));
    this.root.classList.toggle("can-save", Boolean(this.data.save));
    if (this.data.explore) this.memory.key = this.data.memory;
    if (this.data.places && !this.network) Object.assign(this.memory.positions, this.data.places);
  },

  // Whether the layout is ours, and not vis-network's simulation.
  reckoned(data) {
    return data.layout === "levels" || data.layout === "radial" || data.nodes.length > CROWD;
  },

  // Another layout, another centre, or other nodes altogether place everything anew. So does a memory from before this
  // page was opened, if it does not know all of its nodes: a link shows the same picture to all.
  replan(data) {
    const plan = `${data.layout ?? "force"} ${data.layout === "radial" ? data.centre : ""}`;
    const known = data.nodes.filter((node) => this.memory.positions[node.id]).length;
    const anew = this.memory.plan !== undefined && this.memory.plan !== plan;
    if (anew || !known || (this.recalled && known < data.nodes.length)) this.forget();
    this.memory.plan = plan;
    this.recalled = false;
    for (const [id, [x, y]] of Object.entries(data.pins ?? {})) {
      this.memory.positions[id] = { x, y };
      if (this.network?.body.nodes[id]) this.network.moveNode(id, x, y);
    }
  },

  forget() {
    this.memory.positions = {};
    this.memory.view = undefined;
    this.busy = false;
    this.close();
  },

  relayout() {
    this.forget();
    this.draw(this.data);
    if (!this.busy) this.finish();
  },

  // Where nothing is placed: rows or rings as chosen, or for a crowd a force layout of our own.
  placeAll(data) {
    const reckon = { levels, radial }[data.layout];
    if (!this.reckoned(data)) return;
    const wide = Math.max(0.6, this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight));
    const start = (reckon ?? radial)(data.nodes, data.edges, { centre: data.centre, wide });
    const places = reckon ? start : eased(data.nodes, data.edges, start);
    data.nodes.forEach((node) => Object.assign(node, places[node.id]));
  },

  free() {
    return this.nodes.getIds().filter((id) => !this.data.pins?.[id]);
  },

  movePinned() {
    const here = Object.entries(this.data.pins ?? {}).filter(([id]) => this.network.body.nodes[id]);
    if (here.length) this.move(here.map(([id, [x, y]]) => [id, x, y]));
  },

  // The node that Python wants selected, each wish once; else the one that is.
  wanted() {
    const { nodes, selected, told } = this.data;
    const has = (id) => nodes.some((node) => node.id === id);
    if (told !== undefined && told !== this.memory.told) {
      this.memory.told = told;
      return has(selected) ? selected : null;
    }
    if (told === undefined && has(selected)) return selected;
    return this.memory.selected;
  },

  lit(edge) {
    if (!this.data.lit?.edges.includes(edge.id)) return edge;
    const ink = this.data.options[this.theme].nodes.font.color;
    return { ...edge, width: 4, color: { color: ink, highlight: ink, hover: ink } };
  },

  // Over the drawing: a pin's head on pinned nodes, a ring round those of the path.
  overlay(paint) {
    const ink = this.data.options[this.theme].nodes.font.color;
    for (const id of this.data.lit?.nodes ?? []) this.ring(paint, id, ink);
    for (const id of Object.keys(this.data.pins ?? {})) this.pinHead(paint, id, ink);
  },

  ring(paint, id, ink) {
    const box = this.network.body.nodes[id]?.shape.boundingBox;
    if (!box) return;
    paint.strokeStyle = ink;
    paint.lineWidth = 2;
    paint.strokeRect(box.left - 4, box.top - 4, box.right - box.left + 8, box.bottom - box.top + 8);
  },

  pinHead(paint, id, ink) {
    const box = this.network.body.nodes[id]?.shape.boundingBox;
    if (!box) return;
    paint.fillStyle = ink;
    paint.beginPath();
    paint.arc(box.right - 2, box.top + 2, 5, 0, 2 * Math.PI);
    paint.fill();
  },

  exploring({ key, ctrlKey, metaKey, shiftKey }) {
    if (!this.data.explore) return undefined;
    if (ctrlKey || metaKey) return key.toLowerCase() === "z" ? () => this.act(shiftKey ? "redo" : "undo") : undefined;
    const acts = { h: "hide", Delete: "hide", c: "collapse", p: "pin" };
    return acts[key] && (() => this[acts[key]]());
  },

  // Esc closes the panel wherever the focus is, unless a field or an open list needs it.
  keyAnywhere(event) {
    const writing = event.composedPath()[0].closest?.("input, textarea, [role=listbox], [contenteditable]");
    const act = !writing && !event.defaultPrevented && this.network
      && (event.key === "Escape" ? () => this.click(undefined) : (event.ctrlKey || event.metaKey) && this.exploring(event));
    if (!act) return;
    event.preventDefault();
    act();
  },

  act(what, more = {}) {
    this.handlers.act?.({ do: what, id: this.memory.selected, ...more });
  },

  hide() { if (this.memory.selected) this.act("hide"); },

  collapse() { if (this.memory.selected) this.act("collapse"); },

  // Pins the node where it stands, or lets it go.
  pin(id = this.memory.selected, stays = !this.data.pins?.[id]) {
    if (!id) return;
    const { x, y } = this.network.getPosition(id);
    this.act("pin", { id, at: stays ? [Math.round(x), Math.round(y)] : null });
  },

  showPinned() {
    const button = this.root.querySelector("[data-act=pin]");
    button?.setAttribute("aria-pressed", String(Boolean(this.data.pins?.[this.memory.selected])));
  },

  png() { savePng(this); },

  svg() { saveText(`${this.data.words.file}.svg`, "image/svg+xml", svgText(this)); },

  // A file that Python made, each once.
  deliver(file) {
    if (!file || file.stamp === this.memory.delivered) return;
    this.memory.delivered = file.stamp;
    saveText(file.name, "text/html", file.text);
  },

  html() { this.act("html", { places: this.network.getPositions(), theme: this.theme }); },
});
