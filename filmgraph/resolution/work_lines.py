"""Lines of work: roles that one person often holds, in one film or from one film to the next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from filmgraph.catalogs.roles import load_roles

# Who directs has often written or produced before; who acts has seldom.
_MAKING = frozenset({"direction", "writing", "production", "financing", "source"})


@lru_cache(maxsize=256)
def line_of_work(role: str) -> str:
    """The line of work of a role: its department, those who make a film being one.

    >>> line_of_work("director") == line_of_work("screenwriter"), line_of_work("actor")
    (True, 'cast')
    """
    if role == "author":
        return "making"
    known = load_roles().roles.get(role)
    if known is None:
        return role
    return "making" if known.department in _MAKING else known.department


def lines_of_work(roles: Iterable[str]) -> frozenset[str]:
    """The lines of work of `roles`."""
    return frozenset(line_of_work(role) for role in roles)
