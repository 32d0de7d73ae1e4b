"""What a label's value holds: people, companies, or words that are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from filmgraph.extraction.names.mentions import (
    Mention,
    is_given_name,
    looks_like_company,
    looks_like_person,
    make_mention,
)
from filmgraph.extraction.names.name_gate import can_be_company
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.teams import is_team
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.countries import is_country
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import fold


class Names(NamedTuple):
    """The names of a value, in order, and what is left over from the first word that is no name."""

    read: tuple[Mention, ...]
    left: tuple[Span, ...]

    @property
    def companies(self) -> int:
        """How many of the names look like a company's."""
        return sum(looks_like_company(m.text) for m in self.read)


# The patterns here begin with a look at the next letter, which most places of a value do not pass.
# A stop behind a single letter is an initial's: "A. G. Ambler", "sd—A. G. Ambler", "H.-G. Clouzot".
_SENTENCE = re.compile(r"(?=[.;\s])(?:(?:(?<![\s.(:,/—–=|-][^\W\d_])|(?<=\s[eu]\.a))\.(?=[\s)])|;|\s(?=\())")
# "GGB 14. KG", "Zweite 3. GmbH & Co.": a legal form ends no list of companies.
_LEGAL_FORM = re.compile(
    r"\. (?:KG|GmbH|AG|Inc|Ltd|Limited|S\.?A|S\.?r\.?l|B\.?V|A\.?S|A/S|AB|Verwaltungs)\b"
)
_ABBREVIATED = re.compile(
    r"\b(?:prods?|bros|jr|sr|inc|ltd|co|corp|dr|st|ste|mr|mrs|ms|mme|mlle|intl|ent|dist|cos|prof|pics"
    r"|cie|no|vs|koprod|coprod)\Z",
    re.I,
)
_FOOTNOTE = re.compile(r"(?=[\[®™*†])(?:\[(?:\d+|[a-z])\]|[®™*†])")
_EMAIL = re.compile(r"@|https?:|www\.|\d{2,}[ .\-/]\d{2,}|^\+?\d[\d .\-/()]{5,}$")
_ADDRESS = re.compile(
    r"\d+(?:\s?(?:bis|ter|[a-z]))?,?\s(?:rue|avenue|av|bd|boulevard|place|quai|passage|street|st|road"
    r"|via|calle|plaza)\b"
    r"|(?:rue|avenue|boulevard|place|quai|piazza|calle)\s|\d{4,6}\s\w|(?:tel|tél|fax|phone)\b"
    r"|[^\W\d]+(?:straße|strasse|gracht|straat|gade|gatan)\b|.{3,30}\s\d{1,4}[a-z]?$(?<=stra.e\s\d)",
    re.I,
)
# Behind a company only: "Ltd., St Leonards Road, Isleworth"; a company may be called "Baker Street".
_STREET = re.compile(
    r"[^,]{2,30}\s(?:road|street|avenue|lane|square|rd|st|ave|blvd|cad|sok|str)\.?(?:\s\d+[a-z/\d]*)?", re.I
)
_MEASURE = re.compile(r"\d+\s?(?:['’′]|min|mn|m\b|h\b|hours?)", re.I)
_GLUED_NUMBER = re.compile(r"(?<=[A-Z]{4})\d{1,3}$")
_NONE = frozenset("none n a na tba unknown diverse various div keine aucun nessuno".split())


def read_people(text: str, span: Span) -> Names:
    """The persons of a value. Reading stops at the first words that are no person's name."""
    read: list[Mention] = []
    if text.find("/", span.start, span.end) > 0:
        span = _without_country(text, span)
    for piece in split_sentences(text, span):
        if read and text[span.start : piece.start].rstrip().endswith("."):
            return Names(
                tuple(read), (Span(piece.start, span.end),)
            )  # another sentence: its names have no label
        mentions = split_names(text, without_tail(text, piece))
        if read and not all((_is_person(m) and " " in m.text) or is_team(m.text) for m in mentions):
            return Names(tuple(read), (Span(piece.start, span.end),))
        for mention in mentions:
            sort = _sort_of(mention.text)
            if sort == "other":
                return Names(tuple(read), (Span(mention.span.start, span.end),))
            if sort == "people":
                read.append(mention)
    return Names(tuple(read), ())


_LAND = re.compile(r"(?<=[A-ZÀ-Þ]{2}) (?P<land>[A-ZÀ-Þ][a-zß-ÿ]+(?: [A-Z][a-z]+)?)\s?/.*\d")


def _without_country(text: str, piece: Span) -> Span:
    """A value up to the country that runs on behind a name in capitals: "ANN LEE Iran / 2011 / 123 min"."""
    land = _LAND.search(text, piece.start, piece.end)
    return Span(piece.start, land.start()) if land and is_country(land["land"]) else piece


@lru_cache(maxsize=4096)
def _sort_of(name: str) -> Literal["people", "passed over", "other"]:
    """What a name in a list of people is: theirs, a country's or a company's or nobody's, or no name."""
    folded = fold(name)
    if not folded or folded in _NONE or (name.isdigit() and len(name) < 3) or is_country(name):
        return "passed over"
    company = looks_like_company(name)
    if (looks_like_person(name) and not company) or is_team(name):
        return "people"
    return "passed over" if company else "other"


_TAIL = re.compile(
    r"(?=[\s,.…])(?:,?\s+(?:u\.\s?a\.?|et al\.?|and others|and more|e altri|ed altri|entre outros"
    r"|y otros|entre otros"
    r"|m\.?\s?fl\.?"
    r"|e\.\s?a\.|i inni|etc\.?|et autres|und andere)$|"
    r"\s+(?:for|für|pour|per|voor)\s[^,;/&]*$|\s+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-zé]*\.?\s+)?\d[^,;/&]*$|\s*(?:\.{3,}|…)[^,;]*$)",
    re.I,
)


def without_tail(text: str, span: Span) -> Span:
    """The span without a number, date or leader that runs on behind the last name ("Maren Ade 162 mins")."""
    words = span.of(text)[-120:]
    tail = _TAIL.search(words)
    return Span(span.start, span.end - (len(words) - tail.start())) if tail else span


def lists_names(text: str, span: Span) -> bool:
    """Whether a line is nothing but a list of people's and companies' names."""
    names = [] if ":" in span.of(text) else split_names(text, without_tail(text, span))
    return bool(names) and all(
        looks_like_person(m.text) or (looks_like_company(m.text) and can_be_company(m.text)) for m in names
    )


def read_companies(text: str, span: Span) -> Names:
    """The companies of a value, without countries, towns behind a sales agent, addresses and footnotes."""
    read: list[Mention] = []
    pieces = [_without_address(text, piece) for piece in split_sentences(text, span)]
    with_towns = len(pieces) > 1 and all(_has_town(text, piece) for piece in pieces)
    for piece in pieces:
        if with_towns:
            piece = Span(piece.start, text.index(",", piece.start))
        if read and text[span.start : piece.start].rstrip().endswith("."):
            return Names(tuple(read), (Span(piece.start, span.end),))
        mentions, backers = _companies_in(text, piece)
        if read and mentions and not with_towns and not looks_like_company(mentions[0].text):
            return Names(tuple(read), (Span(piece.start, span.end),))
        for mention in mentions:
            if mention.text.startswith("the ") and _is_named_company(mention.text[4:]):
                mention = make_mention(text, Span(mention.span.start + 4, mention.span.end))
            name = mention.text
            if _ADDRESS.match(name) or _MEASURE.match(name) or (read and _STREET.fullmatch(name)):
                return Names(tuple(read), ())
            if (
                _EMAIL.search(name)
                or is_country(name)
                or fold(name) in _NONE
                or (read and fold(name) in load_patterns("names")["town"])
                or not any(c.isalpha() for c in name)
            ):
                continue
            if not can_be_company(name):
                return Names(tuple(read), (Span(mention.span.start, span.end),))
            led = ACTS_FOR.search(text, max(piece.start, mention.span.start - 8), mention.span.start + 1)
            if not _is_company(name) and (led is None or " " in name):
                return Names(tuple(read), (Span(mention.span.start, span.end),))
            glued = _GLUED_NUMBER.search(name)
            if glued and looks_like_company(name[: glued.start()] + " X"):
                # "MARS FILMS66, RUE …": a house number that runs on behind the name.
                size = len(name) - glued.start()
                mention = make_mention(text, Span(mention.span.start, mention.span.end - size))
            read.append(mention)
        if backers is not None:
            return Names(tuple(read), (Span(backers.start, span.end),))
    return Names(tuple(read), ())


def _is_named_company(words: str) -> bool:
    """Whether words behind "the" are a company's whole name ("the Selznick Releasing Organization")."""
    return looks_like_company(words) and not words.rpartition(" ")[2].islower()


# "KITE INTERNATIONAL 9 cité Paradis 75010 Paris", "Kite Film Torstraße 12", "Kite T: +33 0 00"
_ADDRESS_BEHIND = re.compile(
    r"\s\d{1,4}(?:[-–/]\d+)?(?:\s?(?:bis|ter|[a-z]))?,?\s(?:rue|avenue|av|bd|boulevard|place|quai|passage|cité"
    r"|impasse|allée|cours|square|faubourg)\s"
    r"|\s\d{1,4},?\s(?:[^\W\d_]+\s){1,2}(?:street|st|road|rd|lane|avenue|ave|square)\b"
    r"|\s[^\W\d_]+(?:straße|strasse|gracht|straat|gatan|gasse)\s\d"
    r"|\s(?:T|Tel|Tél|Ph|Phone|Fax|E-?mail)\s?[.:]\s?[+\d(\[]",
    re.I,
)


def _without_address(text: str, piece: Span) -> Span:
    """A piece up to the address that runs on behind its first company."""
    words = piece.of(text)
    behind = _ADDRESS_BEHIND.search(words) if any(map(str.isdecimal, words)) else None
    return Span(piece.start, piece.start + behind.start()) if behind and behind.start() > 2 else piece


def _has_town(text: str, piece: Span) -> bool:
    """Whether a piece between semicolons is a company and its town: "Heimatfilm, Köln"."""
    _, comma, rest = piece.of(text).rstrip(";. ").partition(",")
    town = rest.strip()
    return bool(comma) and "," not in town and " " not in town and not looks_like_company(town)


# What follows backs the film and does not produce it.
_BACKED = re.compile(
    r",?\s+(?:presents?(?= (?:with|in|a|an)\s)(?: (?:with|in|a|an))?"
    r"|in association with|en association avec|in associazione con|en asociación con|em associação com"
    r"|in zusammenarbeit mit|in samenwerking met|i samarbete med|i samarbejde med|i samarbeid med"
    r"|with the (?:participation|support|assistance|backing) of|with (?:support|backing|funding) from"
    r"|avec (?:le soutien|la participation|l['’]aide|le concours) d\w*|mit (?:unterstützung|förderung) \w+"
    r"|con (?:il (?:contributo|sostegno)|la partecipazione|el apoyo|la participación|la collaborazione) d\w+"
    r"|com (?:o apoio|a participação) d\w+|met (?:steun|medewerking) van|gefördert (?:von|durch)"
    r"|med stöd (?:av|från)|z udziałem)\s",
    re.I,
)
_PARTNER = re.compile(
    r",?\s+(?:in|en|em|i)\s(?:co-?|ko-?|sam)prod\w+\s(?:con|mit|with|avec|com|met|med(?: bl a)?)\s+"
    r"|\s+(?:con|with|mit|avec|com|med)\s+(?=\S)|\s+i\.?c\.?m\.?\s+(?=\S)",
    re.I,
)
# "Carlo Cresto-Dina per tempesta": a producer, and the company that he acts for.
ACTS_FOR = re.compile(r"\s+(?:per|für|for|pour|para|voor|för|dla|PER|FÜR|FOR|POUR|PARA|VOOR)\s+(?=\S)")


def _companies_in(text: str, piece: Span) -> tuple[list[Mention], Span | None]:
    """The names of a list of companies, people who act for one apart, and the words on who backs them."""
    backed = _BACKED.search(text, piece.start, piece.end)
    backers = Span(backed.start(), piece.end) if backed else None
    found: list[Mention] = []
    start = piece.start
    end = backed.start() if backed else piece.end
    for partner in [*_PARTNER.finditer(text, start, end), None]:
        stretch = Span(start, partner.start() if partner else end)
        for mention in split_names(text, stretch, company=True) if stretch.start < stretch.end else ():
            found += _acting(text, mention)
        start = partner.end() if partner else end
    return found, backers


def _acting(text: str, mention: Mention) -> list[Mention]:
    through = ACTS_FOR.search(text, mention.span.start, mention.span.end)
    if through is None:
        return [mention]
    person = text[mention.span.start : through.start()].split()
    known = is_given_name(person[0]) or through.group().strip().lower() in ("per", "für")
    told = known and len(person) in (2, 3, 4)
    if not (told or is_courteous(text, mention.span.start)) or not looks_like_person(" ".join(person)):
        return [mention]  # else "Ann Lee for Home Films", "Mr. Ford for Argosy Pictures"
    company = make_mention(text, Span(through.end(), mention.span.end))
    return [
        make_mention(text, Span(mention.span.start, through.start())),
        company._replace(note=mention.note, note_span=mention.note_span),
    ]


_COURTESY_ENDS = frozenset(".rsetu")  # the last letters of what follows
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Herr|Frau)\.?\s$")


def is_courteous(text: str, start: int) -> bool:
    """Whether a "Mr." or the like stands before a name."""
    before = text[start - 2 : start - 1]
    return before in _COURTESY_ENDS and _COURTESY.search(text, max(0, start - 10), start) is not None


def _is_person(mention: Mention) -> bool:
    return looks_like_person(mention.text) and not looks_like_company(mention.text)


def _is_company(name: str) -> bool:
    """A company's name begins with a capital or digit and is no sentence."""
    words = name.split()
    if ": " in name or (name[0].islower() and is_team(name)):
        return False  # "Laden: Filmkontoret": a label that we do not know
    if len(words) <= 4 and looks_like_company(name):
        return True
    small = sum(w[0].islower() and len(w) > 3 for w in words)
    first = name[0]
    return (first.isupper() or first.isdigit() or not first.isascii() or len(words) <= 2) and (
        small <= len(words) // 2 and len(words) <= 12
    )


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """A value cut at full stops and semicolons that end something; brackets stay with their name."""
    start = span.start
    for match in _SENTENCE.finditer(text, span.start, span.end):
        at = match.start()
        if text[at] == "." and _ABBREVIATED.search(text, max(span.start, at - 8), at):
            continue
        if at - 1 == span.start and text[at] == "." and text[at - 1].isupper():
            continue  # "byA. R. Rahman": the blank before the initial got lost
        if text[at] == "." and text[at - 1].isdigit() and _LEGAL_FORM.match(text, at, span.end):
            continue
        if text[at] not in ".;":
            continue
        if any(text.count(a, start, at) > text.count(b, start, at) for a, b in ("()", "[]")):
            continue
        piece = trim(text, Span(start, at + 1))
        if piece.start < piece.end:
            yield piece
        start = at + 1
    piece = trim(text, span if start == span.start else Span(start, span.end))
    if piece.start < piece.end:
        yield piece


def without_footnotes(text: str, span: Span) -> list[Span]:
    """The parts of `span` between footnote marks such as "[1]"."""
    marks = list(_FOOTNOTE.finditer(text, span.start, span.end))
    if not marks:
        whole = trim(text, span)
        return [whole] if whole.start < whole.end else []
    starts = [span.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), span.end]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return [p for part in parts if (p := trim(text, part)).start < p.end]
