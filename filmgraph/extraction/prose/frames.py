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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from filmgraph.extraction.patterns import load_family
from filmgraph.extraction.prose.crafts import FORMS, CraftHit, CraftWord, find_crafts, spoken_in, words_of
from filmgraph.extraction.prose.masking import FULL, Piece
from filmgraph.extraction.prose.phrases import PLACEHOLDERS, begins_with_sign, fill_slots
from filmgraph.extraction.text.needed_letters import ONE_SIGN
from filmgraph.extraction.text.needed_words import NeededWords, find_needed_words

# What a group of frames may be beside plain: see `patterns/frames.txt` for what each comes to.
MODES = ("", *"weak last pair description pronoun claimed given players self genitive".split())
_OF_PARTS = frozenset({"plays", "played", "brings", "makes", "hands", "role", "face", "as"})
_REACH = 150
_BESIDE = 3  # so many letters beside a word are looked at before its frames are tried
_SLOT_NAMES = re.compile(r"\{([a-z]+)\}")
# The letters with which a part of a frame begins and that it cannot lack, and those with which it ends.
_PLAIN = re.compile(r"(?:[\w, ’'](?![?*+|]|\{\d))*")
_PLAIN_END = re.compile(r"[\w, ’']*\Z")
_CHOICE_FIRST = re.compile(r"\((?:\?:)?([^()?\\]+)\)(?![?*+{])")
_CHOICE_LAST = re.compile(r"\((?:\?:)?([^()?\\]+)\)\Z")
_SLOT_END = re.compile(r"\{([a-z0-9]+)\}\Z")
_SIGN = FULL  # stands for any sign where letters beside a word are compared


@dataclass(frozen=True, slots=True)
class Frame:
    """A compiled frame: what stands before the word of the craft and behind it.

    `mode` is "weak" where labels must not say otherwise, "last" where it only counts if nothing else does.
    What stands behind the word surely begins with one of `opens_behind`, what stands before it ends with one
    of `ends_before`: letters, and a sign of a name or title beyond them.
    `by_sign` says that what stands before the word begins with such a sign. `needed` are its own words.
    """

    source: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    mode: str
    opens_behind: tuple[str, ...]
    ends_before: tuple[str, ...]
    by_sign: bool
    needed: NeededWords

    def may_stand_between(self, before: str, behind: str) -> bool:
        """Whether a word with these few letters right before it and right behind it may be the frame's."""
        return any(all(map(_is_letter, behind, own)) for own in self.opens_behind) and any(
            all(map(_is_letter, before[::-1], own[::-1])) for own in self.ends_before
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says: roles, the mode of its frame, its range, and the range of each placeholder."""

    roles: tuple[str, ...]
    mode: str
    start: int
    end: int
    spans: Mapping[str, tuple[int, int]]
    form: str = ""


def find_framed(piece: Piece, crafts: Sequence[CraftHit] | None = None) -> Iterator[Said]:
    """What the frames read around every word of a craft in a piece; `crafts` are these, where known."""
    spoken, masked = spoken_in(piece), piece.masked
    for hit in find_crafts(piece) if crafts is None else crafts:
        before, behind = masked[max(0, hit.start - _BESIDE) : hit.start], masked[hit.end : hit.end + _BESIDE]
        for word in hit.words:
            if word.language not in spoken:
                continue
            for frame in _frames_between(word.language, word.form, before, behind):
                needed = frame.needed
                if needed.all_of <= hit.beside and (not needed.one_of or needed.stand_in(hit.beside)):
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
    for place in near:
        match = before.match(piece.masked, place, at)
        if match:
            return match
    return None


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


@lru_cache(maxsize=8192)
def _frames_between(language: str, form: str, before: str, behind: str) -> tuple[Frame, ...]:
    """The frames that a few letters before a word and behind it leave possible.

    The same letters stand beside words of crafts again and again, so that nearly all answers are remembered.
    """
    return tuple(f for f in load_frames(language, form) if f.may_stand_between(before, behind))


def _is_letter(printed: str, own: str) -> bool:
    """Whether a letter of a text may be that of a frame, in which one sign stands for all."""
    return printed == own or (own == _SIGN and "\ue000" <= printed <= "\ue0ff")


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
        _openings(after),
        _endings(before),
        begins_with_sign(before),
        find_needed_words(line),
    )


def _openings(after: str) -> tuple[str, ...]:
    """The letters with one of which what stands behind a word surely begins, with a sign behind them.

    >>> _openings(" (from|of) {people}"), _openings("( and)? {p}"), _openings(", {p}") == (", " + _SIGN,)
    ((' from', ' of'), ('',), True)
    """
    plain: str = _PLAIN.match(after)[0]  # type: ignore[index]
    if after.startswith("\\(", len(plain)):
        return (plain + "(",)
    choice = _CHOICE_FIRST.match(after, len(plain))
    if choice:
        return tuple(plain + _PLAIN.match(one)[0] for one in choice[1].split("|"))  # type: ignore[index]
    return (plain + _SIGN if begins_with_sign(after[len(plain) :]) else plain,)


def _endings(before: str) -> tuple[str, ...]:
    """The letters with one of which what stands before a word surely ends, with a sign before them.

    >>> _endings("(the|its) own "), _endings("(also )? "), _endings("{fulls}, ") == (_SIGN + ", ",)
    (('the own ', 'its own '), ('',), True)
    """
    plain: str = _PLAIN_END.search(before)[0]  # type: ignore[index]
    head = before[: len(before) - len(plain)]
    if head.endswith("\\("):
        return ("(" + plain,)
    if head.endswith(("\\", "|")):
        return ("",)
    if head.endswith("?"):
        return (plain.removeprefix(" "),)  # the blank goes with what may be missing before it
    choice = _CHOICE_LAST.search(head)
    if choice:
        return tuple(_PLAIN_END.search(one)[0] + plain for one in choice[1].split("|"))  # type: ignore[index]
    slot = _SLOT_END.search(head)
    return (_SIGN + plain if slot and slot[1] in ONE_SIGN else plain,)


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
