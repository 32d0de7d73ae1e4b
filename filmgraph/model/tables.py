"""What a mapping says of a table: how its file is divided, what its columns and role words mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# What a column or a role word is mapped to where nothing is to be read in it.
IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class TableMap:
    """How one kind of table is to be read, where its headers alone do not say so.

    `delimiter` divides cells ("" where the file itself tells); `header` names the columns of a file without
    a header row; `quotes` says whether quotation marks hold cells together; `records` is the dotted path of
    the array of records in a JSON file. `columns` gives columns their meaning or role by their folded
    header ("crew job" for the key "job" within the objects of the column "crew"), `words` does so for
    words of the role column. A table whose headers include all of `recognized_by` is read so unasked.
    """

    name: str
    summary: str = ""
    delimiter: str = ""
    header: tuple[str, ...] = ()
    quotes: bool = True
    records: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    recognized_by: frozenset[str] = frozenset()
