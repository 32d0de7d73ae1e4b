"""Other films that a page mentions: earlier ones, ones compared, and those its teasers are about.

A title in quotation marks (or set off as the house sets titles) that is not the
film's own and not a book's, a song's or a play's is another film. Its director is
given only where the wording ties the two: a possessive, "director of", "helmer X
(“Film”)", or the film's own director and a title in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.extraction.films.film_directors import with_directors
from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.masking import DIRECTOR, FULL, PROSE_KINDS, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.own_film import is_biography_head
from filmgraph.extraction.prose.phrases import Phrase, PhraseBook, build_book, compile_phrase
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.model.document import Span
from filmgraph.model.facts import Evidence, OtherFilmFact, SourceWorkFact
from filmgraph.model.names import fold, fold_title

_OWNED_TITLE = re.compile(r"([^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+){0,2})['’]s ([^\W\d_a-z].*)")
_NOTE = re.compile(r" [(\[][^()\[\]\d]*[)\]]$")  # "(short)"
_READ_IN_SENTENCES = frozenset({"other/mentioned", "other/teaser"})
_FILMOGRAPHY_LINE = re.compile(
    r"^[\s•*\-–]*(?:(?:19|20)\d\d\s*[:–—-]?\s+(?P<after>[^\W\d_][^\n:;|]{1,60})|(?P<before>[^\W\d_][^\n:;"
    r"|()]{1,60}?)\s*[(,]\s*(?:19|20)\d\d\)?)\s*$"
)


def find_other_films(
    prose: Prose, sources: Iterable[SourceWorkFact], listed: Iterable[OtherFilmFact] = ()
) -> Iterator[OtherFilmFact]:
    """The other films of a page, each title once, with the director where the wording gives one.

    `listed` are those that its lists, brackets and programmes give.
    """
    sources = tuple(sources)
    barred = {fold_title(s.title) for s in sources if s.title and s.kind != "film"}
    barred |= prose.own_titles
    found: dict[str, OtherFilmFact] = {}
    listed = tuple(listed)
    whole = {f" {fold_title(f.title)} " for f in listed}
    parts: dict[str, bool] = {}  # each title is compared once, however often a page repeats it
    for fact in (*listed, *_all(prose)):
        key = fold_title(fact.title)
        if not key or key in barred:
            continue
        if whole and fact.evidence.rule in _READ_IN_SENTENCES:
            if key not in parts:
                parts[key] = any(_holds(w, f" {key} ") for w in whole)
            if parts[key]:
                continue  # a part of a title that a bracket or a list gives, or one with words before it
        held = found.get(key)
        if held is None or (held.director is None and fact.director):
            found[key] = fact
    for source in sources:
        if source.kind == "film" and source.title and fold_title(source.title) not in prose.own_titles:
            found.setdefault(
                fold_title(source.title), OtherFilmFact(source.title, source.author, source.evidence)
            )
    yield from with_directors(prose, found.values())


def _holds(whole: str, part: str) -> bool:
    """Whether of two different titles one is a part of the other, or ends with it."""
    return whole != part and (part in whole or part.endswith(whole))


def _all(prose: Prose) -> Iterator[OtherFilmFact]:
    for piece in prose.pieces:
        yield from _in_piece(prose, piece, "other/mentioned")
    for piece in prose.teasers:
        yield from _in_piece(prose, piece, "other/teaser")
    yield from _filmography(prose)
    for piece in prose.credits:
        yield from _in_brackets(prose, piece)
    if not prose.quotes_titles:
        for piece in prose.pieces:
            yield from _behind_player(prose, piece)
    yield from _page_numbers(prose)


def _in_piece(prose: Prose, piece: Piece, rule: str) -> Iterator[OtherFilmFact]:
    if TITLE not in piece.masked:
        return
    directors = _directors_in(prose, piece)
    for at, mark in piece.marks.items():
        if mark.sign != TITLE or _is_no_film(piece, at, mark, prose):
            continue
        director = directors.get(at)
        if director is None and piece.is_biography:
            director = " and ".join(prose.directors) or None
        title = mark.text
        owner, rest = _owned(title, prose)
        if owner and (" " in owner or prose.references.knows(owner)):
            title, director = rest, director or prose.references.resolve(owner)
        yield OtherFilmFact(title, director, _evidence(prose, piece, at, rule))


def _owned(title: str, prose: Prose) -> tuple[str, str]:
    """Whose a title is that begins with a possessive, and what it is: "Lee Chang-dong's Poetry"."""
    match = _OWNED_TITLE.match(title)
    if match is None or (
        " " in match[1] and not (is_given_name(match[1].split()[0]) or prose.is_director(match[1]))
    ):
        return "", title
    return match[1], match[2]


def _directors_in(prose: Prose, piece: Piece) -> dict[int, str]:
    """The director of each title of a piece whose wording gives one, by masked offset."""
    found: dict[int, str] = {}
    for phrase, match in _phrases().find(piece):
        name = _director(prose, piece, phrase, match)
        if name is None or _EACH_HIS.match(piece.masked, match.end()):
            continue
        for offset in range(*match.span("title")):
            if offset in piece.marks and piece.marks[offset].sign == TITLE:
                found.setdefault(offset, name)
    return found


# "“A” and “B,” by Erice and by Saura": each film has its own.
_EACH_HIS = re.compile(
    rf" (?:and|et|und|y|e|og|och|en) (?:by |de |d['’]|di |von |van |av |af |do |da )"
    rf"[{FULL}{SINGLE}{DIRECTOR}]"
)


def _director(prose: Prose, piece: Piece, phrase: Phrase, match: re.Match[str]) -> str | None:
    mark = None
    if "p" in match.re.groupindex and match.group("p"):
        mark = piece.marks[match.start("p")]
    if phrase.group == "own director":
        if mark is not None and not (mark.sign == DIRECTOR or _is_own(prose, mark)):
            return None
        named = _APPOSED.search(piece.masked, 0, match.start()) if mark is None else None
        if named and not _is_own(prose, piece.marks[named.start()]):
            return None
        return " and ".join(prose.directors) or None
    if mark is None:
        return None
    if mark.sign == DIRECTOR:
        return " and ".join(prose.directors) or None
    if mark.sign == TEAM:
        team = prose.references.find_team(mark.text)
        return " and ".join(team.members) or team.name if team else None
    if phrase.group == "director by deed" and _SUPPOSED.search(piece.masked, 0, match.start()):
        return None
    if phrase.group == "director by deed" and mark.sign == SINGLE and not prose.references.knows(mark.text):
        return None
    name = prose.references.resolve(mark.text)
    if fold(name) in prose.block_names and not prose.is_director(name) and "direct" not in match.group():
        # "Cotillard's “La Vie en rose”": a player's film, not one she directed.
        return None
    return name


# "Sjöström, once the director of “T”": who stands in apposition to it
_APPOSED = re.compile(rf"[{FULL}{SINGLE}{TEAM}],(?: [a-zà-ÿ]+){{0,3}} ?$")
# "Had Hitchcock made “Blue Velvet” …": he did not.
_SUPPOSED = re.compile(r"\b(?:had|if|should|could|would|might|as if|as though) $")


def _is_own(prose: Prose, mark: Mark) -> bool:
    if mark.sign == TEAM:
        team = prose.references.find_team(mark.text)
        return bool(team) and any(prose.is_director(m) for m in (team.members if team else ()))
    return prose.is_director(mark.text)


@lru_cache(maxsize=1)
def _phrases() -> PhraseBook:
    lines = load_lines("prose_others")
    return build_book(
        compile_phrase(g, line) for g in ("director", "director by deed", "own director") for line in lines[g]
    )


def _is_no_film(piece: Piece, at: int, mark: Mark, prose: Prose) -> bool:
    before = piece.masked[max(0, at - 40) : at]
    after = piece.masked[at + 1 : at + 24]
    if _words("no_film", "before").search(before) or _words("no_film_after", "after").match(after):
        return True
    if _heard_or_read().search(piece.masked, max(0, at - 60), at):
        return True
    if len(fold_title(mark.text)) < 2 or mark.text.isdigit():
        return True
    in_name = piece.section in PROSE_KINDS and _NICKNAME.search(before) and after[1:2] in _NAMES
    if in_name and " " not in mark.text:
        return True  # Otis “Cookie” Figowitz
    quoted = prose.page.text[mark.span.start] in _MARKS
    words = mark.text.split()
    if not quoted and after[:2] != " (" and _is_person(words):
        return True  # "nine years after X, Argentina's Lucrecia Martel"
    owner = _OWNER.search(before)
    if owner:
        name = piece.marks[at - len(before) + owner.start()].text
        if fold(name).split()[-1] in load_patterns("prose_others")["author"]:
            return True
    # A nickname in front of a name, a name the credits know or a periodical is no title.
    return fold(mark.text) in prose.block_names or fold(mark.text) in _periodicals()


@lru_cache(maxsize=1)
def _periodicals() -> frozenset[str]:
    return frozenset(map(fold, load_lines("source_ties")["periodical"]))


_NAMES = frozenset({FULL, SINGLE})
_NICKNAME = re.compile(rf"[{FULL}{SINGLE}] $")
_MARKS = frozenset("“\"„«‘'*_")


def _is_person(words: list[str]) -> bool:
    """Whether the words of an unquoted title are a person's name, perhaps with a country's before it."""
    if len(words) > 2 and words[0].endswith(("'s", "’s")):
        words = words[1:]
    return 2 <= len(words) <= 3 and is_given_name(words[0]) and looks_like_person(" ".join(words))


_OWNER = re.compile(rf"[{FULL}{SINGLE}](?:['’]s? (?:[\w’'-]+ ){{0,2}}| \()$")


@lru_cache(maxsize=1)
def _heard_or_read() -> re.Pattern[str]:
    """What a person in the film reads, sings or hears, in one clause with the title."""
    words = "|".join(re.escape(w) for w in load_lines("prose_others")["no_film_clause"])
    return re.compile(
        rf"(?<![\w-])(?:{words})(?![\w-])[^.;:,()\ue000-\ue0ff]{{0,24}}(?:[{FULL}{SINGLE}]['’]?s? )?$"
    )


@lru_cache(maxsize=4)
def _words(group: str, place: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(load_lines("prose_others")[group], key=len, reverse=True))
    if place == "after":
        return re.compile(rf",? (?:[{FULL}{SINGLE}{TEAM}{DIRECTOR}] )?(?:{words})(?![\w-])")
    return re.compile(rf"(?<![\w-])(?:{words}),? ?(?:is |was )?[“\"‘'«„]?$")


def _evidence(prose: Prose, piece: Piece, at: int, rule: str) -> Evidence:
    quote = piece.quote(at, at + 1)
    if quote.end - quote.start > MAX_QUOTE:
        quote = piece.marks[at].span
    return Evidence(quote, quote.of(prose.page.text), rule, piece.section, 0.85)


def _filmography(prose: Prose) -> Iterator[OtherFilmFact]:
    """Lines of year and title under a filmography's or biography's heading: the director's films."""
    page, text = prose.page, prose.page.text
    director = " and ".join(prose.directors) or None
    under = False
    for i, line in enumerate(page.lines):
        words = line.of(text)
        if len(words) > 100:
            continue
        if is_biography_head(words):
            under = True
            continue
        match = _FILMOGRAPHY_LINE.match(words) if under else None
        if match:
            group = "after" if match.group("after") else "before"
            title = _NOTE.sub("", match.group(group).strip())
            start = line.start + match.start(group)
            evidence = Evidence(
                Span(start, start + len(title)), title, "other/filmography", page.kinds[i], 0.8
            )
            yield OtherFilmFact(title, director, evidence)


# "Main Cast: Michael Keaton (Batman, Birdman) as Walter Robinson"; "Director: Tom McCarthy (The Cobbler, …)".
_FILMS_OF_PLAYER = re.compile(rf"[{FULL}{SINGLE}] ?\(([^()\n]{{2,120}})\) as [\ue000-\ue0ff]")
_FILMS_OF_DIRECTOR = re.compile(
    rf"(?:director|directed by|directors)s?:? ?([{FULL}{SINGLE}]) ?\(([^()\n]{{2,120}})\)"
)
_PAGE_NUMBER = re.compile(r"[»•|>] ?([^\W\d_a-z][^»•|>\n]{1,60}?) p\.? ?\d{1,3}(?=\s|$)")


def _in_brackets(prose: Prose, piece: Piece) -> Iterator[OtherFilmFact]:
    """Films in brackets behind a name of the credits: a player's where the part follows, a director's."""
    for match in _FILMS_OF_PLAYER.finditer(piece.masked):
        yield from _listed(prose, piece, match.span(1), None)
    for match in _FILMS_OF_DIRECTOR.finditer(piece.masked):
        name = piece.marks[match.start(1)].text
        yield from _listed(prose, piece, match.span(2), prose.references.resolve(name))


def _behind_player(prose: Prose, piece: Piece) -> Iterator[OtherFilmFact]:
    """ "Matthias Schoenaerts (Bullhead)" where titles are not quoted, unless the name is a part's."""
    for match in _FILMS_OF_NAME.finditer(piece.masked):
        name = piece.marks[match.start(1)].text
        director = prose.references.resolve(name) if prose.is_director(name) else None
        for mark in piece.inside(*match.span(2), SINGLE + FULL):
            if " " in mark.text and fold(prose.references.resolve(mark.text)) in prose.block_names:
                continue
            evidence = Evidence(mark.span, mark.span.of(prose.page.text), "other/bracket", piece.section, 0.7)
            yield OtherFilmFact(mark.text, director, evidence)
    for match in _FILM_OF_PLAYER.finditer(piece.masked):
        player, film = piece.marks[match.start(1)], piece.marks[match.start(2)]
        known = fold(prose.references.resolve(player.text)) in prose.block_names
        if known and prose.page.text.count(film.text) == 1 and not prose.references.knows(film.text):
            director = prose.references.resolve(player.text) if prose.is_director(player.text) else None
            evidence = Evidence(film.span, film.span.of(prose.page.text), "other/bracket", piece.section, 0.7)
            yield OtherFilmFact(film.text, director, evidence)


# Two capitals and more in a bracket behind a full name: films, where the house does not quote them.
_FILMS_OF_NAME = re.compile(
    rf"({FULL}) \(([{SINGLE}{FULL}{TITLE}](?:,? (?:and )?[{SINGLE}{FULL}{TITLE}])+)\)"
)
_FILM_OF_PLAYER = re.compile(rf"({FULL}) \(({SINGLE})\)")


def _listed(
    prose: Prose, piece: Piece, where: tuple[int, int], director: str | None
) -> Iterator[OtherFilmFact]:
    whole = piece.span(*where)
    text = prose.page.text
    at = whole.start
    for item in re.split(r"([,;/])", whole.of(text)):
        title = item.strip(" “”\"'‘’«»")
        if title[:1].isupper() or title[:1].isdigit():
            start = at + item.index(title)
            span = Span(start, start + len(title))
            yield OtherFilmFact(
                title, director, Evidence(span, span.of(text), "other/bracket", piece.section, 0.8)
            )
        at += len(item)


def _page_numbers(prose: Prose) -> Iterator[OtherFilmFact]:
    """Films that a magazine's header sends to other pages: "» After The Battle p7"."""
    page = prose.page
    for i, line in enumerate(page.lines):
        if page.kinds[i] in PROSE_KINDS[2:] or line.end - line.start > 400:
            continue
        for match in _PAGE_NUMBER.finditer(page.text, line.start, line.end):
            span = Span(*match.span(1))
            yield OtherFilmFact(
                span.of(page.text),
                None,
                Evidence(span, span.of(page.text), "other/teaser", page.kinds[i], 0.8),
            )
