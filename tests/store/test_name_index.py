"""Names are found exactly, by surname, by beginning and misspelt, the best first."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.model.knowledge import EntityKind, NameEntry
from filmgraph.model.names import fold
from filmgraph.store import busy, slips
from filmgraph.store.busy import BUSY, LONGEST_BUSY, find_busy
from filmgraph.store.name_forms import is_one_slip
from filmgraph.store.name_index import build_name_index
from filmgraph.store.names import NameIndex
from filmgraph.store.slips import SHORTEST_SLIP, find_numbers, hash_slips, make_blocks

Open = Callable[[list[NameEntry]], NameIndex]
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def person(name: str, weight: int = 1, label: str = "") -> NameEntry:
    return NameEntry(name, f"https://example.org/{label or name}", "person", label or name, weight)


def entry(kind: EntityKind, name: str, weight: int = 1, members: tuple[str, ...] = ()) -> NameEntry:
    return NameEntry(name, f"https://example.org/{kind}/{name}", kind, name, weight, members)


@pytest.fixture
def open_index(tmp_path: Path) -> Iterator[Open]:
    opened: list[NameIndex] = []

    def build(entries: list[NameEntry]) -> NameIndex:
        path = tmp_path / f"names #{len(opened)}?.sqlite"
        build_name_index(path, entries, [])
        opened.append(NameIndex(path))
        return opened[-1]

    yield build
    for index in opened:
        index.close()


def found(index: NameIndex, text: str, *kinds: EntityKind, limit: int = 10) -> list[tuple[str, str]]:
    return [(m.label, m.how) for m in index.find(text, kinds, limit)]


@pytest.mark.parametrize(
    ("name", "asked", "how"),
    [
        ("Déborah François", "deborah  FRANCOIS", "exact"),
        ("Déborah François", "François, Déborah", "exact"),
        ("Łukasz Żal", "Lukasz Zal", "exact"),
        ("Lars von Trier", "von Trier", "surname"),
        ("Lars von Trier", "Trier", "surname"),
        ("Kristin Scott Thomas", "Scott Thomas", "surname"),
        ("Kristin Scott Thomas", "Thomas", "surname"),
        ("Robert Downey Jr.", "Downey", "surname"),
        ("Jacques Audiard", "Jacq", "prefix"),
        ("Jacques Audiard", "Audi", "prefix"),
        ("Jacques Audiard", "Jaques Audiard", "misspelt"),
        ("Jacques Audiard", "Audairt Jacques", ""),
        ("Jacques Audiard", "Audairad", ""),
        ("Jacques Audiard", "Auidard", "misspelt"),
        ("Jacques Audiard", "Michel Audiard", ""),
        ("寅さん", "寅さん", "exact"),
        ("Ran Masaki", "Rat", ""),
        ("Jacques Audiard", "", ""),
        ("Jacques Audiard", "…", ""),
    ],
)
def test_how_a_person_is_found(open_index: Open, name: str, asked: str, how: str) -> None:
    assert found(open_index([person(name)]), asked) == ([(name, how)] if how else [])


@pytest.mark.parametrize(
    ("kind", "name", "asked", "how"),
    [
        ("film", "The Child", "Child, The", "exact"),
        ("film", "The Child", "child", "exact"),
        ("film", "L'Enfant", "enfant", "exact"),
        ("organization", "Les Films du Fleuve", "Films du Fleuve", "exact"),
        ("organization", "Why Not Productions", "Why Not", "prefix"),
        ("team", "Dardenne brothers", "Dardenne", "surname"),
        ("team", "les frères Dardenne", "Dardenne", "surname"),
        ("team", "Dardenne brothers", "brothers", ""),
        ("work", "Rust and Bone", "Rust and Bones", "misspelt"),
        ("film", "Amour", "Michael", ""),
    ],
)
def test_how_other_kinds_are_found(
    open_index: Open, kind: EntityKind, name: str, asked: str, how: str
) -> None:
    assert found(open_index([entry(kind, name)]), asked) == ([(name, how)] if how else [])


def test_the_best_fit_comes_first_then_weight_then_label(open_index: Open) -> None:
    index = open_index(
        [
            person("Audiard", 1),
            person("Michel Audiard", 3),
            person("Jacques Audiard", 12),
            person("Anna Audiard", 3),
            person("Audiarde Petit", 90),
            person("Audiarb", 99),
        ]
    )
    assert found(index, "audiard") == [
        ("Audiard", "exact"),
        ("Jacques Audiard", "surname"),
        ("Anna Audiard", "surname"),
        ("Michel Audiard", "surname"),
        ("Audiarde Petit", "prefix"),
        ("Audiarb", "misspelt"),
    ]
    assert found(index, "audiard", limit=2) == [("Audiard", "exact"), ("Jacques Audiard", "surname")]


def test_an_entity_of_several_names_is_found_once(open_index: Open) -> None:
    aliases = [person(name, 4, "The Child") for name in ("L'Enfant", "The Child", "Lenfant", "El niño")]
    index = open_index(aliases)
    for text in ("L'Enfant", "the child", "el nino", "enfan"):
        assert [label for label, _ in found(index, text)] == (["The Child"] if text != "enfan" else [])


def test_kinds_and_members(open_index: Open) -> None:
    members = ("https://example.org/a", "https://example.org/b")
    index = open_index(
        [entry("film", "Amour"), entry("work", "Amour"), entry("team", "Amour sisters", 1, members)]
    )
    assert found(index, "amour", "work") == [("Amour", "exact")]
    assert {m.kind for m in index.find("amour")} == {"film", "work", "team"}
    assert index.find("amour", ("team",))[0].members == members


def test_a_busy_beginning_gives_the_heaviest(open_index: Open) -> None:
    many = [person(f"Mari{a}{b} Lund", ord(a) + ord(b)) for a in ALPHABET for b in ALPHABET]
    assert len(many) > BUSY
    index = open_index([*many, entry("film", "Marius", 1)])
    for text in ("m", "mar", "mari"):
        assert found(index, text, limit=2) == [("Marizz Lund", "prefix"), ("Mariyz Lund", "prefix")]
        assert found(index, text, "film") == [("Marius", "prefix")]
    assert len(index.find("mari", limit=100)) == 100


def test_the_order_of_entries_does_not_matter(tmp_path: Path) -> None:
    entries = [person("Luc Dardenne", 8), person("Jean-Pierre Dardenne", 8), entry("film", "Rosetta", 3)]
    build_name_index(tmp_path / "a", entries, [])
    build_name_index(tmp_path / "b", entries[::-1] + entries, [])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


NAMES = ["Jacques Audiard", "Deborah François", "Mathias Schoenaerts", "L'Enfant", "Thomas Bidegain"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NameIndex]:
    path = tmp_path_factory.mktemp("names") / "names.sqlite"
    build_name_index(path, [entry("organization", name) for name in NAMES], [])
    opened = NameIndex(path)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_slip_of_one_letter_is_found(index: NameIndex, name: str) -> None:
    folded = fold(name)
    slips = {folded[:i] + folded[i + 1 :] for i in range(len(folded))}
    slips |= {folded[:i] + c + folded[i + 1 :] for i in range(len(folded)) for c in ALPHABET}
    slips |= {folded[:i] + c + folded[i:] for i in range(len(folded) + 1) for c in ALPHABET}
    slips |= {folded[:i] + folded[i : i + 2][::-1] + folded[i + 2 :] for i in range(len(folded) - 1)}
    assert len(slips) > 300
    missed = [slip for slip in slips if name not in {m.label for m in index.find(slip)}]
    assert missed == []


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_slip_is_one_edit(left: str, right: str) -> None:
    edits = {left[:i] + left[i + 1 :] for i in range(len(left))}
    edits |= {left[:i] + c + left[i + 1 :] for i in range(len(left)) for c in "abc"}
    edits |= {left[:i] + c + left[i:] for i in range(len(left) + 1) for c in "abc"}
    edits |= {left[:i] + left[i : i + 2][::-1] + left[i + 2 :] for i in range(len(left) - 1)}
    edits.discard(left)
    assert is_one_slip(left, right) == is_one_slip(right, left) == (right in edits)
    if right in edits:
        assert hash_slips(left) & hash_slips(right)


FORMS = st.lists(st.text("abé 寅", min_size=SHORTEST_SLIP, max_size=8), min_size=1, max_size=20, unique=True)


@given(FORMS, st.integers(1, 40), st.integers(1, 20), st.integers(1, 300))
def test_hashes_made_at_once_are_those_made_one_by_one(
    forms: list[str], block: int, some: int, share: int
) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
    ):
        patch.setattr(slips, "BLOCK", block)
        patch.setattr(slips, "SOME", some)
        patch.setattr(slips, "SHARE", share)
        made = list(make_blocks(enumerate(forms), Path(folder)))
        assert not list(Path(folder).iterdir())
    blocks = [memoryview(part).cast("Q").tolist() for _, part in made]
    places = [place for part in blocks for place in part]
    assert places == sorted(places)
    assert [first for first, _ in made] == [part[0] for part in blocks]
    assert {len(part) for part in blocks[:-1]} <= {block}
    assert set(places) == {slip << 32 | number for number, f in enumerate(forms) for slip in hash_slips(f)}
    whole = b"".join(part for _, part in made)
    for number, form in enumerate(forms):
        assert all(number in find_numbers(whole, slip << 32) for slip in hash_slips(form))


ROWS = st.tuples(st.text("ab", max_size=8), st.integers(0, 1), st.integers(-3, 0), st.integers(0, 9))


@given(st.lists(ROWS, max_size=80), st.integers(0, 5), st.integers(1, 3))
def test_the_heaviest_of_busy_beginnings_are_found_in_one_pass(
    rows: list[tuple[str, int, int, int]], busy_from: int, kept: int
) -> None:
    expected = []
    for start in {form[:n] for form, _, _, _ in rows for n in range(1, LONGEST_BUSY + 1) if n <= len(form)}:
        shared = {(kind, weight, entity) for form, kind, weight, entity in rows if form.startswith(start)}
        if len(shared) > busy_from:
            for kind in (0, 1):
                expected += [(start, *b) for b in sorted(b for b in shared if b[0] == kind)[:kept]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(busy, "BUSY", busy_from)
        patch.setattr(busy, "BUSIEST", kept)
        assert sorted(find_busy(sorted(rows))) == sorted(expected)
