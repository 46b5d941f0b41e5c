"""Notices how a draft would read to others: complaints, safety concerns, name-calling, sarcasm (twitter-2015 C.2)."""

from collections.abc import Iterator

from simulator.coach.phrases import Phrases
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_WORK = {
    "WORK": """
        job, shift, shifts, ward, wards, unit, boss, manager, managers, matron, team, rota, work, workplace, trust,
        employer, management, company, care home, place, office, agency, placement, mentor, colleague, colleagues,
        patient, patients, resident, residents, client, clients, service users, relative, relatives, family, families,
        visitors, carers, doctors, consultants, night staff, day staff, bank staff, agency staff, staff, nights,
        handover, care plans, hospital
        """,
    "PEOPLE": """
        patient, patients, resident, residents, client, clients, service users, relative, relatives, family, families,
        visitor, visitors, daughter, daughters, son, wife, husband, boss, manager, managers, matron, mentor,
        colleague, colleagues, doctors, doctor, consultant, consultants, night staff, day staff, day team, night team,
        bank staff, agency staff, agency nurses, staff, team, hca, hcas, nurses, carers, sister, supervisor, student,
        students, social worker, social workers, gp, gps, management
        """,
    "BAD": """
        rude, useless, lazy, hopeless, ungrateful, annoying, moaning, whingeing, demanding, pathetic, clueless, nasty,
        horrible, incompetent, awful, vile, impossible, entitled, miserable, stroppy, patronising, aggressive,
        two-faced, bossy, rubbish, arrogant, needy, neurotic, nightmare, stupid, toxic, unprofessional, a nightmare, a
        joke, a disgrace, a shambles, idiots, a pain, a bully, a waste of time, a waste of space, a liability
        """,
    "VERY": "so, such, very, just, really, totally, always, absolutely, all, pretty, being, never, bloody, most",
}  # fmt: skip
_COMPLAINT = Phrases(
    """
    hate|hating|loathe|despise my|this|these|our|the ADJ? WORK
    hate|hating working here|there|nights|weekends|with|for
    hate|hating nights|weekends
    sick|tired|fed up? of|with my|this|these|our|the|all? ADJ? WORK
    had enough of my|this|these|our|the? ADJ? WORK
    can't stand|bear|face another|one-more WORK
    can't stand|bear|face my|this|these|our|the? ADJ? WORK
    worst ADJ? WORK ever?
    WORK from hell
    day|night|week|weekend|handover from hell
    if|when one more PEOPLE
    not a|one|single single? thank-you|thanks|please ~1 from ~1 PEOPLE|family|ward
    PEOPLE couldn't|can't|cannot run|organise|manage a
    nightmare patient|patients|family|families|relative|relatives|shift|rota|colleague
    done with this|my trust|job|ward|place|rota|shift|team
    nobody|no-one ever? listens to us|me|staff
    PEOPLE treat|treats|treated|treating me|us|staff like
    another|what AWFUL shift|family|patient|relative|night|day|rota
    another|what a|an AWFUL shift|family|patient|relative|night|rota
    VERY? rude|useless|lazy|ungrateful|annoying|moaning|whingeing|clueless|incompetent|stroppy|vile PEOPLE
    PEOPLE is|are|was|were|being|can|can't be? VERY? VERY? BAD
    PEOPLE so VERY? BAD
    PEOPLE has|have no manners|respect|clue|idea|shame|patience
    PEOPLE hasn't|haven't a|any clue|idea|manners
    PEOPLE ignored|ignores|ignoring|bullied|bullies|hates me|us
    PEOPLE of|in|from ~2 is|are|was VERY? BAD
    PEOPLE NOT listen|listens|care|cares|help|helps|lift|lifts|bother
    PEOPLE moaning|whingeing
    PEOPLE shouting|screaming|yelling|kicking|swearing at|off me|us
    PEOPLE who|that? do|does|did nothing
    PEOPLE ~4 driving|drives|drive me|us mad|crazy|insane|nuts|up-the-wall|round-the-bend
    why do i bother
    PEOPLE never even
    PEOPLE ~1 doing|does|do my head in
    trust|hospital|employer|company|boss|manager|managers|management|bosses NOT care|listen|bother|ask
    why do|does|are|is the|my|our|all|some|these? PEOPLE always|never|so ~3 BAD|moan|late|complain|sick|lazy
    this place|trust|ward|job|company|hospital|rota is|has? a|such|an? joke|shambles|disgrace|dump|mess|hell
    left me|us on my|our own again
    time wasters|waster|wasting patients|patient|again|everywhere
    bed blocker|blockers
    frequent flyer|flyers again|back|in
    can't wait to leave|quit this|my|the job|place|dump|ward|trust
    nobody|no-one ~1 pulls|pulling their weight
    does|do|doing no|nothing work|all ~2 shift|night|day
    """,
    unless="""
    never|don't|dont|not|stop|please say|saying|call|calling|use|using|write ~4 blocker|blockers|flyer|flyers|wasters
    term|label|word|phrase|words|called ~2 blocker|blockers|flyer|flyers|wasters|waster
    how|when|why|what|if|coping|dealing|tips ~4 PEOPLE is|are|being ~2 BAD
    no|not|never|isn't|aren't|wasn't VERY? BAD
    """,
    NOT="doesn't, don't, dont, couldn't, never, does not, do not, did not, didn't, won't, will not",
    AWFUL="nightmare, awful, horrendous, hideous, terrible, hellish, horrible, rubbish, dreadful, ghastly, grim, crap",
    ADJ="whole, bloody, stupid, awful, ungrateful, rude, lazy, useless, constant, own, night, day, late, early",
    **_WORK,
)
_CONCERN = Phrases(
    """
    unsafe staffing|levels|ratios on|at|here|again|tonight|today|in
    ward|unit|shift|home is|was|are|were isn't|not|aren't? just|so|totally|really|dangerously|very? unsafe
    it|here|we|staffing|place is|was|are|were isn't|not|aren't? just|so|totally|really|dangerously|very? unsafe
    isn't|not|never|aren't safe here|tonight|again|anymore
    isn't|not|never|aren't safe on|in|at ~1 ward|unit|home|shift|here|work
    dangerously|seriously understaffed|short-staffed|low-staffed|short-of-staff|low-on-staff
    short staffed|of-staff|of-nurses|of-carers again|tonight|today|on|yet|all
    NUM|NUMBER nurses|carers|staff|hcas short|down
    alone ~2 for|with NUM patients|residents|beds|people
    NUMBER|1|2 nurse|nurses|carer|carers|hca|staff ~4 for NUM patients|residents|beds|people|clients
    not|never feel|feels safe ~2 work|home|ward|unit|shift
    error|errors every night|day|shift|week
    gets|got|get|been|was|is|being hushed|covered up
    on my own ~2 for|with NUM patients|residents|beds|people
    buzzers|bells unanswered|ringing for
    NUMBER|NUM of us|them for|to|with NUM ~1 patients|residents|beds|people|clients
    can't|cannot be|feel safe on|here|tonight|with|for
    this|that|it|which can't|cannot|isn't|wasn't be? safe
    ITEM ~4 been|being|is|are|was|were|still broken|faulty|down|missing|empty
    ITEM broken|broke|faulty again|for|still|since|yet
    nobody|no-one has|have ever? checked|tested|looked|noticed
    gave|given|giving|got|had ~2 wrong insulin|drug|drugs|dose|meds|tablets|medication|blood|patient
    understaffed again|tonight|today|yet|on
    only one|two|three|1|2|3 nurse|nurses|carer|carers for|to|on|us ~3 patients|residents|beds|people|clients|ward
    only one|two|three|1|2|3 hca|hcas|staff|of for|to|on|us ~3 patients|residents|beds|people|clients|ward
    someone|somebody|patients is|are? will|going|gonna|could|might to? get|be? die|hurt|harmed|killed
    patient|resident|people is|are? will|going|gonna|could|might to? get|be? die|hurt|harmed|killed
    accident waiting to happen
    residents|patients|people left|lying|waiting in|on|without|for ~3 trolley|trolleys|food|water
    residents|patients|people left|lying|waiting in|on|without|for ~3 soiled|wet|corridor|corridors|pads
    left on a trolley|corridor
    wrong drug|drugs|dose|medication|meds|blood given|to|on|again
    drug|drugs|medication|med|meds error|errors on-my|on-our|on-this|on-nights|again|last
    broken hoist|monitor|alarm|alarms again|still|on
    cover|covering|covered|hushed|hushing up ~3 fall|falls|error|errors|incident|incidents|mistake|mistakes|death|abuse
    nobody|no-one is|has|was? checking|checked|watching|listening|listens|looking ~2 patients|residents|them|her|him
    not enough staff|nurses|carers|hands again|tonight|today|on|for|to
    ran|run|running|runs out of oxygen|linen|gloves|drugs|insulin|fluids|pads|meds|beds again|on|in|and|at|tonight
    nobody|no-one has|have? ever? reported|reports
    fire exit|exits|door|doors ~4 been|is|are|was|were blocked|locked|propped
    no staff|nurses|nurse tonight|again|on|here|to
    blow|blowing|blew the whistle on
    i'm|im|i-am|i-have-been|i-must|i-will whistleblowing|whistleblow
    neglect|abuse|bullying on|at|in my|our|this ward|unit|home|place|work|trust
    manager|managers|management|they ignore|ignored|ignoring|ignores ~2 concerns|warnings|reports
    manager|managers|management|they ignore|ignored|ignoring|ignores ~2 datix|incident|incidents
    patients|residents|lives are|is|at being? at? risk because|on|here|again|tonight|in|at
    near miss|misses on-my|on-our|today|tonight|again
    """,
    unless="""
    how|course|training|learn|learning|talk|study|report|guidance|policy|read|research|paper|story|book ~6 CONCERN
    """,
    CONCERN="whistle, neglect, abuse, bullying, error, errors, miss, unsafe, risk, whistleblowing, whistleblow",
    ITEM="hoist, hoists, monitor, monitors, alarm, alarms, bells, buzzer, buzzers, defib, oxygen, suction, trolley",
    NUMBER="one, two, three, four, five",
)
_INSULTS = """
    idiot, idiots, moron, morons, imbecile, imbeciles, numpty, numpties, halfwit, halfwits, dimwit, clown, clowns,
    loser, losers, muppet, muppets, pillock, plonker, wally, prat, jobsworth, jobsworths, liar, liars, snowflake,
    dinosaur, cretin, cow, fool, fools, cheat, coward, cowards, hypocrite, hypocrites, bully, nobody, joke, disgrace,
    waste of space, waste of time, troll, pig, rat, snake, witch, jerk, creep, scumbag
    """
_NAMES = Phrases(
    """
    idiot|idiots|moron|morons|imbecile|imbeciles|numpty|numpties|halfwit|halfwits|dimwit|pillock|plonker|cretin|cretins
    jobsworth|jobsworths|nutter|nutters|junkie|junkies|druggie
    druggies|smackhead|loony|loonies|psycho|scrounger|scroungers
    you|you're|your|u|ur are? such|just|all|clearly|obviously|really|nothing|a|an|the? but? a|an|the? RUDE? INSULT
    you|you're|u are? so|just|really|too? stupid|thick|dumb|pathetic|useless|clueless|ignorant
    you|you're|u are? very|clearly|obviously|all|bloody? stupid|thick|dumb|pathetic|useless|clueless|ignorant
    you|you're|u are? so|just|really|too|very|clearly|obviously|all|bloody? hopeless|ridiculous|disgusting
    you|you're|u are? so|just|really|too|very|clearly|obviously|all|bloody? vile|worthless|brainless
    he's|she's|they're|he|she|they is|are? a|an|all|such|complete|total|utter|so? a? INSULT
    what an|a RUDE? RUDE? INSULT
    what an|a RUDE RUDE? man|woman|boy|girl|person|lot
    stupid|silly|daft|miserable|nasty woman|man|girl|boy|cow|people|person|bat|git|sod
    old biddy|biddies|codger|codgers|bat|git|trout|cow
    shut up|it
    you people
    attention seeker|seekers
    what's|what-is wrong with you
    only|not an|a idiot|fool|moron would
    oh|just|please grow up
    get a life
    you sad|silly|horrible|nasty|miserable ~1 man|woman|person|girl|boy|people|lot
    """,
    unless="""
    idiot|idiots proof|guide|guides
    muppet|muppets|clown|clowns show|christmas|skills|day
    called|calls|calling me|us ~4 INSULT
    called|calls|calling me|us ~4 bat|biddy|git
    i|i'm|im|me am|was|feel|felt|looked|look|being|feeling? like? such? a|an|right|total|complete? ~1 INSULT
    felt|feel|feeling|feels like a|an ~2 INSULT
    no such thing as ~1 stupid
    never|don't|dont|stop|not say|saying|call|calling|use|using|write|called ~4 nutter|nutters|junkie|psycho|loony|idiot
    word|words|term|label|called ~2 nutter|nutters|junkie|psycho|loony|idiot|biddy
    """,
    INSULT=_INSULTS,
    RUDE="absolute, complete, total, utter, miserable, sad, stupid, silly, horrible, pathetic, lazy, arrogant, little",
)
_SARCASM = Phrases(
    """
    oh great|joy|goody|good|brilliant|fantastic|wonderful|lovely|fab|super|perfect /another|more|yet
    oh joy
    yeah right|because
    said nobody|no-one ever
    great /just great
    yeah|oh sure
    ok whatever
    surprise /surprise
    slow clap
    thanks for nothing
    how very|terribly kind|clever|generous|nice|brave of you
    aren't you clever|lucky|special|brilliant|perfect
    clever you|old
    good luck with that
    well that's just great|wonderful|perfect|brilliant|marvellous|typical
    nice|good one|work|job einstein|sherlock|genius
    well done genius|einstein|sherlock
    just what i|we|everyone need|needed|wanted|want /another|more
    because that|that'll|that's|what always|really|just? works|work|help|helps|helpful|helped
    because what|all we|i|you|were|needed ~4 short|need|needed|lacked
    i'm sure that'll|that-will help|work
    obviously you know|knew best|better|everything
    clearly you know|knew best|better|everything
    whatever next
    don't strain|hurt yourself
    lucky old? me|us
    in your dreams
    what could possibly go wrong
    """
)


def find(reading: Reading) -> Iterator[Found]:
    """The first of each in the draft's words."""
    for name, phrases in (("complaint", _COMPLAINT), ("safety-concern", _CONCERN), ("name-calling", _NAMES)):
        yield from _first(reading, name, phrases)
    yield from _first(reading, "sarcasm", _SARCASM)


def _first(reading: Reading, name: str, phrases: Phrases) -> Iterator[Found]:
    if found := phrases.first(reading.words):
        start, end = found
        yield Found(name, reading.words[start].start, reading.words[end - 1].end)
