"""Names where they stand: what a personal name looks like, and how a list of names falls apart.

Two ways in. `find_names` looks for names in running text. `split_names` takes
words that are known to be a list of names (the value of a label, the part of a
sentence after "starring") and takes them apart. Both work on offsets of the
whole text, so that every mention can be quoted, and both are linear in the
length of what they look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, SUFFIXES, fold

Shape = Literal["full", "single", "caps", "company", "lower"]


def _upper_class() -> str:
    """The capital letters of the Latin, Greek and Cyrillic blocks as the inside of a regex class."""
    ranges: list[tuple[int, int]] = []
    for code in (*range(0x41, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00)):
        if chr(code).isupper():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = (ranges[-1][0], code)
            else:
                ranges.append((code, code))
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


UPPER = _upper_class()
_LETTERS = r"[^\W\d_]"
# Apostrophes stay inside a word (O'Brien, D’Arcy), a possessive's does not.
_TAIL = rf"(?:['’](?!s\b|[sS]?(?:\W|$))|[\-‐‑]|{_LETTERS}|[\u0300-\u036f])*"
_WORD = rf"(?:[dlDL]['’]|[aAeE]l-|(?:de|du|di|la|le|van|von|mac|fitz)(?=[{UPPER}][a-z]))?[{UPPER}]{_TAIL}"
_INITIALS = rf"(?:[{UPPER}]\.[\-‐]?){{1,4}}"
_PARTICLE = (
    r"(?:de|da|do|dos|das|du|des|del|della|dell|di|la|le|las|los|van|von|der|den|ten|ter|zu|zum|zur|af|av"
    r"|al|el|bin|ibn|ben|bint|ould|vom|’t|'t)"
)
_SUFFIX = r"(?:,? (?:Jr|Sr)\b\.?| (?:II|III|IV)\b)"
_PART = rf"(?:{_INITIALS}|{_WORD})"
NAME = re.compile(
    rf"(?<![\w@]){_PART}(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ \u00a0]){{0,3}}{_PART}){{0,5}}{_SUFFIX}?"
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{0,200})[)\]]")
_SEPARATOR = re.compile(
    r",?\s*\(?(?:in|en) (?:collaboration|cooperation|Zusammenarbeit|collaborazione|colaboración) (?:with|avec|mit|con)\s+"
    r"|,?\s*(?:avec|with|con|mit) (?:the |la |der )?(?:collaboration|collaborazione|colaboración|Mitarbeit) (?:of|de|di|von)\s+|\s*(?:[;|•·▪●\n\t]|,(?!\s*(?:Jr|Sr)\b)|(?<!\w\.)\s[-–—]{1,2}\s|\s{3,})\s*"
    r"|\s*(?:/|&|\+)\s*"
    r"|(?<=\s)(?:AND|ET|UND|and|und|et|y|e|og|och|en|i|sowie|with|avec|mit|con|ja)\s+"
)
_WRAPPED_SEPARATOR = re.compile(_SEPARATOR.pattern.replace(r"\n\t", r"\t").replace(r"|\s{3,}", ""))
_COMPANY_SEPARATOR = re.compile(
    r"\s*(?:[;|•·▪●\n\t]|,)\s*|\s*/\s*|(?<!-)\s+(?:and|und|et|y|og|och)\s+|\s{3,}|\s[-–—]\s"
)
_AND = re.compile(r",?\s*(?:&|\+|AND|ET|UND|and|und|et|y|e|og|och|en|i)\s*")
# Societies of cinematographers and editors behind a name: "Sean Bobbitt B.S.C."
_SOCIETY = re.compile(
    r",?\s+\(?(?:A\.?S\.?C|B\.?S\.?C|A\.?F\.?C|A\.?I\.?C|A\.?C\.?S|S\.?B\.?C|B\.?V\.?K|A\.?E\.?C|P\.?S\.?C|C\.?S\.?C"
    r"|A\.?C\.?E|N\.?S\.?C|F\.?S\.?F|D\.?F\.?F)\.?\)?$"
)
_ALSO = re.compile(r"\s+(?:dit|dite|aka|a\.k\.a\.|alias|genannt|detto)\s")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Mme|Mlle|M)\.\s|(?:Mr|Mrs|Ms|Miss)\s(?=\S)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    `text` is the name with single spaces, completed where the list shares a
    surname ("Jean-Pierre & Luc Dardenne"); `printed` is what stands at `span`.
    `note` holds the words in brackets that follow the name (a character, a
    country, a job: the reader of the list decides) and `note_span` their place.
    """

    span: Span
    text: str
    shape: Shape
    printed: str = ""
    note: str = ""
    note_span: Span | None = None

    @property
    def extent(self) -> Span:
        """From the name's first letter to the end of its bracket, if it has one."""
        end = self.note_span.end + 1 if self.note_span else self.span.end
        return Span(self.span.start, end)


def find_names(text: str, span: Span) -> Iterator[Mention]:
    """The capitalized names in running text, in reading order.

    Words that are only capitalized because a sentence begins ("When", "The")
    are cut off in front; a honorific ("Mr.") is cut off too. Titles of films in
    quotation marks look like names as well: the caller knows where those are.

    >>> [m.text for m in find_names("When Caroline de Vivaise met Samuel L. Jackson Jr.", Span(0, 51))]
    ['Caroline de Vivaise', 'Samuel L. Jackson Jr.']
    """
    skip = load_patterns("names")["not_first"]
    for match in NAME.finditer(text, span.start, span.end):
        start, end = match.span()
        if match.group()[-2:] in ("Jr", "Sr") and text.startswith(".", end):
            end += 1
        words = list(re.finditer(r"[^ \u00a0]+", match.group()))
        cut = 0
        while cut < len(words) and fold(words[cut].group()) in skip:
            cut += 1
        if cut == len(words):
            continue
        if cut:
            # "In de Vivaise": what is left may start with a particle, which is fine.
            start += words[cut].start()
        yield make_mention(text, Span(start, end))


def make_mention(text: str, span: Span) -> Mention:
    """The mention of the name that stands at `span`, edges and a "Mr." in front cut off."""
    span = trim(text, span)
    honorific = _HONORIFIC.match(text, span.start, span.end)
    if honorific and honorific.end() < span.end:
        span = Span(honorific.end(), span.end)
    society = _SOCIETY.search(text, span.start, span.end)
    if society and society.start() > span.start:
        span = Span(span.start, society.start())
    alias = _ALSO.search(text, span.start, span.end)
    if alias and alias.start() > span.start:
        span = Span(span.start, alias.start())
    printed = " ".join(span.of(text).split())
    return Mention(span, printed, _shape(printed), printed)


def _shape(name: str) -> Shape:
    if looks_like_company(name):
        return "company"
    if name.isupper() and len(name) > 3:
        return "caps"
    if name.islower():
        return "lower"
    return "full" if " " in name else "single"


# "El Deseo", "Le Pacte", "The Match Factory": articles that open no person's name.
_PLAIN_ARTICLES = frozenset("the les das die".split())
_ARTICLES = _PLAIN_ARTICLES | frozenset("el il la le".split())


@lru_cache(maxsize=65536)
def looks_like_company(name: str) -> bool:
    """Whether the words of `name` are a company's or an institution's rather than a person's.

    >>> looks_like_company("Why Not Prods."), looks_like_company("RTBF"), looks_like_company("Luc Dardenne")
    (True, True, False)
    """
    patterns = load_patterns("names")
    words = fold(name).split()
    if not words:
        return False
    if any(w in patterns["company"] for w in words) and len(words) > 1:
        return True
    known = patterns["known_company"]
    if " ".join(words) in known or " ".join(words[:2]) in known:
        return True
    if words[0] in _ARTICLES and (len(words) == 2 or words[0] in _PLAIN_ARTICLES):
        return True
    if any(w.startswith("film") for w in words) or any(c.isdigit() for c in name):
        return True
    bare = name.replace(".", "").replace("+", "")
    return len(words) == 1 and (words[0] in known or (bare.isupper() and 2 < len(bare) <= 5))


@lru_cache(maxsize=65536)
def looks_like_person(name: str) -> bool:
    """Whether `name` has the form of one person's name: one to six words, capitals and particles only.

    >>> looks_like_person("Michael Dudok de Wit"), looks_like_person("a script girl"), looks_like_person("Sabu")
    (True, False, True)
    """
    words = name.split()
    if not words or len(words) > 7 or any(c.isdigit() for c in name):
        return False
    capitals = 0
    for word in words:
        plain = word.strip(".,'’\"“”«»‘-")
        if not plain:
            return False
        if (
            plain[0].isupper()
            or (not plain[0].isascii() and not plain[0].islower())
            or _starts_capital(plain)
        ):
            capitals += 1
        elif fold(plain) not in PARTICLES | SUFFIXES | {
            "y",
            "e",
            "bint",
            "vom",
            "dell",
            "t",
            "s",
            "zur",
            "los",
            "las",
        }:
            return False
    first = fold(words[0])
    return capitals > 0 and not (len(words) > 1 and first in {"the", "a", "an"})


def _starts_capital(word: str) -> bool:
    """Words such as d'Urso, al-Khatib, l'Herbier, whose capital comes after a prefix."""
    head, sep, tail = word.replace("’", "'").partition("'")
    if not sep:
        head, sep, tail = word.partition("-")
    return bool(sep) and len(head) <= 3 and tail[:1].isupper()


def split_names(text: str, span: Span, *, company: bool = False) -> list[Mention]:
    """The names of a list, separated by commas, semicolons, slashes or a word for "and".

    What stands in brackets after a name becomes its `note`. A surname that
    several given names share is given to each of them. Pieces that have no form
    of a name at all are kept (shape "lower"), so that the caller sees what the
    list holds and can refuse it. With `company` the list is one of companies:
    "&" stays inside a name and "Russia, Inc." is one.

    >>> t = "Luc & Jean-Pierre Dardenne, Denis Freyd (Archipel)"
    >>> [(m.text, m.note) for m in split_names(t, Span(0, len(t)))]
    [('Luc Dardenne', ''), ('Jean-Pierre Dardenne', ''), ('Denis Freyd', 'Archipel')]
    """
    notes = [m for m in _BRACKETS.finditer(text, span.start, span.end)]
    mentions: list[Mention] = []
    joined: list[bool] = []  # whether a word for "and" stands before the mention
    separator = _COMPANY_SEPARATOR if company else _SEPARATOR
    if not company and "," in span.of(text) and "\n" in span.of(text):
        separator = _WRAPPED_SEPARATOR  # a list that is broken at the end of a line, perhaps inside a name
    cursor = span.start
    pending_and = False
    for gap_start, gap_end, note in _gaps(text, span, separator, notes):
        piece = trim(text, Span(cursor, gap_start))
        if piece.start < piece.end:
            mention = make_mention(text, piece)
            several = [] if company else split_unseparated(text, mention.span)
            if several:
                mentions += [make_mention(text, s) for s in several]
                joined += [pending_and, *(False for _ in several[1:])]
            elif company and mentions and _is_one_company(text, mentions[-1], mention):
                mentions[-1] = make_mention(text, Span(mentions[-1].span.start, piece.end))
            elif company and mentions and fold(mention.text) in load_patterns("names")["company_suffix"]:
                whole = Span(mentions[-1].span.start, piece.end)
                mentions[-1] = make_mention(text, whole)
            else:
                mentions.append(mention)
                joined.append(pending_and)
            pending_and = False
        if note is not None:
            # A full stop between name and bracket: the bracket belongs to the list.
            close = mentions and piece == mentions[-1].span and "." not in text[piece.end : gap_start]
            if close and not mentions[-1].note:
                inner = Span(note.start(1), note.end(1))
                mentions[-1] = replace(mentions[-1], note=" ".join(inner.of(text).split()), note_span=inner)
        else:
            pending_and = bool(_AND.fullmatch(text[gap_start:gap_end]))
        cursor = gap_end
    if company:
        return mentions
    return _share_surnames(text, [_family_last(m) for m in _inverted(text, span, mentions)], joined)


def _gaps(
    text: str, span: Span, separator: re.Pattern[str], notes: list[re.Match[str]]
) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Where one name of a list ends and the next begins; a bracket comes with its match."""
    cursor = span.start
    for note in notes:
        for gap in separator.finditer(text, cursor, note.start()):
            yield gap.start(), gap.end(), None
        yield note.start(), note.end(), note
        cursor = note.end()
    for gap in separator.finditer(text, cursor, span.end):
        yield gap.start(), gap.end(), None
    yield span.end, span.end, None


def _inverted(text: str, span: Span, mentions: list[Mention]) -> list[Mention]:
    """ "Audiard, Jacques; Bidegain, Thomas": pairs of surname and given name, told by the given names."""
    pairs = list(zip(mentions[::2], mentions[1::2], strict=False))
    if not pairs or len(mentions) % 2 or any(m.note for m in mentions[::2]):
        return mentions
    for family, given in pairs:
        between = text[family.span.end : given.span.start]
        fits = between.strip() == "," and all(is_given_name(w) for w in given.text.split()[:3])
        if not fits or len(family.text.split()) > 2 or is_given_name(family.text.split()[0]):
            return mentions
    del span
    return [
        Mention(
            Span(family.span.start, given.span.end), f"{given.text} {family.text}", "full",
            f"{family.text}, {given.text}", given.note, given.note_span,
        )
        for family, given in pairs
    ]  # fmt: skip


def _family_last(mention: Mention) -> Mention:
    """ "KECHICHE Abdellatif": a surname in capitals in front goes behind the given name."""
    words = mention.text.split()
    if not 2 <= len(words) <= 4 or not words[0].isupper() or "." in words[0]:
        return mention
    if len(words[0]) < 2 or (len(words[0]) < 3 and fold(words[0]) not in PARTICLES):
        return mention
    cut = 1
    while cut < len(words) and words[cut].isupper() and len(words[cut]) > 1:
        cut += 1
    given = words[cut:]
    if not given or not all(w[0].isupper() and not w.isupper() for w in given):
        return mention
    if mention.shape == "company" or is_given_name(words[0]):
        return mention
    return replace(mention, text=" ".join([*given, *words[:cut]]))


_AND_WORD = re.compile(r"\s(?:and|et|und|y|og|och)\s")


def _is_one_company(text: str, before: Mention, mention: Mention) -> bool:
    """ "Entre Chien et Loup": a single word behind "and", where neither side looks like a company alone."""
    between = text[before.span.end : mention.span.start]
    single = " " not in mention.text and not looks_like_company(mention.text)
    return single and _AND_WORD.fullmatch(between) is not None and not looks_like_company(before.text)


def _share_surnames(text: str, mentions: list[Mention], joined: list[bool]) -> list[Mention]:
    """Give "Luc" of "Luc & Jean-Pierre Dardenne" the surname that stands behind."""
    for i in range(len(mentions) - 2, -1, -1):
        here, after = mentions[i], mentions[i + 1]
        shares = (
            len(joined) == len(mentions)
            and joined[i + 1]
            and not here.note
            and " " not in here.text
            and here.shape == "single"
            and after.shape in ("full", "caps")
            and (i == 0 or not joined[i] or True)
        )
        if shares:
            family = _family_of(after.text)
            whole = Span(here.span.start, after.span.end)
            printed = " ".join(whole.of(text).split())
            mentions[i] = Mention(whole, f"{here.text} {family}", "full", printed)
    return mentions


def readable_name(name: str) -> str:
    """A person's name with words in capitals set as names are.

    >>> readable_name("Reda KATEB"), readable_name("JEAN-PIERRE D'ARCY III"), readable_name("JR")
    ('Reda Kateb', "Jean-Pierre D'Arcy III", 'JR')
    """
    if len(name) < 4:
        return name
    return " ".join(_recased(word) for word in name.split())


def _recased(word: str) -> str:
    if word.startswith("Mc") and word[2:].isupper() and len(word) > 4:
        return word[:3] + word[3:].lower()
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 3 and not (len(letters) == 2 and word.endswith(("'", "’"))):
        return word
    if not all(c.isupper() for c in letters) or "." in word or fold(word) in SUFFIXES:
        return word
    cased = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), cased)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(w for line in load_patterns("given_names")["given"] for w in line.split())


def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name, or two joined by a hyphen ("Jean-Pierre")."""
    parts = fold(word).split()
    return bool(parts) and all(p in _given_names() for p in parts)


def split_unseparated(text: str, span: Span) -> list[Span]:
    """The names in "Julie Gouet Richard Rousseau", where given names show where each begins.

    Only when every name comes out as a given name that we know and one or two
    further words; empty otherwise, and for what may be one name of four words.
    """
    words = [Span(*m.span()) for m in re.finditer(r"\S+", span.of(text))]
    words = [Span(w.start + span.start, w.end + span.start) for w in words]
    if len(words) < 4 or len(words) > 40:
        return []
    if any(w.of(text).islower() and fold(w.of(text)) not in PARTICLES for w in words):
        return []
    starts = [0]
    i = 2
    while i < len(words):
        left = len(words) - i
        if is_given_name(words[i].of(text)) and left >= 2:
            starts.append(i)
            i += 2
        else:
            i += 1
    sizes = [b - a for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    if len(starts) < 2 or any(not 2 <= n <= 3 for n in sizes):
        return []
    if not all(is_given_name(words[k].of(text)) for k in starts):
        return []
    ends = [*starts[1:], len(words)]
    return [Span(words[a].start, words[b - 1].end) for a, b in zip(starts, ends, strict=True)]


def _family_of(name: str) -> str:
    """The surname with its particles, as printed: "de la Grave" of "Julien Poncet de la Grave"."""
    words = name.split()
    cut = len(words) - 1
    while cut > 1 and fold(words[cut]) in SUFFIXES:
        cut -= 1
    while cut > 1 and fold(words[cut - 1]) in PARTICLES:
        cut -= 1
    return " ".join(words[cut:])
