"""Jobs that a sentence names but does not give: negated, former, planned, and other people's.

"Not Oleg Mutu this time", "Melville, for whom it was first intended", "casting
director", "a novel written by …": the words beside a job decide. The lists stand in
`patterns/prose_denials.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.masking import COMPANY, FULL, SINGLE, TITLE, Piece

# Before a match a clause ends here; an opening bracket ends one too.
# One set of signs begins the pattern, which is searched for faster than a choice.
_CLAUSE = re.compile(
    r"[.;:!?\n(, ](?:(?<=[.;:!?\n(])|(?<=,) (?:but|and|yet|while|then|mais|et|und|aber|pero|y|ma|e|ed"
    r"|mas|for|men|og|och|maar|want|denn|ale|lecz) "
    r"|(?<= )(?:but|mais|sondern|sino) )"
)
_CLAUSE_END = re.compile(r"[.;:!?\n)]|, (?:this time|but|and|mais|und|aber|pero|ma) ")
_OTHER_FILM = re.compile(
    rf"(?:{TITLE}|[{FULL}{SINGLE}]['’]s? [{FULL}{SINGLE}{COMPANY}])"
    rf"(?:,|,? \(| \(\d{{4}}\),?)? ?(?:[\w-]+ by [{FULL}{SINGLE}](?:(?:,| and|, and) [{FULL}{SINGLE}])*,? )*"
    rf"(?:(?:which|that) (?:was|is) |also |was |is |a |the "
    rf"|[\w-]+ ){{0,4}}$"
)
# "“The Departed” (screenplay by ⟨X⟩)": the bracket is about the film before it.
_IN_ITS_BRACKET = re.compile(rf"{TITLE} \([^()\n]*\Z")
_FILM_NOUN = re.compile(r"(?:film|movie|picture|pic|feature)(?!\w)")
_REACH = 70
# "the detective is filmed by", "he was then cut by", "⟨X⟩ gets shot by"; behind "film" it is the film.
_PASSIVE = re.compile(
    rf"(?P<noun>[\w’'-]+|[{FULL}{SINGLE}]),?"
    r" (?:(?:is|was|are|were|be|been|being|gets|got|get|has been|had been|have been) )"
    r"(?:\w+ly |then |later |soon |also |being |been |once ){0,2}$"
)


def is_denied(piece: Piece, start: int, end: int) -> bool:
    """Whether the clause around a match takes away the job that the match gives.

    `start` and `end` are the match's range in the masked text.
    """
    if _IN_ITS_BRACKET.search(piece.masked, max(0, start - _REACH), start):
        return True
    before = clause_before(piece, start)
    if _words("before", "any").search(before) or _words("job_before", "end").search(before):
        return True
    if _words("hypothetical", "end").search(before):
        return True
    # "As on “A Prophet,” he shares …" is about this film; "“The Road,” shot by …" is not.
    subject = piece.marks.get(start) or piece.masked.startswith(("he ", "she "), start)
    if not subject and _OTHER_FILM.search(before):
        return True
    return bool(_words("after", "any").search(clause_after(piece, end)))


def is_of_object(piece: Piece, start: int, *, written: bool) -> bool:
    """Whether what is written, designed or scored right before `start` is a novel or a song, not the film."""
    before = clause_before(piece, start)
    group = "object_before" if written else "staged_before"
    # "His last picture, written by …": the phrase begins with the film, which may be another one.
    film = _FILM_NOUN.match(piece.masked, start)
    around = f"{before}{film.group()} " if film else before
    return bool(_words(group, "end").search(before) or _words("not_the_film", "end").search(around))


def is_part_denied(piece: Piece, start: int) -> bool:
    """Whether the words right before a player take the part away: "instead of ⟨X⟩ playing ⟨Y⟩"."""
    return bool(_words("part_before", "end").search(piece.masked, max(0, start - 30), start))


# "Shooting began with X in the lead, since written out".
_REPLACED = re.compile(
    r"\b(?:written out|was replaced|were replaced|dropped out|fell ill|took ill|(?:shooting|lensing|filming)"
    r" (?:began|started) with|(?:originally|first|at first),? (?:they |he |she |they['’]d |they had )?"
    r"(?:had )?(?:cast|engaged|hired|signed|wanted)|was to have)\b"
)


def is_replaced(piece: Piece, start: int, end: int) -> bool:
    """Whether the sentence around a masked range tells of players who are not in the film after all."""
    stop = piece.masked.find(".", end)
    last = stop if 0 <= stop < end + 90 else end + 90
    return _REPLACED.search(piece.masked, piece.sentence_start(start), last) is not None


def is_of_person(piece: Piece, start: int) -> bool:
    """Whether a passive right before `start` is of someone in the story: "he was shot by"."""
    before = piece.masked[max(0, start - 60) : start]
    subject = _PASSIVE.search(before)
    return subject is not None and subject["noun"] not in load_patterns("prose_denials")["is_a_film"]


def clause_before(piece: Piece, start: int) -> str:
    """The masked words of the clause before `start`, at most some seventy characters."""
    words = _last_clause(piece.masked[max(0, start - _REACH) : start])
    return _spelled(piece, words, start - len(words))


@lru_cache(maxsize=256)
def _last_clause(words: str) -> str:
    """The words behind the last end of a clause; several rules ask for those before one match."""
    cut = 0
    for match in _CLAUSE.finditer(words):
        cut = match.end()
    return words[cut:]


def _spelled(piece: Piece, words: str, start: int) -> str:
    """Words from `start` on, a lone capital that begins a sentence spelled out: it may be no name."""
    if words[:1] != SINGLE or words[1:2] != " ":
        return words
    begins = start == 0 or piece.masked[start - 1] == "\n" or piece.masked[start - 2] in ".!?"
    return piece.marks[start].text.lower() + words[1:] if begins else words


def clause_after(piece: Piece, end: int) -> str:
    """The masked words of the clause behind `end`, at most some forty characters."""
    window = piece.masked[end : end + 40]
    cut = _CLAUSE_END.search(window)
    return window[: cut.start()] if cut else window


@lru_cache(maxsize=16)
def _words(group: str, place: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(load_lines("prose_denials")[group], key=len, reverse=True))
    tail = r"[ -](?:\w+-)?$" if place == "end" else r"(?![\w-])"
    if place == "end":
        # "a novel, written by", "the song that was written by" keep their object in reach.
        tail = r"(?:[ -]|,? (?:that |which )?(?:was |were |is |are |had been )?(?:\w+ly )?)$"
    return re.compile(rf"(?<![\w-])(?:{words}){tail}")
