"""Faults that are put into copies of session 1, each with what has to be found: code, line, and words of the sentence.

They change session 1's own things and add rows to other files, so that no edit of the world's talk moves them.
"""

from typing import NamedTuple

SESSION, HEAD, WORLD, PEOPLE = "sessions/1-first-tweets.yaml", "pack.yaml", "world.yaml", "people.yaml"
MODEL, EXTRAS, SLIPS = (f"walkthroughs/1-{name}.yaml" for name in ("model", "extras", "every-mistake"))
GUESSES = "walkthroughs/1-wrong-guesses.yaml"
_ROW = "history:\n"
PERSON = 'Newt_sim: {name: "Newt", bio: "Made up.", picture: none, role: stranger}\n'


class Edit(NamedTuple):
    """One place of one file that is changed."""

    file: str
    old: str
    new: str


class Fault(NamedTuple):
    """What is done to the pack, and what must be found: on the line of `where` that has `on` in it."""

    name: str
    edits: tuple[Edit, ...]
    code: str
    on: str
    says: str
    where: str = SESSION
    walks: tuple[str, ...] = ()  # the walkthroughs that are kept and played; none where reading finds the fault
    full: bool = False


def in_session(name: str, old: str, new: str, code: str, on: str, says: str, **more: object) -> Fault:
    return Fault(name, (Edit(SESSION, old, new),), code, on, says, **more)  # type: ignore[arg-type]  # words of Fault


def _row(name: str, row: str, code: str, says: str) -> Fault:
    return Fault(name, (Edit(WORLD, _ROW, f"{_ROW}  - {row}\n"),), code, row[:40], says, WORLD)


TAG = "- tweeted: {hashtag: $class_tag, min_own: 15, at_most_hashtags: 2, not_noticed: [3]}"
STAR = "goal: {favourited: {by: anyone}}"
READING = (
    in_session(
        "a misspelt field", STAR, "goal: {favourited: {bye: anyone}}", "E110", "bye: anyone", 'Did you mean "by"?'
    ),
    in_session(
        "a misspelt check", "goal: {viewed: {a: tweet}}", "goal: {veiwed: {a: tweet}}", "E110", "veiwed", '"viewed"'
    ),
    in_session(
        "a misspelt hashtag field",
        "when: {tweeted: {hashtag: $class_tag, max_own: 14}}",
        "when: {tweeted: {hastag: $class_tag, max_own: 14}}",
        "E110",
        "hastag",
        'Did you mean "hashtag"?',
    ),
    in_session("an eaten hashtag", 'title: "Be found"', "title: Be found #CareClass", "E103", "Be found", "#CareClass"),
    in_session(
        "a key twice", 'title: "Be found"', 'title: "Be found"\n    title: "Be seen"', "E105", "Be seen", "title"
    ),
    in_session("an alias", 'title: "Be found"', "title: *found", "E104", "*found", "*"),
    in_session("a bracket that never closes", "you_will:\n", "you_will: [\n", "E101", '  - "send a tweet', "bracket"),
    in_session(
        "a field that is missing",
        '        well_done: "You thought about who sees a star. It thanks, it keeps, and everybody can look."\n',
        "",
        "E111",
        "- step: what-a-star-tells",
        "well_done",
    ),
    in_session("a number in words", "minutes: 30\n", "minutes: half an hour\n", "E112", "half an hour", "number"),
    in_session(
        "a step twice", "- step: star-one", "- step: open-a-tweet", "E113", "- step: open-a-tweet", "open-a-tweet"
    ),
    in_session(
        "a mistake twice", "- mistake: ok-only", "- mistake: only-hello", "E113", "- mistake: only-hello", "only-hello"
    ),
    in_session(
        "an answer that is too long",
        '- pick: "Me and the writer."',
        f'- pick: "Me{" and the writer" * 5}."',
        "E114",
        "Me and the writer and",
        "60",
    ),
    in_session(
        "a misspelt handle",
        "- {by: StuNurseAmy, follow: true}",
        "- {by: StuNurseAmi, follow: true}",
        "E120",
        "StuNurseAmi",
        'Did you mean "StuNurseAmy"?',
    ),
    in_session(
        "a misspelt $name",
        "I'm reading #$class_tag with",
        "I'm reading #$clas_tag with",
        "E122",
        "$clas_tag",
        "class_tag",
    ),
    in_session(
        "a scene after no step",
        "    after: hashtag-tweet",
        "    after: hashtag-twet",
        "E122",
        "hashtag-twet",
        'Did you mean "hashtag-tweet"?',
    ),
    in_session(
        "an ending that is not there",
        "ends_with: my-next-step",
        "ends_with: my-last-step",
        "E122",
        "my-last-step",
        "my-next-step",
    ),
    in_session(
        "a sign that nobody knows",
        "noticed: [spaced-hashtag]",
        "noticed: [spaced-hashtags]",
        "E122",
        "spaced-hashtags",
        "spaced-hashtag",
    ),
    in_session(
        "a place that no page has", "look_at: card-item", "look_at: card-itme", "E123", "card-itme", "card-item"
    ),
    in_session(
        "hints out of order",
        '{after: 75s, say: "Any tweet will do.',
        '{after: 10s, say: "Any tweet will do.',
        "E125",
        "after: 10s",
        "",
    ),
    in_session("a scene after the bell", "at_latest: +22m", "at_latest: +42m", "E125", "+42m", "30 minutes"),
    in_session(
        "a reply over 140 with the longest handle",
        '- "Found you by the tag, over my tea.',
        f'- "{"Found you. " * 12}',
        "E130",
        "Found you. Found you.",
        "too long with the longest handle",
    ),
    in_session(
        "a tweet over 140 with the longest tag",
        "I'm reading #$class_tag with",
        "I'm reading #$class_tag, #$class_tag and #$class_tag with",
        "E130",
        "I'm reading",
        "too long",
    ),
    in_session(
        "a link to nowhere",
        "I'm reading #$class_tag with",
        "See http://nowhere.example.org/x and",
        "E132",
        "nowhere.example.org",
        "page",
    ),
    in_session(
        "a part harsher than the pack",
        "label: explore\n",
        "label: explore\n    content: threats\n",
        "E134",
        "content: threats",
        "threats",
    ),
    in_session(
        "33 minutes",
        "- step: first-tweet\n        minutes: 4",
        "- step: first-tweet\n        minutes: 7",
        "P120",
        "minutes: 30",
        "3 minutes too many",
    ),
    in_session(
        "a scene that comes after its step",
        "        - done: first-tweet\n    wait: 10s to 20s",
        "        - done: first-tweet\n    wait: 10s to 9m",
        "P120",
        "10s to 9m",
        "3 minutes",
    ),
    in_session(
        "a long sentence",
        "A star says thank you without a word.",
        "A star says thank you without a word and it does so"
        " by day and by night and to all of the people who were kind enough to write a thing that you liked.",
        "W140",
        "A star says",
        "",
    ),
    in_session(
        "a place on the screen",
        "A star says thank you without a word.",
        "Click the star at the top right.",
        "W143",
        "at the top right",
        "",
    ),
    in_session(
        "min_length beside a reply",
        "to: anyone\n            min_own: 12",
        "to: anyone\n            min_length: 12",
        "W144",
        "min_length: 12",
        "min_own",
    ),
    in_session(
        "a letter that turns the text", 'title: "Be found"', 'title: "Be \u202efound"', "E107", 'title: "Be ', ""
    ),
    Fault(
        "an unknown step in a walkthrough",
        (Edit(MODEL, "completes: first-tweet}", "completes: first-twete}"),),
        "E122",
        "first-twete",
        "first-tweet",
        MODEL,
    ),
    Fault(
        "an exercise of nobody", (Edit(SESSION, "label: explore\n", "label: explor\n"),), "E112", "explor", "explore"
    ),
    Fault(
        "a session that is not there",
        (Edit(HEAD, "[1-first-tweets.yaml]", "[1-first-tweet.yaml]"),),
        "E101",
        "1-first-tweet.yaml",
        "1-first-tweets.yaml",
        HEAD,
    ),
    Fault("a kind of value of nobody", (Edit(HEAD, "{is: hashtag,", "{is: hash,"),), "E112", "is: hash,", "", HEAD),
    Fault(
        "a picture of nobody",
        (Edit(PEOPLE, "picture: cj.webp", "picture: cg.webp"),),
        "E121",
        "cg.webp",
        "cj.webp",
        PEOPLE,
    ),
    Fault(
        "alt text that is a file name",
        (Edit("media.yaml", 'cj.webp:\n  alt: "A drawing', 'cj.webp:\n  alt: "cj.webp" # "'),),
        "E131",
        'alt: "cj.webp"',
        "only the name of a file",
        "media.yaml",
    ),
    Fault(
        "a handle of a real body",
        (Edit(PEOPLE, "CJ_trainer:\n", f"{PERSON.replace('Newt_sim', 'NHSEngland')}CJ_trainer:\n"),),
        "E132",
        "NHSEngland",
        "",
        PEOPLE,
    ),
    _row(
        "a reply that names nobody",
        '{by: CJ_trainer, ago: 1h, tweet: "Thank you for the tea", reply_to: kat-tea}',
        "E126",
        "LibraryKat_sim",
    ),
    _row("a retweet of oneself", "{by: LibraryKat_sim, ago: 1h, retweet_of: kat-tea}", "E127", ""),
    _row("a telephone number", '{by: CJ_trainer, ago: 1h, tweet: "Ring me on 07700 900123"}', "E133", "phone"),
    Fault(
        "a card option that is not there",
        (Edit(MODEL, '"Anybody who looks at my page."', '"Anybody at all."'),),
        "E122",
        "Anybody at all.",
        "no such answer",
        MODEL,
    ),
)
