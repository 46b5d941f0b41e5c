"""What a command does to an installation: plain functions of words, carried out by the server that runs or without one.

Each takes the installation and its own words and returns plain values, fit for JSON. They print nothing.
"""

import inspect
import time
from collections.abc import Callable, Mapping
from typing import Any

from app import auth, doctor
from app.installation import Installation
from simulator import engine, exports
from simulator.errors import Invalid, Missing
from simulator.models.catalogue import WorldEntry
from simulator.packs.pack import Pack
from simulator.text.tidy import line
from simulator.walkthroughs.tracing import trace

Answer = dict[str, Any]  # Any: whatever JSON can say
LONGEST_TITLE = 60  # as on the trainer's desk
GONE_WITHIN = 30.0  # seconds that a purge waits for those who are in the middle of a page


def run(installation: Installation, command: str, words: Mapping[str, Any]) -> Answer:  # Any: words of any command
    """Carry out a command by its name; raises `Refused`, and `Invalid` where this Fledge does not know it."""
    function = COMMANDS.get(command)
    if function is None or not _fits(function, installation, words):
        raise Invalid("The Fledge that runs is another version than this command. Stop it, then start this one.")
    return function(installation, **words)


def make_class(installation: Installation, *, pack: str, title: str) -> Answer:
    """A new class from a course, with a code; `pack` is an id, or the whole path of a folder on the shelf."""
    shown = line(title, LONGEST_TITLE, field="title", needed="Give the class a name, such as Tuesday morning.")
    entry = installation.make_class(_shelved(installation, pack).head.pack, shown)
    return _class(entry)


def list_classes(installation: Installation) -> Answer:
    """Every class, oldest first."""
    return {"classes": [_class(entry) for entry in installation.catalogue.worlds("class")]}


def make_trainer_link(installation: Installation) -> Answer:
    """A path that lets one trainer in, once, within a day."""
    token = auth.new_token()
    installation.catalogue.add_link(auth.hash_token(token), installation.wall.now())
    return {"path": f"/trainer/start/{token}"}


def export_class(installation: Installation, *, code: str, kind: str, names: bool) -> Answer:
    """The text of a file with everything of a class; `kind` is one of `exports.FORMATS`."""
    entry = _entry(installation, code)
    with (
        installation.worlds.using(entry.key) as world,
        engine.looking(world, None, installation.wall.now()) as sim,
    ):
        return {"text": exports.FORMATS[kind](sim, names=names)}


def show_class(installation: Installation, *, code: str) -> Answer:
    """What is said of a class before it is deleted."""
    return _class(_entry(installation, code))


def purge_class(installation: Installation, *, code: str) -> Answer:
    """Delete a class for good; `gone` says whether its files have left the disk when this returns."""
    entry = _entry(installation, code)
    installation.purge(entry.key)
    folder = installation.worlds.folder / entry.key
    until = time.monotonic() + GONE_WITHIN
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return _class(entry) | {"gone": not folder.exists()}


def why(installation: Installation, *, code: str, handle: str, step: str) -> Answer:
    """What is missing before a step is done for one learner of a class, line by line."""
    entry = _entry(installation, code)
    with (
        installation.worlds.using(entry.key) as world,
        engine.looking(world, None, installation.wall.now()) as sim,
    ):
        return {"lines": trace(sim, handle, step)}


COMMANDS: Mapping[str, Callable[..., Answer]] = {
    "class new": make_class,
    "class show": show_class,
    "classes": list_classes,
    "trainer link": make_trainer_link,
    "export": export_class,
    "why": why,
    "purge": purge_class,
    "doctor": doctor.look_inside,
}


def _fits(
    function: Callable[..., Answer], installation: Installation, words: Mapping[str, Any]
) -> bool:  # Any: as above
    try:
        inspect.signature(function).bind(installation, **words)
    except TypeError:
        return False
    return True


def _entry(installation: Installation, code: str) -> WorldEntry:
    try:
        return installation.catalogue.by_code(auth.plain_code(code))
    except Missing:
        raise Missing(f"There is no class {code[:20]} here. These there are: fledge classes") from None


def _shelved(installation: Installation, pack: str) -> Pack:
    packs = installation.shelf.packs()
    for found in packs:
        if pack in (found.head.pack, str(found.folder.resolve())):
            return found
    if pack in {part for broken in installation.shelf.broken() for part in (broken.folder.name, str(broken.folder))}:
        raise Invalid(f"The course {pack} cannot be used yet. What is wrong with it says: fledge check")
    known = ", ".join(found.head.pack for found in packs)
    raise Missing(f"There is no course called {pack} here. There are: {known}. FLEDGE_PACKS_DIR may hold more.")


def _class(entry: WorldEntry) -> Answer:
    return {
        "code": entry.code,
        "title": entry.title,
        "pack": entry.pack,
        "open": entry.open,
        "made": entry.made.isoformat(),
        "last_act": entry.last_act.isoformat(),
    }
