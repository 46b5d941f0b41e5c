"""Bodies that no form of ours sends: broken encodings, wrong kinds, odd multiparts, floods of fields (S4c, T14)."""

from collections.abc import Mapping

import pytest

from tests.journeys import markup
from tests.journeys.fields import People
from tests.journeys.table import NAMED
from tests.journeys.town import changed

URLENCODED, JSON = "application/x-www-form-urlencoded", "application/json"
MULTIPART = "multipart/form-data; boundary=zz"


def multipart(*parts: bytes, end: bytes = b"--zz--\r\n") -> bytes:
    return b"".join(b"--zz\r\n" + part + b"\r\n" for part in parts) + end


def part(name: str, value: bytes, *more: bytes) -> bytes:
    head = [f'Content-Disposition: form-data; name="{name}"'.encode(), *more]
    return b"\r\n".join(head) + b"\r\n\r\n" + value


BODIES: Mapping[str, tuple[str, bytes]] = {
    "nothing": (URLENCODED, b""),
    "a broken escape": (URLENCODED, b"text=%&name=%zz&title=%e"),
    "bytes that are no UTF-8": (URLENCODED, b"text=%ff%fe%80&name=\xff\xfe&title=%c3%28"),
    "a lone surrogate": (URLENCODED, b"text=%ED%A0%80&name=%ED%BF%BF&title=%ED%A0%80&code=%ED%A0%80"),
    "a surrogate in the name of a field": (URLENCODED, b"%ED%A0%80=1&%FF=2&%00=3&text=x"),
    "NUL": (URLENCODED, b"text=%00&name=a%00b&title=%00&\x00=\x00"),
    "an overlong slash": (URLENCODED, b"text=%c0%af&handle=%c0%af&title=%c0%af"),
    "only separators": (URLENCODED, b"&&&;;;===&=&=;&"),
    "a field many times": (URLENCODED, b"&".join([b"text=a", b"name=a", b"title=a", b"csrf=a", b"once=a"] * 15)),
    "1,000 fields": (URLENCODED, b"&".join(b"f%d=1" % n for n in range(1_000))),
    "100,000 fields": (URLENCODED, b"a&" * 100_000),
    "a field of 200 kB": (URLENCODED, b"text=" + b"z" * 200_000),
    "a field of 300 kB": (URLENCODED, b"text=" + b"z" * 300_000),
    "a name of 200 kB": (URLENCODED, b"z" * 200_000 + b"=1"),
    "brackets": (URLENCODED, b"text[]=a&text[0]=b&text[zz]=c&reply_to[]=1&__proto__=1"),
    "a method override": (URLENCODED, b"_method=DELETE&text=x&learner=0&role=host&account=1&is_admin=true&id=1"),
    "another alphabet": (f"{URLENCODED}; charset=utf-16", "text=hello".encode("utf-16")),
    "JSON": (JSON, b'{"text": "hello", "name": "x", "title": "x"}'),
    "JSON of odd numbers": (JSON, b'{"text": NaN, "reply_to": 1e999, "id": ' + b"9" * 400 + b"}"),
    "JSON 100,000 deep": (JSON, b"[" * 100_000),
    "JSON with a lone surrogate": (JSON, b'{"text": "\\ud800", "\\udc00": 1}'),
    "text": ("text/plain", b"text=hello&name=x"),
    "XML": ("text/xml", b'<!DOCTYPE a [<!ENTITY zz SYSTEM "file:///etc/passwd">]><a>&zz;</a>'),
    "no kind": ("", b"text=hello"),
    "a kind of control characters": ("text/\x01\x7f", b"x"),
    "a kind of 8 kB": ("x" * 8_000, b"text=hello"),
    "a multipart": (MULTIPART, multipart(part("text", b"hello"), part("name", b"x"))),
    "a multipart without a boundary": ("multipart/form-data", multipart(part("text", b"x"))),
    "a multipart with another boundary": ("multipart/form-data; boundary=yy", multipart(part("text", b"x"))),
    "a multipart with an empty boundary": ("multipart/form-data; boundary=", multipart(part("text", b"x"))),
    "a multipart with a boundary of 500": (f"multipart/form-data; boundary={'z' * 500}", b"--" + b"z" * 500),
    "a multipart that stops": (MULTIPART, multipart(part("text", b"hello"), end=b"")),
    "a multipart that stops in a head": (MULTIPART, b"--zz\r\nContent-Disp"),
    "a part without a name": (MULTIPART, multipart(b"Content-Disposition: form-data\r\n\r\nx")),
    "a part without a head": (MULTIPART, multipart(b"\r\nx")),
    "a part with a name that never ends": (MULTIPART, multipart(b'Content-Disposition: form-data; name="a\r\n\r\nx')),
    "a part that is no UTF-8": (MULTIPART, multipart(part("text", b"\xff\xfe\x80"), part("name", b"\xed\xa0\x80"))),
    "a part of another alphabet": (MULTIPART, multipart(part("text", b"\xff", b"Content-Type: a/b; charset=zz"))),
    "a part with a NUL": (MULTIPART, multipart(part("text", b"\0"), part("te\0xt", b"x"))),
    "a file for a text": (MULTIPART, multipart(part('text"; filename="z.html', b"<b>", b"Content-Type: text/html"))),
    "a file for a token": (MULTIPART, multipart(part('csrf"; filename="zz', b"x"), part('once"; filename="zz', b"x"))),
    "a file for a number": (MULTIPART, multipart(part('reply_to"; filename="z', b"1"), part('alt"; filename="z', b""))),
    "a file of 300 kB": (MULTIPART, multipart(part('text"; filename="zz', b"z" * 300_000))),
    "a part with a head of 100 kB": (MULTIPART, multipart(part("text", b"x", b"X-Zz: " + b"z" * 100_000))),
    "2,000 parts": (MULTIPART, multipart(*[part(f"f{n}", b"1") for n in range(2_000)])),
    "2,000 files": (MULTIPART, multipart(*[part(f'f{n}"; filename="{n}', b"1") for n in range(2_000)])),
    "a packed body": (URLENCODED, b"\x1f\x8b\x08\x00\x00\x00\x00\x00"),
}  # fmt: skip


def addresses(people: People) -> list[str]:
    """Every address that takes a form, with something that is there in its place."""
    filled = NAMED | {
        "tweet": str(people.tweet),
        "handle": "ben_learns",
        "tag": "teatime",
        "token": "zz",
        "code": "ZZZZZZ",
        "search": "1",
        "slug": "helpers",
        "message": "1",
    }
    return [route.path.format(**filled) for route in people.town.every_route() if "POST" in route.methods]


# Where no route asks for an upload, what was sent as a file is let go of when the request is forgotten.
LETS_GO = pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile")


@LETS_GO
@pytest.mark.parametrize("name", BODIES)
def test_no_body_brings_the_server_down_or_changes_anything(name: str, people: People) -> None:
    assert harm(people, name, addresses(people)[list(BODIES).index(name) % 3 :: 3]) == []


@LETS_GO
@pytest.mark.prove
@pytest.mark.parametrize("name", BODIES)
def test_no_body_does_so_at_any_address(name: str, people: People) -> None:
    assert harm(people, name, addresses(people)) == []


def harm(people: People, name: str, paths: list[str]) -> list[str]:
    """What a body breaks or changes at these addresses."""
    kind, body = BODIES[name]
    before, found = people.town.everything(), []
    for path in paths:
        people.town.passes(seconds=2)
        who = people.desk if path.startswith("/trainer") else people.ana
        answer = who.run(who.ask("POST", path, body=body, headers={"content-type": kind, "x-csrf-token": "zz"}))
        said = answer.body.decode("utf-8")
        wrong = markup.faults(said) if answer.headers.get("content-type", "").startswith("text/html") else []
        if wrong or not 200 <= answer.status < 500 or "Traceback" in said:
            found.append(f"{path}: {answer.status} {wrong}")
    after = people.town.everything()
    return found + [f"{file}: {changed(before[file], rows)}" for file, rows in after.items() if before[file] != rows]


@LETS_GO
@pytest.mark.parametrize("name", BODIES)
def test_with_a_token_in_its_header_no_body_brings_the_server_down(name: str, people: People) -> None:
    kind, body = BODIES[name]
    for path in ("/tweets", "/tweets/count", "/tweets/audience", "/settings/profile"):
        people.town.passes(seconds=2)
        sent = {"content-type": kind, "x-csrf-token": people.ana.csrf or ""}
        answer = people.ana.run(people.ana.ask("POST", path, body=body, headers=sent))
        assert 200 <= answer.status < 500, path
        assert markup.faults(answer.body.decode("utf-8")) == [], path


def test_the_same_body_in_order_is_a_tweet(people: People) -> None:
    people.town.passes(seconds=2)
    body = multipart(part("text", "Grüße".encode()), part("csrf", (people.ana.csrf or "").encode()))
    answer = people.ana.run(people.ana.ask("POST", "/tweets", body=body, headers={"content-type": MULTIPART}))
    assert answer.status == 303
    assert "Grüße" in people.ana.get("/ana_learns").text
