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
        ("C-124m. Letterboxed.", "124"),
        ("B&W-93m.", "93"),
        ("DURATA 2h e 22'", "142"),
        ("Duração: 2 horas e 5 minutos", "125"),
        ("Duur: 1 uur en 49 minuten", "109"),
        ("1 hod 32 min", "92"),
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


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("France-Italie/1959/88 min/35 mm", "88"),
        ("[35mm, B/N, 107']", "107"),
        ("2011, 35mm / 1:2,35, 103 Min., Deutsch", "103"),
        ("Speltid101 min", "101"),
        ("12A101 minsDrama2022UK, USA", "101"),
        ("68-69 mins | Film noir | 30 November 1945", "68"),
        ("Ficção, 118', 35mm (16mm + 35mm), preto e branco", "118"),
        ("Czarno-biały, 2836 m, 97 min", "97"),
        ("112mins + ads. B/w", "112"),
        ("Réalisé en 16 mm, 75 minutes", "75"),
        ("Beate Roth hat daraus 93 Minuten montiert, und keine davon ist zu viel für diesen Film.", "93"),
        ("It is a 104-minute film about a man who waits for a train that he does not mean to take.", "104"),
    ],
)
def test_running_times_among_gauges_and_glued_words(text: str, minutes: str) -> None:
    assert facts_of(f"A Film\n\nDirector: Ann Lee\n{text}\n").first("runtime_min") == minutes


@pytest.mark.parametrize(
    "text",
    [
        "35 mm",
        "16mm, 1:1,33",
        "CAFÉ BAR opens 30 mins before first film",
        "Publié hier • Lecture 3 min.",
        "4 min read",
        "Nothing happens in the first 90 minutes of it, and then a man comes in and sits down for good.",
        "After 70 minutes he finds the key, and 80 minutes later he has lost it again in the same river.",
    ],
)
def test_minutes_that_are_no_running_time(text: str) -> None:
    assert facts_of(f"A Film\n\nDirector: Ann Lee\n{text}\n").first("runtime_min") is None


def test_the_entry_over_the_title_is_another_films() -> None:
    text = """
        Feb 5    La Noire de... (dir. Ousmane Sembène, Senegal, 1966, 65 min.)
        Feb 19   THIS WEEK

        Touki Bouki (The Hyena's Journey)
        (Senegal, 1973, 85 minutes, Wolof)
        Dir. & scr. Djibril Diop Mambéty. With Magaye Niang, Mareme Niang.
    """
    facts = facts_of(text)
    assert (facts.first("year"), facts.first("runtime_min")) == ("1973", "85")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ROSETTA / 1963\n\num filme de ANN LEE\n", "1963"),
        ("ROSETTA [Italia, 1965] [35mm]\n\nRegia: Ann Lee\n", "1965"),
        ("ROSETTA\n(Ann Lee, 1963) 112mins\n", "1963"),
        ("Rosetta\nFilm policier français d'Ann Lee (1979). Musique : Bob Ray.\n", "1979"),
        ("ROSETTA\nde Ann Lee\nFrance-Italie/1959/88 min/35 mm\n", "1959"),
        ("A Film\n\nDirector: Ann Lee\nPremière: 24-10-1958, Amsterdam\n", "1958"),
        ("A Film\n\nDirector: Ann Lee\nEn salle le 13 juillet 2022.\n", "2022"),
        ("ROSETTA\nTrade Guide, released 28th July 2006\n\nDirector: Ann Lee\n", "2006"),
        ("ROSETTA\n\nDirector: Ann Lee\n\nESTRENO EN CINES 30 DE JUNIO DE 2017\n", "2017"),
        ("ROSETTA\n\nReleased in 2005/07/23 [114 min.]\n\nDirector: Ann Lee\n", "2005"),
        ("Rosetta\n\nDate    1942\nDirector    Ann Lee\n", "1942"),
        ("Rosetta\n\nProduc tiejaar: 1958\nDirector: Ann Lee\n", "1958"),
        # the source's year, the title's own, a neighbor's, a festival's
        ("A Film\n\nBased on: The Book (1943 play) by Bob Ray\nDirector: Ann Lee\n", None),
        ("Rosetta\n\nDirector: Ann Lee\nBorn: 1961\n", None),
        ("Rosetta\n\nDirector: Ann Lee\nDistributor: Bob Films (US, 1960)\n", None),
        ("SUMMER 1993\n(ESTIU 1993)\n\nuna película de ANN LEE\n\nMontaje: Bob Ray\n", None),
        ("A Film\n\nDirector: Ann Lee\nBest First Feature, Berlinale 2017\n", None),
    ],
)
def test_years_beside_the_title(text: str, year: str | None) -> None:
    assert facts_of(text).first("year") == year


@pytest.mark.parametrize(
    ("above", "year"),
    [
        ("A Hard Winter 2008", "2008"),
        ("Cannes 2019", None),
        ("Venice Days 2015", None),
        ("The Lakeside Film Festival 2010", None),
        ("The Official Selection 2015", None),
        ("Un certain regard 2015", None),
        ("La Semaine de la Critique 2012", None),
    ],
)
def test_a_year_behind_the_other_title_over_the_title(above: str, year: str | None) -> None:
    text = f"{above}\n\nUn hiver dur\n\nDirected by Ann Lee\n\nWith Bob Ray, Carla Moss.\n"
    assert facts_of(text).first("year") == year
