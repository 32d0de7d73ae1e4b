"""Who plays whom, by the verbs of acting: "plays Anna", "embodied by ⟨X⟩", "lends Anna warmth", "plays her".

The frames stand in `patterns/frames.txt` under plays, played, brings and role. What a bracket, a possessive
or "as" says is read in `prose_cast.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.extraction.crew.jobs import is_part_denied
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.cast_gaps import find_gapped, find_gapped_nouns, find_gapped_players
from filmgraph.extraction.prose.frames import Said, gives_part
from filmgraph.extraction.prose.masking import DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.parts import build_part
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.prose.prose_cast import is_thought_of
from filmgraph.extraction.settle import FoundCredit
from filmgraph.model.names import fold

_ARTICLES = frozenset("the a an his her their its one another".split())
_NEXT_PLAYER = re.compile(r" (?:an?|the|his|her|their|as|plays|is|stars|turns|in) ")
_CLAUSE_ENDS = ".;:?!\n"


def find_framed_parts(prose: Prose, framed: Iterable[Said]) -> Iterator[FoundCredit]:
    """The players whom the frames give a part."""
    piece = prose.story
    told: dict[int, int] = {}  # whom a role belongs to: nobody behind it has it as well
    for said in framed:
        if not gives_part(said) or is_part_denied(piece, said.start) or _is_of_other(piece, said):
            continue
        if said.form == "role" and "part" in said.spans:
            at, player_at = said.spans["part"][0], said.spans["p"][0]
            if player_at > at and (told.get(at, player_at) < at or _IN_ROLE.match(piece.masked, at + 1)):
                continue
            told.setdefault(at, player_at)
        player = piece.marks[said.spans["p"][0]]
        if not _is_player(player) or is_thought_of(piece, said.spans["p"][0]):
            continue
        if said.mode == "description":
            yield from _described(piece, said, player)
            continue
        if said.mode == "pronoun":
            part = _antecedent(prose, piece, said, player)
            if part or player.sign == FULL:
                yield build_part(piece, said.start, said.end, player, part, "plays")
            continue
        if not said.mode and _is_second(piece, said):
            continue
        rule = said.mode if said.mode == "claimed" else "plays"
        if rule == "plays" and "part" in said.spans and player.sign == FULL:
            for start, end, other, its in find_gapped(piece, max(said.end, said.spans["part"][1])):
                yield build_part(piece, start, end, other, its.text, "gapped")
        if said.form == "played" and player.sign == FULL:
            for start, end, other, its in find_gapped_players(piece, said.end):
                yield build_part(piece, start, end, other, its.text, "gapped")
        for who, what in (("p", "part"), ("p2", "part2")):
            if what in said.spans:
                yield from _named(prose, piece, said, piece.marks[said.spans[who][0]], what, rule)


def _named(
    prose: Prose, piece: Piece, said: Said, player: Mark, what: str, rule: str
) -> Iterator[FoundCredit]:
    at, end = said.spans[what]
    part = piece.marks[at]
    if part.sign == OWN and part.span.end - part.span.start > len(part.text):
        return  # in quotation marks the film's title is no part's name
    if piece.masked.startswith(("'s ", "’s ", "' ", "’ "), end) and rule != "claimed":
        return
    if part.sign != OWN and (_same(prose, part, player) or _directs(prose, part)):
        return
    if rule == "plays" and said.form == "played" and _is_mononym(prose, player):
        rule = "mononym"
    if part.sign == SINGLE and fold(part.text) in load_patterns("prose_words")["not_played"]:
        return  # "spielt Klavier": German nouns have capitals
    if piece.masked[at - 2 : at] == ", " and part.sign == FULL and _NEXT_PLAYER.match(piece.masked, end):
        return  # "X plays a cop, Y a robber"
    if said.mode == "given" and (player.sign != FULL or not is_given_name(part.text)):
        return
    first, last = _FIRST_OF_TWO.search(piece.masked, max(0, at - 6), at), None
    if first and what == "part" and "part2" not in said.spans and at < said.spans["p"][0]:
        last = _SECOND_OF_TWO.match(piece.masked, said.spans["p"][1])
    if first and last:  # "Xan y Lorenzo, a los que dan vida Ann y Bo": two and two, in the same order
        yield build_part(piece, said.start, last.end(), piece.marks[last.start(1)], part.text, rule)
        part = piece.marks[first.start(1)]
    yield build_part(piece, said.start, said.end, player, part.text, rule)


_FIRST_OF_TWO = re.compile(rf"([{FULL}{SINGLE}]) (?:y|e|et|und|and|&|og|och|en) $")
_SECOND_OF_TWO = re.compile(rf" (?:y|e|et|und|and|&|og|och|en) ([{FULL}{SINGLE}])")


def _is_mononym(prose: Prose, player: Mark) -> bool:
    """Whether a lone word behind "played by" is a whole name, which is said again ("played by Sade")."""
    if player.sign != SINGLE or is_given_name(player.text) or prose.references.find(player.text):
        return False
    return prose.page.text.count(player.text) > 1


def _described(piece: Piece, said: Said, player: Mark) -> Iterator[FoundCredit]:
    """A part without a name; "plays the lead" gives none, "plays the piano" not even a player."""
    a, b = said.spans["desc"]
    words = piece.masked[a:b].split()
    owners = piece.inside(a, b)  # "the Factor’s wife": whose wife belongs to it
    text = piece.masked[a:b].replace(owners[0].sign, owners[0].text) if owners else " ".join(words)
    text = text.partition(" ")[2] if text.split(" ", 1)[0].lower() in _ARTICLES else text
    groups = load_patterns("prose_words")
    last = fold(words[-1])
    if last in groups["several"] or last in groups["not_a_part"]:
        return
    if last in groups["a_role"]:
        if player.sign == FULL:
            yield build_part(piece, said.start, said.end, player, None, "plays")
        return
    if any(fold(w) in groups["not_played"] for w in words) or not text:
        return
    yield build_part(piece, said.start, said.end, player, text, "plays-description")
    if player.sign == FULL:
        for start, end, other, noun in find_gapped_nouns(piece, said.end):
            yield build_part(piece, start, end, other, noun, "gapped-noun")


def _antecedent(prose: Prose, piece: Piece, said: Said, player: Mark) -> str | None:
    """Whom "plays him" means: the only name of the clause before, else of the one before that."""
    end = said.start
    for _ in range(3):
        start = max((piece.masked.rfind(c, 0, end) for c in _CLAUSE_ENDS), default=-1) + 1
        named = {
            fold(mark.text): mark.text
            for mark in piece.inside(start, end, FULL + SINGLE)
            if not _same(prose, mark, player) and not prose.is_director(mark.text)
        }
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
        end = start - 1
        if end < 0 or said.start - end > 250:
            return None
    return None


# "⟨X⟩, nei panni di ⟨Y⟩": who stands before these words is the player.
_IN_ROLE = re.compile(r", (?:nei|nel|nella|nelle|in quell[io]|dans|en el|en la|na|no|nos) [a-zà-ÿ]")
_ONE_MORE = re.compile(rf"[{FULL}{SINGLE}] (?:and|&) $")
_PLURAL = re.compile(
    rf"[{FULL}{SINGLE}] (?:both )?(?:play|portray|voice|embody|inhabit) [^.;]*[{FULL}{SINGLE}] and "
)


def _is_second(piece: Piece, said: Said) -> bool:
    """Whether the player is the second of two, who play two: "⟨X⟩ and ⟨Y⟩ play ⟨A⟩ and ⟨B⟩"."""
    joined = _ONE_MORE.search(piece.masked, max(0, said.start - 8), said.start)
    return bool(joined and _PLURAL.match(piece.masked, said.start))


# "“Bullhead”, où Matthias Schoenaerts incarnait Jacky"
_WHERE = re.compile(
    rf"{TITLE}[^.;:()\n{OWN}]{{0,40}},? (?:où|dans lequel|dans laquelle|dove|in cui|nel quale|donde|en la que"
    r"|en el que|onde|em que|no qual|na qual|where|in which|wo|in dem|waarin) (?:\w+ )?$"
)


# "In Soldaat van Oranje speelde Jeroen Krabbé de rol van Guus": where the clause begins with a work.
_IN_ANOTHER = re.compile(
    rf"(?:^|[.!?\n] ?)(?:in|i|dans|en|em|im) [{FULL}{TITLE}](?: [a-zà-ÿ]+ [{FULL}{SINGLE}])?$"
)


# "played by Pam Grier, the star of “Coffy”": where the player is known from.
_ABOUT_PLAYER = re.compile(r", (?:the|an?|so|seen|last|best|who|whom|once|late|star|known|from|of|fresh)\b")


# "played Stella in the 1954 version", "if only X had played Stella": not in this film.
_OTHER_VERSION = re.compile(
    r"[^.,;:()\n\ue000-\ue0ff]{0,30} (?:in|on) (?:the |a )?(?:\d{4}|original|earlier|previous|first|stage|tv"
    r"|television|silent|broadway|london|west end|bbc|swedish|french|british|american|german"
    r"|italian|spanish|danish) (?:\w+ )?(?:version|film|movie|adaptation|series|production|original|stage|run"
    r"|musical|play|miniseries)\b"
)
_IF_ONLY = re.compile(r"\b(?:if only|imagine|suppose|what if|had only) (?:\w+ )?$")


def _is_of_other(piece: Piece, said: Said) -> bool:
    """Whether the clause is about another film: "who played Vito so well in “The Godfather Part II”"."""
    if _WHERE.search(piece.masked, max(0, said.start - 90), said.start):
        return True
    at = said.spans["p"][0] + 1
    opened = _IN_ANOTHER.search(piece.masked, max(0, said.start - 40), at)
    if opened and opened.end() >= said.start and piece.masked.startswith(" ", at):
        return True
    if _OTHER_VERSION.match(piece.masked, said.end) or _IF_ONLY.search(
        piece.masked, max(0, said.start - 30), said.start
    ):
        return True
    stop = min((i for i in (piece.masked.find(c, said.end) for c in ".;\n") if i >= 0), default=said.end + 60)
    rest = piece.masked[said.end : min(stop, said.end + 60)]
    title = rest.find(TITLE)
    if _ABOUT_PLAYER.match(rest):
        return False
    return title >= 0 and not any(sign in rest[:title] for sign in (FULL, SINGLE, OWN))


def _is_player(mark: Mark) -> bool:
    return mark.sign not in (TEAM, DIRECTOR) and not looks_like_company(mark.text)


def _directs(prose: Prose, part: Mark) -> bool:
    """Whether a lone name is the director's, first or last, and no part's."""
    return part.sign == SINGLE and any(fold(part.text) in fold(d).split() for d in prose.directors)


def _same(prose: Prose, one: Mark, other: Mark) -> bool:
    return fold(prose.references.resolve(one.text)) == fold(prose.references.resolve(other.text))
