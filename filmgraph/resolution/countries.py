"""One English name for each film country, whatever the language a document names it in."""

from __future__ import annotations

from filmgraph.model.names import fold

# English name: names and abbreviations in English, French, German, Italian, Spanish.
_NAMES = {
    "Algeria": "algerie algerien argelia",
    "Argentina": "argentine argentinien",
    "Australia": "australie australien",
    "Austria": "autriche osterreich",
    "Belgium": "belgique belgien belgio belgica belgie",
    "Brazil": "bresil brasilien brasile brasil",
    "Bulgaria": "bulgarie bulgarien",
    "Canada": "kanada",
    "Chile": "chili cile",
    "China": "chine cina",
    "Colombia": "colombie kolumbien",
    "Croatia": "croatie kroatien croazia croacia",
    "Cuba": "kuba",
    "Czech Republic": "czechia|republique tcheque|tschechien|repubblica ceca|republica checa",
    "Denmark": "danemark danimarca dinamarca",
    "Egypt": "egypte agypten egitto egipto",
    "Finland": "finlande finnland finlandia",
    "France": "frankreich francia",
    "Germany": "allemagne deutschland germania alemania",
    "Greece": "grece griechenland grecia",
    "Hungary": "hongrie ungarn ungheria hungria",
    "Iceland": "islande island islanda islandia",
    "India": "inde indien",
    "Iran": "",
    "Ireland": "irlande irland irlanda eire",
    "Israel": "israele",
    "Italy": "italie italien italia",
    "Japan": "japon giappone",
    "Lebanon": "liban libanon libano",
    "Luxembourg": "luxemburg lussemburgo luxemburgo",
    "Mexico": "mexique mexiko messico",
    "Morocco": "maroc marokko marocco marruecos",
    "Netherlands": "the netherlands|pays bas|niederlande|paesi bassi|paises bajos|holland",
    "New Zealand": "nouvelle zelande|neuseeland|nuova zelanda|nueva zelanda",
    "Norway": "norvege norwegen norvegia noruega",
    "Poland": "pologne polen polonia",
    "Portugal": "portogallo",
    "Romania": "roumanie rumanien rumania",
    "Russia": "russie russland rusia",
    "Senegal": "",
    "Serbia": "serbie serbien",
    "South Africa": "afrique du sud|sudafrika|sudafrica",
    "South Korea": "coree du sud|sudkorea|corea del sud|corea del sur|republic of korea",
    "Spain": "espagne spanien spagna espana",
    "Sweden": "suede schweden svezia suecia",
    "Switzerland": "suisse schweiz svizzera suiza",
    "Thailand": "thailande thailandia tailandia",
    "Tunisia": "tunisie tunesien tunez",
    "Turkey": "turquie turkei turchia turquia turkiye",
    "Ukraine": "ucraina ucrania",
    "United Kingdom": "uk|u k|gb|great britain|britain|royaume uni|grande bretagne|grossbritannien"
    "|vereinigtes konigreich|regno unito|gran bretagna|reino unido|gran bretana",
    "United States": "us|u s|usa|u s a|united states of america|etats unis|vereinigte staaten"
    "|stati uniti|estados unidos|america",
}


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, others in _NAMES.items():
        found[fold(name)] = name
        for other in others.split("|") if "|" in others else others.split():
            found[other] = name
    return found


_BY_FORM = _index()


def country_name(text: str) -> str:
    """The English name of a country; `text` itself where it is not known.

    >>> country_name("U.S."), country_name("Österreich"), country_name("Royaume-Uni"), country_name("Elbonia")
    ('United States', 'Austria', 'United Kingdom', 'Elbonia')
    """
    return _BY_FORM.get(fold(text), text)
