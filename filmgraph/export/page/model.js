// The network as the page holds it: vertices, lines between them, and the credits behind both.
// Everything that comes from documents is text; it is put on the page as text nodes only.

const data = JSON.parse(document.getElementById("data").textContent);
const { vertices, lines, films, credits, quotes, groups } = data;

const KINDS = {
  film: ["film", "films"], work: ["source work", "source works"], person: ["person", "people"],
  team: ["team", "teams"], organization: ["company", "companies"],
};
const isTitle = (vertex) => vertex.kind === "film" || vertex.kind === "work";

// Lower case without accents: "Déborah" is found by "deborah".
const LETTERS = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replace(/[ßøæœłđðþı]/g, (c) => LETTERS[c])
    .replace(/['’‘`´]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

vertices.forEach((vertex, index) => {
  Object.assign(vertex, { index, lines: [], credits: [], shown: false });
  vertex.names = [vertex.label, ...(vertex.names || [])].map(fold);
});
lines.forEach((line, index) => {
  line.index = index;
  line.ends = [vertices[line.source], vertices[line.target]];
  line.ends.forEach((end) => end.lines.push(line));
});
films.forEach((film, index) => Object.assign(film, { index, credits: [] }));
credits.forEach((credit, index) => {
  credit.index = index;
  films[credit.film].credits.push(credit);
  vertices[credit.agent].credits.push(credit);
});
vertices.forEach((vertex) => {
  vertex.groups = new Set(vertex.credits.length ? vertex.credits.map((c) => c.group) : [vertex.group]);
});
// The credits that a line stands for: of both its ends, on its films.
function creditsOf(line) {
  const on = new Set(line.films);
  return line.ends.flatMap((end) => end.credits.filter((c) => on.has(c.film)));
}
lines.forEach((line) => {
  line.credits = creditsOf(line);
});

const byYear = (a, b) => (films[a].year || 9999) - (films[b].year || 9999) || films[a].title.localeCompare(films[b].title);
const plural = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

// What fits a search, best first: whole names, beginnings of names, beginnings of words, any part.
function findVertices(text, most = 12) {
  const wanted = fold(text);
  if (!wanted) return [];
  const rank = (vertex) => Math.min(...vertex.names.map((name) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : ` ${name}`.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9));
  return vertices.map((vertex) => [rank(vertex), vertex]).filter(([r]) => r < 9)
    .sort(([r, a], [s, b]) => r - s || b.lines.length - a.lines.length || a.label.localeCompare(b.label))
    .slice(0, most).map(([, vertex]) => vertex);
}
