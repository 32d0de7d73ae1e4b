"""The release sentence of trade reviews and the block behind it."""

from __future__ import annotations

import pytest
from extracted import credits_of, facts_of

BLOCK = (
    "Production: (Romania-France) A Sundance Selects (in U.S.)/Le Pacte (in France) release of a UGC "
    "presentation "
    "of a Page 114, Why Not Prods. production, co-produced with France 2 Cinema, RTBF, in association with "
    "Celluloid Dreams, with the participation of Canal Plus, with the support of the Flemish Audiovisual "
    "Fund. "
    "(International sales: Wild Bunch, Paris.) Produced by Ann Lee, Bob Ray. Executive producer, Cy Fox. "
    'Directed by Dan Roe. Screenplay, Roe, Eve Poe, based on "Old Bones" by Fay Orr.\n\n'
    "Crew: Camera (color, widescreen), Guy Ames; editor, Hal Ball; music, Ivy Cole; sound (Dolby "
    "Digital), Jo Dix. "
    "Reviewed at Cannes Film Festival (competing), May 17, 2012. Running time: 122 MIN.\n\n"
    "With: Kit Ely, Lou Fry. (French dialogue)\n"
)


def test_the_release_sentence() -> None:
    facts = facts_of(f"Old Bones\n\n{BLOCK}")
    found = {(c.role, c.agent, c.territory) for c in facts.credits if c.kind == "organization"}
    assert found == {
        ("distributor", "Sundance Selects", "U.S."),
        ("distributor", "Le Pacte", "France"),
        ("presenter", "UGC", None),
        ("production-company", "Page 114", None),
        ("production-company", "Why Not Prods.", None),
        ("production-company", "France 2 Cinema", None),
        ("production-company", "RTBF", None),
        ("association", "Celluloid Dreams", None),
        ("participation", "Canal Plus", None),
        ("support", "Flemish Audiovisual Fund", None),
        ("sales-agent", "Wild Bunch", None),
    }


def test_the_block_behind_it() -> None:
    facts = facts_of(f"Old Bones\n\n{BLOCK}")
    people = {(c.role, c.agent) for c in facts.credits if c.kind == "person"}
    assert people == {
        ("producer", "Ann Lee"),
        ("producer", "Bob Ray"),
        ("executive-producer", "Cy Fox"),
        ("director", "Dan Roe"),
        ("screenwriter", "Dan Roe"),
        ("screenwriter", "Eve Poe"),
        ("cinematographer", "Guy Ames"),
        ("editor", "Hal Ball"),
        ("composer", "Ivy Cole"),
        ("sound", "Jo Dix"),
        ("actor", "Kit Ely"),
        ("actor", "Lou Fry"),
    }
    assert facts.first("runtime_min") == "122"
    assert facts.first("review_date") == "2012-05-17"
    assert facts.every("country") == ("Romania", "France")
    assert "Fay Orr" not in {c.agent for c in facts.credits}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Strand Releasing (in U.S.) release of an Aliceleo/Lumiere/M6 Films production. Produced "
            "by Ann Lee.",
            {
                ("distributor", "Strand Releasing"),
                ("production-company", "Aliceleo"),
                ("production-company", "Lumiere"),
                ("production-company", "M6 Films"),
                ("producer", "Ann Lee"),
            },
        ),
        (
            "A Sony Pictures Classics release of a Sidney Kimmel Entertainment presentation of a Likely "
            "Story/"
            "Russia, Inc. production. Directed, written by Ann Lee.",
            {
                ("distributor", "Sony Pictures Classics"),
                ("presenter", "Sidney Kimmel Entertainment"),
                ("production-company", "Likely Story"),
                ("production-company", "Russia, Inc."),
                ("director", "Ann Lee"),
                ("screenwriter", "Ann Lee"),
            },
        ),
        (
            "eOne Films presents a Sixteen Films and Wild Bunch production in association with BFI, BBC "
            "Films",
            {
                ("presenter", "eOne Films"),
                ("production-company", "Sixteen Films"),
                ("production-company", "Wild Bunch"),
                ("association", "BFI"),
                ("association", "BBC Films"),
            },
        ),
        (
            "Production: Archers. Directors Ann Lee, Bob Ray; Producer Cy Fox; Camera Dan Roe; Art Dir "
            "Eve Poe",
            {
                ("production-company", "Archers"),
                ("director", "Ann Lee"),
                ("director", "Bob Ray"),
                ("producer", "Cy Fox"),
                ("cinematographer", "Dan Roe"),
                ("art-director", "Eve Poe"),
            },
        ),
    ],
)
def test_other_sentences(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits_of(f"A Film\n\n{text}\n") == expected


def test_presenters_above_a_press_kits_title() -> None:
    text = "Why Not Productions and Page 114 present\n\nA PROPHET\n\na film by Jacques Audiard\n"
    assert {("presenter", "Why Not Productions"), ("presenter", "Page 114")} <= credits_of(text)


def test_the_new_york_tail() -> None:
    text = (
        "Directed by Ann Lee; written by Bob Ray and Ms. Lee; director of photography, Cy Fox; edited by "
        "Dan Roe; "
        "production design by Eve Poe; produced by Fay Orr; released by Sony Pictures Classics. In "
        "French, with "
        "English subtitles. Running time: 2 hours 2 minutes. This film is rated PG-13."
    )
    facts = facts_of(f"A Film\n\n{text}")
    assert {(c.role, c.agent) for c in facts.credits} == {
        ("director", "Ann Lee"),
        ("screenwriter", "Bob Ray"),
        ("screenwriter", "Ann Lee"),
        ("cinematographer", "Cy Fox"),
        ("editor", "Dan Roe"),
        ("production-designer", "Eve Poe"),
        ("producer", "Fay Orr"),
        ("distributor", "Sony Pictures Classics"),
    }
    assert facts.first("runtime_min") == "122"
    assert facts.every("language") == ("French",)
