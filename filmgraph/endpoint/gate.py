"""Work that blocks, done in threads while the server goes on; what is too much is turned away at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from filmgraph.errors import FilmgraphError

Result = TypeVar("Result")


class BusyError(FilmgraphError):
    """More was asked at one time than the server takes on."""


class Gate:
    """Lets at most `width` pieces of work in at a time; the next one is refused and can come back.

    A waiting request costs a thread, so that their number is the limit: those
    who would have to wait longest learn it at once.
    """

    def __init__(self, name: str, width: int) -> None:
        self._threads = ThreadPoolExecutor(width, thread_name_prefix=name)
        self._width = width
        self._inside = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """What `work` returns or raises; BusyError where no more can be let in.

        Where the caller is canceled, `work` is left to end by itself.
        """
        if self._inside >= self._width:
            raise BusyError("The server is busy: try again in a moment.")
        self._inside += 1
        future = self._threads.submit(work)
        # Counted until the thread is free again, not until the caller has lost patience.
        loop = asyncio.get_running_loop()
        future.add_done_callback(lambda _: self._leave(loop))
        return await asyncio.wrap_future(future)

    def _leave(self, loop: asyncio.AbstractEventLoop) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._count_down)

    def _count_down(self) -> None:
        self._inside -= 1
