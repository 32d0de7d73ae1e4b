"""Which parts of a page are not its own: what leads elsewhere, and articles that follow the one it is about.

A part is told by its kind, by how much of it is links, and by its headline. A page that goes on loading
has further articles below its own, each with a headline; the page's title is that of the first.
"""

from __future__ import annotations

import re

from filmgraph.reading.pieces import About, Parsed, Region

# Measured on teaser boxes of news pages against lists of names: linked headlines
# have six words and more, linked names two or three.
_HEADLINE_WORDS = 4.5
_MENU_WORDS = 1.6
_FEWEST_LINKS = 4
_PARTS = re.compile(r"\s+[|•·–—:»›-]+\s+|\s*\|\s*")
_WORDS = re.compile(r"[^\W_]+")
_MOST_PARTS = 6
_LEAST_WORDS = 3  # of a headline that the page's title cuts short
_MOST_MORE = 2  # words, and figures, that a page's title adds to a headline: "movie review (2012)"


def find_regions_away(page: Parsed) -> list[bool]:
    """For each region whether it is not the page's own, by its kind and by how much of it is links."""
    regions = page.regions
    sums = [[0, 0, 0, 0] for _ in regions]  # characters, linked characters, links, words in links
    on_top = bool(page.about.headline)  # until the first headline
    above: set[int] = set()
    for piece in page.pieces:
        on_top = on_top and not (piece.place.kind == "heading" and piece.place.level == 1)
        if piece.place.region >= 0:
            if on_top:
                above.add(piece.place.region)
            _add(
                sums[piece.place.region],
                (len(piece.text), piece.link_characters, piece.links, piece.link_words),
            )
    for i in range(len(regions) - 1, -1, -1):
        parent = regions[i].parent
        if parent >= 0:
            _add(sums[parent], tuple(sums[i]))
            regions[parent].has_headline |= regions[i].has_headline
    whole = sum(len(piece.text) for piece in page.pieces)
    others = _find_other_articles(page)
    leads_away: list[bool] = []
    for n, (region, counts) in enumerate(zip(regions, sums, strict=True)):
        around = region.parent >= 0 and leads_away[region.parent]
        menu = n in above and _is_menu(region, counts)
        leads_away.append(around or n in others or menu or _leads_away(region, counts, whole))
    return leads_away


def _add(sums: list[int], more: tuple[int, ...]) -> None:
    for i, number in enumerate(more):
        sums[i] += number


def _leads_away(region: Region, counts: list[int], whole: int) -> bool:
    characters, linked, links, words = counts
    if region.has_headline or not characters:
        return False
    has_headlines = links > 1 and words >= _HEADLINE_WORDS * links
    if region.kind == "frame":
        return characters <= whole * 0.9
    if region.kind == "comments":  # a page that is nothing else is a forum's
        return characters <= whole * 0.8
    if region.kind in ("related", "unseen"):
        return characters <= whole * 0.5
    if region.kind in ("header", "foot"):
        return characters <= whole * 0.2
    if region.kind == "beside":
        return characters <= whole * 0.5 and linked >= characters * 0.15
    if region.kind == "aside":
        return characters <= whole * 0.5 and linked >= characters * 0.3 and has_headlines
    return region.kind == "list" and linked >= characters * 0.6 and has_headlines


def _is_menu(region: Region, counts: list[int]) -> bool:
    """Whether a list over the headline is a menu: nothing but links, most of one word, as names are not."""
    characters, linked, links, words = counts
    single = links >= _FEWEST_LINKS and words <= _MENU_WORDS * links
    return region.kind == "list" and single and linked >= characters * 0.9


# --- articles below the page's own -------------------------------------------------


def _find_other_articles(page: Parsed) -> set[int]:
    """The articles with a headline of their own, where the page's title is that of another."""
    articles = [n for n, region in enumerate(page.regions) if region.kind == "article"]
    if len(articles) < 2:
        return set()
    headlines = _find_headlines(page)
    own = [n for n in articles if n in headlines and _is_titled(page.about, headlines[n])]
    if not own:
        return set()
    kept = {*own, *_regions_around(page.regions, own[0])}
    return {n for n in articles if n in headlines and n not in kept}


def _find_headlines(page: Parsed) -> dict[int, str]:
    """The first headline in each article."""
    found: dict[int, str] = {}
    for piece in page.pieces:
        place = piece.place
        if place.kind == "heading" and place.level <= 2:
            for region in _regions_around(page.regions, place.region):
                if page.regions[region].kind == "article":
                    found.setdefault(region, piece.text)
                    break
    return found


def _regions_around(regions: list[Region], region: int) -> list[int]:
    """A region and those around it, from the inside out."""
    around = []
    while region >= 0:
        around.append(region)
        region = regions[region].parent
    return around


def _is_titled(about: About, headline: str) -> bool:
    """Whether a page is titled as a headline is, give or take a few words and the name of the site."""
    head = _WORDS.findall(headline.casefold())
    for title in {about.title, about.shared_title}:
        parts = _PARTS.split(title)[:_MOST_PARTS]
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                words = _WORDS.findall(" ".join(parts[start:end]).casefold())
                more = [word for word in words[len(head) :] if not word.isdigit()]
                same = words[: len(head)] == head[: len(words)]
                if same and (len(words) >= min(_LEAST_WORDS, len(head)) > 0) and len(more) <= _MOST_MORE:
                    return True
    return False
