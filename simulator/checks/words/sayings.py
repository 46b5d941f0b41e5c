"""The words about saying something: `tweeted`, `replied`, `messaged` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined
from simulator.checks.named import Asked, accepts, at, called
from simulator.checks.parts import TO_YOU, Voice
from simulator.checks.spoiling import replaced, tidied
from simulator.checks.text_fields import whole
from simulator.checks.text_fields.senders import somebody_else
from simulator.checks.words.about import OfTweet, Person, tweet_of
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Messaged, Replied, Tweeted
from simulator.packs.text_shapes import Of
from simulator.text.keys import handle_key

REMOVED = "handle-removed"  # the coach's sign of an answer that lost its handle


class TweetedWord(ActWord[Tweeted]):
    """Sent a new tweet, also one that passes something on by hand; an answer or a quote is none."""

    name = "tweeted"
    deeds = frozenset({"tweeted"})

    def reads(self, asked: Tweeted, scene: Scene, voice: Voice) -> str:
        return joined("has sent a new tweet", whole.phrase(asked, scene, voice))

    def wants(self, asked: Tweeted, scene: Scene) -> str:
        return joined("send a new Tweet", whole.phrase(asked, scene, TO_YOU))

    def things(self, asked: Tweeted, scene: Scene) -> str:
        return joined("Tweets", whole.phrase(asked, scene, TO_YOU)) if any(whole.asked(asked)) else "Tweets sent"

    def mistaken(self, asked: Tweeted, deed: Deed, scene: Scene) -> str:
        if deed.word == "replied":
            return f"That is an answer to {_whom(deed, scene)}. This step needs a new Tweet of your own."
        if deed.word == "quoted":
            return "That is a quote. This step needs a new Tweet of your own."
        if deed.word == "messaged":
            return f"That went to {at(deed.who, scene)} alone, as a message. This step needs a new Tweet."
        return ""

    def spoils(self, asked: Tweeted, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        if other := somebody_else((), scene):
            text = f"{at(other, scene)} {act.text}"
            yield NearMiss("answer in place of a new tweet", act._replace(word="replied", to=other, text=text))


class RepliedWord(ActWord[Replied]):
    """Answered someone: with the reply button, and with the handle left in (twitter-2015 A.5)."""

    name = "replied"
    deeds = frozenset({"replied"})
    parts = (Person("to", "answers", "Answer"), OfTweet())

    def reads(self, asked: Replied, scene: Scene, voice: Voice) -> str:
        return joined(
            f"has answered {_answered(asked, scene, voice)}", whole.phrase_of("an answer", asked, scene, voice)
        )

    def wants(self, asked: Replied, scene: Scene) -> str:
        return joined(f"answer {_answered(asked, scene, TO_YOU)}", whole.phrase_of("an answer", asked, scene, TO_YOU))

    def things(self, asked: Replied, scene: Scene) -> str:
        to = f"to {_answered(asked, scene, TO_YOU)}" if asked.to or asked.of else ""
        return (
            joined("answers", to, whole.phrase_of("an answer", asked, scene, TO_YOU))
            if to or any(whole.asked(asked))
            else _ANSWERS
        )

    def mistaken(self, asked: Replied, deed: Deed, scene: Scene) -> str:
        if deed.word == "tweeted":
            return self._tweeted(asked, deed, scene)
        if deed.word == "quoted":
            return f"That is a quote. To answer, use the bent arrow under {_under(asked.to, asked.of, scene)}."
        if deed.word == "messaged":
            return (
                f"That is a private message. To answer, use the bent arrow under {_under(asked.to, asked.of, scene)}."
            )
        return ""

    def _tweeted(self, asked: Replied, deed: Deed, scene: Scene) -> str:
        if deed.words is not None and REMOVED in deed.words.signs:
            to = called(asked.to, scene, me="yourself") if asked.to else "the handle"
            back = "Put the handle back in." if asked.to else "Put it back in."
            return f"Without {to} this is no longer an answer. {back}"
        return f"That is a new Tweet. Use the bent arrow under {_under(asked.to, asked.of, scene)}."

    def spoils(self, asked: Replied, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("new tweet in place of an answer", act._replace(word="tweeted", to="", of="", about=""))
        text = tidied(replaced(act.text, "mention", {handle_key(act.to)}, ""))
        if handle_key(act.to) != scene.me and text:
            yield NearMiss("handle removed", act._replace(text=text))


_ANSWERS = "answers sent"


class MessagedWord(ActWord[Messaged]):
    """Sent a direct message."""

    name = "messaged"
    deeds = frozenset({"messaged"})
    parts = (Person("to", "went to", "Write to"),)

    def reads(self, asked: Messaged, scene: Scene, voice: Voice) -> str:
        return joined(f"has sent {_message(asked, scene, voice)}", whole.phrase(asked, scene, voice))

    def wants(self, asked: Messaged, scene: Scene) -> str:
        return joined(f"send {_message(asked, scene, TO_YOU)}", whole.phrase(asked, scene, TO_YOU))

    def things(self, asked: Messaged, scene: Scene) -> str:
        return joined("messages", f"to {called(asked.to, scene)}" if asked.to else "sent")

    def mistaken(self, asked: Messaged, deed: Deed, scene: Scene) -> str:
        if deed.word not in ("tweeted", "replied", "quoted"):
            return ""
        whom = called(asked.to, scene, me="yourself") if asked.to else "one person"
        return f"That is public: everybody can read it. To write to {whom} alone, use Messages."

    def spoils(self, asked: Messaged, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("tweet in place of a message", act._replace(word="tweeted", to="", of=""))


def _message(asked: Messaged, scene: Scene, voice: Voice) -> str:
    return f"a message to {called(asked.to, scene, me=voice.them)}" if asked.to else "a message"


def _answered(asked: Replied, scene: Scene, voice: Voice) -> str:
    if asked.of is not None:
        return tweet_of(asked.to, asked.of, scene, voice)
    me = "yourself" if voice is TO_YOU else "themselves"
    return called(asked.to, scene, me=me) if asked.to else "somebody"


def _under(to: Asked | None, of: Of | None, scene: Scene) -> str:
    if of is not None:
        return tweet_of(to, of, scene, TO_YOU)
    if to is None or accepts(to, scene.me, scene):
        return "your own last Tweet" if to else "a Tweet"
    return f"{called(to, scene)}'s Tweet"


def _whom(deed: Deed, scene: Scene) -> str:
    return "yourself" if deed.who == scene.me else at(deed.who, scene)
