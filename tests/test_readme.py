"""The README's console blocks, run as a newcomer would type them, in order, in one folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from readme_blocks import Step, output_matches, read_blocks

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = read_blocks(ROOT / "README.md")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own with the checkout's scripts in reach, as in a clone."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    return folder


def run(step: Step, folder: Path) -> subprocess.CompletedProcess[str]:
    # `scripts/check` is this very test run: here it only has to install and to find the tests.
    command = step.command + (" --collect-only" if step.command == "scripts/check" else "")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("FILMGRAPH_")}
    environment = kept | {"PATH": path, "COLUMNS": "100"}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, text=True, capture_output=True, timeout=600
    )


def test_the_readme_has_the_two_set_up_commands() -> None:
    commands = [step.command for block in BLOCKS for step in block]
    assert commands[:1] == ["scripts/filmgraph demo"]
    assert "scripts/check" in commands
    assert len(commands) >= 12


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: f"line-{b[0].line}")
def test_block_does_what_it_shows(block: list[Step], desk: Path) -> None:
    for step in block:
        done = run(step, desk)
        assert done.returncode == 0, f"README line {step.line}: {step.command}\n{done.stdout}\n{done.stderr}"
        if step.output:
            assert output_matches(step.output, done.stdout), (
                f"README line {step.line}: {step.command} printed\n{done.stdout}"
            )
