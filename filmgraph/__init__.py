"""filmgraph: film reviews and credit lists as a knowledge graph, with the words behind every credit."""

__version__ = "0.1.0"
