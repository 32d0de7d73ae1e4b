"""What went wrong, as an HTTP status and a sentence; no path of this machine, no place in the program."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from filmgraph.endpoint.gate import BusyError
from filmgraph.endpoint.protocol import RefusedRequestError
from filmgraph.errors import NameNotFoundError, QueryError, QueryTimeoutError, QuestionError, UsageError

RETRY_SECONDS = 5
_log = logging.getLogger("filmgraph.endpoint")


@dataclass(frozen=True, slots=True)
class Failure:
    """How to answer a request that failed."""

    status: int
    sentence: str
    headers: dict[str, str] = field(default_factory=dict)


def describe_failure(error: Exception) -> Failure:
    """The answer to a request that ended in `error`; what is our own fault goes to the log."""
    if isinstance(error, RefusedRequestError):
        return Failure(error.status, str(error))
    if isinstance(error, QueryError | QuestionError | NameNotFoundError | UsageError):
        return Failure(400, str(error))
    if isinstance(error, QueryTimeoutError | BusyError):
        return Failure(503, str(error), {"Retry-After": str(RETRY_SECONDS)})
    _log.error("A request failed", exc_info=error)
    return Failure(500, "The server could not answer: see its log for the reason.")
