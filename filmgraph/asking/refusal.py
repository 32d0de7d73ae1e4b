"""What to say to a question that was not understood: the words without a place, and what could be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from string import Formatter

from filmgraph.asking.forms import NAME_FORMS
from filmgraph.asking.grammar import Parser, find_side_words
from filmgraph.asking.hurry import HurriedKnowledge
from filmgraph.asking.settling import is_answer, settle
from filmgraph.asking.sparql import build_characters_query, build_query, build_sample_query
from filmgraph.asking.words import PLAIN_WORDS, Token
from filmgraph.errors import QueryTimeoutError, QuestionError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import Link, suggest_names
from filmgraph.model.names import fold

# Questions of every form, to be offered in place of one that was not understood.
EXAMPLES = (
    "which producers worked with both {agent} and {other}",
    "who worked with both {agent} and {other}",
    "did {agent} and {other} work together",
    "which films did {agent} and {other} make together",
    "films directed by {agent} and edited by {other}",
    "who worked with {agent}",
    "which companies worked with {agent}",
    "which films did {agent} direct",
    "how many films did {agent} direct",
    "films with {agent}",
    "what did {agent} edit",
    "what did {agent} produce",
    "which novels by {agent} were adapted",
    "who directed {film}",
    "who produced {film}",
    "who wrote {film}",
    "who was the editor of {film}",
    "who distributed {film}",
    "when was {film} made",
    "which actors were in both {film} and {second}",
    "who plays {character} in {film}",
    "which characters are in {film}",
    "what is {film} based on",
    "which films are based on novels",
)
# What other commands answer, by the words that ask for it.
_ELSEWHERE = (
    ("often frequent frequently regular regularly most",
     "Who works with whom most often: filmgraph analyze collaborations."),
    ("reviewed review reviews critic critics document documents",
     'Which documents speak of a film: filmgraph query documents-on-film -p film="{film}".'),
)  # fmt: skip
_OFFERED = 3
# So many of the nearest examples are tried for an answer; each takes a query or two.
_TRIED = 10
# Seconds that may pass until they are found: on millions of credits a single one of them can take longer.
_SECONDS = 1.5
# Names of more words than this are not looked for in what was not understood.
_LONGEST = 7


@dataclass(slots=True)
class _Placed:
    """What the words of a question are: names of agents and films, or words without a place.

    `lost` are the tokens of the words without a place.
    """

    agents: list[str] = field(default_factory=list)
    films: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    lost: list[Token] = field(default_factory=list)


def unplaced_tokens(parser: Parser) -> tuple[Token, ...]:
    """The words of a question that are neither the grammar's nor a name's."""
    return tuple(_place_words(parser).lost)


def refuse(parser: Parser, knowledge: Knowledge) -> QuestionError:
    """The error for a question that no form fits."""
    if not parser.tokens:
        return QuestionError("The question is empty. " + _offer("", _Placed(), knowledge))
    if link := parser.read_name(NAME_FORMS):
        return QuestionError(
            f"A question is about credits; for all that the store holds on {link.label}, "
            f'use: filmgraph show "{link.label}". {_offer(parser.question, _place_words(parser), knowledge)}'
        )
    placed = _place_words(parser)
    parts = []
    for words in placed.unplaced:
        near = _nearest(words, knowledge)
        parts.append(
            f"“{words}” could not be placed" + (f" (nearest names: {'; '.join(near)})" if near else "")
        )
    said = "; ".join(parts) if parts else "each word is known, but not the form of the question"
    return QuestionError(
        f"The question was not understood: {said}. {_offer(parser.question, placed, knowledge)}"
    )


def _nearest(words: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Names near some words, plain words of questions apart: "How many" is not near Cletus Many."""
    telling = " ".join(word for word in words.split() if fold(word) not in PLAIN_WORDS)
    return suggest_names(telling, knowledge) if telling else ()


def _place_words(parser: Parser) -> _Placed:
    """The agents and films that the question names, and the runs of words that are nothing."""
    placed = _Placed()
    at, open_from = 0, None
    while at < len(parser.tokens):
        token = parser.tokens[at]
        plain = find_side_words(token) or parser.words[at] == ","
        # A title may begin with words of the grammar: "You Were Never Really Here".
        named = _find_name(parser, at, 2 if plain else 1) if not plain or token.text[0].isupper() else None
        if (named or plain) and open_from is not None:
            placed.unplaced.append(parser.text(open_from, at))
            open_from = None
        if named:
            end, link = named
            (placed.films if link.kind == "film" else placed.agents).append(link.label)
            at = end
            continue
        if not plain:
            placed.lost.append(parser.tokens[at])
            open_from = at if open_from is None else open_from
        at += 1
    if open_from is not None:
        placed.unplaced.append(parser.text(open_from, at))
    return placed


def _find_name(parser: Parser, at: int, least: int) -> tuple[int, Link] | None:
    """The longest name of at least so many words that begins at a token, and where it ends."""
    for end in range(min(len(parser.tokens), at + _LONGEST), at + least - 1, -1):
        if parser.words[end - 1] == "," or (end > at + 1 and parser.words[end - 1] in PLAIN_WORDS):
            continue
        if link := parser.find_link(at, end, film=False) or parser.find_link(at, end, film=True):
            return end, link
    return None


def _offer(question: str, placed: _Placed, knowledge: Knowledge) -> str:
    """Up to three questions that have an answer in this store, the nearest in words first.

    Those are left out whose answer cannot be found soon.
    """
    hurried = HurriedKnowledge(knowledge, _SECONDS)
    names = _fill_names(placed, hurried)
    asked = fold(question)
    fitting = [
        example for example in EXAMPLES if {f for _, f, *_ in Formatter().parse(example) if f} <= names.keys()
    ]
    ranked = sorted(
        (example.format(**names) for example in fitting),
        key=lambda example: -SequenceMatcher(None, asked, fold(example)).ratio(),
    )
    offered = [
        example for _, example in zip(range(_OFFERED), _answered(ranked[:_TRIED], hurried), strict=False)
    ]
    parts = []
    if offered:
        parts.append("It could be asked: " + "; ".join(f"“{example}?”" for example in offered) + ".")
    named = placed.agents + placed.films
    if len(named) == 2:
        parts.append(f'How the two are connected: filmgraph path "{named[0]}" "{named[1]}".')
    film = placed.films[0] if placed.films else "TITLE"
    said = set(fold(question).split())
    parts += [told.format(film=film) for words, told in _ELSEWHERE if said & set(words.split())]
    return " ".join(parts) or "The forms of question are in docs/asking.md."


def _fill_names(placed: _Placed, hurried: HurriedKnowledge) -> dict[str, str]:
    """Names for the places of the examples: the question's own, then those nearest to it, then any."""
    agents, films = list(placed.agents), list(placed.films)
    names: dict[str, str] = {}
    with suppress(QueryTimeoutError):
        if not agents and not films:
            for words in placed.unplaced:
                near = [m for n in _nearest(words, hurried) for m in hurried.find_names(n, limit=1)]
                agents += [m.label for m in near if m.kind != "film"]
                films += [m.label for m in near if m.kind == "film"]
        if not agents and not films:
            for row in hurried.select(build_sample_query()):
                agents.append(row["name"])
                films.append(row["title"])
    names |= dict(zip(("agent", "other"), dict.fromkeys(agents), strict=False))
    names |= dict(zip(("film", "second"), dict.fromkeys(films), strict=False))
    if "film" in names:
        with suppress(QueryTimeoutError):
            for row in hurried.select(build_characters_query(names["film"])):
                names["character"] = row["character"]
    return names


def _answered(examples: Iterable[str], hurried: HurriedKnowledge) -> Iterator[str]:
    """Those of some questions that have an answer, as long as there is time to look."""
    for example in examples:
        if hurried.is_over:
            return
        found = False
        with suppress(QueryTimeoutError):
            found = _has_answer(example, hurried)
        if found:
            yield example


def _has_answer(example: str, knowledge: Knowledge) -> bool:
    reading = Parser(example, knowledge).parse()
    if reading is None:
        return False
    settled, _ = settle(reading, knowledge)
    table = knowledge.select(build_query(settled))
    return any(is_answer(settled, row) for row in table)
