"""Rules for walkthroughs beyond their shapes: what they act on and wait for is there; whether it comes is played."""

from simulator import handles
from simulator.errors import Refused
from simulator.packs import head, references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.lesson_kinds import Target
from simulator.packs.part import Part
from simulator.packs.schema import Path
from simulator.packs.session_draft import WalkDraft
from simulator.packs.session_shapes import Card, Step
from simulator.packs.walkthrough_shapes import ACTS, Learner, Line, Seen

_BESIDE = frozenset(word for words in ACTS.values() for word in words)
_STEPS = ("completes", "leaves_open")
_SEEN = ("reply_to", "quoted", "retweeted", "favourited", "followed", "messaged")


def check(draft: Draft, findings: Findings) -> None:
    """Note each line that names a step, a tweet, a card, a person or a mistake that is not there."""
    steps = {step.step: step for session in draft.sessions.values() for step in session.steps.values()}
    for walk in draft.walkthroughs.values():
        names = _frame(walk, draft, findings)
        lines = _Lines(walk, draft, findings, steps)
        for path, line in walk.lines.items():
            if line.learner is not None and line.learner not in names:
                message = f'Nobody walks here under the name "{line.learner}".'
                place = walk.part.value(*path, "as")
                findings.add("E122", place, message, got=line.learner, known=names)
            lines.look(line, path)


def _frame(walk: WalkDraft, draft: Draft, findings: Findings) -> tuple[str, ...]:
    frame, part = walk.frame, walk.part
    if frame is None:
        return tuple(part.below("learners").fields)
    references.one_of(("session",), frame.session, part.value("session"), draft, findings)
    head.values(frame.values, part, ("set",), draft, findings)
    if frame.learner is not None:
        _learner(frame.learner, part, ("learner",), draft, findings)
    for name, learner in (frame.learners or {}).items():
        _learner(learner, part, ("learners", name), draft, findings)
    return tuple(frame.learners or ())


def _learner(learner: Learner, part: Part, path: Path, draft: Draft, findings: Findings) -> None:
    place = part.value(*path, "handle")
    if learner.handle.casefold() in draft.handles:
        findings.add("E113", place, f"One of the people of the pack is called {learner.handle}.")
    try:
        handles.checked(learner.handle)
    except Refused as refusal:
        findings.add("E132", place, refusal.message, got=learner.handle)


class _Lines:
    """Looks at the lines of one walkthrough."""

    def __init__(self, walk: WalkDraft, draft: Draft, findings: Findings, steps: dict[str, Step]) -> None:
        self._part, self._walkers = walk.part, walk.handles
        self._draft, self._findings, self._steps = draft, findings, steps

    def look(self, line: Line, path: Path) -> None:
        act = line.act
        for word in sorted(_BESIDE - set(ACTS[act])):
            if line.asks(word):
                message = f'"{word}" is not a word that {act} knows.'
                self._findings.add("E110", self._part.key(*path, word), message, got=word, known=ACTS[act])
        for word in _STEPS:
            for number, step in enumerate(getattr(line, word)):
                references.step(step, self._part.value(*path, word, number), self._draft, self._findings)
        for number, mistake in enumerate(line.triggers):
            self._one_of(("mistake",), mistake, (*path, "triggers", number))
        for number, seen in enumerate(line.then_see):
            self._seen(seen, (*path, "then_see", number))
        self._acts_on(line, act, path)

    def _acts_on(self, line: Line, act: str, path: Path) -> None:
        for word in ("retweet", "favourite", "delete", "of", "to"):
            target = getattr(line, word)
            if target is not None and act != "message":
                self._tweet(target, (*path, word))
        if act == "message" and line.to is not None and line.to.id is not None:
            references.handle(line.to.id, self._part.value(*path, "to"), self._draft, self._findings)
        if line.open is not None:
            references.page(line.open, self._part.value(*path, "open"), self._draft, self._findings)
        if isinstance(line.skip, str):
            references.step(line.skip, self._part.value(*path, "skip"), self._draft, self._findings)
        if isinstance(line.leave_out, str):
            self._one_of(("exercise",), line.leave_out, (*path, "leave_out"))
        if line.finished is not None:
            self._one_of(("session",), line.finished, (*path, "finished"))
        if line.played is not None:
            self._answer(line, line.played, path)
        if line.item is not None and line.pile is None:
            self._findings.add("E111", self._part.key(*path, "item"), '"pile" is missing.', expected="pile")
        if line.about is not None:
            references.step(line.about, self._part.value(*path, "about"), self._draft, self._findings)
            if (step := self._steps.get(line.about)) and step.reflect is None:
                message = f'The step "{line.about}" has no reflection.'
                self._findings.add("E122", self._part.value(*path, "about"), message)

    def _tweet(self, target: Target, path: Path) -> None:
        place = self._part.value(*path)
        if target.id is not None:
            references.any_tweet(target.id, place, self._draft, self._findings)
        elif target.latest_of not in (None, "me") and target.latest_of not in self._walkers:
            references.handle(str(target.latest_of), place, self._draft, self._findings)

    def _answer(self, line: Line, card: str, path: Path) -> None:
        place = self._part.value(*path, "card" if line.card else "answer")
        references.step(card, place, self._draft, self._findings)
        step = self._steps.get(card)
        if step is None:
            return
        if step.card is None:
            self._findings.add("E122", place, f'The step "{card}" has no card.')
            return
        for word, written, known in _choices(line, step.card):
            if written is not None and written not in known:
                message = f'The card has no such answer: "{written}".'
                self._findings.add("E122", self._part.value(*path, word), message, got=written, known=known)

    def _seen(self, seen: Seen, path: Path) -> None:
        for word in _SEEN:
            whom = getattr(seen, word)
            if whom in (None, "me") or whom.casefold() in self._draft.handles or whom in self._walkers:
                continue
            references.any_tweet(whom, self._part.value(*path, word), self._draft, self._findings)

    def _one_of(self, kinds: tuple[str, ...], name: str, path: Path) -> None:
        references.one_of(kinds, name, self._part.value(*path), self._draft, self._findings)


def _choices(line: Line, card: Card) -> list[tuple[str, str | None, list[str]]]:
    """What a line chooses on a card, and what there is to choose from."""
    if card.options is not None:
        return [("answer", line.answer, [option.pick for option in card.options])]
    if card.scale is not None:
        numbers = range(card.scale.low_end, card.scale.high_end + 1)
        return [("answer", line.answer, [str(number) for number in numbers])]
    items = [item.item for item in card.sort or ()]
    return [
        ("item", line.item, items),
        ("pile", line.pile, list(card.piles or ())),
        ("reason", line.reason, list(card.reasons or ())),
    ]
