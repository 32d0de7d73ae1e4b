"""From entities and credits to quads."""

from filmgraph.rdf.name_entries import build_name_entries
from filmgraph.rdf.quads import build_lines, build_quads

__all__ = ["build_lines", "build_name_entries", "build_quads"]
