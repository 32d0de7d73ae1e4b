"""The table of roles in `docs/ontology.md`, written from the role scheme.

`python -m filmgraph.catalogs.role_table docs/ontology.md` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from filmgraph.catalogs.namespaces import FG, SCHEMA
from filmgraph.catalogs.roles import Role, RoleCatalog, load_roles

BEGIN, END = "<!-- roles: begin -->", "<!-- roles: end -->"
_HEAD = (
    "| role | department | held by | direct property | reported as | within | MARC | Wikidata |\n"
    "|---|---|---|---|---|---|---|---|\n"
)


def build_role_table(catalog: RoleCatalog) -> str:
    """A Markdown table of all roles by department, then the groups with what is in them."""
    roles = sorted(catalog.roles.values(), key=lambda role: (role.department, role.id))
    rows = "".join(_row(_cells(role)) for role in roles)
    groups = "".join(
        _row((f"`{group}`", ", ".join(f"`{role}`" for role in catalog.narrower(group))))
        for group in catalog.groups
    )
    return f"{_HEAD}{rows}\n| group | takes in |\n|---|---|\n{groups}"


def replace_role_table(text: str, catalog: RoleCatalog) -> str:
    """`text` with a fresh table between its two marks.

    Raises ValueError where the marks are missing.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the text lacks the marks {BEGIN} and {END} between which the table stands")
    return f"{before}{BEGIN}\n{build_role_table(catalog)}{END}{after}"


def _cells(role: Role) -> Iterable[str]:
    name = role.direct_property.replace(FG, "fg:").replace(SCHEMA, "schema:")
    within = ", ".join(f"`{above}`" for above in role.broader)
    return (
        f"`{role.id}`", role.department, ", ".join(role.kinds), f"`{name}`", role.reported_as, within,
        role.marc or "", role.wikidata or "",
    )  # fmt: skip


def _row(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|\n"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(replace_role_table(page.read_text(encoding="utf-8"), load_roles()), encoding="utf-8")
