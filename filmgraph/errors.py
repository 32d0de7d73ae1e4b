"""What can go wrong, said so that a film person knows what to do next.

Every error that reaches a user is a `FilmgraphError` whose text says what
happened, where, and what to do about it. The command line prints the text and
ends with the error's `exit_code`; `--debug` adds the stack trace.
"""

from __future__ import annotations


class FilmgraphError(Exception):
    """An error with a sentence for the user; `exit_code` is the command's exit code."""

    exit_code = 3


class UsageError(FilmgraphError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class ReadError(FilmgraphError):
    """A source could not be read; the sentence names the file and, where there is one, the line."""


class StoreError(FilmgraphError):
    """A store is missing, damaged, locked, or not a store."""


class NameNotFoundError(FilmgraphError):
    """No film, agent or source work of the store bears the name asked for."""


class QueryError(FilmgraphError):
    """A query is not valid SPARQL, is refused, or its parameters do not fit.

    `line` and `column` (1-based) are the parse position where there is one.
    """

    exit_code = 2

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class QueryTimeoutError(FilmgraphError):
    """A query ran past its time or memory limit and was stopped."""


class QuestionError(FilmgraphError):
    """A question in English holds words that could not be placed."""
