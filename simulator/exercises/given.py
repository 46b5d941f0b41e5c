"""Lays on the table what a step brings: a tweet in the learner's name, or one passed on; it never counts as theirs."""

from simulator import access
from simulator.actions import retweets, tweets
from simulator.errors import Refused
from simulator.exercises.variables import values
from simulator.models.diary import Kind
from simulator.models.lessons import EVERYBODY, TweetName
from simulator.packs.course import Course
from simulator.packs.names import filled
from simulator.packs.session_shapes import Given
from simulator.progress import progress
from simulator.sim import Fact, Sim

APP = "guide"  # what such a tweet says it was sent from


def lay(sim: Sim, course: Course, fact: Fact) -> None:
    """As a step opens, put down what it gives; what the rules refuse, because it lies there already, is left."""
    if fact.kind not in (Kind.STEP_OPENED, Kind.STEP_AGAIN) or fact.actor is None or fact.part is None:
        return
    placed = course.step(fact.part)
    given = placed.step.given if placed is not None else None
    if placed is None or given is None or (given.tweet is None and given.retweet is None):
        return
    if not progress(sim, fact.actor).is_open(placed.step.step):
        return
    with sim.acting(fact.actor, cause=fact.number):
        try:
            with sim.session.begin_nested():
                _lay(sim, course, given, given.id or placed.step.step)
        except Refused:
            return


def _lay(sim: Sim, course: Course, given: Given, name: str) -> None:
    if given.tweet is not None:
        told = {**values(sim, course), "me": sim.account.handle, "my_name": sim.account.name}
        made = tweets.post_tweet(sim, text=filled(given.tweet, told), app=APP).id
    else:
        found = sim.session.get_one(TweetName, (given.retweet, EVERYBODY))
        made = retweets.retweet(sim, tweet=access.tweet(sim, found.tweet).id).id
    sim.session.merge(TweetName(name=name, account=sim.actor, tweet=made))
