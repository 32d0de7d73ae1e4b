"""Abbreviations that no list holds, told by the run of labels that they stand in.

Every guide shortens the words of the crafts in its own way: "Schn: X", "cos X", "Ma: X". Among four labels
that we know, set in one form, what stands in the same form is a label too, and ends the value before it.
What it says is told by the words that begin with it, or by their first letters ("pd"), in the languages of
the labels around it, where nearly all of them name one craft and no other label of the run names that.
Where they do not, its names are left for a person to see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.lexicon import Label
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.text.lines import Lines
from filmgraph.model.document import Span
from filmgraph.model.names import fold, is_article

_FEWEST = 4  # labels that we know in one form
_LONGEST = 4000
# "… Günther Fischer.  Schn: Evelyn Carow", "… Gough. m/m.d—John Barry", "…   pd Michael Pickwoad   cos …"
_FORMS = {
    ":": re.compile(r"(?:(?<=[.;,)»”\"|/·•–] )|(?<=  )|(?<=\t))([^\W\d_]{2,9})\.?\s?:\s(?=[^\W\d_a-z])"),
    "—": re.compile(r"(?<=[.;] )([a-z]{1,4}(?:[./][a-z]{1,4}){0,3})\.?—(?=[^\W\d_a-z])"),
    " ": re.compile(r"(?:(?<=  )|(?<=\t))([a-z]{2,6})\.? (?=[^\W\d_a-z])"),
}
# "d/sc Ann Lee", "d, sc Ann Lee": a letter joined to the label behind it.
_LETTER = re.compile(r"(?<!\S)([a-z])\s?[/,&+]\s?\Z")
# "Koprod. Fatih Akin", "DoPs: Ann Lee", "Edit Bo Ray": the first word of a line.
_FRONT = re.compile(r"(?P<word>[^\W\d_]{3,9})(?P<mark>\.?\s?:\s*|\.\s|\s)(?=[^\W\d_a-z])")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Þ])")  # "RegieAss"
_GOES_ON = frozenset({"Mitarbeit"})  # of whom the list before it goes on with
_ENDS = re.compile(r"[;|·•–:]|\. ")
_FEW_LETTERS = 3
_VOWELS = frozenset("aeiouy")
_NO_LIST = frozenset({"body", "teasers", "strapline", "byline", "headline"})
_CAST = frozenset({"actor", "voice-actor"})


def find_line_labels(
    text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels]
) -> Iterator[tuple[int, Candidate]]:
    """The labels that we do not know among lines of labels, with their lines: "Koprod. X", "DoPs: X".

    At least four lines of one block begin with labels of credits that are set alike, and what stands behind
    the word is a list of full names.
    """
    if sum([1 for line in labels if line.found]) < _FEWEST:
        return
    for first, last in _blocks(lines, kinds):
        known = {
            n: labels[n].found[0]
            for n in range(first, last + 1)
            if labels[n].found and labels[n].found[0].at_start and labels[n].found[0].label.readings
        }
        if len(known) < _FEWEST or len(known) * 2 < last - first:
            continue
        marks = Counter(c.separator if c.separator in ("", ":") else "" for c in known.values())
        languages = main_languages(list(known.values()))
        named = {role for c in known.values() for role in c.label.roles}
        for n in range(first, last + 1):
            front = (
                _FRONT.match(text, lines.spans[n].start, lines.spans[n].end) if not labels[n].found else None
            )
            if front is None or not (front["mark"] or marks.most_common(1)[0][0] == ""):
                continue
            if is_article(front["word"]):
                continue  # "THE LADY VANISHES" over the labels: no cut "The cast"
            if _CAMEL.search(text, front.end(), lines.spans[n].end):
                continue  # "Visual ConsultantAnn Lee": a label of two words
            role = choose_role(fold(front["word"]), languages, skips=False)
            if not role or role in named or not _are_names(text, Span(front.end(), lines.spans[n].end)):
                continue
            label = Label(Span(*front.span("word")), ((role,),), "", 0, 0, languages=(languages,))
            yield n, Candidate(label, ":", True, True, front.end(), True, ":" in front["mark"])


def _blocks(lines: Lines, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last of lines with no wide gap between, none of them of prose."""
    first = n = 0
    for n, (gap, kind) in enumerate(zip(lines.gaps, kinds, strict=True)):
        if gap > 1 or kind in _NO_LIST:
            if n - first > _FEWEST:
                yield first, n - 1
            first = n
    if n + 1 - first > _FEWEST:
        yield first, n


def _are_names(text: str, span: Span) -> bool:
    """Whether a stretch is a list of full names of people, or of companies that show that they are."""
    names = split_names(text, span)
    return bool(names) and all(
        " " in m.text and (looks_like_person(m.text) or looks_like_company(m.text)) for m in names
    )


def main_languages(known: Sequence[Candidate]) -> frozenset[str]:
    """The languages that most of some labels are in."""
    votes = Counter([spoken for c in known for spoken in frozenset().union(*c.label.languages)])
    most = max(votes.values(), default=0)
    return frozenset([spoken for spoken, n in votes.items() if n == most])


def with_abbreviations(text: str, line: Span, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The labels `found` on a line with those that stand like them, and with the letters joined to them."""
    known = [c for c in found if c.label.readings]
    if len(known) < _FEWEST or line.end - line.start > _LONGEST:
        return tuple(found)
    mark, size = Counter(_form_of(text, c) for c in known).most_common(1)[0]
    pattern = _FORMS.get(mark)
    if pattern is None or size < _FEWEST:
        return tuple(found)
    languages = main_languages(known)
    named = {role for c in known for role in c.label.roles}
    wide = {m.start(): m.end(1) for m in pattern.finditer(text, line.start, line.end)}
    # "RegieAss.: Ann Lee" is no "Regie".
    whole = [c for c in found if c.separator or wide.get(c.label.span.start, 0) <= c.label.span.end]
    acting = sum(not _CAST.isdisjoint(c.label.roles) for c in known)
    whole = [_spoken_here(text, c, languages, named, acting) for c in whole]
    joined = [_with_letter(text, line, _full_word(text, line, c), languages) for c in whole]
    more = _unlisted(text, line, joined, pattern, languages, named)
    return tuple(sorted([*joined, *more], key=lambda c: c.label.span.start))


def _spoken_here(
    text: str, c: Candidate, languages: frozenset[str], named: set[str], acting: int
) -> Candidate:
    """A label of two or three letters in the language of the others: "DA" between Spanish ones is no "Da"."""
    words = c.label.span.of(text)
    if len(words) > _FEW_LETTERS or not all(map(languages.isdisjoint, c.label.languages)):
        return c
    role = choose_role(words, languages, frozenset(named.difference(c.label.roles)))
    if not role:
        twice = c.label.roles == ("actor",) and acting > 1
        return c._replace(label=c.label._replace(readings=(), languages=(), field="unknown")) if twice else c
    return c._replace(label=c.label._replace(readings=((role,),), languages=(languages,)))


def _full_word(text: str, line: Span, c: Candidate) -> Candidate:
    """ "Cast.: Ann Lee" with its full stop and one name or two is short for "Casting"."""
    if (
        c.label.roles != ("actor",)
        or not c.colon
        or text[c.label.span.start : c.label.span.end + 1] != "Cast."
    ):
        return c
    behind = _ENDS.search(text, c.value_start, line.end)
    if text.count(",", c.value_start, behind.start() if behind else line.end) > 1:
        return c
    return c._replace(label=c.label._replace(readings=(("casting",),), languages=c.label.languages[:1]))


def _with_letter(text: str, line: Span, c: Candidate, languages: frozenset[str]) -> Candidate:
    """A label with the letter in front of it: "d/sc Ann Lee"."""
    letter = _LETTER.search(text, max(line.start, c.label.span.start - 6), c.label.span.start)
    if letter is None or len(c.label.readings) != 1:
        return c
    roles = _roles_of_letter(letter[1], languages)
    if not roles or roles[0] in c.label.roles:
        return c
    span = Span(letter.start(1), c.label.span.end)
    label = c.label._replace(span=span, readings=((roles[0], *c.label.roles),))
    return c._replace(label=label, at_start=c.at_start or span.start == line.start)


def _unlisted(
    text: str,
    line: Span,
    found: Sequence[Candidate],
    pattern: re.Pattern[str],
    languages: frozenset[str],
    named: set[str],
) -> Iterator[Candidate]:
    for match in pattern.finditer(text, line.start, line.end):
        before = [c for c in found if c.label.span.start <= match.start()]
        if (
            not before
            or match.start() < before[-1].label.span.end
            or (len(match[1]) > 2 and is_given_name(match[1]))
            or match[1] in _GOES_ON
        ):
            continue
        if not _CAST.isdisjoint(before[-1].label.roles):
            continue  # "Mona: Marie Trintignant": a part
        roles = [r for part in match[1].split("/") if (r := choose_role(part, languages)) and r not in named]
        readings = (tuple(dict.fromkeys(roles)),) if roles else ()
        label = Label(Span(*match.span(1)), readings, "" if readings else "unknown", 0, 0)
        yield Candidate(
            label._replace(languages=(languages,) * len(readings)), ":", False, True, match.end(), True
        )


def _form_of(text: str, c: Candidate) -> str:
    """How a label is set off from its value: by a colon, a long dash or a blank alone."""
    between = text[c.label.span.end : c.value_start + 1].strip(". ")
    if c.separator == "" or (c.separator == ":" and not between[:1].strip()):
        return " "
    return between[:1]


def _roles_of_letter(letter: str, languages: frozenset[str]) -> tuple[str, ...]:
    """The crafts that a single letter stands for in the languages, where there is one alone in each."""
    found = [load_roles().abbreviations(spoken).get(fold(letter), ()) for spoken in sorted(languages)]
    return tuple(dict.fromkeys(roles[0].id for roles in found if len(roles) == 1))


@lru_cache(maxsize=256)
def choose_role(
    printed: str, languages: frozenset[str], named: frozenset[str] = frozenset(), *, skips: bool = True
) -> str:
    """The craft that nearly all words which an abbreviation can stand for name; empty where there is none.

    With `skips` it may leave letters of the word out. Of several words each begins one of the label's: "prod
    des". What `named` labels say already counts not.
    """
    pieces = fold(_CAMEL.sub(" ", printed)).split()
    word = "".join(pieces)
    if len(word) == 1:
        return next(iter(_roles_of_letter(word, languages)), "")
    labels = [
        (label, role.id) for label, role, spoken in load_roles().labels()
        if spoken in languages and role.id not in named
    ]  # fmt: skip
    return _most([role for label, role in labels if _shortens(pieces, word, label)]) or (
        _most([role for label, role in labels if _skips(word, label)]) if skips and len(pieces) == 1 else ""
    )


def _most(roles: Sequence[str]) -> str:
    """The role that four in five of some labels name."""
    best = Counter(roles).most_common(1)
    return best[0][0] if best and best[0][1] * 5 >= 4 * len(roles) else ""


def _shortens(pieces: Sequence[str], word: str, label: str) -> bool:
    """Whether an abbreviation begins a label, or the words of one, or has its first letters."""
    words = label.split()
    if len(pieces) > 1:
        apart = len(words) == len(pieces) and all(map(str.startswith, words, pieces))
        return apart or (len(words) == 1 and label.startswith(word))
    if len(words) > 1:
        return words[0] == word or "".join([w[0] for w in words]) == word
    return label.startswith(word) or f"{label}s" == word


def _skips(word: str, label: str) -> bool:
    """Whether an abbreviation is a word with letters left out: "Szb" for "Szenenbild"."""
    if len(word) < 3 or " " in label or label[0] != word[0] or not _VOWELS.isdisjoint(word[1:]):
        return False
    letters = iter(label)
    return all(c in letters for c in word)
