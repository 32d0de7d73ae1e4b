"""Films that brackets, lists and programmes name, and what is not credited because it is said of them."""

from __future__ import annotations

import hashlib

import pytest
from extracted import credits_of

from filmgraph.extraction import extract_facts
from filmgraph.extraction.films.film_brackets import find_bracketed
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts

OWN = "Anna Holm"
BRACKETED = [
    (
        "He went from Brick Lane (2007) to Cavalo Dinheiro (Pedro Costa, 2014).",
        [("Brick Lane", None), ("Cavalo Dinheiro", "Pedro Costa")],
    ),
    ("Dryburgh also shot THE PIANO (dir. Jane Campion), they say.", [("THE PIANO", "Jane Campion")]),
    (
        "Ha dirigido los cortometrajes Lovers (2010), Born Positive (2012) y Lipstick (2013).",
        [("Lovers", None), ("Born Positive", None), ("Lipstick", None)],
    ),
    (
        "na o.m. Spiegel van Holland (1950) en Rembrandt, schilder van de mens (1957)",
        [("Spiegel van Holland", None), ("Rembrandt, schilder van de mens", None)],
    ),
    ("La Cina è vicina [1967]; Vincere [2009].", [("La Cina è vicina", None), ("Vincere", None)]),
    ("As Mil e uma Noites (2015)", [("As Mil e uma Noites", None)]),
    (
        "Nunavut (Our Land) (95), Qaggiq (Gathering Place) (89) and Saputi (Fish Traps) (93)",
        [("Nunavut (Our Land)", None), ("Qaggiq (Gathering Place)", None), ("Saputi (Fish Traps)", None)],
    ),
    (
        "After O Sangue (1989) he went to Cape Verde for Casa de Lava (1994).",
        [("O Sangue", None), ("Casa de Lava", None)],
    ),
    (
        "„Sonne und Beton“ (R: David Wnendt, P: Constantin Film), 650.000 €",
        [("Sonne und Beton", "David Wnendt")],
    ),
    ("She was in Waiting for Happiness (2002).", [("Waiting for Happiness", None)]),
]
NOT_BRACKETED = [
    "Drame de Jacques Moreau (France, 2014)",
    "Lula Cotton (Clara), 24 ans, et le film (1 h 54).",
    "Press office: Chloé Lorenzi (Paris)",
    "Released in October 1957 (1957-10-12) in Moscow.",
    "It won at the Berlin Film Festival (2015) and the Prize of the Jury (2014).",
    "20th Century Fox (Mexico), Film4 (UK)",
    "Imágenes[14] Críticas[31]",
    "de nazi Müntze (de Duitser Sebastian Koch) verzamelt postzegels",
    "Valk, Henk van der (Koendering); Butterman, Johan (Van Ogten)",
]


@pytest.mark.parametrize(("text", "expected"), BRACKETED)
def test_brackets_that_make_films(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(b.title.of(text), b.director.of(text) if b.director else None) for b in find_bracketed(text)]
    assert found == expected


@pytest.mark.parametrize("text", NOT_BRACKETED)
def test_brackets_that_make_none(text: str) -> None:
    assert not list(find_bracketed(text))


LISTED = [
    (
        "See also: Faraon / Austeria / Kanał (dir. A. Wajda)",
        {("Faraon", None), ("Austeria", None), ("Kanał", "A. Wajda")},
    ),
    (
        "Also showing: Let the Sunshine In (Claire Denis) | Western (Valeska Grisebach) | Ray",
        {("Let the Sunshine In", "Claire Denis"), ("Western", "Valeska Grisebach"), ("Ray", None)},
    ),
    (
        "Next: 25 Feb, The Rider. Director Chloé Zhao. With Brady Jandreau, Tim Jandreau",
        {("The Rider", "Chloé Zhao")},
    ),
    (
        "NEXT WEEK: KABHI ALVIDA NAA KEHNA. Banner: Dharma Productions. Dir: Karan Johar. Music: X Y",
        {("KABHI ALVIDA NAA KEHNA", "Karan Johar")},
    ),
    (
        "PROSSIMAMENTE: Drive My Car di Hamaguchi - Titane - Qui rido io (con Toni Servillo)",
        {("Drive My Car", "Hamaguchi"), ("Titane", None), ("Qui rido io", None)},
    ),
    (
        "Film suivant dans ce cycle : Docteur Jerry et Mister Love (Jerry Lewis, 1963)",
        {("Docteur Jerry et Mister Love", "Jerry Lewis")},
    ),
    (
        "Related films\nMoolaadé Ousmane Sembène\nRoma (2018) Alfonso Cuarón",
        {("Moolaadé", "Ousmane Sembène"), ("Roma", "Alfonso Cuarón")},
    ),
    (
        "Outros filmes do realizador\nA Cara que Mereces (2004)\nTabu Vermelho (2008)",
        {("A Cara que Mereces", OWN), ("Tabu Vermelho", OWN)},
    ),
    (
        "1.20am Channel 5 Entrapment (Jon Amiel, 1999) with Sean Connery, Catherine Zeta-Jones. Daft.",
        {("Entrapment", "Jon Amiel")},
    ),
    (
        "LIVING 12A — dir. Oliver Hermanus, with Bill Nighy, Aimee Lou Wood. Still showing",
        {("LIVING", "Oliver Hermanus")},
    ),
    ("• Homesdale (1971), short film by Peter Weir, with Geoff Malone", {("Homesdale", "Peter Weir")}),
    (
        "Weitere Absolventenfilme: Schattenzeit | Die Ausbildung (R: Dirk Lütter) | Sechzehn",
        {("Schattenzeit", None), ("Die Ausbildung", "Dirk Lütter"), ("Sechzehn", None)},
    ),
    (
        "Nelle sale anche: «Ad Astra» di James Gray, «Vox Lux»",
        {("Ad Astra", "James Gray"), ("Vox Lux", None)},
    ),
    ("(segue a pag. 34: Dogman, p. 35: L'isola dei cani)", {("Dogman", None), ("L'isola dei cani", None)}),
    # what a programme sets before a title, and how far the title reaches
    (
        "Précédemment : Le Moulin noir (P. Larsen) / Prochaine séance, 9 mars : La Digue",
        {("Le Moulin noir", "P. Larsen"), ("La Digue", None)},
    ),
    (
        "jueves 12, 18.00 h   LA CASA DE LAS MANZANAS (Pedro Ruiz, 1970). 99'",
        {("LA CASA DE LAS MANZANAS", "Pedro Ruiz")},
    ),
    (
        "Thurs     FAREWELL, CORDELIA (Larry Kern, 1969, from Ann Roth) 102m",
        {("FAREWELL, CORDELIA", "Larry Kern")},
    ),
    (
        "So 5.10. Der Tod im Moor (Karl Brenner, nach Ida Wolf) · So 19.10. Anna Rink (R. W. Vogt, 1974)",
        {("Der Tod im Moor", "Karl Brenner"), ("Anna Rink", "R. W. Vogt")},
    ),
    (
        "22.55  Nieuws      23.15  Voor een verre vriend (Piet Mol, 1992) ***",
        {("Voor een verre vriend", "Piet Mol")},
    ),
    (
        "ANSCHLIESSEND 01.45 Am Rand der Zeit (D 1976) R: Karl Brenner, D: Udo Rink",
        {("Am Rand der Zeit", "Karl Brenner")},
    ),
    (
        "Also tonight\n7.05pm ITV9  Lamb (Chris Nolte, 1995) Joy.\n1.10am Channel Six  Sergeant ★★★ Cops.",
        {("Lamb", "Chris Nolte"), ("Sergeant", None)},
    ),
    # what a list adds behind a title
    (
        "Tomorrow: Thirst (Steve Kern); Naples, after Rosa Bellini's book",
        {("Thirst", "Steve Kern"), ("Naples", None)},
    ),
    (
        "See also: Ann's Nature (Luc Moreau), p.48; Auto Park, p.36",
        {("Ann's Nature", "Luc Moreau"), ("Auto Park", None)},
    ),
    (
        "VOUS AIMEREZ AUSSI\nLes Tannés (Luc Moreau, d'après la pièce Sel, sable et vent) • Papi fait du ski"
        " • Salon et dépendances, d'après Roux et Blanc",
        {("Les Tannés", "Luc Moreau"), ("Papi fait du ski", None), ("Salon et dépendances", None)},
    ),
    (
        "ANDRE FILMER NÅ\nJeg går alene (Stian Berg)\nBergen, 12. mai (Jon Dahl), fritt etter en roman",
        {("Jeg går alene", "Stian Berg"), ("Bergen, 12. mai", "Jon Dahl")},
    ),
    (
        "Los clientes que compraron este producto también compraron:\n"
        "El lápiz azul (Antón Reyes), según Rivas  -  Las manzanas son para el invierno  -  La estrella",
        {
            ("El lápiz azul", "Antón Reyes"),
            ("Las manzanas son para el invierno", None),
            ("La estrella", None),
        },
    ),
    # labels of their own, owners, rows of one director, marks of other houses
    (
        "More like this\nRiver of Dust / Director: Peter Larsen\nThe Clerk (2005)",
        {("River of Dust", "Peter Larsen"), ("The Clerk", None)},
    ),
    (
        "Also released\nBulk (140 mins, 12A) Directed by Ann Roth; starring Eric Vane",
        {("Bulk", "Ann Roth")},
    ),
    (
        "Next: “The Gates of Dust” (20th-Fox), John Kern's picture of the Steiner novel",
        {("The Gates of Dust", "John Kern")},
    ),
    (
        "Next week: THREE BY BRENNER — The Mill, Salt, and (from Ida Wolf's novel) Rosa's Child",
        {("The Mill", "BRENNER"), ("Salt", "BRENNER"), ("Rosa's Child", "BRENNER")},
    ),
    (
        "Coming Friday: Wag the Cat ... As Bad As It Gets ... Gus Van Damm's “Ill Will”",
        {("Wag the Cat", None), ("As Bad As It Gets", None), ("Ill Will", "Gus Van Damm")},
    ),
    (
        "NEXT WEEK: NEVER BEEN MISSED * STOP (Doug Lyman)",
        {("NEVER BEEN MISSED", None), ("STOP", "Doug Lyman")},
    ),
    (
        "Lees ook: Soldaat van Brabant | Keetje Mol, naar Neel Dof | Spetters",
        {("Soldaat van Brabant", None), ("Keetje Mol", None), ("Spetters", None)},
    ),
    (
        "MÁS CRÍTICAS: Yegua, de Lisandro Roca; Dos vasos, de Martín Roca",
        {("Yegua", "Lisandro Roca"), ("Dos vasos", "Martín Roca")},
    ),
    (
        "Im Anschluss, 0.45 Uhr: „Katz und Hund“, Spielfilm, BRD 1967, Regie: Karl Brenner",
        {("Katz und Hund", "Karl Brenner")},
    ),
    (
        "Das könnte Sie auch interessieren: Äpfel (Apples, Ann Lee) · Blinde Verabredung (Karl Brenner)",
        {("Äpfel", "Ann Lee"), ("Blinde Verabredung", "Karl Brenner")},
    ),
    ("« Il leopardo | indice | Giù le mani »", {("Il leopardo", None), ("Giù le mani", None)}),
]
NOT_LISTED = [
    "Read more: Ten trucks I have loved",
    "Latest\nAn interview with the cook of the studio",
    "Chairman: Roger Stott   Projection: Alan & Sue Mayhew",
    "Lees ook: Interview met San Fu Maltha, producent",
    "Next screening: see our website for times and prices",
    "Related\nCrew\nFestivals and Awards",
    "Also in this directory\nBeresford, Bruce\nBertolucci, Bernardo",
    "« Older posts | Home | Newer posts »",
    "Release date: 17 May 2005 (2005-05-17) (Cannes)",
    "17 May 2005 (2005-05-17) (Cannes)",
    "12. Kurzfilmfestival Köln (14.-18.11.2018)",
    "Awards & Festivals: Cannes 2014 | 2 wins: Prize of the Jury; César 2015 | Best Film",
    "See also: not to be confused with: “My Blue Harbor,” a stage farce",
]


def _facts(lines: str) -> FilmFacts:
    text = (
        "Blue Harbor\n\nDirector: Anna Holm\nEditor: Piet Vos\n\nA harbor, a boat, and a woman who does"
        " not want to"
        f" leave either of them before the winter sets in.\n\n{lines}\n"
    )
    document = Document(text, hashlib.sha256(text.encode()).hexdigest(), "page.txt", "text/plain")
    found = extract_facts(document)
    assert len(found) == 1
    for film in found[0].other_films:
        assert film.evidence.span.of(text) == film.evidence.quote
    return found[0]


@pytest.mark.parametrize(("lines", "expected"), LISTED)
def test_lists_give_other_films_and_no_credits(lines: str, expected: set[tuple[str, str | None]]) -> None:
    facts = _facts(lines)
    assert {(o.title, o.director) for o in facts.other_films} == expected
    assert {c.agent for c in facts.credits} == {OWN, "Piet Vos"}


@pytest.mark.parametrize("lines", NOT_LISTED)
def test_headlines_and_furniture_are_no_films(lines: str) -> None:
    assert not _facts(lines).other_films


SAID = [
    (
        "Holm came home after two pictures in Hollywood, A Little Princess (1995) and Great Expectations"
        " (1998),"
        " the latter starring Ethan Hawke.",
        {("A Little Princess", OWN), ("Great Expectations", OWN)},
    ),
    (
        "Born in Oslo in 1970, Anna Holm studied law; Winter Sun (1999) was her first film and Ice"
        " Poison (2004)"
        " came after it.",
        {("Winter Sun", OWN), ("Ice Poison", OWN)},
    ),
    (
        "Holm (Brick Lane, Suffragette) worked on the story for a whole year with the two people who"
        " wrote it.",
        {("Brick Lane", OWN), ("Suffragette", OWN)},
    ),
    (
        "When Malik (who else) walks out on his father, Holm (Brick Lane, Suffragette) stays behind with him"
        " for a whole year.",
        {("Brick Lane", OWN), ("Suffragette", OWN)},
    ),
    (
        "The studio wanted it remade at once (Diabolo, Jeremy Kern, 1996), and lost a fortune on the water"
        " alone.",
        {("Diabolo", "Jeremy Kern")},
    ),
    (
        "Uno sguardo che ricorda Prima della rivoluzione di Bernardo Bertolucci, come se il mare fosse"
        " di ieri.",
        {("Prima della rivoluzione", "Bernardo Bertolucci")},
    ),
    (
        "On retrouve une bonne part du film dans La piel que habito, de Pedro Almodóvar, et ce n'est pas"
        " rien.",
        {("La piel que habito", "Pedro Almodóvar")},
    ),
    ("Das erinnert an »Sehnsucht« und mehr noch an das, was darin niemand sagt.", {("Sehnsucht", None)}),
]
SAYS_NONE = [
    "A 1992 remake, directed by Wade Williams, starred Tom Neal, Jr. as Al, and nobody has seen it since"
    " then.",
    "Anna Holm (Barcelona, 1986) vive entre el mar y la montaña, y no quiere volver a la ciudad de los"
    " otros.",
    "Cameraman Otis “Cookie” Figowitz lit the boats, and the rain did what it could to hide them from us"
    " all.",
    "IT TAKES ANNA HOLM most of an hour to show us a boat, and by then we are in such a state that we cry.",
    "La música, de Pedro Almodóvar hermano, suena en la casa de Jane Doe cuando el mar ya no está para"
    " verla.",
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_sentences_tie_dated_films(sentence: str, expected: set[tuple[str, str | None]]) -> None:
    facts = _facts(sentence)
    assert {(o.title, o.director) for o in facts.other_films} == expected
    assert {c.agent for c in facts.credits} <= {OWN, "Piet Vos"}


@pytest.mark.parametrize("sentence", SAYS_NONE)
def test_sentences_without_other_films(sentence: str) -> None:
    facts = _facts(sentence)
    assert not facts.other_films
    assert not {c.agent for c in facts.credits} & {"Wade Williams", "Tom Neal, Jr."}


def test_lines_may_end_in_any_way() -> None:
    """A vertical tab ends a line as well (UAX 14, class BK)."""
    wide = "Nobody has ever told a longer story about a shorter road than this one does, and"
    page = f"A Film\x0b\x0b{wide}\x0b{wide} so it goes.\x0b\x0bDirector: Ann Lee"
    assert ("director", "Ann Lee") in credits_of(page)
