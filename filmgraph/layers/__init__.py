"""Reviews and tables over a base of dumps: what they may mean of it, and what they add to it."""

from filmgraph.layers.given import Given, find_given
from filmgraph.layers.overlay import Overlay, lay_over, weigh_names

__all__ = ["Given", "Overlay", "find_given", "lay_over", "weigh_names"]
