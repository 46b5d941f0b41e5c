"""How it went and the certificate over HTTP: links, files, one's own class alone, and what a learner may print."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing

from app.commands import export_class
from tests.asgi import Client
from tests.journeys.at_desk import current, started
from tests.journeys.town import Town, tweets


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def ends(desk: Client, here: str, handle: str) -> None:
    """The trainer lets every step be done for one learner, until there is none left."""
    for _ in range(40):
        page = desk.get(f"{here}/ask?act=done&who={handle}").text
        if not re.search(rf'name="to" value="{handle} [\w-]+"', page):
            return
        desk.post(f"{here}/steps/done", {"to": f"{handle} {current(desk, here, handle)}"})


def test_the_class_and_its_board_lead_to_how_it_went_with_its_figures(place: Town) -> None:
    desk = place.trainer()
    here, _ = started(place, desk, "ana_learns", "ben_learns")
    for page in (here, f"{here}/live"):
        assert f'href="{here}/review"' in desk.get(page).text
    desk.post(f"{here}/steps/done", {"to": f"ana_learns {current(desk, here, 'ana_learns')}"})
    page = desk.get(f"{here}/review").text
    assert "2 joined, 0 finished." in page
    first = plain(page.partition("<tbody>")[2].partition("</tr>")[0])
    assert first.endswith("2 0 1 0 1 – 0")
    assert "1 of 2</text>" in page
    assert "style=" not in page.partition("<main")[2]
    assert desk.get(f"{here}/review?session=no-such").status == 404


def test_it_tells_which_hint_helped_which_mistake_was_made_and_what_was_shared(place: Town) -> None:
    desk = place.trainer()
    here, (ana, ben) = started(place, desk, "ana_learns", "ben_learns")
    desk.post(f"{here}/steps/hint", {"to": f"ana_learns {current(desk, here, 'ana_learns')}"})
    (tweet, *_) = re.findall(r'href="(/CJ_trainer/status/\d+)"', ana.get("/CJ_trainer").text)
    ana.get(tweet)
    for _ in range(2):
        retweeted = tweet.rpartition("/")[2]
        ana.post(f"/tweets/{retweeted}/retweet")
        ana.post(f"/tweets/{retweeted}/unretweet")
    for browser in (ana, ben):
        browser.post("/guide/finish")
        browser.post("/guide/reflect", {"step": "my-next-step", "text": "My <heart> beats fast when I press Tweet"})
    key = place.installation.find_class(here.rpartition("/")[2]).key
    shares(place, key, "ana_learns")
    page = desk.get(f"{here}/review").text
    words = plain(page)
    assert "1 did it after hint 1: “" in words
    assert re.search(r"Retweet not star : \d times?, by 1 learner\. The guide said: “", words)
    assert page.count("My &lt;heart&gt; beats fast") == 1
    assert "1 more is for the writer alone." in words
    digest = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert "Mistake: Retweet not star" in digest
    assert "Reflections: 1 shared, 1 kept private." in digest


def shares(place: Town, key: str, handle: str) -> None:
    """As if the course had asked somebody for words that the trainer may read; the built-in one asks for none."""
    query = "UPDATE reflection SET seen_by = 'trainer' WHERE account = (SELECT id FROM account WHERE handle = ?)"
    with closing(sqlite3.connect(place.installation.worlds.folder / key / "world.db")) as file, file:
        file.execute(query, [handle])


def test_a_class_that_has_not_begun_says_what_will_stand_there(place: Town) -> None:
    desk, entry = place.trainer(), place.makes("Fresh")
    page = desk.get(f"/trainer/classes/{entry.code}/review").text
    assert "No session was opened yet." in page
    assert "<svg class=" not in page


def test_its_files_are_those_of_the_export_with_names_and_without(place: Town) -> None:
    desk = place.trainer()
    here, (ana,) = started(place, desk, "ana_learns")
    tweets(ana, '=HYPERLINK("x") said ana')
    code = here.rpartition("/")[2]
    for kind in ("csv", "json"):
        for ending, names in (("", True), ("&names=no", False)):
            answer = desk.get(f"{here}/review/file?kind={kind}{ending}")
            assert answer.text == export_class(place.installation, code=code, kind=kind, names=names)["text"]
            assert answer.headers["content-disposition"].startswith(f'attachment; filename="fledge-{code}')
            assert ("ana_learns" in answer.text) is names
    cells = [row["text"] for row in csv.DictReader(io.StringIO(desk.get(f"{here}/review/file").text))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert json.loads(desk.get(f"{here}/review/file?kind=json").text)["accounts"]
    assert desk.get(f"{here}/review/file?kind=exe").status == 404


def test_a_certificate_comes_when_a_session_is_finished_and_says_before_what_is_missing(place: Town) -> None:
    desk = place.trainer()
    here, (ana, ben) = started(place, desk, "ana_learns", "ben_learns")
    assert 'href="/certificate"' in ana.get("/record").text
    page = plain(ana.get("/certificate").text)
    assert "Your certificate comes when you have finished a session." in page
    assert "Still to do in" in page
    ends(desk, here, "ana_learns")
    page = plain(ana.get("/certificate").text)
    assert "Certificate of practice" in page
    assert "This was practice" in page
    assert re.search(r"finished: .+ \d{1,2} May 2015", page)
    assert "Certificate of practice" not in ben.get("/certificate").text
