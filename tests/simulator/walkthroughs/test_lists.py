"""A walkthrough may keep lists and open them; its transcript says so, and a goal is not met by less of a list."""

from pathlib import Path

import pytest

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

LOOK = "goal: {retweeted: {of: hello, opened_first: true}}"
GOAL = "goal: {list: {members_at_least: 2, name: {says: [tea]}, private: false}}"
WITH_A_LIST = changed(
    little.PACK, "people:\n", "  lists:\n    - {by: Pat_sim, name: Kind people, members: [Sam_sim]}\npeople:\n"
)
SCRIPT = """\
  - {view: tweet, of: hello, completes: open-one}
  - {list: {name: Tea friends, add: Kim_sim}, leaves_open: read-first, says: "1 of 2 people on your list"}
  - {list: {name: Tea friends, private: true, add: Lou_sim}, leaves_open: read-first, says: "Make your list public."}
  - {list: {name: Tea friends, remove: Lou_sim}, leaves_open: read-first}
  - {list: {name: Tea friends, private: false, add: [Lou_sim]}, completes: read-first}
"""


def walked(folder: Path, pack: str, script: str) -> tuple[list[str], str, dict[str, str]]:
    """Its faults, its transcript, and what became of each near miss of the step."""
    told = course(little.wrote(folder, pack=pack, nell=little.walk(script)))
    near = NearMisses(["read-first"])
    with in_memory() as place:
        worlds = Worlds(told, place)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            found = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
        worlds.close()
    faults = [f"{fault.line + 1} {fault.miss.word}: {fault.miss.message}" for fault in found.faults]
    return faults, found.transcript, {one.name: one.fate for one in near.tripped}


def test_a_list_is_made_filled_judged_and_told(tmp_path: Path) -> None:
    faults, transcript, fates = walked(tmp_path, changed(little.PACK, LOOK, GOAL), SCRIPT)
    assert faults == []
    for words in (
        "makes the list tea-friends", "puts @Kim_sim on the list tea-friends", "changes the list tea-friends",
        "takes @Lou_sim off the list tea-friends",
    ):  # fmt: skip
        assert words in transcript
    assert fates.keys() >= {"one member short", "public or private changed"}
    assert not {"passes", "silent", "stays"} & set(fates.values()), fates


@pytest.mark.parametrize(("who", "completes"), [("Pat_sim", True), ("Sam_sim", False)])
def test_a_list_of_the_pack_is_opened(tmp_path: Path, who: str, completes: bool) -> None:
    pack = changed(WITH_A_LIST, LOOK, "goal: {viewed: {a: list, who: Pat_sim}}")
    line = f"  - {{view: list, who: {who}{', completes: read-first' if completes else ''}}}\n"
    script = "  - {view: tweet, of: hello, completes: open-one}\n" + line
    faults, transcript, fates = walked(tmp_path, pack, script)
    assert (faults == []) is completes
    assert ("looks at list @Pat_sim" in transcript) is completes
    assert "passes" not in fates.values()
