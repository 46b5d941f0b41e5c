"""Which pages should look again after a change: topics, never what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DESK = 0  # stands for the trainer's desk among the accounts that are woken; no account has this id


@dataclass(frozen=True, slots=True)
class Wake:
    """What one commit wakes: `public` topics everybody in the world may know of, and topics for named accounts only.

    Whatever not everybody may see (messages, notifications, the guide, a protected author's tweet) is named, so that
    nobody else can tell that anything happened (ruling 16).
    """

    public: frozenset[str] = frozenset()
    named: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def nothing(cls) -> "Wake":
        """A change that no page shows."""
        return cls()

    def __bool__(self) -> bool:
        return bool(self.public) or any(self.named.values())
