"""The shapes of an employer's own words: signs for the care coach, and the settings that stand beside a pack."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.packs.fields import Prose, Reads
from simulator.packs.kinds import Id, Name, whole
from simulator.packs.schema import Shape

_severity = whole(1, 3)


class PolicySign(Shape):
    """One sign of an employer: the words that show it, how grave it is (3 stops), and what is said about it."""

    sign: Id
    words: Annotated[tuple[Annotated[str, Prose(60)], ...], Field(min_length=1)]
    severity: Annotated[Literal[1, 2, 3], Reads(_severity.reader, _severity.schema)]
    say: Annotated[str, Prose(300, lines=True)]


class Policy(Shape):
    """The signs of an employer, which the coach looks for beside its own."""

    signs: tuple[PolicySign, ...] = ()


class Settings(Shape):
    """What an employer sets for a pack: values of its `$names`, as they are written, and a policy."""

    variables: dict[Name, object] = Field(default_factory=dict)
    policy: Policy = Policy()
