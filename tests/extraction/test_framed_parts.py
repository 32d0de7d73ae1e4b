"""Who plays whom and who is in the cast, in sentences built around the verbs and nouns of acting."""

from __future__ import annotations

import pytest
from prose_page import parts, read_sentence

# A page's prose is told by the length of its lines.
FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
PARTS = [
    (
        "The fort queues up, from Ewen Bremner’s Lloyd to a sad old man with a raven.",
        {"Ewen Bremner = Lloyd"},
    ),
    (
        "We meet a captain, Gary Farmer’s Totillicum as a guest, and some trappers.",
        {"Gary Farmer = Totillicum"},
    ),
    (
        "Lily Gladstone, so piercing in Certain Women, plays the Factor’s wife and interpreter.",
        {"Lily Gladstone = Factor’s wife"},
    ),
    (
        "Cookie gathers mushrooms; John Magaro gives him the eyes of an animal expecting to be kicked.",
        {"John Magaro = Cookie"},
    ),
    (
        "And then there is Bia, housewife and pot smoker: in Maeve Jinkings’s hands, she is an uprising.",
        {"Maeve Jinkings = Bia"},
    ),
    (
        "Amal enters with a storm; in the film, as embodied by Soumitra Chatterjee, he is also a singer.",
        {"Soumitra Chatterjee = Amal"},
    ),
    (
        "His father, NJ, a partner in a faltering firm, is Wu Nienjen, better known as a screenwriter.",
        {"Wu Nienjen = NJ"},
    ),
    (
        "His daughter, Tom, played by the New Zealand newcomer Thomasin Harcourt McKenzie, holds her breath.",
        {"Thomasin Harcourt McKenzie = Tom"},
    ),
    (
        "Dale Dickey turns up late as the owner of a trailer park, and Jeff Kober as a tree farmer.",
        {"Dale Dickey = owner", "Jeff Kober = tree farmer"},
    ),
    (
        "Shayna McHayle (better known as a rapper) deadpans her way through the part of Danyelle.",
        {"Shayna McHayle = Danyelle"},
    ),
    (
        "With his father, Conor, to whom Brendan Gleeson lends his gravelly tones, he keeps the light.",
        {"Brendan Gleeson = Conor"},
    ),
    (
        "Sterling Hayden (replacing Dan Blocker, who died) bellows as Roger Wade.",
        {"Sterling Hayden = Roger Wade"},
    ),
    ("Jim Bouton, a former pitcher, is Terry Lennox, and that is that.", {"Jim Bouton = Terry Lennox"}),
    ("The story follows Will (Ben Foster), who cannot sleep under a roof.", {"Ben Foster = Will"}),
    ("Playing Julie in her first lead, Renate Reinsve is in every scene.", {"Renate Reinsve = Julie"}),
    (
        "Herbert Nordrum lends a barista’s amiability to Eivind, whom she meets by crashing a wedding.",
        {"Herbert Nordrum = Eivind"},
    ),
    (
        "Anders Danielsen Lie, a practicing physician when not before the cameras, is superb as Aksel.",
        {"Anders Danielsen Lie = Aksel"},
    ),
    (
        "Hans Olav Brenner turns up as Ole Magnus, and Maria Grazia Di Meo is very funny as Sunniva.",
        {"Hans Olav Brenner = Ole Magnus", "Maria Grazia Di Meo = Sunniva"},
    ),
    ("John Magaro gives Cookie the eyes of an animal expecting to be kicked.", {"John Magaro = Cookie"}),
    (
        "He finds King-Lu, on the run from some Russians, to whom Orion Lee brings a wonderfully"
        " unhurried voice.",
        {"Orion Lee = King-Lu"},
    ),
    ("Scott Shepherd drops in as a captain with a sneer.", {"Scott Shepherd = captain"}),
    (
        "Lily Gladstone, so piercing in “Certain Women,” plays the Factor’s wife, an interpreter.",
        {"Lily Gladstone = Factor’s wife"},
    ),
    (
        "Yang-Yang, eight, photographs the backs of heads. He's played by Jonathan Chang, who is"
        " the wisest critic of the year.",
        {"Jonathan Chang = Yang-Yang"},
    ),
    (
        "His daughter Ada, played with stubborn calm by newcomer Mame Bineta Sane, takes to the water.",
        {"Mame Bineta Sane = Ada"},
    ),
    (
        "Grace, who is thirteen and writes, is the heart of the thing, and Mamaengaroa Kerr-Bell,"
        " who plays her, will break yours.",
        {"Mamaengaroa Kerr-Bell = Grace"},
    ),
    (
        "Into this closed shop walks Clodoaldo with a proposal. Irandhir Santos plays him so"
        " politely that one wonders later.",
        {"Irandhir Santos = Clodoaldo"},
    ),
    ("In Maeve Jinkings’s hands, Bia is a one-woman uprising.", {"Maeve Jinkings = Bia"}),
    ("Amal, as embodied by Soumitra Chatterjee, is also a singer.", {"Soumitra Chatterjee = Amal"}),
    (
        "The heroine, Anna (Lea Drucker), is a nurse; her husband, Paul (Denis Ménochet), a brute.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    (
        "The film stars Lea Drucker and Denis Ménochet as Anna and Paul, a couple in the suburbs.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    (
        "Starring Lea Drucker as Anna and Denis Ménochet as her husband, it takes no prisoners.",
        {"Denis Ménochet = husband", "Lea Drucker = Anna"},
    ),
    ("In the role of the widow Anna, Lea Drucker is a revelation.", {"Lea Drucker = Anna"}),
    ("Lea Drucker has the part of Anna, and Denis Ménochet that of Paul.", {"Lea Drucker = Anna"}),
    ("Anna, played by the great Lea Drucker, wants out.", {"Lea Drucker = Anna"}),
    (
        "Paul, a banker (Denis Ménochet), meets Anna, a baker (Lea Drucker).",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    ("Paul is trouble. Denis Ménochet’s Paul is a wall of a man.", {"Denis Ménochet = Paul"}),
    ("Lea Drucker is Anna, a woman at the end of her rope.", {"Lea Drucker = Anna"}),
    ("As Anna, Lea Drucker never asks for sympathy.", {"Lea Drucker = Anna"}),
    ("Cast against type, Lea Drucker makes Anna a monster.", {"Lea Drucker = Anna"}),
    (
        "A teacher named Anna (Lea Drucker) and a cop called Paul (Denis Ménochet) share a taxi.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    (
        "Lea Drucker brings warmth to Anna, and Denis Ménochet invests Paul with menace.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    (
        "Lea Drucker (as Anna) and Denis Ménochet (as Paul) are well matched.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    ("Paul finds his match in Anna, embodied with steel by Lea Drucker.", {"Lea Drucker = Anna"}),
    ("The movie casts Lea Drucker as Anna, a nurse in a small town.", {"Lea Drucker = Anna"}),
    (
        "Lea Drucker, cast as Anna, and Denis Ménochet, in the role of Paul, do what they can.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    ("Young Thomas Gioria plays the boy, Julien.", {"Thomas Gioria = Julien"}),
    ("Ms. Drucker plays Anna with a limp. Lea Drucker was a dancer.", {"Lea Drucker = Anna"}),
    ("Thomas Gioria, as their son Julien, says little.", {"Thomas Gioria = Julien"}),
    (
        "Mathilde Auneveux portrays their daughter, Joséphine, as a girl in a hurry.",
        {"Mathilde Auneveux = Joséphine"},
    ),
    (
        "Anna is voiced by Lea Drucker and Paul by Denis Ménochet.",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    (
        "Anna (a never better Lea Drucker) is in love with Paul (Denis Ménochet, looking tired).",
        {"Denis Ménochet = Paul", "Lea Drucker = Anna"},
    ),
    ("Anna (newcomer Lea Drucker, in her screen debut) takes the train.", {"Lea Drucker = Anna"}),
    (
        "The sheriff (Denis Ménochet) and his deputy (Lea Drucker) look the other way.",
        {"Denis Ménochet = sheriff", "Lea Drucker = deputy"},
    ),
    (
        "Denis Ménochet as the sheriff is a treat, and so is Lea Drucker as his deputy.",
        {"Denis Ménochet = sheriff", "Lea Drucker = deputy"},
    ),
]
# Players of other films, players thought of, plans, and what people of the story do to each other.
NO_PARTS = [
    "Grace Kelly would have played Vera, James Stewart would have been Paul, and all would have been well.",
    "Robert Altman wanted Shelley Duvall as Dolly, and she had other plans.",
    "When she drops out, Cliff Barnes gives the part of Cleopatra to a waitress.",
    "As played by Meryl Streep the mother would have been unbearable.",
    "Lena Holt plays a trick on Frank Bell, and Frank plays along.",
    "Ms. Kerr-Bell, who plays the drums, lent Anna a hand.",
    "Think of Marlon Brando as Stanley Kowalski and you have the idea.",
    "Ridley Scott’s Deckard hunted them in another film.",
    "He quotes Laurence Olivier as Hamlet, badly.",
    "Robert De Niro played Vito Corleone in “The Godfather Part II,” and this is not it.",
    "Steve McQueen was to have played Scanlon, and Lino Ventura was going to be Manzon.",
    "John Ford regarded Henry Fonda as Lincoln ever after.",
    "Anna is Russian, and Paul is Flemish.",
    "Anna gives Paul a ring, and Paul brings flowers to Anna.",
    "Paul Simon’s Graceland is on the radio.",
    "As Tolstoy, Lev to his friends, once said, it is complicated.",
    "Anna plays the piano, and John Smith plays a trick on the guards.",
    "John Smith takes part in the war, and Anna gives him the eyes of a doll.",
]
PLAYERS = [
    (
        "Also on hand are Lea Drucker, Denis Ménochet and Thomas Gioria.",
        {"Lea Drucker", "Denis Ménochet", "Thomas Gioria"},
    ),
    (
        "Lea Drucker, Denis Ménochet and Thomas Gioria round out the cast.",
        {"Denis Ménochet", "Lea Drucker", "Thomas Gioria"},
    ),
    ("The cast is rounded out by Lea Drucker and Denis Ménochet.", {"Denis Ménochet", "Lea Drucker"}),
    (
        "Rounding out the cast are Lea Drucker, Denis Ménochet and Thomas Gioria.",
        {"Denis Ménochet", "Lea Drucker", "Thomas Gioria"},
    ),
    (
        "With Lea Drucker, Denis Ménochet and Thomas Gioria in support, it could hardly fail.",
        {"Denis Ménochet", "Lea Drucker", "Thomas Gioria"},
    ),
    (
        "The ensemble cast includes Lea Drucker, Denis Ménochet and Thomas Gioria.",
        {"Denis Ménochet", "Lea Drucker", "Thomas Gioria"},
    ),
    ("It stars Lea Drucker opposite Denis Ménochet.", {"Denis Ménochet", "Lea Drucker"}),
    ("Lea Drucker and Denis Ménochet star.", {"Denis Ménochet", "Lea Drucker"}),
    ("Lea Drucker and Denis Ménochet head a cast of unknowns.", {"Denis Ménochet", "Lea Drucker"}),
    (
        "Lea Drucker toplines, with Denis Ménochet and Thomas Gioria in supporting roles.",
        {"Denis Ménochet", "Lea Drucker", "Thomas Gioria"},
    ),
    (
        "Good work by Lea Drucker and Denis Ménochet does not save it; a cast led by Thomas Gioria tries.",
        {"Thomas Gioria"},
    ),
    ("Lea Drucker in the title role is a marvel.", {"Lea Drucker"}),
    ("In the title role, Lea Drucker is a marvel.", {"Lea Drucker"}),
    ("In the lead, Lea Drucker is a marvel.", {"Lea Drucker"}),
    ("Led by Lea Drucker, the cast is faultless.", {"Lea Drucker"}),
    ("Also in the cast are Lea Drucker and Denis Ménochet.", {"Denis Ménochet", "Lea Drucker"}),
    ("A thriller starring Lea Drucker, it opens on Friday.", {"Lea Drucker"}),
    (
        "The rest of the cast, notably Lea Drucker and Denis Ménochet, is fine.",
        {"Denis Ménochet", "Lea Drucker"},
    ),
    ("Lea Drucker makes a cameo, and Denis Ménochet has a walk-on.", {"Denis Ménochet", "Lea Drucker"}),
    (
        "Among the supporting players, Lea Drucker and Denis Ménochet stand out.",
        {"Denis Ménochet", "Lea Drucker"},
    ),
]
NO_PLAYERS = [
    "The studio wants Rita Hayworth in the lead, and gets its way as studios do.",
    "He quarrels with the man, who wants Rita Hayworth in the lead.",
    "Lea Drucker narrates.",
    "Lea Drucker turned down the lead, and Denis Ménochet was once attached to star.",
    "Her idols were Ingrid Bergman and Denis Ménochet; posters of them star in her room.",
    "A retrospective of films starring Jean Gabin runs next door.",
]


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_sentences_give_parts(sentence: str, expected: set[str]) -> None:
    assert parts(read_sentence(sentence + FILL)) == expected


@pytest.mark.parametrize("sentence", NO_PARTS)
def test_sentences_that_give_no_part(sentence: str) -> None:
    assert parts(read_sentence(sentence + FILL)) == set()


def _players(sentence: str) -> set[str]:
    return {c.agent for c in read_sentence(sentence + FILL).credits if c.role in ("actor", "voice-actor")}


@pytest.mark.parametrize(("sentence", "expected"), PLAYERS)
def test_sentences_give_players(sentence: str, expected: set[str]) -> None:
    assert _players(sentence) == expected


@pytest.mark.parametrize("sentence", NO_PLAYERS)
def test_sentences_that_give_no_player(sentence: str) -> None:
    assert _players(sentence) == set()
