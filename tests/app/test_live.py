"""Streams: what a listening page is told, and that it is told nothing else (safety T6)."""

import asyncio

import pytest

from simulator.wake import Wake
from tests.app.sample import WORLD, Sample
from tests.app.stories import events, last_id, now, play, settled
from tests.asgi import Client

HOME = Wake(frozenset({"timeline"}))


def test_a_stream_says_topics_as_named_events_with_the_position_after_the_last() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as stream:
            await settled(stream)
            sample.hubs.publish(WORLD, Wake(frozenset({"timeline", "hashtag:dŵr"}), {1: frozenset({"guide"})}))
            said = await stream.next()
            place = sample.hubs.hub(WORLD).position(1)
            assert said == (
                "event: live:guide\ndata:\n\nevent: live:hashtag:d-175-r\ndata:\n\n"
                f"event: live:timeline\ndata:\nid: {place}\n\n"
            )
            assert stream.head.status == 200
            assert stream.head.headers["content-type"] == "text/event-stream; charset=utf-8"
            assert stream.head.headers["cache-control"] == "no-store"
            assert stream.head.headers["x-content-type-options"] == "nosniff"
            assert "content-length" not in stream.head.headers

    play(story)


def test_a_burst_is_said_in_one_breath() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample)) as stream:
            await settled(stream)
            for _ in range(20):
                await asyncio.to_thread(sample.hubs.publish, WORLD, HOME)
            said = [await stream.next(), await stream.next()]
            assert [events(text) for text in said] == [["timeline"], ["timeline"]]
            assert await stream.quiet(0.3)

    play(story)


def test_a_page_that_comes_back_hears_what_it_missed_and_an_outsider_hears_nothing() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        ana_at, cat_at = now(sample, 1), now(sample, 3)
        sample.hubs.publish(WORLD, Wake(named={1: frozenset({"messages"}), 2: frozenset({"messages"})}))
        async with ana.stream(ana_at) as member, ana.stream(cat_at) as outsider:
            said = await member.next()
            assert events(said) == ["messages"]
            assert await outsider.quiet()
        async with ana.stream(ana_at, {"last-event-id": last_id(said)}) as again:
            assert await again.quiet()

    play(story)


def test_a_named_wake_sends_the_others_not_a_byte_and_their_ids_show_no_gap() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(now(sample, 1)) as member, ana.stream(now(sample, 3)) as outsider:
            await settled(member, outsider)
            before = sample.hubs.hub(WORLD).position(3)
            sample.hubs.publish(WORLD, Wake(named={1: frozenset({"messages"})}))
            assert events(await member.next()) == ["messages"]
            assert await outsider.quiet()
            sample.hubs.publish(WORLD, HOME)
            said = await outsider.next()
            assert last_id(said) == f"{before.rewinds}.{before.boot}.{before.public + 1}.{before.own}"

    play(story)


def test_another_world_hears_nothing() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        elsewhere = sample.hubs.hub("w2")
        async with ana.stream(f"/live?world=w2&since={elsewhere.position(1)}") as stream:
            await settled(stream)
            sample.hubs.publish(WORLD, Wake(frozenset({"timeline"}), {1: frozenset({"guide"})}))
            sample.hubs.end(WORLD, 1)
            assert await stream.quiet()

    play(story)


@pytest.mark.parametrize("since", ["", "?since=", "?since=nonsense", "?since=0.ffffffff.3.4", "?since=0.ab.-1.0"])
def test_a_page_that_hands_back_nonsense_looks_at_everything(since: str) -> None:
    async def story(sample: Sample, ana: Client) -> None:
        async with ana.stream(f"/live{since}") as stream:
            assert events(await stream.next()) == ["resync"]
            assert await stream.quiet()

    play(story)


def test_after_a_rewind_every_open_page_is_told_to_load_anew() -> None:
    async def story(sample: Sample, ana: Client) -> None:
        before = now(sample)
        async with ana.stream(before) as stream:
            await settled(stream)
            await asyncio.to_thread(sample.hubs.rewound, WORLD, 1)
            said = await stream.next()
            assert events(said) == ["reload"]
            assert await stream.quiet()
        async with ana.stream(before) as late, ana.stream(before, {"last-event-id": last_id(said)}) as told:
            assert events(await late.next()) == ["reload"]
            assert await told.quiet()

    play(story)
