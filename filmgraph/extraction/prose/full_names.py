"""The names that a text gives in full: by them surnames and slips are completed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.names.name_words import ELIDED, is_job, is_noun, label_words, no_name
from filmgraph.extraction.page import Page
from filmgraph.extraction.prose.name_places import Place, find_places, places_of
from filmgraph.extraction.prose.run_shapes import BY_ANOTHER
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold


def full_names(text: str, span: Span, places: Iterable[Place] | None = None) -> Iterator[str]:
    """The names of two words and more in a stretch of text, without jobs and nationalities in front.

    `places` are those of the stretch's capitals, if they are known.

    >>> list(full_names("When Regisseur Michael Haneke met Sabu", Span(0, 38)))
    ['Michael Haneke']
    """
    for start, end in find_places(text, span.start, span.end) if places is None else places:
        name = text[start:end]
        if " " not in name:
            continue
        plain = _plain_name(name)
        if plain:
            yield plain  # what nearly all come to
            continue
        words = _words_of(name)
        before = text[max(span.start, start - 20) : start]
        # "In der Rolle der Nelly": behind a small word may stand a noun again, and behind that a small word.
        while len(words) > 1 and not _begins_name(words[0]):
            if words[0] in PARTICLES:
                if not words[0].islower() or words[0] == "van":
                    break
            elif _is_name_here(words[0], before):
                break
            before, words = f"{words[0]} ", words[1:]
        by = BY_ANOTHER.search(name) if " v" in name else None
        if by and is_given_name(name[by.end() :].split()[0]):
            words = name[by.end() :].split()
        if len(words) > 1:
            yield " ".join(words)


@lru_cache(maxsize=4096)
def _plain_name(run: str) -> str | None:
    """The name in a run of capitals where its letters alone tell it, None where what stands before must."""
    words = _words_of(run)
    return " ".join(words) if len(words) > 1 and _begins_name(words[0]) else None


def _words_of(run: str) -> list[str]:
    """The words of a run of capitals, without a preposition or a title in front."""
    words = (run[2:] if run[1] in "'’" and run[0] in "dl" else run).split()
    return _behind_title(words) if words[0].isupper() and not words[-1].isupper() else words


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


def _is_name_here(word: str, before: str) -> bool:
    """Whether a small word or noun is a name where it stands ("Roman Polanski")."""
    return fold(word) in no_name() and not _is_label(word) and not is_noun(word, before, alone=False)


def _is_label(word: str) -> bool:
    """Whether a word in capitals is a label ("PHOTOGRAPHY Sam McCurdy")."""
    return word.isupper() and fold(word) in label_words()


def names_of(page: Page, span: Span) -> tuple[str, ...]:
    """The `full_names` of a stretch of a page, read once for all who ask."""

    def find() -> tuple[str, ...]:
        return tuple(full_names(page.text, span, places_of(page).within(span)))

    return page.once(("full names", span.start, span.end), find)
