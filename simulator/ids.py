"""Ids of tweets and everything else in a world: ascending, never given twice, told from the clock (`joints.md` 7)."""

EPOCH_MS = 1288834974657  # 4 November 2010, 01:42:54 UTC (twitter-2015 A.15)
BIGGEST = 2**63 - 1
_SEQUENCE = 0xFFF
_ERA = 0x3FF << 12


def next_id(last: int, ms: int, rewinds: int) -> int:
    """The id after `last` at `ms` milliseconds since 1970 in a world taken back `rewinds` times.

    41 bits of milliseconds, 10 bits of the rewind count, 12 bits of sequence. A clock that stands still, or a
    4,097th id in one millisecond, borrows the next millisecond; so ids always ascend.
    """
    era = (rewinds << 12) & _ERA
    base = (ms - EPOCH_MS) << 22 | era
    if base > last:
        return base
    if last & _SEQUENCE < _SEQUENCE and last & _ERA == era:
        return last + 1
    return ((last >> 22) + 1) << 22 | era


def is_before(identity: int, rewinds: int) -> bool:
    """Whether an id was given before the last of so many rewinds; right for ids of at most 511 rewinds ago."""
    return 0 < (rewinds - (identity >> 12)) & 0x3FF < 0x200


def first_at(ms: int) -> int:
    """The smallest id that any tweet of this millisecond can have; rows since a moment have this id or more."""
    return max(0, ms - EPOCH_MS) << 22
