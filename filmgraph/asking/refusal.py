"""What to say to a question that was not understood: the words without a place, and what could be asked."""

from __future__ import annotations

from difflib import SequenceMatcher

from filmgraph.asking.grammar import Parser, find_side_words
from filmgraph.errors import QuestionError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import suggest_names
from filmgraph.model.names import fold

# Questions of every form, to be offered in place of one that was not understood.
EXAMPLES = (
    "which producers worked with both {agent} and {other}",
    "which producers worked for films that {agent} directed and films that {other} directed",
    "who worked with {agent}",
    "which companies worked with {agent}",
    "which films did {agent} direct",
    "which films did {agent} and {other} make together",
    "films directed by {agent} and edited by {other}",
    "what did {agent} edit",
    "who produced {film}",
    "who was the editor of {film}",
    "which actors were in both {film} and {second}",
    "who plays Stéphanie in {film}",
    "which characters are in {film}",
    "what is {film} based on",
    "which films are based on novels",
    "which novels by {agent} were adapted",
)
_PLACEHOLDERS = {"agent": "an agent", "other": "another agent", "film": "a film", "second": "another film"}


def refuse(parser: Parser, knowledge: Knowledge) -> QuestionError:
    """The error for a question that no form fits."""
    if not parser.tokens:
        return QuestionError("The question is empty. " + _offer("", [], []))
    agents, films, unplaced = _place_words(parser)
    parts = []
    for words in unplaced:
        near = suggest_names(words, knowledge)
        parts.append(
            f"“{words}” could not be placed" + (f" (nearest names: {'; '.join(near)})" if near else "")
        )
    said = "; ".join(parts) if parts else "each word is known, but not the form of the question"
    return QuestionError(f"The question was not understood: {said}. {_offer(parser.question, agents, films)}")


def _place_words(parser: Parser) -> tuple[list[str], list[str], list[str]]:
    """The agents and films that the question names, and the runs of words that are nothing."""
    agents: list[str] = []
    films: list[str] = []
    unplaced: list[str] = []
    count, at = len(parser.tokens), 0
    while at < count:
        if find_side_words(parser.tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < count and parser.words[end] != "," and not find_side_words(parser.tokens[end]):
            end += 1
        if agent := parser.find_link(at, end, film=False):
            agents.append(agent.label)
        elif film := parser.find_link(at, end, film=True):
            films.append(film.label)
        elif parser.words[at] != ",":
            unplaced.append(parser.text(at, end))
        at = end
    return agents, films, unplaced


def _offer(question: str, agents: list[str], films: list[str]) -> str:
    names = dict(_PLACEHOLDERS)
    names |= dict(zip(("agent", "other"), agents, strict=False))
    names |= dict(zip(("film", "second"), films, strict=False))
    asked = fold(question)
    ranked = sorted(
        (example.format(**names) for example in EXAMPLES),
        key=lambda example: -SequenceMatcher(None, asked, fold(example)).ratio(),
    )
    return "It could be asked: " + "; ".join(f"“{example}?”" for example in ranked[:3]) + "."
