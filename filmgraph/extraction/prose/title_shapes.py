"""The shapes of titles without quotation marks, and of what stands around them.

Capitals with small words between, a capital article in mid-sentence, a year in brackets, a row that "and"
ends. The words stand in `patterns/prose_titles.txt`. A pattern that begins with letters is searched for
much faster than one that first looks behind: so what must stand before a title is asked for behind its
first letter.
"""

from __future__ import annotations

import re

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines

_LINES = load_lines("prose_titles")


def _either(group: str) -> str:
    """The words of a group as a choice, the longest first."""
    return "|".join(map(re.escape, sorted(_LINES[group], key=len, reverse=True)))


CAP = (
    rf"(?:(?:Mrs?|Ms|Dr|St)\.(?= [{UPPER}])"
    rf"|[{UPPER}](?:['’](?!s\b)|[-–]|[^\W_])*(?:['’]s(?= [{UPPER}]))?|(?:19|20)?\d{{1,4}}"
    rf"|[LDld]['’][{UPPER}]\w*)"
)
_LINK = rf"(?:{_either('links')})"
PLAIN_REST = rf"(?: {CAP}| {_LINK} {CAP}|, \d{{1,3}} {CAP}| (?:And|AND|&) {CAP})"
# The articles without their first letter, which stands before: The, A, An, La, Le, Les, L’, Un, Una, El …
_ARTICLE_BEHIND = (
    r"(?:(?<=T)he|(?<=A)n?|(?<=L)(?:as?|es?|os?|['’])|(?<=U)n[ea]?|(?<=E)l|(?<=I)l|(?<=G)li"
    r"|(?<=D)(?:er|ie|as))"
)
# "The Lobster", "A Prophet", "La Promesse", in the middle of a sentence.
WITH_ARTICLE = re.compile(
    rf"[TALUEIGD](?:(?<=[\w,;:'’)–—] [A-Z])|(?<=\([A-Z]))(?<![.!?:] [A-Z]){_ARTICLE_BEHIND}"
    rf"(?:(?<=['’])| ){CAP}{PLAIN_REST}{{0,8}}(?!\w)"
)
YEAR = re.compile(r" \((?:[A-Z]{2,4}[,/ ]+)?(?:18|19|20)\d\d\)")
DATED = re.compile(rf"(?<![\w'’.-]){CAP}{PLAIN_REST}{{0,8}}(?= \((?:[A-Z]{{2,4}}[,/ ]+)?(?:18|19|20)\d\d\))")
# "Regarde les hommes tomber, le premier film de …": what follows says that it is a film.
_FOLLOWING = (
    rf" (?=(?:{_either('determiners')}) (?:\w+ ){{0,2}}(?:{_either('films')})"
    r"(?: (?:by|from|of|de|von|di)\b|[,.)])|among them\b)"
)
FOLLOWS = re.compile(_FOLLOWING)
FOLLOWED = re.compile(
    rf"(?<![\w'’-])({CAP}(?: {CAP}| {_LINK} {CAP}| (?!(?:{_either('verbs')}) )[a-zà-ÿ’'-]{{2,12}}){{0,5}})"
    rf",?{_FOLLOWING}"
)
# "monté par Juliette Welfling, le film …", "pour son premier film": who made it is no title.
BEHIND_BY = re.compile(rf"\b(?:{_either('by or with')}) $")
# "The Night Porter to François Ozon’s Swimming Pool": a new name with its own film begins.
OWNED = re.compile(rf" (?:to|from|with|by|in|and|than) (?={CAP}(?: {CAP})?['’]s )")
# "Bresson’s Pickpocket" in a comparison.
POSSESSED = re.compile(rf"['’]s? (?=[{UPPER}\dld])")
COMPARED = re.compile(
    rf"(?<=\b)(?:{_either('compares')}) (?P<who>{CAP}(?: {CAP})?)['’]s? (?P<title>{CAP}{PLAIN_REST}{{0,6}})"
    r"(?=[,.;)\n]| (?:in|with|and|or|as|on|but|to|by|is|was|has)\b)"
)
WEAKLY_ANNOUNCED = re.compile(
    rf"({CAP}(?: {CAP})*(?: {_LINK} {CAP}(?: {CAP})*)+(?:(?<=\w) and {CAP}(?= [a-z]))?)(?!\w)"
)
ANNOUNCED = re.compile(rf"({CAP}{PLAIN_REST}{{0,8}})(?!\w)")
FIRST_WORD = re.compile(rf"(?:[{UPPER}][\w-]+|\d+|[LD]['’]\w+)(?=[ ,.;:)!?]|$)")
FIRST_OF_OWN = re.compile(rf"[{UPPER}][\w-]+(?=[ ,.;:)!?]|$)")
_CAPS_WORD = rf"[{UPPER}0-9][{UPPER}0-9'’:\-]*[{UPPER}]|[{UPPER}]"
CAPITALS = re.compile(
    rf"[{UPPER}0-9](?<![\w'’-](?s:.))(?:[{UPPER}0-9'’:\-]*[{UPPER}]|(?<=[{UPPER}]))"
    rf"(?:,? (?:{_CAPS_WORD}|\d{{1,4}})(?![\w])){{1,9}}(?!\w)"
)
LISTED = re.compile(rf"(?:,|,? (?:{_either('and')})) ({CAP}{PLAIN_REST}{{0,6}})(?![\w(])")
LISTED_BEFORE = re.compile(rf"(?<![\w'’-])({CAP}{PLAIN_REST}{{0,6}})(?:,|,? (?:{_either('and')})) $")
FOREIGN_AND = frozenset(_LINES["and"]) - {"and", "or"}
# "Peppermint Candy, Oasis and Secret Sunshine followed."
_ROW_OF = rf"({CAP}{PLAIN_REST}{{0,5}})"
ROW = re.compile(
    rf"(?:^|[.;:] ){_ROW_OF}(?:, {_ROW_OF})?(?:, {_ROW_OF})?,? (?:{_either('and')}) {_ROW_OF}"
    rf" (?:{_either('row ends')})\b"
)
ROW_ENDS = re.compile(_either("row ends"))
# "a remake of Henri-Georges Clouzot's “The Wages of Fear”": who owns a quoted title is none.
OWNS_QUOTED = re.compile(r"['’]s? (?:[\w-]+ ){0,3}[“\"„«‘'](?=\w)")
# A word in small letters that carries its title: "El fondo del mar".
SMALL_WORD = re.compile(r" [a-zà-ÿ]{4,}")
BY_BEFORE = re.compile(rf"(?:\b(?:{_either('of')}|{_either('by or with')}) |d['’])$")
# "The Price of Salt by Patricia Highsmith": the author behind "by" is no part of the title.
BY_NAME = re.compile(rf" (?:by|de|von|di) (?=[{UPPER}][\w.'’-]+ [{UPPER}])")
# "Fans of Aftersun": a sentence's own first words before a title.
OPENER = re.compile(rf"(?:{_either('openers')}) (?:of )?(?=[{UPPER}])")
# A title and what announces it are at most so many characters long.
REACH = 250
ROMAN_OR_INITIALS = re.compile(r"^(?:[IVXL]+|[A-Z]\.|U\.?S\.?A?\.?|U\.?K\.?)$")
