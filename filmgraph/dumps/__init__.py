"""Dumps of film databases, converted whole: by sets in a scratch database, never row by row.

The ids of a dump decide who is who, so that nothing has to be resolved: its films, people and credits
go straight to the graph, with the same IRIs and triples that the same facts get elsewhere.
"""

from filmgraph.dumps.conventions import load_conventions
from filmgraph.dumps.convert import convert_dump
from filmgraph.dumps.files import DumpFile, DumpFolder, find_dump, find_dumps
from filmgraph.dumps.problems import Problem
from filmgraph.dumps.reading import read_names
from filmgraph.dumps.result import ConvertedDump, DumpCounts, DumpDocument, DumpFilter

# The types of titles that IMDb has.
TYPES = load_conventions().types

__all__ = [
    "TYPES", "ConvertedDump", "DumpCounts", "DumpDocument", "DumpFile", "DumpFilter", "DumpFolder", "Problem",
    "convert_dump", "find_dump", "find_dumps", "read_names",
]  # fmt: skip
