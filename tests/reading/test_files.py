"""Finding files, choosing readers, and what is said of files that cannot be read."""

from __future__ import annotations

import gzip
import os
import socket
import time
import zipfile
from pathlib import Path

import pytest

from filmgraph.errors import ReadError
from filmgraph.reading import find_files, read_document


def refusal(path: Path) -> str:
    """The one sentence with which a file is refused; it names the file."""
    with pytest.raises(ReadError) as caught:
        read_document(path)
    said = str(caught.value)
    assert path.name in said and "\n" not in said
    return said


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_are_found_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/y.txt", ".hidden.txt", "a/.git/config", "c.csv"):
        write(tmp_path / name, b"x")
    found = list(find_files([tmp_path / "c.csv", tmp_path, tmp_path / "b.txt"]))
    assert [p.relative_to(tmp_path).as_posix() for p in found] == ["c.csv", "a/y.txt", "a/z.html", "b.txt"]


def test_folders_that_link_back_are_entered_once(tmp_path: Path) -> None:
    write(tmp_path / "a" / "film.txt", b"x")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a", target_is_directory=True)
    assert list(find_files([tmp_path])) == [tmp_path / "a" / "film.txt"]


def test_a_store_is_no_source(tmp_path: Path) -> None:
    write(tmp_path / "film.db" / "CURRENT", b"000001")
    write(tmp_path / "film.db" / "generations" / "000001" / "manifest.json", b"{}")
    write(tmp_path / "film.txt", b"x")
    assert list(find_files([tmp_path])) == [tmp_path / "film.txt"]


def test_what_does_not_exist_is_found_so_that_it_can_be_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert list(find_files([missing])) == [missing]
    assert refusal(missing).endswith("does not exist; check the path")


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    dangling, loop = tmp_path / "dangling.txt", tmp_path / "loop.txt"
    dangling.symlink_to(tmp_path / "gone.txt")
    loop.symlink_to(loop)
    assert list(find_files([tmp_path])) == [dangling, loop]
    assert "is a link to" in refusal(dangling) and "gone.txt, which does not exist" in refusal(dangling)
    assert "leads back to itself" in refusal(loop)


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "closed.txt", b"x")
    if os.geteuid():
        path.chmod(0)
    else:  # nothing is closed to root

        def deny(self: Path, mode: str) -> None:
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(Path, "open", deny)
    assert "may not be read (permission denied)" in refusal(path)


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "s"))
        assert "not a regular file" in refusal(pipe)
        assert "not a regular file" in refusal(tmp_path / "s")
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", "\ufeff \u2003".encode("utf-16")])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.html"])
def test_nothing_but_white_space(tmp_path: Path, name: str, data: bytes) -> None:
    said = refusal(write(tmp_path / name, data))
    assert "is empty" in said or "white space" in said or "shows no text" in said


def test_a_text_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    start = time.perf_counter()
    said = refusal(path)
    assert time.perf_counter() - start < 2
    assert "holds 50 MB, and a file of its kind may hold 20 MB" in said


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("dossier.pdf", b"%PDF-1.7\n", "a PDF; save it as text or HTML"),
        ("review.txt", b"%PDF-1.4\n%\xe2\xe3", "a PDF; save it as text or HTML"),
        ("page.html", PNG, "an image; have its text recognized"),
        ("noise.txt", bytes(range(256)) * 8, "a binary file; "),
        ("noise.csv", bytes(range(256)) * 8, "a binary file; "),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; "),
        ("letter.rtf", b"{\\rtf1 Rosetta}", "a rich text file; "),
        ("feed.xml", b'<?xml version="1.0"?><feed/>', "an XML file; "),
        ("dump.tsv.gz", gzip.compress(b"a\tb\n", mtime=0), "a gzip-compressed file; unpack it"),
        ("drawing.svg", b"<svg/>", "an image; "),
        ("app.js", b"let a = 1", "a part of a saved page"),
    ],
)
def test_other_kinds_end_in_a_sentence(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    said = refusal(write(tmp_path / name, data))
    assert said.startswith("not read yet: ") and f"{name} is {kind}" in said


@pytest.mark.parametrize(
    ("inside", "name", "kind"),
    [
        ("word/document.xml", "kit.docx", "a word processor's document"),
        ("word/document.xml", "kit", "a word processor's document"),
        ("xl/workbook.xml", "cast.xlsx", "a spreadsheet"),
        ("reviews/a.txt", "all.zip", "a ZIP archive; unpack it"),
    ],
)
def test_zip_formats(tmp_path: Path, inside: str, name: str, kind: str) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr(inside, "x")
    assert f"{name} is {kind}" in refusal(tmp_path / name)


def test_an_unknown_suffix_is_no_guess(tmp_path: Path) -> None:
    assert "ends in .xyz" in refusal(write(tmp_path / "notes.xyz", b"Rosetta"))
    assert read_document(write(tmp_path / "page.php", b"<!doctype html><p>Rosetta")).text == "Rosetta"


@pytest.mark.parametrize("name", ["Mr. Turner", "README", "Vie d'Adèle, La. Review by A. Critic", "a.TXT"])
def test_texts_without_a_telling_suffix(tmp_path: Path, name: str) -> None:
    assert read_document(write(tmp_path / name, b"Mr. Turner")).media_type == "text/plain"


def test_the_origin_is_the_path_unless_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"Rosetta")
    assert read_document(path).origin == str(path)
    assert read_document(path, "https://example.org/rosetta").origin == "https://example.org/rosetta"


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Cach\xe9\n.txt"))
    path.write_bytes(b"Rosetta")
    document = read_document(path)
    assert document.origin.encode() and document.origin.isprintable()
