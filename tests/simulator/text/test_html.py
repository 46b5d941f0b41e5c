"""Tweets and bios as markup: our anchors, and nothing else that a browser would obey."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.text.entities import Entity, entities
from simulator.text.html import bio_html, tweet_html
from tests.simulator.text.parsed import Parsed
from tests.simulator.text.test_entities import PIECES

HANDLES = {"jo": "Jo", "patelot_sim": "PatelOT_sim"}
MARKUP = [
    "<",
    ">",
    "</a>",
    "<script>",
    "<b onclick=x>",
    "&lt;",
    "&amp;",
    "&#60;",
    '"',
    "'",
    "javascript:",
    "<!--",
    "-->",
    "]]>",
]
hostile = st.lists(st.sampled_from(PIECES + MARKUP), max_size=30).map("".join) | st.text(max_size=60)


def page(text: str) -> str:
    return tweet_html(text, handles=HANDLES, href=lambda n, entity: f"/go/{n}")


def test_a_mention_of_somebody_here_leads_to_them() -> None:
    assert page("Hi @JO") == 'Hi <a href="/Jo" class="mention">@<bdi>JO</bdi></a>'


def test_a_name_that_nobody_has_is_a_word() -> None:
    assert page("Hi @nobody and me@jo.net") == "Hi @nobody and me@jo.net"


def test_of_a_list_the_name_alone_leads_somewhere() -> None:
    assert page("@jo/nurses!") == '<a href="/Jo" class="mention">@<bdi>jo</bdi></a>/nurses!'


def test_a_hashtag_leads_to_its_page() -> None:
    assert page("#NHS_Day") == '<a href="/hashtag/NHS_Day" class="hashtag"><bdi>#NHS_Day</bdi></a>'


def test_a_hashtag_of_any_script_is_coded_in_the_address_alone() -> None:
    assert page("＃été") == '<a href="/hashtag/%C3%A9t%C3%A9" class="hashtag"><bdi>＃été</bdi></a>'


def test_a_short_link_is_shown_without_its_scheme_and_copied_with_it() -> None:
    shown = Parsed(page("https://nhs.uk/falls"))
    assert shown.seen == "nhs.uk/falls"
    assert shown.text == "https://nhs.uk/falls"
    assert ("a", {"href": "/go/0", "class": "link"}) in shown.tags


def test_a_long_link_is_cut_at_twenty_characters_and_copied_whole() -> None:
    address = "http://www.example.org/pressure-care/2015?page=2&x=y"
    shown = Parsed(page(f"see {address} today"))
    assert shown.seen == "see www.example.org/pres… today"
    assert shown.text == f"see {address} today"


def test_signs_in_an_address_are_escaped_where_it_is_shown() -> None:
    assert "nhs.uk/a&amp;b&#x27;c" in page("http://nhs.uk/a&b'c")
    assert "page=2&amp;x=y</span>" in page("http://www.example.org/pressure-care/2015?page=2&x=y")


def test_a_link_is_not_cut_for_one_character() -> None:
    assert Parsed(page("http://nhs.uk/abcdefghijklmn")).seen == "nhs.uk/abcdefghijklmn"
    assert Parsed(page("http://nhs.uk/abcdefghijklmno")).seen == "nhs.uk/abcdefghijklm…"


def test_a_host_is_shown_whole_up_to_forty_characters() -> None:
    assert Parsed(page("http://guidelines.on-falls.example.org/a/b")).seen == "guidelines.on-falls.example.org…"
    assert Parsed(page(f"http://{'a' * 50}.org")).seen == "a" * 40 + "…"


def test_what_is_unseen_is_not_spoken_either() -> None:
    for tag, attributes in Parsed(page("http://www.example.org/pressure-care/2015")).tags:
        if tag == "span":
            assert attributes["aria-hidden"] == "true"
            assert attributes["class"] in ("unseen", "cut")


def test_links_are_numbered_in_order_and_know_their_entity() -> None:
    met: list[tuple[int, Entity]] = []

    def href(n: int, entity: Entity) -> str:
        met.append((n, entity))
        return "/go/x"

    text = "nhs.uk @jo http://a.org/b #c"
    tweet_html(text, handles={}, href=href)
    assert met == list(enumerate(entity for entity in entities(text) if entity.kind == "link"))


def test_a_cashtag_is_a_word() -> None:
    assert page("buy $TEST") == "buy $TEST"


def test_lines_of_a_tweet_are_kept() -> None:
    assert page("a\n\nb @jo\nc") == 'a<br><br>b <a href="/Jo" class="mention">@<bdi>jo</bdi></a><br>c'


def test_a_bio_is_one_line_with_the_same_anchors() -> None:
    markup = bio_html("Nurse\n@jo", handles=HANDLES, href=lambda n, _: "/x")
    assert markup == 'Nurse <a href="/Jo" class="mention">@<bdi>jo</bdi></a>'


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>", '"><img src=x onerror=y>', "&lt;b&gt;", "a < b > c & d"]
)
def test_markup_that_somebody_typed_is_text(text: str) -> None:
    shown = Parsed(page(text))
    assert shown.tags == []
    assert shown.text == text


def test_an_address_of_ours_is_escaped_too() -> None:
    assert '"/go?a=1&amp;b=&quot;"' in tweet_html("nhs.uk", handles={}, href=lambda n, _: '/go?a=1&b="')


@settings(deadline=None)
@given(hostile)
@example('http://x.xx.com/@"style="color:pink"onmouseover=alert(1)//')
@example('http://a.com/("onclick="alert(1)")')
def test_only_our_tags_and_attributes_ever_come_out(text: str) -> None:
    markup = page(text)
    shown = Parsed(markup)
    assert shown.text == text.replace("\0", "\0")
    for tag, attributes in shown.tags:
        assert tag in ("a", "bdi", "span", "br")
        assert set(attributes) <= {"href", "class", "dir", "aria-hidden"}
        assert re.fullmatch(r"(/[A-Za-z0-9_.%~/-]+)?", attributes.get("href", ""))
        assert attributes.get("class", "") in ("", "mention", "hashtag", "link", "unseen", "cut")
    assert "<" not in re.sub(r"</?(a|bdi|span|br)\b[^<>]*>", "", markup)
