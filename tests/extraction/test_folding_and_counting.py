"""What is done in one pass for speed gives what doing it step by step gives."""

from __future__ import annotations

import itertools
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.text.sentences import _count_words
from filmgraph.model.document import Span
from filmgraph.model.names import fold_text

_SPELLED = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "&": " and "})
_TEXTS = st.text(st.sampled_from("abcdeé AÉ.,'’-_&ßøæœłï½²ﬁ´…“”Жж漢\t\n09"), max_size=60)


@given(_TEXTS)
def test_a_text_folds_as_its_steps_one_by_one(text: str) -> None:
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    assert fold_text(text) == " ".join(re.sub(r"[\W_]+", " ", re.sub("['’‘`´]", "", plain)).split())


@given(_TEXTS)
def test_words_are_counted_as_they_are_parted(text: str) -> None:
    words = re.findall(r"[^\W\d_]+", text)
    counted = _count_words(text)
    assert counted in ((0, 0), (len(words), sum(map(str.islower, words))))
    if text.isascii():
        assert counted[0] == len(words)


@given(_TEXTS, st.integers(0, 10))
def test_words_stand_where_they_are_said_to(text: str, start: int) -> None:
    tokens = read_tokens(text, Span(min(start, len(text)), len(text)))
    assert all(text[t.start : t.end] and fold_text(text[t.start : t.end]) == t.folded for t in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
