"""What is wrong in a dump is counted and reported with file and line; the rest of it counts."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dumping import converted, triples

from filmgraph.catalogs.namespaces import FG, ID, SCHEMA
from filmgraph.dumps import ConvertedDump, DumpFilter, convert_dump, find_dump

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample to spoil."""
    return shutil.copytree(SAMPLE, tmp_path / "dump")


def spoil(path: Path, change: Callable[[list[bytes]], None]) -> None:
    """Change the lines of a file, the header's first."""
    lines = path.read_bytes().split(b"\n")[:-1]
    change(lines)
    path.write_bytes(b"".join(line + b"\n" for line in lines))


def told(dump: ConvertedDump) -> list[str]:
    return [str(problem) for problem in dump.problems]


def test_a_sound_dump_has_no_problems(tmp_path: Path) -> None:
    dump, _ = converted(SAMPLE, tmp_path / "w")
    assert (dump.problem_counts, told(dump), dump.left_out) == ({}, [], {"archive_footage": 1})


def test_a_gzip_that_breaks_off_is_read_as_far_as_it_goes(folder: Path, tmp_path: Path) -> None:
    path = folder / "title.principals.tsv"
    packed = gzip.compress(path.read_bytes())
    path.unlink()
    (folder / "title.principals.tsv.gz").write_bytes(packed[: len(packed) * 2 // 3])
    dump, _ = converted(folder, tmp_path / "w")
    assert 40 < dump.counts.credits < 92
    assert dump.problem_counts.keys() - {"wrong number of cells"} == {"damaged file"}
    assert any(t.startswith("title.principals.tsv.gz: it breaks off after") for t in told(dump))


def test_a_gzip_whose_middle_is_damaged_is_read_up_to_there(folder: Path, tmp_path: Path) -> None:
    path = folder / "title.akas.tsv"
    packed = bytearray(gzip.compress(path.read_bytes()))
    packed[len(packed) // 2] ^= 0xFF
    path.unlink()
    (folder / "title.akas.tsv.gz").write_bytes(packed)
    dump, _ = converted(folder, tmp_path / "w")
    assert dump.counts.credits == 92
    assert dump.problem_counts["damaged file"] == 1


@pytest.mark.parametrize(
    ("file", "column", "why", "credits"),
    [
        ("title.principals.tsv", b"nconst", "no column nconst; nothing is read from the file", 32),
        ("title.principals.tsv", b"characters", "no column characters; the rest of the file is read", 92),
        ("title.principals.tsv", b"ordering", "no column ordering; the rest of the file is read", 92),
        ("title.crew.tsv", b"directors", "no column directors; the rest of the file is read", 92),
        ("title.basics.tsv", b"startYear", "no column startYear; the rest of the file is read", 92),
        ("title.basics.tsv", b"tconst", "no column tconst; nothing is read from the file", 0),
        ("title.akas.tsv", b"titleId", "no column titleId; nothing is read from the file", 92),
    ],
)
def test_a_header_that_lacks_a_column(
    folder: Path, tmp_path: Path, file: str, column: bytes, why: str, credits: int
) -> None:
    def rename(lines: list[bytes]) -> None:
        lines[0] = lines[0].replace(column, b"else")

    spoil(folder / file, rename)
    dump, _ = converted(folder, tmp_path / "w")
    assert f"{file}, line 1: the header has {why}" in told(dump)
    assert dump.counts.credits == credits


def test_further_columns_and_another_order_of_them_do_no_harm(folder: Path, tmp_path: Path) -> None:
    def turn(lines: list[bytes]) -> None:
        lines[:] = [b"\t".join([*reversed(line.split(b"\t")), b"x", b""]) for line in lines]

    for path in folder.glob("*.tsv"):
        spoil(path, turn)
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {}
    there = {t for t in triples(converted(SAMPLE, tmp_path / "v")[1]) if "/doc/" not in t}
    assert {t for t in triples(paths) if "/doc/" not in t} == there


def test_repeated_ids_count_once(folder: Path, tmp_path: Path) -> None:
    def repeat(lines: list[bytes]) -> None:
        lines.append(lines[1].replace(b"Rust", b"Dust"))

    spoil(folder / "title.basics.tsv", repeat)
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {"repeated id": 1}
    assert told(dump) == ["title.basics.tsv, line 13: tt9000001 stands in line 2 already; that one counts"]
    assert not any("Dust" in t for t in triples(paths))


def test_a_person_without_a_name_is_left_out_and_told_once(folder: Path, tmp_path: Path) -> None:
    def forget(lines: list[bytes]) -> None:
        lines[:] = [line for line in lines if b"Clint Eastwood" not in line]

    spoil(folder / "name.basics.tsv", forget)
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {"person without a name": 1}
    assert "has no name in name.basics; 11 of its rows left out" in told(dump)[0]
    assert not any("Clint" in t for t in triples(paths))


def test_without_the_file_of_names_nobody_can_be_credited(folder: Path, tmp_path: Path) -> None:
    (folder / "name.basics.tsv").unlink()
    dump, _ = converted(folder, tmp_path / "w")
    assert (dump.counts.films, dump.counts.credits) == (10, 0)
    assert any("there is no name.basics" in t for t in told(dump))


def test_rows_of_titles_that_are_not_there(folder: Path, tmp_path: Path) -> None:
    def add(lines: list[bytes]) -> None:
        lines.append(b"tt1234567\t1\tnm9000001\tactor\t\\N\t\\N")
        lines.append(b"tt9000001\t14\ttt9000001\tactor\t\\N\t\\N")
        lines.append(b"tt9000001\t14\tnm1\tactor\t\\N\t\\N")
        lines.append(b"x\t14\tnm9000001\tactor\t\\N\t\\N")
        lines.append(b"tt9000001\t14\tnm9000001\tgaffer\t\\N\t\\N")
        lines.append(b"tt9000001\tnm9000001")

    spoil(folder / "title.principals.tsv", add)
    dump, _ = converted(folder, tmp_path / "w")
    file = "title.principals.tsv, line"
    assert told(dump) == [
        f"{file} 97: tt9000001 is credited to itself; left out",
        f"{file} 98: “nm1” is no id of a person; left out",
        f"{file} 99: “x” is no id of a title; left out",
        f"{file} 100: “gaffer” is no category that is known; 1 rows left out",
        f"{file} 96: tt1234567 is not in title.basics; left out",
        f"{file} 101: it has 2 cells where the header has 6; left out",
    ]
    assert dump.counts.credits == 92


def test_of_many_problems_of_a_kind_the_first_are_shown_and_all_are_counted(
    folder: Path, tmp_path: Path
) -> None:
    rows = [b"tt%07d\t1\tnm9000001\tactor\t\\N\t\\N" % n for n in range(1, 1501)]
    spoil(folder / "title.principals.tsv", lambda lines: lines.extend(rows))
    dump, _ = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {"unknown title": 1500}
    sentences = dump.tell_problems()
    assert len(sentences) == 21
    assert sentences[0] == "title.principals.tsv, line 96: tt0000001 is not in title.basics; left out"
    assert sentences[-1] == "unknown title: 1,480 more"
    assert dump.tell_notes() == [
        "1 row of archive_footage left out: who is seen or heard there worked on another film"
    ]


def test_values_that_are_no_years_and_no_times(folder: Path, tmp_path: Path) -> None:
    def change(lines: list[bytes]) -> None:
        lines[1] = lines[1].replace(b"2012", b"soon").replace(b"120", b"two hours")
        lines[2] = lines[2].replace(b"The Shining", b"")

    spoil(folder / "title.basics.tsv", change)
    dump, _ = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {"no running time": 1, "no title": 1, "no year": 1, "unknown title": 21}
    assert dump.counts.films == 9


def test_a_cell_of_ten_megabytes_costs_its_own_row_only(folder: Path, tmp_path: Path) -> None:
    def swell(lines: list[bytes]) -> None:
        lines[3] = lines[3].replace(b"Carrie", b"C" * 10_000_000, 1)

    spoil(folder / "title.akas.tsv", swell)
    spoil(folder / "title.akas.tsv", lambda lines: lines.insert(5, b"x" * 6_000_000 + b"\t" * 7))
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts["too long"] >= 1
    assert any("title.akas.tsv, line 6: it has over 1,048,576 bytes; left out" in t for t in told(dump))
    assert any("resplandor" in t for t in triples(paths))


def test_characters_that_are_not_json_cost_the_characters_only(folder: Path, tmp_path: Path) -> None:
    path = folder / "title.principals.tsv"
    with path.open("ab") as out:
        for number in range(96, 40_001):
            played = b'["Man #%d"' % number if number == 31_415 else b'["Man #%d"]' % number
            out.write(b"tt9000001\t%d\tnm9000001\tactress\t\\N\t%s\n" % (number, played))
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {"characters are not JSON": 1}
    assert told(dump)[0].startswith("title.principals.tsv, line 31415: the characters are no list in JSON")
    lines = triples(paths)
    row = next(d.iri for d in dump.documents if d.kind == "title.principals") + "#row=31415>"
    assert any(row in t for t in lines)
    assert not any("Man #31415" in t for t in lines)
    assert any("Man #31416" in t for t in lines)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (b"Jacques\xe9", "not UTF-8"),
        (b"Jacques\0", "control characters"),
        (b"Jac\rques", "control characters"),
    ],
)
def test_letters_that_are_none(folder: Path, tmp_path: Path, cell: bytes, kind: str) -> None:
    def change(lines: list[bytes]) -> None:
        at = next(n for n, line in enumerate(lines) if b"Jacques" in line)
        lines[at] = lines[at].replace(b"Jacques", cell)

    spoil(folder / "name.basics.tsv", change)
    dump, _ = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {kind: 1, "person without a name": 1}


def test_quotation_marks_backslashes_and_odd_characters_are_letters(folder: Path, tmp_path: Path) -> None:
    def change(lines: list[bytes]) -> None:
        at = next(n for n, line in enumerate(lines) if b"Stephanie" in line or "Stéphanie".encode() in line)
        lines[at] = (
            lines[at].rpartition(b"\t")[0] + rb"""	["\"Steph\\\" \u0022x\u0022\n\ty", "", " ", null, 7]"""
        )

    spoil(folder / "title.principals.tsv", change)
    dump, paths = converted(folder, tmp_path / "w")
    assert dump.problem_counts == {}
    found = {
        t.split('"', 1)[1].rpartition('"')[0]
        for t in triples(paths)
        if f"<{FG}character>" in t and "Steph" in t
    }
    assert found == {'\\"Steph\\\\\\" \\"x\\" y'}


def test_two_dumps_that_disagree_are_both_kept(folder: Path, tmp_path: Path) -> None:
    def change(lines: list[bytes]) -> None:
        lines[1] = (
            lines[1]
            .replace(b"2012", b"2013")
            .replace(b"120", b"121")
            .replace(b"De rouille et d'os", b"Rouille")
        )
        lines[2] = lines[2].replace(b"146", b"119").replace(b"The Shining", b"Shining, The")

    spoil(folder / "title.basics.tsv", change)
    for order in ([SAMPLE, folder], [folder, SAMPLE]):
        dump, paths = converted(order, tmp_path / "w")
        assert dump.problem_counts == {"disputed": 2}
        assert (dump.counts.films, dump.counts.credits) == (10, 92)
        assert dump.tell_problems() == []
        notes = [note for note in dump.tell_notes() if "archive_footage" not in note]
        assert len(notes) == 2 and all("both are kept, the other one is held" in note for note in notes)
        # Both voices are named with file and line.
        assert all(f"{place}/title.basics.tsv, line " in n for n in notes for place in ("sample", "dump"))
        assert any("“Rust and Bone”: the year is 201" in note for note in notes)
        lines = triples(paths)
        film = f"<{ID}film/imdb-tt9000001>"
        assert [t for t in lines if t.startswith(film) and f"<{SCHEMA}datePublished>" in t and "2012" in t]
        disputed = {t.split("> <")[2].split("#")[1] for t in lines if f"<{FG}disputed>" in t}
        assert disputed == {"row=2>", "row=3>"} or disputed == {"row=2> .", "row=3> ."}
        shutil.rmtree(tmp_path / "w")


@pytest.mark.parametrize(
    ("chosen", "films"),
    [
        (DumpFilter(), 10),
        (DumpFilter(types=("movie",)), 9),
        (DumpFilter(types=("tvSeries", "short")), 2),
        (DumpFilter(first_year=2000), 5),
        (DumpFilter(last_year=1982), 3),
        (DumpFilter(first_year=1985, last_year=1995), 2),
    ],
)
def test_titles_are_chosen_by_type_and_year(tmp_path: Path, chosen: DumpFilter, films: int) -> None:
    dump, _ = converted(SAMPLE, tmp_path / "w", chosen)
    assert dump.counts.films == films
    assert dump.problem_counts == {}


def test_a_choice_that_leaves_no_film_is_told(tmp_path: Path) -> None:
    dump, _ = converted(SAMPLE, tmp_path / "w", DumpFilter(types=("videoGame",)))
    assert dump.counts.films == 0
    assert dump.tell_problems() == ["sample: no title in it is a film of the types and years asked for"]


def test_what_is_done_is_told_as_it_is(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    converted(SAMPLE, tmp_path / "w", progress=lambda *step: steps.append(step))
    read = [done for name, done, _ in steps if name == "unpacking"]
    assert read == sorted(read)
    assert steps[0][2] == sum(p.stat().st_size for p in SAMPLE.glob("*.tsv")) == read[-1]
    assert steps[-1] == ("loading", 0, 92)


def test_nothing_is_left_when_it_is_given_up(tmp_path: Path) -> None:
    dump = find_dump(SAMPLE)
    assert dump
    result = convert_dump([dump], tmp_path / "w")
    next(result.chunks)
    assert (tmp_path / "w" / "scratch").is_dir()
    result.chunks.close()  # type: ignore[attr-defined]
    assert not (tmp_path / "w" / "scratch").exists()


def test_a_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    # No file of this process may grow beyond some bytes: what a full disk does, without one.
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from filmgraph.dumps import convert_dump, find_dump\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, resource.RLIM_INFINITY))\n"
        "try:\n    list(convert_dump([find_dump(Path(sys.argv[1]))], Path(sys.argv[2])).chunks)\n"
        "except OSError as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE), str(tmp_path / "w")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("OSError") or "Error" in done.stdout
    assert not (tmp_path / "w" / "scratch").exists()
