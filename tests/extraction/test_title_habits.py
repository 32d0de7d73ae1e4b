"""Where editors set the title of the film under review, habit by habit, in several languages and decades."""

from __future__ import annotations

import pytest
from extracted import facts_of, make_document

from filmgraph.extraction import extract_facts

PROSE = (
    "It is a quiet film about people who have little to say to each other and who say it all the same, "
    "and it is hard to remember another that has been so patient with its figures."
)

# Each text is the top of a page; its first line of the pair is the title that it gives its film.
HEADLINES = {
    # a review's word before or behind, with and without a mark, and the editor's own line after it
    "Paterson Review: A Bus Driver Writes Poems and Nobody Minds": "Paterson",
    "Paterson review – a bus driver's week in seven poems": "Paterson",
    "Film review: Paterson": "Paterson",
    "REVIEW | Paterson": "Paterson",
    "Cannes Film Review: ‘Paterson’": "Paterson",
    "‘Paterson’ Review: Adam Driver Takes the 23 to Poetry": "Paterson",
    "Movie Review: Paterson (2016)": "Paterson",
    "Paterson (2016) – Movie Review": "Paterson",
    "Paterson | Review | The Evening Paper": "Paterson",
    "RECENSIE PATERSON": "PATERSON",
    "Recensie: Paterson": "Paterson",
    "Critique : Paterson": "Paterson",
    "« Paterson », de Jim Jarmusch : un chauffeur et ses vers": "Paterson",
    "« Paterson » : sept jours dans un bus": "Paterson",
    "Filmkritik zu „Paterson“: Der Bus als Gedicht": "Paterson",
    "Kritik zu Paterson": "Paterson",
    "Crítica de 'Paterson': un poeta al volante": "Paterson",
    "Paterson, la recensione del film di Jim Jarmusch": "Paterson",
    "„Paterson” – recenzja": "Paterson",
    "Film: Paterson": "Paterson",
    "Anmeldelse: Paterson": "Paterson",
    "PATERSON, un film de Jim Jarmusch": "PATERSON",
    "Paterson by Jim Jarmusch": "Paterson",
    "DVD of the week: Paterson": "Paterson",
    "FILM OF THE DAY: PATERSON ★★★★": "PATERSON",
    "Jarmusch finds the music of small days in 'Paterson'": "Paterson",
    "P A T E R S O N": "PATERSON",
    "PATERSON (USA 2016)": "PATERSON",
    "PATERSON / 2016": "PATERSON",
    "Paterson [2016] [DCP, 118']": "Paterson",
    "Subject: REVIEW: PATERSON (2016)": "PATERSON",
    "20.50 Paterson": "Paterson",
    "*Paterson* (Jim Jarmusch, 2016)": "Paterson",
    "# Paterson": "Paterson",
    "**Paterson**": "Paterson",
    "‘Sans toit ni loi’ Review: A Cold Winter on the Road": "Sans toit ni loi",
    "‘4 luni, 3 săptămâni și 2 zile’: Cannes Review": "4 luni, 3 săptămâni și 2 zile",
    "Review: Vera Drake": "Vera Drake",
    "Barry Lyndon (1975)": "Barry Lyndon",
}


@pytest.mark.parametrize(("headline", "title"), HEADLINES.items())
def test_the_title_in_a_headline(headline: str, title: str) -> None:
    text = f"{headline}\n\nAdam Driver goes round and round the town. {PROSE}\n\nDirector: Jim Jarmusch\n"
    assert facts_of(text).first("title") == title


# Furniture over the title (menus, mastheads, dates, prices, series), an essay's own title over the
# film's, labels, catalogue heads. The line that begins each page here names its title.
PAGES = """
=== Rosetta
MENU
Home | Films | Tickets
Basket (0)

Rosetta

Director
Luc Dardenne

Belgium 1999
93min

=== ROSETTA
34        THE SCREEN  no. 214 — May 1999
REVIEWS

ROSETTA
Directed by Luc Dardenne. Belgium, 1999. 93 min.

=== Rosetta
Main Slate

Rosetta
Luc Dardenne, 1999, Belgium, 93m
French with English subtitles

=== ROSETTA
Concorso

ROSETTA

di Luc Dardenne
Belgio · 1999 · colore · 93’

=== ANNA BOLEYN
34        THE SCREEN  no. 214
REVIEWS

ANNA BOLEYN
Regie: Luc Dardenne; Kamera: Alain Marcoen; Länge: 93 Min.

The saint and the wolf

There is a moment halfway through the film when it falls off a cliff and gets up again thirty years later.

=== Rosetta
Short Takes

Rosetta
By Ann Lee on May 24, 1999

(Luc Dardenne, Belgium, October Films, Opens May 24)

=== ROSETTA
Seite 1 von 12   PRESSEHEFT   ROSETTA   ein Film von Luc Dardenne  STAB  Kamera Alain Marcoen   Schnitt E. Roh

=== ROSETTA
FILMHUIS DE BRUG          Seizoen 12, nr. 3
Dinsdag 11 februari, 20.30 uur

ROSETTA
Luc Dardenne, België 1999, 93 min.

=== Rosetta
Start > Filme > Spielfilme > Rosetta

Rosetta

Belgien 1999, 35mm, 93 Min.

Regie
Luc Dardenne
Kamera
Alain Marcoen

=== ROSETTA
CINEMATECA MUNICIPAL
CICLO DOS IRMÃOS
3 de Fevereiro, 21h30, Sala 2

ROSETTA / 1999

um filme de LUC DARDENNE

Realização: Luc Dardenne / Montagem: Marie-Hélène Dozo

=== ROSETTA
Sala Grande | Intero 7,50 € | Ridotto 5,50 €

gio 30 ore 18.15 - 21.00
ROSETTA
di Luc Dardenne con Emilie Dequenne, Fabrizio Rongione
Drammatico, Belgio, 1999, durata 1h 33'

=== ROSETTA
“A film that you will not shake off” THE EVENING PAPER

ROSETTA
THE RESTORED VERSION

Directed by Luc Dardenne
Belgium 1999, 93 mins

=== Rosetta
Project 2021/0388
Rosetta
Regie: Luc Dardenne
Kamera: Alain Marcoen
Länge: 93’

=== ROSETTA
Bilheteira | Loja | PT | EN

> filmes > ficção

ROSETTA
um filme de Luc Dardenne
Ficção, 93', 35mm, Bélgica, 1999

=== Rosetta
IN THE CINEMAS

Hunger and mud
“Rosetta” by Luc Dardenne

She runs through the whole film, and she runs as if it were an answer to something.

Rosetta, Belgium 1999. Director: Luc Dardenne. Editor: Marie-Hélène Dozo.

=== Rosetta
Wed 23 Nov
THE MENU (15)  14:00  17:15
Rosetta
12A 93 mins Drama 1999 Belgium Director: Luc Dardenne Starring: Emilie Dequenne

=== ROSETTA
PRIME VISIONI
La ragazza che correva
Un film di fango e di fame firmato Dardenne

ROSETTA
★★★★

di ANNA LEONI

Corre per tutto il film, e «Rosetta» corre con lei.

ROSETTA
di Luc Dardenne, con Emilie Dequenne
Belgio 1999, 93'

=== ROSETTA
dossier_ROSETTA.pdf — page 1 of 14

LES FILMS DU FLEUVE présente

R O S E T T A
un film de LUC DARDENNE

Belgique, 1999, 93 min

=== Rosetta
Family Plots
BY ANN LEE

Rosetta
Written and directed by Luc Dardenne
October Films, in release

=== Rosetta
Review/Film; Of Mud, Waffles and a Job in the City

By ESTHER VANCE

"Rosetta," the second film of the Dardennes to be shown here, looks like no other. In "Rosetta" a girl runs.

Directed by Luc Dardenne; edited by Marie-Hélène Dozo. Running time: 93 minutes.

=== Rosetta
Pete Leary
ENGL 2207
7 May 2013

Running Without a Job:
Rosetta as a Reading of Work

In 1999 Luc Dardenne directed Rosetta, which he calls a war film. What Rosetta wants is a place.

=== Rosetta
Identifier 150041294
Title    Rosetta
Date    1999
Country   Belgium
Running time   93 mins

directed by  Luc DARDENNE

=== Rosetta
Record 12 of 80

Title
Rosetta
Year
1999
Director
Luc Dardenne

=== Rosetta
Catalogus / Titelbeschrijving

Titel: Rosetta
Oorspronkelijke titel: Rosetta
Regisseur: Dardenne, Luc

=== ROSETTA
Film Database

ロゼッタ
ROSETTA

Released in 1999/09/29 [93 min.] Color

Director: DARDENNE Luc

=== ROSETTA
ROSETTA    (French, Certificate A)      Overall: ***
Trade Guide, released 28th May 1999

Producer: Luc Dardenne
Director: Luc Dardenne

=== THE WIND
-sence of any love interest won't hurt it. Fair.    Dex.

THE  WIND
(SYNCHRONIZED)

Metro-Goldwyn-Mayer production and release. Starring Lillian Gish.
Directed by Victor Seastrom. Running time, 75 mins.

=== Rosetta
Rosetta
ANN MARLOW

Directed by Luc Dardenne
Belgium 1999, 93 min

=== Rosetta
Rosetta
**Ann Marlow**
She wants a job, and nothing will stop her.

Director: Luc Dardenne

=== Rosetta
Rosetta

A story that will not let you go

Regie: Luc Dardenne
Kamera: Alain Marcoen

=== Rosetta
Rosetta
Now showing at the Rialto
Directed by Luc Dardenne. With Émilie Dequenne. 93 min.

=== Rosetta
Rosetta
Photo: Northlight Pictures
Directed by Luc Dardenne. With Émilie Dequenne. 93 min.

=== ROSETTA
ROSETTA

IN SALA DAL 21 MAGGIO

REGIA L. Dardenne INTERPRETI Émilie Dequenne FOTOGRAFIA Alain Marcoen DURATA 93'

=== ROSETTA
ARP presents a Les Films du Fleuve production

Émilie Dequenne Fabrizio Rongione Olivier Gourmet

ROSETTA

A film by Luc Dardenne

Winner, Best Film, Cannes Festival, 1999

East Coast Publicity West Coast Publicity Distributor Jim Coe tel 212-000-0000

=== Rosetta
Rosetta
| » Scheda | » Trailer | » Premi (2) | » Forum |

Un film di Luc Dardenne. Con Émilie Dequenne. Drammatico, durata 93 min. - Belgio 1999.

=== Rosetta
Rosetta

Drama / Komedie / Psychologický
Československo, 1999, 93 min

Režie: Luc Dardenne
Kamera: Alain Marcoen

=== Rosetta
20.50 ARTE Film

Rosetta TTT

Drame d'Olivier Marchal (Belgique/France, 1999) | 93 mn. VOST. Avec : Émilie Dequenne.

=== Rosetta
376                                                  ROO-ROS

of the mob. Good hokum. Remade as THE CAPER.
Rosetta (1999-Belgian) C-93m. ***1/2 D: Luc Dardenne. Émilie Dequenne, Olivier Gourmet. A girl runs.

=== Oslo, 31. august
Program  Billetter  Om festivalen  English

Oslo, 31. august

On. 18.01 kl. 21:15  Verdensteatret   UTSOLGT

Anders har vært rusfri i ti måneder og får en dag i byen for å gå på jobbintervju. Den blir lang.

Originaltittel Oslo, 31. august
Land/år Norge 2011
Regi Joachim Trier

=== Réparer les vivants
LES FILMS DU BÉLIER ET LES FILMS PELLÉASPRÉSENTENT

un film deKATELL QUILLÉVÉRÉ

DURÉE : 1H40

R É P A R E R L E SV I V A N T S

Katell Quillévéré a lu Réparer les vivants à sa parution, et l'a porté à l'écran sans attendre.

=== Swimming Pool
The Review  |  Film of the week

Dive in, the ink is lovely

Swimming Pool
(102 mins, 15)

**PHILIPPA GRAVES**

François Ozon makes films as other people make lunch, and this one he makes in the Luberon with a novelist.

=== Jackie Brown
ENTERTAINMENT  ///  MOVIES  ///  NOW PLAYING

Jackie Brown
RATING: **** (R; language, violence)

BY CURTIS NEVILLE, STAFF CRITIC

The first thing you notice is that nobody's in a hurry, and the movie just looks at her as she stands there.

=== Adaptation.
reviews / films A-Z

Adaptation.
USA 2002
Director: Spike Jonze

=== His Girl Friday
NEW FILMS REVIEWED                                   JANUARY 20

"His Girl Friday"
(Columbia)
Laughs by the column

THE STORY: Walter Burns has lost his best reporter and his wife to an insurance man from Albany,

=== In the Bedroom
Sundance: A Marriage, After

By DALE WINTROUB

A summer fling ends with a gunshot and a marriage goes on around the hole in "In the Bedroom," his first.

IN THE BEDROOM

A Miramax release of a Good Machine production. Produced by Graham Leader. Directed by Todd Field.

=== OF HORSES AND MEN
HOME   NEW   COMPLETED   LIBRARY

>> NEW
OF HORSES AND MEN
(Hross í oss)
a film by BENEDIKT ERLINGSSON

=== LE MERAVIGLIE
7 Pages • 1,904 Words • PDF • 412.3 KB

This document was submitted by our user. Report DMCA

tempesta / Carlo Cresto-Dina presentano LE MERAVIGLIE un film di ALICE ROHRWACHER durata: 110 minuti

=== EL ESPÍRITU DE LA COLMENA
FILMOTECA DE LA RIBERA
Ciclo: Querejeta, productor
miércoles 12, 18.00 h   EL JARDÍN DE LAS DELICIAS (Carlos Saura, 1970). 99'
miércoles 12, 20.30 h   EL ESPÍRITU DE LA COLMENA (Víctor Erice, 1973). 98'. Presentación

Sobre la película de las 20.30

De ese asombro, que viene de unos recuerdos de Erice, está hecho su primer largometraje.

Guión: Ángel Fernández Santos, Víctor Erice
Fotografía: Luis Cuadrado

=== Transit
Feuilleton

Warten in Marseille
Christian Petzold verlegt Anna Seghers in die Gegenwart, ohne ein Wort darüber zu verlieren

VON MEIKE THORWALD

Berlin, im Februar. Die Sirenen klingen nach heute, die Polizisten tragen Plastik, und trotzdem ist Krieg.

„Transit“, der gestern im Wettbewerb lief, beruht auf dem gleichnamigen Roman, der im Exil entstand.

=== COMPARTMENT NO. 6
CROISETTE NOTEBOOK, DAY 6: People On Trains
by Ezra Quill

Every festival has its accidental theme and this year's is upholstery, from the first day of it to the last.

COMPARTMENT NO. 6 (Hytti nro 6) won't win any prize for originality: think of worse food, and of a knife.

=== FIREBALL
Chris says: “FIREBALL finds Werner Herzog back on the road under a falling sky. 4 cats“
Diane says: “FAMILY ROMANCE LLC puzzled me: Herzog went to Tokyo to see if it was true.

=== La Nuit du 12
Culture · Cinéma
Article réservé aux abonnés

« La Nuit du 12 », de Dominik Moll : un crime, des hommes et le silence

Le cinéaste et son complice tirent d'une affaire jamais résolue un polar qui ne ressemble à aucun autre.
"""

# Nothing that is tied to a film: a house, a date, a person, a menu.
NO_TITLES = """
=== nothing
Skip to content
Book now | My account | Basket (0)

Director: Luc Dardenne
Editor: Marie-Hélène Dozo

=== nothing
Director Ken Loach

Country UK/France/Belgium

Rebecca O'Brien

Paul Laverty

Director of Photography

Robbie Ryan

=== nothing
Seite 3

Regie: Luc Dardenne
Kamera: Alain Marcoen

=== nothing
Monday 11 May 2013, 8.15pm

Director: Luc Dardenne
Editor: Marie-Hélène Dozo

=== nothing
Luc Dardenne

Director: Luc Dardenne
Editor: Marie-Hélène Dozo

=== nothing
€ 7,50 / € 5,00

Regie: Luc Dardenne
Kamera: Alain Marcoen

=== nothing
www.example.org

Regie: Luc Dardenne
Kamera: Alain Marcoen

=== nothing
NAME  |  CREDITED AS  |  CREDIT
Luc Dardenne | | Director

=== nothing
★★★★

Regie: Luc Dardenne
Kamera: Alain Marcoen

=== nothing
Belgium/France 1999

Director: Luc Dardenne
Editor: Marie-Hélène Dozo
"""


def cut_pages(pages: str) -> list[tuple[str, str]]:
    """The texts of several pages, each under a line "=== title"."""
    parts = [page.partition("\n") for page in pages.strip().split("=== ")[1:]]
    return [(title, text.strip("\n") + "\n") for title, _, text in parts]


@pytest.mark.parametrize(("title", "text"), cut_pages(PAGES))
def test_the_title_among_other_lines(title: str, text: str) -> None:
    assert facts_of(text).first("title") == title


@pytest.mark.parametrize("text", [text for _, text in cut_pages(NO_TITLES)])
def test_lines_that_are_no_title(text: str) -> None:
    assert facts_of(text).first("title") is None


@pytest.mark.parametrize(
    ("text", "title", "original"),
    [
        ("The Son\n(Le fils)\n\nDirector: Luc Dardenne\n", "The Son", "Le fils"),
        ("THE SON  (Le fils)\n\nDirector: Luc Dardenne\n", "THE SON", "Le fils"),
        ("The Son / Le fils\n\nDirector: Luc Dardenne\n", "The Son", "Le fils"),
        ("The Son\n再見瓦城\nCountry : Belgium\nDirector : Luc Dardenne\n", "The Son", "再見瓦城"),
        ("The Son\n\nTítulo original\nLe fils\nDirección\nLuc Dardenne\n", "The Son", "Le fils"),
        ("The Son\nOT: Le fils\nRegie: Luc Dardenne\n", "The Son", "Le fils"),
        ("The Son\nOriginal title: Le fils\nDirector: Luc Dardenne\n", "The Son", "Le fils"),
        ("The Son\nNative name: Le fils\nDirector: Luc Dardenne\n", "The Son", "Le fils"),
        ("The Son\nOorspronkelijke titel: Le fils\nRegie: Luc Dardenne\n", "The Son", "Le fils"),
        ("Son, The\nTitolo originale: Le fils\nRegia: Luc Dardenne\n", "The Son", "Le fils"),
        # brackets that are no title
        ("The Son\n(French)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son (15)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son\n(SYNCHRONIZED)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son (very good)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son\n(Belgium/France)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son (director's cut)\n\nDirector: Luc Dardenne\n", "The Son", None),
        ("The Son (2002)\n\nDirector: Luc Dardenne\n", "The Son", None),
    ],
)
def test_original_titles(text: str, title: str, original: str | None) -> None:
    facts = facts_of(text)
    assert facts.first("title") == title
    assert facts.first("original_title") == original


CREDIT = "\n\nDirector: Luc Dardenne\n"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Rififi may be the best film noir that France has made.", "Rififi"),
        ("Here is a robbery in deadly earnest: Rififi is the best film of its year.", "Rififi"),
        ("The brothers answer with a fifth: L’Enfant opens with a girl who looks for a man.", "L’Enfant"),
        ("The Son is a film about wood, and about a man who measures what he sees.", "The Son"),
        ("Rosetta est un film sur la faim, et personne n'y mange à la sienne.", "Rosetta"),
        ("Rosetta ist ein Film über den Hunger, und niemand wird darin satt.", "Rosetta"),
        ("Rosetta è un film sulla fame, e nessuno vi mangia quanto vorrebbe.", "Rosetta"),
        ("Rosetta es una película sobre el hambre, y nadie come en ella lo que quiere.", "Rosetta"),
        ("Rosetta é um filme sobre a fome, e ninguém come nele o que quer comer.", "Rosetta"),
        # a part, a person, a pronoun, a place, another film
        ("Bruno (Ann Lee) sells what he finds. Bruno is the heart of a film that has no other.", None),
        ("Luc Dardenne is a film director who has never been seen to hurry, and he knows why.", None),
        ("This is a film about people who have little to say and who say it all the same.", None),
        ("Anna is a film student in Brussels who has to find a room before the winter comes.", None),
        ("Unlike A Fish Called Wanda, our film last week, this has no jokes about the dog.", None),
        ("Paris was cold that year, and the people in it went to the pictures to be warm.", None),
    ],
)
def test_a_title_that_only_the_prose_says(sentence: str, title: str | None) -> None:
    assert facts_of(f"{sentence} {PROSE}{CREDIT}").first("title") == title


def test_references_that_spell_a_titles_letters() -> None:
    facts = facts_of("Matka Joanna od Anio&#322;ów\n\nDirector: Jerzy Kawalerowicz\n")
    assert facts.first("title") == "Matka Joanna od Aniołów"


def test_a_page_of_nothing_but_menu_lines_has_no_masthead() -> None:
    """Nine menu lines one under the other, and nothing under them."""
    text = "\n".join(["Home | Films | News | Contact | Search"] * 12)
    assert len(extract_facts(make_document(text))) < 2
