"""Rules for sessions, steps, cards, reactions and the timeline, each broken once in an otherwise sound session."""

from pathlib import Path

import pytest

from simulator.packs.loader import read
from tests.simulator.packs import lesson, small

CJ = "- step: reply-to-cj\n        minutes: 4\n"
REASONS = "reasons: [fine, points to a person]"
REFLECT = 'reflect: {ask: "My next step is", start: "I will", min_words: 3, seen_by: only-me}'
STAR = 'well_done: "Its author will be glad."'
GOAL = "goal: {wrote: {about: my-step, min_words: 3}}\n"
SORT = 'pile: post, reason: fine, because: "It is kind."'
RIGHT = '- {pick: "No", because: "Right. It is not yours.", right: true}'
OPTION = '{pick: "Yes", because: "Ask first."}'
GIVEN = 'given: {tweet: "I am new here.", id: my-first}'
REPLY = 'reply: ["Welcome, $my_name! #$tag", "@$me Hello. Good tag."]'
FAVOURITE = "favourite: true}"
INJECT = 'tweet: "Who is new? #$class_tag", link: falls'
HINT = '- {after: 2m, say: "Like this."'
LONG = "x" * 123

CHAT = """\
▲chats:
  - chat: care-chat
    host: Jo_sim
    hashtag: $class_tag
    opens: with star-one
    at_latest: +10m
    welcome: "Hello and welcome!"
    questions:
      - at: +1m
        ask: "What made you try Twitter?"
        guests: [{by: Amy_sim, wait: 20s to 40s, answer: "To find others."}]
    thanks: "Thank you all."
"""

FAULTS = [
    # What stands there, what stands there instead with ▲ in front of what is found, the codes in order.
    ("session: first\n", "session: ▲First Session\n", "E112"),
    ("session: first\n", "session: ▲hello\n", "E113"),
    ("minutes: 30\n", "minutes: ▲45\n", "E112"),
    ("minutes: 30\n", "minutes: ▲26\n", "P120"),
    ('  - "send a tweet"\n  - "answer somebody"\n', " ▲[]\n", "E111"),
    ("ends_with: my-step", "ends_with: ▲my-stepp", "E122"),
    ("ends_with: my-step", "ends_with: ▲how-sure", "E122"),
    ("first_if_new: [star-one]", "first_if_new: [▲star-two]", "E122"),
    ("first_if_new: [star-one]", "first_if_new: ▲[]", "E112"),
    ("exercise: think", "exercise: ▲say-hello", "E113"),
    ('label: explore', "label: ▲play", "E112"),
    ("content: mild-trolling\n    instead", "content: ▲swearing\n    instead", "E134"),
    ("content: mild-trolling\n    then", "content: ▲swearing\n    then", "E134"),
    ("instead: skip", "instead: ▲look-around", "E122"),
    ("instead: skip", "instead: ▲rude", "E122"),
    ("order: any", "order: ▲random", "E112"),
    ("order: any", "▲odrer: any", "E110"),
    ("step: how-sure", "step: ▲hello", "E113"),
    ("step: how-sure", "step: ▲falls", "E113"),
    ("step: how-sure", "step: ▲first", "E113"),
    ("was: tag-tweet", "was: ▲reply-to-cj", "E113"),
    ("was: tag-tweet", "was: ▲hashtag-tweet", "E113"),
    ("minutes: 1\n        instructions", "minutes: ▲one\n        instructions", "E112"),
    (f'{CJ}        instructions: "Answer CJ."\n', CJ.replace("step", "▲step"), "E111"),
    (STAR, f"{STAR}\n        optional: ▲false", "E112"),
    ("look_at: favourite-button", "look_at: ▲star-button", "E123"),
    ("look_at: favourite-button", "look_at: ▲Favourite Button", "E112"),
    ("look_at: timeline", "look_at: ▲time-line", "E123"),
    ("hello, my-first", "hello, ▲my-second", "E122"),
    (GIVEN, "given: ▲{}", "E111"),
    (GIVEN, 'given: ▲{tweet: "I am new here.", draft: "I am new", id: my-first}', "E112"),
    (GIVEN, "given: {retweet: ▲nothing, id: my-first}", "E122"),
    (GIVEN, "given: {▲account: Jo_sim, id: my-first}", "E102"),
    (HINT, HINT.replace("2m", "▲60s"), "E125"),
    (HINT, HINT.replace("2m", "▲soon"), "E112"),
    ("- {after: 2m, say:", "- ▲{after: 2m, ▲sya:", "E111 E110"),
    ("mistake: fed-gus", "mistake: ▲hashtag-tweet", "E113"),
    ("unsafe: true", "unsafe: ▲yes", "E112"),
    (GOAL, GOAL.replace("my-step", "▲star-one"), "E122"),
    ("seen_by: only-me", "seen_by: ▲me", "E112"),
    ("reflect: {ask", 'card: {ask: "Sure?", scale: {from: 1, to: 3, low: a, high: b}}\n        ▲reflect: {ask', "E112"),
    (REFLECT, '▲reflect: {ask: "x"}', "E111"),
    ('well_done: "You looked twice."', "well_done:▲", "E111"),
    ("show: hello", "show: ▲helo", "E122"),
    ("show: hello", "show: ▲cake.gif", "E121"),
    (OPTION, '{pick: ▲"No", because: "Ask first."}', "E113"),
    (OPTION, '▲{pick: "Yes"}', "E111"),
    (f"            {RIGHT}\n            - {OPTION}\n", f"            ▲{RIGHT}\n", "E112"),
    (SORT, SORT.replace("post", "▲psot"), "E122"),
    (SORT, SORT.replace("fine", "▲fien"), "E122"),
    (f'{{item: cake, tweet: "Ten of us, one cake.", {SORT}', f"{{▲item: cake, text: x, {SORT[:10]}{SORT[24:]}", "E111"),
    ("item: ring", "item: ▲cake", "E113"),
    ('text: "Lady of 86 fell today."', "profile: ▲Nobody", "E120"),
    ("piles: [post, leave]", "piles: [post, leave, ▲Post]", "E113"),
    (f"piles: [post, leave]\n          {REASONS}\n          sort", f"{REASONS}\n          ▲sort", "E111"),
    ("from: 1, to: 5", "from: 5, to: ▲5", "E112"),
    ("scale: {from", "▲piles: [a, b], scale: {from", "E112"),
    ('low: "not"', "low: ▲[not]", "E112"),
    ("reaction: gus-is-rude", "reaction: ▲star-one", "E113"),
    ("wait: 20s to 60s", "wait: ▲60s to 20s", "E112"),
    ("wait: 10s\n", "wait: ▲4m\n", "P120"),
    ("limit: 2 per learner", "limit: ▲twice", "E112"),
    ("by: Gus_sim", "by: ▲Guss_sim", "E120"),
    ("by: Gus_sim", "by: ▲me", "E120"),
    (REPLY, REPLY.replace("$my_name", "▲$my_nam"), "E122"),
    (REPLY, REPLY.replace("Hello", "Hello ▲@Nobody"), "E120"),
    (REPLY, REPLY.replace("Hello", "See ▲http://elsewhere.example.org"), "E132"),
    (REPLY, f'reply: ["One.", "{LONG}"]', ""),
    (REPLY, f'reply: ["One.", ▲"{LONG}x"]', "E130"),
    (REPLY, f'reply: ▲"@$me {LONG}x"', "E130"),
    (REPLY, f'tweet: "{LONG[:120]}$my_name"', ""),
    (REPLY, f'tweet: ▲"{LONG[:121]}$my_name"', "E130"),
    (REPLY, 'reply: ["Hello.", ▲"Hello."]', "E113"),
    (REPLY, 'reply: ["Ring ▲07700 900123"]', "E133"),
    (REPLY, 'reply: ["Ring 07700 900123"], example: true', ""),
    (REPLY, 'message: "Well done."', ""),
    (REPLY, "▲resolve: true", "E102"),
    (f"{{by: Jo_sim, {REPLY}", f'▲{{by: Jo_sim, {REPLY}, tweet: "x"', "E112"),
    (f"{{by: Jo_sim, {REPLY}", "▲{by: Jo_sim", "E111"),
    (FAVOURITE, "favourite: ▲helo}", "E122"),
    (FAVOURITE, "favourite: hello}", ""),
    (FAVOURITE, "retweet: ▲hello}", "E127"),
    (FAVOURITE, "retweet: ▲shy}", "E127"),
    ("follow: true}", "follow: ▲me}", "E112"),
    ("then:\n      - {by: Gus_sim, reply: \"@$me Haven't you got any real work to do?\"}", "then: ▲[]", "E112"),
    ("at: +3m", "at: ▲3m", "E112"),
    ("at: +3m", "at: ▲+40m", "E125"),
    ("{inject: jo-asks, at: +3m", "▲{inject: jo-asks, at: +3m, after: star-one", "E112"),
    ("{inject: jo-asks, at: +3m", "▲{inject: jo-asks", "E111"),
    ("at: +3m,", "at: +3m, ▲at_latest: +5m,", "E112"),
    ("after: hashtag-tweet", "after: ▲hashtag-twet", "E122"),
    ("at_latest: +14m", "at_latest: ▲+31m", "E125"),
    (INJECT, INJECT.replace("falls", "▲fals"), "E122"),
    (INJECT, f'tweet: ▲"{"x" * 117}", link: falls', "E130"),
    (INJECT, f'tweet: "{"x" * 116}", link: falls', ""),
    (INJECT, INJECT.replace("Who", "▲$my_name: who"), "E122"),
    (INJECT, INJECT.replace("Who", "▲$tag: who"), "E122"),
    ('"Answer CJ."', '"Answer CJ on #▲$tag."', "E122"),
    ('"Answer CJ."', '"Answer CJ, $my_name, as $me or $trainer would."', ""),
    (INJECT, '▲quote: "Well, well."', "E102"),
    (INJECT, 'retweet: linked, ▲link: falls', "E127"),
    ("retweet: answer", "retweet: ▲hello", "E127"),
    ("if: {done: star-one}", "if: {done: ▲star-two}", "E122"),
    ("if: {done: star-one}", "▲ask_trainer: true", "E102"),
    ("reply: \"@$me Haven't", "example: true, reply: \"07700 900123 Haven't", ""),
    ('"Answer CJ."', '"Answer [CJ]▲(nobody)."', "E122"),
    (GIVEN, f'given: {{tweet: ▲"{"x" * 141}", id: my-first}}', "E130"),
    (GIVEN, f'given: {{draft: "{"x" * 171}", id: my-first}}', ""),
    ('try: "I came to learn. #$class_tag"', f'try: ▲"{"x" * 116}#$class_tag"', "E130"),
    ("timeline:\n", f"{CHAT}timeline:\n", "W102"),
    ("timeline:\n", f"{CHAT.replace('Jo_sim', '▲Joe_sim')}timeline:\n", "W102 E120"),
    ("timeline:\n", f"{CHAT.replace('with star-one', '▲with star-two')}timeline:\n", "W102 E122"),
    ("timeline:\n", f"{CHAT.replace('at: +1m', 'at: ▲1m')}timeline:\n", "W102 E112"),
    ("timeline:\n", f"{CHAT.replace('What made', '▲@Nobody made')}timeline:\n", "W102 E120"),
    ("timeline:\n", "▲drafts: [{by: Jo_sim, tweet: Hello all}]\ntimeline:\n", "W102"),
    ("timeline:\n", f"▲drafts: [{{by: Jo_sim, tweet: ▲'{'x' * 141}'}}]\ntimeline:\n", "W102 E130"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "codes"), FAULTS, ids=[each[1][-60:] for each in FAULTS])
def test_a_fault_is_found_at_its_place_and_alone(old: str, new: str, codes: str, tmp_path: Path) -> None:
    text, places = small.marked(lesson.SESSION, old, new)
    expected = [f"sessions/1-first.yaml:{place} {code}" for place, code in zip(places, codes.split(), strict=True)]
    folder = lesson.wrote(tmp_path, session=text)
    (folder / "walkthroughs" / "1-model.yaml").unlink()  # whatever it misses then is told for itself
    assert small.places(read(folder)) == expected
