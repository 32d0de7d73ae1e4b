"""Pictures and files of the graph."""
