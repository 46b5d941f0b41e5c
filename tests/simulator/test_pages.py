"""Profiles, threads, hashtags, trends and pretend pages, as one viewer sees them (A.2, A.5, A.6)."""

import pytest

from simulator import timelines
from simulator.actions import accounts, favourites, retweets, tweets
from simulator.errors import Missing
from simulator.models.furniture import PackPicture, WebPage
from simulator.models.tweets import Pin
from simulator.timelines.furniture import picture
from tests.cast import Stage, said

# Profiles


def test_the_first_tab_leaves_out_what_begins_with_a_handle(stage: Stage) -> None:
    root = stage.tweets("jo", "What now?")
    for words in ("Plain", "@jo an answer", "@nobody is not an answer", ".@jo for all", "@ana a story"):
        stage.tweets("ana", words)
    stage.act("ana", retweets.retweet, tweet=root)
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == [
        "What now?", ".@jo for all", "@nobody is not an answer", "Plain",
    ]  # fmt: skip
    assert len(said(stage.read("ben", timelines.with_replies, "ana").talks)) == 6
    (first, *_) = stage.read("ben", timelines.tweets, "ana").talks
    assert first.tweets[0].retweeted_by.handle == "ana"


def test_the_pinned_tweet_stands_once_on_top_of_the_first_page(stage: Stage) -> None:
    pinned = stage.tweets("ana", "Pinned")
    for number in range(25):
        stage.tweets("ana", f"{number}")
    with stage.changing() as session:
        session.add(Pin(account=stage.id("ana"), tweet=pinned))
    first = stage.read("ben", timelines.tweets, "ana")
    assert said(first.talks) == ["Pinned", *(f"{number}" for number in range(24, 4, -1))]
    rest = stage.read("ben", timelines.tweets, "ana", before=int(first.older))
    assert said(rest.talks) == ["4", "3", "2", "1", "0"], "it is on the same page, once these are loaded below"
    assert rest.older is None


def test_a_pinned_tweet_of_the_first_page_stands_there_once(stage: Stage) -> None:
    pinned = stage.tweets("ana", "Pinned")
    stage.tweets("ana", "Newer")
    with stage.changing() as session:
        session.add(Pin(account=stage.id("ana"), tweet=pinned))
    page = stage.read("ben", timelines.tweets, "ana")
    assert said(page.talks) == ["Pinned", "Newer"]
    assert [talk.tweets[0].pinned for talk in page.talks] == [True, False]
    assert said(stage.read("ben", timelines.with_replies, "ana").talks) == ["Newer", "Pinned"]


def test_pictures_have_a_tab_of_their_own(stage: Stage) -> None:
    with stage.changing() as session:
        session.add(PackPicture(name="tea.webp", alt="A cup", width=6, height=4, for_tweet=True))
    stage.tweets("ana", "With", pictures=[("tea.webp", "Tea")])
    stage.tweets("ana", "Without")
    assert said(stage.read("ben", timelines.media, "ana").talks) == ["With"]
    assert stage.read("ben", picture, "tea.webp").alt == "A cup"
    with pytest.raises(Missing):
        stage.read("ben", picture, "cake.webp")


def test_stars_go_on_page_by_page(stage: Stage) -> None:
    for number in range(45):
        stage.act("ana", favourites.favourite, tweet=stage.tweets("jo", f"{number}"))
    shown, before = [], None
    while True:
        page = stage.read("ben", timelines.favourites, "ana", before=before)
        shown += said(page.talks)
        if page.older is None:
            break
        before = int(page.older)
    assert shown == [f"{number}" for number in range(44, -1, -1)]


def test_an_account_shows_how_it_stands_to_the_viewer(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.follows("ben", "ana")
    stage.mutes("ana", "tess")
    jo, ben, tess, me = (stage.read("ana", timelines.account, who) for who in ("JO", "ben", "tess", "ana"))
    assert (jo.followed, jo.follows_me, jo.mine) == (True, False, False)
    assert (ben.followed, ben.follows_me) == (False, True)
    assert (tess.muted, me.mine) == (True, True)
    stage.blocks("jo", "ana")
    assert stage.read("ana", timelines.account, "jo").blocks_me
    assert stage.read("jo", timelines.account, "ana").blocked
    with pytest.raises(Missing) as refused:
        stage.read("ana", timelines.account, "somebody_unknown")
    assert refused.value.message == "There is no account @somebody_unknow here. Check the spelling."


def test_somebody_who_is_not_signed_in_sees_what_is_public(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Public")
    card = stage.read(None, timelines.card, tweet)
    assert (card.text, card.mine, card.prefill) == ("Public", False, "@ana ")
    stage.lets_in("ana")
    with pytest.raises(Missing):
        stage.read(None, timelines.card, tweet)
    assert stage.read("ana", timelines.card, tweet).mine


# Threads


def test_a_thread_shows_what_is_answered_above_and_answers_below(stage: Stage) -> None:
    top = stage.tweets("ana", "Top")
    middle = stage.tweets("jo", "@ana middle", reply_to=top)
    low = stage.tweets("ben", "@jo low", reply_to=middle)
    stage.tweets("tess", "@ana another", reply_to=top)
    stage.act("tess", favourites.favourite, tweet=middle)
    stage.act("ben", retweets.retweet, tweet=middle)
    thread = stage.read("ana", timelines.thread, middle)
    assert [card.text for card in thread.above] == ["Top"]
    assert [card.text for card in thread.below] == ["@jo low"]
    assert [face.handle for face in (*thread.favouriters, *thread.retweeters)] == ["tess", "ben"]
    assert (thread.root, thread.newest, thread.newer) == (str(top), str(low), None)
    assert thread.full_time == "09:30 - 12 May 2015"
    below = stage.read("ana", timelines.thread, top).below
    assert [card.text for card in below] == ["@ana middle", "@jo low", "@ana another"]


def test_new_answers_are_counted_as_they_will_be_shown(stage: Stage) -> None:
    top = stage.tweets("ana", "Top")
    seen = int(stage.read("ana", timelines.thread, top).newest)
    stage.tweets("jo", "@ana one", reply_to=top)
    stage.tweets("tess", "@ana for few", reply_to=top)
    stage.lets_in("tess")
    assert stage.read("ana", timelines.count_new_answers, top, seen) == 1
    thread = stage.read("ana", timelines.thread, top, after=seen)
    assert [card.text for card in thread.below] == ["@ana one"]
    assert stage.read("ana", timelines.count_new_answers, top, int(thread.newest)) == 0


def test_a_long_thread_goes_on_page_by_page(stage: Stage) -> None:
    top = stage.tweets("ana", "Top")
    for number in range(60):
        stage.tweets("jo", f"@ana {number}", reply_to=top)
    first = stage.read("ana", timelines.thread, top)
    rest = stage.read("ana", timelines.thread, top, after=int(first.newer))
    assert [card.text for card in (*first.below, *rest.below)] == [f"@ana {number}" for number in range(60)]
    assert (len(first.below), rest.newer) == (50, None)


def test_above_a_long_thread_stand_its_last_hundred(stage: Stage) -> None:
    last = stage.tweets("ana", "0")
    for number in range(1, 121):
        last = stage.tweets("ana", f"{number}", reply_to=last)
    above = stage.read("ana", timelines.thread, last).above
    assert [card.text for card in above] == [f"{number}" for number in range(20, 120)]


def test_what_one_may_not_read_keeps_its_place_above_and_is_missing_below(stage: Stage) -> None:
    top = stage.tweets("tess", "Shut")
    middle = stage.tweets("jo", "@tess open", reply_to=top)
    stage.tweets("tess", "@jo shut too", reply_to=middle)
    stage.lets_in("tess")
    thread = stage.read("ana", timelines.thread, middle)
    assert [(card.text, card.gone) for card in thread.above] == [("", True)]
    assert thread.below == ()


# Hashtags


def test_a_hashtags_page_is_one_in_any_case_and_shows_its_usual_spelling(stage: Stage) -> None:
    for words in ("#WeCare one", "#wecare two", "#WeCare three"):
        stage.tweets("ana", words)
    stage.follows("ben", "#WECARE")
    head = stage.read("ben", timelines.hashtag, "wecare")
    assert (head.tag, head.key, head.tweets, head.followed) == ("WeCare", "wecare", 3, True)
    assert said(stage.read("ben", timelines.tagged, "#WECARE").talks) == ["#WeCare three", "#wecare two", "#WeCare one"]
    unused = stage.read("ben", timelines.hashtag, "#NotYet")
    assert (unused.tag, unused.tweets, unused.followed) == ("NotYet", 0, False)
    with pytest.raises(Missing):
        stage.read("ben", timelines.hashtag, "2015")


def test_a_hashtags_page_is_walked_and_counted(stage: Stage) -> None:
    for number in range(45):
        stage.tweets("jo", f"{number} #tea")
    first = stage.read("ana", timelines.tagged, "tea")
    second = stage.read("ana", timelines.tagged, "tea", before=int(first.older))
    third = stage.read("ana", timelines.tagged, "tea", before=int(second.older))
    assert [len(page.talks) for page in (first, second, third)] == [20, 20, 5]
    assert third.older is None
    top = int(first.newest)
    stage.tweets("jo", "New #tea")
    stage.tweets("tess", "Shut #tea")
    stage.lets_in("tess")
    assert stage.read("ana", timelines.count_new_tagged, "tea", top) == 1
    assert said(stage.read("ana", timelines.tagged, "tea", after=top).talks) == ["New #tea"]


def test_trends_are_what_more_people_use_today_than_on_other_days(stage: Stage) -> None:
    stage.joins(*(f"p{number}" for number in range(6)))
    for day in range(6):
        stage.tweets("jo", f"{day} #morning")
        stage.tweets("tess", f"{day} #morning")
        stage.passes(days=1, minutes=1)
    stage.tweets("jo", "Today #morning")
    for number in range(4):
        stage.tweets(f"p{number}", f"{number} #Falls #falls")
    stage.tweets("p0", "Twice #falls")
    for number in range(9):
        stage.tweets("p5", f"{number} #me")
    stage.follows("ana", "#falls")
    trends = [(one.tag, one.tweets, one.followed) for one in stage.read("ana", timelines.trends)]
    assert trends[0] == ("Falls", 5, True)
    assert [tag for tag, _, _ in trends] == ["Falls", "me", "morning"], "people are counted, not tweets"
    stage.passes(days=9)
    assert stage.read("ana", timelines.trends) == ()


def test_protected_tweets_make_no_trend(stage: Stage) -> None:
    stage.tweets("jo", "#secret")
    stage.lets_in("jo", "ana")
    assert stage.read("ana", timelines.trends) == ()


# Pretend pages


def test_links_open_pretend_pages_or_say_where_they_would_lead(stage: Stage) -> None:
    with stage.changing() as session:
        text = "Check your **shoes** and read [this](tea)."
        facts = {"id": "tea", "address": "example.org/tea", "shown": "http://example.org/tea", "text": text}
        session.add(WebPage(site="Tea", title="About tea", **facts))
    page = stage.read("ana", timelines.web_page, "tea")
    assert (page.address, page.title) == ("http://example.org/tea", "About tea")
    assert "<strong>shoes</strong>" in page.text_html
    assert 'href="/go/tea"' in page.text_html
    tweet = stage.tweets("ana", "example.org/tea and example.org/cake")
    out = stage.read("ben", timelines.way_out, tweet, 1)
    assert (out.address, out.handle, out.tweet) == ("example.org/cake", "ana", str(tweet))
    stage.act("ana", accounts.edit_profile, name="Ana", website="example.org/tea")
    assert stage.read("ben", timelines.way_out_of, "ana", 0).id == "tea"
    for read, told in (
        (timelines.web_page, ("cake",)), (timelines.way_out, (tweet, 2)), (timelines.way_out, (tweet, 10**6)),
        (timelines.way_out_of, ("ana", 1)), (timelines.way_out_of, ("ben", 0)),
    ):  # fmt: skip
        with pytest.raises(Missing):
            stage.read("ben", read, *told)
    stage.act("ana", tweets.delete_tweet, tweet=tweet)
    with pytest.raises(Missing):
        stage.read("ben", timelines.way_out, tweet, 1)


def test_whether_a_learner_has_said_anything(stage: Stage) -> None:
    stage.tweets("jo", "I am made up")
    assert not stage.read(None, timelines.has_learners_tweet)
    tweet = stage.tweets("ana", "I am not")
    assert stage.read(None, timelines.has_learners_tweet)
    stage.act("ana", tweets.delete_tweet, tweet=tweet)
    assert stage.read(None, timelines.has_learners_tweet), "what was taken back was said"
