"""`review` as a person uses it: in a real terminal, by keyboard; and the ledger that it fills."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest
from command_line import run, succeed

FILMS = {
    # Two pairs in doubt: one with three credits on either side, one with one.
    "a.csv": [("Harbor", 1950, "Lucille Bensen"), ("Meadow", 1951, "Lucille Bensen")],
    "b.csv": [("Summit", 1952, "Lucille Benson"), ("Valley", 1953, "Lucille Benson")],
    "c.csv": [("Quarry", 1981, "Bob Mitchum"), ("Orchard", 1982, "Ada Lunn")],
    "d.csv": [("Prairie", 1983, "Robert Mitchum")],
}
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose store holds two pairs that are in doubt."""
    (tmp_path / "lists").mkdir()
    for name, rows in FILMS.items():
        lines = ["title,year,role,name", *(f"{title},{year},actor,{who}" for title, year, who in rows)]
        (tmp_path / "lists" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    succeed("add", "lists", cwd=tmp_path)
    return tmp_path


def nquads(folder: Path) -> str:
    succeed("export", "all.nq", cwd=folder)
    return (folder / "all.nq").read_text(encoding="utf-8")


class Terminal:
    """`filmgraph` in a pseudo-terminal: what it shows, and keys to press."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under `nohup` it would be ignored for ever
            os.chdir(cwd)
            kept = {k: v for k, v in os.environ.items() if not k.startswith("FILMGRAPH_")}
            environment = kept | {"COLUMNS": "110", "LINES": "50", "TERM": "xterm"}
            os.execve(sys.executable, [sys.executable, "-m", "filmgraph", *arguments], environment)
        self.shown = ""

    def wait_for(self, words: str, times: int = 1) -> str:
        """Read until `words` were shown so many times; what was shown until now."""
        end = time.monotonic() + 60
        while self.shown.count(words) < times:
            ready, _, _ = select.select([self.file], [], [], max(0, end - time.monotonic()))
            assert ready, f"{words!r} never came:\n{self.shown}"
            try:
                data = os.read(self.file, 65536)
            except OSError:
                data = b""
            assert data, f"it ended before {words!r} came:\n{self.shown}"
            self.shown += ESCAPES.sub("", data.decode(errors="replace")).replace("\r", "")
        return self.shown

    def press(self, keys: str) -> None:
        os.write(self.file, keys.encode())

    def end(self) -> int:
        """Read what is left and give the exit code."""
        while True:
            try:
                data = os.read(self.file, 65536)
            except OSError:
                break
            if not data:
                break
            self.shown += ESCAPES.sub("", data.decode(errors="replace")).replace("\r", "")
        os.close(self.file)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


PROMPT = "q quit   ? help"


def test_pairs_are_decided_by_keyboard_and_undoing_restores_the_bytes(folder: Path) -> None:
    before = nquads(folder)
    terminal = Terminal("review", cwd=folder)
    first = terminal.wait_for(PROMPT)
    assert "Pair 1 of 2" in first
    # The pair on which most hangs comes first, with the evidence of both sides.
    assert "Lucille Bensen" in first
    assert "1951  Meadow: actor" in first
    assert "1953  Valley: actor" in first
    assert "may be one name but for a letter" in first
    terminal.press("s")
    second = terminal.wait_for(PROMPT, 2)
    assert "Lucille Bensen and Lucille Benson are one" in second
    assert "Pair 2 of 2" in second
    assert "Bob Mitchum" in second
    terminal.press("d")
    terminal.wait_for("takes back decision N")
    assert terminal.end() == 0
    assert "No other pair is in doubt" in terminal.shown
    assert "Decision 1: same, Lucille Bensen – Lucille Benson: reviewed: " in terminal.shown
    assert "Decision 2: different, Bob Mitchum – Robert Mitchum: reviewed: " in terminal.shown
    after = nquads(folder)
    assert after != before
    assert "Nothing is in doubt." in succeed("review", cwd=folder)
    # Decisions survive a re-reading, and leave no trace when taken back.
    succeed("add", "lists", cwd=folder)
    assert nquads(folder) == after
    succeed("undo", "2", cwd=folder)
    succeed("undo", "1", cwd=folder)
    assert nquads(folder) == before


def test_films_that_may_be_one_are_decided_by_the_same_keys(tmp_path: Path) -> None:
    rows = {
        "a.csv": "title,year,role,name\nHarbor,1950,director,Ann Lee\nMeadow,1960,director,Bo Ek\n",
        "b.csv": "title,role,name\nHarbor,editor,Di Fox\nMeadow,editor,Ed Gray\nHarbor,actor,Flo Hay\n",
    }
    (tmp_path / "lists").mkdir()
    for name, text in rows.items():
        (tmp_path / "lists" / name).write_text(text, encoding="utf-8")
    succeed("add", "lists", cwd=tmp_path)
    before = nquads(tmp_path)
    command = next(line for line in succeed("review", cwd=tmp_path).splitlines() if "filmgraph same" in line)
    terminal = Terminal("review", cwd=tmp_path)
    shown = terminal.wait_for(PROMPT)
    assert "Pair 1 of 2" in shown and "nothing but the title says so" in shown
    # Both sides: what is known of the film, who is credited, where it was read.
    for words in ("year: 1950", "director: Ann Lee", "editor: Di Fox", "read in: lists/b.csv"):
        assert words in shown
    terminal.press("s")
    assert "These films called Harbor are one film" in terminal.wait_for(PROMPT, 2)
    terminal.press("u")
    assert "Taken back: same, Harbor" in terminal.wait_for(PROMPT, 3)
    terminal.press("s")
    terminal.wait_for(PROMPT, 4)
    terminal.press("d")
    assert terminal.end() == 0
    assert "Decision 1: same, Harbor – Harbor (1950): reviewed: " in terminal.shown
    assert "Decision 2: different, Meadow – Meadow (1960): reviewed: " in terminal.shown
    assert "Nothing is in doubt." in succeed("review", cwd=tmp_path)
    assert "3 films" in run("add", "lists", cwd=tmp_path).stderr
    assert "decided" in succeed("review", "--joined", "--about", "Harbor", cwd=tmp_path)
    for number in ("2", "1"):
        succeed("undo", number, cwd=tmp_path)
    assert nquads(tmp_path) == before
    succeed(*command.split()[1:], cwd=tmp_path)
    assert nquads(tmp_path) != before


def test_help_undo_skip_and_quit(folder: Path) -> None:
    before = nquads(folder)
    terminal = Terminal("review", cwd=folder)
    terminal.wait_for(PROMPT)
    terminal.press("?")
    assert "Take back the last answer" in terminal.wait_for(PROMPT, 2)
    terminal.press("u")
    assert "Nothing was answered yet" in terminal.wait_for(PROMPT, 3)
    terminal.press("x")
    assert "'x' is no answer" in terminal.wait_for(PROMPT, 4)
    terminal.press("s")
    terminal.wait_for("Pair 2 of 2")
    terminal.wait_for(PROMPT, 5)
    terminal.press("u")
    assert "Taken back: same, Lucille Bensen" in terminal.wait_for("Pair 1 of 2", 3)
    terminal.wait_for(PROMPT, 6)
    terminal.press("k")
    terminal.wait_for(PROMPT, 7)
    terminal.press("q")
    assert terminal.end() == 0
    assert "Nothing was decided." in terminal.shown
    assert nquads(folder) == before


def test_ctrl_c_writes_nothing(folder: Path) -> None:
    before = nquads(folder)
    terminal = Terminal("review", cwd=folder)
    terminal.wait_for(PROMPT)
    terminal.press("s")
    terminal.wait_for(PROMPT, 2)
    terminal.press("\x03")
    assert terminal.end() == 3
    assert nquads(folder) == before


def test_a_terminal_that_goes_away_writes_nothing(folder: Path) -> None:
    before = nquads(folder)
    terminal = Terminal("review", cwd=folder)
    terminal.wait_for(PROMPT)
    os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.end() != 0
    assert nquads(folder) == before


def test_a_pipe_gets_a_plain_list_with_commands(folder: Path) -> None:
    listed = succeed("review", cwd=folder)
    assert listed.index("Lucille Bensen – Lucille Benson") < listed.index("Bob Mitchum – Robert Mitchum")
    command = next(line for line in listed.splitlines() if line.startswith("  filmgraph same "))
    succeed(*command.split()[1:], cwd=folder)
    assert "Lucille" not in succeed("review", cwd=folder)


def test_each_judgment_says_why_in_a_line(folder: Path) -> None:
    succeed("same", "Lucille Bensen", "Lucille Benson", "--because", "seen on screen", cwd=folder)
    lines = succeed("review", "--joined", "--about", "Lucille Bensen", cwd=folder).splitlines()
    assert "joined: 'Lucille Bensen' and 'Lucille Benson' are one: decided" in lines
    assert all(line.startswith("joined: ") for line in lines)
    assert not any("Mitchum" in line for line in lines)
    everything = succeed("review", "--joined", "--apart", cwd=folder)
    assert set(lines) <= set(everything.splitlines())
    assert "doubtful: " in succeed("review", "--about", "Bob Mitchum", cwd=folder)


def test_decisions_go_from_store_to_store(folder: Path) -> None:
    before = nquads(folder)
    succeed("same", "Lucille Bensen", "Lucille Benson", "--because", "known", cwd=folder)
    succeed("different", "Bob Mitchum", "Robert Mitchum", cwd=folder)
    succeed("undo", "2", cwd=folder)
    after = nquads(folder)
    lines = succeed("decisions", "--format", "jsonl", cwd=folder)
    assert [json.loads(line)["kind"] for line in lines.splitlines()] == ["same", "different", "undo"]
    succeed("add", "lists", "--store", "other.db", cwd=folder)
    succeed("different", "Bob Mitchum", "Ada Lunn", "--store", "other.db", cwd=folder)
    taken = run("decisions", "--import", "-", "--store", "other.db", cwd=folder, stdin=lines)
    assert taken.returncode == 0
    assert "3 taken over" in taken.stderr
    succeed("undo", "1", "--store", "other.db", cwd=folder)
    succeed("export", "other.nq", "--store", "other.db", cwd=folder)
    moved = (folder / "other.nq").read_text(encoding="utf-8")
    # The numbers of the entries differ, nothing else does.
    assert re.sub(r"decision/\d+>", "decision/N>", moved) == re.sub(r"decision/\d+>", "decision/N>", after)
    again = run("decisions", "--import", "-", "--store", "other.db", cwd=folder, stdin=lines)
    assert "0 taken over, 3 held already" in again.stderr
    succeed("undo", "2", "--store", "other.db", cwd=folder)
    succeed("export", "other.nq", "--store", "other.db", cwd=folder)
    assert (folder / "other.nq").read_text(encoding="utf-8") == before


def test_what_is_no_decision_is_said_with_its_line(folder: Path) -> None:
    lines = [
        "{",
        '{"number": 1, "kind": "marry", "because": "", "date": "2026-01-02"}',
        '{"number": 2, "kind": "undo", "because": "", "date": "2026-01-02", "target": 7}',
        '{"number": 3, "kind": "same", "because": "", "date": "2026-01-02"}',
        "[]",
    ]
    (folder / "ledger.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("decisions", "--import", "ledger.jsonl", cwd=folder)
    assert done.returncode == 1
    for number in range(1, 6):
        assert f"ledger.jsonl, line {number}: " in done.stderr
    assert "0 taken over" in done.stderr
    assert run("decisions", "--import", "nowhere.jsonl", cwd=folder).returncode == 3
