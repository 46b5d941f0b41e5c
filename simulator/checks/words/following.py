"""The words about following: `followed` and `unfollowed` (the act), `following` (how things stand; packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Case, Deed, Scene
from simulator.checks.language import capital, joined, listed, number
from simulator.checks.named import accepts, at, called, shown, tag_of, tag_shown
from simulator.checks.parts import DeedPart, Voice
from simulator.checks.words.about import Person
from simulator.checks.words.tallies import distinct
from simulator.checks.words.word import ActWord, Line, StandingWord, Tally
from simulator.packs.check_shapes import Followed, Unfollowed
from simulator.packs.standing_shapes import Following

ANY = "any"


class Tag(DeedPart[str]):
    """The hashtag that an act is about."""

    def __init__(self, field: str, do: str) -> None:
        """The name of the field in the shape, and what to do with the hashtag: "Follow"."""
        self.field, self.do = field, do

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.tag is not None and (value == ANY or deed.tag == tag_of(value, scene))

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return _tag(value, scene)

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        was = f"#{deed.tag}" if deed.tag else at(deed.who, scene)
        return f"That is {was}. {self.do} {self.reads(value, scene, _NOBODY)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value != ANY:
            yield NearMiss("another hashtag", act._replace(tag=f"{act.tag}x"))
        if other := next((key for key in scene.handles if key != scene.me), ""):
            yield NearMiss("a person in place of a hashtag", act._replace(tag="", to=shown(other, scene)))


_NOBODY = Voice("", "", "")


class FollowedWord(ActWord[Followed]):
    """Pressed Follow: of a person, of several different people, or of a hashtag."""

    name = "followed"
    deeds = frozenset({"followed"})
    parts: tuple[DeedPart[Any], ...] = (  # Any: people and hashtags
        Tag("hashtag", "Follow"), Person("who", "was", "Follow"), Person("among", "was", "Follow"),
    )  # fmt: skip
    _past, _verb, _other = "followed", "follow", "unfollowed"

    def hits(self, asked: Followed, deed: Deed, scene: Scene) -> bool:
        if asked.hashtag is None and deed.who is None:  # a hashtag, where people are asked for
            return False
        return super().hits(asked, deed, scene)

    def tally(self, asked: Followed, deeds: Sequence[Deed], scene: Scene) -> Tally:
        found = [deed for deed in deeds if self.hits(asked, deed, scene)]
        return distinct(found, asked.at_least or 1, lambda deed: deed.who or f"#{deed.tag}")

    def reads(self, asked: Followed, scene: Scene, voice: Voice) -> str:
        return f"has {self._past} {_whom(asked, scene)}"

    def wants(self, asked: Followed, scene: Scene) -> str:
        return f"{self._verb} {_whom(asked, scene)}"

    def things(self, asked: Followed, scene: Scene) -> str:
        return f"hashtags {self._past}" if asked.hashtag else f"people {self._past}"

    def lacks(self, asked: Followed, deed: Deed, scene: Scene) -> str:
        if asked.hashtag is None and deed.who is None:
            return f"That is a hashtag. This step is about people: {self.wants(asked, scene)}."
        return super().lacks(asked, deed, scene)

    def mistaken(self, asked: Followed, deed: Deed, scene: Scene) -> str:
        if deed.word == self._other:
            whom = f"#{deed.tag}" if deed.tag else at(deed.who, scene)
            was = "stops following" if self._other == "unfollowed" else "starts following"
            return f"That {was} {whom}. This step asks you to {self.wants(asked, scene)}."
        if deed.word == "searched" and deed.saved and asked.hashtag and self._verb == "follow":
            return f"That saves a search. Now {self.wants(asked, scene)}: the button is on the hashtag's page."
        if deed.word == "guarded" and self._verb == "unfollow":
            return f"That keeps {at(deed.who, scene)} away. This step asks you to {self.wants(asked, scene)}."
        return ""

    def again(self, asked: Followed, deed: Deed, scene: Scene) -> str:
        return f"You had {self._past} {at(deed.who, scene)} before. Choose somebody else."

    def spoils(self, asked: Followed, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss(f"{self._other} in place of {self._past}", act._replace(word=self._other))
        if asked.at_least and asked.at_least > 1:
            yield NearMiss("count one short", act, taken_back=1)


class UnfollowedWord(FollowedWord):
    """Pressed it again."""

    name = "unfollowed"
    deeds = frozenset({"unfollowed"})
    parts = (
        Tag("hashtag", "Unfollow"), Person("who", "was", "Unfollow"), Person("among", "was", "Unfollow"),
    )  # fmt: skip
    _past, _verb, _other = "unfollowed", "unfollow", "followed"


def _whom(asked: Followed | Unfollowed, scene: Scene) -> str:
    named = asked.who or asked.among
    who = called(named, scene) if named else ""
    if asked.at_least and asked.at_least > 1:
        return joined(f"{asked.at_least} or more", f"of {_group(asked, scene)}" if who else "people")
    tag = _tag(asked.hashtag, scene) if asked.hashtag else ""
    return listed(filter(None, [who, tag])) or "somebody"


def _group(asked: Followed | Unfollowed, scene: Scene) -> str:
    return called(asked.among or asked.who or (), scene, "and")


@dataclass(frozen=True, slots=True)
class Need:
    """How many there are and how many are needed of one thing that `following` asks for."""

    count: int
    of: int
    things: str
    wants: str


class FollowingWord(StandingWord[Following]):
    """Follows these people, so many, of so many kinds, or a hashtag, now."""

    name = "following"
    deeds = frozenset({"followed", "unfollowed"})

    def tally(self, asked: Following, case: Case) -> Tally:
        needs = _needs(asked, case)
        missing = [need for need in needs if need.count < need.of]
        first = (missing or needs)[0]
        return Tally(min(first.count, first.of), first.of, None if missing else 0)

    def lines(self, asked: Following, case: Case) -> tuple[Line, ...]:
        return tuple(
            Line(
                f"{min(need.count, need.of)} of {need.of} {need.things}" if need.of > 1 else capital(need.wants),
                need.count >= need.of, min(need.count, need.of), need.of,
            )
            for need in _needs(asked, case)
        )  # fmt: skip

    def reads(self, asked: Following, scene: Scene, voice: Voice) -> str:
        return f"is following {_followed(asked, scene)}"

    def wants(self, asked: Following, scene: Scene) -> str:
        return f"follow {_followed(asked, scene)}"

    def things(self, asked: Following, scene: Scene) -> str:
        return "people followed"

    def helps(self, asked: Following, deed: Deed, case: Case) -> bool:
        if deed.word != "followed":
            return False
        if deed.tag is not None:
            return asked.hashtag is not None and (asked.hashtag == ANY or deed.tag == tag_of(asked.hashtag, case.scene))
        if asked.all_of and accepts(asked.all_of, deed.who, case.scene):
            return True
        if asked.among:
            return accepts(asked.among, deed.who, case.scene)
        return bool(asked.at_least) or (bool(asked.kinds_at_least) and deed.who in case.scene.kinds)

    def lacks(self, asked: Following, deed: Deed, case: Case) -> str:
        whom = f"#{deed.tag}" if deed.tag else at(deed.who, case.scene)
        if deed.word == "unfollowed":
            return f"That stops following {whom}. This step asks you to {self.wants(asked, case.scene)}."
        missing = [need for need in _needs(asked, case) if need.count < need.of]
        if not missing:
            return ""
        return f"That follows {whom}. Now {missing[0].wants}."

    def spoils(self, asked: Following, act: Act, scene: Scene) -> Iterator[NearMiss]:
        names = asked.all_of or asked.among
        if names and act.to:
            yield from Person("who", "", "").spoils(names, act, scene)
        if asked.hashtag and act.tag:
            yield from Tag("hashtag", "").spoils(asked.hashtag, act, scene)
        yield NearMiss("unfollowed in place of followed", act._replace(word="unfollowed"))
        if (asked.at_least or 0) > 1:
            yield NearMiss("count one short", act, taken_back=1)


def _needs(asked: Following, case: Case) -> list[Need]:
    scene, following = case.scene, case.standing.following
    counted = following if asked.among is None else {key for key in following if accepts(asked.among, key, scene)}
    needs = []
    if asked.all_of:
        there = [_follows(one, case) for one in asked.all_of]
        open_ = [one for one, followed in zip(asked.all_of, there, strict=True) if not followed]
        needs.append(Need(sum(there), len(there), "people followed", f"follow {called(open_, scene, 'and')}"))
    if asked.at_least or asked.among or not (asked.all_of or asked.hashtag or asked.kinds_at_least):
        wanted = f"follow {_some(asked, scene)}"
        needs.append(Need(len(counted), asked.at_least or 1, "people followed", wanted))
    if asked.hashtag:
        tags = case.standing.followed_tags
        has = bool(tags) if asked.hashtag == ANY else tag_of(asked.hashtag, scene) in tags
        needs.append(Need(int(has), 1, "hashtags followed", f"follow {_tag(asked.hashtag, scene)}"))
    if asked.kinds_at_least:
        kinds = {scene.kinds[key] for key in counted if key in scene.kinds}
        wanted = "follow somebody whose work or life is of another kind"
        needs.append(Need(len(kinds), asked.kinds_at_least, "kinds of people followed", wanted))
    return needs


def _follows(one: str, case: Case) -> bool:
    return any(accepts((one,), key, case.scene) for key in case.standing.following)


def _followed(asked: Following, scene: Scene) -> str:
    people = called(asked.all_of, scene, "and") if asked.all_of else ""
    some = _some(asked, scene) if asked.at_least or asked.among else ""
    tag = _tag(asked.hashtag, scene) if asked.hashtag else ""
    what = listed(filter(None, [people, some, tag]))
    if not asked.kinds_at_least:
        return what or "somebody"
    return joined(what or "people", f"of {number(asked.kinds_at_least, 'kind')} or more")


def _some(asked: Following, scene: Scene) -> str:
    of = f"of {called(asked.among, scene, 'and')}" if asked.among else "people"
    return joined(f"{asked.at_least} or more", of) if asked.at_least else f"one {of}" if asked.among else "somebody"


def _tag(written: str, scene: Scene) -> str:
    return "a hashtag" if written == ANY else tag_shown(written, scene)
