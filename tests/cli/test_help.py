"""Every command is there, helps itself, and stands in the README."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from command_line import run, succeed

from filmgraph.cli.main import COMMANDS, cli

ROOT = Path(__file__).resolve().parent.parent.parent


def test_all_commands_are_collected() -> None:
    assert len(COMMANDS) == 23
    assert {
        "demo", "extract", "add", "ask", "query", "queries", "show", "path", "analyze", "analyses", "export",
        "check", "review", "same", "different", "sources", "remove", "reject", "assert", "serve", "info",
    } <= set(COMMANDS)  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help
    assert f"`{name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_help_and_version() -> None:
    assert "Commands:" in succeed("--help")
    assert succeed("--version").startswith("filmgraph, version ")
    assert run().returncode == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['filmgraph', '--help']\nfrom filmgraph.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'rdflib', 'networkx', 'pyoxigraph', 'lxml', 'rich', 'SPARQLWrapper', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip() == "[]"
