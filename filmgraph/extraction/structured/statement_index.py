"""The statements of an RDF file by subject, each with its row; schema.org under one of its two addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from filmgraph.catalogs.namespaces import DCTERMS, FOAF, RDF, RDFS, SCHEMA, SKOS
from filmgraph.model.document import Row

TYPE = RDF + "type"
_NAMES = (SCHEMA + "name", FOAF + "name", RDFS + "label", SKOS + "prefLabel", DCTERMS + "title")
_OLD_SCHEMA = ("http://schema.org/", "http://www.schema.org/", "https://www.schema.org/")
_LANGUAGES = ("", "en")  # of several names the one without language, then the English one


class Said(NamedTuple):
    """The object of a statement: its words or IRI, whether it is a node, its language, and its row."""

    value: str
    is_node: bool
    language: str
    row: Row


class StatementIndex:
    """Looks up what an RDF file says of a subject, in the order of the file."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._said: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows:
            subject, predicate, value, kind = (cell for _, cell in row.cells)
            predicate = _current(predicate)
            is_node = kind == "iri"
            language = kind.partition("@")[2]
            value = _current(value) if is_node else value
            self._said[subject][predicate].append(Said(value, is_node, language, row))
            if is_node:
                self._subjects[predicate, value].append(subject)

    def said(self, subject: str, predicate: str) -> list[Said]:
        """What is said of a subject by a predicate."""
        found = self._said.get(subject)
        return found.get(predicate, []) if found else []

    def one(self, subject: str, predicate: str) -> str:
        """The first thing said of a subject by a predicate, "" where there is none."""
        return next((said.value for said in self.said(subject, predicate)), "")

    def properties(self, subject: str) -> Iterator[tuple[str, list[Said]]]:
        """All that is said of a subject, by predicate."""
        yield from self._said.get(subject, {}).items()

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The subjects of which a predicate says the node `value`, each once."""
        return list(dict.fromkeys(self._subjects.get((predicate, value), ())))

    def types(self, subject: str) -> set[str]:
        """The last parts of a subject's types ("Movie")."""
        return {said.value.replace("#", "/").rpartition("/")[2] for said in self.said(subject, TYPE)}

    def names(self, subject: str) -> list[Said]:
        """The names of a node, the one without language or in English first."""
        for predicate in _NAMES:
            found = [said for said in self.said(subject, predicate) if not said.is_node]
            if found:
                return sorted(found, key=lambda s: s.language.partition("-")[0] not in _LANGUAGES)
        return []

    def name(self, said: Said) -> str:
        """The words of a literal, or the first name of a node."""
        if not said.is_node:
            return said.value.strip()
        return next((name.value.strip() for name in self.names(said.value)), "")


def _current(iri: str) -> str:
    """An IRI of schema.org under the address that it has now; any other as it is."""
    for old in _OLD_SCHEMA:
        if iri.startswith(old):
            return SCHEMA + iri[len(old) :]
    return iri
