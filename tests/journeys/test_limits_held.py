"""Every limit of safety 4.4 that there is so far, over the web: one below and the limit hold, one above is refused."""

from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import count
from typing import NamedTuple

import pytest

from app import limits, live, main, shield
from app.limits import Rate
from simulator.models.catalogue import WorldEntry
from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import COURSE, Town, town, tweets

_numbers = count(1)


class Hall(NamedTuple):
    """A class, and Ana in it."""

    place: Town
    entry: WorldEntry
    ana: Client


@pytest.fixture(scope="module")
def hall() -> Iterator[Hall]:
    with town() as place:
        entry = place.makes("Tuesday")
        yield Hall(place, entry, place.joins(entry, "ana_limits"))


def sized(many: int, letter: str = "z") -> str:
    """So many characters that nobody has tweeted yet; one of ours is a letter with an accent beside it."""
    number = str(next(_numbers))
    return number + letter * (many - len(number))


def tweet(hall: Hall, text: str, **more: str | list[str]) -> Answer:
    hall.place.passes(seconds=3)
    return hall.ana.post("/tweets", {"text": text, **more})


def profile(field: str) -> Callable[[Hall, str], Answer]:
    return lambda hall, text: hall.ana.post("/settings/profile", {"name": "Ana", field: text})


def title(hall: Hall, text: str) -> Answer:
    return hall.place.trainer().post("/trainer/classes", {"title": text})


def handle(hall: Hall, text: str) -> Answer:
    hall.place.passes(seconds=2)
    return hall.place.somebody().post(
        "/join", {"code": hall.entry.code or "", "handle": f"h{text}"[: len(text)], "name": "x"}
    )


LENGTHS: dict[str, tuple[int, Callable[[Hall, str], Answer]]] = {
    "tweet": (140, tweet),
    "tweet with a picture": (117, lambda hall, text: tweet(hall, text, library="mugs.webp", alt="Mugs")),
    "alt text": (420, lambda hall, text: tweet(hall, f"A picture {next(_numbers)}", library="mugs.webp", alt=text)),
    "name": (20, profile("name")),
    "bio": (160, profile("bio")),
    "place": (30, profile("location")),
    "website": (100, lambda hall, text: profile("website")(hall, f"http://example.org/{text}"[: len(text)])),
    "title of a class": (60, title),
    "handle": (15, handle),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_a_text_may_be_as_long_as_it_may_be_and_no_longer(name: str, hall: Hall) -> None:
    longest, send = LENGTHS[name]
    answers = [send(hall, sized(longest + more)) for more in (-1, 0, 1)]
    assert [answer.status for answer in answers] == [303, 303, 422]
    assert "1 character too long" in answers[2].text or "1 letter too long" in answers[2].text
    held = {len(text) for text in markup.parse(answers[2].text).held}
    assert name == "alt text" or longest + 1 in held  # there is no field for an alternative text on a page yet


@pytest.mark.parametrize("letter", ["e\u0301", "👋", "ਸ", "\U00010900"])
def test_a_character_counts_one_however_it_is_written(letter: str, hall: Hall) -> None:
    number = str(next(_numbers))
    fits = number + letter * (140 - len(number))
    assert [tweet(hall, fits).status, tweet(hall, fits + letter).status] == [303, 422]


def test_four_pictures_and_no_fifth(hall: Hall) -> None:
    names = list(hall.place.installation.shelf.pack(COURSE).picture_box("tweet"))[:5]
    assert len(names) == 5
    told = [tweet(hall, sized(10), library=names[:many], alt=["Something"] * many).status for many in (3, 4, 5)]
    assert told == [303, 303, 422]


def test_an_address_of_four_thousand_and_ninety_six_bytes_and_no_more(hall: Hall) -> None:
    stem = "/home?after=1&x="
    told = [hall.ana.get(stem + "z" * (shield.URL_LIMIT + more - len(stem))).status for more in (-1, 0, 1)]
    assert told == [200, 200, 414]


def test_headers_of_sixteen_kilobytes_and_no_more(hall: Hall) -> None:
    def ask(size: int) -> int:
        return hall.ana.get("/about", {"x-filler": "z" * size}).status

    fits = next(size for size in range(shield.HEADERS_LIMIT, 0, -1) if ask(size) == 200)
    assert fits > shield.HEADERS_LIMIT - 500
    assert [ask(fits - 1), ask(fits), ask(fits + 1)] == [200, 200, 431]


def form_of(hall: Hall, size: int) -> bytes:
    """A tweet's form of so many bytes, most of them in fields that nobody asks for."""
    filler = b"".join(b"&x%d=%s" % (n, b"z" * 60_000) for n in range(size // 60_010))
    start = f"csrf={hall.ana.csrf}&text=Size+{next(_numbers)}".encode() + filler + b"&x="
    return start + b"z" * (size - len(start))


def sent(hall: Hall, body: bytes, address: str = "/tweets") -> Answer:
    hall.place.passes(seconds=3)
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer: Answer = hall.ana.run(hall.ana.ask("POST", address, body=body, headers=kind))
    return answer


def test_a_form_of_256_kilobytes_and_no_more(hall: Hall) -> None:
    told = [sent(hall, form_of(hall, main.BODY_LIMIT + more), "/tweets/count") for more in (-1, 0, 1)]
    assert [answer.status for answer in told] == [200, 200, 413]
    assert "too big" in told[2].text


def test_a_form_of_a_hundred_fields_and_no_more(hall: Hall) -> None:
    told = []
    for many in (99, 100, 101):
        more = "".join(f"&f{n}=1" for n in range(many - 2)).encode()
        told.append(sent(hall, f"csrf={hall.ana.csrf}&text=Fields+{next(_numbers)}".encode() + more).status)
    assert told[:2] == [303, 303]
    assert 400 <= told[2] < 500


def test_a_field_of_64_kilobytes_and_no_more(hall: Hall) -> None:
    told = []
    for size in (65_534, 65_535, 65_536):
        start = f"csrf={hall.ana.csrf}&text=Field+{next(_numbers)}&x=".encode()
        told.append(sent(hall, start + b"z" * size).status)
    assert told[:2] == [303, 303]
    assert 400 <= told[2] < 500


def refused_after(rate: Rate, most: int, act: Callable[[], Answer]) -> None:
    """Up to the limit nobody is told to wait, beyond it everybody is, and for how long."""
    told = [act() for _ in range(most + 1)]
    assert [answer.status for answer in told[:-1] if answer.status == 429] == []
    assert told[-1].status == 429, rate.name
    assert 1 <= int(told[-1].headers["retry-after"]) <= rate.per.total_seconds()


def test_ten_tweets_at_once_and_no_eleventh(hall: Hall) -> None:
    hall.place.passes(minutes=2)
    refused_after(limits.POSTS, 10, lambda: hall.ana.post("/tweets", {"text": sized(9)}))
    assert hall.ana.post("/tweets", {"text": "A pity to lose"}).text.count("A pity to lose") == 1
    hall.place.passes(seconds=2)
    assert hall.ana.post("/tweets", {"text": sized(9)}).status == 303


def test_thirty_tweets_a_minute_and_no_thirty_first(hall: Hall) -> None:
    hall.place.passes(minutes=2)
    sent = 0
    for _ in range(60):
        sent += hall.ana.post("/tweets", {"text": sized(9)}).status == 303
        hall.place.wall.advance(timedelta(microseconds=999_999))
    assert sent == 30


def test_a_hundred_and_twenty_stars_a_minute_and_no_more(hall: Hall) -> None:
    target = f"/tweets/{tweets(hall.place.joins(hall.entry, 'ben_limits'), 'Star me')}"
    acts = count()
    hall.place.passes(minutes=2)
    refused_after(
        limits.FAVOURITES, 120,
        lambda: hall.ana.post(f"{target}/{'favourite' if next(acts) % 2 == 0 else 'unfavourite'}"),
    )  # fmt: skip


def test_sixty_people_join_in_a_minute_from_one_address_and_no_sixty_first(hall: Hall) -> None:
    hall.place.passes(minutes=2)

    def come() -> Answer:
        form = {"code": hall.entry.code or "", "handle": f"join_{next(_numbers)}", "name": "J"}
        return hall.place.somebody().post("/join", form)

    refused_after(limits.JOINS, 60, come)


def test_sixty_start_practising_in_an_hour_from_elsewhere_and_no_sixty_first(hall: Hall) -> None:
    def start(address: str) -> Answer:
        guest = hall.place.door.another(address=address)
        return guest.post("/practise", {"handle": f"own_{next(_numbers)}", "name": "O"})

    refused_after(limits.PRACTISE, 60, lambda: start("192.168.1.20"))
    assert start("192.168.1.21").status == 303
    assert start("127.0.0.1").status == 303


def test_five_trainers_links_a_minute_and_no_sixth(hall: Hall) -> None:
    hall.place.passes(minutes=2)
    refused_after(limits.TRAINER_SIGN_IN, 5, lambda: hall.place.somebody().post("/trainer/start/unknown"))


def test_as_many_worlds_of_ones_own_as_were_set_and_no_more(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    there = len(hall.place.installation.catalogue.worlds("own"))
    settings = hall.place.installation.settings.model_copy(update={"practise": there + 2})
    monkeypatch.setattr(hall.place.installation, "settings", settings)
    told = [hall.place.somebody().post("/practise", {"handle": f"few_{next(_numbers)}", "name": "F"}) for _ in range(3)]
    assert [answer.status for answer in told] == [303, 303, 403]
    assert markup.kept(told[2].text, f"few_{next(_numbers) - 1}")


def test_four_streams_of_one_browser_and_the_fifth_ends_the_first(hall: Hall) -> None:
    async def listen() -> list[bool]:
        async with AsyncExitStack() as stack:
            streams = []
            for _ in range(live.STREAMS_OF_A_BROWSER + 1):
                streams.append(await stack.enter_async_context(hall.ana.stream("/live?since=")))
                assert "resync" in await streams[-1].next()
            return ["live:enough" in await streams[0].next(), *[not await each.quiet(0.1) for each in streams[1:]]]

    assert hall.ana.run(listen()) == [True, False, False, False, False]
