"""Actor and character side by side: with leaders, on lines by turns, or with only a blank between.

Which side is the actor is decided for the whole list, by what the sides look
like and by the names that the rest of the page knows. Where that does not come
out, nothing is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from filmgraph.extraction.cast.actors import (
    WORD,
    KnownNames,
    Part,
    clean_character,
    cut_at,
    cut_first_name,
    cut_last_name,
    is_actor,
)
from filmgraph.extraction.cast.cast_sides import actors_first, tells_parts
from filmgraph.extraction.names.mentions import Mention, is_given_name, make_mention
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold

_DOTS = r"\.{3,}|(?<=[^\W\d_])\.\.(?=[^\W\d_a-z.])|(?:\.[ \u00a0]){2,}\.?|…[.…]*|·{3,}"
LEADER = re.compile(
    rf"(?=[\s.…\-_|·=])(?:\s*(?:{_DOTS}|-{{3,}}|_{{3,}})\s*|\s+(?:[–—=-]{{1,2}}|//|[=-]?>|→)\s+|\s*=\s*|\s*\t+\s*(?:as\s+)?|\s*\|\s*)"
)
DOTS = re.compile(rf"\s*(?:{_DOTS})\s*")
_COLON = re.compile(r"\s?:\s+")
_GAP = re.compile(r"[ \u00a0]{2,}")
# "Tim Carteras Wayne": the blank before "as" got lost.
_GLUED_AS = re.compile(r"(?<=[^\W\d_A-Z])as\s+(?=\S)")
# The link at the end of a list that was cut short: "| See full cast", "«continua", "(více)", "[+]".
_ASIDE = re.compile(
    r"[|»>]?\s*(?:see (?:full|more|all)|full cast|more\s*(?:»|>|…|\.\.\.)|voir (?:tout|plus)|casting complet"
    r"|(?:mehr|alle) anzeigen|ver (?:más|mais|todo)|visa fler|vis flere|toon meer|zobacz więcej)\b.*"
    r"|\s*[«»>(\[]\s?(?:continua|continúa|more|suite|plus|mehr|più|más|mais|meer|více|więcej|fler|flere|\+)\b.*"
    r"|\s*[(\[]\+[)\]].*",
    re.I,
)
# "Ann LeeRôle : Ida": a page's own word for the part, often glued to the name.
_ROLE_WORD = re.compile(
    r"[\s,;–-]*(?:Rôle|Personnage|Rolle|Ruolo|Personaggio|Personaje|Papel|Personagem|Role|Character|Rol|Roll"
    r"|Rola)\s?:\s*"
)
_LONGEST = 100
Pair = tuple[Span, Span]


def find_pair(text: str, line: Span) -> Pair | None:
    """The two sides of a line such as "Mitra Kia – Mutter"; None where it has not exactly two."""
    if line.end - line.start < _LONGEST:
        for verb in (played_by(), _plays()):
            told = verb.search(text, line.start + 1, line.end)
            if told and text.find(",", line.start, line.end) < 0:
                return _sides(text, line, told)
    role = _ROLE_WORD.search(text, line.start, line.end) if text.find(":", line.start, line.end) > 0 else None
    if role:
        return _sides(text, line, role)
    if text.startswith("|", line.start):
        line = _trim_bars(text, line)  # a row of a table: "| Ann Lee | Ida |"
    marks = [
        m for m in LEADER.finditer(text, line.start, line.end) if line.start < m.start() < m.end() < line.end
    ]
    if len(marks) > 1:
        marks = [m for m in marks if DOTS.fullmatch(m.group())]
    if len(marks) != 1:
        return None
    return _sides(text, line, marks[0])


def _trim_bars(text: str, line: Span) -> Span:
    words = line.of(text)
    front, behind = (len(words) - len(stripped) for stripped in (words.lstrip("| "), words.rstrip("| ")))
    return Span(line.start + front, max(line.start + front, line.end - behind))


def begins_part(text: str, line: Span) -> bool:
    """Whether a line is the part of the actor above: "Rôle : Ida"."""
    return (
        text.find(":", line.start, line.end) > 0 and _ROLE_WORD.match(text, line.start, line.end) is not None
    )


def find_gap_pair(text: str, line: Span) -> Pair | None:
    """The sides of a line that a wide gap or a glued "as" parts: weak marks, which a list must bear out."""
    words = line.of(text)
    for sign, pattern in (("  ", _GAP), ("as ", _GLUED_AS)):
        marks = list(pattern.finditer(text, line.start, line.end)) if sign in words else []
        pair = _sides(text, line, marks[0]) if len(marks) == 1 else None
        if pair and text[pair[1].start] not in "([" and (sign == "  " or " " in pair[0].of(text)):
            return pair  # but "Nicolas Cage"
    return None


def find_slash_pair(text: str, line: Span) -> Pair | None:
    """The sides of a line that a slash between blanks parts, which a list must bear out."""
    marks = list(_SLASH.finditer(text, line.start, line.end)) if " / " in line.of(text) else []
    return _sides(text, line, marks[0]) if len(marks) == 1 else None


_SLASH = re.compile(r" / ")


@lru_cache(maxsize=1)
def played_by() -> re.Pattern[str]:
    """The words between a part and who plays it, or in front of the player in a bracket."""
    phrases = sorted(load_lines("cast")["played_by"], key=len, reverse=True)
    return re.compile(rf"\s*\b(?:{'|'.join(map(re.escape, phrases))})\s+(?=[^\W\d_a-z])")


@lru_cache(maxsize=1)
def _plays() -> re.Pattern[str]:
    phrases = sorted(load_lines("cast")["plays"], key=len, reverse=True)
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, phrases))})\s+(?=\S)")


def find_glued_pairs(text: str, values: Sequence[Span]) -> list[Pair]:
    """Lines `Tim Carteras Wayne` of a page that lost the blank before "as": all of them, the actor first."""
    if not all("as " in v.of(text) and "  " not in v.of(text) for v in values):
        return []
    pairs = [pair for v in values if (pair := find_gap_pair(text, v))]
    return pairs if 2 <= len(values) == len(pairs) else []


def _sides(text: str, line: Span, mark: re.Match[str]) -> Pair | None:
    one = trim(text, Span(line.start, mark.start()))
    other = trim(text, Span(mark.end(), line.end))
    sizes = one.end - one.start, other.end - other.start
    return (one, other) if 0 < sizes[0] <= 60 and 0 < sizes[1] <= 90 else None


def find_list_pairs(text: str, values: Sequence[Span]) -> list[tuple[Span, Pair]]:
    """Pairs in other forms: lines `Actor: Character`, and `Actor - Character, Actor - Character` on one."""
    if len(values) >= 2:
        colons = [list(_COLON.finditer(text, v.start, v.end)) for v in values]
        single = [(v, _sides(text, v, c[0])) for v, c in zip(values, colons, strict=True) if len(c) == 1]
        enough = len(single) * 4 >= 3 * len(values) and not any(len(c) > 1 for c in colons)
        return [(v, pair) for v, pair in single if pair] if enough else []
    if not values or values[0].of(text).count(",") > 200:
        return []
    value = values[0]
    for mark, find in ((";", find_colon_pair), ("", find_pair), (",", find_colon_pair)):
        pieces = _pieces(text, value, rf"{mark or '[,;]'}\s+")
        signs = len(re.findall(rf"{mark}\s", value.of(text))) if mark else 0
        if find is find_colon_pair and signs > value.of(text).count(":"):
            continue
        pairs = [find(text, piece) for piece in pieces]
        if len(pieces) > 1 and sum(pair is not None for pair in pairs) * 3 >= 2 * len(pieces):
            return [(value, pair) for pair in pairs if pair]
    return []


def find_colon_pair(text: str, line: Span) -> Pair | None:
    """The two sides of a colon, where there is one alone: "Ida: Ann Lee"."""
    marks = list(_COLON.finditer(text, line.start, line.end))
    return _sides(text, line, marks[0]) if len(marks) == 1 else None


def _pieces(text: str, value: Span, marks: str) -> list[Span]:
    """What stands between the marks of a list."""
    pieces, start = [], value.start
    for mark in re.finditer(marks, value.of(text)):
        pieces.append(Span(start, value.start + mark.start()))
        start = value.start + mark.end()
    return [*pieces, Span(start, value.end)]


def find_comma_pairs(text: str, values: Sequence[Span]) -> list[Pair]:
    """`Ada, Ann Lee; Police officers, Bob Ray, Cy Fox`: commas within, semicolons or line ends between.

    A part stands alone before the first comma, or behind the last; one side must show that it holds parts.
    """
    pieces = list(values)
    if len(values) == 1 and ";" in values[0].of(text):
        value = values[0]
        ends = [m.start() for m in re.finditer(";", value.of(text))]
        bounds = [-1, *ends, value.end - value.start]
        pieces = [
            trim(text, Span(value.start + a + 1, value.start + b)) for a, b in itertools.pairwise(bounds)
        ]
    if len(pieces) < 3 or any("," not in p.of(text) or "(" in p.of(text) for p in pieces):
        return []
    for cut in (str.index, str.rindex):
        pairs = []
        for piece in pieces:
            comma = piece.start + cut(piece.of(text), ",")
            pairs.append((trim(text, Span(piece.start, comma)), trim(text, Span(comma + 1, piece.end))))
        parts, actors = zip(*(pair if cut is str.index else pair[::-1] for pair in pairs), strict=True)
        names = [m.text for actor in actors for m in split_names(text, actor)]
        if tells_parts([part.of(text) for part in parts], names):
            return list(zip(actors, parts, strict=True))
    return []


def without_asides(text: str, values: Sequence[Span]) -> list[Span]:
    """The lines of a cast without "| See full cast & crew »", "in order of appearance" and the like."""
    kept = []
    order = load_patterns("cast")["order"]
    for value in values:
        aside = _ASIDE.search(text, value.start, value.end)
        value = trim(text, Span(value.start, aside.start())) if aside else value
        if value.start < value.end and fold(value.of(text)) not in order:
            kept.append(value)
    return kept


def order_pairs(text: str, pairs: Sequence[Pair], known: KnownNames) -> list[Part]:
    """The actors of pairs, the side that looks more like actors over the whole list taken for them."""
    first = actors_first([a.of(text) for a, _ in pairs], [b.of(text) for _, b in pairs], known)
    return [] if first is None else build_parts(text, pairs, first=first)


def build_parts(text: str, pairs: Sequence[Pair], *, first: bool) -> list[Part]:
    """The actors of pairs with their parts, where it is known on which side the actors stand."""
    parts: list[Part] = []
    for one, other in pairs:
        actor, role = (one, other) if first else (other, one)
        shown = Span(min(one.start, other.start), max(one.end, other.end))
        for mention in _actors_of(text, without_lead(text, actor)):
            parts.append(Part(mention, clean_character(role.of(text)), shown))
    return parts


@lru_cache(maxsize=1)
def _lead_ins() -> re.Pattern[str]:
    phrases = sorted(load_lines("cast")["lead_in"], key=len, reverse=True)
    joining = "and|with|et|avec|y|con|e|ed|com|und|sowie|mit|en|met|og|med|och|samt|i|oraz"
    return re.compile(rf"(?:(?:{joining})\s)*(?:{'|'.join(map(re.escape, phrases))}):?\s+(?=\S)", re.I)


def without_lead(text: str, span: Span) -> Span:
    """An actor without the words that announce him: "and introducing Ann Lee", "con la colaboración de …"."""
    if text.count(" ", span.start, span.end) < 2:
        return span
    lead = _lead_ins().match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead else span


def _actors_of(text: str, span: Span) -> list[Mention]:
    """The actors on their side of a pair; none where one of its names is none."""
    actors = split_names(text, span)
    if (
        len(actors) == 2
        and " " in actors[0].text
        and " " not in actors[1].text
        and actors[1].shape == "single"
    ):
        whole = make_mention(text, span)  # "YIP Tak-han, Deanie": one who has a second given name
        return [whole] if text[actors[0].span.end] == "," and is_actor(whole) else []
    nickname = _NICKNAME.search(text, span.start, span.end) if len(actors) == 1 else None
    if nickname:  # "Ibrahima Mbaye «Tché»"
        return [make_mention(text, Span(span.start, nickname.start()))]
    return actors if all(is_actor(m) for m in actors) else []


_NICKNAME = re.compile(r"\s+[\"“«„‘][^\"“”«»„‘’]+[\"”»“’]?$")


def find_lost_pairs(text: str, values: Sequence[Span], *, first: bool) -> list[tuple[Span, Pair]]:
    """The sides of lines that lost the leader which their list has: "Georg Dreyman  Sebastian Koch".

    A wide blank, a small letter and a capital ("DiorNicole Sougou"), or of three words the place of the
    given name in two ("Martina Gedeck Christa", where actors stand in front) says where they part.
    """
    single = [v for v in values if not _MARKED.search(v.of(text))]
    found = [(v, _lost_pair(text, v, first=first)) for v in single]
    return [(v, pair) for v, pair in found if pair]


_MARKED = re.compile(r"[,;:()\[\]/&]")
_GLUED = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-ZÀ-Þ])")


def find_short_leader(text: str, line: Span) -> Pair | None:
    """The sides of a dotted list's longest line, whose leader is one dot or two: "Shop Owner . Ann Lee"."""
    marks = list(_SHORT_LEADER.finditer(text, line.start, line.end)) if " ." in line.of(text) else []
    return _sides(text, line, marks[0]) if len(marks) == 1 else None


def split_double_rows(text: str, values: Sequence[Span]) -> list[Span]:
    """The halves of lines on which two pairs with leaders stand side by side, a wide gap between them."""
    if not any(len(DOTS.findall(v.of(text))) == 2 for v in values):
        return list(values)
    halves: list[Span] = []
    for value in values:
        wide = _WIDE.finditer(text, value.start, value.end)
        gaps = [g for g in wide if text[g.start() - 1] not in ".…"]
        cut = gaps[0] if len(gaps) == 1 and len(DOTS.findall(value.of(text))) == 2 else None
        sides = [Span(value.start, cut.start()), Span(cut.end(), value.end)] if cut else [value]
        halves += sides if all(find_pair(text, side) for side in sides) else [value]
    return halves


_WIDE = re.compile(r"[ \u00a0]{2,}(?=[^\s.…])|\t+")
_SHORT_LEADER = re.compile(r"\s\.{1,2}\s")


def _lost_pair(text: str, line: Span, *, first: bool) -> Pair | None:
    short = find_short_leader(text, line)
    if short:
        return short
    wide = find_gap_pair(text, line)
    if wide:
        return wide
    words = list(WORD.finditer(text, line.start, line.end))
    glued = _GLUED.search(text, words[0].start() + 3, words[0].end()) if not first else None
    if glued and len(words) in (2, 3):
        return _sides(text, line, glued)
    if len(words) == 3:
        given = words[0 if first else 1]
        cut = words[2 if first else 1].start()
        if first and is_given_name(words[1].group()):
            return None  # "José Luis Gioia"
        if is_given_name(given.group()) and fold(words[1].group()) not in PARTICLES:
            return trim(text, Span(line.start, cut)), trim(text, Span(cut, line.end))
    return None


def read_run(text: str, value: Span, known: KnownNames, mark: re.Pattern[str] = DOTS) -> list[Part]:
    """`Character ..... Actor Character ..... Actor`: the words between two leaders are cut in two.

    Trade papers set the character first; only a first name that the prose puts
    in brackets, as actors are, says otherwise.
    """
    marks = list(mark.finditer(text, value.start, value.end))
    bounds = [value.start, *[b for m in marks for b in (m.start(), m.end())], value.end]
    segments = [trim(text, Span(bounds[k], bounds[k + 1])) for k in range(0, len(bounds), 2)]
    actor_first = (
        fold(segments[0].of(text)) in known.bracketed and fold(segments[-1].of(text)) not in known.bracketed
    )
    cut_name = cut_last_name if actor_first else cut_first_name
    parts: list[Part] = []
    left = segments[0]
    for segment in segments[1:]:
        is_last = segment is segments[-1]
        cut = segment.end if is_last else cut_name(text, segment, known)
        right, following = cut_at(text, segment, cut)
        actor, role = (left, right) if actor_first else (right, left)
        if actor.start < actor.end:
            mention = make_mention(text, actor)
            shown = Span(left.start, max(left.end, right.end))
            parts.append(Part(mention, clean_character(role.of(text)), shown))
        left = following
    return [p for p in parts if is_actor(p.actor)]
