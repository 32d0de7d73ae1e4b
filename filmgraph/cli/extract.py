"""`filmgraph extract`: read files and print what they say; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from filmgraph.cli.options import format_option, map_option
from filmgraph.cli.output import echo_json, echo_note, echo_skipped, echo_table

if TYPE_CHECKING:
    from filmgraph.catalogs.roles import Role
    from filmgraph.model.document import Document
    from filmgraph.model.facts import Evidence, FilmFacts


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@map_option
@format_option("jsonl", "table", default="table")
def extract_command(files: tuple[Path, ...], map_name: str | None, format_: str) -> None:
    """Read files or folders and print the facts in them, each with its quote.

    With --format jsonl, one JSON object a document: "source", "text_sha256",
    "film", "credits", "source_works", "other_films", "unread", "contradictions", and
    "more_films" where a page is about several; a credit list gives one object a film.
    Offsets count Unicode code points of the stored text.
    """
    from filmgraph.catalogs.maps import load_map
    from filmgraph.catalogs.roles import load_roles
    from filmgraph.errors import ReadError
    from filmgraph.intake import Skipped, extract_file, list_errors
    from filmgraph.reading import find_files

    roles = load_roles().roles
    table_map = load_map(map_name) if map_name else None
    skipped, done, wrong = [], 0, 0
    for path in find_files(files):
        try:
            document, facts = extract_file(path, table_map=table_map)
        except ReadError as error:
            skipped.append(Skipped(str(path), str(error)))
            continue
        done += 1
        for note in document.notes:
            echo_note(f"{path}: {note}")
        for reason in (*document.wrong, *list_errors(document, facts)):
            wrong += 1
            echo_note(f"{path}: {reason}")
        if format_ == "table":
            for film in facts:
                _echo_film(_describe(film, document, roles))
        else:
            for data in describe(document, facts, roles):
                echo_json(data)
        if not facts:
            skipped.append(Skipped(str(path), "no film could be read in it"))
    echo_skipped(skipped)
    sys.exit(0 if not skipped and not wrong else 1 if done else 3)


def describe(
    document: Document, facts: Sequence[FilmFacts], roles: Mapping[str, Role]
) -> list[dict[str, Any]]:
    """The JSON objects of a document in the schema of `extract`: one, or one a film of a credit list."""
    films = [_describe(film, document, roles) for film in facts]
    return films if document.rows or not films else [_join(films, facts)]


def _describe(film: FilmFacts, document: Document, roles: Mapping[str, Role]) -> dict[str, Any]:
    return {
        "source": document.origin,
        "text_sha256": document.sha256,
        "film": {
            "title": film.first("title"),
            "original_title": film.first("original_title"),
            "alternative_titles": list(film.every("alternative_title")),
            "year": _number(film.first("year")),
            "runtime_min": _number(film.first("runtime_min")),
            "countries": list(film.every("country")),
            "languages": list(film.every("language")),
            "festivals": list(film.every("festival")),
            **{scheme: value for scheme, value in film.ids if "/" not in scheme},
            "same_as": [f"{scheme}{value}" for scheme, value in film.ids if "://" in scheme],
        },
        "review": {field: film.first(key) for field, key in _REVIEW.items()} if film.is_review else None,
        "credits": [
            {
                "role": roles[c.role].reported_as,
                "role_iri": roles[c.role].iri,
                "agent": c.agent,
                "kind": c.kind,
                "credited_as": c.credited_as,
                "character": c.character,
                "territory": c.territory,
                "through": c.through,
                "members": list(c.members),
                "billing_order": c.billing_order,
                "note": c.note,
                **_evidence(c.evidence),
            }
            for c in film.credits
        ],
        "source_works": [
            {"title": w.title, "author": w.author, "kind": w.kind, "grade": w.grade, **_evidence(w.evidence)}
            for w in film.source_works
        ],
        "other_films": [
            {"title": o.title, "director": o.director, **_evidence(o.evidence)} for o in film.other_films
        ],
        "unread": [
            {
                "quote": u.quote, "start": u.span.start, "end": u.span.end,
                "section": u.section, "reason": u.reason,
            }
            for u in film.unread
        ],
        "contradictions": [
            {"field": c.field, "values": [{"value": s.value, **_evidence(s.evidence)} for s in c.values]}
            for c in film.contradictions
        ],
    }  # fmt: skip


def _join(films: list[dict[str, Any]], facts: Sequence[FilmFacts]) -> dict[str, Any]:
    """The first film of a page with the others behind it; to the first they are other films."""
    first, *more = films
    if more:
        first["more_films"] = more
        first["other_films"] += [_other_film(film) for film in facts[1:]]
    return first


def _other_film(film: FilmFacts) -> dict[str, Any]:
    directors = dict.fromkeys(c.agent for c in film.credits if c.role == "director")
    title = next((s for s in film.stated if s.field == "title"), None)
    return {
        "title": title.value if title else None,
        "director": " and ".join(directors) or None,
        **(_evidence(title.evidence) if title else {}),
    }


_REVIEW = {"critic": "critic", "outlet": "outlet", "date": "review_date"}


def _number(value: str | None) -> int | None:
    return int(value) if value else None


def _evidence(evidence: Evidence) -> dict[str, Any]:
    found = {
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "confidence": evidence.confidence,
        "rule": evidence.rule,
        "section": evidence.section,
    }
    return found if evidence.row is None else found | {"row": evidence.row}


def _echo_film(data: dict[str, Any]) -> None:
    film = data["film"]
    facts = [str(film["year"] or ""), f"{film['runtime_min']} min" if film["runtime_min"] else ""]
    title = " · ".join(filter(None, [film["title"] or "(no title)", *facts, data["source"]]))
    rows = [
        [c["role"], c["agent"], c["character"] or c["territory"] or c["through"] or "", _short(c["quote"])]
        for c in data["credits"]
    ]
    rows += [
        [w["grade"].replace("_", " "), w["title"] or "?", w["author"] or "", _short(w["quote"])]
        for w in data["source_works"]
    ]
    echo_table(["role", "name", "as / in / through", "the words behind it"], rows, title)
    for contradiction in data["contradictions"]:
        said = " but ".join(f"{v['value']} ({_short(v['quote'])})" for v in contradiction["values"])
        echo_note(f"  contradicts itself ({contradiction['field']}): {said}")
    for block in data["unread"]:
        echo_note(f"  not read ({block['reason']}): {_short(block['quote'])}")


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= 90 else f"{line[:40]} … {line[-45:]}"
