"""Which threads do what: a few read and render pages, others act and wait for the disk; nobody else makes threads.

Python runs one thread at a time, so more of them than processors only get in each other's way: with forty, a page takes
half as long again under load. Acts wait for the disk and must not take a reader's place.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter

READERS = max(2, os.cpu_count() or 2)
ACTORS = 16

P = ParamSpec("P")
T = TypeVar("T")
_actors = CapacityLimiter(ACTORS)


def set_up() -> None:
    """Give reads as many threads as there are processors; to be called in the running loop, once it starts."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = READERS


async def aside(function: Callable[P, T], *words: P.args, **more: P.kwargs) -> T:
    """Do something that waits for the disk, in a thread that no reader needs."""
    return await anyio.to_thread.run_sync(partial(function, *words, **more), limiter=_actors)
