"""A network in the DOT language of Graphviz (graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from typing import Any

from filmgraph.export.flat import flatten
from filmgraph.export.options import ExportOptions
from filmgraph.export.palette import find_group

_SHAPES = {"film": "box", "work": "note", "organization": "diamond", "team": "doublecircle"}


def render(network: Any, options: ExportOptions) -> bytes:
    """The network as DOT; shapes tell kinds, colors departments."""
    flat = flatten(network)
    arrow = "->" if flat.is_directed() else "--"
    lines = [
        f"{'digraph' if flat.is_directed() else 'graph'} {_quote(flat.graph['name'])} {{",
        '  graph [overlap=false, splines=true, outputorder=edgesfirst, bgcolor="#fbf9f4"];',
        '  node [fontname="Helvetica", fontsize=10, style=filled, fontcolor="#23262d"];',
        '  edge [color="#6d6a6380", fontname="Helvetica", fontsize=8];',
    ]
    if flat.is_directed() and flat.is_multigraph():
        lines.append("  edge [dir=none];")
    for vertex, data in flat.nodes(data=True):
        kind = data.get("kind", "")
        color = "#e8e3d6" if kind in ("film", "work") else find_group(data.get("department", "")).light + "55"
        named = {"label": data["label"], "shape": _SHAPES.get(kind, "ellipse"), "fillcolor": color}
        lines.append(f"  {_quote(vertex)} [{_attributes(named)}];")
    for source, target, data in flat.edges(data=True):
        told = {"label": data.get("role") or data.get("relation") or "", "weight": str(data["weight"])}
        told["tooltip"] = data.get("quote") or data.get("films", "")
        lines.append(f"  {_quote(source)} {arrow} {_quote(target)} [{_attributes(told)}];")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _attributes(values: dict[str, str]) -> str:
    return ", ".join(f"{key}={_quote(value)}" for key, value in values.items() if value)


def _quote(text: str) -> str:
    """A quoted string of DOT: backslashes, which would begin escapes such as \\N, and quotes are escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", " ").replace("\n", " ")
    return f'"{escaped}"'
