"""Sentences around a word of a craft: "⟨X⟩’s score", "score by ⟨X⟩", "⟨X⟩ scores it", "the score is ⟨X⟩’s".

A frame stands in `patterns/frames.txt` under a language and a form of word, with `@`
where the word stands: `{people}{'s} {adj}@`. Every word of that form in `crafts.py`
is read in it, so that a craft or a language is a matter of words alone. Languages that
build sentences alike share frames ("[romance work]") and fill them with words of their
own ("[it words de]"). A frame is
tried only where such a word stands: the part before it is looked for backwards, the
part behind it forwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from filmgraph.extraction.crafts import FORMS, CraftWord, find_crafts, spoken_in, words_of
from filmgraph.extraction.masking import Piece
from filmgraph.extraction.needed_words import NeededWords, find_needed_words
from filmgraph.extraction.patterns import load_family
from filmgraph.extraction.phrases import PLACEHOLDERS, begins_with_sign, fill_slots

# What a group of frames may be beside plain: see `patterns/frames.txt` for what each comes to.
MODES = ("", *"weak last pair description pronoun claimed given players self genitive".split())
_OF_PARTS = frozenset({"plays", "played", "brings", "makes", "hands", "role", "face", "as"})
_REACH = 150
_SLOT_NAMES = re.compile(r"\{([a-z]+)\}")
# The letters with which a part of a frame begins and that it cannot lack.
_PLAIN = re.compile(r"(?:[\w, ’'](?![?*+{|]))*")


@dataclass(frozen=True, slots=True)
class Frame:
    """A compiled frame: what stands before the word of the craft and behind it.

    `mode` is "weak" where labels must not say otherwise, "last" where it only counts if nothing else does.
    `opens_behind` are the letters with which what stands behind the word surely begins; `by_sign` says that
    what stands before it begins with the sign of a name or title. `needed` are its own words.
    """

    source: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    mode: str
    opens_behind: str
    by_sign: bool
    needed: NeededWords


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says: roles, the mode of its frame, its range, and the range of each placeholder."""

    roles: tuple[str, ...]
    mode: str
    start: int
    end: int
    spans: Mapping[str, tuple[int, int]]
    form: str = ""


def find_framed(piece: Piece) -> Iterator[Said]:
    """What the frames read around every word of a craft in a piece."""
    spoken = spoken_in(piece)
    for hit in find_crafts(piece):
        for word in hit.words:
            if word.language not in spoken:
                continue
            for frame in load_frames(word.language, word.form):
                if frame.needed.stand_in(hit.beside) and piece.masked.startswith(frame.opens_behind, hit.end):
                    said = _fit(piece, frame, hit.start, hit.end, word)
                    if said:
                        yield said


def gives_part(said: Said) -> bool:
    """Whether a sentence says who plays a part, rather than who worked or played in the film."""
    return said.form in _OF_PARTS and said.mode != "players"


def _fit(piece: Piece, frame: Frame, start: int, end: int, word: CraftWord) -> Said | None:
    spans: dict[str, tuple[int, int]] = {}
    first, last = start, end
    if frame.after:
        after = frame.after.match(piece.masked, end)
        if not after:
            return None
        last = after.end()
        spans.update({name: after.span(name) for name in after.groupdict() if after[name] is not None})
    if frame.before:
        before = _look_before(piece, frame.before, start, by_sign=frame.by_sign)
        if not before:
            return None
        first = before.start()
        spans.update({name: before.span(name) for name in before.groupdict() if before[name] is not None})
    return Said(word.roles, frame.mode, first, last, spans, word.form)


def _look_before(piece: Piece, before: re.Pattern[str], at: int, *, by_sign: bool) -> re.Match[str] | None:
    """What stands right before `at`; where that begins with a sign, only the few signs near it are tried."""
    reach = max(0, at - _REACH)
    if not by_sign:
        return before.search(piece.masked, reach, at)
    places = piece.places
    near = places[bisect_left(places, reach) : bisect_left(places, at)]
    return next((match for place in near if (match := before.match(piece.masked, place, at))), None)


@lru_cache(maxsize=64)
def load_frames(language: str, form: str) -> tuple[Frame, ...]:
    """The frames of a language for one form of word, strong ones first."""
    groups = load_family("frames")
    return tuple(
        _compile(line, language, mode)
        for mode in MODES
        for kin in (language, *_kin(language))
        for line in groups.get(f"{kin} {form} {mode}".rstrip(), ())
    )


def _kin(language: str) -> Iterator[str]:
    """The families of languages whose frames a language shares, filled with its own words."""
    for group, lines in load_family("frames").items():
        family, _, what = group.partition(" ")
        if what == "languages" and any(language in line.split(" | ") for line in lines):
            yield family


def _compile(line: str, language: str, mode: str) -> Frame:
    line = _SLOT_NAMES.sub(lambda m: _word_class(language, m.group(1)) or m.group(), line)
    before, _, after = line.partition("@")
    return Frame(
        line,
        re.compile(rf"(?<![\w-]){fill_slots(before)}\Z") if before else None,
        re.compile(fill_slots(after) + ("" if after.endswith("}") else r"(?![\w-])")) if after else None,
        mode,
        _PLAIN.match(after)[0],  # type: ignore[index]
        begins_with_sign(before),
        find_needed_words(line),
    )


def _word_class(language: str, name: str) -> str | None:
    """The words of a class of the frames' file, or of a form of the crafts', as alternatives."""
    if name in PLACEHOLDERS:
        return None
    lines = load_family("frames").get(f"{language} words {name}")
    words = [w for line in lines for w in line.split(" | ")] if lines else []
    if not words and name in FORMS:
        words = list(words_of(language, name))
    return f"(?:{'|'.join(words)})" if words else None


__all__ = ["Frame", "Said", "find_framed", "gives_part", "load_frames"]
