"""What a trainer puts on the big screen: the code, the Tweets of the class tag, a question, or nothing."""

from simulator import access
from simulator.errors import Invalid, NotAllowed
from simulator.models.diary import Kind
from simulator.screen import SHOWS, on_screen
from simulator.sim import Sim
from simulator.text.tidy import lines

LONGEST_QUESTION = 140  # characters, so that it can be read from the back of a room


def set_screen(sim: Sim, *, show: str, question: str = "") -> None:
    """Put something on the big screen: a word of `SHOWS`. Raises `Invalid`, `Empty` and `TooLong`; the same is once."""
    if sim.actor != access.trainer(sim):
        raise NotAllowed("This is for the trainer of the class.")
    if show not in SHOWS:
        raise Invalid("Choose what the big screen shows.")
    asked = ""
    if show == "question":
        needed = "There is no question yet. Write it first."
        asked = lines(question, LONGEST_QUESTION, field="question", needed=needed)
    now = on_screen(sim)
    if (now.show, now.question) != (show, asked):
        sim.record(Kind.SCREEN_SET, item=show, pick=asked or None)
