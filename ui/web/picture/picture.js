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
    if (!this.network) this.open(fresh.length === data.nodes.length);
    else if (fresh.length && !this.busy) this.settle(fresh);
  }

  finish() {
    const { nodes, edges, options } = this.data;
    this.network.setOptions({ ...options[this.theme], physics: false });
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

  // New nodes go on rings round the placed neighbour that brought them, and their own new neighbours round them; what
  // has no placed neighbour stands beside the whole, and where nothing is placed yet a reckoned layout places all.
  place(fresh, data) {
    if (fresh.length === data.nodes.length) return this.placeAll(data);
    const near = adjacency(data.nodes, data.edges);
    const places = { ...this.memory.positions };
    for (let waiting = fresh, before = -1; waiting.length && waiting.length !== before;) {
      before = waiting.length;
      const around = {};
      for (const node of waiting) {
        const parent = near.get(node.id).find((id) => places[id]);
        if (parent) (around[parent] ??= []).push(node);
      }
      for (const [parent, children] of Object.entries(around)) {
        const { x, y } = places[parent];
        rings(children.length, Math.atan2(y, x) || 0).forEach((at, i) => {
          Object.assign(children[i], { x: x + at.x, y: y + at.y });
          places[children[i].id] = children[i];
        });
      }
      waiting = waiting.filter((node) => !places[node.id]);
      if (waiting.length === before) this.placeBeside(waiting, data, places);
    }
  }

  placeBeside([first], data, places) {
    const drawn = data.nodes.map((node) => places[node.id]).filter(Boolean);
    first.x = Math.max(...drawn.map((at) => at.x)) + 260;
    first.y = mean(drawn.map((at) => at.y));
    places[first.id] = first;
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

  // Only the new nodes move while they find their room.
  settle(fresh) {
    const moving = new Set(fresh.map((node) => node.id));
    this.network.redraw();
    this.spread(moving);
    this.remember();
    this.reveal(moving);
  }

  // One connected picture is drawn out to the canvas; of several, each is spread by itself and they stand in rows.
  arrange() {
    if (this.reckoned(this.data)) return this.spread(new Set(this.free()));
    const groups = components(this.nodes.getIds(), this.edges.get());
    if (groups.length === 1) this.stretch();
    groups.forEach((ids) => this.spread(new Set(ids), ids));
    if (groups.length > 1) this.rows(groups);
    return this.movePinned();
  }

  rows(groups) {
    const boxes = groups.map((ids) => ({ ids, ...hull(ids.map((id) => this.network.getBoundingBox(id))) }));
    const places = this.network.getPositions();
    const rows = packed(boxes, this.canvas.clientWidth, this.canvas.clientHeight);
    this.move(rows.flatMap(({ ids, left, top, x, y }) =>
      ids.map((id) => [id, places[id].x - left + x, places[id].y - top + y])));
  }

  // The boxes of the nodes, which all arranging goes by, are new only after a drawing.
  move(places) {
    places.forEach(([id, x, y]) => Object.assign(this.network.body.nodes[id], { x, y }));
    this.network.redraw();
  }

  // Draws the layout out to the shape of the canvas, at most twice, so that captions get the room there is.
  stretch() {
    const places = Object.entries(this.network.getPositions());
    const span = (axis) => Math.max(...places.map(([, at]) => at[axis])) - Math.min(...places.map(([, at]) => at[axis]));
    const wanted = this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight);
    const factor = (wanted * (span("y") + 60)) / (span("x") + 60);
    const [x, y] = factor > 1 ? [Math.min(2, factor), 1] : [1, Math.min(2, 1 / factor)];
    this.move(places.map(([id, at]) => [id, at.x * x, at.y * y]));
  }

  // Push apart what overlaps, captions included; only `movable` nodes give way.
  spread(movable, ids = this.nodes.getIds()) {
    if (movable.size * ids.length > CROWD * CROWD) return;
    const boxes = ids.map((id) => ({ id, ...this.network.getBoundingBox(id), dx: 0, dy: 0, can: movable.has(id) }));
    boxes.sort((one, other) => other.can - one.can);
    for (let round = 0, moved = true; moved && round < 400; round++) {
      moved = false;
      for (let i = 0; i < boxes.length && boxes[i].can; i++) {
        for (let k = i + 1; k < boxes.length; k++) {
          moved = apart(boxes[i], boxes[k], boxes[i].can, boxes[k].can) || moved;
        }
      }
    }
    const places = this.network.getPositions();
    const pushed = boxes.filter((box) => box.dx || box.dy);
    this.move(pushed.map(({ id, dx, dy }) => [id, places[id].x + dx, places[id].y + dy]));
  }

  // Bring what is new into sight, but leave the view alone where it is in sight already.
  reveal(ids) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const outside = [...ids].some((id) => {
      const at = this.network.canvasToDOM(this.memory.positions[id]);
      return at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20;
    });
    if (outside) this.fit(true);
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

  key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const act = this.exploring(event) ?? {
      Enter: () => this.expand(), Escape: () => this.click(undefined), 0: () => this.fit(),
      "+": () => this.zoom(1.25), "=": () => this.zoom(1.25), "-": () => this.zoom(0.8),
    }[event.key];
    if (!step && !act) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this.walk(step); else act();
  }

  // To the neighbour that lies most in that direction; with nothing selected, to the node nearest the middle.
  walk([dx, dy]) {
    const all = this.network.getPositions();
    const from = all[this.memory.selected] ?? this.network.getViewPosition();
    const near = this.memory.selected ? this.network.getConnectedNodes(this.memory.selected) : Object.keys(all);
    const cost = (id) => {
      const [x, y] = [all[id].x - from.x, all[id].y - from.y];
      const along = x * dx + y * dy;
      return along <= 0 ? Infinity : Math.hypot(x, y) * (2 - along / Math.hypot(x, y));
    };
    const best = near.filter((id) => cost(id) < Infinity).sort((a, b) => cost(a) - cost(b))[0];
    if (best) this.click(best);
  }

  // Where a node is on the screen.
  where(id) {
    const box = this.canvas.getBoundingClientRect();
    const at = this.network.canvasToDOM(this.network.getPosition(id));
    return { x: box.left + at.x, y: box.top + at.y };
  }

  words(words) {
    this.canvas.setAttribute("aria-label", words.picture);
    this.root.querySelectorAll("[data-act]").forEach((button) => {
      button.setAttribute("aria-label", words[button.dataset.act] ?? "");
      button.title = words[button.dataset.act];
      if (words[`${button.dataset.act}_short`]) button.textContent = words[`${button.dataset.act}_short`];
    });
  }

  legend(entries, groups) {
    const list = this.root.querySelector(".legend");
    list.replaceChildren(...entries.map((entry) => {
      const item = document.createElement("li");
      item.append(icon(entry.shape, groups[entry.label].color), `${entry.name} ${entry.count}`);
      return item;
    }));
  }

  close() {
    this.network?.destroy();
    this.network = null;
  }
}
