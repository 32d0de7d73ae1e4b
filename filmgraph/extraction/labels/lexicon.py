"""Labels where they stand: role words, words for film data, and how several make one label.

The words are those of the role catalog and of `patterns/fields.txt`. A label is found
by looking its first word up, so that the number of labels does not matter to the speed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.tokens import Token
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.wrapping import SOFT
from filmgraph.model.document import Span

_PLURAL = re.compile(
    r"\((?:s|es|e|n|in|r|a|ies|e\)\(s|rice|trice|innen)\)|[·.•](?:e|s|es|rice|trice|euse)\b(?:[·.]s)?"
    r"|[*:_·•/](?:innen|in)\b",
    re.I,
)
_PLURAL_MARKS = frozenset(("(", "·", ".", "•", "*", ":", "_", "/"))
_FILM = frozenset("film filme pelicula cinta".split())
_PREPOSITIONS = frozenset("by par von da di por de door af av van".split())
_AND = frozenset("and et und e y en og och i".split())
_MOST_PARTS = 8  # "Writer-director-producer-editor" has four
SHORTEST_RUN = 5  # letters of a label that is known without its blanks
_APART = frozenset("\n:;()|")
_LINK = re.compile(r"\.?\s*[-/&,+·]\s*|\s+")

# "Written (in Cantonese, with English subtitles), produced and directed by X".
_ASIDE = re.compile(r" \([^()\n]{3,80}\)(?:,| and)? ")


class Label(NamedTuple):
    """A label where it stands: the roles it names, or the film field, never both.

    `roles` are ids in the order printed; for an ambiguous word ("Production")
    `readings` holds more than one alternative. `last` is the index of the token
    behind the label. `modifier` is a word such as "U.S." in front. `languages`
    are those of each reading. `partial` is a label without its "by" ("Written").
    """

    span: Span
    readings: tuple[tuple[str, ...], ...]
    field: str
    first: int
    last: int
    modifier: str = ""
    partial: bool = False
    languages: tuple[frozenset[str], ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the first reading."""
        return self.readings[0] if self.readings else ()


# Makes labels of tuples, for half the price of `Label(…)`.
_make_label: Callable[[tuple[object, ...]], Label] = partial(tuple.__new__, Label)


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    languages: tuple[frozenset[str], ...]
    field: str
    partial: bool


class Lexicon:
    """Finds labels in tokens."""

    def __init__(self, roles: RoleCatalog) -> None:
        self._roles = roles
        self._entries: dict[str, list[_Entry]] = {}
        words: dict[tuple[str, ...], dict[str, set[str]]] = {}
        for folded, role, language in roles.labels():
            if role.id in roles.of_sources:  # a text's words for these name a work, read as such
                continue
            words.setdefault(tuple(folded.split()), {}).setdefault(role.id, set()).add(language)
        fields = load_patterns("fields")
        self.modifiers = fields["modifier"]
        self.suffixes = fields["suffix"]
        self.stops = self._index(fields["stop"])
        self.marked = fields["marked"]
        self.craft_fronts = fields["craft_front"]
        partial: dict[tuple[str, ...], dict[str, set[str]]] = {}
        for label, ids in words.items():
            is_film_by = not _FILM.isdisjoint(label)  # "a film by" says nothing without its "by"
            if len(label) > 1 and label[-1] in _PREPOSITIONS and label[:-1] not in words and not is_film_by:
                partial.setdefault(label[:-1], {}).update(ids)
        for label, ids in words.items():
            self._add(label, ids, "", False)
        for label, ids in partial.items():
            self._add(label, ids, "", True)
        for name, phrases in fields.items():
            if name not in ("modifier", "suffix", "stop", "marked", "craft_front"):
                for phrase in phrases:
                    if tuple(phrase.split()) not in words:
                        self._add(tuple(phrase.split()), {}, name, False)
        spoken = {role_label.language for role in roles.roles.values() for role_label in role.labels}
        self.letters: dict[str, dict[str, tuple[str, ...]]] = {
            language: {letter: tuple(r.id for r in found) for letter, found in abbreviations.items()}
            for language in sorted(spoken)
            if (abbreviations := roles.abbreviations(language))
        }
        # An s makes the plural of a one-word label in most of our languages.
        for first, entries in list(self._entries.items()):
            plural = [e for e in entries if len(e.words) == 1]
            if len(first) > 3 and plural:
                longer = self._entries.setdefault(first + "s", [])
                if not any(len(e.words) == 1 for e in longer):
                    longer += plural
        for entries in self._entries.values():
            entries.sort(key=lambda e: (-len(e.words), e.partial))
        # The entries of several words, by the first and by the second.
        self._pairs: dict[str, dict[str, list[_Entry]]] = {}
        for entries in self._entries.values():
            for entry in entries:
                if len(entry.words) > 1:
                    behind = self._pairs.setdefault(entry.words[0], {})
                    behind.setdefault(entry.words[1], []).append(entry)
        # The entries of one word, by that word.
        self._words = {
            word: single
            for word, entries in self._entries.items()
            if (single := next((e for e in entries if len(e.words) == 1), None)) is not None
        }
        # The words with which a label can begin: all others are passed over at once.
        self.starts = frozenset(self._entries) | {m.split()[0] for m in self.modifiers}
        self._modifier_starts = frozenset(m.split()[0] for m in self.modifiers)
        self._suffix_starts = frozenset(m.split()[0] for m in self.suffixes)

    @cached_property
    def run_together(self) -> dict[str, str]:
        """The labels of people without their blanks, each with its role, for letter-spaced lines."""
        return {
            folded.replace(" ", ""): role.id
            for folded, role, _ in self._roles.labels()
            if len(folded) >= SHORTEST_RUN and "person" in role.kinds
        }

    def _add(self, label: tuple[str, ...], ids: dict[str, set[str]], field: str, partial: bool) -> None:
        if label:
            languages = tuple(frozenset(spoken) for spoken in ids.values())
            entry = _Entry(label, tuple((i,) for i in ids), languages, field, partial)
            self._entries.setdefault(label[0], []).append(entry)

    @staticmethod
    def _index(phrases: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
        index: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append(words)
        return index

    def find_places(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens at which a label may begin: its first word, and of longer labels the second."""
        starts = self.starts
        places = [n for n, token in enumerate(tokens) if token[0] in starts]
        return [n for n in places if self._may_begin(tokens, n)] if places else places

    def _may_begin(self, tokens: Sequence[Token], i: int) -> bool:
        first = tokens[i].folded
        if first in self._words or first in self._modifier_starts:
            return True
        second = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        behind = self._pairs[first]
        return second in behind or second[:-1] in behind

    def part_capitals(self, token: Token) -> list[Token]:
        """A word of capitals that begins with a label and a name glued to it: "DISTRIBUTIONMARS"."""
        size = token.end - token.start
        if size < 9 or not token.capital or token.folded in self.starts or len(token.folded) != size:
            return [token]
        for cut in range(min(size - 2, 30), 5, -1):
            entries = self._entries.get(token.folded[:cut], ())
            if any(len(e.words) == 1 and e.readings for e in entries):
                at = token.start + cut
                return [
                    Token(token.folded[:cut], token.start, at, True),
                    Token(token.folded[cut:], at, token.end, True),
                ]
        return [token]

    def stops_at(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a phrase that ends a label's value ("based on", "Running time") begins at token `i`."""
        return any(
            all(i + k < len(tokens) and tokens[i + k].folded == word for k, word in enumerate(phrase))
            for phrase in self.stops.get(tokens[i].folded, ())
        )

    def find(self, text: str, tokens: Sequence[Token], i: int) -> Label | None:
        """The longest label that begins at token `i`, combined ones included ("Writer-director")."""
        label = self._combined(text, tokens, i)
        if tokens[i].folded in self._modifier_starts and (label is None or label.partial):
            return self._modified(text, tokens, i) or label
        return label

    def _combined(self, text: str, tokens: Sequence[Token], i: int) -> Label | None:
        label = self._single(text, tokens, i)
        if label is None:
            return None
        for _ in range(_MOST_PARTS):
            following = self._next_part(text, tokens, label) if label.readings else None
            if following is None:
                break
            span = Span(label.span.start, following.span.end)
            # "Produktion / Production": one label in two languages means all that both can mean.
            common = [n for n, r in enumerate(label.readings) if r in following.readings]
            if common[1:]:
                readings = tuple([label.readings[n] for n in common])
                languages = tuple([label.languages[n] for n in common])
                label = label._replace(span=span, readings=readings, last=following.last, languages=languages)
                continue
            roles = tuple(dict.fromkeys((*label.roles, *following.roles)))
            if following.roles in label.readings:
                roles = following.roles  # "Produção/Production Company": the second word decides
            label = Label(
                span, (roles,), "", i, following.last,
                partial=following.partial, languages=(following.languages[0],),
            )  # fmt: skip
        return label

    def _next_part(self, text: str, tokens: Sequence[Token], label: Label) -> Label | None:
        """The further part of a combined label that begins right behind `label`."""
        i = label.last
        aside = _ASIDE.match(text, label.span.end) if label.partial else None
        while aside and i < len(tokens) and tokens[i].start < aside.end():
            i += 1
        if i >= len(tokens):
            return None
        if aside:
            behind = self._single(text, tokens, i)
            return behind if behind and behind.readings else None
        is_and = tokens[i].folded in _AND
        if is_and and i + 1 < len(tokens):
            i += 1
        if tokens[i].folded not in self._entries:
            return None
        between = text[label.span.end : tokens[label.last].start]
        if between != " " and not _LINK.fullmatch(between) and not _PLURAL.fullmatch(between.strip()):
            return None
        if i > label.last and not _LINK.fullmatch(text[tokens[i - 1].end : tokens[i].start]):
            return None
        following = self._single(text, tokens, i)
        if following is None or not following.readings:
            return None
        if between.startswith(",") and following.last - i == 1 and tokens[i].folded in self.marked:
            return None  # "X PRODUCTIONS, AD VITAM"
        # Side by side without a link, two words name one role: "Music Composer".
        if not is_and and not between.strip() and following.roles != label.roles:
            return None
        return following

    def _single(self, text: str, tokens: Sequence[Token], i: int) -> Label | None:
        entry = self._longest(text, tokens, i)
        if entry is None:
            return None
        last = i + len(entry.words)
        end = tokens[last - 1].end
        if text[end : end + 1] in _PLURAL_MARKS:
            plural = _PLURAL.match(text, end)
            if plural:
                end = plural.end()
                while last < len(tokens) and tokens[last].start < end:
                    last += 1
        if last < len(tokens) and tokens[last].folded in self._suffix_starts:
            last, end = self._behind_suffix(text, tokens, last, end)
        span = Span(tokens[i].start, end)
        return _make_label((span, entry.readings, entry.field, i, last, "", entry.partial, entry.languages))

    def _longest(self, text: str, tokens: Sequence[Token], i: int) -> _Entry | None:
        """The longest entry whose words stand at token `i`."""
        first = tokens[i].folded
        behind = self._pairs.get(first)
        if behind and i + 1 < len(tokens):
            second = tokens[i + 1].folded
            for entry in behind.get(second) or behind.get(second[:-1]) or ():
                if i + len(entry.words) <= len(tokens) and _fits(text, tokens, i, entry.words):
                    return entry
        return self._words.get(first)

    def _behind_suffix(self, text: str, tokens: Sequence[Token], last: int, end: int) -> tuple[int, int]:
        """Past words that do not change the role ("original", "de film"): index of the next token, offset."""
        for size in (1, 2, 3):
            behind = tokens[last : last + size]
            phrase = " ".join(t.folded for t in behind)
            if len(behind) == size and phrase in self.suffixes and text[end : behind[0].start] == " ":
                return last + size, behind[-1].end
        return last, end

    def _modified(self, text: str, tokens: Sequence[Token], i: int) -> Label | None:
        """A label behind a modifier: "U.S. Distributor", "Main cast"."""
        for size in (1, 2):
            words = " ".join([t.folded for t in tokens[i : i + size]])
            if words in self.modifiers and i + size < len(tokens):
                between = text[tokens[i + size - 1].end : tokens[i + size].start]
                if between.strip(" .-"):
                    continue
                label = self._combined(text, tokens, i + size)
                if label and label.readings:
                    modifier = text[tokens[i].start : tokens[i + size].start].strip()
                    span = Span(tokens[i].start, label.span.end)
                    return label._replace(span=span, first=i, modifier=modifier)
        return None


def _fits(text: str, tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a label stand at token `i`, close together on one line."""
    for k in range(1, len(words)):
        folded = tokens[i + k].folded
        if folded != words[k] and folded != words[k] + "s":
            return False
    for k in range(i, i + len(words) - 1):
        between = text[tokens[k].end : tokens[k + 1].start]
        if between != " " and (len(between.strip(SOFT)) > 3 or not _APART.isdisjoint(between)):
            return False
    return True


class _Holder:
    """Makes a catalog a cache key by identity."""

    def __init__(self, roles: RoleCatalog) -> None:
        self.roles = roles

    def __hash__(self) -> int:
        return id(self.roles)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder) and other.roles is self.roles


def load_lexicon(roles: RoleCatalog) -> Lexicon:
    """The lexicon of a role catalog, built once for each."""
    return _build(_Holder(roles))


@lru_cache(maxsize=4)
def _build(holder: _Holder) -> Lexicon:
    return Lexicon(holder.roles)
