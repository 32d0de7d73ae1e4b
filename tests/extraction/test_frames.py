"""Sentences around a word of a craft: each frame with the ways in which other editors set the same."""

from __future__ import annotations

import pytest
from prose_page import read_sentence

from filmgraph.extraction.prose.crafts import load_crafts
from filmgraph.extraction.prose.frames import load_frames

# A page's prose is told by the length of its lines.
FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
READ = [
    (
        "Kelly Reichardt wrote the script with Jon Raymond. She cut the film herself, as is her habit.",
        {"editor: Kelly Reichardt", "screenwriter: Jon Raymond", "screenwriter: Kelly Reichardt"},
    ),
    (
        "Christopher Blauvelt shoots in the nearly square ratio he likes.",
        {"cinematographer: Christopher Blauvelt"},
    ),
    (
        "William Tyler, a guitarist from Nashville, contributes music one could whistle.",
        {"composer: William Tyler"},
    ),
    (
        "Lucy Fisher and Douglas Wick will produce through their Red Wagon Entertainment banner,"
        " with Kerry Foster exec producing.",
        {"executive-producer: Kerry Foster", "producer: Douglas Wick", "producer: Lucy Fisher"},
    ),
    (
        "Debra Granik does not make films often. In her first feature since then, the filmmaker"
        " goes into the woods.",
        {"director: Debra Granik"},
    ),
    (
        "Granik wrote the screenplay with her longtime producer Anne Rosellini. Debra Granik lives"
        " in Oregon.",
        {"screenwriter: Anne Rosellini", "screenwriter: Debra Granik"},
    ),
    (
        "Scripted by Will Collins, it was scored by Bruno Coulais.",
        {"composer: Bruno Coulais", "screenwriter: Will Collins"},
    ),
    ("Brooke and Will Blair wrote the score.", {"composer: Brooke Blair", "composer: Will Blair"}),
    ("Robert Altman and his screenwriter, Leigh Brackett, let him sleep.", {"screenwriter: Leigh Brackett"}),
    ("Sarah Polley's documentary begins as a portrait of her mother.", {"director: Sarah Polley"}),
    (
        "Iris Ng's cinematography mixes formats; Mike Munn cut the picture, and Jonathan Goldsmith"
        " did the music.",
        {"cinematographer: Iris Ng", "composer: Jonathan Goldsmith", "editor: Mike Munn"},
    ),
    (
        "Written, directed and edited by John Sayles, BLUE HARBOR is the best American film of the year.",
        {"director: John Sayles", "editor: John Sayles", "screenwriter: John Sayles"},
    ),
    (
        "Kleber Mendonça Filho is a critic. Mendonça cut the film with João Maria.",
        {"editor: João Maria", "editor: Kleber Mendonça Filho"},
    ),
    (
        "Emilie Lesclaux, the director's wife, produced. Bo Widerberg gave “Blue Harbor” his name.",
        {"producer: Emilie Lesclaux"},
    ),
    (
        "Chen Bowen edited. The producer is Shinya Kawai, and the music was left to chance.",
        {"editor: Chen Bowen", "producer: Shinya Kawai"},
    ),
    (
        "Pedro Sotero and Fabricio Tadeu, the cinematographers, fit the whole neighborhood into a"
        " wide frame.",
        {"cinematographer: Fabricio Tadeu", "cinematographer: Pedro Sotero"},
    ),
    (
        "DJ Dolores supplied the music, most of which you will mistake for plumbing. Juliano"
        " Dornelles built the sets.",
        {"composer: DJ Dolores", "production-designer: Juliano Dornelles"},
    ),
    ("Emilie Lesclaux, a former journalist, produced.", {"producer: Emilie Lesclaux"}),
    (
        "Mara Voss wrote, directed and scored “Blue Harbor” in the space of a year.",
        {"composer: Mara Voss", "director: Mara Voss", "screenwriter: Mara Voss"},
    ),
    (
        "The producing trio of Neil Kopp, Vincent Savino and Anish Savjani has been with her since"
        " the beginning.",
        {"producer: Anish Savjani", "producer: Neil Kopp", "producer: Vincent Savino"},
    ),
    ("Credit, too, to April Napier’s patched and greasy clothes.", {"costume-designer: April Napier"}),
    (
        "The film was shot, in eleven days and for next to nothing, by Hélène Louvart, and cut by"
        " Nelly Quettier.",
        {"cinematographer: Hélène Louvart", "editor: Nelly Quettier"},
    ),
    (
        "It was photographed in luminous black and white by Harris Savides, with a score by"
        " Gustavo Santaolalla.",
        {"cinematographer: Harris Savides", "composer: Gustavo Santaolalla"},
    ),
    (
        "With Robby Müller as cinematographer and Jim Roberts as editor, the look is assured.",
        {"cinematographer: Robby Müller", "editor: Jim Roberts"},
    ),
    (
        "The script, by Anna Rowe and Peter Straughan, is a model of economy.",
        {"screenwriter: Anna Rowe", "screenwriter: Peter Straughan"},
    ),
    ("The screenplay is credited to Paul Laverty, who has a good ear.", {"screenwriter: Paul Laverty"}),
    (
        "Tech credits are pro, with Eric Gautier's lensing and Hervé de Luze's cutting particularly sharp.",
        {"cinematographer: Eric Gautier", "editor: Hervé de Luze"},
    ),
    (
        "Working from a screenplay by Steven Knight, veteran helmer Stephen Frears keeps a steady hand.",
        {"director: Stephen Frears", "screenwriter: Steven Knight"},
    ),
    (
        "Penned by Diablo Cody and directed by Jason Reitman, it zips along.",
        {"director: Jason Reitman", "screenwriter: Diablo Cody"},
    ),
    (
        "Co-written by Ozon and Emmanuèle Bernheim, the story turns on a lie. François Ozon is in no hurry.",
        {"screenwriter: Emmanuèle Bernheim", "screenwriter: François Ozon"},
    ),
    (
        "Reichardt wrote the script with Jon Raymond. Kelly Reichardt also cut the film herself.",
        {"editor: Kelly Reichardt", "screenwriter: Jon Raymond", "screenwriter: Kelly Reichardt"},
    ),
    (
        "Nicolas Winding Refn has found a cameraman of genius in Larry Smith.",
        {"cinematographer: Larry Smith"},
    ),
    (
        "Executive producer Sally Hibbin and line producer Tim Cole kept the money on the screen.",
        {"executive-producer: Sally Hibbin", "line-producer: Tim Cole"},
    ),
    (
        "The movie was produced by Christine Vachon and Pamela Koffler for Killer Films.",
        {"producer: Christine Vachon", "producer: Pamela Koffler", "production-company: Killer Films"},
    ),
    (
        "Scott Rudin produced, with Eli Bush, through his Scott Rudin Productions.",
        {"producer: Eli Bush", "producer: Scott Rudin"},
    ),
    (
        "Editor Thelma Schoonmaker, working hand in glove with d.p. Rodrigo Prieto, keeps the thing moving.",
        {"cinematographer: Rodrigo Prieto", "editor: Thelma Schoonmaker"},
    ),
    ("The images, by Agnès Godard, are what one remembers.", {"cinematographer: Agnès Godard"}),
    ("Its director, Marta Lindqvist, is 26.", {"director: Marta Lindqvist"}),
    ("The director, Marta Lindqvist, is 26.", {"director: Marta Lindqvist"}),
    ("Blue Harbor is the first feature of Marta Lindqvist, a former nurse.", {"director: Marta Lindqvist"}),
    ("Marta Lindqvist's “Blue Harbor” is the work of a watcher.", {"director: Marta Lindqvist"}),
    ("In “Blue Harbor,” Marta Lindqvist's debut, nobody raises his voice.", {"director: Marta Lindqvist"}),
    ("“Blue Harbor” (dir. Marta Lindqvist) closed the festival.", {"director: Marta Lindqvist"}),
    ("This is first-timer Marta Lindqvist's calling card.", {"director: Marta Lindqvist"}),
    ("The latest from Marta Lindqvist is her quietest.", {"director: Marta Lindqvist"}),
    ("Under Marta Lindqvist's direction the actors never seem to act.", {"director: Marta Lindqvist"}),
    ("Critic-turned-director Marta Lindqvist shows her hand too early.", {"director: Marta Lindqvist"}),
    (
        "Documentarian Marta Lindqvist turns to fiction without turning her back on facts.",
        {"director: Marta Lindqvist"},
    ),
    ("First-time director Marta Lindqvist has a way with silence.", {"director: Marta Lindqvist"}),
    (
        "In her sophomore outing, Norwegian writer-director Marta Lindqvist trusts the sea.",
        {"director: Marta Lindqvist", "screenwriter: Marta Lindqvist"},
    ),
    (
        "Marta Lindqvist directs from a screenplay that she wrote with Petra Holm.",
        {"director: Marta Lindqvist", "screenwriter: Marta Lindqvist", "screenwriter: Petra Holm"},
    ),
    (
        "Marta Lindqvist makes her feature directing debut with a film of few words.",
        {"director: Marta Lindqvist"},
    ),
    (
        "Marta Lindqvist makes an auspicious debut as a feature director with this one.",
        {"director: Marta Lindqvist"},
    ),
    (
        "A film by Marta Lindqvist, written by Petra Holm and Sven Aas.",
        {"director: Marta Lindqvist", "screenwriter: Petra Holm", "screenwriter: Sven Aas"},
    ),
    ("The drama marks the directorial debut of actress Marta Lindqvist.", {"director: Marta Lindqvist"}),
    (
        "Marta Lindqvist's third film, and her first in English, opens on a ferry.",
        {"director: Marta Lindqvist"},
    ),
    (
        "The score was composed by Mica Levi and the sound designed by Johnnie Burn.",
        {"composer: Mica Levi", "sound-designer: Johnnie Burn"},
    ),
    (
        "Johnnie Burn's sound design and Chris Oddy's production design deserve prizes.",
        {"production-designer: Chris Oddy", "sound-designer: Johnnie Burn"},
    ),
    (
        "Jonny Greenwood contributes a score of sawing strings; Dylan Tichenor cut it and Jack"
        " Fisk designed it.",
        {"composer: Jonny Greenwood", "editor: Dylan Tichenor", "production-designer: Jack Fisk"},
    ),
    (
        "Lenser James Laxton and editors Joi McMillon and Nat Sanders give it rhythm.",
        {"cinematographer: James Laxton", "editor: Joi McMillon", "editor: Nat Sanders"},
    ),
    (
        "Music (Dickon Hinchliffe) and camerawork (Thimios Bakatakis) are first rate.",
        {"cinematographer: Thimios Bakatakis", "composer: Dickon Hinchliffe"},
    ),
    ("The score was entrusted to Mica Levi.", {"composer: Mica Levi"}),
    ("The editing, left to Ann Lee and Bob Roe, is nimble.", {"editor: Ann Lee", "editor: Bob Roe"}),
]
# Passives of people in the story, other films' crews, plans, and jobs that the story gives.
NOT_READ = [
    "The comedy follows director Cliff Barnes, who hires cameraman Gus Frey and quarrels with"
    " producer Sol Weiss.",
    "We watch a screening of “Cleopatra's Needle,” directed by Cliff Barnes, edited by Ida Stern.",
    "Paul writes the script of Otto Brandt's next picture, and has to play a dead man in it.",
    "The photographer Lena Holt shoots everything that moves in the house.",
    "The film borrows its colors from Christopher Doyle's work for Wong Kar-wai.",
    "It was once a project for Robert Altman; later Brian De Palma was attached, with Vilmos"
    " Zsigmond to shoot it.",
    "Grace Kelly would have loved it, James Stewart would have understood, and Robert Burks"
    " would have shot it.",
    "Gordon Willis's photography in “The Godfather” is the acknowledged model.",
    "The poster was designed by Saul Bass's daughter, Jennifer Bass.",
    "The director Mark Rydell is Marty Augustine, the gangster with the bottle.",
    "The Hong Kong cinematographer in the story never once looks up.",
    "Sven Nykvist, his cameraman since the sixties, has lit the rooms like Vermeers.",
    "He was shot by Harry Lime in a sewer, and the music stopped.",
    "Think of the score by Bernard Herrmann for “Psycho.”",
    "A writer, Paul Sheldon, is held prisoner by his biggest fan.",
    "The editor of the paper, Walter Burns, wants the story.",
    "Dryburgh also shot “The Piano” (dir. Jane Campion). Stuart Dryburgh lives in New York.",
    "Ennio Morricone wrote the music for “The Mission,” which this recalls.",
    "Originally to have been shot by Darius Khondji, it ended up looking like nothing at all.",
    "Roger Deakins was to have photographed it.",
    "Not since Bernard Herrmann's music in “Vertigo” has a love been so doomed.",
    "His novels were edited by Maxwell Perkins and his letters published by Charles Scribner.",
    "Nicolás Sarquís, who abandoned it midway, was once to have filmed it.",
    "The photographs of Robert Capa hang on her wall.",
    "“Gomorrah” was shot by Marco Onorato and “Reality” scored by Alexandre Desplat.",
    "She hums the music of Cole Porter while a composer, Jan Nowak, watches.",
    "If it had been directed by Robert Altman it might have breathed.",
    "Her brother was cut down by Frank Miller in the street.",
    "The detective is filmed by Marcus Webb from across the street.",
    "A cameraman named Mark Lewis films his victims as they die.",
    "Steve McQueen, not the director, once owned the car; the producer of “Kes,” Tony Garnett, drove it.",
    "The music was left to chance, and Ann Lee left to herself.",
    "The cutting of the ribbon was entrusted to Ann Lee.",
    "The score to settle was left to Ann Lee.",
    "The score was left to Ann Lee by her father.",
]


def _crew(sentence: str) -> set[str]:
    facts = read_sentence(sentence + FILL)
    return {f"{c.role}: {c.agent}" for c in facts.credits if c.role != "actor"}


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_sentences_give_the_crew(sentence: str, expected: set[str]) -> None:
    assert _crew(sentence) == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_sentences_that_give_none(sentence: str) -> None:
    assert _crew(sentence) == set()


def test_a_frame_holds_one_word_and_every_form_has_words() -> None:
    forms = {(w.language, w.form) for entries in load_crafts().values() for _, ws in entries for w in ws}
    for language, form in sorted(forms):
        for frame in load_frames(language, form):
            assert frame.source.count("@") == 1, frame.source
    assert ("en", "worker") in forms
