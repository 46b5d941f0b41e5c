"""Notices how a draft is typed: shouting, text-speak, and words that say nothing yet (C.2, exercise 1.5)."""

import re
from collections.abc import Iterator

from simulator.coach.phrases import Phrases, words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.coach.words import Word

_MARKS = re.compile("[!?]{4,}|!{2,}")
# A word in capitals that is short and none of these is taken for the letters of an organisation.
_SHORT_WORDS = words_of("""
    a all am and any are as at be bed but can can't come day do don't ever for from get give go good had has have he
    help her here him his how i i'm if in is it it's just keep know let like look love made make me more must my need
    new no not now of off on one or our out over own please read said say see she so some stop such take tell than
    that the them then they thank this time to too up us use very want was we well went were what when who why will
    with work yes yet you your
    """)
_ROW = 4
_LONG_ENOUGH = 5  # letters of a word in capitals that is hardly anybody's initials
_LETTERS = words_of("camhs unison ncepod mencap nspcc rspca ascof datix")
_TEXT_SPEAK = words_of("""
    u ur urs gr8 l8r m8 2day 2moro 2mro 2nite 2night 4eva 4ever plz wld shd cld hv bcoz bcz coz cuz wiv dat dis ppl
    tmrw tmr thnx tnx kno wat wot wen luv abt rlly srsly gonna2 b4 str8 h8 w8 any1 some1 every1 no1 ne1 nxt wk2 fwd2 yr8
    """)
_SHORT_FORMS = Phrases("""
    how|where|what|who|we|you|they r
    2|4 me|all|everyone|us|b|do|go|get
    r we|they|you
    c ya
    b there|back|nice|gd
    thx|pls|ty 4|2
    """)
_COURTESIES = words_of("""
    hello hi hiya hey helo hallo morning afternoon evening good all everyone everybody folks world twitter there you
    test testing tests tested one two three 1 2 3 123 just a this is my first tweet only trying out new here i'm im me
    ok okay k yes yep yeah no lol haha agree agreed agrees same so true nice great good lovely fab cool wow ditto
    too from it works it's does work hope well x xx xxx and to the again twitterverse tweeps peeps
    """)
_SAY_SOMETHING = words_of("""
    hello hi hiya hey helo hallo morning afternoon evening test testing tests ok okay k yes yep yeah no lol haha agree
    agreed same this true nice great lovely fab cool wow ditto first good
    """)
_MOST_COURTESIES = 8


def find(reading: Reading) -> Iterator[Found]:
    """Shouting, text-speak and empty courtesy, each at most once."""
    yield from _shouting(reading)
    yield from _text_speak(reading)
    if reading.draft.place == "tweet":
        yield from _empty_courtesy(reading)


def _shouting(reading: Reading) -> Iterator[Found]:
    marks = list(_MARKS.finditer(reading.prose))
    rows = [match for match in marks if match[0].count("!") > len("!!")]
    if rows or sum(match[0] == "!!" for match in marks) > 1:
        yield Found("shouting", *(rows or marks)[0].span())
        return
    loud = [_is_loud(reading, word) for word in reading.own]
    run = _row(reading, loud)
    letters = [sign for word in reading.own for sign in reading.text[word.start : word.end] if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    mostly = sum(loud) >= 2 and capitals > 0.6 * len(letters) and capitals >= 8
    if run or mostly:
        first, last = run or (loud.index(True), len(loud) - 1)
        yield Found("shouting", reading.own[first].start, reading.own[last].end)


def _row(reading: Reading, loud: list[bool]) -> tuple[int, int] | None:
    """The first and the last of four words or more on end in capitals, two of which are words and no initials."""
    first = 0
    for at, word in enumerate((*reading.own, None)):
        if word is not None and reading.text[word.start : word.end].isupper():
            continue
        if at - first >= _ROW and sum(loud[first:at]) >= 2:
            return first, at - 1
        first = at + 1
    return None


def _is_loud(reading: Reading, word: Word) -> bool:
    typed = reading.text[word.start : word.end]
    if not typed.isupper() or len(typed) < 2:
        return False
    return word.text in _SHORT_WORDS or (len(typed) >= _LONG_ENOUGH and typed.isalpha() and word.text not in _LETTERS)


def _text_speak(reading: Reading) -> Iterator[Found]:
    for word in reading.own:
        # B4 is a bay, U&Es a blood test.
        if word.text in _TEXT_SPEAK and reading.text[word.start : word.start + 2] != "B4":
            yield _short_form(reading, word.start, word.end)
            return
    if found := _SHORT_FORMS.first(reading.own):
        start, end = found
        yield _short_form(reading, reading.own[start].start, reading.own[end - 1].end)


def _short_form(reading: Reading, start: int, end: int) -> Found:
    return Found("text-speak", start, end, (reading.text[start:end],))


def _empty_courtesy(reading: Reading) -> Iterator[Found]:
    words = [word.text for word in reading.own]
    if not words or len(words) > _MOST_COURTESIES or reading.of("link"):
        return
    if all(word in _COURTESIES for word in words) and any(word in _SAY_SOMETHING for word in words):
        yield Found("empty-courtesy", reading.own[0].start, reading.own[-1].end)
