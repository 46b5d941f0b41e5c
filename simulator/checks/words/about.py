"""The fields that say whom or what an act is about: who fields, `of`, `opened_first`, and choices (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator, Mapping

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, listed, plain
from simulator.checks.named import Asked, accepts, at, called, shown, title
from simulator.checks.parts import ABOUT_THEM, TO_YOU, DeedPart, Voice
from simulator.checks.passing_on import passed_on
from simulator.checks.spoiling import replaced
from simulator.checks.text_fields import whole
from simulator.checks.text_fields.senders import somebody_else
from simulator.packs.text_shapes import Of, TextFields
from simulator.text.keys import handle_key


class Person(DeedPart[Asked]):
    """A who field. `was` and `do` make its sentence: "That answers @Jo_sim. Answer @CJ_trainer."."""

    def __init__(self, field: str, was: str, do: str) -> None:
        """The name of the field in the shape, and both halves of the sentence, each without the person."""
        self.field, self.was, self.do = field, was, do

    def holds(self, value: Asked, deed: Deed, scene: Scene) -> bool:
        return accepts(value, deed.who, scene)

    def reads(self, value: Asked, scene: Scene, voice: Voice) -> str:
        return called(value, scene, me=voice.them if voice is TO_YOU else "themselves")

    def lacks(self, value: Asked, deed: Deed, scene: Scene) -> str:
        was = "you" if deed.who == scene.me else at(deed.who, scene)
        return f"That {self.was} {was}. {self.do} {called(value, scene, me='yourself')}."

    def spoils(self, value: Asked, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if other := somebody_else(value, scene):
            text = replaced(act.text, "mention", {handle_key(act.to)}, at(other, scene))
            prefilled = replaced(act.prefilled, "mention", {handle_key(act.to)}, at(other, scene))
            changed = act._replace(to=shown(other, scene), text=text, prefilled=prefilled, of="", about="")
            yield NearMiss("wrong person", changed)


class Credited(Person):
    """A who field that the credit of a tweet passed on by hand may name as well."""

    def holds(self, value: Asked, deed: Deed, scene: Scene) -> bool:
        credit = deed.words.credit if deed.words else ""
        return super().holds(value, deed, scene) or accepts(value, credit or None, scene)

    def lacks(self, value: Asked, deed: Deed, scene: Scene) -> str:
        credit = deed.words.credit if deed.words else ""
        return super().lacks(value, deed._replace(who=deed.who or credit or None), scene)

    def spoils(self, value: Asked, act: Act, scene: Scene) -> Iterator[NearMiss]:
        mark = passed_on(act.text)
        if mark is None or act.word == "quoted":
            yield from super().spoils(value, act, scene)
        elif other := somebody_else(value, scene):
            text = replaced(act.text, "mention", {mark.credit}, at(other, scene))
            yield NearMiss("wrong person", act._replace(text=text, to="", of="", about=""))


class OfTweet(DeedPart[Of]):
    """The tweet it is about: one of these ids, what a step's tweet completed, or how that tweet must be."""

    field = "of"

    def holds(self, value: Of, deed: Deed, scene: Scene) -> bool:
        if isinstance(value, TextFields):
            return deed.about is not None and whole.holds(value, deed.about, scene)
        return not deed.of.isdisjoint(value)

    def reads(self, value: Of, scene: Scene, voice: Voice) -> str:
        if isinstance(value, TextFields):
            return joined(f"a {voice.tweet}", whole.phrase(value, scene, voice))
        return listed((_named(one, scene, voice) for one in value), "or")

    def lacks(self, value: Of, deed: Deed, scene: Scene) -> str:
        return f"That is another Tweet. Choose {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: Of, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if not isinstance(value, TextFields):
            yield NearMiss("another tweet", act._replace(of=""))
            return
        for miss in whole.spoils(value, Act("tweeted", text=act.about, by=act.to), scene):
            if miss.act.text != act.about:
                yield NearMiss(f"of a tweet with {miss.name}", act._replace(about=miss.act.text))


def _named(one: str, scene: Scene, voice: Voice) -> str:
    if one in scene.tweets:
        return f"the {voice.tweet} “{scene.tweets[one]}”"
    if one in scene.titles:
        return f"the {voice.tweet} of “{title(one, scene)}”"
    return f"the {voice.tweet} “{plain(one)}”"


class OpenedFirst(DeedPart[bool]):
    """That tweet's own link had been opened before."""

    field = "opened_first"

    def holds(self, value: bool, deed: Deed, scene: Scene) -> bool:
        return deed.opened_first

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "after opening its link"

    def lacks(self, value: bool, deed: Deed, scene: Scene) -> str:
        if deed.word == "retweeted":
            return "Nearly. Open the link in it and read first. Then undo the retweet, and retweet again."
        if deed.word == "favourited":
            return "Nearly. Open the link in it and read first. Then undo the favourite, and favourite it again."
        return "Nearly. Open the link in it and read first. Then have one more go."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("link not opened", act._replace(opened_first=False))


class Choice(DeedPart[Asked]):
    """A field with one of several values, kept in the deed as `a`; `said` says each of them as something to do."""

    def __init__(self, field: str, said: Mapping[str, str], was: Mapping[str, str]) -> None:
        """`said` is what to do ("mute"), `was` what was done ("a mute"), for each value."""
        self.field, self.said, self.was = field, said, was

    def holds(self, value: Asked, deed: Deed, scene: Scene) -> bool:
        return deed.a in value

    def reads(self, value: Asked, scene: Scene, voice: Voice) -> str:
        return listed((self.said[one] for one in value), "or")

    def lacks(self, value: Asked, deed: Deed, scene: Scene) -> str:
        was = self.was.get(deed.a or "", "something else")
        return f"That is {was}. This step is for this: {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: Asked, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if other := next((one for one in self.said if one not in value), ""):
            yield NearMiss(f"{plain(other)} in place of {plain(value[0])}", act._replace(a=other))


def tweet_of(by: Asked | None, of: Of | None, scene: Scene, voice: Voice = ABOUT_THEM) -> str:
    """The tweet that an act is about: "the tweet “Four checks” by @LibraryKat_sim", "a tweet"."""
    tweet = OfTweet().reads(of, scene, voice) if of is not None else f"a {voice.tweet}"
    return f"{tweet} by {called(by, scene, me=voice.them)}" if by is not None else tweet
