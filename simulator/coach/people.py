"""Notices somebody in our care by name: a title with a surname, or a first name, beside words of care (C.2).

Colleagues who are thanked, people of history and whoever writes about herself stay out of it.
"""

from collections.abc import Iterator

from simulator.coach.cared_for import BEDS, NOUNS, SOMEBODY, Care, care
from simulator.coach.names import DOUBTFUL_NAMES, FAMOUS, FAMOUS_NAMES, FIRST_NAMES, NOT_NAMES, ROLES, is_first_name
from simulator.coach.phrases import Phrases, Span, words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.coach.words import Word, Words

_TITLES = words_of("mr mrs ms miss")
_WITH = words_of("shift working worked work lunch coffee tea teaching training night day meeting chat drinks team talk")
_FAMILY = words_of("""
    mum mam mom mother dad father nan nana gran grandma grandad granddad grandmother grandfather wife husband partner
    son daughter sister brother aunt auntie uncle niece nephew cousin friend mate dog cat neighbour teacher mentor
    tutor
    """)
_AT_WORK = words_of("""
    taught teaches teaching spoke speaks speaking presented presents presenting leads led lectured trains trained runs
    ran wrote writes explains explained demonstrated opened retired retires retiring won covered organised made makes
    brought baked stayed
    """)
_WORKPLACES = words_of("""
    kitchen library pharmacy estates hr payroll reception catering domestics comms agency it accounts finance stores
    laundry portering training education
    """)
_OF_THEIR_WORK = words_of(
    "talk session lecture training round blog book study paper team class list webinar keynote slides"
)
_LINKS = words_of("called named is was as being")
_HISTORY = Phrases(FAMOUS_NAMES)
_INTRODUCED = (["i", "am"], ["name", "is"], ["call", "me"], ["social", "worker"], ["support", "worker"])
_NEAR = 4  # words between a name and its bed


def find(reading: Reading) -> Iterator[Found]:
    """The first name that stands for somebody in our care."""
    words = reading.words
    history = {start for start, _ in _HISTORY.every(words)}
    told: Care | None = None
    for start, end in _names(reading):
        told = told or care(words)
        if start not in history and _is_cared_for(reading, told, start, end):
            yield Found("named-person", words[start].start, words[end - 1].end)
            return


def speaks_of_somebody(reading: Reading) -> bool:
    """Whether somebody in our care is meant at all, with or without a name."""
    words = reading.words
    return bool(SOMEBODY.first(words) or BEDS.first(words) or any(_is_title(reading, at) for at in range(len(words))))


def _names(reading: Reading) -> Iterator[Span]:
    """Everything that may be a name: words of a title and a surname, or of a first name and perhaps a surname."""
    words, text = reading.words, reading.text
    likely = {known for known in words.places if known in _TITLES or is_first_name(known)}
    for at, word in enumerate(words):
        if word.text not in likely and not text[word.start].isupper():
            continue
        if _is_title(reading, at):
            yield at, at + 2
        elif word.text not in _TITLES and (is_first_name(word.text) or _is_capital_name(reading, at)):
            yield at, at + 1 + (at + 1 < len(words) and not words[at + 1].opens and _is_capital_name(reading, at + 1))


def _is_title(reading: Reading, at: int) -> bool:
    words = reading.words
    if words[at].text not in _TITLES or at + 1 >= len(words):
        return False
    surname = words[at + 1]
    gap = reading.prose[words[at].end : surname.start]
    if gap not in (" ", ". ") or surname.stem in NOT_NAMES or surname.stem in FAMOUS:
        return False
    typed, capital = reading.text[words[at].start : words[at].end], reading.text[surname.start].isupper()
    if typed in ("MS", "MR", "miss"):  # the illness, the scan, the longing
        return False
    return capital or typed.islower()


def _is_capital_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return reading.is_capital(word) and not word.tagged and word.stem not in NOT_NAMES


def _is_cared_for(reading: Reading, told: Care, start: int, end: int) -> bool:
    words, word = reading.words, reading.words[start]
    if _is_oneself(words, start):
        return False
    titled = word.text in _TITLES
    if _is_beside(words, told, start, end):
        capital = reading.is_capital(word)  # "the patient will" names nobody
        known = is_first_name(word.text) and (capital or word.stem not in DOUBTFUL_NAMES)
        return titled or known or (capital and _is_behind(words, told, start))
    if is_first_name(word.text) and _is_celebrated(reading, told, start):
        return True
    if _is_colleague(reading, told, start, end):
        return False
    if titled:
        return told.homely or start in told.caring.ends or told.around(start, end)
    typed_as_name = reading.is_capital(word) or reading.is_small
    if word.stem not in FIRST_NAMES or word.stem in DOUBTFUL_NAMES or not typed_as_name:
        return False
    return _is_near_a_bed(words, told, start, end) or _is_nursed(told, start, end)


def _is_beside(words: Words, told: Care, start: int, end: int) -> bool:
    """Whether "our resident" or the like stands right beside the name, or with a word such as "called" between."""
    if _is_behind(words, told, start):
        return True
    after = end + _link_length(words, end)
    return after in told.somebody.starts and not any(word.opens for word in words[end : after + 1])


def _link_length(words: Words, end: int) -> int:
    """How many words join a name to what it is: "is", "was", or a second name: "Nellie and Vi, our residents"."""
    linked = words[end].text if end < len(words) else ""
    return 2 if linked == "and" else int(linked in _LINKS)


def _is_behind(words: Words, told: Care, start: int) -> bool:
    if start == 0 or words[start].opens:
        return False
    before = start - (words[start - 1].text in _LINKS)
    return before in told.somebody.ends or words[before - 1].text in NOUNS


def _is_celebrated(reading: Reading, told: Care, start: int) -> bool:
    """Whether a first name is that of a new baby, or of somebody whose great birthday it is."""
    words = reading.words
    if start and words[start - 1].text == "baby" and not words[start].opens:
        return bool(told.happened.spans)
    return told.birthday and words[start].stem not in DOUBTFUL_NAMES and reading.is_capital(words[start])


def _is_near_a_bed(words: Words, told: Care, start: int, end: int) -> bool:
    """Whether a bed or bay with a number stands a few words away: "Alf over in bed 9", "Bed 9, Alf"."""
    for steps in range(_NEAR + 1):
        if start - steps in told.beds.ends:
            return not any(word.opens for word in words[start - steps + 1 : start])
        if end + steps in told.beds.starts:
            between = words[end : end + steps]
            joined = not between or any(word.text in ("in", "on", "from", "to") for word in between)
            return joined and not any(word.opens for word in between)
    return False


def _is_nursed(told: Care, start: int, end: int) -> bool:
    """Whether something of care is done to this name, or happened near it on a ward."""
    if start in told.caring.ends:
        return told.at_home or told.homely or told.around(start, end)
    return told.on_a_ward(start, end)


def _is_oneself(words: Words, start: int) -> bool:
    """Whether the name is that of whoever writes, of her family, or stands behind a role: "our physio Nik"."""
    texts = [word.text for word in _same_sentence_before(words, start)]
    if texts and (texts[-1] in ROLES or texts[-1] in ("i'm", "im")):
        return True
    if texts[-2:] in _INTRODUCED:
        return True
    return len(texts) > 1 and texts[-2] in ("my", "our") and texts[-1] in _FAMILY


def _is_colleague(reading: Reading, told: Care, start: int, end: int) -> bool:
    words = reading.words
    texts = [word.text for word in _same_sentence_before(words, start)]
    if len(texts) > 1 and texts[-2] in _WITH and texts[-1] == "with" and words[start].text not in _TITLES:
        return True
    thanked = any(end in told.thanked.ends for end in range(start - len(texts) + 1, start + 1))
    if thanked and not any(text in NOUNS for text in texts):
        return True
    return _works(reading, words[end - 1], _same_sentence_after(words, end))


def _works(reading: Reading, name: Word, after: list[Word]) -> bool:
    """Whether what stands behind a name says that this is somebody at work."""
    if not after:
        return False
    if after[0].text in _AT_WORK or (name.text.endswith("'s") and after[0].text in _OF_THEIR_WORK):
        return True
    if after[0].text in ("in", "on", "at") and any(word.text in _WORKPLACES for word in after[1:3]):
        return True
    apart = reading.prose[name.end : after[0].start].strip()
    if not apart and after[0].text not in ("the", "our", "my", "from", "a", "an", "is"):
        return False
    return any(word.text in ROLES or word.text in _WORKPLACES for word in after[:_NEAR])


def _same_sentence_before(words: Words, start: int) -> list[Word]:
    found: list[Word] = []
    for at in range(start - 1, max(-1, start - 7), -1):
        if words[at + 1].opens:
            break
        found.insert(0, words[at])
    return found


def _same_sentence_after(words: Words, end: int) -> list[Word]:
    found: list[Word] = []
    for word in words[end : end + 5]:
        if word.opens:
            break
        found.append(word)
    return found
