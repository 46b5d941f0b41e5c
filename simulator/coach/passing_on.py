"""Notices words of others without their name, changed words under RT, and the same words again (twitter-2015 A.7)."""

import re
from collections.abc import Iterator

from simulator.coach.draft import RecentTweet
from simulator.coach.reading import Reading, plain_words
from simulator.coach.sign import Found
from simulator.text.fold import words as folded
from simulator.text.keys import handle_key

_ROW = 4  # words on end that two texts share
_FEWEST = 6  # words that must be somebody else's
_SHARE = 0.7  # of the draft's own words
_RELATED = 0.5  # of the words behind an RT, before it counts as that tweet
_MANY = 3  # people who get the same words
_SHORTEST = 3  # words of a message that may be the same again

_MARK = re.compile(r"(?<![\w@#])(RT|MT|rt|Rt|Mt|mt):? ?[@＠]([A-Za-z0-9_]{1,20}):?")
_CREDIT = re.compile(
    r"(?<![\w@#])(?:RT|MT|HT|H/T|h/t|via|Via|VIA|by|from|cc):? ?(?:the )?(?:wonderful |lovely |great )?[@＠]\w"
)
_NO_NAME = re.compile(r"(?<![\w@#])(?:(?:RT|MT):? ([A-Za-z0-9_]{2,20}):|(?:HT|H/T|h/t|via):? ([A-Za-z0-9_]{2,20}))")
_BARE_MARK = re.compile(r"^[\"'. ]*(?:RT|MT)(?::| [\"“‘'])(?! ?[@＠])")
_COMMENT = re.compile(r"(?:<{1,3}-{0,3}|←|<=|\^{1,3})(?![3/])[ ]?[A-Za-z]{2,}")


def find(reading: Reading) -> Iterator[Found]:
    """What is wrong with the credit, then whether the words have been sent before."""
    if mark := _MARK.search(reading.text):
        yield from _behind_mark(reading, mark)
    else:
        yield from _without_credit(reading)
    if reading.draft.own:
        yield from _again(reading)


def _behind_mark(reading: Reading, mark: re.Match[str]) -> Iterator[Found]:
    """What stands behind RT or MT is somebody else's, word for word behind RT."""
    passed_on = reading.text[mark.end() :]
    if comment := _COMMENT.search(passed_on):
        yield Found("comment-after-rt", mark.end() + comment.start(), len(reading.text))
        return
    given = folded(passed_on)
    original = _original(mark[2], given, reading.draft.others)
    if not original or given == original:
        return
    if given[: len(original)] == original and not passed_on.split()[-1].startswith(("#", "＃")):
        yield Found("comment-after-rt", _word_start(reading.text, mark.end(), len(original)), len(reading.text))
    elif mark[1].upper() == "RT":
        yield Found("retweet-changed", mark.start(), mark.end(), (mark[2],))


def _original(by: str, given: list[str], others: tuple[RecentTweet, ...]) -> list[str]:
    """The words of this person's tweet that is being passed on, or none."""
    best, most = [], _RELATED * max(1, len(given))
    for tweet in others:
        if handle_key(tweet.by) == handle_key(by):
            words = folded(tweet.text)
            shared = len(set(words) & set(given))
            if shared >= most:
                best, most = words, shared
    return best


def _word_start(text: str, at: int, count: int) -> int:
    """Where the word number `count` behind a place begins."""
    starts = [match.start() for match in re.finditer(r"\w+", text[at:])]
    return at + starts[count] if count < len(starts) else at


def _without_credit(reading: Reading) -> Iterator[Found]:
    draft = reading.draft
    known = {handle_key(name) for name in (*(draft.known_handles or ()), *(tweet.by for tweet in draft.others))}
    named = _NO_NAME.search(reading.text)
    bare = _BARE_MARK.search(reading.text)
    if named and handle_key(named[1] or named[2]) in known:
        yield Found("no-credit", *named.span())
    elif bare:
        yield Found("no-credit", *bare.span())
    elif not _CREDIT.search(reading.text) and (author := _copied(reading)):
        yield Found("copied", 0, len(reading.text), (author,))


def _copied(reading: Reading) -> str:
    """Whose words these are for the most part, without a mention of them; "" for nobody's."""
    own = plain_words(reading.text)
    mentioned = {handle_key(entity.value) for entity in reading.of("mention")}
    if len(own) < _FEWEST:
        return ""
    for tweet in reading.draft.others:
        by = handle_key(tweet.by)
        if by in mentioned or by == handle_key(reading.draft.me):
            continue
        shared = _shared(own, plain_words(tweet.text))
        if shared >= max(_FEWEST, _SHARE * len(own)):
            return tweet.by
    return ""


def _shared(own: list[str], theirs: list[str]) -> int:
    """How many of one's own words stand in a row of four that the other text has too."""
    rows = {tuple(theirs[at : at + _ROW]) for at in range(len(theirs) - _ROW + 1)}
    taken: set[int] = set()
    for at in range(len(own) - _ROW + 1):
        if tuple(own[at : at + _ROW]) in rows:
            taken.update(range(at, at + _ROW))
    return len(taken)


def _again(reading: Reading) -> Iterator[Found]:
    own = plain_words(reading.text)
    if len(own) < _SHORTEST:
        return
    same = [text for text in reading.draft.own if plain_words(text) == own]
    people = {_addressees(text) for text in (*same, reading.text)} - {()}
    if len(people) >= _MANY:
        yield Found("spam", 0, len(reading.text))
    elif same:
        yield Found("same-again", 0, len(reading.text))


def _addressees(text: str) -> tuple[str, ...]:
    return tuple(sorted(handle_key(name) for name in re.findall(r"[@＠]([A-Za-z0-9_]{1,20})", text)))
