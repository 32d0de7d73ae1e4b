"""The names that a text gives in full: by them surnames and slips are completed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.extraction.name_places import Place, find_places, places_of
from filmgraph.extraction.name_words import ELIDED, is_job, is_noun, label_words, no_name
from filmgraph.extraction.page import Page
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold


def full_names(text: str, span: Span, places: Iterable[Place] | None = None) -> Iterator[str]:
    """The names of two words and more in a stretch of text, without jobs and nationalities in front.

    `places` are those of the stretch's capitals, if they are known.

    >>> list(full_names("When Regisseur Michael Haneke met Sabu", Span(0, 38)))
    ['Michael Haneke']
    """
    no_names = no_name()
    for start, end in find_places(text, span.start, span.end) if places is None else places:
        name = text[start:end]
        if " " not in name:
            continue
        words = (name[2:] if name[1] in "'’" and name[0] in "dl" else name).split()
        if words[0].isupper() and not words[-1].isupper():
            words = _behind_title(words)
        if len(words) > 1 and _begins_name(words[0]):
            yield " ".join(words)  # what nearly all come to
            continue
        before = text[max(span.start, start - 20) : start]
        while len(words) > 1 and not _begins_name(words[0]) and words[0] not in PARTICLES:
            small = fold(words[0]) in no_names and not _is_label(words[0])
            if small and not is_noun(words[0], before, alone=False):
                break
            before, words = f"{words[0]} ", words[1:]
        while len(words) > 1 and words[0] in PARTICLES and words[0].islower() and fold(words[0]) != "van":
            words = words[1:]
        if len(words) > 1:
            yield " ".join(words)


def _behind_title(words: list[str]) -> list[str]:
    """The name behind a title in capitals that a preposition ties to it ("DOGMAN di Matteo Garrone")."""
    for n, word in enumerate(words[:-2], 1):
        if not word.isupper():
            return words[n:] if n > 1 and word in _OF and not words[n].isupper() else words
    return words


_OF = frozenset({"di", "de", "von", "van", "by"})


@lru_cache(maxsize=4096)
def _begins_name(word: str) -> bool:
    """Whether a word in front of others is neither a job nor a small word: it begins a name."""
    small = fold(word) in no_name() or word in PARTICLES
    return not (small or is_job(word) or ELIDED.match(word) or _is_label(word))


def _is_label(word: str) -> bool:
    """Whether a word in capitals is a label ("PHOTOGRAPHY Sam McCurdy")."""
    return word.isupper() and fold(word) in label_words()


def names_of(page: Page, span: Span) -> tuple[str, ...]:
    """The `full_names` of a stretch of a page, read once for all who ask."""

    def find() -> tuple[str, ...]:
        return tuple(full_names(page.text, span, places_of(page).within(span)))

    return page.once(("full names", span.start, span.end), find)
