"""A network as one page that opens from disk: picture, search, filters, and the words behind each credit.

The page loads nothing: style, script and data stand in the file, and its
content security policy allows no more than this one script. Text from
documents is data throughout: it stands in a JSON block in which no tag can end
the block, and the script puts it on the page as text.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from importlib.resources import files
from typing import Any

from filmgraph.export.drawing import build_drawing
from filmgraph.export.options import ExportOptions
from filmgraph.export.page_data import build_page_data
from filmgraph.export.palette import GROUPS

_SCRIPTS = ("model.js", "view.js", "panel.js", "controls.js")
_PLACE = re.compile(r"\{\{([A-Z]+)\}\}")
# Inside a script element "<" could begin "</script" or "<!--"; the line separators end a line in old engines.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def render(network: Any, options: ExportOptions) -> bytes:
    """The page as UTF-8 HTML."""
    drawing = build_drawing(network, options.title)
    script = build_script()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    parts = {
        "TITLE": escape(drawing.title),
        "HASH": f"sha256-{digest}",
        "COLORS": build_colors(),
        "STYLE": _read("page.css"),
        "DATA": write_safely(build_page_data(network, drawing)),
        "SCRIPT": script,
    }
    # One pass: what is put in is never looked at again, whatever it holds.
    page = _PLACE.sub(lambda place: parts[place[1]], _read("page.html"))
    return page.encode("utf-8", "replace")


def build_script() -> str:
    """The page's script: its files in order, in one scope of their own."""
    return '(() => {\n"use strict";\n' + "\n".join(_read(name) for name in _SCRIPTS) + "})();\n"


def build_colors() -> str:
    """The groups' colors as CSS variables that follow the theme."""
    rules = "".join(f"--group-{g.id}: light-dark({g.light}, {g.dark}); " for g in GROUPS)
    return f":root {{ {rules}}}"


def write_safely(data: Any) -> str:
    """JSON that may stand in a script element, whatever its strings hold.

    >>> write_safely("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda found: _UNSAFE[found[0]], text)


def _read(name: str) -> str:
    return (files("filmgraph.export") / "page" / name).read_text(encoding="utf-8")
