"""A walkthrough may search, its transcript says so, and a goal that asks for a saved search is not met by less."""

from pathlib import Path

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

GOAL = "goal: {searched: {for: '#$class_tag', saved: true}}"
PACK = changed(little.PACK, "goal: {retweeted: {of: hello, opened_first: true}}", GOAL)
SCRIPT = """\
  - {view: tweet, of: hello, completes: open-one}
  - {search: "CareClass", saved: true, leaves_open: read-first}
  - {search: "#CareClass", leaves_open: read-first}
  - {search: "#$class_tag", saved: true, completes: read-first}
"""


def test_a_search_is_played_judged_and_told(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path, pack=PACK, nell=little.walk(SCRIPT)))
    assert told.reads_searches
    near = NearMisses(["read-first"])
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            walked = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
        worlds.close()
    assert walked.faults == []
    assert 'looks up "#CareClass"' in walked.transcript
    assert 'saves the search "#CareClass"' in walked.transcript
    fates = {one.name: one.fate for one in near.tripped}
    assert fates["search not saved"] == "progress"  # one thing of the two is done
    assert fates["something else looked up"] == "nearly"
    assert not {"passes", "silent", "stays"} & set(fates.values())


def test_searches_are_only_read_where_a_check_asks(tmp_path: Path) -> None:
    assert not course(little.wrote(tmp_path)).reads_searches
