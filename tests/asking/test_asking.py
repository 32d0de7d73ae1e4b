"""Questions in English on the small graph: what they are taken to mean and what they give."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "queries"))

from graph_knowledge import GRAPH, GraphKnowledge, load_graph

from filmgraph.asking import Answer, Options, Row, ask, ask_many
from filmgraph.errors import QuestionError

FOUNDING = "which producers worked with both Audiard and the Dardennes?"


def put(question: str, **options: bool) -> Answer:
    return ask(question, load_graph(), Options(**options))


def labels(answer: Answer, group: str | None = None) -> list[str]:
    return [row.label for g in answer.groups for row in g.rows if group in (None, g.name)]


def golden(answer: Answer) -> list[tuple[str, str, list[str], list[str]]]:
    """Group, answer, and on each side the films with the answer's own roles."""
    return [
        (g.name, r.label, *([f"{t.label()}: {', '.join(t.own_roles)}" for t in s] for s in r.sides))  # type: ignore[misc]
        for g in answer.groups
        for r in g.rows
    ]


def row_of(answer: Answer, label: str) -> Row:
    return next(row for row in answer.rows() if row.label == label)


def test_the_founding_question() -> None:
    answer = put(FOUNDING)
    assert answer.reading == (
        "People and companies with any producing role (associate producer, co-producer, "
        "co-production company, executive producer, line producer, producer or production company) "
        "on a film with any credit of Jacques Audiard and on a film with any credit of the Dardenne brothers "
        "(Jean-Pierre Dardenne, Luc Dardenne); the two may be one film."
    )
    pc = "production company"
    assert golden(answer) == [
        ("people", "Pascal Caucheteux",
         ["Dheepan (2015): producer", "Rust and Bone (2012): producer"],
         ["Beyond the Hills (2012): co-producer", "Rust and Bone (2012): producer"]),
        ("people", "Martine Cassinelli",
         ["A Prophet (2009): producer", "Rust and Bone (2012): executive producer, producer"],
         ["Rust and Bone (2012): executive producer, producer"]),
        ("companies", "France 2 Cinéma",
         [f"A Prophet (2009): {pc}", f"Dheepan (2015): {pc}", f"Rust and Bone (2012): {pc}"],
         [f"The Kid with a Bike (2011): {pc}", f"Two Days, One Night (2014): {pc}",
          f"Rust and Bone (2012): {pc}"]),
        ("companies", "Why Not Productions",
         [f"A Prophet (2009): {pc}", f"Dheepan (2015): {pc}", f"Rust and Bone (2012): {pc}"],
         [f"Beyond the Hills (2012): {pc}", f"Rust and Bone (2012): {pc}"]),
        ("companies", "Les Films du Fleuve",
         [f"Rust and Bone (2012): {pc}"],
         [f"The Kid with a Bike (2011): {pc}", f"Beyond the Hills (2012): {pc}",
          f"Two Days, One Night (2014): {pc}", f"Rust and Bone (2012): {pc}"]),
        ("companies", "Page 114",
         [f"A Prophet (2009): {pc}", f"Dheepan (2015): {pc}", f"Rust and Bone (2012): {pc}"],
         [f"Rust and Bone (2012): {pc}"]),
        ("companies", "RTBF",
         [f"Rust and Bone (2012): {pc}"],
         [f"The Kid with a Bike (2011): {pc}", f"Two Days, One Night (2014): {pc}",
          f"Rust and Bone (2012): {pc}"]),
        ("companies", "BIM Distribuzione",
         [f"A Prophet (2009): {pc}"],
         [f"Two Days, One Night (2014): {pc}"]),
    ]  # fmt: skip
    assert answer.narrower is not None
    assert answer.narrower.count == 4
    assert "4 answers remain" in answer.narrower.reading


def test_the_words_stand_behind_both_sides() -> None:
    row = row_of(put(FOUNDING), "Pascal Caucheteux")
    said = {(q.film, q.agent, q.role): q.quote for q in row.evidence}
    assert said["Dheepan", "Jacques Audiard", "director"] == "Director Jacques Audiard"
    assert said["Dheepan", "Pascal Caucheteux", "producer"] == "Producer Pascal Caucheteux"
    dardennes = "Coproducers Jean-Pierre and Luc Dardenne"
    assert said["Beyond the Hills", "Dardenne brothers", "co-producer"] == dardennes
    assert said["Beyond the Hills", "Pascal Caucheteux", "co-producer"] == f"{dardennes}, Pascal Caucheteux"
    assert all(q.source and q.iri for q in row.evidence)


def test_strictly_and_directed() -> None:
    assert labels(put(FOUNDING, strict=True)) == ["Martine Cassinelli", "Pascal Caucheteux"]
    assert labels(put(FOUNDING.replace("which", "which strictly"))) == [
        "Martine Cassinelli",
        "Pascal Caucheteux",
    ]
    directed = put(FOUNDING, directed=True)
    assert labels(directed, "people") == []
    assert sorted(labels(directed)) == ["BIM Distribuzione", "France 2 Cinéma", "Les Films du Fleuve", "RTBF"]
    assert directed.narrower is None
    said = "which producers worked for films that Audiard directed and films that the Dardennes directed"
    assert golden(put(said)) == golden(directed)


def test_on_one_shared_film_alone() -> None:
    lines = GRAPH.read_text(encoding="utf-8")
    only = GraphKnowledge(lines)
    for film in ("dheepan-2015", "a-prophet-2009", "the-kid-with-a-bike-2011", "two-days-one-night-2014",
                 "beyond-the-hills-2012"):  # fmt: skip
        only.store.update(
            "PREFIX fg: <https://w3id.org/filmgraph/ns#> DELETE WHERE { ?c fg:film "
            f"<https://w3id.org/filmgraph/id/film/{film}> ; ?p ?o }}"
        )
    answer = ask(FOUNDING, only)
    assert labels(answer, "people") == ["Martine Cassinelli", "Pascal Caucheteux"]
    assert all(row.same_films for row in answer.rows())
    quotes = [q.quote for q in row_of(answer, "Martine Cassinelli").evidence]
    assert "Produced, through Les Films du Fleuve, by the Dardenne brothers" in quotes
    assert answer.narrower is not None
    assert answer.narrower.count == 0
    assert "nothing remains" in answer.narrower.reading
    directed = ask(FOUNDING, only, Options(directed=True))
    assert labels(directed) == []
    assert directed.notes[-1] == (
        "The store holds no film directed by the Dardenne brothers (Jean-Pierre Dardenne, Luc Dardenne)."
    )


def test_those_asked_about_are_no_answers() -> None:
    everyone = labels(put("who worked with both Audiard and the Dardennes"))
    assert "Marion Cotillard" in everyone
    assert not {"Jacques Audiard", "Jean-Pierre Dardenne", "Luc Dardenne", "Dardenne brothers"} & set(
        everyone
    )
    with_luc = labels(put("who worked with Luc Dardenne"))
    assert "Jean-Pierre Dardenne" in with_luc
    assert not {"Luc Dardenne", "Dardenne brothers"} & set(with_luc)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Which editors worked with Haneke?", ["Monika Willi", "Nadine Muse"]),
        ("what companies worked with Elfriede Jelinek", []),
        ("which people have worked with both Ken Loach and Cristian Mungiu", ["Pascal Caucheteux"]),
        ("which producers do Audiard and Loach have in common",
         ["Pascal Caucheteux", "Why Not Productions", "Les Films du Fleuve"]),
        ("producers common to Audiard, Mungiu and Ken Loach",
         ["Pascal Caucheteux", "Why Not Productions", "Les Films du Fleuve"]),
        ("which cinematographers worked with Why Not Productions", ["Stéphane Fontaine", "Robbie Ryan"]),
        ("directors of photography who worked with Audiard", ["Stéphane Fontaine"]),
        ("which monteurs worked with the Dardenne brothers", ["Marie-Hélène Dozo", "Juliette Welfling"]),
        ("who edited Rust and Bone", ["Juliette Welfling"]),
        ("who directed The Kid with a Bike", ["Jean-Pierre Dardenne", "Luc Dardenne"]),
        ("who wrote De rouille et d'os", ["Jacques Audiard", "Thomas Bidegain"]),
        ("who starred in Amour (2012)?", ["Emmanuelle Riva", "Isabelle Huppert", "Jean-Louis Trintignant"]),
        ("who co-produced Beyond the Hills", ["Jean-Pierre Dardenne", "Luc Dardenne", "Pascal Caucheteux"]),
        ("which companies produced The Piano Teacher", ["MK2 Productions", "Wega Film"]),
        ("who distributed Rust and Bone", ["Sony Pictures Classics", "UGC"]),
        ("who was the cinematographer of A Prophet", ["Stéphane Fontaine"]),
        ("who edited films that Audiard directed", ["Juliette Welfling"]),
        ("which actors were in both Rust and Bone and Two Days, One Night", ["Marion Cotillard"]),
        ("who is in “Two Days, One Night”", ["Fabrizio Rongione", "Marion Cotillard", "Olivier Gourmet"]),
        ("Which films did Jacques Audiard direct?", ["A Prophet", "Rust and Bone", "Dheepan"]),
        ("what did Welfling edit", ["A Prophet", "Rust and Bone", "Dheepan"]),
        ("films with Marion Cotillard", ["Rust and Bone", "Two Days, One Night"]),
        ("list films directed by Audiard and edited by Juliette Welfling",
         ["A Prophet", "Rust and Bone", "Dheepan"]),
        ("which films did Luc Dardenne co-produce", ["Beyond the Hills"]),
        ("which films did Pascal Caucheteux and Ken Loach make together",
         ["Looking for Eric", "I, Daniel Blake"]),
        ("Haneke's films", ["The Piano Teacher", "Amour"]),
        ("what is Rust and Bone based on?", ["Rust and Bone"]),
        ("which novels by Elfriede Jelinek were adapted", ["The Piano Teacher"]),
        ("which novels by Elfriede Jelinek were adapted, and by whom", ["The Piano Teacher"]),
        ("which films are based on books", ["The Piano Teacher", "Beyond the Hills", "Rust and Bone"]),
        ("which films are based on novels by Jelinek", ["The Piano Teacher"]),
        ("who plays Stephanie in Rust and Bone", ["Marion Cotillard"]),
        ("who does Isabelle Huppert play in The Piano Teacher", ["Erika Kohut"]),
        ("which characters are in The Kid with a Bike",
         ["Thomas Doret", "Jérémie Renier", "Cécile de France"]),
    ],
)  # fmt: skip
def test_questions_of_every_form(question: str, answers: list[str]) -> None:
    answer = put(question)
    assert labels(answer) == answers
    assert answer.reading.endswith(".")
    assert load_graph().select(answer.sparql) is not None
    for row in answer.rows():
        assert row.evidence, row.label


def test_who_adapted_a_work() -> None:
    (row,) = put("which works of Craig Davidson were filmed, and by whom").rows()
    assert "adapted by" in row.detail and "Thomas Bidegain" in row.detail


def test_an_answer_is_the_answer_of_its_sparql() -> None:
    for question in (FOUNDING, "who worked with Audiard", "which films did Audiard direct"):
        answer = put(question)
        found = {row["answer"] for row in load_graph().select(answer.sparql)}
        assert found == {row.iri for row in answer.rows()}


def test_a_question_takes_few_queries() -> None:
    graph = load_graph()
    before = graph.asked
    ask(FOUNDING, graph)
    assert graph.asked - before <= 6


@pytest.mark.parametrize(
    ("question", "unplaced", "offered"),
    [
        (
            "which producers worked with both Audiart and the Dardennes",
            "“Audiart” could not be placed",
            "Audiard",
        ),
        ("why is the sky blue", "“sky blue” could not be placed", "It could be asked"),
        ("which gaffers worked with Audiard", "“gaffers” could not be placed", "Jacques Audiard"),
        ("who directed Rust und Bone", "“Rust und Bone” could not be placed", "who directed Rust and Bone"),
        ("with worked who Audiard", "not the form of the question", "who worked with Jacques Audiard"),
        ("  ?", "The question is empty", "who worked with"),
        ("who sold Rust and Bone to Audiard", "not understood", "It could be asked"),
    ],
)
def test_what_is_not_understood_is_refused(question: str, unplaced: str, offered: str) -> None:
    with pytest.raises(QuestionError) as caught:
        put(question)
    assert unplaced in str(caught.value)
    assert offered in str(caught.value)


def test_ambiguity_is_said() -> None:
    more = GraphKnowledge(
        GRAPH.read_text(encoding="utf-8")
        + """
        id:agent\\/michel-audiard a schema:Person ; schema:name "Michel Audiard" .
        id:credit\\/1 a fg:Credit ; fg:film id:film\\/amour-2012 ; fg:role role:story ;
            fg:agent id:agent\\/michel-audiard .
        """
    )
    answer = ask("which films did Audiard direct", more)
    assert answer.notes[0] == (
        "“Audiard”: Jacques Audiard (3 films), Michel Audiard (1); taking Jacques Audiard, who has most."
    )


def test_nothing_found_says_why() -> None:
    assert put("which films did Marion Cotillard direct").notes == (
        "The store holds no film directed by Marion Cotillard.",
    )
    assert (
        "no character of amour is called batman"
        in " ".join(put("who plays Batman in Amour").notes).casefold()
    )
    assert put("what is Amour based on").notes == ("No document says that Amour was made from another work.",)


def test_an_answer_as_data_and_as_table() -> None:
    answer = put(FOUNDING)
    data = json.loads(json.dumps(answer.to_data()))
    assert {"question", "reading", "answers", "sparql", "error"} <= data.keys()
    first = data["answers"][0]
    assert {"label", "iri", "films", "evidence"} <= first.keys()
    assert {"quote", "source"} <= first["evidence"][0].keys()
    assert first["films"][0]["with"] == "Jacques Audiard"
    table = answer.to_table()
    assert table.columns[:2] == ("group", "answer")
    assert len(table) == 8


def test_many_questions_give_answers_and_errors_in_order() -> None:
    found = list(ask_many(["who edited Amour", "why", "who edited Dheepan"], load_graph()))
    assert [[a["label"] for a in f["answers"]] for f in found] == [
        ["Monika Willi", "Nadine Muse"], [], ["Juliette Welfling"],
    ]  # fmt: skip
    assert [f["error"] is None for f in found] == [True, False, True]


def test_a_row_of_a_credit_list_is_quoted_from_its_document() -> None:
    (row,) = put("who wrote Looking for Eric").rows()
    assert [q.quote for q in row.evidence] == ["Looking for Eric,2009,screenwriter,Paul Laverty,"]


def test_a_source_work_without_a_title_is_spoken_of_by_kind_and_author() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
    graph.store.update(
        "PREFIX schema: <https://schema.org/> DELETE { ?w schema:name ?n } "
        "WHERE { ?w a schema:Book ; schema:name ?n }"
    )
    (row,) = ask("what is The Piano Teacher based on", graph).rows()
    assert row.label == "untitled novel by Elfriede Jelinek"
    (film,) = ask("which films are based on novels", graph).rows()
    assert film.detail == "based on an untitled novel by Elfriede Jelinek"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("films starring Michael Haneke", []),
        ("movies featuring Marion Cotillard", ["Two Days, One Night", "Rust and Bone"]),
        ("films with Jacques Audiard", []),
        ("films with Why Not Productions and Jacques Audiard", []),
    ],
)
def test_films_with_someone_are_those_where_they_perform(question: str, answers: list[str]) -> None:
    assert sorted(labels(put(question))) == sorted(answers)


@pytest.mark.parametrize("word", ["actresses", "actrices", "women", "female actors"])
def test_of_women_and_men_the_graph_knows_nothing_and_says_so(word: str) -> None:
    answer = put(f"which {word} worked with Haneke")
    assert "Jean-Louis Trintignant" in labels(answer)
    assert f"“{word}” is taken for all" in answer.notes[0]
    assert not put("which actors worked with Haneke").notes


def test_films_by_someone_who_directed_none_are_those_with_any_credit() -> None:
    for question in ("Cotillard's films", "films by Marion Cotillard", "which films has Cotillard made"):
        answer = put(question)
        assert labels(answer) == ["Rust and Bone", "Two Days, One Night"]
        assert answer.notes == ("The store holds no film directed by Marion Cotillard; any credit counts.",)
    assert not put("Haneke's films").notes


TWO_BEARERS = """
id:agent\\/steve-mcqueen a schema:Person ; schema:name "Steve McQueen" .
id:agent\\/steve-mcqueen-8c523660 a schema:Person ; schema:name "Steve McQueen" .
id:credit\\/1 a fg:Credit ; fg:film id:film\\/amour-2012 ; fg:role role:director ;
    fg:agent id:agent\\/steve-mcqueen .
id:credit\\/2 a fg:Credit ; fg:film id:film\\/dheepan-2015 ; fg:role role:director ;
    fg:agent id:agent\\/steve-mcqueen .
id:credit\\/3 a fg:Credit ; fg:film id:film\\/the-piano-teacher-2001 ; fg:role role:actor ;
    fg:agent id:agent\\/steve-mcqueen-8c523660 .
""".replace("\\\\", "\\")


def test_of_two_bearers_of_a_name_the_one_who_fits_the_role() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8") + TWO_BEARERS)
    directed = ask("which films did Steve McQueen direct", graph)
    assert labels(directed) == ["Amour", "Dheepan"]
    assert "taking Steve McQueen [steve-mcqueen], who has most." in directed.notes[0]
    acted = ask("which films did Steve McQueen act in", graph)
    assert labels(acted) == ["The Piano Teacher"]
    assert "taking Steve McQueen [steve-mcqueen-8c523660], who has most as actor" in acted.notes[0]


@pytest.mark.parametrize("name", ["Steve McQueen [steve-mcqueen-8c523660]", "steve-mcqueen-8c523660"])
def test_an_id_names_one_of_two_bearers(name: str) -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8") + TWO_BEARERS)
    answer = ask(f"which films did {name} work on", graph)
    assert (labels(answer), answer.notes) == (["The Piano Teacher"], ())


def test_how_many_answers_have_their_words_is_a_matter_for_those_who_show_them() -> None:
    answer = ask("who worked with Audiard", load_graph(), Options(limit=2))
    assert "The first 2 of" in answer.quoted
    assert not answer.notes
    assert answer.quoted in answer.to_data()["notes"]
    assert not put("who worked with Audiard").quoted


def test_no_narrower_reading_for_those_who_directed_nothing() -> None:
    assert put("who worked with Juliette Welfling").narrower is None
    assert put("who worked with Audiard").narrower is not None


def refusal(question: str) -> str:
    with pytest.raises(QuestionError) as caught:
        put(question)
    return str(caught.value)


@pytest.mark.parametrize(
    "question",
    [
        "who is Marion Cotillard",
        "why did Audiard meet Welfling",
        "  ?",
        "why is the sky blue",
        "who wrought Amour",
    ],
)
def test_every_question_offered_has_an_answer(question: str) -> None:
    offered = re.findall("“([^”]+\\?)”", refusal(question))
    assert offered
    for other in offered:
        assert labels(put(other)), other


def test_a_refusal_points_to_pages_and_paths() -> None:
    assert 'filmgraph show "Marion Cotillard"' in refusal("who is Marion Cotillard?")
    assert 'filmgraph show "Marion Cotillard"' in refusal("what is Cotillard in")
    assert 'filmgraph path "Jacques Audiard" "Ken Loach"' in refusal("how are Audiard and Loach related")


def test_plain_words_are_near_no_name() -> None:
    graph = GraphKnowledge(
        GRAPH.read_text(encoding="utf-8") + 'id:agent\\/many a schema:Person ; schema:name "Many Whyman" .'
    )
    with pytest.raises(QuestionError) as caught:
        ask("How many roads must a man walk down", graph)
    assert "Whyman" not in str(caught.value)


@pytest.mark.parametrize(
    ("question", "reading", "answers"),
    [
        ("have Audiard and Cotillard ever worked together?", "Yes. ", ["Rust and Bone"]),
        ("did Ken Loach and Michael Haneke work together", "Not that this store knows. ", []),
        ("has Pascal Caucheteux worked with Ken Loach", "Yes. ", ["Looking for Eric", "I, Daniel Blake"]),
        ("did Haneke direct Amour", "Yes. ", ["Amour"]),
        ("was Dheepan directed by Haneke", "Not that this store knows. ", []),
        ("how many films did Audiard direct", "Films directed by Jacques Audiard: 3 in this store.",
         ["A Prophet", "Rust and Bone", "Dheepan"]),
        ("how many editors worked with Haneke", "People credited as editor on a film with any credit of "
         "Michael Haneke: 2 in this store.", ["Monika Willi", "Nadine Muse"]),
        ("how many films by Haneke are there", "Films directed by Michael Haneke: 2",
         ["The Piano Teacher", "Amour"]),
        ("when was Rust and Bone made", "The year of Rust and Bone: 2012.", ["Rust and Bone"]),
        ("what year is Amour", "The year of Amour: 2012.", ["Amour"]),
        ("who made Amour", "People credited as director on Amour.", ["Michael Haneke"]),
        ("who composed the music for Rust and Bone", "", ["Alexandre Desplat"]),
        ("which films did Audiard and Cotillard both work on", "", ["Rust and Bone"]),
        ("which films did Marion Cotillard and Olivier Gourmet both appear in", "", ["Two Days, One Night"]),
        ("who distributed Rust and Bone in the US",
         "Companies credited as distributor on Rust and Bone, for U.S.",
         ["Sony Pictures Classics"]),
        ("who distributed Rust and Bone in Japan", "Companies credited as distributor on Rust and Bone.",
         ["Sony Pictures Classics", "UGC"]),
        ("who wrote the screenplay of Rust and Bone", "", ["Jacques Audiard", "Thomas Bidegain"]),
        ("films directed by Haneke starring Isabelle Huppert", "", ["The Piano Teacher", "Amour"]),
        ("films by Haneke with Emmanuelle Riva after 2005", "", ["Amour"]),
        ("who else worked with Elfriede Jelinek and Haneke", "", []),
        ("which films did Haneke make with Huppert", "", ["The Piano Teacher", "Amour"]),
        ("has Haneke ever directed Isabelle Huppert", "Yes. ", ["The Piano Teacher", "Amour"]),
        ("has Haneke ever directed Marion Cotillard", "Not that this store knows. ", []),
        ("who are Haneke's editors", "", ["Monika Willi", "Nadine Muse"]),
        ("Who’s the editor of Dheepan?", "", ["Juliette Welfling"]),
        ("who played Stephanie", "Who plays a character called Stephanie in any film.", ["Marion Cotillard"]),
        ("who wrote and directed Rust and Bone", "", ["Jacques Audiard"]),
        ("which directors also wrote", "People credited as director and as ",
         ["Jacques Audiard", "Michael Haneke", "Cristian Mungiu"]),
        ("films directed by Audiard after 2010", "Films directed by Jacques Audiard, of 2011 or later.",
         ["Rust and Bone", "Dheepan"]),
        ("which films did Audiard direct before 2010", "", ["A Prophet"]),
        ("films by Audiard in 2012", "", ["Rust and Bone"]),
        ("who worked with both Audiard and the Dardennes between 2010 and 2011", "", []),
        ("which editors worked with Audiard since 2015", "People credited as editor on a film with any "
         "credit of Jacques Audiard, of 2015 or later.", ["Juliette Welfling"]),
    ],
)  # fmt: skip
def test_everyday_questions(question: str, reading: str, answers: list[str]) -> None:
    answer = put(question)
    assert answer.reading.startswith(reading)
    assert labels(answer) == answers


def test_both_roles_are_held_on_one_film_and_shown() -> None:
    row = row_of(put("which directors also wrote"), "Jacques Audiard")
    assert {film.own_roles for film in row.films()} >= {("director", "screenwriter")}
    assert row.evidence


def test_films_without_a_year_are_left_out_with_a_note() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
    graph.store.update(
        "PREFIX schema: <https://schema.org/> DELETE WHERE "
        "{ <https://w3id.org/filmgraph/id/film/a-prophet-2009> schema:datePublished ?year }"
    )
    answer = ask("films by Audiard before 2013", graph)
    assert labels(answer) == ["Rust and Bone"]
    assert answer.notes == (
        "1 film is left out, directed by Jacques Audiard, of which no document gives the year.",
    )
    assert labels(ask("films by Audiard", graph)) == ["Rust and Bone", "Dheepan", "A Prophet"]
    dated = ask("when was A Prophet made", graph)
    assert dated.notes == ("No document gives the year of A Prophet.",)
