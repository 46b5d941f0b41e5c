"""What differs between two versions of a pack: in sentences, and where their walkthroughs go otherwise."""

import difflib
from collections.abc import Iterator, Mapping

from simulator.packs.course import course
from simulator.packs.findings import shortened
from simulator.packs.pack import Pack
from simulator.packs.worded import words
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.worlds import Worlds, in_memory


def differences(old: Pack, new: Pack) -> list[str]:
    """One sentence for each thing that is new, gone or says something else."""
    return [*_things(old, new), *_words(old, new)]


def changed_transcripts(old: Pack, new: Pack) -> Mapping[str, str]:
    """For each walkthrough that both have and that goes otherwise now: the lines that differ, as a patch shows them."""
    both = [name for name in new.walkthroughs if name in old.walkthroughs]
    one, two = _transcripts(old, both), _transcripts(new, both)
    return {
        name: "\n".join(
            difflib.unified_diff(one[name].splitlines(), two[name].splitlines(), "old", "new", "", "", 1, "")
        )
        for name in both
        if one[name] != two[name]
    }


def _things(old: Pack, new: Pack) -> Iterator[str]:
    before, after = _ids(old), _ids(new)
    for kind, ids in after.items():
        was = before[kind]
        yield from (f"New {kind}: {id}." for id in ids if id not in was)
        yield from (f"Gone {kind}: {id}." for id in was if id not in ids)
        for id, told in ids.items():
            if id in was and was[id] != told:
                yield f"Changed {kind}: {id}."


def _ids(pack: Pack) -> dict[str, dict[str, str]]:
    """Everything with an id, and what it does, words apart."""
    placed = course(pack).steps
    return {
        "person": {handle: person.role for handle, person in pack.people.items()},
        "session": {one.session: f"{one.minutes} {one.ends_with}" for one in pack.sessions},
        "step": {
            id: repr((one.exercise.exercise, one.exercise.part, one.step.minutes, one.step.goal, one.step.status))
            for id, one in placed.items()
        },
        "mistake": {
            slip.mistake: repr((slip.when, slip.unsafe)) for one in placed.values() for slip in one.step.mistakes
        },
        "reaction": {
            one.reaction: repr((one.when, one.only_if, one.wait, one.limit, [each.by for each in one.then]))
            for session in pack.sessions
            for one in session.reactions
        },
        "inject": {
            one.inject: repr((one.at, one.after, one.by)) for session in pack.sessions for one in session.timeline
        },
        "walkthrough": {name: repr(walk) for name, walk in pack.walkthroughs.items()},
    }


def _words(old: Pack, new: Pack) -> Iterator[str]:
    before = {one.path: one.text for one in words(old)}
    for one in words(new):
        was = before.get(one.path)
        if was is not None and was != one.text:
            yield f'{one.path} said "{_short(was)}" and says "{_short(one.text)}" now.'


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), 120)


def _transcripts(pack: Pack, names: list[str]) -> dict[str, str]:
    with in_memory() as folder:
        worlds = Worlds(course(pack), folder)
        try:
            found = {}
            for name in names:
                with walking(worlds, name, pack.walkthroughs[name]) as player:
                    found[name] = player.play().transcript
            return found
        finally:
            worlds.close()
