"""Facts written by hand: a document is a text whose words the facts quote, so that every span is true."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from filmgraph.model.document import Document, Span
from filmgraph.model.facts import AgentKind, CreditFact, Evidence, FilmFacts, Grade, SourceWorkFact, Stated


def handmade_document(text: str, origin: str) -> Document:
    """A plain-text document of `text`."""
    return Document(text, sha256(text.encode()).hexdigest(), origin, "text/plain", title=text.split("\n")[0])


@dataclass
class Page:
    """Builds a document line by line together with the facts that quote it."""

    origin: str
    film_key: str = ""
    is_review: bool = True
    rows: bool = False
    ids: tuple[tuple[str, str], ...] = ()
    lines: list[str] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    credits: list[CreditFact] = field(default_factory=list)
    works: list[SourceWorkFact] = field(default_factory=list)

    def _quote(self, line: str, rule: str, section: str) -> Evidence:
        start = sum(len(s) + 1 for s in self.lines)
        self.lines.append(line)
        row = len(self.lines) if self.rows else None
        return Evidence(Span(start, start + len(line)), line, rule, section, 0.95, row)

    def state(self, **values: str) -> Page:
        """Lines that state values of the film, by field."""
        for name, value in values.items():
            self.stated.append(Stated(name, value, self._quote(value, "headline", "headline")))
        return self

    def credit(
        self,
        role: str,
        *names: str,
        kind: AgentKind = "person",
        printed: str | None = None,
        character: str | None = None,
        territory: str | None = None,
        through: str | None = None,
        members: tuple[str, ...] = (),
        ids: tuple[tuple[str, str], ...] = (),
    ) -> Page:
        """One line a name, credited in `role`."""
        for name in names:
            shown = printed or name
            evidence = self._quote(f"{role}: {shown}", "label-list/label-names", "crew")
            order = 1 + sum(c.role == role for c in self.credits)
            fact = CreditFact(
                role, name, kind, shown, evidence, character, territory, through, members, order
            )
            self.credits.append(replace(fact, ids=ids))
        return self

    def work(
        self, title: str | None, author: str | None, kind: str | None = "novel", grade: Grade = "based_on"
    ) -> Page:
        """A line that names the work the film was made from."""
        evidence = self._quote(f"from {title} by {author}", "source-work", "body")
        self.works.append(SourceWorkFact(title, author, kind, grade, evidence))
        return self

    @property
    def document(self) -> Document:
        """The document of all lines so far."""
        return handmade_document("\n".join(self.lines), self.origin)

    @property
    def facts(self) -> FilmFacts:
        """What the lines say."""
        title = next((s.value for s in self.stated if s.field == "title"), "")
        return FilmFacts(
            self.document.sha256,
            self.film_key or title,
            tuple(self.stated),
            tuple(self.credits),
            tuple(self.works),
            is_review=self.is_review,
            ids=self.ids,
        )


def rust_and_bone() -> list[Page]:
    """Three documents on two films of 2012 and 2005, with a team, a duo, a company and a source work."""
    review = (
        Page("reviews/rust-and-bone.txt")
        .state(title="Rust and Bone", runtime_min="122", review_date="2012-05-17", critic="A Critic")
        .credit("director", "Jacques Audiard")
        .credit("screenwriter", "Jacques Audiard", printed="Audiard")
        .credit("screenwriter", "Thomas Bidegain")
        .credit("producer", "Dardenne brothers", kind="team", through="Les Films du Fleuve")
        .credit("executive-producer", "Martine Cassinelli")
        .credit("production-company", "Why Not Prods.", "Les Films du Fleuve", kind="organization")
        .credit("distributor", "UGC", kind="organization", territory="France")
        .credit("actor", "Marion Cotillard", character="Stephanie")
        .credit("actor", "Matthias Schoenaerts", character="Ali")
        .credit("actor", "Celine Sallette")
        .work("Rust and Bone", "Craig Davidson", "short stories", "inspired_by")
    )
    notice = (
        Page("fiches/de-rouille.html")
        .state(title="De rouille et d'os", alternative_title="Rust and Bone", year="2012", runtime_min="120")
        .credit("director", "Jacques Audiard")
        .credit("producer", "Pascal Caucheteux")
        .credit("production-company", "Why Not Productions", kind="organization")
        .credit("actor", "Marion Cotillard", "Céline Sallette")
    )
    child = (
        Page("reviews/the-child.txt")
        .state(title="The Child", original_title="L'Enfant", year="2005")
        .credit("director", "Jean-Pierre Dardenne", "Luc Dardenne")
        .credit("production-company", "Les Films du Fleuve (Belgium)", kind="organization")
    )
    return [review, notice, child]
