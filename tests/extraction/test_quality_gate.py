"""The quality gate: what the scorer says about the annotated documents beside the checkout."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from filmgraph.catalogs.roles import load_roles
from filmgraph.cli.extract import describe
from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

SHARED = Path(__file__).resolve().parents[3] / "shared"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())
_RATES = re.compile(r"^(\w+) +P +([\d.]+) +R +([\d.]+) +F1 +([\d.]+)", re.M)
_FIELDS = re.compile(r"^film (\w+) +(\d+)/(\d+)", re.M)
_QUOTES = re.compile(r"^quotes exact +(\d+)/(\d+)", re.M)
_NOISE = re.compile(r"^noise names credited +(\d+)", re.M)


@cache
def figures(name: str) -> dict[str, float]:
    """The scorer's figures for a folder of annotated documents."""
    folder = SHARED / name
    scorer = SHARED / "tools" / "score_extraction.py"
    if not scorer.is_file():
        pytest.skip("the annotated documents are not beside this checkout")
    roles = load_roles().roles
    lines = []
    for path in sorted(folder.rglob("*.txt")):
        document = read_document(path)
        lines += [json.dumps(describe(film, document, roles)) for film in extract_facts(document)]
    answer = subprocess.run(
        [sys.executable, str(scorer), str(folder), "/dev/stdin"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found: dict[str, float] = {}
    for key, precision, recall, f1 in _RATES.findall(answer):
        found |= {
            f"{key}_precision": float(precision),
            f"{key}_recall": float(recall),
            f"{key}_f1": float(f1),
        }
    found |= {key: int(right) / int(every) for key, right, every in _FIELDS.findall(answer)}
    ((exact, quotes),) = _QUOTES.findall(answer)
    found["quotes"] = int(exact) / max(1, int(quotes))
    found["noise"] = int(_NOISE.findall(answer)[0])
    found["resolved_gap"] = round(found["credits_f1"] - found["resolved_f1"], 3)
    return found


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_extraction_stays_above_its_floors(name: str) -> None:
    found = figures(name)
    ceilings = {"noise", "resolved_gap"}
    below = {
        key: (found[key], floor)
        for key, floor in FLOORS[name].items()
        if (found[key] > floor if key in ceilings else found[key] < floor)
    }
    assert not below, f"figure and floor: {below}"


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_every_quote_is_the_texts_own_slice(name: str) -> None:
    assert figures(name)["quotes"] == 1.0
