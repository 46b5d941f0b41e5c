"""Search in a real world: the table of twitter-2015 A.13 row by row, what search leaves out, tabs, what one keeps."""

from datetime import UTC, datetime

import pytest

from simulator import search
from simulator.actions import accounts, favourites, retweets, searches, tweets
from simulator.errors import Empty, Missing, NotAllowed
from simulator.search import finding
from tests.cast import Stage, said

# What is said in the town, by whom; each row of the table names what it finds by its letter.
SAID = {
    "A": ("jo", "Falls prevention starts with shoes #NHSChangeDay"),
    "B": ("ben", "Prevention of falls: non-slip socks"),
    "C": ("tess", "Slips and trips, lovely :)"),
    "D": ("ben", "@jo Falls again? So sad :("),
    "E": ("ana", "Well said @jo http://www.nhs.uk/falls-prevention"),
    "F": ("tess", "nhschangeday is on. RT @jo: Falls prevention"),
}
TABLE = [
    ("falls prevention", "ABEF"),
    ("FALLS Prévention", "ABEF"),
    ('"falls prevention"', "AEF"),
    ("falls OR slips", "ABCDEF"),
    ("prevention falls OR slips", "ABEF"),
    ("falls -socks", "ADEF"),
    ("falls -from:ben", "AEF"),
    ('falls -"falls prevention"', "BD"),
    ("#NHSChangeDay", "A"),
    ("nhschangeday", "AF"),
    ("from:jo", "A"),
    ("FROM:@Jo", "A"),
    ("to:jo", "D"),
    ("@jo", "ADEF"),
    ("since:2015-05-13", "DEF"),
    ("until:2015-05-13", "ABC"),
    ("since:2015-05-13 until:2015-05-13", ""),
    ("falls since:2015-05-13", "DEF"),
    ("filter:links", "E"),
    ("falls -filter:links", "ABDF"),
    ("filter:images", "C"),
    ("filter:media", "C"),
    ("filter:native_video", ""),
    ("filter:videos", ""),
    ("falls filter:safe", "ABDEF"),
    ("filter:safe", "ABDEF"),
    ("-filter:retweets", "ABCDE"),
    ("falls :)", ""),
    ("slips :)", "C"),
    ("falls :(", "D"),
    ("falls ?", "D"),
    ("url:nhs", "E"),
    ("url:falls-prevention", "E"),
    ("near:Leeds within:15mi", "BD"),
    ("min_retweets:1", "A"),
    ("min_faves:2", "B"),
    ("falls min_faves:1 OR min_retweets:1", "AB"),
    ("-falls", "C"),
    ("http", ""),
    ("nobodysaysthis", ""),
]


@pytest.fixture
def town(stage: Stage) -> Stage:
    stage.letters = {}
    stage.act("ben", accounts.edit_profile, name="Ben", location="Near Leeds, UK")
    for letter, (who, words) in SAID.items():
        if letter == "D":
            stage.passes(days=1)
        stage.letters[stage.tweets(who, words)] = letter
    ids = {letter: id for id, letter in stage.letters.items()}
    stage.act("ana", retweets.retweet, tweet=ids["A"])
    for who in ("ana", "jo"):
        stage.act(who, favourites.favourite, tweet=ids["B"])
    names = "name, alt, credit, width, height, for_profile, for_tweet, marks, place, kind, poster, captions, also"
    facts = f"INSERT INTO pack_picture ({names})"
    stage.writes(f"{facts} VALUES ('screen.webp', 'A screen', '', 1, 1, 0, 1, 'screen', 0, 'picture', '', '', '')")
    stage.writes(
        "INSERT INTO tweet_picture VALUES (:id, 0, 'screen.webp', 'A screen', 1, 1, 'picture', 0, '', '', '')",
        id=ids["C"],
    )
    stage.writes("UPDATE tweet SET pictures = 1 WHERE id = :id", id=ids["C"])
    return stage


def found(stage: Stage, query: str, who: str = "ana", tab: str = "realtime") -> str:
    page = stage.read(who, search.results, query, tab=tab).page
    return "".join(stage.letters[int(card.id)] for talk in page.talks for card in talk.tweets)


@pytest.mark.parametrize(("query", "letters"), TABLE, ids=[query for query, _ in TABLE])
def test_the_table_of_search(town: Stage, query: str, letters: str) -> None:
    assert found(town, query) == letters[::-1], "newest first"
    assert sorted(found(town, query, tab="")) == sorted(letters)


# What is left out


def test_muted_people_are_found_and_blocked_ones_are_not(town: Stage) -> None:
    town.mutes("ana", "jo")
    assert found(town, "from:jo") == "A"
    town.blocks("ana", "jo")
    assert found(town, "from:jo") == ""
    assert town.read("ana", search.count_new, "from:jo", after=1) == 0, "nor counted"
    assert found(town, "falls prevention") == "FEB"
    assert found(town, "prevention", "jo") == "FBA", "and none of hers by whom she has shut out"


def test_protected_tweets_are_not_in_search_even_for_followers(town: Stage) -> None:
    town.lets_in("jo", "ana")
    assert found(town, "shoes") == found(town, "shoes", "jo") == ""
    tips = town.read("ana", search.results, "from:jo").tips
    assert tips[0].says == "@jo protects their Tweets, and search leaves those out."


def test_a_deleted_tweet_is_found_no_more(town: Stage) -> None:
    town.act("tess", tweets.delete_tweet, tweet=next(id for id, one in town.letters.items() if one == "C"))
    for query in ("slips", "from:tess slips", ":) -falls", "filter:images"):
        assert found(town, query) == ""


# Tabs and pages


def test_the_first_tab_has_the_best_first_and_the_others_the_newest(town: Stage) -> None:
    assert found(town, "falls prevention", tab="") == "BAFE"
    assert found(town, "falls prevention", tab="realtime") == "FEBA"
    assert found(town, "slips", tab="images") == "C"
    assert found(town, "falls", tab="images") == ""
    assert found(town, "falls", tab="videos") == ""
    assert found(town, "falls", tab="news") == "E"
    town.follows("ana", "ben")
    assert found(town, "falls", tab="follows") == "EDB"
    with pytest.raises(Missing):
        town.read("ana", search.results, "falls", tab="everything")


def test_results_are_walked_and_counted(stage: Stage) -> None:
    for number in range(45):
        stage.tweets("jo", f"Tea {number}")
        stage.passes(seconds=1)
    first = stage.read("ana", search.results, "tea", tab="realtime").page
    second = stage.read("ana", search.results, "tea", tab="realtime", before=int(first.older)).page
    third = stage.read("ana", search.results, "tea", tab="realtime", before=int(second.older)).page
    assert [len(page.talks) for page in (first, second, third)] == [20, 20, 5]
    assert third.older is None
    top = int(first.newest)
    assert stage.read("ana", search.count_new, "tea", after=top) == 0
    stage.tweets("jo", "More tea")
    stage.tweets("jo", "Cake")
    assert stage.read("ana", search.count_new, "tea", after=top) == 1
    assert said(stage.read("ana", search.results, "tea", tab="realtime", after=top).page.talks) == ["More tea"]


def test_a_page_looks_at_so_much_and_goes_on_from_there(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.tweets("jo", "Old :)")
    for number in range(60):
        stage.tweets("jo", f"Nothing {number}")
    monkeypatch.setattr(finding, "SCAN", 10)
    with stage.sees("ana") as sim:
        asked = search.asking.parse(":)")
        short = finding.walk(sim, asked, wanted=20, budget=30)
        assert not short.hits
        assert short.last is not None
        assert len(finding.walk(sim, asked, before=short.last, wanted=20).hits) == 1


def test_what_the_words_find_is_what_judging_finds(town: Stage) -> None:
    """The index and the rule agree: `from:` judges the words that are otherwise left to the index."""
    for query in ("falls", '"falls prevention"', "falls OR slips", "prévention", "falls -socks", "nhs uk"):
        everywhere = {one for one in found(town, query) if SAID[one][0] == "tess"}
        assert set(found(town, f"{query} from:tess")) == everywhere


# What one keeps


def test_a_search_is_kept_once_and_removed_again(stage: Stage) -> None:
    first = stage.act("ana", searches.save_search, q=" #Tea ")
    assert stage.act("ana", searches.save_search, q="#TEA") == first
    stage.act("ana", searches.save_search, q="cake")
    assert [card.query for card in stage.read("ana", search.saved)] == ["cake", "#Tea"]
    assert stage.read("ben", search.saved) == ()
    assert stage.read("ana", search.results, "#tea").saved.id == str(first)
    for who, id in (("ben", first), ("ana", 1)):
        with pytest.raises(Missing):
            stage.act(who, searches.delete_search, search=id)
    stage.act("ana", searches.delete_search, search=first)
    assert [card.query for card in stage.read("ana", search.saved)] == ["cake"]
    with pytest.raises(Empty):
        stage.act("ana", searches.save_search, q="  ")


def test_twenty_five_searches_are_kept_and_no_more(stage: Stage) -> None:
    for number in range(25):
        stage.act("ana", searches.save_search, q=f"tea {number}")
    with pytest.raises(NotAllowed, match="You have 25 saved searches"):
        stage.act("ana", searches.save_search, q="one more")
    stage.act("ana", searches.save_search, q="tea 3")
    stage.act("ben", searches.save_search, q="one more")


def test_days_are_those_of_the_class(stage: Stage) -> None:
    stage.wall = datetime(2015, 5, 12, 23, 30, tzinfo=UTC)  # half past midnight in London
    stage.tweets("jo", "Late tea")
    assert said(stage.read("ana", search.results, "tea since:2015-05-13").page.talks) == ["Late tea"]
    assert not stage.read("ana", search.results, "tea until:2015-05-13").page.talks
    stage.passes(hours=23, minutes=30)  # midnight of the 14th to the millisecond
    stage.tweets("jo", "Early cake")
    assert said(stage.read("ana", search.results, "cake since:2015-05-14").page.talks) == ["Early cake"]
    assert not stage.read("ana", search.results, "cake until:2015-05-14").page.talks
    assert not stage.read("ana", search.results, "cake until:2015-05-14 OR nothing").page.talks
