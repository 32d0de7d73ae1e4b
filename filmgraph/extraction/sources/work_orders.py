"""The orders in which editors set a work's kind, title and author: "the novel T, by X", "X's T".

The patterns are for text as it is printed. A title is in quotation marks, or runs from a capital to what
must follow it. The words stand in `patterns/prose_sources.txt` and `patterns/source_ties.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.sources.source_lines import either, kinds_of_works
from filmgraph.model.names import fold

_CAP = rf"(?:(?:[{UPPER}]\.-?){{1,3}}|(?:Mc|Mac|O['’]|[dDlL]['’])?[{UPPER}][\w-]*(?:['’](?!s\b)[\w-]+)?)"
_PARTICLE = (
    r"(?:de la|de las|de los|de|da|do|dos|das|di|du|del|della|le|la|van der|van den|van de|van|von der|von"
    r"|zu|af|av|ter|ten|den|bin|ibn|al)"
)
NAME = rf"{_CAP}(?:(?: {_PARTICLE})? {_CAP}){{0,3}}"
FULL_NAME = rf"{_CAP}(?: (?:{_PARTICLE} )?{_CAP}){{1,3}}"
AND = r"(?:and|&|et|und|y|e|en|og|och|i)"
PEOPLE = rf"(?P<people>{NAME}(?:(?:, {FULL_NAME}){{0,2}},? {AND} {FULL_NAME})?)(?![\w-])"
DET = (
    r"(?:(?i:the|an?|one of|several|two|three|his|her|their|le|la|les|une?|des|du|deux|der|dem|den|die"
    r"|das|des"
    r"|eine[mnrs]?|ein|zwei|el|los|las|una|uno|il|lo|i|gli|un|de|het|een|os?|as|uma?|en|ett?|et) |[lL]['’]"
    r"|[uU]n['’]|[dD]['’]une? |[dD]ell['’]|[dD]['’])?"
)
# A capital article belongs to a title.
_SMALL_DET = re.sub(r"\[([lud])[LUD]\]", r"\1", DET.replace("?i:", ""))
ADJ = (
    r"(?:(?!(?:and|or|that|who|which|by|from|with|as|to|in|on|not|pas|jamais|nicht|nie|non|niet|ikke"
    r"|inte) )[\w’'./+-]+,? ){0,5}?"
)
SMALL = rf"(?:(?![{UPPER}])[\w’'./+-]+ ){{0,3}}?"
QUOTED = (
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
BY = (
    r"(?:,? (?:(?:co-?)?(?:written|penned|authored|published) by|écrite? par|signée? par|scritt[oa] da"
    r"|escrit[oa] por|geschrieben von|by|de|von|vom|di|del|della|van|av|af|do|da|från|fra) |,? d['’]"
    r"|,? (?:dell|degl)['’])"
)
OF = r"(?: of )"
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def kinds_of_mentions() -> dict[str, str | None]:
    """What each folded word for a work means; None where it says no more than that it is one."""
    lines = load_lines("source_ties")
    found: dict[str, str | None] = {fold(w): None for w in lines["work"]}
    found |= {fold(w): k for w, k in literary_kinds().items()}
    return found


@lru_cache(maxsize=1)
def literary_kinds() -> dict[str, str]:
    """The words for works that are written, with their kinds."""
    kinds = kinds_of_works(load_lines("prose_sources"))
    return {w: k for w, k in kinds.items() if k not in ("film", "project", "television")}


@lru_cache(maxsize=1)
def compound_kinds() -> dict[str, str]:
    """The last parts of compounds that name a work, with their kinds: "Kriminalroman"."""
    kinds = kinds_of_mentions()
    pairs = (line.split(": ") for line in load_lines("source_ties")["compound"])
    return {last: kinds.get(fold(like)) or "novel" for last, like in pairs}


@lru_cache(maxsize=1)
def _words_of_kinds() -> tuple[frozenset[str], tuple[str, ...]]:
    """The longest plain words of all that names a kind of work, and the last parts of compounds that do."""
    lines = load_lines("source_ties")
    phrases = (*literary_kinds(), *lines["work"], *lines["genitive kinds"])
    ends = tuple(max(_LETTERS.findall(end), key=len) for end in compound_kinds())
    return frozenset(max(_LETTERS.findall(p), key=len) for p in phrases), ends


def may_name_kind(text: str) -> bool:
    """Whether a word for a kind of work may stand in a text.

    >>> may_name_kind("Juli Zehs Bestseller"), may_name_kind("the streets of Paris")
    (True, False)
    """
    kinds, ends = _words_of_kinds()
    lower = text.lower()
    return not kinds.isdisjoint(_LETTERS.findall(lower)) or any(map(lower.__contains__, ends))


@lru_cache(maxsize=1)
def orders_of_mentions() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The orders of kind, title and author, and whether each names a kind."""
    words = either({*literary_kinds(), *load_lines("source_ties")["work"]})
    ends = "|".join(sorted(compound_kinds(), key=len, reverse=True))
    kind = rf"(?P<kind>(?i:{words})|[^\W\d_]{{2,}}-?(?:{ends}))(?![\w-])"
    printed = either(literary_kinds())
    same = rf"(?P<same>(?i:{either(load_lines('prose_sources')['same_name'])}))(?![\w-])"
    pre = rf"(?:{same.replace('same>', 'before>')} )?"
    post = rf"(?:,? {same})?"
    called = r"(?:,? (?:called|entitled|titled|intitulée?|titulad[oa]|intitolat[oa]))?"
    named = rf"(?:{called} (?:{QUOTED}|{_RUN})|[,:] (?:{_again(QUOTED)}|{_again(_RUN)}(?=\s*(?:[,.;:)]|$))))"
    # What gives the title behind the author: "…, T", "… (T, 1984)", "…: T".
    late = (
        rf"(?:,? (?P<opens>\()|[,:]? |(?P<called>{called[:-1]}) )(?:{_late(QUOTED)}"
        rf"|(?:(?<=\()|(?<=[,:] )|(?(called)|(?!))){_late(_LONG)}(?=\s*[,.;:)–—]|$))"
    )
    owner = rf"(?P<people>{NAME})"
    return tuple(
        (re.compile(pattern), has_kind)
        for pattern, has_kind in (
            # X's 1961 novel T; X's novel of the same name; Juli Zehs Bestseller „T“
            (
                rf"{DET}(?:[a-zà-ÿ-]+ )?{owner}(?:['’]s? {ADJ}|(?<=[^\Ws])s"
                rf" {SMALL}){pre}{kind}{post}{named}?",
                True,
            ),
            # the Davis Grubb best-seller; a Patrick Hamilton play, T
            (rf"(?:[Tt]he|[Aa]n?) (?P<people>{FULL_NAME}) {SMALL}{kind}{post}{named}?", True),
            # the novel T, by X; the novel “T” (1951) by X
            (rf"{DET}{ADJ}{kind},? (?:{QUOTED}|{_LONG}){_NOTE}{BY}{SMALL}{PEOPLE}", True),
            # the novel of the same name by X; the play by X, T
            (rf"{DET}{ADJ}{pre}{kind}{post}{_NOTE}(?:{BY}|{OF}){DET}{SMALL}{PEOPLE}(?:{late})?", True),
            # Polish: powieści Olgi Tokarczuk „T”
            (
                rf"(?P<kind>(?i:{either(load_lines('source_ties')['genitive kinds'])}))"
                rf" (?P<people>{FULL_NAME})"
                rf"(?:,? (?:{QUOTED})|{post}(?=[.,;)\n]|$))",
                True,
            ),
            # Polish: powieści „Lalka” Bolesława Prusa
            (rf"{DET}{ADJ}(?P<kind>(?i:{printed})) (?:{QUOTED}) (?P<people>{FULL_NAME})(?=[.,;)]|$)", True),
            # T, the best-seller by X
            (
                rf"{_SMALL_DET}(?:{QUOTED}|{_LONG}){_NOTE},? {DET}{SMALL}{kind}{_NOTE}(?:{BY}"
                rf"|{OF}){SMALL}{PEOPLE}",
                True,
            ),
            # “T,” the last story in Alice Munro's collection
            (
                rf"{_SMALL_DET}(?:{QUOTED}|{_LONG}),? {DET}{SMALL}{kind} (?:in|from|of|in|aus|da|dal|de"
                rf"|du) "
                rf"{DET}{owner}(?:['’]s?|s) {SMALL}(?i:{printed})(?![\w-])",
                True,
            ),
            # the film “T,” screenplay by: X and Y
            (
                rf"{DET}{ADJ}{kind},? (?:{QUOTED}){_NOTE},? (?:[\w-]+ )?(?:screenplay|written|book"
                rf"|script|libretto) by:? "
                rf"{PEOPLE}",
                True,
            ),
            # X's T
            (rf"{DET}{owner}(?:['’]s?|(?<=[^\Ws])s(?= [„“\"«»‘'])) {ADJ}(?:{QUOTED}|{_RUN})", False),
            # T by X
            (rf"{_SMALL_DET}(?:{QUOTED}|{_LONG}){_NOTE}{BY}{SMALL}{PEOPLE}", False),
            # the novel “T”; the novel T
            (rf"{DET}{ADJ}{kind},? (?:{QUOTED})", True),
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
