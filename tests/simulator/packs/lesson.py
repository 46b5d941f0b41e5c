"""A small complete session with a walkthrough, for tests of what lessons may say; it asserts nothing."""

from pathlib import Path

from simulator.packs.loader import Reading, read
from tests.simulator.packs import small

PACK = small.PACK.replace("sessions: []", "content: [mild-trolling]\nsessions: [1-first.yaml]")
PEOPLE = (
    small.PEOPLE
    + """\
Gus_sim: {name: "Gus", bio: "Grumbles.", picture: none, role: troll}
Amy_sim: {name: "Amy", bio: "Student.", picture: none, role: classmate, kind: peer, stand_in: true}
Ben_sim: {name: "Ben", bio: "Porter.", picture: none, role: classmate, kind: other-role, stand_in: true}
"""
)
POLICY = """\
signs:
  - {sign: ward-name, words: [Bluebell, "Bluebell Ward"], severity: 3, say: "That is the name of a ward."}
"""
SESSION = """\
session: first
title: "First tweets"
minutes: 30
you_will:
  - "send a tweet"
  - "answer somebody"
ends_with: my-step
first_if_new: [star-one]
exercises:
  - exercise: look-round
    title: "Look round"
    label: explore
    steps:
      - step: star-one
        minutes: 1
        instructions: "Press the star of a tweet that you like, $my_name."
        look_at: favourite-button
        goal: {favourited: {}}
        hints:
          - {after: 60s, say: "Each tweet has a small star.", look_at: timeline}
        well_done: "Its author will be glad."
        skippable: true
  - exercise: say-hello
    title: "Say hello"
    label: practise
    steps:
      - step: hashtag-tweet
        was: tag-tweet
        minutes: 4
        instructions: |
          A **hashtag** lets strangers find your tweet.
          Send a tweet with **#$class_tag** that says why you came.
        look_at: compose-button
        goal:
          tweeted:
            hashtag: $class_tag
            min_own: 15
            says: {why: [learn, help], "$my_name": ["$class_tag"]}
            not_noticed: [ward-name, phone]
        hints:
          - {after: 60s, say: "Type #$class_tag with no gap."}
          - {after: 2m, say: "Like this.", try: "I came to learn. #$class_tag"}
        mistakes:
          - mistake: gap-in-hashtag
            when: {tweeted: {noticed: spaced-hashtag}}
            feedback: "There is a gap after your # sign. Close it."
            unsafe: true
        well_done: "Anyone who looks up #$class_tag will find you."
      - step: reply-to-cj
        minutes: 4
        instructions: "Answer CJ."
        given: {tweet: "I am new here.", id: my-first}
        goal:
          any_of:
            - replied: {to: trainer, of: [hello, my-first], min_own: 10, within: 4m}
            - replied: {to: classmate, of: {hashtag: any}, after: star-one}
          none_of:
            - following: {all_of: [Gus_sim]}
        well_done: "He will see it."
        trainer: {say: "Take your time.", expect: "A short answer."}
  - exercise: rude
    title: "When someone is rude"
    label: practise
    part: extra
    content: mild-trolling
    instead: skip
    order: any
    steps:
      - step: meet-gus
        minutes: 3
        instructions: "Gus is rude to you. Leave him alone and look at **home**."
        goal:
          viewed: {a: [home, notifications]}
          count: {of: {favourited: {since: ever}}, at_least: 2, different: person}
        mistakes:
          - mistake: fed-gus
            when: {replied: {to: Gus_sim}}
            feedback: "That is what Gus wants."
        well_done: "You are in charge."
        optional: true
  - exercise: think
    title: "Think"
    label: reflect
    steps:
      - step: would-you-post
        minutes: 2
        card:
          ask: "Would you post this?"
          show: hello
          options:
            - {pick: "No", because: "Right. It is not yours.", right: true}
            - {pick: "Yes", because: "Ask first."}
        goal: {answered: {right: true}}
        well_done: "You looked twice."
      - step: post-or-not
        minutes: 3
        card:
          ask: "Post it or leave it?"
          piles: [post, leave]
          reasons: [fine, points to a person]
          sort:
            - {item: cake, tweet: "Ten of us, one cake.", pile: post, reason: fine, because: "It is kind."}
            - {item: ring, text: "Lady of 86 fell today.", pile: leave, reason: points to a person, because: "Look."}
        goal: {answered: {right_at_least: 2, reasons: each}}
        well_done: "Good eyes."
      - step: how-sure
        minutes: 1
        card: {ask: "How sure are you?", scale: {from: 1, to: 5, low: "not", high: "very"}}
        well_done: "Thank you."
        status: draft
      - step: my-step
        minutes: 3
        instructions: "What will you do next?"
        reflect: {ask: "My next step is", start: "I will", min_words: 3, seen_by: only-me}
        goal: {wrote: {about: my-step, min_words: 3}}
        well_done: "Keep it up."
reactions:
  - reaction: jo-welcomes
    when: {tweeted: {hashtag: $class_tag}}
    if: {opened: hashtag-tweet}
    wait: 20s to 60s
    limit: 2 per learner
    then:
      - {by: Jo_sim, reply: ["Welcome, $my_name! #$tag", "@$me Hello. Good tag."]}
      - {by: CJ_trainer, wait: 5s, favourite: true}
      - {by: Amy_sim, follow: true}
  - reaction: gus-is-rude
    when: {opened: meet-gus}
    wait: 10s
    content: mild-trolling
    then:
      - {by: Gus_sim, reply: "@$me Haven't you got any real work to do?"}
timeline:
  - {inject: jo-asks, at: +3m, by: Jo_sim, tweet: "Who is new? #$class_tag", link: falls}
  - inject: cj-passes-on
    after: hashtag-tweet
    wait: 30s
    at_latest: +14m
    by: CJ_trainer
    retweet: answer
    if: {done: star-one}
"""
WALK = """\
walkthrough: "model learner"
session: first
learner: {handle: newnurse, name: "Sam Hill"}
set: {class_tag: CareDay}
script:
  - {favourite: hello, completes: star-one}
  - {tweet: "I came to learn # CareDay", triggers: gap-in-hashtag, leaves_open: hashtag-tweet}
  - {tweet: "I came to learn from you #CareDay", completes: hashtag-tweet}
  - wait: 2m
    then_see: [{by: Jo_sim, reply_to: me, says: "Welcome"}, {by: Amy_sim, followed: me}]
  - {reply: "@CJ_trainer I work with children", to: latest from CJ_trainer, completes: reply-to-cj}
  - {answer: "No", card: would-you-post, completes: would-you-post}
  - {answer: post-or-not, item: cake, pile: post, reason: fine}
  - {answer: post-or-not, item: ring, pile: leave, reason: points to a person, completes: post-or-not}
  - {write: "I will say hello", about: my-step, completes: my-step}
  - finished: first
"""
FILES: dict[str, str | bytes] = {
    "pack": PACK, "people": PEOPLE, "policy": POLICY, "sessions/1-first": SESSION, "walkthroughs/1-model": WALK,
}  # fmt: skip


NAMED = {"session": "sessions/1-first", "walk": "walkthroughs/1-model"}


def wrote(folder: Path, **files: str | bytes) -> Path:
    """The small pack with its session; `session` and `walk` are short for their files."""
    return small.wrote(folder, **{**FILES, **{NAMED.get(name, name): text for name, text in files.items()}})


def reading(folder: Path, **files: str | bytes) -> Reading:
    """What the reader says about it."""
    return read(wrote(folder, **files))
