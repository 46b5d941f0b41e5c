"""What a machine learner found: where it belongs in a pack, and what to say of it; it plays nothing."""

from typing import Literal, NamedTuple


class Noted(NamedTuple):
    """One thing that is wrong. `about` is a step, reaction, session or walkthrough, as `kind` says.

    `path` leads on inside a step, such as to the second hint; `line` and `word` inside a walkthrough, from 0.
    """

    code: str
    kind: Literal["step", "reaction", "session", "line"]
    about: str
    message: str
    cure: str = ""
    path: tuple[str | int, ...] = ()
    line: int = 0
    word: str = ""
