"""Rules for the old tweets of world.yaml: what they hold, how long they are, and when they were sent."""

from datetime import date, timedelta

from simulator.packs import old_acts, references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.names import names
from simulator.packs.old_row import Row
from simulator.packs.pack import before, tweet_text
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140

_BEGAN = date(2006, 3, 21)  # the first tweet ever
_SAME_AGAIN = timedelta(hours=24)  # twitter-2015 0.2: the duplicate window


def check(draft: Draft, findings: Findings) -> None:
    """Note everything in the history that could not have happened, or that the rules would have refused."""
    rows = [Row(number, old, draft, findings) for number, old in draft.history.items()]
    _ids(rows)
    _same_again(rows)
    for row in rows:
        row.known("by", row.old.by)
        _time(row)
        if row.old.retweet_of is None:
            _holds(row)
            _words(row)
    old_acts.check(rows)


def _ids(rows: list[Row]) -> None:
    first: dict[str, Row] = {}
    for row in rows:
        if row.old.id is not None and first.setdefault(row.old.id, row) is not row:
            line = first[row.old.id].place("id").line
            row.note("E113", "id", f'Another old tweet has the id "{row.old.id}": in line {line}.')


def _same_again(rows: list[Row]) -> None:
    last: dict[tuple[str, str, tuple[str, ...]], timedelta] = {}
    for row in sorted(rows, key=lambda row: row.old.ago, reverse=True):
        words = tweet_text(row.old, row.draft.web, {})
        said = (row.old.by.casefold(), words, row.old.pictures)
        if words and last.get(said, _SAME_AGAIN + row.old.ago) - row.old.ago < _SAME_AGAIN:
            row.note("E127", "tweet", "The same person says the very same within a day; the site refuses that.")
        last[said] = row.old.ago


def _time(row: Row) -> None:
    starts = row.draft.starts
    if starts is None:
        return
    day = before(starts, row.old.ago).astimezone(starts.tzinfo).date()
    person = row.draft.people.get(row.old.by)
    if day < _BEGAN:
        row.note("E125", "ago", "This is before the very first tweet, in March 2006.")
    elif person is not None and person.joined is not None and day < person.joined:
        row.note("E125", "ago", f"{row.old.by} joins on {person.joined} only; this is {day}.")
    page = row.draft.web.get(row.old.link or "")
    if page is not None and page.published is not None and day < page.published:
        row.note("E125", "link", f"This page comes out on {page.published} only; this is {day}.")


def _holds(row: Row) -> None:
    old, draft, findings = row.old, row.draft, row.findings
    if not (old.tweet or old.pictures or old.clip or old.link or old.quote_of):
        findings.add("E111", row.place(), '"tweet" is missing: there is nothing in this one.', expected="tweet")
    for number, file in enumerate(old.pictures):
        place = row.place("picture", number) if isinstance(old.picture, tuple) else row.place("picture")
        references.media(file, "picture", place, draft, findings)
        if file in old.pictures[:number]:
            findings.add("E113", place, f'"{file}" stands twice in this tweet.')
    if old.clip is not None:
        references.media(old.clip, "clip", row.place("clip"), draft, findings)
        if old.pictures:
            row.note("E127", "clip", "A tweet holds pictures or a clip, never both.")
    if old.link is not None:
        references.page(old.link, row.place("link"), draft, findings)
    if old.tag_people and not old.pictures:
        row.note("E127", "tag_people", "People are tagged in a picture, and there is none.")
    if old.by in old.tag_people:
        row.note("E127", "tag_people", "Nobody tags themselves in a picture of their own.")
    references.handles(old.tag_people, row.part, (row.number, "tag_people"), draft, findings)


def _words(row: Row) -> None:
    old, draft = row.old, row.draft
    references.words(old.tweet or "", row.part, (row.number, "tweet"), draft, row.findings)
    told = tweet_text(old, draft.web, draft.longest)
    counted = count(told, CLASSIC_140, media=bool(old.pictures or old.clip), quote=old.quote_of is not None)
    if counted.left < 0:
        over = -counted.left
        filled = " with the longest values of its $names" if names(old.tweet or "") else ""
        message = f"{over} {'letter' if over == 1 else 'letters'} too long: this counts {counted.length}{filled}."
        row.note("E130", "tweet", message, "A tweet has 140; links and pictures cost 23 each.")
