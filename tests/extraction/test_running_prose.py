"""Credits in the running prose of newspapers and magazines: sentences with what each gives, or nothing.

A set holds "role: agent" for the crew and "player = part" for the cast.
"""

from __future__ import annotations

import pytest
from extracted import page_of
from prose_page import jobs, parts, read_sentence

FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
READ = [
    # Who someone is stands between a name and its verb, names and all.
    (
        "Kate Moran, of Common People and His House, shoots it in the old square format, and"
        " Steven Renn, who wrote"
        " songs for Leo Abrams's “Frank,” provides a score that knows when to go home.",
        {"cinematographer: Kate Moran", "composer: Steven Renn"},
    ),
    ("David Hayman, of the Harry Porter pictures, produced.", {"producer: David Hayman"}),
    # Verbs that need no object.
    ("Jerry Wall produced and Michael Kurtz directed.", {"producer: Jerry Wall", "director: Michael Kurtz"}),
    (
        "Helen Lovart photographs like a friend of the family, and Maya Maffei keeps the editing"
        " on its toes.",
        {"cinematographer: Helen Lovart", "editor: Maya Maffei"},
    ),
    # A surname means whoever has been named before.
    (
        "The helmer Lee Chang-min has been away too long. Penned by Lee with Oh Jung-ah, it was"
        " produced by his"
        " brother, Lee Joon-min.",
        {
            "director: Lee Chang-min",
            "screenwriter: Lee Chang-min",
            "screenwriter: Oh Jung-ah",
            "producer: Lee Joon-min",
        },
    ),
    # The job before the name, the job behind it.
    (
        "Producers were Paul Yates, Didier Bruneau and Vivi Fleet. Editor: Alan Crossley, who is"
        " new to this.",
        {"producer: Paul Yates", "producer: Didier Bruneau", "producer: Vivi Fleet", "editor: Alan Crossley"},
    ),
    (
        "Edward Carr was the art director and James Hall the producer.",
        {"art-director: Edward Carr", "producer: James Hall"},
    ),
    ("The costumes (Lindy Hammond's) deserve a curtain call.", {"costume-designer: Lindy Hammond"}),
    (
        "The cutting was taken care of by Ann Lee, the score is down to Bo Ray.",
        {"editor: Ann Lee", "composer: Bo Ray"},
    ),
    # A first film.
    (
        "Colm Barry, adapting it for his first feature as a director, had the sense to leave it that size.",
        {"director: Colm Barry"},
    ),
    (
        "Mira Nash, a documentarian (So Far, Lost Cabaret) making her debut as a director of"
        " fiction, has an eye.",
        {"director: Mira Nash"},
    ),
    (
        "“Blue Harbor,” which he directed and co-wrote with Fran Welsh, is another kettle of fish.",
        {"screenwriter: Fran Welsh"},
    ),
    # Companies.
    (
        "Lee Marks produced with the rest of the family for Pine House Film. An Atlas Films release.",
        {"producer: Lee Marks", "production-company: Pine House Film", "distributor: Atlas Films"},
    ),
    ("Razor Film, the company behind “Paradise Later,” produced it.", {"production-company: Razor Film"}),
    (
        "It will be released in Hungary by Mozi Films and in France by Vita Films.",
        {"distributor: Mozi Films", "distributor: Vita Films"},
    ),
]
PARTS = [
    (
        "Jongsu, a would-be novelist with dung on his boots, is Yoo Ah-min, slack-jawed and terrific.",
        {"Yoo Ah-min = Jongsu"},
    ),
    ("Mrs. Bird is still Julie Waters, thank heaven.", {"Julie Waters = Mrs. Bird"}),
    (
        "El Quini, guapo oficial del pueblo, es Jesús Costa, que no para de hablar con los de la"
        " calle y se va.",
        {"Jesús Costa = Quini"},
    ),
    (
        "Young Jonathan, that's Samuel Jolson, is pretending he no longer loves steam trains.",
        {"Samuel Jolson = Jonathan"},
    ),
    (
        "As Max, columnist, patriot and owner of many readers, Bert Lang hardly raises his voice.",
        {"Bert Lang = Max"},
    ),
    (
        "She means to marry a guitar player, Steve Dale, to whom Martin Miller, later of other"
        " things, lends a jaw.",
        {"Martin Miller = Steve Dale"},
    ),
    ("Ann Lee is little Manju, and she is very good at it indeed.", {"Ann Lee = Manju"}),
]
PLAYERS = [
    (
        "Ruby Stone, Tara Bell, Afi Oke and Ana Drum complete the gang.",
        {"Ruby Stone", "Tara Bell", "Afi Oke", "Ana Drum"},
    ),
]
NOT_READ = [
    "Originally they'd engaged Ingrid Maas as Miranda, and then the money ran out on them all again.",
    "It was Pat Lowell, from breakfast TV, who bought the rights and then sold them on.",
    "Next week, Brilliant Careers, with its director, Gillian Arms, on the line.",
    "Ann Lee, who was never asked, wrote the score in her head.",
    "The capital is Buenos Aires, and the hero is never in it.",
    "Sven Lindqvist, whose brother Nils edited newspapers, is a friend of the house.",
    "He meets the producer of the show, and James Hall the baker.",
    "Steve Dale, a composer, falls in love with the girl next door.",
    "The magazine was edited in a basement, and nobody produced anything.",
]


def said(sentence: str) -> set[str]:
    facts = read_sentence(sentence + FILL)
    return {f"{c.role}: {c.agent}" for c in facts.credits if c.role != "actor"}


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_sentences_give_the_crew(sentence: str, expected: set[str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_sentences_give_parts(sentence: str, expected: set[str]) -> None:
    assert parts(read_sentence(sentence + FILL)) == expected


@pytest.mark.parametrize(("sentence", "expected"), PLAYERS)
def test_sentences_give_players(sentence: str, expected: set[str]) -> None:
    facts = read_sentence(sentence + FILL)
    assert {c.agent for c in facts.credits if c.role == "actor"} == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_sentences_that_give_nothing(sentence: str) -> None:
    assert {c.agent for c in read_sentence(sentence + FILL).credits} == set()


def test_names_in_capitals_are_no_titles() -> None:
    sentence = (
        "With NORA REED as Stella, ANNA PELL as her sister Vera, PAUL ROE as the dog, and MARY ORR, who plays"
        " Kit, it is no worse than Robert Alton's SHORT ROADS."
    )
    assert {"NORA REED = Stella", "MARY ORR = Kit"} <= parts(read_sentence(sentence + FILL))
    assert not any("Alton" in part for part in parts(read_sentence(sentence + FILL)))


LONG = (
    "Twelve chapters are announced by a dry voice at the top of the film, and for two hours it"
    " will go on knowing"
    " more than anybody in it does. It closes a trilogy with its sunniest panel. Bo Ray is"
    " superb as Max, the older"
    " artist who wants children."
)


def test_what_someone_is_gives_no_second_player() -> None:
    sentence = "Songlian (Gong Min), nineteen and educated, is Fourth Mistress in a house that has had many."
    assert parts(read_sentence(sentence + FILL)) == {"Gong Min = Songlian"}


def test_a_review_goes_on_behind_links_at_its_top() -> None:
    page = page_of(f"The Lamp\n\nLatest\n‘Other Lamp’ Review: Bo Ray Puts His Foot Down\nSee All\n\n{LONG}\n")
    assert page.kinds[-1] == "body"


def test_a_director_under_a_label_heads_no_life() -> None:
    facts = read_sentence(f"Cast:\nBo Ray, Ann Lee\n\nVenue:\nCannes\n\nDirector:\nCy Orr\n\n{LONG}")
    assert "Bo Ray = Max" in parts(facts)


def test_a_conversation_is_prose() -> None:
    page = page_of(
        "THE LONG TALK\n\nANN LEE (HOST): What was it like to see that film again.\n\nBO RAY: It"
        " was long and very"
        " dark, and Cy Orr shot it.\n\nLEE: I thought so as well.\n\nRAY: It was all shot in the dark.\n"
    )
    assert page.kinds[1:] == ("body",) * 4
    page = page_of(
        "THE LAMP\n\nDIRECTOR: Ann Lee.\n\nCAST: Bo Ray, Cy Orr.\n\nDIRECTOR: Ed Fox.\n\nCAST: Di Orr.\n"
    )
    assert "body" not in page.kinds


def test_a_paragraph_that_begins_as_a_head_of_links_is_prose() -> None:
    rest = "Bo Ray is superb as Max, the older artist who wants children. Nobody believes him for a minute."
    page = page_of(f"The Lamp\n\n{LONG}\n\nNext thing we know, it is winter. {rest}\n\n{LONG}\n")
    assert page.kinds[-2:] == ("body", "body")
    page = page_of(f"The Lamp\n\n{LONG}\n\nNext: The Other Lamp. {rest}\n\nThe Third Lamp\n")
    assert page.kinds[-2] == "teasers"


def test_the_sentences_before_the_labels_of_a_paragraph_are_prose() -> None:
    told = (
        "Ann Lee wrote and directed it on the quiet in a studio wood, between two much bigger projects. "
        "Editor: Cy Orr. Music: Di Fox. Producer: Ed Gill for Lux Films."
    )
    facts = read_sentence(f"{LONG}\n\n{told}")
    assert {"director: Ann Lee", "screenwriter: Ann Lee"} <= jobs(facts)
    assert {("editor", "Cy Orr"), ("producer", "Ed Gill")} <= {(c.role, c.agent) for c in facts.credits}


def test_surnames_behind_by_are_people_and_elsewhere_a_house() -> None:
    story = (
        "What Steve Hale, Frederick Moss, and Peter Gilbert have ended up with runs for three hours. " + LONG
    )
    by = read_sentence(f"{story}\n\nProduced by Hale, Moss, and Gilbert; editor, Cy Orr. 171 min.")
    assert {c.agent for c in by.credits if c.role == "producer"} == {
        "Steve Hale",
        "Frederick Moss",
        "Peter Gilbert",
    }
    house = read_sentence(f"{story}\n\nProduction: Hale, Moss & Gilbert. Editor: Cy Orr.")
    assert not any(c.role == "producer" for c in house.credits)


def test_a_director_may_narrate() -> None:
    facts = read_sentence(f"{LONG} Narration, spoken here by Ann Lee herself, is rare.\n\nDirector: Ann Lee")
    assert ("narrator", "Ann Lee") in {(c.role, c.agent) for c in facts.credits}
