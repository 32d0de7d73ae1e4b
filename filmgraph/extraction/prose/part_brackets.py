"""Who plays whom in brackets: "Ali (Matthias Schoenaerts)", "his sister (Celine Sallette)".

A bracket behind a part's name, or behind its description, holds the player; one that holds a film, its maker,
a prize or someone who is only compared holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.masking import COMPANY, DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.parts import BREAKERS, build_part
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import FoundCredit
from filmgraph.model.names import fold

_NAME = f"{FULL}{SINGLE}{OWN}"
# "Ali (Matthias Schoenaerts", "Luc, the doctor (Michael Lonsdale", "Samantha (the fine Cécile de France".
_APPOSITION = (
    r"(?: the [\w-]+)?(?:, (?:\d{1,3}|(?:(?:the|a|an|his|her|their|one|another|le|la|un|une|son|sa|der|die"
    r"|das|ein|eine|sein|seine|ihr|ihre|el|su|il|lo|de|het|een|zijn|haar|o|seu|sua) |l['’]|un['’])"
    r"[\w’'-]+(?: [\w’'-]+){0,4}),?)?"
)
_BRACKET = re.compile(
    rf"([{_NAME}{COMPANY}])({_APPOSITION}) ?\( ?((?:played by |[a-zà-ÿ’'-]+ ){{0,3}})([{FULL}{SINGLE}])"
    rf"(?: \([^()\n]{{1,60}}\)(?=[,)]))?(?= ?[,);]| of | in {TITLE}| from {TITLE}| as | [a-z])"
    r"([^()\n]{0,80}?)\)"
)
# "his working-class sister (Celine Sallette)".
_PLAYER = re.compile(
    rf"\( ?((?:played by |[a-zà-ÿ’'-]+ ){{0,3}})([{FULL}{SINGLE}])(?= ?[,)])[^()\n]{{0,80}}?\)"
)
_DESCRIPTION = re.compile(
    r"(?<![\w-])(?:(?:the|a|an|his|her|their|its|one|another|un|une|le|la|les|son|sa|leur|der|die|das|ein|eine"
    r"|sein|seine|ihr|ihre|el|los|una|su|il|lo|uno|suo|sua|een|de|het|zijn|haar) |l['’]|[\ue000\ue001]['’]s )"
    r"(?P<words>(?:[\w’'-]+ ){1,6})$"
)
_SIGNS = frozenset((FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR))
# "Paul Thomas Anderson (Boogie Nights, Magnolia)": a list of names behind a name are films.
_LIST = re.compile(rf"(?:, (?:and )?| and | et | und | y | e )[{_NAME}]")
# "Jeanne and Simon Marwan (Mélissa Désormeaux-Poulin and Maxim Gaudette)": in the same order.
_AND = r"(?:, (?:and )?| and | et | und | y | e | & )"
_PAIRS = re.compile(
    rf"([{_NAME}](?:{_AND}[{_NAME}]){{1,4}}) \(([{FULL}{SINGLE}](?:{_AND}[{FULL}{SINGLE}]){{1,4}})\)"
)
_SECOND_PLAYER = re.compile(rf"\([{FULL}{SINGLE}]{_AND}")
_WORDS = re.compile(r"\w+")
_REMARKS = frozenset(
    "not see also with by from and or in as after his her their"
    " directed like via director author replacing replaces once".split()
)
_EPITHET = re.compile(r" the [\w-]+")
# "Qaggiq (Gathering Place) (89)": a film, and its title in English.
_YEAR_BEHIND = re.compile(r" \((?:19|20)?\d\d\)")
_ELSEWHERE = re.compile(r"(?:\d{4} version|the original|earlier version|remake|on stage|onstage|on broadway)")
_PLURAL_OR_JOB = re.compile(r"^(?:and|or|of|in|on|at|by|to|from|with|but|who|which|that|as|is|was)\b")


def _from_brackets(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    paired = set()
    for match in _PAIRS.finditer(piece.masked) if _SECOND_PLAYER.search(piece.masked) else ():
        parts, players = (piece.inside(*match.span(n), _NAME) for n in (1, 2))
        if len(parts) == len(players):
            paired.add(match.start(2))
            for part, player in zip(parts, players, strict=True):
                yield build_part(piece, match.start(), match.end(), player, part.text, "bracket")
    matches = list(_find_brackets(piece))
    several = len(matches) > 1 and _may_be_parts(prose, piece, matches)
    for match in matches:
        (start, end), in_bracket = match.span(), match.start(4)
        if in_bracket in paired:
            continue
        part, player = piece.marks[start], piece.marks[in_bracket]
        remark, rest = match.group(3, 5)
        if (
            _is_prize(player)
            or _is_remark(remark)
            or (rest and (_ELSEWHERE.search(rest) or _LIST.match(rest)))
            or _YEAR_BEHIND.match(piece.masked, piece.masked.find(")", in_bracket + 1) + 1)
        ):
            continue
        if _REGULAR.match(piece.masked, in_bracket + 1) or _is_film(prose, piece, match, part, player):
            continue
        listed = _LISTED.search(piece.masked, max(0, start - 30), start)
        reversed_ = _is_reversed(prose, part, player, several=several) or _tells_part(
            prose, part, player, remark
        )
        if listed or reversed_:
            part, player = player, part
        elif player.sign == SINGLE and (
            not prose.references.knows(player.text) or _GOES_ON.match(piece.masked, in_bracket + 1)
        ):
            continue
        if prose.is_director(part.text):
            continue
        character = _part_name(piece, part, match.group(2))
        yield build_part(piece, start, end, player, character, "bracket")
        rest = _REST.match(piece.masked, end) if listed else None
        for other in piece.inside(*rest.span(), FULL) if rest else ():
            yield build_part(piece, start, rest.end() if rest else end, other, None, "bracket")


# "Kei Sato (Shindo regular, always slimy)": what the player is to a director.
_REGULAR = re.compile(
    r"(?:['’]s)?(?:[ -](?:film|company|troupe|stock))?[ -](?:regulars?|alum\w*|veterans?|stalwarts?"
    r"|favou?rites?|mainstay|muse|discovery|prot[eé]g[eé]e?|collaborator|fixture)\b"
)
# "(Shindo started out as art director)": a clause about someone, who plays nobody.
_GOES_ON = re.compile(r" (?!(?:of|in|from|as|at|with|on|again|here|too|also)\b)[a-z]+(?! ?[,)])")
# "Also with Brian Cox (Melvin Belli), …": a list of players in a sentence.
_LISTED = re.compile(r"(?:also|rounded out|headed) (?:with|by|starring|featuring) $")
_REST = re.compile(rf"(?:(?:, (?:and )?| and ){FULL})+(?=[.;])")
# "Les Bronzés (Patrice Leconte, d'après la pièce …)", "Bullitt (Peter Yates, USA 1968)", "Joyeux Noël (Mixed
# Nuts), de Nora Ephron": films.
_WORK_BEHIND = re.compile(
    r", (?:d['’]après|nach (?:dem|der|einem|einer)|(?:after|from) (?:the|a|an|his|her)|based|dal|tratto|según"
    r"|basad[ao]|baseado|naar|efter|(?:[^()\d]{2,40}[ /])?(?:18|19|20)\d\d)\b"
)
_MAKER_BEHIND = re.compile(rf"\)?,? (?:de|d['’]|di|von|by|do|da|van|av|af) ?[{FULL}{DIRECTOR}]")


def _is_film(prose: Prose, piece: Piece, match: re.Match[str], part: Mark, player: Mark) -> bool:
    """Whether a name with another in a bracket is a film with its maker, or with its other title."""
    if _WORK_BEHIND.match(match.group(5) or "") or _MAKER_BEHIND.match(piece.masked, match.end() - 1):
        return True
    if player.sign != FULL or is_given_name(player.text.split()[0]):
        return False
    known = prose.references.knows(player.text.split()[-1])
    if part.sign == OWN:
        return not known
    # "Giménez Cacho (Bad Education)": whom the credits name stands with a film, not with a player.
    named = fold(prose.references.resolve(part.text))
    return " " in named and named in prose.block_names and fold(player.text) not in prose.block_names


def _find_brackets(piece: Piece) -> Iterator[re.Match[str]]:
    """The matches of `_BRACKET`, tried only at the last name before each bracket."""
    masked = piece.masked
    at, end = masked.find("("), 0
    while at >= 0:
        name = piece.mark_before(at)
        match = _BRACKET.match(masked, name) if name >= end else None
        if match:
            yield match
            end = match.end()
        at = masked.find("(", at + 1)


def _from_descriptions(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    stop = load_patterns("prose_words")["not_a_part"]
    for match in _PLAYER.finditer(piece.masked):
        at = match.start()
        if piece.masked[at - 2 : at - 1] in _SIGNS:
            continue  # a bracket behind a name
        described = _DESCRIPTION.search(piece.masked, max(0, at - 70), at)
        if not described or _is_remark(match.group(1)):
            continue
        named = _IS_NAMED.search(match.group()) or _CALLED.match(piece.masked, max(0, described.start() - 2))
        if named:  # "Joey the model (Bo Ray)", "the dog in a gown (Bo Ray, in a debut as Leon)"
            part = piece.marks[named.start(1) + (match.start() if named.string is not piece.masked else 0)]
            player = piece.marks[match.start(2)]
            yield build_part(piece, described.start(), match.end(), player, part.text, "bracket")
            continue
        words = described["words"].split()
        if fold(_head(words)) in stop or fold(words[-1]) in stop:
            continue
        words = _after_breaker(words)
        if _is_prize(piece.marks[match.start(2)]):
            continue
        if words and not _PLURAL_OR_JOB.match(words[0]):
            player = piece.marks[match.start(2)]
            yield build_part(
                piece, described.start(), match.end(), player, " ".join(words), "bracket-description"
            )


_IS_NAMED = re.compile(rf" as ([{FULL}{SINGLE}])\)$")
_CALLED = re.compile(rf"([{FULL}{SINGLE}]) ")
_TIES = frozenset("of in at on de du des von di del della".split())
_DETERMINERS = frozenset(
    "the a an his her their its one another un une le la les son sa leur der die das ein eine sein seine ihr"
    " ihre el los una su il lo".split()
)


def _after_breaker(words: list[str]) -> list[str]:
    """The words behind the last one that no description of a part goes across, without their article."""
    cut = max((i + 1 for i, w in enumerate(words) if w in BREAKERS), default=0)
    for i, word in enumerate(words):
        # "the shops his sister": a new noun begins, unless "of" ties it ("president of the committee").
        if word in _DETERMINERS and i > 0 and words[i - 1] not in _TIES:
            cut = max(cut, i)
    rest = words[cut:]
    return rest[1:] if rest and rest[0] in _DETERMINERS else rest


def _head(words: list[str]) -> str:
    """The noun that a description is built on: before "of", else the last word."""
    for stop in ("of", "in", "on", "at", "from", "de", "du", "von", "di"):
        if stop in words[1:]:
            return words[words.index(stop, 1) - 1]
    return words[-1] if words else ""


def _is_remark(words: str) -> bool:
    """Whether the words before a bracketed name make it something else than a player."""
    return bool(words) and not _REMARKS.isdisjoint(_WORDS.findall(words.replace("played by", "")))


def _is_prize(player: Mark) -> bool:
    """Whether capitals in a bracket begin with a word that no name begins with: "(Best Actress)"."""
    return fold(player.text.split()[0]) in load_patterns("prose_words")["sentence_start"]


def _may_be_parts(prose: Prose, piece: Piece, matches: list[re.Match[str]]) -> bool:
    """Whether two brackets or more hold given names: "Ann Lee (Stella), Bo Ray (Frank)"."""
    pairs = [(piece.marks[m.start(1)], piece.marks[m.start(4)]) for m in matches]
    found = [
        inside.text
        for name, inside in pairs
        if name.sign == FULL
        and inside.sign == SINGLE
        and is_given_name(inside.text)
        and not prose.references.knows(inside.text)
    ]
    return len(set(found)) > 1


def _is_reversed(prose: Prose, part: Mark, player: Mark, *, several: bool) -> bool:
    """Whether a bracket stands behind the player: "Marion Cotillard (Stephanie)".

    Where titles are not quoted, "Matthias Schoenaerts (Bullhead)" is a player with a
    film, unless the prose speaks of the name in the bracket elsewhere.
    """
    if part.sign != FULL or player.sign != SINGLE:
        return False
    if (
        (prose.quotes_titles or several)
        and is_given_name(player.text)
        and not prose.references.knows(player.text)
    ):
        return not prose.is_director(part.text)
    if fold(prose.references.resolve(player.text)) in prose.block_names:
        return False
    return (
        fold(prose.references.resolve(part.text)) in prose.block_names
        and not prose.references.knows(player.text)
        and (prose.quotes_titles or prose.page.text.count(player.text) > 1)
    )


# "Oscar Núñez (el falsificador Sandler)": a noun with its article stands before a part.
_NOUN_BEFORE = re.compile(
    r"(?:(?:the|his|her|their|le|la|son|sa|der|die|das|el|su|il|lo|de|het|zijn|haar|o) |l['’])[\w’'-]+ $"
)


def _tells_part(prose: Prose, player: Mark, part: Mark, before: str) -> bool:
    """Whether a bracket holds the part of who stands before it: a whole name, or a surname that is listed.

    "Oscar Núñez (el falsificador Sandler)", "Darín (Marcos)".
    """
    if part.sign != SINGLE or prose.references.knows(part.text) or prose.is_director(player.text):
        return False
    if player.sign == FULL:
        return _NOUN_BEFORE.match(before) is not None
    told = is_given_name(part.text) or prose.page.text.count(part.text) > 1
    listed = fold(prose.references.resolve(player.text)) in prose.block_names
    return player.sign == SINGLE and not before and listed and prose.references.knows(player.text) and told


def _part_name(piece: Piece, part: Mark, between: str) -> str:
    """The part's name as printed, with an epithet that belongs to it ("Jordi the gypsy")."""
    epithet = _EPITHET.match(between)
    return part.text + (epithet.group() if epithet else "")


def find_bracketed_parts(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    """The players whom the brackets of a piece give a part."""
    yield from _from_brackets(prose, piece)
    yield from _from_descriptions(prose, piece)
