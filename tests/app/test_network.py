"""The room's way in: the likeliest address first, one sentence for what is in the way, and a code that scans."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from xml.etree import ElementTree

import ifaddr
import pytest
import segno

from app import announce, network
from app.settings import Serving

V6 = ("fd00::7", 0, 0)


def adapter(name: str, *addresses: str | tuple[str, int, int]) -> ifaddr.Adapter:
    return ifaddr.Adapter(name, name, [ifaddr.IP(address, 24, name) for address in addresses])


@asynccontextmanager
async def answering(line: bytes) -> AsyncIterator[int]:
    """A server of one line, or of none at all, which looks at what it was asked."""
    answers: list[asyncio.Task[None] | None] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers.append(asyncio.current_task())
        asked = await reader.readuntil(b"\r\n\r\n")
        assert re.match(rb"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\d+\r\n", asked)
        writer.write(line)
        if not line:
            await reader.read()
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]
        await asyncio.gather(*filter(None, answers))


def test_private_addresses_come_first_and_those_of_this_computer_alone_last_or_not_at_all() -> None:
    found = network.lan_addresses(
        [
            adapter("lo", "127.0.0.1", ("::1", 0, 0)),
            adapter("docker0", "172.17.0.1"),
            adapter("eth0", "203.0.113.9", V6, ("fe80::1", 0, 2)),
            adapter("tun0", "10.8.0.3"),
            adapter("wlan0", "10.0.0.5", "169.254.3.3"),
            adapter("wlan1", "192.168.1.20"),
        ]
    )
    assert found == ["192.168.1.20", "10.0.0.5", "203.0.113.9", "fd00::7", "10.8.0.3", "172.17.0.1"]


def test_a_computer_without_a_network_has_no_address() -> None:
    assert network.lan_addresses([adapter("lo", "127.0.0.1")]) == []


def test_this_computers_own_adapters_can_be_asked() -> None:
    assert all(isinstance(address, str) for address in network.lan_addresses())


@pytest.mark.parametrize(
    ("address", "port", "secure", "text"),
    [
        ("192.168.1.20", 8140, False, "http://192.168.1.20:8140/"), ("192.168.1.20", 80, False, "http://192.168.1.20/"),
        ("192.168.1.20", 443, True, "https://192.168.1.20/"), ("192.168.1.20", 80, True, "https://192.168.1.20:80/"),
        ("fd00::7", 8140, False, "http://[fd00::7]:8140/"),
    ],
)  # fmt: skip
def test_an_address_is_spelt_as_people_type_it(address: str, port: int, secure: bool, text: str) -> None:
    assert network.url(address, port, secure=secure) == text


def test_a_server_that_answers_is_found_to() -> None:
    async def story() -> None:
        async with answering(b"HTTP/1.1 200 OK\r\n\r\n") as port:
            assert await network.answers("127.0.0.1", port)
            assert "keeps devices apart" in await network.in_the_way("127.0.0.1", port)

    asyncio.run(story())


def test_another_server_in_its_place_is_not_taken_for_it() -> None:
    async def story() -> None:
        async with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
            assert not await network.answers("127.0.0.1", port)

    asyncio.run(story())


def test_a_shut_port_is_told_in_one_sentence_with_whom_to_ask_for_what() -> None:
    said = asyncio.run(network.in_the_way("127.0.0.1", 9))
    assert "firewall" in said
    assert "Ask whoever looks after it" in said
    assert "port 9" in said


def test_a_silent_server_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert network.SELF_TEST_SECONDS <= 5
    monkeypatch.setattr(network, "SELF_TEST_SECONDS", 0.1)

    async def story() -> None:
        async with answering(b"") as port:
            assert not await network.answers("127.0.0.1", port)

    asyncio.run(story())


def test_no_network_is_told_with_the_cure() -> None:
    assert "hotspot" in asyncio.run(network.in_the_way(None, 8140))


def test_the_code_is_a_picture_with_a_title_and_nothing_that_runs() -> None:
    svg = network.qr_svg("http://192.168.1.20:8140/join/AB2CD9", "Scan & join <class>")
    drawn = ElementTree.fromstring(svg)
    assert drawn.attrib["role"] == "img"
    assert drawn.attrib["viewBox"]
    assert drawn[0].text == "Scan & join <class>"
    assert not re.search(r"style=|<script|<style|href", svg)


def test_the_code_in_the_terminal_is_black_on_white_and_whole() -> None:
    text = "http://192.168.1.20:8140/"
    shown = network.qr_terminal(text)
    plain = network.qr_terminal(text, colours=False)
    assert shown.count("\x1b[97;40m") == shown.count("\x1b[0m") == len(plain.splitlines())
    across = segno.make(text, error="l", micro=False).symbol_size(border=2)[0]
    assert {len(line) for line in plain.splitlines()} == {across}
    assert set(plain) <= set("█▀▄ \n")


def said(serving: Serving, monkeypatch: pytest.MonkeyPatch, addresses: list[str], link: str | None = None) -> list[str]:
    lines: list[str] = []
    monkeypatch.setattr(network, "lan_addresses", lambda: addresses)
    monkeypatch.setattr(network, "answers", answers_at_once)
    asyncio.run(announce.announce(serving, "0.0.0.0", 8140, say=lines.append, trainer_link=link, colours=False))
    return lines


async def answers_at_once(address: str, port: int, *, secure: bool = False) -> bool:
    return True


def test_on_one_computer_its_address_and_the_trainers_link_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = said(Serving("127.0.0.1", 8140), monkeypatch, [], "/trainer/start/abc")
    assert lines[0] == "Fledge answers on this computer only: http://127.0.0.1:8140/"
    assert "http://127.0.0.1:8140/trainer/start/abc" in lines[1]
    assert len(lines) == 3


def test_for_the_room_the_learners_address_and_its_code_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = said(Serving("0.0.0.0", 8140, lan=True), monkeypatch, ["192.168.1.20", "10.0.0.5"])
    assert "http://192.168.1.20:8140/" in lines[0]
    assert "█" in lines[1]
    assert "http://10.0.0.5:8140/" in lines[2]
    assert "keeps devices apart" in lines[3]
    assert announce.WARNING not in lines


def test_a_risk_that_was_accepted_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert announce.WARNING in said(Serving("0.0.0.0", 8140, lan=True, trust_lan=True), monkeypatch, ["192.168.1.20"])


def test_without_a_network_the_room_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert network.NO_NETWORK in said(Serving("0.0.0.0", 8140, lan=True), monkeypatch, [])
