"""The pack's words as one learner reads them: `$names` filled in, short Markdown made safe; it decides nothing."""

import re

from simulator.exercises.variables import values
from simulator.packs.course import Course
from simulator.packs.names import filled
from simulator.sim import Sim
from simulator.text.markdown import markdown_html

_SIGNS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|\[([^\[\]\n]*)\]\([^()\s]*\)")


class Wording:
    """Fills in and marks up the texts of a course for whoever looks."""

    def __init__(self, sim: Sim, course: Course) -> None:
        me = sim.account
        self._course = course
        self._values = {**values(sim, course), "me": me.handle, "my_name": me.name}

    def text(self, words: str) -> str:
        """The text as it is, its `$names` filled in."""
        return filled(words, self._values).strip()

    def html(self, words: str) -> str:
        """The text as markup; its links lead to pretend pages that exist."""
        return markdown_html(self.text(words), href=self._address)

    def plain(self, words: str) -> str:
        """The text in one line and without Markdown, for lists and for what is read aloud."""
        return " ".join(_SIGNS.sub(lambda found: found[1] or "", self.text(words)).split())

    def _address(self, target: str) -> str | None:
        return f"/go/{target}" if target in self._course.pages else None
