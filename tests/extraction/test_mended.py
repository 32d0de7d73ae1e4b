"""A text that was broken before it was saved is read as it was meant; the quotes are the stored words."""

from pathlib import Path

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

BROKEN = """CÃ©sar et Rosalie (France, 1972)

RÃ©alisation : Claude Sautet
Musique : Philippe Sarde
ScÃ©nario : Jean-Loup DabadiÃ©, Claude Sautet
Avec : Romy Schneider (Rosalie), Sami Frey (DavÃ­d)
"""


def test_names_are_mended_and_quotes_are_the_files(tmp_path: Path) -> None:
    path = tmp_path / "film.txt"
    path.write_text(BROKEN, encoding="utf-8")
    document = read_document(path)
    (facts,) = extract_facts(document)
    assert document.text == BROKEN
    assert facts.first("title") == "César et Rosalie"
    assert {(c.role, c.agent, c.credited_as) for c in facts.credits if c.role != "actor"} == {
        ("director", "Claude Sautet", "Claude Sautet"),
        ("composer", "Philippe Sarde", "Philippe Sarde"),
        ("screenwriter", "Jean-Loup Dabadié", "Jean-Loup DabadiÃ©"),
        ("screenwriter", "Claude Sautet", "Claude Sautet"),
    }
    assert {(c.agent, c.character) for c in facts.credits if c.role == "actor"} == {
        ("Romy Schneider", "Rosalie"),
        ("Sami Frey", "Davíd"),
    }
    for said in (*(c.evidence for c in facts.credits), *(s.evidence for s in facts.stated)):
        assert said.span.of(BROKEN) == said.quote
    assert all(c.credited_as in c.evidence.quote for c in facts.credits)
