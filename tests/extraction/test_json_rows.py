"""Records of JSON files and cells that hold JSON: infobox lists, TMDb's objects, ids, labels within lists."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from filmgraph.catalogs.maps import load_maps
from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.tables.based_on import find_works
from filmgraph.extraction.tables.raw_lists import find_pieces
from filmgraph.extraction.tables.rows import find_row_facts
from filmgraph.model.document import Document, Row, Span
from filmgraph.model.facts import FilmFacts
from filmgraph.model.tables import TableMap

INFOBOX = load_maps()["wikipedia-infobox"]


def read(*records: dict[str, Any], table_map: TableMap | None = INFOBOX) -> tuple[FilmFacts, ...]:
    """The facts of records as a JSON lines file would hold them."""
    text, rows = "", []
    columns: dict[str, None] = {}
    for number, record in enumerate(records, start=1):
        line = json.dumps(record, ensure_ascii=False)
        cells = tuple((k, v if isinstance(v, str) else json.dumps(v)) for k, v in record.items())
        rows.append(Row(number, Span(len(text), len(text) + len(line)), cells))
        columns |= dict.fromkeys(record)
        text += line + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        text,
        digest,
        "x.json",
        "application/json",
        rows=tuple(rows),
        columns=tuple(columns),
        table_map=table_map,
    )
    facts = find_row_facts(document, load_roles())
    for film in facts:
        for credit in film.credits:
            assert credit.evidence.quote == credit.evidence.span.of(text)
    return facts


def credits_of(cell: Any, column: str = "Produced by") -> list[tuple[str, str, str | None]]:
    (film,) = read({"title": "A", column: cell})
    return [(c.role, c.agent, c.note) for c in film.credits]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ann Lee", ["producer: Ann Lee"]),
        (["Ann Lee", "Bo Ek"], ["producer: Ann Lee", "producer: Bo Ek"]),
        (["Ann Lee", "[1]", "Bo Ek", "[", "fr", "]"], ["producer: Ann Lee", "producer: Bo Ek"]),
        (["Ann Lee", "and", "Bo Ek", ",", "Cy Poe", "and Di Roe"], 4),
        (["Ann Lee,", "Bo Ek"], ["producer: Ann Lee", "producer: Bo Ek"]),
        (["Ann Lee", "(uncredited)"], ["producer: Ann Lee (uncredited)"]),
        (["Ann Lee", "(", "uncredited", ")"], ["producer: Ann Lee (uncredited)"]),
        (["Ann Lee (", "executive", ")", "[2]"], ["executive-producer: Ann Lee (executive)"]),
        (["Ann Lee", "(executive producer; uncredited)", "[1]"], 1),
        (["Ann Lee", "(co-producer)"], ["co-producer: Ann Lee (co-producer)"]),
        (["Ann Lee", ", associate producer"], ["associate-producer: Ann Lee (associate producer)"]),
        (
            ["Ann Lee", "Co-Producers:", "Bo Ek", "Executive Producers:", "Cy Poe", "Di Roe"],
            [
                "producer: Ann Lee", "co-producer: Bo Ek", "executive-producer: Cy Poe",
                "executive-producer: Di Roe",
            ],
        ),
        (["Uncredited:", "Ann Lee"], ["producer: Ann Lee (Uncredited)"]),
        (["Robert Roe", "Jr."], ["producer: Robert Roe Jr."]),
        ([".mw-parser-output .plainlist{margin:0}", "Ann Lee"], ["producer: Ann Lee"]),
        ("N/A", []),
    ],
    ids=str,
)  # fmt: skip
def test_lists_of_raw_strings(cell: Any, names: list[str] | int) -> None:
    found = [f"{role}: {name}" + (f" ({note})" if note else "") for role, name, note in credits_of(cell)]
    assert found == names if isinstance(names, list) else len(found) == names


@pytest.mark.parametrize(
    ("column", "cell", "credit"),
    [
        ("Directed by", ["Ann Lee", "Co-director:", "Bo Ek"], "director: Bo Ek"),
        ("Directed by", ["Ann Lee", "(First Assistant Director)"], "assistant-director: Ann Lee"),
        ("Directed by", ["Ann Lee", "(animation)"], "animation-director: Ann Lee"),
        ("Written by", ["Ann Lee", "(story)"], "story: Ann Lee"),
        ("Written by", ["Screenplay:", "Ann Lee", "Story:", "Bo Ek"], "story: Bo Ek"),
        ("Cinematography", "Ann Lee, ASC", "cinematographer: Ann Lee"),
        ("Cinematography", ["Ann Lee", ",", "ASC"], "cinematographer: Ann Lee"),
        ("Cinematography", ["Ann Lee", "(camera)"], "cinematographer: Ann Lee"),
        ("Music by", ["Ann Lee", "(songs)"], "composer: Ann Lee"),
        ("Productioncompany ", ["Lee Films", "[1]"], "production-company: Lee Films"),
        ("Producer(s)", ["Ann Lee (line producer)"], "line-producer: Ann Lee"),
        ("Starring", ["Ann Lee", "(archive footage)"], "actor: Ann Lee"),
        ("Narrated by", "Ann Lee", "narrator: Ann Lee"),
    ],
)
def test_columns_of_infoboxes(column: str, cell: Any, credit: str) -> None:
    assert credit in [f"{role}: {name}" for role, name, _ in credits_of(cell, column)]


def test_printed_names_and_territories() -> None:
    (film,) = read(
        {
            "title": "A",
            "Directed by": ["Ann Lee", "(as", "Alan Smithee", ")"],
            "Distributed by": [
                "Lee Films",
                "(US/Canada)",
                "Ek Films",
                "(",
                "International",
                ")",
                "Roe Video",
            ],
        }
    )
    assert film.credits[0].agent == "Ann Lee" and film.credits[0].credited_as == "Alan Smithee"
    assert [(c.agent, c.territory) for c in film.credits[1:]] == [
        ("Lee Films", "US"),
        ("Lee Films", "Canada"),
        ("Ek Films", "International"),
        ("Roe Video", None),
    ]


def test_film_data_of_infoboxes() -> None:
    (film,) = read(
        {
            "url": "https://en.wikipedia.org/wiki/Rosetta_(film)",
            "imdb_link": "https://www.imdb.com/title/tt0200071/",
            "year": 1999,
            "Directed by": "Luc Dardenne",
            "Running time": ["95 minutes", "[1]", "93 minutes", "(cut)"],
            "Country": ["Belgium", "[2]", "France", "[2]"],
            "Language": "French",
            "Release date": ["May 23, 1999", "(", "1999-05-23", ")"],
            "Budget": "€2 million",
        }
    )
    assert film.ids == (("https://en.wikipedia.org/wiki/", "Rosetta_(film)"), ("imdb", "tt0200071"))
    stated = [(s.field, s.value) for s in film.stated]
    assert stated == [
        ("title", "Rosetta"),
        ("year", "1999"),
        ("runtime_min", "95"),
        ("country", "Belgium"),
        ("country", "France"),
        ("language", "French"),
    ]
    assert not film.unread


@pytest.mark.parametrize(
    ("items", "works"),
    [
        (["SHOK!", "by", "Steve MacManus"], "SHOK! / None / Steve MacManus"),
        (["the novel", "Dark", "by", "Jim Poe"], "Dark / novel / Jim Poe"),
        (["Dark", "1902 novel", "by", "Jim Poe"], "Dark / novel / Jim Poe"),
        (["Dark", "by Jim Poe"], "Dark / None / Jim Poe"),
        (["Dark by Jim Poe"], "Dark / None / Jim Poe"),
        (["Characters", "by", "A. B. Poe", "and", "Cy Lee"], "None / characters / A. B. Poe, Cy Lee"),
        (["Characters created by", "Cy Lee"], "None / characters / Cy Lee"),
        (['"', "Killings", '"', "by", "Cy Lee"], "Killings / None / Cy Lee"),
        (["Alpha", "by", "Cy Lee", "Beta", "by", "Bo Ek"], "Alpha / None / Cy Lee; Beta / None / Bo Ek"),
        (["Alpha", "by", "Cy Lee", "Di Roe", "[1]"], "Alpha / None / Cy Lee, Di Roe"),
        (["Alpha", "and", "Beta", "by", "Cy Lee"], "Alpha / None / Cy Lee; Beta / None / Cy Lee"),
        (["Alpha", "by", "Cy", "Characters by", "Bo Ek"], "Alpha / None / Cy; None / characters / Bo Ek"),
        (["Disney's", "Cinderella", "by", "Cy Lee"], "Disney's Cinderella / None / Cy Lee"),
        (['"', "Alpha", '" by', "Cy", '"', "Beta", '" by', "Bo"], "Alpha / None / Cy; Beta / None / Bo"),
        (["Book of Exodus"], "Book of Exodus / None / "),
        (["Death by Misadventure"], "Death by Misadventure / None / "),
    ],
)  # fmt: skip
def test_what_films_are_based_on(items: list[str], works: str) -> None:
    assert "; ".join(f"{w.title} / {w.kind} / {', '.join(w.authors)}" for w in find_works(items)) == works


def test_the_name_of_the_article_mends_the_title_or_is_another() -> None:
    site = "https://en.wikipedia.org/wiki/"
    glued, other = read(
        {"title": "Indiana Jones and theKingdom", "url": f"{site}Indiana_Jones_and_the_Kingdom"},
        {"title": "Jesus vs. Frosty", "url": f"{site}The_Spirit_of_Christmas_(short_film)"},
    )
    assert glued.every("title") == ("Indiana Jones and the Kingdom",) and not glued.every("alternative_title")
    assert (other.first("title"), other.first("alternative_title")) == (
        "Jesus vs. Frosty",
        "The Spirit of Christmas",
    )


def test_writers_of_the_work_behind_the_film() -> None:
    (film,) = read({"title": "A", "Written by": ["Ann Lee", "(novel)", "Bo Ek", "Book:", "Cy Poe"]})
    assert [(c.role, c.agent, c.note) for c in film.credits] == [
        ("source-author", "Ann Lee", "novel"),
        ("screenwriter", "Bo Ek", None),
        ("source-author", "Cy Poe", "Book"),
    ]
    assert [(w.author, w.kind) for w in film.source_works] == [("Ann Lee", "novel"), ("Cy Poe", "book")]


def test_tables_of_tmdb() -> None:
    (film,) = read(
        {
            "movie_id": "11489",
            "title": "Rosetta",
            "cast": [
                {"cast_id": 1, "character": "Rosetta", "id": 81674, "name": "Émilie Dequenne", "order": 0}
            ],
            "crew": [
                {"department": "Directing", "id": 45135, "job": "Director", "name": "Luc Dardenne"},
                {"department": "Sound", "id": 7, "job": "ADR & Dubbing", "name": "Bo Ek"},
                {"department": "Crew", "id": 8, "job": "Chef", "name": "Cy Poe"},
            ],
        },
        table_map=None,
    )
    assert film.ids == (("tmdb", "11489"),)
    assert [(c.role, c.agent, c.ids, c.character, c.billing_order) for c in film.credits] == [
        ("actor", "Émilie Dequenne", (("tmdb", "81674"),), "Rosetta", 1),
        ("director", "Luc Dardenne", (("tmdb", "45135"),), None, 1),
        ("sound", "Bo Ek", (("tmdb", "7"),), None, 1),
    ]
    assert [u.reason for u in film.unread] == ["crew: “Chef” is no known role"]


def test_ids_of_a_role_stand_in_a_column_beside_its_names() -> None:
    (film,) = read(
        {
            "title": "A",
            "director": "Ann Lee; Bo Ek",
            "director_id": "nm0000001; nm0000002",
            "editor": "Cy Poe",
        },
        table_map=None,
    )
    assert [c.ids for c in film.credits] == [(("imdb", "nm0000001"),), (("imdb", "nm0000002"),), ()]


def test_a_list_that_never_ends_its_bracket() -> None:
    pieces = list(find_pieces(["Ann Lee", "(", *["x"] * 50]))
    assert pieces[0].text == "Ann Lee" and len(pieces) > 30


@pytest.mark.parametrize(
    ("record", "credits"),
    [
        ({"Director/Writer": "Ann Lee"}, ["director: Ann Lee", "screenwriter: Ann Lee"]),
        ({"DoP & Editor": "Ann Lee"}, ["cinematographer: Ann Lee", "editor: Ann Lee"]),
        ({"Producer / Production Company": "Lee Films"}, ["production-company: Lee Films"]),
        ({"Stab": "Regie: Ann Lee; Kamera: Bo Ek, Cy Poe"}, 3),
        ({"Crew": "Directed by: Ann Lee\nEditor: Bo Ek"}, ["director: Ann Lee", "editor: Bo Ek"]),
        ({"Darsteller": "Ann Lee als Rosa, Bo Ek als Tom"}, ["actor: Ann Lee (Rosa)", "actor: Bo Ek (Tom)"]),
        ({"Director(s)": "DARDENNE Luc & DARDENNE Jean-Pierre"}, 2),
        ({"Actor": "CCH Pounder"}, ["actor: CCH Pounder"]),
        ({"credits": {"cast": [{"name": "Ann Lee"}], "crew": [{"name": "Bo Ek", "job": "Editor"}]}}, 2),
        ({"director": {"name": "Ann Lee", "id": 7}}, ["director: Ann Lee"]),
        ({"directors": [{"person": {"name": "Ann Lee"}}]}, ["director: Ann Lee"]),
    ],
    ids=str,
)
def test_tables_of_archives_and_festivals(record: dict[str, Any], credits: list[str] | int) -> None:
    (film,) = read({"Title": "A", **record}, table_map=None)
    found = [f"{c.role}: {c.agent}" + (f" ({c.character})" if c.character else "") for c in film.credits]
    assert found == credits if isinstance(credits, list) else len(found) == credits


@pytest.mark.parametrize(
    ("record", "stated"),
    [
        ({"Country/Year": "Belgium, France 1999"}, ["country Belgium", "country France", "year 1999"]),
        ({"Country, Year, Running time": "BE 2002, 95 min"}, ["country BE", "year 2002", "runtime_min 95"]),
        ({"Date": "2020-01-01", "Year": "2012"}, ["year 2012"]),
        ({"Released": "2013-01-01", "Year": ""}, ["year 2013"]),
        ({"Prod.-Jahr": "1999", "Prod.-Land": "B/F"}, ["year 1999", "country B", "country F"]),
    ],
    ids=str,
)
def test_data_of_films_in_odd_columns(record: dict[str, Any], stated: list[str]) -> None:
    (film,) = read({"Title": "A", "Regie": "Ann Lee", **record}, table_map=None)
    assert [f"{s.field} {s.value}" for s in film.stated if s.field != "title"] == stated


def test_a_name_in_two_columns() -> None:
    films = read(
        {"Film": "A", "Function": "Director", "Last name": "Lee", "First name": "Ann"},
        {"Film": "A", "Function": "Editor", "Last name": "Ek", "First name": ""},
        table_map=None,
    )
    assert [c.agent for c in films[0].credits] == ["Ann Lee", "Ek"]
