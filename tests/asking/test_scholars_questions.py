"""Questions as scholars type them: one thing of a film, whole stores, slips, films of one title."""

from __future__ import annotations

import pytest
from graph_knowledge import GRAPH, GraphKnowledge, load_graph

from filmgraph.asking import Answer, ask
from filmgraph.errors import QuestionError

ALL = 10


def put(question: str) -> Answer:
    return ask(question, load_graph())


def labels(answer: Answer) -> list[str]:
    return [row.label for row in answer.rows()]


@pytest.mark.parametrize(
    ("question", "reading", "answers"),
    [
        ("what did Jacques Audiard do on Rust and Bone",
         "What Jacques Audiard did on Rust and Bone: director, producer and screenwriter.",
         ["director", "producer", "screenwriter"]),
        ("what was Welfling's job on Dheepan", "What Juliette Welfling did on Dheepan: editor.", ["editor"]),
        ("how was Marion Cotillard credited on Rust and Bone",
         "What Marion Cotillard did on Rust and Bone: actor.", ["actor"]),
        ("where was Rust and Bone made", "The countries of Rust and Bone: Belgium, France.",
         ["Rust and Bone"]),
        ("which countries is Rust and Bone from", "The countries of Rust and Bone: Belgium, France.",
         ["Rust and Bone"]),
        ("how long is Rust and Bone", "The running time of Rust and Bone: 122 min.", ["Rust and Bone"]),
        ("what is the running time of Amour", "The running time of Amour: 127 min.", ["Amour"]),
        ("films from 2012", "Films of 2012 in this store.", ["Amour", "Beyond the Hills", "Rust and Bone"]),
        ("films made before 2010", "Films of 2009 or earlier in this store.",
         ["The Piano Teacher", "A Prophet", "Looking for Eric"]),
        ("how many films from 2012 are there", "Films of 2012: 3 in this store.",
         ["Amour", "Beyond the Hills", "Rust and Bone"]),
        ("films from Belgium in 2012", "Films from Belgium of 2012 in this store.",
         ["Beyond the Hills", "Rust and Bone"]),
        ("films from 1950", "Films of 1950 in this store.", []),
        ("which novels did Haneke adapt", "Novels that a film written or directed by Michael Haneke was made "
         "from, closely or loosely.", ["The Piano Teacher"]),
        ("which novels were adapted by Jacques Audiard", "", []),
        ("is The Piano Teacher based on a novel", "The works that The Piano Teacher was made from, "
         "closely or loosely.", ["The Piano Teacher"]),
        ("films with music by Alexandre Desplat", "Films with Alexandre Desplat as composer.",
         ["A Prophet", "Rust and Bone"]),
        ("films with cinematography by Stéphane Fontaine and editing by Juliette Welfling", "",
         ["A Prophet", "Rust and Bone"]),
        ("films by Audiard shot by Stéphane Fontaine that were edited by Juliette Welfling",
         "Films directed by Jacques Audiard and with Stéphane Fontaine as cinematographer and with",
         ["A Prophet", "Rust and Bone"]),
        ("films with Isabelle Huppert as an actor", "", ["The Piano Teacher", "Amour"]),
        ("which editors has Haneke worked with", "People credited as editor on a film with any credit of "
         "Michael Haneke.", ["Monika Willi", "Nadine Muse"]),
        ("who adapted The Piano Teacher", "People credited as screenwriter on The Piano Teacher.",
         ["Michael Haneke"]),
        ("who is the author of the novel The Piano Teacher is based on", "", ["The Piano Teacher"]),
        ("which films are adaptations", "", ["The Piano Teacher", "Beyond the Hills", "Rust and Bone"]),
        ("is Haneke the director of Amour", "Yes. ", ["Amour"]),
        ("is Juliette Welfling one of the editors of Amour", "Not that this store knows. ", []),
        ("what are the films of Haneke", "Films directed by Michael Haneke.", ["The Piano Teacher", "Amour"]),
        ("has anyone worked with both Elfriede Jelinek and Marion Cotillard", "", []),
        ("the editors of Haneke", "", ["Monika Willi", "Nadine Muse"]),
        ("in which films did Emmanuelle Riva and Isabelle Huppert act together", "", ["Amour"]),
        ("who wrote, directed and produced Rust and Bone", "", ["Jacques Audiard"]),
        ("who wrote and directed and edited Rust and Bone", "", []),
    ],
)  # fmt: skip
def test_what_scholars_ask(question: str, reading: str, answers: list[str]) -> None:
    answer = put(question)
    assert answer.reading.startswith(reading)
    assert labels(answer) == answers
    assert answer.notes if not answers else True


def test_everyone_someone_has_worked_with() -> None:
    assert labels(put("who has Haneke worked with")) == labels(put("who worked with Haneke"))


@pytest.mark.parametrize("question", ["list all films", "how many films are there", "films in the store"])
def test_all_films_of_the_store(question: str) -> None:
    assert len(labels(put(question))) == ALL


def test_what_someone_did_stands_with_its_words_and_where_nothing_it_is_said() -> None:
    (row,) = put("what did Isabelle Huppert do in The Piano Teacher").rows()
    assert (row.label, row.detail) == ("actor", "as Erika Kohut")
    assert row.evidence[0].quote
    assert put("what did Ken Loach do on Amour").notes == ("No document credits Ken Loach on Amour.",)


def test_a_country_no_film_is_from_is_no_country() -> None:
    with pytest.raises(QuestionError, match="Atlantis"):
        put("films from Atlantis")


@pytest.mark.parametrize(
    ("question", "note", "answers"),
    [
        ("wich editors worked with Haneke", "“wich” is taken for “which”.", ["Monika Willi", "Nadine Muse"]),
        ("Wich editors worked with Haneke", "“Wich” is taken for “which”.", ["Monika Willi", "Nadine Muse"]),
        ("films direcetd by Haneke", "“direcetd” is taken for “directed”.", ["The Piano Teacher", "Amour"]),
    ],
)  # fmt: skip
def test_slips_in_words_of_the_question_are_mended_and_said(
    question: str, note: str, answers: list[str]
) -> None:
    answer = put(question)
    assert answer.notes[0] == note
    assert labels(answer) == answers


@pytest.mark.parametrize(
    "question", ["who started Amour", "who wrought Amour", "films directed by Hanekke", "who Edtied Amour"]
)
def test_another_word_or_a_name_is_no_slip(question: str) -> None:
    with pytest.raises(QuestionError):
        put(question)


def test_of_films_of_one_title_the_year_asked_for_says_which() -> None:
    other = (
        'id:film\\/amour-1970 a schema:Movie ; schema:name "Amour" ; schema:datePublished "1970"^^xsd:gYear .'
        " id:credit\\/one a fg:Credit ; fg:film id:film\\/amour-1970 ; fg:agent id:agent\\/one ; "
        "fg:role role:editor . id:film\\/amour-1970 fg:editor id:agent\\/one ."
        ' id:agent\\/one a schema:Person ; schema:name "Ann Lee" .'
    )
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8") + other)
    asked = ask("who edited Amour from 1970", graph)
    assert [row.label for row in asked.rows()] == ["Ann Lee"]
    assert "which is of 1970" in asked.notes[0]
    assert [row.label for row in ask("who edited Amour in 2012", graph).rows()] == [
        "Monika Willi",
        "Nadine Muse",
    ]
    nothing = ask("who edited Amour from 1999", graph)
    assert nothing.reading == "People credited as editor on Amour, of 1999."
    assert not list(nothing.rows())


def test_of_films_of_one_title_one_is_taken_of_which_the_answer_is_known() -> None:
    other = (
        'id:film\\/amour-1970 a schema:Movie ; schema:name "Amour" ; schema:datePublished "1970"^^xsd:gYear .'
        " id:credit\\/one a fg:Credit ; fg:film id:film\\/amour-1970 ; fg:agent id:agent\\/one ; "
        "fg:role role:composer . id:film\\/amour-1970 schema:musicBy id:agent\\/one ."
        ' id:agent\\/one a schema:Person ; schema:name "Ann Lee" .'
    )
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8") + other)
    asked = ask("who composed the music for Amour", graph)
    assert [row.label for row in asked.rows()] == ["Ann Lee"]
    assert asked.notes[0].endswith(
        "the first of which the answer is known. For another, write “Amour [amour-2012]”."
    )
    assert [row.label for row in ask("what did Ann Lee do on Amour", graph).rows()] == ["composer"]
    assert [row.label for row in ask("who edited Amour", graph).rows()] == ["Monika Willi", "Nadine Muse"]
    assert [row.label for row in ask("who edited Amour [amour-1970]", graph).rows()] == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which editor works most often with Haneke", "filmgraph analyze collaborations"),
        ("who reviewed Two Days, One Night", 'documents-on-film -p film="Two Days, One Night"'),
        ("which documents mention Amour", 'documents-on-film -p film="Amour"'),
    ],
)
def test_a_refusal_names_the_command_that_answers(question: str, told: str) -> None:
    with pytest.raises(QuestionError) as refused:
        put(question)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("question", "role", "words"),
    [
        ("when was Dheepan made", "year", "Dheepan (2015)"),
        ("films from 2015", "year", "Dheepan (2015)"),
        ("list all films", "title", "Dheepan (2015)"),
    ],
)
def test_one_thing_of_a_film_comes_with_the_words_that_state_it(question: str, role: str, words: str) -> None:
    row = next(row for row in put(question).rows() if row.label == "Dheepan")
    assert words in {quote.quote for quote in row.evidence}
    assert {(quote.role, quote.film) for quote in row.evidence} == {(role, "Dheepan")}
    assert all(quote.source and quote.iri for quote in row.evidence)


def test_documents_that_disagree_on_what_is_asked_are_spoken_of() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
    graph.store.update(
        "PREFIX fg: <https://w3id.org/filmgraph/ns#> PREFIX schema: <https://schema.org/> "
        "INSERT DATA { <https://w3id.org/filmgraph/id/film/dheepan-2015> "
        "fg:disputed <https://e.org/d#char=0,4> "
        "GRAPH <https://e.org/d> { <https://e.org/d#char=0,4> fg:states schema:datePublished } }"
    )
    assert "Documents disagree on the year of Dheepan" in ask("when was Dheepan made", graph).notes[0]
    assert ask("how long is Dheepan", graph).notes == ()
