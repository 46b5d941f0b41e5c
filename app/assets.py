"""Style, scripts, icons and pictures of the pages: read once, named by their content, served from memory.

It writes nothing and serves nothing that a person brought.
"""

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

STATIC = Path(__file__).parent / "static"
PREFIX = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
# Style is put together in this order, then the components by name, so that no component relies on another's place.
FIRST, LAST = ("tokens", "page"), ("print",)
FLAT = ("vendor", "icons")  # folders whose files go by their own name alone
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
}
PACKED = (".css", ".js", ".svg")  # what gzip makes smaller


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it goes out; `packed` is its gzip form, where that is smaller."""

    href: str
    kind: str
    tag: str
    plain: bytes
    packed: bytes | None


class NoSuchAsset(LookupError):
    """A template names a file that is not there."""


class Assets:
    """All files under one folder, and the application that serves them under `/static/`.

    `css/*.css` become `fledge.css`, and `js/*.js`, each inside a function of its own, `fledge.js`. Files of `vendor/`
    and `icons/` go by their name, all others by their path, such as `eggs/egg-1.svg`; style may say `url(NAME)` of any.
    With `watch`, changed files are read again; that is for people who work on them.
    """

    def __init__(self, folder: Path = STATIC, *, watch: bool = False) -> None:
        self._folder = folder
        self._watch = watch
        self._seen = self._stamp()
        self._read()

    def href(self, name: str) -> str:
        """The address of an asset, such as `/static/fledge.1a2b3c4d5e.css`; raises `NoSuchAsset`."""
        self._refresh()
        if name not in self._by_name:
            raise NoSuchAsset(f"There is no {name} in {self._folder}.")
        return self._by_name[name].href

    def __iter__(self) -> Iterator[Asset]:
        return iter(self._by_name.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for one address; any other than today's is not found."""
        self._refresh()
        asset = self._by_href.get(scope["path"])
        answer = _answer(asset, Headers(scope=scope)) if asset else PlainTextResponse("There is no such file.", 404)
        await answer(scope, receive, send)

    def _refresh(self) -> None:
        if self._watch and (stamp := self._stamp()) != self._seen:
            self._seen = stamp
            self._read()

    def _stamp(self) -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in self._files()}

    def _files(self) -> list[Path]:
        return sorted(path for path in self._folder.rglob("*") if path.is_file() and path.suffix in KINDS)

    def _read(self) -> None:
        parts = {path: path.relative_to(self._folder).parts for path in self._files()}
        by_name = {}
        for path, words in parts.items():
            if words[0] not in ("css", "js"):
                name = "/".join(words[1:] if words[0] in FLAT else words)
                by_name[name] = _asset(name, path.read_bytes())
        style = _style([path for path, words in parts.items() if words[0] == "css"], by_name)
        script = _script([path for path, words in parts.items() if words[0] == "js"])
        by_name |= {"fledge.css": _asset("fledge.css", style), "fledge.js": _asset("fledge.js", script)}
        self._by_name = by_name
        self._by_href = {asset.href: asset for asset in by_name.values()}


def _style(paths: list[Path], others: dict[str, Asset]) -> bytes:
    def place(path: Path) -> tuple[int, str]:
        if path.stem in FIRST:
            return FIRST.index(path.stem), ""
        return len(FIRST) + (path.stem in LAST), path.stem

    def address(found: re.Match[str]) -> str:
        if found[1] not in others:
            raise NoSuchAsset(f"A style sheet names {found[1]}, which is not there.")
        return f"url({others[found[1]].href})"

    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths, key=place))
    return re.sub(r"""url\(\s*["']?([^"')\s]+)["']?\s*\)""", address, text).encode("utf-8")


def _script(paths: list[Path]) -> bytes:
    """Every script in a function of its own, so that none sees another's names."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(paths))
    return "".join(f"(function () {{\n'use strict';\n{text}\n}})();\n" for text in texts).encode("utf-8")


def _asset(name: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:10]
    stem, _, suffix = name.rpartition("/")[2].partition(".")
    folder = name.rpartition("/")[0]
    href = PREFIX + (f"{folder}/" if folder else "") + f"{stem}.{digest}.{suffix}"
    packed = gzip.compress(content, 9, mtime=0) if Path(name).suffix in PACKED else b""
    smaller = packed if 0 < len(packed) < len(content) else None
    return Asset(href, KINDS[Path(name).suffix], f'W/"{digest}"', content, smaller)


def _answer(asset: Asset, asked: Headers) -> Response:
    kept = {"ETag": asset.tag, "Cache-Control": FOR_EVER}
    if asset.packed is not None:
        kept["Vary"] = "Accept-Encoding"
    if asset.tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=kept)
    if asset.packed is not None and _takes_gzip(asked.get("accept-encoding", "")):
        kept["Content-Encoding"] = "gzip"
        return Response(asset.packed, headers=kept | {"Content-Type": asset.kind})
    return Response(asset.plain, headers=kept | {"Content-Type": asset.kind})


def _takes_gzip(accepted: str) -> bool:
    weights = (part.replace(" ", "").partition(";q=") for part in accepted.lower().split(","))
    return any(name == "gzip" and weight not in ("0", "0.0", "0.00", "0.000") for name, _, weight in weights)
