"""Jobs printed behind a name in a list that has a heading of its own: they say more than the heading.

    Produced by
    Walter Salles .... executive producer
    Producers: Ann Lee, Bo Ekman (co-producer), Cy Dunn (executive)
    Writing credits: Paulo Lins (novel)

A job that is known takes the place of the heading's; one behind a leader that is not known ("acting
coach") shows that the name is not credited for the heading's; "(as A. Lee)" and "(uncredited)" change
nothing. Who wrote the novel has not written the film.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.labels.lexicon import Lexicon, load_lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_MARK = re.compile(r"\s*\t+\s*(?:(?:\.{3,}|…)\s*)?|\s*(?:\.{3,}|…[.…]*)\s*|\s+[–—-]{1,2}\s+|,\s+|\s+(?=\()")
_BRACKET = re.compile(r"\s*\(")
_ALIKE = re.compile(r"\(?(?:as|als|comme|come|como|credited|uncredited|non|nicht|sin)\b", re.I)
_SOURCES = ("novel", "novella", "short stories", "short story", "play", "comic", "memoir", "article", "poem")
_ORIGINAL = frozenset("original the from based on a an le la l d apres nach dem del".split())
_AND = frozenset("and et und e y en og och i".split())


class NamedJob(NamedTuple):
    """A name of a list, the roles of the job behind it (`None` where the heading's hold), and its line."""

    name: Span
    roles: tuple[str, ...] | None
    shown: Span


def find_named_job(text: str, line: Span, roles: RoleCatalog) -> NamedJob | None:
    """A line of a list as a name with its job behind it; None for a line of another form.

    `roles` is empty for a job that is none of the catalog's.
    """
    mark = _MARK.search(text, line.start, line.end)
    if mark is None or mark.start() == line.start:
        return None
    name, behind = trim(text, Span(line.start, mark.start())), trim(text, Span(mark.end(), line.end))
    words = name.of(text)
    is_company = looks_like_company(words)
    if " " not in words or not (is_company or looks_like_person(words)):
        return None
    leads = mark.group().strip() not in (",", "") or "\t" in mark.group()
    job = behind.of(text)
    if not job or _ALIKE.match(job):
        return NamedJob(name, None, line) if leads else None
    inner = Span(behind.start + 1, behind.end - 1) if job[0] == "(" and job[-1] == ")" else behind
    if is_house(inner.of(text)):
        return None
    found = roles_in(text, inner, load_lexicon(roles), roles, is_company=is_company)
    if found:
        return NamedJob(name, found, line)
    unknown = leads and inner.of(text)[:1].islower() and len(job) < 60
    return NamedJob(name, (), line) if unknown else None


def roles_in(
    text: str, span: Span, lexicon: Lexicon, roles: RoleCatalog, *, is_company: bool
) -> tuple[str, ...]:
    """The roles of words that are labels and nothing else ("Director, Screenwriter"); else none."""
    cut = _BRACKET.search(text, span.start, span.end)
    tokens = read_tokens(text, Span(span.start, cut.start() if cut else span.end))
    found: dict[str, None] = {}
    i = 0
    while i < len(tokens):
        label = lexicon.find(text, tokens, i)
        if label is None or not label.readings:
            if tokens[i].folded not in _AND or not found:
                return ()
            i += 1
            continue
        fitting = (
            r for r in label.readings if all(("person" not in roles.roles[x].kinds) == is_company for x in r)
        )
        found.update(dict.fromkeys(next(fitting, ())))
        i = label.last
    return tuple(found)


def roles_of_note(note: str, label: str, reading: tuple[str, ...], roles: RoleCatalog) -> tuple[str, ...]:
    """The roles of a name with a bracket behind it, under a label: those of the bracket where it names a job.

    An adjective goes with the label: "Producers: Cy Dunn (executive)".
    """
    if _ALIKE.match(note) or is_house(note):
        return reading
    if "screenwriter" in reading and _names_source(note):
        return ()
    is_company = roles.of_companies.issuperset(reading)
    lexicon = load_lexicon(roles)
    bare = label.removesuffix("s")
    for words in (f"{note} {bare}", f"{note.rstrip('-')}-{bare}", f"{bare} {note}", note):
        found = roles_in(words, Span(0, len(words)), lexicon, roles, is_company=is_company)
        if found and (words == note or len(found) == 1):
            return found
    return reading


def is_house(note: str) -> bool:
    """Whether a bracket names a house and no job, as "(ARTE)" does, which is "art" in Portuguese."""
    return fold(note) in load_patterns("names")["known_company"]


def _names_source(note: str) -> bool:
    """Whether a bracket names a kind of source work: "(novel)", "(from the play)"."""
    kinds = load_patterns("columns")
    words = [word for word in fold(note).split() if word not in _ORIGINAL]
    return bool(words) and any(" ".join(words) in kinds[kind] for kind in _SOURCES)
