"""A network as GEXF 1.2 for Gephi: the places, colors and sizes are those of the picture."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import networkx as nx

from filmgraph.export.flat import flatten
from filmgraph.export.layout import MOST_VERTICES, lay_out
from filmgraph.export.options import ExportOptions
from filmgraph.export.palette import find_group

# networkx writes the day of writing, and itself; the same network gives the same bytes on any day.
_WRITTEN = re.compile(rb"\s*<meta\b.*?</meta>|\s*<meta\b[^>]*/>", re.DOTALL)


def render(network: Any, options: ExportOptions) -> bytes:
    """The network as GEXF; of one too large for a picture, without places."""
    flat = flatten(network)
    places = lay_out(network) if len(network) <= MOST_VERTICES else {}
    for vertex, data in flat.nodes(data=True):
        data["viz"] = {"color": _color(data)}
        if place := places.get(vertex):
            # In GEXF the y axis points up.
            data["viz"] |= {"position": {"x": place.x, "y": -place.y, "z": 0.0}, "size": place.radius}
    for number, (*_, data) in enumerate(flat.edges(data=True)):
        data["id"] = str(number)
        if label := data.get("role") or data.get("relation"):
            data["label"] = label
    out = BytesIO()
    nx.write_gexf(flat, out)
    return _WRITTEN.sub(b"", out.getvalue()) + b"\n"


def _color(vertex: dict[str, Any]) -> dict[str, float]:
    code = (
        "#262b36"
        if vertex.get("kind") in ("film", "work")
        else find_group(vertex.get("department", "")).light
    )
    red, green, blue = (int(code[i : i + 2], 16) for i in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
