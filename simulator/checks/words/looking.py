"""The words about looking: `viewed` a page, `searched` for something (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, listed
from simulator.checks.named import accepts, at, called, filled
from simulator.checks.parts import TO_YOU, DeedPart, Voice
from simulator.checks.words.about import Choice, OfTweet, Person
from simulator.checks.words.following import Tag
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Searched, Viewed
from simulator.text.fold import words as folded

_PAGES = {
    "home": "Home", "notifications": "Notifications", "mentions": "Mentions", "messages": "Messages",
    "profile": "a profile", "favourites": "a page of favourites", "followers": "a page of followers",
    "tweet": "the page of one Tweet", "hashtag": "a hashtag's page", "list": "a list", "page": "a web page",
    "clicks": "the count of clicks", "deck": "Deck", "planner": "Planner", "chat": "the Chat room",
    "transcript": "a transcript",
}  # fmt: skip


class ViewedWord(ActWord[Viewed]):
    """Opened a page: of this kind, of this person, tweet or hashtag."""

    name = "viewed"
    deeds = frozenset({"viewed"})
    parts = (
        Choice("a", _PAGES, _PAGES),
        Person("who", "is the page of", "Open that of"),
        OfTweet(),
        Tag("tag", "Open"),
    )

    def reads(self, asked: Viewed, scene: Scene, voice: Voice) -> str:
        return f"has opened {_page(asked, scene, voice)}"

    def wants(self, asked: Viewed, scene: Scene) -> str:
        return f"open {_page(asked, scene, TO_YOU)}"

    def things(self, asked: Viewed, scene: Scene) -> str:
        return "pages opened"

    def lacks(self, asked: Viewed, deed: Deed, scene: Scene) -> str:
        if asked.a is not None and deed.a not in asked.a:
            return f"That is {_PAGES.get(deed.a or '', 'another page')}. Open {_page(asked, scene, TO_YOU)}."
        if asked.who is not None and not accepts(asked.who, deed.who, scene):
            whose = "your own page" if deed.who == scene.me else f"the page of {at(deed.who, scene)}"
            return f"That is {whose}. Open {_page(asked, scene, TO_YOU)}."
        return super().lacks(asked, deed, scene)

    def mistaken(self, asked: Viewed, deed: Deed, scene: Scene) -> str:
        if deed.word == "searched":
            return f"That looks something up. This step asks you to {self.wants(asked, scene)}."
        return ""

    def spoils(self, asked: Viewed, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("looked up in place of opened", act._replace(word="searched", asked="cake", a=""))


def _page(asked: Viewed, scene: Scene, voice: Voice) -> str:
    kind = (
        listed((_PAGES[one] for one in asked.a), "or") if asked.a else "the page" if asked.who or asked.of else "a page"
    )
    if asked.who == ("me",):
        kind, who = f"{voice.their} own {kind.removeprefix('a ').removeprefix('the ')}", ""
    else:
        who = f"of {called(asked.who, scene)}" if asked.who else ""
    of = f"of {OfTweet().reads(asked.of, scene, voice)}" if asked.of is not None else ""
    tag = f"of {Tag('tag', '').reads(asked.tag, scene, voice)}" if asked.tag else ""
    return joined(kind, who, of, tag)


class LookedFor(DeedPart[str]):
    """What was looked up has these words, whole and in any case; with # in front it has to be the hashtag itself."""

    field = "words"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        wanted, asked = filled(value, scene), deed.asked or ""
        if wanted.startswith("#"):
            return wanted.casefold() in asked.casefold().split()
        row, found = folded(wanted), folded(asked)
        return bool(row) and any(found[at : at + len(row)] == row for at in range(len(found) - len(row) + 1))

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"“{filled(value, scene)}”"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return f"That looks up “{deed.asked}”. Look up {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if len(act.asked) > 1:
            yield NearMiss("one letter short", act._replace(asked=_one_short(filled(value, scene), act.asked)))
        yield NearMiss("something else looked up", act._replace(asked="cake and biscuits"))


def _one_short(wanted: str, asked: str) -> str:
    """The words that were asked for with the last letter of what is wanted left out."""
    at = asked.casefold().find(wanted.casefold())
    return asked[:-1] if at < 0 else f"{asked[: at + len(wanted) - 1]}{asked[at + len(wanted) :]}"


class Saved(DeedPart[bool]):
    """The search was saved."""

    field = "saved"

    def holds(self, value: bool, deed: Deed, scene: Scene) -> bool:
        return deed.saved

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "and saved the search"

    def lacks(self, value: bool, deed: Deed, scene: Scene) -> str:
        return "Nearly. Now save the search: press Save search."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("search not saved", act._replace(saved=False))


class SearchedWord(ActWord[Searched]):
    """Looked something up, or saved the search."""

    name = "searched"
    deeds = frozenset({"searched"})
    parts = (LookedFor(), Saved())

    def reads(self, asked: Searched, scene: Scene, voice: Voice) -> str:
        what = LookedFor().reads(asked.words, scene, voice) if asked.words else "something"
        return joined("has looked up", what, "and saved the search" if asked.saved else "")

    def wants(self, asked: Searched, scene: Scene) -> str:
        what = LookedFor().reads(asked.words, scene, TO_YOU) if asked.words else "something"
        return joined("look up", what, "and save the search" if asked.saved else "")

    def things(self, asked: Searched, scene: Scene) -> str:
        return "searches saved" if asked.saved else "searches"

    def mistaken(self, asked: Searched, deed: Deed, scene: Scene) -> str:
        if deed.word == "viewed" and deed.a in ("hashtag", "profile"):
            return f"That opens {_PAGES[deed.a]}. This step asks you to {self.wants(asked, scene)}."
        if deed.word == "followed" and deed.tag is not None:
            return f"That follows #{deed.tag}. This step asks you to {self.wants(asked, scene)}."
        return ""

    def again(self, asked: Searched, deed: Deed, scene: Scene) -> str:
        return f"You had looked up “{deed.asked}” before. Look up something else."

    def spoils(self, asked: Searched, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("page opened in place of a search", act._replace(word="viewed", a="hashtag", tag="cake"))
