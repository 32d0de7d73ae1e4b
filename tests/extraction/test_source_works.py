from __future__ import annotations

import pytest
from prose_page import CREDITS, jobs, read_sentence, sources

OWN = "Blue Harbor"
READ = [
    (
        "Loosely adapted from the novel by Martin Amis, Glazer’s film never looks over the garden wall.",
        (None, "Martin Amis", "novel", "based_on"),
    ),
    (
        "Not only based on Emile Zola's “Germinal,” it also looks like a mine, and sounds like one too.",
        ("Germinal", "Emile Zola", None, "based_on"),
    ),
    (
        "Inspired by Canadian writer Craig Davidson’s like-titled short story collection, the film goes"
        " its own way.",
        (OWN, "Craig Davidson", "short stories", "inspired_by"),
    ),
    (
        "The script is loosely drawn from two stories in Canadian scribe Craig Davidson's collection of"
        " the same name.",
        (OWN, "Craig Davidson", "short stories", "based_on"),
    ),
    (
        "Adapted by Petra Holm from Ian McEwan's Booker-winning novel “Amsterdam,” the film takes its time"
        " over it.",
        ("Amsterdam", "Ian McEwan", "novel", "based_on"),
    ),
    (
        "The film, loosely based on Emile Zola's “Germinal,” moves the mines to Chile and the strike to"
        " this day.",
        ("Germinal", "Emile Zola", None, "based_on"),
    ),
    (
        "Freely adapted from the play by Arthur Schnitzler, it moves from Vienna to Manhattan without a"
        " bump.",
        (None, "Arthur Schnitzler", "play", "based_on"),
    ),
    (
        "Suggested by a magazine article by Susan Orlean, the film goes its own way after ten minutes or so.",
        (None, "Susan Orlean", "article", "suggested_by"),
    ),
    (
        "A remake of Henri-Georges Clouzot's “The Wages of Fear,” the film is louder than the original was.",
        ("The Wages of Fear", "Henri-Georges Clouzot", None, "remake_of"),
    ),
    (
        "Based on the bestselling memoir “Wild” by Cheryl Strayed, the film walks a thousand miles and"
        " feels it.",
        ("Wild", "Cheryl Strayed", "memoir", "based_on"),
    ),
    (
        "Rumer Godden's novel of nuns at the top of the world has been turned by them into a kind of fever"
        " chart.",
        (None, "Rumer Godden", "novel", "based_on"),
    ),
    (
        "“Blue Harbor,” out of the Davis Grubb best-seller, starts as a thriller and floats off into a"
        " dream.",
        (None, "Davis Grubb", "novel", "based_on"),
    ),
    (
        "The story comes out of Alexander Weinstein’s “Saying Goodbye to Yang,” and the film softens it a"
        " bit.",
        ("Saying Goodbye to Yang", "Alexander Weinstein", None, "based_on"),
    ),
    (
        "The screenplay, which Petra Holm adapted from her own play, keeps to one kitchen and three people"
        " in it.",
        (None, "Petra Holm", "play", "based_on"),
    ),
    (
        "D'après le roman de Marguerite Duras, le film suit une femme qui attend, et qui attend encore, au"
        " bord de l'eau.",
        (None, "Marguerite Duras", "novel", "based_on"),
    ),
    (
        "Adapté du roman éponyme de Laurent Gaudé, le film avance sans hâte vers une fin que chacun devine"
        " d'avance.",
        (OWN, "Laurent Gaudé", "novel", "based_on"),
    ),
    (
        "Nach dem gleichnamigen Roman von Hans Fallada erzählt der Film von einem Ehepaar in Berlin, das"
        " Karten schreibt.",
        (OWN, "Hans Fallada", "novel", "based_on"),
    ),
    (
        "Basada en la novela homónima de Javier Cercas, la película sigue a un grupo de soldados en los"
        " últimos días.",
        (OWN, "Javier Cercas", "novel", "based_on"),
    ),
    (
        "Tratto dal romanzo di Elena Ferrante, il film segue due amiche per sessant'anni nella città che"
        " le tiene.",
        (None, "Elena Ferrante", "novel", "based_on"),
    ),
]

NOT_READ = [
    "It is not based on anything, unless it is based on “Sunset Boulevard” and a bad dream of its stairs.",
    "It isn’t based on Emile Zola's “Germinal,” though it might have been based on Emile Zola's “Nana.”",
    "It reminded me of *No Country for Old Men*, which the brothers adapted from Cormac McCarthy’s novel.",
    "It recalls “The Hours,” which David Hare adapted from Michael Cunningham's novel with great respect.",
    "Inspired by the life of Johnny Cash, the film goes from Arkansas to Folsom and hits every stop on the"
    " way.",
    "Based on true events, the film follows two reporters who will not let go of a story that nobody wants.",
    "Annie Proulx wrote an afterword to the novel, and one can tell why when the dog comes back to the"
    " house.",
    "“The Hours,” based on the novel by Michael Cunningham, was a colder film than this one turns out to be.",
    "From Paris he goes on to London, and from London back to the town by the sea from which he once came.",
    "Directeur de cabinet inspiré de Pierre Vimont, il parle à voix basse et caresse un chat entre deux"
    " siestes.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_sentences_give_source_works(
    sentence: str, expected: tuple[str | None, str | None, str | None, str]
) -> None:
    assert sources(read_sentence(sentence)) == {expected}


@pytest.mark.parametrize("sentence", NOT_READ)
def test_lives_events_and_other_films_books_are_no_sources(sentence: str) -> None:
    assert sources(read_sentence(sentence)) == set()


def test_one_fact_for_each_author() -> None:
    facts = read_sentence(
        "The film comes late.",
        "Scénario : Antonin Baudry, d’après la bande dessinée « Quai d’Orsay » de Christophe Blain et Abel"
        " Lanzac"
        "\nImage : Jérôme Alméras",
    )
    assert sources(facts) == {
        ("Quai d’Orsay", "Christophe Blain", "comic", "based_on"),
        ("Quai d’Orsay", "Abel Lanzac", "comic", "based_on"),
    }


def test_the_credit_block_and_the_prose_speak_of_one_work() -> None:
    facts = read_sentence(
        "Inspired by Canadian writer Craig Davidson’s short story collection, the film invents a fresh set of"
        " characters suggested by Davidson’s terse pulp tales.",
        CREDITS + ", based on “Rust and Bone” by Craig Davidson",
    )
    assert sources(facts) == {("Rust and Bone", "Craig Davidson", "short stories", "based_on")}
    assert all("Davidson" not in c.agent for c in facts.credits)


def test_an_author_is_no_writer_of_the_film() -> None:
    facts = read_sentence(
        "Inspired by Canadian writer Craig Davidson’s like-titled story collection, the film goes its own"
        " way."
    )
    assert jobs(facts) == set()
