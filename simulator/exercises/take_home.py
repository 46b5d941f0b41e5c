"""A learning record as a plain text file, which every computer opens and nobody has to install anything for."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from simulator.lesson_cards import RecordCard
from simulator.message_cards import KeptMessage

BOM = "\ufeff"  # without it old editors take UTF-8 for something else
WINDOWS = "\r\n"


def as_text(record: RecordCard, messages: Sequence[KeptMessage] = ()) -> str:
    """The whole record, and one's own copies of messages; lines end as old editors on shared computers want them."""
    return BOM + WINDOWS.join([*_lines(record), *_part("My messages", _messages(record, messages))]) + WINDOWS


def hours(minutes: int) -> str:
    """A length of time as people say it: 35 minutes, 1 hour 5 minutes."""
    whole, rest = divmod(minutes, 60)
    parts = [f"{number} {unit if number == 1 else unit + 's'}" for number, unit in ((whole, "hour"), (rest, "minute"))]
    return " ".join(part for part in parts if not part.startswith("0 ")) or "0 minutes"


def at(moment: datetime, zone: str) -> str:
    """A moment as it stands in a record: 12 May 2015, 09:41."""
    return f"{day(moment, zone)}, {moment.astimezone(ZoneInfo(zone)):%H:%M}"


def day(moment: datetime, zone: str) -> str:
    """The day of a moment, where the course takes place: 12 May 2015."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%b %Y}"


def _lines(record: RecordCard) -> Iterator[str]:
    yield f"Learning record of {record.name} (@{record.handle})"
    yield f"{record.course}, version {record.version}{f', {record.group}' if record.group else ''}"
    yield f"Time spent: about {hours(record.minutes)}"
    yield "Made with Fledge, a practice Twitter. The dates are those of the practice world."
    yield from _part("What I did", _did(record))
    yield from _part("My Tweets", _tweets(record))
    yield from _part("My answers", _answers(record))
    yield from _part("My reflections", _reflections(record))


def _part(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield title
    yield "-" * len(title)
    yield from list(lines) or ["Nothing yet."]


def _did(record: RecordCard) -> Iterator[str]:
    for session in record.sessions:
        yield f"{session.title}: {session.main} of {session.of} steps, begun {at(session.started, record.zone)}"
        for step in session.steps:
            yield f"  {at(step.at, record.zone)}  {step.title}: {step.lead}"


def _tweets(record: RecordCard) -> Iterator[str]:
    for tweet in record.tweets:
        answers = f" (to @{tweet.answers})" if tweet.answers else ""
        yield f"{at(tweet.at, record.zone)}{answers}"
        yield from (f"  {line}" for line in tweet.text.splitlines())


def _messages(record: RecordCard, messages: Sequence[KeptMessage]) -> Iterator[str]:
    for message in messages:
        yield f"{at(message.at, record.zone)}  from @{message.sender} to @{message.recipient}"
        yield from (f"  {line}" for line in message.text.splitlines())


def _answers(record: RecordCard) -> Iterator[str]:
    for said in record.answers:
        yield f"{at(said.at, record.zone)}  {said.ask}"
        yield f"  {f'{said.about}: ' if said.about else ''}{said.pick}{f', {said.reason}' if said.reason else ''}"


def _reflections(record: RecordCard) -> Iterator[str]:
    for words in record.reflections:
        yield f"{at(words.at, record.zone)}  {words.ask}"
        yield from (f"  {line}" for line in words.text.splitlines())
