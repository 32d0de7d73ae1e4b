"""A refusal does not wait for the questions it offers: on a large store each of them may take seconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from graph_knowledge import GRAPH, GraphKnowledge
from work import count_calls

from filmgraph import pipeline
from filmgraph.asking import ask, refusal
from filmgraph.asking.grammar import Parser
from filmgraph.asking.hurry import HurriedKnowledge
from filmgraph.errors import QueryTimeoutError, QuestionError
from filmgraph.model.table import Table
from filmgraph.sample import sample_paths
from filmgraph.store import open_local

# All pairs of pairs of triples: minutes, even of a small graph.
SLOW = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) > STR(?l) && ?a = ?l) }"
QUESTION = "why did Audiard meet Welfling"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "film.db"
    pipeline.add([Path(p) for p in sample_paths()], path)
    return path


def test_questions_that_take_long_are_not_waited_for(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_local(store) as knowledge:
        with pytest.raises(QuestionError) as caught:
            ask(QUESTION, knowledge)
        assert "It could be asked" in str(caught.value)
        monkeypatch.setattr(refusal, "build_query", lambda reading: SLOW)
        started = time.monotonic()
        with pytest.raises(QuestionError) as caught:
            ask(QUESTION, knowledge)
        # Ten questions at the store's own limit of 30 seconds would be five minutes.
        assert time.monotonic() - started < 15
        assert "“why” could not be placed" in str(caught.value)
        assert "It could be asked" not in str(caught.value)
        assert ask("which films did Jacques Audiard direct", knowledge).rows()


@pytest.mark.parametrize("condition", ["with Audiard", "films with Audiard", "directed by Audiard"])
def test_conditions_that_can_be_cut_in_many_ways_are_read_once(condition: str) -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))

    def read(times: int) -> int:
        question = f"films {' and '.join([condition] * times)} nonsense"
        return count_calls(lambda: Parser(question, graph).parse())

    # Each way to cut them read by itself, ten conditions more would take a thousand times as long.
    assert read(20) < 20 * read(10)


def test_when_time_is_over_nothing_is_asked() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
    hurried = HurriedKnowledge(graph, 0)
    asked = graph.asked
    assert hurried.is_over
    with pytest.raises(QueryTimeoutError):
        hurried.select("SELECT * { ?s ?p ?o }")
    with pytest.raises(QueryTimeoutError):
        hurried.find_names("Audiard")
    assert graph.asked == asked


def test_a_query_may_take_half_of_what_is_left() -> None:
    class Watched(GraphKnowledge):
        limits: list[float]

        def select(self, sparql: str, *, timeout: float | None = None) -> Table:
            self.limits = [*getattr(self, "limits", []), timeout or 0]
            return super().select(sparql)

    graph = Watched(GRAPH.read_text(encoding="utf-8"))
    graph.limits = []
    hurried = HurriedKnowledge(graph, 60)
    hurried.select("ASK {}")
    hurried.select("ASK {}", timeout=1)
    assert 20 < graph.limits[0] <= 30
    assert graph.limits[1] == 1
