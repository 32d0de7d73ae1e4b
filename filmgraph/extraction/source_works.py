"""What a film is made from: "inspired by Craig Davidson’s story collection", "from the novel by …".

A source is a link ("based on", "d’après", a remake's "remake of"), and behind it an
object in one of the few orders in which editors set kind, title and author. Links
that are also everyday words ("from", "after") need an object with a kind and an
author. Nothing else is read: the real events, lives and persons that inspire films
are no works. The words stand in `patterns/prose_sources.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from filmgraph.extraction.masking import (
    COMPANY,
    DIRECTOR,
    FULL,
    OWN,
    PROSE_KINDS,
    SINGLE,
    TEAM,
    TITLE,
    Mark,
    Piece,
)
from filmgraph.extraction.mentions import is_given_name
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose import Prose
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.source_lines import (
    GRADES,
    Source,
    either,
    find_owned_work,
    find_source_lines,
    kinds_of_works,
)
from filmgraph.model.document import Span
from filmgraph.model.facts import Evidence, Grade, SourceWorkFact
from filmgraph.model.names import fold, fold_title

_EVERYDAY = frozenset(
    "from after out of nach según a partir de dal naar efter vorlage adapts adapte adapta adapt".split()
) | {"out of", "a partir de", "a partir do"}
# Which statement of one source is held: the credit block's before the prose's.
_BLOCK_FIRST = ("production", "crew", "labels", "other", "cast")
_WHO = f"[{FULL}{SINGLE}{TEAM}{DIRECTOR}]"
_T = f"[{TITLE}{OWN}]"
_WORDS = re.compile(r"[^\W\d_]+")


_NEGATED = re.compile(
    r"\b(?:not|never|nicht|pas|\w+n['’]t|other than|rather than|far|apart|aside|away|hail(?:s|ing)?|straight"
    r"|fresh)(?:, [^,.;()]{1,40},)? (?:(?!only |just |merely |nur |seulement )\w+ )?$"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:unless|if|as though|nearly|almost|(?:may|might|could|should|would)(?: well)? (?:be|have been))"
    r"(?: (?:it|this|that|they|the film|the movie))?(?: (?:is|was|were|had been|has been))?(?: \w+ly)? $"
)
_RELATIVE = re.compile(
    rf"{TITLE}(?:,|,? \(\d{{4}}\),?|[*_”’\"»])*,? (?:which|that|dont|das|que) [^.;()\n]{{0,60}}$"
)
_OF_OTHER = re.compile(
    rf"{TITLE}(?:,| \(\d{{4}}\),?)? (?:(?:which|that|was|is|also|itself|,) ){{0,3}}(?:\w+ly )?$"
)
_LEAVES = re.compile(r"\b(?:come|came|get|got|made|broke|way|walk\w*|rid\w*|step\w*|drop\w*|bur\w*|run\w*) $")
_IDEA = re.compile(
    r"\b(?:original|own) (?:idea|concept|story|screenplay|script)\b|\b(?:true"
    r"|real(?:-life)?) (?:story|events?|life|case|incident)|\blife (?:of|and)\b"
)


def find_source_works(prose: Prose) -> Iterator[SourceWorkFact]:
    """The works that the page says its film is made from; one fact for each author of each work."""
    found = [s for piece in (*prose.credits, *prose.pieces) for s in _find_in(prose, piece)]
    for source in _in_lines(prose):
        # What is read as printed knows better where a title ends, but a sentence's full statement stands.
        beside = [f for f in found if _overlap(f.quote, source.quote)]
        told = source.section in PROSE_KINDS
        complete = any(f.title and f.authors and not _is_cut(f, source) for f in beside)
        if not source.title:
            complete = complete or any(told or f.authors == source.authors for f in beside)
        if not complete:
            found = [f for f in found if f not in beside] + [source]
        elif source.kind and not any(f.kind for f in beside):
            found.append(source)  # merged with the sentence's, which has no kind
    for source in _merge([*found, *_told_elsewhere(prose, found)]):
        for author in source.authors or (None,):
            evidence = Evidence(
                source.quote,
                source.quote.of(prose.page.text),
                f"source/{source.grade}",
                source.section,
                0.9,
            )
            yield SourceWorkFact(source.title, author, source.kind, source.grade, evidence)


def _told_elsewhere(prose: Prose, found: list[Source]) -> Iterator[Source]:
    """The title of a source that a credit gives only the author of: "Greene's story, T, had …"."""
    untitled = [s for s in found if s.authors and not s.title]
    if not untitled or any(s.title for s in found):
        return
    for source in untitled:
        for author in source.authors:
            told = find_owned_work(prose.page.text, author.split()[-1])
            if told:
                section = prose.page.kind_at(told[1].start)
                yield replace(source, title=told[0], quote=told[1], section=section)


def _is_full(name: str) -> bool:
    return " " in name and not name.startswith(("Mr", "Ms", "Miss"))


def _is_cut(one: Source, other: Source) -> bool:
    """Whether the title of `one` is only the beginning of the other's."""
    mine, full = fold(one.title or ""), fold(other.title or "")
    return len(full) > len(mine) and full.startswith(mine)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_lines(prose: Prose) -> Iterator[Source]:
    for source in find_source_lines(prose.page, prose.page.text):
        if any(" " not in a and not prose.references.knows(a) for a in source.authors):
            continue  # a lone surname that the page does not know
        authors = tuple(a if _is_full(a) else prose.references.resolve(a) for a in source.authors)
        title = source.title or (prose.own_title if source.same_name else None)
        yield replace(source, title=title, authors=authors)


def _find_in(prose: Prose, piece: Piece) -> Iterator[Source]:
    grammar = _grammar()
    words = piece.words
    if words.isdisjoint(grammar.telling) and (
        piece.section in PROSE_KINDS or words.isdisjoint(grammar.everyday)
    ):
        return
    if not words.isdisjoint(grammar.linking):
        yield from _linked(prose, piece, grammar)
    if words.isdisjoint(grammar.works):
        return
    if not words.isdisjoint(_HAS) and any(word in piece.masked for word in _TURNED_INTO):
        for match in grammar.turned.finditer(piece.masked):
            source = _read(prose, piece, match, "based_on", match.start())
            if source:
                yield source
    if grammar.opening.search(piece.masked):
        for match in grammar.bracket.finditer(piece.masked):
            source = _read(prose, piece, match, "based_on", match.start())
            if source:
                yield source


def _linked(prose: Prose, piece: Piece, grammar: _Grammar) -> Iterator[Source]:
    """The sources behind a link: "based on", "from", "d’après"."""
    for link in grammar.link.finditer(piece.masked):
        words = link.group("link") or "adapted from"
        if _is_denied(piece, link.start(), words):
            continue
        at, grade = link.end(), grammar.grades[words]
        for _ in range(3):
            match = grammar.object.match(piece.masked, at)
            if not match or not _holds(match, words, piece.section):
                break
            source = _read(prose, piece, match, grade, link.start())
            if source:
                yield source
            more = grammar.more.match(piece.masked, match.end())
            if not more:
                break
            at = more.end()


def _is_denied(piece: Piece, start: int, words: str) -> bool:
    before = piece.masked[max(0, start - 80) : start]
    if _NEGATED.search(before) or _HYPOTHETICAL.search(before):
        return True
    relative = _RELATIVE.search(before)
    if relative and OWN not in relative.group():
        return True  # "“The Hours,” which X adapted from …": that other film's source
    if _OF_OTHER.search(before):
        # "… in “The Hours,” based on …" speaks of that other film.
        return OWN not in before
    return words == "out of" and _LEAVES.search(before) is not None


def _holds(match: re.Match[str], words: str, section: str) -> bool:
    """Whether an object is complete enough for its link."""
    groups = match.groupdict()
    if _is_idea(match.group()):
        return False
    if words not in _EVERYDAY or _get(groups, "own"):
        return True
    if not _get(groups, "title") and _grammar().kinds.get(_get(groups, "kind") or "") == "film":
        return False
    told = section not in PROSE_KINDS or any(word in match.group() for word in (" which ", " that "))
    complete = _get(groups, "kind") or (told and _get(groups, "title"))
    return bool(complete and _get(groups, "who"))


def _is_idea(words: str) -> bool:
    return _IDEA.search(words) is not None


def _get(groups: dict[str, str | None], name: str) -> str | None:
    """The value of the first group whose name is `name` and a digit."""
    return next((v for k, v in groups.items() if k.rstrip("0123456789") == name and v), None)


def _range(match: re.Match[str], name: str) -> tuple[int, int] | None:
    for key in match.re.groupindex:
        if key.rstrip("0123456789") == name and match.group(key):
            return match.span(key)
    return None


def _read(prose: Prose, piece: Piece, match: re.Match[str], grade: Grade, start: int) -> Source | None:
    groups = match.groupdict()
    kind = _grammar().kinds.get(_get(groups, "kind") or "")
    where = _range(match, "title")
    title = piece.marks[where[0]].text if where else None
    if title is None and _get(groups, "same"):
        title = prose.own_title
    if kind is None and title and "directed" in match.group():
        kind = "film"
    who = _range(match, "who")
    if _get(groups, "own"):
        before = piece.inside(piece.sentence_start(start), start + 1, FULL + SINGLE)
        sure = [m for m in before if _is_known(prose, m)]
        authors = [prose.references.resolve(m.text) for m in (sure or before)[-1:]]
    else:
        authors = list(_authors(prose, piece, who)) if who else []
    if kind == "short stories" and re.search(r"\boriginal\b", match.group()):
        return None
    if not title and not authors:
        return None
    if not authors and where and piece.marks[where[0]].sign == OWN and grade != "remake_of" and not kind:
        return None
    if authors and not title and not kind:
        return None
    quote = piece.span(start, match.end())
    full = piece.quote(start, match.end())
    if full.end - full.start <= MAX_QUOTE:
        quote = full
    if quote.end - quote.start > 300:
        quote = piece.span(match.start(), match.end())
    return Source(title, tuple(authors), kind, grade, quote, piece.section)


def _is_known(prose: Prose, mark: Mark) -> bool:
    """Whether a mark is a person for sure: by its given name, or because the credits know it."""
    return (
        is_given_name(mark.text.split()[0]) or fold(prose.references.resolve(mark.text)) in prose.block_names
    )


def _authors(prose: Prose, piece: Piece, where: tuple[int, int]) -> Iterator[str]:
    marks = piece.inside(*where, FULL + SINGLE + TEAM + DIRECTOR)
    for n, mark in enumerate(marks):
        if mark.sign == DIRECTOR:
            yield from prose.directors
        elif mark.sign == TEAM:
            team = prose.references.find_team(mark.text)
            yield from (team.members or (team.name,)) if team else ()
        else:
            yield _author(prose, mark, marks[n + 1] if n + 1 < len(marks) else None)


def _author(prose: Prose, mark: Mark, after: Mark | None) -> str:
    shared = mark.sign == SINGLE and after and after.sign == FULL and prose.references.may_share(mark.text)
    if shared and after and not prose.references.knows(mark.text):
        return f"{mark.text} {after.text.split()[-1]}"
    return prose.references.resolve(mark.text)


def _merge(found: list[Source]) -> list[Source]:
    """Statements of one work as one: same title, or same author where one of them has no title.

    The credit block's words are held before the prose's, which may add kind and title.
    """
    kept: list[Source] = []
    order = sorted(found, key=lambda s: (s.section not in _BLOCK_FIRST, s.title is None))
    for source in order:
        for i, other in enumerate(kept):
            if _same(source, other):
                kept[i] = replace(
                    other,
                    title=other.title or source.title,
                    kind=other.kind or source.kind,
                    authors=tuple(dict.fromkeys((*other.authors, *source.authors))),
                    grade="remake_of" if source.grade == "remake_of" else other.grade,
                )
                break
        else:
            kept.append(source)
    return kept


def _same(one: Source, other: Source) -> bool:
    titles = {fold_title(s.title) for s in (one, other) if s.title}
    authors = [{fold(a) for a in s.authors} for s in (one, other)]
    shared = bool(authors[0] & authors[1])
    if one.title and other.title:
        return len(titles) == 1 and (shared or not authors[0] or not authors[1])
    if authors[0] and authors[1]:
        return (shared and one.kind == other.kind) or authors[0] == authors[1]
    return one.kind == other.kind or None in (one.kind, other.kind)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns, what their words mean, and by which words to know where to use them.

    Nothing can be found without one of the `telling` words (in credits: or of the `everyday` ones), no link
    without one of the `linking`, no kind without one of `works`. `opening` is a bracket that holds a kind.
    """

    link: re.Pattern[str]
    object: re.Pattern[str]
    more: re.Pattern[str]
    turned: re.Pattern[str]
    bracket: re.Pattern[str]
    opening: re.Pattern[str]
    grades: dict[str, Grade]
    kinds: dict[str, str]
    telling: frozenset[str]
    everyday: frozenset[str]
    linking: frozenset[str]
    works: frozenset[str]


def _longest_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(max(_WORDS.findall(phrase), key=len) for phrase in phrases)


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    lines = load_lines("prose_sources")
    grades: dict[str, Grade] = {w: g for g in GRADES for w in lines[g]}
    kinds = kinds_of_works(lines)
    parts = _parts(either(list(kinds)), either(lines["same_name"]))
    orders = "|".join(f"(?:{order.format(n=n, **parts)})" for n, order in enumerate(_ORDERS))
    return _Grammar(
        link=re.compile(
            rf"\b(?<![\w-])(?:(?P<link>{either(list(grades))})|adapt(?:ed|é|iert|ada|ado"
            rf"|ato)(?: for the screen)?,? (?:by|par|von|por|da) "
            rf"{parts['people']},? (?:from|d['’]après|du|de|nach|de|dal|da))"
            r"(?:,? but (?:\w+ ){1,3}(?:to|from|on|by)(?= ))?(?:(?<=['’])|:? ?\n?(?<=[\s:])(?!\n))"
        ),
        object=re.compile(orders),
        more=re.compile(r",? (?:and|et|und|y|e)(?: also)?(?: on| upon| from| by| de| auf| en| da)? "),
        turned=re.compile(_TURNED.format(n=0, **parts)),
        bracket=re.compile((_BEFORE_BRACKET + _IN_BRACKET).format(n=0, **parts)),
        opening=re.compile(_IN_BRACKET.format(n=0, **parts)),
        grades=grades,
        kinds=kinds,
        telling=_longest_words((*(grades.keys() - _EVERYDAY), *kinds)),
        everyday=_longest_words(_EVERYDAY),
        linking=_longest_words((*grades, *"adapted adapté adaptiert adaptada adaptado adaptato".split())),
        works=_longest_words(kinds),
    )


def _parts(kinds: str, same: str) -> dict[str, str]:
    people = (
        rf"{_WHO}(?:(?!, {_WHO}['’]s? )(?:, (?:and )?| (?:and|&|et|und|y|e|en) "
        rf"|\n(?={_WHO}(?:[,\n]|$| and | et ))){_WHO}(?! ?:))*"
    )
    return {
        "det": r"(?:(?:the|a|an|two|three|four|several|some|one|one of|parts? of|both"
        r"|his|her|their|le|la|les|un|une|des|du|der|dem|den"
        r"|die|das|einem|einer|eines|ein|eine|el|los|las|una|uno|il|lo|i|gli|de|het|een|o|os|as|um|uma"
        r"|del) |l['’]|un['’])*",
        "adj": rf"(?:(?:[\w’'./+-]+|[{SINGLE}{COMPANY}]) ){{0,5}}?",
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
            r"|sitt? eget"
        ),
    }


# The orders of kind, title and author. {n} keeps group names apart.
_ORDERS = (
    # stories in Craig Davidson's collection of the same name; two of the tales in "T" by X
    r"{det}{adj}(?P<kind{n}0>{kind})(?: (?:in|from"
    r"|out of) )(?:{det}{few}(?P<who{n}0>{people})['’]s? {few}(?:{kind}|{T}"
    r"|{same})(?:,? (?P<same{n}0>{same}))?"
    r"|(?P<title{n}0>{T}){by}{few}(?P<who{n}1>{people})"
    r"|{det}{few}{kind} (?P<title{n}1>{T}){by}{few}(?P<who{n}2>{people}))",
    # X's Booker-winning novel T; X's novel of the same name; X's like-titled collection
    r"{det}{adj}(?P<who{n}3>{people})['’]s? {adj}(?:(?P<same{n}1>{same}) {few})?(?P<kind{n}1>{kind})"
    r"(?:,? (?P<title{n}2>{T})|,? (?:also )?(?P<same{n}2>{same}))?",
    # X's T
    r"{det}{few}(?P<who{n}4>{people})['’]s? (?P<title{n}3>{T})(?: (?P<kind{n}8>{kind}))?",
    # the novel T, by X; the novel of the same name by X; a like-titled novel by X; the comic albums of X
    r"{det}{adj}(?:(?P<same{n}3>{same}) )?(?P<kind{n}2>{kind})(?:,? (?P<title{n}4>{T})"
    r"| (?P<same{n}4>{same}))?(?: \([^()\n]{{1,40}}\))?,?{by}{det}{few}(?P<who{n}5>{people})"
    r"(?:,? (?P<title{n}5>{T}))?",
    # T, a novel by X; T, the book that X and Y wrote; T by X; T, progetto di X; T (2005), which X wrote
    r"{det}{few}(?P<title{n}6>{T})(?:"
    r" (?P<kind{n}9>{kind}))?(?: \([^()\n]{{1,40}}\))?(?:,? {det}{few}(?P<kind{n}3>{kind}))?"
    r"(?:,?{by}{det}{few}(?P<who{n}6>{people})|,? (?:which|that|dat|den|que"
    r"|che) (?P<who{n}7>{people}) (?:co-)?(?:wrote|directed|published|penned|made)(?: and (?:directed"
    r"|wrote))?"
    r"|,? (?:[\w-]+ ){{1,2}}(?:di|by|de|von) (?P<who{n}9>{people})"
    r"|, (?P<who{n}10>{people})['’]s? {few}(?P<kind{n}10>{kind}))?",
    # the Davis Grubb best-seller
    r"{det}{few}(?P<who{n}8>[\ue000\ue001]) {few}(?P<kind{n}4>{kind})(?: (?P<title{n}7>{T})"
    r"|,? (?P<same{n}5>{same}))?",
    # her own play; his own novel T
    r"(?P<own{n}0>{own}) {few}(?P<kind{n}6>{kind})(?:,? (?P<title{n}9>{T})"
    r"|,? (?P<same{n}6>{same}))?",
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
_HAS = frozenset("has have is was gets comes receives makes reaches".split())
_TURNED_INTO = "turned adapt transposed filmed brought transferred reworked made screen".split()
# Julie Maroh … (out of: her comic T); Davis Grubb (novel)
_BEFORE_BRACKET = r"(?P<who{n}0>{people})(?: ?[.…]{{1,5}} ?| )"
_IN_BRACKET = (
    r"\((?:(?:out of|from|based on|after|d['’]après"
    r"|nach)[: ]+)?(?:the |his |her |their |original )?(?:own )?"
    r"(?P<kind{n}0>(?!film|story|movie|short\)|pic|picture|feature|documentary|series|original|musical"
    r"|hit){kind})(?: by)?(?: (?P<title{n}0>{T}))?\)"
)
