"""One line of the table of benchmarks; figures alone say nothing on a machine that nobody knows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, against what floor, and the ratio it has to keep.

    `ratio` is measured over floor. `limit` is the most it may be, or the least where `at_least` says so.
    """

    name: str
    measured: str
    floor: str
    ratio: float
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the ratio keeps its limit."""
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit
