"""Tables: delimiters, quoting, exact spans, and rows that do not fit."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmgraph.catalogs.maps import read_map
from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.model.records import find_delimiter, find_records, find_row_spans
from filmgraph.reading import read_document
from filmgraph.reading.credit_lists import read_credit_list
from filmgraph.reading.source import Source


def read(data: str | bytes, name: str = "list.csv") -> Document:
    return read_credit_list(Source(name, data if isinstance(data, bytes) else data.encode()))


def cells_of(document: Document) -> list[tuple[str, ...]]:
    return [tuple(value for _, value in row.cells) for row in document.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, newline: str) -> None:
    lines = ["film|director|year", "Rosetta|Luc Dardenne|1999", "Amour|Michael Haneke|2012"]
    text = newline.join(line.replace("|", delimiter) for line in lines) + newline
    document = read(text)
    assert document.text == text
    assert cells_of(document) == [("Rosetta", "Luc Dardenne", "1999"), ("Amour", "Michael Haneke", "2012")]
    assert [row.span.of(text) for row in document.rows] == [
        line.replace("|", delimiter) for line in lines[1:]
    ]
    assert [row.number for row in document.rows] == [2, 3]


def test_the_delimiter_is_the_one_that_fits_the_rows() -> None:
    assert find_delimiter("film;cast\nRosetta;Dequenne, Émilie\nAmour;Riva, Emmanuelle\n")[0] == ";"
    assert find_delimiter("name, as printed\tfilm\nÉmilie Dequenne\tRosetta\n")[0] == "\t"
    assert find_delimiter('"film, title","year"\n"Rosetta","1999"\n')[0] == ","
    assert find_delimiter("sep=|\nfilm|note\nRosetta|a, b, c\n") == ("|", 6)
    assert find_delimiter("just one column\nRosetta\n")[0] == ""


def test_cells_over_several_lines_keep_their_span() -> None:
    text = 'film,cast,note\n"Rosetta","Émilie Dequenne\nFabrizio Rongione","says ""no"", twice"\nAmour,x,y\n'
    document = read(text)
    assert cells_of(document)[0] == ("Rosetta", "Émilie Dequenne\nFabrizio Rongione", 'says "no", twice')
    assert document.rows[0].span.of(text) == text[15:-11]
    assert (document.rows[1].number, document.rows[1].span.of(text)) == (3, "Amour,x,y")


def test_ragged_rows_are_left_out_and_counted() -> None:
    document = read(
        "film,role,name\nRosetta,director\n\n,,\nRosetta,actor,X,Y\nAmour,editor,Z\nAmour,actor,W,,\n"
    )
    assert cells_of(document) == [("Amour", "editor", "Z"), ("Amour", "actor", "W")]
    assert [row.number for row in document.rows] == [5, 6]
    assert document.wrong == (
        "line 2: 2 cells where the header has 3; skipped",
        "line 5: 4 cells where the header has 3; skipped",
    )


def test_many_ragged_rows_are_summed_up() -> None:
    document = read("film,role,name\nRosetta,director,X\n" + "a,b\n" * 500)
    assert len(document.wrong) == 21 and document.wrong[-1] == "and 480 more like these"


def test_a_quote_that_never_closes_costs_its_line_only() -> None:
    document = read('film\tnote\n"Rosetta\tfirst\nAmour\t"quoted"\nCaché\tlast\n', "list.tsv")
    assert cells_of(document) == [('"Rosetta', "first"), ("Amour", "quoted"), ("Caché", "last")]
    assert document.notes == ("line 2: a quotation mark that never closes, read as a letter",)


def test_bad_quotes_do_not_spoil_the_good_ones() -> None:
    text = "film,note\n" + '"Rosetta" x,bad\n"Amour, a film",good\n' * 100
    rows = cells_of(read(text))
    assert rows == [('"Rosetta" x', "bad"), ("Amour, a film", "good")] * 100


def test_many_quotes_that_never_close_take_no_more_than_their_share() -> None:
    text = "film\tnote\n" + '"a ""\tb\n"\tx\n""\ty\n' * 30_000
    start = time.process_time()
    assert len(read(text, "list.tsv").rows) > 30_000
    assert time.process_time() - start < 5


def test_huge_cells() -> None:
    text = f'film,note\nRosetta,"{"long, " * 1_000_000}"\n'
    limit = csv.field_size_limit()
    assert len(read(text).rows[0].cells[1][1]) == 6_000_000
    assert csv.field_size_limit() == limit


def test_encodings_of_spreadsheets() -> None:
    text = "film\tdirector\nCaché\tMichael Haneke\n"
    assert cells_of(read("\ufeff" + text))[0][0] == "Caché"
    assert cells_of(read(text.encode("utf-16")))[0][0] == "Caché"
    assert read(text.encode("cp1252")).notes[0].startswith("read as windows-1252")
    assert read(text).media_type == "text/tab-separated-values"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\ntwo\n", "list.csv has no columns"),
        ("film,director\n", "list.csv holds a header and no rows"),
        ("film,director\nRosetta\n", "list.csv: no row has 2 cells as the header has; line 2: 1 cell where"),
        (" \n\n", "list.csv holds nothing but white space"),
    ],
)
def test_what_is_no_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(ReadError, match=r"list\.csv") as caught:
        read(text)
    assert str(caught.value).startswith(said)


def test_a_folder_of_files_by_suffix(tmp_path: Path) -> None:
    for suffix in ("csv", "tsv", "tab", "psv"):
        path = tmp_path / f"list.{suffix}"
        path.write_text("film\tdirector\nRosetta\tLuc Dardenne\n")
        assert len(read_document(path).rows) == 1


CELLS = st.text(alphabet=st.sampled_from('abÉ ,;"\n\r|\t'), max_size=8)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_what_the_csv_module_writes_is_read_back(table: list[list[str]], delimiter: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    text = file.getvalue()
    records = list(find_records(text, delimiter))
    assert [list(r.cells) for r in records] == table
    end = 0
    for record in records:
        assert end <= record.span.start < record.span.end <= len(text)
        assert text[record.span.start] == text[record.span.end - 1] == '"'
        end = record.span.end


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from('ab,;"\n\r|\té'), max_size=80))
def test_any_table_gives_rows_in_order_or_a_sentence(text: str) -> None:
    try:
        document = read("film,name\n" + text)
    except ReadError as error:
        assert "list.csv" in str(error)
        return
    end = 0
    for row in document.rows:
        assert end <= row.span.start <= row.span.end <= len(document.text)
        words = row.span.of(document.text).replace('"', "")
        assert all(value.replace('"', "") in words for _, value in row.cells)
        end = row.span.end
    records = list(find_records(document.text, *find_delimiter(document.text)))
    assert [records[row.number - 1].span for row in document.rows] == [row.span for row in document.rows]


@pytest.mark.parametrize(
    "above", ["Programme 2019\n", "Programme 2019,,\n,,\n", "Programme\n\nPrinted in May\n"], ids=repr
)
def test_headings_over_a_table_are_left_out(above: str) -> None:
    document = read(above + "title,director,year\nRosetta,Luc Dardenne,1999\n")
    assert cells_of(document) == [("Rosetta", "Luc Dardenne", "1999")]
    assert [name for name, _ in document.rows[0].cells] == ["title", "director", "year"]
    spans = find_row_spans(document.text, document.media_type)
    assert spans[document.rows[0].number - 1] == document.rows[0].span


def test_a_table_that_is_all_headings_is_refused() -> None:
    with pytest.raises(ReadError, match="name its columns"):
        read("Programme 2019,,,\n,,,\n")


def test_a_mapping_names_columns_and_delimiter() -> None:
    table_map = read_map('delimiter = "|"\nquotes = false\nheader = ["title", "role", "name"]', "x", "x.toml")
    source = Source("kb.txt", b'Amour|director|"Michael" Haneke\nCach\xc3\xa9|x\n', None, table_map)
    document = read_credit_list(source)
    assert cells_of(document) == [("Amour", "director", '"Michael" Haneke')]
    assert document.rows[0].number == 1 and document.wrong[0].startswith("line 2: 2 cells")
    assert find_row_spans(document.text, document.media_type)[0] == document.rows[0].span
