"""The words of a way back in: enough of them, short, plain, and none that could be taken for another."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from app import auth

WORDS = Path(auth.__file__).with_name("words.txt").read_text(encoding="utf-8").split()
# Words that sound like others; whoever hears one at the other end of the room might write the other.
SOUND_ALIKE = """aisle isle bare bear beach beech bean been beat beet berry bury blew blue board bored brake break
bread bred buoy ceiling sealing cell sell cent scent sent cereal serial chance chants cheap cheep
cord chord course coarse creak creek currant current dear deer desert dessert dew due draft draught
eight ate fair fare feat feet find fined fir fur flair flare flea flee flour flower fore four fort
fought freeze frieze great grate groan grown guest guessed hail hale hair hare hall haul heal heel
hear here heard herd higher hire hole whole hour our key quay knead need knew new knight night knot
not know lane lain leak leek lessen lesson lynx links made maid mail male main mane maize maze
manner manor meat meet medal meddle metal mettle missed mist moose mousse morning mourning muscle
mussel naval navel oar ore pail pale pain pane pair pear palate palette pause paws peace piece peak
peek pedal peddle peer pier place plaice plain plane plum plumb pole poll pour poor praise prays
pray prey prince prints profit prophet quartz rain reign reed read right write road rode role roll
root route rose rows rough ruff sail sale sauce source scene seen sea see seam seem sew sow shoe
shoo shore sure sight site slay sleigh soar sore sole soul some sum son sun stair stare stake steak
stalk stork steal steel story storey straight strait suite sweet tail tale team teem their there
threw through throne thrown thyme time tide tied toad towed toe tow vain vane vale veil vary very
waist waste wait weight warn worn way weigh weak week weather whether whale wail which witch wood
would yolk yoke""".split()


def one_slip_apart(one: str, other: str) -> bool:
    """Whether a single wrong, missing, extra or swapped letter makes one of the other."""
    if len(one) == len(other):
        wrong = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(wrong) == 2 and one[wrong[0]] + one[wrong[1]] == other[wrong[1]] + other[wrong[0]]
        return len(wrong) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def test_there_are_enough_words_for_thirty_one_bits() -> None:
    assert len(WORDS) == len(set(WORDS)) >= 1296
    assert len(WORDS) ** 3 > 2**31


def test_every_word_is_short_and_easy_to_type() -> None:
    assert not [word for word in WORDS if not re.fullmatch("[a-z]{4,7}", word)]


def test_no_word_becomes_another_by_one_slip() -> None:
    assert not [pair for pair in combinations(WORDS, 2) if one_slip_apart(*pair)]


@pytest.mark.parametrize(("one", "other"), [("clove", "clover"), ("bunny", "funny"), ("lemon", "elmon"), ("at", "bat")])
def test_a_slip_is_seen(one: str, other: str) -> None:
    assert one_slip_apart(one, other)
    assert one_slip_apart(other, one)


def test_no_word_sounds_like_another() -> None:
    assert len(SOUND_ALIKE) > 200
    assert not set(WORDS) & set(SOUND_ALIKE)


def test_a_way_back_is_three_of_these_words() -> None:
    words = auth.new_words().split()
    assert len(words) == 3
    assert set(words) <= set(WORDS)
