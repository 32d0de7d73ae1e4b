"""A site's menus, the way to a page in it ("Films > Drama > Rosetta"), and the site's name over both."""

from __future__ import annotations

import re
from collections.abc import Collection

from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.text.countries import is_country
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import is_genre
from filmgraph.extraction.titles.title_marks import trim_title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_PARTING = ("|", "  ", "·", "•", ">", "›", "»", "→", "::", " / ", "//")
_TRAILS = (" > ", " › ", " » ", " → ", " >> ", " :: ", " / ", "///", " // ")
_LAST = re.compile(r"(?:>+|›|»|→|::)\s+([^>›»→|]{2,80})$")
_PARTS = re.compile(r"\s*(?:[|·•]|\s{2,})\s*")
_DATA = 2.5
_MENU = re.compile(r"[^\W\d_][)]? {2,}[^\W\d_]")


def find_menus(evidence: PageEvidence, most: int) -> set[int]:
    """The lines of a page's menus: three and more words between bars, and no film data among them."""
    text, lines = evidence.text, evidence.lines.spans
    found = set()
    for n in range(min(len(lines), most)):
        words = lines[n].of(text)[:300]
        if not any(map(words.__contains__, _PARTING)):
            continue  # as most lines
        trail = (words[0] in ">›»") + sum(words.count(mark) for mark in _TRAILS) >= 2
        first = words.partition(" / ")[0]
        trail = trail and not (
            any(map(str.isdigit, words.rpartition("/")[0])) or _are_genres(words) or is_country(first)
        )
        bars = words.count(" | ") + words.count(" · ") + words.count(" • ")
        wide = len(_MENU.findall(words)) >= 3 and not any(map(str.isdigit, words)) and ":" not in words
        review = load_patterns("titles")["review_word"]
        reviewed = bars == 2 and any(fold(part) in review for part in words.split(" | "))
        behind = lines[n + 1].of(text)[:300] if n + 1 < len(lines) else ""
        columns = [part for part in words.split("|") if part.strip()]
        table = len(columns) >= 3 and behind.count("|") >= 2
        plain = bars >= 2 and not reviewed and evidence.sign(n) == 0
        if trail or wide or table or plain or _is_of_site(words):
            found.add(n)
    return found


def find_mastheads(evidence: PageEvidence, menus: Collection[int]) -> frozenset[int]:
    """The lines at the very top that stand over a site's menu: the site's name and its motto."""
    first = min(menus, default=9)
    if first > 3 or any(evidence.kinds[n] == "body" for n in range(first)):
        return frozenset()
    inside = fold(evidence.lines.spans[first].of(evidence.text)).split()
    lines = range(first + 1, min(first + 9, len(evidence.lines.spans)))
    under = next((n for n in lines if n not in menus), first)
    if not load_patterns("titles")["film_menu"].isdisjoint(inside) or evidence.sign(under) >= _DATA:
        return frozenset()  # the menu of the film's own page, or over its data
    return frozenset(n for n in range(first) if evidence.sign(n) < 1.5)


def find_last_steps(evidence: PageEvidence, menus: Collection[int]) -> list[Span]:
    """The last step of each way to the page, which often is the film: "Films > Drama > Rosetta"."""
    found = []
    for n in sorted(menus):
        line = evidence.lines.spans[n]
        step = _LAST.search(evidence.text, line.start, line.end)
        if step and line.end - line.start < 160:
            found.append(trim_title(evidence.text, Span(*step.span(1))))
    return found


def find_places(evidence: PageEvidence, menus: Collection[int]) -> frozenset[str]:
    """The words of a page's menus, folded: the one that stands again over the page says where we are."""
    found: set[str] = set()
    for n in menus:
        words = evidence.lines.spans[n].of(evidence.text)[:300]
        if not any(map(words.__contains__, _TRAILS)):  # the last step of a way is the page's own
            found.update(fold(part) for part in _PARTS.split(words))
    return frozenset(found - {""})


def _are_genres(words: str) -> bool:
    """Whether most words between slashes are a film's genres: "Drama / Komedie / Válečný"."""
    parts = words.split(" / ")
    return sum(is_genre(part) for part in parts) * 2 > len(parts)


def _is_of_site(words: str) -> bool:
    """Whether the words between bars or gaps are a site's: its sections and what it asks of its visitor."""
    if "|" not in words and " · " not in words and "  " not in words:
        return False
    parts = [part for part in _PARTS.split(words) if part]
    if len(parts) < 3 or any(len(part) > 24 or any(map(str.isdigit, part)) for part in parts):
        return False
    known = load_union("titles", "section_word", "site_word", "site_verb", "rubric", "menu_word")
    return sum(fold(part).partition(" ")[0] in known for part in parts) >= 2
