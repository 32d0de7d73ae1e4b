"""How many credits a second are resolved and written as quads, and is it linear?

    python benchmarks/bench_resolve.py

Makes credit lists of 25,000 and 200,000 credits whose names recur as they do in
life (few people with many films, many with one), resolves them and builds their
quads on one core, and prints credits and quads a second, the ratio of times and
the memory that was taken at most.
"""

from __future__ import annotations

import resource
import time
from random import Random

from filmgraph.model.document import Document, Span
from filmgraph.model.facts import CreditFact, Evidence, FilmFacts, Stated
from filmgraph.pipeline import collector_paused
from filmgraph.rdf import build_quads
from filmgraph.resolution import resolve

PER_FILM = 20


_SYLLABLES = "ba co du fe gi ha jo ka lu me ni or pa qui ro sa te ul va wi xa yo ze".split()


def name_of(number: int) -> str:
    """A name that a number stands for: one of 500 given names, and a surname of its own."""
    surname = ""
    rest = number
    while rest or not surname:
        rest, place = divmod(rest, len(_SYLLABLES))
        surname += _SYLLABLES[place]
    given = _SYLLABLES[number % 23] + _SYLLABLES[number * 7 % 22]
    return f"{given} {surname}n".title()


def facts_of(films: int) -> tuple[Document, list[FilmFacts]]:
    """A credit list of `films` films with 20 credits each."""
    random = Random(7)
    people = films * PER_FILM
    document = Document("", f"{films:064d}", "credits.csv", "text/csv")
    found = []
    row = 1
    for film in range(films):
        said: list[Evidence] = []
        for _ in range(PER_FILM):
            row += 1
            said.append(Evidence(Span(row, row + 1), "", "credit-list/row", "row", 1.0, row))
        credits = []
        for place, evidence in enumerate(said):
            # A power law: the square of a uniform number favours the first names.
            number = int(people * random.random() ** 2)
            name = name_of(number)
            role = "director" if place == 0 else "actor"
            credits.append(CreditFact(role, name, "person", name, evidence, billing_order=place))
        stated = (
            Stated("title", f"Film {film}", said[0]),
            Stated("year", str(1930 + film % 90), said[0]),
        )
        found.append(FilmFacts(document.sha256, str(film), stated, tuple(credits), is_review=False))
    return document, found


def main() -> None:
    """Print the figures."""
    times = []
    for films in (1_250, 10_000):
        document, facts = facts_of(films)
        with collector_paused():  # as publishing does
            start = time.process_time()
            dataset = resolve([document], facts, [])
            resolved = time.process_time() - start
            start = time.process_time()
            quads = build_quads(dataset)
            built = time.process_time() - start
        times.append(resolved)
        print(
            f"{films * PER_FILM:6d} credits, {len(dataset.agents)} agents: "
            f"{films * PER_FILM / resolved:,.0f} credits/s resolved, {len(quads) / built:,.0f} quads/s built"
        )
    print(f"time for 8 times as many credits: {times[1] / times[0]:.1f} times")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
