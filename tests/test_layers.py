"""The layers, the doors and the absence of cycles, as `CONTRIBUTING.md` draws them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STAGES = {
    "reading", "dumps", "extraction", "resolution", "rdf", "store", "asking", "analysis", "export",
    "endpoint",
}  # fmt: skip
# What each layer of the package may import of the others; a stage never imports another stage.
BELOW: dict[str, set[str]] = {
    "errors": set(),
    "version": set(),
    "sample": set(),
    "model": {"errors"},
    "catalogs": {"errors", "model"},
}
BELOW |= {stage: {"errors", "model", "catalogs", "version"} for stage in STAGES}
BELOW |= {"layers": {*BELOW}}
BELOW |= {"intake": {*BELOW}}
BELOW |= {"pipeline": {*BELOW}}
BELOW |= {"delivery": {*BELOW}, "live": {*BELOW}, "deciding": {*BELOW}}
BELOW |= {"api": {*BELOW}, "cli": {*BELOW}}
# One door a library: the only places that may import it.
DOORS = {
    "click": {"cli"},
    "rich": {"cli"},
    "pyoxigraph": {"store", "catalogs", "reading/statements.py", "reading/json_ld.py"},
    "SPARQLWrapper": {"store/remote.py"},
    "networkx": {"analysis", "export", "resolution/clusters.py"},
    "rdflib": {"rdf", "catalogs", "export"},
    "pyshacl": {"rdf"},
    "jinja2": {"endpoint"},
    "starlette": {"endpoint"},
    "uvicorn": {"endpoint"},
    "lxml": {"reading"},
    "ftfy": {"reading/mending.py"},
    "rapidfuzz": {"resolution", "extraction"},
    "sqlite3": {"store"},
    "duckdb": {"dumps/database.py"},
}


def imports_of(source: str) -> set[str]:
    """The full names of the modules that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def violations(place: str, source: str) -> list[str]:
    """What a file at `place` (relative to the package) imports against the layers or doors."""
    layer = place.split("/")[0].removesuffix(".py")
    wrong = []
    for name in sorted(imports_of(source)):
        top, _, rest = name.partition(".")
        if top == "filmgraph" and rest:
            target = rest.split(".")[0]
            if target in BELOW and target != layer and target not in BELOW.get(layer, set()):
                wrong.append(f"{place} imports {name}: {layer} may not know {target}")
        elif top in DOORS and not any(place == d or place.startswith(d + "/") for d in DOORS[top]):
            wrong.append(f"{place} imports {top}: its door is {', '.join(sorted(DOORS[top]))}")
    return wrong


def package_files() -> dict[str, str]:
    home = ROOT / "filmgraph"
    return {p.relative_to(home).as_posix(): p.read_text() for p in sorted(home.rglob("*.py"))}


def test_layers_and_doors_hold() -> None:
    files = package_files()
    assert len(files) > 40
    unplaced = {place.split("/")[0].removesuffix(".py") for place in files} - {*BELOW, "__init__", "__main__"}
    assert not unplaced, f"no layer for {unplaced}"
    inside = {p: s for p, s in files.items() if p not in ("__init__.py", "__main__.py")}
    assert [w for place, source in inside.items() for w in violations(place, source)] == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("rdf/build.py", "from filmgraph.store import open_store"),
        ("model/facts.py", "import filmgraph.catalogs.roles"),
        ("asking/grammar.py", "import click"),
        ("store/names.py", "from SPARQLWrapper import SPARQLWrapper"),
        ("pipeline.py", "from filmgraph.cli import main"),
    ],
)
def test_a_planted_violation_is_caught(place: str, source: str) -> None:
    assert violations(place, source)


def modules_imported(source: str, modules: set[str]) -> set[str]:
    """The modules that a file imports; `from package import module` is the module, not the package."""
    found = {name for name in imports_of(source) if name in modules}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and all(f"{node.module}.{a.name}" in modules for a in node.names):
            found.discard(str(node.module))
    return found


def test_modules_do_not_import_in_a_circle() -> None:
    files = package_files()
    names = {
        ".".join(["filmgraph", *p.removesuffix(".py").split("/")]).removesuffix(".__init__"): p for p in files
    }
    graph = {name: modules_imported(files[p], {*names}) - {name} for name, p in names.items()}
    state: dict[str, int] = {}

    def visit(name: str, trail: list[str]) -> None:
        assert state.get(name) != 1, f"import circle: {' -> '.join([*trail, name])}"
        if name not in state:
            state[name] = 1
            for target in sorted(graph[name]):
                visit(target, [*trail, name])
            state[name] = 2

    for name in sorted(graph):
        visit(name, [])
