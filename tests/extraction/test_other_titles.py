"""A film's other titles: in brackets behind its own, under labels, in sentences; and brackets with none."""

from __future__ import annotations

import pytest
from extracted import facts_of

ENGLISH = "It is the story of a girl and of the road, and the girl is on it with her bag and the cold."
LABELS = "Director: Agnès Varda\nEditor: Patricia Mazuy\n"


@pytest.mark.parametrize(
    ("text", "original"),
    [
        # a headline's bracket, with and without marks of its own
        (
            f"‘The Unknown Girl’ (‘La Fille inconnue’): Review\n\n{ENGLISH}\n\n{LABELS}",
            "La Fille inconnue",
        ),
        (f"Vagabond (Sans toit ni loi)\n\n{ENGLISH}\n\n{LABELS}", "Sans toit ni loi"),
        # a sentence's
        (
            "Cannes Review: Vagabond\n\nThe talk is of Vagabond (Sans toit ni loi), and of the road. "
            f"{ENGLISH}\n\n{LABELS}",
            "Sans toit ni loi",
        ),
        # a label's, with a mark, with a blank, and where it is the same title
        (f"Vagabond\nOriginal title: Sans toit ni loi\n{LABELS}", "Sans toit ni loi"),
        (f"Vogelfrei\nOriginaltitel Sans toit ni loi\nLand Frankreich\n{LABELS}", "Sans toit ni loi"),
        (
            "Whisky\n\nTítulo original: Whisky\nDirección: Juan Pablo Rebella\nGuion: Ann Lee\n",
            "Whisky",
        ),
        # a page in German names an American film by its own title
        ("Der Pate (The Godfather)\n\nUSA 1972, 175 min\nRegie: Francis Ford Coppola\n", "The Godfather"),
    ],
)
def test_original_titles(text: str, original: str) -> None:
    assert facts_of(text).first("original_title") == original


@pytest.mark.parametrize(
    "text",
    [
        # what a page in English, or about a film of no English-speaking country, sets beside is a translation
        f"Sans toit ni loi (Vagabond)\n\n{ENGLISH}\n\n{LABELS}",
        "Cidade de Deus\n(City of God)\n\nBrasil 2002, 130 min\nDireção: Fernando Meirelles\n",
        # studios, colors, data, players, asides
        f"“Vagabond”\n(Columbia)\n\n{LABELS}",
        f"Vagabond\n(WEST GERMAN-COLOR)\n\n{LABELS}",
        f"Vagabond\n(France, 1985, 105 mn, couleur)\n\n{LABELS}",
        f"Mona\n\n{ENGLISH} Mona (Sandrine Bonnaire) has no roof. {ENGLISH}\n\n{LABELS}",
        f"Mona\n\n{ENGLISH} Mona (Bonnaire) has no roof, and Sandrine Bonnaire no fear.\n\n{LABELS}",
        f"Mona\n\n{ENGLISH} Mona (Sandrine Bonnaire, hilarious in the rain) has none.\n\n{LABELS}",
    ],
)
def test_brackets_that_hold_no_original_title(text: str) -> None:
    assert facts_of(text).first("original_title") is None
