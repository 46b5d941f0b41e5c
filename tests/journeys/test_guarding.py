"""Mute, block, report and follow requests over HTTP: with and without htmx, and what the trainer reads of it."""

import pytest

from tests.asgi import Client
from tests.journeys.town import Town, tweets

PART = {"hx-request": "true"}


class Two:
    """Ana and Ben, new to a class of their own."""

    def __init__(self, place: Town) -> None:
        self.town, self.entry = place, place.makes("Tuesday")
        self.ana, self.ben = place.joins(self.entry, "ana_learns"), place.joins(self.entry, "ben_learns")

    def does(self, who: Client, verb: str, **form: str) -> tuple[int, str]:
        answer = who.post(f"/accounts/{'ben_learns' if who is self.ana else 'ana_learns'}/{verb}", form)
        return answer.status, answer.headers.get("location", "")


@pytest.fixture
def two(place: Town) -> Two:
    return Two(place)


@pytest.mark.parametrize(
    ("verb", "undo", "says"),
    [("mute", "unmute", "You muted"), ("block", "unblock", "You blocked")],
)
def test_a_plain_press_leads_to_the_profile_which_says_how_things_stand(
    two: Two, verb: str, undo: str, says: str
) -> None:
    assert two.does(two.ana, verb) == (303, "/ben_learns")
    assert says in two.ana.get("/ben_learns").text
    assert two.does(two.ana, undo) == (303, "/ben_learns")
    assert says not in two.ana.get("/ben_learns").text


@pytest.mark.parametrize(
    ("verb", "gone"),
    [("mute", ".at-home article.by-ben_learns"), ("block", 'hx-target="article.by-ben_learns')],
)
def test_with_htmx_their_tweets_go_and_the_press_can_be_taken_back(two: Two, verb: str, gone: str) -> None:
    answer = two.ana.post(f"/accounts/ben_learns/{verb}", {}, PART)
    assert answer.status == 200
    assert gone in answer.text
    assert f"/accounts/ben_learns/un{verb}" in answer.text
    answer = two.ana.post(f"/accounts/ben_learns/un{verb}", {}, PART)
    assert "article." not in answer.text


def test_the_menu_of_a_tweet_offers_mute_block_and_report_but_not_of_ones_own(two: Two) -> None:
    theirs, mine = tweets(two.ben, "Kettle on"), tweets(two.ana, "Biscuits")
    for tweet, offered in ((theirs, True), (mine, False)):
        page = two.ana.get(f"/tweets/{tweet}/menu", {"hx-request": "true"}).text
        for anchor in ("mute-button", "block-button", "report-button"):
            assert (f'data-anchor="{anchor}"' in page) is offered
    assert f"/accounts/ben_learns/report?tweet={theirs}" in two.ana.get(f"/tweets/{theirs}/menu").text
    assert "Mute" not in two.ana.get("/home").text  # the menus of others come when somebody asks


def test_a_report_without_a_reason_keeps_its_tweet_and_one_with_a_reason_waits_for_the_trainer(two: Two) -> None:
    tweet = str(tweets(two.ben, "Buy my <b>tea</b>"))
    form = two.ana.get(f"/accounts/ben_learns/report?tweet={tweet}").text
    assert "Buy my &lt;b&gt;tea&lt;/b&gt;" in form
    answer = two.ana.post("/accounts/ben_learns/report", {"tweet": tweet})
    assert answer.status == 422
    assert "Choose what is wrong." in answer.text
    assert f'name="tweet" value="{tweet}"' in answer.text
    assert two.does(two.ana, "report", reason="spam", tweet=tweet) == (303, "/accounts/ben_learns/reported")
    assert "waits for your trainer" in two.ana.get("/accounts/ben_learns/reported").text
    part = two.ana.post("/accounts/ben_learns/report", {"reason": "abusive"}, PART)
    assert (part.status, part.headers["hx-redirect"]) == (204, "/accounts/ben_learns/reported")
    desk = two.town.trainer().get(f"/trainer/classes/{two.entry.code}").text
    assert "reported @ben_learns: spam" in desk
    assert "Buy my &lt;b&gt;tea&lt;/b&gt;" in desk
    assert "reported" not in two.ben.get("/notifications").text


def test_alone_a_report_says_what_would_happen(place: Town) -> None:
    who = place.somebody()
    assert who.post("/practise", {"handle": "alone_here", "name": "Al"}).status == 303
    who.get("/home")
    assert who.post("/accounts/CJ_trainer/report", {"reason": "spam"}).status == 303
    page = who.get("/accounts/CJ_trainer/reported").text
    assert "nobody reads your report" in page
    assert "trainer." not in page.partition("<main")[2].partition("</main>")[0].replace("CJ_trainer", "")


def test_somebody_asks_waits_is_let_in_and_reads(two: Two) -> None:
    assert two.ana.post("/settings", {"protected": "on"}).headers["location"] == "/settings#protected"
    tweets(two.ana, "Only for friends")
    two.ben.post("/accounts/ana_learns/follow")
    page = two.ben.get("/ana_learns").text
    assert "You asked to follow" in page
    assert "Only for friends" not in page
    assert "asked to follow you" in two.ana.get("/notifications").text
    assert 'aria-label="Approve ' in two.ana.get("/follow-requests").text
    part = two.ana.post("/accounts/ben_learns/approve", {}, PART)
    assert "follows you now" in part.text
    assert "Only for friends" in two.ben.get("/ana_learns").text
    assert two.does(two.ana, "decline")[0] == 404  # nobody asks any more


def test_who_is_declined_reads_nothing_and_hears_nothing(two: Two) -> None:
    two.ana.post("/settings", {"protected": "on"})
    two.ben.post("/accounts/ana_learns/follow")
    assert two.does(two.ana, "decline") == (303, "/follow-requests")
    assert "will show here" in two.ana.get("/follow-requests").text
    assert "Only people whom" in two.ben.get("/ana_learns").text


def test_the_retweets_of_somebody_are_switched_on_their_page(two: Two) -> None:
    assert two.does(two.ana, "hide-retweets")[0] == 403  # nobody whom one follows
    two.does(two.ana, "follow")
    assert "Turn off retweets" in two.ana.get("/ben_learns").text
    assert two.does(two.ana, "hide-retweets") == (303, "/ben_learns")
    assert "Turn on retweets" in two.ana.get("/ben_learns").text
    part = two.ana.post("/accounts/ben_learns/show-retweets", {}, PART)
    assert "comes to your Home" in part.text
