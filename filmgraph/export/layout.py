"""Where the vertices of a network's picture stand, the same places every time.

The frame of the picture are the films and the agents of several films. Each
connected part of it is laid out by stress (Kamada and Kawai 1989; by springs
where it is large), vertices are moved apart until no label covers another, and
the parts are packed beside each other. An agent of one film only stands in a
ring around that film: it adds nothing to the frame's shape, and showing or
hiding it moves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Any

import networkx as nx
import numpy as np

from filmgraph.errors import FilmgraphError

Network = Any
Point = tuple[float, float]
Boxes = dict[str, tuple[float, float]]
Ties = Sequence[tuple[str, str]]

# A picture of more is a smear, and takes minutes to lay out.
MOST_VERTICES = 4_000
# A network of up to this many vertices is shown whole at first, so all of it belongs to the frame.
SHOWN_WHOLE = 70
# Up to this many vertices stress is quick and gives the clearest drawing.
_STRESS = 220
_SEED = 7
# Pixels between neighbors in the frame, between two parts, and around a label.
_STEP, _GUTTER, _MARGIN = 112.0, 70.0, 14.0
# Labels are wide and low: what is stretched sideways overlaps less.
_STRETCH = 1.15
# The average width of a letter in a name (11.5 pixels, sans serif) and in a title (12.5, italic).
_LETTER, _TITLE_LETTER = 6.3, 6.8
LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where a vertex stands, in pixels: its center, its mark's radius, and the box of mark and label.

    `films` is the number of its films; `in_frame` is False for agents of one film.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    films: int
    in_frame: bool


def lay_out(network: Network) -> dict[str, Place]:
    """The place of every vertex, in the order of the network; the picture's middle is (0, 0).

    Raises FilmgraphError where the network is too large for a picture.
    """
    if len(network) > MOST_VERTICES:
        raise FilmgraphError(
            f"The network has {len(network):,} vertices, more than the {MOST_VERTICES:,} that a picture can "
            "show. Take the part around a name with --focus NAME --depth 1, or export .graphml or .gexf."
        )
    graph = plain_graph(network)
    counts = count_films(network)
    frame = _find_frame(network, graph, counts)
    marks = {v: _measure(network.nodes[v], counts[v]) for v in network}
    boxes = {v: (width, height) for v, (_, width, height) in marks.items()}
    # What an arrow means is read from left to right; a credit means no direction.
    ties = [] if network.is_multigraph() or not network.is_directed() else sorted(network.edges())
    points = _lay_out_frame(graph.subgraph(frame), _make_room(boxes, graph, frame), ties)
    points |= _lay_out_leaves(graph, network, points, boxes)
    points = _center(points)
    return {
        v: Place(round(points[v][0], 1), round(points[v][1], 1), *marks[v], counts[v], v in frame)
        for v in network
    }


def plain_graph(network: Network) -> Network:
    """The network as a simple undirected graph with summed weights; teams are tied to their members."""
    graph: Any = nx.Graph()
    graph.add_nodes_from(sorted(network))
    for source, target, weight in network.edges(data="weight", default=1):
        known = graph.edges[source, target]["weight"] if graph.has_edge(source, target) else 0
        graph.add_edge(source, target, weight=known + weight)
    for team, member in team_ties(network):
        if not graph.has_edge(team, member):
            graph.add_edge(team, member, weight=1)
    return graph


def team_ties(network: Network) -> list[tuple[str, str]]:
    """The teams of the network with those of their members that are in it."""
    return sorted(
        (team, member)
        for team, members in network.nodes(data="members")
        for member in members or ()
        if member in network
    )


def count_films(network: Network) -> dict[str, int]:
    """How many films each vertex has; 1 for a film."""
    films: dict[str, set[str]] = defaultdict(set)
    for source, target, on in network.edges(data="films"):
        films[source].update(on or ())
        films[target].update(on or ())
    return {v: 1 if kind == "film" else len(films[v]) for v, kind in network.nodes(data="kind")}


def shorten(label: str) -> str:
    """A label as it is drawn."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


def _measure(vertex: Mapping[str, Any], films: int) -> tuple[float, float, float]:
    """A vertex's radius, and the width and height of its mark with its label."""
    letters = len(shorten(vertex["label"]))
    if vertex["kind"] in ("film", "work"):
        return 13.0, round(letters * _TITLE_LETTER + 20, 1), 26.0
    text = letters * _LETTER
    radius = round(min(3.4 + 2.4 * sqrt(films), 16.0), 1)
    return radius, round(max(text, 2 * radius), 1), round(2 * radius + 15, 1)


def _find_frame(network: Network, graph: Network, counts: Mapping[str, int]) -> set[str]:
    """Films, works, agents of several films, and whoever is tied to more than one of them."""
    fixed = {v for v, kind in network.nodes(data="kind") if kind in ("film", "work") or counts[v] > 1}
    kinds = {kind for _, kind in network.nodes(data="kind")}
    if len(graph) <= SHOWN_WHOLE or "film" not in kinds or "work" in kinds:
        # Without films there is nothing to stand around in a ring; an author belongs to the frame.
        return set(graph)
    return fixed | {v for v in graph if v not in fixed and len(graph.adj[v].keys() & fixed) != 1}


def _make_room(boxes: Boxes, graph: Network, frame: set[str]) -> Boxes:
    """The boxes of the frame, those with a ring around them enlarged by part of the ring."""
    roomy = {}
    for vertex in frame:
        leaves = len(graph.adj[vertex].keys() - frame)
        extra = min(7 * sqrt(leaves), 34)
        roomy[vertex] = (boxes[vertex][0] + 1.4 * extra, boxes[vertex][1] + 1.6 * extra)
    return roomy


def _lay_out_frame(frame: Network, boxes: Boxes, ties: Ties) -> dict[str, Point]:
    parts = sorted((sorted(part) for part in nx.connected_components(frame)), key=lambda p: (-len(p), p))
    drawn = []
    for part in parts:
        points = _level(_draw_part(frame.subgraph(part), part), part)
        points *= _reading_direction(part, points, ties)
        drawn.append(_part_boxes(part, points, boxes))
    return _pack(drawn, boxes)


def _draw_part(graph: Network, order: Sequence[str]) -> np.ndarray[Any, Any]:
    """The raw positions of one connected part, its edges about _STEP long."""
    if len(order) == 1:
        return np.zeros((1, 2))
    plain: Any = nx.Graph()
    plain.add_nodes_from(order)
    # Pairs that share much stand closer; the root keeps heavy pairs from falling together.
    plain.add_edges_from(
        (a, b, {"length": 1 / sqrt(w) ** 0.5, "weight": sqrt(w)})
        for a, b, w in sorted((min(a, b), max(a, b), w) for a, b, w in graph.edges(data="weight"))
    )
    found: Any
    if len(order) <= _STRESS:
        found = nx.kamada_kawai_layout(plain, weight="length")
    else:
        start = nx.spring_layout(plain, weight="weight", seed=_SEED, iterations=120)
        found = nx.forceatlas2_layout(plain, pos=start, max_iter=120, seed=_SEED, scaling_ratio=3.0)
    points = np.array([found[v] for v in order], dtype=float)
    lengths = [hypot(*(found[a] - found[b])) for a, b in plain.edges()]
    points *= _STEP / (sum(lengths) / len(lengths))
    return points


def _level(points: np.ndarray[Any, Any], order: Sequence[str]) -> np.ndarray[Any, Any]:
    """The points turned so that their longest extent lies level, and stretched sideways."""
    points = points - points.mean(axis=0)
    if len(order) > 2:
        _, vectors = np.linalg.eigh(np.cov(points.T))
        points = points @ vectors[:, ::-1]
        # Eigenvectors come with either sign: the first vertex goes to the upper left.
        points *= np.where(points[0] > 0, -1.0, 1.0)
    elif len(order) == 2:
        half = hypot(*(points[0] - points[1])) / 2
        points = np.array([[-half, 0.0], [half, 0.0]])
    stretched: np.ndarray[Any, Any] = points * np.array([_STRETCH, 1.0])
    return stretched


def _reading_direction(part: Sequence[str], points: np.ndarray[Any, Any], ties: Ties) -> np.ndarray[Any, Any]:
    """What turns most ties from left to right: 1 or -1 for the x axis."""
    place = {v: float(x) for v, (x, _) in zip(part, points, strict=True)}
    along = sum(place[b] - place[a] for a, b in ties if a in place and b in place)
    return np.array([-1.0 if along < 0 else 1.0, 1.0])


def _part_boxes(part: Sequence[str], points: np.ndarray[Any, Any], boxes: Boxes) -> dict[str, Point]:
    sizes = np.array([boxes[v] for v in part])
    moved = _move_apart(points, sizes)
    return {v: (float(x), float(y)) for v, (x, y) in zip(part, moved, strict=True)}


def _move_apart(points: np.ndarray[Any, Any], sizes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Points moved, each as little as possible, until their boxes do not overlap (or patience ends)."""
    points = points.copy()
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2 + _MARGIN
    # As many rounds as a few seconds allow, 600 for up to 300 vertices.
    for patience in range(1, min(600, 55_000_000 // max(len(points), 1) ** 2) + 1):
        apart = points[:, None, :] - points[None, :, :]
        overlap = reach - np.abs(apart)
        np.einsum("iik->ik", overlap)[:] = 0.0
        hit = (overlap > 0).all(axis=2)
        if not hit.any():
            break
        # Along the axis on which the least movement frees the pair; a pair in one place parts by index.
        along = overlap.argmin(axis=2)
        sign = np.sign(apart)
        index = np.arange(len(points))
        ties = np.sign(index[:, None] - index[None, :])[:, :, None]
        sign = np.where(sign == 0, ties, sign)
        push = np.where(hit[:, :, None], overlap * sign * 0.5, 0.0)
        axis = np.stack([along == 0, along == 1], axis=2)
        points += (push * axis).sum(axis=1) * 0.6
        if patience % 40 == 0:
            # A crowd that only pushes in a circle needs more room.
            points *= 1.06
    return points


def _pack(parts: Sequence[Mapping[str, Point]], boxes: Boxes) -> dict[str, Point]:
    """The parts in rows, the largest first, in about the shape of a screen."""
    bounds = [_bounds(part, boxes) for part in parts]
    area = sum((right - left + _GUTTER) * (low - high + _GUTTER) for left, high, right, low in bounds)
    widest = max([sqrt(area * 1.6), *(b[2] - b[0] for b in bounds)], default=0.0)
    packed: dict[str, Point] = {}
    x = y = row = 0.0
    for part, (left, high, right, low) in zip(parts, bounds, strict=True):
        if x and x + right - left > widest:
            x, y, row = 0.0, y + row + _GUTTER, 0.0
        packed |= {v: (px - left + x, py - high + y) for v, (px, py) in part.items()}
        x += right - left + _GUTTER
        row = max(row, low - high)
    return packed


def _bounds(part: Mapping[str, Point], boxes: Boxes) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a part's boxes."""
    return (
        min(x - boxes[v][0] / 2 for v, (x, _) in part.items()),
        min(y - boxes[v][1] / 2 for v, (_, y) in part.items()),
        max(x + boxes[v][0] / 2 for v, (x, _) in part.items()),
        max(y + boxes[v][1] / 2 for v, (_, y) in part.items()),
    )


def _lay_out_leaves(
    graph: Network, network: Network, points: Mapping[str, Point], boxes: Boxes
) -> dict[str, Point]:
    """Places for the agents of one film, in rings around it, where there is most room first."""
    leaves: dict[str, list[str]] = defaultdict(list)
    for vertex in graph:
        if vertex not in points:
            center = next(n for n in sorted(graph.adj[vertex]) if n in points)
            leaves[center].append(vertex)
    taken = [points[v] for v in sorted(points)]
    placed: dict[str, Point] = {}
    for center in sorted(leaves):
        order = sorted(
            leaves[center], key=lambda v: (network.nodes[v]["department"], network.nodes[v]["label"], v)
        )
        slots = _choose_slots(points[center], boxes[center], len(order), taken)
        placed |= dict(zip(order, slots, strict=True))
        taken += slots
    return placed


def _choose_slots(center: Point, box: tuple[float, float], count: int, taken: Sequence[Point]) -> list[Point]:
    """`count` places on ellipses around a film's card, the free ones first, in the order of their angle."""
    slots: list[tuple[float, float, Point]] = []
    others = np.array([p for p in taken if p != center] or [(1e6, 1e6)])
    ring = 0
    while len(slots) < count * 2:
        a, b = box[0] / 2 + 34 + 26 * ring, box[1] / 2 + 30 + 26 * ring
        around = max(8, int(pi * (3 * (a + b) - sqrt((3 * a + b) * (a + 3 * b))) / 28))
        for i in range(around):
            angle = 2 * pi * (i + ring % 2 / 2) / around - pi / 2
            point = (center[0] + a * cos(angle), center[1] + b * sin(angle))
            room = float(np.hypot(others[:, 0] - point[0], others[:, 1] - point[1]).min())
            # Full rings are filled from the inside; a place on top of another vertex comes last.
            slots.append((ring + (0 if room > 24 else 10), angle, point))
        ring += 1
    chosen = sorted(slots)[:count] if count * 2 > len(slots) else _spread(sorted(slots), count)
    return [point for _, _, point in sorted(chosen, key=lambda s: (s[1], s[0]))]


def _spread(slots: Sequence[tuple[float, float, Point]], count: int) -> Sequence[tuple[float, float, Point]]:
    """The best ring's slots evenly thinned out where it has more than enough."""
    best = [slot for slot in slots if slot[0] == slots[0][0]]
    if len(best) <= count:
        return slots[:count]
    return [best[i * len(best) // count] for i in range(count)]


def _center(points: Mapping[str, Point]) -> dict[str, Point]:
    if not points:
        return {}
    middle_x = (min(x for x, _ in points.values()) + max(x for x, _ in points.values())) / 2
    middle_y = (min(y for _, y in points.values()) + max(y for _, y in points.values())) / 2
    return {v: (x - middle_x, y - middle_y) for v, (x, y) in points.items()}


def bounds(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn; a unit box for nothing."""
    places = list(places)
    if not places:
        return (0.0, 0.0, 1.0, 1.0)
    return (
        min(p.x - p.width / 2 for p in places),
        min(p.y - p.height / 2 for p in places),
        max(p.x + p.width / 2 for p in places),
        max(p.y + p.height / 2 for p in places),
    )
