"""Under which addresses people and commands reach a server, however it serves."""

from pathlib import Path

import pytest

from app import network
from app.cli.addresses import Addresses, addresses
from app.settings import Serving, Settings

TLS = (Path("cert.pem"), Path("key.pem"))


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "lan_addresses", lambda: ["192.168.1.5", "10.0.0.7"])


def of(
    host: str = "127.0.0.1", port: int = 8140, *, names: tuple[str, ...] = (), lan: bool = False, tls: bool = False
) -> Addresses:
    serving = Serving(host, port, lan=lan, tls=TLS if tls else None)
    return addresses(Settings(allowed_hosts=names), serving, host, port)


def test_on_one_computer_everybody_uses_loopback() -> None:
    here = "http://127.0.0.1:8140"
    assert of() == Addresses(here, here, here)


def test_in_a_room_learners_use_the_address_on_the_network_and_the_trainer_loopback() -> None:
    here = "http://127.0.0.1:8140"
    assert of("0.0.0.0", lan=True) == Addresses(here, here, "http://192.168.1.5:8140")


def test_in_a_room_without_a_network_nobody_is_sent_anywhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "lan_addresses", list)
    assert of("0.0.0.0", lan=True).learners == "http://127.0.0.1:8140"


@pytest.mark.parametrize(
    ("host", "here"),
    [("0.0.0.0", "http://127.0.0.1:8140"), ("::", "http://[::1]:8140"), ("192.168.1.5", "http://192.168.1.5:8140")],
)  # fmt: skip
def test_commands_call_where_the_server_really_listens(host: str, here: str) -> None:
    assert of(host).here == here


def test_the_port_is_left_out_where_the_scheme_implies_it() -> None:
    assert of(port=80).here == "http://127.0.0.1"
    assert of(port=443, tls=True).here == "https://127.0.0.1"


@pytest.mark.parametrize(
    ("name", "tls", "told"),
    [
        ("fledge.example.org", False, "https://fledge.example.org"),  # a proxy in front has the certificate
        ("fledge.example.org", True, "https://fledge.example.org:8140"),  # the server has it
        ("fledge.example.org:8443", True, "https://fledge.example.org:8443"),
        ("http://class.local:8140", False, "http://class.local:8140"),
    ],
)
def test_a_name_that_the_operator_gave_is_what_people_use(name: str, tls: bool, told: str) -> None:
    found = of(names=(name, "other.example.org"), tls=tls)
    assert (found.learners, found.trainers) == (told, told)
    assert "127.0.0.1" in found.here


def test_in_a_room_the_address_on_the_network_goes_before_a_name() -> None:
    found = of("0.0.0.0", names=("fledge.example.org",), lan=True)
    assert found.learners == "http://192.168.1.5:8140"
