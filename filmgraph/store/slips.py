"""Misspellings: a hash of each form and of each form with one letter left out, sorted in blocks.

Two forms one slip apart share such a hash, so that a few look-ups find all forms
near a text. There are some fifteen a form, five million for 300,000 names: they are
made for all forms of one length at once, by numpy.

A form's hash is a polynomial of its letters modulo 2**64. With one letter left out it
follows from the hashes of the beginnings: `H + (P[i] - P[i + 1]) * B**(n - 1 - i)`
where `P[i]` is the hash of the first `i` letters and `H` is `P[n]`.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# Shorter forms have no misspellings: one letter of "Ran" is a third of it.
SHORTEST_SLIP = 4
BLOCK = 1024
# So many forms are hashed at a time, and so many places sorted.
SOME = 100_000
SHARE = 1_000_000
_PLACE_BITS = 63
_FACTOR = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


def hash_slips(form: str) -> set[int]:
    """The hashes, of 31 bits each, of `form` and of what is left when one of its letters is left out."""
    starts = [0]
    for letter in form:
        starts.append((starts[-1] * _FACTOR + ord(letter)) & _MASK)
    found, power = {starts[-1]}, 1
    for place in range(len(form) - 1, -1, -1):
        found.add((starts[-1] + (starts[place] - starts[place + 1]) * power) & _MASK)
        power = power * _FACTOR & _MASK
    return {_shorten(value) for value in found}


def _shorten(value: int) -> int:
    # The upper bits depend on all letters, the lower ones do so less.
    return value >> 33


def make_blocks(forms: Iterable[tuple[int, str]], scratch: Path) -> Iterator[tuple[int, bytes]]:
    """The places of all forms, sorted, in blocks: the first place of each, and all as 64-bit numbers.

    `forms` are numbered. A place is a hash (upper 31 bits) and the number of the form (lower 32 bits). What
    is sorted and not yet in a block lies in a file without a name in the folder `scratch`, so that memory
    does not grow with the forms.
    """
    import numpy

    with tempfile.TemporaryFile(dir=scratch) as file:
        ends = [0]
        for places in _sorted_runs(forms):
            places.tofile(file)
            ends.append(ends[-1] + len(places))
        file.flush()
        rest = numpy.zeros(0, dtype=numpy.uint64)
        for share in _shares(file, ends):
            rest = numpy.concatenate([rest, share])
            whole = len(rest) // BLOCK * BLOCK
            yield from _cut(rest[:whole])
            rest = rest[whole:]
        yield from _cut(rest)


def _sorted_runs(forms: Iterable[tuple[int, str]]) -> Iterator[NDArray[numpy.uint64]]:
    """The places of SOME forms at a time, each run sorted."""
    import numpy

    source = iter(forms)
    while some := list(islice(source, SOME)):
        by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for number, form in some:
            if len(form) >= SHORTEST_SLIP:
                by_length[len(form)].append((number, form))
        if by_length:
            alike = by_length.values()
            places = numpy.concatenate([_places([f for _, f in a], [n for n, _ in a]) for a in alike])
            places.sort()
            yield places


def _shares(file: IO[bytes], ends: list[int]) -> Iterator[NDArray[numpy.uint64]]:
    """All places of a file of sorted runs, sorted, some SHARE at a time: hashes are spread evenly."""
    import numpy

    total = ends[-1]
    if not total:
        return
    runs = [numpy.memmap(file, numpy.uint64, "r", start * 8, (end - start,)) for start, end in pairwise(ends)]
    count = -(-total // SHARE)
    bounds = [(share << _PLACE_BITS) // count for share in range(count + 1)]
    for low, high in pairwise(numpy.array(bounds, dtype=numpy.uint64)):
        parts = [run[slice(*numpy.searchsorted(run, [low, high]))] for run in runs]
        share = numpy.concatenate(parts)
        share.sort()
        yield share


def _cut(places: NDArray[numpy.uint64]) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(places), BLOCK):
        block = places[start : start + BLOCK]
        yield int(block[0]), block.astype("<u8").tobytes()


def _places(forms: list[str], numbers: list[int]) -> NDArray[numpy.uint64]:
    """The places of forms that are all of one length."""
    import numpy

    length = len(forms[0])
    letters = numpy.array(forms, dtype=f"U{length}").view(numpy.uint32).reshape(len(forms), length)
    starts = [numpy.zeros(len(forms), dtype=numpy.uint64)]
    for place in range(length):
        starts.append(starts[-1] * numpy.uint64(_FACTOR) + letters[:, place])
    whole = starts[-1]
    hashes, power = [whole], 1
    for place in range(length - 1, -1, -1):
        hashes.append(whole + (starts[place] - starts[place + 1]) * numpy.uint64(power))
        power = power * _FACTOR & _MASK
    ids = numpy.array(numbers, dtype=numpy.uint64)
    top = numpy.uint64(33)
    return numpy.concatenate([((h >> top) << numpy.uint64(32)) | ids for h in hashes])


def find_numbers(block: bytes, start: int) -> list[int]:
    """The numbers of the forms in a block whose hash is the upper half of `start`, whose lower half is 0."""
    places = memoryview(block).cast("Q")
    here = bisect_left(places, start)
    return [place & 0xFFFFFFFF for place in places[here : bisect_left(places, start + (1 << 32), here)]]
