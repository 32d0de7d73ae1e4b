"""Text that was broken before it was saved: UTF-8 that somebody read as windows-1252 ("CÃ©line", "donâ€™t").

What was broken as a whole is undone as a whole, as often as it was done. Where
sound and broken words stand side by side, each word that looks broken is mended
by ftfy, which knows how such words look in all languages, and the others stay as
they are. A text without the letters of such breakage costs one look for them.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from html import unescape
from itertools import takewhile

from filmgraph.model.document import MendedText

# The five bytes that Python's cp1252 leaves undefined stand for C1 controls in browsers.
WINDOWS_1252 = "".join(
    chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in range(256)
)
_BYTES = codecs.charmap_build(WINDOWS_1252)
# A lead byte's letter before what continuation bytes look like, read as windows-1252 or as ISO-8859-1.
_FOLLOWING = re.escape("".join(dict.fromkeys(WINDOWS_1252[0x80:0xC0] + "".join(map(chr, range(0x80, 0xC0))))))
_AFTER_LETTER = _FOLLOWING.replace(re.escape("“"), "").replace(re.escape("”"), "")
_BROKEN = re.compile(rf"[ÃÅÄÐÑ][{_AFTER_LETTER}]|Â[\xa0-\xbf]|â[€\x80][{_FOLLOWING}\ufffd]")
_LETTERS = "ÃÂâÅÄÐÑ"
# Words, no-break spaces within: "Ã\xa0" is a broken "à".
_WORD = re.compile(r"[^ \t\r\n\f<>=]+")
# A closing quotation mark of which the last byte was lost on the way, having no letter in windows-1252.
_LOST_QUOTE = re.compile(r"â€(?:\x9d|\ufffd|(?![^\s.,;:!?)<]))")
# A broken "à" whose no-break space became a plain one.
_LOST_SPACE = re.compile(r"(?<!\w)Ã(?= [a-zà-ÿ])")
# Character references that spell such letters: "&Atilde;&copy;", "&#226;&#128;&#153;".
_REFERENCES = re.compile(
    r"&(?:Atilde|Acirc|Auml|Aring|#19[4-7]|#x[Cc][2-5]);&#?\w{2,8};"
    r"|&(?:acirc|#226|#x[Ee]2);&#?\w{2,8};&#?\w{2,8};"
)
_LONGEST_WORD = 200
_MOST_WORDS = 100_000
_MOST_TIMES = 3


def mend(text: str) -> tuple[MendedText | None, str]:
    """The text as it was meant, and a note that says how; None and "" where nothing looks broken."""
    if not any(letter in text for letter in _LETTERS):  # many times faster than the pattern
        return None, ""
    if _BROKEN.search(text) is None:
        return None, ""
    mended, times = _undo_all(text)
    how = "undone throughout" if times == 1 else f"undone {times} times throughout"
    if not times:
        mended, count = _mend_words(text)
        if not count:
            return None, ""
        how = f"mended in {count} words" if count > 1 else "mended in one word"
    words = _find_words(text, mended)
    if words is None:
        return None, ""
    return (
        MendedText(mended, words),
        f"UTF-8 had been read as windows-1252 before the text was saved; {how}",
    )


def _find_words(text: str, mended: str) -> tuple[tuple[int, int, int, int], ...] | None:
    """Where the words that differ stand in both texts; None where they cannot be told.

    No byte of a letter of several is a blank of ASCII, so both texts fall into words alike.
    """
    before, after = list(_WORD.finditer(text)), list(_WORD.finditer(mended))
    if len(before) != len(after):
        return None
    return tuple(
        _differing(was, now) for was, now in zip(before, after, strict=True) if was.group() != now.group()
    )


def _differing(was: re.Match[str], now: re.Match[str]) -> tuple[int, int, int, int]:
    """Where two forms of a word stand, without the letters at their ends that are the same."""
    broken, sound = was.group(), now.group()
    same = _alike(broken, sound)
    tail = _alike(broken[same:][::-1], sound[same:][::-1])
    return was.start() + same, was.end() - tail, now.start() + same, now.end() - tail


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def mend_references(markup: str) -> str:
    """Markup in which character references spell broken letters ("&Atilde;&copy;"), these letters mended."""
    return _REFERENCES.sub(_mend_reference, markup) if "&" in markup else markup


def _mend_reference(found: re.Match[str]) -> str:
    spelled = unescape(found.group())
    undone = _undo(spelled) if _BROKEN.fullmatch(spelled) else None
    return undone if undone is not None and undone.isprintable() else found.group()


def _undo_all(text: str) -> tuple[str, int]:
    """The text as it was before it was broken, and how often it was; 0 where not every letter fits."""
    times = 0
    while times < _MOST_TIMES and (times or len(set(_BROKEN.findall(text))) > 1) and _BROKEN.search(text):
        undone = _undo(text)
        if undone is None:
            break
        text, times = undone, times + 1
    return text, times


def _undo(text: str) -> str | None:
    try:
        data, _ = codecs.charmap_encode(text, "strict", _BYTES)
    except UnicodeEncodeError:
        try:
            data = text.encode("iso-8859-1")
        except UnicodeEncodeError:
            return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _mend_words(text: str) -> tuple[str, int]:
    parts: list[str] = []
    end = count = 0
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or len(word) > _LONGEST_WORD or _BROKEN.search(word) is None:
            continue
        fixed = _mend_word(word)
        if fixed != word:
            parts += (text[end : found.start()], fixed)
            end, count = found.end(), count + 1
            if count == _MOST_WORDS:
                break
    if not count:
        return text, 0
    parts.append(text[end:])
    return _LOST_SPACE.sub("à", _LOST_QUOTE.sub("”", "".join(parts))), count


@lru_cache(maxsize=4096)
def _mend_word(word: str) -> str:
    import ftfy  # as slow to load as the rest of reading together, and hardly ever needed

    return str(ftfy.fix_encoding(_LOST_QUOTE.sub("”", word)))
