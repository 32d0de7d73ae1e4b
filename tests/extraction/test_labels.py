"""Labelled credits in all the ways an editor sets them, and what must not be read."""

from __future__ import annotations

import pytest
from extracted import credits_of, facts_of

AUDIARD = ("director", "Jacques Audiard")


@pytest.mark.parametrize(
    "text",
    [
        "Director: Jacques Audiard",
        "DIRECTOR: JACQUES AUDIARD",
        "Directed by Jacques Audiard",
        "Directed byJacques Audiard",
        "- Director: Jacques Audiard",
        "• Directed by: Jacques Audiard.",
        "Director | Jacques Audiard |",
        "Director\tJacques Audiard",
        "Director\nJacques Audiard",
        "Director:\n\nJacques Audiard",
        "- Regie\n- Jacques Audiard",
        "Dir: Jacques Audiard. France. 2012. 120mins",
        "Dir Jacques Audiard, 2012, France, 120 mins",
        "France/Belgium 2012 Dir Jacques Audiard 120 mins",
        "Réalisateur : Jacques Audiard.",
        "Réalisateur·rice : Jacques Audiard",
        "Regie: Jacques Audiard",
        "Regia di: Jacques Audiard",
        "Dirección: Jacques Audiard",
        "Realização: Jacques Audiard",
        "Reżyseria: Jacques Audiard",
        "a film by Jacques Audiard",
        "Un film de\nJacques Audiard",
        "Director ..... Jacques Audiard",
        "Director – Jacques Audiard",
        "Director(s): Jacques Audiard",
        "**Director:** Jacques Audiard",
        "Director = Jacques Audiard",
        "► Director: Jacques Audiard",
        "Jacques Audiard – Director\nAnn Lee – Sound",
        "Jacques AUDIARD, Director\nAnn LEE, Sound",
        "Director: Audiard, Jacques",
        "Director: AUDIARD Jacques",
        "DIRECTORJACQUES AUDIARD",
    ],
)
def test_a_director_in_many_settings(text: str) -> None:
    assert AUDIARD in credits_of(f"Rust and Bone\n\n{text}\nEditor: Juliette Welfling\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Writer-director: Tom McCarthy", {("screenwriter", "Tom McCarthy"), ("director", "Tom McCarthy")}),
        ("Dir/scr: Cristian Mungiu", {("screenwriter", "Cristian Mungiu"), ("director", "Cristian Mungiu")}),
        (
            "Réalisation et scénario : Pierre Schoeller",
            {("director", "Pierre Schoeller"), ("screenwriter", "Pierre Schoeller")},
        ),
        (
            "Scritto e diretto da: Nanni Moretti",
            {("director", "Nanni Moretti"), ("screenwriter", "Nanni Moretti")},
        ),
        (
            "Written, produced and directed by Mike Leigh",
            {("director", "Mike Leigh"), ("screenwriter", "Mike Leigh"), ("producer", "Mike Leigh")},
        ),
        ("Music by: Luc & Jean Ferry", {("composer", "Luc Ferry"), ("composer", "Jean Ferry")}),
        (
            "Production: Lauranne Bourrachot, Marco Cherqui",
            {("producer", "Lauranne Bourrachot"), ("producer", "Marco Cherqui")},
        ),
        (
            "Production: Archipel 35, RTBF",
            {("production-company", "Archipel 35"), ("production-company", "RTBF")},
        ),
        (
            "Produktion: Alexandre Mallet-Guy, Memento Films",
            {("producer", "Alexandre Mallet-Guy"), ("production-company", "Memento Films")},
        ),
        ("Distribution : Diaphana", {("distributor", "Diaphana")}),
        (
            "International sales: Wild Bunch International, office@example.com",
            {("sales-agent", "Wild Bunch International")},
        ),
        ("International sales: Celluloid Dreams, Paris", {("sales-agent", "Celluloid Dreams")}),
        (
            "Director: kogonada\nScreenwriter: kogonada",
            {("director", "kogonada"), ("screenwriter", "kogonada")},
        ),
        (
            "Producer\nAnn Lee\nBob Ray\n\nEditor\nCy Fox",
            {("producer", "Ann Lee"), ("producer", "Bob Ray"), ("editor", "Cy Fox")},
        ),
        (
            "Produced byAnn Lee\nBob Ray\nEdited byCy Fox",
            {("producer", "Ann Lee"), ("producer", "Bob Ray"), ("editor", "Cy Fox")},
        ),
        ("DoPs: Ann Lee & Bob Ray", {("cinematographer", "Ann Lee"), ("cinematographer", "Bob Ray")}),
        ("Ann Lee (Assistant Director)", {("assistant-director", "Ann Lee")}),
        ("Ann Lee - Director\nBob Ray - Editor", {("director", "Ann Lee"), ("editor", "Bob Ray")}),
    ],
)
def test_labels_and_their_roles(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits_of(f"A Film\n\n{text}\n") == expected


def test_columns_of_labels_and_names_are_read_where_they_align() -> None:
    labels = "A Film\n\nDirector\nProducer\nScreenplay\n\n"
    assert credits_of(labels + "Ken Loach\nRebecca O'Brien\nPaul Laverty\n") == {
        ("director", "Ken Loach"),
        ("producer", "Rebecca O'Brien"),
        ("screenwriter", "Paul Laverty"),
    }
    assert credits_of(labels + "Ken Loach\nRebecca O'Brien\n") == set()


def test_what_follows_a_name_is_cut_off() -> None:
    text = "Rosetta\n\nCamera: Ann Lee, ASC; Editor: Bob Ray for Film X\nCast: Cy Fox, Dan Roe u.a."
    assert credits_of(text) == {
        ("cinematographer", "Ann Lee"),
        ("editor", "Bob Ray"),
        ("actor", "Cy Fox"),
        ("actor", "Dan Roe"),
    }


def test_a_sales_agents_address_is_not_read() -> None:
    text = "Rosetta\n\nINTERNATIONAL SALES\nCelluloid Dreams\n2 rue Turgot\n75009 Paris\n"
    assert credits_of(text) == {("sales-agent", "Celluloid Dreams")}


def test_the_director_before_a_cast() -> None:
    assert ("director", "Arnaud Desplechin") in credits_of(
        "A Film\n\nde Arnaud Desplechin\navec Ann Lee, Bob Ray\n"
    )
    assert ("director", "Paolo Sorrentino") in credits_of(
        "A Film\n\ndi Paolo Sorrentino. Con Ann Lee, Bob Ray.\n"
    )
    assert credits_of("A Film\n\nby Nora Pell\n\nWith: Ann Lee, Bob Ray.\n") == {
        ("actor", "Ann Lee"),
        ("actor", "Bob Ray"),
    }


def test_a_run_of_labels_without_marks() -> None:
    text = (
        "2012. 123mins. Director Ann Lee Production companies Page 114, Why Not Productions "
        "Editor Bob Ray Music Cy Fox"
    )
    assert credits_of(text) == {
        ("director", "Ann Lee"),
        ("production-company", "Page 114"),
        ("production-company", "Why Not Productions"),
        ("editor", "Bob Ray"),
        ("composer", "Cy Fox"),
    }


def test_letter_spaced_capitals() -> None:
    text = (
        "S C É N A R I O E T D I A L O G U E S G I L L E S TAU R A N D "
        "M U S I Q U E A L E X A N D R E D E S P L AT"
    )
    facts = facts_of(f"Réparer les vivants\n\nun film de Katell Quillévéré\n\n{text}")
    assert {(c.role, c.agent) for c in facts.credits} == {
        ("director", "Katell Quillévéré"),
        ("screenwriter", "Gilles Taurand"),
        ("dialogue", "Gilles Taurand"),
        ("composer", "Alexandre Desplat"),
    }


def test_a_block_of_letters_in_the_language_that_knows_them() -> None:
    lines = "B Michael Haneke\nR Michael Haneke\nK Christian Berger\nD Ulrich Tukur, Susanne Lothar"
    expected = {
        ("screenwriter", "Michael Haneke"),
        ("director", "Michael Haneke"),
        ("cinematographer", "Christian Berger"),
        ("actor", "Ulrich Tukur"),
        ("actor", "Susanne Lothar"),
    }
    assert credits_of(f"Das weiße Band\n\n{lines}") == expected
    inline = "R,B: Michael Haneke. K: Christian Berger. L: 145 Min. D: Ulrich Tukur, Susanne Lothar."
    assert credits_of(f"Das weiße Band\n\n{inline}") == expected


def test_small_abbreviations_in_rows_with_wide_gaps() -> None:
    text = (
        "A Film\n\nUK 1969   111 min\n\nd. Ann Lee    p. Bob Ray    exec p. Cy Dunn\n"
        "sc. Eva Roth, from Dag Holm's novel\nph. Ida Voss    ed. Max Bell    m. Otto Orr\n"
    )
    assert credits_of(text) == {
        ("director", "Ann Lee"), ("producer", "Bob Ray"), ("executive-producer", "Cy Dunn"),
        ("screenwriter", "Eva Roth"), ("cinematographer", "Ida Voss"), ("editor", "Max Bell"),
        ("composer", "Otto Orr"),
    }  # fmt: skip
    assert credits_of("A Film\n\np. Bob Ray    m. Otto Orr\n") == set()


def test_two_letters_are_no_block() -> None:
    assert credits_of("Das weiße Band\n\nB Michael Haneke\nK Christian Berger\n") == set()


def test_a_distributor_has_a_territory() -> None:
    facts = facts_of(
        "No Country\n\nDistributor: Miramax Films (United States), Paramount Pictures (International)"
    )
    assert {(c.agent, c.territory) for c in facts.credits} == {
        ("Miramax Films", "United States"),
        ("Paramount Pictures", "International"),
    }
    (credit,) = facts_of("L'Enfant\n\nU.S. Distributor: Sony Pictures Classics\nIn French").credits
    assert credit.territory == "U.S."


@pytest.mark.parametrize(
    "text",
    [
        "Music by N/A\nLength: 90 min",
        "Music: None\nDuration: 90 min",
        "Music by\nDuration: 90 min",
        "Genre: Drama, Thriller\nCountry: France",
        "Camera Canon C300 with Angenieux Optimo zooms",
        "Presse : Marie-Christine Damiens",
        "Plataforma: TVE 1",
        "Awards: Best Film, Best Cinematography",
        "IMAGE Journal\nRegister here",
        "Ken Loach\nPaul Laverty\nRebecca O'Brien",
        "The director talked about the editor and the producer, and nobody listened to the writer at all.",
        "Director’s Biography",
    ],
)
def test_words_that_give_no_credit(text: str) -> None:
    assert credits_of(f"A Film\n\n{text}\n") == set()


def test_an_empty_label_takes_nothing_from_the_next_row() -> None:
    text = "A Film\n\nDirector: Ann Lee\nMusic:\nEditor: Bob Ray\nSound:\n\nCountry: France\n"
    assert credits_of(text) == {("director", "Ann Lee"), ("editor", "Bob Ray")}


def test_names_under_no_label_stay_without_a_role() -> None:
    text = """
        Director of Photography

        Robbie Ryan

        Music by

        George Fenton


        Ray Beckett


        Jonathan Morris
    """
    facts = facts_of(text)
    assert {(c.role, c.agent) for c in facts.credits} == {
        ("cinematographer", "Robbie Ryan"),
        ("composer", "George Fenton"),
    }
    assert [u.quote for u in facts.unread] == ["Ray Beckett", "Jonathan Morris"]


def test_a_row_whose_label_was_lost_ends_the_row_above() -> None:
    text = "Production Design\nFabrizio Federico\nPietro Bartolo, Samuele Puccilo\nStefano Grosso\n"
    assert credits_of(text) == {("production-designer", "Fabrizio Federico")}


def test_the_value_ends_where_a_source_begins() -> None:
    facts = facts_of(
        "Carol\n\nScreenwriter: Phyllis Nagy, based on the novel The Price of Salt by Patricia Highsmith\n"
    )
    assert {(c.role, c.agent) for c in facts.credits} == {("screenwriter", "Phyllis Nagy")}


def test_the_quote_runs_from_the_label_to_the_name() -> None:
    (credit,) = facts_of("Rosetta\n\nDirector of Photography: Alain Marcoen (color)\n").credits
    assert credit.evidence.quote == "Director of Photography: Alain Marcoen"
    assert credit.credited_as == "Alain Marcoen"


def test_long_lists_quote_the_item_alone() -> None:
    people = [f"Anna Person{chr(65 + n)}" for n in range(20)]
    facts = facts_of(f"A Film\n\nExecutive producers: {', '.join(people)}\n")
    assert len(facts.credits) == 20
    assert facts.credits[-1].evidence.quote == people[-1]
    assert facts.credits[-1].billing_order == 20


def test_what_was_not_understood_is_said() -> None:
    facts = facts_of("A Film\n\nSoggetto: dai racconti di Craig Davidson\nRegia: Jacques Audiard\n")
    assert [c.agent for c in facts.credits if c.role != "director"] == []
    assert any("Craig Davidson" in u.quote for u in facts.unread) or facts.source_works


@pytest.mark.parametrize(
    ("line", "role", "team"),
    [
        ("Directed by the Dardenne brothers", "director", "Dardenne brothers"),
        ("Director: The Coen Brothers", "director", "Coen Brothers"),
        ("Réalisation : les frères Dardenne", "director", "frères Dardenne"),
        ("Produced by Denis Freyd, the Dardenne brothers", "producer", "Dardenne brothers"),
    ],
)
def test_a_team_is_credited_as_printed(line: str, role: str, team: str) -> None:
    credits = facts_of(f"Rosetta\n\n{line}\nEditor: Ann Lee\n").credits
    assert [(c.role, c.agent) for c in credits if c.kind == "team"] == [(role, team)]
    assert "organization" not in {c.kind for c in credits}


def test_a_company_called_brothers_is_no_team() -> None:
    (distributor, _) = facts_of("Rosetta\n\nDistributor: Warner Brothers\nEditor: Ann Lee\n").credits
    assert (distributor.agent, distributor.kind) == ("Warner Brothers", "organization")
