"""On what sources disagree about a film, in sentences that name each voice with its file and line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from filmgraph.model.entities import Attestation, Dataset, Film
from filmgraph.model.facts import Evidence, FilmFacts
from filmgraph.resolution.film_decisions import DUMP_RULE
from filmgraph.resolution.iris import attestation_iri, document_iri

_FIELDS = {"year": "year", "runtime_min": "running time", "original_title": "original title"}
# A text whose lines are those of the file that it was read from.
_LINES = ("text/",)


class Disputes:
    """What documents disagree on in `dataset`, which was resolved from `facts`.

    `read_text` gives the stored text of a document by its hash; it is asked for what is told alone.
    """

    def __init__(
        self, dataset: Dataset, facts: Sequence[FilmFacts], base: str, read_text: Callable[[str], str]
    ) -> None:
        self.dataset, self.facts, self.base, self.read_text = dataset, facts, base, read_text
        self.documents = {d.iri: d for d in dataset.documents}
        self._texts: dict[str, str] = {}

    @cached_property
    def films(self) -> tuple[Film, ...]:
        """The films of which documents state different data or name different directors, by IRI."""
        named = self._directors
        return tuple(film for film in self.dataset.films if film.disputed or film.iri in named)

    def tell(self, most: int, spoken: Iterable[str]) -> list[str]:
        """A sentence for each of the films of which a document `spoken` (hashes) speaks, at most so many."""
        documents = {document_iri(self.base, sha256) for sha256 in spoken}
        told: list[str] = []
        for film in self.films:
            if len(told) == most:
                break
            if documents.isdisjoint(said.document for _, said in film.attestations):
                continue
            parts = [text for field in _FIELDS if film.disputed and (text := self._tell_field(film, field))]
            if named := self._directors.get(film.iri):
                parts.append(f"the director is {self._join(named)}")
            if parts:
                told.append(f"{film.title}: {'; '.join(parts)}")
        return told

    @cached_property
    def _directors(self) -> Mapping[str, Mapping[str, list[Attestation]]]:
        """By film, where each director is named; of films of which two documents have no director in common.

        Documents that share one agree: a list may name more of them than another.
        """
        agents = {agent.iri: agent for agent in self.dataset.agents}
        sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        named: dict[str, dict[str, list[Attestation]]] = defaultdict(lambda: defaultdict(list))
        for credit in self.dataset.credits:
            if credit.role == "director":
                agent = agents[credit.agent]
                for said in credit.attestations:
                    sides[credit.film][said.document].update((agent.iri, *agent.members))
                    named[credit.film][agent.preferred_name].append(said)
        return {film: named[film] for film, of in sides.items() if _have_foes(list(of.values()))}

    def _tell_field(self, film: Film, field: str) -> str:
        """The values that a film's documents give for a field, "" where they agree."""
        voices: dict[str, list[Attestation]] = defaultdict(list)
        for name, said in film.attestations:
            if name == field and (value := self._values.get((said.iri, field))):
                voices[value].append(said)
        if field == "runtime_min" and _are_rounded(list(voices)):
            return ""
        unit = " minutes" if field == "runtime_min" else ""
        return f"the {_FIELDS[field]} is {self._join(voices, unit)}" if len(voices) > 1 else ""

    def _join(self, voices: Mapping[str, Sequence[Attestation]], unit: str = "") -> str:
        places = {value: dict.fromkeys(map(self._place, said)) for value, said in voices.items()}
        values = sorted(places, key=lambda v: (int(v) if v.isdecimal() else 0, v))
        return " or ".join(f"{value}{unit} ({', '.join(places[value])})" for value in values)

    def _place(self, said: Attestation) -> str:
        """Where something is stated: the file, and the line in it where that can be told."""
        document = self.documents.get(said.document)
        if document is None:
            return "a decision"
        _, is_row, row = said.iri.partition("#row=")
        if said.rule == DUMP_RULE:
            folder = document.origin.rpartition("/")[0] or document.origin
            return f"{document.origin}, line {row}" if row not in ("", "0") else folder
        evidence = self._evidence.get(said.iri)
        if evidence and document.media_type.startswith(_LINES):
            if document.sha256 not in self._texts:
                self._texts[document.sha256] = self.read_text(document.sha256)
            line = self._texts[document.sha256].count("\n", 0, evidence.span.start) + 1
            return f"{document.origin}, line {line}"
        return f"{document.origin}, record {row}" if is_row else document.origin

    @cached_property
    def _values(self) -> Mapping[tuple[str, str], str]:
        """What is stated at each attestation of the films, by its IRI and the field."""
        return {
            (attestation_iri(document, stated.evidence), stated.field): stated.value
            for document, description in self._descriptions()
            for stated in description.stated
            if stated.field in _FIELDS
        }

    @cached_property
    def _evidence(self) -> Mapping[str, Evidence]:
        """Where each attestation of the films stands in its document's text."""
        found: dict[str, Evidence] = {}
        for document, description in self._descriptions():
            said = [s.evidence for s in description.stated] + [c.evidence for c in description.credits]
            found |= {attestation_iri(document, evidence): evidence for evidence in said}
        return found

    def _descriptions(self) -> Iterator[tuple[str, FilmFacts]]:
        """The descriptions in documents that state anything of the films, with the documents' IRIs."""
        speaking = {said.document for film in self.films for _, said in film.attestations}
        for description in self.facts:
            document = document_iri(self.base, description.document)
            if document in speaking:
                yield document, description


def _are_rounded(minutes: Sequence[str]) -> bool:
    """Whether running times differ by no more than a minute."""
    found = [int(value) for value in minutes if value.isdecimal()]
    return len(found) == len(minutes) and max(found, default=0) - min(found, default=0) <= 1


def _have_foes(sides: Sequence[set[str]]) -> bool:
    """Whether two of the sides have nobody in common."""
    return any(one.isdisjoint(other) for n, one in enumerate(sides) for other in sides[:n])
