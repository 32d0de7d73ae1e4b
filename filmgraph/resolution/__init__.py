"""Who is who: from printed names to entities, explained and undoable."""

from filmgraph.resolution.resolve import resolve

__all__ = ["resolve"]
