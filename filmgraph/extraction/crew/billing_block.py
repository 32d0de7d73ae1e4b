"""The release sentence of trade reviews: who releases, presents, produced and backs a film.

"A Sony Pictures Classics (in U.S.)/UGC (in France) release of a UGC presentation
of a Page 114, Why Not Prods. production, co-produced with France 2 Cinema, in
association with Celluloid Dreams, with the participation of Canal Plus."

The sentence is read as a chain of clauses. A noun clause has its names in front
("… release of", "… presentation of", "… production"), a with-clause behind
("with the support of …").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.settle import BLOCK, Found, FoundCredit, build_quote
from filmgraph.extraction.text.countries import clean_territory, is_country, is_territory
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_CLAUSE = re.compile(
    r",?\s*\b(?:(?:in|with)\s(?:the\s)?(?:participation|support|help|backing|assistance|cooperation"
    r"|partnership"
    r"|association|collaboration|co-?production|arrangement|financial support|additional support)\s(?:of"
    r"|from|with|by)"
    r"|co-?produced\s(?:with|by)|produced\s(?:with|in association with|by)|made with the support of"
    r"|presented\s(?:with|by|in association with)|distributed by|released by|released through)\s",
    re.I,
)
_NOUN = re.compile(
    r"\s+presents?\san?\b|\s*,?\s*\b(?:(?:co-?)?productions?(?! (?:design|manage|super|coord))"
    r"|presentations?|release|co-?prod\.?)\b(?:\s+of(?:\s+an?)?\b)?"
    r"|\s+(?:PRESENTATION|PRODUCTION|RELEASE)\b(?:\s+OF(?:\s+AN?)?\b)?"
)
# The chain goes on behind a with-clause set into it: "presentation, in association with X, of a Y ...".
_RESUMED = re.compile(r",\s+of\s+an?\s+")
# "release (New World Pictures in U.S.) of a …": who releases it elsewhere.
_ABROAD = re.compile(
    r"\s\((?:through )?(?P<names>[^()\n]{3,50}?) in (?:the )?[A-Z][^()\n]{1,30}\)(?:\s+of(?:\s+an?)?\b)?"
)
_START = re.compile(r"(?:(?:Production|Produced)\s*:?\s*)?(?:\([^()\n]{2,80}\)\s*)?(?:An?\s)?")
_NOUN_ROLES = {
    "release": "distributor",
    "presentation": "presenter",
    "production": "production-company",
    "coproduction": "production-company",
    "coprod": "production-company",
}
_PRESENT = re.compile(r"(?<!\S)[^\W\d_]+(?=\s*:?$)")
_PRESENTS = frozenset(
    fold(verb)
    for verb in (
        "présente présentent present presents präsentiert präsentieren presenta presentan presentano "
        "presenteren "
        "presenteert apresenta apresentam"
    ).split()
)
_NAME_START = re.compile(r"[^\W_]?[^\W\d_a-zß-öø-ÿ]|\d|[a-z]\d")
_ARTICLE = re.compile(r"(?:An?|The)\s(?=[A-Z0-9])")


def find_release_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The companies of the page's release sentences, distributors with their territory."""
    for span in page.releases:
        yield from _read_sentence(page, roles, span)
    yield from _presenters(page)


def _presenters(page: Page) -> Iterator[FoundCredit]:
    """ "Why Not Productions and Page 114 present", the verb at the end of the line or on the next.

    Who stands under a label of his own ("in co-production with X") over the verb is what that label says.
    """
    labelled = {item.last_line for item in page.items if item.label.readings and item.values}
    for n, line in enumerate(page.lines):
        if page.kinds[n] in ("teasers", "body", "strapline", "byline") or line.end - line.start > 200:
            continue
        if "sent" not in page.text[max(line.start, line.end - 16) : line.end].lower():
            continue  # which is part of "presents" in all languages
        verb = _PRESENT.search(page.text, max(line.start, line.end - 16), line.end)
        if verb and fold(verb.group()) not in _PRESENTS:
            continue
        if verb and verb.start() > line.start:
            yield from _credits(
                page, "presenter", Span(line.start, verb.start()), Span(line.start, verb.end()), "noun"
            )
        elif verb and n and n - 1 not in labelled and page.kinds[n - 1] not in ("teasers", "body"):
            above = page.lines[n - 1]
            if any(looks_like_company(m.text) for m in split_names(page.text, above, company=True)):
                yield from _credits(page, "presenter", above, Span(above.start, verb.end()), "noun")


def _read_sentence(page: Page, roles: RoleCatalog, span: Span) -> Iterator[FoundCredit]:
    text = page.text
    start = _START.match(text, span.start, span.end)
    cursor = start.end() if start else span.start
    # The first with-clause ends the chain of nouns, but for a noun at its own end.
    clauses = list(_CLAUSE.finditer(text, cursor, span.end))
    chain_end = clauses[0].start() if clauses else span.end
    for noun in _NOUN.finditer(text, cursor, chain_end):
        names = Span(cursor, noun.start())
        role = _noun_role(noun)
        yield from _credits(page, role, names, Span(cursor, noun.end()), "noun")
        cursor = noun.end()
        abroad = _ABROAD.match(text, cursor, chain_end) if role == "distributor" else None
        if abroad:
            yield from _credits(page, role, Span(*abroad.span("names")), Span(*abroad.span("names")), "noun")
            cursor = abroad.end()
    for n, clause in enumerate(clauses):
        end = clauses[n + 1].start() if n + 1 < len(clauses) else span.end
        role = _clause_role(clause.group())
        value = Span(clause.end(), end)
        tail = _NOUN.search(text, value.start, value.end)
        resumed = _RESUMED.search(text, value.start, tail.start()) if tail else None
        if tail and resumed:
            yield from _credits(
                page,
                _noun_role(tail),
                Span(resumed.end(), tail.start()),
                Span(resumed.end(), tail.end()),
                "noun",
            )
            end, value = resumed.start(), Span(value.start, resumed.start())
        elif tail and tail.end() >= value.end - 2:
            value = Span(value.start, tail.start())
        yield from _credits(page, role, value, Span(clause.start(), end), "clause")


def _noun_role(noun: re.Match[str]) -> str:
    """The role of the names in front of "release of a", "presentation of a", "production"."""
    word = re.sub(r"s?( of( an?)?)?$", "", fold(noun.group())).replace(" ", "")
    return "presenter" if word.startswith("present") else _NOUN_ROLES.get(word, "production-company")


def _clause_role(words: str) -> str:
    folded = fold(words)
    for line in load_lines("clauses")["clause"]:
        word, _, role = line.partition("=")
        if fold(word) in folded:
            return role.strip()
    return "association"


def _credits(page: Page, role: str, names: Span, clause: Span, form: str) -> Iterator[FoundCredit]:
    text = page.text
    order = 0
    for mention in split_names(text, names, company=True):
        span = mention.span
        article = _ARTICLE.match(text, span.start, span.end)
        if article and not text.startswith("The", span.start):
            span = trim(text, Span(article.end(), span.end))
        name = " ".join(span.of(text).split())
        if not name or is_country(name) or not _NAME_START.match(name):
            name = _without_lead(name)
            if not name:
                continue
            span = Span(span.end - len(name), span.end)
        order += 1
        territory = None
        if role == "distributor" and mention.note and is_territory(mention.note):
            territory = clean_territory(mention.note)
        end = (mention.note_span.end + 1) if territory and mention.note_span else None
        start = clause.start if form == "clause" else span.start
        quote = build_quote(start, span, end)
        if form == "noun" and clause.end - span.start <= 200:
            quote = Span(span.start, clause.end)
        yield FoundCredit(
            role, span, name, "organization", quote, f"billing-block/{form}", "production", BLOCK,
            0.97, territory=territory, order=order,
            note=role if role in ("participation", "support", "association") else None,
        )  # fmt: skip


def _without_lead(name: str) -> str:
    """The name without small words in front ("the Flemish Audiovisual Fund")."""
    words = name.split()
    while words and not (words[0][0].isupper() or words[0][0].isdigit()):
        words.pop(0)
    kept = " ".join(words)
    return "" if not kept or is_country(kept) else kept
