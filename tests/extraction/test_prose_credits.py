from __future__ import annotations

import pytest
from prose_page import CREDITS, from_prose, jobs, read_sentence

from filmgraph.extraction.prose.phrases import load_phrases

READ = [
    (
        "Joel Rivers and Ethan Brook’s new film is a small thing about a large river and the people by it.",
        {"director: Joel Rivers", "director: Ethan Brook"},
    ),
    (
        "Scripter-turned-helmer Marta Lindqvist keeps “Blue Harbor” moving at a clip that few would have"
        " expected.",
        {"director: Marta Lindqvist", "screenwriter: Marta Lindqvist"},
    ),
    (
        "Tyro helmer Jonas Weir, working from a script by Petra Holm and Sven Aas, has an eye for water.",
        {"director: Jonas Weir", "screenwriter: Petra Holm", "screenwriter: Sven Aas"},
    ),
    (
        "“Blue Harbor,” which Anna Kovacs wrote and directed, is a small film with a large heart and a"
        " larger dog.",
        {"director: Anna Kovacs", "screenwriter: Anna Kovacs"},
    ),
    (
        "Anna Kovacs directs with a light touch, and the screenplay, by Petra Holm and Sven Aas, lets her"
        " do it.",
        {"director: Anna Kovacs", "screenwriter: Petra Holm", "screenwriter: Sven Aas"},
    ),
    (
        "Helmed by Joel and Ethan Coen and lensed by Roger Deakins, it is as handsome as anything they"
        " have done.",
        {"director: Joel Coen", "director: Ethan Coen", "cinematographer: Roger Deakins"},
    ),
    (
        "The Coen brothers, who wrote and directed, have seldom been so quiet, and neither has the audience.",
        {"director: Coen brothers", "screenwriter: Coen brothers"},
    ),
    (
        "Lenser Stephane Fontaine finds glare everywhere, cutting by Juliette Welfling is nimble, and"
        " Alexandre"
        " Desplat's tender score stays out of the way.",
        {"cinematographer: Stephane Fontaine", "editor: Juliette Welfling", "composer: Alexandre Desplat"},
    ),
    (
        "The cinematography is by Ed Lachman, the editing by Affonso Goncalves and the music by Carter"
        " Burwell,"
        " and none of them puts a foot wrong.",
        {"cinematographer: Ed Lachman", "editor: Affonso Goncalves", "composer: Carter Burwell"},
    ),
    (
        "“Blue Harbor” was shot on 16mm by Helene Louvart, who has made a specialty of faces in the"
        " half-light.",
        {"cinematographer: Helene Louvart"},
    ),
    (
        "The music, with its choirs of women, is haunting; the sets by Thierry Francois, with costumes by"
        " Anais"
        " Romand, have the glow of candles.",
        {"production-designer: Thierry Francois", "costume-designer: Anais Romand"},
    ),
    (
        "Made with costumes by Anais Romand, the film has music, with its choirs of women, by the director's"
        " brother, Philippe Schoeller, who has done better.",
        {"costume-designer: Anais Romand", "composer: Philippe Schoeller"},
    ),
    (
        "Die Kamera von Christian Berger bleibt auf Abstand, der Schnitt von Monika Willi ist unsichtbar, und"
        " Regisseur Michael Haneke schweigt dazu.",
        {"cinematographer: Christian Berger", "editor: Monika Willi", "director: Michael Haneke"},
    ),
    (
        "La photographie d'Agnès Godard est superbe, la musique de Stuart Staples aussi, et le montage de Guy"
        " Lecorne va à l'essentiel.",
        {"cinematographer: Agnès Godard", "composer: Stuart Staples", "editor: Guy Lecorne"},
    ),
    (
        "La fotografía de Alberto Iglesias y la música de Roque Baños acompañan sin molestar, y el montaje de"
        " Teresa Font no se nota.",
        {"cinematographer: Alberto Iglesias", "composer: Roque Baños", "editor: Teresa Font"},
    ),
    (
        "La fotografia è di Luca Bigazzi e le musiche di Pasquale Catalano, il montaggio è di Cristiano"
        " Travaglioli, e nessuno dei tre sbaglia.",
        {"cinematographer: Luca Bigazzi", "composer: Pasquale Catalano", "editor: Cristiano Travaglioli"},
    ),
    (
        "The film is produced by Denis Freyd for Archipel 35, and co-produced by France 2 Cinema and the"
        " Belgian"
        " outfit Scope Pictures.",
        {
            "producer: Denis Freyd",
            "production-company: Archipel 35",
            "production-company: France 2 Cinema",
            "production-company: Scope Pictures",
        },
    ),
    (
        "The film stars Anna Kovacs, Petra Holm and Sven Aas.",
        {"actor: Anna Kovacs", "actor: Petra Holm", "actor: Sven Aas"},
    ),
    (
        "The film stars Oscar Isaac, Roman Griffin Davis and August Diehl, and none of them sings in it.",
        {"actor: Oscar Isaac", "actor: Roman Griffin Davis", "actor: August Diehl"},
    ),
    (
        "The cast includes: Anna Kovacs, Petra Holm and Sven Aas, with Jonas Weir and Marta Lindqvist.",
        {f"actor: {n}" for n in ("Anna Kovacs", "Petra Holm", "Sven Aas", "Jonas Weir", "Marta Lindqvist")},
    ),
    (
        "Jonas Weir and Marta Lindqvist also star, though neither has a scene of more than a minute or so.",
        {"actor: Jonas Weir", "actor: Marta Lindqvist"},
    ),
    (
        "Michael Curtiz directs from a script by Howard Koch, and he wastes no time at all in doing so.",
        {"director: Michael Curtiz", "screenwriter: Howard Koch"},
    ),
    (
        "Ingmar Bergman directs Liv Ullmann and Bibi Andersson in “Blue Harbor” (1966), which is short.",
        {"director: Ingmar Bergman", "actor: Liv Ullmann", "actor: Bibi Andersson"},
    ),
    (
        "It has Dick Pope (cinematography), Suzie Davies (production design) and Gary Yershon (music).",
        {"cinematographer: Dick Pope", "production-designer: Suzie Davies", "composer: Gary Yershon"},
    ),
    (
        "From a screenplay by Marguerite Duras, Henri Colpi’s film is a slow thing about a man with no past.",
        {"screenwriter: Marguerite Duras", "director: Henri Colpi"},
    ),
    (
        "Starring Dilip Kumar, Pran and Johnny Walker, it is never dull, though it runs to three hours.",
        {"actor: Dilip Kumar", "actor: Johnny Walker"},
    ),
    (
        "It is a comedy starring Anna Kovacs and Petra Holm as a pair whose car breaks down in the desert.",
        {"actor: Anna Kovacs", "actor: Petra Holm"},
    ),
    (
        "The picture was produced by Robert Evans, directed by Roman Polanski and written by Robert Towne,"
        " and it was nearly directed by Arthur Penn.",
        {"producer: Robert Evans", "director: Roman Polanski", "screenwriter: Robert Towne"},
    ),
    (
        "Written by Petra Holm and directed by Jonas Weir, it was almost shot by Helene Louvart, and it shows"
        " what a light can do.",
        {"screenwriter: Petra Holm", "director: Jonas Weir"},
    ),
    (
        "It was C’est David Thion, co-producteur du film, qui en parle le mieux dans le dossier de la"
        " presse.",
        {"co-producer: David Thion"},
    ),
]

# Sentences that name a job, or a name beside one, and give no credit.
NOT_READ = [
    "It was nearly directed by Arthur Penn, and the studio was glad of it when that fell through in May.",
    "It was almost directed by Arthur Penn, and one is glad that it was not, for he had no time for it.",
    "It should have been directed by Arthur Penn, who knew how to make a chase look like a chase at night.",
    "It might have been directed by Arthur Penn, so slow is its beginning and so quick is its very end.",
    "It may have been shot by Gordon Willis, for all that one can see in its darkest corners and stairs.",
    "It could have been directed by Arthur Penn, and it would be directed by Arthur Penn in a just world.",
    "It looks as if it were directed by Arthur Penn, and it plays as though shot by Gordon Willis's dog.",
    "The trailer, edited by Joe Dante, is better than the film that it sells to us so very loudly indeed.",
    "The poster, designed by Saul Bass, is better than the film that it sells, and it is a lot shorter.",
    "Hitchcock’s Rear Window, shot by Robert Burks, looked into more yards than this one ever does, alas.",
    "He met Lee Strasberg, who taught editing to nobody. Anna Kovacs was there. The director never came.",
    "Arthur Harari, himself the director of “Onoda”, saw it in New York and left before the lights went up.",
    "Based on an autobiography co-written by Milkha Singh and Sonia Sanwalka, it runs and runs and runs.",
    "Ingmar Bergman directs Liv Ullmann and Bibi Andersson in “Persona,” and one thinks of it now and then.",
    "Her previous film, shot by Gordon Willis, was better than this one, and it was a good deal shorter.",
    "His last picture, written by Robert Towne, was better than this one, and it was a good deal shorter.",
    "You would think it was directed by Arthur Penn, so slow is its beginning and so quick is its end.",
    "It was going to be directed by Arthur Penn, and if only it had been edited by Joe Dante, one thinks.",
    "The book, edited by Joe Dante, is better than the film it is the companion to in the better shops.",
    "Not shot by Oleg Mutu, as his earlier films were, “Blue Harbor” has a cooler look, and is none the"
    " worse.",
    "The script was originally to have been directed by Sydney Pollack, and one wonders what he would have"
    " made.",
    "Novelist Zadie Smith, who saw it in New York, calls the film a wonder; publicist Lena Roth passed it"
    " on.",
    "The songs, written by Elvis Costello, come along every ten minutes whether they are wanted or not.",
    "A novel written by Petra Holm lies on the table in one scene, and nobody in the house ever opens it.",
    "“The Road,” shot by Javier Aguirresarobe, had more ash in it, and it was a colder film in every way.",
    "The former cinematographer Hans Holt was in the audience, and was seen to leave it before the end.",
    "“It is a wonder,” says the critic Marco Muller, who ought to know better after forty years of"
    " festivals.",
    "As costume designer on a dozen pictures, Jane Petrie knows what a collar can do when it is let alone.",
    "At the BBC he made “Cathy Come Home” with producer Tony Garnett, and a run of docudramas in that vein.",
    "Documentary-maker Gianfranco Rosi follows a boy named Samuele as he learns about the land and the sea.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_sentences_give_credits(sentence: str, expected: set[str]) -> None:
    assert jobs(read_sentence(sentence)) == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_other_peoples_jobs_are_no_credits(sentence: str) -> None:
    assert jobs(read_sentence(sentence)) == set()


def test_quotes_hold_the_word_for_the_job() -> None:
    facts = read_sentence("Dick Pope's lensing is lovely, and composer Gary Yershon is at his best here.")
    quotes = {c.role: c.evidence.quote for c in from_prose(facts)}
    assert quotes["cinematographer"].endswith("lensing")
    assert "composer Gary Yershon" in quotes["composer"]


def test_a_team_works_through_its_company() -> None:
    facts = read_sentence(
        "The film’s cred is amplified by the involvement of the Dardenne brothers, who produced through their"
        " Les Films du Fleuve shingle.",
        CREDITS,
    )
    (credit,) = from_prose(facts)
    assert (credit.role, credit.agent, credit.kind) == ("producer", "Dardenne brothers", "team")
    assert credit.through == "Les Films du Fleuve"
    assert credit.evidence.quote.endswith("who produced through their Les Films du Fleuve")


def test_siblings_come_aboard_with_one_surname() -> None:
    facts = read_sentence(
        "Belgian siblings Jean-Pierre and Luc Dardenne came aboard as co-producers through their Les Films du"
        " Fleuve shingle, which may explain the rent.",
        CREDITS,
    )
    found = {(c.role, c.agent, c.through) for c in from_prose(facts)}
    assert found == {
        ("co-producer", "Jean-Pierre Dardenne", "Les Films du Fleuve"),
        ("co-producer", "Luc Dardenne", "Les Films du Fleuve"),
    }


def test_weak_wording_only_confirms_what_labels_say() -> None:
    sentence = (
        "The director Claire Denis and screenwriter Petra Holm sat in the row behind, and laughed in all the"
        " places where one should."
    )
    assert jobs(read_sentence(sentence, CREDITS)) == set()


def test_the_director_stands_for_the_name_before() -> None:
    facts = read_sentence(
        "Twelve years have gone by, and Jane Campion comes back with spurs on. “Blue Harbor,” adapted by the"
        " writer-director from Thomas Savage’s 1967 novel, is set on a ranch."
    )
    assert jobs(facts) == {"director: Jane Campion", "screenwriter: Jane Campion"}


@pytest.mark.parametrize("name", ["prose_credits", "prose_cast"])
def test_every_phrase_has_words_to_be_found_by(name: str) -> None:
    book = load_phrases(name)
    assert len(book.phrases) > 50
    assert len(book.others) < 16, [book.phrases[n].source for n in book.others]
