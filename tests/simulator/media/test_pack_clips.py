"""Clips of a pack play from the pack, and what somebody brings counts where goals ask for a picture or a clip."""

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from simulator import engine, timelines
from simulator.actions import tweets
from simulator.models.tweets import Tweet, TweetPicture
from simulator.models.uploads import Upload
from simulator.sim import Sim
from tests import makes_media as make
from tests.cast import Stage
from tests.simulator.packs import small
from tests.simulator.test_casting import sound, world

CLIP = """\
walk.webm: {alt: "A walk", credit: x, licence: x, kind: clip, captions: walk.vtt, poster: still.gif, also: walk.mp4}
still.gif: {alt: "A path", credit: x, licence: x}
"""
OLD = '  - {id: film, by: Jo_sim, ago: 1h, tweet: "Walk with us", clip: walk.webm}\nmessages:'


def test_an_old_tweet_shows_its_clip_with_poster_captions_and_second_form(folder: Path, tmp_path: Path) -> None:
    small.wrote(tmp_path, world=small.WORLD.replace("messages:", OLD), media=CLIP)
    files = {"walk.webm": make.webm(), "walk.mp4": make.clip(), "walk.vtt": b"WEBVTT\n", "still.gif": make.gif(1)}
    for name, content in files.items():
        small.put(tmp_path / "media" / name, content)
    with world(folder, sound(tmp_path)) as made, engine.looking(made, None, datetime(2026, 3, 11, tzinfo=UTC)) as sim:
        [shown] = timelines.media(sim, "Jo_sim").talks[0].tweets[0].pictures
        assert (shown.kind, shown.poster, shown.captions, shown.also) == ("clip", "still.gif", "walk.vtt", "walk.mp4")
        assert (shown.width, shown.height) == make.SMALL


def test_a_clip_of_ones_own_is_a_clip_and_no_picture(stage: Stage) -> None:
    def brings(sim: Sim) -> None:
        for name, kind in (("u1.webm", "clip"), ("u2.webp", "picture")):
            sim.session.add(Upload(account=sim.actor, name=name, kind=kind, width=9, height=9, at=sim.now))
        sim.session.flush()

    stage.act("ana", brings)
    stage.act("ana", tweets.post_tweet, text="Look", pictures=[("u1.webm", "A walk")], captions="WEBVTT\n\nx\n")
    stage.act("ana", tweets.post_tweet, text="And look", pictures=[("u2.webp", "A path")])
    with stage.sees("ana") as sim:
        told = [(one.pictures, one.clips) for one in sim.session.exec(select(Tweet).order_by(Tweet.id))]
        assert told == [(0, 1), (1, 0)]
        assert [bool(row.captions) for row in sim.session.exec(select(TweetPicture).order_by(TweetPicture.tweet))] == [
            True,
            False,
        ]
