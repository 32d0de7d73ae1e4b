"""The layout of a picture: readable, and the same each time."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from film_graph import ID, load_sample

from filmgraph.analysis.networks import build_network
from filmgraph.catalogs.queries import load_networks
from filmgraph.catalogs.roles import load_roles
from filmgraph.export.drawing import build_drawing
from filmgraph.export.layout import Place, lay_out
from filmgraph.export.palette import GROUPS, find_group


def network_of(name: str) -> Any:
    return build_network(load_networks()[name], load_sample())


def overlap(a: Place, b: Place) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2


@pytest.mark.parametrize("name", sorted(load_networks()))
def test_no_label_of_the_frame_covers_another(name: str) -> None:
    frame = [p for p in lay_out(network_of(name)).values() if p.in_frame]
    covered = [(a, b) for a, b in combinations(frame, 2) if overlap(a, b)]
    assert not covered


def test_agents_of_one_film_stand_around_it_apart_from_one_another() -> None:
    network = network_of("credits")
    places = lay_out(network)
    leaves = {v: p for v, p in places.items() if not p.in_frame}
    assert len(leaves) > 50 and all(p.films == 1 for p in leaves.values())
    for leaf, place in leaves.items():
        film = places[next(f for f in network[leaf] if network.nodes[f]["kind"] == "film")]
        assert abs(place.x - film.x) < film.width / 2 + 140 and abs(place.y - film.y) < 160
    assert all(abs(a.x - b.x) + abs(a.y - b.y) > 8 for a, b in combinations(leaves.values(), 2))


def test_a_new_agent_of_one_film_does_not_turn_the_picture() -> None:
    network = network_of("credits")
    before = lay_out(network)
    film = ID + "film/amour-2012"
    network.add_node("urn:new", label="New Agent", kind="person", department="cast")
    network.add_edge("urn:new", film, key="c", weight=1, films=(film,))
    after = lay_out(network)
    moved = [
        abs((after[v].x - after[film].x) - (before[v].x - before[film].x))
        for v in before
        if before[v].in_frame
    ]
    assert max(moved) < 60


def test_separate_parts_stand_beside_each_other() -> None:
    network: Any = nx.Graph(name="n", films={}, credits=())
    for part in range(5):
        for one, other in combinations(range(4), 2):
            a, b = f"{part}-{one}", f"{part}-{other}"
            network.add_node(a, label=f"Agent {a}", kind="person", department="")
            network.add_node(b, label=f"Agent {b}", kind="person", department="")
            network.add_edge(a, b, weight=1, films=())
    places = lay_out(network)
    assert not [1 for a, b in combinations(places.values(), 2) if overlap(a, b)]
    assert max(p.x for p in places.values()) - min(p.x for p in places.values()) > 300


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_smallest_networks(size: int) -> None:
    network: Any = nx.path_graph(size)
    nx.relabel_nodes(network, {i: f"v{i}" for i in range(size)}, copy=False)
    for vertex in network:
        network.nodes[vertex].update(label=vertex, kind="person", department="")
    for *_, data in network.edges(data=True):
        data.update(weight=1, films=())
    network.graph |= {"name": "small", "films": {}, "credits": ()}
    drawing = build_drawing(network)
    assert len(drawing.visible()) == size and len(drawing.lines) == size - 1


def test_every_department_of_the_roles_has_a_color() -> None:
    placed = [d for group in GROUPS for d in group.departments]
    assert sorted(placed) == sorted(load_roles().departments)
    assert len({g.light for g in GROUPS}) == len({g.dark for g in GROUPS}) == len(GROUPS)


def brightness(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g.id)
def test_colors_stand_out_from_the_paper(group: Any) -> None:
    assert contrast(group.light, "#fbf9f4") >= 3
    assert contrast(group.dark, "#15171c") >= 3
    assert find_group(group.departments[0] if group.departments else "") is group
