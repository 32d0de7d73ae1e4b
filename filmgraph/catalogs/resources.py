"""Where the data files are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from filmgraph.errors import FilmgraphError

_PACKAGE = Path(__file__).resolve().parent.parent


def find_folder(name: str) -> Path:
    """The folder `ontology`, `queries` or `maps`.

    Raises FilmgraphError where the installation lacks it.
    """
    for home in (_PACKAGE / "data", _PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    raise FilmgraphError(f"The installation of filmgraph lacks its folder {name!r}: install it again.")
