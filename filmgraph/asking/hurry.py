"""A graph that is asked for a few seconds in all: for what is good to have but not worth waiting for."""

from __future__ import annotations

import time

from filmgraph.errors import QueryTimeoutError
from filmgraph.model.knowledge import EntityKind, Knowledge, NameMatch
from filmgraph.model.table import Table


class HurriedKnowledge:
    """`knowledge`, asked for `seconds` from now on. Implements Knowledge.

    A query may take half of the time that is left, so that one that is too slow leaves some to
    those after it; then, and when all time is over, QueryTimeoutError is raised.
    """

    def __init__(self, knowledge: Knowledge, seconds: float) -> None:
        self._knowledge = knowledge
        self._end = time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """Whether so little time is left that no query is begun any more."""
        return self._end - time.monotonic() < _LEAST

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        """The table of a SELECT query."""
        return self._knowledge.select(sparql, timeout=self._share(timeout))

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        """Entities whose name fits `text`."""
        self._share(None)
        return self._knowledge.find_names(text, kinds, limit=limit)

    def read_quote(self, attestation: str) -> str | None:
        """The words at an attestation's IRI."""
        return self._knowledge.read_quote(attestation)

    def _share(self, timeout: float | None) -> float:
        if self.is_over:
            raise QueryTimeoutError("There was no time left to ask for it.")
        share = (self._end - time.monotonic()) / 2
        return share if timeout is None else min(timeout, share)


# Seconds in which a query is sent and answered at all.
_LEAST = 0.02
