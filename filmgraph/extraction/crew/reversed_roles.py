"""Credits with the name in front: "Ken Loach - Director", "Thomas Bidegain, screenwriter", line by line.

Databases and festival pages set them so. At least two lines of one run must end
in a role's label; the other lines of the run, "Marion Cotillard - Stéphanie", are
then the cast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.crew.named_jobs import roles_in
from filmgraph.extraction.labels.lexicon import Lexicon, load_lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.facts import AgentKind

_MARK = re.compile(r"\s+[–—-]{1,2}\s+|\s*(?:\.{3,}|…)\s*|\t+|\s*[:|]\s+|,\s+")
_APART = re.compile(r"\s+[–—-]{1,2}\s+|\s*(?:\.{3,}|…)\s*|\t+|\s*[:|]\s+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a run: its names, what stands behind the mark, and the roles that those words name."""

    span: Span
    names: tuple[Span, ...]
    behind: Span
    roles: tuple[str, ...]
    is_company: bool


def find_reversed_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The credits of runs of lines with the name first and its role behind a mark."""
    lexicon = load_lexicon(roles)
    labelled = {n for item in page.items if item.label.readings for n in range(item.line, item.last_line + 1)}
    run: list[_Line] = []
    for i, span in enumerate(page.lines):
        line = None
        if i not in labelled and page.kinds[i] not in ("teasers", "body", "strapline"):
            line = _read_line(page.text, span, lexicon, roles)
        if line is not None and (line.roles or run):
            run.append(line)
        elif run:
            yield from _read_run(page, roles, run)
            run = []
    yield from _read_run(page, roles, run)


def _read_line(text: str, span: Span, lexicon: Lexicon, roles: RoleCatalog) -> _Line | None:
    mark = _MARK.search(text, span.start, span.end) if span.end - span.start <= 120 else None
    if mark is None:
        return None
    if mark.group()[0] == ",":
        several = _read_several(text, span, lexicon, roles)
        if several:
            return several
    name, behind = trim(text, Span(span.start, mark.start())), trim(text, Span(mark.end(), span.end))
    words = name.of(text)
    is_company = looks_like_company(words)
    is_person = " " in words and looks_like_person(words) and not is_company
    if behind.start >= behind.end:
        return None
    if not (is_person or is_company):
        return _read_several(text, span, lexicon, roles)
    found = roles_in(text, behind, lexicon, roles, is_company=is_company)
    if not found and is_person:
        # "Sundance Selects – Distributor": the role says that the name is a company's.
        found = roles_in(text, behind, lexicon, roles, is_company=True)
        is_company = bool(found)
    if not found and (is_company or mark.group().strip() in (",", ":", "|")):
        return None
    names = [m.span for m in split_names(text, name)] if " e " in words or " i " in words else []
    return _Line(span, tuple(names) or (name,), behind, found, is_company)


def _read_several(text: str, span: Span, lexicon: Lexicon, roles: RoleCatalog) -> _Line | None:
    """A line of several names with the job of all behind a dash or leaders: "Per Sund, Jonas Ek – sound"."""
    mark = _APART.search(text, span.start, span.end)
    if mark is None:
        return None
    left, behind = trim(text, Span(span.start, mark.start())), trim(text, Span(mark.end(), span.end))
    names = split_names(text, left)
    if len(names) < 2 or behind.start >= behind.end:
        return None
    is_company = all(looks_like_company(m.text) for m in names)
    if not is_company and not all(" " in m.text and looks_like_person(m.text) for m in names):
        return None
    found = roles_in(text, behind, lexicon, roles, is_company=is_company)
    return _Line(span, tuple(m.span for m in names), behind, found, is_company) if found else None


def _read_run(page: Page, roles: RoleCatalog, run: list[_Line]) -> Iterator[FoundCredit]:
    if sum(bool(line.roles) for line in run) < 2:
        return
    order = 0
    for line in run:
        kind: AgentKind = "organization" if line.is_company else "person"
        character = " ".join(line.behind.of(page.text).split())
        for name in line.names:
            agent = " ".join(name.of(page.text).split())
            agent = agent if line.is_company else readable_name(agent)
            for role_id in line.roles:
                note = role_id if roles.roles[role_id].reported_as == "other" else None
                yield FoundCredit(
                    role_id, name, agent, kind, line.span, "labels/name-first",
                    page.kind_at(line.span.start), LABEL, 0.92, note=note,
                )  # fmt: skip
            if not line.roles and character[:1].isupper():
                order += 1
                yield FoundCredit(
                    "actor", name, agent, "person", line.span, "cast-list/name-first", "cast", LABEL, 0.85,
                    character=character, order=order,
                )  # fmt: skip
