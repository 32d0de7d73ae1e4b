"""Plain text and Markdown: what is stored, which encodings, which blocks."""

from __future__ import annotations

import codecs
import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Span
from filmgraph.reading import read_document
from filmgraph.reading.encoding import decode
from filmgraph.reading.markdown import MARKDOWN
from filmgraph.reading.mending import WINDOWS_1252, mend
from filmgraph.reading.source import Reader, Source
from filmgraph.reading.text import TEXT

REVIEW = "L’ENFANT\r\n\r\nBy A Critic\r\n\r\nJérémie Renier is Bruno.\r\nDéborah François is Sonia.\r\n"


def read(folder: Path, data: bytes | str, name: str = "review.txt") -> Document:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_document(path)


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


def test_the_stored_text_is_the_decoded_file(tmp_path: Path) -> None:
    document = read(tmp_path, codecs.BOM_UTF8 + REVIEW.encode())
    assert document.text == REVIEW
    assert document.sha256 == hashlib.sha256(REVIEW.encode()).hexdigest()
    assert (document.media_type, document.notes) == ("text/plain", ())


@pytest.mark.parametrize(
    ("encoding", "bom", "note"),
    [
        ("utf-8", b"", ""),
        ("utf-16-le", codecs.BOM_UTF16_LE, ""),
        ("utf-16-be", codecs.BOM_UTF16_BE, ""),
        ("utf-32-le", codecs.BOM_UTF32_LE, ""),
        ("utf-32-be", codecs.BOM_UTF32_BE, ""),
        ("utf-16-le", b"", "read as UTF-16-LE"),
        ("utf-16-be", b"", "read as UTF-16-BE"),
        ("utf-32-le", b"", "read as UTF-32-LE"),
        ("utf-32-be", b"", "read as UTF-32-BE"),
        ("cp1252", b"", "read as windows-1252"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, bom: bytes, note: str) -> None:
    document = read(tmp_path, bom + REVIEW.encode(encoding))
    assert document.text == REVIEW
    assert [n[: len(note)] for n in document.notes] == ([note] if note else [])


def test_broken_encodings_are_noted(tmp_path: Path) -> None:
    half = read(tmp_path, "Déborah François, Jérémie Rénier".encode() + b" \xe2\x80")
    assert half.text.endswith("Rénier \N{REPLACEMENT CHARACTER}")
    assert half.notes == ("1 broken UTF-8 character, shown as \N{REPLACEMENT CHARACTER}",)
    odd = read(tmp_path, codecs.BOM_UTF16_LE + "Rosetta".encode("utf-16-le") + b"x")
    assert odd.text == "Rosetta\N{REPLACEMENT CHARACTER}" and odd.notes


def test_letters_of_windows_1252_amid_utf8(tmp_path: Path) -> None:
    sound = "Déborah François, Jérémie Rénier – “L’Enfant” – "
    document = read(tmp_path, sound.encode() + b"C\xe9line, don\x92t")
    assert document.text == f"{sound}Céline, don’t"
    assert document.notes == ("2 characters read as windows-1252 amid UTF-8",)


def break_text(text: str, times: int = 1) -> str:
    """`text` in UTF-8 read as windows-1252, as browsers do, `times` over."""
    for _ in range(times):
        text = codecs.charmap_decode(text.encode(), "strict", WINDOWS_1252)[0]
    return text


WHOLE = "Déborah François – “Sonia” à Łódź, l’été d’Ángel Íñigo, Žižek, 25 €"


@pytest.mark.parametrize(
    ("broken", "mended", "how"),
    [
        (break_text(WHOLE), WHOLE, "undone throughout"),
        (break_text(WHOLE, 2), WHOLE, "undone 2 times throughout"),
        (break_text("\ufeff" + WHOLE), WHOLE, "undone throughout"),
        (WHOLE.encode().decode("latin-1"), WHOLE, "undone throughout"),
        (
            "Noémie, " + break_text("Céline Sciamma’s José"),
            "Noémie, Céline Sciamma’s José",
            "mended in 3 words",
        ),
        (
            "Noémie: â€œSonia,â€ says Ã la vie, Ã\xa0 la mort, DÃ©borah",
            "Noémie: “Sonia,” says à la vie, à la mort, Déborah",
            "mended in 3 words",
        ),
    ],
)
def test_what_broke_before_it_was_saved_is_mended(tmp_path: Path, broken: str, mended: str, how: str) -> None:
    document = read(tmp_path, f"{broken}\r\nRosetta")
    assert document.mended is not None and document.mended.text == f"{mended}\r\nRosetta"
    assert document.text == f"{broken.removeprefix('ï»¿')}\r\nRosetta", "what is stored is the file"
    assert how in document.notes[-1]
    last = document.mended.text.index("Rosetta")
    stored = document.mended.to_stored(Span(last, last + 7))
    assert stored.of(document.text) == "Rosetta" and document.mended.to_mended(stored).start == last


def test_pages_are_stored_mended(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>Noémie – JosÃ©</p>", "page.html")
    assert (document.text, document.mended) == ("Noémie – José", None)


def test_credit_lists_are_mended(tmp_path: Path) -> None:
    broken = break_text('film,role,name\nAmour,"réalisation","Déborah François"\nAmour,Montage,Zoé\n')
    document = read(tmp_path, broken, "list.csv")
    assert [[value for _, value in row.cells] for row in document.rows] == [
        ["Amour", "réalisation", "Déborah François"], ["Amour", "Montage", "Zoé"],
    ]  # fmt: skip
    assert [row.span.of(document.text)[:5] for row in document.rows] == ["Amour", "Amour"]


@pytest.mark.parametrize(
    "sound",
    [
        "SÃO PAULO, Ângela, “IRMÔ, Åsa, 25 €",
        "« CINÉ», CAFÉ”, ANDRÉ‘s, À…, TRÊS», Ça – «PÂTÉ»",
        "GRÃO-PARÁ — MÃE… ÅÄÖ® Ñandú",
        "Ä–Ö, â la carte, Ð",
    ],
)
def test_sound_text_stays(tmp_path: Path, sound: str) -> None:
    document = read(tmp_path, sound)
    assert (document.text, document.notes) == (sound, ())


@pytest.mark.parametrize("piece", ["Ã©", "CÃ©line é ", "Â ", "â€œAâ€\x9d é ", "Ã "])
def test_mending_is_linear(piece: str) -> None:
    start = time.perf_counter()
    mend(piece * (400_000 // len(piece)) + "é")
    assert time.perf_counter() - start < 3


def test_blocks_of_plain_text(tmp_path: Path) -> None:
    text = (
        "ROSETTA\nBelgium, 1999\n\nShe wants a job.\nAny job.\n \t\n• Émilie Dequenne\n• Fabrizio Rongione\n"
    )
    text += "1. One\nmore\n"
    document = read(tmp_path, text)
    assert blocks_of(document) == [
        ("heading", "ROSETTA"),
        ("paragraph", "Belgium, 1999"),
        ("paragraph", "She wants a job.\nAny job."),
        ("list_item", "Émilie Dequenne"),
        ("list_item", "Fabrizio Rongione"),
        ("list_item", "One\nmore"),
    ]


def test_blocks_of_markdown(tmp_path: Path) -> None:
    text = """---
title: "The Promise"
source: https://example.org/la-promesse
license: CC BY 4.0
lang: en
---
# La Promesse ##

A *first* film
====
Second level
---
Igor lies to
his father.

- **Director:** Luc Dardenne
- Producer: Hassen Daldoul
  continued
    * nested

**Music**: Jean-Marie Billy
**Editor:**  Marie-Hélène Dozo

> quoted words

***
| Role | Name |
|------|------|
| Igor | Jérémie Renier |

```
# no heading
```
*In theaters*
"""
    document = read(tmp_path, text, "promise.md")
    assert document.text == text
    assert (document.title, document.rights, document.language) == ("The Promise", "CC BY 4.0", "en")
    assert document.origin == "https://example.org/la-promesse"
    assert [(b.kind, b.level, b.row, b.span.of(text)) for b in document.blocks] == [
        ("heading", 1, -1, "La Promesse"),
        ("heading", 1, -1, "A *first* film"),
        ("heading", 2, -1, "Second level"),
        ("paragraph", 0, -1, "Igor lies to\nhis father."),
        ("term", 0, 1, "Director"),
        ("definition", 0, 1, "Luc Dardenne"),
        ("list_item", 1, -1, "Producer: Hassen Daldoul\n  continued"),
        ("list_item", 3, -1, "nested"),
        ("term", 0, 2, "Music"),
        ("definition", 0, 2, "Jean-Marie Billy"),
        ("term", 0, 3, "Editor"),
        ("definition", 0, 3, "Marie-Hélène Dozo"),
        ("paragraph", 0, -1, "quoted words"),
        ("cell", 0, 4, "Role"),
        ("cell", 0, 4, "Name"),
        ("cell", 0, 5, "Igor"),
        ("cell", 0, 5, "Jérémie Renier"),
        ("paragraph", 0, -1, "# no heading"),
        ("paragraph", 0, -1, "In theaters"),
    ]


def test_the_callers_origin_wins_over_the_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nsource: https://example.org/a\n---\nRosetta\n")
    assert read_document(path, "reviews/a.md").origin == "reviews/a.md"
    path.write_text("---\nsource: Variety\n---\nRosetta\n")
    assert read_document(path).origin == str(path)


def test_a_rule_on_top_is_no_front_matter(tmp_path: Path) -> None:
    document = read(tmp_path, "---\nRosetta\n---\nA film.\n", "a.md")
    assert blocks_of(document)[0] == ("heading", "Rosetta")


LINES = st.lists(
    st.sampled_from(
        ["# A", "A", "===", "---", "- b", "  * c", "1. d", "> e", "> # f", "| a | b |", "|---|---|", "```",
         "~~~", "**G:** h", "**G:**", "", "   ", "***", "<!-- x -->", "key: v", "É è ü\t", "•", "- ",
         "\f", "a\u2028b"]
    )
    | st.text(max_size=12),
    max_size=25,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([TEXT, MARKDOWN]))
def test_any_text_gives_ordered_blocks(lines: list[str], newline: str, reader: Reader) -> None:
    text = newline.join(["Rosetta", *lines])
    try:
        document = reader.read(Source("x.txt", text.encode()))
    except ReadError as error:
        assert "binary" in str(error)
        return
    assert document.text == text.removeprefix("\ufeff") or document.notes
    end = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert words.strip() == words
        end = block.span.end
    if reader is TEXT:
        covered = {i for b in document.blocks for i in range(b.span.start, b.span.end)}
        missed = "".join(c for i, c in enumerate(document.text) if i not in covered)
        assert all(c.isspace() or c in "•‣◦▪·*–—-()." or c.isdigit() for c in missed)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x.txt")
    except ReadError as error:
        assert "x.txt is a binary file" in str(error)
    else:
        decoded.text.encode("utf-8")


@given(st.text(max_size=200).map(lambda t: t.replace("\0", "")))
def test_utf8_is_never_mistaken(text: str) -> None:
    data = text.encode()
    if sum(c < 0x20 for c in data) == 0 and not text.startswith("\ufeff") and "\x7f" not in text:
        decoded = decode(data, "x.txt")
        assert decoded.text == text or decoded.notes or text.startswith("ï»¿")


def test_a_reader_reads_bytes_alone() -> None:
    assert TEXT.read(Source("a.txt", b"Rosetta")).origin == "a.txt"
