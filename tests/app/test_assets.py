"""Static files: named by their content, put together in the stated order, small on the way, kept for ever."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from app.assets import Assets, NoSuchAsset
from tests.asgi import Client

FILES = {
    "css/tweet.css": ".tweet { background: url('eggs/egg-1.svg') }\n" * 20,
    "css/print.css": "@media print { nav { display: none } }",
    "css/page.css": "body { margin: 0 }",
    "css/tokens.css": ":root { --ground: #f5f8fa }",
    "css/account.css": ".account { color: red }",
    "js/b.js": "const shared = 2;",
    "js/a.js": "const shared = 1;",
    "icons/icons.svg": "<svg xmlns='http://www.w3.org/2000/svg'>" + "<symbol id='star'/>" * 50 + "</svg>",
    "eggs/egg-1.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "favicon.ico": "icon",
    "vendor/lib.min.js": "lib()",
    "vendor/LICENSE.txt": "free",
    "js/notes.md": "not served",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def assets(folder: Path) -> Assets:
    return Assets(folder)


@pytest.fixture
def browser(assets: Assets) -> Iterator[Client]:
    with Client(Starlette(routes=[Mount("/static", assets)])) as client:
        yield client


def text(browser: Client, assets: Assets, name: str) -> str:
    return browser.get(assets.href(name)).text


def test_style_is_one_file_in_the_stated_order(browser: Client, assets: Assets) -> None:
    style = text(browser, assets, "fledge.css")
    places = [style.index(word) for word in ("--ground", "margin", ".account", ".tweet", "@media print")]
    assert places == sorted(places)


def test_every_script_has_a_room_of_its_own(browser: Client, assets: Assets) -> None:
    script = text(browser, assets, "fledge.js")
    room = "(function () {\n'use strict';\nconst shared = %d;\n})();\n"
    assert script == room % 1 + room % 2


def test_style_finds_pictures_by_their_names_of_today(browser: Client, assets: Assets) -> None:
    assert f"url({assets.href('eggs/egg-1.svg')})" in text(browser, assets, "fledge.css")


def test_style_that_names_a_missing_picture_is_refused(folder: Path) -> None:
    (folder / "css/tweet.css").write_text("a { background: url(eggs/none.svg) }")
    with pytest.raises(NoSuchAsset, match=r"eggs/none\.svg"):
        Assets(folder)


@pytest.mark.parametrize(
    ("name", "address", "kind"),
    [
        ("fledge.css", r"/static/fledge.", "text/css; charset=utf-8"),
        ("fledge.js", "/static/fledge.", "text/javascript; charset=utf-8"),
        ("icons.svg", "/static/icons.", "image/svg+xml; charset=utf-8"),
        ("eggs/egg-1.svg", "/static/eggs/egg-1.", "image/svg+xml; charset=utf-8"),
        ("lib.min.js", "/static/lib.", "text/javascript; charset=utf-8"),
        ("favicon.ico", "/static/favicon.", "image/x-icon"),
    ],
)
def test_every_file_is_kept_for_ever_under_a_name_of_its_content(
    name: str, address: str, kind: str, browser: Client, assets: Assets
) -> None:
    href = assets.href(name)
    answer = browser.get(href)
    assert href.startswith(address)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_another_content_has_another_name(folder: Path, assets: Assets) -> None:
    (folder / "css/page.css").write_text("body { margin: 1px }")
    assert Assets(folder).href("fledge.css") != assets.href("fledge.css")
    assert Assets(folder).href("fledge.js") == assets.href("fledge.js")


@pytest.mark.parametrize(
    "path", ["/static/fledge.css", "/static/fledge.0000000000.css", "/static/../app/main.py", "/static/"]
)
def test_no_other_address_is_served(path: str, browser: Client) -> None:
    assert browser.get(path).status == 404


def test_what_is_not_for_pages_is_not_served(assets: Assets) -> None:
    assert not [asset.href for asset in assets if asset.href.endswith((".md", ".txt"))]
    with pytest.raises(NoSuchAsset):
        assets.href("LICENSE.txt")


def test_packed_files_unpack_to_the_same(browser: Client, assets: Assets) -> None:
    href = assets.href("icons.svg")
    plain, packed = browser.get(href), browser.get(href, {"accept-encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "xgzip"])
def test_nobody_gets_gzip_who_did_not_ask(accepted: str, browser: Client, assets: Assets) -> None:
    answer = browser.get(assets.href("icons.svg"), {"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers


def test_what_gzip_does_not_make_smaller_goes_as_it_is(browser: Client, assets: Assets) -> None:
    assert "content-encoding" not in browser.get(assets.href("lib.min.js"), {"accept-encoding": "gzip"}).headers


def test_a_copy_that_is_still_right_is_not_sent_again(browser: Client, assets: Assets) -> None:
    href = assets.href("fledge.css")
    tag = browser.get(href).headers["etag"]
    again = browser.get(href, {"if-none-match": tag})
    assert (again.status, again.body) == (304, b"")
    assert browser.get(href, {"if-none-match": 'W/"0000000000"'}).status == 200


def test_changes_are_seen_only_by_those_who_watch(folder: Path) -> None:
    still, watching = Assets(folder), Assets(folder, watch=True)
    before = still.href("fledge.css")
    (folder / "css/page.css").write_text("body { margin: 2px }")
    os.utime(folder / "css/page.css", ns=(1, 1))
    assert still.href("fledge.css") == before
    assert watching.href("fledge.css") != before


def test_an_empty_folder_is_enough(tmp_path: Path) -> None:
    assert Assets(tmp_path).href("fledge.css").startswith("/static/fledge.")
