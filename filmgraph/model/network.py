"""What a network carries along: the credits behind its vertices and edges, and the words behind the credits.

A network is a networkx graph; what its attributes are called is said here, so
that analysis, which builds networks, and export, which draws them, agree:

- of the network: `name`, `summary`, `films` (IRI → FilmCard), `credits` (tuple of
  CreditLine), `adaptations` (IRI → tuple of Quote);
- of a vertex, keyed by its IRI: `label`, `kind` (film, person, organization, team,
  work), `department` (the one of most of its credits; "" for films and works),
  `year` (films), `members` (teams);
- of an edge: `weight`, `films` (tuple of IRIs), and where one edge is one credit
  or one tie: `role`, `role_label`, `department`, `credit`, `relation`, `adaptation`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a document that state something.

    `attestation` is the IRI of the place in the document; `title`, `outlet`,
    `critic`, `date` and `origin` (a path or address) describe the document and
    are "" where unknown.
    """

    text: str
    attestation: str
    title: str = ""
    outlet: str = ""
    critic: str = ""
    date: str = ""
    origin: str = ""

    @property
    def source(self) -> str:
        """Where the words stand: the document's origin, with outlet and critic where they are known.

        >>> Quote("Camera, X", "…#char=0,9", outlet="Trade Weekly", origin="reviews/x.txt").source
        'reviews/x.txt, Trade Weekly'
        """
        return ", ".join(part for part in (self.origin or self.title, self.outlet, self.critic) if part)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit as a reader wants it: names beside IRIs, and the quotes. `role` is the role's local name."""

    iri: str
    film: str
    agent: str
    role: str
    role_label: str
    department: str
    credited_as: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class FilmCard:
    """A film as it stands in a list; `original_title` is "" where it is the same or unknown."""

    iri: str
    title: str
    year: int | None = None
    original_title: str = ""

    @property
    def label(self) -> str:
        """Title and year.

        >>> FilmCard("…", "Amour", 2012).label
        'Amour (2012)'
        """
        return f"{self.title} ({self.year})" if self.year else self.title
