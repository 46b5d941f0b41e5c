"""Finds the tweet that a line of a walkthrough is about: by its name, its step, or as somebody's newest."""

from sqlalchemy import text

from simulator import access, timelines
from simulator.errors import Missing
from simulator.packs.lesson_kinds import Target
from simulator.progress import progress
from simulator.sim import Sim
from simulator.text.keys import handle_key
from simulator.walkthroughs import happenings

_NEWEST = text(
    "SELECT t.id FROM tweet t JOIN account a ON a.id = t.author WHERE a.handle_key = :key AND t.hidden IS NULL"
    " AND t.retweet_of IS NULL AND (:naming = 0 OR EXISTS"
    " (SELECT 1 FROM mention m WHERE m.tweet = t.id AND m.account = :me)) ORDER BY t.id DESC LIMIT 1"
)
_PAGES = 3  # of Home are looked through


def tweet(sim: Sim, target: Target) -> int:
    """The tweet that is meant, as whoever acts sees it (packs.md 3.1). Raises `Missing`, saying what is not there."""
    if target.latest_of is not None:
        return _latest(sim, target.latest_of)
    known, id = happenings.names(sim, sim.actor), target.id or ""
    if id in known:
        return known[id]
    state = progress(sim, sim.actor).steps.get(id)
    if state is not None and state.passed_by is not None:
        return state.passed_by
    raise Missing(f'There is no tweet called "{id}" here yet.')


def _latest(sim: Sim, whose: str) -> int:
    """One's own newest; of others the newest that names whoever acts, else their newest on Home, else on their page."""
    if whose == "me":
        own = _newest(sim, handle_key(sim.account.handle), naming=False)
        if own is None:
            raise Missing("There is no tweet of one's own yet.")
        return own
    found = _newest(sim, handle_key(whose), naming=True) or _on_home(sim, whose)
    found = found or _newest(sim, handle_key(whose), naming=False)
    if found is None:
        raise Missing(f"There is no tweet from {whose} yet.")
    return access.tweet(sim, found).id


def _newest(sim: Sim, key: str, *, naming: bool) -> int | None:
    row = sim.session.execute(_NEWEST, {"key": key, "me": sim.actor, "naming": int(naming)}).first()
    return int(row.id) if row else None


def _on_home(sim: Sim, whose: str) -> int | None:
    before: int | None = None
    for _ in range(_PAGES):
        page = timelines.home(sim, before=before)
        for talk in page.talks:
            for card in talk.tweets:
                if handle_key(card.author.handle) == handle_key(whose):
                    return int(card.id)
        if page.older is None:
            return None
        before = int(page.older)
    return None
