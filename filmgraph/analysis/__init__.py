"""Networks of credits and what can be said of them.

`ANALYSES` lists the analyses in the order they are shown; a new one is a
module with a function `analyze` and a line here. Their modules, and with them
networkx, are loaded when one is run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from filmgraph.analysis.finding import Finding
from filmgraph.errors import UsageError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.terms import Term


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis: what it tells, the network (of `queries/networks/`) it reads, the module that runs it."""

    name: str
    summary: str
    network: str
    module: str


ANALYSES = (
    Analysis(
        "collaborations",
        "Who worked with whom, how often and on which films",
        network="collaborations",
        module="filmgraph.analysis.collaborations",
    ),
    Analysis(
        "bridges",
        "Who holds the network together: without them films part from one another",
        network="credits",
        module="filmgraph.analysis.bridges",
    ),
)


def find_analysis(name: str) -> Analysis:
    """The analysis called `name`; raises UsageError, naming those there are."""
    for analysis in ANALYSES:
        if analysis.name == name:
            return analysis
    known = ", ".join(a.name for a in ANALYSES)
    raise UsageError(f"There is no analysis {name!r}; the analyses are {known}.")


def run_analysis(
    name: str,
    knowledge: Knowledge,
    bindings: Mapping[str, Sequence[Term]] | None = None,
    *,
    top: int | None = None,
) -> Finding:
    """Run the analysis called `name` over its network; `bindings` are the network's parameters.

    `top` keeps the first rows; the reading still tells of all. Raises UsageError
    for an unknown analysis or a network without edges, and what the store raises.
    """
    from filmgraph.analysis.networks import build_network
    from filmgraph.catalogs.queries import find_network

    analysis = find_analysis(name)
    network = build_network(find_network(analysis.network), knowledge, bindings)
    if not network.number_of_edges():
        raise UsageError(
            f"The network {analysis.network!r} is empty: the graph holds no credits that fit. "
            "Add documents, or leave out parameters."
        )
    return cast(Finding, import_module(analysis.module).analyze(network, top=top))
