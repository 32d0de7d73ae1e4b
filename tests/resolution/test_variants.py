"""Looser likenesses of names, which are weighed and never suffice, and the blocks that find them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmgraph.resolution.variants import compare_variants, find_block_keys
from filmgraph.resolution.weights import LIKENESS

WORDS = st.sampled_from(
    "Ann Anne Bob Robert Rob J. J.J. Lee Li Lei Chan Chen Wai Wei Kwok De Camp DeCamp Jr. Sr. III Sir Capt."
    " O'Neal Oneal 'Buck' “Tiny” 寅 Ø".split()
)
NAMES = st.one_of(st.lists(WORDS, max_size=5).map(" ".join), st.text(max_size=12))
PAIRS = [
    ("Cedric Hardwicke", "Sir Cedric Hardwicke", "title"),
    ("John Ford", "John Ford Captain U.S.N.R.", "title"),
    ("George 'Buck' Flower", "Buck Flower", "quoted"),
    ("G.P. Huntley", "George P. Huntley Jr.", "generation"),
    ("Robin Wright", "Robin Wright-Penn", "longer surname"),
    ("R. Lee Ermey", "Lee Ermey", "first name left out"),
    ("Jay Robertson", "Jayson Robertson", "short form"),
    ("Shirley Grey", "Shirley Gray", "spelling"),
    ("Marc Dightam", "Mark Dightam", "spelling"),
    ("Peter MacNeill", "Peter McNeil", "spelling"),
    ("Rosemary De Camp", "Rosemary DeCamp", "spacing"),
    ("Samuel Jackson", "Samuel L. Jackson", "middle name"),
    ("Bob Mitchum", "Robert Mitchum", "nickname"),
    ("Paul Newman", "Paul Newlan", "letter"),
    ("Lucille Bensen", "Lucille Benson", "slip"),
    ("Kwok-Keung Chan", "Kuo-Chiang Chen", "romanization"),
    ("Kuo-Chiang Chen", "Chen Kuo-Chiang", "romanization"),
    ("Chan Sing", "Sing Chen", "two syllables"),
]


@pytest.mark.parametrize(("left", "right", "kind"), PAIRS)
def test_variants(left: str, right: str, kind: str) -> None:
    there, back = compare_variants(left, right), compare_variants(right, left)
    assert there is not None
    assert there.kind == kind
    assert there == back
    assert there.kind in LIKENESS
    assert set(find_block_keys(left)) & set(find_block_keys(right)), "a block holds both"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ann Lee", "Ang Park"),
        ("Daniel Auteuil", "Daniela Auteuil"),
        ("Gabriel Yared", "Gabrielle Yared"),
        ("Carlo Rossi", "Carla Rossi"),
        ("Robert J. Wilke", "Robert L. Wilke"),
        ("Harry Carey Sr.", "Harry Carey Jr."),
        # One syllable more or another one is another name.
        ("Ching Wang", "Ching-Ping Wang"),
        ("Ching Wang", "Chung Wang"),
        ("Nicolas Cage", "Nicolas Coppola"),
        ("Prince", "Prince Azeem"),
        ("?", "Ann Lee"),
    ],
)
def test_no_variants(left: str, right: str) -> None:
    assert compare_variants(left, right) is None


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES)
def test_comparing_any_two_names_works_both_ways(left: str, right: str) -> None:
    there, back = compare_variants(left, right), compare_variants(right, left)
    assert (there and there.kind) == (back and back.kind)
    if there:
        assert there.kind in LIKENESS
    for name in (left, right):
        keys = list(find_block_keys(name))
        assert all(most > 0 and key for most, key in keys)
