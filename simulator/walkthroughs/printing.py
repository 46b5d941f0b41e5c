"""A pack as one page to read: for whoever teaches it, for learners to take home, or as a key of right answers."""

from collections.abc import Iterator
from typing import Literal

from simulator.packs.course import Course, Placed
from simulator.packs.pack import Pack
from simulator.packs.session_shapes import Card, Notes, Session
from simulator.walkthroughs.explaining import done_when

Reader = Literal["trainer", "learner", "key"]


def printed(told: Course, reader: Reader) -> str:
    """The page, in Markdown."""
    pack = told.pack
    lines = [f"# {pack.head.title}", "", pack.words(pack.head.about).strip(), ""]
    for session in pack.sessions:
        lines += [f"## {session.title} ({session.minutes} minutes)", ""]
        lines += [f"- You will {each}" for each in session.you_will] if reader != "key" else []
        lines += _notes(pack, session.trainer) if reader == "trainer" else []
        lines += [""]
        lines += _steps(told, session, reader)
    return "\n".join(lines).rstrip() + "\n"


def _steps(told: Course, session: Session, reader: Reader) -> Iterator[str]:
    for exercise in session.exercises:
        extra = " (extra)" if exercise.part == "extra" else ""
        yield f"### {exercise.title}{extra}"
        yield ""
        if reader == "trainer":
            yield from _notes(told.pack, exercise.trainer)
        for step in exercise.steps:
            placed = told.steps[step.step]
            if step.live and (reader != "key" or step.card is not None):
                yield from _step(told, placed, reader)


def _step(told: Course, placed: Placed, reader: Reader) -> Iterator[str]:
    step, pack = placed.step, told.pack
    minutes = f" · {step.minutes} {'minute' if step.minutes == 1 else 'minutes'}"
    yield f"**{step.step}**{minutes if reader == 'trainer' else ''}"
    yield ""
    if step.instructions and reader != "key":
        yield from (pack.words(step.instructions).strip(), "")
    if step.card is not None:
        yield from _card(pack, step.card, reader)
    if step.reflect is not None and reader != "key":
        yield from (f"*{step.reflect.ask}*", "")
    if reader == "trainer":
        yield from (done_when(told, step), "")
        yield from (f"- Slip {slip.mistake}: {' '.join(pack.words(slip.feedback).split())}" for slip in step.mistakes)
        yield from (f"- Hint: {' '.join(pack.words(hint.say).split())}" for hint in step.hints)
        yield from _notes(pack, step.trainer)
        yield ""


def _card(pack: Pack, card: Card, reader: Reader) -> Iterator[str]:
    yield f"{card.ask}"
    yield ""
    for option in card.options or ():
        mark = " ✓" if option.right and reader != "learner" else ""
        why = f" {pack.words(option.because)}" if reader == "key" else ""
        yield f"- {option.pick}{mark}{why}"
    for item in card.sort or ():
        text = item.tweet or item.text or item.picture or item.profile or item.item
        answer = f" → {item.pile}. {pack.words(item.because)}" if reader != "learner" else ""
        yield f"- {text}{answer}"
    if card.scale is not None:
        yield f"- From {card.scale.low_end} ({card.scale.low}) to {card.scale.high_end} ({card.scale.high})"
    yield ""


def _notes(pack: Pack, notes: Notes | None) -> Iterator[str]:
    if notes is None:
        return
    for name, text in (("Say", notes.say), ("Expect", notes.expect), ("Ask", notes.ask)):
        if text is not None:
            yield f"- {name}: {' '.join(pack.words(text).split())}"
    yield ""
