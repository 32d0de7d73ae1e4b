"""Credits with the name in front: "Ken Loach - Director", "Thomas Bidegain, screenwriter", line by line.

Databases and festival pages set them so. At least two lines of one run must end
in a role's label; the other lines of the run, "Marion Cotillard - Stéphanie", are
then the cast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.lexicon import Lexicon, load_lexicon, read_tokens
from filmgraph.extraction.mentions import looks_like_company, looks_like_person, readable_name
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit
from filmgraph.extraction.spans import trim
from filmgraph.model.document import Span

_MARK = re.compile(r"\s+[–—-]{1,2}\s+|\s*(?:\.{3,}|…)\s*|\t+|\s*[:|]\s+|,\s+")
_CAST = frozenset({"actor", "voice-actor"})


def find_reversed_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The credits of runs of lines with the name first and its role behind a mark."""
    lexicon = load_lexicon(roles)
    labelled = {n for item in page.items if item.label.readings for n in range(item.line, item.last_line + 1)}
    run: list[tuple[Span, Span, Span, tuple[str, ...]]] = []
    for i, line in enumerate([*page.lines, None]):
        parts = None
        if line is not None and i not in labelled and page.kinds[i] not in ("teasers", "body", "strapline"):
            parts = _read_line(page, line, lexicon)
        if parts is not None and (parts[3] or run):
            run.append(parts)
        else:
            yield from _read_run(page, roles, run)
            run = []


def _read_line(page: Page, line: Span, lexicon: Lexicon) -> tuple[Span, Span, Span, tuple[str, ...]] | None:
    """The line, the name, what stands behind the mark, and the roles that those words name."""
    if line.end - line.start > 120:
        return None
    mark = _MARK.search(page.text, line.start, line.end)
    if mark is None:
        return None
    name = trim(page.text, Span(line.start, mark.start()))
    behind = trim(page.text, Span(mark.end(), line.end))
    words = name.of(page.text)
    if (
        " " not in words
        or not looks_like_person(words)
        or looks_like_company(words)
        or behind.start >= behind.end
    ):
        return None
    roles = _roles_in(page.text, behind, lexicon)
    if not roles and mark.group().strip() in (",", ":", "|"):
        return None
    return line, name, behind, roles


def _roles_in(text: str, span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """The roles of words that are labels and nothing else ("Director, Screenwriter"); else none."""
    cut = re.search(r"\s*\(", span.of(text))
    end = span.start + cut.start() if cut else span.end
    tokens = read_tokens(text, Span(span.start, end))
    found: dict[str, None] = {}
    i = 0
    while i < len(tokens):
        label = lexicon.find(text, tokens, i)
        if label is None or not label.readings:
            if tokens[i].folded in ("and", "et", "und", "e", "y") and found:
                i += 1
                continue
            return ()
        found.update(dict.fromkeys(label.roles))
        i = label.last
    return tuple(found)


def _read_run(
    page: Page, roles: RoleCatalog, run: list[tuple[Span, Span, Span, tuple[str, ...]]]
) -> Iterator[FoundCredit]:
    if sum(bool(found) for *_, found in run) < 2:
        return
    order = 0
    for line, name, behind, found in run:
        agent = readable_name(" ".join(name.of(page.text).split()))
        for role_id in found:
            if "person" in roles.roles[role_id].kinds:
                yield FoundCredit(
                    role_id, name, agent, "person", line, "labels/name-first", page.kind_at(line.start),
                    LABEL, 0.92, note=role_id if roles.roles[role_id].reported_as == "other" else None,
                )  # fmt: skip
        character = " ".join(behind.of(page.text).split())
        if not found and character[:1].isupper():
            order += 1
            yield FoundCredit(
                "actor", name, agent, "person", line, "cast-list/name-first", "cast", LABEL, 0.85,
                character=character, order=order,
            )  # fmt: skip
