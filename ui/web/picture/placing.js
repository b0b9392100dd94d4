// Where nodes go: what is placed stays, what is new finds room beside it.

Object.assign(Picture.prototype, {
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
  },

  placeBeside([first], data, places) {
    const drawn = data.nodes.map((node) => places[node.id]).filter(Boolean);
    first.x = Math.max(...drawn.map((at) => at.x)) + 260;
    first.y = mean(drawn.map((at) => at.y));
    places[first.id] = first;
  },

  // Only the new nodes move while they find their room.
  settle(fresh) {
    const moving = new Set(fresh.map((node) => node.id));
    this.network.redraw();
    this.spread(moving);
    this.remember();
    this.reveal(moving);
  },

  // One connected picture is drawn out to the canvas; of several, each is spread by itself and they stand in rows.
  arrange() {
    if (this.reckoned(this.data)) return this.spread(new Set(this.free()));
    const groups = components(this.nodes.getIds(), this.edges.get());
    if (groups.length === 1) this.stretch();
    groups.forEach((ids) => this.spread(new Set(ids), ids));
    if (groups.length > 1) this.rows(groups);
    return this.movePinned();
  },

  rows(groups) {
    const boxes = groups.map((ids) => ({ ids, ...hull(ids.map((id) => this.network.getBoundingBox(id))) }));
    const places = this.network.getPositions();
    const rows = packed(boxes, this.canvas.clientWidth, this.canvas.clientHeight);
    this.move(rows.flatMap(({ ids, left, top, x, y }) =>
      ids.map((id) => [id, places[id].x - left + x, places[id].y - top + y])));
  },

  // The boxes of the nodes, which all arranging goes by, are new only after a drawing.
  move(places) {
    places.forEach(([id, x, y]) => Object.assign(this.network.body.nodes[id], { x, y }));
    this.network.redraw();
  },

  // Draws the layout out to the shape of the canvas, at most twice, so that captions get the room there is.
  stretch() {
    const places = Object.entries(this.network.getPositions());
    const span = (axis) => Math.max(...places.map(([, at]) => at[axis])) - Math.min(...places.map(([, at]) => at[axis]));
    const wanted = this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight);
    const factor = (wanted * (span("y") + 60)) / (span("x") + 60);
    const [x, y] = factor > 1 ? [Math.min(2, factor), 1] : [1, Math.min(2, 1 / factor)];
    this.move(places.map(([id, at]) => [id, at.x * x, at.y * y]));
  },

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
  },

  // Bring what is new into sight, but leave the view alone where it is in sight already.
  reveal(ids) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const outside = [...ids].some((id) => {
      const at = this.network.canvasToDOM(this.memory.positions[id]);
      return at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20;
    });
    if (outside) this.fit(true);
  },
});
