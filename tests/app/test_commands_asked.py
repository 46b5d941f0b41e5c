"""Where commands ask a running server: it answers this machine with the right secret, and nobody else."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from app import main
from app.installation import Installation
from app.settings import Serving, Settings
from app.wall import TestWall
from tests import cast
from tests.asgi import Answer, Client
from tests.templates import lend

SECRET = "the secret of the folder"
HERE = "/admin/commands"


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    with cast.memory() as folder:
        made = Installation(
            Settings(data_dir=lend(folder)), TestWall(datetime(2026, 5, 12, tzinfo=UTC)), synchronous="OFF"
        )
        yield made
        made.close()


@pytest.fixture(scope="module")
def client(installation: Installation) -> Iterator[Client]:
    routes = main.create_routes(installation, Serving("127.0.0.1", 8140))
    routes.state.commands_secret = SECRET
    routes.state.learners_address, routes.state.trainers_address = "http://192.168.1.5:8140", "http://127.0.0.1:8140"
    with Client(main.behind_the_wall(routes, installation)) as client:
        yield client


def ask(client: Client, secret: str | None = SECRET, body: object = None, **headers: str) -> Answer:
    told = {"command": "classes", "words": {}} if body is None else body
    sent = told if isinstance(told, bytes) else json.dumps(told).encode()
    shown = {"authorization": f"Bearer {secret}"} if secret is not None else {}
    waiting = client.ask("POST", HERE, headers=shown | {"content-type": "application/json"} | headers, body=sent)
    answer: Answer = client.run(waiting)
    return answer


def test_with_the_secret_a_command_is_carried_out(client: Client) -> None:
    answer = ask(client)
    assert answer.status == 200
    found = json.loads(answer.text)
    assert isinstance(found["answer"]["classes"], list)
    assert (found["learners"], found["trainers"]) == ("http://192.168.1.5:8140", "http://127.0.0.1:8140")
    assert answer.headers["cache-control"] == "no-store"


def test_a_refusal_comes_back_in_words(client: Client) -> None:
    answer = ask(client, body={"command": "purge", "words": {"code": "AAAAAA"}})
    assert answer.status == 422
    assert json.loads(answer.text)["refused"].startswith("There is no class AAAAAA here.")


@pytest.mark.parametrize("secret", [None, "", "another secret", SECRET[:-1], f"{SECRET}x", "é"])
def test_without_the_right_secret_there_is_nothing_here(client: Client, secret: str | None) -> None:
    assert ask(client).status == 200
    assert _bare(ask(client, secret)) == _nowhere(client)


@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.1", "fe80::1", "", "nonsense"])
def test_from_another_machine_there_is_nothing_here_even_with_the_secret(client: Client, address: str) -> None:
    elsewhere = client.another(address=address)
    assert _bare(ask(elsewhere)) == _nowhere(elsewhere)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.1.2.3"])
def test_every_way_of_calling_this_machine_is_let_in(client: Client, address: str) -> None:
    assert ask(client.another(address=address)).status == 200


def test_a_server_that_listens_on_the_network_alone_is_asked_from_its_own_address(client: Client) -> None:
    server = ("192.168.1.5", 8140)
    here = client.another(host="192.168.1.5:8140", server=server, address="192.168.1.5")
    assert ask(here).status == 200
    assert ask(here.another(address="192.168.1.6")).status == 404


def test_a_server_without_a_secret_takes_no_commands(installation: Installation) -> None:
    app = main.create_app(installation, Serving("127.0.0.1", 8140))
    with Client(app) as client:
        assert ask(client, "").status == 404
        assert ask(client, "None").status == 404


def test_nothing_of_a_request_is_read_before_the_secret(client: Client) -> None:
    assert ask(client, body=b"{not json").status == 422
    assert _bare(ask(client, "wrong", body=b"{not json")) == _nowhere(client)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"7", b"\xff", b'{"command": "classes"}', b'{"command": "classes", "words": 7}']
)
def test_a_command_that_cannot_be_read_is_refused(client: Client, body: bytes) -> None:
    assert ask(client, body=body).status == 422


def test_a_page_of_another_site_cannot_send_a_command(client: Client) -> None:
    assert ask(client, origin="http://evil.example").status == 403
    assert ask(client, host="evil.example").status == 400


def test_nobody_can_look_here(client: Client) -> None:
    assert client.get(HERE, {"authorization": f"Bearer {SECRET}"}).status in (404, 405)


def _nowhere(client: Client) -> Any:
    waiting = client.ask("POST", "/admin/nothing", headers={"content-type": "application/json"}, body=b"{}")
    answer = client.run(waiting)
    assert answer.status == 404
    return _bare(answer)


def _bare(answer: Answer) -> Any:
    return answer.status, sorted(answer.raw_headers), answer.body
