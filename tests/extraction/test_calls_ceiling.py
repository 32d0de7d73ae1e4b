"""A ceiling on what reading a review may cost, in calls: the same on a busy machine as on a quiet one.

The ceiling has a little room over the 26,750 calls that a review of 5 kB comes to. A rule that breaks it most
likely looks for something in every paragraph, line or name, and not only where its words stand.
`python benchmarks/bench_extract.py` prints the time.
"""

from __future__ import annotations

import re

from extracted import make_document
from work import count_calls

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document
from filmgraph.sample import sample_paths

CEILING = 27_100
SIZE = 5_000
# Paragraphs that hold credits: a review has those of one film.
CREDITS = re.compile(r"\n|[Dd]irected by|Produced by|[Rr]elease of|; editor|^\w[\w ]{2,30}\s?:|^[A-Z ]+:")


def reviews() -> list[Document]:
    """The reviews of the sample, each made up to 5 kB with the prose of the others."""
    texts = [p.read_text(encoding="utf-8") for p in sample_paths() if p.suffix == ".txt"]
    prose = [p for text in texts for p in text.split("\n\n") if len(p) > 300 and not CREDITS.search(p)]
    documents = []
    for turn, text in enumerate(texts):
        head, _, tail = text.partition("\n\n")
        while len(head) + len(tail) < SIZE:
            head, turn = f"{head}\n\n{prose[turn % len(prose)]}", turn + 7
        documents.append(make_document(f"{head}\n\n{tail}"))
    return documents


def test_a_review_of_five_kilobytes_costs_few_calls() -> None:
    documents = reviews()
    for document in documents:
        extract_facts(document)  # what is kept of words from one document to the next
    calls = count_calls(lambda: [extract_facts(document) for document in documents]) / len(documents)
    assert calls < CEILING, f"{calls:,.0f} calls for each review"
