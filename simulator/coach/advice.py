"""Notices clinical advice to one person: a dose, a diagnosis, "stop taking it" (twitter-2015 C.2; exercise 2.10).

Messages to everybody, and ways to a pharmacist, a GP or NHS 111, stay out of it.
"""

from collections.abc import Iterator

from simulator.coach.conditions import ILLNESSES, MEDICINES, TOPICS
from simulator.coach.phrases import Phrases, Span
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_LISTS = {
    "ACT": """
        stop, start, take, taking, come off, coming off, increase, increasing, double, doubling, halve, halving, reduce,
        reducing, stopping, starting, skip, miss, switch, up, drop, cut, cut down, stop taking, start taking, try, use,
        go on, get, have, need
        """,
    "CHANGE": """
        double up on, stop, start, come off, increase, double, halve, reduce, skip, miss, drop, cut, stop taking,
        start taking
        """,
    "MED": MEDICINES,
    "ILL": ILLNESSES,
    "TOPIC": TOPICS,
    "UNIT": "mg, mcg, ml, tablets, tablet, puffs, puff, units, drops, sachets, times a day",
    "WHO": "gp, doctor, a&e, hospital, 999, ambulance, antibiotics, 111, nurse, midwife",
}  # fmt: skip

# Said to one person by their words alone.
_TO_YOU = Phrases(
    """
    you|u should|must|need|ought|could|shouldn't|mustn't|don't|can to|not|just|really|definitely? to? ACT ~3 MED !TOPIC
    if i were|was you ~3 ACT ~3 MED !TOPIC
    i'd|i-would just|definitely|probably? ACT ~3 MED !TOPIC
    CHANGE your|ur ~1 MED !TOPIC
    your|ur ~1 MED sound|sounds|is|are|seem|seems too
    you've|you probably|definitely|clearly? got|have a|an? ILL !TOPIC
    you don't|dont need to? ~2 WHO
    you|u should|need|must to? get|have? ~1 antibiotics
    """,
    unless="""
    if you|anyone|someone|they ~3 take|taking|use|using|have
    ACT ~5 without|before|until|unless ~3 ASK
    """,
    ASK="asking, talking, speaking, checking, pharmacist, gp, doctor, nurse, midwife, prescriber, advice",
    **_LISTS,
)
# Said to one person where the tweet is an answer or names somebody.
_IN_AN_ANSWER = Phrases(
    """
    stop|start|double|halve|increase|reduce|skip|try|up|switch|drop|take ~2 MED !TOPIC
    come|comes off ~2 MED !TOPIC
    have|has|had you|he|she|they tried|thought of|about? ACT ~2 MED !TOPIC
    take|try|have|use|give|stick|put ~2 NUM UNIT
    sounds|looks|seems like a|an? ILL !TOPIC
    sounds|looks|seems like you've|you|he|she|he's|she's have|has|got? got? a|an? ILL !TOPIC
    it's|that's|it|that is? probably|only|just|definitely|clearly only|just? a|an? ILL !TOPIC
    no need to|for see|ring|call|bother? a|the|your? WHO
    he|she|they|mum|dad should|must|needs|need to? ~5 MED !TOPIC
    give him|her|them|it ~2 MED !TOPIC
    """,
    unless="""
    before|without|until|unless|whether|than|about ~2 stop|start|double|halve|increase|reduce|skip|take|taking ~2 MED
    why|how|when ~2 stop|start|take
    i|we|they|who not|never|always|just|had|didn't|used? ACT|give ~2 MED
    nurses|people|patients|to not|never|always|just|had|didn't|used? ACT|give ~2 MED
    """,
    **_LISTS,
)


def find(reading: Reading) -> Iterator[Found]:
    """The first advice that only somebody who can see the person should give."""
    draft = reading.draft
    found = _TO_YOU.first(reading.words)
    if found is None and (draft.is_reply or reading.of("mention")):
        found = _IN_AN_ANSWER.first(reading.words) or _dose(reading)
    if found:
        start, end = found
        yield Found("advice-to-one", reading.words[start].start, reading.words[end - 1].end)


_GIVING = Phrases("take|try|have|give")


def _dose(reading: Reading) -> Span | None:
    """An imperative with a dose written in one piece: "try 400mg"."""
    words = reading.words
    for start, end in _GIVING.every(words):
        for at in range(end, min(end + 3, len(words))):
            number = words[at].text.removesuffix("mg").removesuffix("mcg").removesuffix("ml")
            if number != words[at].text and number.isdigit() and words[start].opens:
                return start, at + 1
    return None
