"""Names of a generation and of the base below it, looked up as one index."""

from __future__ import annotations

from pathlib import Path

from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.store.names import NameIndex, rank_matches


class LayeredNames:
    """The index of a generation over that of its base, if it has one. Safe to call from several threads.

    What both know is called and weighed as the generation has it.
    """

    def __init__(self, layer: Path, base: Path | None) -> None:
        self._layer = NameIndex(layer)
        try:
            self._base = NameIndex(base) if base else None
        except BaseException:
            self._layer.close()
            raise

    def find(self, text: str, kinds: tuple[EntityKind, ...] = (), limit: int = 10) -> tuple[NameMatch, ...]:
        """The entities whose name fits `text`: by how it fits, then weight, then label; at most `limit`."""
        found = self._layer.find(text, kinds, limit)
        if self._base is None:
            return found
        best: dict[str, NameMatch] = {}
        for match in rank_matches([*found, *self._base.find(text, kinds, limit)]):
            if match.iri not in best:
                known = self._layer.find_entity(match.iri) or match
                best[match.iri] = known.with_fit(match.how)
        return tuple(rank_matches(best.values())[:limit])

    def find_document(self, start: str) -> tuple[str, str] | None:
        """Hash and media type of the document whose hash begins with the 16 digits `start`."""
        return self._layer.find_document(start)

    def close(self) -> None:
        """Close the files."""
        self._layer.close()
        if self._base:
            self._base.close()
