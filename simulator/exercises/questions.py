"""Judgement cards and reflections as a learner meets them: what is asked, what was answered, what is said to that."""

from collections.abc import Iterator

from simulator import timelines
from simulator.cards import PictureCard, TweetCard
from simulator.errors import Missing
from simulator.exercises.wording import Wording
from simulator.lesson_cards import AnswerCard, ItemCard, OptionCard, QuestionCard, ReflectionCard
from simulator.models.lessons import EVERYBODY, TweetName
from simulator.packs.session_shapes import Card, Item, Reflect
from simulator.progress import Choice, StepState
from simulator.sim import Sim

SEEN_BY = {
    "only-me": "Only you can read this, not even the trainer.",
    "trainer": "You and your trainer can read this.",
    "class": "Everybody in the class can read this.",
}


def question(sim: Sim, card: Card, state: StepState, wording: Wording) -> QuestionCard:
    """A card with the answers so far. An item that was answered comes once more where all are, and the step is open."""
    ends = range(card.scale.low_end, card.scale.high_end + 1) if card.scale is not None else ()
    left = [item for item in card.sort or () if item.item not in state.answers] or list(card.sort or ())
    return QuestionCard(
        kind="options" if card.options is not None else "sort" if card.sort is not None else "scale",
        ask=wording.plain(card.ask),
        tweet=_tweet(sim, card.show),
        picture=_picture(sim, card.show),
        options=tuple(OptionCard(one.pick, _picture(sim, one.picture)) for one in card.options or ()),
        piles=card.piles or (),
        reasons=card.reasons or (),
        items=tuple(_item(sim, item, wording) for item in left),
        of=len(card.sort or (None,)),
        numbers=tuple(ends),
        low=wording.plain(card.scale.low) if card.scale is not None else "",
        high=wording.plain(card.scale.high) if card.scale is not None else "",
        answers=answers(card, state, wording),
    )


def answers(card: Card, state: StepState, wording: Wording) -> tuple[AnswerCard, ...]:
    """What was answered so far, the newest last."""
    return tuple(sorted(_answers(card, state, wording), key=lambda answer: answer.number))


def reflection(asked: Reflect, state: StepState, wording: Wording) -> ReflectionCard:
    """What one is asked to think about."""
    return ReflectionCard(
        ask=wording.plain(asked.ask),
        start=wording.text(asked.start) + " " if asked.start else "",
        min_words=asked.min_words,
        times=asked.times,
        written=len(state.reflections),
        seen_by=SEEN_BY[asked.seen_by],
    )


def named(item: Item, wording: Wording) -> str:
    """An item of a card in words."""
    if item.profile is not None:
        return f"@{item.profile}"
    return wording.plain(item.tweet or item.text or "") or "the picture"


def _answers(card: Card, state: StepState, wording: Wording) -> Iterator[AnswerCard]:
    for name, choice in state.answers.items():
        if card.sort is not None:
            item = next((one for one in card.sort if one.item == name), None)
            if item is not None:
                yield _sorted(item, choice, wording)
        elif card.options is not None:
            yield from _chosen(card, choice, wording)
        else:
            yield AnswerCard("", choice.pick, "", None, "", "", choice.number)


def _sorted(item: Item, choice: Choice, wording: Wording) -> AnswerCard:
    right = item.pile == choice.pick and (item.reason is None or item.reason == choice.reason)
    wanted = item.pile if item.reason is None else f"{item.pile}, {item.reason}"
    about, because = named(item, wording), wording.html(item.because)
    return AnswerCard(about, choice.pick, choice.reason, right, "" if right else wanted, because, choice.number)


def _chosen(card: Card, choice: Choice, wording: Wording) -> Iterator[AnswerCard]:
    options = card.options or ()
    best = next((option.pick for option in options if option.right), "")
    for option in options:
        if option.pick == choice.pick:
            right = bool(option.right) if best else None
            because = wording.html(option.because)
            yield AnswerCard("", option.pick, "", right, "" if right is not False else best, because, choice.number)


def _item(sim: Sim, item: Item, wording: Wording) -> ItemCard:
    return ItemCard(
        item=item.item,
        tweet=wording.text(item.tweet or ""),
        text=wording.text(item.text or ""),
        picture=_picture(sim, item.picture),
        profile=timelines.account(sim, item.profile) if item.profile is not None else None,
    )


def _tweet(sim: Sim, show: str | None) -> TweetCard | None:
    """The old tweet that a card shows; None where it shows none, or where it is not there for this learner."""
    row = sim.session.get(TweetName, (show, EVERYBODY)) if show else None
    if row is None:
        return None
    try:
        return timelines.card(sim, row.tweet)
    except Missing:
        return None


def _picture(sim: Sim, name: str | None) -> PictureCard | None:
    try:
        return timelines.picture(sim, name) if name and "." in name else None
    except Missing:
        return None
