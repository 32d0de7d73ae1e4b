"""Labels of one letter, as listings set them: "R: X, B: Y, K: Z" or "B X" line by line.

A letter means different things in different languages ("D" is *Darsteller* in
German and *director* in English), so it counts only in a block of at least three,
all of which one language knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_LINK = r"(?:\s?[/+&,]\s?|\s(?:und|et|y|e|and|u\.|en)\s)"
_LINE = re.compile(rf"(?P<letters>[A-Z](?:{_LINK}[A-Z])*)(?P<mark>\s?[:.]\s?|\s+)(?=[^\W\d_]{{2}})")
# Inside a line: "R: X", "R.: X", "[F.] X", and small letters: "p—X" in British monthlies, "r.: X" in Italian
# ones, "d: X; w: Y" in capsules.
_INLINE = re.compile(
    rf"(?P<letters>[A-Z](?<![^\s(;,|·](?s:.))(?:{_LINK}[A-Z])*)\.?\s?:\s?(?=[^\s:])"
    r"|(?<=\[)(?P<bracketed>[A-Z])\.\]\s*(?=[^\W\d_])"
    r"|(?<![^\s;\[])(?P<small>[A-Za-z])(?:—|\.?:\s)(?=[^\W_])"
)
_FEWEST = 3  # labels of such a run besides the letters
_CAPITALS = re.compile(r"[A-Z]")
_PRODUCING = frozenset({"producer", "production-company"})  # the form of a name tells which

# "d. Ann Lee   p. Bo Ray   exec p. Cy Dunn": small abbreviations, each with its name, wide gaps between them.
_DOTTED = re.compile(r"(?:(?<=  )|(?<!.))(?P<label>[a-z](?:[a-z .-]{0,14}[a-z])?)\. (?=[A-ZÀ-Þ])")
_GAP = re.compile(r"\S {2,}(?=\S)")
_LEAST_DOTTED = 4  # on the lines of one block

# "p Ann Lee sc Bo Ray m Cy Dunn": guides set small letters and abbreviations between the names.
_BARE = re.compile(r"(?<![^\s.])(?P<small>[pdmw]) (?=[A-ZÀ-Þ])")

LetterLabels = dict[int, list[tuple[Label, int]]]


def find_letter_labels(
    text: str, lines: Sequence[Span], kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
) -> LetterLabels:
    """For each line with letter labels: the labels, each with the offset at which its value starts.

    `labels` are the words that count as labels on each line; among them a letter needs fewer of its kind.
    """
    found: dict[int, list[re.Match[str]]] = {}
    mixed: LetterLabels = {}
    starts = 0
    for i, line in enumerate(lines):
        if kinds[i] in ("teasers", "body", "strapline"):
            continue
        alone = not text[line.start + 1 : line.start + 2].isalnum()  # one letter, as few lines begin
        match = _LINE.match(text, line.start, line.end) if alone else None
        marked = line.end - line.start < 3000 and (
            text.count(":", line.start, line.end) >= 3
            or (len(labels[i].found) >= 3 and ("—" in line.of(text) or ".]" in line.of(text)))
        )
        if len(labels[i].found) >= _FEWEST and sum(_is_bare(c, text) for c in labels[i].found) >= _FEWEST:
            mixed[i] = _among_words(
                list(_BARE.finditer(text, line.start, line.end)), labels[i].found, lexicon
            )
            continue
        inline = list(_INLINE.finditer(text, line.start, line.end)) if marked else []
        strong = [c for c in labels[i].found if c.strong and c.label.readings] if inline else []
        if len(strong) >= 3:
            mixed[i] = _among_words(inline, strong, lexicon)
            continue
        inline = [m for m in inline if m["letters"]]
        if len(inline) >= 3:
            found[i] = inline
        elif match and line.end - match.end() > 3 and text[match.end()].isupper():
            found[i] = [match]
            starts += 1
    mixed |= _find_dotted(text, lines, kinds, labels, lexicon)
    if starts < 3:
        found = {i: matches for i, matches in found.items() if len(matches) >= 3}
    if not found:
        return mixed
    language, roles = _choose_language({c for ms in found.values() for m in ms for c in _letters(m)}, lexicon)
    return mixed | {
        i: [(_label(m, roles, language), m.end()) for m in matches]
        for i, matches in found.items()
        if roles and sum(c in roles for m in matches for c in _letters(m)) * 3 >= 2 * len(matches)
    }


def _find_dotted(
    text: str, lines: Sequence[Span], kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
) -> LetterLabels:
    """Letters with full stops on lines of nothing but such abbreviations, among the lines of a block."""
    rows: dict[int, list[re.Match[str]]] = {}
    for i, line in enumerate(lines):
        if text[line.start + 1 : line.start + 2] == "." or (labels[i].found and ". " in line.of(text)):
            pieces = list(_DOTTED.finditer(text, line.start, line.end))
            if len(pieces) > len(_GAP.findall(text, line.start, line.end)) and kinds[i] != "teasers":
                rows[i] = pieces
    dotted: LetterLabels = {}
    for i, pieces in rows.items():
        block = sum(len(rows.get(n, ())) for n in range(i - 2, i + 3))
        if block < _LEAST_DOTTED or len(labels[i].found) >= _FEWEST:
            continue
        near = [m for n in range(i - 2, i + 3) for m in rows.get(n, ())]
        known = [label for m in near if (label := _word_of(m, text, lexicon))]
        single = {fold(m["label"]) for m in near if len(m["label"]) == 1}
        language, roles = _rank_languages(single, known, lexicon)
        if single and roles and single <= set(roles):
            dotted[i] = [(_dotted_label(m, text, roles, language, lexicon), m.end()) for m in pieces]
    return dotted


def _dotted_label(
    match: re.Match[str], text: str, roles: dict[str, tuple[str, ...]], language: str, lexicon: Lexicon
) -> Label:
    span = Span(*match.span("label"))
    if span.end - span.start == 1:
        readings = tuple([(r,) for r in roles[fold(match["label"])]])
        return Label(span, readings, "", 0, 0, languages=tuple([frozenset({language}) for _ in readings]))
    return _word_of(match, text, lexicon) or Label(span, (), "skip", 0, 0)


def _word_of(match: re.Match[str], text: str, lexicon: Lexicon) -> Label | None:
    """The label that an abbreviation of several letters is, where it is one as a whole."""
    tokens = read_tokens(text, Span(*match.span("label")))
    label = lexicon.find(text, tokens, 0) if tokens and len(match["label"]) > 1 else None
    return label if label and label.last == len(tokens) else None


def _is_bare(c: Candidate, text: str) -> bool:
    return c.separator == "" and text[c.label.span.start].islower()


def _among_words(
    letters: Sequence[re.Match[str]], words: Sequence[Candidate], lexicon: Lexicon
) -> list[tuple[Label, int]]:
    """Letters among labels of words, read in the language that knows most of them and of the words.

    None stands for a job that a word names.
    """
    letters = [m for m in letters if not m.string[m.end() : m.end() + 1].isdigit()]  # "D.: 89’" is a length
    printed = {c for m in letters for c in _letters(m)}
    named = {role for c in words if len(c.label.readings) == 1 for role in c.label.roles}
    language, known = _rank_languages(printed, [c.label for c in words], lexicon)
    # "P: Ann Lee … Pg: X Film": what another label names is no reading of the letter any more.
    roles = {
        letter: left for letter, ids in known.items() if (left := tuple(i for i in ids if i not in named))
    }
    letters = [m for m in letters if not _is_inside_bracket(m)]
    free = [m for m in letters if not any(c.label.span.start <= m.start() < c.label.span.end for c in words)]
    return [(_label(m, roles, language), m.end()) for m in free]


def _rank_languages(
    letters: set[str], words: Sequence[Label], lexicon: Lexicon
) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The letters of the language that knows most of those printed, and most of the words among them."""
    spoken = Counter(language for label in words for language in frozenset().union(*label.languages))
    ranked = sorted(
        lexicon.letters.items(),
        key=lambda entry: (-len(letters & set(entry[1])), -spoken[entry[0]], entry[0]),
    )
    return ranked[0] if ranked else ("", {})


def _is_inside_bracket(match: re.Match[str]) -> bool:
    """Whether a letter stands in a bracket behind another film: "in KISMET (R: Lars Becker)"."""
    text, start = match.string, match.start()
    at = text.rfind("(", max(match.pos, start - 60), start)
    return at > match.pos and text.find(")", at, start) < 0


def _letters(match: re.Match[str]) -> list[str]:
    printed = match.group(_group(match))
    return [fold(printed)] if len(printed) == 1 else [fold(c) for c in _CAPITALS.findall(printed)]


def _group(match: re.Match[str]) -> str:
    return next(name for name in ("letters", "bracketed", "small") if match.groupdict().get(name))


def _choose_language(letters: set[str], lexicon: Lexicon) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The letters of the language that knows most of those on the page, three at least; else nothing."""
    ranked = sorted(lexicon.letters.items(), key=lambda entry: (-len(letters & set(entry[1])), entry[0]))
    if not ranked or len(letters & set(ranked[0][1])) < 3:
        return "", {}
    return ranked[0]


def _label(match: re.Match[str], roles: dict[str, tuple[str, ...]], language: str) -> Label:
    letters = _letters(match)
    span = Span(*match.span(_group(match)))
    if not all(c in roles for c in letters):
        return Label(span, (), "skip", 0, 0)
    if len(letters) == 1:
        if len(roles[letters[0]]) > 1 and not _PRODUCING.issuperset(roles[letters[0]]):
            return Label(span, (), "unknown", 0, 0)  # an Italian "M." is musica or montaggio
        readings = tuple((r,) for r in roles[letters[0]])
        return Label(span, readings, "", 0, 0, languages=tuple(frozenset({language}) for _ in readings))
    combined = tuple(dict.fromkeys(roles[c][0] for c in letters))
    return Label(span, (combined,), "", 0, 0, languages=(frozenset({language}),))
