"""Who reviewed the film, where and when."""

from __future__ import annotations

import pytest
from extracted import facts_of

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Block, Document, Span

PROSE = (
    "A carpenter takes on an apprentice and measures him by eye, as he measures everything; the film keeps"
    " close to the back of his neck and says no word too many about it."
)


@pytest.mark.parametrize(
    ("line", "critic", "date"),
    [
        ("Par Solène Karadec", "Solène Karadec", None),
        ("Von Henrike Altmann", "Henrike Altmann", None),
        ("de Ana Ruiz", "Ana Ruiz", None),
        ("di Paola Righetti", "Paola Righetti", None),
        ("Reviewed by Tobias Crane, 21 October 2016", "Tobias Crane", "2016-10-21"),
    ],
)
def test_bylines_under_the_headline(line: str, critic: str, date: str | None) -> None:
    facts = facts_of(f"The Son\n\n{line}\n\n{PROSE}\n\nDirector: Ann Lee\nEditor: Bob Ray\n")
    assert (facts.first("critic"), facts.first("review_date")) == (critic, date)
    assert {c.agent for c in facts.credits} == {"Ann Lee", "Bob Ray"}


@pytest.mark.parametrize("line", ["Paola Righetti", "—Jeffrey Overmann", "– Paola Righetti"])
def test_a_signature_under_the_prose(line: str) -> None:
    facts = facts_of(f"The Son\n\nDirector: Ann Lee\n\n{PROSE}\n\n{line}\n")
    assert facts.first("critic") == line.strip("—– ")
    assert {c.agent for c in facts.credits} == {"Ann Lee"}


@pytest.mark.parametrize(
    "text",
    [
        f"The Son\n\n{PROSE}\n\nDirected by Ann Lee\nWritten by Bob Ray\n",
        f"The Son\n\n{PROSE}\n\nProduced by Bob Ray\nDirector: Ann Lee\n",
        f"The Son\n\nby Ann Lee\n\n{PROSE}\n\nDirector: Ann Lee\n",
        "The Son\n\nDirector: Ann Lee\n\nCast:\n\nBob Ray\n\nJim Coe\n",
    ],
)
def test_names_of_credits_are_no_critics(text: str) -> None:
    assert facts_of(text).first("critic") is None


def test_the_day_of_a_screening_stands_back_behind_the_date_of_the_byline() -> None:
    text = "The Son\n\nBy Iris Valcourt\n\nMay 18, 2012\n\nDirector: Ann Lee\n"
    at_festival = "Reviewed at Cannes Film Festival (competing), May 17, 2012.\n"
    assert facts_of(text + at_festival).first("review_date") == "2012-05-18"
    assert facts_of(text.replace("May 18, 2012", "") + at_festival).first("review_date") == "2012-05-17"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Son – Quayside Film Weeks", "Quayside Film Weeks"),
        ("The Son | Kino am Wall", "Kino am Wall"),
        ("The Son: review – The Balcony Seat", "The Balcony Seat"),
        ("The Son - review", None),
        ("The Son", None),
        ("Another Film | Kino am Wall", None),
    ],
)
def test_the_outlet_stands_behind_the_title_of_a_web_page(title: str, outlet: str | None) -> None:
    text = f"The Son\n\nDirector: Ann Lee\n\n{outlet or 'Nobody'} is a voluntary association.\n"
    blocks = (
        Block("heading", Span(0, 7), 1),
        Block("paragraph", Span(9, 26)),
        Block("paragraph", Span(28, len(text) - 1)),
    )
    document = Document(text, "0" * 64, "page.html", "text/html", title=title, blocks=blocks)
    (facts,) = extract_facts(document)
    assert facts.first("outlet") == outlet


def test_an_outlet_that_the_text_does_not_name_is_not_stated() -> None:
    text = "The Son\n\nDirector: Ann Lee\n"
    blocks = (Block("heading", Span(0, 7), 1), Block("paragraph", Span(9, 26)))
    title = "The Son | Kino am Wall"
    (facts,) = extract_facts(Document(text, "0" * 64, "page.html", "text/html", title=title, blocks=blocks))
    assert facts.first("outlet") is None
