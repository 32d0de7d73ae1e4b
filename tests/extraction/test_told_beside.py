"""What stands beside another film's title, or under a head of other films, is nobody's credit of the film."""

from __future__ import annotations

import pytest
from extracted import credits_of, facts_of

PAGE = """\
Blue Harbor

Directed by: Anna Holm
Cinematography: Bo Ray
Music: Ida Berg

A woman who has lost her boat walks along the coast for a week, and Holm lets her walk as long as she likes.
{}
"""
OWN = {("director", "Anna Holm"), ("cinematographer", "Bo Ray"), ("composer", "Ida Berg")}


@pytest.mark.parametrize(
    "said",
    [
        "Two sequels followed within the year, which few went to see on the coast, and then Carl Lund's The"
        " Long Shore (screenplay by William Moss) carried the plot inland and came home with four Oscars.",
        "It is kinder than *The Long Shore* (written by William Moss and shot by Lars Vinter) ever was.",
        "\nAlso from the same label: THE LONG SHORE (Ann Lee, Maggie Dow; written by William Moss) and TEN",
        "\nOther new films  The Long Shore (screenplay by William Moss) / Ten Nights / Spy",
        "\n[photo: Lars Vinter]",
        "\n[foto: Lars Vinter en Ann Lee in Blue Harbor]",
        "\n                     photos: Lars Vinter\n",
        "\nHolm shot it on a borrowed Bolex, cut the film at home and then mixed it.",
    ],
)
def test_nobody_is_credited(said: str) -> None:
    found = {c for c in credits_of(PAGE.format(said)) if c[1] != "Anna Holm" or c[0] == "director"}
    assert found == OWN


def test_a_part_behind_which_a_bracket_names_the_player() -> None:
    page = PAGE.format(
        "Her uncle Doc (played by William Moss) drinks, and says so to anybody who asks him why."
    )
    assert ("actor", "William Moss") in credits_of(page)


def test_photo_in_a_list_of_labels() -> None:
    page = "Blue Harbor\n\nRegi: Anna Holm\nFoto: Bo Ray\nMusik: Ida Berg\n"
    assert ("cinematographer", "Bo Ray") in credits_of(page)


def test_a_second_films_head() -> None:
    page = (
        "BLUE HARBOR A film by ANNA HOLM\n\nBLUE HARBOR A film by ANNA HOLM Norway / 2011 / 90 min"
        " Editor Ida Berg"
        " Recommended THE LONG SHORE A film by Carl Lund starring Ann Lee"
    )
    facts = facts_of(page)
    assert ("The LONG SHORE".lower(), "Carl Lund") in {
        (o.title.lower(), o.director) for o in facts.other_films
    }
    assert "Ann Lee" not in {c.agent for c in facts.credits}


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Also this month: Sweet Sixteen, 8 Women, Long Shore", {"Sweet Sixteen", "8 Women", "Long Shore"}),
        ("See also: Walkabout, Sunday Too Far Away.", {"Walkabout", "Sunday Too Far Away"}),
        ("Next week: Paris, Texas", {"Paris, Texas"}),
        ("See also: The Long Shore, Carl Lund goes west", {"The Long Shore"}),
        ("Also from the same label: Long Shore | Spy", {"Long Shore", "Spy"}),
        ("ook in dit nummer: Anna Berg over Zusje > p. 8", {"Zusje"}),
        ("FLER RECENSIONER  Ytan (Carl Lund)  /  Spioner  /  Glas", {"Ytan", "Spioner", "Glas"}),
        ("Im Mai: Wer das mag, sehe bitte auch WESTEN (Carl Lund)", {"WESTEN"}),
        ("Morgen: Carl Lund über „All That Rain“ – Neue Platten", {"All That Rain"}),
        ("Read next: Long Shore review – a tale of sand", {"Long Shore"}),
        ("Now Showing  Feed  Notebook  Search", set()),
    ],
)
def test_heads_of_other_films(line: str, titles: set[str]) -> None:
    assert {o.title for o in facts_of(PAGE.format(f"\n{line}")).other_films} == titles


def test_two_works_of_one_author() -> None:
    page = PAGE.replace(
        "Directed by: Anna Holm",
        "Directed by: Anna Holm\nScript: Bo Ray, after the novel of the same name"
        " (1938) and the novella “The Pier” by Ann Moss",
    )
    works = {(w.title, w.author) for w in facts_of(page.format("")).source_works}
    assert works == {("Blue Harbor", "Ann Moss"), ("The Pier", "Ann Moss")}


def test_a_bracket_behind_a_sentence_or_an_author_names_no_film() -> None:
    said = "The less said about the remake (1979, Carl Lund; Ann Lee and Bob Roe in the leads) the better."
    facts = facts_of(PAGE.format(said))
    assert not facts.other_films and {c.agent for c in facts.credits} == {"Anna Holm", "Bo Ray", "Ida Berg"}
    assert not facts_of(PAGE.format("Based on the novel by Dora Hughes (New York, 1947).")).other_films
