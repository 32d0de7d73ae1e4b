"""A person's decisions: entries of the ledger, replayed after every re-reading.

Decisions name attestations (document and characters), never credit IRIs, since
a credit's IRI follows from who is who and would move under the decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["same", "different", "reject", "assert", "undo"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a name stands and what it is credited for there.

    `attestation` is the attestation's IRI; with `role` and `printed_name` it says
    which credit of that span is meant. `origin` is the document's path or URL and
    `film` the film's title: by these the place is found again when the document
    was changed and read anew.
    """

    attestation: str
    role: str
    printed_name: str
    origin: str = ""
    film: str = ""


@dataclass(frozen=True, slots=True)
class AgentMention:
    """An agent as a decision names it: every place where it stands at the time of deciding.

    A film is named alike, by the places that state its title, with the role "film".
    `name` and `iri` are its preferred name and IRI at that time; the IRI is kept
    only so that it can redirect when the decision retires it.
    """

    name: str
    mentions: tuple[Place, ...] = ()
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the ledger.

    - `same` / `different`: `left` and `right` are one agent, or two; or one film, or two.
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
