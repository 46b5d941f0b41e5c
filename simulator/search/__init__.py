"""What one can look up in a world: tweets, people, what one has saved. Each returns cards; none changes anything."""

from simulator.search.asking import count_new, look_up, results
from simulator.search.results import Results, SavedCard, Tip
from simulator.search.saved import saved, saved_as

__all__ = ["Results", "SavedCard", "Tip", "count_new", "look_up", "results", "saved", "saved_as"]
