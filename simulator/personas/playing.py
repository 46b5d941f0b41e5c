"""Does what is on the agenda when its time has come: by the verbs that everybody uses (`packs.md` 4)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from simulator import access, checks
from simulator.actions import favourites, follows, messages, retweets, tweets
from simulator.errors import Missing, Refused
from simulator.exercises import flow
from simulator.exercises.cases import Learner
from simulator.exercises.variables import values
from simulator.models.accounts import Account
from simulator.models.lessons import EVERYBODY, TweetName
from simulator.models.planning import AgendaItem
from simulator.packs.course import Course
from simulator.packs.names import filled
from simulator.packs.pack import Pack
from simulator.packs.session_shapes import Inject
from simulator.personas import agenda
from simulator.progress import progress
from simulator.sim import Sim

Play = Callable[[Sim, AgendaItem], Any]  # Any: whatever the verb answers
SHORTEST = timedelta(minutes=1)  # until it is asked again whether a half hour is over that had breaks in it


def play(sim: Sim, item: AgendaItem) -> None:
    """Do what an item says. Raises what the verbs raise, and `Missing` for whatever is no longer wanted or there."""
    if _is_left_out(sim, item):
        raise Missing("This part is left out by whom it was for.")
    ACTS[item.act](sim, item)


def _tweet(sim: Sim, item: AgendaItem) -> None:
    """Say something: an answer, or, to somebody who has said nothing yet, a tweet of its own. Raises `Missing`."""
    tweets.post_tweet(sim, text=item.text, reply_to=item.tweet)


def _quote(sim: Sim, item: AgendaItem) -> None:
    """Pass on what set it off, with words of one's own. Raises what the verb raises, and `Missing`."""
    if item.tweet is None:
        raise Missing("There is no Tweet to quote.")
    tweets.post_tweet(sim, text=item.text, quote_of=item.tweet)


def _favourite(sim: Sim, item: AgendaItem) -> None:
    favourites.favourite(sim, tweet=_meant(sim, item))


def _retweet(sim: Sim, item: AgendaItem) -> None:
    retweets.retweet(sim, tweet=_meant(sim, item))


def _follow(sim: Sim, item: AgendaItem) -> None:
    follows.follow(sim, handle=item.text)


def _message(sim: Sim, item: AgendaItem) -> None:
    """Write to the learner. Raises what the verb raises: also made-up people write only to whom they may."""
    messages.send_message(sim, to=sim.session.get_one(Account, item.account).handle, text=item.text)


def _inject(sim: Sim, item: AgendaItem) -> None:
    """Say what the timeline says, and remember the pack's name for it. Raises what the verbs raise, and `Missing`."""
    course = _course(sim)
    inject = next(
        (one for session in course.sessions.values() for one in session.timeline if one.inject == item.reaction), None
    )
    if inject is None:
        raise Missing("The course has no such tweet any more.")
    if inject.only_if is not None and not _holds(sim, course, inject):
        raise Missing("It was not so, as its “if” asks.")
    if inject.retweet is not None:
        retweets.retweet(sim, tweet=_named(sim, inject.retweet, None))
        return
    if inject.message is not None:
        _write_to_all(sim, course, inject.message)
        return
    said = tweets.post_tweet(sim, text=_text(sim, course, inject), pictures=_pictures(course.pack, inject))
    sim.session.merge(TweetName(name=inject.inject, account=EVERYBODY, tweet=said.id))


def _finish(sim: Sim, item: AgendaItem) -> None:
    """Bring a learner to the ending, or ask again later by as much as they rested."""
    course, learner = _course(sim), item.learner or 0
    mine = progress(sim, learner)
    if mine.session != item.reaction or mine.session_at is None or not mine.in_session:
        return
    least = timedelta(minutes=course.sessions[mine.session].minutes) - flow.CLOSING
    left = least - mine.active(mine.session_at, sim.now)
    if left > timedelta() or mine.resting_since is not None:
        due = sim.now + max(left, SHORTEST)
        again = f"{item.once.partition('+')[0]}+{due:%d%H%M%S}"
        agenda.put(sim, again, due, act="finish", learner=learner, reaction=item.reaction)
    else:
        flow.finish(sim, course, learner)


def _end(sim: Sim, item: AgendaItem) -> None:
    """Bring a learner to the ending, because the trainer said so, if the session is still the same."""
    if progress(sim, item.learner or 0).session == item.reaction:
        flow.finish(sim, _course(sim), item.learner or 0)


# What the agenda can hold; each is one of the verbs everybody uses, or the clock of a session.
ACTS: dict[str, Play] = {
    "tweet": _tweet,
    "quote": _quote,
    "favourite": _favourite,
    "retweet": _retweet,
    "follow": _follow,
    "message": _message,
    "inject": _inject,
    "finish": _finish,
    "end": _end,
}


def _course(sim: Sim) -> Course:
    if sim.course is None:
        raise Missing("There is no course in this world any more.")
    return sim.course


def _is_left_out(sim: Sim, item: AgendaItem) -> bool:
    """Whether an item belongs to a reaction with a content rating that its learner has left out since."""
    if item.learner is None or sim.course is None or not item.reaction:
        return False
    every = (reaction for session in sim.course.sessions.values() for reaction in session.reactions)
    content = next((one.content for one in every if one.reaction == item.reaction), None)
    return content is not None and content in progress(sim, item.learner).left_out


def _meant(sim: Sim, item: AgendaItem) -> int:
    """The tweet that an item is about: by its number, or by the name that the pack gave it. Raises `Missing`."""
    return item.tweet if item.tweet is not None else _named(sim, item.text, item.learner)


def _named(sim: Sim, name: str, learner: int | None) -> int:
    for account in (learner, EVERYBODY):
        found = sim.session.get(TweetName, (name, account)) if account is not None else None
        if found is not None:
            return access.tweet(sim, found.tweet).id
    raise Missing("The Tweet that this is about is not there.")


def _holds(sim: Sim, course: Course, inject: Inject) -> bool:
    """Whether a condition is so for any learner."""
    return inject.only_if is not None and any(
        checks.meets(inject.only_if, Learner(sim, course, progress(sim, learner), learner).case())
        for learner in flow.learners(sim)
    )


def _text(sim: Sim, course: Course, inject: Inject) -> str:
    words = filled(inject.tweet or "", values(sim, course))
    page = course.pack.web.get(inject.link or "")
    return f"{words} {page.address}" if page is not None else words


def _write_to_all(sim: Sim, course: Course, written: str) -> None:
    """Write to each learner who may be written to; raises the last refusal where nobody may."""
    sent, refused = 0, Refused("There is nobody to write to.")
    for learner in flow.learners(sim):
        who = sim.session.get_one(Account, learner)
        words = filled(written, {**values(sim, course), "me": who.handle, "my_name": who.name})
        try:
            messages.send_message(sim, to=who.handle, text=words)
            sent += 1
        except Refused as refusal:
            refused = refusal
    if not sent:
        raise refused


def _pictures(pack: Pack, inject: Inject) -> list[tuple[str, str]]:
    return [(name, pack.media[name].alt) for name in inject.picture or ()]
