"""The title of a source of which a credit gives only the author: another sentence may tell it.

"Greene's story, “T,” had …", "Seghers schrieb „T“ …", "das Buch »T«", "T (le titre français du livre)".
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.sources.source_lines import either, kinds_of_works
from filmgraph.extraction.text.near import find_near
from filmgraph.model.document import Span

_QUOTED = r"[“\"„«»‘'*_]{1,2}\s?(?P<quoted>[^“”\"„«»*_\n]{1,90}?)[,.]?\s?[”\"“»«’'*_]{1,2}(?!\w)"
_RUN = (
    rf"(?P<run>[{UPPER}\d][\w'’-]*(?: (?:(?:of|the|and|a|in|on|for|to|de|la|du|del|der)"
    rf" ){{0,2}}[{UPPER}\d][\w'’-]*){{0,7}})"
)


_TITLE_WORDS = "(?:titre|title|titel|titolo|título|tytuł)"
# What the costliest patterns hold: a quotation mark behind a word, a bracket that says "title".
_OPENS_TITLE = re.compile(r"[“\"„«»‘'*_](?:(?<=[^\W\d_] .)|(?<=[^\W\d_], .))")
_TOLD_AS_TITLE = re.compile(rf"\((?:[\w’'-]+ ){{0,4}}{_TITLE_WORDS}")


def find_title_of(text: str, author: str) -> tuple[str, Span] | None:
    """The title of the work that the text says an author wrote, and where; None where it is silent.

    >>> find_title_of("Seghers schrieb „Transit“ auf der Flucht.", "Anna Seghers")
    ('Transit', Span(start=0, end=25))
    """
    surname, lower = author.split()[-1].lower(), text.lower()
    at = lower.find(surname) if len(surname) > 2 and len(lower) == len(text) else -1
    while at >= 0:
        behind = None if text[at - 1 : at].isalnum() else _said_of_author().match(text, at + len(surname))
        found = _first(behind, at)
        if found:
            return found
        at = lower.find(surname, at + 1)
    book = next(find_near(text, _named_book(), _OPENS_TITLE, 60, 120), None)
    return _first(book) or _first(next(find_near(text, _titled(), _TOLD_AS_TITLE, 300, 120), None))


@lru_cache(maxsize=1)
def _said_of_author() -> re.Pattern[str]:
    """What stands behind a surname that gives a title: "'s story, “T”", " schrieb „T“"."""
    either_title = rf"(?:{_QUOTED}|{_RUN})"
    again = either_title.replace("<quoted>", "<wrote>").replace("<run>", "<made>")
    return re.compile(
        rf"(?:['’]s?|s) (?:[\w’'-]+ ){{0,2}}?(?i:{_kinds()}),? (?:{_QUOTED}|{_RUN}(?=,| \())"
        rf"| (?:(?:had|has|a|avait|hatte|hat|ha|aveva|había|heeft|had|hade) )?(?:{_wrote()}) "
        r"(?:(?:his|her|the|son|sa|seinen|ihren|suo|su|seu|zijn|haar|in|im|en) (?:[\w-]+ ){0,2}?)?" + again
    )


def _first(match: re.Match[str] | None, start: int | None = None) -> tuple[str, Span] | None:
    if match is None:
        return None
    title = next(v for v in match.groupdict().values() if v).strip(" ,")
    first = match.start() if start is None else start
    return (title, Span(first, match.end())) if looks_like_title(title) and len(title.split()) < 9 else None


@lru_cache(maxsize=1)
def _kinds() -> str:
    kinds = kinds_of_works(load_lines("prose_sources"))
    return either(w for w, k in kinds.items() if k not in ("film", "project", "television", "game"))


def _wrote() -> str:
    return either(load_lines("source_ties")["wrote"])


@lru_cache(maxsize=1)
def _named_book() -> re.Pattern[str]:
    """ "the novel, “T”": in quotation marks, and by nobody else."""
    by_nobody = _QUOTED.replace("_]{1,2}(?!", "_]{1,2}(?!,? (?:by|de|von|di|van|av|af) |")
    return re.compile(
        r"\b(?:[Tt]he|[Dd]as|[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Ll]e|[Ll]a|[Ii]l|[Ee]l|[Oo]|[Hh]et|[Dd]e) "
        rf"(?i:{_kinds()}),? {by_nobody}"
        "(?P<run>)"
    )


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    """ "L'Analphabète (le titre français du livre)"."""
    long = _RUN.replace("{0,7}", "{0,4}")
    return re.compile(
        rf"(?:{_QUOTED}|(?<=[\w:,] ){long}) \((?:[\w’'-]+ ){{0,4}}{_TITLE_WORDS}"
        rf"[^()\n]{{0,30}}(?i:{_kinds()})[^()\n]{{0,16}}\)"
    )
