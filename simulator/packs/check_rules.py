"""Rules for the checks of a session beyond their shapes: what they point at is there, and they can be met at all."""

from simulator.packs import references
from simulator.packs.check_shapes import Answered, Chatted, Check, Did, Followed, Quoted, Replied, Viewed, Wrote
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.part import Part
from simulator.packs.schema import Path, Shape, shapes_in
from simulator.packs.session_shapes import Card, Step
from simulator.packs.standing_shapes import Following
from simulator.packs.text_shapes import TextFields

_BOUNDS = (("min_length", "max_length"), ("min_own", "max_own"))


def check(draft: Draft, findings: Findings) -> None:
    """Note each check that asks for what is not there or what nobody can do."""
    cards = {step.step: step for session in draft.sessions.values() for step in session.steps.values()}
    for session in draft.sessions.values():
        for path, piece in session.pieces():
            here = _Here(session.part, draft, findings, cards, piece if isinstance(piece, Step) else None)
            for shape, at in shapes_in(piece, path):
                here.look(shape, at)


class _Here:
    """Looks at the shapes of one piece; `step` is the step in which they stand, if they do."""

    def __init__(self, part: Part, draft: Draft, findings: Findings, steps: dict[str, Step], step: Step | None) -> None:
        self._part, self._draft, self._findings, self._steps, self._step = part, draft, findings, steps, step

    def look(self, shape: Shape, path: Path) -> None:
        if isinstance(shape, Check):
            self._stands(shape, path)
        if isinstance(shape, Did):
            self._act(shape, path)
        if isinstance(shape, TextFields):
            self._text(shape, path)
        if isinstance(shape, Answered):
            self._answered(shape, path)
        if isinstance(shape, Followed | Following):
            self._enough(shape, path)

    def _stands(self, check: Check, path: Path) -> None:
        for word in ("opened", "done"):
            step = getattr(check, word)
            if step is not None:
                references.step(step, self._part.value(*path, word), self._draft, self._findings)

    def _act(self, act: Did, path: Path) -> None:
        if isinstance(act.after, str):
            references.step(act.after, self._part.value(*path, "after"), self._draft, self._findings)
        about = getattr(act, "of", None)
        for number, each in enumerate(about if isinstance(about, tuple) else ()):
            references.any_tweet(each, self._part.value(*path, "of", number), self._draft, self._findings)
        if isinstance(act, Wrote) and act.about is not None:
            place = self._part.value(*path, "about")
            there = references.step(act.about, place, self._draft, self._findings)
            step = self._steps.get(act.about)
            if there and step and step.reflect is None:
                self._findings.add("E122", place, f'The step "{act.about}" has no reflection.')
        if isinstance(act, Viewed) and not act.kinds:
            place = self._part.key(*path)
            self._findings.add("E111", place, "viewed needs to know which page.", expected="a, who, of or tag")
        if isinstance(act, Chatted) and act.chat is not None:
            references.one_of(("chat",), act.chat, self._part.value(*path, "chat"), self._draft, self._findings)

    def _text(self, text: TextFields, path: Path) -> None:
        if isinstance(text.link, str) and text.link != "short":
            references.page(text.link, self._part.value(*path, "link"), self._draft, self._findings)
        for least, most in _BOUNDS:
            low, high = getattr(text, least), getattr(text, most)
            if low is not None and high is not None and low > high:
                message = f'"{least}" is more than "{most}", so nothing can be right.'
                self._findings.add("E112", self._part.value(*path, least), message)
        if text.hashtag is not None and text.hashtag == text.not_hashtag:
            message = "The same hashtag is wanted and not wanted."
            self._findings.add("E112", self._part.value(*path, "not_hashtag"), message)
        beside = isinstance(text, Replied | Quoted) or text.link is not None or text.picture is not None
        if text.min_length is not None and beside:
            message = "Handles, links and pictures count in min_length, so no word of one's own may be needed."
            place = self._part.key(*path, "min_length")
            self._findings.add("W144", place, message, suggestion='Did you mean "min_own"?')

    def _answered(self, played: Answered, path: Path) -> None:
        step = self._step
        if played.card is not None:
            place = self._part.value(*path, "card")
            if not references.step(played.card, place, self._draft, self._findings):
                return
            step = self._steps.get(played.card)
        if step is None:
            return
        if step.card is None:
            place = self._part.value(*path, "card") if played.card else self._part.key(*path)
            self._findings.add("E122", place, f'The step "{step.step}" has no card.')
            return
        self._of_card(played, step.card, path)

    def _of_card(self, played: Answered, card: Card, path: Path) -> None:
        items = [item.item for item in card.sort or ()]
        if played.item is not None and played.item not in items:
            message = f'The card has no item "{played.item}".'
            self._findings.add("E122", self._part.value(*path, "item"), message, got=played.item, known=items)
        picks = [option.pick for option in card.options or ()] or list(card.piles or ())
        if played.pick is not None and picks and played.pick not in picks:
            message = f'"{played.pick}" is no answer of the card.'
            self._findings.add("E122", self._part.value(*path, "pick"), message, got=played.pick, known=picks)
        right = any(option.right for option in card.options or ()) or bool(items)
        if not right and (played.right or played.right_at_least):
            word = "right" if played.right else "right_at_least"
            self._findings.add("E112", self._part.key(*path, word), "No answer of this card is right.")
        elif items and played.right_at_least and played.right_at_least > len(items):
            message = f"The card has only {len(items)} items."
            self._findings.add("E112", self._part.value(*path, "right_at_least"), message)
        if played.reasons is not None and card.reasons is None:
            self._findings.add("E112", self._part.key(*path, "reasons"), "The card asks for no reasons.")

    def _enough(self, follows: Followed | Following, path: Path) -> None:
        if follows.among is not None and follows.at_least is not None and follows.at_least > len(follows.among):
            message = f"Only {len(follows.among)} people are named in among."
            self._findings.add("E112", self._part.value(*path, "at_least"), message)
