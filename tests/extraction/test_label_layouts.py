"""Labels as catalogues, monthlies, archives and newsgroups set them, and what is no label there."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of, page_of

FILM = "Stray Dogs\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Dir. : Ann Lee. Ph. : Bo Ek. Mont. : Cy Dunn. Mus. : Eva Roth",
        "Réal. : Ann Lee — Ph. (NB) : Bo Ek — Mont. : Cy Dunn — Mus. : Eva Roth",
        "dir.: Ann Lee / ph.: Bo Ek / ed.: Cy Dunn / mus.: Eva Roth",
        "Dir—Ann Lee. ph—Bo Ek. ed—Cy Dunn. mus—Eva Roth.",
        "DIR—Ann Lee; PH—Bo Ek; ED—Cy Dunn; MUS—Eva Roth",
        "Dir. – Ann Lee, Ph. – Bo Ek, Ed. – Cy Dunn, Mus. – Eva Roth",
        "[Dir.] Ann Lee. [Ph.] Bo Ek. [Ed.] Cy Dunn. [Mus.] Eva Roth.",
        "(dir) Ann Lee (cin) Bo Ek (ed) Cy Dunn (mus) Eva Roth",
        "Dir:Ann LeePh:Bo EkEd:Cy DunnMus:Eva Roth",
        "DIRECTOR Ann LeePHOTOGRAPHY Bo EkEDITOR Cy DunnMUSIC Eva Roth",
        "Director . . . Ann Lee\nCamera . . . Bo Ek\nEditor . . . Cy Dunn\nMusic . . . Eva Roth",
        "Reż.: Ann Lee / zdj.: Bo Ek / mont.: Cy Dunn / muz.: Eva Roth",
    ],
)
def test_marks_behind_short_labels(line: str) -> None:
    assert credits_of(FILM + line) == {
        ("director", "Ann Lee"),
        ("cinematographer", "Bo Ek"),
        ("editor", "Cy Dunn"),
        ("composer", "Eva Roth"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Director—Ann Lee. col—Eastman Colour. sets by—nobody",
        "Director: Ann Lee. The music—what there is of it—is canned.",
        "Director: Ann Lee. Mo Brown, Feat Sue Stone",
        "Director: Ann Lee\nArt Garfunkel Jones\nMo Brings Plenty",
        "Director: Ann Lee. Bo Ek (camera), Cy Dunn",
    ],
)
def test_what_is_no_label(line: str) -> None:
    found = credits_of(FILM + line)
    assert ("director", "Ann Lee") in found
    assert found <= {("director", "Ann Lee"), ("cinematographer", "Bo Ek")}


MONTHLY = """
    Stray Dogs
    Great Britain, 1968                              Director: ANN LEE

    Cert—X. dist—Anglo-Amber. p.c—Northern Light. exec. p—Sam Stone. assoc.
    p—Tom Fry. p. manager—Ed Poe. asst. d—Kevin Kay. sc—Eva Roth. ph—Bo
    Ek. col—Eastman Colour. ed—Cy Dunn, Barry Brown. a.d—Terry Go. sd—Gerry Hum-
    phreys. l.p—Jenny Ash (Girl), Lucien Fox, Tim Brook (Australian Scien-
    tist), Sue Day (Mother). 9,000 ft. 100 mins.
"""


def test_a_paragraph_that_the_margin_breaks() -> None:
    assert {
        ("distributor", "Anglo-Amber"),
        ("executive-producer", "Sam Stone"),
        ("associate-producer", "Tom Fry"),
        ("production-manager", "Ed Poe"),
        ("assistant-director", "Kevin Kay"),
        ("cinematographer", "Bo Ek"),
        ("editor", "Barry Brown"),
        ("art-director", "Terry Go"),
        ("sound", "Gerry Humphreys"),
    } <= credits_of(MONTHLY)
    assert characters_of(MONTHLY)["Sue Day"] == "Mother"


def test_a_list_with_hanging_lines() -> None:
    text = """
        Starring: Rena Owen, Temuera Morrison, Mamaengaroa Kerr-Bell, Julian
                  Arahanga (dir) Lee Tamahori (wri) Riwia Brown (cin) Stuart
                  Dryburgh (mus) Murray Grindlay and Murray McNabb (ed) D. M.
                  Horton
        New Zealand 1994. Rated R.
    """
    found = credits_of("Once Were Warriors\n\n" + text.replace("\n        ", "\n"))
    assert {
        ("actor", "Julian Arahanga"),
        ("cinematographer", "Stuart Dryburgh"),
        ("editor", "D. M. Horton"),
    } <= found
    assert not any("Zealand" in name for _, name in found)


@pytest.mark.parametrize(
    "text",
    [
        "Director: Ann Lee\nEditor: Cy Dunn\nMusic: Eva Roth\nCamera: Bo Ek\nProducer: Tom Fry",
        "Ann Lee .......... Director of the whole of this long picture\nCy Dunn .......... Editor",
        "- Ann Lee, who directed, and who has written a good deal\n- Cy Dunn, who edited",
    ],
)
def test_lines_that_stand_for_themselves_stay_apart(text: str) -> None:
    page = page_of(FILM + text)
    assert [line.of(page.text) for line in page.lines[1:]] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ton: Ann Lee / Klappe: Bo Ek / Kamera: Cy Dunn",
            {("sound", "Ann Lee"), ("cinematographer", "Cy Dunn")},
        ),
        ("Sound: Ann Lee, Catering: Bo Ek, Editor: Cy Dunn", {("sound", "Ann Lee"), ("editor", "Cy Dunn")}),
        (
            "Son : Ann Lee ; Cantine : Bo Ek ; Montage : Cy Dunn",
            {("sound", "Ann Lee"), ("editor", "Cy Dunn")},
        ),
        ("Editor: Ann Lee. Bo Ek, Cy Dunn", {("editor", "Ann Lee")}),
        ("Editor: Ann Lee; Bo Ek", {("editor", "Ann Lee"), ("editor", "Bo Ek")}),
    ],
)
def test_a_name_under_a_label_that_we_do_not_know(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits_of(FILM + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Produzione: Carlo Rossi per tempesta con Rai Cinema, in coproduzione con Amka Films, KNM",
            {
                ("producer", "Carlo Rossi"),
                ("production-company", "tempesta"),
                ("production-company", "Rai Cinema"),
                ("production-company", "Amka Films"),
                ("production-company", "KNM"),
            },
        ),
        (
            "Produktion: Anna Stein für Wüste Film in Koproduktion mit Corazón International",
            {
                ("producer", "Anna Stein"),
                ("production-company", "Wüste Film"),
                ("production-company", "Corazón International"),
            },
        ),
        (
            "Production companies: Rei Cine, Bananeira Filmes in association with El Deseo, Patagonik",
            {("production-company", "Rei Cine"), ("production-company", "Bananeira Filmes")},
        ),
        (
            "Production: Rei Cine, Canana avec le soutien de Eurimages, CNC",
            {("production-company", "Rei Cine"), ("production-company", "Canana")},
        ),
        ("Sales: Be For Films", {("sales-agent", "Be For Films")}),
        ("Production company: Films for Peace", {("production-company", "Films for Peace")}),
    ],
)
def test_people_for_companies_and_who_backs_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits_of(FILM + "Editor: Cy Dunn\n" + text) == expected | {("editor", "Cy Dunn")}


@pytest.mark.parametrize(
    "text",
    [
        "Director: Ann Lee. Filme: „Sommer“ (2007, Kamera: Bo Ek), „Winter“ (Regie: Cy Dunn).",
        "Director: Ann Lee\nShe also acted in “Rain” (director: Bo Ek; music: Cy Dunn).",
        "Director: Ann Lee\nNext: The Rider. Director Cy Dunn. With Bo Ek, Eva Roth",
        "Director: Ann Lee\n\nProssimamente: Titane (regia: Cy Dunn)",
    ],
)
def test_labels_of_other_films(text: str) -> None:
    assert credits_of(FILM + text) == {("director", "Ann Lee")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Producer: Sam Stone] [Director: Ann Lee] [Camera: Bo Ek] [Editor: Cy Dunn]",
            {
                ("producer", "Sam Stone"),
                ("director", "Ann Lee"),
                ("cinematographer", "Bo Ek"),
                ("editor", "Cy Dunn"),
            },
        ),
        (
            "導演 Director: 王家衛 Wong Kar-wai\n剪接 Editor: 張叔平 William Chang\nCamera: Bo Ek 杜",
            {("director", "Wong Kar-wai"), ("editor", "William Chang")},
        ),
        (
            "image YVES CAPE montage GUY LECORNE son JEAN-PAUL MUGEL décors ABIASSI SAINT",
            {
                ("cinematographer", "Yves Cape"),
                ("editor", "Guy Lecorne"),
                ("sound", "Jean-Paul Mugel"),
                ("production-designer", "Abiassi Saint"),
            },
        ),
        (
            "Banner: Aamir Khan Productions\nMusic: A.R. Rahman | Lyrics: Javed Akhtar\nPlayback: Sue Day",
            {
                ("production-company", "Aamir Khan Productions"),
                ("composer", "A.R. Rahman"),
                ("lyricist", "Javed Akhtar"),
            },
        ),
        (
            "R.: Paolo e Vittorio Taviani. Sc.: P. e V. Taviani. Prod.: Giuliani De Negri per Rai. DCP.",
            {
                ("director", "Paolo Taviani"),
                ("director", "Vittorio Taviani"),
                ("screenwriter", "Paolo Taviani"),
                ("screenwriter", "Vittorio Taviani"),
                ("producer", "Giuliani De Negri"),
                ("production-company", "Rai"),
            },
        ),
        (
            "Editor: Cy Dunn\nProduction: Kaplan Film, Istanbul; Heimatfilm, Köln",
            {
                ("editor", "Cy Dunn"),
                ("production-company", "Kaplan Film"),
                ("production-company", "Heimatfilm"),
            },
        ),
    ],
)
def test_lists_of_many_countries(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= credits_of(FILM + text)
    assert len({name for _, name in credits_of(FILM + text)} - {name for _, name in expected}) <= (
        "杜" in text
    )


def test_small_labels_are_none_in_a_sentence() -> None:
    text = "Director: Ann Lee\nThe image of PARIS, the son of ROME and the montage of OSLO are all there is."
    assert credits_of(FILM + text) == {("director", "Ann Lee")}
