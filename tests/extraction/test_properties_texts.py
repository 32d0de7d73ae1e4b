"""Any text, page or notes made of what credits are made of: all are read, and every quote is a slice."""

from __future__ import annotations

import os
import subprocess
import sys

from hostile import (
    CHANGE,
    NOTES,
    PAGES,
    TEXTS,
    Change,
    annotated_texts,
    as_document,
    change_text,
    check_document,
    check_facts,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.reading.credit_lists import CREDIT_LIST
from filmgraph.reading.html import HTML
from filmgraph.reading.markdown import MARKDOWN
from filmgraph.reading.source import Reader, Source
from filmgraph.reading.text import TEXT
from filmgraph.sample import sample_paths

ORIGINALS = annotated_texts()
SURROGATES = st.text(st.characters(categories=("Cs", "Cc", "Cf", "Lu", "Mn")), max_size=5)
at_leisure = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def read(reader: Reader, data: bytes) -> Document | None:
    """What a reader makes of bytes; nothing where it refuses them, with the file's name."""
    try:
        return reader.read(Source("some.file", data))
    except ReadError as error:
        assert "some.file" in str(error)
        return None


def check_bytes(reader: Reader, data: bytes) -> None:
    document = read(reader, data)
    if document is not None:
        assert document == read(reader, data)
        check_document(document)
        check_facts(document)


@at_leisure
@given(TEXTS)
def test_any_text(text: str) -> None:
    check_bytes(TEXT, b"BLUE HARBOR\n\n" + text.encode("utf-8", "replace"))


@at_leisure
@given(NOTES)
def test_any_notes_in_markdown(text: str) -> None:
    check_bytes(MARKDOWN, text.encode("utf-8", "replace"))


@at_leisure
@given(PAGES)
def test_any_page(text: str) -> None:
    check_bytes(HTML, text.encode("utf-8", "replace"))


@at_leisure
@given(TEXTS, st.sampled_from([",", ";", "\t"]))
def test_any_credit_list(text: str, delimiter: str) -> None:
    table = delimiter.join(["title", "role", "name"]) + "\n" + text.replace(" ", delimiter)
    check_bytes(CREDIT_LIST, table.encode("utf-8", "replace"))


@at_leisure
@given(TEXTS, SURROGATES, st.integers(0, 400))
def test_a_document_that_no_reader_made(text: str, odd: str, place: int) -> None:
    check_facts(as_document(text[:place] + odd + text[place:]))


@at_leisure
@given(TEXTS, st.sampled_from(["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "shift_jis"]), TEXTS)
def test_any_encoding_and_two_in_one_file(text: str, encoding: str, more: str) -> None:
    data = text.encode(encoding, "replace")
    check_bytes(TEXT, data)
    check_bytes(TEXT, data + more.encode("utf-8", "replace"))


@at_leisure
@given(
    st.integers(0, len(ORIGINALS) - 1), st.lists(CHANGE, max_size=8), st.sampled_from([TEXT, MARKDOWN, HTML])
)
def test_a_real_layout_after_any_change(number: int, changes: list[Change], reader: Reader) -> None:
    text = ORIGINALS[number].read_bytes().decode("utf-8")
    check_bytes(reader, change_text(text, changes).encode("utf-8", "replace"))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(*[st.integers(0, len(ORIGINALS) - 1)] * 2, st.sampled_from(["\n", "\n\n\n", " ", ""]))
def test_two_pages_in_one_file(one: int, other: int, between: str) -> None:
    both = [ORIGINALS[number].read_bytes().decode("utf-8") for number in (one, other)]
    check_bytes(TEXT, between.join(both).encode())


def test_neither_the_hash_seed_nor_the_documents_before_matter() -> None:
    def extract(seed: str, paths: list[str]) -> list[str]:
        command = [sys.executable, "-m", "filmgraph", "extract", "--format", "jsonl", *paths]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
        assert run.returncode == 0, run.stderr
        return sorted(run.stdout.splitlines())

    paths = [str(path) for path in sample_paths()]
    assert extract("1", paths) == extract("2", paths[::-1])
