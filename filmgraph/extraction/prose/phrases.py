"""Phrases of the trade as people write them down, turned into patterns over masked prose.

A phrase is plain lower-case words with placeholders:

| `{p}` | one person, by full name or surname | `{full}` | one person by full name |
| `{part}` | a name that a character may bear | `{desc}` | a part without a name ("the boy interpreter") |
| `{player}` | one person, with an aside in brackets or commas | | |
| `{people}` | one or more people, or a team | `{stars}` | the same with words of praise between |
| `{co}` | one or more companies | `{title}`, `{titles}` | quoted (or set off) titles |
| `{film}` | the film under review: its title, "the film", "it" | `{adj}` | up to four words |
| `{'s}` | a possessive | `{gap}` | up to sixty characters with no name in them |
| `{fulls}` | one or more people by full name | `{subject}` | people, with an aside in brackets or commas |
| `{fullsubject}` | the same by full name | `{persona}` | a part without a name, as an object ("his wife") |
| `{figure}` | a part without a name, before its player | `{kind}` | the same without its article |
| `{epithet}` | up to three words before a part's name | | |
| `{the}` | an article, or nothing | `(…)?` | may be left out |

`{p2}`, `{people2}` … are second ones. What stands outside brackets must be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType

from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.masking import COMPANY, DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Piece
from filmgraph.extraction.text.needed_letters import (
    ONE_SIGN,
    SIGN_FIRST,
    choose_beside_signs,
    find_needed_letters,
)
from filmgraph.extraction.text.needed_words import NeededWords, find_needed_words

_WHO = f"{FULL}{SINGLE}{TEAM}{DIRECTOR}"
_AND = r"(?:, (?:and |et |y |e |as well as )?| (?:and|&|et|und|y|e|en|og|och|i) |/| / )"
# A word of up to four beside a name; a full stop ends the sentence unless it shortens a word.
_ADJ_WORD = r"(?:[\w’'-]+|(?:[a-z]\.-?)+|(?:mr|mrs|ms|dr|st|sgt|lt|capt|col|gen|prof|rev|jr|sr)\.) "
# "stars as Gittes", "featuring songs by Bob Dylan": behind these words stands no player.
_NO_LEAD = (
    r"(?!(?:as|in|on|at|by|to|for|from|into|like|who|whom|which|that|whose|songs?|music|scores?|tunes?|paintings?|photographs?|poems?|poetry"
    r"|als|comme|como|come|dans|chez|sur|par|aus|bei|en|di) )"
)
_LEAD = rf"(?:(?:{_NO_LEAD}{_ADJ_WORD}){{1,4}}?)?"
_ROLE_NOTE = r"(?: \([^()]{1,40}\))?"
# A possessive behind a comma begins something new: "by Marguerite Duras, Henri Colpi’s film".
_PEOPLE = rf"[{_WHO}](?:(?!, [{_WHO}]['’]s? ){_AND}(?:with )?[{_WHO}])*"
# "by the director's brother, Philippe Schoeller"
_RELATION = (
    r"(?:(?:his|her|their) (?:own )?(?:brother|sister|son|daughter|wife|husband|father|mother|cousin),? |"
    rf"[{_WHO}]['’]s (?:brother|sister|son|daughter|wife|husband|partner|father|mother|cousin"
    r"|(?:own |regular |usual |longtime |long-time |frequent |trusted )+[\w-]+),? )?"
)
_STARS = (
    rf"(?:{TITLE} )?{_LEAD}(?:{TITLE} {_LEAD})?[{FULL}{SINGLE}]{_ROLE_NOTE}"
    rf"(?:{_AND}(?:{TITLE} )?{_LEAD}(?:{TITLE} {_LEAD})?[{FULL}{SINGLE}]{_ROLE_NOTE})*"
)
# "the Belgian outfit Les Films du Fleuve"
_OUTFIT = (
    r"(?:the )?(?:(?!in |en |of |by |with |for |from |and |et |y |e |par |por |pour |para |per |con |avec "
    r"|com |da |pel[oa] )[\w-]+ ){0,2}?"
)
_COMPANIES = rf"{_OUTFIT}[{COMPANY}{FULL}{SINGLE}](?:{_AND}{_OUTFIT}[{COMPANY}{FULL}{SINGLE}])*"
# What stands between commas or in brackets behind a name; names only behind "in", "of", "by" or "from", or
# in a clause that says who someone is ("⟨X⟩, who wrote songs for ⟨Y⟩, provides …").
_ASIDE = (
    rf"(?: \([^()\n]{{1,80}}\))?(?:,(?:(?:[^,.;:()\n{FULL}{SINGLE}{TEAM}]"
    rf"|(?<= in | of | by |rom )[{FULL}{SINGLE}]|[{FULL}{SINGLE}](?=['’])){{1,90}}"
    rf"| (?:who(?! [^,]*{TITLE})|whose|of|late of|later of|from|known|best known|last seen|seen|fresh from) "
    rf"(?:[^,.;:()\n]|,(?! (?:and |but |while )?[{_WHO}])){{1,110}}?"
    r"),(?! (?:and|or) ))?"
)
PLACEHOLDERS = {
    "p": f"(?P<p>[{_WHO}])",
    "p2": f"(?P<p2>[{_WHO}])",
    "full": f"(?P<people>{FULL})",
    "part": f"(?P<part>[{FULL}{SINGLE}{OWN}])",
    "people": f"{_RELATION}(?P<people>{_PEOPLE})",
    "player": rf"(?P<p>[{_WHO}]){_ASIDE}",
    "folks": f"(?P<people>{_PEOPLE})",
    "fulls": f"(?P<people>{FULL}(?:{_AND}{FULL})*)",
    "fullsubject": rf"(?P<people>{FULL}(?:{_AND}{FULL})*){_ASIDE}",
    "subject": rf"(?P<people>{_PEOPLE}){_ASIDE}",
    "people2": f"(?P<people2>{_PEOPLE})",
    "stars": f"(?P<people>{_STARS})",
    "co": f"(?P<co>{_COMPANIES})",
    "firms": f"(?P<co>[{COMPANY}{FULL}{SINGLE}](?:{_AND}{_OUTFIT}[{COMPANY}{FULL}{SINGLE}])*)",
    "co2": f"(?P<co2>{_COMPANIES})",
    "title": f"(?P<title>{TITLE})",
    "titles": rf"(?P<title>{TITLE}(?:,? (?:and |et |und |y |e |or )?{TITLE})*)",
    "own": OWN,
    "part2": f"(?P<part2>[{FULL}{SINGLE}{OWN}])",
    "desc": (
        r"(?P<desc>(?:the|an?|his|her|their|its) (?:[\w’'-]+ ){0,5}?[\w’'-]+)"
        r"(?= in | who | whose | with | of | is | was | has | and | but |[,.;:)]|$)"
    ),
    "figure": r"(?P<desc>(?:the|an?|his|her|their|its) (?:[\w’'-]+ ){0,3}?[\w’'-]+)",
    "kind": r"(?P<desc>(?:[\w’'-]+ ){0,2}?[\w’'-]+)",
    "epithet": (
        r"(?:(?!(?:and|or|but|while|with|who|whom|that|which|as|in|on|at|to|from|for|by|is|was|of"
        r"|et|und|en|y|e|qui|der|que|che|die|og|och|mit|med|met) )[\w’'-]+ ){0,3}"
    ),
    "persona": (
        r"(?P<desc>(?:the|an?|his|her|their|its|one|another|(?:the )?[\ue000\ue001\ue003\ue005]['’]s?)"
        r" (?:[\w’'-]+ ){0,5}?"
        r"[\w’'-]+)(?= in | who | whose | whom | with | of | on | at | from | as | for | to | is | was | has "
        r"| and | but |[,.;:)]|$)"
    ),
    "film": rf"(?:(?:the |this |le |la |der |die |das )?(?:film|movie|picture|pic|feature)|it|{OWN})",
    "adj": rf"(?:{_ADJ_WORD}){{0,4}}?",
    "'s": r"['’]s?",
    "gap": r"[^.;()\n\ue000-\ue0ff]{0,60}?",
    "the": r"(?:(?:the|a|an|his|her|their|le|la|les|un|une|son|sa|der|die|das|ein|eine|el|los|il|lo) )?",
    "his": r"(?:his|her|their|its)",
}
_WORDS = re.compile(r"[^\W\d_]+")
_RARE = 5  # a word of so many letters is rare enough to find a phrase by
_SLOT = re.compile(r"\{([a-z'][a-z0-9']*)\}")
# What a match may lack, innermost first: sets, brackets, single optional letters.
_MAYBE = (
    re.compile(r"\[[^\]]*\](?:\{\d+,?\d*\}|[?*+])*"),
    re.compile(r"\((?:[^()\\]|\\.)*\)(?:\{\d+,?\d*\}|[?*+])*"),
    re.compile(r"\((?:[^()\\]|\\.)*\)(?:\{\d+,?\d*\}|[?*+])*"),
    re.compile(r"\\?.[?*]"),
)


_MAY_END_SHORT = re.compile(r"\b([^\W\d_]+)([^\W\d_])\?")
_SIGN_SET = re.compile(r"\\ue00\d|\[(?:\\ue00\d)+\]")
# What stands between placeholders.
_PART = re.compile(r"[^\x00\x01|?+*\\]+")
# "(also )?", "(…)? ": an optional bracket that does not begin with a blank, and the blank behind it.
_MAY_LACK = re.compile(r"\((?![ ?])([^()]*(?:\([^()]*\)[^()]*)*)(?<! )\)\? ")
# A group of alternatives that a match cannot do without: "(editing|cutting)".
_CHOICE = re.compile(r"\(([^()?\\\[\]{}*+\x00]+)\)(?![?*])")


# Words behind a placeholder or a comma: "{player} is {part}".
_ANCHOR = re.compile(r"(?<=[}?])(?<!\)\?)( [a-zà-ÿ]+(?: [a-zà-ÿ]+)* )(?=[\[{(])")
_SET = re.compile(r"\[[^\]]*\]|\\.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase. `group` is the group of the file it stands in.

    A match holds one of `keys`, which are whole words or a sign with the letters beside it (where there are
    such), and of each group of `letters` one as it stands. `needed` are all words that it cannot do without.
    `anchor` are words that stand in it as they are, which are found before the rest is tried, and `behind`
    is what follows them. `whole` says that it begins with a word, which must not be the end of a longer
    one. That is checked outside the pattern: a pattern that begins with plain
    letters is found ten times as fast as one that first looks behind.
    """

    group: str
    source: str
    keys: tuple[str, ...]
    letters: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    whole: bool
    needed: NeededWords
    anchor: str = ""
    behind: re.Pattern[str] | None = None

    def may_stand(self, flat: str, start: int, end: int) -> bool:
        """Whether the letters that the phrase holds stand in a range of prose with one sign for all signs."""
        for group in self.letters:
            for letters in group:
                if flat.find(letters, start, end) >= 0:
                    break
            else:
                return False
        return True

    def find(self, masked: str, start: int, end: int) -> list[re.Match[str]]:
        """The matches in a range of masked prose."""
        end += 2  # so that the end of a line is not taken for the end of the text
        if self.behind and not self._may_follow(self.behind, masked, start, end):
            return []
        matches = [*self.pattern.finditer(masked, start, end)]
        if matches and self.whole:
            return [m for m in matches if not _goes_on(masked[m.start() - 1 : m.start()])]
        return matches

    def _may_follow(self, behind: re.Pattern[str], masked: str, start: int, end: int) -> bool:
        """Whether what stands behind the anchor follows it anywhere in a range."""
        length = len(self.anchor)
        at = masked.find(self.anchor, start, end)
        while at >= 0:
            if behind.match(masked, at + length, end):
                return True
            at = masked.find(self.anchor, at + 1, end)
        return False


def _goes_on(before: str) -> bool:
    """Whether a word goes on behind a letter."""
    return before.isalnum() or before == "-"


_by_number = itemgetter(0)


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The phrases of a file, found by the words they cannot do without.

    `by_word` gives the places in `phrases` of those that have a word among their
    keys, `keys` these words; `others` are the places of phrases that have none.
    """

    phrases: tuple[Phrase, ...]
    by_word: Mapping[str, tuple[int, ...]]
    keys: frozenset[str]
    others: tuple[int, ...]

    def find(self, piece: Piece) -> Iterator[tuple[Phrase, re.Match[str]]]:
        """Every match of every phrase in masked prose, phrase by phrase.

        A phrase is only looked for in those parts of the piece that hold one of its
        words: no phrase goes across a line break.
        """
        masked, flat, length = piece.masked, piece.flat, len(piece.masked)
        phrases, by_word, present = self.phrases, self.by_word, piece.words & self.keys
        found: list[tuple[int, re.Match[str]]] = []
        for n in self.others:
            needed = phrases[n].needed
            if not needed.all_of <= piece.words or (needed.one_of and not needed.stand_in(piece.words)):
                continue
            if not phrases[n].letters or phrases[n].may_stand(flat, 0, length):
                matches = phrases[n].find(masked, 0, length)
                if matches:
                    found += [(n, match) for match in matches]
        for start, end, words in piece.parts or ((0, length, piece.words),):
            for n in {n for word in words & present for n in by_word[word]}:
                phrase = phrases[n]
                needed = phrase.needed  # most lack a word, which is seen without a call
                if not needed.all_of <= words or (needed.one_of and not needed.stand_in(words)):
                    continue
                if not phrase.letters or phrase.may_stand(flat, start, end):
                    matches = phrase.find(masked, start, end)
                    if matches:
                        found += [(n, match) for match in matches]
        found.sort(key=_by_number)
        return ((phrases[n], match) for n, match in found)


@lru_cache(maxsize=16)
def load_phrases(name: str) -> PhraseBook:
    """The phrases of the pattern file `name`, in order."""
    lines = [(group, line) for group, lines in load_lines(name).items() for line in lines]
    return build_book(compile_phrase(group, line) for group, line in lines)


def build_book(phrases: Iterable[Phrase]) -> PhraseBook:
    """A book of phrases, in order."""
    phrases = tuple(phrases)
    by_word: dict[str, list[int]] = {}
    others = []
    for n, phrase in enumerate(phrases):
        for key in phrase.keys:
            by_word.setdefault(key, []).append(n)
        if not phrase.keys:
            others.append(n)
    placed = MappingProxyType({k: tuple(v) for k, v in by_word.items()})
    return PhraseBook(phrases, placed, frozenset(by_word), tuple(others))


def _key(trigger: str, source: str) -> str:
    """The longest word of a trigger that stands as a whole word in the phrase, or nothing."""
    whole = [
        w for w in _WORDS.findall(trigger) if re.search(rf"(?<![\w?\]*]){re.escape(w)}(?![\w?*])", source)
    ]
    return max(whole, key=len, default="")


def compile_phrase(group: str, line: str) -> Phrase:
    """A phrase as a pattern over masked prose; raises KeyError for an unknown placeholder."""
    whole = line[0].isalpha() or line.startswith("{film}")
    tail = "" if line.endswith("}") else r"(?![\w-])"
    source = re.sub(r"(?<!\w)de (?=\{)", "(?:de |d'|d’)", line)
    # A pattern that begins with a sign is searched for much faster than one with an optional beginning.
    source = re.sub(r"^\{co\}", "{firms}", source)
    source = re.sub(r"^\{people\}", "{folks}", source)
    letters = find_needed_letters(_both_forms(source))
    keys = tuple(dict.fromkeys(_key(trigger, _both_forms(line)) for trigger in _triggers(source)))
    if min(map(len, keys)) < _RARE:
        # "is", "as": nearly each paragraph has them, but not right beside a name.
        keys = choose_beside_signs(letters) or (keys if all(keys) else ())
    anchor = _find_anchor(source)
    return Phrase(
        group,
        line,
        keys,
        letters,
        re.compile(fill_slots(source) + tail),
        whole,
        find_needed_words(source),
        anchor[1] if anchor else "",
        re.compile(fill_slots(source[anchor.end() :]) + tail) if anchor else None,
    )


def _find_anchor(source: str) -> re.Match[str] | None:
    """The first words of a phrase that stand outside of brackets, none of them optional."""
    for anchor in _ANCHOR.finditer(source):
        before = _SET.sub("", source[: anchor.start()])
        if before.count("(") == before.count(")"):
            return anchor
    return None


def begins_with_sign(source: str) -> bool:
    """Whether all that a phrase matches begins with the sign of a name or title.

    >>> begins_with_sign("{people}{'s} {adj}"), begins_with_sign("({own})? with {people}")
    (True, False)
    """
    slot = _SLOT.match(source)
    return (
        slot is not None and slot[1] in SIGN_FIRST and source[slot.end() : slot.end() + 1] not in ("?", "*")
    )


def fill_slots(source: str) -> str:
    """A phrase with its placeholders as patterns; an optional bracket takes the blank behind it along."""
    return _SLOT.sub(lambda m: PLACEHOLDERS[m.group(1)], _MAY_LACK.sub(r"(?:(?:\1) )?", source))


def _triggers(line: str) -> tuple[str, ...]:
    """The words that every match of a phrase holds, or the alternatives of which it holds one."""
    bare = _SLOT.sub(lambda m: "\x01" if m.group(1) in ONE_SIGN else "\x00", _both_forms(line))
    bare = _SIGN_SET.sub("\x01", bare)
    choices = [tuple(c.split("|")) for c in _CHOICE.findall(bare)]
    for maybe in _MAYBE:
        bare = maybe.sub("\x00", bare)
    words = max((m.strip() for m in _PART.findall(bare)), key=len, default="")
    best = max(choices, key=lambda c: min(map(len, c)), default=())
    return best if best and min(map(len, best)) > len(words) else (words,)


def _both_forms(line: str) -> str:
    """A phrase with the two forms of a word that may lack its last letter: "(produce|produced)"."""
    return _MAY_END_SHORT.sub(r"(\1|\1\2)", line)
