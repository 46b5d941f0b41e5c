"""Notices chat answers without their number, with a wrong one, or without the tag (twitter-2015 B.3, C.7)."""

import re
from collections.abc import Iterator

from simulator.coach.draft import Chat
from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.text.keys import tag_key

_ANSWER = re.compile(r"(?<![\w#@])(?:[at]|ans|answer) ?([0-9]{1,2})(?![\w%])")
_SIDE_TALK = words_of("""
    hello hi hiya hey evening morning afternoon thanks thank thankyou sorry welcome late bye goodbye goodnight night
    joining lurking here cheers q q1 q2 q3 q4 q5 q6 q7 q8 q9 introducing i'm im
    """)
_FEWEST = 3  # words of an answer; shorter ones are side talk


def find(reading: Reading) -> Iterator[Found]:
    """What an answer to the present question lacks; quiet outside a chat, before Q1 and in answers to a person."""
    chat = reading.draft.chat
    if chat is None or chat.question < 1:
        return
    has_tag = tag_key(chat.tag) in {tag_key(tag.value) for tag in reading.of("hashtag")}
    answer = _ANSWER.search(reading.prose)
    if answer and answer.start() > _behind_front(reading):
        answer = None if reading.draft.is_reply else answer
    if answer:
        yield from _numbered(chat, answer, has_tag)
    elif has_tag and _is_answer(reading):
        yield Found("missing-answer-number", words=(str(chat.question),))


def _numbered(chat: Chat, answer: re.Match[str], has_tag: bool) -> Iterator[Found]:
    number = int(answer[1])
    if not 1 <= number <= chat.question:
        yield Found("wrong-answer-number", *answer.span(), (str(number), str(chat.question)))
    if not has_tag:
        yield Found("missing-chat-tag", words=(chat.tag,))


def _behind_front(reading: Reading) -> int:
    """Where the words begin, behind handles and signs in front."""
    return reading.own[0].start if reading.own else 0


def _is_answer(reading: Reading) -> bool:
    """Whether this seems to answer the question: words of its own, not to a person, no question, no greeting."""
    own = reading.own
    if reading.draft.is_reply or len(own) < _FEWEST or "?" in reading.prose:
        return False
    passing_on = any(word.text in ("rt", "mt") for word in own)
    return not passing_on and own[0].text not in _SIDE_TALK
