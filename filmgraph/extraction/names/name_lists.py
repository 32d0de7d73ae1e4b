"""Lists of names taken apart: "A, B and C", "Luc & Jean-Pierre Dardenne", "Page 114/Why Not Prods."

`split_names` is for words that are known to be a list of names: the value of a
label, the part of a sentence after "starring". It works on offsets of the whole
text, so that every mention can be quoted, and is linear in the list's length.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from filmgraph.extraction.names.joined_names import split_joined, split_joined_companies
from filmgraph.extraction.names.mentions import (
    UPPER,
    Mention,
    is_given_name,
    looks_like_company,
    make_mention,
    plain_words,
)
from filmgraph.extraction.names.teams import KIN
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, SUFFIXES, fold

_BRACKETS = re.compile(r"[(\[]((?:[^()\[\]]|[(\[][^()\[\]\n]{0,60}[)\]]){0,200})[)\]]")
# "Takanobu (Kojun) Saito": a bracket between a given name alone and a surname alone.
_NICKNAME = re.compile(r"\([^\W\d_]+\) [^\W\d_a-z][\w'’-]+\s*(?=$|[,;/.])")
# "Luis Buñuel y Julio / Alejandro": a narrow column breaks the last name.
_CUT_NAME = re.compile(
    r"(?:^|[/&]\s|\s(?:y|e|et|and)\s)[^\W\d_]+\n *[^\W\d_]+(?:\s[^\W\d_]+)?(?:\.?$|\s+[(\[])"
)
_PIECE = re.compile(r"[^,;:/\n]*$")
_TOGETHER = (
    r",?\s*\(?(?:in|en) (?:collaboration|cooperation|Zusammenarbeit|collaborazione|colaboración) (?:with"
    r"|avec|mit|con)\s+"
    r"|,?\s*(?:avec|with|con|mit) (?:the |la |der )?(?:collaboration|collaborazione|colaboración"
    r"|Mitarbeit) (?:of|de|di|von)\s+"
    r"|,?\s*(?:unter )?Mitarbeit(?: von)?\s?:?\s+|,?\s*(?:m\.\s?m\.\s?v\.|met medewerking van)\s+"
)
_BETWEEN = (
    r"\s*(?:[;|•·▪●~\n\t]|,(?!\s*(?:Jr|Sr)\b(?!\.?\s+[A-ZÀ-Þ]))|(?<!\w\.)\s[-–—]{1,2}\s"
    r"|[ \t\u00a0]{3,})\s*"
    r"|\s*(?:/|&|\+)\s*"
    r"|(?<=\s)(?:AND|ET|UND|and|und|et|y|e|og|och|en|i|sowie|with|avec|mit|con|ja)\s+"
    r"|(?<=\s)u\.\s+(?=[A-ZÀ-Þ][a-zß-ÿ])"
)
# What may begin a separator is asked for first: most letters do not, and need not be tried with each choice.
_MAY_SEPARATE = r"(?=[\s;|•·▪●~,/&+]|(?<=\s)[AEUaeuyoiswmcj])"
_SEPARATOR = re.compile(f"{_MAY_SEPARATE}(?:{_BETWEEN})")
_TOGETHER_SEPARATOR = re.compile(f"{_TOGETHER}|{_BETWEEN}")
_COMPANY_SEPARATOR = re.compile(
    r"(?=[\s;|•·▪●,/])"
    r"(?:\s*(?:[;|•·▪●\n\t]|,)\s*|\s*/\s*|(?<!-)\s+(?:and|und|et|y|og|och)\s+|[ \t\u00a0]{3,}|\s[-–—]\s)"
)
_ANDS = frozenset("& + AND ET UND and und et y e og och en i".split())


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
    words = span.of(text)
    notes = list(_BRACKETS.finditer(text, span.start, span.end)) if "(" in words or "[" in words else []
    if notes:
        notes = [note for note in notes if not _is_nickname(text, note, span)]
    mentions: list[Mention] = []
    joined: list[bool] = []  # whether a word for "and" stands before the mention
    separator = _COMPANY_SEPARATOR if company else _separator_of(words)
    cursor = span.start
    pending_and = False
    for gap_start, gap_end, note in _gaps(text, span, separator, notes):
        piece = trim(text, Span(cursor, gap_start))
        if piece.start < piece.end:
            mention = make_mention(text, piece)
            several = (split_joined_companies if company else split_joined)(text, mention.span)
            if (
                several
                and words.count(",") > 3
                and mention.text.count(" ") == 3
                and "  " not in mention.span.of(text)
            ):
                several = several if _is_sure(text, several) else []
            if mention.text[0].islower() and text[gap_start:gap_end].strip() in _ANDS:
                kin = KIN.match(text, mention.span.start, mention.span.end)
                if kin:  # "os irmãos Gilvan e Genivaldo Lima"
                    mention = make_mention(text, Span(kin.end(), mention.span.end))
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
                mentions[-1] = mentions[-1]._replace(note=plain_words(inner.of(text)), note_span=inner)
        else:
            pending_and = text[gap_start:gap_end].removeprefix(",").strip() in _ANDS
        cursor = gap_end
    if not company and True in joined[1:]:
        mentions, joined = _with_double_surnames(text, mentions, joined)
    if company:
        return _partners(text, mentions) if "," in words and "/" in words else mentions
    if len(mentions) == 1:
        return [_family_last(mentions[0])]
    return _share_surnames(text, [_family_last(m) for m in _inverted(text, mentions)], joined)


def _is_nickname(text: str, note: re.Match[str], span: Span) -> bool:
    """Whether a bracket stands inside a name and not behind one."""
    if not _NICKNAME.match(text, note.start(), span.end):
        return False
    before = _PIECE.search(text, span.start, note.start())
    return before is not None and len(before.group().split()) == 1


def _with_double_surnames(
    text: str, mentions: list[Mention], joined: list[bool]
) -> tuple[list[Mention], list[bool]]:
    """ "Ann Matos, José Fonseca e Costa": a lone word behind "e" or "y" ends the full name before it."""
    kept, links = mentions[:1], joined[:1]
    for before, m, link in zip(mentions, mentions[1:], joined[1:], strict=False):
        between = text[before.span.end : m.span.start]
        lone = m.shape == "single" and not is_given_name(m.text) and between in (" e ", " y ")
        if link and lone and not before.note and before.shape == "full" and before is kept[-1]:
            kept[-1] = make_mention(text, Span(before.span.start, m.span.end))._replace(
                note=m.note, note_span=m.note_span
            )
        else:
            kept.append(m)
            links.append(link)
    return kept, links


def _partners(text: str, mentions: list[Mention]) -> list[Mention]:
    """Companies of a list with commas, of which two surnames and a slash are one: "Witt/Thomas, Lux"."""
    kept: list[Mention] = []
    for m in mentions:
        last = kept[-1] if kept else None
        if last and text[last.span.end : m.span.start] == "/" and _is_surname(last) and _is_surname(m):
            kept[-1] = make_mention(text, Span(last.span.start, m.span.end))
        else:
            kept.append(m)
    return kept


def _is_surname(mention: Mention) -> bool:
    return " " not in mention.text and mention.text[1:].islower() and not looks_like_company(mention.text)


def _is_sure(text: str, several: list[Span]) -> bool:
    """Whether a piece between commas surely is two names: "Juan Camillo Román Estrada" may be one."""
    one, other = several[0], several[-1]
    return one.end == other.start or one.of(text).split()[-1].isupper() != one.of(text).split()[0].isupper()


def _separator_of(words: str) -> re.Pattern[str]:
    """The pattern for what stands between the names of a list of people."""
    together = "labor" in words or "operation" in words or "arbeit" in words
    together = together or "m.v." in words or "medewerking" in words
    if "\n" in words and ("," in words or _CUT_NAME.search(words)):
        return _wrapped(together)  # a list that is broken at the end of a line, perhaps inside a name
    return _TOGETHER_SEPARATOR if together else _SEPARATOR


@lru_cache(maxsize=2)
def _wrapped(together: bool) -> re.Pattern[str]:
    pattern = (_TOGETHER_SEPARATOR if together else _SEPARATOR).pattern
    return re.compile(pattern.replace(r"\n\t", r"\t").replace(r"|[ \t\u00a0]{3,}", ""))


def _gaps(
    text: str, span: Span, separator: re.Pattern[str], notes: list[re.Match[str]]
) -> list[tuple[int, int, re.Match[str] | None]]:
    """Where one name of a list ends and the next begins; a bracket comes with its match."""
    gaps: list[tuple[int, int, re.Match[str] | None]] = []
    cursor = span.start
    for note in notes:
        before = separator.finditer(text, cursor, note.start())
        # A wide blank before a bracket parts nothing: "Ann Lee        (Ida)".
        gaps += [(*g.span(), None) for g in before if g.end() < note.start() or not g.group().isspace()]
        gaps.append((*note.span(), note))
        cursor = note.end()
    gaps += [(*gap.span(), None) for gap in separator.finditer(text, cursor, span.end)]
    gaps.append((span.end, span.end, None))
    return gaps


def _inverted(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "Audiard, Jacques; Bidegain, Thomas": pairs of surname and given name, told by the given names."""
    mentions = _with_given_behind(text, mentions)
    if not mentions or len(mentions) % 2 or any(m.note for m in mentions[::2]):
        return mentions
    pairs = list(zip(mentions[::2], mentions[1::2], strict=True))
    for family, given in pairs:
        between = text[family.span.end : given.span.start]
        if between.strip() != "," or not _is_inverted(family.text, given.text):
            return mentions
    return [
        Mention(
            Span(family.span.start, given.span.end), f"{given.text} {family.text}", "full",
            f"{family.text}, {given.text}", given.note, given.note_span,
        )
        for family, given in pairs
    ]  # fmt: skip


def _with_given_behind(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "IP Tak-han, Deanie": as Hong Kong prints a name, the English given name behind a comma."""
    if not [m for m in mentions[:-1] if "-" in m.text and _HONG_KONG.fullmatch(m.text)]:
        return mentions
    kept: list[Mention] = []
    for m in mentions:
        last = kept[-1] if kept else None
        if last and not last.note and _HONG_KONG.fullmatch(last.text) and m.shape == "single":
            whole = Span(last.span.start, m.span.end)
            if text[last.span.end : m.span.start].strip() == "," and not _begins_name(text, m.text):
                printed = " ".join(whole.of(text).split())
                kept[-1] = Mention(whole, f"{m.text} {last.text}", "full", printed, m.note, m.note_span)
                continue
        kept.append(m)
    return kept


def _begins_name(text: str, word: str) -> bool:
    """Whether a word is a surname in front elsewhere in a text: "Park" where "Park Chan-wook" stands."""
    return re.search(rf"\b{re.escape(word)} [{UPPER}][^\W\d_]+-[^\W\d_]", text[:_FAR]) is not None


_HONG_KONG = re.compile(
    rf"[{UPPER}]{{2,}} [{UPPER}][^\W\d_]+-[^\W\d_]+|[{UPPER}][^\W\d_]+ [{UPPER}][^\W\d_]+-[a-z]+"
)
_INITIALS = re.compile(rf"(?:[{UPPER}]\.[ -]?)+")


def _is_inverted(family: str, given: str) -> bool:
    """Whether a pair is a surname and a given name: known, or told by capitals ("BANKS, Leslie")."""
    words = given.split()
    while len(words) > 1 and words[-1].islower() and fold(words[-1]) in PARTICLES:
        words.pop()
    if len(words) < len(given.split()):
        return len(words) <= 2 and " " not in family  # "Enden, Eduard van der"
    if family.isupper() and len(family) > 1 and len(family.split()) <= 3:
        initials = _INITIALS.fullmatch(given) is not None
        mixed = not given.isupper() and (len(words) == 1 or all(map(is_given_name, words)))
        return initials or mixed
    known = all(is_given_name(w) for w in words[:3])
    names = family.split()
    # Two words before and behind are two people: "Jean-Pol Fargeau, Claire Denis".
    surname = len(names) == 1 or (len(names) == 2 and (len(words) == 1 or fold(names[0]) in PARTICLES))
    return known and surname and not is_given_name(names[0].partition("-")[0])


def _family_last(mention: Mention) -> Mention:
    """ "KECHICHE Abdellatif": a surname in capitals in front goes behind the given name.

    In "LEE Chang-dong" it stays where it stands in every text.
    """
    if not mention.text.partition(" ")[0].isupper():
        return mention
    words = mention.text.split()
    if not 2 <= len(words) <= 4 or "." in words[0]:
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
    if fold(words[0]) in load_patterns("names")["family first"] and not is_given_name(given[0]):
        return mention
    return mention._replace(text=" ".join([*given, *words[:cut]]))


_AND_WORD = re.compile(r"\s(?:and|et|und|y|og|och)\s")


def _is_one_company(text: str, before: Mention, mention: Mention) -> bool:
    """ "Entre Chien et Loup": a single word behind "and", where neither side looks like a company alone."""
    between = text[before.span.end : mention.span.start]
    if between.strip() in ("-", "–", "—"):
        # "OPTEC – Sociedade Óptica Técnica", "ZDF – Das kleine Fernsehspiel": letters and what they mean.
        return (
            before.text.isupper()
            and before.text.isalpha()
            and not mention.text.isupper()
            and (mention.text[0] == before.text[0] or not looks_like_company(mention.text))
        )
    if between.strip() == "," and " & " in mention.text:
        # "Hecht, Hill & Lancaster": a firm named after its partners.
        partners = [*before.text.split(), *mention.text.replace("&", " ").split()]
        return len(partners) == 3 and not any(map(looks_like_company, partners))
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
            and (is_given_name(here.text) or _INITIALS.fullmatch(here.text) is not None)
            and not _is_surname_in(text, here.text)
        ) or (
            i + 1 < len(joined) and joined[i + 1] and " " not in here.text and _is_behind_kin(text, here.span)
        )
        if shares:
            family = _family_of(after.text)
            whole = Span(here.span.start, after.span.end)
            printed = " ".join(whole.of(text).split())
            mentions[i] = Mention(whole, f"{here.text} {family}", "full", printed)
    return mentions


def _is_behind_kin(text: str, name: Span) -> bool:
    """Whether a family word stands before a given name: "os irmãos Gilvan e Genivaldo Lima"."""
    at = max(0, name.start - 20)
    return any(kin.end() == name.start for kin in KIN.finditer(text, at, name.end))


# How far and how often the text is asked, so that long lists take no more time than their length deserves.
_FAR, _OFTEN = 20_000, 20


def _is_surname_in(text: str, word: str) -> bool:
    """Whether a word ends a full name elsewhere in a text: "Allen" where "Woody Allen" stands."""
    for match in itertools.islice(re.finditer(rf" {re.escape(word)}\b", text[:_FAR]), _OFTEN):
        head = text[max(0, match.start() - 20) : match.start()].rsplit(None, 1)[-1:]
        if head and head[0][:1].isupper() and is_given_name(head[0]):
            return True
    return False


def _family_of(name: str) -> str:
    """The surname with its particles, as printed: "de la Grave" of "Julien Poncet de la Grave"."""
    words = name.split()
    cut = len(words) - 1
    while cut > 1 and fold(words[cut]) in SUFFIXES:
        cut -= 1
    while cut > 1 and fold(words[cut - 1]) in PARTICLES:
        cut -= 1
    return " ".join(words[cut:])
