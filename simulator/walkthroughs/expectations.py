"""Holds what came of a line of a walkthrough against what the line says must come of it; it plays nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.models.diary import Kind
from simulator.packs.walkthrough_shapes import Line
from simulator.progress import Progress
from simulator.walkthroughs import seen
from simulator.walkthroughs.guide import Shown
from simulator.walkthroughs.happenings import Happening


class Miss(NamedTuple):
    """Something that did not come as a line says: the word of the line, a sentence, what there was instead, a cure."""

    word: str
    message: str
    got: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a line: how far the learner was before and is now, what happened, what the guide says and shows.

    `came` is what made-up people did since this learner waited last.
    """

    me: str
    before: Progress
    after: Progress
    happened: Sequence[Happening]
    came: Sequence[Happening]
    refused: str = ""
    sayings: Sequence[str] = ()
    hints: Sequence[Shown] = ()
    names: dict[str, int] = field(default_factory=dict)

    @property
    def passed(self) -> list[str]:
        """The steps that this learner completed in it."""
        return [one.part for one in self.happened if one.kind is Kind.STEP_PASSED and one.by == self.me]

    @property
    def mistakes(self) -> list[str]:
        """The mistakes of the course that were made in it."""
        return [one.item for one in self.happened if one.kind is Kind.MISTAKE_MADE and one.by == self.me]


def hold(line: Line, outcome: Outcome) -> list[Miss]:
    """Everything that did not come as the line says (packs.md 3.1)."""
    return [
        *_refusals(line, outcome),
        *_steps(line, outcome),
        *_mistakes(line, outcome),
        *_cast(line, outcome),
        *_guide(line, outcome),
    ]


def _refusals(line: Line, outcome: Outcome) -> Iterator[Miss]:
    if line.refused is None:
        if outcome.refused:
            cure = "If that is meant, put refused: and some of these words on the line."
            yield Miss(line.act, f"This is refused: {outcome.refused}", cure=cure)
    elif not outcome.refused:
        yield Miss("refused", "This was not refused.", got=line.refused)
    elif line.refused.casefold() not in outcome.refused.casefold():
        yield Miss("refused", f"This is refused for another reason: {outcome.refused}", got=line.refused)


def _steps(line: Line, outcome: Outcome) -> Iterator[Miss]:
    for step in line.completes:
        if step not in outcome.passed:
            yield Miss("completes", _incomplete(step, outcome), got=step)
        elif _was_done(outcome.before, step):
            yield Miss("completes", f'"{step}" was complete before this line.', got=step)
    for step in dict.fromkeys(outcome.passed):
        if step not in line.completes:
            cure = f"Is its goal too easy? If it is meant, write completes: {step}."
            yield Miss(line.act, f'This completes "{step}" without saying so.', cure=cure)
    for step in line.leaves_open:
        if not outcome.after.is_open(step):
            how = "is done" if _is_behind(outcome.after, step) else "has not opened yet"
            yield Miss("leaves_open", f'"{step}" is not open after this line: it {how}.', got=step)
    if line.finished is not None and line.finished not in outcome.after.finished:
        waits = ", ".join(step for step in outcome.after.steps if outcome.after.is_open(step)) or "nothing"
        yield Miss("finished", f'The session "{line.finished}" is not finished; open is: {waits}.', got=line.finished)


def _incomplete(step: str, outcome: Outcome) -> str:
    if _was_done(outcome.before, step):
        return f'"{step}" was complete before this line.'
    if step not in outcome.after.steps:
        waits = ", ".join(name for name in outcome.after.steps if outcome.after.is_open(name)) or "nothing"
        return f'"{step}" has not opened yet; open is: {waits}.'
    if not outcome.after.is_open(step):
        return f'"{step}" was left behind before this line.'
    said = f' The guide says: "{outcome.sayings[-1]}"' if outcome.sayings else " The guide says nothing."
    return f'"{step}" is not complete after this line.{said}'


def _was_done(progress: Progress, step: str) -> bool:
    state = progress.steps.get(step)
    return state is not None and state.passed is not None


def _is_behind(progress: Progress, step: str) -> bool:
    return progress.settled(step)


def _mistakes(line: Line, outcome: Outcome) -> Iterator[Miss]:
    for mistake in line.triggers:
        if mistake not in outcome.mistakes:
            instead = ", ".join(outcome.mistakes) or (
                "no mistake, but it completes a step" if outcome.passed else "none"
            )
            yield Miss("triggers", f'This does not trigger "{mistake}"; what it triggers: {instead}.', got=mistake)


def _cast(line: Line, outcome: Outcome) -> Iterator[Miss]:
    for unmet in seen.missing(line.then_see, outcome.came, outcome.me, outcome.names):
        did = "; ".join(_shortly(one) for one in outcome.came if not one.learner and one.by) or "nobody did anything"
        yield Miss("then_see", f"This was not to be seen: {seen.spelled(unmet)}. Seen: {did}.")


def _shortly(one: Happening) -> str:
    about = one.answered or one.whom or (one.author if one.kind is not Kind.TWEET_POSTED else "")
    return f"@{one.by} {one.kind.value.replace('_', ' ')}{f' (@{about})' if about else ''}"


def _guide(line: Line, outcome: Outcome) -> Iterator[Miss]:
    told = " ".join(outcome.sayings) or outcome.refused
    for words in line.says:
        if words.casefold() not in told.casefold():
            yield Miss("says", f'The guide does not say "{words}". It says: {told or "nothing"}', got=words)
    if line.hint is not None and not any(line.hint.casefold() in hint.say.casefold() for hint in outcome.hints):
        shown = "; ".join(hint.say for hint in outcome.hints) or "none"
        yield Miss("hint", f'No hint says "{line.hint}" now. Shown: {shown}', got=line.hint)
