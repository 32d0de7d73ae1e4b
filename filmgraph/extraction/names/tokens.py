"""The words of a text, folded, each with its place: what labels are looked for in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A capital after a small letter begins a new token: "Directed byJean-Pierre". "DoP" stays whole. So does
# the last capital before small letters: "MUBILanguage".
_PART = re.compile(
    rf"(?:by|par|por|von|door|av|af)(?=[{UPPER}]\Z)|"  # "Music byA. R. Lee"
    rf"[{UPPER}]{{2,}}(?=[{UPPER}](?:(?![{UPPER}])[^\W\d_]){{3}})"
    rf"|[{UPPER}]*(?:['’](?=\w))?(?:(?![{UPPER}])[^\W_]|['’](?=[^\W_])|[{UPPER}](?![^\W_]))+|[{UPPER}]+"
)


class Token(NamedTuple):
    """A word of the text: folded, with its place; `capital` when it begins with a capital letter."""

    folded: str
    start: int
    end: int
    capital: bool


# Makes tokens of tuples, for half the price of `Token(…)`, for each word of each line.
_make_token: Callable[[tuple[str, int, int, bool]], Token] = partial(tuple.__new__, Token)


def read_tokens(text: str, span: Span) -> list[Token]:
    """The words of `text` at `span`; glued words ("StarringJérémie") come apart."""
    tokens: list[Token] = []
    end = span.start
    # Nothing but signs stands between two words, so that each is found at its own place; matches would
    # take a quarter more time.
    words = _WORD.findall(text, span.start, span.end)
    for word, (folded, is_capital, is_glued) in zip(words, map(_read_word, words), strict=True):
        start = text.index(word, end)
        end = start + len(word)
        if is_glued:
            if text.startswith(".", end) and word[-1].isupper() and word[1:-1].islower() and len(word) > 2:
                # "Music byA. R. Rahman": the capital is an initial, and the word before it ends.
                cut = end - 1
                tokens += [_token_at(text, start, cut), _token_at(text, cut, end)]
                continue
            parts = [m.span() for m in _PART.finditer(text, start, end)]
            tokens += [_token_at(text, *place) for place in parts]
        else:
            tokens.append(_make_token((folded, start, end, is_capital)))
    return tokens


def _token_at(text: str, start: int, end: int) -> Token:
    folded, is_capital, _ = _read_word(text[start:end])
    return Token(folded, start, end, is_capital)


@lru_cache(maxsize=8192)
def _read_word(word: str) -> tuple[str, bool, bool]:
    """How a word folds, whether it begins with a capital, and whether it may be two words glued together."""
    is_whole = word.islower() or word[1:].islower() or word.isupper() or len(word) == 1
    is_whole = is_whole or (len(word) < 5 and word[-1] == "s" and word[-2].isupper())  # "DoPs"
    return fold(word), word[0].isupper(), not is_whole
