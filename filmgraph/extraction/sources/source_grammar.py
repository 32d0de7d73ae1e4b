"""The grammar of sources: the links behind which a work stands, and the orders of kind, title and author.

The patterns are for masked text, in which names and titles are single signs. The
words come from `patterns/prose_sources.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.masking import COMPANY, DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE
from filmgraph.extraction.sources.source_lines import GRADES, either, kinds_of_works
from filmgraph.extraction.text.fixed_words import FixedPhrases
from filmgraph.model.facts import Grade

# Links that are everyday words: they need an object with a kind and an author.
EVERYDAY = frozenset(
    "from after out of nach según a partir de dal naar efter vorlage adapts adapte adapta adapt".split()
) | {"out of", "a partir de", "a partir do"}
_WHO = f"[{FULL}{SINGLE}{TEAM}{DIRECTOR}]"
_T = f"[{TITLE}{OWN}]"
_WORDS = re.compile(r"[^\W\d_]+")
_ADAPTED = frozenset("adapted adapté adaptiert adaptada adaptado adaptato".split())
# "from", "based on, but faithful to", "d'": what a link ends with.
_TAIL = r"(?:,? but (?:\w+ ){1,3}(?:to|from|on|by)(?= ))?(?:(?<=['’])|:? ?\n?(?<=[\s:])(?!\n))"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns, what their words mean, and by which words to know where to use them.

    `link` finds all links, `links` the same, several times as fast, but those that name who adapted the work,
    which hold one of the `adapted` words; what may follow a link is its `tail`, what may stand before its
    object a `lead`, and between objects `more`.
    Nothing can be found without one of the `telling` words (in credits: or of the `everyday` ones), no link
    without one of the `linking`, no kind without one of `works`. `opening` is a bracket that holds a kind.
    """

    link: re.Pattern[str]
    links: FixedPhrases
    tail: re.Pattern[str]
    object: re.Pattern[str]
    more: re.Pattern[str]
    lead: re.Pattern[str]
    turned: re.Pattern[str]
    bracket: re.Pattern[str]
    opening: re.Pattern[str]
    grades: dict[str, Grade]
    kinds: dict[str, str]
    telling: frozenset[str]
    everyday: frozenset[str]
    linking: frozenset[str]
    adapted: frozenset[str]
    works: frozenset[str]


def _longest_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(max(_WORDS.findall(phrase), key=len) for phrase in phrases)


@lru_cache(maxsize=1)
def source_grammar() -> Grammar:
    """The compiled grammar, made once."""
    lines = load_lines("prose_sources")
    grades: dict[str, Grade] = {w: g for g in GRADES for w in lines[g]}
    kinds = kinds_of_works(lines)
    parts = _parts(either(list(kinds)), either(lines["same_name"]))
    orders = "|".join(f"(?:{order.format(n=n, **parts)})" for n, order in enumerate(_ORDERS))
    return Grammar(
        link=re.compile(
            rf"\b(?<![\w-])(?:(?P<link>{either(list(grades))})|adapt(?:ed|é|iert|ada|ado"
            rf"|ato)(?: for the screen)?,? (?:by|par|von|por|da) "
            rf"{parts['people']},? (?:from|d['’]après|du|de|nach|de|dal|da)){_TAIL}"
        ),
        links=FixedPhrases(grades),
        tail=re.compile(_TAIL),
        object=re.compile(orders),
        more=re.compile(
            r",? (?:and|et|und|y|e)(?: also)?(?: on| upon| from| by| de| auf| en| da)? "
            r"|, (?=(?:the|le|la|les|der|die|das|el|los|las|il|i|een|de|het) "
            rf"[^.;\n]{{0,40}}?{parts['kind']})"
        ),
        # a comic book: the graphic novel by X
        lead=re.compile(
            rf"(?:an?|une?|eine[mnrs]?|una|uno|een|ett?|uma?) (?:[\w-]+ ){{0,2}}?{parts['kind']}"
            r"(?:,|:| [–—]) "
            r"(?=(?:the|an?|le|la|une?|der|die|das|dem|eine[mnrs]?|el|una|il|een|de|en|o) )"
        ),
        turned=re.compile(_TURNED.format(n=0, **parts)),
        bracket=re.compile((_BEFORE_BRACKET + _IN_BRACKET).format(n=0, **parts)),
        opening=re.compile(_IN_BRACKET.format(n=0, **parts)),
        grades=grades,
        kinds=kinds,
        telling=_longest_words((*(grades.keys() - EVERYDAY), *kinds)),
        everyday=_longest_words(EVERYDAY),
        linking=_longest_words(grades) | _ADAPTED,
        adapted=_ADAPTED,
        works=_longest_words(kinds),
    )


def _parts(kinds: str, same: str) -> dict[str, str]:
    people = (
        rf"{_WHO}(?:(?!, {_WHO}['’]s? )(?:, and |, (?={_WHO}(?:[.;:)\n,]|$| (?:and|&|et|und|y|e|en) ))|"
        rf" (?:and|&|et|und|y|e|en|with) "
        rf"|\n(?={_WHO}(?:[,\n]|$| and | et ))){_WHO}(?! ?:))*"
    )
    return {
        "det": r"(?:(?:the|a|an|two|three|four|several|some|one|one of|parts? of|both"
        r"|his|her|their|le|la|les|un|une|des|du|der|dem|den"
        r"|die|das|einem|einer|eines|ein|eine|el|los|las|una|uno|il|lo|i|gli|de|het|een|o|os|as|um|uma"
        r"|del) |l['’]|un['’])*",
        "adj": rf"(?:(?:[\w’'./+-]+|[{SINGLE}{COMPANY}]) ){{0,5}}?",
        "full": FULL,
        "few": r"(?:[\w’'./+-]+ ){0,3}?",
        "kind": rf"(?:{kinds})(?![\w-])",
        "same": rf"(?:{same})(?![\w-])",
        "people": people,
        "by": r"[ \n](?:(?:co-?)?(?:written|penned|authored) by|by"
        r"|of|from|de|d['’]|du|von|vom|di|del|della|da|van|av|af|do|da|autorstwa) ?\n?",
        "T": _T,
        "own": (
            r"(?:his|her|their) own|(?:son|sa|leur) propre|(?:seine[mnr]|ihre[mnr]) eigenen|(?:il|dal)"
            r" proprio"
            r"|(?:la|dalla) propria|su propi[oa]|seu próprio|sua própria|(?:zijn|haar|hun) eigen|sin egen"
            r"|sitt? eget|egen|eget|eigene[mnr]|proprio|proprie"
            r"|his|her|their|son|sa|leur|seine[mnrs]?|ihre[mnr]?|suo|sua|su|seu|zijn|haar|hun|sin|sitt?|hans|hennes"
        ),
    }


# The orders of kind, title and author. {n} keeps group names apart.
_ORDERS = (
    # the novel of the same name that X published; le roman que X a écrit
    r"{det}{adj}(?P<kind{n}11>{kind})(?:,? (?P<same{n}7>{same}))?,? (?:which|that|den|die|das|que|qu['’]"
    r"|che|som|dat) ?(?:(?:der|die|la|il|l['’]) ?)?(?P<who{n}11>{people})"
    r"(?: (?!and )[\w’'-]+){{0,3}}? (?:wrote|written|published|penned"
    r"|schrieb|veröffentlichte|écrit|écrivit|publié|publia|scrisse|scritto|pubblicò|pubblicato|escribió"
    r"|publicó|escreveu|publicou|schreef|publiceerde|skrev|utgav|udgav|utga)(?!\w)",
    # stories in Craig Davidson's collection of the same name; two of the tales in "T" by X
    r"{det}{adj}(?P<kind{n}0>{kind})(?: (?:in|from"
    r"|out of) )(?:{det}{few}(?P<who{n}0>{people})['’]s? {few}(?:{kind}|{T}"
    r"|{same})(?:,? (?P<same{n}0>{same}))?"
    r"|(?P<title{n}0>{T}){by}{few}(?P<who{n}1>{people})"
    r"|{det}{few}{kind} (?P<title{n}1>{T}){by}{few}(?P<who{n}2>{people}))",
    # X's Booker-winning novel T; X's novel of the same name; X's like-titled collection
    r"{det}{adj}(?P<who{n}3>{people})['’]s? {adj}(?:[{full}] )?(?:(?P<same{n}1>{same}) {few})?"
    r"(?P<kind{n}1>{kind})(?:,? (?P<title{n}2>{T})|,? (?:also )?(?P<same{n}2>{same}))?",
    # X's T
    r"{det}{few}(?P<who{n}4>{people})['’]s? (?P<title{n}3>{T})(?: (?P<kind{n}8>{kind}))?",
    # the novel T, by X; the novel of the same name by X; a like-titled novel by X; the comic albums of X
    r"{det}{adj}(?:(?P<same{n}3>{same}) )?(?P<kind{n}2>{kind})(?:,? (?P<title{n}4>{T})"
    r"| (?P<same{n}4>{same}))?(?: \([^()\n]{{1,40}}\))?,?{by}{det}{few}(?P<who{n}5>{people})"
    r"(?:,? (?P<title{n}5>{T}))?",
    # her own play; his own novel T; from his story T
    r"(?P<own{n}0>{own}) {few}(?P<kind{n}6>{kind})(?:,? (?P<title{n}9>{T})"
    r"|,? (?P<same{n}6>{same}))?(?!,?{by})",
    # T, a novel by X; T, the book that X and Y wrote; T by X; T, progetto di X; T (2005), which X wrote
    r"{det}{few}(?P<title{n}6>{T})(?:"
    r" (?P<kind{n}9>{kind}))?(?: \([^()\n]{{1,40}}\))?(?:,? {det}{few}(?P<kind{n}3>{kind}))?"
    r"(?:,?{by}{det}{few}(?P<who{n}6>{people})|,? (?:which|that|dat|den|que"
    r"|che) (?P<who{n}7>{people}) (?:co-)?(?:wrote|directed|published|penned|made)(?: and (?:directed"
    r"|wrote))?"
    r"|,? (?:[\w-]+ ){{1,2}}(?:di|by|de|von) (?P<who{n}9>{people})"
    r"|, (?P<who{n}10>{people})['’]s? {few}(?P<kind{n}10>{kind}))?",
    # the Davis Grubb best-seller
    r"{det}{few}(?P<who{n}8>[\ue000\ue001]) (?:(?!for |of |in |with |and |as |to |on |at |by |from"
    r" )[\w’'-]+ ){{0,2}}?(?P<kind{n}4>{kind})(?: (?P<title{n}7>{T})"
    r"|,? (?P<same{n}5>{same}))?",
    # the film T; the novel T
    r"{det}{adj}(?P<kind{n}5>{kind}),? (?P<title{n}8>{T})",
)
# Rumer Godden's novel of nuns has been turned by the Archers …
_TURNED = (
    r"(?P<who{n}0>{people})['’]s?"
    r" {few}(?P<kind{n}0>{kind})(?:,? (?P<title{n}0>{T}))?(?: of [^.;,\n]{{1,60}})?,? "
    r"(?:has|have|is|was|gets|comes|receives|makes|reaches)(?: [\w-]+){{0,2}} (?:turned|adapted|transposed"
    r"|filmed|brought|transferred|reworked"
    r"|made into|to the screen|to the big screen|a (?:\w+ ){{0,2}}(?:adaptation|screen version))"
)
# Without one of each the pattern above finds nothing.
HAS = frozenset("has have is was gets comes receives makes reaches".split())
TURNED_INTO = "turned adapt transposed filmed brought transferred reworked made screen".split()
# Julie Maroh … (out of: her comic T); Davis Grubb (novel)
_BEFORE_BRACKET = r"(?P<who{n}0>{people})(?: ?[.…]{{1,5}} ?| )"
_IN_BRACKET = (
    r"\((?:(?:out of|from|based on|after|d['’]après"
    r"|nach)[: ]+)?(?:the |his |her |their |original )?(?:own )?"
    r"(?P<kind{n}0>(?!film|story|movie|short\)|pic|picture|feature|documentary|series|original|musical"
    r"|hit){kind})(?: by)?(?: (?P<title{n}0>{T}))?\)"
)
