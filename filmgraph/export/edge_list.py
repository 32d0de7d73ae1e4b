"""A network as a list of edges in CSV (RFC 4180), with the columns that Gephi knows."""

from __future__ import annotations

import csv
import io
from typing import Any

from filmgraph.export.flat import flatten
from filmgraph.export.options import ExportOptions

_COLUMNS = (
    "Source", "Target", "Type", "Weight", "SourceLabel", "SourceKind", "TargetLabel", "TargetKind",
    "Role", "Department", "Relation", "Character", "Films", "Quote", "QuoteSource", "Credit",
)  # fmt: skip
_EDGE = ("role", "department", "relation", "character", "films", "quote", "source", "credit")


def render(network: Any, options: ExportOptions) -> bytes:
    """The network's edges as CSV, one a row; UTF-8, CRLF line ends."""
    flat = flatten(network)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    kind = "Directed" if flat.is_directed() else "Undirected"
    for source, target, data in flat.edges(data=True):
        one, other = flat.nodes[source], flat.nodes[target]
        ends = [one["label"], one.get("kind", ""), other["label"], other.get("kind", "")]
        row = [source, target, kind, data["weight"], *ends, *(data.get(key, "") for key in _EDGE)]
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue().encode()


def _inert(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula (a name may begin with "=" or "@")."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
