from __future__ import annotations

import pytest
from prose_page import CREDITS, others, read_sentence

from filmgraph.extraction.films.film_brackets import find_bracketed
from filmgraph.extraction.prose.sentence_case import find_sentence_case

AUDIARD = "Jacques Audiard"
# Other films that sentences name without quotation marks, where only the first word has a capital.
SENTENCE_CASE = [
    ("Prima aveva girato Il sorpasso e I mostri, poi basta.", ["Il sorpasso", "I mostri"]),
    ("Huppert, sept ans après Une affaire de femmes, mâche son chewing-gum.", ["Une affaire de femmes"]),
    ("mais on préférera toujours La ciociara de Vittorio De Sica.", ["La ciociara"]),
    ("viendo otra vez El espíritu de la colmena y Cría cuervos.", ["El espíritu de la colmena"]),
    ("como ya hizo en Los otros con Nicole Kidman.", ["Los otros"]),
    ("sin olvidar El verdugo.", ["El verdugo"]),
    ("wie schon in Die bleierne Zeit, nur leiser.", ["Die bleierne Zeit"]),
    ("net als in De aanslag, maar stiller.", ["De aanslag"]),
    ("kendt fra Den skaldede frisør, er god.", ["Den skaldede frisør"]),
]
NO_SENTENCE_CASE = [
    "Le film est beau. La mer y est calme, et les gens aussi.",
    "la Provence, les Alpes, le Tyrol et la Bretagne",
    "One Nation, One King (Un peuple et son roi), in which he turns",
    "mentre I thought of nothing at all",
    "dans la ville de La Rochelle et ailleurs",
    "De Niro und De Sica, der Produzent",
]
# What lies in quotation marks, or runs in capitals, behind the words that critics use.
READ = [
    (
        "Her previous film, “Salt Roads” (2014), went to Locarno before “Blue Harbor” did.",
        {("Salt Roads", AUDIARD)},
    ),
    (
        "The lead, last seen in Ruben Östlund's “Force Majeure,” is superb in “Blue Harbor.”",
        {("Force Majeure", "Ruben Östlund")},
    ),
    (
        "The lensman, who shot “Carol” for Todd Haynes, works wonders with the fog of “Blue Harbor.”",
        {("Carol", "Todd Haynes")},
    ),
    (
        "Après « Les Routes du sel » (2014), la cinéaste revient en Bretagne avec « Blue Harbor ».",
        {("Les Routes du sel", AUDIARD)},
    ),
    (
        "Le chef opérateur de « Portrait de la jeune fille en feu » éclaire aussi « Blue Harbor ».",
        {("Portrait de la jeune fille en feu", None)},
    ),
    (
        "Tras «Caminos de sal» (2014), la cineasta vuelve al mar con «Blue Harbor», y se nota.",
        {("Caminos de sal", AUDIARD)},
    ),
    (
        "Viene in mente «La terra trema» di Luchino Visconti, guardando «Blue Harbor» in sala.",
        {("La terra trema", "Luchino Visconti")},
    ),
    (
        "Het doet zo nu en dan denken aan Alex van Warmerdams ‘De noorderlingen’, maar dit trage en mooie"
        " ‘Blue Harbor’ is van een heel andere orde.",
        {("De noorderlingen", "Alex van Warmerdam")},
    ),
    (
        "Man denkt unwillkürlich an Christian Petzolds „Barbara“, wenn man sieht, wie still „Blue Harbor“ mit"
        " dem umgeht, was nicht gesagt wird.",
        {("Barbara", "Christian Petzold")},
    ),
]
NOT_READ = [
    "Son héroïne lit « Madame Bovary » de Flaubert dans le train, et « Blue Harbor » la regarde lire.",
    "On y entend « La Mer » de Charles Trenet, deux fois même, et « Blue Harbor » s'en amuse un peu.",
    "Im Zug liest sie Thomas Manns „Zauberberg“, und „Blue Harbor“ sieht ihr dabei lange zu.",
    "La protagonista legge «Il Gattopardo» di Tomasi di Lampedusa mentre «Blue Harbor» va avanti.",
    "Si sente «Azzurro» di Paolo Conte alla radio mentre «Blue Harbor» va avanti per la sua strada.",
    "La protagonista lee «Rayuela», de Cortázar, en el tren, y «Blue Harbor» la mira leer.",
    "A protagonista lê «Os Maias», de Eça de Queirós, e «Blue Harbor» olha para ela a ler.",
    "Zij leest in de trein ‘Max Havelaar’ van Multatuli, en ‘Blue Harbor’ kijkt naar haar.",
    "“I think I may be beginning to disappear,” says Fiona, and “Blue Harbor” believes her.",
]


@pytest.mark.parametrize(("words", "titles"), SENTENCE_CASE)
def test_titles_with_one_capital_are_read_to_their_end(words: str, titles: list[str]) -> None:
    assert [s.of(words) for s in find_sentence_case(words)] == titles


@pytest.mark.parametrize("words", NO_SENTENCE_CASE)
def test_articles_of_sentences_and_names_begin_no_titles(words: str) -> None:
    assert list(find_sentence_case(words)) == []


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_films_that_critics_mention(sentence: str, expected: set[tuple[str, str | None]]) -> None:
    assert others(read_sentence(sentence, CREDITS)) == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_what_is_read_sung_or_said_in_a_film_is_no_film(sentence: str) -> None:
    assert others(read_sentence(sentence, CREDITS)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "On other screens: Bring It On (Peyton Reed), Dancer in the Dark, and Mike Leigh's Naked.",
            {("Bring It On", "Peyton Reed"), ("Dancer in the Dark", None), ("Naked", "Mike Leigh")},
        ),
        (
            "Now playing elsewhere: The Others (Amenábar) | Crumb",
            {("The Others", "Amenábar"), ("Crumb", None)},
        ),
        (
            "More from the archive: Rebecca - Double Indemnity",
            {("Rebecca", None), ("Double Indemnity", None)},
        ),
        ("Fler premiärer: Blodspår (Jan Troell)", {("Blodspår", "Jan Troell")}),
        ("Domani: Prima della rivoluzione", {("Prima della rivoluzione", None)}),
    ],
)
def test_heads_of_lists_in_many_words(line: str, expected: set[tuple[str, str | None]]) -> None:
    sentence = "The film is quiet, and so is the harbor in it, most of the time that it takes."
    assert others(read_sentence(sentence, f"{CREDITS}\n\n{line}")) == expected


def test_a_lone_surname_in_a_dated_bracket_is_the_directors() -> None:
    text = "Mortelle Randonnée (Miller, 1983), then Weekend (Drama, 1967)"
    found = [(b.title.of(text), b.director and b.director.of(text)) for b in find_bracketed(text)]
    assert found == [("Mortelle Randonnée", "Miller"), ("Weekend", None)]
