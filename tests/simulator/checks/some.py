"""Random checks, acts and cases for properties; it asserts nothing."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from simulator.checks import Deed, Standing, Words, words_of
from simulator.checks.spoken import own_letters
from simulator.packs.check_shapes import Check
from tests.simulator.checks import stage

PEOPLE = ("ann", "bo", "cj_trainer", "newnurse")
TAGS = ("careclass", "cake", "nhs")
TWEETS = ("kat-falls", "priya-tea")
STEPS = ("star-one", "hashtag-tweet")
TEXTS = ("hello", "tea in the library", "a kind word for all of you", "#cake", "@ann", "@ann hello", "cake #CareClass")

OFTEN = ("tweeted", "replied", "favourited")
_who = st.sampled_from([*PEOPLE, "anyone", "classmate", "trainer", "me"])


def _few(optional: dict[str, st.SearchStrategy[Any]], most: int = 1) -> st.SearchStrategy[dict[str, Any]]:
    """At most so many of these fields, or nearly no act would ever do."""
    names = st.lists(st.sampled_from(sorted(optional)), max_size=most, unique=True)
    return names.flatmap(lambda found: st.fixed_dictionaries({name: optional[name] for name in found}))


_text = _few(
    {
        "hashtag": st.sampled_from([*TAGS, "any", "new"]),
        "not_hashtag": st.sampled_from(TAGS),
        "at_most_hashtags": st.integers(0, 2),
        "mentions": _who,
        "says": st.sampled_from([["tea"], {"where": ["library", "hall"]}]),
        "min_own": st.integers(0, 20),
        "max_own": st.integers(0, 30),
        "min_length": st.integers(0, 20),
        "reaches": st.sampled_from(["all", "shared"]),
        "noticed": st.sampled_from(["any", "3"]),
        "not_noticed": st.sampled_from(["any", "1"]),
    },
    most=2,
)
_when = _few(
    {
        "since": st.sampled_from(["step", "session", "ever"]),
        "within": st.sampled_from(["5m", "1h"]),
        "after": st.sampled_from([*STEPS, {"favourited": {}}]),
    },
)


def _joined(*forms: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(*forms).map(lambda found: {key: value for form in found for key, value in form.items()})


def _fields(**optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return _joined(_few(optional), _when)


_of = st.one_of(st.sampled_from([*TWEETS, *STEPS]), _text)
_acts: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "tweeted": _joined(_text, _when),
    "replied": _joined(_text, _fields(to=_who, of=_of)),
    "quoted": _joined(_text, _fields(by=_who, of=_of)),
    "retweeted": _fields(by=_who, of=_of, opened_first=st.just("true")),
    "favourited": _fields(by=_who, of=_of),
    "followed": _fields(who=_who, at_least=st.integers(1, 3)),
    "viewed": _fields(a=st.sampled_from(["home", "profile"]), who=_who),
    "searched": st.fixed_dictionaries({"for": st.just("tea")}),
    "deleted": _fields(of=_of),
    "wrote": _joined(_text, _fields(about=st.sampled_from(STEPS), min_words=st.integers(1, 4))),
}
_standings: dict[str, st.SearchStrategy[Any]] = {
    "profile": st.sampled_from([{"picture": "true"}, {"picture": "true", "bio": {"min_own": 5}}]),
    "following": st.fixed_dictionaries({}, optional={"at_least": st.integers(1, 3), "among": st.just(["ann", "bo"])}),
    "opened": st.sampled_from(STEPS),
    "done": st.sampled_from(STEPS),
}


def _word(words: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    often = [name for name in sorted(words) if name in OFTEN] * 2
    return st.sampled_from([*sorted(words), *often]).flatmap(lambda name: words[name].map(lambda asked: {name: asked}))


_DIFFERENT = ["day", "person", "tweet", "hashtag", "search"]


def _inside(negative: bool) -> Callable[[st.SearchStrategy[dict[str, Any]]], st.SearchStrategy[dict[str, Any]]]:
    def build(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        several = st.lists(inner, min_size=1, max_size=3)
        count = st.fixed_dictionaries(
            {"of": inner, "at_least": st.integers(1, 3)}, optional={"different": st.sampled_from(_DIFFERENT)}
        )
        joins = {"all_of": several, "any_of": several, "count": count}
        return _word({**joins, "none_of": several} if negative else joins)

    return build


def _checks(words: dict[str, st.SearchStrategy[Any]], negative: bool) -> st.SearchStrategy[Check]:
    return st.recursive(_word(words), _inside(negative), max_leaves=4).map(Check.model_validate)


any_check = _checks({**_acts, **_standings}, negative=True)
act_checks = _checks(_acts, negative=False)  # what only acts can meet, and more acts cannot spoil

ACTS = ("tweeted", "replied", "quoted", "retweeted", "favourited", "followed", "unfollowed", "viewed", "searched",
        "deleted", "wrote", "guarded")  # fmt: skip


@st.composite
def _deed(draw: st.DrawFn, number: int) -> Deed:
    word = draw(st.sampled_from([*ACTS, *OFTEN, *OFTEN]))
    text = draw(st.sampled_from(TEXTS)) if word in ("tweeted", "replied", "quoted", "wrote") else None
    return stage.deed(
        number,
        word,
        minutes=number - 395,
        words=None if text is None else _words(text),
        who=draw(st.sampled_from([None, *PEOPLE])),
        of=frozenset(draw(st.lists(st.sampled_from([*TWEETS, *STEPS]), max_size=2))),
        about=draw(st.sampled_from([None, _words("tea #NHS"), _words("cake")])),
        a=draw(st.sampled_from([None, "home", "profile", "mute"])),
        step=draw(st.sampled_from([None, *STEPS])),
        asked=draw(st.sampled_from([None, "tea", "cake"])),
        opened_first=draw(st.booleans()),
        tweet=number,
        target=draw(st.sampled_from([None, 1, 2])),
        gone=draw(st.sampled_from([False, False, False, True])),
    )


def _words(text: str) -> Words:
    return words_of(text)._replace(own=own_letters(text), signs=frozenset({"only-hashtag"} if text[0] == "#" else ()))


@st.composite
def cases(draw: st.DrawFn, most: int = 12) -> stage.Case:
    """A case with acts from before the step opened to ten minutes after it, some of them gone."""
    deeds = tuple(draw(_deed(395 + at)) for at in range(draw(st.integers(0, most) | st.just(most))))
    standing = Standing(
        picture=draw(st.sampled_from([None, "me.jpg"])),
        bio=draw(st.sampled_from([None, words_of("nurse on nights")])),
        following=frozenset(draw(st.lists(st.sampled_from(PEOPLE), max_size=3))),
    )
    done = {step: 397 for step in STEPS if draw(st.booleans())}
    return stage.blank(standing=standing, done=done, opened_steps=done)._replace(deeds=deeds)
