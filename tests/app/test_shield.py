"""The outer wall: whose requests it lets in (safety S8), what every answer carries (S10), and that it never falls."""

from collections.abc import Iterator

import pytest

from app import shield
from app.shield import csrf_matches, csrf_token
from tests.app.sample import Sample
from tests.asgi import Client

OWN = "http://127.0.0.1:8140"


@pytest.fixture
def sample() -> Sample:
    return Sample(allowed_hosts=("fledge.example", "learn.example:8443", "http://plain.example"))


@pytest.fixture
def ana(sample: Sample) -> Iterator[Client]:
    with Client(sample.app) as client:
        yield client


def test_a_page_and_its_form_work(ana: Client, sample: Sample) -> None:
    assert ana.get("/").status == 200
    assert ana.post("/change", {"text": "hello"}).location == "/"
    assert sample.posted == 1


# Hosts


@pytest.mark.parametrize(
    ("server", "host"),
    [
        (("127.0.0.1", 8140), "127.0.0.1:8140"), (("127.0.0.1", 8140), "localhost:8140"),
        (("127.0.0.1", 8140), "LOCALHOST:8140"), (("::1", 8140), "[::1]:8140"), (("127.0.0.1", 80), "localhost"),
        (("192.168.0.9", 8140), "192.168.0.9:8140"), (("::ffff:192.168.0.9", 8140), "192.168.0.9:8140"),
        (("fd00::9", 8140), "[fd00::9]:8140"), (("fd00::9%eth0", 8140), "[fd00::9]:8140"),
        (("127.0.0.1", 8140), "fledge.example"), (("192.168.0.9", 8140), "fledge.example:8140"),
        (("127.0.0.1", 8140), "learn.example:8443"), (("127.0.0.1", 8140), "plain.example"),
    ],
)  # fmt: skip
def test_our_own_names_are_let_in(server: tuple[str, int], host: str, ana: Client) -> None:
    assert ana.another(server=server, host=host).get("/").status == 200


@pytest.mark.parametrize(
    ("server", "host"),
    [
        (("127.0.0.1", 8140), "evil.example"), (("127.0.0.1", 8140), "evil.example:8140"), (("127.0.0.1", 8140), ""),
        (("127.0.0.1", 8140), "127.0.0.1"), (("127.0.0.1", 8140), "127.0.0.1:8141"),
        (("127.0.0.1", 8140), "localhost."), (("127.0.0.1", 8140), "localhost.:8140"),
        (("127.0.0.1", 8140), "localhost:8140.evil.example"), (("127.0.0.1", 8140), "localhost:"),
        (("127.0.0.1", 8140), "127.0.0.1:8140@evil.example"), (("127.0.0.1", 8140), "192.168.0.9:8140"),
        (("127.0.0.1", 8140), "2130706433:8140"), (("127.0.0.1", 8140), "fledge.example:443"),
        (("127.0.0.1", 8140), "learn.example"), (("127.0.0.1", 8140), "sub.fledge.example"),
        (("127.0.0.1", 8140), "fledge.example.evil.example"), (("127.0.0.1", 8140), "läptop:8140"),
        (("192.168.0.9", 8140), "192.168.0.10:8140"), (("192.168.0.9", 8140), "192.168.0.9:80"),
        (("127.0.0.1", 8140), "127.0.0.1:99999999999999999999"), (("127.0.0.1", 8140), "::1:8140"),
    ],
)  # fmt: skip
def test_other_names_are_refused(server: tuple[str, int], host: str, ana: Client) -> None:
    answer = ana.another(server=server).get("/", {"host": host})
    assert (answer.status, shield.FOREIGN_HOST in answer.text) == (400, True)


def test_two_hosts_are_refused(ana: Client) -> None:
    assert ana.run(twice(ana, "host", "127.0.0.1:8140")).status == 400


async def twice(client: Client, name: str, value: str, method: str = "GET", path: str = "/") -> object:
    async def doubled(scope: dict[str, object], receive: object, send: object) -> None:
        scope["headers"] = [*scope["headers"], (name.encode(), value.encode())]  # type: ignore[misc]  a list
        await client.app(scope, receive, send)

    other = client.another()
    other.app = doubled
    return await other.ask(method, path)


# Origins


@pytest.mark.parametrize(
    "origin",
    [
        "", "null", "http://evil.example", "http://evil.example:8140", "http://127.0.0.1", "http://127.0.0.1:8141",
        "https://127.0.0.1:8140", "http://localhost:8140", "http://sub.localhost:8140", "http://127.0.0.1:8140/",
        "http://127.0.0.1:8140.evil.example", "HTTP://127.0.0.1:8140", "http://127.0.0.1:8140 http://evil.example",
        "http://192.168.0.9:8140", "file://", "http://ana@127.0.0.1:8140",
    ],
)  # fmt: skip
def test_a_form_from_another_origin_changes_nothing(origin: str, ana: Client, sample: Sample) -> None:
    for extra in ({}, {"referer": f"{OWN}/home"}, {"cookie": "a=b"}, {"content-type": "text/plain"}):
        answer = ana.post("/change", {"text": "hello"}, {"origin": origin} | extra)
        assert (answer.status, shield.FOREIGN_ORIGIN in answer.text) == (403, True)
    assert sample.posted == 0


def test_two_origins_are_refused(ana: Client, sample: Sample) -> None:
    assert ana.run(twice(ana, "origin", OWN, "POST", "/change")).status == 403
    assert sample.posted == 0


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("fledge.example", "https://fledge.example", 303), ("fledge.example", "http://fledge.example", 403),
        ("learn.example:8443", "https://learn.example:8443", 303), ("plain.example", "http://plain.example", 303),
        ("plain.example", "https://plain.example", 403), ("fledge.example:8140", "http://fledge.example:8140", 303),
        ("fledge.example", "https://learn.example:8443", 403), ("localhost:8140", "http://localhost:8140", 303),
    ],
)  # fmt: skip
def test_behind_a_proxy_the_origin_is_the_one_people_see(host: str, origin: str, status: int, ana: Client) -> None:
    assert ana.another(host=host).post("/change", {"text": "x"}, {"origin": origin}).status == status


def test_over_tls_the_origin_is_https_and_answers_ask_for_it_to_stay(ana: Client) -> None:
    secure = ana.another(scheme="https", host="localhost", server=("127.0.0.1", 443))
    assert secure.post("/change", {"text": "x"}).status == 303
    assert secure.post("/change", {"text": "x"}, {"origin": "http://localhost"}).status == 403
    assert "max-age" in secure.get("/").headers["strict-transport-security"]
    assert "strict-transport-security" not in ana.get("/").headers


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", "post"])
def test_other_methods_are_refused(method: str, ana: Client, sample: Sample) -> None:
    answer = ana.run(ana.ask(method, "/change", body=b"x"))
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, POST")
    assert sample.posted == 0


def test_the_head_alone_is_the_page_without_its_body(ana: Client) -> None:
    page, head = ana.get("/"), ana.run(ana.ask("HEAD", "/"))
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(page.body))
    assert ana.run(ana.ask("HEAD", "/live")).status == 200  # and does not hold a stream


# Addresses


@pytest.mark.parametrize(
    "path",
    [
        "/%00", "/a%00b", "/%", "/%2", "/%zz", "/%ed%a0%80", "/%ff", "/%c0%ae", "/%0d%0aset-cookie:a=b", "/%7f",
        "/\ud800", "/?q=%00", "/?q=%", "/?q=%zz", "/?q=%ed%a0%80", "/?q=%ff", "/?q=\udfff",
    ],
)  # fmt: skip
def test_an_address_that_is_not_well_written_is_refused(path: str, ana: Client, sample: Sample) -> None:
    answer = ana.get(path)
    assert (answer.status, shield.BROKEN in answer.text) == (400, True)
    assert not sample.faults


@pytest.mark.parametrize(
    "path", ["/nowhere", "/caf%C3%A9", "/a%2Fb", "/?q=caf%C3%A9%0D%0Atwo", "/?q=%F0%9F%90%A3", "/?q=a+b"]
)
def test_an_address_in_any_language_is_fine(path: str, ana: Client) -> None:
    assert ana.get(path).status == (200 if path.startswith("/?") else 404)


def test_an_address_has_a_limit(ana: Client) -> None:
    path = "/?q=" + "a" * (shield.URL_LIMIT - 4)
    assert ana.get(path).status == 200
    assert ana.get(path + "a").status == 414


def test_headers_have_a_limit(ana: Client) -> None:
    assert ana.get("/", {"cookie": "a" * 8_000}).status == 200
    assert ana.get("/", {"cookie": "a" * shield.HEADERS_LIMIT}).status == 431


def test_a_body_has_a_limit_in_words(ana: Client, sample: Sample) -> None:
    for length in (shield.BODY_LIMIT + 1, 10**30, 100_001):  # the last is over the application's own limit
        answer = ana.post("/change", {"text": "x"}, {"content-length": str(length)})
        assert (answer.status, shield.BIG_BODY in answer.text) == (413, True)
    assert ana.post("/change", {"text": "x" * 100_001}, {"content-length": ""}).status == 413
    assert sample.posted == 0
    assert not sample.faults


# Answers


ANSWERS = [
    ("GET", "/", 200), ("GET", "/long", 200), ("GET", "/nowhere", 404), ("GET", "/static/nothing.css", 404),
    ("GET", "/crash", 500), ("GET", "/five-hundred", 500), ("GET", "/surrogate", 500), ("GET", "/%zz", 400),
    ("POST", "/change", 303), ("GET", "/change", 405), ("DELETE", "/", 405), ("GET", "/healthz", 200),
    ("HEAD", "/live", 200), ("GET", "/own", 200), ("GET", "/half", 200),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_the_headers(method: str, path: str, status: int, ana: Client) -> None:
    answer = ana.run(ana.ask(method, path, form={"text": "x"}))
    assert answer.status == status
    names = [name for name, _ in answer.raw_headers]
    for name, value in shield.HEADERS.items():
        own = path == "/own" and name in ("Cache-Control", "Content-Security-Policy")
        assert names.count(name.lower()) == 1, name
        assert own != (answer.headers[name.lower()] == value), name
    assert "server" not in names


def test_every_refusal_carries_the_headers(ana: Client) -> None:
    for answer in (ana.get("/", {"host": "evil.example"}), ana.post("/change", {}, {"origin": "null"})):
        assert answer.headers["content-security-policy"] == shield.POLICY
        assert answer.headers["cache-control"] == "no-store"


def test_static_files_and_pages_of_their_own_mind_keep_their_caching(ana: Client, sample: Sample) -> None:
    assert "immutable" in ana.get(sample.assets.href("htmx.min.js")).headers["cache-control"]
    assert ana.get("/own").headers["cache-control"] == "private"
    assert ana.get("/").headers["cache-control"] == "no-store"


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in shield.POLICY
    assert "http" not in shield.POLICY
    assert "data:" not in shield.POLICY


def test_pages_are_packed_and_streams_are_not(ana: Client) -> None:
    packed = ana.get("/long", {"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < 200
    assert "content-encoding" not in ana.run(ana.ask("HEAD", "/live", headers={"accept-encoding": "gzip"})).headers


# The token


def test_the_token_is_of_one_sign_in_and_one_installation() -> None:
    token = csrf_token(b"secret", "ana")
    assert csrf_matches(b"secret", "ana", token)
    assert not csrf_matches(b"secret", "ben", token)
    assert not csrf_matches(b"other", "ana", token)
    assert "ana" not in token


@pytest.mark.parametrize("given", [None, "", "x", "\ud800", "é" * 64, "0" * 64])
def test_anything_else_is_no_token(given: str | None) -> None:
    assert not csrf_matches(b"secret", "ana", given)
