"""TriG (W3C Recommendation, 2014): Turtle with a block a named graph, all in sorted order."""

from __future__ import annotations

from itertools import groupby

from filmgraph.export.nquads import read_statements
from filmgraph.export.turtle import used_prefixes, write_iri, write_prefixes, write_subjects


def render(nquads: bytes) -> bytes:
    """All statements as TriG, the default graph first."""
    statements = read_statements(nquads)
    used = used_prefixes(statements)
    lines = [*write_prefixes(used), ""]
    for graph, group in groupby(statements, key=lambda s: s.graph):
        if not graph:
            lines += write_subjects(list(group), used)
        else:
            lines += ["", f"{write_iri(graph, used)} {{", *write_subjects(list(group), used, "    "), "}"]
    return ("\n".join(lines) + "\n").encode()
