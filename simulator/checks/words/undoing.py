"""The words about taking things back and keeping people away: `deleted`, `undid`, `guarded` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import listed
from simulator.checks.named import at, called
from simulator.checks.parts import TO_YOU, Voice
from simulator.checks.words.about import Choice, OfTweet, Person
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Deleted, Guarded, Undid

_UNDONE = {
    "retweet": "a retweet", "favourite": "a favourite", "plan": "a plan", "mute": "a mute", "block": "a block",
}  # fmt: skip
_GUARDS = {"mute": "mute", "block": "block", "report": "report"}
_GUARDED = {"mute": "a mute", "block": "a block", "report": "a report"}


class DeletedWord(ActWord[Deleted]):
    """Took a tweet down."""

    name = "deleted"
    deeds = frozenset({"deleted"})
    parts = (OfTweet(),)

    def reads(self, asked: Deleted, scene: Scene, voice: Voice) -> str:
        return f"has deleted {_tweet(asked, scene, voice)}"

    def wants(self, asked: Deleted, scene: Scene) -> str:
        return f"delete {_tweet(asked, scene, TO_YOU)}"

    def things(self, asked: Deleted, scene: Scene) -> str:
        return "Tweets deleted"

    def mistaken(self, asked: Deleted, deed: Deed, scene: Scene) -> str:
        if deed.word == "undid":
            return f"That takes back {_UNDONE.get(deed.a or '', 'something')}. This step is about deleting a Tweet."
        return ""

    def spoils(self, asked: Deleted, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("retweet undone in place of a tweet deleted", act._replace(word="undid", a="retweet"))


class UndidWord(ActWord[Undid]):
    """Took back a retweet, a star, a plan, a mute or a block."""

    name = "undid"
    deeds = frozenset({"undid"})
    parts = (Choice("a", {name: f"take back {said}" for name, said in _UNDONE.items()}, _UNDONE), OfTweet())

    def reads(self, asked: Undid, scene: Scene, voice: Voice) -> str:
        return f"has taken back {_undone(asked, scene, voice)}"

    def wants(self, asked: Undid, scene: Scene) -> str:
        return f"take back {_undone(asked, scene, TO_YOU)}"

    def things(self, asked: Undid, scene: Scene) -> str:
        return "things taken back"

    def mistaken(self, asked: Undid, deed: Deed, scene: Scene) -> str:
        if deed.word == "deleted":
            return f"That deletes a Tweet. This step needs you to take back {_undone(asked, scene, TO_YOU)}."
        return ""

    def spoils(self, asked: Undid, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("tweet deleted in place of something taken back", act._replace(word="deleted", a=""))


class GuardedWord(ActWord[Guarded]):
    """Muted, blocked or reported somebody."""

    name = "guarded"
    deeds = frozenset({"guarded"})
    parts = (Person("against", "was about", "Choose"), Choice("by", _GUARDS, _GUARDED))

    def reads(self, asked: Guarded, scene: Scene, voice: Voice) -> str:
        past = {"mute": "muted", "block": "blocked", "report": "reported"}
        return f"has {listed((past[one] for one in asked.by or past), 'or')} {_whom(asked, scene)}"

    def wants(self, asked: Guarded, scene: Scene) -> str:
        return f"{listed(asked.by or _GUARDS, 'or')} {_whom(asked, scene)}"

    def things(self, asked: Guarded, scene: Scene) -> str:
        return "people muted, blocked or reported"

    def mistaken(self, asked: Guarded, deed: Deed, scene: Scene) -> str:
        if deed.word in ("replied", "quoted"):
            return (
                f"That gives {at(deed.who, scene)} something to go on with. You can {self.wants(asked, scene)} instead."
            )
        if deed.word == "unfollowed":
            return f"That stops following {at(deed.who, scene)}. You can {self.wants(asked, scene)} as well."
        return ""

    def spoils(self, asked: Guarded, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("unfollowed in place of guarded", act._replace(word="unfollowed", a=""))
        answer = act._replace(word="replied", a="", text=f"@{act.to} Please stop this")
        yield NearMiss("answered in place of guarded", answer)


def _tweet(asked: Deleted, scene: Scene, voice: Voice) -> str:
    return OfTweet().reads(asked.of, scene, voice) if asked.of is not None else f"a {voice.tweet}"


def _undone(asked: Undid, scene: Scene, voice: Voice) -> str:
    what = listed((_UNDONE[one] for one in asked.a or _UNDONE), "or")
    return f"{what} of {OfTweet().reads(asked.of, scene, voice)}" if asked.of is not None else what


def _whom(asked: Guarded, scene: Scene) -> str:
    return called(asked.against, scene) if asked.against else "somebody"
