"""What people will do because of a learner's act: reactions of the open session, in the order of its file (2.5).

A draw hangs on the world's seed, the reaction, the handle at joining and how many times it was (`packs.md` 4), so
neither another learner nor another reaction changes it. What is drawn is put on the agenda; nothing happens here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select

from simulator import checks, dice
from simulator.access import known_handles
from simulator.checks.deeds import Case, Deed
from simulator.exercises.cases import Learner
from simulator.exercises.deeds import WORDS
from simulator.exercises.variables import values
from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.models.tweets import Tweet
from simulator.packs.check_shapes import Check
from simulator.packs.course import Course
from simulator.packs.names import answering, filled
from simulator.packs.session_shapes import Effect, Reaction
from simulator.personas import agenda
from simulator.progress import Progress, progress
from simulator.sim import Fact, Sim

EVERYBODY = 0  # stands for no learner in a key: once per class
_STEPS = {Kind.STEP_OPENED: "opened", Kind.STEP_PASSED: "done"}


def react(sim: Sim, course: Course, fact: Fact, judged: Learner | None = None) -> None:
    """Put on the agenda whatever the people of the course will do because of an event.

    `judged` is what is known of the learner, where nothing has changed since.
    """
    if fact.actor is None or fact.kind not in {*WORDS, *_STEPS}:
        return
    account = sim.session.get_one(Account, fact.actor)
    if not account.learner:
        return
    mine = progress(sim, account.id)
    if mine.session not in course.sessions:
        return
    about = [
        reaction
        for reaction in course.sessions[mine.session].reactions
        if _may_follow(reaction, fact) and reaction.content not in mine.left_out
    ]
    asked = _still_to_come(sim, about, mine, account.id)
    if not asked:
        return
    learner = judged or Learner(sim, course, mine, account.id)
    deed, case = _deed(learner, fact), learner.case()
    if deed is None:
        return
    for reaction, once, n in asked:
        if follows(reaction, deed, case):
            _Scene(sim, course, account, mine, fact, deed).plan(reaction, once, n)


def follows(reaction: Reaction, deed: Deed, case: Case) -> bool:
    """Whether this act sets the reaction off."""
    return checks.fits(reaction.when, deed, case) and (reaction.only_if is None or checks.meets(reaction.only_if, case))


def _may_follow(reaction: Reaction, fact: Fact) -> bool:
    """Whether a reaction is about events like this one at all: about steps, or about acts and how things stand."""
    word = _STEPS.get(fact.kind)
    if word is not None:
        return (word, fact.part) in _words(reaction.when)
    return any(name not in _STEPS.values() for name, _ in _words(reaction.when))


def _words(check: Check) -> Iterator[tuple[str, object]]:
    """The words of a check and what they ask for, those that must not be so left aside."""
    for name, asked in check.words():
        if isinstance(asked, tuple) and name != "none_of":
            for inner in asked:
                yield from _words(inner)
        elif name != "none_of":
            yield name, asked


def _still_to_come(
    sim: Sim, about: Sequence[Reaction], mine: Progress, learner: int
) -> list[tuple[Reaction, str, int]]:
    """Those of these that have not come often enough, with the key of the next time and how many it will have been."""
    keys = {
        reaction.reaction: [_once(reaction, mine, learner, n) for n in range(1, reaction.limit.times + 1)]
        for reaction in about
    }
    down = agenda.known(sim, [f"{key}/0" for each in keys.values() for key in each])
    found = []
    for reaction in about:
        free = next((at for at, key in enumerate(keys[reaction.reaction]) if f"{key}/0" not in down), None)
        if free is not None:
            found.append((reaction, keys[reaction.reaction][free], free + 1))
    return found


def _once(reaction: Reaction, mine: Progress, learner: int, n: int) -> str:
    whose = learner if reaction.limit.per == "learner" else EVERYBODY
    return f"reaction/{reaction.reaction}/{whose}/{mine.session_number}/{n}"


def _deed(learner: Learner, fact: Fact) -> Deed | None:
    """The act, or an event of a step in the form of one; None for what was not the learner's own doing."""
    word = _STEPS.get(fact.kind)
    return Deed(fact.number, fact.at, word, step=fact.part) if word is not None else learner.deed(fact.number)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A learner's act and whoever answers it."""

    sim: Sim
    course: Course
    learner: Account
    mine: Progress
    fact: Fact
    deed: Deed

    def plan(self, reaction: Reaction, once: str, n: int) -> None:
        """Put everything down that one reaction brings, each after the other."""
        key = (self.sim.state.seed, reaction.reaction, self.learner.joined_as, n)
        waited = agenda.drawn(reaction.wait, *key)
        for i, effect in enumerate(reaction.then):
            waited += agenda.drawn(effect.wait, *key, i) if effect.wait is not None else timedelta()
            actor = known_handles(self.sim, [effect.by]).popitem()[1]
            agenda.put(
                self.sim,
                f"{once}/{i}",
                self.fact.at + waited,
                actor=actor.id,
                cause=self.fact.number,
                reaction=reaction.reaction,
                learner=self.learner.id,
                waited=int(waited.total_seconds()),
                **self._act(effect, n, (*key[:3], i)),
            )

    def _act(self, effect: Effect, n: int, key: tuple[object, ...]) -> dict[str, object]:
        """What is done, as columns of an agenda item."""
        if effect.reply is not None:
            return {
                "act": "tweet",
                "text": self._words(answering(_dealt(effect.reply, n, key))),
                "tweet": self._about(),
            }
        if effect.quote is not None:
            return {"act": "quote", "text": self._words(_dealt(effect.quote, n, key)), "tweet": self._about()}
        if effect.tweet is not None:
            return {"act": "tweet", "text": self._words(_dealt(effect.tweet, n, key))}
        if effect.message is not None:
            return {"act": "message", "text": self._words(_dealt(effect.message, n, key)), "account": self.learner.id}
        if effect.follow is not None:
            return {"act": "follow", "text": self.learner.handle}
        act, which = ("favourite", effect.favourite) if effect.favourite is not None else ("retweet", effect.retweet)
        if isinstance(which, str):
            return {"act": act, "text": which}
        return {"act": act, "tweet": self._about()}

    def _about(self) -> int | None:
        """The tweet that the act made, else the learner's newest public one of the session."""
        if self.deed.tweet is not None:
            return self.deed.tweet
        own = (Tweet.author == self.learner.id, col(Tweet.hidden).is_(None), col(Tweet.retweet_of).is_(None))
        newest = select(Tweet.id).where(*own, col(Tweet.at) >= self.mine.session_at).order_by(col(Tweet.id).desc())
        return self.sim.session.exec(newest.limit(1)).first()

    def _words(self, text: str) -> str:
        """A text of the pack for this learner; `$tag` is the hashtag that the act was about or had in it first."""
        told = {**values(self.sim, self.course), "me": self.learner.handle, "my_name": self.learner.name}
        tags = self.deed.words.tags if self.deed.words else ()
        tag = self.deed.tag or next(iter(tags), None)
        return filled(text, {**told, "tag": tag} if tag is not None else told)


def _dealt(variants: Sequence[str], n: int, key: tuple[object, ...]) -> str:
    """One of the variants: the first is drawn, then they go round, so that nobody hears the same twice in a row."""
    return variants[(dice.number(len(variants), *key) + n - 1) % len(variants)]
