"""Decisions of the ledger in terms of today's mentions, replayed on every run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from filmgraph.catalogs.roles import SOURCE_AUTHOR
from filmgraph.model.decisions import AgentMention, Decision, Place
from filmgraph.model.entities import Attestation
from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold, fold_title
from filmgraph.resolution.certain import Constraint
from filmgraph.resolution.mentions import Mention, name_key


def decisions_in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, by number: those undone and the undoing itself are gone.

    An undoing can be undone too.
    """
    kept: list[Decision] = []
    undone: set[int] = set()
    for decision in sorted(decisions, key=lambda d: d.number, reverse=True):
        if decision.number in undone:
            continue
        if decision.kind == "undo":
            if decision.target is not None:
                undone.add(decision.target)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def decision_iri(base: str, number: int) -> str:
    """The IRI of the ledger's entry `number`."""
    return f"{base}decision/{number}"


class MentionIndex:
    """Where names stand today, so that the places of a decision can be found again."""

    def __init__(
        self, mentions: Sequence[Mention], titles: Sequence[Iterable[str]], origins: Mapping[str, str]
    ) -> None:
        self.mentions = mentions
        self.titles = [{fold_title(t) for t in of_film} for of_film in titles]
        self._exact: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._again: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            said = mention.attestation
            # The author of a source is credited or only named: a place of either kind finds them.
            roles = (mention.role, "author") if mention.role == SOURCE_AUTHOR else (mention.role,)
            for role in roles:
                self._exact[said.iri, role].append(number)
                for form in {fold(mention.printed), fold(mention.name)}:
                    self._again[origins.get(said.document, ""), role, form].append(number)

    def find(self, agent: AgentMention | None) -> tuple[int, ...]:
        """The mentions that `agent` stands for today, sorted."""
        if agent is None:
            return ()
        return tuple(sorted({n for place in agent.mentions for n in self.find_place(place)}))

    def find_place(self, place: Place) -> list[int]:
        """The mentions at a place; where its text is gone, those of the same source, film, role and name."""
        form = fold(place.printed_name)
        here = [
            n
            for n in self._exact.get((place.attestation, place.role), ())
            if form in (fold(self.mentions[n].printed), fold(self.mentions[n].name))
        ]
        if here or not place.origin:
            return here
        again = self._again.get((place.origin, place.role, form), [])
        return [n for n in again if fold_title(place.film) in self.titles[self.mentions[n].film]]

    def find_rejected(self, agent: AgentMention | None) -> set[int]:
        """The credits that a rejection strikes: those at its places, and the same credit in any document."""
        if agent is None:
            return set()
        found = set(self.find(agent))
        struck = {(self.mentions[n].film, self.mentions[n].role, self._key(n)) for n in found}
        wanted = {(p.role, fold_title(p.film)) for p in agent.mentions}
        names = {fold(n) for n in (agent.name, *(p.printed_name for p in agent.mentions))}
        for number, mention in enumerate(self.mentions):
            if mention.part != "credit":
                continue
            if (mention.film, mention.role, self._key(number)) in struck or (
                fold(mention.name) in names
                and any(mention.role == role and film in self.titles[mention.film] for role, film in wanted)
            ):
                found.add(number)
        return found

    def _key(self, number: int) -> str:
        return name_key(self.mentions[number].kind, self.mentions[number].name)


def strike_rejected(
    mentions: Sequence[Mention], decisions: Sequence[Decision], index: MentionIndex, base: str
) -> list[Mention]:
    """`mentions` without the credits that decisions reject, nor what belongs to those.

    A credit asserted after the rejection stands.
    """
    struck: set[int] = set()
    for decision in decisions:
        if decision.kind == "reject":
            later = {decision_iri(base, d.number) for d in decisions if d.number > decision.number}
            found = index.find_rejected(decision.left)
            struck |= {n for n in found if mentions[n].attestation.iri not in later}
    if not struck:
        return list(mentions)
    kept: list[Mention] = []
    owner_struck = False
    for number, mention in enumerate(mentions):
        if mention.part == "credit":
            owner_struck = number in struck
        if number not in struck and not (owner_struck and mention.part in ("through", "member")):
            kept.append(mention)
    return kept


def build_asserted(
    decision: Decision, films: Mapping[str, int], titles: Sequence[Iterable[str]], kind: AgentKind, base: str
) -> Mention | None:
    """The mention that an assertion adds; None where its film is not (or no longer) held.

    `films` maps IRIs to the places of films; a film whose IRI moved is found by
    its title as long as one film bears it.
    """
    if decision.left is None or decision.film is None or decision.role is None:
        return None
    iri, title = decision.film
    film = films.get(iri)
    if film is None:
        wanted = fold_title(title)
        bearers = [n for n, of_film in enumerate(titles) if wanted in {fold_title(t) for t in of_film}]
        film = bearers[0] if len(bearers) == 1 else None
    if film is None:
        return None
    name = decision.left.name
    said = Attestation(
        decision_iri(base, decision.number),
        f"{base}ledger",
        decision.because,
        name,
        "decision",
        "ledger",
        1.0,
    )
    return Mention(film, -1, kind, name, name, decision.role, "credit", said, None, ())


def build_constraints(
    decisions: Sequence[Decision], index: MentionIndex, asserted: Mapping[int, int]
) -> list[Constraint]:
    """What decisions say about the mentions of `index`: who is one, who is two.

    `asserted` maps the number of an assertion to the place of its mention.
    """
    found = []
    for decision in decisions:
        left, right = index.find(decision.left), index.find(decision.right)
        if decision.kind == "assert" and decision.number in asserted and left:
            found.append(Constraint(decision.number, True, left, (asserted[decision.number],)))
        elif decision.kind in ("same", "different") and left and right:
            shared = set(left) & set(right)
            if decision.kind == "different" and shared:
                left = tuple(n for n in left if n not in shared)
            if left:
                found.append(Constraint(decision.number, decision.kind == "same", left, right))
    return found
