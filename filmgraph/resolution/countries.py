"""One English name for each film country, whatever the language a document names it in."""

from __future__ import annotations

from filmgraph.model.names import fold

# English name: codes (ISO 3166-1 and those of the press), then names in other languages, all folded.
_NAMES = {
    "Algeria": "dz|dza|algerie|algerien|argelia",
    "Argentina": "ar|arg|argentine|argentinien|argentyna",
    "Australia": "au|aus|australie|australien",
    "Austria": "at|aut|autriche|osterreich|ostrig",
    "Belgium": "be|bel|belgique|belgien|belgio|belgica|belgie|belgia",
    "Brazil": "br|bra|bresil|brasilien|brasile|brasil|brazylia",
    "Bulgaria": "bg|bgr|bulgarie|bulgarien",
    "Canada": "can|kanada",
    "Chile": "cl|chl|chili|cile",
    "China": "cn|chn|chine|cina|chiny|kina",
    "Colombia": "col|colombie|kolumbien",
    "Croatia": "hr|hrv|croatie|kroatien|croazia|croacia",
    "Cuba": "cub|kuba",
    "Czech Republic": "cz|cze|czechia|republique tcheque|tschechien|repubblica ceca|republica checa",
    "Denmark": "dk|dnk|danemark|danimarca|dinamarca|dania|danmark",
    "Egypt": "eg|egy|egypte|agypten|egitto|egipto",
    "Finland": "fi|fin|finlande|finnland|finlandia|suomi",
    "France": "fr|fra|frankreich|francia|franca|francja|frankrig|frankrijk",
    "Germany": "de|ger|deu|allemagne|deutschland|germania|alemania|alemanha|niemcy|tyskland|duitsland",
    "Greece": "gr|grc|grece|griechenland|grecia",
    "Hungary": "hu|hun|hongrie|ungarn|ungheria|hungria",
    "Iceland": "isl|islande|island|islanda|islandia",
    "India": "ind|inde|indien",
    "Iran": "irn",
    "Ireland": "ie|irl|irlande|irland|irlanda|eire",
    "Israel": "isr|israele",
    "Italy": "it|ita|italie|italien|italia|wlochy",
    "Japan": "jp|jpn|japon|giappone|japao|japonia",
    "Lebanon": "lbn|liban|libanon|libano",
    "Luxembourg": "lu|lux|luxemburg|lussemburgo|luxemburgo",
    "Mexico": "mx|mex|mexique|mexiko|messico",
    "Morocco": "mar|maroc|marokko|marocco|marruecos",
    "Netherlands": "nl|nld|the netherlands|pays bas|niederlande|paesi bassi|paises bajos|holland|nederland",
    "New Zealand": "nz|nzl|nouvelle zelande|neuseeland|nuova zelanda|nueva zelanda",
    "Norway": "nor|norvege|norwegen|norvegia|noruega|norge",
    "Poland": "pl|pol|pologne|polen|polonia|polska",
    "Portugal": "pt|prt|por|portogallo",
    "Romania": "ro|rou|rom|roumanie|rumanien|rumania",
    "Russia": "ru|rus|russie|russland|rusia",
    "Senegal": "sen",
    "Serbia": "srb|serbie|serbien",
    "South Africa": "za|zaf|afrique du sud|sudafrika|sudafrica",
    "South Korea": "kr|kor|coree du sud|sudkorea|corea del sud|corea del sur|republic of korea",
    "Spain": "es|esp|espagne|spanien|spagna|espana|espanha|hiszpania",
    "Sweden": "se|swe|suede|schweden|svezia|suecia|sverige|szwecja",
    "Switzerland": "ch|che|sui|suisse|schweiz|svizzera|suiza",
    "Thailand": "th|tha|thailande|thailandia|tailandia",
    "Tunisia": "tn|tun|tunisie|tunesien|tunez",
    "Turkey": "tr|tur|turquie|turkei|turchia|turquia|turkiye",
    "Ukraine": "ua|ukr|ucraina|ucrania",
    "United Kingdom": "uk|u k|gb|gbr|great britain|britain|royaume uni|grande bretagne|grossbritannien"
    "|vereinigtes konigreich|regno unito|gran bretagna|reino unido|gran bretana|wielka brytania",
    "United States": "us|u s|usa|u s a|united states of america|etats unis|vereinigte staaten|stati uniti"
    "|estados unidos|america|stany zjednoczone",
}


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, others in _NAMES.items():
        found[fold(name)] = name
        for other in others.split("|"):
            found[other] = name
    return found


_BY_FORM = _index()


def country_name(text: str) -> str:
    """The English name of a country; `text` itself where it is not known.

    >>> country_name("U.S."), country_name("Österreich"), country_name("Royaume-Uni"), country_name("Elbonia")
    ('United States', 'Austria', 'United Kingdom', 'Elbonia')
    """
    return _BY_FORM.get(fold(text), text)
