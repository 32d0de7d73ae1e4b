"""A store of the whole sample and, where it lies beside the project, the founding review; a server on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serving import Server, build_store

from filmgraph import pipeline

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = build_store(tmp_path_factory.mktemp("endpoint"))
    if reviews := sorted(SEED.glob("*.txt")):
        pipeline.add(reviews, store)
    return store


@pytest.fixture(scope="session")
def server(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(sample_store, tmp_path_factory.mktemp("log") / "serve.log", "--timeout", "3") as running:
        yield running


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.address, timeout=30, trust_env=False) as client:
        yield client
