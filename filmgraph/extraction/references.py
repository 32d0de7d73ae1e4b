"""Who is meant inside one document: surnames, possessives, slips, shared surnames and teams.

"Audiard", "Mr. Comar", "Fred Elmes" or "the Dardennes" stand for someone whom the
same document names in full. `build_references` takes the full names that were
found and answers with the fullest form for each printed one, or with the printed
one where nothing better is known: a name is never completed by a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.names.name_forms import (
    forms_of,
    initials,
    is_mister,
    is_slip,
    keys_of,
    same_given,
    strip_possessive,
)
from filmgraph.extraction.names.name_gate import is_initials
from filmgraph.extraction.names.teams import PLURAL, TEAM, without_article
from filmgraph.extraction.page import Page
from filmgraph.extraction.prose.full_names import names_of
from filmgraph.extraction.settle import LABEL, FoundCredit
from filmgraph.extraction.text.countries import is_country
from filmgraph.model.document import Span
from filmgraph.model.names import SUFFIXES, fold

# So many bearers of one surname are a list of names that share their last word, and its names are no
# variants of one another; comparing each with each would take most of the time of a long list.
_FAMILY = 30


@dataclass(frozen=True, slots=True)
class Team:
    """A team as a document speaks of it: its name without article, its surname, its known members."""

    name: str
    surname: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class References:
    """The full names of one document, by surname, by given name and by folded form."""

    preferred: Mapping[str, str]
    by_surname: Mapping[str, tuple[str, ...]]
    by_first: Mapping[str, tuple[str, ...]]
    # What `find` has answered: the same few names are asked for again and again.
    answers: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def resolve(self, printed: str) -> str:
        """The fullest form of `printed` in this document; without a possessive where none is known.

        >>> book = build_references(["Jacques Audiard", "Luc Dardenne", "Jean-Pierre Dardenne"])
        >>> [book.resolve(name) for name in ("Audiard’s", "Mr. Audiard", "Dardenne")]
        ['Jacques Audiard', 'Jacques Audiard', 'Dardenne']
        """
        found = self.find(printed)
        return found[0] if len(found) == 1 else strip_possessive(printed)

    def find(self, printed: str) -> tuple[str, ...]:
        """All full names that `printed` can stand for: none, one, or the bearers of a shared surname."""
        found = self.answers.get(printed)
        if found is None:
            found = self.answers[printed] = self._look_up(printed)
        return found

    def _look_up(self, printed: str) -> tuple[str, ...]:
        keys = keys_of(printed)
        if is_country(keys[-1]):
            return ()  # "Colombia's Ann Lee" is nobody called Proimagenes Colombia
        for key in keys:
            if key in self.preferred:
                return (self.preferred[key],)
            if key in self.by_surname:
                return self.by_surname[key]
        form = keys[-1]
        if " " not in form:
            first = self.by_first.get(form, ())
            return first if len(first) == 1 else ()
        return self._find_slip(form)

    def knows(self, printed: str) -> bool:
        """Whether `printed` stands for exactly one full name of the document."""
        return len(self.find(printed)) == 1

    def resolve_at(self, printed: str, text: str, at: int) -> str:
        """The fullest form of `printed`, which stands at an offset: of several bearers the one named before.

        >>> book = build_references(["Lee Chang-dong", "Lee Joon-dong"])
        >>> text = "Lee Chang-dong directs. Penned by Lee, it is produced by Lee Joon-dong."
        >>> book.resolve("Lee"), book.resolve_at("Lee", text, 34)
        ('Lee', 'Lee Chang-dong')
        """
        found = self.find(printed)
        if not found and " " not in printed:
            found = self.by_first.get(fold(strip_possessive(printed)), ())
        if len(found) > 1:
            found = tuple(name for name in found if 0 <= text.find(name) < at)
        return found[0] if len(found) == 1 else strip_possessive(printed)

    def may_share(self, printed: str) -> bool:
        """Whether a lone word may stand before another's surname: a known given name, and no surname here.

        >>> build_references(["Billy Wilder"]).may_share("Wilder"), build_references([]).may_share("Luc")
        (False, True)
        """
        return is_given_name(printed) and fold(printed) not in self.by_surname

    def find_team(self, printed: str) -> Team | None:
        """The team that `printed` names, with the members this document names in full.

        >>> book = build_references(["Luc Dardenne", "Jean-Pierre Dardenne"])
        >>> book.find_team("the Dardennes").members
        ('Luc Dardenne', 'Jean-Pierre Dardenne')
        >>> build_references([]).find_team("les frères Dardenne").name
        'frères Dardenne'
        """
        printed = strip_possessive(printed.strip())
        match = TEAM.fullmatch(printed)
        if match:
            name = match["before"] or match["after"]
            return Team(without_article(printed), name, self._bearers(name))
        match = PLURAL.fullmatch(printed)
        if match:
            name = match["name"]
            for form in (name.removesuffix("s"), name, name.removesuffix("es")):
                members = self._bearers(form)
                if len(members) > 1:
                    return Team(name, form, members)
        return None

    def _bearers(self, name: str) -> tuple[str, ...]:
        return self.by_surname.get(fold(name), ())

    @cached_property
    def by_initials(self) -> Mapping[str, Sequence[str]]:
        """The folded names by the initials of their words: a slip of the pen leaves these as they are."""
        found: dict[str, list[str]] = {}
        for key in self.preferred:
            found.setdefault(initials(key), []).append(key)
        return found

    def _find_slip(self, form: str) -> tuple[str, ...]:
        """A full name that `form` is a variant of: other order, short given name, one or two slips."""
        words = form.split()
        if len(form) < 2 * len(words):  # "T. T." under one label, Tom Tykwer under another
            near = {self.preferred[key] for key in self.by_initials.get(initials(form), ())}
            return tuple(near) if len(near) == 1 else ()
        turned = " ".join(words[1:] + words[:1])
        if turned in self.preferred:
            return (self.preferred[turned],)
        for last in (words[-1], " ".join(words[-2:])):
            for name in _family(self.by_surname, last):
                if same_given(form, fold(name)):
                    return (name,)
        near = {
            self.preferred[key]
            for key in self.by_initials.get(initials(form), ())
            if abs(len(key) - len(form)) <= 2 and is_slip(key, form)
        }
        return tuple(near) if len(near) == 1 else ()


def build_references(names: Iterable[str], trusted: Iterable[str] | None = None) -> References:
    """The references of a document, from the full names it gives, most trusted first.

    Of two forms of one name the first given is preferred, so that a name of the
    credit block wins over a slip in the prose; a fuller form wins over both where
    it is one of the `trusted` names (all names, when None). Names of one word are
    kept, but complete nothing.
    """
    names = dict.fromkeys(names)
    trust = names.keys() if trusted is None else frozenset(trusted)
    preferred: dict[str, str] = {}
    surnames: defaultdict[str, list[str]] = defaultdict(list)
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        key, first, last_first, first_last, _, forms = forms_of(name)
        if not key or key in preferred:
            continue
        turned = preferred.get(last_first) or preferred.get(first_last)
        preferred[key] = turned or name
        if turned or not forms:
            continue
        for form in forms:
            surnames[form].append(name)
        firsts[first].append(name)
    merged = {
        form: _merge(bearers) if 1 < len(bearers) <= _FAMILY else tuple(bearers)
        for form, bearers in surnames.items()
    }
    small = max(map(len, surnames.values()), default=0) <= _FAMILY
    families = merged if small else {form: b for form, b in merged.items() if len(b) <= _FAMILY}
    for name in list(preferred.values()):
        key, _, _, _, family, _ = forms_of(name)
        bearers = families.get(family, ())
        if key not in families and (not bearers or (len(bearers) == 1 and bearers[0] is name)):
            continue  # what nearly all come to
        for fuller in (*families.get(key, ()), *bearers):
            if fuller is not name and len(fuller) > len(name) and fuller in trust:
                is_tail = fold(fuller).endswith(f" {key}")
                if is_tail or same_given(key, fold(fuller)):
                    preferred[key] = fuller
    for alike in [found for found in firsts.values() if found[1:] and not found[_FAMILY:]]:
        preferred |= _lengthened(alike, trust)
    return References(
        MappingProxyType(preferred),
        MappingProxyType(merged),
        MappingProxyType({k: tuple(v) for k, v in firsts.items()}),
    )


def _lengthened(names: Sequence[str], trust: Collection[str]) -> dict[str, str]:
    """Names of one given name that another goes on from, as credits give a Chinese actor's in full.

    >>> _lengthened(["Maggie Cheung", "Maggie Cheung Man-yuk", "Maggie Siu"], ["Maggie Cheung Man-yuk"])
    {'maggie cheung': 'Maggie Cheung Man-yuk'}
    """
    keys = {name: fold(name) for name in names}
    found: dict[str, str] = {}
    for key in keys.values():
        longer = [name for name, other in keys.items() if key in other and other[: len(key) + 1] == key + " "]
        if longer and " " in key and not longer[1:]:
            fuller = longer[0]
            # the part behind is a given name of two syllables; a list whose commas are lost runs on, too
            if (
                fuller in trust
                and "-" in fuller[len(key) + 1 :]
                and keys[fuller][len(key) + 1 :] not in SUFFIXES
            ):
                found[key] = fuller
    return found


def _family(by_surname: Mapping[str, tuple[str, ...]], form: str) -> tuple[str, ...]:
    """The bearers of a surname, where they are few enough for one to be a variant of another."""
    bearers = by_surname.get(form, ())
    return bearers if len(bearers) <= _FAMILY else ()


def _merge(names: Iterable[str]) -> tuple[str, ...]:
    """Names of one surname; of variants of one name ("Fred" and "Frederick") only the fullest."""
    kept: list[str] = []
    for name in names:
        same = next((i for i, other in enumerate(kept) if same_given(fold(name), fold(other))), None)
        if same is None:
            kept.append(name)
        elif len(fold(name).split()[0]) > len(fold(kept[same]).split()[0]):
            kept[same] = name
    return tuple(kept)


_CAST = frozenset({"actor", "voice-actor", "narrator"})
# In these roles a label speaks for the whole film; a sentence adds no further name to it.
_CLOSED = frozenset({"director"})
# "With Robert De Niro." lists no cast.
_LISTED = 3
_LONGEST_PROSE = 200_000


def resolve_names(page: Page, credits: Sequence[FoundCredit]) -> list[FoundCredit]:
    """The credits with names completed from the document, and without what the credits as a whole refute.

    A sentence only confirms a labelled role where its wording is weak ("director
    X"), a part belongs to someone who is a player or may be one, and a team whose
    members the document names is its members.
    """
    labelled = [c for c in credits if c.priority >= LABEL]
    agents = [*_agents_of(labelled), *_agents_of(credits)]
    mentioned = list(_prose_names(page))
    shortened = any(c.kind == "person" and "." in c.agent and is_initials(c.agent) for c in credits)
    if shortened:
        mentioned = [name for name in mentioned if not is_initials(name)]
    trusted = [*agents, *[n for n in mentioned if n.count(" ") == 1]]
    book = build_references([*agents, *mentioned], trusted)
    resolved: list[FoundCredit] = []
    for c in credits:
        resolved += _resolve(page, book, c)
    if shortened:
        resolved = [c for c in resolved if c.kind != "person" or not is_initials(c.agent)]
    said = _Said.of(page, [c for c in resolved if c.priority >= LABEL])
    return [c for c in resolved if c.priority >= LABEL or said.allows(c, book)]


def _agents_of(credits: Iterable[FoundCredit]) -> list[str]:
    people = [c.agent for c in credits if c.kind == "person" and " " in c.agent]
    return [name for name in people if not is_mister(name) and ("." not in name or not is_initials(name))]


def _prose_names(page: Page) -> Iterator[str]:
    left = _LONGEST_PROSE
    for section in page.of_kind("strapline", "body", "labels", "other"):
        span = Span(section.span.start, min(section.span.end, section.span.start + left))
        left -= span.end - span.start
        yield from names_of(page, span)
        if left <= 0:
            return


def _resolve(page: Page, book: References, credit: FoundCredit) -> Sequence[FoundCredit]:
    if credit.kind == "team":
        team = book.find_team(credit.agent)
        if team and len(team.members) > 1:
            return [credit._replace(agent=m, kind="person", members=()) for m in team.members]
    if credit.kind != "person":
        return (credit,)
    agent = book.resolve_at(credit.agent, page.text, credit.name.start)
    return (credit._replace(agent=agent) if agent != credit.agent else credit,)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the labels of a page say: who holds each role, and everyone they name."""

    holders: Mapping[str, frozenset[str]]
    cast: frozenset[str]
    crew: frozenset[str]

    @classmethod
    def of(cls, page: Page, labelled: Sequence[FoundCredit]) -> _Said:
        holders: dict[str, set[str]] = {}
        for c in labelled:
            holders.setdefault(c.role, set()).add(fold(c.agent))
        cast = frozenset().union(*(holders.get(r, set()) for r in _CAST))
        crew = frozenset(fold(c.agent) for c in labelled if c.role not in _CAST and c.kind == "person")
        del page
        return cls({r: frozenset(h) for r, h in holders.items()}, cast, crew)

    def allows(self, credit: FoundCredit, book: References) -> bool:
        """Whether a sentence's credit agrees with what the labels say."""
        agent = fold(credit.agent)
        if credit.kind == "person" and is_mister(credit.agent):
            return False  # a "Ms. Drucker" whom the document never names in full
        family, _, form = credit.rule.partition("/")
        if family == "prose-cast":
            return self._allows_part(credit, form, agent, book)
        holders = self.holders.get(credit.role, frozenset())
        if credit.role == "narrator":
            return agent in self.cast or " " in agent  # a director may speak the words himself
        if credit.role in _CAST:
            return agent in self.cast or (agent not in self.crew and " " in agent)
        if holders and (family == "prose-weak" or (credit.role in _CLOSED and family != "prose-own")):
            return agent in holders
        return True

    def _allows_part(self, credit: FoundCredit, form: str, agent: str, book: References) -> bool:
        part = fold(credit.character or "")
        if part in self.cast or (part in self.crew and agent not in self.cast):
            return False
        if agent in self.cast:
            return True
        if form == "mononym":
            return not self.cast
        if agent in self.crew or " " not in agent:
            return False
        if form == "claimed":
            return False
        listed = len(self.cast) >= _LISTED
        if form == "possessive-known":
            return not listed
        if form in ("possessive", "is"):
            return not listed and " " in part
        if form == "plays-description":
            return True
        return not form.endswith("description") or form == "as-description" or not self.cast
