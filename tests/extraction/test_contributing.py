"""What `CONTRIBUTING.md` says of a new word and a new rule is what happens when one does it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from extracted import make_document
from prose_page import jobs, read_sentence

from filmgraph.catalogs.resources import find_folder
from filmgraph.catalogs.roles import RoleCatalog, load_roles, read_roles
from filmgraph.extraction.crew.labels import find_label_credits
from filmgraph.extraction.page import build_page
from filmgraph.extraction.settle import FoundCredit

# A page's prose is told by the length of its lines.
FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks_of(heading: str, language: str) -> list[str]:
    """The code blocks of a language under a heading of the guide."""
    section = GUIDE.split(f"### {heading}\n")[1].split("\n### ")[0]
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", section, re.M | re.S)
    return found


def labelled(text: str, roles: RoleCatalog) -> set[tuple[str, str]]:
    page = build_page(make_document(text), roles)
    return {(c.role, c.agent) for c in find_label_credits(page, roles) if isinstance(c, FoundCredit)}


def test_one_line_teaches_a_word_of_a_new_language(tmp_path: Path) -> None:
    (line,) = blocks_of("A role, or a word for one", "turtle")
    (case,) = blocks_of("A role, or a word for one", "python")
    text, expected = ast.literal_eval(case.rstrip(",\n"))
    taught = tmp_path / "roles.ttl"
    taught.write_text((find_folder("ontology") / "roles.ttl").read_text(encoding="utf-8") + line)
    assert labelled(f"Varjot\n\n{text}\n", load_roles()) == set()
    assert labelled(f"Varjot\n\n{text}\n", read_roles(taught)) == expected


def test_one_line_is_a_rule_of_prose_and_its_cases_hold() -> None:
    heading = "An extractor, or a rule of prose"
    (rule,) = blocks_of(heading, "text")
    patterns = ROOT / "filmgraph" / "extraction" / "patterns"
    assert f"\n{rule}" in (patterns / "frames.txt").read_text(encoding="utf-8")
    cases = (Path(__file__).parent / "test_frames.py").read_text(encoding="utf-8")
    read, not_read = (ast.literal_eval(f"[{block}]") for block in blocks_of(heading, "python"))
    for sentence, expected in read:
        assert sentence in cases and set(jobs(read_sentence(sentence + FILL))) == expected
    for sentence in not_read:
        assert sentence in cases and not set(jobs(read_sentence(sentence + FILL)))
