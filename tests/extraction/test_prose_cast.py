from __future__ import annotations

import pytest
from prose_page import CREDITS, jobs, parts, read_sentence

READ = [
    (
        "Marion Cotillard plays Stephanie, a trainer of whales, with no vanity at all and a good deal of"
        " humor.",
        {"Marion Cotillard = Stephanie"},
    ),
    (
        "Cotillard's Stephanie is a marvel of stubborn good humor, and Schoenaerts' Ali one of stubborn"
        " bad humor.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "As Stephanie, Cotillard is a marvel of stubborn humor, while Schoenaerts, as Ali, mostly grunts"
        " and hits.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "Stephanie, played by Marion Cotillard with no vanity at all, trains whales until one ends her"
        " career.",
        {"Marion Cotillard = Stephanie"},
    ),
    (
        "Stephanie (an excellent Cotillard) trains whales, Ali (Matthias Schoenaerts, “Bullhead”) hits"
        " people.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "The boy Sam (newcomer Armand Verdure) and Ali’s sister Anna (Corinne Masiero) live over the garage.",
        {"Armand Verdure = Sam", "Corinne Masiero = Anna"},
    ),
    (
        "He moves in with his working-class sister (Corinne Masiero), who works at a till and steals what"
        " is left.",
        {"Corinne Masiero = working-class sister"},
    ),
    (
        "Marion Cotillard (as Stephanie) and Matthias Schoenaerts (as the brutish Ali) make an odd couple.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "Deborah Kerr lends her usual sense as Sister Clodagh, and Sabu has fun with scent as the Young"
        " General.",
        {"Deborah Kerr = Sister Clodagh", "Sabu = Young General"},
    ),
    (
        "Jeanne and Simon Marwan (Marion Cotillard and Armand Verdure) learn that there are two letters"
        " for them.",
        {"Marion Cotillard = Jeanne", "Armand Verdure = Simon Marwan"},
    ),
    (
        "Schoenaerts barely blinks in this film, and he hardly has time to. His Thomas breaks into"
        " buildings.",
        {"Matthias Schoenaerts = Thomas"},
    ),
    (
        "Kirsten Dunst won an award for playing Justine; Charlotte Gainsbourg is her sister Claire, who"
        " does not.",
        set(),
    ),
    (
        "Marion Cotillard incarne Stéphanie avec retenue, et Matthias Schoenaerts joue Ali comme d'autres"
        " boxent.",
        {"Marion Cotillard = Stéphanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "Marion Cotillard spielt Stéphanie mit großer Zurückhaltung, und Matthias Schoenaerts ist Ali, ein"
        " Mann.",
        {"Marion Cotillard = Stéphanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "Marion Cotillard interpreta a Stephanie con contención y Matthias Schoenaerts es Ali, un hombre"
        " rudo.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
    (
        "Marion Cotillard interpreta Stephanie con grande misura, mentre Matthias Schoenaerts, nei panni"
        " di Ali,"
        " picchia duro e parla poco.",
        {"Marion Cotillard = Stephanie", "Matthias Schoenaerts = Ali"},
    ),
]

NOT_READ = [
    "Marion Cotillard, who was so good as Edith Piaf in “La Vie en rose,” has not had a part like it in"
    " years.",
    "The critic Roger Ebert (who liked it) and the novelist Ian McEwan (who did not) were in the room that"
    " day.",
    "Darren Aronofsky’s “The Wrestler” comes to mind, as does “Raging Bull” (Robert De Niro), at a distance.",
    "The director, as Cannes audiences know, likes a bruise, and as a stylist he has few rivals in Paris.",
    "Susan Sontag warned of such films as “Blue Harbor,” and Kafka might have liked to be asked to write it.",
    "The novelist (Zadie Smith) and the composer (Alexandre Desplat) of the other film were not to be seen.",
    "As in “Bullhead,” Schoenaerts seems positively Neanderthal compared with the characters around him.",
]


@pytest.mark.parametrize(("sentence", "expected"), [r for r in READ if r[1]])
def test_sentences_give_parts(sentence: str, expected: set[str]) -> None:
    assert parts(read_sentence(sentence, CREDITS)) == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_what_only_looks_like_a_part_is_none(sentence: str) -> None:
    assert parts(read_sentence(sentence, CREDITS)) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Jack Nicholson stars as J. J. Gittes; Faye Dunaway co-stars as Evelyn, who knows a lot.",
            {"Jack Nicholson = J. J. Gittes", "Faye Dunaway = Evelyn"},
        ),
        (
            "Ryan Gosling plays Neil Armstrong as a closed door, and the camera knocks on it for two hours.",
            {"Ryan Gosling = Neil Armstrong"},
        ),
        (
            "It was made by a small crew with Gail Egan serving as executive producer. Mike Leigh is mum.",
            set(),
        ),
        (
            "The film has Neeraj Kabi as the antagonist. Swastika Mukherjee has little to do but worry.",
            {"Neeraj Kabi = antagonist"},
        ),
        (
            "She loves Oscar (Walter Matthau), who leaves his socks on the lamp and his cards on the table.",
            {"Walter Matthau = Oscar"},
        ),
        (
            "Marie (Julia Jentsch (“Die fetten Jahre sind vorbei”)) is a student in Munich in those years.",
            {"Julia Jentsch = Marie"},
        ),
        (
            "She has won an Oscar (Best Actress) and a Goya (Best Newcomer), and she is as good in this one.",
            set(),
        ),
        (
            "Think of Marlon Brando as Stanley Kowalski, and then think of this, and then think of lunch.",
            set(),
        ),
        (
            "Ann Lee, whom you may recall from other films, is Yelena, Larry Pine is Dr. Astrov and Eva Roth"
            " (yes, the lawyer in that other one!) is the Professor.",
            {"Ann Lee = Yelena", "Larry Pine = Dr. Astrov", "Eva Roth = Professor"},
        ),
        (
            "Anna Sandri è Giulia, tutta letto e cucina; Carla Sanda è Maria, la moglie; Gastone Mosca il"
            " manesco Drago, Piero Clementi l'autista Lino.",
            {
                "Anna Sandri = Giulia",
                "Carla Sanda = Maria",
                "Gastone Mosca = Drago",
                "Piero Clementi = Lino",
            },
        ),
        (
            "Ann Sander plays Ida, Bob Ray the baker Max and Carl Dunn the old Otto, and all have a cold.",
            {"Ann Sander = Ida", "Bob Ray = Max", "Carl Dunn = Otto"},
        ),
        (
            "Joel Grey repeats his stage triumph as the M.C. Marisa Berenson and Fritz Wepper have the second"
            " love story, as Natalia and Fritz.",
            {"Marisa Berenson = Natalia", "Fritz Wepper = Fritz"},
        ),
        (
            "Ron Livingston's agent, Marty, says the things agents say, and he says them rather well here.",
            {"Ron Livingston = Marty"},
        ),
        (
            "Ingrid Bisu is touching as the assistant, Anca, and nobody in the whole theater seems to mind.",
            {"Ingrid Bisu = Anca"},
        ),
        (
            "As Teresa, the grandmother, Veronica Garcia has one great scene, in a furniture store at night.",
            {"Veronica Garcia = Teresa"},
        ),
        (
            "He gets paid by Joey the underwear model (Andrew Keegan) to take out somebody else's sister.",
            {"Andrew Keegan = Joey"},
        ),
        (
            "Also with Brian Cox (Melvin Belli), and with more rain than the city has seen in forty years.",
            {"Brian Cox = Melvin Belli"},
        ),
        (
            "Filming began with Jason Robards in the title role and Mick Ryder as a sidekick, since written"
            " out.",
            set(),
        ),
        (
            "The Americans made a forgettable remake of it, Mixed Blessings (Happy Dogs), by Nora Ephron.",
            set(),
        ),
        (
            "Les Bronzés (Patrice Leconte, d'après la pièce Amour et crustacés) est un autre film de plage.",
            set(),
        ),
        (
            "Audiard's regular editor, Juliette Welfling, says the things editors say, and says them well.",
            set(),
        ),
        (
            "Ann Lee spielt Klavier, Karl Meier die Geige, und alle hören zu, bis der Regen wieder anfängt.",
            set(),
        ),
        (
            "It features songs by Bob Dylan and stars in no way the people seen on the poster of it.",
            set(),
        ),
    ],
)
def test_who_plays_whom_ends_with_the_sentence(sentence: str, expected: set[str]) -> None:
    facts = read_sentence(sentence)
    assert parts(facts) == expected
    assert {c.agent for c in facts.credits if c.role == "actor"} == {e.split(" = ")[0] for e in expected}


def test_players_need_no_list_of_the_cast() -> None:
    facts = read_sentence(
        "Osamu (Lily Franky) and young Shota (Jyo Kairi) take her home to Nobuyo (Ando Sakura), and she"
        " stays."
    )
    assert parts(facts) == {"Lily Franky = Osamu", "Jyo Kairi = Shota", "Ando Sakura = Nobuyo"}


def test_films_in_brackets_make_no_players() -> None:
    facts = read_sentence(
        "Paul Thomas Anderson (Boogie Nights, Magnolia) wrote and directed it, and Robert Elswit shot it"
        " in Texas."
    )
    assert jobs(facts) == {
        "director: Paul Thomas Anderson",
        "screenwriter: Paul Thomas Anderson",
        "cinematographer: Robert Elswit",
    }
