"""Handles that learners may choose, and the sentence that helps when one will not do (A.1, ruling 5)."""

import pytest

from simulator.errors import Duplicate, Empty, Invalid, Refused, TooLong
from simulator.handles import RESERVED, check_free, checked, free


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("Sam_cares", "Sam_cares"), ("@sam", "sam"), ("＠sam", "sam"), ("  @Sam  ", "Sam"), ("12345", "12345"),
        ("_", "_"), ("__sam__", "__sam__"), ("a" * 15, "a" * 15), ("x", "x"),
    ],
)  # fmt: skip
def test_handles_that_will_do(typed: str, handle: str) -> None:
    assert checked(typed) == handle


HYPHEN = "A hyphen (-) will not work. Try an underscore (_)."
SPACE = "A space will not work. Leave it out, or try an underscore (_)."
KEPT = "“{}” is a word that the site keeps for itself. Add your name or your job to it."
BODY = "This looks like the name of an organisation. Here you tweet as yourself: try your own name with your job."


@pytest.mark.parametrize(
    ("typed", "kind", "sentence"),
    [
        ("", Empty, "Choose a handle. It can be up to 15 letters, digits and underscores."),
        (" @ ", Empty, "Choose a handle. It can be up to 15 letters, digits and underscores."),
        ("sam-lee", Invalid, HYPHEN),
        ("-", Invalid, HYPHEN),
        ("sam.lee", Invalid, "A full stop will not work. Try an underscore (_)."),
        ("sam lee", Invalid, SPACE),
        ("sam's", Invalid, "An apostrophe will not work. Leave it out."),
        ("sam’s", Invalid, "An apostrophe will not work. Leave it out."),
        ("sam@example.org", Invalid, "This looks like an e-mail address. A handle is one word, such as Jo_cares."),
        ("Zoë", Invalid, "“ë” will not work. Use letters, digits and _."),
        ("sam!", Invalid, "“!” will not work. Use letters, digits and _."),
        ("٣", Invalid, "“٣” will not work. Use letters, digits and _."),
        ("a" * 16, TooLong, "That is 1 letter too long. A handle has at most 15."),
        ("a" * 20, TooLong, "That is 5 letters too long. A handle has at most 15."),
        ("home", Invalid, KEPT.format("home")),
        ("Search", Invalid, KEPT.format("Search")),
        ("who_to_follow", Invalid, KEPT.format("who_to_follow")),
        ("MyTwitterName", Invalid, "A handle may not have “twitter” in it. Choose another word."),
        ("ADMIN1", Invalid, "A handle may not have “admin” in it. Choose another word."),
        ("fledge_fan", Invalid, "A handle may not have “fledge” in it. Choose another word."),
        ("NHS", Invalid, BODY),
        ("nmc", Invalid, BODY),
    ],
)
def test_what_is_wrong_with_a_handle_is_said(typed: str, kind: type[Refused], sentence: str) -> None:
    with pytest.raises(kind) as refused:
        checked(typed)
    assert (type(refused.value), refused.value.message, refused.value.field) == (kind, sentence, "handle")


@pytest.mark.parametrize(
    "body",
    [
        "NHS", "NHSEngland", "nhs_leeds", "NHSLeeds", "TheNHS", "LeedsNHS", "leeds_nhs", "nmcnews", "NMC_UK", "GMCUK",
        "hcpc_uk", "theRCN", "RCNScotland", "TheBMA", "CQC", "NICEComms", "DHgovuk", "BBCNews", "policescotland",
    ],
)  # fmt: skip
def test_known_public_bodies_are_refused(body: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(body)
    assert refused.value.message == BODY


@pytest.mark.parametrize(
    "own",
    [
        "Johnhsu", "JohnHsu", "Nice_Jo", "DH_smith", "Gina", "monitorlizard", "Denice", "Rcnelson", "Thenice1",
        "BMAnders", "Policewoman_Jo", "sunhsade",
    ],
)  # fmt: skip
def test_peoples_own_names_are_not_taken_for_public_bodies(own: str) -> None:
    assert checked(own) == own


@pytest.mark.parametrize("word", ["about", "notifications", "trainer", "deck", "healthz", "me", "i", "follow_requests"])
def test_words_of_addresses_are_kept(word: str) -> None:
    assert word in RESERVED
    with pytest.raises(Refused):
        checked(word.upper())


def nobody(_: str) -> bool:
    return False


def test_three_free_handles_come_from_the_name() -> None:
    assert free("Sam Lee", nobody) == ["Sam_cares", "Sam_learns", "Sam_tweets"]
    assert free("sam", lambda handle: handle.casefold() == "sam_cares")[0] == "Sam_learns"
    assert free("Bartholomew-Fitzgerald", nobody)[0] == "Bartholom_cares"


@pytest.mark.parametrize("name", ["", "   ", "Zoë", "ß", "👋", "Admin", "Twitter Fan", "NHS", "'", "x" * 80, "李"])
def test_there_are_always_three_that_will_do(name: str) -> None:
    for key in range(20):
        found = free(name, nobody, key)
        assert len(set(found)) == 3
        assert all(checked(one) == one for one in found)


def test_free_ones_are_found_in_the_fullest_class() -> None:
    taken: set[str] = set()
    for number in range(400):
        found = free("Sam", lambda handle: handle.casefold() in taken, number % 3)
        assert len(found) == 3, f"after {number} learners called Sam"
        taken.add(found[0].casefold())


def test_the_same_key_offers_the_same_and_another_key_others() -> None:
    assert free("", nobody, "one") == free("", nobody, "one")
    assert free("", nobody, "one") != free("", nobody, "another")


def test_a_taken_handle_comes_with_three_that_are_free() -> None:
    check_free("sam", nobody)
    with pytest.raises(Duplicate) as refused:
        check_free("Sam", lambda handle: handle.casefold() in ("sam", "sam_learns"))
    assert refused.value.message == "Somebody has @Sam already. These are free: @Sam_cares, @Sam_tweets, @Sam_here."
    assert refused.value.field == "handle"
