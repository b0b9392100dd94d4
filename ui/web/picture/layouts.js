// The layouts that are reckoned, not simulated: rows by rank, and rings round a middle. Pure geometry, no drawing.

const CELL = { x: 148, y: 78 }; // room for a caption of three lines
const ROW_GAP = 56;

function adjacency(nodes, edges) {
  const near = new Map(nodes.map((node) => [node.id, []]));
  for (const { from, to } of edges) {
    if (from === to || !near.has(from) || !near.has(to)) continue;
    near.get(from).push(to);
    near.get(to).push(from);
  }
  return near;
}

// Rows from the first rank down; within a row, nodes stand near what they are joined to. A long row is broken.
function levels(nodes, edges, { wide }) {
  const near = adjacency(nodes, edges);
  const ranks = [...new Set(nodes.map((node) => node.rank ?? 0))].sort((a, b) => a - b);
  const rows = ranks.map((rank) => nodes.filter((node) => (node.rank ?? 0) === rank).map((node) => node.id));
  const line = Math.max(8, Math.ceil(Math.sqrt((nodes.length * wide * CELL.y) / CELL.x)));
  const at = new Map();
  const number = (row) => row.forEach((id, i) => at.set(id, (i + 0.5) / row.length));
  rows.forEach(number);
  for (const pass of [rows, [...rows].reverse(), rows]) {
    for (const row of pass) {
      const middle = new Map(row.map((id) => [id, mean(near.get(id).map((other) => at.get(other))) ?? at.get(id)]));
      row.sort((a, b) => middle.get(a) - middle.get(b));
      number(row);
    }
  }
  return stacked(rows, line);
}

function stacked(rows, line) {
  const places = {};
  let y = 0;
  for (const row of rows) {
    const lines = Math.ceil(row.length / line);
    const count = Math.ceil(row.length / lines);
    row.forEach((id, i) => {
      places[id] = { x: (Math.floor(i / lines) - (count - 1) / 2) * CELL.x, y: y + (i % lines) * CELL.y };
    });
    y += lines * CELL.y + ROW_GAP;
  }
  return places;
}

function mean(values) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
}

// Rings round `centre` by distance; each branch keeps a sector as wide as it has leaves. Every part of the graph that
// hangs together has rings of its own.
function radial(nodes, edges, { centre, wide }) {
  const near = adjacency(nodes, edges);
  const parts = components(nodes.map((node) => node.id), edges).sort((a, b) => b.includes(centre) - a.includes(centre));
  const boxes = parts.map((ids) => {
    const places = ringsOf(middleOf(ids, near, centre), near);
    const all = Object.values(places);
    const box = {
      left: Math.min(...all.map((at) => at.x)) - CELL.x / 2, right: Math.max(...all.map((at) => at.x)) + CELL.x / 2,
      top: Math.min(...all.map((at) => at.y)) - CELL.y / 2, bottom: Math.max(...all.map((at) => at.y)) + CELL.y / 2,
    };
    return { places, ...hull([box]) };
  });
  const found = {};
  for (const { places, left, top, x, y } of packed(boxes, wide, 1)) {
    for (const [id, at] of Object.entries(places)) found[id] = { x: at.x - left + x, y: at.y - top + y };
  }
  return found;
}

function middleOf(ids, near, centre) {
  if (ids.includes(centre)) return centre;
  return ids.reduce((best, id) => (near.get(id).length > near.get(best).length ? id : best));
}

function ringsOf(middle, near) {
  const { rings: byDistance, parent } = outward(middle, near);
  const leaves = {};
  for (const ring of [...byDistance].reverse()) {
    for (const id of ring) {
      leaves[id] = Math.max(1, leaves[id] ?? 0);
      if (parent[id]) leaves[parent[id]] = (leaves[parent[id]] ?? 0) + leaves[id];
    }
  }
  const sector = { [middle]: [0, 2 * Math.PI] };
  const places = { [middle]: { x: 0, y: 0 } };
  let radius = 0;
  for (const ring of byDistance.slice(1)) {
    const inner = radius + 150;
    const lines = linesFor(ring.length, inner);
    ring.forEach((id, i) => {
      const [from, to] = sector[parent[id]];
      const width = ((to - from) * leaves[id]) / (leaves[parent[id]] || 1);
      sector[id] = [from, from + width];
      sector[parent[id]] = [from + width, to];
      leaves[parent[id]] -= leaves[id];
      const turn = from + width / 2;
      const out = inner + (i % lines) * CELL.y;
      places[id] = { x: 1.25 * out * Math.cos(turn), y: out * Math.sin(turn) };
    });
    radius = inner + (lines - 1) * CELL.y;
  }
  return places;
}

// How many circles a ring of `count` nodes needs so that each has room.
function linesFor(count, radius) {
  let lines = 1;
  for (let room = 0; ; lines++) {
    room += (2 * Math.PI * (radius + (lines - 1) * CELL.y)) / CELL.x;
    if (room >= count) return lines;
  }
}

function outward(middle, near) {
  const parent = { [middle]: null };
  const found = [[middle]];
  for (let ring = found[0]; ring.length;) {
    const next = [];
    for (const id of ring) {
      for (const other of near.get(id)) {
        if (other in parent) continue;
        parent[other] = id;
        next.push(other);
      }
    }
    if (next.length) found.push(next);
    ring = next;
  }
  return { rings: found, parent };
}
