"""The part of a network around some of its vertices."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import networkx as nx

from filmgraph.errors import UsageError
from filmgraph.model.names import fold, surname

Network = Any


def take_focus(network: Network, focus: Iterable[str], depth: int) -> Network:
    """What lies within `depth` steps of one of the vertices named in `focus`, in either direction.

    A name fits as a whole, without case and accents, or else as the end of a
    name ("Audiard"); IRIs fit exactly. An IRI that the network lacks is passed
    over where another one is found, so that a team may be given with its
    members. The films and credits of the network are cut down with it.

    Raises UsageError for a depth below 0, for names that the network lacks, and
    for a name that fits several vertices.
    """
    if depth < 0:
        raise UsageError(f"--depth counts steps from the focus; {depth} is less than none.")
    centers = _find_centers(network, list(focus))
    near: set[str] = set()
    plain = network.to_undirected(as_view=True)
    for center in centers:
        near |= nx.single_source_shortest_path_length(plain, center, cutoff=depth).keys()
    part = network.subgraph(near).copy()
    part.graph["focus"] = tuple(network.nodes[center]["label"] for center in centers)
    return _cut_down(part)


def _find_centers(network: Network, focus: list[str]) -> list[str]:
    found: list[str] = []
    missing: list[str] = []
    for wanted in focus:
        if wanted in network:
            found.append(wanted)
        elif named := _find_named(network, wanted):
            found.append(named)
        else:
            missing.append(wanted)
    if not found:
        raise UsageError(_say_missing(network, missing))
    return found


def _find_named(network: Network, wanted: str) -> str | None:
    folded = fold(wanted)
    if not folded:
        return None
    labels = {v: fold(label) for v, label in network.nodes(data="label")}
    fits = [v for v, label in labels.items() if label == folded]
    fits = fits or [v for v, label in labels.items() if label.endswith(" " + folded)]
    if len(fits) > 1:
        names = ", ".join(
            f"{network.nodes[v]['label']} ({network.nodes[v]['kind']})" for v in sorted(fits)[:6]
        )
        raise UsageError(f"--focus {wanted!r} fits several: {names}. Give the whole name, or an IRI.")
    return fits[0] if fits else None


def _say_missing(network: Network, missing: list[str]) -> str:
    labels = sorted(label for _, label in network.nodes(data="label"))
    names = {surname(label): label for label in labels} | {fold(label): label for label in labels}
    near = difflib.get_close_matches(fold(missing[0]), names, n=3, cutoff=0.6) if missing else []
    hint = f" Did you mean {', '.join(names[n] for n in near)}?" if near else ""
    wanted = ", ".join(repr(m) for m in missing)
    return f"The network {network.graph.get('name', '')!r} holds no {wanted}.{hint}"


def _cut_down(part: Network) -> Network:
    """Leave only the films, credits and adaptations that the part still shows."""
    films = {v for v, kind in part.nodes(data="kind") if kind == "film"}
    films = films.union(*(on for *_, on in part.edges(data="films") if on))
    part.graph["films"] = {f: card for f, card in part.graph.get("films", {}).items() if f in films}
    part.graph["credits"] = tuple(
        c for c in part.graph.get("credits", ()) if c.film in films and c.agent in part
    )
    ties = {a for *_, a in part.edges(data="adaptation") if a}
    part.graph["adaptations"] = {a: q for a, q in part.graph.get("adaptations", {}).items() if a in ties}
    return part
