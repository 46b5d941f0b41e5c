"""How often properties are tried: the same few cases on every run, thousands of new ones in `make prove`."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Property = Callable[..., None]
LONG = 1000

_BUSY = (HealthCheck.too_slow,)  # a busy machine is no fault of a check
_few = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=_BUSY)
_many = settings(max_examples=LONG, deadline=None, suppress_health_check=_BUSY)
long_runs: dict[str, Callable[[], None]] = {}


def for_every(*values: st.SearchStrategy[Any]) -> Callable[[Property], Property]:
    """Try a property with the same few values each time; its long run with others goes to `long_runs` by its name."""

    def tried(property_: Property) -> Property:
        long_runs[property_.__name__] = _many(given(*values)(property_))
        return _few(given(*values)(property_))

    return tried
