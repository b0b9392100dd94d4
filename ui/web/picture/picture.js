// One picture of a graph, drawn by vis-network into `root`. Plain script, shared by the page and the exported HTML.
// `memory` outlives the element: positions, view and selection survive a rerun that rebuilds the page.

class Picture {
  constructor(vis, root, memory, handlers) {
    Object.assign(this, { vis, root, memory, handlers });
    this.canvas = root.querySelector(".canvas");
    this.live = root.querySelector(".live");
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    memory.positions ??= {};
    root.picture = this;
    this.recall();
    root.querySelectorAll("[data-act]").forEach((button) => {
      button.onclick = () => this[button.dataset.act]();
    });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  get theme() {
    const paper = getComputedStyle(this.root).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255];
    return paper[0] * 0.3 + paper[1] * 0.59 + paper[2] * 0.11 < 128 ? "dark" : "light";
  }

  // Draw `data`: what is there already keeps its place, what is new stands beside a neighbour, what is gone goes.
  // Data that only say something about the same nodes draw nothing anew.
  update(data) {
    const same = this.network && data.stamp && data.stamp === this.data.stamp && this.painted === this.theme;
    this.data = data;
    if (data.height) this.root.style.height = `${data.height}px`;
    this.words(data.words);
    this.explore();
    if (!same) this.draw(data);
    if (!this.busy) this.finish();
  }

  draw(data) {
    this.painted = this.theme;
    this.legend(data.legend, data.options[this.theme].groups);
    this.replan(data);
    const fresh = data.nodes.filter((node) => !this.memory.positions[node.id]);
    this.place(fresh, data);
    this.fill(data);
    const first = fresh.length === data.nodes.length;
    if (!this.network) this.open(first);
    if (fresh.length && !first && !this.busy) this.settle(fresh);
  }

  finish() {
    const { nodes, edges, options } = this.data;
    const crowded = nodes.length > CROWD; // then a frame without edges is several times as quick
    const interaction = { ...options[this.theme].interaction, hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded };
    this.network.setOptions({ ...options[this.theme], interaction, physics: false });
    this.select(this.wanted(), true);
    this.root.dataset.nodes = nodes.length;
    this.root.dataset.edges = edges.length;
  }

  fill(data) {
    const placed = data.nodes.map((node) => this.dressed({ ...node, ...this.memory.positions[node.id] }));
    const keep = new Set(data.nodes.map((node) => node.id));
    const edges = new Set(data.edges.map((edge) => edge.id));
    this.nodes.remove(this.nodes.getIds().filter((id) => !keep.has(id)));
    this.edges.remove(this.edges.getIds().filter((id) => !edges.has(id)));
    this.nodes.update(placed);
    this.edges.update(data.edges.map((edge) => this.lit(edge)));
  }

  dressed(node) {
    return node.shape === "custom" ? { ...node, ctxRenderer: (paint) => page(paint, this.data.options[this.theme]) } : node;
  }

  open(first) {
    const options = this.data.options[this.theme];
    const simulated = first && !this.reckoned(this.data);
    const physics = simulated ? options.physics : false;
    this.network = new this.vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, { ...options, physics });
    this.network.on("click", (event) => this.click(event.nodes[0]));
    this.network.on("doubleClick", (event) => this.expand(event.nodes[0]));
    this.network.on("dragEnd", (event) => this.dragged(event.nodes));
    this.network.on("zoom", () => this.rememberView());
    this.network.on("afterDrawing", (paint) => this.overlay(paint));
    if (!first) {
      if (this.memory.view) this.network.moveTo(this.memory.view);
      return this.remember();
    }
    this.busy = this.data.nodes.length > 0;
    if (simulated) this.network.once("stabilizationIterationsDone", () => this.opened());
    else this.opened();
  }

  dragged(ids) {
    if (ids.length) this.remember();
    else this.rememberView();
    ids.filter((id) => this.data.pins?.[id]).forEach((id) => this.pin(id, true));
  }

  // The first layout is found: it stays, and nothing moves any more by itself. A node has its true box only once it
  // was drawn, so all are brought into sight before they are arranged by their boxes.
  opened() {
    this.busy = false;
    this.network.setOptions({ physics: false });
    this.show();
    this.arrange();
    this.remember();
    this.show();
    this.fit(false);
    this.finish();
  }

  show() {
    this.network.fit({ animation: false });
    this.network.redraw();
  }

  remember() {
    this.memory.positions = { ...this.memory.positions, ...this.network.getPositions() };
    this.rememberView();
  }

  rememberView() {
    this.memory.view = { position: this.network.getViewPosition(), scale: this.network.getScale() };
    this.keep();
  }

  click(id) {
    this.select(id);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.handlers.select?.(id ?? null), 260);
  }

  select(id, quiet) {
    const there = id && this.nodes.get(id);
    this.memory.selected = there ? id : null;
    if (there) this.network.selectNodes([id]);
    else this.network.unselectAll();
    this.root.classList.toggle("has-selection", Boolean(there));
    this.showPinned();
    if (!quiet) this.live.textContent = there ? there.name : "";
  }

  expand(id = this.memory.selected) {
    clearTimeout(this.waiting);
    if (id) this.handlers.expand?.(id);
  }

  fit(animated = true) {
    this.network.fit({ maxZoomLevel: 1.15, animation: animated && { duration: 250 } });
    setTimeout(() => this.rememberView(), 300);
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor });
    this.rememberView();
  }

  closer() { this.zoom(1.25); }

  farther() { this.zoom(0.8); }

  close() {
    this.network?.destroy();
    this.network = null;
  }
}
