"""The reference of the named queries, networks and checks, written from the headers of their files.

`python -m filmgraph.catalogs.reference > docs/queries.md` writes it anew; a test
holds the file to it.
"""

from __future__ import annotations

import sys

from filmgraph.catalogs.queries import NamedQuery, load_checks, load_networks, load_queries

_HEAD = """\
# Queries, networks and checks

Every query is a file of SPARQL 1.1 in `queries/` that runs by itself on any endpoint. Its header, comment
lines that start with `#+`, is what this page, the command line and the web page are made from. This page is
written by `python -m filmgraph.catalogs.reference > docs/queries.md`.

A parameter takes a name as people say it ("Audiard", "the Dardennes", "De rouille et d'os"), an IRI, a role
in any language of `ontology/roles.ttl`, a year, or a text. In the file it stands as `VALUES ?name { UNDEF }`,
inside the group that uses it, and is bound by writing RDF terms there. A team counts with its members, a
member with the credits of the team. Roles take in the narrower ones; `producing` is every producing role.
"""


def build_reference() -> str:
    """The page as Markdown."""
    parts = [_HEAD, "\n## Queries\n"]
    parts += [_describe(query, "filmgraph query") for query in load_queries().values()]
    if networks := load_networks():
        parts.append("\n## Networks\n\nOne file is one network: each row is an edge.\n")
        parts += [_describe(query, "") for query in networks.values()]
    parts.append(
        "\n## Checks\n\nEach row of an answer is an error in the data; `filmgraph check` runs them all.\n"
    )
    parts += [_describe(query, "") for query in load_checks().values()]
    return "".join(parts)


def _describe(query: NamedQuery, command: str) -> str:
    lines = [
        f"\n### {query.name}\n",
        f"{query.summary}.{' ' + query.description if query.description else ''}\n",
    ]
    for param in query.params:
        needed = "required" if param.required else "optional"
        lines.append(f"- `{param.name}` ({param.type}, {needed}): {param.summary}")
    if query.params:
        lines.append("")
    columns = ", ".join(f"`{column.name}` ({column.summary})" for column in query.columns)
    lines.append(f"Columns: {columns}.\n")
    if command:
        given = "".join(f' -p {p.name}="{p.example}"' for p in query.params if p.required)
        lines.append(f"    {command} {query.name}{given}\n")
    if query.question:
        lines.append(f"Asked in English: “{query.question}”.\n")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(build_reference())
