"""Parse errors of Oxigraph, said so that one sees where and what."""

from __future__ import annotations

import re

from filmgraph.catalogs.namespaces import PREFIXES
from filmgraph.errors import QueryError
from filmgraph.store.refusals import find_position
from filmgraph.store.tokens import Lexer, Token

_BEGINNINGS = ("BASE", "PREFIX", "SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PREFIXED = re.compile(r"([^\s<>{}()\"',;|^/?$]*:)[^\s<>{}()\"',;|^]*$")
# Sentences among the tokens that Oxigraph says it expected.
_SENTENCE = re.compile(
    r"(?:^expected |one of |, )([A-Z][a-z]+ [a-zA-Z ]{5,}[^,\[]*?)(?=, \[|, [A-Z]{2}|, \"|$)"
)


def syntax_error(sparql: str, message: str, line: int | None, column: int | None) -> QueryError:
    """The error for a query that Oxigraph could not parse at `line` and `column` (from 1)."""
    wrong = _find_wrong_beginning(sparql)
    if wrong:
        line, column = find_position(sparql, wrong.start)
        message = f"A query begins with {', '.join(_BEGINNINGS[2:])} or PREFIX"
    if line is None or column is None:
        return QueryError(f"The query is not valid SPARQL: {message.strip()}.")
    lines = sparql.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    before, after = text[: column - 1], text[column - 1 :]
    what = _explain(message, before)
    if not after.strip() and not "".join(lines[line:]).strip():
        near = "at the end of the query"
    else:
        near = f"before «{after.strip()[:30]}»" if after.strip() else f"after «{before.strip()[-30:]}»"
    return QueryError(
        f"The query is not valid SPARQL at line {line}, column {column}, {near}: {what}", line, column
    )


def _find_wrong_beginning(sparql: str) -> Token | None:
    """The first token after the prologue where it begins no query; Oxigraph names a later place."""
    prologue = 0
    for token in Lexer(sparql):
        if token.is_word("BASE", "PREFIX"):
            prologue = 1 if token.is_word("BASE") else 2
        elif prologue:
            prologue -= 1
        else:
            return None if token.is_word(*_BEGINNINGS) else token
    return None


def _explain(message: str, before: str) -> str:
    if "Prefix not found" in message:
        found = _PREFIXED.search(before)
        prefix = found[1] if found else ""
        known = PREFIXES.get(prefix[:-1])
        declare = f"PREFIX {prefix} <{known or '…'}>"
        return f"the prefix {prefix} is not declared; begin the query with {declare}."
    if message.startswith("A query begins"):
        return message + "."
    sentence = _SENTENCE.search(message)
    if sentence:
        return sentence[1].strip().rstrip(".") + "."
    expected = re.findall(r'"(?:\\.|[^"])+"|\b[A-Z]{2,}\b', re.sub(r"\[[^\]]*\]", "", message))
    if not expected or expected == ["OPTIONAL"]:
        return "this cannot stand here."
    words = [word.strip('"') for word in dict.fromkeys(expected)]
    return f"expected {' or '.join(words) if len(words) < 4 else 'one of ' + ' '.join(words[:12])}."
