"""Turns the lines of a walkthrough into verbs with their words, the same ones that the pages call; it does none.

What is no verb (waiting, reloading, closing) is the player's business.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from simulator.actions import (
    accounts,
    blocks,
    favourites,
    follows,
    lessons,
    messages,
    mutes,
    reports,
    retweets,
    searches,
    tweets,
)
from simulator.checks.deeds import Kept
from simulator.engine import Verb
from simulator.errors import Missing
from simulator.exercises.flow import current
from simulator.exercises.variables import values
from simulator.packs.course import Course, Placed
from simulator.packs.lesson_kinds import Target
from simulator.packs.names import filled
from simulator.packs.walkthrough_shapes import Line, ListEdit, ProfileEdit, Tagged
from simulator.progress import progress
from simulator.sim import Sim
from simulator.walkthroughs import keeping, targets


class Doing(NamedTuple):
    """One verb with its words."""

    verb: Verb
    words: Mapping[str, Any]  # Any: a verb's own


def doing(sim: Sim, line: Line) -> list[Doing]:
    """What whoever looks does by this line; nothing for a page whose visits no check reads (packs.md 2.5).

    Raises `Missing` where what it is about is not there.
    """
    if line.act == "open":
        return list(_opening(_course(sim), line.open or ""))
    if line.act == "search":
        return list(_searching(_course(sim), text_of(sim, line.search or ""), saved=bool(line.saved)))
    if line.act == "list":
        return [Doing(*todo) for todo in keeping.todo(sim, kept(sim, line))]
    todo = _ACTS[line.act](_Doer(sim, _course(sim)), line)
    return [todo] if todo is not None else []


def _opening(course: Course, page: str) -> Iterator[Doing]:
    """A link is followed to a pretend page."""
    if course.reads_links:
        yield Doing(lessons.open_link, {"page": page})
    if "page" in course.views:
        yield Doing(lessons.view, {"page": "page", "name": page})


def _searching(course: Course, words: str, *, saved: bool) -> Iterator[Doing]:
    """Something is looked up, and the search kept."""
    if course.reads_searches:
        yield Doing(searches.search, {"q": words})
    if saved:
        yield Doing(searches.save_search, {"q": words})


def kept(sim: Sim, line: Line) -> Kept:
    """The list that a line is about, as it is to be after it."""
    doer, edit = _Doer(sim, _course(sim)), line.make_list or ListEdit(name="")
    return keeping.wanted(
        sim,
        text_of(sim, edit.name),
        description=None if edit.description is None else text_of(sim, edit.description),
        private=edit.private,
        add=tuple(map(doer.whom, edit.add)),
        remove=tuple(map(doer.whom, edit.remove)),
    )


def text_of(sim: Sim, written: str) -> str:
    """A text of a walkthrough with the `$names` of this world, and those of whoever acts."""
    me = sim.account
    return filled(written, {**values(sim, _course(sim)), "me": me.handle, "my_name": me.name})


def open_step(sim: Sim, fits: Callable[[Placed], bool] = lambda _: True) -> str:
    """The first open step of whoever acts that fits; raises `Missing`."""
    found = next((each for each in current(_course(sim), progress(sim, sim.actor)) if fits(each)), None)
    if found is None:
        raise Missing("No step is open that this could be about.")
    return found.step.step


def _course(sim: Sim) -> Course:
    if sim.course is None:
        raise AssertionError("walkthroughs go through worlds with a course")
    return sim.course


class _Doer:
    """Knows the world in which a line is done."""

    def __init__(self, sim: Sim, course: Course) -> None:
        self.sim, self.course = sim, course

    def tweet(self, line: Line) -> Doing:
        return self._post(line, line.tweet or "")

    def reply(self, line: Line) -> Doing:
        parent = targets.tweet(self.sim, line.to or Target(latest_of="me"))
        return self._post(line, line.reply or "", reply_to=parent)

    def quote(self, line: Line) -> Doing:
        return self._post(line, line.quote or "", quote_of=self._about(line.of))

    def _post(self, line: Line, written: str, **more: Any) -> Doing:  # Any: as above
        names = (line.picture,) if isinstance(line.picture, str) else line.picture or ()
        alts = [text_of(self.sim, alt) for alt in line.alt or ()]
        pictures = tuple(zip(names, [*alts, *[""] * len(names)], strict=False))
        words = {"text": text_of(self.sim, written), "pictures": pictures, **more}
        return Doing(tweets.post_tweet, words)

    def retweet(self, line: Line) -> Doing:
        return Doing(retweets.retweet, {"tweet": self._about(line.retweet)})

    def favourite(self, line: Line) -> Doing:
        return Doing(favourites.favourite, {"tweet": self._about(line.favourite)})

    def delete(self, line: Line) -> Doing:
        return Doing(tweets.delete_tweet, {"tweet": self._about(line.delete)})

    def undo(self, line: Line) -> Doing:
        if line.undo in ("mute", "block"):
            undo = mutes.unmute if line.undo == "mute" else blocks.unblock
            return Doing(undo, {"handle": self.whom(line.who or "")})
        verb = retweets.unretweet if line.undo == "retweet" else favourites.unfavourite
        return Doing(verb, {"tweet": self._about(line.of)})

    def _about(self, target: Target | None) -> int:
        if target is None:
            raise Missing("This line does not say which tweet it is about.")
        return targets.tweet(self.sim, target)

    def follow(self, line: Line) -> Doing:
        if isinstance(line.follow, Tagged):
            return Doing(follows.follow_hashtag, {"tag": text_of(self.sim, line.follow.hashtag)})
        return Doing(follows.follow, {"handle": self.whom(line.follow or "")})

    def unfollow(self, line: Line) -> Doing:
        if isinstance(line.unfollow, Tagged):
            return Doing(follows.unfollow_hashtag, {"tag": text_of(self.sim, line.unfollow.hashtag)})
        return Doing(follows.unfollow, {"handle": self.whom(line.unfollow or "")})

    def message(self, line: Line) -> Doing:
        """To a person by name, or to whom the newest tweet is from: `latest from X` is X."""
        to = line.to or Target(id="trainer")
        words = {"to": self.whom(to.id or to.latest_of or ""), "text": text_of(self.sim, line.message or "")}
        return Doing(messages.send_message, words)

    def mute(self, line: Line) -> Doing:
        return Doing(mutes.mute, {"handle": self.whom(line.mute or "")})

    def block(self, line: Line) -> Doing:
        return Doing(blocks.block, {"handle": self.whom(line.block or "")})

    def report(self, line: Line) -> Doing:
        """A line without a reason takes the plainest one."""
        words = {"handle": self.whom(line.report or ""), "reason": line.reason or reports.Wrong.ABUSIVE.value}
        return Doing(reports.report, words | ({"tweet": self._about(line.of)} if line.of else {}))

    def whom(self, who: str) -> str:
        """The handle of somebody whom a line names."""
        if who == "trainer":
            return self.course.pack.head.trainer
        if who == "classmate":
            return next(iter(self.course.stand_ins), who)
        return text_of(self.sim, who)

    def view(self, line: Line) -> Doing | None:
        """Visits are recorded only where a check reads them (packs.md 2.5)."""
        if line.view not in self.course.views:
            return None
        words = {"page": line.view, "who": self.whom(line.who) if line.who else ""}
        words |= {"tag": text_of(self.sim, line.tag).casefold()} if line.tag else {}
        if line.view == "list":
            words["who"] = words["who"] or self.sim.account.handle
            words["slug"] = keeping.slug_of(self.sim, words["who"])
        return Doing(lessons.view, words | ({"tweet": self._about(line.of)} if line.of else {}))

    def profile(self, line: Line) -> Doing:
        """The form holds what stands there already, so what a line leaves out stays."""
        edit, me = line.profile or ProfileEdit(), self.sim.account
        if edit.header is not None:
            raise Missing("Headers cannot be changed in this version yet.")
        kept = {"name": me.name, "bio": me.bio, "location": me.location, "website": me.website}
        typed = {name: text_of(self.sim, value) for name in kept if (value := getattr(edit, name)) is not None}
        picture = self.course.pack.picture_box("profile")[0] if edit.picture is True else edit.picture
        typed |= {"handle": text_of(self.sim, edit.handle)} if edit.handle is not None else {}
        return Doing(accounts.edit_profile, {**kept, **typed, "picture": picture})

    def answer(self, line: Line) -> Doing:
        """On a card with one question `answer` is the choice; on a sorting card it names the step."""
        step = line.played or open_step(self.sim, lambda each: each.step.card is not None)
        if line.item is not None:
            words = {"item": line.item, "pick": line.pile or "", "reason": line.reason or ""}
        else:
            words = {"item": "", "pick": line.answer or "", "reason": line.reason or ""}
        return Doing(lessons.answer, {"step": step, **words})

    def write(self, line: Line) -> Doing:
        step = line.about or open_step(self.sim, lambda each: each.step.reflect is not None)
        return Doing(lessons.reflect, {"step": step, "text": text_of(self.sim, line.write or "")})

    def skip(self, line: Line) -> Doing:
        return Doing(lessons.skip, {"step": line.skip if isinstance(line.skip, str) else open_step(self.sim)})

    def leave_out(self, line: Line) -> Doing:
        return Doing(lessons.leave_out, {"rating": self._rating(line)})

    def _rating(self, line: Line) -> str:
        named = isinstance(line.leave_out, str)
        mine = current(self.course, progress(self.sim, self.sim.actor))
        exercises = [each.exercise for each in (self.course.steps.values() if named else mine)]
        wanted = (each for each in exercises if each.content and line.leave_out in (True, each.exercise))
        found = next(wanted, None)
        if found is None or found.content is None:
            raise Missing("Nothing that is open here can be left out.")
        return found.content


_ACTS: Mapping[str, Callable[[_Doer, Line], Doing | None]] = {
    "tweet": _Doer.tweet, "reply": _Doer.reply, "quote": _Doer.quote, "retweet": _Doer.retweet,
    "favourite": _Doer.favourite, "mute": _Doer.mute, "block": _Doer.block, "report": _Doer.report,
    "follow": _Doer.follow, "message": _Doer.message,
    "unfollow": _Doer.unfollow, "delete": _Doer.delete, "undo": _Doer.undo,
    "view": _Doer.view, "profile": _Doer.profile, "answer": _Doer.answer,
    "write": _Doer.write, "skip": _Doer.skip, "leave_out": _Doer.leave_out,
}  # fmt: skip
