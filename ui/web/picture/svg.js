// The picture as SVG, drawn from where vis-network has placed everything; PNG is that SVG painted.

const SVG = "http://www.w3.org/2000/svg";
const LINE_HEIGHT = 1.25;
const LARGEST = 8000; // pixels of a PNG's side; browsers refuse much more

function svgElement(name, facts, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(facts)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// An svg element of the whole picture; every text is a text node, so that none of it can be markup.
function svgOf(picture) {
  const options = picture.data.options[picture.theme];
  const drawn = Object.values(picture.network.body.nodes).filter((node) => picture.nodes.get(node.id));
  const box = hull(drawn.map((node) => node.shape.boundingBox));
  const [left, top, width, height] = [box.left - 20, box.top - 20, box.width + 20, box.height + 20];
  const root = svgElement("svg", { xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height,
    "font-family": options.nodes.font.face, "font-size": options.nodes.font.size });
  const paper = getComputedStyle(picture.root).backgroundColor;
  root.append(svgElement("rect", { x: left, y: top, width, height, fill: paper }));
  root.append(...Object.values(picture.network.body.edges).map((edge) => svgEdge(edge, options)).filter(Boolean));
  root.append(...drawn.map((node) => svgNode(node, picture, options)));
  return root;
}

function svgEdge({ from, to, options: own, title }, options) {
  if (!from || !to || from === to) return null;
  const [start, end] = [edgeOf(from, to), edgeOf(to, from)];
  const colour = own.color.color ?? options.edges.color.color;
  const line = svgElement("line", { x1: start.x, y1: start.y, x2: end.x, y2: end.y, stroke: colour, "stroke-width": own.width });
  if (own.dashes) line.setAttribute("stroke-dasharray", [].concat(own.dashes).join(" "));
  const turn = Math.atan2(end.y - start.y, end.x - start.x);
  const corner = (way) => `${end.x - 8 * Math.cos(turn + way)},${end.y - 8 * Math.sin(turn + way)}`;
  const head = svgElement("polygon", { points: `${end.x},${end.y} ${corner(0.4)} ${corner(-0.4)}`, fill: colour });
  const words = svgElement("title", {});
  words.textContent = title ?? "";
  return svgElement("g", {}, words, line, head);
}

// Where the line from one node's middle to the other's leaves the first one's box.
function edgeOf(node, towards) {
  const { left, right, top, bottom } = bodyOf(node);
  const [dx, dy] = [towards.x - node.x, towards.y - node.y];
  const part = Math.min((dx > 0 ? right - node.x : node.x - left) / Math.abs(dx || 1e-9),
    (dy > 0 ? bottom - node.y : node.y - top) / Math.abs(dy || 1e-9), 1);
  return { x: node.x + dx * part, y: node.y + dy * part };
}

// The box of the shape itself: a diamond's caption stands beneath it.
function bodyOf(node) {
  const size = node.options.size;
  if (!isSmall(node)) return node.shape.boundingBox;
  return { left: node.x - size, right: node.x + size, top: node.y - size, bottom: node.y + size };
}

function isSmall(node) {
  return ["diamond", "triangle", "hexagon", "dot"].includes(node.options.shape);
}

function svgNode(node, picture, options) {
  const { color } = options.groups[node.options.group] ?? { color: { border: "#888888", background: "#dddddd" } };
  const paint = { fill: color.background, stroke: color.border, "stroke-width": options.nodes.borderWidth };
  const words = svgElement("title", {});
  words.textContent = picture.nodes.get(node.id).name;
  return svgElement("g", {}, words, svgShape(node, paint), ...svgCaption(node, options));
}

function svgShape(node, paint) {
  const { left, right, top, bottom } = bodyOf(node);
  const [width, height, cx, cy] = [right - left, bottom - top, (left + right) / 2, (top + bottom) / 2];
  const polygon = (points) => svgElement("polygon", { points: points.join(" "), ...paint });
  switch (node.options.shape) {
    case "ellipse": return svgElement("ellipse", { cx, cy, rx: width / 2, ry: height / 2, ...paint });
    case "diamond": return polygon([`${cx},${top}`, `${right},${cy}`, `${cx},${bottom}`, `${left},${cy}`]);
    case "triangle": return polygon([`${cx},${top}`, `${right},${bottom}`, `${left},${bottom}`]);
    case "hexagon": return polygon([`${left + width / 4},${top}`, `${right - width / 4},${top}`, `${right},${cy}`,
      `${right - width / 4},${bottom}`, `${left + width / 4},${bottom}`, `${left},${cy}`]);
    case "custom": return polygon([`${left},${top}`, `${right - 9},${top}`, `${right},${top + 9}`,
      `${right},${bottom}`, `${left},${bottom}`]);
    case "dot": return svgElement("circle", { cx, cy, r: width / 2, ...paint });
    default: return svgElement("rect", { x: left, y: top, width, height, rx: node.options.group === "Agency" ? 9 : 1, ...paint });
  }
}

function svgCaption(node, options) {
  const { size, color } = options.nodes.font;
  const lines = String(node.options.label ?? "").split("\n");
  const middle = isSmall(node) ? node.y + node.options.size + 4 + (lines.length * size * LINE_HEIGHT) / 2 : node.y;
  return lines.map((line, i) => {
    const y = middle + (i - (lines.length - 1) / 2) * size * LINE_HEIGHT;
    const text = svgElement("text", { x: node.x, y, fill: color, "text-anchor": "middle", "dominant-baseline": "central" });
    text.textContent = line;
    return text;
  });
}

function svgText(picture) {
  return new XMLSerializer().serializeToString(svgOf(picture));
}

function savePng(picture) {
  const text = svgText(picture);
  const [, , width, height] = text.match(/viewBox="([^"]+)"/)[1].split(" ").map(Number);
  const scale = Math.min(2, LARGEST / Math.max(width, height));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveBlob(`${picture.data.words.file}.png`, blob), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

function saveText(name, type, text) {
  saveBlob(name, new Blob([text], { type }));
}

function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
