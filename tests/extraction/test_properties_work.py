"""A text twice as long costs about twice the work, whatever structure it repeats. Counted in calls."""

from __future__ import annotations

from collections.abc import Callable

from hostile import MARKDOWN, PIECES, TAGS, as_document, repeat
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from work import count_calls

from filmgraph.errors import ReadError
from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document
from filmgraph.reading.html import HTML
from filmgraph.reading.markdown import MARKDOWN as NOTES
from filmgraph.reading.source import Reader, Source

LENGTH = 5_000  # characters of the shortest text
MOST = 2.6  # times the calls for twice the text
SEPARATORS = st.sampled_from(["", " ", "\n", "\n\n", ", "])
# A smaller example is made of the structure found, not by taking the text apart: that takes minutes.
seldom = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def check_work(unit: str, prepare: Callable[[str], Callable[[], object]]) -> None:
    """The calls that it costs to do what `prepare` prepares, for `unit` repeated and for twice as much.

    A rule that needs a number of lines or letters may only begin in the longer
    text; what grows too fast grows too fast at the next doubling as well.
    """
    times = LENGTH // len(unit) + 1
    growth = []
    for n in (times, 2 * times):
        large, small = prepare(repeat(unit, 2 * n)), prepare(repeat(unit, n))
        large()  # what is kept from one document to the next is kept for both
        growth.append(count_calls(large) / count_calls(small))
        if growth[-1] <= MOST:
            return
    raise AssertionError(
        f"{unit!r} twice as often costs {growth[0]:.1f} times the calls, then {growth[1]:.1f}"
    )


def extracting(text: str) -> Callable[[], object]:
    document = as_document(text)
    return lambda: extract_facts(document)


@seldom
@given(st.lists(PIECES, min_size=1, max_size=8), SEPARATORS)
def test_texts(pieces: list[str], separator: str) -> None:
    check_work(separator.join(pieces) + (separator or " "), extracting)


def read(reader: Reader, text: str) -> Document | None:
    """The document that a reader makes of a text, if it takes it."""
    try:
        return reader.read(Source("some.file", text.encode("utf-8", "replace")))
    except ReadError:
        return None


@seldom
@given(
    st.sampled_from([HTML, NOTES]),
    st.lists(PIECES | st.sampled_from(TAGS) | st.sampled_from(MARKDOWN), min_size=1, max_size=8),
    SEPARATORS,
)
def test_pages_and_notes(reader: Reader, pieces: list[str], separator: str) -> None:
    def reading(text: str) -> Callable[[], object]:
        return lambda: read(reader, text)

    def extracting(text: str) -> Callable[[], object]:
        document = read(reader, text)
        return lambda: document and extract_facts(document)

    unit = separator.join(pieces) + (separator or " ")
    check_work(unit, reading)
    check_work(unit, extracting)
