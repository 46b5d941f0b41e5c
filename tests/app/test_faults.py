"""The outer wall stands when what it wraps falls: a plain page, one line for the log, and nothing given away (T32)."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.requests import ClientDisconnect

from app import plain_page, shield
from app.doors import Doors
from tests.app.sample import Sample
from tests.asgi import Client


@pytest.fixture
def sample() -> Sample:
    return Sample()


@pytest.fixture
def ana(sample: Sample) -> Iterator[Client]:
    with Client(sample.app) as client:
        yield client


@pytest.mark.parametrize("path", ["/crash", "/five-hundred", "/surrogate"])
def test_a_fault_becomes_a_plain_page_that_gives_nothing_away(path: str, ana: Client, sample: Sample) -> None:
    answer = ana.get(path)
    assert answer.status == 500
    assert "fault in Fledge" in answer.text
    assert not [word for word in ("secret", "ana", "Traceback", "ValueError", ".py") if word in answer.text]
    assert len(sample.faults) == 1
    assert ana.get("/").status == 200


def test_the_last_page_can_be_written_whatever_is_on_it() -> None:
    said = "\ud800 \x00 <script> & é"
    assert b"? \x00 &lt;script&gt; &amp; \xc3\xa9" in plain_page.render(500, said)
    assert b"? \x00 &lt;script&gt; &amp; \xc3\xa9" in plain_page.render(599, said, fragment=True)


def test_for_a_part_of_a_page_a_refusal_is_one_paragraph(ana: Client) -> None:
    answer = ana.get("/crash", {"hx-request": "true"})
    assert answer.text.startswith('<p class="refusal" role="alert">')
    assert "<html" in ana.get("/crash").text


def test_an_answer_that_breaks_in_its_middle_is_told_to_the_log_and_nothing_is_added(
    ana: Client, sample: Sample
) -> None:
    assert ana.get("/half").body == b"half"
    assert len(sample.faults) == 1


def test_somebody_who_leaves_while_sending_is_no_fault(sample: Sample) -> None:
    async def leave(scope: object, receive: object, send: object) -> None:
        raise ClientDisconnect

    wall = shield.Shield(leave, Doors(), on_crash=lambda _, fault: sample.faults.append(fault))
    assert asyncio.run(Client(wall).ask("GET", "/")).status == 0
    assert not sample.faults


def test_web_sockets_are_turned_away(sample: Sample, ana: Client) -> None:
    said: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        said.append(message)

    ana.run(sample.app({"type": "websocket"}, None, send))  # type: ignore[arg-type]  nothing is received
    assert said == [{"type": "websocket.close", "code": 1008}]
