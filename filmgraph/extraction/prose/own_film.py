"""The film under review as its page speaks of it: its titles and its directors.

Other readers must know both before they read: a quoted title that is not the
film's own is another film, and "the director", "his follow-up" or a life of the
director under the notes are about the film's director.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.crew.director_brackets import find_bracketed_directors
from filmgraph.extraction.crew.director_lines import find_director_lines
from filmgraph.extraction.crew.labels import find_label_credits
from filmgraph.extraction.films.film_lists import find_entries
from filmgraph.extraction.names.mentions import looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.full_names import full_names
from filmgraph.extraction.prose.masking import DIRECTOR, FULL, OWN, SINGLE, TITLE, Mark, Piece
from filmgraph.extraction.prose.quoted import Quotation
from filmgraph.extraction.references import References
from filmgraph.extraction.settle import FoundCredit
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_title, is_article


def _words(group: str) -> str:
    """The words of a group of the pattern file, the longer first, as alternatives."""
    lines = sorted(load_lines("own_film")[group], key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, lines)) + ")"


_RETITLED = re.compile(rf"\b{_words('retitled')}[:,]? $", re.I)
_LOWER_NAME = re.compile(r"\s*([a-z]{4,20})\s*$")
_SEPARATORS = (" / ", "/ ", ": ", " – ", " - ", " (")
_DIRECTOR_IN_PROSE = re.compile(
    rf"(?:directed by|réalisé par|réalisée par|inszeniert von|dirigida por|dirigido por|diretto da"
    rf"|writer-director(?:-producer)?"
    rf"|(?<!theater )(?<!theatre )(?<!stage )(?<!casting )(?<!art )director|helmer|written and directed by) "
    rf"(?P<who>[{FULL}{SINGLE}](?:(?:,| and| &) [{FULL}{SINGLE}])*)(?! \([{FULL}])"
    rf"|(?P<whose>[{FULL}{SINGLE}])['’]s? (?:[\w-]+ ){{0,3}}(?:first|second|third|fourth|fifth|sixth|debut"
    rf"|sophomore|latest|new|next)"
    r" (?:feature|film|outing|picture|work)"
    rf"|(?:long métrage|(?:premier|deuxième|troisième|quatrième|cinquième|sixième|septième|dernier"
    rf"|nouveau) film) d(?:e |['’])(?P<de>{FULL})"
    rf"|(?P<turned>{FULL})(?: \([^()\n]{{1,80}}\))? (?:wrote and )?(?:directs|directed)"
    rf"(?: (?:{OWN}|the film\b|it\b)|[.;,])"
)
_FILM_BY = re.compile(rf"(?i:{_words('film by')})(?:\s+|(?<=['’]))(?=[^\W\d_a-z])")
_FACTS = re.compile(r"\b(?:19|20)\d\d\b.*\d{2,3}\s?(?:['’′]|min|m\b)")
# "Regie Mike van Diem  Met o.a. Jan Decleir": in one line the cast goes on.
_PLAYERS_FOLLOW = re.compile(rf"\s{_words('players follow')}\s(?=\S)")
_BIOGRAPHY = re.compile(_words("director's life"), re.I)


def find_own_titles(page: Page, quotations: Iterable[Quotation]) -> tuple[frozenset[str], str | None]:
    """All titles of the film, folded, and the first as printed.

    Beside the page's titles: both halves of a double title, a quoted title that a
    short line repeats (a masthead), and what the film was "formerly titled".
    """
    titles = [t.text for t in page.titles if t.kind != "quoted"] or [t.text for t in page.titles[:1]]
    own = {fold_title(t) for t in titles}
    for title in titles:
        for separator in _SEPARATORS:
            head, found, tail = title.partition(separator)
            if found:
                own |= {fold_title(head), fold_title(tail.strip(") "))}
    quotations = tuple(quotations)
    if not titles and quotations and quotations[0].span.start < 400:
        # No headline: a capsule begins with its film ("“Manchester by the Sea” (R, 137 min.) …").
        titles, own = [quotations[0].text], {fold_title(quotations[0].text)}
    first = titles[0] if titles else None
    short = _short_lines(page)
    for quotation in quotations:
        folded = fold_title(quotation.text)
        if folded in short and page.kind_at(quotation.span.start) in ("strapline", "body"):
            if not own & {folded}:
                first = quotation.text
            own.add(folded)
        if _RETITLED.search(page.text, max(0, quotation.span.start - 20), quotation.span.start):
            own.add(folded)
    return frozenset(own - {""}), first


def _short_lines(page: Page) -> frozenset[str]:
    kinds = ("teasers", "body", "byline", "cast", "crew")
    return frozenset(
        fold_title(line.of(page.text))
        for line, kind in zip(page.lines, page.kinds, strict=True)
        if line.end - line.start < 90 and kind not in kinds
    )


def find_own_forms(page: Page) -> tuple[str, ...]:
    """The film's titles as they may stand unquoted, in the letter cases a heading may use; longest first."""
    titles = {t.text for t in page.titles if t.kind != "quoted" and 2 <= len(t.text) <= 90}
    return tuple(sorted({f for t in titles for f in (t, t.upper(), t.title())}, key=lambda f: (-len(f), f)))


def find_labelled_directors(page: Page) -> tuple[str, ...]:
    """The names under a director's label, as printed."""
    found: dict[str, None] = {}
    directed = [i for i in page.items if any("director" in reading for reading in i.label.readings)]
    others = _listed_films(page) if len(directed) > 1 else []
    for item in directed:
        if any(o.start <= item.label.span.start < o.end for o in others):
            continue  # "Also released: Hulk. Directed by Ang Lee"
        for value in item.values:
            near = Span(value.start, min(value.end, value.start + 200))
            players = _PLAYERS_FOLLOW.search(page.text, near.start, near.end)
            near = Span(near.start, players.start()) if players else near
            names = list(full_names(page.text, near))
            families = {n.split()[-1] for n in names}
            # "Jean-Pierre et Luc Dardenne": the list knows whose surname is shared.
            listed = (m.text for m in split_names(page.text, near) if looks_like_person(m.text))
            names += [n for n in listed if len(n.split()) == 2 and n.split()[-1] in families]
            alone = None if names else _LOWER_NAME.match(near.of(page.text))
            found.update(dict.fromkeys([*names, *([alone[1]] if alone else [])]))
    return tuple(found) or tuple(_under_title(page)) or _credited(page)


def _listed_films(page: Page) -> list[Span]:
    """What the page's lists and programmes say of other films."""
    return page.once("listed films", lambda: [e.extent for e in find_entries(page, page.text)])


def _credited(page: Page) -> tuple[str, ...]:
    """The directors that credits give in another form: letters, "Surname, Given", "de X / avec Y"."""
    roles = load_roles()
    credits = (
        *find_label_credits(page, roles),
        *find_director_lines(page, roles),
        *find_bracketed_directors(page, roles),
    )
    found = (c.agent for c in credits if isinstance(c, FoundCredit) and c.role == "director")
    return tuple(dict.fromkeys(found))


def _under_title(page: Page) -> Iterable[str]:
    """The director of a line under the title, with the film's country and year on the next one."""
    for n, line in enumerate(page.lines[:12]):
        match = _FILM_BY.match(page.text, line.start, line.end)
        if match and n + 1 < len(page.lines) and _FACTS.search(page.lines[n + 1].of(page.text)):
            where = Span(match.end(), line.end)
            names = [m.text for m in split_names(page.text, where)]
            if names and all(" " in name and looks_like_person(name) for name in names):
                return names
    return ()


def find_prose_directors(pieces: tuple[Piece, ...], references: References) -> tuple[str, ...]:
    """The names that the prose gives as the film's directors where no label does."""
    for piece in pieces:
        for match in _DIRECTOR_IN_PROSE.finditer(piece.masked):
            where = match.span(match.lastgroup or 0)
            found = [references.resolve(m.text) for m in piece.inside(*where) if references.knows(m.text)]
            if found:
                return tuple(dict.fromkeys(found))
    antecedent = find_antecedent(pieces)
    return (references.resolve(antecedent[1].text),) if antecedent else ()


def find_antecedent(pieces: tuple[Piece, ...]) -> tuple[Piece, Mark, Mark] | None:
    """Whom "the director" means where nothing else says it: the last person named in full before.

    Gives the piece, the name's mark and the mark of "the director"; a name in
    brackets or with a bracket behind it is a player's or a part's.
    """
    for piece in pieces:
        last: Mark | None = None
        place = 0
        for at in sorted(piece.marks) if piece.section != "headline" else ():
            mark = piece.marks[at]
            if mark.sign == DIRECTOR and _is_another(piece.masked, place, at):
                last = None  # "Arthur Harari, himself the director of “Onoda”"
            elif mark.sign == DIRECTOR and last and _speaks_of(piece, place, at):
                return piece, last, mark
            in_brackets = piece.masked[at - 1 : at] == "(" or piece.masked[at + 1 : at + 3] == " ("
            if mark.sign == FULL and not in_brackets:
                last, place = mark, at
    return None


def _is_another(masked: str, name: int, noun: int) -> bool:
    """Whether "the director" is another film's, or not who was named before ("X, the director’s wife")."""
    beside = masked[name + 1 : noun] in (", ", " and ", " with ", ", and ")
    return bool(
        _OF_OTHER.match(masked, noun + 1)
        or masked.endswith((" not ", " unlike "), 0, noun)
        or (beside and masked.startswith(("'s ", "’s "), noun + 1))
    )


_OWN_NOUN = re.compile(
    r"\bin (?:his|her|their) (?:[\w-]+ ){0,3}(?:film|feature|movie|picture|debut|outing|documentary)\b"
)
_OF_OTHER = re.compile(rf" (?:of|de|von|di|behind) {TITLE}")


def _speaks_of(piece: Piece, name: int, noun: int) -> bool:
    """Whether "the director" may mean a name before: in its sentence, or where the film is named beside."""
    start = piece.sentence_start(noun)
    if start <= name:
        return True
    sentence = piece.masked[start : noun + 120].split(". ", 1)[0]
    # "In her first feature since then the filmmaker follows …": the film is named by a noun of its own.
    return OWN in sentence or bool(_OWN_NOUN.search(sentence))


def find_biographies(page: Page, directors: tuple[str, ...]) -> frozenset[int]:
    """Where the paragraphs begin that stand under the director's name or under a biography's heading."""
    found: set[int] = set()
    names = {fold(d) for d in directors}
    values = {value.start for item in page.items for value in item.values}
    under = False
    for i, line in enumerate(page.lines):
        if line.end - line.start >= 60:
            if under:
                found.add(line.start)
            continue
        # A heading of its own, not the name in a list of credits: prose follows right away.
        prose_next = i + 1 < len(page.lines) and page.lines[i + 1].end - page.lines[i + 1].start > 80
        words = line.of(page.text).strip(" *_:#=-")
        # "Director: / Ann Lee" above a review is a label's value.
        named = i > 6 and prose_next and line.start not in values and fold(words) in names
        # "The director" as a page's heading over a paragraph.
        titled = prose_next and page.layout.blocks[i] == "heading" and _names_director(words)
        heads = named or titled or is_biography_head(words)
        under = heads or (under and not prose_next)
    return frozenset(found)


def _names_director(words: str) -> bool:
    """Whether a heading is an article and a director's word, as no label is: "The director", "Il regista"."""
    first, _, rest = fold(words).partition(" ")
    return is_article(first) and any(role.id == "director" for role in load_roles().find(rest))


def is_biography_head(words: str) -> bool:
    """Whether a line is the heading of a director's life or list of films."""
    return bool(_BIOGRAPHY.match(words))
