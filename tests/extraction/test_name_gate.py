"""What may be credited at all, and what the form of a name cannot show to be none."""

from __future__ import annotations

import pytest
from extracted import credits_of

from filmgraph.extraction.names.name_gate import can_be_company, can_be_person

PEOPLE = """Ann Roth|Thomas Dolby|Connie Booth|Kathy Staff|Bong Joon-ho|Jasmila Mušić|Will Price
Roman Polanski|Germán Palacios|Jordan Peele|Chad Hayes|Johnnie To|Jean-Pierre Darroussin
Michael Dudok de Wit|Juliette Binoche|Ludivine Sagnier|Lars von Trier|Robert De Niro
Ian McKellen|Scott Foley|Jon Favreau|Isabelle Adjani|Max Richter|Catherine Zeta-Jones
Samuel L. Jackson Jr.|Luiz Carlos Barreto de Souza Lima Neto|Kogonada|Son Ye-jin|Edit Szabó
Jeremy Irons|Rutger Hauer|Tilda Swinton|Ton Koopman|Dutch Schultz|Georgia Hale
Francesca Archibugi|Gérard Corbiau"""

NO_PEOPLE = """Additional Crew|Thanks|Details|Studios|Staff|Companies|Hindi Dialogue|Hindi Dialogue Consultant
Special Thanks|Cast and Crew|Directing Award|Lighting|Artykuły|Zdjęcia|Remerciements
Équipe technique|Ringraziamenti|Agradecimientos|Ficha técnica|Besonderer Dank|Besetzung
Rolverdeling|Met dank aan|Medvirkende|Mandarin|Cantonese|France|Italien|Deutsch|November
Dolby Digital|Screen 7|35mm|Sound Mix|Original Music|Costume Designer|Imagem Rui Poças
Musiche originali|Production Designer|Duración|Scenariusz|Obsada|Sunday at the Odeon
Winner of Two Awards|A B C D E F G|J"""

COMPANIES = """Why Not Productions|A24|01|mk2|20th Century Fox|Arte|Film4|BBC Films|Les Films du Fleuve
El Deseo|The Match Factory|tempesta|Canal+|RAI Cinema|Haut et Court|Het Nederlands Filmfonds
De Productie|In the Air|Zentropa|Page 114|Archipel 35|Number 9 Films|Distribution Company
Entre Chien et Loup|Inicia Films|No Ficción|Gaumont"""

NO_COMPANIES = """Companies|Studios
209 West Houston Street|71, rue de la Fontaine-au-Roi|Av. dos Combatentes 43
Rua do Século 12|Booth 1A-D01|Cert|12 anos|102 minutes|Dolby Digital|Torstraße 12
Kastanienallee|at the Film Forum 1|France|Deutschland|English|no Brasil Vitrine Filmes|Staff
Contact|Weltpremiere|1.85:1|Remerciements|Förderer"""


def _words(table: str) -> list[str]:
    return [word for line in table.splitlines() for word in line.split("|")]


@pytest.mark.parametrize("name", _words(PEOPLE))
def test_can_be_a_person(name: str) -> None:
    assert can_be_person(name)


@pytest.mark.parametrize("name", _words(NO_PEOPLE))
def test_can_be_no_person(name: str) -> None:
    assert not can_be_person(name)


@pytest.mark.parametrize("name", _words(COMPANIES))
def test_can_be_a_company(name: str) -> None:
    assert can_be_company(name)


@pytest.mark.parametrize("name", _words(NO_COMPANIES))
def test_can_be_no_company(name: str) -> None:
    assert not can_be_company(name)


FILM = "Stray Dogs\n\nDirector\nAnn Lee\n"


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("Sound\nBo Ekman\nAdditional Crew\nCy Dunn", {("sound", "Bo Ekman")}),
        ("Son\nBo Ekman\nRemerciements\nCy Dunn", {("sound", "Bo Ekman")}),
        ("Musik\nBo Ekman\nBesonderer Dank\nCy Dunn", {("composer", "Bo Ekman")}),
        ("Screenplay\nBo Ekman\nHindi Dialogue\nConsultant\nCy Dunn", {("screenwriter", "Bo Ekman")}),
        ("Dialogue: Cantonese, Mandarin", set()),
        (
            "Composer\nBo Ekman\nDetails\nStudios\nAcme Films",
            {("composer", "Bo Ekman"), ("production-company", "Acme Films")},
        ),
        ("Distributor: Acme Films, 209 West Houston Street, South Village", {("distributor", "Acme Films")}),
        ("World sales: Acme Sales, Booth 1A-D01", {("sales-agent", "Acme Sales")}),
    ],
)
def test_lists_end_where_no_name_can_stand(text: str, credits: set[tuple[str, str]]) -> None:
    assert credits_of(FILM + text) == {("director", "Ann Lee"), *credits}
