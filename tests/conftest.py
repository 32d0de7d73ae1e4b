"""What all tests share; that this file is here puts `tests/` on the import path of the helpers."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes golden files anew instead of failing on a difference."""
    parser.addoption("--accept", action="store_true", help="write golden files anew")
