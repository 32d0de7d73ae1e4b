"""Any text whatever: no exception, every quote its slice, and no more time than its length deserves."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from work import count_calls

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.page import build_page
from filmgraph.extraction.prose_facts import find_prose_facts
from filmgraph.extraction.settle import FoundCredit
from filmgraph.model.document import Document
from filmgraph.model.facts import OtherFilmFact, SourceWorkFact

BITS = (
    *(
        "Ali",
        "Jean-Pierre and Luc Dardenne",
        "the Dardenne brothers",
        "Matthias Schoenaerts",
        "d'Agnès Godard",
    ),
    *(
        "“A Prophet,”",
        "'Life of Pi'",
        "« Le Fils »",
        "The Lobster",
        "Blood Simple (1984)",
        "(",
        ")",
        ", ",
        ". ",
    ),
    *(
        ": ",
        "\n",
        "\n\n",
        " as ",
        " plays ",
        " is ",
        "’s ",
        "' ",
        " based on the novel by ",
        " from ",
        " whose ",
    ),
    *(" d'après le roman de ", " directed by ", " helmer ", " written and directed by ", " shingle", " and "),
    *(" who produced through their ", " the director ", " director of ", " score", " follow-up to ", "Mr. "),
    *(
        "FranÃ§ois",
        "Jr.",
        " the ",
        "İ",
        "ß",
        "\ue000",
        "*",
        "_",
        "»",
        "  ",
        "\t",
        "2012",
        "co- lection",
    ),
    "Les Films du Fleuve",
)
TEXTS = st.lists(st.sampled_from(BITS) | st.text(max_size=6), max_size=60).map("".join)


def facts_of(text: str) -> list[object]:
    page = build_page(Document(text, "0" * 64, "page.txt", "text/plain"), load_roles())
    return list(find_prose_facts(page, load_roles()))


@given(TEXTS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_every_quote_is_its_slice(text: str) -> None:
    for fact in facts_of("Blue Harbor\n\n" + text):
        whole = "Blue Harbor\n\n" + text
        if isinstance(fact, FoundCredit):
            assert 0 <= fact.quote.start <= fact.name.start < fact.name.end <= fact.quote.end <= len(whole)
        elif isinstance(fact, SourceWorkFact | OtherFilmFact):
            assert fact.evidence.span.of(whole) == fact.evidence.quote != ""


@pytest.mark.parametrize(
    "unit",
    [
        "a, b, ",
        "ABC Def Ghi ",
        "Ali (Bob Cat) ",
        '"A Film" "Be ',
        "((((( ",
        "John Smith as the old as the new as ",
        "The Man of the Law of the Sea of the ",
        "John's Mary's Bob's ",
        "from the novel from the play after the book by ",
        "John Smith, Jane Roe and ",
    ],
)
def test_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def work(length: int) -> int:
        text = "Blue Harbor\n\n" + (unit * (length // len(unit) + 1))[:length]
        return count_calls(lambda: facts_of(text))

    work(2_000)
    assert work(60_000) < 20 * work(6_000)
