"""Quotes and the pinned tweet over HTTP: pages without scripts, parts with htmx, and refusals that keep the words."""

import re
from itertools import count
from typing import NamedTuple

import pytest

from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town, tweets

PART = {"hx-request": "true"}
_numbers = count(1)


class Two(NamedTuple):
    """Ana quotes Ben."""

    ana: Client
    me: str
    ben: Client
    other: str
    tweet: int


@pytest.fixture
def two(place: Town, code: str) -> Two:
    number = next(_numbers)
    found = []
    for name in ("ana", "ben"):
        place.passes(minutes=2)
        comer = place.somebody()
        assert comer.post("/join", {"code": code, "handle": f"{name}_{number}", "name": name.title()}).status == 303
        comer.get("/home")
        found.append(comer)
    return Two(found[0], f"ana_{number}", found[1], f"ben_{number}", tweets(found[1], f"Kettle {number} on"))


def test_the_page_for_a_quote_shows_the_tweet_and_has_116_left(two: Two) -> None:
    page = two.ana.get(f"/compose?quote_of={two.tweet}").text
    assert f'name="quote_of" value="{two.tweet}"' in page
    assert 'data-anchor="send-quote"' in page
    assert 'data-left="116"' in page
    assert "<b>116</b>" in page
    assert re.search(r'<div class="quote">\s*<a href="/ben_\d+/status/\d+">', page)
    plain = two.ana.get("/compose").text
    assert 'data-left="140"' in plain
    assert "quote_of" not in plain


def test_it_is_sent_without_scripts_and_stands_on_home_with_the_card(two: Two) -> None:
    sent = two.ana.post("/tweets", {"text": "Good news", "quote_of": str(two.tweet)}, {"referer": "/compose"})
    assert sent.status == 303
    page = two.ana.get(f"/{two.me}").text
    assert "Good news" in page
    assert f"/{two.other}/status/{two.tweet}" in page
    assert "quoted you" in two.ben.get("/notifications").text
    assert "Good news" not in two.ana.get(f"/{two.other}/status/{two.tweet}").text


def test_every_tweet_of_others_has_its_way_to_a_quote_and_ones_own_none(two: Two) -> None:
    link = f'href="/compose?quote_of={two.tweet}"'
    page = f"/{two.other}/status/{two.tweet}"
    assert link in two.ana.get(page).text
    assert 'aria-label="Quote"' in two.ana.get(page).text
    assert link not in two.ben.get(page).text


def test_with_htmx_a_box_comes_and_after_it_a_fresh_one_and_the_signal_to_look_again(two: Two) -> None:
    box = two.ana.get(f"/compose?quote_of={two.tweet}", PART).text
    assert box.strip().startswith("<form")
    assert f'id="text-quote-{two.tweet}"' in box
    sent = two.ana.post("/tweets", {"text": "Good news", "quote_of": str(two.tweet)}, PART)
    assert (sent.status, sent.headers["hx-trigger"]) == (200, "tweeted")
    assert "Your quote was sent." in sent.text
    assert 'data-left="116"' in sent.text


def test_the_count_takes_the_quote_into_account(two: Two) -> None:
    for form, left in (({}, 135), ({"quote_of": str(two.tweet)}, 111)):
        assert f'data-left="{left}"' in two.ana.post("/tweets/count", {"text": "Hello"} | form, PART).text


def test_a_refused_quote_keeps_its_words_and_what_it_quotes(two: Two) -> None:
    words = "Far too long " * 11
    answer = two.ana.post("/tweets", {"text": words, "quote_of": str(two.tweet)})
    assert answer.status == 422
    assert markup.kept(answer.text, words)
    assert f'name="quote_of" value="{two.tweet}"' in answer.text
    assert "26 characters too long" in answer.text
    part = two.ana.post("/tweets", {"text": words, "quote_of": str(two.tweet)}, PART)
    assert (part.status, "26 characters too long" in part.text) == (422, True)


def test_words_stay_when_what_they_quote_has_gone(two: Two) -> None:
    assert two.ben.post(f"/tweets/{two.tweet}/delete").status == 303
    answer = two.ana.post("/tweets", {"text": "Good news for all", "quote_of": str(two.tweet)})
    assert answer.status == 404
    assert markup.kept(answer.text, "Good news for all")


def test_the_coach_looks_at_a_quote_too_and_keeps_it_one(two: Two) -> None:
    answer = two.ana.post("/tweets", {"text": "Mrs Jones in bed 4 fell again", "quote_of": str(two.tweet)})
    assert answer.status == 422
    assert "Send it anyway" in answer.text
    assert f'name="quote_of" value="{two.tweet}"' in answer.text
    assert 'data-anchor="send-quote"' in answer.text


def test_who_will_see_it_says_who_is_told(two: Two) -> None:
    answer = two.ana.post("/tweets/audience", {"text": "Good news", "quote_of": str(two.tweet)}, PART)
    assert f"@{two.other} gets a notification." in answer.text


def test_an_open_page_shows_that_a_quoted_tweet_has_gone(two: Two) -> None:
    quoting = tweets(two.ana, "Good news", quote_of=str(two.tweet))
    page = two.ana.get(f"/{two.me}/status/{quoting}").text
    assert f"tweet:{two.tweet}" in page, "it listens for news of what it quotes"
    assert "Kettle" in two.ana.get(f"/tweets/{quoting}", PART).text
    two.ben.post(f"/tweets/{two.tweet}/delete")
    part = two.ana.get(f"/tweets/{quoting}", PART).text
    assert f'hx-target=".quoting-{quoting}"' in part
    assert "This Tweet is unavailable." in part
    assert "Kettle" not in part


def test_a_tweet_is_pinned_and_taken_down_without_scripts(two: Two) -> None:
    page, own = f"/{two.other}", f"/tweets/{two.tweet}"
    tweets(two.ben, f"Newer {two.tweet}")
    assert "Pin to profile" in two.ben.get(page).text
    assert two.ben.post(f"{own}/pin", {}, {"referer": page}).status == 303
    mine = two.ben.get(page).text
    assert mine.index("Pinned Tweet") < mine.index(f"tweet-{two.tweet}") + 2000
    assert mine.index(f'id="tweet-{two.tweet}"') < mine.index(f"Newer {two.tweet}")
    assert "Unpin from profile" in mine
    assert "Unpin from profile" not in two.ana.get(page).text
    assert "Pinned Tweet" in two.ana.get(page).text
    assert two.ben.post(f"{own}/unpin", {}, {"referer": page}).status == 303
    assert "Pinned Tweet" not in two.ana.get(page).text


def test_with_htmx_the_word_in_the_menu_changes_and_a_line_says_so(two: Two) -> None:
    part = two.ben.post(f"/tweets/{two.tweet}/pin", {}, PART).text
    assert f'hx-target=".pin-{two.tweet}"' in part
    assert "Unpin from profile" in part
    assert "on top of your page now" in part
    part = two.ben.post(f"/tweets/{two.tweet}/unpin", {}, PART).text
    assert "Pin to profile" in part


def test_nobody_pins_what_somebody_else_said(two: Two) -> None:
    answer = two.ana.post(f"/tweets/{two.tweet}/pin")
    assert answer.status == 403
    assert "your own" in answer.text
