// What a reader does: choosing, searching, filtering, moving about, by mouse, touch and keyboard.

const byId = (id) => document.getElementById(id);

function choose(target, { move = true } = {}) {
  chosen = target;
  update();
  showPanel();
  if (move && chosen && !chosen.line) bringIntoView(vertices.filter((v) => v.near));
  const place = chosen && chosen.vertex ? `#v=${encodeURIComponent(chosen.vertex.id)}` : "#";
  history.replaceState(null, "", place);
}

// #q=audiard chooses what a search finds first; #v=IRI chooses a vertex.
function readAddress() {
  const [, key, value] = /^#([qv])=(.*)$/s.exec(location.hash) || [];
  if (!key) return;
  let text = value;
  try { text = decodeURIComponent(value); } catch { /* a stray % is searched for as it stands */ }
  const vertex = key === "v" ? vertices.find((v) => v.id === text) : findVertices(text)[0];
  if (vertex) choose({ vertex });
}

/* Search */
const search = byId("search"), found = byId("found");
let offered = [], active = 0;

function offer() {
  offered = findVertices(search.value);
  active = 0;
  const items = offered.map((vertex, i) => {
    const what = vertex.kind === "film" ? String(vertex.year || "film") : `${KINDS[vertex.kind]?.[0] || vertex.kind} · ${plural(vertex.films, "film", "films")}`;
    return html("li", { role: "option", id: `found-${i}`, onclick: () => take(i) }, sign(vertex.kind, vertex.group), html("span", {}, vertex.label), html("span", { class: "what" }, what));
  });
  if (!items.length && search.value.trim()) items.push(html("li", { class: "none" }, "Nothing in this network is called that."));
  found.replaceChildren(...items);
  found.hidden = !items.length;
  search.setAttribute("aria-expanded", String(!found.hidden));
  markActive();
}
function markActive() {
  [...found.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active && offered.length > 0)));
  if (offered.length) { search.setAttribute("aria-activedescendant", `found-${active}`); found.children[active].scrollIntoView({ block: "nearest" }); }
  else search.removeAttribute("aria-activedescendant");
}
function closeFound() { found.hidden = true; search.setAttribute("aria-expanded", "false"); }
function take(i) {
  if (!offered[i]) return;
  choose({ vertex: offered[i] });
  search.value = offered[i].label;
  closeFound();
}
search.addEventListener("input", offer);
search.addEventListener("focus", () => { search.select(); if (search.value) offer(); });
search.addEventListener("blur", () => setTimeout(closeFound, 150));
search.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % (offered.length || 1);
    markActive();
  } else if (event.key === "Enter") take(active);
  else if (event.key === "Escape") { search.value = ""; closeFound(); picture.focus(); }
  else return;
  event.preventDefault();
});

/* Filters */
function buildRows(box, entries, set) {
  for (const { value, label, count, icon } of entries) {
    const input = html("input", { type: "checkbox" });
    input.checked = true;
    input.addEventListener("change", () => { if (input.checked) set.add(value); else set.delete(value); update(); });
    const only = html("button", { type: "button", class: "only", "aria-label": `only ${label}`, onclick: () => {
      set.clear();
      set.add(value);
      box.querySelectorAll("input").forEach((other) => { other.checked = other === input; });
      update();
    } }, "only");
    box.append(html("div", { class: "row" }, html("label", {}, input, icon, html("span", {}, label)), only, html("span", { class: "count" }, String(count))));
  }
}
function buildFilters() {
  const agents = vertices.filter((v) => !isTitle(v));
  const holders = groups.map((_, g) => agents.filter((v) => v.groups.has(g)).length);
  buildRows(byId("groups"), groups.map((group, g) => ({ value: g, label: group.label, count: holders[g], icon: sign("person", g) })).filter((e) => e.count), filter.groups);
  byId("groups").hidden = holders.filter(Boolean).length < 2;
  const kinds = Object.keys(KINDS).map((kind) => ({ value: kind, label: KINDS[kind][1], count: vertices.filter((v) => v.kind === kind).length, icon: sign(kind) }));
  buildRows(byId("kinds"), kinds.filter((e) => e.count), filter.kinds);
  const most = Math.max(1, ...agents.map((v) => v.films));
  const least = byId("least");
  least.max = Math.min(most, 6);
  byId("least-row").hidden = most < 2;
  const tell = () => { byId("least-told").textContent = filter.least === 1 ? "1 film (everyone)" : `${filter.least} films`; };
  least.value = filter.least;
  least.addEventListener("input", () => { filter.least = Number(least.value); tell(); update(); });
  tell();
  const roles = new Map();
  credits.forEach((c) => roles.set(c.role, (roles.get(c.role) || 0) + 1));
  const choice = byId("role");
  choice.append(html("option", { value: "" }, "any role"), ...[...roles].sort((a, b) => a[0].localeCompare(b[0])).map(([role, n]) => html("option", { value: role }, `${role} (${n})`)));
  choice.addEventListener("change", () => { filter.role = choice.value; update(); });
  byId("role-row").hidden = roles.size < 2;
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", () => {
    document.querySelectorAll(".filters .row input").forEach((input) => { input.checked = true; });
    groups.forEach((_, g) => filter.groups.add(g));
    Object.keys(KINDS).forEach((kind) => filter.kinds.add(kind));
    choice.value = filter.role = "";
    least.value = filter.least = data.least;
    tell();
    choose(null);
    fit();
  });
  const toggle = byId("filters-button");
  const setOpen = (open) => { byId("filters").hidden = !open; toggle.setAttribute("aria-expanded", String(open)); };
  toggle.addEventListener("click", () => setOpen(byId("filters").hidden));
  if (stage.clientWidth < 700) setOpen(false);
}

/* Mouse and touch */
const pointers = new Map();
let moved = false;
const spot = (event) => { const box = stage.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
const vertexOf = (event) => { const node = event.target.closest?.(".mark"); return node ? vertices[Number(node.dataset.index)] : null; };

picture.addEventListener("wheel", (event) => { event.preventDefault(); zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...spot(event)); }, { passive: false });
picture.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, spot(event)); moved = false; });
window.addEventListener("pointerup", (event) => pointers.delete(event.pointerId));
window.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
picture.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId), now = spot(event);
  if (!before) return point(event, now);
  if (Math.hypot(now[0] - before[0], now[1] - before[1]) > 3 || moved) {
    moved = true;
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length === 1) {
      const apart = (p) => Math.hypot(p[0] - others[0][0], p[1] - others[0][1]) || 1;
      zoomBy(apart(now) / apart(before), (now[0] + others[0][0]) / 2, (now[1] + others[0][1]) / 2);
    } else { untouched = false; view.x += now[0] - before[0]; view.y += now[1] - before[1]; draw(); }
    pointers.set(event.pointerId, now);
    picture.setPointerCapture(event.pointerId);
  }
  return undefined;
});
picture.addEventListener("click", (event) => {
  if (moved) return;
  const vertex = vertexOf(event), line = vertex ? null : lineAt(...spot(event));
  choose(vertex ? { vertex } : line ? { line } : null, { move: false });
});
picture.addEventListener("dblclick", (event) => { if (!vertexOf(event)) zoomBy(1.7, ...spot(event)); });
picture.addEventListener("pointerleave", () => light(null));

const tip = byId("tip");
function point(event, [x, y]) {
  const vertex = vertexOf(event), line = vertex ? null : lineAt(x, y);
  picture.style.cursor = vertex || line ? "pointer" : "";
  light(vertex);
  tip.hidden = !line;
  if (!line) return;
  const roles = [...new Set(line.credits.map((c) => c.role))].join(", ");
  const titles = line.ends.some(isTitle) ? roles : plural(line.films.length, "film", "films") + " together";
  tip.textContent = `${line.ends[0].label} – ${line.ends[1].label}: ${line.member ? "member" : line.relation || titles}`;
  tip.style.left = `${Math.min(x + 14, stage.clientWidth - 330)}px`;
  tip.style.top = `${y + 14}px`;
}
let lit = null;
function light(vertex) {
  if (vertex === lit) return;
  lit = vertex;
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  picture.classList.toggle("hover-view", Boolean(vertex) && !chosen);
  if (!vertex || chosen) return;
  vertex.node.classList.add("lit");
  vertex.lines.filter((line) => line.shown).forEach((line) => { line.node.classList.add("lit"); line.ends.forEach((end) => end.node.classList.add("lit")); });
}

/* Keyboard */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function step([dx, dy]) {
  const shown = vertices.filter((v) => v.shown);
  const from = chosen && chosen.vertex;
  if (!from) return shown.sort((a, b) => b.films - a.films || b.lines.length - a.lines.length)[0];
  // The nearest in the arrow's direction; what lies off to the side counts as farther.
  const cost = (v) => { const x = v.x - from.x, y = v.y - from.y, along = x * dx + y * dy; return along <= 4 ? Infinity : along + 2.2 * Math.abs(x * dy - y * dx); };
  const next = shown.reduce((best, v) => (v !== from && cost(v) < cost(best) ? v : best), from);
  return next === from ? null : next;
}
picture.addEventListener("keydown", (event) => {
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) { untouched = false; view.x -= 60 * arrow[0]; view.y -= 60 * arrow[1]; draw(); }
  else if (arrow) { const vertex = step(arrow); if (vertex) choose({ vertex }); }
  else if (event.key === "Enter") panel.focus();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  if (event.key === "/") search.focus();
  else if (event.key === "Escape") { choose(null); picture.focus(); }
  else if (event.key === "+" || event.key === "=") zoomBy(1.3);
  else if (event.key === "-") zoomBy(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

byId("zoom-in").addEventListener("click", () => zoomBy(1.35));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.35));
byId("zoom-fit").addEventListener("click", () => fit());
byId("theme").addEventListener("click", () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});
window.addEventListener("hashchange", readAddress);
new ResizeObserver(() => (untouched ? fit() : draw())).observe(stage);
window.addEventListener("beforeprint", () => fit());

build();
buildFilters();
update();
showPanel();
fit();
readAddress();
document.documentElement.dataset.ready = "yes";
