"""Source works as credits print them: a table of lines with what they say, and lines that say nothing."""

from __future__ import annotations

import hashlib

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document

READ = [
    ("Based onThe Long Shore\nby Ann Moss\nProduced byBo Ray", "The Long Shore", "Ann Moss", None),
    ("Adapted from Shore, a 2010 novella by Ann Moss.", "Shore", "Ann Moss", "novel"),
    ("Based on: *Eternally Alive* (1943 play) by Viktor Rozov", "Eternally Alive", "Viktor Rozov", "play"),
    ("* **Based on:** *Solaris* (novel) by Stanisław Lem", "Solaris", "Stanisław Lem", "novel"),
    (
        "Based on the novel Detour by Martin M. Goldsmith (New York, 1939).",
        "Detour",
        "Martin M. Goldsmith",
        "novel",
    ),
    (
        "sc—Edward Bond. Based on\nthe novel by James Vance Marshall. ph—N. Roeg",
        None,
        "James Vance Marshall",
        "novel",
    ),
    (
        "D'après le roman Des cliques et des cloaques, de Jim Thompson.",
        "Des cliques et des cloaques",
        "Jim Thompson",
        "novel",
    ),
    ("d'après le roman de Jean Redon", None, "Jean Redon", "novel"),
    (
        '(ispirata al libro "Under the UN Flag" di Hasan Nuhanović)',
        "Under the UN Flag",
        "Hasan Nuhanović",
        "book",
    ),
    (
        "Pierwowzór Jerzy Andrzejewski (powieść Popiół i diament)",
        "Popiół i diament",
        "Jerzy Andrzejewski",
        "novel",
    ),
    (
        "Förlaga\nMitt liv som hund (roman) Författare Reidar Jönsson",
        "Mitt liv som hund",
        "Reidar Jönsson",
        "novel",
    ),
    (
        "Screenplay by CLIFF GREEN\nfrom the novel by JOAN LINDSAY  Edited by PETER WEIR",
        None,
        "JOAN LINDSAY",
        "novel",
    ),
    ("Novel: Daphne du Maurier", None, "Daphne du Maurier", "novel"),
    ("Novel: Rebecca by Daphne du Maurier", "Rebecca", "Daphne du Maurier", "novel"),
    ("Vorlage: Heinrich Mann („Professor Unrat“, 1905)", "Professor Unrat", "Heinrich Mann", None),
    ("Literarische Vorlage: Max Frisch", None, "Max Frisch", None),
    ("Roman: Boris Vian, L'Écume des jours", "L'Écume des jours", "Boris Vian", "novel"),
    ("nach dem Roman Der Untertan von Heinrich Mann", "Der Untertan", "Heinrich Mann", "novel"),
    (
        "Soggetto: dal romanzo Il Gattopardo di Giuseppe Tomasi di Lampedusa",
        "Il Gattopardo",
        "Giuseppe Tomasi di Lampedusa",
        "novel",
    ),
    (
        "Basada en la novela Los santos inocentes de Miguel Delibes",
        "Los santos inocentes",
        "Miguel Delibes",
        "novel",
    ),
    ("Baseado no romance Vidas Secas, de Graciliano Ramos", "Vidas Secas", "Graciliano Ramos", "novel"),
    ("naar de roman Turks fruit van Jan Wolkers", "Turks fruit", "Jan Wolkers", "novel"),
    ("Efter romanen Körkarlen av Selma Lagerlöf", "Körkarlen", "Selma Lagerlöf", "novel"),
    ("Story: adapted from William Shakespeare's OTHELLO", "OTHELLO", "William Shakespeare", None),
    ("Bohumil Hrabal (co-screenwriter and author of the original novel)", None, "Bohumil Hrabal", "novel"),
    ("Short story: Stephen King", None, "Stephen King", "short stories"),
]

NOT_READ = [
    "Based on: a true story",
    "Based on: John Smith",
    "Genre: Romance by Night",
    "From the producers of Amelie",
    "Source: National Film Archive",
    "Book: Tickets by phone",
    "Play: 2 hours",
    "Novel approach to things",
    "Roman Polanski (director)",
    "From the film by Akira Kurosawa",
    "Nach dem Film: Gespräch mit Andres Veiel",
    "After the screening of the film by Jane Doe there will be drinks",
    "Buch: Wolfgang Kohlhaase",
    "Du succès des films de la Hammer",
]


def _sources(line: str) -> list[tuple[str | None, str | None, str | None]]:
    text = f"Blue Harbor\n\nDirector: Anna Holm\nEditor: Piet Vos\n\n{line}\n"
    document = Document(text, hashlib.sha256(text.encode()).hexdigest(), "page.txt", "text/plain")
    facts = extract_facts(document)[0]
    for work in facts.source_works:
        assert work.evidence.span.of(text) == work.evidence.quote
    return [(w.title, w.author, w.kind) for w in facts.source_works]


@pytest.mark.parametrize(("line", "title", "author", "kind"), READ)
def test_credit_lines_give_source_works(line: str, title: str | None, author: str, kind: str | None) -> None:
    assert _sources(line) == [(title, author, kind)]


@pytest.mark.parametrize("line", NOT_READ)
def test_other_lines_give_none(line: str) -> None:
    assert _sources(line) == []
