"""Which form each part of a pack has: the files at its top, and the files of its folders."""

from typing import Any

from simulator.packs.kinds import File, Handle, Id
from simulator.packs.policy_shapes import Policy
from simulator.packs.schema import Media, PackHead, Page, Person, World
from simulator.packs.session_shapes import Session
from simulator.packs.walkthrough_shapes import Walkthrough

FORMS: dict[str, Any] = {  # by the name of the file or folder; Any: models and type forms
    "pack": PackHead,
    "people": dict[Handle, Person],
    "world": World,
    "web": dict[Id, Page],
    "media": dict[File, Media],
    "policy": Policy,
    "sessions": Session,
    "walkthroughs": Walkthrough,
}


def form_of(part: str) -> Any:  # Any: a model or a type form
    """The form of a part by its name: `people`, or for the files of a folder `folder/file`."""
    return FORMS[part.partition("/")[0]]
