from __future__ import annotations

import pytest
from prose_page import read_sentence, sources

from filmgraph.extraction.sources.work_phrases import read_work

OWN = "Blue Harbor"
# What critics write of a source, in the languages that are read: title, author.
READ = [
    # English
    ('The film is based on Ian McEwan\'s 2001 novel "Atonement".', ("Atonement", "Ian McEwan")),
    (
        "Berg has adapted Muriel Spark's slim, cruel novel The Driver's Seat with great tact.",
        ("The Driver's Seat", "Muriel Spark"),
    ),
    (
        'Daphne du Maurier\'s short story "The Birds", on which the film is loosely based, is a classic.',
        ("The Birds", "Daphne du Maurier"),
    ),
    (
        'It began life as a play, "Rabbit Hole", by David Lindsay-Abaire.',
        ("Rabbit Hole", "David Lindsay-Abaire"),
    ),
    ("The source is Homer's Odyssey, no less.", ("Odyssey", "Homer")),
    ('A transposition of "King Lear" to the Iowa cornfields, the film has its moments.', ("King Lear", None)),
    (
        'Alice Munro\'s "The Bear Came Over the Mountain" provided the story.',
        ("The Bear Came Over the Mountain", "Alice Munro"),
    ),
    (
        "“Blue Harbor” brings to the screen “Meneseteung,” the last story in Alice Munro's collection.",
        ("Meneseteung", "Alice Munro"),
    ),
    (
        'The picture takes its plot from a Somerset Maugham story, "Rain", and its weather, too.',
        ("Rain", "Somerset Maugham"),
    ),
    (
        "Working from a memoir by the chef Gabrielle Hamilton, Berg keeps her camera in the kitchen.",
        (None, "Gabrielle Hamilton"),
    ),
    (
        "The screenplay, by Tom Stoppard, is from J.G. Ballard's autobiographical novel.",
        (None, "J.G. Ballard"),
    ),
    (
        'In adapting "The Turn of the Screw" by Henry James, Berg turns up the heat.',
        ("The Turn of the Screw", "Henry James"),
    ),
    (
        'The plot, such as it is, derives from the 1961 comic strip "Barbarella" by Jean-Claude Forest.',
        ("Barbarella", "Jean-Claude Forest"),
    ),
    # French
    (
        "Le scénario s'inspire librement d'un roman de Georges Simenon, « Le Train ».",
        ("Le Train", "Georges Simenon"),
    ),
    ("Anna Berg porte à l'écran « La Place » d'Annie Ernaux.", ("La Place", "Annie Ernaux")),
    (
        "D'après la nouvelle de Maupassant « Le Horla », un film de brume et d'eau.",
        ("Le Horla", "Maupassant"),
    ),
    (
        "L'idée vient d'une bande dessinée de Christophe Chabouté, Tout seul.",
        ("Tout seul", "Christophe Chabouté"),
    ),
    ("La cinéaste transpose à Marseille Les Trois Sœurs de Tchekhov.", ("Les Trois Sœurs", "Tchekhov")),
    (
        "Une adaptation fidèle du best-seller de Delphine de Vigan (Rien ne s'oppose à la nuit, 2011).",
        ("Rien ne s'oppose à la nuit", "Delphine de Vigan"),
    ),
    (
        "Le livre de Philippe Lançon, « Le Lambeau », dont le film est tiré, était réputé inadaptable.",
        ("Le Lambeau", "Philippe Lançon"),
    ),
    (
        "Anna Berg s'empare du roman de Virginie Despentes, Apocalypse bébé.",
        ("Apocalypse bébé", "Virginie Despentes"),
    ),
    (
        "Scénario d'Anna Berg et Paul Roy, d'après L'Été meurtrier de Sébastien Japrisot.",
        ("L'Été meurtrier", "Sébastien Japrisot"),
    ),
    (
        "Le roman de Laurent Mauvignier, prix Médicis, a été adapté par la cinéaste elle-même.",
        (None, "Laurent Mauvignier"),
    ),
    # German
    ("Anna Berg hat Juli Zehs Bestseller „Unterleuten“ verfilmt.", ("Unterleuten", "Juli Zeh")),
    ("Die Vorlage lieferte Daniel Kehlmanns Roman „Tyll“ (2017).", ("Tyll", "Daniel Kehlmann")),
    (
        "Die Verfilmung von Jenny Erpenbecks „Heimsuchung“ ist ein Wagnis.",
        ("Heimsuchung", "Jenny Erpenbeck"),
    ),
    ("Der gleichnamige Roman von Judith Hermann diente als Vorlage.", (OWN, "Judith Hermann")),
    (
        "Das Drehbuch folgt der Autobiografie von Hape Kerkeling, „Ich bin dann mal weg“.",
        ("Ich bin dann mal weg", "Hape Kerkeling"),
    ),
    ("Berg verlegt Fontanes „Effi Briest“ nach Brandenburg von heute.", ("Effi Briest", "Fontane")),
    (
        "Ferdinand von Schirachs Theaterstück „Terror“ kommt ins Kino.",
        ("Terror", "Ferdinand von Schirach"),
    ),
    ("Die Regisseurin adaptiert den Bestseller von Bov Bjerg: „Auerhaus“.", ("Auerhaus", "Bov Bjerg")),
    ("Das Kammerspiel geht auf ein Stück von Botho Strauß zurück.", (None, "Botho Strauß")),
    # Italian
    (
        "Anna Berg porta sullo schermo il bestseller di Paolo Cognetti, Le otto montagne.",
        ("Le otto montagne", "Paolo Cognetti"),
    ),
    ("La sceneggiatura adatta «La tregua» di Primo Levi con rispetto.", ("La tregua", "Primo Levi")),
    (
        "Il film nasce da un testo teatrale di Eduardo De Filippo, Filumena Marturano.",
        ("Filumena Marturano", "Eduardo De Filippo"),
    ),
    (
        "Anna Berg rilegge «Gli indifferenti» di Moravia e lo porta ai giorni nostri.",
        ("Gli indifferenti", "Moravia"),
    ),
    (
        "Il libro di Roberto Saviano da cui è tratto il film vendette milioni di copie.",
        (None, "Roberto Saviano"),
    ),
    (
        "Alla base del film c'è il romanzo di Donatella Di Pietrantonio, «L'Arminuta».",
        ("L'Arminuta", "Donatella Di Pietrantonio"),
    ),
    # Spanish
    (
        "La directora adapta la obra teatral de Jordi Galcerán, «El método Grönholm».",
        ("El método Grönholm", "Jordi Galcerán"),
    ),
    ("El guion parte de la novela homónima de Almudena Grandes.", (OWN, "Almudena Grandes")),
    ("La cinta se inspira en el libro «Tea Rooms» de Luisa Carnés.", ("Tea Rooms", "Luisa Carnés")),
    ("El cómic de Paco Roca, Arrugas, llega al cine.", ("Arrugas", "Paco Roca")),
    # Portuguese
    ("O argumento parte de uma peça de Nelson Rodrigues.", (None, "Nelson Rodrigues")),
    ("Adaptação do romance homónimo de Agustina Bessa-Luís.", (OWN, "Agustina Bessa-Luís")),
    ("O filme inspira-se livremente em «Os Lusíadas» de Camões.", ("Os Lusíadas", "Camões")),
    ("O livro de Valter Hugo Mãe que inspira o filme é outra coisa.", (None, "Valter Hugo Mãe")),
    # Dutch
    ("Anna Berg verfilmde De avonden van Gerard Reve.", ("De avonden", "Gerard Reve")),
    ("Het scenario volgt Hella Haasses novelle 'Oeroeg'.", ("Oeroeg", "Hella Haasse")),
    (
        "De film is een bewerking van Tonke Dragts jeugdboek 'De brief voor de koning'.",
        ("De brief voor de koning", "Tonke Dragt"),
    ),
    ("Arnon Grunbergs roman 'Tirza' is verfilmd door Anna Berg.", ("Tirza", "Arnon Grunberg")),
    # Danish, Swedish, Norwegian, Polish
    (
        "Filmen er baseret på Karen Blixens novelle »Babettes gæstebud«.",
        ("Babettes gæstebud", "Karen Blixen"),
    ),
    (
        'Kerstin Ekmans roman "Händelser vid vatten" ligger till grund för filmen.',
        ("Händelser vid vatten", "Kerstin Ekman"),
    ),
    ("Filmen er en filmatisering av Knut Hamsuns «Sult».", ("Sult", "Knut Hamsun")),
]

NOT_READ = [
    "She is reading Virginia Woolf's “The Waves” on the ferry in “Blue Harbor,” and so are we.",
    "As in Kafka's “The Trial”, nobody is told the charge.",
    "It is not based on Zadie Smith's novel of the same name.",
    "Graham Greene's “The Quiet American” has been filmed before, in 1958.",
    "This is not another adaptation of “Emma”, thank heaven.",
    "Berg wants to adapt Kate Chopin's The Awakening next.",
    "Loosely inspired by the life of the painter Emily Carr, it avoids the usual tears.",
    "We see him staging “Uncle Vanya” by Chekhov with prisoners.",
    "It reminded me of *No Country for Old Men*, which the brothers adapted from Cormac McCarthy’s novel.",
    "Son héroïne lit « Madame Bovary » de Flaubert dans le train.",
    "Elle rêve d'adapter « La Princesse de Clèves ».",
    "On n'adapte pas impunément le roman de Marcel Proust.",
    "Im Zug liest sie Thomas Manns „Zauberberg“.",
    "Nach einem Drehbuch von Thomas Wendrich erzählt Berg von einer Flucht.",
    "Sie wollte nie einen Roman von Stefan Zweig verfilmen.",
    "Dal montaggio di Marco Spoletini viene il ritmo.",
    "La protagonista legge «Il Gattopardo» di Tomasi di Lampedusa.",
    "Basada en hechos reales.",
    "La protagonista lee «Rayuela», de Cortázar, en el tren.",
    "A protagonista lê «Os Maias», de Eça de Queirós.",
    "Zij leest in de trein 'Max Havelaar' van Multatuli.",
    "Het boek van Griet Op de Beeck, 'Vele hemels boven de zevende', werd eerder een toneelstuk.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_sentences_tell_sources_in_every_language(
    sentence: str, expected: tuple[str | None, str | None]
) -> None:
    assert {(title, author) for title, author, *_ in sources(read_sentence(sentence))} == {expected}


@pytest.mark.parametrize("sentence", NOT_READ)
def test_works_that_are_only_mentioned_are_no_sources(sentence: str) -> None:
    assert sources(read_sentence(sentence)) == set()


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        (
            "Dir: Ann Lee. Scr: Lee and Paul Gégauff, from The Talented Mr. Ripley by Patricia Highsmith.",
            ("The Talented Mr. Ripley", "Patricia Highsmith"),
        ),
        (
            "Scenariusz: Ann Lee na podstawie powieści Jerzego Andrzejewskiego pod tym samym tytułem",
            (OWN, "Jerzego Andrzejewskiego"),
        ),
        (
            "Scénario : Ann Lee, d'après le roman de Ruth Rendell\n\nDe L'Analphabète (le titre français"
            " du livre)"
            " elle garde l'essentiel, et le reste ne lui manque jamais.",
            ("L'Analphabète", "Ruth Rendell"),
        ),
        (
            "Regie: Ann Lee. Nach dem Roman von Anna Seghers.\n\nSeghers schrieb „Transit“ Anfang der"
            " vierziger"
            " Jahre auf der Flucht, und davon erzählt auch der Film.",
            ("Transit", "Anna Seghers"),
        ),
    ],
)
def test_credits_tell_sources_with_everyday_words(credit: str, expected: tuple[str, str]) -> None:
    found = sources(read_sentence("The film is quiet, and so is the harbor in it, most of the time.", credit))
    assert {(title, author) for title, author, *_ in found} == {expected}


def test_a_work_is_read_only_where_it_is_named() -> None:
    assert read_work("the story of Anne Frank and her diary", 0) is None
    assert read_work("the history of France, told in an hour", 0) is None
    assert read_work("the shores of Lake Michigan by night", 0) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            'It is based on the stories "Cathedral," "Feathers" and "Fever" by Raymond Carver.',
            {(t, "Raymond Carver") for t in ("Cathedral", "Feathers", "Fever")},
        ),
        (
            "Le film est adapté des romans « Aline » et « Derborence » de Charles Ramuz.",
            {("Aline", "Charles Ramuz"), ("Derborence", "Charles Ramuz")},
        ),
        (
            "Basato sui racconti «Notte», «Sera» e «Alba» di Dino Buzzati.",
            {(t, "Dino Buzzati") for t in ("Notte", "Sera", "Alba")},
        ),
        (
            'Based on the stage musical "Night Market" by Hugh Wheeler, with music by Harvey Schmidt and'
            ' lyrics by Tom Jones, from the play "The Stall" by Enid Bagnold and the stories "Market Days" by'
            " John Collier.",
            {
                ("Night Market", "Hugh Wheeler"),
                ("The Stall", "Enid Bagnold"),
                ("Market Days", "John Collier"),
            },
        ),
        (
            "It updates Shakespeare's The Taming of the Shrew to a high school.",
            {("The Taming of the Shrew", "Shakespeare")},
        ),
        (
            "It is adapted from the story by Ruth Prawer and John Collier.",
            {(None, "Ruth Prawer"), (None, "John Collier")},
        ),
        ('She reads "Cathedral," "Feathers" and "Fever" by Raymond Carver on the ferry.', set()),
    ],
)
def test_a_row_of_works_and_a_chain_of_ties_are_read_whole(
    sentence: str, expected: set[tuple[str | None, str]]
) -> None:
    assert {
        (title, author) for title, author, *_ in sources(read_sentence(sentence, "Director: Anna Berg"))
    } == expected
