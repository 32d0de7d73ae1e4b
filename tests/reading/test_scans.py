"""Words that a scan misread are read as the same text spells them elsewhere; the stored text stays."""

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document
from filmgraph.reading.scans import mend_scan


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("by BRUCE R0BINSON. Robinson's first film", "by BRUCE ROBINSON. Robinson's first film"),
        ("Marlowe ... E11iott Gould; Elliott Gould", "Marlowe ... Elliott Gould; Elliott Gould"),
        ("Gena RowIands and Gena Rowlands", "Gena Rowlands and Gena Rowlands"),
        ("Irene and 1rene, an Isle and IsIe", "Irene and Irene, an Isle and Isle"),
    ],
)
def test_words_that_the_text_knows_are_mended(text: str, mended: str) -> None:
    found, note = mend_scan(text)
    assert found is not None and found.text == mended and "scan" in note


@pytest.mark.parametrize(
    "text",
    [
        "Se7en, CiBy 2000, H1N1, B0B and 007",
        "BRUCE R0BINSON, whom nobody names again",
        "McIntyre, DiIorio, LaInes and the iPhone",
        "Mia1la, Mialla and Miaila",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert mend_scan(text) == (None, "")


def test_quotes_are_the_stored_words(tmp_path: Path) -> None:
    path = tmp_path / "film.txt"
    path.write_text("Stray Dogs\n\nDirector: Eva R0senthal\n\nRosenthal made it at home.\n", encoding="utf-8")
    document = read_document(path)
    (facts,) = extract_facts(document)
    (credit,) = facts.credits
    assert (credit.agent, credit.credited_as) == ("Eva Rosenthal", "Eva R0senthal")
    assert credit.evidence.quote == "Director: Eva R0senthal" in document.text
    assert any("scan" in note for note in document.notes)
