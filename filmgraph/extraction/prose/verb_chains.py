"""One subject, several crafts: "⟨X⟩ wrote, directed, and as usual edited the film himself".

A frame reads a verb of a craft beside its subject. Here each further verb of the same sentence is the same
person's, as far as the sentence goes on about what was done for the film: the verb stands behind a comma or
"and", and its object is the film, a work of the craft, or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from filmgraph.extraction.crew.jobs import clause_before
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.crafts import CraftHit, CraftWord, load_crafts
from filmgraph.extraction.prose.frames import Said
from filmgraph.extraction.prose.masking import DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Piece
from filmgraph.extraction.prose.phrases import PLACEHOLDERS

_WHO = f"{FULL}{SINGLE}{TEAM}{DIRECTOR}"
_FORMS = frozenset({"does", "alone"})
_ADVERBS = (
    r"(?:(?:also|both|then|even|again|himself|herself|themselves|has|had|have|will|as (?:usual|ever|always)"
    r"|in turn|once again|finally|[a-z]+ly),? )*"
)
_SUBJECT = re.compile(rf"(?:{PLACEHOLDERS['subject']})(?:,? who)? {_ADVERBS}\Z")
# What may stand between two verbs: their objects, where and with what it was done, but no one else.
_GOES_ON = re.compile(
    rf"(?:[^.;:!?\n()\ue000-\ue0ff]|{OWN}"
    rf"|(?<= )(?:on|in|at|with|for) (?:[a-z][\w’'-]* ){{0,3}}[{FULL}{SINGLE}])*?"
    rf"(?:,(?: and| but)?(?: then)?| and(?: then)?| then) {_ADVERBS}\Z"
)
# The work of another ends the row: "wrote the script, shot in 16mm by ⟨Y⟩".
_BY = re.compile(rf"[^.;:!?\n,]{{0,60}}? by (?:the )?(?:[a-z][\w’'-]* ){{0,3}}[{_WHO}]")
_ENDS = re.compile(
    r"(?: (?:himself|herself|themselves|alone|too|as well|as usual))?"
    r"(?=[,.;:)!?\n]|$| (?:and|but|in|on|with|at|for|as|while|from) )"
)
_THE_FILM = re.compile(
    r" (?:it|this|that|the whole (?:thing|lot)|(?:the|this|(?:his|her|their) own) (?:[a-z-]+ )?(?:film"
    rf"|movie|picture|pic|feature|documentary|thing|footage|drama|comedy|short)(?! of )|{OWN})(?![\w-])"
)
_REACH = 220


def find_verb_chains(piece: Piece, crafts: Sequence[CraftHit]) -> Iterator[Said]:
    """What the sentences of a piece say of people whom they give several verbs of crafts in a row."""
    masked, verbs = piece.masked, _verbs()
    hits = [(hit, verbs[text]) for hit in crafts if (text := masked[hit.start : hit.end]) in verbs]
    last = -1
    for n, (hit, words) in enumerate(hits):
        if hit.start <= last or n + 1 == len(hits) or hits[n + 1][0].start - hit.end > _REACH:
            continue
        subject = _SUBJECT.search(piece.masked, max(0, hit.start - _REACH), hit.start)
        if not subject or TITLE in clause_before(piece, subject.start()):
            continue
        chain = list(_chain(piece, hits[n:]))
        if len(chain) < 2 or not _are_crafts([(hit, words), *chain]):
            continue
        end = last = chain[-1][0].end
        for one, senses in chain:
            for roles in dict.fromkeys(word.roles for word in senses):
                span = {"people": subject.span("people")}
                yield Said(roles, "", subject.start(), max(end, one.end), span, "does")


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, tuple[CraftWord, ...]]:
    """The verbs of crafts by their letters, with all that each may mean."""
    found: dict[str, tuple[CraftWord, ...]] = {}
    for entries in load_crafts().values():
        for text, senses in entries:
            verbs = tuple(w for w in senses if w.language == "en" and w.form in _FORMS)
            if verbs:
                found[text] = verbs
    return MappingProxyType(found)


def _chain(
    piece: Piece, hits: list[tuple[CraftHit, tuple[CraftWord, ...]]]
) -> Iterator[tuple[CraftHit, tuple[CraftWord, ...]]]:
    """The verbs of a row that begins with the first of some hits, each with what is done for the film."""
    end = hits[0][0].end
    for n, (hit, words) in enumerate(hits):
        if n and (hit.start - end > _REACH or not _GOES_ON.match(piece.masked, end, hit.start)):
            return
        if _BY.match(piece.masked, hit.end):
            return
        if _is_done(piece, hit.end, words):
            yield hit, words
        elif not n:
            return
        end = hit.end


def _is_done(piece: Piece, at: int, words: tuple[CraftWord, ...]) -> bool:
    """Whether the object of a verb is the film, a work of its craft, or nothing."""
    if _ENDS.match(piece.masked, at) or _THE_FILM.match(piece.masked, at):
        return True
    return any(_works(role).match(piece.masked, at) for word in words for role in word.roles)


@lru_cache(maxsize=32)
def _works(role: str) -> re.Pattern[str]:
    """The object that is a work of a role's craft: "wrote the script", "composed the themes"."""
    named = [
        word.text
        for entries in load_crafts().values()
        for _, senses in entries
        for word in senses
        if word.language == "en" and word.form == "work" and role in word.roles
    ]
    if role == "composer":
        named += load_lines("prose_words")["composed"]
    choice = "|".join(map(re.escape, sorted(named, key=len, reverse=True))) or r"(?!)"
    return re.compile(
        rf" (?:the|its|his|her|their|all the|an?) (?:own )?(?:[\w’'-]+ ){{0,4}}?(?:{choice})(?![\w-])"
    )


def _are_crafts(chain: list[tuple[CraftHit, tuple[CraftWord, ...]]]) -> bool:
    """Whether a row speaks of at least two crafts, not twice of one."""
    return len({word.roles for _, words in chain for word in words}) > 1


__all__ = ["find_verb_chains"]
