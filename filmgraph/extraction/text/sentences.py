"""Sentences or a list: what a line looks like from its words alone."""

from __future__ import annotations

import re

_GERMAN = frozenset(
    "der die das dem den ein eine einem einer und von mit im ist sich nicht zu auf spielt wird in als um"
    " durch ihr ihre ihren ihrem sein seine seinen seinem hat haben für wie aus bei nach über auch sie er"
    " sind".split()
)
_SMALL_WORDS = frozenset(
    "the a an and is are was were in of for with to that as it on but who his her make makes has".split()
)
_ROMANCE = frozenset(
    "le la les un une et est dans qui avec pour son sa ses des du en il lo gli che una di del della con"
    " per si non el los las y que de su por es se o os um uma e do da com em não seu sua ao é è à".split()
)
_DUTCH = frozenset("de het een van en is in op met dat die niet voor zijn wordt door als".split())
_NORTHERN = frozenset(
    "og och af av er är som i på med det den en et ett til till har ikke inte han hun hon för fra".split()
)
_POLISH = frozenset("i w na z jest się nie to do że jak który która przez po za o oraz jego".split())
# Verbs of sentences about a film: "The film stars A, B and C." is one though names fill it.
_VERBS = frozenset(
    "stars star co-stars plays play portrays portray directs wrote writes is are was were has have makes"
    " gives leads features includes appears appear shines steals spielt spielen joue jouent incarne"
    " interpreta interpretan interprète campe est sont signe signent compose prête è sono dirige firma cura"
    " dà compone scrive es son da vida encarna escribe é são vive dá assina cuida escreve faz schrieb führte"
    " stammt stammen wird wurde wurden speelt spelen is zijn schreef wordt spiller spilles spelar spelas er"
    " är har gra grają zagrali zagrała zagrał napisał napisała jest ist sind war waren hat haben gibt geben"
    " macht bleibt lässt sorgt sorgte spielte drehte ha hanno hace tem heeft hebben krijgt geeft speelde"
    " maakt blir ger får gör spelade gestaltar bliver giver får spillede gestalter gir fikk".split()
)
# What sentences hold and lists of names do not: those of them that join names are left out.
_SENTENCE_WORDS = (_GERMAN | _SMALL_WORDS | _ROMANCE | _DUTCH | _NORTHERN | _POLISH) - frozenset(
    "and und et y e og i en och von van de der den het da do du di del della des la le las los el il o a"
    " the mit avec con com met med with for pour per in im as is".split()
)
_GERMAN_ALONE = _GERMAN - frozenset("und von mit als in zu".split())
_PARAGRAPH = 100  # characters
_WORD = re.compile(r"[^\W\d_]+")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalpha()}
# What each letter of Latin-1 is: one of a word in small letters, another of a word, or neither. A sign
# that is not in Latin-1 is none; a letter that is not is rare.
_KINDS = bytes(ord("a" if c.islower() else "B" if _WORD.match(c) else " ") for c in map(chr, range(256)))
_MIXED = re.compile(b" a+B")
# So are raised figures and fractions, which are letters of neither size.
_RARE = re.compile("[^\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2010-\u2027\u2030-\u205e\u20ac]")
_ENDS = '.!?”"…'
_TOLD_ENDS = _ENDS + ")»’'"


def is_prose(line: str) -> bool:
    """Whether a line reads as sentences rather than as a heading, a label or a list of names.

    Sentences have mostly words in small letters; a short one also ends like a sentence.
    """
    if len(line) < 60 and line[-1:] not in _ENDS:
        return False
    if len(line) >= 180:
        count, small = _count_words(line[:1200])
        if small * 2 >= count > 0:
            return count >= 9  # nearly all paragraphs
    words = _words_of(line[:1200])
    lower = sum(map(str.islower, words))
    if len(line) < 180 and lower >= 3 and _is_about_people(line, words):
        return True
    if len(line) < 60:
        return len(words) >= 6 and lower >= len(words) * 0.6
    if len(words) < 9 or lower < len(words) * 0.25:
        return False
    if lower < len(words) * 0.4:
        # German nouns have capitals as well; what joins names in lists says nothing.
        return line[-1] in _ENDS and ":" not in line and len(_GERMAN_ALONE.intersection(words)) >= 3
    return lower >= len(words) * 0.5 or _is_sentence(line, words)


def is_told(line: str) -> bool:
    """Whether a line that no label reads is a paragraph after all, though most of its words are names.

    "It was produced by Ann Lee, Bob Ray and Cy Dunn for Lux Films; sales are handled by Nova." It is long,
    ends like a sentence, and a third of its words are small, among them the small words of sentences.
    """
    if len(line) < _PARAGRAPH or line[-1:] not in _TOLD_ENDS:
        return False
    words = _words_of(line[:1200])
    lower = sum(map(str.islower, words))
    told = sum([word in _VERBS or word in _SENTENCE_WORDS for word in words])
    return lower * 10 >= len(words) * 3 and told >= 3


def _count_words(line: str) -> tuple[int, int]:
    """How many words a line has, and how many in small letters; none where that takes a closer look.

    Counted where words begin, in a copy that knows but small letters, capitals and signs: a fifth of the
    time that it takes to part the words.
    """
    if not line.isascii() and _RARE.search(line):
        return 0, 0
    kinds = b" " + line.encode("latin-1", "replace").translate(_KINDS)
    small = kinds.count(b" a")
    mixed = len(_MIXED.findall(kinds)) if b"aB" in kinds else 0  # "iPhone"; not "McGregor"
    return small + kinds.count(b" B"), small - mixed


def _words_of(line: str) -> list[str]:
    """The runs of letters in a line."""
    # Without accents and the like they are found by splitting, in a third of the time.
    return line.translate(_BLANKS).split() if line.isascii() else _WORD.findall(line)


def _is_about_people(line: str, words: list[str]) -> bool:
    """Whether a line full of names has a subject, a verb and a full stop of its own, and no label."""
    return line.endswith(".") and ":" not in line and not _VERBS.isdisjoint(words[1:])


def _is_sentence(line: str, words: list[str]) -> bool:
    """Whether a line is surely a sentence, though many of its words have capitals: names, or German nouns."""
    if line[-1:] not in _ENDS or ";" in line or ":" in line:
        return False
    return (
        sum(map(_SMALL_WORDS.__contains__, words)) >= 5
        or sum(map(_GERMAN.__contains__, words)) >= 3
        or sum(map(_ROMANCE.__contains__, words)) >= 5
        or sum(map(_DUTCH.__contains__, words)) >= 5
        or sum(map(_NORTHERN.__contains__, words)) >= 5
        or sum(map(_POLISH.__contains__, words)) >= 4
    )
