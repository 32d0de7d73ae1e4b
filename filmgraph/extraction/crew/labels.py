"""Credits from labels: `Label: names` on a line, under it, in a block or in a run.

Which words are a label and which its value is decided in `items.py`; here the
names in the value are read as people or companies, as the role demands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.crew.bracketed_jobs import find_bracketed_jobs
from filmgraph.extraction.crew.houses import HELD_BY_HOUSES, find_houses, without_land, without_towns
from filmgraph.extraction.crew.named_jobs import NamedJob, find_named_job, roles_of_note
from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.labels.values import (
    ACTS_FOR,
    Names,
    is_courteous,
    read_companies,
    read_people,
    without_footnotes,
)
from filmgraph.extraction.names.mentions import (
    Mention,
    find_names,
    is_given_name,
    looks_like_company,
    looks_like_person,
    make_mention,
    readable_name,
)
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.teams import is_team, without_article
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import BLOCK, LABEL, Found, FoundCredit, build_quote
from filmgraph.extraction.text.countries import clean_territory, is_territory
from filmgraph.model.document import Span
from filmgraph.model.facts import AgentKind, Unread
from filmgraph.model.names import fold

CAST = frozenset({"actor", "voice-actor"})
# Read elsewhere or never a credit: "X presents" has its name in front.
_NO_NAMES = Names((), ())
_SKIPPED = frozenset({"presenter", "press-agent"})


def find_label_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The credits that labels give, casts and presenters apart."""
    above: Item | None = None
    for item in page.items:
        before, above = above, item
        if not item.label.readings or not item.values or is_cast_item(page, item):
            continue
        if before and item.label.roles == ("association",) and _goes_on(page, before, item):
            item = item._replace(label=item.label._replace(readings=before.label.readings))
        if _SKIPPED.isdisjoint(item.label.roles) and not _is_byline(page, item):
            yield from _read_item(page, roles, item)
    yield from find_bracketed_jobs(page, roles)


def _goes_on(page: Page, before: Item, item: Item) -> bool:
    """Whether "with the collaboration of X" goes on with the people under the label of the line above."""
    if item.line != before.last_line + 1 or page.gaps[item.line] or len(before.label.readings) != 1:
        return False
    names = [m for v in item.values for m in split_names(page.text, v)]
    return bool(names) and all(_is_named(m) for m in names)


def _is_named(mention: Mention) -> bool:
    return " " in mention.text and looks_like_person(mention.text) and not looks_like_company(mention.text)


def is_cast_item(page: Page, item: Item) -> bool:
    """Whether an item is a cast list: a cast label, and where the word is ambiguous, people under it."""
    readings = item.label.readings
    if item.label.roles == ("casting",) and fold(item.label.span.of(page.text)) == "casting":
        # French listings head the cast with "Casting"; casting directors come one or two at a time.
        names = [m for v in item.values for m in split_names(page.text, v)]
        return len(names) >= 4 and not any(CAST & set(i.label.roles) for i in page.items)
    if all(map(CAST.isdisjoint, readings)):
        return item.label.field == "cast"
    if len(readings) == 1:
        return True
    # "Distribution : Diaphana": the word names casts and distributors, the value decides.
    names = [m for v in item.values for m in split_names(page.text, v)]
    if len(names) < 3 and any(
        CAST & set(i.label.roles) and len(i.label.readings) == 1 and i.values for i in page.items
    ):
        return False  # "Distribution: Bitters End" on a page whose cast stands under another word
    companies = sum(looks_like_company(m.text) or " " not in m.text for m in names)
    return companies * 2 < len(names)


def _is_byline(page: Page, item: Item) -> bool:
    """ "Written by Nora Pell" over a review, away from any credit, names the critic."""
    if page.kinds[item.line] != "byline" or item.separator == "\n":
        return False
    near = [other.line for other in page.items if other is not item and other.label.readings]
    return not any(abs(line - item.line) <= 3 for line in near)


def _read_item(page: Page, roles: RoleCatalog, item: Item) -> Iterator[Found]:
    section = page.kinds[item.line]
    jobs, item = _named_jobs(page, roles, item)
    for order, job in enumerate(jobs, 1):
        yield from _credits_of_job(page, roles, item, job, order)
    if jobs and not item.values:
        return
    reading, names = _choose_reading(page, roles, item)
    if not reading:
        yield from (
            Unread(v, v.of(page.text), section, "no name could be read under the label")
            for v in item.values
            if _holds_name(page, v)
        )
        return
    label_start = item.label.span.start
    acting = -1
    if len(names.read) > 1 and roles.of_companies.issuperset(reading):
        acting = max((m.span.start for m in names.read if _acts_for(page.text, m)), default=-1)
    for order, mention in enumerate(names.read, 1):
        for role_id in _roles_of(page.text, mention, reading, item, roles, acting):
            yield _credit(page, roles, item, roles.roles[role_id], mention, order, label_start)
    if reading in HELD_BY_HOUSES:
        yield from find_houses(page, roles, item, reading, names)
    for left in names.left:
        if not _holds_name(page, left):
            continue
        yield Unread(left, left.of(page.text), section, "words behind the names of a label")


def _named_jobs(page: Page, roles: RoleCatalog, item: Item) -> tuple[list[NamedJob], Item]:
    """The names of a list with a job of their own behind them, and the item without their lines."""
    text = page.text
    if len(item.values) < 2 and item.separator != "\n":
        return [], item
    jobs: list[NamedJob] = []
    values: list[Span] = []
    for value in item.values:
        job = find_named_job(text, value, roles)
        if job is None or job.roles is None:
            values.append(job.name if job else value)
        else:
            jobs.append(job)
    return (jobs, item._replace(values=tuple(values))) if jobs or values else (jobs, item)


def _credits_of_job(
    page: Page, roles: RoleCatalog, item: Item, job: NamedJob, order: int
) -> Iterator[FoundCredit]:
    """The credits of one line of a list: the job behind its name says more than the heading."""
    words = " ".join(job.name.of(page.text).split())
    for role_id in job.roles or ():
        is_company = role_id in roles.of_companies
        yield FoundCredit(
            role_id,
            job.name,
            words if is_company else readable_name(words),
            "organization" if is_company else "person",
            build_quote(job.shown.start, job.name, job.shown.end),
            "labels/named-job",
            page.kinds[item.line],
            LABEL,
            0.93,
            order=order,
            note=role_id if roles.roles[role_id].reported_as == "other" else None,
        )


def _roles_of(
    text: str, mention: Mention, reading: tuple[str, ...], item: Item, roles: RoleCatalog, acting: int
) -> tuple[str, ...]:
    """The roles of one name: a person among the companies of "Produktion: X, Y Film" is a producer.

    So is each up to `acting`, where the last stands who acts for the houses behind: "X, Y per Z Film, W".
    """
    named = mention.span.start <= acting and " " in mention.text and not looks_like_company(mention.text)
    if roles.of_companies.issuperset(reading) and (named or _is_person(text, mention)):
        for other in item.label.readings:
            if roles.of_companies.isdisjoint(other) and CAST.isdisjoint(other):
                return other
    if mention.note and not is_territory(mention.note):
        return roles_of_note(mention.note, item.label.span.of(text), reading, roles)
    return reading


def _is_person(text: str, mention: Mention) -> bool:
    """Whether a name among companies is a person's: by the given name, or by the house that is acted for."""
    words = mention.text.split()
    if len(words) in (2, 3) and is_given_name(words[0]) and not looks_like_company(mention.text):
        return True
    return (len(words) > 1 or is_courteous(text, mention.span.start)) and _acts_for(text, mention)


def _acts_for(text: str, mention: Mention) -> bool:
    return ACTS_FOR.match(text, mention.span.end) is not None


def _holds_name(page: Page, span: Span) -> bool:
    """Whether words that were not read hold a name that a person should look at."""
    return any(" " in m.text and m.shape != "company" for m in find_names(page.text, span))


def _choose_reading(page: Page, roles: RoleCatalog, item: Item) -> tuple[tuple[str, ...], Names]:
    """The roles that fit the value: persons for "Producer", either for "Production"."""
    text = page.text
    parts = [p for v in item.values for p in without_footnotes(text, v)]
    readings = [r for r in item.label.readings if CAST.isdisjoint(r)]
    held = {r for reading in readings for r in reading}
    of_companies = roles.of_companies
    people = _join([read_people(text, p) for p in parts]) if held - of_companies else _NO_NAMES
    companies = _join([read_companies(text, p) for p in parts]) if held & of_companies else _NO_NAMES
    acting = len(readings) > 1 and len(companies.read) > 1 and any(_acts_for(text, m) for m in companies.read)
    if companies.read and not acting and any(is_courteous(text, m.span.start) for m in people.read):
        companies = _NO_NAMES  # "produced by Miss Dash and Mr. Jafa"
    # A house may be called by its owners' names: only behind "by" do surnames surely stand for people.
    told = item.separator == "by" or fold(item.label.span.of(text)).endswith(" by")
    if len(readings) > 1 and told and not acting and people.read and _are_surnames(page, people):
        companies = _NO_NAMES
    for reading in _by_fit(readings, roles, people, companies, acting=acting):
        is_company = of_companies.issuperset(reading)
        names = companies if is_company else people
        if "sales-agent" in reading:
            names = without_towns(names)
        if "distributor" in reading and item.label.span.of(text).lower().endswith((" in", " en", " em")):
            names = without_land(text, names)
        if not is_company and not names.read and item.separator == ":":
            names = _lower_case_name(page, parts)
        if item.separator == "" and not is_company and item.style in ("line", "run"):
            # With no mark at all, only a full name shows that the word before it is a label.
            if not names.read or " " not in names.read[0].text:
                continue
            end = names.read[-1].span.end
            if item.style == "line" and names.left and not _FIGURE.match(page.text, end):
                continue
        if names.read:
            return reading, names
    return (), _NO_NAMES


def _lower_case_name(page: Page, parts: list[Span]) -> Names:
    """An artist who signs in small letters, alone behind a colon: "Director: kogonada"."""
    words = parts[0].of(page.text) if len(parts) == 1 else ""
    fits = words.isalpha() and words.islower() and 4 <= len(words) <= 20
    known = fits and len(re.findall(rf"\b{words}\b", page.text)) > 1
    return Names((make_mention(page.text, parts[0]),), ()) if known else _NO_NAMES


def _by_fit(
    readings: list[tuple[str, ...]], roles: RoleCatalog, people: Names, companies: Names, *, acting: bool
) -> list[tuple[str, ...]]:
    """The readings of an ambiguous label, those first whose kind of agent the value holds."""
    if len(readings) < 2:
        return readings
    wants_company = (
        acting
        or companies.companies * 2 >= max(1, len(companies.read))
        or (bool(companies.read) and bool(people.read) and all(" " not in m.text for m in people.read))
    )
    return sorted(readings, key=lambda r: (r[0] not in roles.of_companies) == wants_company)


def _are_surnames(page: Page, people: Names) -> bool:
    """Whether lone words are surnames: each stands behind a given name elsewhere ("Produced by Lee, Orr")."""
    return all(
        " " not in one.text
        and any(
            is_given_name(m[1])
            for m in re.finditer(rf"([^\W\d_][\w’'-]+) {re.escape(one.text)}\b", page.text)
        )
        for one in people.read
    )


def _join(names: list[Names]) -> Names:
    if len(names) == 1:
        return names[0]
    read: list[Mention] = []
    left: list[Span] = []
    for n in names:
        read += n.read
        left += n.left
    return Names(tuple(read), tuple(left))


def _credit(
    page: Page, roles: RoleCatalog, item: Item, role: Role, mention: Mention, order: int, label_start: int
) -> FoundCredit:
    is_company = role.id in roles.of_companies
    territory = _territory(page, item, mention) if role.id == "distributor" else None
    team = not is_company and "team" in role.kinds and is_team(mention.text)
    kind: AgentKind = "organization" if is_company else "team" if team else "person"
    name = without_article(mention.text) if team else mention.text
    block = item.style == "block" or page.kinds[item.line] in ("production", "crew")
    return FoundCredit(
        role=role.id,
        name=mention.span,
        agent=name if is_company or team else readable_name(name),
        kind=kind,
        quote=build_quote(label_start, mention.span, item.behind),
        rule=f"labels/{item.style}",
        section=page.kinds[item.line],
        priority=BLOCK if block else LABEL,
        confidence=0.98 if item.separator in (":", ",", "by") else 0.9,
        territory=territory,
        order=order,
        note=role.id if role.reported_as == "other" else None,
    )


def _territory(page: Page, item: Item, mention: Mention) -> str | None:
    """Where a distributor releases: in its bracket ("(in U.S.)") or in its label ("U.S. distributor")."""
    if mention.note and is_territory(mention.note):
        return clean_territory(mention.note)
    words = item.label.span.of(page.text).split()
    fronts = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((front for front in fronts if is_territory(front)), None)


_FIGURE = re.compile(r"\W{0,4}\d")
