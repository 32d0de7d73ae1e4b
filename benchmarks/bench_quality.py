"""How well does extraction read the annotated documents?

    python benchmarks/bench_quality.py [GOLD_DIR ...] [--write] [--floors]

Reads the folders (`shared/gold` and `shared/seed` beside the checkout by default), asks the scorer
that lies beside them, and prints all figures, then the five house styles that are read
worst with the roles of what is wrong there. Texts and file names are never printed.
`--write` writes the first folder's table to `docs/quality.md`, `--floors` prints the
figures as lines for `tests/extraction/floors.toml` (ceilings as they are).
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the scoring is that of the quality gate

from scoring import SHARED, Report, Score, score  # noqa: E402

TABLE = ROOT / "docs" / "quality.md"
FLOORS = ROOT / "tests" / "extraction" / "floors.toml"
COMMAND = "python benchmarks/bench_quality.py --write"
WORST = 5
FIELDS = {"title": "title", "year": "year", "runtime_min": "running time"}


def print_report(name: str, report: Report) -> None:
    """The figures of a folder, and what stands in the way of the styles that are read worst."""
    print(f"{name}: {report.documents} documents")
    for key, total in report.totals.items():
        print(
            f"  {key:<12} {_rates(total)}   ({total.right} right, {total.extra} extra, {total.missed} missed)"
        )
    for key, label in FIELDS.items():
        if key in report.figures:
            print(f"  {label:<12} {report.figures[key]:.3f}")
    print(f"  {'quotes exact':<12} {report.figures['quotes']:.3f}")
    print(f"  {'noise':<12} {report.figures['noise']:.0f}")
    print("  by language")
    for language, total in _by_size(report.languages):
        print(f"    {language:<6} {_rates(total)}   ({total.right + total.missed} credits)")
    print("  the house styles that are read worst, and the roles of what is wrong")
    for style, total in _by_quality(report.styles)[:WORST]:
        print(f"    {_rates(total)}   {style}")
        for (kind, role), count in sorted(report.errors.get(style, {}).items()):
            print(f"      {count:3} {kind} {role}")


def print_floors(name: str, report: Report) -> None:
    """The present figures of what has a floor or a ceiling; a share is rounded down."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    print(f"[{name}]")
    for key, floor in floors.get(name, floors["gold"]).items():
        kept = floor if key in ("noise", "resolved_gap") else _down(report.figures[key])
        print(f"{key} = {kept}")


def write_table(report: Report) -> None:
    """The table of the documentation."""
    TABLE.write_text("\n".join(_table(report)) + "\n", encoding="utf-8")


def _table(report: Report) -> Iterator[str]:
    yield "# How well extraction reads\n"
    yield f"{report.documents} annotated documents, written for this purpose in the layouts of real outlets,"
    yield "are read and compared with what a person found in them. A credit is right when role and name"
    yield "agree; P is the share of credits read that are right, R the share of credits there are that are"
    yield "read, F1 the harmonic mean. This page is made by\n"
    yield f"```console\n$ {COMMAND}\n...\n```\n"
    yield "and a test compares it with what holds. The floors are in `tests/extraction/floors.toml`.\n"
    yield "## All documents\n"
    yield "| facts | right | extra | missed | P | R | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for key in ("credits", "characters", "sources", "others"):
        total = report.totals[key]
        yield f"| {_FACTS[key]} | {total.right} | {total.extra} | {total.missed} | {_cells(total)} |"
    shares = ", ".join(f"{label} {report.figures[key]:.3f}" for key, label in FIELDS.items())
    exact, noise = report.figures["quotes"], report.figures["noise"]
    yield f"\nRight where the document states it: {shares}. Quotes that are the text's own: {exact:.3f}."
    yield f"Names of critics, press agents or other films that were credited: {noise:.0f}.\n"
    yield "## Credits by language\n"
    yield from _group_table("language", dict(_by_size(report.languages)))
    yield "\n## Credits by house style\n"
    yield from _group_table("style", dict(_by_quality(report.styles)))
    yield "\n## What stands in the way\n"
    yield f"The roles of what is wrong in the {WORST} styles that are read worst:\n"
    for style, total in _by_quality(report.styles)[:WORST]:
        wrong = [
            f"{count} {kind} {role.replace('_', ' ')}"
            for (kind, role), count in sorted(report.errors.get(style, {}).items())
        ]
        yield f"- {style} ({total.f1:.3f}): {', '.join(wrong) or 'nothing'}"


_FACTS = {
    "credits": "credits",
    "characters": "actors with their characters",
    "sources": "source works",
    "others": "other films",
}


def _group_table(head: str, groups: Mapping[str, Score]) -> Iterator[str]:
    yield f"| {head} | documents | credits | P | R | F1 |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, total in groups.items():
        yield f"| {name} | {total.documents} | {total.right + total.missed} | {_cells(total)} |"


def _by_size(groups: Mapping[str, Score]) -> list[tuple[str, Score]]:
    return sorted(groups.items(), key=lambda item: (-item[1].right - item[1].missed, item[0]))


def _by_quality(groups: Mapping[str, Score]) -> list[tuple[str, Score]]:
    """The worst first; of equals the one with more credits."""
    return sorted(groups.items(), key=lambda item: (item[1].f1, -item[1].right, item[0]))


def _cells(total: Score) -> str:
    return " | ".join(f"{_down(value):.3f}" for value in (total.precision, total.recall, total.f1))


def _rates(total: Score) -> str:
    return f"P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}"


def _down(value: float) -> float:
    """A share rounded down: the table never says more than holds."""
    return math.floor(value * 1000) / 1000


def main(arguments: list[str]) -> None:
    folders = [Path(a) for a in arguments if not a.startswith("--")] or [SHARED / "gold", SHARED / "seed"]
    for folder in folders:
        report = score(folder.resolve())
        print_floors(folder.name, report) if "--floors" in arguments else print_report(folder.name, report)
    if "--write" in arguments:
        write_table(score(folders[0].resolve()))
        print(f"written: {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
