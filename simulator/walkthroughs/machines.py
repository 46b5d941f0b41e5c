"""The machine learners of a pack as jobs for several processes: who skips, who wanders, thirty at once, other dice."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from simulator.packs.pack import Pack
from simulator.walkthroughs.again import reopened, seeds, with_seed
from simulator.walkthroughs.classroom import class_of_thirty
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.skipping import skipped
from simulator.walkthroughs.wandering import parts, wandered
from simulator.walkthroughs.worlds import Worlds

CODES = ("P106", "P107", "P108", "P109", "P113", "P114", "P115")


@dataclass(frozen=True, slots=True)
class Machine:
    """One job: which proof, about which session or walk; `runs` are the seeds or the runs that it does."""

    proof: str
    about: str
    runs: range = range(1)
    weight: int = 40  # how long it takes, in lines of a walk


FEW_RUNS, FEW_SEEDS = 4, 3  # for packs that are broken on purpose, in which a fault is plain


def machines(pack: Pack, only: Collection[str] | None = None) -> list[Machine]:
    """Every job of a pack, the longest first; or those alone that report one of these codes, with few runs."""
    few = only is not None
    found = [Machine("class", session.session, weight=900) for session in pack.sessions]
    for session in pack.sessions:
        found += [
            Machine("wander", session.session, part, 5 * len(part)) for part in (parts(FEW_RUNS, 1) if few else parts())
        ]
        found.append(Machine("skip", session.session, weight=200))
    for name, walk in pack.walkthroughs.items():
        long = len(walk.script)
        found.append(Machine("reload", name, weight=2 * long))
        count = min(seeds(walk), FEW_SEEDS) if few else seeds(walk)
        found += [
            Machine("seeds", name, range(one, min(one + 5, count + 1)), 5 * long) for one in range(1, count + 1, 5)
        ]
    wanted = [one for one in found if only is None or set(only) & set(_REPORTS[one.proof])]
    return sorted(wanted, key=lambda one: -one.weight)


def run(worlds: Worlds, machine: Machine) -> list[Noted]:
    """Everything that one job finds."""
    return _RUNS[machine.proof](worlds, machine)


def _with_seeds(worlds: Worlds, machine: Machine) -> list[Noted]:
    """The first seed that brings something else stands for the others."""
    for number in machine.runs:
        found = with_seed(worlds, machine.about, number)
        if found:
            return found
    return []


_REPORTS: Mapping[str, tuple[str, ...]] = {
    "class": ("P114",), "wander": ("P115",), "skip": ("P106", "P107", "P108"), "reload": ("P109",), "seeds": ("P113",),
}  # fmt: skip
_RUNS: Mapping[str, Callable[[Worlds, Machine], list[Noted]]] = {
    "class": lambda worlds, machine: class_of_thirty(worlds, machine.about),
    "wander": lambda worlds, machine: wandered(worlds, machine.about, machine.runs),
    "skip": lambda worlds, machine: skipped(worlds, machine.about),
    "reload": lambda worlds, machine: reopened(worlds, machine.about),
    "seeds": _with_seeds,
}
