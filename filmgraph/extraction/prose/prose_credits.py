"""Credits that sentences give: "lensed by", "composer X’s score", "helmer X", "through their shingle".

The phrases stand in `patterns/prose_credits.txt`, by role. A phrase marked weak
("director X", "X’s editing") may speak of another film, so it counts only where no
label contradicts it; `references.resolve_names` sees to that when all credits are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.crew.jobs import (
    clause_before,
    is_denied,
    is_of_object,
    is_of_person,
    is_part_denied,
    is_replaced,
)
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.declined import cut_genitive
from filmgraph.extraction.prose.frames import Said, gives_part
from filmgraph.extraction.prose.masking import COMPANY, DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.next_clauses import leave_clause
from filmgraph.extraction.prose.own_film import find_antecedent
from filmgraph.extraction.prose.phrases import load_phrases
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import PROSE, WEAK, FoundCredit
from filmgraph.model.document import Span
from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold

WEAK_RULE, STRONG_RULE, OWN_RULE = "prose-weak", "prose", "prose-own"
_PEOPLE = FULL + SINGLE + TEAM + DIRECTOR
_WEAK_MODES = ("weak", "genitive")
_VERBS = frozenset({"does", "alone"})
_BRACKETED = re.compile(r"\([^()]*\)")
_AND_ONLY = re.compile(r" (?:and|&|et|und|y|e|en|og|och|i) ")
_COMPARISON = re.compile(
    r"\b(?:like|recalls?|reminiscent|worked (?:with|for)|prot[eé]g[eé]|former assistant|influence|admires?"
    r"|hero|idol|borrow(?:s|ed|ing)?|owes?|indebted|disciples?|school of)\b"
)
# "the score by Bernard Herrmann for “Psycho”"
_FOR_OTHER = re.compile(
    rf",? (?:for|in|of|on|to) (?:(?:the |[{FULL}{SINGLE}]['’]s? )(?:[\w-]+ ){{0,2}})?{TITLE}"
)
# "wrote, shot and cut", "his own cameraman": a director who is said to have done it himself.
_ALONE = re.compile(r"(?:, |and )[a-z-]+|self\b|\bown\b|\([a-z]+\)|,? the [a-z]+|graph(?:y|er)\b|photograph")
# "writes the script of Otto’s next picture"
_OF_SOMEONE = re.compile(rf" of [{FULL}{SINGLE}]['’]s? ")
# "The director Mark Rydell is Marty Augustine": a player with a job elsewhere.
_PLAYS_ON = re.compile(rf" (?:is|plays|played|portrays|turns up as|appears as|as) (?:the )?[{FULL}{SINGLE}]")
# "⟨X⟩, who was asked first, wrote a score": what stands between the name and the job takes it away.
_REFUSED = re.compile(
    r",[^.;:\n]*\b(?:rejected|replaced|fired|dropped|turned down|was to have|were to have|asked first"
    r"|originally|first choice|unused|refused|never|dead|died|invented|imaginary|fictitious|pseudonym)\b"
    r"[^.;:\n]*,"
)
# "Cut by ⟨X⟩, and ⟨Y⟩ designed the costumes": the last of a row begins a clause of its own.
_NEXT_CLAUSE = re.compile(
    rf",? (?:and )?[{FULL}{SINGLE}] (?:designed|wrote|composed|shot|edited|cut|did|scored|produced|directed"
    r"|plays|provides|provided|supplies|supplied|photographed|built) (?:the|a|an|his|her|its|it|all)\b"
)
# What somebody worked with or on: "shot it on a clockwork Bolex, cut it at home".
_IS_TOOL = re.compile(
    r"\b(?:on|with|using|in|into|auf|mit|avec|sur|dans|con|su|en|com|em|med|på|met|op|z|na)"
    r" (?:an?|one|einem|einer|eine|une?|una|uma?|ett|een)(?: [^\W\d_]+){0,2} \Z"
)
_WRITTEN = frozenset({"screenwriter", "composer", "editor"})
_SEEN = frozenset({"cinematographer", "editor"})
_AT_WORK = frozenset({"cinematographer", "composer", "costume-designer", "production-designer", "editor"})
_ORGANIZATIONS = frozenset({"production-company", "distributor", "sales-agent", "presenter"})


@dataclass(frozen=True, slots=True)
class _Agent:
    """One agent of a match: its name where it stands, its full form, its kind."""

    mark: Mark
    name: str
    kind: AgentKind
    members: tuple[str, ...] = ()


def find_prose_credits(prose: Prose, roles: RoleCatalog, framed: Iterable[Said]) -> Iterator[FoundCredit]:
    """The credits that the sentences of a page give its people and companies."""
    weak_directors = has_director = False
    piece = prose.story
    rest: list[Said] = []
    directors: set[str] = set()
    others: set[str] = set()
    crew = (said for said in framed if not gives_part(said))
    for said in sorted((*_find_phrases(piece), *crew), key=lambda s: s.start):
        if any(i not in roles.roles for i in said.roles):
            continue
        if _is_barred(piece, said):
            continue
        if said.mode in _WEAK_MODES and "director" in said.roles:
            # Without a label the first director named is taken for the film's own, and no other.
            if weak_directors and not _all_directors(prose, piece, said):
                continue
            weak_directors = True
        if said.mode == "last":
            rest.append(said)
            continue
        has_director = has_director or "director" in said.roles
        for credit in _read(prose, piece, said):
            directors |= {credit.agent} if credit.role == "director" else set()
            others |= {credit.agent} if credit.role in _AT_WORK else set()
            # A director who "shot it in Texas" did not hold the camera, unless other crafts stand beside.
            if (
                credit.role != "cinematographer"
                or credit.agent not in directors
                or _ALONE.search(_words(piece, said))
            ):
                yield credit
    if not has_director and rest:
        has_director = True
        yield from _read(prose, piece, replace(rest[0], mode="weak"))
    if not has_director:
        # "X is at the camera, and the director takes no risks": X is another.
        yield from (c for c in _from_antecedent(prose, roles) if c.agent not in others)


def _from_antecedent(prose: Prose, roles: RoleCatalog) -> Iterator[FoundCredit]:
    """ "Jane Campion comes back … adapted by the writer-director": the director that only a noun names."""
    found = find_antecedent(prose.pieces)
    if not found:
        return
    piece, name, noun = found
    quote = Span(name.span.start, noun.span.end)
    if quote.end - quote.start > 260:
        quote = name.span
    for role in ("director", "screenwriter"):
        if role == "director" or (noun.text.split()[-1].startswith("writer") and role in roles.roles):
            yield FoundCredit(
                role=role,
                name=name.span,
                agent=prose.references.resolve(name.text),
                kind="person",
                quote=quote,
                rule=f"{WEAK_RULE}/the-director",
                section=piece.section,
                priority=WEAK,
                confidence=0.6,
            )


def _find_phrases(piece: Piece) -> Iterator[Said]:
    """What the phrases that are no frame say: idioms of the trade, companies, lists of players."""
    for phrase, match in load_phrases("prose_credits").find(piece):
        names, _, mode = phrase.group.partition(" ")
        spans = {name: match.span(name) for name in match.groupdict() if match[name] is not None}
        yield Said(tuple(names.split("+")), mode, match.start(), match.end(), spans)


def _is_barred(piece: Piece, said: Said) -> bool:
    start, end = said.start, said.end
    if is_denied(piece, start, end):
        return True
    if is_of_object(piece, start, written=not _WRITTEN.isdisjoint(said.roles)):
        return True
    if said.roles[0] in _SEEN and is_of_person(piece, start):
        return True
    # "director Marc Lebrun (Michel Simon)" is a part, not a credit.
    if piece.masked[end : end + 2] == " (" and piece.masked[end + 2 : end + 3] == FULL:
        return True
    if _FOR_OTHER.match(piece.masked, end) or (said.form == "work" and _OF_SOMEONE.match(piece.masked, end)):
        return True
    if _REFUSED.search(piece.masked, start, end):
        return True
    if said.mode == "players" and is_part_denied(piece, start):
        return True
    if "actor" in said.roles and is_replaced(piece, start, end):
        return True
    if said.form == "worker" and said.mode and _PLAYS_ON.match(piece.masked, end):
        return True
    if said.mode in ("weak", "last", "genitive"):
        return bool(_COMPARISON.search(clause_before(piece, start))) or _is_about_other(piece, said)
    return False


def _is_about_other(piece: Piece, said: Said) -> bool:
    """Whether the clause so far speaks of another film: "he made “Kes” with producer Tony Garnett"."""
    before = _BRACKETED.sub("", clause_before(piece, said.start))
    return TITLE in before and OWN not in before and "director" not in said.roles


def _all_directors(prose: Prose, piece: Piece, said: Said) -> bool:
    return all(prose.is_director(m.text) for m in piece.inside(said.start, said.end, _PEOPLE))


def _read(prose: Prose, piece: Piece, said: Said) -> Iterator[FoundCredit]:
    ids, mode, groups = said.roles, said.mode, said.spans
    words = _words(piece, said)
    # What names the film itself holds even against a label ("Jules Dassin … directed “Rififi”").
    family = WEAK_RULE if mode in _WEAK_MODES else OWN_RULE if OWN in words else STRONG_RULE
    rule = f"{family}/{ids[0]}"
    priority = WEAK if mode in _WEAK_MODES else PROSE
    companies = [m for name in ("co", "co2") if name in groups for m in _marks(piece, groups[name])]
    through = companies[0].text if mode == "through" and companies else None
    organizations = all(i in _ORGANIZATIONS for i in ids)
    if organizations:
        are_companies = any(m.sign == COMPANY or looks_like_company(m.text) for m in companies)
        for n, mark in enumerate(companies, 1):
            if not are_companies and ids == ("production-company",) and not _is_house(mark, words):
                continue
            if mark.sign == FULL and prose.page.text.startswith(("'s ", "’s "), mark.span.end):
                continue  # "for Luxor Films, the team behind Ann Lee's “T”"
            for role in ids:
                yield _credit(
                    piece, said, role, _Agent(mark, mark.text, "organization"), rule, PROSE, order=n
                )
        if "people" not in groups:
            return
        ids, rule = ("producer",), f"{STRONG_RULE}/producer"
    if mode in ("shared", "self"):
        yield from _of_director(prose, piece, said, rule, priority)
    for name in ("p", "people", "people2"):
        if name not in groups:
            continue
        for n, agent in enumerate(_agents(prose, piece, groups[name], mode, said.form), 1):
            for role in ids:
                if role == "composer" and _is_heard(agent.name):
                    continue
                if role == "cinematographer" and prose.is_director(agent.name) and not _ALONE.search(words):
                    continue
                yield _credit(piece, said, role, agent, rule, priority, through=through, order=n)


def _is_house(mark: Mark, words: str) -> bool:
    """Whether a name that looks like no company's is one by its place: under a banner, "produced for ⟨X⟩"."""
    if "banner" in words:
        return True
    return " for " in words and mark.sign == FULL and not is_given_name(mark.text.split()[0])


def _of_director(prose: Prose, piece: Piece, said: Said, rule: str, priority: int) -> Iterator[FoundCredit]:
    """Whom "he shares the screenplay" and "she cut it herself" mean: the director, or who spoke last."""
    he = piece.span(said.start, said.start + 3)
    mark = Mark(DIRECTOR, Span(he.start, he.end - (piece.masked[said.start + 2] == " ")), "he")
    names = list(prose.directors)
    if not names and said.mode == "self":
        before = piece.marks.get(piece.sentence_start(max(0, said.start - 3)))
        names = [prose.references.resolve(before.text)] if before and before.sign in FULL + SINGLE else []
    for name in names:
        for role in said.roles:
            yield _credit(piece, said, role, _Agent(mark, name, "person"), rule, priority)


def _is_heard(name: str) -> bool:
    """Whether a composer's music was there before any film: "the music of Verdi" is only heard in it."""
    words, known = fold(name).split(), load_patterns("prose_others")["composer"]
    return words[-1] in known or " ".join(words[-2:]) in known


def _words(piece: Piece, said: Said) -> str:
    return piece.masked[said.start : said.end]


def _marks(piece: Piece, span: tuple[int, int]) -> list[Mark]:
    return piece.inside(*span, COMPANY + _PEOPLE)


def _agents(prose: Prose, piece: Piece, span: tuple[int, int], mode: str, form: str) -> Iterator[_Agent]:
    """The people of one list of a sentence, shared surnames completed, teams with their members."""
    # "on a clockwork Bolex, … cut the thing": a lone word nobody bears is no subject.
    needs_known = mode in _WEAK_MODES or form in _VERBS
    positions = [i for i in range(*span) if i in piece.marks and piece.marks[i].sign in _PEOPLE]
    if len(positions) == 2:
        leave_clause(piece, positions)
    by = len(positions) > 1 and " by " in piece.masked[max(0, positions[0] - 30) : positions[0]]
    if by and _NEXT_CLAUSE.match(piece.masked, positions[-2] + 1):
        positions.pop()
    marks = [piece.marks[i] for i in positions]
    if mode == "genitive" and marks:
        last = cut_genitive(marks[-1], prose.references, prose.block_names)
        if last is None:
            return
        marks[-1] = last
    for n, mark in enumerate(marks):
        if mark.sign == TEAM:
            yield from _team(prose, mark)
        elif mark.sign == DIRECTOR:
            for name in prose.directors:
                yield _Agent(mark, name, "person")
        elif mark.sign == FULL:
            if not looks_like_company(mark.text):
                yield _Agent(mark, mark.text, "person")
        else:
            joined = (
                n + 1 < len(marks)
                and marks[n + 1].sign == FULL
                and _AND_ONLY.fullmatch(piece.masked[positions[n] + 1 : positions[n + 1]])
            )
            shared = _share_surname(prose, mark.text, marks[n + 1].text) if joined else None
            if shared:
                yield _Agent(mark, shared, "person")
            else:
                name = prose.references.resolve_at(mark.text, prose.page.text, mark.span.start)
                known = prose.references.knows(name)
                if (
                    " " not in name
                    and not known
                    and _IS_TOOL.search(piece.masked[max(0, positions[n] - 40) : positions[n]])
                ):
                    continue
                if " " in name or known or not needs_known:
                    yield _Agent(mark, name, "person")


def _share_surname(prose: Prose, given: str, full: str) -> str | None:
    """ "Luc" of "Luc and Jean-Pierre Dardenne" with its surname; None where "Luc" is a surname itself."""
    if not prose.references.may_share(given):
        return None
    words = full.split()
    cut = 1
    family = " ".join(words[cut:])
    known = prose.references.find(f"{given} {words[-1]}")
    return known[0] if known else f"{given} {family if len(words) == 2 else words[-1]}"


def _team(prose: Prose, mark: Mark) -> Iterator[_Agent]:
    team = prose.references.find_team(mark.text)
    if team and len(team.members) > 1:
        for member in team.members:
            yield _Agent(mark, member, "person")
    elif team:
        yield _Agent(mark, team.name, "team")


def _credit(
    piece: Piece,
    said: Said,
    role: str,
    agent: _Agent,
    rule: str,
    priority: int,
    *,
    through: str | None = None,
    order: int | None = None,
) -> FoundCredit:
    last = agent.mark.span.end
    whole = piece.quote(said.start, said.end)
    # "Dick Pope’s lensing": the word for the job stands behind the name.
    named_first = piece.masked[said.start] in _PEOPLE and whole.end - whole.start <= 220
    end = max(last, whole.end) if through or named_first else last
    start = min(whole.start, agent.mark.span.start)
    if end - start > 220:
        start = min(piece.starts[said.start], agent.mark.span.start)
    quote = Span(start, end) if end - start <= 260 else agent.mark.span
    return FoundCredit(
        role=role,
        name=agent.mark.span,
        agent=agent.name,
        kind=agent.kind,
        quote=quote,
        rule=rule,
        section=piece.section,
        priority=priority,
        confidence=0.75 if priority == WEAK else 0.9,
        through=through,
        members=agent.members,
        order=order,
    )
