"""A little pack with every kind of step that can be played, and what walks through it; it asserts nothing."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from simulator.packs.course import Course, course
from simulator.packs.loader import read
from simulator.packs.pack import Pack
from simulator.walkthroughs.player import Walked, walking
from simulator.walkthroughs.proofs import Proved, prove
from simulator.walkthroughs.worlds import Worlds, in_memory

PACK = """\
format: 1
pack: little
version: 1.0.0
title: "Little"
about: "For tests."
language: en-GB
zone: Europe/London
rules: classic-140
trainer: Pat_sim
content: [mild-trolling]
variables:
  class_tag: {is: hashtag, set_by: trainer, default: CareClass, label: "The hashtag of your class"}
world:
  starts: 2015-05-12 09:30
  seed: 1
  follows: {me: [Pat_sim], Pat_sim: [Sam_sim]}
  history:
    - {id: hello, by: Pat_sim, ago: 2d, tweet: "Hello, all. #$class_tag", link: tea}
    - {id: answer, by: Sam_sim, ago: 1d, tweet: "@Pat_sim Hello to you.", reply_to: hello}
people:
  Pat_sim: {name: "Pat", bio: "Made up, and helps.", picture: none, role: host}
  Sam_sim: {name: "Sam", bio: "Made up, and learns.", picture: none, role: friend}
  Kim_sim: {name: "Kim", bio: "Made up.", picture: none, role: classmate, stand_in: true}
  Lou_sim: {name: "Lou", bio: "Made up.", picture: none, role: classmate, stand_in: true}
web:
  tea: {address: "http://tea.example.org/how", site: "Tea", title: "How to make tea", text: "Warm the pot."}
sessions:
  - session: first
    title: "First tweets"
    minutes: 30
    you_will: ["send a tweet"]
    ends_with: next-step
    exercises:
      - exercise: look
        title: "Look"
        label: explore
        steps:
          - step: open-one
            minutes: 1
            instructions: "Open a tweet."
            goal: {viewed: {a: tweet}}
            hints: [{after: 30s, say: "Press the time of it."}, {after: 60s, say: "Any tweet will do."}]
            well_done: "You read it."
          - step: read-first
            minutes: 2
            instructions: "Read the page behind the link of Pat's tweet, then **retweet** it."
            goal: {retweeted: {of: hello, opened_first: true}}
            well_done: "You read it first."
      - exercise: hello-all
        title: "Say hello"
        label: practise
        steps:
          - step: hashtag-tweet
            minutes: 4
            instructions: "Send a tweet with **#$class_tag** in it."
            look_at: compose-button
            goal: {tweeted: {hashtag: $class_tag, min_own: 15}}
            hints: [{after: 60s, say: "Leave no gap after the # sign."}]
            mistakes:
              - {mistake: gap, when: {tweeted: {noticed: spaced-hashtag}}, feedback: "Close the gap, **$my_name**."}
            well_done: "Now others can find you."
          - step: say-back
            minutes: 3
            instructions: "Answer Sam."
            goal: {replied: {to: Sam_sim, min_own: 8}}
            well_done: "He will be glad."
      - exercise: rude
        title: "When someone is rude"
        label: practise
        content: mild-trolling
        instead: skip
        steps:
          - step: follow-one
            minutes: 1
            instructions: "Follow Kim."
            goal: {followed: {who: Kim_sim}}
            well_done: "She is glad."
      - exercise: think
        title: "Think"
        label: reflect
        steps:
          - step: would-you
            minutes: 1
            card:
              ask: "Would you send it?"
              options:
                - {pick: "No", because: "It is not yours.", right: true}
                - {pick: "Yes", because: "Ask first."}
            well_done: "You looked twice."
          - step: next-step
            minutes: 2
            instructions: "What will you do next?"
            reflect: {ask: "My next step is", min_words: 3, seen_by: only-me}
            well_done: "Keep it up."
    reactions:
      - reaction: sam-answers
        when: {tweeted: {hashtag: $class_tag}}
        if: {done: hashtag-tweet}
        wait: 20s to 60s
        then:
          - {by: Sam_sim, reply: ["Hello to you, $my_name.", "Hi! Glad you came."]}
          - {by: Pat_sim, wait: 5s, favourite: true}
          - {by: Pat_sim, follow: true}
    timeline:
      - {inject: pat-asks, at: +2m, by: Pat_sim, tweet: "Who is new?"}
"""
SCRIPT = """\
  - {view: tweet, of: hello, completes: open-one}
  - {retweet: hello, leaves_open: read-first, says: "read first"}
  - {undo: retweet, of: hello}
  - {open: tea}
  - {retweet: hello, completes: read-first}
  - {tweet: "Good # CareClass", triggers: gap, leaves_open: hashtag-tweet, says: "Close the gap, Nell."}
  - {tweet: "Good morning to all of you #CareClass", completes: hashtag-tweet, says: "others can find you"}
  - {wait: 70s, then_see: [{by: Sam_sim, reply_to: me}, {by: Pat_sim, favourited: me}, {by: Pat_sim, followed: me}]}
  - {reply: "@Sam_sim I like it here", to: latest from Sam_sim, completes: say-back}
  - {follow: Kim_sim, completes: follow-one}
  - {answer: "Yes", card: would-you, completes: would-you, says: "Ask first."}
  - wait: 60s
    then_see: [{by: Pat_sim, tweeted: true, says: "Who is new"}]
  - {write: "I will come again", about: next-step, completes: next-step}
  - {finished: first}
"""
OTHER = """\
walkthrough: "Ola answers the other way"
session: first
learner: {handle: ola_new, name: Ola}
script:
  - {skip: true}
  - {skip: read-first}
  - {skip: hashtag-tweet}
  - {skip: say-back}
  - {leave_out: rude}
  - {answer: "No", card: would-you, completes: would-you}
  - {write: "I will come again", completes: next-step}
"""


def walk(script: str = SCRIPT, learner: str = "learner: {handle: nell_new, name: Nell}", extra: str = "") -> str:
    """The file of a walkthrough."""
    return f'walkthrough: "Nell"\nsession: first\n{learner}\n{extra}script:\n{script}'


def wrote(folder: Path, *, pack: str = PACK, **walks: str) -> Pack:
    """The little pack with these walkthroughs in a folder; it must be sound."""
    (folder / "walkthroughs").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    for name, text in (walks or {"nell": walk(), "ola": OTHER}).items():
        (folder / "walkthroughs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    reading = read(folder)
    assert reading.pack is not None, [str(finding) for finding in reading.findings]
    return reading.pack


def told(folder: Path, **files: str) -> Course:
    """What the little pack teaches."""
    return course(wrote(folder, **files))


def played(pack: Pack, name: str = "nell", **switches: Any) -> Walked:
    """One walkthrough, played."""
    with in_memory() as folder:
        worlds = Worlds(course(pack), folder)
        try:
            with walking(worlds, name, pack.walkthroughs[name], **switches) as player:
                return player.play()
        finally:
            worlds.close()


def faults(folder: Path, script: str, **more: str) -> list[str]:
    """What does not come as these lines say: `LINE WORD: sentence`, lines from 1."""
    found = played(wrote(folder, nell=walk(script, **more))).faults
    return [f"{fault.line + 1} {fault.miss.word}: {fault.miss.message}" for fault in found]


def proofs(folder: Path, *, quick: bool = True, only: Collection[str] = (), **files: str) -> Proved:
    """What the little pack proves; `only` are the codes of machine learners that walk through it."""
    return prove(wrote(folder, **files), quick=quick, workers=1, only=only)
