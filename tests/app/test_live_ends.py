"""Streams: how they end, how many there may be, and that a page that reads nothing holds up nobody."""

import asyncio

import pytest

from app import live
from app.live import Hubs
from simulator.wake import Wake
from tests.app.sample import WORLD, Sample
from tests.app.stories import events, now, play, settled
from tests.asgi import Client, Streaming

HOME = Wake(frozenset({"timeline"}))


def test_silence_is_broken_by_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)

    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as stream:
            assert [await stream.next() for _ in range(3)] == [":\n\n"] * 3

    play(story)


def test_a_stream_ends_by_itself_and_the_page_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LIFE", 0.2)

    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as stream:
            assert [await stream.next(), await stream.next()] == ["", ""]
            await asyncio.sleep(0)
            assert len(asyncio.all_tasks()) == 2  # this one and the one that waits for it

    play(story)


def test_the_stream_of_somebody_removed_ends_at_once_and_nobody_elses() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample, 1)) as hers, ana.stream(now(sample, 2)) as bens:
            await settled(hers, bens)
            await asyncio.to_thread(sample.hubs.end, WORLD, 1)
            assert events(await hers.next()) == ["reload", "enough"]
            assert await hers.next() == ""
            assert len(sample.hubs) == 1
            sample.hubs.publish(WORLD, HOME)
            assert events(await bens.next()) == ["timeline"]

    play(story)


def test_when_one_sign_in_ends_the_other_device_goes_on() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample) + "&browser=pc") as pc, ana.stream(now(sample) + "&browser=phone") as phone:
            await settled(pc, phone)
            await asyncio.to_thread(sample.hubs.end_browser, "pc")
            assert events(await pc.next()) == ["reload", "enough"]
            assert await phone.quiet()

    play(story)


def test_when_a_world_is_gone_its_streams_are() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        before = now(sample)
        async with ana.stream(before) as stream:
            await settled(stream)
            await asyncio.to_thread(sample.hubs.close, WORLD)
            assert events(await stream.next()) == ["reload", "enough"]
        assert sample.hubs.hub(WORLD).boot != before.split(".")[1]

    play(story)


def test_a_browser_keeps_its_newest_four_streams() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        tabs = [ana.stream(now(sample)) for _ in range(6)]
        other = ana.stream(now(sample) + "&browser=other")
        streams = [await tab.__aenter__() for tab in [other, *tabs]]
        await asyncio.sleep(0.1)
        assert [await stream.next() for stream in streams[1:3]] == ["event: live:enough\ndata:\n\n"] * 2
        await settled(streams[0], *streams[3:])
        assert len(sample.hubs) == 5
        for tab in [other, *tabs]:
            await tab.__aexit__(None, None, None)

    play(story)


def test_a_full_server_says_so_and_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "STREAMS", 2)

    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as one, ana.stream(now(sample)) as two:
            await settled(one, two)
            answer = await ana.ask("GET", now(sample))
            assert (answer.status, answer.headers["retry-after"]) == (503, "30")
            assert live.BUSY in answer.text
        async with ana.stream(now(sample)) as again:
            await settled(again)

    play(story)


def test_a_server_that_stops_ends_every_stream_and_opens_none() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as stream:
            await settled(stream)
            sample.hubs.close_all()
            said = await stream.next()
            assert events(said) == ["pause"]
            assert 1000 <= int(said.partition("retry: ")[2].split()[0]) < 2500
            assert await stream.next() == ""
        assert (await ana.ask("GET", now(sample))).status == 503

    play(story)


def test_a_page_that_closes_leaves_nothing_behind() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        for _ in range(20):
            async with ana.stream(now(sample)):
                pass
        assert len(sample.hubs.hub(WORLD)) == 0
        assert len(asyncio.all_tasks()) == 2  # this one and the one that waits for it

    play(story)


def test_asking_for_the_head_of_a_stream_holds_none() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        stream = Streaming()
        await asyncio.wait_for(sample.app(ana._scope("HEAD", now(sample), "", 0, {}), stream.receive, stream.send), 2)
        assert await stream.next() == ""
        assert stream.head.headers["content-type"].startswith("text/event-stream")

    play(story)


def test_a_page_that_reads_nothing_holds_up_nobody() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        stuck = asyncio.Event()
        sent: list[dict[str, object]] = []

        async def send(message: dict[str, object]) -> None:
            sent.append(message)
            if len(sent) == 2:
                await stuck.wait()

        slow = Streaming()
        scope = ana._scope("GET", now(sample), "", 0, {})
        task = asyncio.create_task(sample.app(scope, slow.receive, send))  # type: ignore[arg-type]  plain dicts
        async with ana.stream(now(sample)) as quick:
            await settled(quick)
            for _ in range(3):
                sample.hubs.publish(WORLD, HOME)
                assert events(await quick.next()) == ["timeline"]
            assert len(sent) == 2
            stuck.set()
            await asyncio.sleep(0.5)
            assert len(sent) == 3  # all it missed, in one write
        slow.gone.set()
        await task

    play(story)


def test_no_more_hubs_are_kept_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HUBS", 10)
    hubs = Hubs()
    for number in range(50):
        hubs.hub(f"w{number}")
    assert hubs.hub("w49") is hubs.hub("w49")
    assert len(hubs._hubs) <= 10


def test_how_often_a_world_was_rewound_is_asked_once() -> None:
    asked: list[str] = []

    def rewinds(world: str) -> int:
        asked.append(world)
        return 7

    hubs = Hubs(rewinds)
    assert hubs.hub("w").position(1).rewinds == 7
    hubs.publish("unknown", HOME)
    assert hubs.hub("w").rewinds == 7
    assert asked == ["w"]
