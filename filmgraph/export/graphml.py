"""A network as GraphML (graphml.graphdrawing.org), with its attributes declared."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx as nx

from filmgraph.export.flat import flatten
from filmgraph.export.options import ExportOptions


def render(network: Any, options: ExportOptions) -> bytes:
    """The network as GraphML."""
    out = BytesIO()
    # The writer over the standard library: lxml's needs not be there, and both write the same.
    nx.write_graphml_xml(flatten(network), out, named_key_ids=True)
    return out.getvalue() + b"\n"
