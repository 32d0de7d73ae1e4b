"""From bytes to text: byte order marks, UTF-8, declared and last-resort encodings, and what broke before.

Names of encodings follow the WHATWG Encoding Standard, as browsers do: a page
that declares ISO-8859-1 means windows-1252.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from filmgraph.errors import ReadError
from filmgraph.model.document import MendedText
from filmgraph.reading.kinds import explain_unread, opaque_kind
from filmgraph.reading.mending import WINDOWS_1252, mend

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings that browsers read as a larger one of the same family.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "utf-16": "utf-8",
    "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-32": "utf-8",
}  # fmt: skip
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MIXED = "filmgraph.mixed"
_MARK_AS_LETTERS = "ï»¿"  # a byte order mark read as windows-1252


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, newlines unchanged, and what had to be assumed.

    `mended` is the text as it was meant where its letters were broken before it was saved.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    mended: MendedText | None = None

    @property
    def meant(self) -> str:
        """The mended text, or the text itself where nothing was broken."""
        return self.mended.text if self.mended else self.text


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decode a file called `name` whose page declares the encoding `declared`, if any.

    Byte order marks come first, then valid UTF-8 (which other encodings hardly
    ever are by accident), then what is declared, then windows-1252 with a note.
    A text that was broken before it was saved is mended beside it, with a note.
    Raises ReadError for bytes that are no text.
    """
    decoded = _decode_marked(data) or _decode_wide(data)
    if decoded is None:
        if b"\0" in data or len(data.translate(None, _CONTROLS)) < len(data) * 0.995:
            raise ReadError(explain_unread(name, opaque_kind()))
        decoded = _decode_bytes(data, _known(declared))
    text = decoded.text.removeprefix(_MARK_AS_LETTERS)
    mended, note = mend(text)
    return Decoded(text, decoded.encoding, (*decoded.notes, note) if note else decoded.notes, mended)


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    return None


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark, told by where the NUL bytes of its Latin letters stand."""
    sample = data[:4096]
    if b"\0" not in sample:
        return None
    quarters = [sample[i::4].count(0) / max(1, len(sample[i::4])) for i in range(4)]
    candidates = []
    if min(quarters[2:]) > 0.9 and quarters[0] < 0.1:
        candidates.append("utf-32-le")
    if min(quarters[:2]) > 0.9 and quarters[3] < 0.1:
        candidates.append("utf-32-be")
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if odd > 0.05 and even < 0.01:
        candidates.append("utf-16-le")
    if even > 0.05 and odd < 0.01:
        candidates.append("utf-16-be")
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(not c.isprintable() and not c.isspace() for c in text[:4096]) <= len(text[:4096]) * 0.005:
            return Decoded(text, encoding, (f"read as {encoding.upper()}, because of its zero bytes",))
    return None


def _decode_bytes(data: bytes, declared: str | None) -> Decoded:
    if declared is not None and declared.startswith(("iso2022", "hz")):
        return _decode_as(data, declared)  # shifts written in ASCII: valid UTF-8 by accident
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared not in (None, "utf-8", "cp1252"):
        assert declared is not None
        return _decode_as(data, declared)
    shown = data.decode("utf-8", "replace")
    broken = shown.count("\N{REPLACEMENT CHARACTER}")
    if broken * 4 <= sum(c > "\x7f" for c in shown) - broken:
        return _decode_mixed(data, broken)
    text, _ = codecs.charmap_decode(data, "strict", WINDOWS_1252)
    if declared == "cp1252":
        return Decoded(text, "windows-1252")
    return Decoded(text, "windows-1252", ("read as windows-1252, because its bytes are not valid UTF-8",))


def _decode_mixed(data: bytes, broken: int) -> Decoded:
    """UTF-8 into which words of windows-1252 were pasted: its letters stand alone among plain ones."""
    text = data.decode("utf-8", _MIXED)
    left = text.count("\N{REPLACEMENT CHARACTER}")
    notes = [_count_broken(text, "utf-8")] if left else []
    if broken > left:
        plural = "s" * (broken - left > 1)
        notes.insert(0, f"{broken - left} character{plural} read as windows-1252 amid UTF-8")
    return Decoded(text, "utf-8", tuple(notes))


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """What a byte that is no UTF-8 is in windows-1252; broken characters of several bytes stay broken."""
    assert isinstance(error, UnicodeDecodeError)
    letter = WINDOWS_1252[error.object[error.start]]
    stray = error.end - error.start == 1 and error.end < len(error.object) and letter.isprintable()
    return letter if stray else "\N{REPLACEMENT CHARACTER}", error.end


codecs.register_error(_MIXED, _read_stray)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, (_count_broken(text, encoding),))


def _count_broken(text: str, encoding: str) -> str:
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    plural = "s" * (broken > 1)
    return f"{broken} broken {encoding.upper()} character{plural}, shown as \N{REPLACEMENT CHARACTER}"


def _known(declared: str | None) -> str | None:
    """Python's name of a declared text encoding, or None where it is unknown."""
    if not declared:
        return None
    try:
        found = codecs.lookup(declared.strip())
        b"".decode(found.name)  # codecs that are no text encodings ("hex", "rot13") refuse here
    except (LookupError, ValueError):
        return None
    return (
        None
        if found.name in ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape")
        else (_WIDER.get(found.name, found.name))
    )
