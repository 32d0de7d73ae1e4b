"""What stands beside labels and is none of theirs, and what stands there and is."""

from __future__ import annotations

import pytest
from extracted import credits_of

FILM = "THE FERRY\n\n"
GERMAN = "R: Sue Orr · B: Max Roe · K: Eva Ray · Sch: Tom Fox · M: Kim Lund · "
SWEDISH = "GENRE Drama. REGI Sue Orr. I ROLLERNA Ada Fox, Bob Hale m fl. {} LÄNGD 98 min."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (GERMAN + "Szb: Jon Day · T: Ida Poe", "production-designer: Jon Day; sound: Ida Poe"),
        (GERMAN + "RegieAss.: Jon Day", "assistant-director: Jon Day"),
        (GERMAN + "Cast.: Jon Day · RegieAss.: Ida Poe", "casting: Jon Day; assistant-director: Ida Poe"),
        ("R: Sue Orr · B: Max Roe, Mitarbeit: Ida Poe · K: Eva Ray", "screenwriter: Ida Poe"),
        (
            "regie - Sue Orr\nscenario - Max Roe, m.m.v. Jon Day en Ida Poe",
            "screenwriter: Jon Day; screenwriter: Ida Poe",
        ),
        (
            GERMAN + "P: Jon Day (Kite Film) in Koprod. m. ZDF und ARTE",
            "producer: Jon Day; production-company: Kite Film; production-company: ARTE",
        ),
        (GERMAN + "P: Albatros (Michael Poe)/Trio/WDR", "producer: Michael Poe; production-company: WDR"),
        ("Director: Sue Orr\nProduced by Lynda House, Ada Fox", "producer: Lynda House; producer: Ada Fox"),
        ("Sound: Jon Day (design), Ida Poe (rec.)", "sound-designer: Jon Day"),
        ("DirectorLau Wai-keung, Andrew\nMusicChan Kwong-wing, Comfort", "composer: Comfort Chan Kwong-wing"),
        (
            "Directed by\nSue Orr\nProduction Companies\nKite Pictures presents with the help of BBC",
            "production-company: Kite Pictures",
        ),
        ("productie - First Floor Features / Kite Film", "production-company: First Floor Features"),
        ("| Director | Sue Orr |\n| N. American distr. | NEON |", "distributor: NEON"),
        ("Regie: Sue Orr. Met: Ada Fox, Bob Hale e.a. Kleur, 102 minuten.", "actor: Bob Hale"),
        (SWEDISH.format("CENSUR Från 11 år."), "actor: Bob Hale; director: Sue Orr"),
        (SWEDISH.format("BIOGRAF Röda Kvarn."), "actor: Bob Hale; director: Sue Orr"),
        (
            "Stars, Bob Hale; camera, Eva Ray; asst. dir., Tommy Poe; sound, Cy Dunn",
            "assistant-director: Tommy Poe",
        ),
        (
            "INTERNATIONAL SALES KITE INTERNATIONAL 9 cité Paradis 75010 Paris T: +33 0",
            "sales-agent: KITE INTERNATIONAL",
        ),
        ("World sales: Kite International Torstraße 12, Berlin", "sales-agent: Kite International"),
        ("Editor Tom Fox Music Kim Lund Distribution in Iran FILMIRAN", "distributor: FILMIRAN"),
        (
            "Dirección: Sue Orr. Con Ada Fox. Presentada por Kite International. Apta para todos.",
            "distributor: Kite International",
        ),
        ("A film by SUE ORR Iran / 2011 / 123 min / Colour", "director: Sue Orr"),
        (
            "D: Sue Orr / G: Max Roe / F: Eva Ray / Mon: Tom Fox / M: Kim Lund / DA: Jon Day / I: Ada Fox",
            "art-director: Jon Day",
        ),
        (
            "Belgique, 2012, 1h34\nDe Sue Orr. Scén. : Max Roe. Im. : Eva Ray. Mont. : Tom Fox.",
            "director: Sue Orr",
        ),
        (
            "Con Ada Fox. Sceneggiatura di Max Roe, fotografia di Eva Ray, montaggio di Tom Fox. Durata: 90",
            "cinematographer: Eva Ray; editor: Tom Fox",
        ),
        (
            "Max Roe, Ida Poe (screenplay)\nEva Ray (camera)\nTom Fox (editing)",
            "screenwriter: Max Roe; screenwriter: Ida Poe",
        ),
        ("| Camera / light | Eva Ray |\n| Editor | Tom Fox |", "cinematographer: Eva Ray"),
        (
            "Directed bySue OrrMusic byA. R. RahmanEdited byTom Fox",
            "composer: A. R. Rahman; editor: Tom Fox",
        ),
        ("Regie: Sue Orr\nMit Ada Fox, Bob Hale u. Cy Dunn", "actor: Bob Hale; actor: Cy Dunn"),
    ],
)
def test_what_is_theirs(text: str, wanted: str) -> None:
    found = {f"{role}: {name}" for role, name in credits_of(FILM + text)}
    assert set(wanted.split("; ")) <= found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[foto: Ada Fox en Bob Hale in De veerman]\n\nregie - Sue Orr", "Sue Orr"),
        ("Foto: Ada Fox als Mona\n\nRegie: Sue Orr", "Sue Orr"),
        (
            "Maquiagem Sue Orr\nPlatô Brenda da Mata\nPatrocínio Petrobras\nMontagem Tom Fox",
            "Sue Orr, Tom Fox",
        ),
        (SWEDISH.format("BIOGRAF Röda Kvarn."), "Sue Orr, Ada Fox, Bob Hale"),
        (
            "DirectorSue Orr\nEditorTom Fox\nProducerMax Roe\nMusicKim Lund\nVisual ConsultantJon Day",
            "Sue Orr, Tom Fox, Max Roe, Kim Lund",
        ),
        ("Director: Park Chan-wook. Screenplay: Chung Seo-kyung, Park", "Park Chan-wook, Chung Seo-kyung"),
        ("Director: Sue Orr. Guests: Ida Poe, Bob Hale (director)", "Sue Orr, Bob Hale"),
        (
            "A film by SUE ORR. Music KIM LUND. Recommended Docs THE PAST A film by Ida Poe starring Ada Fox",
            "Sue Orr, Kim Lund",
        ),
        (
            "R: Sue Orr · B: Max Roe · K: Eva Ray, in KISMET (2002, Drehbuch: Ida Poe)",
            "Sue Orr, Max Roe, Eva Ray",
        ),
        (GERMAN + "P: Jon Day (uncredited)", "Sue Orr, Max Roe, Eva Ray, Tom Fox, Kim Lund, Jon Day"),
    ],
)
def test_what_is_not_theirs(text: str, names: str) -> None:
    found = {(role, name) for role, name in credits_of(FILM + text) if role != "support"}
    assert {name for _, name in found} <= set(names.split(", "))


def test_a_word_broken_at_the_margin_is_whole() -> None:
    text = (
        "Produced by Jon Day. Exec producer, Ida Poe. Directed by Sue Orr. Stars\n"
        "Bob Hale; features Ada Fox. Screenplay, Max Roe; camera (Technicolor),\n"
        "Vilmos Zsig-\n"
        "mond; editor, Tom Fox; music, Kim Lund; sound, Cy Dunn; assistant dir.,\n"
        "Ann Lee. Reviewed at the Odeon, March 1, '73. Running Time: 112 MINS.\n"
    )
    assert ("cinematographer", "Vilmos Zsigmond") in credits_of(FILM + text)


def test_a_word_in_capitals_that_no_list_holds_heads_a_stack() -> None:
    stack = (
        "REGULATIE\nSue Orr\nSCENARIO\nMax Roe\nCAMERA\nEva Ray\nMONTAGE\nTom Fox\nACTEURS\nAda Fox (Mona)"
    )
    found = {f"{role}: {name}" for role, name in credits_of(FILM + stack)}
    assert found == {"screenwriter: Max Roe", "cinematographer: Eva Ray", "editor: Tom Fox", "actor: Ada Fox"}


def test_names_over_their_jobs_under_the_head_of_credits() -> None:
    found = credits_of(FILM + "Credits\nSue Orr\nDirector\nMax Roe\nWriter\nEva Ray\nCamera\nAda Fox\nMona")
    assert found == {("director", "Sue Orr"), ("screenwriter", "Max Roe"), ("cinematographer", "Eva Ray")}


@pytest.mark.parametrize(
    "text",
    [
        "The Quiet Mill / Sue Orr / UK / 2014 / 92'\nScenario: Max Roe",
        "The Quiet Mill (15)\n(Sue Orr, 2012, UK) Ada Fox, Bob Hale, Cy Dunn. 92 mins.",
    ],
)
def test_the_director_beside_the_title(text: str) -> None:
    assert ("director", "Sue Orr") in credits_of(text)


def test_a_critic_beside_the_title_is_no_director() -> None:
    assert not {
        name for _, name in credits_of("The Quiet Mill | Sue Orr | 12 March 2014\n\nIt is a quiet film.")
    }
