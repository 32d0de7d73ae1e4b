"""A network as node-link JSON, as networkx and D3 read it."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx

from filmgraph.export.flat import flatten
from filmgraph.export.options import ExportOptions


def render(network: Any, options: ExportOptions) -> bytes:
    """The network as JSON: `directed`, `multigraph`, `graph`, `nodes` (with `id`) and `edges`."""
    data = nx.node_link_data(flatten(network), edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
