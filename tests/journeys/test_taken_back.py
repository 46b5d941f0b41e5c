"""A class goes back to a bookmark while everybody listens and writes: nothing of after is left, nobody is lost."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from simulator.models.catalogue import WorldEntry
from tests.app.served import Phone, stream
from tests.journeys import markup
from tests.journeys.running import running
from tests.journeys.town import Town, changed, dump, town

pytestmark = pytest.mark.slow
LISTENERS = 10
OUTLIVES = ["sign_in", "way_back", "world"]  # tables in which a rewind may change something
CSRF = re.compile(r'<meta name="csrf" content="([^"]+)"')


class Class:
    """A class on a real server of this process, and the phones in it."""

    def __init__(self, place: Town, origin: str) -> None:
        self.place, self.origin = place, origin
        self.entry: WorldEntry = place.makes("Tuesday morning")
        self.phones = [self.joins(f"kim_{number}") for number in range(LISTENERS)]
        self.folder: Path = place.installation.worlds.folder / self.entry.key

    def joins(self, handle: str) -> Phone:
        """Somebody new."""
        self.place.passes(seconds=2)
        phone = Phone(self.origin)
        phone.join(self.entry.code or "", handle, handle.title())
        return phone

    def bookmark(self, name: str) -> None:
        """Keep the class as it is."""
        with self.place.installation.worlds.using(self.entry.key) as world:
            world.save(name, self.place.wall.now())

    def goes_back(self, name: str) -> None:
        """Take it back, and tell the streams."""
        with self.place.installation.worlds.using(self.entry.key) as world:
            rewinds = world.rewind(name, self.place.wall.now())
        self.place.installation.hubs.rewound(self.entry.key, rewinds)


@pytest.fixture
def kims() -> Iterator[Class]:
    with town() as place, running(place.app, place.installation.hubs) as origin:
        yield Class(place, origin)


def token(phone: Phone) -> str:
    found = CSRF.search(phone.ask("GET", "/home")[2])
    assert found
    return found[1]


def says(phone: Phone, words: str, csrf: str) -> tuple[int, str]:
    """Tweet with a token of some page; the status, and the id or the page that came back."""
    status, place, page = phone.ask("POST", "/tweets", text=words, csrf=csrf)
    return status, place.rpartition("-")[2] if status == 303 else page


def hears(link: socket.socket, event: str) -> bool:
    """Whether a stream says this within two seconds."""
    link.settimeout(2)
    said = b""
    try:
        while piece := link.recv(4096):
            said += piece
            if f"event: {event}\n".encode() in said:
                return True
    except TimeoutError:
        return False
    return False


def test_ten_listeners_are_told_and_the_class_is_what_it_was(kims: Class) -> None:
    old = [token(phone) for phone in kims.phones]
    kept = says(kims.phones[0], "From before the bookmark", old[0])[1]
    kims.bookmark("mark")
    gone = [says(phone, f"Gone {number}", old[number])[1] for number, phone in enumerate(kims.phones)]
    kims.phones[1].ask("POST", f"/tweets/{kept}/favourite", csrf=old[1])
    late = kims.joins("late_kim")
    with ExitStack() as stack:
        links = [stack.enter_context(stream(phone)) for phone in kims.phones]
        kims.goes_back("mark")
        assert [hears(link, "live:reload") for link in links] == [True] * LISTENERS

    saved, now = dump(kims.folder / "saves" / "mark.db"), kims.place.dump(kims.entry)
    assert changed(saved, now) == ["account", *OUTLIVES]
    assert [row for row in now["account"] if row not in saved["account"]] == [
        row for row in now["account"] if "late_kim" in row
    ]
    assert [row for row in saved["account"] if row not in now["account"]] == []
    assert all(phone.ask("GET", "/home")[0] == 200 for phone in [*kims.phones, late])
    for phone, tweet in zip(kims.phones, gone, strict=True):
        assert phone.ask("GET", f"/tweets/{tweet}")[0] == 404
        assert phone.ask("GET", f"/kim_0/status/{tweet}")[0] == 404
    assert kims.phones[2].ask("GET", f"/tweets/{kept}")[0] == 200


def test_a_form_of_before_is_refused_with_its_words_in_a_form_that_works(kims: Class) -> None:
    kim = kims.phones[0]
    old = token(kim)
    kims.bookmark("mark")
    gone = says(kim, "Gone", old)[1]
    kims.goes_back("mark")
    before = kims.place.dump(kims.entry)
    status, page = says(kim, "Half a thought", old)
    assert status == 409
    assert markup.kept(page, "Half a thought")
    assert "taken back to an earlier moment" in page
    for path in (
        f"/tweets/{gone}/favourite",
        "/accounts/CJ_trainer/unfollow",
        "/settings/profile",
        "/hashtags/tea/follow",
    ):
        assert kim.ask("POST", path, csrf=old, name="Kim")[0] == 409, path
    fresh = CSRF.search(page)
    assert fresh
    assert fresh[1] != old
    for act in ("favourite", "retweet", "delete"):
        assert kim.ask("POST", f"/tweets/{gone}/{act}", csrf=fresh[1])[0] == 409, act
    assert says(kim, "An answer", fresh[1] + "x")[0] == 403
    assert kim.ask("POST", "/tweets", text="To what is gone", reply_to=gone, csrf=fresh[1])[0] == 409
    assert changed(before, kims.place.dump(kims.entry)) == []
    assert says(kim, "Half a thought", fresh[1])[0] == 303


def test_what_people_write_meanwhile_never_lands_in_the_class_of_after(kims: Class) -> None:
    tokens = [token(phone) for phone in kims.phones]
    kims.bookmark("mark")
    answers: list[int] = []
    enough = threading.Event()

    def write(number: int) -> None:
        for turn in range(10):  # as many as one may send at once
            answers.append(says(kims.phones[number], f"Meanwhile {number} {turn}", tokens[number])[0])
            if len(answers) > 20:
                enough.set()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(LISTENERS)]
    for writer in writers:
        writer.start()
    assert enough.wait(20)
    kims.goes_back("mark")
    for writer in writers:
        writer.join()
    assert set(answers) == {303, 409}
    saved, now = dump(kims.folder / "saves" / "mark.db"), kims.place.dump(kims.entry)
    assert set(changed(saved, now)) <= set(OUTLIVES)
    before = dump(kims.folder / "saves" / "before-rewind-1.db")
    assert answers.count(303) == len(before["tweet"]) - len(saved["tweet"])  # what was acknowledged was all kept aside
