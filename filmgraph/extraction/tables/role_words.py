"""What the words of a role column mean: a role, several, or something that the row states of the film."""

from __future__ import annotations

import re

from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.tables.cells import LONGEST_WORDS
from filmgraph.extraction.tables.columns import find_roles
from filmgraph.model.names import fold
from filmgraph.model.tables import TableMap

_SEPARATOR = re.compile(r"\s*[;/|,+]\s*|\s+(?:&|and|et|und|y|e)\s+|(?<=\w)-(?=\w)")
_PLURAL = re.compile(r"(?<=[a-z])s\b")


class RoleWords:
    """Looks up words of roles, each once; a mapping's words come first."""

    def __init__(self, roles: RoleCatalog, table_map: TableMap | None = None) -> None:
        self.roles = roles
        self.mapped = table_map.words if table_map else {}
        self._known: dict[str, list[tuple[Role, ...]]] = {}

    def meaning(self, words: str) -> str:
        """What a mapping takes words for that are no role: a field of the film or "ignore"; else ""."""
        mapped = self.mapped.get(fold(words), "") if self.mapped and len(words) <= LONGEST_WORDS else ""
        return "" if mapped in self.roles.roles else mapped

    def find(self, words: str) -> list[tuple[Role, ...]]:
        """The role that words name, or the roles where they name several and all are known."""
        if len(words) > LONGEST_WORDS:
            return []
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = self._look_up(words)
        return found

    def _look_up(self, words: str) -> list[tuple[Role, ...]]:
        mapped = self.mapped.get(fold(words), "") if self.mapped else ""
        if mapped:
            return [(self.roles.roles[mapped],)] if mapped in self.roles.roles else []
        for form in (words, _PLURAL.sub("", words)):
            whole = find_roles(form, self.roles)
            if whole:
                return [whole]
        parts = [find_roles(part, self.roles) for part in _SEPARATOR.split(words) if part.strip()]
        return parts if len(parts) > 1 and all(parts) else []
