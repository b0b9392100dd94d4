// A force layout for crowds. vis-network's simulation pulls a node as hard by each of its many edges, so that hubs draw
// everything into one heap; here an edge pulls the less, the more edges its ends have, and what is far does not push.

const SPACE = 110; // how far apart neighbours come to stand
const TICKS = 70;

// Moves the places of a reckoned layout until neighbours are near and nothing lies on anything else.
function eased(nodes, edges, places) {
  const number = new Map(nodes.map((node, i) => [node.id, i]));
  const x = Float64Array.from(nodes, (node) => places[node.id].x * 0.6);
  const y = Float64Array.from(nodes, (node) => places[node.id].y * 0.6);
  const springs = edges.map(({ from, to }) => [number.get(from), number.get(to)]).filter(([a, b]) => a !== b && a >= 0 && b >= 0);
  const degree = new Float64Array(nodes.length);
  springs.forEach(([a, b]) => { degree[a]++; degree[b]++; });
  for (let tick = 0; tick < TICKS; tick++) {
    const heat = 1 - tick / TICKS;
    const dx = new Float64Array(nodes.length);
    const dy = new Float64Array(nodes.length);
    pull(springs, degree, x, y, dx, dy);
    push(x, y, dx, dy);
    const most = SPACE * (0.15 + 2.5 * heat);
    for (let i = 0; i < nodes.length; i++) {
      const far = Math.hypot(dx[i], dy[i]);
      const part = far > most ? most / far : 1;
      x[i] += dx[i] * part;
      y[i] += dy[i] * part;
    }
  }
  return Object.fromEntries(nodes.map((node, i) => [node.id, { x: 1.25 * x[i], y: 0.8 * y[i] }]));
}

function pull(springs, degree, x, y, dx, dy) {
  for (const [a, b] of springs) {
    const [ax, ay] = [x[b] - x[a], y[b] - y[a]];
    const far = Math.hypot(ax, ay) || 1;
    const force = (far - SPACE) / far / (Math.min(degree[a], degree[b]) + 1);
    const share = degree[b] / (degree[a] + degree[b]); // the lighter end moves more
    dx[a] += ax * force * share;
    dy[a] += ay * force * share;
    dx[b] -= ax * force * (1 - share);
    dy[b] -= ay * force * (1 - share);
  }
}

// Only what is in the same or a neighbouring cell of a grid pushes.
function push(x, y, dx, dy) {
  const side = 2 * SPACE;
  const cells = new Map();
  const cell = (i, j) => i * 100_003 + j;
  for (let i = 0; i < x.length; i++) {
    const key = cell(Math.floor(x[i] / side), Math.floor(y[i] / side));
    const there = cells.get(key);
    if (there) there.push(i); else cells.set(key, [i]);
  }
  for (let a = 0; a < x.length; a++) {
    const [row, column] = [Math.floor(x[a] / side), Math.floor(y[a] / side)];
    for (let i = row - 1; i <= row + 1; i++) {
      for (let j = column - 1; j <= column + 1; j++) {
        for (const b of cells.get(cell(i, j)) ?? []) pushOff(a, b, x, y, dx, dy, side);
      }
    }
  }
}

function pushOff(a, b, x, y, dx, dy, side) {
  if (a === b) return;
  const ax = x[a] - x[b] || (a - b) * 0.01;
  const ay = y[a] - y[b] || (b - a) * 0.01;
  const square = ax * ax + ay * ay;
  if (square > side * side) return;
  const force = (SPACE * SPACE * 0.6) / (square + 100);
  dx[a] += ax * force * 0.5;
  dy[a] += ay * force * 0.5;
}
