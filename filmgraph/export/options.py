"""What may be asked of an export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Options of a network's export.

    `title` stands above a picture (the network's own summary where ""); `focus`
    are names or IRIs of vertices, and only what lies within `depth` steps of one
    of them is exported.
    """

    title: str = ""
    focus: tuple[str, ...] = ()
    depth: int = 1
