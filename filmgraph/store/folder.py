"""Where everything lies in a store's folder, and whether a folder is a store at all.

```
film.db/
  FORMAT              "filmgraph store 1": what this folder is
  CURRENT             the name of the published generation, "000042"
  writer.lock         held by the one process that writes; holds its process id
  generations/000042/ graph/ layer.nq hidden.nq names.sqlite sources.jsonl manifest.json
  dumps/<key>/        what was loaded from dumps, never changed: graph/ names.sqlite rows/ base.json
  documents/<sha256>  the text of each source, UTF-8, named by its hash
  facts/<key>.jsonl   what was extracted from a document, named by its hash
  ledger.jsonl        a person's decisions, one JSON object a line, only ever appended to
  work/               the writer's scratch; never read, removed at will
```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.store.files import replace_synced, sync_path

FORMAT = "filmgraph store 1"
# Of a generation and of a base alike: the folder of its graph, and its index of names.
GRAPH = "graph"
NAMES = "names.sqlite"
_GENERATION = re.compile(r"\d{6,}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FACTS_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,200}")


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The paths inside the store at `path`."""

    path: Path

    @property
    def current(self) -> Path:
        """The pointer file that names the published generation."""
        return self.path / "CURRENT"

    @property
    def generations(self) -> Path:
        """The folder of generations, one folder each."""
        return self.path / "generations"

    @property
    def work(self) -> Path:
        """The writer's scratch."""
        return self.path / "work"

    @property
    def ledger(self) -> Path:
        """The file of decisions."""
        return self.path / "ledger.jsonl"

    @property
    def writer_lock(self) -> Path:
        """The file that the writer holds locked."""
        return self.path / "writer.lock"

    def generation(self, number: int) -> Path:
        """The folder of a generation, published or not."""
        return self.generations / f"{number:06d}"

    @property
    def bases(self) -> Path:
        """The folder of what was loaded from dumps, one folder a base."""
        return self.path / "dumps"

    def base(self, key: str) -> Path:
        """The folder of a base; raises StoreError where `key` cannot name one."""
        if not _FACTS_KEY.fullmatch(key):
            raise StoreError(f"{key!r} cannot name a base: use letters, digits and '._+-'.")
        return self.bases / key

    def document(self, sha256: str) -> Path:
        """The file of a document's text; raises StoreError where `sha256` is not a hash."""
        if not _SHA256.fullmatch(sha256):
            raise StoreError(f"{sha256!r} is not a document's hash: give the 64 hex digits of a SHA-256.")
        return self.path / "documents" / sha256

    def facts(self, key: str) -> Path:
        """The file of facts kept under `key` (letters, digits, `.`, `_`, `+`, `-`)."""
        if not _FACTS_KEY.fullmatch(key):
            raise StoreError(f"{key!r} cannot name a file of facts: use letters, digits and '._+-'.")
        return self.path / "facts" / f"{key}.jsonl"

    def published(self) -> int:
        """The number of the published generation; 0 where nothing has been published yet."""
        try:
            name = self.current.read_text("ascii").strip()
        except FileNotFoundError:
            return 0
        except (UnicodeDecodeError, OSError) as error:
            raise self.damaged(f"CURRENT cannot be read ({error})") from error
        if not _GENERATION.fullmatch(name):
            raise self.damaged("CURRENT names no generation")
        return int(name)

    def publish(self, number: int) -> None:
        """Make generation `number` the one that readers see from now on."""
        replace_synced(self.current, f"{number:06d}\n".encode())

    def numbers(self) -> list[int]:
        """The numbers of all generations that lie in the folder, lowest first."""
        if not self.generations.is_dir():
            return []
        return sorted(int(p.name) for p in self.generations.iterdir() if _GENERATION.fullmatch(p.name))

    def damaged(self, what: str) -> StoreError:
        """The error for a store whose files do not fit together."""
        return StoreError(
            f"The store {self.path} is damaged: {what}. "
            "Restore the folder from a copy, or build it again with `filmgraph add` in a new folder."
        )


def find_store(path: Path) -> StoreFolder:
    """The store at `path`; raises StoreError where there is none or where it is of another format."""
    folder = StoreFolder(path)
    if not path.exists():
        raise StoreError(f"There is no store at {path}: `filmgraph add FILE… --store {path}` makes one.")
    if not path.is_dir():
        raise StoreError(f"{path} is a file, not a filmgraph store (a store is a folder).")
    try:
        found = (path / "FORMAT").read_text("utf-8").strip()
    except FileNotFoundError:
        raise StoreError(
            f"{path} is a folder but not a filmgraph store (it has no FORMAT file): "
            "name another folder with --store."
        ) from None
    except (UnicodeDecodeError, OSError) as error:
        raise folder.damaged(f"FORMAT cannot be read ({error})") from error
    if found != FORMAT:
        raise StoreError(
            f"{path} says it is {found[:60]!r}; this filmgraph reads {FORMAT!r}: "
            "use the filmgraph that wrote it, or build the store again."
        )
    return folder


def make_folder(path: Path) -> StoreFolder:
    """A folder for a store at `path`, made where there is none; raises StoreError where something else is.

    The folder is a store only after `complete_folder`, which its writer calls.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        # A store whose making was killed holds nothing but these.
        if {p.name for p in path.iterdir()} <= {"FORMAT.new", "writer.lock"}:
            return StoreFolder(path)
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"{path} is a file, not a filmgraph store (a store is a folder).") from None
    except OSError as error:
        raise StoreError(f"The store {path} cannot be written: {error.strerror}.") from error
    return find_store(path)


def complete_folder(folder: StoreFolder) -> None:
    """Make what is missing of a store's files and remove unfinished ones; only the writer may call this."""
    if not (folder.path / "FORMAT").exists():
        replace_synced(folder.path / "FORMAT", f"{FORMAT}\n".encode())
    for name in ("FORMAT.new", "CURRENT.new"):
        (folder.path / name).unlink(missing_ok=True)
    for name in ("generations", "documents", "facts"):
        (folder.path / name).mkdir(exist_ok=True)
    sync_path(folder.path)
