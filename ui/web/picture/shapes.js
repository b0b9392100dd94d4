// The shapes of the schema: as an icon of the legend, and the sheet that vis-network does not know.

const OUTLINES = {
  roundbox: "M4 3h12a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z",
  box: "M1 3h18v9H1z", page: "M4 1h8l4 4v9H4zM12 1v4h4", diamond: "M10 1l7 6.5-7 6.5-7-6.5z",
  ellipse: "M1 7.5a9 5 0 1 0 18 0a9 5 0 1 0-18 0z", triangle: "M10 1l8 13H2z", hexagon: "M6 1.5h8l4 6-4 6H6l-4-6z",
};

function icon(shape, colour) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 20 15");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", OUTLINES[shape] ?? OUTLINES.ellipse);
  path.setAttribute("fill", colour.background);
  path.setAttribute("stroke", colour.border);
  svg.append(path);
  return svg;
}

// A sheet with a folded corner, its caption inside: the shape `page`, which vis-network does not know.
function page({ ctx, x, y, state, style, label }, { nodes: { font } }) {
  const lines = String(label ?? "").split("\n");
  ctx.font = `${font.size}px ${font.face}`;
  const width = Math.max(30, ...lines.map((line) => ctx.measureText(line).width)) + 22;
  const height = lines.length * font.size * 1.25 + 14;
  const [left, top, fold] = [x - width / 2, y - height / 2, 9];
  const drawNode = () => {
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(left, top);
    ctx.lineTo(left + width - fold, top);
    ctx.lineTo(left + width, top + fold);
    ctx.lineTo(left + width, top + height);
    ctx.lineTo(left, top + height);
    ctx.closePath();
    ctx.fillStyle = style.color;
    ctx.strokeStyle = style.borderColor;
    ctx.lineWidth = state.selected ? 3 : 1.5;
    ctx.fill();
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(left + width - fold, top);
    ctx.lineTo(left + width - fold, top + fold);
    ctx.lineTo(left + width, top + fold);
    ctx.lineWidth = 1;
    ctx.stroke();
    ctx.font = `${font.size}px ${font.face}`;
    ctx.fillStyle = font.color;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    lines.forEach((line, i) => ctx.fillText(line, x, top + 7 + (i + 0.5) * font.size * 1.25));
    ctx.restore();
  };
  return { drawNode, nodeDimensions: { width, height } };
}
