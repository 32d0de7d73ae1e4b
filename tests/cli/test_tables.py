"""Tables at the command line: mappings, `--explain`, statements a row, the words of a row, broken records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run, succeed

STATEMENTS = """Kismet|directed_by|William Dieterle
Kismet|starred_actors|Ann Blyth
Kismet|release_year|1944
Kismet|release_year|1955
Rosetta|directed_by|Luc Dardenne
Rosetta|release_year|1999
Rosetta|in_language|French
Rosetta|has_tags|handheld
Unknown|directed_by|Jaume Collet-Serra
"""
FILMS = [
    {"title": "Rosetta", "year": 1999, "director": ["Luc Dardenne", "Jean-Pierre Dardenne"], "budget": 1},
    {"title": "Amour", "year": 2012, "director": "Michael Haneke", "mood": "dark"},
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "kb.txt").write_text(STATEMENTS, encoding="utf-8")
    (tmp_path / "films.json").write_text(json.dumps(FILMS, indent=1), encoding="utf-8")
    lines = "".join(json.dumps(film) + "\n" for film in FILMS)
    (tmp_path / "films.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_statements_by_a_mapping_of_ours(desk: Path) -> None:
    succeed("add", "kb.txt", "--map", "metaqa", cwd=desk)
    shown = succeed("show", "Rosetta", cwd=desk)
    assert "Luc Dardenne" in shown and "1999" in shown and "handheld" not in shown
    assert "Rosetta|directed_by|Luc Dardenne" in shown
    assert "Collet-Serra" in succeed("show", "Unknown", cwd=desk)


def test_films_of_one_title_stay_apart_from_others(desk: Path) -> None:
    (desk / "list.csv").write_text(
        "title,year,director\nKismet,1944,William Dieterle\nKismet,1955,Vincente Minnelli\n",
        encoding="utf-8",
    )  # fmt: skip
    succeed("add", "kb.txt", "list.csv", "--map", "metaqa", cwd=desk)
    query = "SELECT (COUNT(*) AS ?n) { ?film <https://schema.org/name> 'Kismet' }"
    assert succeed("query", "-", "--format", "csv", cwd=desk, stdin=query).split()[-1] == "3"


@pytest.mark.parametrize("name", ["films.json", "films.jsonl"])
def test_a_record_is_shown_word_for_word(desk: Path, name: str) -> None:
    succeed("add", name, cwd=desk)
    done = succeed("ask", "who directed Amour", "--why", "--format", "json", cwd=desk)
    (evidence,) = json.loads(done)["answers"][0]["evidence"]
    assert json.loads(evidence["quote"]) == FILMS[1]
    assert evidence["quote"] in (desk / name).read_text(encoding="utf-8")


def test_explain_tells_each_column_and_writes_nothing(desk: Path) -> None:
    done = run("add", "--explain", "films.json", cwd=desk)
    told = " ".join(done.stdout.split())
    assert "director names: director" in told and "mood (not understood) dark" in told
    assert "budget" in done.stderr and not (desk / "film.db").exists()
    mapped = succeed("add", "--explain", "--map", "metaqa", "kb.txt", cwd=desk)
    assert "release_year its year" in " ".join(mapped.split())


def test_a_broken_record_is_left_out_and_said(desk: Path) -> None:
    lines = (desk / "films.jsonl").read_text(encoding="utf-8") + '{"title": "Cach\n'
    (desk / "films.jsonl").write_text(lines, encoding="utf-8")
    done = run("add", "films.jsonl", cwd=desk)
    assert done.returncode == 1
    assert "Wrong: films.jsonl: line 3, record 3" in done.stderr
    assert "2 films" in done.stderr


def test_a_wrong_mapping_is_a_wrong_call(desk: Path) -> None:
    done = run("add", "kb.txt", "--map", "nowhere.toml", cwd=desk)
    assert done.returncode == 2 and "nowhere.toml does not exist" in done.stderr


@pytest.mark.parametrize(
    ("name", "text", "said", "held"),
    [
        (
            "persons.csv",
            "film_id,title,role,name,person_id\ntt1234567,A,director,,nm0000001\ntt1234567,A,editor,Bo,nm0000002\n",
            "line 2: the person nm0000001 has no name",
            "1 film, 1 agent and 1 credit",
        ),
        (
            "itself.csv",
            "title,year,director,actor\nRosetta,1999,Rosetta,Émilie Dequenne\nMadonna,2020,Ann Lee,Madonna\n",
            "line 2: the film Rosetta is credited to itself",
            "2 films, 3 agents and 3 credits",
        ),
        (
            "ids.csv",
            "title,year,imdb_id,director\nRosetta,1999,tt0200071,Ann Lee\nAmour,2012,tt0200071,Bo Ek\n",
            "line 3: the id tt0200071 stands for Rosetta and for Amour",
            "2 films, 2 agents and 2 credits",
        ),
        (
            "large.csv",
            f"title,director,cast\nRosetta,Ann Lee,{'x' * 10_000_000}\nAmour,Bo Ek,Cy Poe\n",
            "line 2: cast: a cell of millions of letters is not read",
            "2 films, 3 agents and 3 credits",
        ),
        (
            "cell.csv",
            'title,cast\nRosetta,"[{""name"": ""Ann Lee""}"\nAmour,"[{""name"": ""Bo Ek""}]"\n',
            "line 2: cast: the cell is broken JSON (a bracket, comma or quotation mark is missing)",
            "2 films, 1 agent and 1 credit",
        ),
        (
            "ragged.csv",
            "title,director,editor\nRosetta,Ann Lee\nAmour,Bo Ek,Cy Poe\n",
            "line 2: 2 cells where the header has 3; skipped",
            "1 film, 2 agents and 2 credits",
        ),
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, said: str, held: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("add", name, cwd=tmp_path)
    assert done.returncode == 1
    assert f"Wrong: {name}: {said}" in done.stderr and held in done.stderr


def test_lists_that_disagree_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,year,director,runtime\nRosetta,1999,Luc Dardenne,95\n")
    (tmp_path / "b.csv").write_text("title,year,director,runtime\nRosetta,1999,Luc Dardenne,120\n")
    done = run("add", "a.csv", "b.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert (
        "Sources disagree on 1 film; what each says is kept, and 'filmgraph check' lists it." in done.stderr
    )
    assert (
        "  Rosetta: the running time is 95 minutes (a.csv, line 2) or 120 minutes (b.csv, line 2)"
        in done.stderr
    )
    assert "contradicted by row 2 of a.csv" in run("check", cwd=tmp_path).stdout
    # A list that has nothing to do with it is not told of it again; one that does is.
    (tmp_path / "c.csv").write_text("title,year,director\nThe Child,2005,Luc Dardenne\n")
    assert "Rosetta" not in run("add", "c.csv", cwd=tmp_path).stderr


def test_every_voice_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    lists = {
        "a.csv": "imdb_id,title,year,runtime,director\ntt0000101,The Lamp,1975,100,Ann Lee\n"
        "tt0000102,The Isle,1980,90,Bo Ek\n",
        "b.tsv": "imdb_id\ttitle\tyear\truntime\tdirector\ntt0000102\tThe Isle\t1980\t91\tBo Ek\n"
        "tt0000101\tThe Lamp\t1978\t118\tCy Poe\n",
        "c.json": '[{"imdb_id": "tt0000102", "title": "The Isle", "year": 1990, '
        '"director": ["Bo Ek", "Di Fox"]}]',
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("add", *lists, cwd=tmp_path)
    assert done.returncode == 0 and "Sources disagree on 2 films" in done.stderr
    assert (
        "  The Lamp: the year is 1975 (a.csv, line 2) or 1978 (b.tsv, line 3); "
        "the running time is 100 minutes (a.csv, line 2) or 118 minutes (b.tsv, line 3); "
        "the director is Ann Lee (a.csv, line 2) or Cy Poe (b.tsv, line 3)\n"
    ) in done.stderr
    # A minute is rounding, and who names one director more does not disagree.
    assert (
        "  The Isle: the year is 1980 (a.csv, line 3, b.tsv, line 2) or 1990 (c.json, record 1)\n"
        in done.stderr
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title,year,country\nRosetta,1999,Belgium\n", "shows how its columns are understood"),
        ("director,editor\nAnn Lee,Bo Ek\n", "no column of it names a film"),
        (
            ",The Lamp,The Isle\nDirector,Ann Lee,Bo Ek\nEditor,Cy Poe,Di Fox\nYear,1975,1980\n",
            "pastes it transposed",
        ),
        ("Réalisation,Ann Lee\nMontage,Bo Ek\n", "no column of it names a film"),
    ],
)
def test_a_header_that_lacks_a_column(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "list.csv").write_text(text)
    done = run("add", "list.csv", cwd=tmp_path)
    assert done.returncode == 3 and said in done.stderr


def test_a_cell_of_a_million_names_takes_little_time(tmp_path: Path) -> None:
    films = [
        {"title": "A", "director": "Ann Lee", "cast": ["Bo Ek"] * 1_000_000},
        {"title": "B", "director": "Cy"},
    ]
    (tmp_path / "films.json").write_text(json.dumps(films))
    done = run("extract", "films.json", "--format", "jsonl", cwd=tmp_path, timeout=60)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [len(film["credits"]) for film in found] == [2, 1]
    assert "only the first 10,000 entries" in found[0]["unread"][0]["reason"]


def test_a_long_row_is_shown_around_the_name(tmp_path: Path) -> None:
    cast = [{"name": f"Player {n}", "character": f"Part {n}"} for n in range(2000)]
    film = {"title": "Crowd", "year": 2001, "cast": cast, "director": "Ann Lee"}
    (tmp_path / "films.json").write_text(json.dumps([film]))
    succeed("add", "films.json", cwd=tmp_path)
    shown = succeed("ask", "who directed Crowd", "--why", cwd=tmp_path)
    assert '"director": "Ann Lee"' in shown and len(shown) < 2000
    page = succeed("show", "Player 777", cwd=tmp_path)
    assert '"name": "Player 777", "character": "Part 777"' in page and len(page) < 2000
