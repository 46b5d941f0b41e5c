"""Stories with streams: the small application, a browser or two, and what their streams say."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.app.sample import WORLD, Sample
from tests.asgi import Client, Streaming

Story = Callable[[Sample, Client], Awaitable[None]]


def play(story: Story) -> None:
    """Run a story in a loop of its own, at most ten seconds; nothing may fail inside, and no stream be left."""
    sample = Sample()
    asyncio.run(asyncio.wait_for(story(sample, Client(sample.app)), 10))
    assert not sample.faults
    assert len(sample.hubs) == 0, "a stream was not let go"


def events(text: str) -> list[str]:
    """The names of the events in a piece of a stream."""
    return [line.removeprefix("event: live:") for line in text.splitlines() if line.startswith("event:")]


def last_id(text: str) -> str:
    """Where the page stands after it."""
    return text.rpartition("id: ")[2].strip()


def now(sample: Sample, account: int = 1) -> str:
    return f"/live?account={account}&since={sample.hubs.hub(WORLD).position(account)}"


async def settled(*streams: Streaming) -> None:
    """Wait until these streams are open and rest, having nothing to say."""
    for stream in streams:
        assert await stream.quiet(0.1)
