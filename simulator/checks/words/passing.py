"""The words about passing on and starring: `quoted`, `retweeted`, `favourited` (packs.md 2.4, twitter-2015 A.7)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator, Sequence

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, listed
from simulator.checks.named import at
from simulator.checks.parts import ABOUT_THEM, TO_YOU, DeedPart, Voice
from simulator.checks.text_fields import whole
from simulator.checks.words.about import Credited, OfTweet, OpenedFirst, Person, tweet_of
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Favourited, Quoted, Retweeted

CARD = "card"
_MARKS = {"rt": "RT", "mt": "MT", "via": "via", "ht": "HT"}  # how each form stands in a tweet
_MEANS = {
    "rt": "RT is for words that stay as they were.", "mt": "MT is for words that you have changed.",
    "via": "via says who showed it to you.", "ht": "HT says whose idea it was.",
}  # fmt: skip


class FormIs(DeedPart[Sequence[str]]):
    """How it is passed on: by the quote button (`card`), or by hand with RT, MT, via or HT."""

    field = "form"

    def holds(self, value: Sequence[str], deed: Deed, scene: Scene) -> bool:
        return deed.words is not None and deed.words.form in value

    def reads(self, value: Sequence[str], scene: Scene, voice: Voice) -> str:
        return f"({listed(('as a quote' if form == CARD else f'with {_MARKS[form]}' for form in value), 'or')})"

    def lacks(self, value: Sequence[str], deed: Deed, scene: Scene) -> str:
        form = deed.words.form if deed.words else ""
        if value == (CARD,):
            return f"That is passed on by hand, with {_MARKS.get(form, 'a mark')}. Press Quote under the Tweet instead."
        wanted = next(one for one in value if one != CARD)
        was = "That is a quote" if form == CARD else f"That has {_MARKS.get(form, 'no mark')} in it"
        return f"{was}. This step needs {_MARKS[wanted]} and the handle. {_MEANS[wanted]}"

    def spoils(self, value: Sequence[str], act: Act, scene: Scene) -> Iterator[NearMiss]:
        for form, mark in _MARKS.items():
            wanted = next((_MARKS[one] for one in value if one != CARD and f"{_MARKS[one]} @" in act.text), "")
            if form not in value and wanted:
                yield NearMiss(
                    f"{mark} in place of {wanted}", act._replace(text=act.text.replace(f"{wanted} @", f"{mark} @"))
                )


class QuotedWord(ActWord[Quoted]):
    """Passed on with own words: by the quote button, or by hand with RT, MT, via or HT."""

    name = "quoted"
    deeds = frozenset({"quoted", "tweeted"})
    parts = (FormIs(), Credited("by", "passes on the words of", "Choose a Tweet by"), OfTweet(), OpenedFirst())

    def is_kind(self, asked: Quoted, deed: Deed) -> bool:
        if deed.word == "tweeted":  # by hand
            return deed.words is not None and deed.words.form != ""
        return deed.word == "quoted"

    def reads(self, asked: Quoted, scene: Scene, voice: Voice) -> str:
        return joined(f"has passed on {_passed(asked, scene, voice)}", whole.phrase_of("a text", asked, scene, voice))

    def wants(self, asked: Quoted, scene: Scene) -> str:
        by_button = asked.form is None or CARD in asked.form
        verb = "quote" if by_button else "pass on"
        return joined(f"{verb} {_passed(asked, scene, TO_YOU)}", whole.phrase_of("a text", asked, scene, TO_YOU))

    def things(self, asked: Quoted, scene: Scene) -> str:
        return "Tweets passed on with your own words"

    def mistaken(self, asked: Quoted, deed: Deed, scene: Scene) -> str:
        if deed.word == "retweeted":
            return "That is a plain retweet. Press Quote, and you can add words of your own."
        if deed.word == "replied":
            return "That is an answer. To show the Tweet to your own followers, press Quote."
        if deed.word == "tweeted" and asked.form and CARD not in asked.form:
            mark = _MARKS[asked.form[0]]
            return f"Nearly. It needs {mark} and the @handle behind it, so that people see whose words these are."
        if deed.word == "tweeted":
            return f"That is a Tweet of your own. Press Quote under {tweet_of(asked.by, asked.of, scene, TO_YOU)}."
        return ""

    def spoils(self, asked: Quoted, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        if act.word == "quoted":
            yield NearMiss("plain retweet in place of a quote", act._replace(word="retweeted", text=""))
            yield NearMiss("tweet in place of a quote", act._replace(word="tweeted", to="", of="", about=""))


def _passed(asked: Quoted, scene: Scene, voice: Voice) -> str:
    form = FormIs().reads(asked.form, scene, voice) if asked.form else "(as a quote or by hand)"
    shown = form if voice is ABOUT_THEM or (asked.form and asked.form != (CARD,)) else ""
    first = OpenedFirst().reads(True, scene, voice) if asked.opened_first else ""
    return joined(tweet_of(asked.by, asked.of, scene, voice), shown, first)


class RetweetedWord(ActWord[Retweeted]):
    """Pressed the retweet button."""

    name = "retweeted"
    deeds = frozenset({"retweeted"})
    parts = (Person("by", "is a Tweet by", "Retweet one by"), OfTweet(), OpenedFirst())

    def reads(self, asked: Retweeted, scene: Scene, voice: Voice) -> str:
        return f"has retweeted {pressed(asked, scene, voice)}"

    def wants(self, asked: Retweeted, scene: Scene) -> str:
        return f"retweet {pressed(asked, scene, TO_YOU)}"

    def things(self, asked: Retweeted, scene: Scene) -> str:
        return "Tweets retweeted"

    def mistaken(self, asked: Retweeted, deed: Deed, scene: Scene) -> str:
        if deed.word == "favourited":
            return "That is the star: it says thank you. The two arrows pass the Tweet on to your followers."
        if deed.word == "quoted":
            return "That is a quote, with words of your own. This step needs the plain retweet."
        if deed.word == "tweeted" and deed.words is not None and deed.words.form:
            return "That passes it on by hand. Press Retweet, and it goes out just as it is."
        return ""

    def spoils(self, asked: Retweeted, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("star in place of a retweet", act._replace(word="favourited"))
        yield NearMiss("quote in place of a retweet", act._replace(word="quoted", text="Worth a look for all of us"))


class FavouritedWord(ActWord[Favourited]):
    """Pressed the star."""

    name = "favourited"
    deeds = frozenset({"favourited"})
    parts = (Person("by", "is a Tweet by", "Press the star of one by"), OfTweet(), OpenedFirst())

    def reads(self, asked: Favourited, scene: Scene, voice: Voice) -> str:
        return f"has favourited {pressed(asked, scene, voice)}"

    def wants(self, asked: Favourited, scene: Scene) -> str:
        return f"favourite {pressed(asked, scene, TO_YOU)}"

    def things(self, asked: Favourited, scene: Scene) -> str:
        return "Tweets favourited"

    def mistaken(self, asked: Favourited, deed: Deed, scene: Scene) -> str:
        if deed.word == "retweeted":
            return "That is a retweet: it passes the Tweet on. This step is about the star."
        return ""

    def spoils(self, asked: Favourited, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("retweet in place of the star", act._replace(word="retweeted"))

    def again(self, asked: Favourited, deed: Deed, scene: Scene) -> str:
        return f"You have that star already. Choose a Tweet other than this one by {at(deed.who, scene)}."


def pressed(asked: Retweeted, scene: Scene, voice: Voice) -> str:
    """The tweet whose button is pressed, and what comes first."""
    first = OpenedFirst().reads(True, scene, voice) if asked.opened_first else ""
    return joined(tweet_of(asked.by, asked.of, scene, voice), first)
