"""A walkthrough may tell a thing in parts, each an answer to the one before, and one part short is not enough."""

from pathlib import Path

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

GOAL = "goal: {threaded: {parts: 3, numbered: true, min_own: 8}}"
PACK = changed(little.PACK, "goal: {retweeted: {of: hello, opened_first: true}}", GOAL)
SCRIPT = """\
  - {view: tweet, of: hello, completes: open-one}
  - {tweet: "Our ward tried something 1/3", leaves_open: read-first}
  - {tweet: "It was a quiet hour 2/3", leaves_open: read-first}
  - {tweet: "We began with ten minutes 1/3", leaves_open: read-first}
  - {reply: "Then an hour each day 2/3", leaves_open: read-first}
  - {reply: "And people sleep better 3/3", completes: read-first}
"""


def test_a_chain_is_played_judged_and_told(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path, pack=PACK, nell=little.walk(SCRIPT)))
    near = NearMisses(["read-first"])
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            walked = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
        worlds.close()
    assert walked.faults == []
    assert "And people sleep better 3/3" in walked.transcript
    fates = {one.name: one.fate for one in near.tripped}
    assert {"new tweet in place of an answer", "number missing", "wrong number"} <= fates.keys()
    assert not {"passes", "silent", "stays"} & set(fates.values())
