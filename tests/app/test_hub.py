"""The hub against a full log of what happened: nothing is lost, nobody hears of what is not theirs (joints 5)."""

import asyncio
import threading
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from app.hub import OWN_RING, RING, Hub, Position, event_name
from simulator.wake import Wake

ANA, BEN, CAT = 1, 2, 3
WHO = st.sampled_from([ANA, BEN, CAT])
TOPICS = st.frozensets(st.sampled_from(["timeline", "trends", "tweet:5", "hashtag:falls"]), max_size=2)


def wake(*public: str, **named: str) -> Wake:
    ids = {"ana": ANA, "ben": BEN, "cat": CAT}
    return Wake(frozenset(public), {ids[name]: frozenset({topic}) for name, topic in named.items()})


def topics(hub: Hub, seen: Position | None, account: int = ANA) -> set[str]:
    return set(hub.news(seen, account)[0])


def test_a_page_hears_what_it_missed_and_nothing_twice() -> None:
    hub = Hub()
    at_first = hub.position(ANA)
    hub.publish(wake("timeline"))
    hub.publish(wake("trends", ana="guide"))
    found, now = hub.news(at_first, ANA)
    assert found == {"timeline", "trends", "guide"}
    assert hub.news(now, ANA) == (frozenset(), now)


def test_what_is_named_reaches_no_one_else_and_leaves_no_gap() -> None:
    hub = Hub()
    before = hub.position(CAT)
    hub.publish(wake(ana="messages", ben="messages"))
    assert (topics(hub, before, ANA), topics(hub, before, BEN)) == ({"messages"}, {"messages"})
    assert (topics(hub, before, CAT), hub.position(CAT)) == (set(), before)


def test_a_restart_of_the_server_says_look_at_everything() -> None:
    assert topics(Hub(), Hub().position(ANA)) == {"resync"}


def test_a_rewind_says_load_anew_even_after_a_restart() -> None:
    hub = Hub(rewinds=3)
    before = hub.position(ANA)
    hub.restart(rewinds=4)
    assert topics(hub, before) == topics(Hub(rewinds=4), before) == {"reload"}
    assert topics(hub, hub.position(ANA)) == set()


def test_who_was_away_longer_than_the_ring_looks_at_everything() -> None:
    hub = Hub()
    before = hub.position(ANA)
    for _ in range(RING):
        hub.publish(wake("timeline"))
    assert topics(hub, before) == {"timeline"}
    hub.publish(wake("timeline"))
    assert topics(hub, before) == {"resync"}


def test_who_was_away_longer_than_their_own_ring_looks_at_everything() -> None:
    hub = Hub()
    before = hub.position(ANA)
    for _ in range(OWN_RING):
        hub.publish(wake(ana="guide"))
    assert topics(hub, before) == {"guide"}
    hub.publish(wake(ana="guide"))
    assert topics(hub, before) == {"resync"}
    assert topics(hub, hub.position(BEN), BEN) == set()


def test_a_foreign_position_says_look_at_everything() -> None:
    hub = Hub(boot="ab12")
    hub.publish(wake("timeline", ana="guide"))
    for given_back in ("0.ab12.2.1", "0.ab12.1.2", "0.ab12.1.9", "0.ffff.1.1"):
        assert topics(hub, Position.read(given_back)) == {"resync"}
    assert topics(hub, Position.read("0.ab12.1.1")) == set()


@given(st.text(max_size=40) | st.from_regex(r"[-0-9a-z.]{0,40}", fullmatch=True))
def test_nonsense_is_no_position(text: str) -> None:
    found = Position.read(text)
    assert found is None or str(Position.read(str(found))) == str(found)


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.2.3", "a.b.c.d", "-1.ab.0.0", "0.ab.1.1\n", "0.ab.١.1", "0.ab.1.1.1", "0.ab." + "9" * 5000 + ".1"],
)
def test_wrong_positions_are_none(text: str) -> None:
    assert Position.read(text) is None


def test_a_position_survives_the_page() -> None:
    position = Hub(rewinds=2).position(ANA)
    assert Position.read(str(position)) == position


def test_an_empty_wake_wakes_nobody() -> None:
    hub = Hub()
    before = hub.position(ANA)
    hub.publish(Wake.nothing())
    hub.publish(Wake(named={ANA: frozenset()}))
    assert hub.position(ANA) == before
    assert not Wake.nothing()
    assert not Wake(named={ANA: frozenset()})
    assert wake("timeline")
    assert wake(ana="guide")


def test_wakes_from_many_threads_are_all_counted() -> None:
    hub = Hub()

    def work() -> None:
        for _ in range(500):
            hub.publish(wake("timeline", ana="guide"))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (hub.position(ANA).public, hub.position(ANA).own) == (4000, 4000)


class Ear:
    """Somebody who listens and counts how often they were roused."""

    def __init__(self, account: int) -> None:
        self.account, self.loop, self.roused = account, asyncio.get_running_loop(), 0

    def wake(self) -> None:
        self.roused += 1

    def end(self, *last_topics: str) -> None:
        """Nothing to close."""


def test_a_wake_from_a_thread_rouses_those_whom_it_concerns_and_nobody_else() -> None:
    async def story() -> None:
        hub, ana, ben = Hub(), Ear(ANA), Ear(BEN)
        hub.join(ana)
        hub.join(ben)
        await asyncio.to_thread(hub.publish, wake(ana="messages"))
        assert (ana.roused, ben.roused) == (1, 0)
        await asyncio.to_thread(hub.publish, wake("timeline"))
        hub.leave(ana)
        await asyncio.to_thread(hub.publish, wake("timeline"))
        assert (ana.roused, ben.roused) == (2, 2)

    asyncio.run(story())


@dataclass
class Log:
    """Everything that ever happened, in order, as one list for each reader."""

    public: list[frozenset[str]] = field(default_factory=list)
    own: dict[int, list[frozenset[str]]] = field(default_factory=lambda: {ANA: [], BEN: [], CAT: []})


@dataclass
class Page:
    """A page with the position it holds and what the log held when it took it."""

    account: int
    position: Position
    public: int
    own: int
    rewinds: int
    boot: int


class HubAgainstLog(RuleBasedStateMachine):
    """Wakes, looks, rewinds and restarts in any order."""

    @initialize()
    def begin(self) -> None:
        self.rewinds = self.boot = 0
        self.hub, self.log, self.pages = Hub(), Log(), list[Page]()

    @rule(public=TOPICS, named=st.dictionaries(WHO, TOPICS, max_size=2), times=st.sampled_from([1, 1, 1, 40, 300]))
    def happen(self, public: frozenset[str], named: dict[int, frozenset[str]], times: int) -> None:
        for _ in range(times):
            self.hub.publish(Wake(public, named))
            self.log.public += [public] if public else []
            for account, found in named.items():
                self.log.own[account] += [found] if found else []

    @rule(account=WHO)
    def open_page(self, account: int) -> None:
        self.pages.append(self.page(account, self.hub.position(account)))

    def page(self, account: int, position: Position) -> Page:
        public, own = len(self.log.public), len(self.log.own[account])
        return Page(account, position, public, own, self.rewinds, self.boot)

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.pages) - 1))
        page = self.pages[at]
        found, position = self.hub.news(Position.read(str(page.position)), page.account)
        assert found == self.expected(page)
        self.pages[at] = self.page(page.account, position)

    def expected(self, page: Page) -> frozenset[str]:
        missed = self.log.public[page.public :], self.log.own[page.account][page.own :]
        if page.rewinds != self.rewinds:
            return frozenset({"reload"})
        if page.boot != self.boot or len(missed[0]) > RING or len(missed[1]) > OWN_RING:
            return frozenset({"resync"})
        return frozenset().union(*missed[0], *missed[1])

    @rule()
    def rewind(self) -> None:
        self.rewinds += 1
        self.hub.restart(self.rewinds)

    @rule()
    def restart(self) -> None:
        self.boot += 1
        self.hub, self.log = Hub(self.rewinds), Log()
        for page in self.pages:
            page.public = page.own = 0


HubAgainstLog.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestHubAgainstLog = HubAgainstLog.TestCase


# Names of events


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("timeline", "live:timeline"), ("hashtag:falls", "live:hashtag:falls"), ("tweet:123", "live:tweet:123"),
        ("hashtag:nhs_2015", "live:hashtag:nhs_2015"), ("hashtag:dŵr", "live:hashtag:d-175-r"),
        ("hashtag:a.b", "live:hashtag:a-2e-b"), ("hashtag:-", "live:hashtag:-2d-"),
    ],
)  # fmt: skip
def test_topics_have_names_that_a_page_can_listen_to(topic: str, name: str) -> None:
    assert event_name(topic) == name


@given(st.text(max_size=20), st.text(max_size=20))
def test_every_name_fits_a_line_and_an_attribute_and_belongs_to_one_topic(one: str, other: str) -> None:
    name = event_name(f"hashtag:{one}")
    assert all(char.isascii() and (char.isalnum() or char in "-_:") for char in name)
    assert (name == event_name(f"hashtag:{other}")) == (one == other)
