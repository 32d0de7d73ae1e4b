"""Habits of labels: runs in capitals, letters, abbreviations, initials for a name said before."""

from __future__ import annotations

import pytest
from extracted import credits_of, facts_of

READ = [
    (  # labels in capitals between names that are not, one of them too short to be one elsewhere
        "REG Ann Lee SOGG dal romanzo di Ida Voss SCENEGG Bob Ray FOTO Cyril Dunn DISTR Luxor INT"
        " Eva Roth, Dag Holm",
        {
            ("director", "Ann Lee"),
            ("distributor", "Luxor"),
            ("actor", "Eva Roth"),
            ("cinematographer", "Cyril Dunn"),
        },
    ),
    (  # and small labels between names in capitals
        "un film di ANN LEE con EVA ROTH, BORIS EKMAN e con CYRIL DUNN durata: 98 minuti distribuzione LUXOR"
        " uscita: 3 maggio Fotografia DAG HOLM Montaggio IDA VOSS",
        {
            ("director", "Ann Lee"),
            ("actor", "Eva Roth"),
            ("actor", "Cyril Dunn"),
            ("cinematographer", "Dag Holm"),
        },
    ),
    (  # "P" beside "Pg", "V", two letters of one hand, and a name said by its initials
        "R und B: Ann Lee. P: Bob Ray. K: Cyril Dunn. Sch: Ida Voss. M: A. L. Pg: Luxor Film."
        " V: Port Royal. L: 98 Min.",
        {
            ("director", "Ann Lee"),
            ("screenwriter", "Ann Lee"),
            ("producer", "Bob Ray"),
            ("composer", "Ann Lee"),
            ("production-company", "Luxor Film"),
            ("distributor", "Port Royal"),
        },
    ),
    (  # monthlies set dashes with a blank or none
        "dist—Luxor. p.c—Ray Films. exec. p— Bob Ray. p—Cyril Dunn. sc—Ida Voss. ed—Eva Roth. p.d—Dag"
        " Holm. m—Al Orr.",
        {("executive-producer", "Bob Ray"), ("editor", "Eva Roth"), ("production-designer", "Dag Holm")},
    ),
    (
        "Written (in Tamil, with English subtitles), produced and directed by Ann Lee; edited by Bob Ray;"
        " designed by Dag Holm; music by Cyril Dunn.",
        {
            ("screenwriter", "Ann Lee"),
            ("producer", "Ann Lee"),
            ("director", "Ann Lee"),
            ("editor", "Bob Ray"),
        },
    ),
    (
        "Režie: Ann Lee\nHudba: Bob Ray\nStřih: Cyril Dunn\nHrají: Ida Voss",
        {("director", "Ann Lee"), ("editor", "Cyril Dunn")},
    ),
    (
        "Ohjaus: Ann Lee\nKuvaus: Bob Ray\nLevittäjä: Luxor Film",
        {("cinematographer", "Bob Ray"), ("distributor", "Luxor Film")},
    ),
    (
        "Rendezte: Ann Lee\nFényképezte: Bob Ray\nVágó: Cyril Dunn",
        {("director", "Ann Lee"), ("editor", "Cyril Dunn")},
    ),
    (
        "Yönetmen: Ann Lee\nKurgu: Bob Ray\nOyuncular: Cyril Dunn",
        {("director", "Ann Lee"), ("editor", "Bob Ray")},
    ),
    (  # a bracket beside its label, and one without
        "Director: Ann Lee\nDesign: Dag Holm (production), Ida Voss (costumes)\nMusic: Bob Ray (score)",
        {("production-designer", "Dag Holm"), ("costume-designer", "Ida Voss"), ("composer", "Bob Ray")},
    ),
    (  # people act for the houses behind them
        "Produzione: Ida Voss, Dag Holm, Bob Ray per Colorado Film, Cattleya",
        {
            ("producer", "Ida Voss"),
            ("producer", "Bob Ray"),
            ("production-company", "Colorado Film"),
            ("production-company", "Cattleya"),
        },
    ),
    ("Produksjon Motlys AS\nRegi Ann Lee", {("production-company", "Motlys AS"), ("director", "Ann Lee")}),
    ("Producción: Elías Rueda P.C.", {("production-company", "Elías Rueda P.C.")}),
    ("Productora: Sogel / Las Producciones del Sur / Grupo Voz", {("production-company", "Sogel")}),
    (  # who helps the people of the line above
        "Guión: Ann Lee\ncon la colaboración de Bob Ray e Ida Voss",
        {("screenwriter", "Ann Lee"), ("screenwriter", "Bob Ray"), ("screenwriter", "Ida Voss")},
    ),
    ("Musique : Ann Lee\nPhoto : Bob Ray\nMontage : Ida Voss", {("cinematographer", "Bob Ray")}),
    ("Intérpretes: Eva Roth, os irmãos Gilvan e Genivaldo Lima (os meninos)", {("actor", "Gilvan Lima")}),
    (
        "Starring\tKanu Voss Karuna VossSubir Voss Uma DasguptaChunibala Devi",
        {("actor", "Kanu Voss"), ("actor", "Karuna Voss"), ("actor", "Chunibala Devi")},
    ),
    (  # a list that the margin broke inside a name
        "Elenco: Regina Voss, Camila\nMárdila (Ida), Karine Teles (Ana)\nMontagem: Ann Lee",
        {("actor", "Camila Márdila"), ("actor", "Karine Teles"), ("editor", "Ann Lee")},
    ),
    (
        "A Luxor release (New World Pictures in U.S.) of a ZDF production. Directed by Ann Lee.",
        {("distributor", "Luxor"), ("distributor", "New World Pictures"), ("production-company", "ZDF")},
    ),
    (
        "20th Century-Fox release of Otto Voss production. Directed by Ann Lee.",
        {("distributor", "20th Century-Fox"), ("director", "Ann Lee")},
    ),
    ("A Luxor presentation of a Voss/Holm, Section Nine production", {("production-company", "Voss/Holm")}),
    (  # Italian monthlies: small letters and abbreviations with spaced hyphens between
        "r.: Ann Lee - s.: Ida Voss - sc.: I. Voss, Bob Ray - f.: Cyril Dunn - m.: Dag Holm - scg.: Eva Roth"
        " - c.: Una Falk - mo.: Al Orr - a.r.: Cy Lund - int.: Di Roe (Aida) - d.: Luxor - dur.: 121'",
        {
            ("director", "Ann Lee"),
            ("story", "Ida Voss"),
            ("cinematographer", "Cyril Dunn"),
            ("costume-designer", "Una Falk"),
            ("assistant-director", "Cy Lund"),
            ("actor", "Di Roe"),
            ("distributor", "Luxor"),
        },
    ),
    (  # a festival's three languages, a town behind a house, a selection that is no director
        "A Film by Ann Lee\nOFFICIAL SELECTION Isleby | Toronto\n\nRegieassistenz / Assistant réal. /"
        " Assistant director\nBob Ray\nProduktion / Production\nLuxor Film, Istanbul",
        {("director", "Ann Lee"), ("assistant-director", "Bob Ray"), ("production-company", "Luxor Film")},
    ),
    (
        "Luxor production, distributed by Voss Film. Directed by Ann Lee. Scenario, Bob Ray.",
        {("production-company", "Luxor"), ("distributor", "Voss Film"), ("director", "Ann Lee")},
    ),
    (  # capitals without a mark, names of which we do not know all
        "STARRING RICHARD E. HOLM PAUL McGANN WITH RALPH BROWN MICHAEL ELPHICK DARAGH O'MALLEY EDITOR ANN LEE"
        " DIRECTED BY BOB RAY",
        {("actor", "Richard E. Holm"), ("actor", "Paul McGann"), ("actor", "Daragh O'Malley")},
    ),
    (
        "Dir...: Ann Lee\nPho...: Bob Ray\nAct. Dir...: Cyril Dunn",
        {("director", "Ann Lee"), ("cinematographer", "Bob Ray"), ("stunt-coordinator", "Cyril Dunn")},
    ),
    (  # houses on the line below, assistants
        "Director: Ann Lee\nProduction company: Les Films du Bal\nLuxor Films, Voss Productions\nAss Dir: Bob"
        " Ray",
        {
            ("production-company", "Luxor Films"),
            ("production-company", "Voss Productions"),
            ("assistant-director", "Bob Ray"),
        },
    ),
    (  # a co-director begins no other film, nor does who directs something else
        "Director: Ann Lee\nEditor: Bob Ray\nCo-Director: Ida Voss\nStage Direction: Eva Roth\nSound: Al Orr",
        {("director", "Ann Lee"), ("director", "Ida Voss"), ("editor", "Bob Ray"), ("sound", "Al Orr")},
    ),
    (  # who presents stands before the word: the lines below it are a cast
        "LUXOR FILMS\npresents\n\nIda ... ANN LEE\nMarina ... BOB RAY\nEve ... EVA ROTH\n\nEdited by DAG"
        " HOLM",
        {("actor", "Ann Lee"), ("actor", "Eva Roth"), ("editor", "Dag Holm")},
    ),
    (  # a narrow column
        "Dir.: Ann Lee.\nArg.: Bob Ray y Julio\nAlejandro.\nDecorados: Francisco\nVoss\nMont.: Ida Holm",
        {
            ("screenwriter", "Bob Ray"),
            ("screenwriter", "Julio Alejandro"),
            ("production-designer", "Francisco Voss"),
            ("editor", "Ida Holm"),
        },
    ),
    (  # a double surname with "e", a lone given name at a break
        "Assistentes de realização: Fernando Matos Silva, José Fonseca e Costa\nMontagem: Ann Lee",
        {("assistant-director", "José Fonseca e Costa"), ("editor", "Ann Lee")},
    ),
    (  # capitals throughout: who acts for whom, and "AD" that is no label
        "REGIA: ANN LEE\nPRODUZIONE: CARLO VOSS PER TEMPESTA CON RAI CINEMA, IN COPRODUZIONE CON LUXOR FILMS"
        " PRODUCTIONS, AD VITAM PRODUCTION, POLA PANDORA",
        {
            ("director", "Ann Lee"),
            ("production-company", "LUXOR FILMS PRODUCTIONS"),
            ("production-company", "AD VITAM PRODUCTION"),
            ("production-company", "POLA PANDORA"),
        },
    ),
    (  # small letters in a capsule's bracket
        "[d: Ann Lee; w: Bob Ray/Ida Voss; ph: Cyril Dunn; ed: Dag Holm; prod: Eva Roth; 136m; Japan; 1953]",
        {("director", "Ann Lee"), ("screenwriter", "Ida Voss"), ("cinematographer", "Cyril Dunn")},
    ),
    (
        "Reviewed at Cannes (Directors' Fortnight), May 15, 2015.\n\nCrew: Director: Ann Lee. Editor: Bob"
        " Ray.",
        {("director", "Ann Lee"), ("editor", "Bob Ray")},
    ),
    (  # an address behind a company, and members of societies
        "Distributed by Luxor Entertainment Ltd, St Ann Road, Isleby\nD.P. Rui Voss ABC | Edited by Bob Ray",
        {("distributor", "Luxor Entertainment Ltd"), ("cinematographer", "Rui Voss"), ("editor", "Bob Ray")},
    ),
    (
        "Cast: Mrs. Orr: Ann Lee; Mr. Falk: Eva Roth; Ah Lum: Bob Ray. No MPAA rating. Color.",
        {("actor", "Bob Ray")},
    ),
    (  # guides set small letters and abbreviations between the names, without any mark
        "p Carl Orr exec p Hans Ek sc Nina Zorn ph Paul Fey ed Otto Dun m Joe Cain a.d. Max Hill"
        " snd Lou Park.",
        {
            ("producer", "Carl Orr"),
            ("executive-producer", "Hans Ek"),
            ("screenwriter", "Nina Zorn"),
            ("composer", "Joe Cain"),
            ("art-director", "Max Hill"),
            ("sound", "Lou Park"),
        },
    ),
    (  # the full stop of an abbreviation is its mark where several stand in a row
        "Dir. Ann Lee. Scr. Bob Ray, Ida Voss. Cin. Carl Orr. Ed. Otto Dun. Mus. Joe Cain. With Eva"
        " Roth. 98m.",
        {
            ("director", "Ann Lee"),
            ("screenwriter", "Ida Voss"),
            ("editor", "Otto Dun"),
            ("actor", "Eva Roth"),
        },
    ),
    (
        "(Senegal, 1973, 85 minutes)\nDir. & scr. Ann Lee. With Eva Roth and Dag Holm.",
        {("director", "Ann Lee"), ("screenwriter", "Ann Lee"), ("actor", "Dag Holm")},
    ),
    (
        "STAB   Buch & Regie Ann Lee   Kamera Paul Fey bvk   Redaktion Otto Dun (ARTE)  "
        " Koproduzenten Max Hill",
        {("screenwriter", "Ann Lee"), ("cinematographer", "Paul Fey"), ("co-producer", "Max Hill")},
    ),
    ("Produzent*innen Karl Mann, Eva Stein\nRegie Ann Lee", {("producer", "Eva Stein")}),
    (
        "Produção/Production Company Luxor, SBS\nDir. de Arte/Art Dir. Ann Lee\nWorld Sales SBS | Distr. no"
        " Brasil Vitrine Filmes",
        {("production-company", "Luxor"), ("art-director", "Ann Lee"), ("distributor", "Vitrine Filmes")},
    ),
    (
        "LUXOR FILMS presents a film by ANN LEE   casting by IDA VOSS   production designer MAX HILL  "
        " director of photography PAUL FEY   produced by CARL ORR",
        {("director", "Ann Lee"), ("production-designer", "Max Hill"), ("producer", "Carl Orr")},
    ),
    (
        "[R.] Ann Lee. [Sc.] Bob Ray. [F.] Paul Fey. [Mus.] Joe Cain. [D.p.] Ugo Voss. [Distr.] Luxor.",
        {("cinematographer", "Paul Fey"), ("production-manager", "Ugo Voss")},
    ),
    ("Skräck. Regi: Ann Lee\nManus: Bob Ray", {("director", "Ann Lee"), ("screenwriter", "Bob Ray")}),
    (
        "[R.] Ann Lee. [Sc.] Bob Ray. [Mus.] Jo Cain, dir. da Ugo Voss. [Scgf., Co.] Ida Orr. [Fon.] Al Ro",
        {("production-designer", "Ida Orr"), ("costume-designer", "Ida Orr"), ("sound", "Al Ro")},
    ),
    (
        "Interprétation Mario : Yves Montand Jo : Charles Vanel Luigi : Folco Lulli Linda : Véra Clouzot",
        {("actor", "Yves Montand"), ("actor", "Folco Lulli"), ("actor", "Véra Clouzot")},
    ),
    (
        "Fotografía en color Ann Lee y Bob Ray\nMúsica Cyril Dunn",
        {("cinematographer", "Ann Lee"), ("composer", "Cyril Dunn")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_habits_of_labels(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= credits_of(f"Stray Dogs\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Director: Ann Lee\nComposer: T. T.",  # initials of nobody
        "Director: Ann Lee\nEd. Harris plays the general in it.",
        "Director: Ann Lee\nStudio Ghibli is next door",
        "Cine | Teatro | TV | Música | Cartelera\n\nDirector: Ann Lee",
        "News  Music  Screens  Food  Classifieds\n\nDirector: Ann Lee",
        "Director: Ann Lee\nComposer: Bob Ray? (can't read)",
        "Director: Ann Lee\n\nAccess: W/C  AD  HoH.  Programme subject to change.",
        "Director: Ann Lee\nKier. prod. - Bob Ray",  # some head of production
        "Director: Ann Lee\n\nFor times see p24. Editor: Bob Ray   Sub-editors: Ida Voss, Dag Holm",
        "Director: Ann Lee\nMusic: Takanobu (Kojun) Sato",  # where the name ends is open
        "Director: Ann Lee\n\nSPECIAL FEATURES\n- Commentary by Bob Ray\n- A short film directed by Ida Voss",
        "Director: Ann Lee\n\n(c) 1986 Luxor Films. Design: Bob Ray (poster). All rights reserved.",
        "Director: Ann Lee\n\nFoto: © Luxor / Bob Ray",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert credits_of(f"Stray Dogs\n\n{text}\n") == {("director", "Ann Lee")}


@pytest.mark.parametrize(
    "text",
    [
        "Stray Dogs (Ann Lee, 1975)\n\nOn a hot day two dogs lose their way.",
        "Stray Dogs\n(1975, Ann Lee) 98 mins, 18\n\nOn a hot day two dogs lose their way.",
        "Stray Dogs\n\nSat 18.30  Stray Dogs (Ann Lee, 1975, Aust). 98 min",
        "Stray Dogs (1975-Australian) C-98m. D: Ann Lee. Bob Ray, Ida Voss, Dag Holm. Moody tale.",
        "Stray Dogs\nAnn Lee, 2017, Argentina/Brazil/Spain, 98m\nSpanish with English subtitles",
        "Main Slate\n\nStray Dogs\nAnn Lee and Bob Ray, 2017, France, 98m\nFrench with English subtitles",
        "Stray Dogs\nAnn Lee\nCANADA, 2019\n98 minutes\n\nProducers: Bob Ray, Ida Voss",
        "Stray Dogs\n\nDe : Ann Lee\nMusique : Bob Ray",
        "Stray Dogs\n\n1962 | 1h 30min | Drame\n\nDe Ann Lee | Par Ann Lee\nAvec Eva Roth, Dag Holm",
    ],
)
def test_the_director_beside_the_title(text: str) -> None:
    assert ("director", "Ann Lee") in credits_of(f"{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Stray Dogs\n\nAlso showing: Stray Cats (Ann Lee, 1975)",
        "Stray Dogs (1975)\n\nStray Dogs (Mutt, the dog)",
    ],
)
def test_no_director_beside_another_title(text: str) -> None:
    assert not [credit for credit in credits_of(f"{text}\n") if credit[0] == "director"]


def test_names_under_a_label_that_we_do_not_know_are_listed() -> None:
    facts = facts_of("Stray Dogs\n\nDirector: Ann Lee\nTechnical director: Bob Ray\nEditor: Ida Voss\n")
    assert [(u.quote, u.reason) for u in facts.unread] == [
        ("Technical director: Bob Ray", "names under an unknown label: Technical director")
    ]
