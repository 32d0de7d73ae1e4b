"""Credit lists: long and wide form, names in a cell, source works, and what is left unread."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import count_calls

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.names.teams import is_team
from filmgraph.extraction.tables.cells import split_character, split_names
from filmgraph.extraction.tables.columns import understand_columns
from filmgraph.extraction.tables.rows import find_row_facts
from filmgraph.model.document import Document, Row, Span
from filmgraph.model.facts import FilmFacts


def build_list(table: str) -> Document:
    """A credit list written with bars between the cells; the first line is the header."""
    lines = [line.strip() for line in table.strip().splitlines()]
    header = [name.strip() for name in lines[0].split("|")]
    text, rows = lines[0] + "\n", []
    for number, line in enumerate(lines[1:], start=2):
        cells = [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
        rows.append(
            Row(number, Span(len(text), len(text) + len(line)), tuple(zip(header, cells, strict=True)))
        )
        text += line + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(text, digest, "list.csv", "text/csv", rows=tuple(rows))


def read(table: str) -> tuple[FilmFacts, ...]:
    document = build_list(table)
    films = find_row_facts(document, load_roles())
    for film in films:
        assert film.document == document.sha256 and not film.is_review
        evidence = [x.evidence for x in film.stated] + [x.evidence for x in film.credits]
        evidence += [x.evidence for x in film.source_works]
        for one in evidence:
            assert one.quote == one.span.of(document.text)
            assert one.row is not None and one.span == document.rows[one.row - 2].span
        for unread in film.unread:
            assert unread.quote == unread.span.of(document.text) and unread.reason
    return films


def credits_of(film: FilmFacts) -> list[tuple[str, str]]:
    return [(c.role, c.agent) for c in film.credits]


def test_long_form() -> None:
    films = read("""
        film    | year | function         | name                   | character | territory
        Rosetta | 1999 | Director         | Luc Dardenne           |           |
        Rosetta | 1999 | director         | Jean-Pierre Dardenne   |           |
        Rosetta | 1999 | Actress          | Émilie Dequenne        | Rosetta   |
        Rosetta | 1999 | Distributor      | USA Films              |           | U.S.
        Amour   | 2012 | Director/Writer  | Haneke, Michael        |           |
        Rosetta | 1999 | Chef opérateur   | Alain Marcoen          |           |
    """)
    rosetta, amour = films
    assert [f.film_key for f in films] == ["rosetta|1999", "amour|2012"]
    assert [(s.field, s.value) for s in rosetta.stated] == [("title", "Rosetta"), ("year", "1999")]
    assert credits_of(rosetta) == [
        ("director", "Luc Dardenne"),
        ("director", "Jean-Pierre Dardenne"),
        ("actor", "Émilie Dequenne"),
        ("distributor", "USA Films"),
        ("cinematographer", "Alain Marcoen"),
    ]
    assert [(c.character, c.territory, c.kind, c.billing_order) for c in rosetta.credits[1:4]] == [
        (None, None, "person", 2),
        ("Rosetta", None, "person", 1),
        (None, "U.S.", "organization", 1),
    ]
    assert credits_of(amour) == [("director", "Michael Haneke"), ("screenwriter", "Michael Haneke")]
    assert amour.credits[0].credited_as == "Haneke, Michael"
    assert {c.evidence.rule for f in films for c in f.credits} == {"rows/long"}
    assert all(not f.unread for f in films)


def test_wide_form() -> None:
    (film,) = read("""
        Titre | Titre original | Année | Durée | Pays | Réalisateur | Scénario | Producteurs | \
Sociétés de production | Acteurs | IMDb ID
        The Child | L'Enfant | 2005 | 1h35 | Belgique, France | Jean-Pierre & Luc Dardenne | \
the Dardenne brothers | Denis Freyd; Olivier Bronckart | Les Films du Fleuve, Archipel 35, RTBF | \
Jérémie Renier (Bruno), Déborah François as Sonia | tt0456396
    """)
    assert film.ids == (("imdb", "tt0456396"),)
    assert film.every("country") == ("Belgique", "France")
    assert (film.first("runtime_min"), film.first("original_title")) == ("95", "L'Enfant")
    assert credits_of(film) == [
        ("director", "Jean-Pierre Dardenne"),
        ("director", "Luc Dardenne"),
        ("screenwriter", "the Dardenne brothers"),
        ("producer", "Denis Freyd"),
        ("producer", "Olivier Bronckart"),
        ("production-company", "Les Films du Fleuve"),
        ("production-company", "Archipel 35"),
        ("production-company", "RTBF"),
        ("actor", "Jérémie Renier"),
        ("actor", "Déborah François"),
    ]
    assert [c.character for c in film.credits[-2:]] == ["Bruno", "Sonia"]
    assert [c.kind for c in film.credits[2:6]] == ["team", "person", "person", "organization"]
    assert {c.evidence.rule for c in film.credits} == {"rows/wide"}


def test_a_column_of_actors_and_one_of_parts() -> None:
    films = read("""
        Movie | Actor | Role
        Amour (2012) | Jean-Louis Trintignant | Georges
        Amour (2012) | Emmanuelle Riva | Anne
    """)
    assert [(c.agent, c.character) for c in films[0].credits] == [
        ("Jean-Louis Trintignant", "Georges"),
        ("Emmanuelle Riva", "Anne"),
    ]
    assert (films[0].first("title"), films[0].first("year")) == ("Amour", "2012")


def test_production_is_persons_or_companies_by_the_form_of_the_name() -> None:
    (film,) = read("""
        film | role | name
        Rosetta | Production | Les Films du Fleuve
        Rosetta | Production | Michèle Pétin
    """)
    assert credits_of(film) == [("production-company", "Les Films du Fleuve"), ("producer", "Michèle Pétin")]


def test_unknown_role_words_are_never_guessed() -> None:
    (film,) = read("""
        film | role | name | Budget
        Rosetta | honeywagon | Someone Else | 1
        Rosetta | director, honeywagon | Someone Else | 1
        Rosetta | | Someone Else | 1
        Rosetta | Regie | Luc Dardenne | 1
    """)
    assert credits_of(film) == [("director", "Luc Dardenne")]
    assert [(u.section, u.reason) for u in film.unread] == [
        ("header", "no known role and no known film data"),
        ("row", "“honeywagon” is no known role"),
        ("row", "“director, honeywagon” is no known role"),
        ("row", "no role is given"),
    ]
    assert film.unread[0].quote == "Budget"


def test_an_empty_cell_says_nothing() -> None:
    (film,) = read("""
        film | director | editor | composer | cast
        Rosetta | Luc Dardenne | n/a | - | \\N
    """)
    assert credits_of(film) == [("director", "Luc Dardenne")] and not film.unread


def test_a_row_without_a_film_gives_nothing() -> None:
    (film,) = read("""
        film | role | name
        Rosetta | director | Luc Dardenne
         | editor | Marie-Hélène Dozo
    """)
    assert credits_of(film) == [("director", "Luc Dardenne")]
    assert [u.reason for u in film.unread] == ["row 3 names no film"]


def test_what_was_not_read_is_listed_in_reading_order() -> None:
    (film,) = read("""
        film    | role    | name
        Rosetta | wizard  | Ann Lee
                | editor  | Bob Roe
        Rosetta | warlock | Cy Poe
    """)
    assert [u.reason.split()[-1] for u in film.unread] == ["role", "film", "role"]


def test_films_of_one_title_are_told_apart_by_year_and_id() -> None:
    films = read("""
        title | year | director | imdb_id
        The Child | 2005 | Luc Dardenne | tt0456396
        The Child | 1990 | Someone Else |
        L'Enfant | 2005 | Jean-Pierre Dardenne | https://www.imdb.com/title/tt0456396/
    """)
    assert [(f.film_key, len(f.credits)) for f in films] == [("imdb:tt0456396", 2), ("the child|1990", 1)]
    assert films[0].every("title") == ("The Child", "L'Enfant")


def test_two_people_of_one_name_stay_two() -> None:
    (film,) = read("""
        film_id | title | role | name | person_id
        tt0000001 | A | actor | Jo Day | nm0000001
        tt0000001 | A | actor | Jo Day | nm0000002
        tt0000001 | A | actor | Jo Day | nm0000002
        tt0000001 | A | actor | Lorraine and Rognan | nm0000003
    """)
    assert [c.ids for c in film.credits] == [
        (("imdb", "nm0000001"),), (("imdb", "nm0000002"),), (("imdb", "nm0000003"),),
    ]  # fmt: skip
    assert film.credits[2].agent == "Lorraine and Rognan"


def test_ids_of_a_list_of_its_own_tell_its_people_apart() -> None:
    (film,) = read("""
        title | role | name | person_id
        A | actor | Jo Day | 1
        A | actor | Jo Day | 2
        A | editor | Jo Day | 2
    """)
    assert [c.ids[0][1] for c in film.credits] == ["1", "2", "2"]
    (film,) = read("""
        title | role | name | person_id
        A | actor | Jo Day | 1
        A | editor | Jo Day | 2
    """)
    assert not any(c.ids for c in film.credits)  # it numbers the rows


def test_source_works_by_columns_and_by_notes() -> None:
    (column,) = read("""
        film | director | Novel | Author
        Rust and Bone | Jacques Audiard | Rust and Bone | Craig Davidson
    """)
    assert [(w.title, w.author, w.kind, w.grade) for w in column.source_works] == [
        ("Rust and Bone", "Craig Davidson", "novel", "based_on")
    ]
    (noted,) = read("""
        film | role | name | note
        A | writer | Ann Screen | screenplay by &
        A | writer | Bo Novel | (novel)
        A | writer | Cy Play | based on the play "Home" by
        A | writer | Di Idea | suggested by a short story by
        A | writer | Ed Story | story
        A | actor | Flo Part | (as Florence Part)
        A | actor | Gus Voice | (voice)
    """)
    assert [(w.title, w.author, w.kind, w.grade) for w in noted.source_works] == [
        (None, "Bo Novel", "novel", "based_on"),
        ("Home", "Cy Play", "play", "based_on"),
        (None, "Di Idea", "short story", "suggested_by"),
    ]
    assert credits_of(noted) == [
        ("screenwriter", "Ann Screen"),
        ("source-author", "Bo Novel"),
        ("source-author", "Cy Play"),
        ("source-author", "Di Idea"),
        ("story", "Ed Story"),
        ("actor", "Flo Part"),
        ("voice-actor", "Gus Voice"),
    ]
    assert noted.credits[5].credited_as == "Florence Part"


def test_cells_may_hold_json_or_what_python_prints() -> None:
    films = read("""
        title | cast | crew
        A | [{"name": "Jo Day", "character": "Ann", "order": 0}] | [{"name": "Bo Ek", "job": "Editor"}]
        B | [{'name': "Jo O'Day"}] | [{'name': 'Bo Ek', 'job': 'Wizard'}, {'job': 'Editor'}]
        C | [{"name": "Jo Day"} | [{"name": "Cy Poe", "job": "Novel"}]
    """)
    assert [credits_of(f) for f in films] == [
        [("actor", "Jo Day"), ("editor", "Bo Ek")],
        [("actor", "Jo O'Day")],
        [("source-author", "Cy Poe")],
    ]
    assert films[0].credits[0].character == "Ann" and films[0].credits[0].billing_order == 1
    assert [(w.author, w.kind) for w in films[2].source_works] == [("Cy Poe", "novel")]
    assert [u.reason for f in films for u in f.unread] == [
        "crew: “Wizard” is no known role",
        "crew: an entry has no name",
        "cast: the cell is broken JSON (a bracket, comma or quotation mark is missing); it is left out",
    ]


def test_years_and_times_that_are_none() -> None:
    (film,) = read("""
        title | year | runtime | director
        A | spring | long | Jo Day
    """)
    assert film.first("year") is None and film.first("runtime_min") is None
    assert [u.reason for u in film.unread] == ["“spring” is no year", "“long” is no running time"]


def test_a_table_about_something_else() -> None:
    assert find_row_facts(build_list("town | people\nSeraing | 60000"), load_roles()) == ()
    assert find_row_facts(Document("", "", "", "text/plain"), load_roles()) == ()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Luc Dardenne", ["Luc Dardenne"]),
        ("Luc Dardenne, Denis Freyd", ["Luc Dardenne", "Denis Freyd"]),
        ("Luc Dardenne, Denis Freyd and Lars von Trier", ["Luc Dardenne", "Denis Freyd", "Lars von Trier"]),
        ("Luc Dardenne, Denis Freyd, and Jo Day", ["Luc Dardenne", "Denis Freyd", "Jo Day"]),
        ("Luc Dardenne\nDenis Freyd", ["Luc Dardenne", "Denis Freyd"]),
        ("Luc Dardenne | Denis Freyd ; Jo Day", ["Luc Dardenne", "Denis Freyd", "Jo Day"]),
        ("Luc Dardenne / Denis Freyd", ["Luc Dardenne", "Denis Freyd"]),
        ("Sammy Davis, Jr.", ["Sammy Davis, Jr."]),
        ("Sammy Davis, Jr., Jo Day", ["Sammy Davis, Jr.", "Jo Day"]),
        ("Audiard, Jacques", ["Jacques Audiard"]),
        ("von Trier, Lars", ["Lars von Trier"]),
        ("Downey, Robert J.", ["Robert J. Downey"]),
        ("Luc & Jean-Pierre Dardenne", ["Luc Dardenne", "Jean-Pierre Dardenne"]),
        ("Anna and Lars von Trier", ["Anna von Trier", "Lars von Trier"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Nick Cave and the Bad Seeds", ["Nick Cave and the Bad Seeds"]),
        ("Cher, Bette Midler", None),
        ("Madonna, Cher, Sting", None),
        ("Siegfried & Roy", None),
        ("see https://example.org/cast", None),
        ("123", None),
    ],
)
def test_persons_in_a_cell(cell: str, names: list[str] | None) -> None:
    found = split_names(cell, company=False)
    assert (None if found is None else [n.text for n in found]) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Why Not Productions, Page 114", ["Why Not Productions", "Page 114"]),
        ("Miramax Films, Inc., Plan B", ["Miramax Films, Inc.", "Plan B"]),
        ("Bac Films & Co; Wild Bunch", ["Bac Films & Co", "Wild Bunch"]),
        ("Studio 37 (France, Belgium), RTBF", ["Studio 37", "RTBF"]),
    ],
)
def test_companies_in_a_cell(cell: str, names: list[str]) -> None:
    found = split_names(cell, company=True)
    assert found and [n.text for n in found] == names


def test_characters_and_remarks() -> None:
    def split(cell: str) -> tuple[str, str | None]:
        (name,) = split_names(cell, company=False) or []
        found, character = split_character(name)
        return found.text, character

    assert split("Tahar Rahim (Malik)") == ("Tahar Rahim", "Malik")
    assert split("Tahar Rahim as Malik El Djebena") == ("Tahar Rahim", "Malik El Djebena")
    assert split("Tahar Rahim (uncredited)") == ("Tahar Rahim", None)
    assert split("Mike Myers (Shrek, voice)") == ("Mike Myers", "Shrek")
    assert split("Tahar Rahim (as T. Rahim)") == ("Tahar Rahim", None)


@pytest.mark.parametrize(
    "name", ["the Dardenne brothers", "Coen Bros.", "les frères Larrieu", "fratelli Taviani"]
)
def test_teams(name: str) -> None:
    assert is_team(name)


@pytest.mark.parametrize("name", ["Luc Dardenne", "Brothers Quay Films", "Bruder Rausch"])
def test_no_teams(name: str) -> None:
    assert not is_team(name)


@pytest.mark.parametrize(
    ("header", "meaning", "roles"),
    [
        ("Film Title", "title", []),
        ("release_year", "year", []),
        ("Running time (min)", "runtime", []),
        ("Director(s)", "credit", ["director"]),
        ("actor_1_name", "credit", ["actor"]),
        ("Executive producers", "credit", ["executive-producer"]),
        ("Réalisation", "credit", ["director"]),
        ("director_id", "ids", ["director"]),
        ("actor_1_facebook_likes", "", []),
        ("budget", "", []),
        ("", "", []),
    ],
)
def test_headers(header: str, meaning: str, roles: list[str]) -> None:
    (column,) = understand_columns((header,), load_roles()).columns
    assert (column.meaning, [r.id for r in column.roles]) == (meaning, roles)


CELLS = st.text(alphabet=st.sampled_from("Luc Dardenne,;&/()[]{}|\"'éand as.Jr\n12"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(CELLS, st.booleans())
def test_any_cell_is_split_without_inventing_letters(cell: str, company: bool) -> None:
    for name in split_names(cell, company=company) or []:
        assert any(c.isalpha() for c in name.text)
        assert all(word in cell for word in name.printed.split())


def test_long_cells_are_linear_or_refused() -> None:
    assert split_names("a, " * 1_000_000, company=False) is None
    assert split_names("(" * 19_000, company=True) is None


def test_huge_cells_are_not_looked_at() -> None:
    huge = "a & " * 100_000
    header = ("film", "role", "name", "note", huge)
    rows = [
        Row(
            2,
            Span(0, 1),
            tuple(zip(header, ("Rosetta", "director", "Luc Dardenne", huge, huge), strict=True)),
        ),
        Row(3, Span(1, 2), tuple(zip(header, ("Rosetta", huge, "Luc Dardenne", "", ""), strict=True))),
        Row(4, Span(2, 3), tuple(zip(header, ("Rosetta", "editor", huge, "", ""), strict=True))),
        Row(5, Span(3, 4), tuple(zip(header, (huge, "editor", "Jo Day", "", ""), strict=True))),
    ]
    document = Document("abcd", "", "", "text/csv", rows=tuple(rows))
    assert count_calls(lambda: find_row_facts(document, load_roles())) < 20_000
    (film,) = find_row_facts(document, load_roles())
    assert credits_of(film) == [("director", "Luc Dardenne")]
    assert len(film.unread) == 3


VALUES = (
    "|film|year|role|name|director|Cast|note|Novel|Luc Dardenne|Day, Jo|1999|A & B C|n/a|(voice)|novel by"
    "|tt0456396|nm0000001|12 min|Wild Bunch|Coen brothers"
)
WORDS = st.sampled_from(VALUES.split("|"))
WORDS |= st.text(alphabet=st.characters(exclude_characters="|\r\n", exclude_categories=["Cs"]), max_size=10)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=5, max_size=5), min_size=2, max_size=6))
def test_any_table_gives_facts_with_their_rows(table: list[list[str]]) -> None:
    text, rows = "", []
    for number, cells in enumerate(table, start=1):
        line = "|".join(cells)
        if number > 1:
            pairs = tuple(zip(table[0], cells, strict=True))
            rows.append(Row(number, Span(len(text), len(text) + len(line)), pairs))
        text += line + "\n"
    document = Document(text, "", "", "text/csv", rows=tuple(rows))
    films = find_row_facts(document, load_roles())
    assert films == find_row_facts(document, load_roles())
    assert len({f.film_key for f in films}) == len(films)
    for film in films:
        for credit in film.credits:
            assert credit.evidence.quote == credit.evidence.span.of(text)
            assert credit.agent and credit.credited_as and credit.role in load_roles().roles
        assert all(u.quote == u.span.of(text) for u in film.unread)
