"""The ledger: a person's decisions, one JSON object a line, only ever appended to.

What counts is what stood in the file when a generation was published. A writer
that was killed may have left more; the next one cuts it off, so that decisions
and graph change together or not at all.
"""

from __future__ import annotations

import dataclasses
import json
import os

from filmgraph.model.decisions import Decision
from filmgraph.model.serial import from_data, to_data
from filmgraph.store.folder import StoreFolder


def read_ledger(folder: StoreFolder, position: int) -> tuple[Decision, ...]:
    """The decisions in the first `position` bytes of the ledger; raises StoreError where they are missing."""
    try:
        with folder.ledger.open("rb") as file:
            data = file.read(position)
    except FileNotFoundError:
        data = b""
    if len(data) < position:
        raise folder.damaged(f"ledger.jsonl holds {len(data)} of {position} published bytes")
    decisions = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            decisions.append(from_data(Decision, json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            raise folder.damaged(f"ledger.jsonl, line {number}, is no decision ({error})") from error
    return tuple(decisions)


def cut_ledger(folder: StoreFolder, position: int) -> None:
    """Take back what was appended after `position`, which was never published."""
    with folder.ledger.open("ab") as file:
        if file.tell() > position:
            file.truncate(position)
            file.flush()
            os.fsync(file.fileno())


def append_to_ledger(folder: StoreFolder, decision: Decision, number: int) -> Decision:
    """Append `decision` as entry `number` and return it as written; it counts from the next publishing on."""
    numbered = dataclasses.replace(decision, number=number)
    with folder.ledger.open("ab") as file:
        file.write(json.dumps(to_data(numbered), ensure_ascii=False).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return numbered
