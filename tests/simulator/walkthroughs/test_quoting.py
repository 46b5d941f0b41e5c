"""A walkthrough may quote, its transcript says so, and near misses of a quote are tried like those of any act."""

from pathlib import Path

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

GOAL = "goal: {quoted: {of: hello, form: card, min_own: 15}}"
PACK = changed(little.PACK, "goal: {retweeted: {of: hello, opened_first: true}}", GOAL)
SCRIPT = """\
  - {view: tweet, of: hello, completes: open-one}
  - {quote: "Read", of: hello, leaves_open: read-first}
  - {quote: "Worth a look for all of us", of: hello, completes: read-first}
"""


def test_a_quote_is_played_judged_and_told(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path, pack=PACK, nell=little.walk(SCRIPT)))
    near = NearMisses(["read-first"])
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            walked = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
        worlds.close()
    assert walked.faults == []
    assert 'quotes @Pat_sim: "Worth a look for all of us"' in walked.transcript
    fates = {one.name: one.fate for one in near.tripped}
    assert fates["plain retweet in place of a quote"] == "nearly"
    assert fates["tweet in place of a quote"] == "nearly"
    assert not {"passes", "silent", "stays"} & set(fates.values())
