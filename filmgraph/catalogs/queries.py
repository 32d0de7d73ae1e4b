"""Named queries: SPARQL files whose header says what they answer and which parameters they take.

A query file is SPARQL 1.1 that runs by itself on any endpoint. Its header is
written in grlc's decorator style, comment lines that start with `#+`, in a
small, strict part of YAML:

    #+ summary: The films an agent is credited on
    #+ description: One row a film and role, oldest first.
    #+ question: which films did Jacques Audiard direct
    #+ params:
    #+   - name: agent
    #+     type: agent
    #+     required: true
    #+     example: Jacques Audiard
    #+     summary: whose films; a team counts with its members
    #+ columns:
    #+   film: the film's title

- `key: value`, a value on one line, taken as it stands (quotes have no meaning);
- `params:` a list of mappings, two spaces before the dash, four before a key;
- `columns:` a mapping, two spaces before a key, in the order of the SELECT.

A parameter stands in the query as `VALUES ?name { UNDEF }`, once in every group
that uses it, and is bound by writing RDF terms into that clause. The clause has
to stand inside the sub-select that uses it: outside, over a variable that the
sub-select does not project, it would be ignored without a word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from filmgraph.catalogs.resources import find_folder
from filmgraph.errors import QueryError, UsageError
from filmgraph.model.terms import IRI, Term

ParamType = Literal["film", "person", "organization", "agent", "role", "year", "text"]

_SCALARS = frozenset({"summary", "description", "question", "directed"})
_PARAM_KEYS = frozenset({"name", "type", "required", "example", "summary"})
_HEADER_LINE = re.compile(r"#\+(.*)")
_ENTRY = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<key>[A-Za-z_]\w*):(?: +(?P<value>\S.*?))? *")
# Comments, IRIs and strings of SPARQL 1.1 (grammar rules 139, 156-159): no clause begins inside one.
_OPAQUE = re.compile(
    r"""#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""",
    re.DOTALL,
)
_CLAUSE = re.compile(r"\bVALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}", re.IGNORECASE)
_BAD_IRI = re.compile(r'[<>"{}|^`\\\x00-\x20\ud800-\udfff]')


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: what kind of thing it takes, whether the query can run without it, an example."""

    name: str
    type: ParamType
    required: bool
    summary: str
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what stands in it."""

    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its header: `text` is the whole file, `settings` the header's other keys.

    `question` is the query asked in English where there is such a wording.
    """

    name: str
    summary: str
    description: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    text: str
    question: str = ""
    settings: tuple[tuple[str, str], ...] = ()

    def param(self, name: str) -> Param:
        """The parameter called `name`; raises QueryError, naming those there are."""
        for param in self.params:
            if param.name == name:
                return param
        have = ", ".join(p.name for p in self.params) or "none"
        raise QueryError(
            f"The query {self.name!r} takes no parameter {name!r}; its parameters: {have}. "
            "'filmgraph queries' shows them all."
        )


class _Header:
    """The header's lines, read one after the other; errors name the file and the line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.scalars: dict[str, str] = {}
        self.params: list[dict[str, str]] = []
        self.columns: dict[str, str] = {}
        self.section = ""

    def fail(self, line: int, what: str) -> QueryError:
        return QueryError(f"{self.name}, line {line}: {what}", line=line)

    def read(self, number: int, text: str) -> None:
        """Take in one line, without its `#+` and the blank after it."""
        if not text.strip():
            return
        found = _ENTRY.fullmatch(text)
        if not found:
            raise self.fail(number, f"a header line is `key: value`, this one is {text.strip()!r}")
        place = (len(found["indent"]), bool(found["dash"]))
        key, value = found["key"], found["value"] or ""
        if place == (0, False):
            self._read_top(number, key, value)
        elif self.section == "columns" and place == (2, False):
            self.columns[key] = value
        elif self.section == "params" and place in ((2, True), (4, False)):
            self._read_param(number, key, value, starts=found["dash"] is not None)
        else:
            raise self.fail(number, f"{key!r} stands at an indent that fits neither `params` nor `columns`")

    def _read_top(self, number: int, key: str, value: str) -> None:
        self.section = ""
        if key in ("params", "columns"):
            if value:
                raise self.fail(number, f"{key!r} is followed by indented lines, not by {value!r}")
            self.section = key
        elif key in _SCALARS:
            if not value or key in self.scalars:
                raise self.fail(number, f"{key!r} needs one value, on one line")
            self.scalars[key] = value
        else:
            known = ", ".join(sorted({*_SCALARS, "params", "columns"}))
            raise self.fail(number, f"unknown header key {key!r}; the keys are {known}")

    def _read_param(self, number: int, key: str, value: str, *, starts: bool) -> None:
        if key not in _PARAM_KEYS:
            raise self.fail(
                number, f"unknown key {key!r} of a parameter; they are {', '.join(sorted(_PARAM_KEYS))}"
            )
        if starts:
            self.params.append({"line": str(number)})
        elif not self.params:
            raise self.fail(number, "a parameter begins with a dash: `  - name: …`")
        if key == "required" and value not in ("true", "false"):
            raise self.fail(number, f"`required` is true or false, not {value!r}")
        self.params[-1][key] = value

    def build_params(self) -> tuple[Param, ...]:
        """The parameters, each with its name, a known type and an example."""
        return tuple(self._build_param(entry) for entry in self.params)

    def _build_param(self, entry: Mapping[str, str]) -> Param:
        line = int(entry["line"])
        for key in ("name", "type", "example"):
            if not entry.get(key):
                raise self.fail(line, f"the parameter {entry.get('name', '')!r} lacks its {key!r}")
        if entry["type"] not in get_args(ParamType):
            kinds = ", ".join(get_args(ParamType))
            raise self.fail(
                line, f"the parameter {entry['name']!r} has type {entry['type']!r}; types are {kinds}"
            )
        return Param(
            name=entry["name"],
            type=cast(ParamType, entry["type"]),
            required=entry.get("required") == "true",
            summary=entry.get("summary", ""),
            example=entry["example"],
        )


def parse_query(name: str, text: str) -> NamedQuery:
    """The query in `text`, a file's content; a file without header gives a query without parameters.

    Raises QueryError, with the line, where the header is not in the form above, a
    declared parameter has no `VALUES ?name { UNDEF }`, or such a clause is undeclared.
    """
    header = _Header(name)
    has_header = False
    for number, line in enumerate(text.splitlines(), 1):
        if found := _HEADER_LINE.match(line):
            has_header = True
            header.read(number, found[1].removeprefix(" "))
    if not has_header:
        return NamedQuery(name, "", "", (), (), text)
    scalars = header.scalars
    if "summary" not in scalars:
        raise header.fail(1, "the header lacks its `summary`")
    params = header.build_params()
    _check_clauses(header, params, text)
    return NamedQuery(
        name=name,
        summary=scalars["summary"],
        description=scalars.get("description", ""),
        params=params,
        columns=tuple(Column(*item) for item in header.columns.items()),
        text=text,
        question=scalars.get("question", ""),
        settings=tuple((k, v) for k, v in scalars.items() if k == "directed"),
    )


def bind(query: NamedQuery, bindings: Mapping[str, Sequence[Term]]) -> str:
    """The query's SPARQL with RDF terms written into its parameters' clauses.

    A parameter may take several terms (a team and its members), any of which fits.
    An optional parameter without terms stays open. Raises QueryError for a
    parameter the query lacks, a required one without terms, or an IRI that is none.

    >>> query = parse_query("demo", '''#+ summary: names
    ... #+ params:
    ... #+   - name: film
    ... #+     type: film
    ... #+     example: Amour
    ... SELECT ?name { VALUES ?film { UNDEF } ?film <https://schema.org/name> ?name }''')
    >>> bind(query, {"film": [IRI("http://example.org/f")]}).splitlines()[-1]
    'SELECT ?name { VALUES ?film { <http://example.org/f> } ?film <https://schema.org/name> ?name }'
    """
    for name in bindings:
        query.param(name)
    written: dict[str, str] = {}
    for param in query.params:
        terms = bindings.get(param.name, ())
        if terms:
            written[param.name] = " ".join(_write_term(term) for term in terms)
        elif param.required:
            raise QueryError(
                f"The query {query.name!r} needs the parameter {param.name!r} "
                f"({param.summary or param.type}), for example: -p {param.name}={_quoted(param.example)}"
            )
    parts, end = [], 0
    for name, start, stop in _find_clauses(query.text):
        if name in written:
            parts += [query.text[end:start], f"VALUES ?{name} {{ {written[name]} }}"]
            end = stop
    return "".join([*parts, query.text[end:]])


@lru_cache(maxsize=1)
def load_queries() -> Mapping[str, NamedQuery]:
    """The named questions of `queries/`, by name, in alphabetical order."""
    return _load(find_folder("queries"))


@lru_cache(maxsize=1)
def load_networks() -> Mapping[str, NamedQuery]:
    """The networks of `queries/networks/`, by name: columns `source`, `target` and `weight` at least."""
    return _load(find_folder("queries") / "networks")


@lru_cache(maxsize=1)
def load_checks() -> Mapping[str, NamedQuery]:
    """The checks of `queries/checks/`, by name: each row of an answer is an error in the data."""
    return _load(find_folder("queries") / "checks")


def find_query(name: str) -> NamedQuery:
    """The question, network or check called `name`; raises UsageError with the nearest name."""
    known = {**load_checks(), **load_networks(), **load_queries()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UsageError(f"There is no query {name!r}.{hint} 'filmgraph queries' lists them.")
    return known[name]


def find_network(name: str) -> NamedQuery:
    """The network called `name`; raises UsageError, naming those there are."""
    networks = load_networks()
    if name not in networks:
        raise UsageError(f"There is no network {name!r}; the networks are {', '.join(networks)}.")
    return networks[name]


def load_query(path: Path) -> NamedQuery:
    """The query in a file; its name is the file's without suffix. Raises QueryError naming file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise QueryError(
            f"There is no file {path}; 'filmgraph queries' lists the queries that have names."
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        why = getattr(problem, "strerror", None) or "it is not UTF-8"
        raise QueryError(f"{path}: the query cannot be read ({why}); give a file of SPARQL.") from None
    try:
        query = parse_query(path.stem, text)
    except QueryError as problem:
        told = str(problem).removeprefix(path.stem)
        raise QueryError(f"{path}{told}", problem.line, problem.column) from None
    return query


def _load(folder: Path) -> Mapping[str, NamedQuery]:
    queries = {path.stem: load_query(path) for path in sorted(folder.glob("*.rq"))}
    for query in queries.values():
        if not query.summary:
            raise QueryError(f"{folder / query.name}.rq, line 1: the file lacks its `#+ summary:` header")
    return MappingProxyType(queries)


def _find_clauses(text: str) -> list[tuple[str, int, int]]:
    """Every open `VALUES ?name { UNDEF }` of a query: the name, start and end; none inside comments."""
    masked = _OPAQUE.sub(lambda m: " " * len(m[0]), text)
    return [(m[1], m.start(), m.end()) for m in _CLAUSE.finditer(masked)]


def _check_clauses(header: _Header, params: Sequence[Param], text: str) -> None:
    clauses = {name: start for name, start, _ in reversed(_find_clauses(text))}
    names = [p.name for p in params]
    for entry, name in zip(header.params, names, strict=True):
        if names.count(name) > 1:
            raise header.fail(int(entry["line"]), f"the parameter {name!r} is declared twice")
        if name not in clauses:
            raise header.fail(
                int(entry["line"]), f"the parameter {name!r} has no `VALUES ?{name} {{ UNDEF }}`"
            )
    for name, start in clauses.items():
        if name not in names:
            line = text.count("\n", 0, start) + 1
            raise header.fail(
                line, f"`VALUES ?{name} {{ UNDEF }}` stands for a parameter that is not declared"
            )


def _write_term(term: Term) -> str:
    if isinstance(term, IRI) and (_BAD_IRI.search(term.value) or ":" not in term.value):
        raise QueryError(f"{term.value!r} is not an IRI; it cannot be bound to a parameter.")
    try:
        term.value.encode("utf-8")
    except UnicodeEncodeError:
        raise QueryError(f"{term.value!r} is not Unicode text; it cannot be bound to a parameter.") from None
    return term.n3()


def _quoted(example: str) -> str:
    return f'"{example}"' if " " in example else example
