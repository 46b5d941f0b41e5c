"""A class does session 1 at once over HTTP: all finish, everybody is answered, nobody twice (issue 3, packs.md 4)."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import text

from tests.asgi import Answer, Client
from tests.journeys.by_http import Asked, Walker
from tests.journeys.town import COURSE, Town, town

SESSION = "first-tweets"
WALK = "1-model"
TAG = "SHCRtwittertwits"


class Lesson(NamedTuple):
    """A class whose session is open."""

    place: Town
    walkers: list[Walker]
    key: str
    desk: Client

    def rows(self, query: str, **bounds: Any) -> list[Any]:
        with self.place.installation.worlds.using(self.key) as world, world.read() as session:
            return list(session.execute(text(query), bounds).all())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town() as place:
        yield place


def gathered(place: Town, many: int) -> Lesson:
    """So many learners join a class, and the trainer starts it."""
    entry = place.makes("At once")
    handles = [f"nurse_{number:02}" for number in range(many)]
    walkers = [Walker(place.installation, entry.key, handle, place.joins(entry, handle)) for handle in handles]
    desk = place.trainer()
    assert "Start the class" in desk.get(f"/trainer/classes/{entry.code}").text
    assert desk.post(f"/trainer/classes/{entry.code}/session", {"session": SESSION}).status == 303
    return Lesson(place, walkers, entry.key, desk)


def all_at_once(lesson: Lesson) -> None:
    """Everybody does each line of the diligent walk at the same moment."""
    walk = lesson.place.installation.shelf.pack(COURSE).walkthroughs[WALK]
    for line in walk.script:
        if line.wait is not None:
            seconds = int(line.wait.total_seconds())
            while seconds > 0:
                lesson.walkers[0].browser.post("/test/clock", {"advance": f"{min(seconds, 60)}s"})
                seconds -= 60
        asked = [(walker, one) for walker in lesson.walkers for one in walker.asks(_own(line, walker))]
        answers = lesson.walkers[0].browser.run(_sent(asked))
        assert {answer.status for answer in answers} <= {200, 303}, [answer.text[:400] for answer in answers]


async def _sent(asked: list[tuple[Walker, Asked]]) -> list[Answer]:
    """All of these at the same moment."""
    return await asyncio.gather(
        *(walker.browser.ask(method, address, form=form) for walker, (method, address, form) in asked)
    )


def _own(line: Any, walker: Walker) -> Any:
    """The line in words of this learner's own, so that no two say the same."""
    said = {name: f"{words} {walker.handle[-2:]}" for name in ("tweet", "reply") if (words := getattr(line, name))}
    return line.model_copy(update=said)


def answered(lesson: Lesson) -> Counter[str]:
    """How many acts of made-up people each learner was given."""
    rows = lesson.rows(
        "SELECT a.handle, i.once FROM agenda i JOIN account a ON a.id = i.learner"
        " WHERE i.act <> 'finish' AND i.done IS NOT NULL AND i.refused IS NULL"
    )
    return Counter(row[0] for row in rows)


def waits(lesson: Lesson) -> list[float]:
    """How long each learner's act waited for its first answer, in seconds of the world."""
    rows = lesson.rows(
        "SELECT min(r.at - e.at) FROM event e JOIN event r ON r.cause = e.number"
        " AND r.actor <> e.actor JOIN account a ON a.id = e.actor AND a.learner WHERE e.cause IS NULL GROUP BY e.number"
    )
    return sorted(row[0] / 1000 for row in rows)


def check(lesson: Lesson) -> None:
    many = len(lesson.walkers)
    finished = lesson.rows("SELECT count(DISTINCT actor) FROM event WHERE kind = 'session_finished'")
    assert finished == [(many,)]
    counts = answered(lesson)
    assert set(counts) == {walker.handle for walker in lesson.walkers}
    assert min(counts.values()) >= 10
    twice = lesson.rows(
        "SELECT e.cause, e.actor, e.kind, i.reaction, count(*) FROM agenda i JOIN event e ON e.cause = i.cause"
        " AND e.actor = i.actor WHERE i.refused IS NULL GROUP BY i.once HAVING count(*) > 3"
    )
    assert twice == []
    said = lesson.rows(
        "SELECT t.author, t.text, count(*) FROM tweet t WHERE t.hidden IS NULL AND t.retweet_of IS NULL"
        " GROUP BY t.author, t.text HAVING count(*) > 1"
    )
    assert said == []
    assert lesson.rows("SELECT count(*) FROM event WHERE kind = 'engine_fault'") == [(0,)]


def test_three_learners_do_the_whole_session_at_once(place: Town) -> None:
    lesson = gathered(place, 3)
    all_at_once(lesson)
    check(lesson)


@pytest.mark.prove
def test_thirty_learners_do_the_whole_session_at_once(place: Town) -> None:
    lesson = gathered(place, 30)
    all_at_once(lesson)
    check(lesson)
    times = waits(lesson)
    assert times[int(len(times) * 0.95)] <= 90
