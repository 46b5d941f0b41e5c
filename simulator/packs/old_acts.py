"""Rules for what old tweets do to one another: reply, retweet, quote, favourite; refused is what the site refuses."""

from collections.abc import Sequence

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.names import filled
from simulator.packs.old_row import Row
from simulator.packs.schema import OldTweet
from simulator.text import entities

DEEPEST_THREAD = 100  # safety T20
_OF_A_RETWEET = {"by", "ago", "id", "retweet_of"}
_TOO_EARLY = "Give this one a smaller ago, or the other one a larger."


def check(rows: Sequence[Row]) -> None:
    """Note each act on a tweet that is not there yet, that cannot be seen, or that the rules refuse."""
    by_id = {row.old.id: row.old for row in reversed(rows) if row.old.id is not None}
    again: set[tuple[str, str]] = set()
    for row in rows:
        _reply(row, by_id)
        _quote(row, by_id)
        _retweet(row, by_id, again)
    _depth(rows)
    for row in rows:
        if row.old.retweet_of is None:
            _favourites(row)
            _retweets(row, again)


def _target(row: Row, field: str, by_id: dict[str, OldTweet]) -> OldTweet | None:
    """The tweet that a field names, if it is there and older."""
    name = getattr(row.old, field)
    if name is None or not references.tweet(name, row.place(field), row.draft, row.findings):
        return None
    target = by_id.get(name)
    if target is not None and target is row.old:
        row.note("E125", field, "A tweet cannot point at itself.")
        return None
    if target is not None and row.old.ago >= target.ago:
        row.note("E125", field, f'"{name}" is tweeted later than this, or at the same time.', _TOO_EARLY)
    if target is not None and target.retweet_of is not None:
        row.note("E127", field, f'"{name}" is a retweet.', f'Name the tweet itself: "{target.retweet_of}".')
        return None
    return target


def _reply(row: Row, by_id: dict[str, OldTweet]) -> None:
    target = _target(row, "reply_to", by_id)
    if target is None or target.by == row.old.by:
        return
    if not _sees(row.old.by, target.by, row.draft):
        row.note("E127", "reply_to", f"{target.by} is protected, and {row.old.by} does not follow {target.by}.")
    if row.old.tweet is None:
        return
    said = filled(row.old.tweet, row.draft.usual)
    if target.by.casefold() not in {name.casefold() for name in entities.mentioned(said)}:
        row.note("E126", "tweet", f"This answers {target.by} without naming them.", f"Begin with @{target.by}.")


def _depth(rows: Sequence[Row]) -> None:
    depth: dict[str | None, int] = {}
    for row in sorted(rows, key=lambda row: row.old.ago, reverse=True):
        deep = depth.get(row.old.reply_to, 0) + 1 if row.old.reply_to else 1
        if row.old.id is not None:
            depth[row.old.id] = deep
        if deep == DEEPEST_THREAD + 1:
            row.note("E106", "reply_to", f"More than {DEEPEST_THREAD} answers one below the other.")


def _quote(row: Row, by_id: dict[str, OldTweet]) -> None:
    target = _target(row, "quote_of", by_id)
    if target is not None and target.by != row.old.by and _protected(target.by, row.draft):
        row.note("E127", "quote_of", f"{target.by} is protected; nobody else can pass that on.")


def _retweet(row: Row, by_id: dict[str, OldTweet], again: set[tuple[str, str]]) -> None:
    if row.old.retweet_of is None:
        return
    for field in sorted(row.old.model_fields_set - _OF_A_RETWEET):
        place = row.part.key(row.number, field)
        row.findings.add("E127", place, f'A retweet carries nothing of its own, so "{field}" cannot stand here.')
    target = _target(row, "retweet_of", by_id)
    if target is not None:
        _passed_on(row, "retweet_of", row.old.by, target, again)


def _passed_on(row: Row, field: str, who: str, target: OldTweet, again: set[tuple[str, str]], *path: int) -> None:
    place = row.place(field, *path)
    if who == target.by:
        row.findings.add("E127", place, "Nobody can retweet a tweet of their own.")
    elif _protected(target.by, row.draft):
        row.findings.add("E127", place, f"{target.by} is protected; nobody can retweet that.")
    if target.id is not None:
        if (who, target.id) in again:
            row.findings.add("E113", place, f"{who} has retweeted this already; once is all the site allows.")
        again.add((who, target.id))


def _favourites(row: Row) -> None:
    old, draft = row.old, row.draft
    if isinstance(old.favourites, int):
        _dealt(row, "favourites", old.favourites, len([who for who in _others(row) if _sees(who, old.by, draft)]))
        return
    references.handles(old.favourites, row.part, (row.number, "favourites"), draft, row.findings)
    for number, who in enumerate(old.favourites):
        if who == old.by:
            row.findings.add("E127", row.place("favourites", number), "In packs nobody stars their own tweet.")
        elif not _sees(who, old.by, draft):
            message = f"{old.by} is protected, and {who} does not follow {old.by}."
            row.findings.add("E127", row.place("favourites", number), message)


def _retweets(row: Row, again: set[tuple[str, str]]) -> None:
    old, draft = row.old, row.draft
    if isinstance(old.retweets, int):
        free = 0 if _protected(old.by, draft) else len([who for who in _others(row) if (who, old.id) not in again])
        _dealt(row, "retweets", old.retweets, free)
        return
    references.handles(old.retweets, row.part, (row.number, "retweets"), draft, row.findings)
    seen: set[str] = set()
    for number, who in enumerate(old.retweets):
        if who not in seen:
            _passed_on(row, "retweets", who, old, again, number)
        seen.add(who)


def _dealt(row: Row, field: str, wanted: int, there: int) -> None:
    if wanted > there and row.draft.sure("people"):
        message = f"{wanted} of the people are wanted here, and only {there} can do it."
        row.note("E112", field, message, f"Write {there} or less.")


def _others(row: Row) -> list[str]:
    return [handle for handle in row.draft.known("people") if handle != row.old.by]


def _protected(handle: str, draft: Draft) -> bool:
    person = draft.people.get(handle)
    return person is not None and person.protected


def _sees(who: str, author: str, draft: Draft) -> bool:
    return who == author or not _protected(author, draft) or draft.follows_someone(who, author)
