"""A literary work as sentences mention it: "Juli Zehs Bestseller „Unterleuten“", "the novel by X, T".

A mention names two at least of what the work is (a novel, a play), what it is called
and who wrote it, in one of the orders that editors use. It is read as printed: a
title is in quotation marks, or runs from a capital to what must follow it. Whether
the film is made from the work is told by other words (`told_sources.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.mentions import UPPER, is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.prose.sentence_case import end_of_title, foreign_articles
from filmgraph.extraction.sources.source_lines import either, kinds_of_works
from filmgraph.extraction.text.countries import is_single_country
from filmgraph.model.document import Span
from filmgraph.model.names import fold


class Work(NamedTuple):
    """A mention of a work.

    `kind` is as the pattern file names kinds, `named_kind` says that a word for one stands there;
    `same_name` that the work is called as the film is.
    """

    title: str | None
    authors: tuple[str, ...]
    kind: str | None
    same_name: bool
    named_kind: bool
    span: Span


_CAP = rf"(?:(?:[{UPPER}]\.-?){{1,3}}|(?:Mc|Mac|O['’]|[dDlL]['’])?[{UPPER}][\w-]*(?:['’](?!s\b)[\w-]+)?)"
_PARTICLE = (
    r"(?:de la|de las|de los|de|da|do|dos|das|di|du|del|della|le|la|van der|van den|van de|van|von der|von"
    r"|zu|af|av|ter|ten|den|bin|ibn|al)"
)
_NAME = rf"{_CAP}(?:(?: {_PARTICLE})? {_CAP}){{0,3}}"
_FULL = rf"{_CAP}(?: (?:{_PARTICLE} )?{_CAP}){{1,3}}"
_AND = r"(?:and|&|et|und|y|e|en|og|och|i)"
_PEOPLE = rf"(?P<people>{_NAME}(?:(?:, {_FULL}){{0,2}},? {_AND} {_FULL})?)(?![\w-])"
_DET = (
    r"(?:(?i:the|an?|one of|several|two|three|his|her|their|le|la|les|une?|des|du|deux|der|dem|den|die"
    r"|das|des"
    r"|eine[mnrs]?|ein|zwei|el|los|las|una|uno|il|lo|i|gli|un|de|het|een|os?|as|uma?|en|ett?|et) |[lL]['’]"
    r"|[uU]n['’]|[dD]['’]une? |[dD]ell['’]|[dD]['’])?"
)
# A capital article belongs to a title.
_SMALL_DET = re.sub(r"\[([lud])[LUD]\]", r"\1", _DET.replace("?i:", ""))
_ADJ = (
    r"(?:(?!(?:and|or|that|who|which|by|from|with|as|to|in|on|not|pas|jamais|nicht|nie|non|niet|ikke"
    r"|inte) )[\w’'./+-]+,? ){0,5}?"
)
_SMALL = rf"(?:(?![{UPPER}])[\w’'./+-]+ ){{0,3}}?"
_QUOTED = (
    r"(?:[“\"„«_*]{1,2}|[‘'](?=[^\s]))\s?(?P<quoted>[^“”\"„«»_*\n]{1,90}?)[,.]?\s?(?:[”\"“»_*]{1,2}"
    r"|[’'](?!\w))"
    r"|»(?P<inner>[^«»\n]{1,90}?)[,.]?«"
)
_LONG = rf"(?P<title>[{UPPER}\d](?:[^.;:()\[\]\n“”\"„«»|]|(?<=Mr|Dr|St)\.|(?<=Mrs)\.){{0,70}}?)"
_RUN = (
    rf"(?P<run>(?:(?:[{UPPER}][\w'’.-]*|\d+)(?:(?:,? (?:of|the|and|a|an|in|on|for|to|at|or|de|du|la|del"
    rf"|der|und"
    rf"|van|di|&)){{0,3}} (?:[{UPPER}][\w'’-]*|\d+)){{0,8}}))(?!\w)"
)
_NOTE = r"(?:,? ?[(\[][^()\[\]\n]{1,40}[)\]])?"
_BY = (
    r"(?:,? (?:(?:co-?)?(?:written|penned|authored|published) by|écrite? par|signée? par|scritt[oa] da"
    r"|escrit[oa] por|geschrieben von|by|de|von|vom|di|del|della|van|av|af|do|da|från|fra) |,? d['’]"
    r"|,? (?:dell|degl)['’])"
)
_OF = r"(?: of )"


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str | None]:
    """What each folded word for a work means; None where it says no more than that it is one."""
    lines = load_lines("source_ties")
    found: dict[str, str | None] = {fold(w): None for w in lines["work"]}
    found |= {fold(w): k for w, k in _literary().items()}
    return found


@lru_cache(maxsize=1)
def _literary() -> dict[str, str]:
    kinds = kinds_of_works(load_lines("prose_sources"))
    return {w: k for w, k in kinds.items() if k not in ("film", "project", "television")}


@lru_cache(maxsize=1)
def _compounds() -> dict[str, str]:
    kinds = _kinds()
    pairs = (line.split(": ") for line in load_lines("source_ties")["compound"])
    return {last: kinds.get(fold(like)) or "novel" for last, like in pairs}


@lru_cache(maxsize=1)
def _orders() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The orders of kind, title and author, and whether each names a kind."""
    words = either({*_literary(), *load_lines("source_ties")["work"]})
    ends = "|".join(sorted(_compounds(), key=len, reverse=True))
    kind = rf"(?P<kind>(?i:{words})|[^\W\d_]{{2,}}-?(?:{ends}))(?![\w-])"
    printed = either(_literary())
    same = rf"(?P<same>(?i:{either(load_lines('prose_sources')['same_name'])}))(?![\w-])"
    pre = rf"(?:{same.replace('same>', 'before>')} )?"
    post = rf"(?:,? {same})?"
    called = r"(?:,? (?:called|entitled|titled|intitulée?|titulad[oa]|intitolat[oa]))?"
    named = (
        rf"(?:{called} (?:{_QUOTED}|{_RUN})|[,:] (?:{_again(_QUOTED)}|{_again(_RUN)}(?=\s*(?:[,.;:)]|$))))"
    )
    # What gives the title behind the author: "…, T", "… (T, 1984)", "…: T".
    late = (
        rf"(?:,? (?P<opens>\()|[,:]? |(?P<called>{called[:-1]}) )(?:{_late(_QUOTED)}"
        rf"|(?:(?<=\()|(?<=[,:] )|(?(called)|(?!))){_late(_LONG)}(?=\s*[,.;:)–—]|$))"
    )
    owner = rf"(?P<people>{_NAME})"
    return tuple(
        (re.compile(pattern), has_kind)
        for pattern, has_kind in (
            # X's 1961 novel T; X's novel of the same name; Juli Zehs Bestseller „T“
            (
                rf"{_DET}(?:[a-zà-ÿ-]+ )?{owner}(?:['’]s? {_ADJ}|(?<=[^\Ws])s"
                rf" {_SMALL}){pre}{kind}{post}{named}?",
                True,
            ),
            # the Davis Grubb best-seller; a Patrick Hamilton play, T
            (rf"(?:[Tt]he|[Aa]n?) (?P<people>{_FULL}) {_SMALL}{kind}{post}{named}?", True),
            # the novel T, by X; the novel “T” (1951) by X
            (rf"{_DET}{_ADJ}{kind},? (?:{_QUOTED}|{_LONG}){_NOTE}{_BY}{_SMALL}{_PEOPLE}", True),
            # the novel of the same name by X; the play by X, T
            (rf"{_DET}{_ADJ}{pre}{kind}{post}{_NOTE}(?:{_BY}|{_OF}){_DET}{_SMALL}{_PEOPLE}(?:{late})?", True),
            # Polish: powieści Olgi Tokarczuk „T”
            (
                rf"(?P<kind>(?i:{either(load_lines('source_ties')['genitive kinds'])})) (?P<people>{_FULL})"
                rf"(?:,? (?:{_QUOTED})|{post}(?=[.,;)\n]|$))",
                True,
            ),
            # Polish: powieści „Lalka” Bolesława Prusa
            (rf"{_DET}{_ADJ}(?P<kind>(?i:{printed})) (?:{_QUOTED}) (?P<people>{_FULL})(?=[.,;)]|$)", True),
            # T, the best-seller by X
            (
                rf"{_SMALL_DET}(?:{_QUOTED}|{_LONG}){_NOTE},? {_DET}{_SMALL}{kind}{_NOTE}(?:{_BY}"
                rf"|{_OF}){_SMALL}{_PEOPLE}",
                True,
            ),
            # “T,” the last story in Alice Munro's collection
            (
                rf"{_SMALL_DET}(?:{_QUOTED}|{_LONG}),? {_DET}{_SMALL}{kind} (?:in|from|of|in|aus|da|dal|de"
                rf"|du) "
                rf"{_DET}{owner}(?:['’]s?|s) {_SMALL}(?i:{printed})(?![\w-])",
                True,
            ),
            # the film “T,” screenplay by: X and Y
            (
                rf"{_DET}{_ADJ}{kind},? (?:{_QUOTED}){_NOTE},? (?:[\w-]+ )?(?:screenplay|written|book"
                rf"|script|libretto) by:? "
                rf"{_PEOPLE}",
                True,
            ),
            # X's T
            (rf"{_DET}{owner}(?:['’]s?|(?<=[^\Ws])s(?= [„“\"«»‘'])) {_ADJ}(?:{_QUOTED}|{_RUN})", False),
            # T by X
            (rf"{_SMALL_DET}(?:{_QUOTED}|{_LONG}){_NOTE}{_BY}{_SMALL}{_PEOPLE}", False),
            # the novel “T”; the novel T
            (rf"{_DET}{_ADJ}{kind},? (?:{_QUOTED})", True),
        )
    )


def _again(pattern: str) -> str:
    """A pattern of a title a second time in one order."""
    for group in ("quoted", "inner", "run"):
        pattern = pattern.replace(f"<{group}>", f"<{group}_2>")
    return pattern


def _late(pattern: str) -> str:
    return (
        pattern.replace("<quoted>", "<late_quoted>")
        .replace("<inner>", "<late_inner>")
        .replace("<title>", "<late>")
    )


def read_work(text: str, at: int, *, bare: bool = False) -> Work | None:
    """The work mentioned at an offset, None where none is; `bare` says that a quoted title is enough.

    >>> read_work("Juli Zehs Bestseller „Unterleuten“ verfilmt", 0)[:3]
    ('Unterleuten', ('Juli Zeh',), 'novel')
    """
    end = text.find("\n", at)
    end = min(len(text) if end < 0 else end, at + 260)
    for pattern, has_kind in _orders():
        match = pattern.match(text, at, end)
        work = _understand(text, match, has_kind) if match else None
        if work:
            return work
    if bare:
        match = _bare().match(text, at, end)
        title = _title_in(match.groupdict(), sure=False) if match else None
        if match and title:
            return Work(title, (), None, False, False, Span(*match.span()))
    return None


def read_listed(text: str, at: int) -> tuple[Work, ...]:
    """Works of one author in a row at an offset; none where fewer than two titles stand there.

    >>> [w.title for w in read_listed('the stories "Fever," "Fat" and "Gazebo" by Raymond Carver', 0)]
    ['Fever', 'Fat', 'Gazebo']
    """
    end = text.find("\n", at)
    match = _listed().match(text, at, min(len(text) if end < 0 else end, at + 260))
    authors = _authors(match["people"] or match["people2"] or match["owner"]) if match else ()
    if not match or not authors:
        return ()
    printed = [t.strip(" ,.") for t in _MARKED.findall(match["titles"] or match["behind"])]
    titles = [t for t in printed if _quoted(t, sure=True)]
    named = match["kind"] or match["kind2"]
    span = Span(*match.span())
    found = (
        Work(t, authors, _kinds().get(fold(named or "")), False, named is not None, span) for t in titles
    )
    return tuple(found) if len(titles) == len(printed) else ()


# A title in a row, quoted.
_MARKED = re.compile(r"[“\"„«»_*‘]\s?([^“”\"„«»_*’\n]{1,90}?)\s?[”\"“»«_*’]")


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    marked = _MARKED.pattern.replace("(", "(?:", 1)
    row = rf"(?P<titles>{marked}(?:,? {marked}){{0,4}},? {_AND} {marked})"
    behind = rf"(?P<behind>{marked}(?:,? {marked}){{0,4}},? (?:{_AND} )?{marked})"
    kind = rf"(?P<kind>(?i:{either({*_literary(), *load_lines('source_ties')['work']})}))(?![\w-])"
    owned = rf"(?P<owner>{_NAME})['’]s? "
    # the stories “A” and “B” by X; X's “A” and “B”; three stories by X — ‘A’, ‘B’, ‘C’
    return re.compile(
        rf"{_DET}(?:{owned})?{_ADJ}(?:(?:{kind},? )?{row}(?(owner)|{_BY}{_SMALL}{_PEOPLE})"
        rf"|{kind.replace('<kind>', '<kind2>')}(?:{_BY}|{_OF}){_SMALL}"
        rf"{_PEOPLE.replace('<people>', '<people2>')}(?:,|:| [–—-]| \()? ?{behind})"
    )


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    return re.compile(rf"{_DET}(?:{_QUOTED})")


def _understand(text: str, match: re.Match[str], has_kind: bool) -> Work | None:
    groups = match.groupdict()
    groups |= {k[:-2]: v for k, v in groups.items() if k.endswith("_2") and v}
    word = fold(groups.get("kind") or "")
    kind = _kinds().get(word)
    if word in load_patterns("source_ties")["no_compound"]:
        return None
    if has_kind and word not in _kinds():
        kind = next((k for last, k in _compounds().items() if word.endswith(fold(last))), None)
    people = groups.get("people") or ""
    owned = people and text.startswith("s ", match.end("people"))
    if owned and word in _ENGLISH and match["kind"].islower():
        people += "s"  # "the Henry James novel" is no genitive
    authors = _authors(people)
    if people and not authors:
        return None
    helped = _TOLD_WITH.match(text, match.end("people")) if authors and kind in _TOLD_TO else None
    if helped:
        authors = (*authors, *re.split(r" (?:and|&) ", helped[1]))
    of = text[match.end("kind") : match.start("people")] if people and has_kind else ""
    if of.startswith(" of ") and kind in _TOLD_OF:
        return None  # "the story of Anne Frank"
    title = _title_in(groups, sure=has_kind)
    end = match.end()
    if title and groups.get("run") == title and text[end : end + 2].strip().islower():
        title, end = _in_small_letters(text, title, end)
    late = _late_title(groups)
    if late is None and (groups.get("late") or groups.get("late_quoted") or groups.get("late_inner")):
        end = match.end("people")
    title = title or late
    same = bool(groups.get("same") or groups.get("before"))
    if not authors and not (title and has_kind):
        return None
    if not has_kind and not title:
        return None
    quoted = groups.get("quoted") or groups.get("inner")
    if not has_kind and not quoted and not all(" " in a or fold(a) in _known_by_one() for a in authors):
        return None  # "… der Film von Nacht"
    return Work(title, authors, kind, same, has_kind, Span(match.start(), end))


# A life is told to a writer: "the memoir by Jake LaMotta with Joseph Carter and Peter Savage".
_TOLD_TO = frozenset({"memoir", "nonfiction", "article"})
_TOLD_WITH = re.compile(rf" with ({_FULL}(?: (?:and|&) {_FULL})?)(?![\w-])")
_ENGLISH = frozenset(
    "novel novels book books play plays story stories novella bestseller memoir memoirs".split()
)
# "The story of X", "a biography of X": X is who it is about.
_TOLD_OF = frozenset({"short stories", "memoir", "nonfiction", "article", "game", "poem"})


def _title_in(groups: dict[str, str | None], *, sure: bool) -> str | None:
    quoted = groups.get("quoted") or groups.get("inner")
    if quoted:
        return _quoted(quoted, sure=sure)
    plain = _one_case((groups.get("title") or groups.get("run") or "").strip(" ,"))
    return plain if _may_be_plain(plain, named=True) else None


def _in_small_letters(text: str, title: str, end: int) -> tuple[str, int]:
    """A title that begins with a foreign article, to its end: "roman Le Feu follet."."""
    start = end - len(title)
    first = title.replace("’", " ").replace("'", " ").split()[0]
    if text[start:end] != title or first.lower() not in foreign_articles():
        return title, end
    whole = end_of_title(text, start + len(first) + 1)
    return (text[start:whole], whole) if whole and end < whole <= end + 40 else (title, end)


def _one_case(words: str) -> str:
    """A run that begins in capitals up to where they end: "OTHELLO Music"."""
    first = words.split(" ", 1)[0]
    if len(first) < 4 or not first.isupper() or words.isupper():
        return words
    parts = words.split()
    return " ".join(parts[: next((n for n, w in enumerate(parts) if not w.isupper()), len(parts))])


def _quoted(words: str, *, sure: bool) -> str | None:
    words = words.strip(" ,.")
    kept = words[:1].isupper() and len(words.split()) < 11 if sure else looks_like_title(words)
    return words if kept else None


def _late_title(groups: dict[str, str | None]) -> str | None:
    quoted = groups.get("late_quoted") or groups.get("late_inner")
    if quoted:
        return _quoted(quoted, sure=True)
    plain = (groups.get("late") or "").strip(" ,")
    if groups.get("opens") and len(plain.split()) < 11 and not looks_like_person(plain):
        return plain or None
    return plain if _may_be_plain(plain, named=False) else None


def _may_be_plain(words: str, *, named: bool) -> bool:
    """Whether words without marks may be a title: set as one, and, unless `named`, no person."""
    if len(words) < 2 or not looks_like_title(words) or words.isdecimal():
        return False
    parts = words.split()
    if len(parts) > 1 and is_given_name(parts[0]) and parts[1][0].isupper():
        return len(parts) == 2 and named  # "Jane Eyre" is a name, too; "Arthur Schnitzler erzählt"
    return fold(words) not in _no_authors() and not is_single_country(words)


def _authors(people: str) -> tuple[str, ...]:
    """The names, or nothing where one of them is no author's."""
    names = [n for n in re.split(rf",? {_AND} |, ", people) if n]
    return tuple(names) if all(map(_may_write, names)) else ()


def _may_write(name: str) -> bool:
    if fold(name) in _no_authors() or is_single_country(name) or looks_like_company(name):
        return False
    if " " in name:
        first = name.split()[0]
        opener = not first.endswith(".") and fold(first) in load_patterns("names")["not_first"]
        return looks_like_person(name) and not opener
    return (
        len(name) > 3 and name[1:].islower() and fold(name) not in load_patterns("prose_words")["nationality"]
    )


@lru_cache(maxsize=1)
def _known_by_one() -> frozenset[str]:
    """Writers who are called by one name."""
    return (
        frozenset(fold(w) for w in load_lines("source_ties")["author"])
        | load_patterns("prose_others")["author"]
    )


@lru_cache(maxsize=1)
def _no_authors() -> frozenset[str]:
    words = {*load_lines("source_ties")["no_author"]}
    words |= {w for group in ("month", "no_film", "not_director") for w in load_lines("film_lists")[group]}
    return frozenset(map(fold, words))
