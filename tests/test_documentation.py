"""The documentation names everything there is, from commands to roles, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from filmgraph.analysis import ANALYSES
from filmgraph.catalogs.queries import load_checks, load_networks, load_queries
from filmgraph.catalogs.roles import load_roles
from filmgraph.cli.main import COMMANDS
from filmgraph.export import EXPORTERS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("README.md", COMMANDS),
        ("docs/queries.md", [*load_queries(), *load_checks()]),
        ("docs/networks.md", [*load_networks(), *(a.name for a in ANALYSES)]),
        ("docs/ontology.md", load_roles().roles),
        ("docs/export.md", [e.suffix for e in EXPORTERS]),
    ],
)
def test_everything_is_documented(page: str, names: list[str]) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [
        name for name in names if not re.search(rf"(`[^`\n]*|^#+ |\*\*){re.escape(name)}\b", text, re.M)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in (ROOT / "docs").glob("*.md") if f"docs/{p.name}" not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_that_are_named_are_there(page: Path) -> None:
    ours = r"`((?:filmgraph|tests|benchmarks|queries|ontology|maps|scripts)/[\w./-]+)`"
    named = re.findall(ours, page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
