"""A class of its own with one pupil in its first session, made ready for what a row of the trainer's desk sends."""

import re
from itertools import count

from tests.asgi import Client
from tests.journeys.table import Row, Streets
from tests.journeys.town import Town, tweets

_numbers = count(1)


def started(town: Town, desk: Client, *handles: str) -> tuple[str, list[Client]]:
    """A fresh class in which these learn and the first session is open: its address at the desk, and their browsers."""
    entry = town.makes("Fresh")
    browsers = [town.joins(entry, handle) for handle in handles]
    here = f"/trainer/classes/{entry.code}"
    assert desk.post(f"{here}/session", {"session": "first-tweets"}).status == 303
    town.passes(seconds=3)
    return here, browsers


def ready(streets: Streets, row: Row, desk: Client) -> tuple[Client, str, dict[str, str]]:
    """Who sends, where and what, so that it does change something."""
    if row.address.endswith("/session"):
        return desk, f"/trainer/classes/{streets.town.makes('Fresh').code}/session", {"session": "first-tweets"}
    pupil = f"pu_{next(_numbers)}"
    here, (browser,) = started(streets.town, desk, pupil)
    ending = row.address.rpartition("/")[2]
    if ending in ("take-back", "note-read"):
        assert desk.post(f"{here}/notes", {"to": f"{pupil} note", "text": "Well done"}).status == 303
    if ending == "note-read":
        return browser, row.address, {}
    if ending == "take-back":
        (number,) = set(re.findall(r"/notes/(\d+)/take-back", desk.get(f"{here}/live").text))
        return desk, f"{here}/notes/{number}/take-back", {}
    if ending == "lower":
        assert browser.post("/guide/hand-up").status == 303
    if ending == "carry-on":
        assert desk.post(f"{here}/room/stop", {"how": "look"}).status == 303
        return desk, f"{here}/room/carry-on", {}
    if ending == "screen":
        return desk, f"{here}/screen", {"show": "blank"}
    if ending in ("stop", "finish", "bring"):
        return desk, f"{here}/room/{ending}", {"how": "look", "step": "my-next-step"}
    tweet = tweets(browser, "In bed four") if ending == "take-down" else 0
    address = row.address.format(code=here.rpartition("/")[2], act="done", tweet=tweet)
    step = "note" if ending == "notes" else current(desk, here, pupil)
    return desk, address, {"to": f"{pupil} {step}", "text": "Well done"}


def current(desk: Client, here: str, handle: str) -> str:
    """The step at which somebody is, as the form to skip it says."""
    page = desk.get(f"{here}/ask?act=skip&who={handle}").text
    (step,) = re.findall(rf'name="to" value="{handle} ([\w-]+)"', page)
    return str(step)
