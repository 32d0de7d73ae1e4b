"""Credits in letter-spaced capitals, as posters and press kits set them: "M U S I Q U E A L E X A N D R E …".

The blanks tell nothing any more, so that such a line is read without them: labels
are found in the run of letters, and the names between them by the given names
with which they begin, or because the page has them in full elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.labels.lexicon import SHORTEST_RUN, load_lexicon
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit, build_quote
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# The first letter stands apart: a pattern that begins with one letter is searched for much faster.
_SPACED = re.compile(rf"{_CAPITAL}{_CAPITAL}{{0,2}}[ .’'&-]{{1,3}}(?:{_CAPITAL}{{1,3}}[ .’'&-]{{1,3}}){{9,}}")
_LONGEST_LABEL = 40
_AND = ("et", "and", "und")


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a line without its blanks: each folded to one letter, with its place in the text."""

    folded: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        return Span(self.places[start], self.places[end - 1] + 1)


def find_spaced_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The credits of lines in letter-spaced capitals."""
    lines = [
        line
        for line, kind in zip(page.lines, page.kinds, strict=True)
        if kind not in ("teasers", "body", "strapline")  # sentences are not set so
        and line.end - line.start < 3000
        and _SPACED.search(page.text, line.start, line.end)
    ]
    if not lines:
        return
    labels = load_lexicon(roles).run_together
    known = _known_names(page)
    for line in lines:
        yield from _read_line(page, _letters_of(page.text, line), labels, known)


def _letters_of(text: str, line: Span) -> _Letters:
    letters, places = [], []
    for place in range(line.start, line.end):
        if text[place].isalpha():
            plain = unicodedata.normalize("NFKD", text[place]).casefold()[:1]
            letters.append(plain)
            places.append(place)
    return _Letters("".join(letters), tuple(places))


def _known_names(page: Page) -> dict[str, str]:
    """The full names under the page's labels, without blanks, each as it is written."""
    names: dict[str, str] = {}
    for item in page.items:
        if item.label.readings and item.values:
            for mention in split_names(page.text, item.values[0]):
                if 2 <= len(mention.text.split()) <= 4:
                    names[fold(mention.text).replace(" ", "")] = mention.text.title()
    return names


def _read_line(
    page: Page, letters: _Letters, labels: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[FoundCredit]:
    found = list(_find_labels(letters.folded, labels))
    for n, (start, end, roles) in enumerate(found):
        limit = found[n + 1][0] if n + 1 < len(found) else len(letters.folded)
        for order, (first, last, agent) in enumerate(_find_names(letters, end, limit, known), 1):
            name = letters.span(first, last)
            for role_id in roles:
                yield FoundCredit(
                    role_id, name, agent, "person", build_quote(letters.places[start], name),
                    "labels/spaced-capitals", page.kind_at(name.start), LABEL, 0.8, order=order,
                )  # fmt: skip


def _find_labels(folded: str, labels: Mapping[str, str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The labels in a run of letters: start, end and roles; "scénario et dialogues" is one with two roles."""
    at = 0
    while at < len(folded):
        end, roles = _label_at(folded, at, labels), []
        if not end:
            at += 1
            continue
        start = at
        while end:
            roles.append(labels[folded[at:end]])
            link = next((len(a) for a in _AND if folded.startswith(a, end)), 0)
            at, end = (end + link, _label_at(folded, end + link, labels)) if link else (end, 0)
            if link and not end:
                at -= link
        yield start, at, tuple(dict.fromkeys(roles))


def _label_at(folded: str, at: int, labels: Mapping[str, str]) -> int:
    for size in range(min(_LONGEST_LABEL, len(folded) - at), SHORTEST_RUN - 1, -1):
        if folded[at : at + size] in labels:
            return at + size
    return 0


def _find_names(
    letters: _Letters, start: int, end: int, known: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """The names in a run of letters; reading stops where no name begins."""
    folded, at = letters.folded, start
    while at < end:
        whole = next((n for n in known if folded.startswith(n, at) and at + len(n) <= end), "")
        if whole:
            yield at, at + len(whole), known[whole]
            at += len(whole)
            continue
        given = _given_at(folded, at, end)
        last, following = _and_behind(letters, given, end) if given else (end, end)
        if not given or last - given < 3 or last - given > 20:
            return
        yield at, last, f"{folded[at:given].capitalize()} {folded[given:last].capitalize()}"
        at = following


def _and_behind(letters: _Letters, start: int, end: int) -> tuple[int, int]:
    """Where a name ends and the next begins, at an "and" between blanks wider than those of the letters."""
    for at in range(start + 3, end - 5):
        for link in _AND:
            behind = at + len(link)
            if (
                letters.folded.startswith(link, at)
                and letters.places[at] - letters.places[at - 1] > 2
                and letters.places[behind] - letters.places[behind - 1] > 2
            ):
                return at, behind
    return end, end


def _given_at(folded: str, at: int, end: int) -> int:
    """Where the longest given name that begins at `at` ends; 0 where none does."""
    for size in range(min(12, end - at), 2, -1):
        if is_given_name(folded[at : at + size]):
            return at + size
    return 0
