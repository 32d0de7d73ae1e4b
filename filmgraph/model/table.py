"""A table: the columns and rows that a question gives back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from filmgraph.model.terms import IRI, XSD, XSD_STRING, Literal, Term


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of RDF terms; an unbound cell is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Each row as column to text; unbound cells are left out."""
        for row in self.rows:
            yield {c: t.value for c, t in zip(self.columns, row, strict=True) if t is not None}

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def from_json(cls, body: bytes | str) -> Table:
        """The table of a SPARQL 1.1 Query Results JSON document; an ASK gives one cell, column "answer"."""
        data = json.loads(body)
        if "boolean" in data:
            return cls(("answer",), ((Literal(str(data["boolean"]).lower(), XSD + "boolean"),),))
        columns = tuple(data["head"]["vars"])
        return cls(
            columns,
            tuple(
                tuple(_read_term(b[c]) if c in b else None for c in columns)
                for b in data["results"]["bindings"]
            ),
        )

    def values(self) -> list[list[str]]:
        """The rows as text, unbound cells as empty strings."""
        return [[t.value if t is not None else "" for t in row] for row in self.rows]

    def to_csv(self, delimiter: str = ",") -> str:
        """The table as CSV (RFC 4180, as SPARQL 1.1 CSV results), CRLF line ends."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows(self.values())
        return out.getvalue()

    def to_json(self) -> str:
        """The table in SPARQL 1.1 Query Results JSON Format."""
        bindings = [
            {c: _json_term(t) for c, t in zip(self.columns, row, strict=True) if t is not None}
            for row in self.rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False, indent=1)

    def to_pandas(self) -> Any:
        """The table as a pandas DataFrame of text; needs pandas installed."""
        import pandas

        return pandas.DataFrame(self.values(), columns=list(self.columns))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(c)}</th>" for c in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(v)}</td>" for v in row) + "</tr>" for row in self.values()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, IRI):
        return {"type": "uri", "value": term.value}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif not term.datatype.endswith("#string"):
        found["datatype"] = term.datatype
    return found


def _read_term(data: dict[str, str]) -> Term:
    if data["type"] == "uri":
        return IRI(data["value"])
    if data["type"] == "bnode":
        return IRI(f"_:{data['value']}")
    return Literal(data["value"], data.get("datatype", XSD_STRING), data.get("xml:lang", ""))
