"""Tables that lie on their side: a column a film, a row a role. They are told, not read.

A row is the evidence of a credit, and a row of such a table speaks of all films at once.
"""

from __future__ import annotations

from filmgraph.catalogs.roles import RoleCatalog, load_roles
from filmgraph.extraction.tables.columns import understand_columns
from filmgraph.model.document import Document

_LOOKED_AT = 60
_LEAST = 2


def is_sideways(document: Document, roles: RoleCatalog | None = None) -> bool:
    """Whether the first column of a table that tells nothing otherwise holds what headers hold.

    At least two of its cells must name roles or data of a film, and more than half of them,
    while no other header does.
    """
    if not document.rows or document.table_map or len(document.rows[0].cells) < _LEAST:
        return False
    roles = roles or load_roles()
    rows = document.rows[:_LOOKED_AT]
    headers = tuple(header for header, _ in rows[0].cells)
    if any(column.meaning for column in understand_columns(headers[1:], roles).columns):
        return False
    first = tuple(words for row in rows if row.cells and (words := row.cells[0][1].strip()))
    known = [column for column in understand_columns(first, roles).columns if column.meaning]
    is_list = any(column.meaning == "credit" for column in known)
    return is_list and len(known) >= _LEAST and 2 * len(known) > len(first)
