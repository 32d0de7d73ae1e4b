// The picture: marks and lines, what of them is shown, zoom, and what is lit.

const picture = document.getElementById("picture");
const stage = picture.parentElement;
const layers = { lines: document.getElementById("lines"), marks: document.getElementById("marks") };
const view = { x: 0, y: 0, k: 1 };
const filter = { least: data.least, groups: new Set(groups.map((_, i) => i)), kinds: new Set(Object.keys(KINDS)), role: "" };
let chosen = null; // { vertex }, { line } or { film }

function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(picture.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// A disc for a person, two for a team, a diamond for a company, a card for a film, a sheet for a work.
function drawShape(kind, r, width) {
  if (kind === "film") return svg("rect", { class: "shape", x: -width / 2, y: -13, width, height: 26, rx: 6 });
  if (kind === "work") return svg("rect", { class: "shape", x: -width / 2, y: -13, width, height: 26 });
  if (kind === "organization") {
    const d = r * 1.2;
    return svg("path", { class: "shape", d: `M0 ${-d}L${d} 0L0 ${d}L${-d} 0Z` });
  }
  if (kind === "team") {
    return svg("g", {}, svg("circle", { class: "shape", r, cx: -r * 0.55 }), svg("circle", { class: "shape", r, cx: r * 0.55 }));
  }
  return svg("circle", { class: "shape", r });
}

function sign(kind, group) {
  const node = svg("svg", { class: `sign ${kind}`, viewBox: "-8 -7 16 14", "aria-hidden": "true" });
  const card = kind === "film" || kind === "work";
  const shape = drawShape(kind, kind === "team" ? 4 : 5, 16);
  if (card) { shape.setAttribute("y", -5); shape.setAttribute("height", 10); shape.setAttribute("rx", kind === "film" ? 2.5 : 0); }
  if (group !== undefined && !card) node.style.setProperty("--c", `var(--group-${groups[group].id})`);
  node.append(shape);
  return node;
}

function build() {
  for (const line of lines) {
    const [a, b] = line.ends;
    line.node = svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, "stroke-width": Math.min(0.8 + 0.6 * Math.sqrt(line.weight), 6) });
    // Where everyone on a film is tied to everyone, one film together says little.
    const strength = a.film === undefined && b.film === undefined && !line.relation ? Math.min(0.07 + 0.11 * line.weight, 0.6) : 0.4;
    line.node.style.setProperty("--o", strength);
    if (line.member) line.node.classList.add("member");
    line.node.style.setProperty("--c", `var(--group-${groups[line.group].id})`);
    layers.lines.append(line.node);
  }
  // Films last, so that no disc covers a title.
  for (const vertex of [...vertices].sort((a, b) => isTitle(a) - isTitle(b))) {
    const label = svg("text", { y: isTitle(vertex) ? 4.5 : vertex.r + 12.5 }, vertex.drawn);
    vertex.node = svg("g", { class: `mark ${vertex.kind}` }, drawShape(vertex.kind, vertex.r, vertex.width), label);
    vertex.node.dataset.index = vertex.index;
    vertex.node.style.setProperty("--c", `var(--group-${groups[vertex.group].id})`);
    layers.marks.append(vertex.node);
  }
}

function fitsFilter(vertex) {
  if (!filter.kinds.has(vertex.kind)) return false;
  if (vertex.kind === "work") return true;
  const fits = (credit) => filter.groups.has(credit.group) && (!filter.role || credit.role === filter.role);
  if (vertex.kind === "film") return !filter.role || films[vertex.film].credits.some(fits);
  if (Math.max(1, vertex.films) < filter.least) return false;
  return vertex.credits.length ? vertex.credits.some(fits) : !filter.role && filter.groups.has(vertex.group);
}

function lineFits(line) {
  if (line.member || !line.credits.length) return !filter.role;
  const titles = line.ends.filter(isTitle).length;
  const fits = (credit) => filter.groups.has(credit.group) && (!filter.role || credit.role === filter.role);
  return titles || !filter.role ? line.credits.some(fits) : line.ends.every((end) => line.credits.some((c) => c.agent === end.index && fits(c)));
}

// What is chosen is shown with all its neighbors, whatever the filters leave out.
function neighborhood() {
  const near = { vertices: new Set(), lines: new Set() };
  if (!chosen) return near;
  if (chosen.line) {
    near.lines.add(chosen.line);
    chosen.line.ends.forEach((end) => near.vertices.add(end));
  } else if (chosen.vertex) {
    near.vertices.add(chosen.vertex);
    for (const line of chosen.vertex.lines) {
      if (!lineFits(line) && !isTitle(chosen.vertex)) continue;
      near.lines.add(line);
      line.ends.forEach((end) => near.vertices.add(end));
    }
  } else {
    films[chosen.film].credits.forEach((c) => near.vertices.add(vertices[c.agent]));
    lines.filter((line) => line.films.includes(chosen.film)).forEach((line) => near.lines.add(line));
  }
  return near;
}

function update() {
  const near = neighborhood();
  for (const vertex of vertices) {
    vertex.near = near.vertices.has(vertex);
    vertex.shown = vertex.near || fitsFilter(vertex);
    vertex.node.classList.toggle("near", vertex.near);
    vertex.node.classList.toggle("chosen", Boolean(chosen && chosen.vertex === vertex));
    vertex.node.style.display = vertex.shown ? "" : "none";
  }
  for (const line of lines) {
    const isNear = near.lines.has(line);
    const shown = line.ends.every((end) => end.shown) && (isNear || lineFits(line));
    line.shown = shown;
    line.node.classList.toggle("near", isNear);
    line.node.classList.toggle("chosen", Boolean(chosen && chosen.line === line));
    line.node.style.display = shown ? "" : "none";
  }
  picture.classList.toggle("chosen-view", Boolean(chosen));
  const shown = vertices.filter((v) => v.shown);
  const titles = shown.filter((v) => v.kind === "film").length;
  const agents = shown.filter((v) => !isTitle(v)).length;
  const all = vertices.filter((v) => !isTitle(v)).length;
  document.getElementById("counts").textContent = [
    titles ? plural(titles, "film", "films") : "",
    agents === all ? plural(all, "agent", "agents") : `${agents.toLocaleString("en")} of ${plural(all, "agent", "agents")}`,
    plural(credits.length, "credit", "credits") + (quotes.length ? `, ${plural(quotes.length, "quote", "quotes")}` : ""),
  ].filter(Boolean).join(" · ");
  document.documentElement.dataset.shown = shown.length;
  draw();
}

// Marks grow and shrink more slowly than the distances between them: zooming in makes room for labels,
// and zoomed out the labels that find room can still be read.
const markScale = () => Math.max(0.42, Math.min(1.5, view.k < 1 ? Math.max(view.k ** 0.65, Math.min(0.8, view.k * 1.35)) : view.k ** 0.5));

function draw() {
  layers.lines.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
  const s = markScale();
  for (const vertex of vertices) {
    if (vertex.shown) {
      vertex.node.setAttribute("transform", `translate(${(vertex.x * view.k + view.x).toFixed(1)} ${(vertex.y * view.k + view.y).toFixed(1)}) scale(${s.toFixed(3)})`);
    }
  }
  placeLabels(s);
}

// Where a label may stand beside its mark: below, above, right, left; as [anchor, x, y of the text, left, top of its box].
const SPOTS = [
  (r, w) => ["middle", 0, r + 12.5, -w / 2, r + 3],
  (r, w) => ["middle", 0, -r - 5, -w / 2, -r - 15],
  (r, w) => ["start", r + 4, 4, r + 4, -6],
  (r, w) => ["end", -r - 4, 4, -r - 4 - w, -6],
  (r, w) => ["start", r * 0.6 + 2, r + 8, r * 0.6 + 2, r - 2],
  (r, w) => ["end", -r * 0.6 - 2, r + 8, -r * 0.6 - 2 - w, r - 2],
  (r, w) => ["start", r * 0.6 + 2, -r, r * 0.6 + 2, -r - 10],
  (r, w) => ["end", -r * 0.6 - 2, -r, -r * 0.6 - 2 - w, -r - 10],
];

// A label is drawn where it covers no title, no mark and no label of an agent with more films.
function placeLabels(s) {
  const cell = 90, grid = new Map();
  const cells = (box) => {
    const found = [];
    for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i++)
      for (let j = Math.floor(box[1] / cell); j <= Math.floor(box[3] / cell); j++) found.push(`${i},${j}`);
    return found;
  };
  const isFree = (box) => cells(box).every((c) => (grid.get(c) || []).every((o) => box[0] >= o[2] || box[2] <= o[0] || box[1] >= o[3] || box[3] <= o[1]));
  const take = (box) => cells(box).forEach((c) => grid.has(c) ? grid.get(c).push(box) : grid.set(c, [box]));
  const place = (v) => [v.x * view.k + view.x, v.y * view.k + view.y];
  // Beside something chosen the rest is dimmed; it keeps no room from what is near.
  const shown = vertices.filter((v) => v.shown && (!chosen || v.near));
  for (const vertex of shown) {
    const [x, y] = place(vertex), half = isTitle(vertex) ? [vertex.width / 2, 13] : [vertex.r, vertex.r];
    take([x - half[0] * s, y - half[1] * s, x + half[0] * s, y + half[1] * s]);
  }
  const order = vertices.filter((v) => v.shown && !isTitle(v)).sort((a, b) => b.near - a.near || b.films - a.films || a.index - b.index);
  for (const vertex of order) {
    const [x, y] = place(vertex), width = vertex.drawn.length * 6.2;
    let free = null;
    for (const spot of SPOTS) {
      const [anchor, dx, dy, left, top] = spot(vertex.r, width);
      const box = [x + left * s, y + top * s, x + (left + width) * s, y + (top + 12) * s];
      if (isFree(box)) { free = [anchor, dx, dy, box]; break; }
    }
    vertex.node.classList.toggle("quiet", !free);
    const [anchor, dx, dy] = free || SPOTS[0](vertex.r, width);
    const text = vertex.node.lastChild;
    text.style.textAnchor = anchor;
    text.setAttribute("x", dx);
    text.setAttribute("y", dy);
    if (free) take(free[3]);
  }
}

function zoomBy(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const k = Math.max(0.08, Math.min(8, view.k * factor));
  view.x = x - (x - view.x) * (k / view.k);
  view.y = y - (y - view.y) * (k / view.k);
  view.k = k;
  untouched = false;
  draw();
}

let untouched = true; // as long as nobody has moved the picture it fits its window
function fit(of = vertices.filter((v) => v.shown)) {
  if (!of.length) return;
  untouched = of.length === vertices.filter((v) => v.shown).length;
  const edge = (side, sign) => Math[sign < 0 ? "min" : "max"](...of.map((v) => side === "x" ? v.x + (sign * v.width) / 2 : v.y + (sign * v.height) / 2));
  const [left, right, top, bottom] = [edge("x", -1), edge("x", 1), edge("y", -1), edge("y", 1)];
  const filters = document.getElementById("filters");
  const aside = filters.hidden || stage.clientWidth < 700 ? 0 : filters.offsetWidth + 14;
  const wide = stage.clientWidth - aside - 60, high = stage.clientHeight - 50;
  view.k = Math.max(0.08, Math.min(1.6, wide / (right - left), high / (bottom - top)));
  view.x = aside + 30 + (wide - (left + right) * view.k) / 2;
  view.y = 25 + (high - (top + bottom) * view.k) / 2;
  draw();
}

// Moves the picture only where the vertices would not be seen.
function bringIntoView(of) {
  const out = of.some((v) => {
    const x = v.x * view.k + view.x, y = v.y * view.k + view.y;
    return x < 30 || y < 30 || x > stage.clientWidth - 30 || y > stage.clientHeight - 30;
  });
  if (out) fit(of);
}

// The line nearest to a point of the stage, within a few pixels.
function lineAt(x, y) {
  let best = null, least = 6;
  for (const line of lines) {
    if (!line.shown || (chosen && !line.near && !line.node.classList.contains("near"))) continue;
    const [a, b] = line.ends.map((v) => [v.x * view.k + view.x, v.y * view.k + view.y]);
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}
