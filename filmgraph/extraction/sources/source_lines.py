"""Source works as credits print them: label lines and the phrases of credit blocks, read as they stand.

A sentence sets a work's title in quotation marks or in capitals on every word; a
credit need not: "d'après le roman Le Bal des ardents, de X", "Novel: Y",
"Vorlage: X („T“, 1951)", "T (roman) Författare X". What parts title and author
there is the order of the words, so the text is read as printed, not masked.
The words stand in `patterns/prose_sources.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER, looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.text.fixed_words import FixedPhrases
from filmgraph.extraction.text.near import find_begun, find_near
from filmgraph.model.document import Span
from filmgraph.model.facts import Grade
from filmgraph.model.names import fold

GRADES: tuple[Grade, ...] = ("based_on", "inspired_by", "suggested_by", "remake_of")
_LONGEST_LINE = 2_000
_PROSE = ("headline", "strapline", "body")


@dataclass(frozen=True, slots=True)
class Source:
    """One statement: a work with all its authors, and the words that say so.

    `same_name` says that the work is called as the film is.
    """

    title: str | None
    authors: tuple[str, ...]
    kind: str | None
    grade: Grade
    quote: Span
    section: str
    same_name: bool = False


def find_source_lines(page: Page, text: str) -> Iterator[Source]:
    """The works that credits name; `text` is the page's text.

    In sentences only what gives title and author: the rest is for those who read sentences.
    """
    words = _words()
    lower = page.lower
    if len(lower) == len(text):
        for start, end, link in words.links.find(lower, page.words, _LINK_ENDS):
            match = (
                words.phrase.match(text, end) or words.owned.match(text, end) or words.titled.match(text, end)
            )
            if not match and (pair := words.pair.match(text, end)):
                yield from _read_pair(page, text, pair, Span(start, pair.end()))
                continue
            section = page.kind_at(start) if match else "teasers"
            if not match or section == "teasers" or _of_other_film(text, start):
                continue
            grade = words.grades.get(link, "based_on")
            whole = Span(start, match.end())
            for source in _read(page, text, match, whole, None, grade):
                if source.kind != "film" and (source.title or section not in _PROSE):
                    yield source
    found: list[re.Match[str]] = []
    if any(map(lower.__contains__, _AUTHOR_WORDS)):
        found += find_near(text, words.author, _AUTHOR_OF, 400, 140)
        found += find_begun(text, words.published, _FROM)
    for signs, pattern in words.whole:
        if any(map(lower.__contains__, signs)):
            found += pattern.finditer(text)
    for match in found:
        if page.kind_at(match.start()) != "teasers":
            yield from _read(page, text, match, Span(*match.span()), None, "based_on")
    for n, line in enumerate(page.lines):
        if page.kinds[n] != "teasers" and text[line.start].lower() in words.starts:
            yield from _read_label(page, text, lower, n)


def _read_pair(page: Page, text: str, match: re.Match[str], whole: Span) -> Iterator[Source]:
    """Two works of one author: "the novel of the same name (1938) and the novella “T” by Ann Lee"."""
    section = page.kind_at(whole.start)
    people = _people(page, text, match)
    if section == "teasers" or not people or whole.end - whole.start > MAX_QUOTE:
        return
    kinds = _words().kinds
    yield Source(None, people, kinds.get(fold(match["first"])), "based_on", whole, section, same_name=True)
    title = " ".join(match["quoted"].split()).strip(" ,:*_")
    yield Source(title, people, kinds.get(fold(match["kind2"])), "based_on", whole, section)


def _of_other_film(text: str, at: int) -> bool:
    """Whether the words before a phrase are a title in quotation marks: "“The Hours,” based on …"."""
    return text[max(0, at - 3) : at].strip(" ,")[-1:] in ("”", "»", "“", "’") or text[at - 3 : at] == '," '


def _read_label(page: Page, text: str, lower: str, n: int) -> Iterator[Source]:
    """What stands behind a label, or under one on a line of its own."""
    words, line = _words(), page.lines[n]
    label = words.label.match(lower if len(lower) == len(text) else text, line.start, line.end)
    if not label or line.end - line.start > _LONGEST_LINE:
        return
    at, end = label.end(), line.end
    if at >= end:
        if n + 1 == len(page.lines) or page.gaps[n + 1] > 0:
            return
        at, end = page.lines[n + 1].start, page.lines[n + 1].end
    kind = words.labels[fold(label[1])]
    marked = bool(label["mark"]) or end != line.end
    orders = words.orders if marked else words.orders[:2]
    if label[1].endswith(" by"):
        orders = words.authors  # "Novel by: X"
    for order in orders:
        match = order.match(text, at, end)
        if match:
            whole = Span(label.start(1), match.end())
            found = list(_read(page, text, match, whole, kind, "based_on"))
            if found:
                yield from found
                return


def _read(
    page: Page, text: str, match: re.Match[str], whole: Span, label: str | None, grade: Grade
) -> Iterator[Source]:
    """The statement of a match; `label` is the kind that a label gives, "" where it only says "based on"."""
    groups = match.groupdict()
    people = _people(page, text, match) if groups.get("people") else ()
    note = _kind_in(groups.get("note") or "") or _kind_in(groups.get("note2") or "")
    kind = _words().kinds.get(fold(groups.get("kind") or groups.get("kind2") or "")) or note or label or None
    title = (
        " ".join(
            (
                groups.get("quoted")
                or groups.get("behind")
                or groups.get("listed")
                or groups.get("title")
                or ""
            ).split()
        ).strip(" ,:*_")
        or None
    )
    if label == "literary":
        kind = kind if kind != "literary" else None
    elif title is None and kind is None:
        return  # "Based on: John Smith" may be a life
    if groups.get("people") and not people:
        return
    if title and looks_like_person(title) and groups.get("listed"):
        return  # "Roman: Boileau, Narcejac"
    if whole.end - whole.start > MAX_QUOTE or not (people or title):
        return
    section = page.kind_at(whole.start)
    yield Source(title, people, kind, grade, whole, section, bool(groups.get("same")))


def _kind_in(note: str) -> str | None:
    """The kind of work that a bracket names: "(1943 play)", "(roman, 1951)"."""
    kinds = _words().kinds
    return next((kinds[w] for w in fold(note).split() if kinds.get(w, "film") != "film"), None)


def _people(page: Page, text: str, match: re.Match[str]) -> tuple[str, ...]:
    """The authors, up to the next label ("by Craig Davidson Cinematography Stéphane Fontaine")."""
    start, end = match.span("people")
    start = max(
        (i.label.span.end for i in page.items if i.label.span.start <= start < i.label.span.end),
        default=start,
    )
    end = min((i.label.span.start for i in page.items if start < i.label.span.start < end), default=end)
    names = [m.text for m in split_names(text, Span(start, end))]
    good = [n for n in names if looks_like_person(n) and not looks_like_company(n)]
    return tuple(good) if len(good) == len(names) else ()


def either(words: Iterable[str]) -> str:
    """A choice of words, longest first, grouped by first letters: so few of them need be tried at a place."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(rf"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def kinds_of_works(lines: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The words for each kind of work, from the groups of the pattern file."""
    special = {*GRADES, "same_name", *(k for k in lines if k.startswith("label"))}
    return {w: k for k, ws in lines.items() if k not in special for w in ws}


@dataclass(frozen=True, slots=True)
class _Words:
    """The compiled patterns and what their words mean; `starts` are the letters a label may begin with."""

    links: FixedPhrases
    phrase: re.Pattern[str]
    owned: re.Pattern[str]
    titled: re.Pattern[str]
    pair: re.Pattern[str]
    author: re.Pattern[str]
    published: re.Pattern[str]
    whole: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    label: re.Pattern[str]
    orders: tuple[re.Pattern[str], ...]
    authors: tuple[re.Pattern[str], ...]
    grades: dict[str, Grade]
    kinds: dict[str, str]
    labels: dict[str, str]
    starts: frozenset[str]


_CAPITAL = rf"[{UPPER}](?:\w|['’³\-](?=\w))*"
_WORD = rf"(?:(?:[{UPPER}]\.-?){{1,3}}|(?:[dDlL]['’])?{_CAPITAL})"
_CAPS_WORD = rf"[{UPPER}](?:[{UPPER}]|['’\-](?=[{UPPER}]))+(?!\w)"
_CAPS = rf"(?:(?:[{UPPER}]\.-?){{1,3}}|{_CAPS_WORD})"
_SMALL = (
    r"(?:de la|de|da|do|dos|di|du|del|della|le|la|van der|van den|van|von der|von|der|den|ten|zu|af|av|y)"
)
# A name is set in one case, its words with one blank between them.
_NO_MORE = r"(?!\w|['’]s\b)"
_PERSON = (
    rf"(?:M(?:rs?|s|iss)\.? )?(?:(?:{_CAPS} ){{1,4}}{_CAPS_WORD}|{_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,4}})"
    rf"{_NO_MORE}"
)
_JOIN = r"(?:, (?:and |et |und |y |e )?| (?:and|&|et|und|y|e|en|og|och|i) | ?/ ?)"
_PEOPLE = rf"(?P<people>{_PERSON}(?:{_JOIN}{_PERSON}){{0,3}})"
_GAP = r"(?:[ \u00a0]+(?:\n[ \t]*)?|\n[ \t]*)"
_BY = (
    rf"(?:,?{_GAP}(?:(?:(?:co-?)?(?:written|penned|authored) )?by|de|von|vom|di|del|della|da|do|van"
    rf"|av|af|autorstwa|[Ff]örfattare|[Ff]orfatter|[Aa]utore?|[Aa]uteur):?{_GAP}(?:[a-zà-ÿ’'-]+ ){{0,2}}?"
    rf"|,?{_GAP}d(?:ell)?['’])"
)
_OF = rf"(?:{_BY}|{_GAP}(?:of|from){_GAP})"  # only where no title stands before: "The Price of Salt"
_QUOTED = r"[“\"„«‘'*_]{1,2}\s?(?P<quoted>[^“”\"„«»*_\n]{1,90}?)\s?[”\"“»’'*_]{1,2}"
# A title without marks runs on to what must follow it; a full stop ends it, but not one behind a figure.
_PLAIN = rf"(?P<title>[{UPPER}\d](?:(?!  )[^.;:()\[\]\n“”\"«»|]|(?<=\d)[.:]){{0,80}}?)"
_TITLE = rf"(?:{_QUOTED}|{_PLAIN})"
_NOTE = r"(?: ?[(\[](?P<note>[^()\[\]\n]{1,60})[)\]])?"
_DET = (
    r"(?:(?:the|a|an|his|her|their|le|la|les|un|une|du|der|dem|den|die|das|einem|einer|el|los|las|una|uno"
    r"|il|lo|i|de|het|een|o|os|as|um|uma) |l['’]|un['’])?"
)
_DET_ONE = (
    r"(?:(?:a|an|the|his|her|un|une|le|la|eine?[mrn]?|der|die|das|dem|een|het|en|ett|et|una|uno|um|uma|il|el|o"
    r"|os?) |l['’]|un['’])"
)
_SAME_BEFORE = (
    "gelijknamige",
    "gleichnamigen",
    "gleichnamiger",
    "eponymous",
    "homonyme",
    "omonimo",
    "homónima",
)
_FEW = r"(?:[\w’'./+-]+ ){0,3}?"
_END = r"\s*(?=[.;,(\[|]|$|\n)"
# What the costliest patterns hold, and are looked for around.
_AUTHORS = r"(?:author|auteur|autora?|autore|autrice|Autor(?:in)?) (?:of|de|du|der|des|del|do|van) "
_AUTHOR_WORDS = "autho auter autor förf livre roman libro novel book buch boek".split()
_AUTHOR_OF = re.compile(rf"\([^()\n]{{0,60}}\b{_AUTHORS}")
_LINK_ENDS = re.compile(rf"(?<=['’])|:?{_GAP}")
# Everyday words that begin a source only where kind and author follow: "From the novel by".
_EVERYDAY = ("and on", "and upon", "and from", "from", "du", "dal", "del", "aus dem", "uit het")


# What "Du livre de X, T (Denoël)" may begin with.
_FROM = tuple(
    form
    for word in ("from", "du", "dal", "del", "aus dem", "uit het")
    for form in (f"{word} ", f"{word.capitalize()} ")
)
# A statement read as a whole is looked for where one of these stands, in the order of `whole`. Letters
# that stand somewhere are found ten times as fast as a choice of them by a pattern.
_SIGNS = (
    ("(",),
    ("...",),
    ("based on",),
    ("nach ", "efter ", "etter ", "naar ", "van ", " på "),
)


def _whole_statements(
    printed: str, kind: str, same: str
) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The statements that are read from their first word to their last, each with its signs."""
    statements = (
        # Guión: Antonio Larreta (Novela: Miguel Delibes)
        re.compile(rf"\((?P<kind>{printed}) ?: ?{_PEOPLE}\)"),
        # Paulo Lins ... (novel)
        re.compile(rf"(?m:^)[ \t]*{_PEOPLE}[ \t]*\.{{3}}[ \t]*\((?:based on (?:the )?)?{kind}\)"),
        # Based on / The Maltese Falcon / 1930 novel / by Dashiell Hammett
        re.compile(
            # and where an infobox has run together: "Based onThe Maltese Falcon"
            rf"(?m:^)[Bb]ased on(?:[ \t]*[:\n\t][ \t\n]*|(?=[{UPPER}]))"
            rf"(?P<title>[{UPPER}\d][^\n\t]{{1,70}}?)\n[ \t]*"
            rf"(?:(?:The |A )?(?:\d{{4}} )?{_FEW}{kind}[ \t]*\n?[ \t]*)?by\s+{_PEOPLE}{_END}"
        ),
        # efter Karen Blixens novelle, etter Ingvar Ambjørnsens «Brødre i blodet», nach Fontanes Roman
        re.compile(
            r"[NnEeVvb](?<!\w[NnEeVvb])(?:(?<=[Nn])a(?:ch|ar)|(?<=[Ee])(?:fter|tter)|(?<=v)an"
            r"|(?<=\nV)an|(?<=[.:] V)an"
            r"|(?<=b)(?:aserad|ygger|asert|aseret) på) "
            rf"(?P<people>{_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,3}}?)(?:['’]s?|s) "
            rf"(?:{_FEW}{kind}(?:,? (?P<same>(?i:{same}))(?!\w))?(?:,? {_QUOTED})?"
            rf"|{_QUOTED.replace('quoted', 'behind')})"
        ),
    )
    return tuple(zip(_SIGNS, statements, strict=True))


@lru_cache(maxsize=1)
def _words() -> _Words:
    lines = load_lines("prose_sources")
    kinds = {fold(w): k for w, k in kinds_of_works(lines).items()}
    printed = f"(?i:{either(w for w, k in kinds_of_works(lines).items() if k != 'film')})"
    kind = rf"(?P<kind>{printed})(?![\w-])"
    same = f"(?i:{either((*lines['same_name'], *_SAME_BEFORE))})"
    told = rf"{_DET}{_FEW}{kind}(?:,? (?P<same>(?i:{either(lines['same_name'])}))(?![\w-]))?"
    labels = {fold(w): k[5:].strip() for k, ws in lines.items() if k.startswith("label") for w in ws}
    grades: dict[str, Grade] = {w: g for g in GRADES[:3] for w in lines[g]}
    return _Words(
        links=FixedPhrases([*grades, *_EVERYDAY]),
        phrase=re.compile(
            rf"{told}(?:(?:,?{_GAP}(?:{_QUOTED}|{_PLAIN}(?=,| [(\[]|{_BY}))){_NOTE}{_BY}|{_OF}){_PEOPLE}"
        ),
        # adapted from William Shakespeare's OTHELLO; from Su Tong's novella Wives and Concubines: only
        # capitals part the title from what follows
        owned=re.compile(
            rf"(?P<people>{_WORD}(?: (?:{_SMALL} )?{_WORD}){{1,3}})['’]s {_FEW}(?:(?:{kind} )?"
            rf"(?P<title>{_CAPS}(?: {_CAPS})*)(?=[\s.,;)]|$)"
            rf"|(?P<kind2>{printed}),? (?P<listed>{_CAPITAL}(?:"
            rf"(?: (?:and|or|of|the|in|to|a|for|on|with)){{0,3}} {_CAPITAL})+)(?=[.;)]|\n|$))"
        ),
        # adapted from Foster, a 2010 novella by Claire Keegan
        titled=re.compile(
            rf"(?P<title>[{UPPER}\d][\w'’-]*(?: [\w'’-]+){{0,6}}), {_DET_ONE}{_FEW}{kind}{_BY}{_PEOPLE}"
        ),
        # naar de gelijknamige roman (1938) en de novelle „T“ van F. Bordewijk
        pair=re.compile(
            rf"{_DET}(?:{same} )?(?P<first>{printed})(?:,? {same})?(?: \(\d{{4}}\))?,? "
            rf"(?:and|en|und|et|y|e|och|og) {_DET}{_FEW}(?P<kind2>{printed}) "
            rf"{_QUOTED}(?: \(\d{{4}}\))?{_BY}{_PEOPLE}"
        ),
        # Bohumil Hrabal (co-screenwriter and author of the original novel)
        author=re.compile(rf"{_PEOPLE} \([^()\n]{{0,60}}\b{_AUTHORS}{_DET}{_FEW}{kind}[^()\n]{{0,30}}\)"),
        # Du livre de Pauline Guéna, 18.3. Une année à la PJ (Denoël)
        published=re.compile(
            rf"[FfDdAaUu](?:(?<=[Ff])rom|(?<=[Dd])(?:u|al|el)|(?<=[Aa])us dem|(?<=[Uu])it het) "
            rf"{_FEW}{kind}{_OF}{_PEOPLE}, "
            rf"(?:{_QUOTED}|{_PLAIN}) \([^()\n]{{3,40}}\)"
        ),
        whole=_whole_statements(printed, kind, either(lines["same_name"])),
        label=re.compile(
            rf"[\s\-•*·■►_]*({either({w for k, ws in lines.items() if k.startswith('label') for w in ws})})"
            r"(?![\w-])(?:[ *_]*(?P<mark>[:=|\t])[ *_\t]*|[ ]*$| )"
        ),
        orders=(
            # The novel “T” (1951) by X; T (1943 play) by X; T, a novel by X; T (roman) Författare X
            re.compile(
                rf"(?:{_DET}{_FEW}{kind}[,:]? )?{_TITLE}{_NOTE}(?:, {_DET}{_FEW}{printed})?"
                rf"{_BY}{_PEOPLE}{_END}"
            ),
            # X („T“, 1951); X (novel T); X, “T”; X: “T”
            re.compile(
                rf"{_PEOPLE}(?: \((?:{_DET}{_FEW}{kind}[,:]? )?{_TITLE}"
                rf"(?:, ?\d{{4}})?\)|[,:]? {_QUOTED.replace('quoted', 'behind')})"
            ),
            # X, T
            re.compile(rf"{_PEOPLE}, {_PLAIN.replace('<title>', '<listed>')}{_END}"),
            # the novel by X
            re.compile(rf"{told}{_OF}{_PEOPLE}{_END}"),
            # X (novel); X
            re.compile(rf"{_PEOPLE}{_NOTE}{_END}"),
            # “T”; T (novel)
            re.compile(rf"(?:{_QUOTED}{_NOTE}|{_PLAIN} \((?P<note2>[^()\n]{{1,40}})\)){_END}"),
        ),
        authors=(re.compile(rf"{_PEOPLE}{_END}"),),
        grades=grades,
        kinds=kinds,
        labels=labels,
        starts=frozenset(w[0] for w in labels) | set(" \t-•*·■►_œŒ"),
    )
