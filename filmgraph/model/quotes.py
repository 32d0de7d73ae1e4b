"""Quotes as people read them: a row that holds a film's whole cast is cut to the name in question."""

from __future__ import annotations

_LIMIT = 400


def shorten_quote(quote: str, *names: str, limit: int = _LIMIT) -> str:
    """A quote on one line; of a long one the words around the first of `names` in it, else its beginning.

    >>> shorten_quote("Directed by Ann Lee")
    'Directed by Ann Lee'
    >>> shorten_quote("x " * 300 + "Ann Lee" + " y" * 300, "Ann Lee", limit=30)
    '… x x x x x Ann Lee y y y y y …'
    """
    if len(quote) > 20 * limit:
        # only the part around the name is put on one line
        at = next((place for name in names if name and (place := quote.find(name)) >= 0), 0)
        start, end = max(0, at - 2 * limit), at + 2 * limit
        cut = " ".join(quote[start:end].split())
        return _cut(cut, names, limit, before=start > 0, behind=end < len(quote))
    line = " ".join(quote.split())
    return line if len(line) <= limit else _cut(line, names, limit, before=False, behind=False)


def _cut(line: str, names: tuple[str, ...], limit: int, *, before: bool, behind: bool) -> str:
    at, length = next(((p, len(n)) for n in names if n and (p := line.find(n)) >= 0), (0, 0))
    start = max(0, at - (limit - length) // 2)
    end = min(len(line), start + limit)
    words = line[start:end]
    if start > 0:
        words = words[words.find(" ") + 1 :] if " " in words[: limit // 3] else words
    if end < len(line):
        words = words[: words.rfind(" ")] if " " in words[-(limit // 3) :] else words
    return f"{'… ' if before or start > 0 else ''}{words.strip()}{' …' if behind or end < len(line) else ''}"
