"""Whether the people of a pack did what a walkthrough says one sees (`then_see`); each act answers one of these."""

from collections.abc import Iterable, Sequence

from simulator.models.diary import Kind
from simulator.packs.walkthrough_shapes import Seen
from simulator.walkthroughs.happenings import Happening

_WORDS = ("reply_to", "quoted", "retweeted", "favourited", "followed", "messaged", "tweeted")


def missing(expected: Sequence[Seen], acts: Iterable[Happening], me: str, names: dict[str, int]) -> list[Seen]:
    """Those of the expectations that none of these acts of made-up people meets; `names` are the pack's tweets."""
    left = [act for act in acts if not act.learner and act.by]
    unmet = []
    for seen in expected:
        found = next((act for act in left if _is(seen, act, me, names)), None)
        if found is None:
            unmet.append(seen)
        else:
            left.remove(found)
    return unmet


def spelled(seen: Seen) -> str:
    """An expectation in words: "@PriyaRN_sim answers me"."""
    what = next((f"{word.replace('_', ' ')} {getattr(seen, word)}" for word in _WORDS if getattr(seen, word)), "acts")
    says = f', saying "{" … ".join(seen.says)}"' if seen.says else ""
    return f"@{seen.by}: {'tweeted' if seen.tweeted else what}{says}"


def _is(seen: Seen, act: Happening, me: str, names: dict[str, int]) -> bool:
    if act.by.casefold() != seen.by.casefold():
        return False
    told = act.text.casefold()
    if not all(word.casefold() in told for word in seen.says or ()):
        return False
    return all(_does(word, getattr(seen, word), act, me, names) for word in _WORDS if getattr(seen, word) is not None)


def _does(word: str, whom: str | bool, act: Happening, me: str, names: dict[str, int]) -> bool:
    """Whether an act is of this kind, and about this person or tweet."""
    if word == "tweeted":
        return act.kind is Kind.TWEET_POSTED and act.reply_to is None
    if word == "followed":
        return act.kind is Kind.FOLLOWED and _same(act.whom, str(whom), me)
    if word == "messaged":
        return act.kind is Kind.MESSAGE_SENT and _same(act.whom, str(whom), me)
    kinds = {"retweeted": Kind.RETWEETED, "favourited": Kind.FAVOURITED}
    if act.kind is not kinds.get(word, Kind.TWEET_POSTED):
        return False
    tweet = {"reply_to": act.reply_to, "quoted": act.quote_of}.get(word, act.tweet)
    owner = {"reply_to": act.answered, "quoted": act.passed}.get(word, act.author)
    if tweet is None:
        return False
    return names[str(whom)] == tweet if str(whom) in names else _same(owner, str(whom), me)


def _same(handle: str, whom: str, me: str) -> bool:
    return handle.casefold() == (me if whom == "me" else whom).casefold()
