"""What is wrong in the rows of a table: one id for two films, a film that is its own director."""

from __future__ import annotations

from collections.abc import Iterable

from filmgraph.catalogs.roles import Role
from filmgraph.extraction.tables.drafts import Draft
from filmgraph.extraction.tables.entries import Entry
from filmgraph.model.names import fold, fold_title

# A film may be called after the one it shows, or the company that made it for that.
_NAMESAKES = frozenset({"actor", "voice-actor", "narrator", "presenter", "participation", "composer"})


def find_other_film(draft: Draft, said: Iterable[tuple[str, str]]) -> str:
    """How a film is called that bears the id of another; "" where it may be the same.

    It is another one where both title and year are: a film has many titles, and
    lists state the years of its festival and of its release.
    """
    titles = {fold_title(value) for name, value in said if name.endswith("title")}
    years = {int(value) for name, value in said if name == "year"}
    known = {fold_title(s.value): s.value for s in draft.stated.values() if s.field.endswith("title")}
    known_years = {int(s.value) for s in draft.stated.values() if s.field == "year"}
    if not titles or not known or not titles.isdisjoint(known):
        return ""
    if not years or not known_years or min(abs(a - b) for a in years for b in known_years) <= 1:
        return ""
    return next(iter(known.values()))


def is_film_itself(draft: Draft, role: Role, entry: Entry) -> bool:
    """Whether a person credited on a film is nothing but the film's own title, one word as given.

    Longer names may well be those of people and bands: Antwone Fisher wrote "Antwone Fisher".
    """
    if entry.person_id or role.id in _NAMESAKES or "person" not in role.kinds or " " in entry.name.text:
        return False
    titles = (s.value for s in draft.stated.values() if s.field == "title")
    return any(fold(title) == fold(entry.name.text) for title in titles)
