"""Houses beside producers, and producers beside houses, under one label.

- `P: Ann Lee, Bo Ray (Kite Film) in Koprod. m. ZDF und ARTE`: the bracket names who produced with them
- `P: Kite (Ann Lee)/Trio/WDR`: it names the producer of the house
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.labels.values import Names, read_companies
from filmgraph.extraction.names.mentions import (
    Mention,
    is_given_name,
    looks_like_company,
    looks_like_person,
    make_mention,
    readable_name,
)
from filmgraph.extraction.names.name_gate import can_be_company
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, FoundCredit, build_quote
from filmgraph.extraction.text.countries import is_territory
from filmgraph.model.document import Span

HELD_BY_HOUSES = (("producer",), ("production-company",))
_TOGETHER = re.compile(
    r",?\s+(?:in|en|em|i)\s(?:co-?|ko-?|sam)prod\w*\.?\s(?:con|mit|m\.|with|avec|com|met|med|m/)\s+(?=\S)",
    re.I,
)


def find_houses(
    page: Page, roles: RoleCatalog, item: Item, reading: tuple[str, ...], names: Names
) -> Iterator[FoundCredit]:
    """The credits of the brackets behind the names of a label that names producers or their houses."""
    if reading == ("producer",):
        for mention in names.read:
            house = _house(roles, mention)
            if house is not None:
                yield _credit(page, "production-company", house, mention.note, mention.extent)
        yield from _partners(page, item)
    elif reading == ("production-company",):
        for mention in names.read:
            note, at = mention.note, mention.note_span
            if at and " " in note and is_given_name(note.split()[0]) and _is_person(note):
                yield _credit(page, "producer", at, note, mention.extent)


def _house(roles: RoleCatalog, mention: Mention) -> Span | None:
    """The bracket behind a producer, where it names a house and no job, country or credit of its own."""
    note = mention.note
    named = note and looks_like_company(note) and can_be_company(note) and note[0].isupper()
    return mention.note_span if named and not is_territory(note) and not roles.find(note) else None


def _is_person(words: str) -> bool:
    return looks_like_person(words) and not looks_like_company(words)


def _partners(page: Page, item: Item) -> Iterator[FoundCredit]:
    """The houses behind the producers: "in Koprod. m. ZDF und ARTE"."""
    for value in item.values:
        if "prod" not in value.of(page.text).lower():
            continue
        together = _TOGETHER.search(page.text, value.start, value.end)
        span = Span(together.end(), value.end) if together else None
        for mention in read_companies(page.text, span).read if span else ():
            shown = build_quote(item.label.span.start, mention.span, None)
            yield _credit(page, "production-company", mention.span, mention.text, shown)


def _credit(page: Page, role: str, name: Span, words: str, quote: Span) -> FoundCredit:
    company = role == "production-company"
    return FoundCredit(
        role, name, words if company else readable_name(words), "organization" if company else "person",
        quote, "labels/house", page.kind_at(name.start), LABEL, 0.9,
    )  # fmt: skip


def without_towns(names: Names) -> Names:
    """Sales agents without the town behind each ("Celluloid Dreams, Paris")."""
    kept = [m for n, m in enumerate(names.read) if n == 0 or looks_like_company(m.text)]
    return Names(tuple(kept), names.left)


def without_land(text: str, names: Names) -> Names:
    """Distributors without the country that a label leads to: "Distribution in Iran FILMIRAN"."""
    first = names.read[0] if names.read else None
    land, _, rest = first.text.partition(" ") if first else ("", "", "")
    if first is None or not rest or not is_territory(land):
        return names
    bare = make_mention(text, Span(first.span.end - len(rest), first.span.end))
    return Names((bare, *names.read[1:]), names.left)
