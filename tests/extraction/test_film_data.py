"""Running time, year, countries, languages; critic, date and festival."""

from __future__ import annotations

import pytest
from extracted import facts_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Running time: 122 MIN.", "122"),
        ("Running time, 98 mins.", "98"),
        ("Runtime: 95", "95"),
        ("Running Length: 1:35", "95"),
        ("Durée : 1h52", "112"),
        ("DURÉE : 1H40", "100"),
        ("Durée : 1h53mn", "113"),
        ("2h 7m", "127"),
        ("2 hours 59 minutes", "179"),
        ("Running time: 1 hour 35 minutes.", "95"),
        ("Laufzeit:\n\n20 min", "20"),
        ("Länge: 130 Min.", "130"),
        ("Durata: 120'", "120"),
        ("Dania, Polska, Anglia 2012, 80’", "80"),
        ("Duur: 1 u 49", "109"),
        ("Duración: 150 min.", "150"),
        ("Fr-Bel. 2012. 123mins.", "123"),
        ("118 minutes", "118"),
        ("98 Minutes", "98"),
        ("Length, 8,464 feet. Running time, 101 minutes.", "101"),
        ("Running time: 2,5 Stunden", "150"),
        ("(Rated R; 90 minutes)", "90"),
        ("It is a film about a man who waits for a train that he does not mean to take. 135 minutes.", "135"),
    ],
)
def test_running_times(text: str, minutes: str) -> None:
    assert facts_of(f"A Film\n\nDirector: Ann Lee\n{text}\n").first("runtime_min") == minutes


@pytest.mark.parametrize(
    "text",
    ["Aspect Ratio 2.35 : 1", "Showtimes: 20:00", "Theatrical Aspect Ratio: 1.66:1", "Budget: 3.6 million"],
)
def test_numbers_that_are_no_running_time(text: str) -> None:
    assert facts_of(f"A Film\n\nDirector: Ann Lee\n{text}\n").first("runtime_min") is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Year: 2009", "2009"),
        ("Production year 2019", "2019"),
        ("Año: 2009", "2009"),
        ("Belgium/France, 2005", "2005"),
        ("France, Belgique, 2011", "2011"),
        ("Österreich / Deutschland 2009, 145 min", "2009"),
        ("Dir Ann Lee, 2012, Romania/France, 152 mins", "2012"),
        ("France 1955", "1955"),
        ("(2006; 121’; ***)", "2006"),
        ("2005 ‧ Drama ‧ 1h 35m", "2005"),
        ("Produktion:\n\n2017", "2017"),
        ("Date de sortie : 6 novembre 2013", "2013"),
        ("2018\nJapan", "2018"),
        ("Year of release: 1989", "1989"),
        ("AÑO: 2.006", "2006"),
        ("A Film is a 1994 American comedy film about a playwright who finds that he has no ear.", "1994"),
    ],
)
def test_years(text: str, year: str) -> None:
    assert facts_of(f"A Film\n\nEditor: Bob Ray\n{text}\n").first("year") == year


@pytest.mark.parametrize(
    "text",
    [
        "(c) 2006 Walt Brinker",
        "Reviewed at Cannes Film Festival (competing), May 17, 2012.",
        "In 1944 he went to Paris and learned from an old hand what one has to know to pass for a hero.",
        "Sundance 2019: Glass and sweat",
    ],
)
def test_years_that_are_not_the_films(text: str) -> None:
    assert facts_of(f"A Film\n\nDirector: Ann Lee\n{text}\n").first("year") is None


def test_a_bare_year_under_the_title() -> None:
    assert facts_of("Rosetta\n2019\nDirected by Ann Lee\nEditor: Bob Ray\n").first("year") == "2019"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Country: UK/France/Belgium", ("UK", "France", "Belgium")),
        ("Pays |\nBelgique France Italie |", ("Belgique", "France", "Italie")),
        ("Produktionsland:\n\nDeutschland, Iran", ("Deutschland", "Iran")),
        ("F/A/D/I 2005", ("F", "A", "D", "I")),
        ("Fr-Bel. 2012. 123mins.", ("Fr", "Bel")),
    ],
)
def test_countries(text: str, countries: tuple[str, ...]) -> None:
    assert facts_of(f"A Film\n\nEditor: Bob Ray\n{text}\n").every("country") == countries


def test_languages() -> None:
    text = "A Film\n\nDirector: Ann Lee\nIn Japanese, Korean, English, Mandarin\n"
    assert facts_of(text).every("language") == ("Japanese", "Korean", "English", "Mandarin")
    text = "A Film\n\nWith: Ann Lee, Bob Ray. (French, Arabic dialogue)\n"
    assert facts_of(text).every("language") == ("French", "Arabic")


@pytest.mark.parametrize(
    ("line", "critic"),
    [
        ("By ESTHER VANCE", "ESTHER VANCE"),
        ("by Fabienne Lormont", "Fabienne Lormont"),
        ("par Solène Karadec, le 25 octobre 2011", "Solène Karadec"),
        ("A movie review by Walt Brinker", "Walt Brinker"),
        ("Reviewed by Dana Whitlow", "Dana Whitlow"),
        ("—Jeffrey Overmann", "Jeffrey Overmann"),
    ],
)
def test_critics_are_never_credited(line: str, critic: str) -> None:
    facts = facts_of(f"Rosetta\n\n{line}\n\nDirector: Ann Lee\n")
    assert facts.first("critic") == critic
    assert {c.agent for c in facts.credits} == {"Ann Lee"}


def test_date_and_festival_of_the_review() -> None:
    facts = facts_of(
        "A Film\n\nDirector: Ann Lee\nReviewed at Cannes Film Festival (competing), May 17, 2012.\n"
    )
    assert facts.first("review_date") == "2012-05-17"
    assert facts.first("festival") == "Cannes Film Festival"


def test_facts_between_dots_on_one_line() -> None:
    facts = facts_of(
        "A Film\n\nSur mes lèvres · France 2001 · 115 min · French dialogue\n\nEditor: Bob Ray\n"
    )
    assert (facts.first("year"), facts.first("runtime_min")) == ("2001", "115")
    assert facts.every("country") == ("France",)


def test_a_country_keeps_its_points() -> None:
    text = "A Film\n\nProduction: (France-U.S.) An X Films release of a Y Films production.\nEditor: Ann Lee"
    assert facts_of(text).every("country") == ("France", "U.S.")
