"""A walkthrough may write messages and look at them; people answer in kind, and a goal is not met by less."""

from pathlib import Path

from sqlalchemy import text

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.tracing import trace
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

GOAL = "goal: {messaged: {to: Pat_sim, says: {when: [thursday, thurs]}, min_own: 8}}"
PACK = changed(little.PACK, "goal: {retweeted: {of: hello, opened_first: true}}", GOAL)
PACK = changed(PACK, "goal: {viewed: {a: tweet}}", "goal: {viewed: {a: messages}}")
PACK = changed(PACK, "follows: {me: [Pat_sim], Pat_sim: [Sam_sim]}", "follows: {me: [Pat_sim], Pat_sim: [Sam_sim, me]}")
PACK = changed(
    PACK,
    "    reactions:\n",
    """\
    reactions:
      - reaction: pat-writes-back
        when: {messaged: {to: Pat_sim}}
        if: {done: read-first}
        wait: 20s to 40s
        then: [{by: Pat_sim, message: ["Thursday it is, $my_name.", "Good, $me. Thursday."]}]
""",
)
PACK = changed(PACK, 'tweet: "Who is new?"}', 'message: "$my_name, come to the tea room"}')
OLD = '  messages: [{from: Sam_sim, to: Pat_sim, ago: 3h, text: "Is it $class_tag today?"}]'
PACK = changed(PACK, "people:\n", f"{OLD}\npeople:\n")
SCRIPT = """\
  - {view: messages, completes: open-one}
  - {message: "I could come then, gladly", to: Pat_sim, leaves_open: read-first, says: "when"}
  - {message: "I could come on Thursday", to: Sam_sim, refused: "does not follow you", leaves_open: read-first}
  - {tweet: "Thursday would be fine for me", leaves_open: read-first, says: "use Messages"}
  - {message: "I could come on Thursday", to: Pat_sim, completes: read-first}
  - {wait: 45s, then_see: [{by: Pat_sim, messaged: me, says: "Thursday"}]}
  - {wait: 120s, then_see: [{by: Pat_sim, messaged: me, says: "Nell, come to the tea room"}]}
"""


def test_a_message_is_played_judged_answered_and_told(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path, pack=PACK, nell=little.walk(SCRIPT)))
    assert "messages" in told.views
    near = NearMisses(["read-first"])
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            walked = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
            with player.looking(None) as sim:
                traced = "\n".join(trace(sim, "nell_new", "read-first"))
        worlds.close()
    assert walked.faults == []
    assert 'writes to @Pat_sim: "I could come on Thursday"' in walked.transcript
    assert "looks at messages" in walked.transcript
    assert "[pat-writes-back, " in walked.transcript
    assert "was not enough." in traced  # what the trainer reads of a try
    assert "I could come then" not in traced
    fates = {one.name: one.fate for one in near.tripped}
    assert fates["tweet in place of a message"] == "nearly"
    assert fates["wrong person"] in ("nearly", "refused")
    assert not {"passes", "silent", "stays"} & set(fates.values())


def test_the_cast_had_written_before_anybody_came(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path, pack=PACK, nell=little.walk(SCRIPT)))
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player, player.looking(None) as sim:
            found = sim.session.execute(
                text(
                    "SELECT s.handle, r.handle, m.text FROM message m JOIN account s ON s.id = m.sender"
                    " JOIN account r ON r.id = m.recipient"
                )
            ).all()
        worlds.close()
    assert [tuple(row) for row in found] == [("Sam_sim", "Pat_sim", "Is it CareClass today?")]
