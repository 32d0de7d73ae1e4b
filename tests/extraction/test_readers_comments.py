"""What readers write below a page is not the page's word: nothing in it is credited."""

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

PAGE = """<html><body><h1>Rosetta</h1><p>Directed by: Jean-Pierre Dardenne, Luc Dardenne</p><p>93 min</p>
{comments}</body></html>"""
WORDS = "<li><p>Director: Ken Loach</p><p>Cinematography: Robbie Ryan</p></li>"


@pytest.mark.parametrize(
    "comments",
    [
        f'<div id="comments" class="comments-area"><ol>{WORDS}</ol></div>',
        f'<ol class="commentlist">{WORDS}</ol>',
        f'<section class="reader-comments">{WORDS}</section>',
        f'<div id="disqus_thread"><ul>{WORDS}</ul></div>',
    ],
)
def test_comments_are_not_read(tmp_path: Path, comments: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(comments=comments), encoding="utf-8")
    (facts,) = extract_facts(read_document(path))
    assert {c.agent for c in facts.credits} == {"Jean-Pierre Dardenne", "Luc Dardenne"}


@pytest.mark.parametrize("class_name", ["no-comments", "has-comments-open", "commentary"])
def test_a_class_that_only_speaks_of_comments_hides_nothing(tmp_path: Path, class_name: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        PAGE.format(comments=f'<div class="{class_name}"><p>Editing: Marie-Hélène Dozo</p></div>')
    )
    (facts,) = extract_facts(read_document(path))
    assert "Marie-Hélène Dozo" in {c.agent for c in facts.credits}
