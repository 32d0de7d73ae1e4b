"""From a question in English to SPARQL and an answer with evidence."""

from __future__ import annotations

from filmgraph.asking.answering import Options, ask, ask_many
from filmgraph.asking.answers import Answer, FilmTie, Group, Narrower, Quote, Row

__all__ = ["Answer", "FilmTie", "Group", "Narrower", "Options", "Quote", "Row", "ask", "ask_many"]
