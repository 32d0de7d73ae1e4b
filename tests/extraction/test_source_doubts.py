from __future__ import annotations

import pytest
from prose_page import read_sentence, sources

from filmgraph.extraction.sources.source_doubts import is_taken_back

CREDITS = (
    "Cast: Marion Cotillard (Homer Stokes), Deborah Kerr (Ida)\nDirector: Anna Berg\nScreenplay: Jonas Lind"
)
OTHER_FILMS = [
    'Berg came to it straight from "The Long Field," based on the play by Noel Coward, and needed a rest.',
    "Tomorrow: “Rain” (Lewis Milestone); “The Letter”, after W. Somerset Maugham's play.",
    "Le festival montrait aussi « Gervaise » (René Clément, d'après le roman « L'Assommoir » d'Émile Zola).",
    'Her short "Small Hours" (1999, from Joan Didion\'s novel) won a prize.',
    'Her short film "Small Hours" (1999, from Joan Didion\'s novel "Run River") won a prize.',
    "On aimait « Le Vent » (Victor Sjöström, d'après la pièce « Orage » de August Strindberg), moins lui.",
    "Zuvor drehte sie „Der Sturm“ (2009, nach dem Roman „Die Küste“ von Siegfried Lenz).",
    "Prima aveva girato «La notte» (2001, dal romanzo «Il cielo» di Alberto Moravia).",
    "Dopo «La notte», tratto da un racconto di Alberto Moravia, Berg cambia strada.",
    'She followed "The Sea Wall", adapted from the novel by Marguerite Duras, with a comedy.',
    'Kerr was better in "Black Orchard", adapted from the novel by Rumer Godden.',
    'Clayton had made "The Innocents," an adaptation of Henry James\'s "The Turn of the Screw," long before.',
    "*The Hollow* (Berg, 2004), adapted from Ruth Rendell's novel, was colder.",
]
DENIED = [
    'It isn\'t from a novel by Stephen King either, nor is it a remake of "The Fog".',
    'It is not an adaptation of Ian McEwan\'s novel "Saturday".',
    'Neither an adaptation of Jane Austen\'s "Emma" nor a remake, it goes its own way.',
    "Le film n'est pas tiré du roman « La Peste » d'Albert Camus.",
    "Ce n'est ni une adaptation du roman « La Peste » d'Albert Camus, ni un pastiche.",
    "Der Film ist keine Verfilmung von Siegfried Lenz' Roman „Deutschstunde“.",
    "Das ist weder eine Verfilmung des Romans „Deutschstunde“ von Siegfried Lenz noch ein Remake.",
    "Il film non è tratto dal romanzo «La noia» di Alberto Moravia.",
    "Non è un adattamento del romanzo «La noia» di Alberto Moravia.",
    "No es una adaptación de la novela «Nada» de Carmen Laforet.",
    "Não é uma adaptação do romance «A Selva» de Ferreira de Castro.",
    'The film is hardly an adaptation of Ian McEwan\'s novel "Saturday".',
    'This isn\'t based on the novel "Saturday" by Ian McEwan.',
]
ONLY_A_NAME = [
    'The title comes out of Gus Van Sant\'s "Good Will Hunting".',
    'The film takes its title from Elizabeth Bishop\'s poem "Questions of Travel".',
    'Its heroine is named after Henrik Ibsen\'s "Hedda Gabler".',
    'The ending recalls Gus Van Sant\'s "Good Will Hunting".',
    'It is shot in the manner of Gus Van Sant\'s "Good Will Hunting".',
    "Le titre vient d'un poème de Paul Éluard, « Liberté ».",
    "Der Titel stammt aus Rilkes Gedicht „Herbsttag“.",
    "Il titolo viene da una poesia di Eugenio Montale, «Meriggiare».",
    'A scene echoes Raymond Carver\'s story "Cathedral".',
]
HELD = [
    (
        'It was shot by Lind, who made "The Fog," and it is based on the novel "Saturday" by Ian McEwan.',
        ("Saturday", "Ian McEwan"),
    ),
    (
        'Like "The Fog," this film is adapted from the novel "Saturday" by Ian McEwan.',
        ("Saturday", "Ian McEwan"),
    ),
    (
        '"Blue Harbor" (2004), adapted from Ruth Rendell\'s novel "The Tree of Hands", is cold.',
        ("The Tree of Hands", "Ruth Rendell"),
    ),
    ('After "The Fog", Berg adapts Ian McEwan\'s novel "Saturday".', ("Saturday", "Ian McEwan")),
    (
        'Not only is it based on the novel "Saturday" by Ian McEwan, it is as long.',
        ("Saturday", "Ian McEwan"),
    ),
    (
        'Berg, who does not like novels, has adapted Ian McEwan\'s novel "Saturday".',
        ("Saturday", "Ian McEwan"),
    ),
    ("It is adapted from Susan Orlean's book.", (None, "Susan Orlean")),
    ('Loosely based on "The Odyssey" by Homer, it sings.', ("The Odyssey", "Homer")),
    ('The film is inspired by Homer\'s "The Odyssey".', ("The Odyssey", "Homer")),
    (
        "It is based on a short story by John Cheever, published in The New Yorker in 1964.",
        (None, "John Cheever"),
    ),
    (
        "It is based on a short story by John Cheever, first published in The New Yorker in 1964.",
        (None, "John Cheever"),
    ),
    ("It is adapted from a short story by John Cheever in The New Yorker.", (None, "John Cheever")),
    ("It is adapted from a story by John Cheever, The New Yorker, 1964.", (None, "John Cheever")),
    ('Based on an article by Mark Bowden in the magazine "The Atlantic".', (None, "Mark Bowden")),
    ('Based on the "Esquire" article by Mark Bowden.', (None, "Mark Bowden")),
    ('Based on Mark Bowden\'s "Vanity Fair" article.', (None, "Mark Bowden")),
]
GLUED = [
    (
        "Efter novelle afKaren Blixen\nFotografiHenning Kristiansen\nKlipFinn Henriksen",
        (None, "Karen Blixen"),
    ),
    ("Efter novelle af Karen Blixen\nFotografi: Henning Kristiansen", (None, "Karen Blixen")),
    ("Based on the novel by Colum McCann\nEditor: Piet Vos", (None, "Colum McCann")),
    ("Based on the novel by Don DeLillo\nEditor: Piet Vos", (None, "Don DeLillo")),
]


@pytest.mark.parametrize("sentence", OTHER_FILMS)
def test_a_tie_behind_another_films_title_is_that_films(sentence: str) -> None:
    assert sources(read_sentence(sentence, CREDITS)) == set()


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denied_tie_is_none(sentence: str) -> None:
    assert sources(read_sentence(sentence, CREDITS)) == set()


@pytest.mark.parametrize("sentence", ONLY_A_NAME)
def test_what_gives_only_a_name_or_an_air_is_no_source(sentence: str) -> None:
    assert sources(read_sentence(sentence, CREDITS)) == set()


@pytest.mark.parametrize(("sentence", "expected"), HELD)
def test_the_own_films_tie_is_held(sentence: str, expected: tuple[str | None, str | None]) -> None:
    assert {(t, a) for t, a, *_ in sources(read_sentence(sentence, CREDITS))} == {expected}


@pytest.mark.parametrize(("lines", "expected"), GLUED)
def test_labels_glued_to_names_are_no_authors(lines: str, expected: tuple[str | None, str | None]) -> None:
    found = sources(read_sentence("It is quiet, and so is the harbor in it.", f"{CREDITS}\n{lines}"))
    assert {(t, a) for t, a, *_ in found} == {expected}


def test_the_doubt_reads_no_further_back_than_its_sentence() -> None:
    text = "It is not long. It is based on Emma."
    assert not is_taken_back(text, text.index("based"), frozenset())
    text = "After “Rain,” based on a play"
    assert is_taken_back(text, text.index("based"), frozenset())
    assert not is_taken_back(text, text.index("based"), frozenset({"rain"}))
