"""JSON files: every form that holds records, their exact places, and broken ones left out one by one."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.model.json_records import find_json_records
from filmgraph.model.records import find_row_spans
from filmgraph.reading import read_document
from filmgraph.reading.json_files import read_json_file
from filmgraph.reading.source import Source

FILMS = [{"title": "Rosetta", "year": 1999}, {"title": "Amour", "year": 2012}]


def read(text: str | bytes, name: str = "list.json") -> Document:
    document = read_json_file(Source(name, text.encode() if isinstance(text, str) else text))
    spans = find_row_spans(document.text, document.media_type)
    for row in document.rows:
        assert spans[row.number - 1] == row.span
        assert json.loads(row.span.of(document.text), parse_int=str) is not None
    return document


def titles(document: Document) -> list[str]:
    return [dict(row.cells)["title"] for row in document.rows]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(FILMS),
        json.dumps(FILMS, indent=2),
        "\n".join(json.dumps(film) for film in FILMS),
        "\r\n".join(json.dumps(film) for film in FILMS) + "\r\n",
        json.dumps({"count": 2, "films": FILMS}),
        json.dumps({"data": {"page": 1, "results": FILMS}}),
        json.dumps({"title": "My list", "year": 2020, "films": FILMS}),
        json.dumps({"title": ["Rosetta", "Amour"], "year": [1999, 2012]}),
        json.dumps({"title": {"0": "Rosetta", "1": "Amour"}, "year": {"0": 1999, "1": 2012}}),
        json.dumps([["title", "year"], ["Rosetta", 1999], ["Amour", 2012]]),
        json.dumps({"a1": FILMS[0], "a2": FILMS[1]}),
    ],
    ids=lambda text: text[:30],
)
def test_every_form_gives_the_same_rows(text: str) -> None:
    document = read(text)
    assert titles(document) == ["Rosetta", "Amour"]
    assert [dict(row.cells)["year"] for row in document.rows] == ["1999", "2012"]
    assert not document.wrong


def test_one_film_is_one_record() -> None:
    document = read('{"title": "Rosetta", "year": 1999, "cast": [{"name": "Jo Day"}, {"name": "Bo Ek"}]}')
    assert titles(document) == ["Rosetta"]
    assert json.loads(dict(document.rows[0].cells)["cast"])[1]["name"] == "Bo Ek"


def test_rows_know_the_columns_of_all() -> None:
    document = read('[{"title": "A"}, {"title": "B", "director": "Ann Lee"}]')
    assert document.columns == ("title", "director")
    assert [len(row.cells) for row in document.rows] == [1, 2]


def test_a_broken_record_costs_itself_only() -> None:
    films = [json.dumps({"title": f"Film {n}", "cast": [{"name": "X"}]}) for n in range(40_000)]
    films[31_414] = '{"title": "Film", "cast": [{"name": "X"]}'
    document = read("[" + ",\n".join(films) + "]")
    assert len(document.rows) == 39_999
    assert document.wrong == (
        "line 31415, record 31415: broken JSON, a comma or a closing bracket is missing, line 31415; skipped",
    )
    assert document.rows[31_414].number == 31_416
    lines = read("\n".join(films), "list.jsonl")
    assert len(lines.rows) == 39_999 and lines.wrong[0].startswith("line 31415, record 31415: broken JSON")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"title": "B", "x": "never closed}', "broken JSON"),
        ('{"title": "B" "year": 1}', "broken JSON"),
        ('{"title": "B", "x": [[[}', "broken JSON"),
        ("nonsense", "broken JSON"),
        ("7", "no object"),
        ('{"title": ' + "[" * 100_000 + "]" * 100_000 + "}", "too deep"),
    ],
    ids=lambda s: s[:20],
)
def test_kinds_of_broken_records(broken: str, reason: str) -> None:
    document = read('[{"title": "A"},\n' + broken + ',\n{"title": "C"},\n{"title": "D"}]')
    assert titles(document)[0] == "A" and titles(document)[-1] == "D"
    assert len(document.wrong) == 1 and reason in document.wrong[0] and "line 2" in document.wrong[0]


def test_a_truncated_file_keeps_what_is_whole() -> None:
    whole = json.dumps(FILMS * 50)
    document = read(whole[:-12])
    assert len(document.rows) == 99
    assert document.wrong == ("line 1, record 100: the file ends amid this record; skipped",)


def test_numbers_stay_as_printed_and_no_numbers_say_nothing() -> None:
    document = read(
        '[{"title": "A", "id": 007e1, "x": NaN, "y": 1.50, "z": null, "b": true}, {"title": "B"}]'
    )
    assert titles(document) == ["B"]  # 007e1 is no number
    document = read('[{"title": "A", "id": ' + "9" * 5000 + ', "x": NaN, "y": 1.50, "z": null, "b": true}]')
    cells = dict(document.rows[0].cells)
    assert (cells["y"], cells["b"], len(cells["id"])) == ("1.50", "true", 5000)
    assert "x" not in cells and "z" not in cells


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert titles(read(json.dumps([{"title": "Caché"}], ensure_ascii=False).encode(encoding))) == ["Caché"]


def test_half_characters_do_no_harm() -> None:
    document = read('[{"title": "A\\ud800B\\u0000", "cast": ["\\udc00 X"]}]')
    assert all(cell.encode("utf-8") for _, cell in document.rows[0].cells)
    assert titles(document) == ["A\N{REPLACEMENT CHARACTER}B "]


@pytest.mark.parametrize("text", ["[]", "{}", "[1, 2]", "[[", "[" * 50_000, '{"a": ' * 50_000, "{{"])
def test_a_file_without_records_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ReadError, match=r"list\.json"):
        read(text)


def test_time_grows_with_the_length_only() -> None:
    start = time.process_time()
    read("[" + ",".join(['{"title": "A", "x": "y}'] * 20_000 + ['{"title": "A"}']) + "]")
    read("[" + ",".join(f'{{"title": "A", "k{n}": 1}}' for n in range(20_000)) + "]")
    assert time.process_time() - start < 10


def test_json_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "films.txt"
    path.write_text(json.dumps(FILMS), encoding="utf-8")
    assert titles(read_document(path)) == ["Rosetta", "Amour"]


@given(st.text(alphabet='{}[]",:\\ntiul1e \n', max_size=60))
@settings(max_examples=300, deadline=None)
def test_anything_ends_and_stays_in_its_place(text: str) -> None:
    end = 0
    for record in find_json_records('[{"title": "A"}, ' + text):
        assert end <= record.span.start <= record.span.end
        end = record.span.end
