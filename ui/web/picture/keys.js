// The picture by keyboard: arrows walk the neighbours.

Object.assign(Picture.prototype, {
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
  },

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
  },

  // Where a node is on the screen.
  where(id) {
    const box = this.canvas.getBoundingClientRect();
    const at = this.network.canvasToDOM(this.network.getPosition(id));
    return { x: box.left + at.x, y: box.top + at.y };
  },
});
