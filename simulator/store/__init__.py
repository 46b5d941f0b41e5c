"""Where worlds live: the only package that makes a connection to a database."""

from simulator.store.catalogue import CatalogueStore
from simulator.store.sqlite import World, new_file
from simulator.store.worlds import WorldStore

__all__ = ["CatalogueStore", "World", "WorldStore", "new_file"]
