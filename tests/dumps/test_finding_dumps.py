"""A dump is known by its files' headers, else by their names; nothing else is one."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from filmgraph.dumps import find_dump, find_dumps

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "dump")


def test_a_folder_and_each_of_its_files_are_the_dump(folder: Path) -> None:
    dump = find_dump(folder)
    assert dump
    assert [file.kind for file in dump.files] == [
        "title.basics", "title.akas", "title.crew", "title.principals", "name.basics"
    ]  # fmt: skip
    assert dump.size == sum(p.stat().st_size for p in folder.glob("*.tsv"))
    assert all(find_dump(file.path) == dump for file in dump.files)


def test_what_is_no_part_of_a_dump_is_none(folder: Path, tmp_path: Path) -> None:
    assert find_dump(folder / "README.md") is None
    assert find_dump(folder / "missing.tsv") is None
    assert find_dump(tmp_path) is None
    assert find_dump(tmp_path / "missing") is None
    (folder / "title.basics.tsv").unlink()
    assert find_dump(folder) is None


def test_a_file_by_any_name_is_known_by_its_header(folder: Path) -> None:
    names = folder / "name.basics.tsv"
    (folder / "people-2024.tsv.gz").write_bytes(gzip.compress(b"\xef\xbb\xbf" + names.read_bytes()))
    dump = find_dump(folder)
    assert dump and dump.find("name.basics") and dump.files[-1].path == names
    names.unlink()
    dump = find_dump(folder)
    assert dump and dump.files[-1].path == folder / "people-2024.tsv.gz"


def test_a_file_whose_header_is_lost_is_known_by_its_name(folder: Path) -> None:
    (folder / "title.crew.tsv").write_bytes(b"\x1f\x8b\x00broken")
    dump = find_dump(folder)
    assert dump and dump.find("title.crew")


def test_dumps_are_found_in_folders_below(tmp_path: Path) -> None:
    for name in ("a/2023", "a/2024", "b", ".hidden"):
        shutil.copytree(SAMPLE, tmp_path / name)
    found = [dump.path.relative_to(tmp_path).as_posix() for dump in find_dumps(tmp_path)]
    assert found == ["a/2023", "a/2024", "b"]


def test_folders_that_link_back_are_entered_once(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "a" / "dump")
    for place in (tmp_path, tmp_path / "a"):
        for name in ("one", "two"):
            (place / name).symlink_to(tmp_path, target_is_directory=True)
    assert [dump.path for dump in find_dumps(tmp_path)] == [tmp_path / "a" / "dump"]
