"""The adapter speaks the language of the public text suite's runner; its cases themselves lie outside the project."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import conformance_adapter as adapter
from tests.simulator.text.test_entities import texts
from tests.simulator.text.upstream_html import highlighted

V1 = {
    "version": 1,
    "maxWeightedTweetLength": 140,
    "scale": 1,
    "defaultWeight": 1,
    "ranges": [],
    "emojiParsingEnabled": False,
    "transformedURLLength": 23,
}
LIGHT = [{"start": a, "end": b, "weight": 100} for a, b in ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))]
V2 = V1 | {"version": 2, "maxWeightedTweetLength": 280, "scale": 100, "defaultWeight": 200, "ranges": LIGHT}
V3 = V2 | {"version": 3, "emojiParsingEnabled": True}


def test_what_is_extracted_has_the_names_and_shapes_of_the_suite() -> None:
    text = " @jo @kat/nurses #a $AB nhs.uk"
    assert adapter.extract_mentions(text) == ["jo"]
    assert adapter.extract_mentions_with_indices(text) == [{"screen_name": "jo", "indices": [1, 4]}]
    assert adapter.extract_mentions_or_lists_with_indices(text)[1] == {
        "screen_name": "kat",
        "list_slug": "/nurses",
        "indices": [5, 16],
    }
    assert adapter.extract_reply_screenname(text) == "jo"
    assert adapter.extract_reply_screenname("jo") is None
    assert adapter.extract_hashtags(text) == ["a"]
    assert adapter.extract_hashtags_with_indices(text) == [{"hashtag": "a", "indices": [17, 19]}]
    assert adapter.extract_cashtags(text) == ["AB"]
    assert adapter.extract_cashtags_with_indices(text) == [{"cashtag": "AB", "indices": [20, 23]}]
    assert adapter.extract_urls(text) == ["nhs.uk"]
    assert adapter.extract_urls_with_indices(text) == [{"url": "nhs.uk", "indices": [24, 30]}]


@pytest.mark.parametrize(
    ("text", "what", "markup"),
    [
        ("@jo", "usernames", '@<a class="tweet-url username" href="https://twitter.com/jo">jo</a>'),
        ("＠jo/a", "lists", '＠<a class="tweet-url list-slug" href="https://twitter.com/jo/a">jo/a</a>'),
        (
            "＃A",
            "hashtags",
            '<a href="https://twitter.com/search?q=%23A" title="#A" class="tweet-url hashtag">＃A</a>',
        ),
        (
            "#שלום",
            "hashtags",
            '<a href="https://twitter.com/search?q=%23שלום" title="#שלום" class="tweet-url hashtag rtl">#שלום</a>',
        ),
        (
            "$AB",
            "cashtags",
            '<a href="https://twitter.com/search?q=%24AB" title="$AB" class="tweet-url cashtag">$AB</a>',
        ),
        ("http://a.com?b&c", "urls", '<a href="http://a.com?b&amp;c">http://a.com?b&amp;c</a>'),
        ("nhs.uk", "urls", "nhs.uk"),
        ("@jo #a", "urls", "@jo #a"),
        ("<b>", "all", "&lt;b&gt;"),
    ],
)
def test_links_are_made_as_the_suite_expects_them(text: str, what: str, markup: str) -> None:
    assert adapter.autolink(text, what) == markup


def test_an_address_without_scheme_takes_no_room_from_a_hashtag_when_linking() -> None:
    assert "hashtag" in adapter.autolink("nhs.uk/#tag", "all")
    assert "hashtag" not in adapter.autolink("http://nhs.uk/#tag", "all")


def test_given_entities_are_linked_and_a_short_address_shows_what_it_stands_for() -> None:
    told = {
        "hashtags": [{"text": "a", "indices": [16, 18]}],
        "user_mentions": [],
        "urls": [
            {"url": "http://t.co/abc", "expanded_url": "http://nhs.uk/x", "display_url": "nhs.uk/…", "indices": [0, 15]}
        ],
    }
    markup = adapter.autolink_entities("http://t.co/abc #a", told)
    assert markup.startswith('<a href="http://t.co/abc" title="http://nhs.uk/x"><span class=\'tco-ellipsis\'>')
    assert "<span class='js-display-url'>nhs.uk/</span>" in markup
    assert "&nbsp;</span>…</span></a>" in markup
    assert markup.endswith('class="tweet-url hashtag">#a</a>')


@pytest.mark.parametrize(
    ("text", "config", "expected"),
    [
        ("", V1, (0, False, 0, 0, 0)),
        ("abc", V1, (3, True, 21, 2, 2)),
        ("😺", V1, (1, True, 7, 1, 1)),
        ("a" * 141, V1, (141, False, 1007, 140, 139)),
        ("中", V2, (2, True, 7, 0, 0)),
        ("中" * 141, V2, (282, False, 1007, 140, 139)),
        ("👨‍👩‍👧", V2, (8, True, 28, 7, 7)),
        ("👨‍👩‍👧", V3, (2, True, 7, 7, 7)),
        ("👨‍👩‍👧" * 141, V3, (282, False, 1007, 1127, 1119)),
        ("e\u0301", V3, (1, True, 3, 1, 1)),
        ("ab\ufeffc", V3, (5, False, 17, 3, 1)),
        ("http://example.com ab", V3, (26, True, 92, 20, 20)),
        ("a" * 270 + " http://example.com", V3, (294, False, 1050, 288, 270)),
    ],
)
def test_a_tweet_is_weighed_and_measured_in_utf_16(
    text: str, config: dict[str, Any], expected: tuple[int, ...]
) -> None:
    told = adapter.parse_tweet(text, config)
    assert (told["displayRangeStart"], told["validRangeStart"]) == (0, 0)
    names = ("weightedLength", "valid", "permillage", "displayRangeEnd", "validRangeEnd")
    assert tuple(told[name] for name in names) == expected


@settings(deadline=None)
@given(texts)
def test_the_weighted_way_to_the_classic_count_agrees_with_the_short_one(text: str) -> None:
    told = adapter.parse_tweet(text, V1)
    assert (told["weightedLength"], told["valid"]) == (adapter.tweet_length(text), adapter.valid_tweet(text))


@pytest.mark.parametrize(
    ("markup", "hits", "marked"),
    [
        ("hello", [], "hello"),
        ("hello", [(0, 5)], "<em>hello</em>"),
        ("hello", [(1, 2), (3, 4)], "h<em>e</em>l<em>l</em>o"),
        ("a<b>cd</b>e", [(0, 1)], "<em>a</em><b>cd</b>e"),
        ("a<b>cd</b>e", [(1, 3)], "a<b><em>cd</em></b>e"),
        ("a<b>cd</b>e", [(0, 2)], "<em>a<b>c</em>d</b>e"),
        ("a<b>cd</b>e", [(0, 3)], "<em>a<b>cd</b></em>e"),
        ("a<b>cd</b>e", [(2, 4)], "a<b>c<em>d</b>e</em>"),
        ("a<b>cd</b>", [(2, 3)], "a<b>c<em>d</em></b>"),
        ("<b></b>a", [(0, 1)], "<b></b><em>a</em>"),
        ("テスト", [(1, 3)], "テ<em>スト</em>"),
    ],
)
def test_hits_are_marked_round_the_tags(markup: str, hits: list[tuple[int, int]], marked: str) -> None:
    assert highlighted(markup, hits) == marked


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "bc", "<i>", "</i>"])).map("".join), st.lists(st.integers(0, 9)))
def test_marking_changes_nothing_else(markup: str, cuts: list[int]) -> None:
    letters = len(markup.replace("<i>", "").replace("</i>", ""))
    spots = sorted({cut for cut in cuts if cut <= letters})
    hits = list(zip(spots[::2], spots[1::2], strict=False))
    marked = highlighted(markup, hits)
    assert marked.count("<em>") == marked.count("</em>") == len(hits)
    assert marked.replace("<em>", "").replace("</em>", "") == markup
