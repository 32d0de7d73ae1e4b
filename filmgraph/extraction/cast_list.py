"""Casts: lists of actors with or without their characters, in the forms that pages give them.

- `A (Character), B (Character) and C (the Terrorist)`
- `A as Character, B as Character` (also als, comme, como, come …)
- `A … Character`, `Character ..... A`, `A – Character`, one a line or in a run
- `Character: A, Character: B`
- `Character A` with only a blank between, where the actors are known from the text

Which side of a pair is the actor is decided for the whole list, by what the
sides look like and by the names that the rest of the page knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.countries import is_country
from filmgraph.extraction.items import Item
from filmgraph.extraction.labels import CAST, is_cast_item
from filmgraph.extraction.mentions import (
    Mention,
    find_names,
    is_given_name,
    looks_like_company,
    looks_like_person,
    make_mention,
    readable_name,
    split_names,
    split_unseparated,
    trim,
)
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.settle import BLOCK, LABEL, Found, FoundCredit, build_quote
from filmgraph.extraction.values import split_sentences, without_tail
from filmgraph.model.document import Span
from filmgraph.model.facts import Unread
from filmgraph.model.names import PARTICLES, fold


@dataclass(frozen=True, slots=True)
class Part:
    """An actor where the name stands, with the character and the end of the words that show both."""

    actor: Mention
    character: str | None = None
    end: int | None = None


_LEADER = re.compile(r"\s*(?:\.{3,}|…[.…]*|-{3,}|_{3,})\s*|\s+[–—-]{1,2}\s+|\s*\t+\s*|\s*\|\s*")
_DOTS = re.compile(r"\s*(?:\.{3,}|…[.…]*)\s*")
_AS = re.compile(
    r"(?:^|(?<=\s))(?:as|als|comme|dans le rôle de|dans le rôle d['’]|como|come|nel ruolo di|jako|som|in the role of)\s+(?=\S)"
)
_PAIR = re.compile(r"([^\s:,;][^:,;\n]{0,40}?)\s?:\s+([^:,;\n]{3,50}?)\s*(?:[,;]|$)")
_NOT_CHARACTER = re.compile(r"^[\"“‘«]|\b(?:18|19|20)\d\d\b")
_WORD = re.compile(r"\S+")


def find_cast_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The actors of cast labels, of lists with leaders and of `Character: Actor` lines."""
    claimed: set[int] = set()
    for item in page.items:
        if item.values and is_cast_item(page, item):
            claimed.update(range(item.line, item.last_line + 1))
            yield from _read_item(page, item)
    yield from _leader_lists(page, roles, claimed)
    yield from _as_lists(page, claimed)
    yield from _colon_pairs(page, claimed)


# --- a labelled cast -----------------------------------------------------


def _read_item(page: Page, item: Item) -> Iterator[Found]:
    role = next((r for reading in item.label.readings for r in reading if r in CAST), "actor")
    parts, left = _read_values(page, item.values)
    if item.separator == "" and (not parts or " " not in parts[0].actor.text):
        return
    if item.separator == "" and page.kinds[item.line] == "body":
        return
    is_block = page.kinds[item.line] == "cast" or item.style == "block"
    for order, part in enumerate(parts, 1):
        yield FoundCredit(
            role, part.actor.span, readable_name(part.actor.text), "person",
            build_quote(item.label.span.start, part.actor.span, part.end),
            f"cast-list/{item.style}", "cast", BLOCK if is_block else LABEL, 0.97,
            character=part.character, order=order,
        )  # fmt: skip
    reading = item.label.readings[0] if item.label.readings else ()
    other = [r for r in reading if r not in CAST] if CAST & set(reading) else []
    for part in parts if other else ():
        for role_id in other:
            yield FoundCredit(
                role_id, part.actor.span, part.actor.text, "person",
                build_quote(item.label.span.start, part.actor.span),
                f"cast-list/{item.style}", "cast", BLOCK if is_block else LABEL, 0.9,
            )  # fmt: skip
    for span in left:
        if not any(" " in m.text for m in find_names(page.text, span)):
            continue
        yield Unread(span, span.of(page.text), "cast", "words of a cast that are no name")


def _read_values(page: Page, values: Sequence[Span]) -> tuple[list[Part], list[Span]]:
    text = page.text
    left: list[Span] = []
    pairs = [p for p in (_leader_pair(text, v) for v in values) if p]
    if len(pairs) >= 2 or (len(pairs) == len(values) == 1 and len(_LEADER.findall(values[0].of(text))) == 1):
        parts = _order_pairs(page, pairs)
        paired = {s.start for s, _ in pairs}
        for v in values:
            if v.start not in paired and not _leader_pair(text, v):
                parts += _read_list(page, v, left)
        return parts, left
    if len(values) == 1 and len(_DOTS.findall(values[0].of(text))) >= 2:
        return _read_run(page, values[0]), left
    if len(values) >= 4 and len(values) % 2 == 0:
        turns = _line_pairs(page, values)
        if turns:
            return turns, left
    if len(values) >= 3:
        joined = _blank_pairs(page, values)
        if joined:
            return joined, left
    parts = []
    for v in values:
        parts += _read_list(page, v, left)
    return parts, left


def _read_list(page: Page, value: Span, left: list[Span]) -> list[Part]:
    """A list of actors on one line, characters in brackets or behind "as"."""
    text = page.text
    parts: list[Part] = []
    for n, piece in enumerate(split_sentences(text, value)):
        mentions = split_names(text, without_tail(text, piece))
        if n and not all(_is_actor(m) for m in mentions):
            left.append(Span(piece.start, value.end))
            return parts
        for mention in mentions:
            part = _read_mention(page, mention, parts)
            if part is None:
                left.append(Span(mention.span.start, value.end))
                return parts
            parts += part
    return parts


def _read_mention(page: Page, mention: Mention, before: list[Part]) -> list[Part] | None:
    """The actors of one piece of a list; None where the list has ended."""
    text = page.text
    as_word = _AS.search(text, mention.span.start, mention.span.end)
    if as_word:
        role_span = trim(text, Span(as_word.end(), mention.span.end))
        character = _clean_character(role_span.of(text))
        actor_span = trim(text, Span(mention.span.start, as_word.start()))
        if actor_span.start >= actor_span.end:
            # "Michael Keaton (Batman, Birdman) as Walter Robinson": the bracket held his films.
            if before:
                before[-1] = Part(before[-1].actor, character, role_span.end)
            return []
        actor = make_mention(text, actor_span)
        return [Part(actor, character, role_span.end)] if _is_actor(actor) else None
    if len(mention.text.split()) > 7:
        alternating = _alternating(text, mention.span)
        if alternating:
            return alternating
    if not _is_actor(mention):
        several = _split_unseparated(page, mention.span)
        return [Part(m) for m in several] if several else None
    if len(mention.text.split()) >= 4 and not mention.note:
        several = _split_unseparated(page, mention.span)
        if several:
            return [Part(m) for m in several]
    character = _character_of(mention)
    return [Part(mention, character, mention.extent.end if character else None)]


def _is_actor(mention: Mention) -> bool:
    return looks_like_person(mention.text) and not looks_like_company(mention.text)


def _character_of(mention: Mention) -> str | None:
    """The bracket behind an actor as a character, unless it says something else."""
    note = mention.note.strip()
    noise = load_patterns("cast")["not_character"]
    if not note or _NOT_CHARACTER.search(note) or fold(note) in noise or is_country(note):
        return None
    if any(fold(w) in load_patterns("cast")["film_word"] for w in note.split(",")[:1]):
        return None
    return _clean_character(note)


def _clean_character(words: str) -> str | None:
    cleaned = re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", " ".join(words.split()))
    cleaned = re.sub(r"^(?:as|als|comme|como|come)\s+", "", cleaned).strip(' .,;:"“”«»')
    return cleaned or None


# --- pairs with leaders -----------------------------------------------------


def _leader_pair(text: str, line: Span) -> tuple[Span, Span] | None:
    """The two sides of a line such as "Mitra Kia – Mutter"."""
    marks = list(_LEADER.finditer(text, line.start, line.end))
    marks = [m for m in marks if m.start() > line.start and m.end() < line.end]
    if len(marks) != 1:
        return None
    one = trim(text, Span(line.start, marks[0].start()))
    other = trim(text, Span(marks[0].end(), line.end))
    if (
        one.start >= one.end
        or other.start >= other.end
        or one.end - one.start > 60
        or other.end - other.start > 90
    ):
        return None
    return one, other


def _order_pairs(page: Page, pairs: Sequence[tuple[Span, Span]]) -> list[Part]:
    text = page.text
    first, second = 0, 0
    known = _known_names(page)
    for one, other in pairs:
        first += _actor_score(one.of(text), known)
        second += _actor_score(other.of(text), known)
    parts = []
    for one, other in pairs:
        actor_span, role_span = (one, other) if first >= second else (other, one)
        actors = split_names(text, actor_span)
        if not actors or not all(_is_actor(m) for m in actors):
            continue
        end = max(one.end, other.end)
        character = _clean_character(role_span.of(text))
        parts += [Part(m, character, end) for m in actors]
    return parts


def _actor_score(name: str, known: frozenset[str]) -> int:
    """How much one side of a pair looks like an actor rather than a character."""
    words = name.split()
    score = 0
    if fold(name) in known:
        score += 2
    if words and is_given_name(words[0]) and len(words) > 1:
        score += 1
    if len(words) >= 2 and looks_like_person(name):
        score += 2
    if len(words) == 1:
        score -= 1
    titles = load_patterns("cast")["character_word"]
    if any(fold(w) in titles for w in words) or any(w.islower() and fold(w) not in PARTICLES for w in words):
        score -= 3
    return score


def _read_run(page: Page, value: Span) -> list[Part]:
    """ "Character ..... Actor Character ..... Actor": the words between two leaders are cut in two."""
    text = page.text
    marks = list(_DOTS.finditer(text, value.start, value.end))
    bounds = [value.start, *[b for m in marks for b in (m.start(), m.end())], value.end]
    segments = [trim(text, Span(bounds[k], bounds[k + 1])) for k in range(0, len(bounds), 2)]
    known = _known_names(page)
    # Old Variety sets the character first; only a first name that the page puts in brackets says otherwise.
    bracketed = _bracketed_names(page)
    first = sum(fold(s.of(text)) in bracketed for s in segments[:1])
    last = sum(fold(s.of(text)) in bracketed for s in segments[-1:])
    parts: list[Part] = []
    if first > last:
        actor = segments[0]
        for segment in segments[1:]:
            cut = segment.end if segment is segments[-1] else _cut_last_name(text, segment, known)
            role = trim(text, Span(segment.start, cut))
            parts.append(Part(make_mention(text, actor), _clean_character(role.of(text)), role.end))
            actor = trim(text, Span(cut, segment.end))
        return [p for p in parts if _is_actor(p.actor)]
    role = segments[0]
    for segment in segments[1:]:
        cut = segment.end if segment is segments[-1] else _cut_first_name(text, segment, known)
        actor = trim(text, Span(segment.start, cut))
        parts.append(Part(make_mention(text, actor), _clean_character(role.of(text)), None))
        role = trim(text, Span(cut, segment.end))
    return [p for p in parts if _is_actor(p.actor)]


def _cut_first_name(text: str, span: Span, known: frozenset[str]) -> int:
    """Where the name at the start of `span` ends: a known name, else two words with their particles."""
    words = list(_WORD.finditer(text, span.start, span.end))
    for size in range(len(words) - 1, 0, -1):
        if fold(text[span.start : words[size - 1].end()]) in known:
            return words[size - 1].end()
    size = 2
    while size < len(words) and (
        fold(words[size - 1].group()) in PARTICLES
        or re.fullmatch(r"(?:[^\W\d_]\.)+", words[size - 1].group())
    ):
        size += 1
    size = min(size, max(1, len(words) - 1))
    return words[size - 1].end() if words else span.end


def _cut_last_name(text: str, span: Span, known: frozenset[str]) -> int:
    """Where the name at the end of `span` begins."""
    words = list(_WORD.finditer(text, span.start, span.end))
    for size in range(1, len(words)):
        if fold(text[words[size].start() : span.end]) in known:
            return words[size].start()
    cut = max(1, len(words) - 2)
    while cut > 1 and fold(words[cut].group()) in PARTICLES:
        cut -= 1
    return words[cut].start() if cut < len(words) else span.end


def _known_names(page: Page) -> frozenset[str]:
    """Full names that the page's prose and other credits hold, folded."""
    names: set[str] = set()
    for section in page.of_kind("body", "strapline"):
        for m in find_names(page.text, section.span):
            if " " in m.text:
                names.add(fold(m.text))
    for item in page.items:
        if item.separator in (":", ",", "by") and item.label.readings and item.values:
            for m in split_names(page.text, item.values[0]):
                if 2 <= len(m.text.split()) <= 3:
                    names.add(fold(m.text))
    return frozenset(names)


def _bracketed_names(page: Page) -> frozenset[str]:
    """Full names that stand in brackets in the prose, as actors do behind their characters."""
    return frozenset(
        fold(m.group(1))
        for s in page.of_kind("body")
        for m in re.finditer(r"\(([^()\d,]{5,40})", s.span.of(page.text))
        if " " in m.group(1)
    )


# --- lists without any mark -----------------------------------------------------


def _split_unseparated(page: Page, span: Span) -> list[Mention]:
    """Names that follow one another with only blanks between, where the page knows enough of them.

    Known names are cut out; what is left between them must be exactly two words, or one word
    that is known. Nothing is read where that does not come out even.
    """
    text = page.text
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) < 4 or any("," in w.group() for w in words):
        return []
    by_given = split_unseparated(text, span)
    if by_given:
        return [make_mention(text, s) for s in by_given]
    known = _known_names(page)
    single = {n.split()[-1] for n in known} | {
        fold(m.text) for s in page.of_kind("body") for m in find_names(text, s.span) if " " not in m.text
    }
    found: list[Mention] = []
    hits = i = 0
    rest: list[re.Match[str]] = []

    def close() -> bool:
        if len(rest) % 2 == 0:
            for k in range(0, len(rest), 2):
                found.append(make_mention(text, Span(rest[k].start(), rest[k + 1].end())))
        elif len(rest) == 1 and fold(rest[0].group()) in single:
            found.append(make_mention(text, Span(rest[0].start(), rest[0].end())))
        else:
            return False
        rest.clear()
        return True

    while i < len(words):
        for size in (4, 3, 2):
            if i + size <= len(words) and fold(text[words[i].start() : words[i + size - 1].end()]) in known:
                if not close():
                    return []
                found.append(make_mention(text, Span(words[i].start(), words[i + size - 1].end())))
                hits += 1
                i += size
                break
        else:
            rest.append(words[i])
            i += 1
    if not close() or hits * 3 < len(found):
        return []
    return found if all(_is_actor(m) for m in found) else []


def _line_pairs(page: Page, values: Sequence[Span]) -> list[Part]:
    """Actor and character on lines by turns, where the second lines show that they are no actors."""
    text = page.text
    if any("," in v.of(text) or "(" in v.of(text) for v in values):
        return []
    odd = [v.of(text) for v in values[1::2]]
    strange = sum(" " not in w or not looks_like_person(w) for w in odd)
    even_fine = all(" " in v.of(text) and looks_like_person(v.of(text)) for v in values[::2])
    if not even_fine or strange * 4 < len(odd):
        return []
    return [
        Part(make_mention(text, actor), _clean_character(role.of(text)), role.end)
        for actor, role in zip(values[::2], values[1::2], strict=True)
    ]


def _alternating(text: str, span: Span) -> list[Part]:
    """ "Abel Jean-Paul Roussillon Junon Catherine Deneuve …": characters and actors in turn, without any mark.

    An actor is a given name and a word that is none; what stands between two
    actors is the character of the second. Only where that comes out for at least
    four actors, most of them behind a character of one word.
    """
    words = [Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(text))]
    given = [is_given_name(w.of(text)) for w in words]
    actors = [k for k in range(len(words) - 1) if given[k] and not given[k + 1]]
    parts: list[Part] = []
    singles = free = 0
    for k in actors:
        between = words[free:k]
        if len(between) > 2:
            # A character and an actor whose given name we do not know, in front of this one.
            known = between[-2:]
            name = make_mention(text, Span(known[0].start, known[1].end))
            character = text[between[0].start : between[-3].end]
            parts.append(Part(name, _clean_character(character), name.span.end))
            between = []
        singles += len(between) == 1
        name = make_mention(text, Span(words[k].start, words[k + 1].end))
        character = text[between[0].start : between[-1].end] if between else ""
        parts.append(Part(name, _clean_character(character), name.span.end))
        free = k + 2
    if len(actors) < 4 or singles * 3 < 2 * len(actors) or free < len(words) or len(parts) > len(actors) + 2:
        return []
    return parts if all(_is_actor(p.actor) for p in parts) else []


def _blank_pairs(page: Page, values: Sequence[Span]) -> list[Part]:
    """Lines "Character Actor" with only a blank between, where known actors show the order."""
    text = page.text
    if any("," in v.of(text) or "(" in v.of(text) for v in values):
        return []
    counts = [len(v.of(text).split()) for v in values]
    if sum(c >= 3 for c in counts) * 2 <= len(values):
        return []
    known = _known_names(page)
    ends = sum(any(fold(v.of(text)).endswith(" " + k) for k in known) for v in values)
    starts = sum(any(fold(v.of(text)).startswith(k + " ") for k in known) for v in values)
    if ends == starts:
        return []
    parts: list[Part] = []
    for v in values:
        if ends > starts:
            cut = _cut_last_name(text, v, known)
            actor, role = trim(text, Span(cut, v.end)), trim(text, Span(v.start, cut))
        else:
            cut = _cut_first_name(text, v, known)
            actor, role = trim(text, Span(v.start, cut)), trim(text, Span(cut, v.end))
        mention = make_mention(text, actor)
        if _is_actor(mention) and role.start < role.end:
            parts.append(Part(mention, _clean_character(role.of(text)), max(actor.end, role.end)))
    return parts


# --- lists without a label -----------------------------------------------------


def _leader_lists(page: Page, roles: RoleCatalog, claimed: set[int]) -> Iterator[Found]:
    """Two or more lines "Name … Character" one after another, under no label."""
    labelled = claimed | {n for item in page.items for n in range(item.line, item.last_line + 1)}
    group: list[tuple[Span, Span]] = []
    lines: list[int] = []

    def flush() -> Iterator[Found]:
        if len(group) >= (2 if dotted[0] else 3):
            for order, part in enumerate(_order_pairs(page, group), 1):
                line = next(
                    i for i in lines if page.lines[i].start <= part.actor.span.start <= page.lines[i].end
                )
                yield FoundCredit(
                    "actor", part.actor.span, readable_name(part.actor.text), "person", page.lines[line],
                    "cast-list/leaders", "cast", LABEL, 0.9, character=part.character, order=order,
                )  # fmt: skip
        group.clear()
        lines.clear()

    dotted = [False]
    for i, line in enumerate(page.lines):
        words = line.of(page.text)
        dotted[0] = _DOTS.search(words) is not None if not group else dotted[0]
        under_block = bool(group) or (i > 0 and page.kinds[i - 1] in ("crew", "cast", "production"))
        usable = i not in labelled and page.kinds[i] not in ("teasers", "body")
        usable = usable and (_DOTS.search(words) is not None or under_block)
        pair = _leader_pair(page.text, line) if usable else None
        if pair and "(" not in words and not any(roles.find(side.of(page.text)) for side in pair):
            group.append(pair)
            lines.append(i)
        else:
            yield from flush()
    yield from flush()


def _as_lists(page: Page, claimed: set[int]) -> Iterator[Found]:
    """Three or more lines "Name as Character" one after another, under no label."""
    labelled = claimed | {n for item in page.items for n in range(item.line, item.last_line + 1)}
    group: list[tuple[Span, Part]] = []
    for i, line in enumerate([*page.lines, None]):
        part = None
        if (
            line
            and i not in labelled
            and page.kinds[i] in ("other", "labels", "cast")
            and line.end - line.start < 90
        ):
            found = _read_mention(page, make_mention(page.text, line), [])
            part = found[0] if found and len(found) == 1 and found[0].character else None
        if line and part and " as " in line.of(page.text):
            group.append((line, part))
            continue
        for order, (shown, actor) in enumerate(group if len(group) >= 3 else [], 1):
            yield FoundCredit(
                "actor", actor.actor.span, readable_name(actor.actor.text), "person", shown,
                "cast-list/as-lines", "cast", LABEL, 0.9, character=actor.character, order=order,
            )  # fmt: skip
        group = []


def _colon_pairs(page: Page, claimed: set[int]) -> Iterator[Found]:
    """A line of two or more "Character: Actor" pairs, under no label."""
    labelled = claimed | {item.line for item in page.items}
    for i, line in enumerate(page.lines):
        if i in labelled or page.kinds[i] in ("teasers", "body", "strapline", "production"):
            continue
        words = line.of(page.text)
        pairs = list(_PAIR.finditer(words))
        if len(pairs) < 2 or pairs[0].start() > 0 or words.count(":") != len(pairs):
            continue
        actors = [pair.group(2).strip() for pair in pairs]
        if not all(" " in a and looks_like_person(a) and not looks_like_company(a) for a in actors):
            continue
        for order, pair in enumerate(pairs, 1):
            name = trim(page.text, Span(line.start + pair.start(2), line.start + pair.end(2)))
            yield FoundCredit(
                "actor", name, " ".join(name.of(page.text).split()), "person",
                Span(line.start + pair.start(1), name.end), "cast-list/character-colon", "cast", LABEL,
                0.85, character=pair.group(1).strip(), order=order,
            )  # fmt: skip
