"""The runs of abbreviations that Italian catalogs set: "Scen.: X. F.: Y. M.: Z. D.: 89’"."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

RUN = """TOUKI BOUKI
Senegal, 1973 Director: Djibril Diop Mambéty

Sog., Scen.: Djibril Diop Mambéty. F.: Georges Bracher. M.: Siro Asteni.{} Int.: Magaye Niang (Mory), \
Mareme Niang (Anta). Prod.: Cinegrit. DCP. D.: 89’. Col.
"""


@pytest.mark.parametrize(
    ("more", "cut", "scored"),
    [
        ("", [], []),  # musica or montaggio
        (" Mus.: Joe Ouakam.", ["Siro Asteni"], ["Joe Ouakam"]),
        (" Mo.: Joe Ouakam.", ["Joe Ouakam"], ["Siro Asteni"]),
    ],
)
def test_an_m_is_what_no_other_label_is(tmp_path: Path, more: str, cut: list[str], scored: list[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(RUN.format(more), "utf-8")
    (film,) = extract_facts(read_document(path))
    assert film.first("runtime_min") == "89"
    named = {role: [c.agent for c in film.credits if c.role == role] for role in ("editor", "composer")}
    assert named == {"editor": cut, "composer": scored}
    assert [c.agent for c in film.credits if c.role == "actor"] == ["Magaye Niang", "Mareme Niang"]
    assert [c.agent for c in film.credits if c.role == "cinematographer"] == ["Georges Bracher"]
    assert any("Siro Asteni" in unread.quote for unread in film.unread) is not bool(more)
