"""Names with their jobs in brackets behind them: "Giuseppe Del Volgo (Assistant Director)".

A bracket at the end of a line goes for all its names, where the lines around are set so too.
"""

from __future__ import annotations

from collections.abc import Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.crew.named_jobs import is_house
from filmgraph.extraction.labels.lexicon import load_lexicon
from filmgraph.extraction.names.mentions import Mention, looks_like_company, looks_like_person, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit

_FEWEST_NEAR = 3  # lines that end in a bracket


def find_bracketed_jobs(page: Page, roles: RoleCatalog) -> Iterator[Found]:
    """Names on credit lines with their job in brackets: "Giuseppe Del Volgo (Assistant Director)"."""
    lexicon = load_lexicon(roles)
    for i in page.free:
        line = page.lines[i]
        if page.kinds[i] in ("strapline", "headline") or page.text.find("(", line.start, line.end) < 0:
            continue
        mentions = split_names(page.text, line)
        shared = _shares_job(page, i, mentions)
        for mention in mentions:
            if shared and not mention.note_span:
                mention = mention._replace(note=mentions[-1].note, note_span=mentions[-1].note_span)
            if not mention.note_span or not (looks_like_person(mention.text) or mention.shape == "company"):
                continue
            tokens = read_tokens(page.text, mention.note_span)
            label = lexicon.find(page.text, tokens, 0) if tokens else None
            if label is None or label.last != len(tokens) or is_house(mention.note):
                continue
            yield from _bracketed(page, roles, mention, label.readings)


def _shares_job(page: Page, i: int, mentions: list[Mention]) -> bool:
    """Whether the job in brackets at the end of a line is all its names': "Ann Lee, Bo Ray (screenplay)".

    So lists have it that set each credit on a line of its own.
    """
    if len(mentions) < 2 or not mentions[-1].note or any(m.note for m in mentions[:-1]):
        return False
    near = [n for n in range(max(0, i - 3), min(len(page.lines), i + 4)) if _ends_in_bracket(page, n)]
    return len(near) >= _FEWEST_NEAR and all(_is_named(m) for m in mentions)


def _ends_in_bracket(page: Page, n: int) -> bool:
    words = page.lines[n].of(page.text)
    return (
        words[-1] == ")" and words.count("(") == 1 and len(words) < 120 and not any(map(str.isdigit, words))
    )


def _bracketed(
    page: Page, roles: RoleCatalog, mention: Mention, readings: tuple[tuple[str, ...], ...]
) -> Iterator[Found]:
    """The credits of one name with its job in brackets, in the reading that fits a person or a company."""
    is_company = looks_like_company(mention.text)
    if not is_company and " " not in mention.text:
        return
    for reading in readings:
        of_companies = roles.of_companies
        if of_companies.issuperset(reading) if is_company else of_companies.isdisjoint(reading):
            for role_id in reading:
                yield FoundCredit(
                    role_id,
                    mention.span,
                    mention.text if is_company else readable_name(mention.text),
                    "organization" if is_company else "person",
                    mention.extent,
                    "labels/job-in-brackets",
                    page.kind_at(mention.span.start),
                    LABEL,
                    0.9,
                    note=role_id if roles.roles[role_id].reported_as == "other" else None,
                )
            return


def _is_named(mention: Mention) -> bool:
    return " " in mention.text and looks_like_person(mention.text) and not looks_like_company(mention.text)
