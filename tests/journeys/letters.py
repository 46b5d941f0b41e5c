"""The places of messages where somebody can put a text into Fledge, beside the others in `fields.py`."""

from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


def fields(form: Callable[..., T], address: Callable[..., T]) -> Iterator[T]:
    """Those about messages; how one is made of a form or an address, `fields.py` knows."""
    for part in (False, True):
        yield form("/messages", "text", part=part, to="ben_learns")
        yield form("/messages", "to", part=part, text="FRESH")
    yield form("/messages", "anyway", typed=False, to="ben_learns", text="FRESH")
    yield form("/messages", "once", typed=False, to="ben_learns", text="FRESH")
    yield form("/messages/notes", "text", part=True)
    yield form("/messages/ben_learns/read", "newest", typed=False)
    yield form("/settings", "messages_from_anyone", typed=False)
    yield form("/accounts/ben_learns/report", "message", typed=False, reason="spam")
    for act in ("delete", "read"):
        yield address("POST", f"/messages/{{}}/{act}")
    for pattern in (
        "/messages/{}", "/messages?to={}", "/messages?before={}", "/messages/ben_learns?before={}",
        "/messages/ben_learns?after={}", "/go/message/{}/0", "/accounts/ben_learns/report?message={}",
    ):  # fmt: skip
        yield address("GET", pattern)
