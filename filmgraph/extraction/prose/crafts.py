"""Words for the crafts of film where they stand in prose: "lensed", "cinematographer", "score", "cuts".

A word of a craft has one of these forms, because sentences are built around each in their own way:

| worker | who does it | "cinematographer", "co-writer" | `ontology/roles.ttl`, told by its ending |
| work | what is made | "score", "camerawork" | `patterns/crafts.txt` |
| thing | a work whose word means other things as well | "image" | `patterns/crafts.txt` |
| opus | the whole film, as its director's | "debut", "feature" | `patterns/crafts.txt` |
| debut | a first film | "opera prima" | `patterns/crafts.txt` |
| doing | the same verb after "with ⟨X⟩" | "lensing", "producing" | `patterns/crafts.txt` |
| done | a participle | "lensed", "scored" | `patterns/crafts.txt` |
| joint | one that takes "with" | "coécrit" | `patterns/crafts.txt` |
| alone | one that says as much without an object | "edited", "produced" | `patterns/crafts.txt` |
| does | a verb with its subject | "lenses", "wrote" | `patterns/crafts.txt` |
| plays, played, brings, hands | verbs of acting, of two kinds of object | `patterns/crafts.txt` |
| role, lead, cast, appears | a role, all players, a verb without an object | `patterns/crafts.txt` |
| star | who has the lead ("Hauptdarsteller") | `patterns/crafts.txt` |
| face, as | what a part has of its player ("ha il volto"), "as" before a part | `patterns/crafts.txt` |

`frames.py` has the sentences. A language is added by its words here and its frames there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.patterns import load_family
from filmgraph.extraction.prose.masking import Piece

FORMS = tuple(
    "worker work thing opus debut done joint does alone doing plays played brings makes hands role face as"
    " lead cast appears star".split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_WORK = re.compile(r",? ?(?:(?:which|that|is|was|are|were|has|have|had|been|being|all|[a-z]+ly) )*")
_JOINTS = frozenset("-'’")
_TOUCHING = ("turned-", "d'", "d’", "l'", "l’", "u'", "u’")
# These roles have sentences of their own (who plays whom, who released it), or none that give a credit.
_OTHER_ROLES = frozenset(
    "actor voice-actor presenter press-agent support funder participation association narrator"
    " commissioning-editor broadcaster".split()
)


@dataclass(frozen=True, slots=True)
class CraftWord:
    """A word of a craft: `text` in small letters, its language and form, the roles that it gives."""

    text: str
    language: str
    form: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CraftHit:
    """A word of a craft at a range of masked prose, with all that it may mean in any language.

    `beside` are the words of its paragraph.
    """

    start: int
    end: int
    words: tuple[CraftWord, ...]
    beside: frozenset[str]


def find_crafts(piece: Piece) -> list[CraftHit]:
    """The words of crafts in a piece, in order; the longer of two in one place ("director of sound")."""
    lexicon, keys, masked = load_crafts(), _craft_keys(), piece.masked
    found: list[tuple[int, int, tuple[CraftWord, ...], frozenset[str]]] = []
    present = piece.words & keys
    for start, end, words in piece.parts or ((0, len(masked), piece.words),):
        for key in words & present:
            for text, senses in lexicon[key]:
                at = masked.find(text, start, end)
                while at >= 0:
                    stop = at + len(text)
                    if _stands_alone(masked, at, stop):
                        found.append((at, stop, senses, words))
                    at = masked.find(text, stop, end)
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    hits: list[CraftHit] = []
    for at, stop, senses, beside in found:
        if not hits or at >= hits[-1].end:
            if hits and _is_said_of(masked, hits[-1], at):
                senses = tuple(word for word in senses if word.form != "done")
            hits.append(CraftHit(at, stop, senses, beside))
    return hits


def _is_said_of(masked: str, work: CraftHit, at: int) -> bool:
    """Whether what follows is said of a work just named: "costumes designed by", "the score was composed"."""
    if at - work.end > 40 or all(word.form != "work" for word in work.words):
        return False
    return bool(_OF_WORK.fullmatch(masked, work.end, at))


def _stands_alone(masked: str, start: int, end: int) -> bool:
    """Whether no letter touches a word; "critic-turned-director" ends in a word of its own."""
    before = masked[start - 1 : start]
    if masked[end : end + 1].isalnum() or before.isalnum():
        return False
    return before not in _JOINTS or masked.endswith(_TOUCHING, 0, start)


@lru_cache(maxsize=1)
def load_crafts() -> Mapping[str, tuple[tuple[str, tuple[CraftWord, ...]], ...]]:
    """The words of all languages by their longest plain word, which a paragraph must hold."""
    senses: dict[str, list[CraftWord]] = {}
    for word in _all_words():
        if word not in senses.setdefault(word.text, []):
            senses[word.text].append(word)
    by_key: dict[str, list[tuple[str, tuple[CraftWord, ...]]]] = {}
    for text, words in senses.items():
        key = max(_LETTERS.findall(text), key=len)
        by_key.setdefault(key, []).append((text, tuple(words)))
    return MappingProxyType({key: tuple(entries) for key, entries in by_key.items()})


@lru_cache(maxsize=1)
def _craft_keys() -> frozenset[str]:
    """The keys of the lexicon as a set: sets meet thrice as fast as a set and a mapping's keys."""
    return frozenset(load_crafts())


def spoken_in(piece: Piece) -> frozenset[str]:
    """The languages of a piece: those that list no small words, or of whose small words three stand in it."""
    words = piece.words
    return frozenset([language for language, small in _small_words() if not small or len(small & words) > 2])


def names_craft(words: str) -> bool:
    """Whether words end in one for what a craft makes or for who does it ("a fotografia", "il montaggio")."""
    last = words.lower().split()[-1] if words.split() else ""
    return any(last in words_of(one, form) for one, _ in _small_words() for form in ("work", "worker"))


@lru_cache(maxsize=1)
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    groups = load_family("crafts")
    languages = dict.fromkeys(group.split(" ")[0] for group in groups)
    return tuple(
        (one, frozenset(word for line in groups.get(f"{one} small", ()) for word in line.split(" | ")))
        for one in languages
    )


@lru_cache(maxsize=64)
def words_of(language: str, form: str) -> tuple[str, ...]:
    """The words of one form in one language, longest first."""
    found = {w.text for w in _all_words() if w.language == language and w.form == form}
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def _all_words() -> Iterator[CraftWord]:
    groups = load_family("crafts")
    for group, lines in groups.items():
        language, form, *roles = re.split(r"[ +]", group)
        if form in FORMS and roles:
            for line in lines:
                for text in line.split(" | "):
                    yield CraftWord(text, language, form, tuple(roles))
        elif form == "endings":
            yield from _workers(language, lines, frozenset(groups.get(f"{language} no-worker", ())))


def _workers(language: str, endings: tuple[str, ...], left_out: frozenset[str]) -> Iterator[CraftWord]:
    """The words of the role catalog that name a person by the craft, told by how such words end."""
    is_worker = re.compile(rf"(?:{'|'.join(endings)})(?:$| )")
    for role in load_roles().roles.values():
        if role.id in _OTHER_ROLES or role.id in load_roles().of_sources or "person" not in role.kinds:
            continue
        for label in role.labels:
            text = label.text.lower()
            if label.language != language or label.use == "abbreviation" or text in left_out:
                continue
            if is_worker.search(text) and not any(map(str.isdigit, text)):
                yield CraftWord(text, language, "worker", (role.id,))


__all__ = ["CraftHit", "CraftWord", "find_crafts", "load_crafts", "names_craft", "spoken_in", "words_of"]
