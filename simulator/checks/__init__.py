"""The check language (packs.md 2.4): what a learner really did, held against what a step asks; values in, values out.

`meets` and `fits` judge, `read_back`, `progress`, `nearly` and `answer` speak, `near_misses` proves; `deeds` has the
values that they are asked with. No database, no clock, no dice: whoever asks gathers the facts.
"""

from simulator.checks.acts import Act, NearMiss, played
from simulator.checks.deeds import Case, Column, Deed, Kept, Moments, Scene, Standing, Words
from simulator.checks.fits import fits
from simulator.checks.meets import meets, met_at
from simulator.checks.missing import near_misses, still_met
from simulator.checks.nearly import Answer, answer, nearly
from simulator.checks.progress import brings, progress
from simulator.checks.reading import read_back
from simulator.checks.spoken import Beside, Known, words_of
from simulator.checks.words.chats import answered_question
from simulator.checks.words.word import Line

__all__ = [
    "meets", "met_at", "fits",
    "read_back", "progress", "brings", "nearly", "answer", "Line", "Answer",
    "near_misses", "still_met", "played", "Act", "NearMiss",
    "words_of", "answered_question", "Beside", "Known",
    "Case", "Scene", "Moments", "Standing", "Deed", "Words", "Kept", "Column",
]  # fmt: skip
