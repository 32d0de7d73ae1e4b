"""Titles in quotation marks, and whether a house sets its titles so.

All pairs of quotation marks of the languages we read, and the asterisks and
underscores that stand for italics in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_text, fold_title

# A pattern for each opening mark, so that a text is only searched for the marks it holds. Each begins with
# its mark, which is found at once; what must not stand before it is asked for behind.
_QUOTED = {
    "“": re.compile(r"“([^“”\n]{1,90})”"),
    '"': re.compile(r"\"([^\"\n]{1,90})\""),
    "«": re.compile(r"«\s?([^«»\n]{1,90}?)\s?»"),
    "»": re.compile(r"»(?<![\w.]»)([^\W_a-z][^«»\n]{0,80}?)«"),
    "„": re.compile(r"„([^„“”\n]{1,90})[“”]"),
    "‘": re.compile(r"‘(?<![\w.,]‘)([^‘\n]{1,90}?)’(?!\w)"),
    "'": re.compile(r"'(?<![\w.,]')((?![\s\d]{0,2}s\b)[^'\n]{1,90}?(?:'\w[^'\n]{0,60}?)?)'(?!\w)"),
    "*": re.compile(r"\*(?<![\w*]\*)\*?([^\W_a-z][^*\n]{0,80}?)\*{1,2}(?![\w*])"),
    "_": re.compile(r"_(?<!\w_)_?([^\W_a-z][^_\n]{0,80}?)_{1,2}(?![\w_])"),
}
# Letters that folding changes; dashes and quotation marks are none.
_ACCENTED = re.compile(r"[^\x00-\x7f\u2010-\u2027«»]")
_BLANK = re.compile(r"\s")
# Houses that print films in italics still quote stories, songs and chapters.
_OF_TEXT = re.compile(
    r"(?:stor(?:y|ies)|novel|song|poem|essay|article|episode|based on|adapted from|comes out of|inspired by"
    r"|nouvelle|chanson)\b[^.\n]*$"
)
_FOREIGN = re.compile(
    r"^(?:L['’]|D['’]|(?:Le|La|Les|Un|Une|Des|De|Du|El|Los|Las|Una|Il|Lo|Gli|I|Der|Die|Das|Ein|Eine|Den"
    r"|Det|En|Et|O|A|Os|As|Het|Ne|Du|Mon|Ma|"
    r"Mes|Notre|Nos|À|Au|Aux|Ma|Sur|Sous|Dans|Tout|Todo|Mi|Tu|Su|Nuestra|Che|Non|Mio|Mia|Im|Auf|Aus|Vom"
    r"|Zum)\b)"
)
_SMALL = frozenset(
    "a an and as at but by de del des di du et for from in into is it la le les nor of on or the to vs"
    " with y e und "
    "der die das von den al el d l s t en au aux que qui sur".split()
)


_ENGLISH = frozenset(
    "the is are that this it of to and you we i he she was were not my your with have has do".split()
)
_BETWEEN = frozenset("de du des del della di da do dos der des van von av af en em".split())
_SPEECH = frozenset(
    "je tu il elle on nous vous ils est sont c'est j'ai ne pas ich du wir ihr sie ist sind war nicht io"
    " lui noi"
    " sono è non yo él es son está no hay eu é não ele ik je we jij is niet jag han det är inte jeg er ikke"
    " qui que che das dass".split()
) - {"du"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A title in quotation marks: `span` includes them, `text` is the title, `tail` punctuation inside."""

    span: Span
    text: str
    tail: str


def find_quotations(text: str, spans: Iterable[Span]) -> Iterator[Quotation]:
    """The quoted words in some stretches of a text that are set as titles, in reading order."""
    patterns = [pattern for mark, pattern in _QUOTED.items() if mark in text]
    for where in spans:
        matches = [m for pattern in patterns for m in pattern.finditer(text, where.start, where.end)]
        for m in sorted(matches, key=lambda m: m.start()):
            start, end = m.span(1)
            while end > start and text[end - 1] in ",.;: ":
                end -= 1
            while start < end and text[start] == " ":
                start += 1
            inner = " ".join(text[start:end].split())
            if looks_like_title(inner):
                tail = text[end : end + 1] if text[end : end + 1] in {",", ".", ";", ":"} else ""
                yield Quotation(Span(*m.span()), inner, tail)


def quotes_titles(
    text: str, quotations: Iterable[Quotation], own: frozenset[str], body: Iterable[Span]
) -> bool:
    """Whether the prose sets films in quotation marks; then no unquoted words are taken for titles.

    `own` are the folded titles of the film under review, `body` the stretches of prose.
    """
    films = [q for q in quotations if not _OF_TEXT.search(text[max(0, q.span.start - 70) : q.span.start])]
    if any(fold_title(q.text) in own for q in films):
        return True
    if len({q.text for q in films}) < 2:
        return False  # one quotation may be what somebody says, a song or a nickname
    return not _is_mentioned(own, [s.of(text) for s in body])


def _is_mentioned(titles: Iterable[str], prose: list[str]) -> bool:
    """Whether one of some folded titles stands in prose.

    Folding prose takes long, so a stretch is only folded where the longest word of a title stands in it: as
    it is, or spelled with signs that folding takes off.
    """
    longest = {title: max(title.split(), key=len) for title in titles}
    for words in prose:
        bare = _bare(words)
        accented = " ".join({fold(_word_around(bare, m.start())) for m in _ACCENTED.finditer(bare)})
        likely = [title for title, word in longest.items() if word in bare or word in accented]
        if likely:
            folded = f" {fold_text(words)} "
            if any(f" {title} " in folded for title in likely):
                return True
    return False


def _bare(words: str) -> str:
    """Words in small letters without what folding takes off in nearly all of them."""
    bare = words.lower().replace("&", " and ")
    for apostrophe in "'’‘`´":
        bare = bare.replace(apostrophe, "")
    return bare


def _word_around(text: str, at: int) -> str:
    """The word that holds the letter at `at`, with what is set close to it."""
    end = _BLANK.search(text, at)
    return text[text.rfind(" ", 0, at) + 1 : end.start() if end else len(text)]


@lru_cache(maxsize=4096)
def looks_like_title(words: str) -> bool:
    """Whether quoted words are set as a title: a capital first, capitals on the words that carry it.

    Titles in languages that capitalize only the first word begin with an article or
    have few small words; a quoted sentence has many.

    >>> [looks_like_title(t) for t in ("A Prophet", "De rouille et d'os", "hey!", "We never meant to hurt")]
    [True, True, False, False]
    """
    words = words.strip()
    if not words or not (words[0].isupper() or words[0].isdigit() or words[0] in "¡¿"):
        return False
    parts = [w for w in re.findall(r"[^\s\-–—/]+", words) if any(c.isalnum() for c in w)]
    if len(parts) > 12:
        return False
    if words[-1:] in ".!?" and len(parts) > 6:
        return False
    carried = [w for w in parts[1:] if fold(w) not in _SMALL]
    small = sum(w.lstrip("'’(¡¿\"")[:1].islower() for w in carried)
    if not small:
        return True
    if words.startswith(("I'", "I’")) or (
        words.startswith(("I ", "A ", "O ")) and sum(w.lower() in _ENGLISH for w in parts) > 1
    ):
        return False  # "I think I may be beginning to disappear" is no Italian plural
    if _FOREIGN.match(words):
        return len(parts) <= 8
    if any(w.lower() in _ENGLISH for w in parts):
        return False  # "That is the point": English titles have capitals
    if len(parts) <= 5 and small <= 2:
        return True
    # "Portrait de la jeune fille en feu": no words of speech, and small words between.
    lower = {w.lower() for w in parts}
    return len(parts) <= 8 and small <= 4 and not lower.isdisjoint(_BETWEEN) and lower.isdisjoint(_SPEECH)
