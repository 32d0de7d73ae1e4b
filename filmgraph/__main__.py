"""`python -m filmgraph` is `filmgraph`."""

from filmgraph.cli import main

main()
