"""A person's decisions: entries of the ledger, replayed after every re-reading.

Decisions name attestations (document and characters), never credit IRIs, since
a credit's IRI follows from who is who and would move under the decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["same", "different", "reject", "assert", "undo"]


@dataclass(frozen=True, slots=True)
class AgentMention:
    """An agent as a decision names it: every place where it stands at the time of deciding.

    `name` is the preferred name at that time, `mentions` are attestation IRIs
    with the role and the printed name that stand there, joined as
    "iri role printed name" parts.
    """

    name: str
    mentions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the ledger.

    - `same` / `different`: `left` and `right` are one agent, or two.
    - `reject`: the credits attested at `left.mentions` are wrong.
    - `assert`: `film` (IRI and title) credits `left.name` in `role`.
    - `undo`: takes back the entry numbered `target`.

    `number` counts from 1 in the ledger; `because` is the person's reason;
    `date` is ISO 8601.
    """

    number: int
    kind: DecisionKind
    because: str
    date: str
    left: AgentMention | None = None
    right: AgentMention | None = None
    film: tuple[str, str] | None = None
    role: str | None = None
    target: int | None = None
