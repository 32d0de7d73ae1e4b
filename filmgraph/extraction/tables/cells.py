"""What the cells of a credit list say: names, years, running times, ids.

A cell is taken apart only where that is safe. What could be one name or two is
no name at all here, and the caller reports it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from filmgraph.extraction.names.teams import is_team
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.tables.json_cells import is_json, words_of
from filmgraph.extraction.tables.raw_lists import find_pieces
from filmgraph.model.names import PARTICLES, SUFFIXES, fold, surname

# Longer cells hold no header, role, title or note: they are not looked at, whatever their size.
LONGEST_WORDS = 300
_LONGEST_CELL = 20_000
_LONGEST_NAME = 120
_YEAR = re.compile(
    r"(1[89]\d\d|20\d\d)(?:[-/.]\d\d?(?:[-/.]\d\d?)?)?$|\d\d?[-/.]\d\d?[-/.](1[89]\d\d|20\d\d)$"
)
_YEAR_IN_TITLE = re.compile(r"\s*[(\[](1[89]\d\d|20\d\d)[)\]]$")
_MINUTES = re.compile(
    r"(\d{1,3})(?:\.0+)?\s*(?:min|mins|minutes?|minuten|minuti|minutos|mn|['’′])?\.?$", re.I
)
_HOURS = re.compile(
    r"(?:PT)?(\d{1,2})\s*(?:h|hrs?|hours?|std|:)\.?\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?(?::\d\d)?$",
    re.I,
)
_ISO_MINUTES = re.compile(r"PT(\d{1,3})M$", re.I)
_IMDB_FILM = re.compile(r"\btt\d{6,10}\b")
_IMDB_PERSON = re.compile(r"\bnm\d{6,10}\b")
_WIKIDATA = re.compile(r"\bQ[1-9]\d{0,11}\b")
_TMDB_PERSON = re.compile(r"(?:.*/person/)?(\d{1,9})(?:-[\w-]*)?$")
_TMDB = re.compile(r"(?:.*/movie/)?(\d{1,9})(?:-[\w-]*)?$")

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LAST_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_BLANKS = re.compile(r"[^\S\n]+")
_STRONG = re.compile(r"\s*[;|\n•]\s*|\s+/\s+")
# "DARDENNE Luc"; shorter words in capitals may be initials ("CCH Pounder").
_FAMILY_FIRST = re.compile(
    r"([^\W\d_a-zß-öø-ÿ]{4,}(?:-[^\W\d_a-zß-öø-ÿ]{2,})*) ([^\W\d_a-z][a-zß-öø-ÿ][\w.'’-]*)"
)
_COMMA = re.compile(r"\s*,\s*")
_AND = re.compile(r",?\s+(?:&|and|et|und|y|e|og|och)\s+")
_AS = re.compile(r"\s+(?:as|als|como|jako|som|dans le rôle (?:de|d'))\s*(?<=\s|')(?=[\"“]?[^\W\d_])")


@dataclass(frozen=True, slots=True)
class CellName:
    """A name of a cell: `text` in natural order and complete, `printed` as it stands, `note` its bracket."""

    text: str
    printed: str
    note: str = ""


def is_nothing(cell: str) -> bool:
    """Whether a cell holds no value: empty, a dash, "n/a", "unknown" …"""
    if len(cell) > LONGEST_WORDS:
        return False
    return (
        not any(c.isalnum() for c in cell)
        or cell == "\\N"
        or fold(cell) in load_patterns("columns")["nothing"]
    )


def read_year(cell: str) -> str | None:
    """The year of a cell that holds a year or a date alone.

    >>> read_year("2012"), read_year("2012-05-17"), read_year("17.5.2012"), read_year("about 2012")
    ('2012', '2012', '2012', None)
    """
    found = _YEAR.match(cell.strip().removesuffix(".0"))
    return found and (found.group(1) or found.group(2))


def read_minutes(cell: str) -> str | None:
    """A running time in minutes.

    >>> [read_minutes(c) for c in ("122", "95 min.", "2h 7m", "1:35:00", "PT2H2M", "long")]
    ['122', '95', '127', '95', '122', None]
    """
    cell = cell.strip()
    plain = _MINUTES.match(cell) or _ISO_MINUTES.match(cell)
    if plain:
        minutes = int(plain.group(1))
    elif hours := _HOURS.match(cell):
        minutes = int(hours.group(1)) * 60 + int(hours.group(2) or 0)
    else:
        return None
    return str(minutes) if 0 < minutes < 1000 else None


def split_title(cell: str) -> tuple[str, str | None]:
    """A title without the year that stands in brackets behind it, and that year.

    >>> split_title("Amour (2012)"), split_title("1984")
    (('Amour', '2012'), ('1984', None))
    """
    title = " ".join(cell.split())
    found = _YEAR_IN_TITLE.search(title)
    return (title[: found.start()], found.group(1)) if found and found.start() else (title, None)


def read_film_id(cell: str, scheme: str) -> tuple[str, str] | None:
    """A film's external id as (scheme, id). Scheme "film" takes ids that tell their own scheme."""
    patterns = {"imdb": _IMDB_FILM, "wikidata": _WIKIDATA}
    for name, pattern in patterns.items():
        found = pattern.search(cell)
        if found and scheme in (name, "film"):
            return name, found.group()
    tmdb = _TMDB.match(cell.strip()) if scheme == "tmdb" else None
    return ("tmdb", tmdb.group(1)) if tmdb else None


def read_person_id(cell: str, scheme: str = "person") -> tuple[str, str] | None:
    """A person's external id as (scheme, id): of "imdb", "tmdb" or "wikidata", else as its form tells.

    >>> read_person_id("nm0041005"), read_person_id("137", "tmdb"), read_person_id("137")
    (('imdb', 'nm0041005'), ('tmdb', '137'), None)
    """
    cell = cell.strip()
    if scheme == "tmdb":
        tmdb = _TMDB_PERSON.match(cell)
        return ("tmdb", tmdb.group(1)) if tmdb and tmdb.group(1).strip("0") else None
    for name, pattern, site in (
        ("imdb", _IMDB_PERSON, "imdb.com/name/"),
        ("wikidata", _WIKIDATA, "wikidata.org/"),
    ):
        found = pattern.search(cell) if site in cell else pattern.fullmatch(cell)
        if found and scheme in (name, "person"):
            return name, found.group()
    return None


def read_address(cell: str) -> tuple[str, str] | None:
    """The page of a film on a site whose addresses name films, as (site's address, rest).

    >>> read_address("https://en.wikipedia.org/wiki/Alice_(1990_film)")
    ('https://en.wikipedia.org/wiki/', 'Alice_(1990_film)')
    """
    cell = cell.strip()
    if not cell.startswith(("http://", "https://")) or len(cell) > LONGEST_WORDS or " " in cell:
        return None
    for site in load_lines("columns")["film_address"]:
        at = cell.find(site)
        if at > 0 and (rest := cell[at + len(site) :].partition("#")[0].partition("?")[0].rstrip("/")):
            return cell[: at + len(site)], rest
    return None


def split_values(cell: str) -> list[str]:
    """The values of a cell that lists countries or languages, without what stands in brackets behind."""
    found = []
    for piece in find_pieces(words_of(cell)):
        if piece.kind == "name":
            parts = re.split(
                r"\s*[;,|/\n]\s*|\s+(?:and|&)\s+(?=[^\W\d_a-z])", _BRACKETS.sub("", piece.text).strip()
            )
            found += [part for part in parts if part and not is_nothing(part) and len(part) <= 60]
    return found


def split_names(cell: str, *, company: bool) -> list[CellName] | None:
    """The names of a cell, or None where it is not safe to say how many they are.

    >>> [n.text for n in split_names("Jean-Pierre & Luc Dardenne", company=False)]
    ['Jean-Pierre Dardenne', 'Luc Dardenne']
    >>> [n.text for n in split_names("Audiard, Jacques; Bidegain, Thomas", company=False)]
    ['Jacques Audiard', 'Thomas Bidegain']
    >>> split_names("Cher, Bette Midler", company=False) is None
    True
    """
    if len(cell) > _LONGEST_CELL or is_json(cell.lstrip()):
        return None
    cell = _BLANKS.sub(" ", cell)
    parts = _split_outside(_STRONG, cell)
    names: list[CellName] = []
    for part in parts:
        found = _split_companies(part) if company else _split_persons(part, alone=len(parts) == 1)
        if found is None:
            return None
        names += found
    return names if all(_is_name(name.text) for name in names) else None


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and any(c.isalpha() for c in text) and "://" not in text


def _split_outside(separator: re.Pattern[str], text: str) -> list[str]:
    """Split where `separator` stands outside brackets; empty parts fall away."""
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    parts, start, next_bracket = [], 0, 0
    for match in separator.finditer(text):
        while next_bracket < len(brackets) and brackets[next_bracket][1] <= match.start():
            next_bracket += 1
        if next_bracket < len(brackets) and brackets[next_bracket][0] < match.start():
            continue
        parts.append(text[start : match.start()])
        start = match.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _split_companies(part: str) -> list[CellName]:
    """Names of companies between commas; "Ltd", "Inc." stay with the name before them."""
    suffixes = load_patterns("names")["company_suffix"]
    names: list[str] = []
    for piece in _split_outside(_COMMA, part):
        if names and fold(piece) in suffixes:
            names[-1] = f"{names[-1]}, {piece}"
        else:
            names.append(piece)
    return [_take_note(name) for name in names]


def _split_persons(part: str, *, alone: bool) -> list[CellName] | None:
    """The persons of a part without semicolons; None where commas may mean two things."""
    pieces: list[str] = []
    for piece in _split_outside(_COMMA, part):
        if pieces and fold(piece) in SUFFIXES:
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    pieces = [piece.removeprefix("and ").removeprefix("& ") for piece in pieces]
    if len(pieces) == 1:
        return _split_pair(pieces[0])
    singles = [piece for piece in pieces if _is_single(_take_note(piece).text)]
    if len(pieces) == 2 and singles:
        return _turn(pieces[0], pieces[1], part)
    if (singles and 2 * len(singles) > len(pieces)) or not alone:
        return None
    names: list[CellName] = []
    for piece in pieces:
        found = _split_pair(piece)
        if found is None:
            return None
        names += found
    return names


def _turn(family: str, given: str, printed: str) -> list[CellName] | None:
    """ "Audiard, Jacques" as Jacques Audiard; None where it could be two names."""
    name = _take_note(given)
    words = name.text.split()
    if not _is_single(family) or not words:
        return None
    if len(words) == 1 or (len(words) == 2 and len(words[1].rstrip(".")) == 1):
        return [CellName(f"{name.text} {family}", printed, name.note)]
    return None


def _is_single(name: str) -> bool:
    """Whether a piece is one word, particles aside ("von Trier")."""
    return sum(word.casefold() not in PARTICLES for word in name.split()) <= 1


def _split_pair(piece: str) -> list[CellName] | None:
    """One name, or those joined by a word for "and"; given names that share a surname get it each."""
    parts = _split_outside(_AND, piece)
    names = [_take_note(part) for part in parts]
    if len(names) < 2:
        return names
    last = names[-1].text
    if last.startswith(("the ", "The ", "his ", "her ", "les ", "die ")):
        return [_take_note(piece)]  # a musician and a band
    if _is_single(last) or is_team(piece):
        # "Ortega y Gasset", "Siegfried & Roy": one name, a team, or two of one word each
        whole = _take_note(piece)
        return [whole] if re.search(r"\s(?:y|e)\s", piece) and len(parts[0].split()) > 1 else None
    words = [word for word in last.split() if fold(word) not in SUFFIXES]
    family = words[-len(surname(last).split()) :]
    return [
        replace(name, text=" ".join([name.text, *family]), printed=" ".join([name.printed, *family]))
        if _is_single(name.text)
        else name
        for name in names
    ]


def _take_note(name: str) -> CellName:
    """A name and what stands in the bracket behind it; a family name in capitals goes to the end."""
    name = " ".join(name.split())
    found = _LAST_BRACKET.search(name)
    note = ""
    if found and found.start():
        name, note = name[: found.start()], found.group(1).strip()
    family = _FAMILY_FIRST.fullmatch(name)
    text = f"{family[2]} {family[1].title()}" if family else name
    return CellName(text, name, note)


def split_character(name: CellName) -> tuple[CellName, str | None]:
    """An actor's name and character: "Marion Cotillard (Stéphanie)", "Marion Cotillard as Stéphanie"."""
    as_words = _AS.search(name.text)
    if as_words and as_words.start() and " " in name.text[: as_words.start()]:
        actor, character = name.text[: as_words.start()], name.text[as_words.end() :].strip('"“”')
        return replace(name, text=actor, printed=actor), character
    character, _, rest = name.note.rpartition(",")
    if character and _is_remark(rest):
        return replace(name, note=rest.strip()), character.strip()
    if name.note and not _is_remark(name.note):
        return replace(name, note=""), name.note
    return name, None


def _is_remark(note: str) -> bool:
    """Whether a bracket behind an actor says something else than the character ("voice", "as X Y")."""
    words = load_patterns("columns")["not_character"]
    folded = fold(note)
    return folded in words or folded.partition(" ")[0] in {*words, "as"}
