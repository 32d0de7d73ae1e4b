"""IMDb's words in ours: categories, jobs and types, from `conventions.toml` and the catalog of roles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filmgraph.catalogs.roles import SOURCE_AUTHOR, Role, load_roles
from filmgraph.model.facts import Grade
from filmgraph.model.names import fold

_AND = re.compile(r"\s*[;/|,+&]\s*|\s+and\s+")
_TITLE = re.compile(r"[\"“](?P<title>[^\"“”]{2,200})[\"”]")
_LONGEST_KIND = 3
_ADJECTIVES = ("the", "a", "an", "his", "her", "their", "original", "own")


@dataclass(frozen=True, slots=True)
class Work:
    """A work that a job names: how the film is tied to it, its kind and title where they are said."""

    grade: Grade
    kind: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a category and a job say: the roles on the film, and the work where the person wrote its source.

    Both are empty for a category that is left out or not known.
    """

    roles: tuple[str, ...] = ()
    work: Work | None = None


@dataclass(frozen=True)
class Conventions:
    """The file as read.

    `types` are all of IMDb's; `works` finds a kind by its folded words, `grades` pairs words and grade.
    """

    categories: Mapping[str, str]
    left_out: frozenset[str]
    crew: Mapping[str, str]
    films: tuple[str, ...]
    types: tuple[str, ...]
    grades: tuple[tuple[str, Grade], ...]
    works: Mapping[str, str]
    works_after_grade: Mapping[str, str]
    books: frozenset[str]


@cache
def load_conventions() -> Conventions:
    """The conventions, read once."""
    data = tomllib.loads(Path(__file__).with_name("conventions.toml").read_text("utf-8"))
    grades = [(fold(word), grade) for grade, words in data["grades"].items() for word in words]
    return Conventions(
        categories=data["categories"],
        left_out=frozenset(data["left_out"]["categories"]),
        crew=data["crew"],
        films=tuple(data["types"]["films"]),
        types=tuple(data["types"]["all"]),
        grades=tuple(sorted(grades, key=lambda pair: -len(pair[0]))),
        works=_by_word(data["works"]),
        works_after_grade=_by_word(data["works"]) | _by_word(data["works_after_grade"]),
        books=frozenset(data["books"]["kinds"]),
    )


def _by_word(kinds: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(word): kind for kind, words in kinds.items() for word in words}


def read_job(category: str, job: str | None) -> Meaning:
    """What `category` with `job` means.

    >>> read_job("writer", "story and dialogue").roles, read_job("producer", "executive producer").roles
    (('story', 'dialogue'), ('executive-producer',))
    >>> read_job("writer", "based on the novel by").work
    Work(grade='based_on', kind='novel', title=None)
    """
    known = load_conventions()
    if category not in known.categories:
        return Meaning()
    own = known.categories[category]
    if not job:
        return Meaning((own,))
    if own == "screenwriter" and (work := _read_work(job)):
        return Meaning((SOURCE_AUTHOR,), work)
    return Meaning(_refine(own, job) or (own,))


def _refine(own: str, job: str) -> tuple[str, ...]:
    """The finer roles that a job names, all of the category's own department; none where it names another."""
    roles = load_roles()
    department = roles.roles[own].department
    if whole := _find_role(job, department):
        return (whole,)
    parts = [_find_role(part, department) for part in _AND.split(job) if part]
    return tuple(dict.fromkeys(parts)) if len(parts) > 1 and all(parts) else ()


def _find_role(words: str, department: str) -> str:
    fits: list[Role] = [
        role for role in load_roles().find(words) if role.department == department and "person" in role.kinds
    ]
    return fits[0].id if len(fits) == 1 else ""


def _read_work(job: str) -> Work | None:
    """The work that a writer's job names, if it names one."""
    known = load_conventions()
    found = _TITLE.search(job)
    title = found["title"].strip() if found else None
    words = fold(_TITLE.sub(" ", job)).split()
    while words and words[-1] in ("by", "of", "in"):
        words.pop()
    text = " ".join(words)
    grade: Grade | None = None
    for opening, opened in known.grades:
        if text == opening or text.startswith(opening + " "):
            grade, text = opened, text[len(opening) :].strip()
            break
    words = [w for w in text.split() if w not in _ADJECTIVES]
    kinds = known.works_after_grade if grade else known.works
    kind = next((kinds[end] for n in (3, 2, 1) if (end := " ".join(words[-n:])) in kinds), None)
    if grade is None and (kind is None or len(words) > _LONGEST_KIND):
        return None
    return Work(grade or "based_on", kind, title)


def is_book(kind: str | None) -> bool:
    """Whether a source work of a kind is printed between covers."""
    return kind in load_conventions().books
