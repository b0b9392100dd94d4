// Where things go: pure geometry, no drawing.

const CROWD = 400; // more nodes than this are laid out by ourselves, and captions may overlap
const GAP = 8;
const MARGIN = 36;

// The data as Python sends them, with every edge spelled out.
function unpacked(data) {
  const edges = data.edges.map(([source, target, place]) => {
    const { type, ...style } = data.kinds[place];
    const [from, to] = [data.nodes[source].id, data.nodes[target].id];
    return { ...style, from, to, id: `${from}\t${type}\t${to}` };
  });
  return { ...data, edges };
}

// `count` places on rings round a parent, the first towards `angle`; flat, since captions are wide.
function rings(count, angle) {
  const places = [];
  for (let radius = 130; places.length < count; radius += 80) {
    const room = Math.min(count - places.length, Math.floor((2 * Math.PI * radius) / 105));
    for (let i = 0; i < room; i++) {
      const turn = angle + ((i - (room - 1) / 2) * 2 * Math.PI) / Math.max(room, 6);
      places.push({ x: 1.3 * radius * Math.cos(turn), y: radius * Math.sin(turn) });
    }
  }
  return places;
}

// The ids of each part of the graph that hangs together.
function components(ids, edges) {
  const group = Object.fromEntries(ids.map((id) => [id, [id]]));
  for (const { from, to } of edges) {
    const [one, other] = [group[from], group[to]];
    if (!one || !other || one === other) continue;
    one.push(...other);
    other.forEach((id) => { group[id] = one; });
  }
  return [...new Set(Object.values(group))];
}

// Moves two boxes off each other along the shorter way; says whether it had to.
function apart(one, other, canOne, canOther) {
  const x = Math.min(one.right + one.dx - other.left - other.dx, other.right + other.dx - one.left - one.dx) + GAP;
  const y = Math.min(one.bottom + one.dy - other.top - other.dy, other.bottom + other.dy - one.top - one.dy) + GAP;
  if (x <= 0.5 || y <= 0.5 || !(canOne || canOther)) return false;
  const axis = x < y ? ["dx", "left", "right"] : ["dy", "top", "bottom"];
  const middle = (box) => (box[axis[1]] + box[axis[2]]) / 2 + box[axis[0]];
  const way = middle(one) < middle(other) ? -1 : 1;
  const share = Math.min(x, y) / (canOne && canOther ? 2 : 1);
  if (canOne) one[axis[0]] += way * share;
  if (canOther) other[axis[0]] -= way * share;
  return true;
}

// The box round boxes, with a margin to its right and below.
function hull(boxes) {
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const width = Math.max(...boxes.map((box) => box.right)) - left + MARGIN;
  return { left, top, width, height: Math.max(...boxes.map((box) => box.bottom)) - top + MARGIN };
}

// The boxes in rows, high ones first, in that line width which lets them be drawn largest in `width` by `height`.
function packed(boxes, width, height) {
  const sorted = [...boxes].sort((a, b) => b.height - a.height);
  const side = Math.sqrt(boxes.reduce((sum, box) => sum + box.width * box.height, 0));
  const tries = [0.8, 1, 1.2, 1.5, 1.8, 2.2, 2.7].map((factor) => inRows(sorted, side * factor));
  const scale = (one) => Math.min(width / one.width, height / one.height);
  return tries.reduce((best, one) => (scale(one) > scale(best) ? one : best)).boxes;
}

function inRows(boxes, line) {
  let [x, y, row, widest] = [0, 0, 0, 0];
  const placed = boxes.map((box) => {
    if (x && x + box.width > line) [x, y, row] = [0, y + row, 0];
    const at = { ...box, x, y };
    [x, row] = [x + box.width, Math.max(row, box.height)];
    widest = Math.max(widest, x);
    return at;
  });
  return { boxes: placed, width: widest, height: y + row };
}
