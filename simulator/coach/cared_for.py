"""The words by which somebody in our care is meant: my lady, our resident, bed 4; who it is stands in `people.py`."""

from dataclasses import dataclass

from simulator.coach.conditions import HAPPENINGS, ILLNESSES, TOPICS
from simulator.coach.phrases import Phrases, Span, words_of
from simulator.coach.words import Words

NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
NOUNS = words_of("patient pt resident client inpatient outpatient tenant")

_LISTS = {
    "WHOSE": """
        my, our, a, an, the, this, that, another, his, her, their, one, every, new, first, last, lovely, elderly, dear,
        poor, favourite, favorite, fave
        """,
    "ADJ": """
        new, newest, old, older, oldest, young, younger, youngest, lovely, elderly, dear, poor, sweet, other, regular,
        very, favourite, favorite, fave, latest, first, last, wonderful, gorgeous, cheeky, poorly, sick, confused,
        male, female, dementia, stroke, diabetic, palliative, little, funny, amazing, brave, difficult, long-term,
        longest, special, frail
        """,
    "CARED": """
        patient, pt, resident, client, inpatient, outpatient, tenant, service user, young person, foster child
        """,
    "OURS": """
        lady, gent, gentleman, chap, fella, old boy, old girl, old man, old lady, little lady, little old lady, lovely
        lady, lovely gentleman, poorly lady, poorly gentleman, elderly lady, elderly gentleman
        """,
    "MANY": "patients, pts, residents, clients, tenants, service users, ladies, gents, gentlemen, young people",
    "BED": "bed, bay, cubicle, trolley, room, flat, side room, bedroom",
    # What makes "patient" or "resident" part of another word, or of the manner of a colleague.
    "COMPOUND": """
        safety, experience, experiences, care, leader, leaders, voice, voices, story, stories, group, groups, info,
        information, leaflet, leaflets, record, records, notes, day, flow, transport, advice, opinion, choice,
        feedback, participation, representative, rep, council, forum, first, centred, led, education, satisfaction,
        outcomes, contact, data, involvement, activation, journey, pathway, online, access, advocate, association,
        list, lists, base, services, meeting, meetings, survey, panel, listener, person, teacher, nurse, nurses,
        woman, man, soul, mentor, husband, wife, manner, enough, with, and kind, and caring, and lovely, and gentle,
        kind, but, expert, baker, artist, chef, dj, comedian, poet, gardener, genius, photographer, singer, pianist,
        cat, dog, geek, joker, engagement, numbers, confidentiality, facing, entertainment, shop, lounge, line, hotel,
        partners, handling, moving, profile, population
        """,
}  # fmt: skip

SOMEBODY = Phrases(
    """
    WHOSE ADJ? CARED of mine|ours
    WHOSE ADJ? ADJ? CARED !COMPOUND
    WHOSE NUM year|yr old CARED !COMPOUND
    my|our OURS
    one|some|two of my|our ADJ? MANY
    """,
    **_LISTS,
)
BEDS = Phrases(
    f"""
    BED NUM
    BED {NUMBERS}
    """,
    unless="""
    bed|bay|cubicle|trolley|room|flat NUM percent|%|hours|nights|days|weeks|minutes|beds|times|star|at|pm|am
    room|flat NUM ~4 MEETING
    MEETING ~5 room|flat NUM
    """,
    MEETING="""
        teaching, training, meeting, session, talk, drop-in, workshop, seminar, library, conference, lecture, forum,
        course, class, exam, interview, interviews, choir, yoga, slides, library, college, campus
        """,
    **_LISTS,
)
PLACES_OF_CARE = Phrases(
    """
    ward !COMPOUND
    unit|hospice|bed|bay|clinic|shift|visit|meds|commode
    hoist|catheter|pad|pads|obs|handover|caseload|admission|discharge
    dressing|dressings|wheelchair|zimmer|drip|insulin|hearing-aid|pressure-area|pressure-areas|care-plan
    care|nursing|residential home
    """,
    COMPOUND="""
        round, rounds, manager, managers, sister, clerk, meeting, team, staff, leader, leaders, accreditation,
        councillor, by
        """,
)
BIRTHDAYS = Phrases("""
    90th|91st|92nd|93rd|94th|95th|96th|97th|98th|99th|100th|101st|102nd|103rd|104th|105th|106th|107th|108th birthday
    """)
THANKS = Phrases("""
    thanks|thank|thankyou|thx|ty|cheers|congratulations|congrats|bravo|kudos|welcome|proud|shoutout|diolch|goodbye|farewell
    hi|hello|hiya|hey|via
    well done
    hats off
    happy birthday|retirement
    good luck|morning|night
    credit to
    shout out
    """)
# Said of somebody who is washed, fed and visited; enough beside a title and a surname.
HOMELY = Phrases("""
    slippers|glasses|dentures|teeth|porridge|pyjamas|nightie
    nightdress|cardigan|frame|bath|shower|toilet|funeral|armchair
    buried|cremated|coffin|chapel
    winked|bless|dignity|frail|lonely|mobility|memory|pills|tablets|appetite|continence
    asked|asking|asks for
    poor love|lamb|thing|soul
    hair|nails|beard|scan|bloods|x-ray|test-results|biopsy
    on my|our list|round|books
    husband|wife|son|daughter|family|widow|carer|neighbour|grandson|granddaughter
    his|her sister|brother|teeth|hand|hair|room|story|bed|bag
    """)
AT_HOME = Phrases("at home")
HAPPENED = Phrases("ILLNESS|HAPPENING !TOPIC", ILLNESS=ILLNESSES, HAPPENING=HAPPENINGS, TOPIC=TOPICS)
CARING = Phrases(
    """
    washed|bathed|fed|hoisted|nursed|toileted|dressed|undressed|admitted|discharged|visited|settled|turned
    washing|bathing|feeding|hoisting|nursing|toileting
    dressing|undressing|admitting|discharging|visiting|settling|turning
    sat|sitting|sits|stayed with
    went|going|off|been to see
    caring|cared|cares|care for
    looking|looked|look after
    lost|losing our|my|the|dear? ADJ?
    """,
    **_LISTS,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one kind of phrase stands in a text, as spans of words; made once and asked for every name."""

    spans: list[Span]
    starts: frozenset[int]
    ends: frozenset[int]

    def outside(self, start: int, end: int) -> bool:
        """Whether one stands outside these words."""
        return any(last <= start or first >= end for first, last in self.spans)


@dataclass(frozen=True, slots=True)
class Care:
    """Everything in a text by which somebody in our care may be meant."""

    somebody: Standing
    beds: Standing
    happened: Standing
    places: Standing
    caring: Standing
    thanked: Standing
    homely: bool
    at_home: bool
    birthday: bool  # a great one

    def around(self, start: int, end: int) -> bool:
        """Whether anything of care is said outside these words."""
        return any(kind.outside(start, end) for kind in (self.somebody, self.beds, self.happened, self.places))

    def on_a_ward(self, start: int, end: int) -> bool:
        """Whether something happened, and at a place of care, outside these words."""
        return self.happened.outside(start, end) and self.places.outside(start, end)


def care(words: Words) -> Care:
    """Look for all of it."""
    return Care(
        _places(SOMEBODY.every(words)),
        _places(BEDS.every(words)),
        _places(HAPPENED.every(words)),
        _places(PLACES_OF_CARE.every(words)),
        _places(CARING.every(words)),
        _places(THANKS.every(words)),
        homely=HOMELY.first(words) is not None,
        at_home=AT_HOME.first(words) is not None,
        birthday=BIRTHDAYS.first(words) is not None,
    )


def _places(spans: list[Span]) -> Standing:
    return Standing(spans, frozenset(start for start, _ in spans), frozenset(end for _, end in spans))
