"""A dump read the slow way, row by row into entities: what the conversion is compared with."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from filmgraph.catalogs.namespaces import ID
from filmgraph.dumps.conventions import load_conventions, read_job
from filmgraph.model.document import Span
from filmgraph.model.entities import (
    Adaptation,
    Agent,
    Attestation,
    Credit,
    Dataset,
    Film,
    SourceDocument,
    SourceWork,
)
from filmgraph.model.facts import CreditFact, Evidence, FilmFacts, Stated
from filmgraph.model.names import fold, slug
from filmgraph.resolution.iris import adaptation_iri, credit_iri, document_iri

Row = dict[str, str]
PLAYING = ("actor", "voice-actor", "narrator")


def read_table(path: Path) -> tuple[SourceDocument, list[tuple[int, Row]]]:
    """A file as its document and its numbered rows; `\\N` is ""."""
    text = path.read_bytes().decode()
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = SourceDocument(
        document_iri(ID, sha), sha, str(path), "text/tab-separated-values", "", "", is_review=False
    )
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    clean = [{k: "" if v == "\\N" else v for k, v in row.items()} for row in rows]
    return document, list(enumerate(clean, 2))


def read_dump(folder: Path) -> Dataset:
    """All that a dump in order states, in entities."""
    tables = {p.name.removesuffix(".tsv"): read_table(p) for p in folder.glob("*.tsv")}
    said: dict[str, list[tuple[str, int]]] = defaultdict(list)
    titles: dict[str, list[str]] = defaultdict(list)
    document, rows = tables["title.basics"]

    def at(document: SourceDocument, row: int) -> Attestation:
        return Attestation(f"{document.iri}#row={row}", document.iri, "", "", "", "", 1.0)

    basics = {r["tconst"]: r for _, r in rows if r["titleType"] in load_conventions().films}
    places = {r["tconst"]: [("title", at(document, n))] for n, r in rows}
    for tt, row in basics.items():
        titles[tt] = list(dict.fromkeys([row["primaryTitle"], row["originalTitle"]]))
    document, rows = tables["title.akas"]
    for n, row in sorted(rows, key=lambda r: r[0]):
        if row["titleId"] in basics and fold(row["title"]) not in map(fold, titles[row["titleId"]]):
            titles[row["titleId"]].append(row["title"])
            places[row["titleId"]].append(("alternative_title", at(document, n)))
    films = [
        Film(
            iri=f"{ID}film/imdb-{tt}",
            title=row["primaryTitle"],
            titles=tuple(titles[tt]),
            original_title=row["originalTitle"] if row["originalTitle"] != row["primaryTitle"] else None,
            year=int(row["startYear"]) if row["startYear"] else None,
            runtime_min=int(row["runtimeMinutes"]) if row["runtimeMinutes"] else None,
            ids=(("imdb", tt),),
            attestations=tuple(places[tt]),
        )
        for tt, row in basics.items()
    ]
    names = {row["nconst"]: row["primaryName"] for _, row in tables["name.basics"][1]}
    found: dict[tuple[str, str, str], list[tuple[Attestation, tuple[str, ...]]]] = defaultdict(list)
    works: dict[str, list[SourceWork]] = defaultdict(list)
    ties: list[Adaptation] = []
    told: set[tuple[str, str, str]] = set()
    document, rows = tables["title.principals"]
    for n, row in rows:
        tt, nm = row["tconst"], row["nconst"]
        told.add((tt, nm, row["category"]))
        if tt not in basics:
            continue
        meaning = read_job(row["category"], row["job"] or None)
        for role in meaning.roles:
            played = json.loads(row["characters"]) if row["characters"] and role in PLAYING else []
            found[tt, nm, role].append((at(document, n), tuple(played)))
        if work := meaning.work:
            name = f"{slug(work.title)}-{slug(names[nm])}" if work.title else f"{slug(names[nm])}-imdb-{tt}"
            iri, film = f"{ID}work/{name}", f"{ID}film/imdb-{tt}"
            works[iri].append(SourceWork(iri, work.title, (f"{ID}agent/imdb-{nm}",), work.kind))
            tie = adaptation_iri(ID, film, iri, work.grade)
            ties.append(Adaptation(tie, film, iri, work.grade, (at(document, n),)))
            said[nm].append((tt, n))
    document, rows = tables["title.crew"]
    for n, row in rows:
        for column, category, role in (
            ("directors", "director", "director"),
            ("writers", "writer", "screenwriter"),
        ):
            for nm in filter(None, row[column].split(",")):
                if row["tconst"] in basics and (row["tconst"], nm, category) not in told:
                    found[row["tconst"], nm, role].append((at(document, n), ()))
    credits = []
    for (tt, nm, role), places_of in found.items():
        film, agent = f"{ID}film/imdb-{tt}", f"{ID}agent/imdb-{nm}"
        characters = tuple(sorted({c for _, played in places_of for c in played}))
        credits.append(
            Credit(
                credit_iri(ID, film, agent, role),
                film,
                agent,
                role,
                (),
                tuple(a for a, _ in places_of),
                characters,
            )
        )
    held = {nm for _, nm, _ in found} | said.keys()
    return Dataset(
        documents=tuple(document for document, _ in tables.values()),
        films=tuple(films),
        agents=tuple(
            Agent(f"{ID}agent/imdb-{nm}", "person", names[nm], ids=(("imdb", nm),)) for nm in sorted(held)
        ),
        works=tuple(held_work(said) for said in works.values()),
        credits=tuple(credits),
        adaptations=tuple(ties),
    )


def held_work(said: list[SourceWork]) -> SourceWork:
    """Of a work that is called several things what most of its rows call it, then the first by name."""
    kinds = [work.kind or "" for work in said]
    return min(said, key=lambda work: (-kinds.count(work.kind or ""), work.kind or ""))


def read_facts(folder: Path, document: str) -> list[FilmFacts]:
    """The films and credits of a dump as the facts of one document, for the resolver."""
    dataset = read_dump(folder)
    names = {agent.iri: agent for agent in dataset.agents}
    found = []
    for number, film in enumerate(dataset.films):
        evidence = Evidence(Span(number, number), "", "rows/long", "credits", row=number + 2)
        stated = [("title", film.title)]
        stated += [("original_title", film.original_title)] if film.original_title else []
        stated += [
            ("alternative_title", t) for t in film.titles if t not in (film.title, film.original_title)
        ]
        stated += [("year", str(film.year)), ("runtime_min", str(film.runtime_min))]
        credits = [
            CreditFact(
                role=credit.role, agent=names[credit.agent].preferred_name, kind="person", credited_as="",
                evidence=evidence, character=character, ids=names[credit.agent].ids,
            )
            for credit in dataset.credits
            if credit.film == film.iri
            for character in credit.characters or (None,)
        ]  # fmt: skip
        found.append(
            FilmFacts(
                document, film.iri, tuple(Stated(f, v, evidence) for f, v in stated), tuple(credits),
                is_review=False, ids=film.ids,
            )
        )  # fmt: skip
    return found
