"""What all tests share. That this file is here puts `tests/` on the import path (helpers: `film_graph.py`)."""

from __future__ import annotations
