"""Notices hashtags that are none, are cut short, are too many or are hard to read (twitter-2015 A.6, C.2, C.7)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.coach.words import Word
from simulator.text.entities import Entity
from simulator.text.keys import tag_key

MOST = 2  # twitter-2015 C.4
LONG = 12  # letters from which a tag without capitals is hard to read
_LONG_WORDS = words_of("""
    physiotherapy physiotherapist physiotherapists multidisciplinary rehabilitation confidentiality gastroenterology
    ophthalmology anaesthetics anaesthetist communication communications professionalism personalisation deprescribing
    immunisation immunisations transformation discrimination rheumatology endocrinology polypharmacy whistleblowing
    neurodiversity revalidation safeguarding breastfeeding interprofessional neurorehabilitation hospitalisation
    dermatologist cardiologists collaboration organisation organisations responsibility independence understanding
    compassionate relationships apprenticeship apprenticeships paediatrician paediatricians psychotherapy psychologist
    psychologists radiographers radiography occupational microbiology haematology volunteering simulationist
    hypoglycaemia chemotherapy radiotherapy schizophrenia neurological vaccinations accessibility sustainability
    rehabilitating co-production representation conversation conversations participation intersectionality
    """)
_SPACED = re.compile(r"(?<![\w&#])#[ ]{1,3}([0-9]{0,4}[a-z]\w{2,99})")
_THE_SIGN = re.compile(r"\b(?:the|a|your|that) $")  # "the # key", "the # of falls"
_CUT = re.compile(r"['&.+-](?=[a-z0-9])")
_REST = re.compile(r"[\w'&.+-]*\w")
_POSSESSIVE = re.compile(r"'s(?!\w)")
_NEVER_POSSESSIVE = words_of("it that what let he she who there here how")
_DIGITS = re.compile(r"(?<![\w&#/])#([0-9_]{3,})(?![\w#])")
_COUNTED = re.compile(
    r"\b(?:order|room|ref|ticket|issue|bed|ward|no|number|invoice|job|flat|bus|route|tip|part|day|case|line) ?$"
)
_NO_GAP = re.compile(r"(?:#\w{1,100}|[a-z0-9&])(#[a-z]\w{1,100})")
_MOST_PIECES = 4  # words that a spaced tag may have behind its first
_GREETINGS = words_of(
    "good happy thank thanks well great welcome hello the a i we what how so my this it our you dr new"
)


def find(reading: Reading) -> Iterator[Found]:
    """Every kind of trouble with a hashtag, each at most once."""
    tags = reading.of("hashtag")
    if len(tags) > MOST:
        yield Found("too-many-hashtags", tags[MOST].start, tags[-1].end, (str(len(tags)),))
    yield from _hard_to_read(tags)
    yield from _spaced(reading)
    yield from _broken(reading, tags)
    yield from _digits_only(reading)
    if match := _NO_GAP.search(reading.prose):
        yield Found("hashtag-without-gap", *match.span(1))


def _hard_to_read(tags: tuple[Entity, ...]) -> Iterator[Found]:
    for tag in tags:
        plain = tag.value.islower() and "_" not in tag.value and tag.value not in _LONG_WORDS
        if plain and len(tag.value) >= LONG:
            yield Found("lower-case-long-hashtag", tag.start, tag.end, (tag.value,))
            return


def _spaced(reading: Reading) -> Iterator[Found]:
    for match in _SPACED.finditer(reading.prose):
        if not _THE_SIGN.search(reading.prose, max(0, match.start() - 6), match.start()):
            yield Found("spaced-hashtag", *match.span(), (reading.text[match.start(1) : match.end(1)],))
            return


def _broken(reading: Reading, tags: tuple[Entity, ...]) -> Iterator[Found]:
    """A tag that ends sooner than its writer thinks: at a sign, or at a gap before words that belong to it."""
    chat = reading.draft.chat
    known = {tag_key(name) for name in (*reading.draft.known_tags, *((chat.tag,) if chat else ()))}
    for tag in tags:
        end = _cut_end(reading, tag) or _gap_end(reading, tag, known)
        if end:
            whole = re.sub(r"\W", "", reading.text[tag.start : end])
            yield Found("broken-hashtag", tag.start, end, (tag.value, whole))
            return


def _cut_end(reading: Reading, tag: Entity) -> int:
    if not _CUT.match(reading.prose, tag.end):
        return 0
    if _POSSESSIVE.match(reading.prose, tag.end) and tag.value.lower() not in _NEVER_POSSESSIVE:
        return 0
    end = _REST.match(reading.prose, tag.end)
    return end.end() if end else 0


def _gap_end(reading: Reading, tag: Entity, known: set[str]) -> int:
    """Where the words end that make up a known tag together, or a row of capitals behind a short one."""
    if tag_key(tag.value) in known:
        return 0
    joined, at = tag_key(tag.value), bisect_left(reading.words, tag.end, key=attrgetter("start"))
    pieces, place = reading.words[at : at + _MOST_PIECES], tag.end
    for word in pieces:
        joined, place = joined + word.text, word.end
        if not reading.prose[tag.end : place].replace(" ", "").isalnum():
            break
        if joined in known:
            return place
    return _capitals_end(reading, tag, pieces)


def _capitals_end(reading: Reading, tag: Entity, pieces: tuple[Word, ...]) -> int:
    """Two or more words with a capital right behind a tag of one word: "#NHS Change Day"."""
    if re.search("[a-z][A-Z]", tag.value) or not tag.value[0].isupper():
        return 0
    owned = reading.prose.startswith("' ", tag.end)  # "#Nurses' Day"
    end, place, count, fewest = 0, tag.end + owned, 0, 1 if owned else 2
    for word in pieces:
        if reading.prose[place : word.start] != " " or word.text in _GREETINGS:
            break
        if not reading.is_capital(word):
            break
        end, place, count = word.end, word.end, count + 1
    return end if count >= fewest else 0


def _digits_only(reading: Reading) -> Iterator[Found]:
    for match in _DIGITS.finditer(reading.prose):
        if not _COUNTED.search(reading.prose, max(0, match.start() - 12), match.start()):
            yield Found("digits-only-hashtag", *match.span(), (match[0],))
            return
