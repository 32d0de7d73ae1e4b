"""Where the data files are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def find_folder(name: str) -> Path:
    """The folder `ontology`, `queries` or `maps`.

    Raises FileNotFoundError when the installation lacks it.
    """
    for home in (_PACKAGE / "data", _PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"the installation of filmgraph lacks its folder {name!r}; install it again")
