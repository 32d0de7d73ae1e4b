"""SPARQL 1.1 cut into tokens, so that a word is never mistaken for one in a string, IRI or comment.

Not a parser: Oxigraph parses. This finds what must be known before a query is
run: its form, the graphs it names, and whether it calls another endpoint.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

# The terminals of the grammar (SPARQL 1.1, section 19.8); the order decides where two fit.
# A string without an end takes the rest and a prefix is of a sane length, so that hostile text is
# read in linear time.
_TOKEN = re.compile(
    r"""
      (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<string>'''(?:(?:''?)?(?:[^'\\]|\\.))*'''|\"\"\"(?:(?:""?)?(?:[^"\\]|\\.))*\"\"\"
        |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
    | (?P<broken>['"].*)
    | (?P<variable>[?$]\w[\w\u00b7]*)
    | (?P<language>@[A-Za-z]+(?:-{1,2}[A-Za-z0-9]+)*)
    | (?P<blank>_:[\w.\-\u00b7]+)
    | (?P<name>(?:[^\W\d_][\w.\-\u00b7]{0,200}+)?:(?:[\w:%.\-\u00b7]|\\.)*)
    | (?P<number>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# White space up to a token or the mark of a comment.
_BLANK = re.compile(r"(?=[\s\ufeff#])[\s\ufeff]*(#?)")


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind (a group of the pattern), its text and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the token ends."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether the token is one of the keywords (given in capitals), in any case."""
        return self.kind == "word" and self.text.upper() in words


class Lexer:
    """Reads the tokens of one text, in order or from any place."""

    def __init__(self, sparql: str) -> None:
        self._text = sparql
        # Where lines end, so that a comment is skipped at once however often one gets to it.
        self._ends = [found.start() for found in re.finditer(r"[\r\n]", sparql)]

    def __iter__(self) -> Iterator[Token]:
        """The tokens from the first to the last."""
        token = self.read(0)
        while token:
            yield token
            token = self.read(token.end)

    def read(self, start: int) -> Token | None:
        """The token at `start`, white space and comments skipped; None at the end."""
        start = self._skip(start)
        found = _TOKEN.match(self._text, start)
        return Token(str(found.lastgroup), found[0], start) if found else None

    def _skip(self, start: int) -> int:
        while blank := _BLANK.match(self._text, start):
            start = blank.end()
            if blank[1]:
                line = bisect_left(self._ends, start)
                start = self._ends[line] if line < len(self._ends) else len(self._text)
        return start


def calls_service(sparql: str) -> bool:
    """Whether the query may hold the keyword SERVICE, in whatever way it is cut into tokens.

    `<` opens an IRI or is "less than"; which of the two, only a parser knows, and
    `?a<?b)#>` reads as an IRI or as a comparison with a comment behind it. Where the
    two ways lead apart, both are followed.
    """
    if "service" not in sparql.lower():
        return False
    # A token's start, and whether SERVICE could stand there; each is looked at once.
    lexer = Lexer(sparql)
    waiting: list[tuple[int, bool]] = [(0, True)]
    seen: set[tuple[int, bool]] = set()
    while waiting:
        place, allowed = waiting.pop()
        token = lexer.read(place)
        if token is None or (token.start, allowed) in seen:
            continue
        seen.add((token.start, allowed))
        if token.is_word("SERVICE") and allowed:
            return True
        waiting.append((token.end, not (token.kind == "mark" and token.text in "/|^!=&,(<>@")))
        if token.kind == "iri" and re.search("[#']", token.text):
            waiting.append((token.start + 1, False))
    return False
