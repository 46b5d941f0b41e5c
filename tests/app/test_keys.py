"""The list of keyboard shortcuts: a key is offered only where what it needs is there (twitter-2015 A.16)."""

import pytest

from app import keys

BARE: set[str] = set()


def names(addresses: set[str]) -> set[str]:
    return set(keys.spelled(keys.offered(addresses), "ana").split(" "))


@pytest.mark.parametrize(
    ("key", "needs"),
    [
        ("/", "/search"), ("m", "/messages/{handle}"), ("u", "/accounts/{handle}/mute"),
        ("b", "/accounts/{handle}/block"), ("g:m=/messages", "/messages"), ("g:l=/ana/lists", "/{handle}/lists"),
    ],
)  # fmt: skip
def test_a_key_waits_for_the_page_it_needs(key: str, needs: str) -> None:
    assert key not in names(BARE)
    assert key in names({needs})


def test_what_the_first_version_can_do_has_its_keys() -> None:
    assert {"n", "f", "r", "t", "o", "j", "k", ".", "?", "Enter", "Space"} <= names(BARE)
    assert {"g:h=/home", "g:n=/notifications", "g:r=/mentions", "g:p=/ana", "g:f=/ana/favourites"} <= names(BARE)
    assert "g:s=/settings" in names(BARE)


def test_no_key_stands_twice() -> None:
    everything = {key.needs for group in keys.offered(_all()) for key in group.keys}
    spelled = keys.spelled(keys.offered(everything), "ana").split(" ")
    assert len(spelled) == len(set(spelled))


def _all() -> set[str]:
    return {"/search", "/messages", "/messages/{handle}", "/accounts/{handle}/mute", "/accounts/{handle}/block"} | {
        "/{handle}/lists"
    }
