"""What the scorer says of extraction on annotated documents: for the quality gate and its benchmark."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filmgraph.catalogs.roles import load_roles
from filmgraph.cli.extract import describe
from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

SHARED = Path(__file__).resolve().parents[2] / "shared"
ANNOTATED = Path(__file__).resolve().parent / "annotated"
SCORER = SHARED / "tools" / "score_extraction.py"
MANY = 150  # a language with more credits than this has a floor of its own
_COUNTS = r"P +[\d.]+  R +[\d.]+  F1 +[\d.]+ +\((\d+) right, (\d+) extra, (\d+) missed\)"
_TOTAL = re.compile(rf"^(\w+) +{_COUNTS}", re.M)
_GROUP = re.compile(rf"^  (\S.*?) +{_COUNTS}", re.M)
_FIELD = re.compile(r"^film (\w+) +(\d+)/(\d+)", re.M)
_QUOTES = re.compile(r"^quotes exact +(\d+)/(\d+)", re.M)
_NOISE = re.compile(r"^noise names credited +(\d+)", re.M)
_ERROR = re.compile(r"^  (\S+)  (extra|missed)  (\S+)  ", re.M)


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were read rightly, wrongly and not at all, in so many documents."""

    right: int
    extra: int
    missed: int
    documents: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of one folder: figures by name, credits by language and by house style.

    `errors` counts a style's wrong credits by what is wrong ("extra", "missed") and role.
    """

    documents: int
    figures: Mapping[str, float]
    totals: Mapping[str, Score]
    languages: Mapping[str, Score]
    styles: Mapping[str, Score]
    errors: Mapping[str, Counter[tuple[str, str]]]


@cache
def score(folder: Path) -> Report:
    """The report on a folder of texts, each beside its annotation."""
    annotations = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.json"))]
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch, "predictions.jsonl")
        predictions.write_text("\n".join(_predict(folder)), encoding="utf-8")
        by_language = _run_scorer(folder, predictions, "--by", "lang")
        by_style = _run_scorer(folder, predictions, "--by", "style", "--errors", "100000")
    style_of = {note["id"]: note["style"] for note in annotations}
    errors: dict[str, Counter[tuple[str, str]]] = {}
    for name, kind, role in _ERROR.findall(by_style):
        errors.setdefault(style_of[name], Counter())[kind, role] += 1
    totals = {key: Score(*map(int, counts)) for key, *counts in _TOTAL.findall(by_language)}
    languages = _groups(by_language, Counter(note["lang"] for note in annotations))
    styles = _groups(by_style, Counter(note["style"] for note in annotations))
    figures = _figures(by_language, totals, languages)
    return Report(len(annotations), figures, totals, languages, styles, errors)


def _predict(folder: Path) -> list[str]:
    """What `filmgraph extract --format jsonl` prints for the texts of a folder."""
    roles = load_roles().roles
    lines = []
    for path in sorted(folder.rglob("*.txt")):
        document = read_document(path)
        lines += [json.dumps(one) for one in describe(document, extract_facts(document), roles)]
    return lines


def _run_scorer(folder: Path, predictions: Path, *options: str) -> str:
    command = [sys.executable, str(SCORER), str(folder), str(predictions), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def _groups(output: str, documents: Counter[str]) -> dict[str, Score]:
    """The scorer's groups under their full names (it prints the first letters), the worst first."""
    names = {name[:34].strip(): name for name in documents}
    return {
        names[shown]: Score(int(right), int(extra), int(missed), documents[names[shown]])
        for shown, right, extra, missed in _GROUP.findall(output)
    }


def _figures(output: str, totals: Mapping[str, Score], languages: Mapping[str, Score]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, total in totals.items():
        found |= {f"{key}_precision": total.precision, f"{key}_recall": total.recall, f"{key}_f1": total.f1}
    found |= {key: int(right) / int(every) for key, right, every in _FIELD.findall(output)}
    ((exact, quotes),) = _QUOTES.findall(output)
    found["quotes"] = int(exact) / max(1, int(quotes))
    found["noise"] = int(_NOISE.findall(output)[0])
    found["resolved_gap"] = found["credits_f1"] - found["resolved_f1"]
    large = [total.f1 for total in languages.values() if total.right + total.missed > MANY]
    found["language_f1"] = min(large, default=1.0)
    return found
