"""Lets worlds go on by themselves: each that somebody watches runs its agenda at the right moment (ruling 17)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from app.installation import Installation
from app.threads import aside
from simulator.errors import Missing

BEAT = 0.5  # seconds between two looks at who is due; a persona is never later than that
SWEEP = timedelta(minutes=10)


class Ticker:
    """Looks at the rooms in memory and never at files; nothing runs in a world that nobody watches (`packs.md` 4)."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation

    @asynccontextmanager
    async def running(self, *, by_hand: bool = False) -> AsyncIterator[None]:
        """Tick as long as this block runs; by hand, only `/test/clock` does."""
        task = asyncio.create_task(self._beat()) if not by_hand else None
        try:
            yield
        finally:
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _beat(self) -> None:
        swept = self._installation.wall.now()
        while True:
            await asyncio.sleep(BEAT)
            for key in self._installation.hubs.watched():
                with suppress(Missing):
                    await self._installation.attend(key)
            if self._installation.wall.now() - swept > SWEEP:
                swept = self._installation.wall.now()
                await aside(self._installation.sweep)
