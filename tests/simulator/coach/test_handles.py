"""A handle that nobody has is answered with the one that was most likely meant, or with none (twitter-2015 A.5)."""

import pytest

from simulator.coach import Draft, signs

KNOWN = frozenset({"PriyaRN_sim", "PatelOT_sim", "amy_lou", "jo", "mo"})


def offered(typed: str) -> str:
    """What the coach says about a handle."""
    found = {sign.id: sign.say for sign in signs(Draft(f"Well said @{typed} on the bus", known_handles=KNOWN))}
    return found["unknown-handle"].partition("here. ")[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("PriyaRN_simm", "PriyaRN_sim"), ("priyarn_zim", "PriyaRN_sim"), ("PiyaRN_zim", "PriyaRN_sim"),
        ("PriyaRN", "PriyaRN_sim"), ("Patel", "PatelOT_sim"), ("amy-lou", "amy_lou"), ("amy.lou", "amy_lou"),
        ("amylou", "amy_lou"), ("yma_lou", "amy_lou"),
    ],
)  # fmt: skip
def test_the_nearest_handle_is_offered(typed: str, meant: str) -> None:
    assert offered(typed) == f"Did you mean @{meant}?"


@pytest.mark.parametrize("typed", ["PxxxaRN_sim", "Pat", "jx", "lo", "somebody_else"])
def test_nothing_is_offered_where_it_would_be_a_guess(typed: str) -> None:
    assert offered(typed) == "Check the spelling."


def test_the_writer_and_whoever_is_answered_are_known() -> None:
    draft = Draft(
        "@kat_cares I am @sam_cares", me="sam_cares", is_reply=True, parent_author="kat_cares", known_handles=KNOWN
    )
    assert signs(draft) == ()


def test_a_handle_inside_an_address_is_none() -> None:
    found = {sign.id for sign in signs(Draft("Write to jo.p@nobody.example.org or @x@nobody", known_handles=KNOWN))}
    assert found == {"email", "email-for-handle"}


def test_an_answer_to_oneself_needs_no_handle() -> None:
    assert signs(Draft("And then we had tea", me="Sam", is_reply=True, parent_author="sam")) == ()
