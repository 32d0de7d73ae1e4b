// The panel: what is chosen, its credits by film, and the words behind each.

const panel = document.getElementById("panel");

function html(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") node.addEventListener("click", value);
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return node;
}

const groupColor = (node, group) => { node.style.setProperty("--c", `var(--group-${groups[group].id})`); return node; };
const link = (text, target) => html("button", { type: "button", class: "link", onclick: () => choose(target) }, text);
const vertexLink = (vertex) => link(vertex.label, { vertex });

function filmLink(index) {
  const film = films[index];
  const target = film.vertex === null ? { film: index } : { vertex: vertices[film.vertex] };
  return [html("span", { class: "title" }, link(film.title, target)), film.year ? html("span", { class: "year" }, ` ${film.year}`) : ""];
}

// A long quote is cut to the words around the name; the whole of it is one click away.
function showQuote(quote, names) {
  if (!quote.text) return html("cite", {}, sourceOf(quote));
  const at = names.map((name) => [quote.text.indexOf(name), name]).filter(([i]) => i >= 0).sort((a, b) => a[0] - b[0])[0];
  const block = html("blockquote", quote.row ? { class: "row" } : {});
  const fill = (from, to) => {
    block.replaceChildren();
    if (from > 0) block.append("… ");
    if (at && at[0] >= from && at[0] + at[1].length <= to) {
      block.append(quote.text.slice(from, at[0]), html("mark", {}, at[1]), quote.text.slice(at[0] + at[1].length, to));
    } else block.append(quote.text.slice(from, to));
    if (to < quote.text.length) block.append(" …");
  };
  const box = html("div", {}, block);
  const long = quote.text.length > 230;
  if (!long) fill(0, quote.text.length);
  else {
    const center = at ? at[0] : 0;
    const cut = (i, step) => { while (i > 0 && i < quote.text.length && quote.text[i] !== " ") i += step; return Math.max(0, Math.min(i, quote.text.length)); };
    fill(cut(Math.max(0, center - 80), -1), cut(Math.min(quote.text.length, center + 120), 1));
    box.append(html("button", { type: "button", class: "more", onclick: (event) => { fill(0, quote.text.length); event.target.remove(); } }, "the whole passage"));
  }
  box.append(html("cite", {}, sourceOf(quote)));
  return box;
}

function sourceOf(quote) {
  // The source begins with the document's origin where that is known: a path, or an address to follow.
  const told = quote.origin && quote.source.startsWith(quote.origin);
  const rest = told ? quote.source.slice(quote.origin.length).replace(/^, /, "") : quote.source;
  const web = /^https?:\/\//.test(quote.origin);
  const place = web ? html("a", { href: quote.origin, rel: "noopener noreferrer" }, quote.origin) : quote.origin;
  const parts = [place, rest].filter(Boolean);
  return html("span", {}, ...parts.flatMap((part, i) => (i ? [" · ", part] : [part])));
}

function showCredit(credit, heading) {
  const details = [
    credit.characters.length ? `as ${credit.characters.join(", ")}` : "",
    credit.through.length ? `through ${credit.through.join(", ")}` : "",
    credit.territories.length ? `in ${credit.territories.join(", ")}` : "",
  ].filter(Boolean).join(", ");
  const box = html("div", { class: "credit" },
    html("p", { class: "role" }, heading || credit.role, details ? html("span", { class: "detail" }, ` ${details}`) : ""));
  const names = [...credit.names, vertices[credit.agent].label];
  credit.quotes.forEach((q) => box.append(showQuote(quotes[q], names)));
  return groupColor(box, credit.group);
}

// The data has credits in the order of their roles, and within a role as the document names them.
const byGroup = (a, b) => a.group - b.group || a.index - b.index;

function showRelations(vertex) {
  const told = vertex.lines.filter((line) => line.relation || line.member);
  if (!told.length) return [];
  const items = told.map((line) => {
    const other = line.ends.find((end) => end !== vertex);
    const outward = line.ends[0] === vertex;
    const words = line.member ? (outward ? "has the member" : "is a member of") : RELATIONS[line.relation]?.[outward ? 0 : 1] || line.relation;
    const box = html("div", { class: "credit" }, html("p", { class: "role" }, html("span", { class: "detail" }, `${words} `), vertexLink(other)));
    line.quotes.forEach((q) => box.append(showQuote(quotes[q], [])));
    return box;
  });
  return [html("h3", {}, "Tied to"), ...items];
}

// How a tie reads from its source and from its target.
const RELATIONS = {
  "author of": ["wrote", "written by"], "based on": ["became the film", "based on"], "inspired by": ["inspired", "inspired by"],
  "suggested by": ["suggested", "suggested by"], "remake of": ["was remade as", "remake of"],
};

function showFilm(index) {
  const film = films[index];
  const nodes = [html("h2", { class: "title" }, film.title, film.year ? html("span", { class: "year" }, ` ${film.year}`) : "")];
  if (film.original) nodes.push(html("p", { class: "kind" }, film.original));
  if (film.vertex !== null) nodes.push(...showRelations(vertices[film.vertex]));
  groups.forEach((group, g) => {
    const of = film.credits.filter((c) => c.group === g).sort(byGroup);
    if (of.length) nodes.push(html("h3", {}, group.label), ...of.map((c) => {
      const heading = html("span", {}, vertexLink(vertices[c.agent]), html("span", { class: "detail" }, ` ${c.role}`));
      return showCredit(c, heading);
    }));
  });
  return nodes;
}

// Whom an agent is tied to directly, where lines are shared films.
function showPartners(vertex) {
  const told = vertex.lines.filter((line) => !line.member && !line.relation && !line.ends.some(isTitle))
    .sort((a, b) => b.weight - a.weight || other(a).label.localeCompare(other(b).label));
  function other(line) { return line.ends[0] === vertex ? line.ends[1] : line.ends[0]; }
  if (!told.length) return [];
  const most = told[0].weight;
  const list = html("ul", { class: "list" });
  const fill = (lines) => list.append(...lines.map((line) => {
    const bar = html("span", { class: "bar-of" });
    bar.style.width = `${Math.round((70 * line.weight) / most)}px`;
    const row = html("li", {}, sign(other(line).kind, other(line).group), link(other(line).label, { line }), bar, html("span", { class: "number" }, String(line.weight)));
    return groupColor(row, other(line).group);
  }));
  fill(told.slice(0, 10));
  const rest = told.slice(10);
  const more = rest.length ? [html("button", { type: "button", class: "more", onclick: (event) => { fill(rest); event.target.remove(); } }, `${rest.length} more`)] : [];
  return [html("h3", {}, "Together with"), list, ...more];
}

function showAgent(vertex) {
  const on = [...new Set(vertex.credits.map((c) => c.film))].sort(byYear);
  const kind = KINDS[vertex.kind]?.[0] || vertex.kind;
  const told = [kind, on.length ? plural(on.length, "film", "films") : ""].filter(Boolean).join(" · ");
  const nodes = [html("h2", isTitle(vertex) ? { class: "title" } : {}, vertex.label), html("p", { class: "kind" }, told)];
  nodes.push(...showRelations(vertex), ...showPartners(vertex));
  for (const film of on) {
    nodes.push(html("h3", {}, ...filmLink(film)), ...vertex.credits.filter((c) => c.film === film).sort(byGroup).map((c) => showCredit(c)));
  }
  return nodes;
}

function showLine(line) {
  const [a, b] = line.ends;
  const nodes = [html("h2", {}, a.label, html("span", { class: "year" }, " and "), b.label)];
  if (line.member) nodes.push(html("p", { class: "kind" }, `${b.label} is a member of ${a.label}`));
  if (line.relation) {
    nodes.push(html("p", { class: "kind" }, line.relation), ...line.quotes.map((q) => showQuote(quotes[q], [])));
    return nodes;
  }
  if (!a.credits.length && !b.credits.length) return nodes;
  if (!line.ends.some(isTitle)) nodes.push(html("p", { class: "kind" }, plural(line.films.length, "film", "films") + " together"));
  for (const film of [...line.films].sort(byYear)) {
    nodes.push(html("h3", {}, ...filmLink(film)));
    line.credits.filter((c) => c.film === film).sort((x, y) => x.agent - y.agent || byGroup(x, y)).forEach((c) => {
      const heading = html("span", {}, vertexLink(vertices[c.agent]), html("span", { class: "detail" }, ` ${c.role}`));
      nodes.push(showCredit(c, heading));
    });
  }
  return nodes;
}

// Before anything is chosen: where to begin.
function showOverview() {
  const nodes = [data.summary === document.title ? "" : html("p", { class: "lead" }, data.summary), html("p", { class: "lead" },
    "Choose a name, a title or a line to read the words behind it.")];
  const agents = vertices.filter((v) => !isTitle(v)).sort((a, b) => b.films - a.films || b.lines.length - a.lines.length || a.label.localeCompare(b.label)).slice(0, 14);
  const most = Math.max(1, ...agents.map((v) => v.films));
  nodes.push(html("h3", {}, "Most films"), html("ul", { class: "list" }, ...agents.map((v) => {
    const bar = html("span", { class: "bar-of" });
    bar.style.width = `${Math.round((90 * v.films) / most)}px`;
    return groupColor(html("li", {}, sign(v.kind, v.group), vertexLink(v), bar, html("span", { class: "number" }, String(v.films))), v.group);
  })));
  const order = films.map((_, i) => i).sort(byYear);
  if (order.length) nodes.push(html("h3", {}, "Films by year"), html("ul", { class: "list" }, ...order.map((i) => html("li", {}, html("span", {}, ...filmLink(i))))));
  return nodes;
}

function showPanel() {
  const nodes = !chosen ? showOverview() : chosen.line ? showLine(chosen.line)
    : chosen.film !== undefined ? showFilm(chosen.film)
    : chosen.vertex.kind === "film" ? showFilm(chosen.vertex.film) : showAgent(chosen.vertex);
  const back = chosen ? [html("button", { type: "button", class: "back", onclick: () => choose(null) }, "← Overview")] : [];
  panel.replaceChildren(...back, ...nodes.filter(Boolean));
  panel.scrollTop = 0;
  const head = panel.querySelector("h2");
  document.getElementById("status").textContent = head ? `${head.textContent}. ${panel.querySelectorAll(".credit").length} credits shown beside the picture.` : "Overview.";
}
