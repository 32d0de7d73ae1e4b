"""Networks and paths over the graph."""
