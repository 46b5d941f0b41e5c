"""Rules for the history, the messages and the lists: what could not have happened in 2015 did not happen in a pack."""

from pathlib import Path

import pytest

from simulator.packs.loader import read
from tests.simulator.packs import small

REPLY = 'tweet: "@CJ_trainer Thank you."'
LINKED = 'tweet: "Read this:", link: falls, retweets: 1}'
SHY = 'ago: 1d, tweet: "Just us."}'
MESSAGE = 'from: Jo_sim, to: CJ_trainer, ago: 2h, text: "Is this private?"'
LIST = "name: Helpers, members: [Jo_sim]}"
JO, CJ = "  - {by: Jo_sim, ago: 2h, ", "  - {by: CJ_trainer, ago: 2h, "

FAULTS = [
    # What stands there, what stands there instead with ▲ in front of what is found, the codes in order.
    ("by: Jo_sim\n", "by: ▲Joe_sim\n", "E120"),
    ("id: answer", "id: ▲hello", "E113"),
    ("reply_to: hello", "reply_to: ▲nothing", "E122"),
    ("reply_to: hello", "reply_to: ▲answer", "E125"),
    (f"ago: 2d\n    {REPLY}\n    reply_to: hello", f"ago: 3d\n    {REPLY}\n    reply_to: ▲hello", "E125"),
    (f"ago: 2d\n    {REPLY}\n    reply_to: hello", f"ago: 4d\n    {REPLY}\n    reply_to: ▲hello", "E125"),
    ("ago: 2d", "ago: ▲3651d", "E112"),
    ("ago: 2d", "ago: ▲yesterday", "E112"),
    ("ago: 2d", "ago: ▲-2d", "E112"),
    ("ago: 3d", "ago: ▲3000d", "E125"),
    ("ago: 3d", "ago: ▲3649d", "E125"),
    (REPLY, 'tweet: ▲"Thank you."', "E126"),
    (REPLY, 'tweet: ▲"Thank you, jo@CJ_trainer"', "E126"),
    (REPLY, 'tweet: "@CJ_trainer and ▲@Nobody"', "E120"),
    (REPLY, 'tweet: "@CJ_trainer It ▲works.So what"', "E132"),
    (REPLY, 'tweet: "@CJ_trainer ▲http://other.example.org/x"', "E132"),
    (REPLY, f'tweet: ▲"@CJ_trainer {"x" * 129}"', "E130"),
    (REPLY, 'tweet: "@CJ_trainer $class_tag ▲$class_tagg"', "E122"),
    (REPLY, 'tweet: "@CJ_trainer ▲$me"', "E122"),
    (REPLY, "picture: ▲x.gif", "E121"),
    (REPLY, f"{REPLY}\n    picture: ▲[]", "E112"),
    (REPLY, f"{REPLY}\n    picture: ▲[a.gif, b.gif, c.gif, d.gif, e.gif]", "E112"),
    (REPLY, f"{REPLY}\n    clip: ▲x.mp4", "E121"),
    (REPLY, f"{REPLY}\n    tag_people: ▲[CJ_trainer]", "E127"),
    (REPLY, f"{REPLY}\n    picture: ▲x.gif\n    tag_people: ▲[Jo_sim]", "E121 E127"),
    ("{id: linked, by: CJ_trainer, ago: 30h, " + LINKED, "▲{id: linked, by: CJ_trainer, ago: 30h}", "E111"),
    (LINKED, LINKED.replace("falls", "▲fallls"), "E122"),
    (LINKED, '▲tweet: "Read this:", retweet_of: answer, ▲retweets: 1}', "E127 E127"),
    (f"ago: 30h, {LINKED}", f"ago: 480h, {LINKED}".replace("falls", "▲falls"), "E125"),
    (LINKED, LINKED.replace("1}", "▲3}"), "E112"),
    (LINKED, LINKED.replace("1}", "▲201}"), "E112"),
    (LINKED, LINKED.replace("1}", "[▲CJ_trainer]}"), "E127"),
    (LINKED, LINKED.replace("1}", "[▲Nobody]}"), "E120"),
    (LINKED, LINKED.replace("1}", "[Jo_sim, ▲Jo_sim]}"), "E113"),
    ("favourites: [Jo_sim]", "favourites: [▲CJ_trainer]", "E127"),
    ("favourites: [Jo_sim]", "favourites: [Jo_sim, ▲Jo_sim]", "E113"),
    ("favourites: [Jo_sim]", "favourites: ▲3", "E112"),
    ("favourites: [Jo_sim]", "favourites: ▲many", "E112"),
    (SHY, SHY[:-1] + ", favourites: [▲CJ_trainer]}", "E127"),
    (SHY, SHY[:-1] + ", favourites: ▲2}", "E112"),
    (SHY, SHY[:-1] + ", retweets: ▲1}", "E112"),
    (SHY, SHY[:-1] + ", retweets: [▲Jo_sim]}", "E127"),
    (SHY, f"{SHY}\n{JO}retweet_of: ▲shy}}", "E127"),
    (SHY, f'{SHY}\n{JO}quote_of: ▲shy, tweet: "Look"}}', "E127"),
    (SHY, f'{SHY}\n{CJ}quote_of: ▲shy, tweet: "Look"}}', "E127"),
    (SHY, f"{SHY}\n{CJ}retweet_of: ▲shy}}", "E127"),
    (SHY, f'{SHY}\n{CJ}reply_to: ▲shy, tweet: "@Shy_sim Hi"}}', "E127"),
    (SHY, f"{SHY}\n{CJ}retweet_of: ▲hello}}", "E127"),
    (SHY, f"{SHY}\n{JO}retweet_of: hello, id: rt}}\n  - {{by: Shy_sim, ago: 1h, retweet_of: ▲rt}}", "E127"),
    (SHY, f"{SHY}\n{JO}retweet_of: hello}}\n  - {{by: Jo_sim, ago: 1h, retweet_of: ▲hello}}", "E113"),
    (SHY, f'{SHY}\n  - {{by: Shy_sim, ago: 2h, tweet: ▲"Just us."}}', "E127"),
    (MESSAGE, MESSAGE.replace("Jo_sim", "▲Joe_sim"), "E120"),
    (MESSAGE, MESSAGE.replace("CJ_trainer", "▲Jo_sim"), "E127"),
    (MESSAGE, MESSAGE.replace("CJ_trainer", "▲Shy_sim"), "E127"),
    (MESSAGE, MESSAGE.replace('"Is this private?"', f"▲{'x' * 141}"), "E130"),
    (MESSAGE, MESSAGE.replace('"Is this private?"', f"▲{'x' * 130} $class_tag"), "E130"),
    (MESSAGE, MESSAGE.replace('"Is this private?"', '"Ask ▲@Nobody"'), "E120"),
    (LIST, LIST.replace("Helpers", "▲4 helpers"), "E112"),
    (LIST, LIST.replace("Helpers", f"▲{'x' * 26}"), "E114"),
    (LIST, LIST.replace("Jo_sim", "▲Joe"), "E120"),
    (LIST, LIST.replace("Jo_sim", "Jo_sim, ▲Shy_sim"), "E127"),
    (LIST, LIST.replace("Helpers", f"Helpers, about: ▲{'x' * 85} $class_tag"), "E114"),
    (LIST, f"{LIST}\n  - {{by: CJ_trainer, name: ▲helpers, members: []}}", "E113"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "codes"), FAULTS, ids=[each[1][-60:] for each in FAULTS])
def test_a_fault_is_found_at_its_place_and_alone(old: str, new: str, codes: str, tmp_path: Path) -> None:
    text, places = small.marked(small.WORLD, old, new)
    expected = [f"world.yaml:{place} {code}" for place, code in zip(places, codes.split(), strict=True)]
    assert small.found(tmp_path, world=text) == expected


ALLOWED = [
    (REPLY, 'tweet: "Thank you, @cj_TRAINER!"'),
    (REPLY, 'tweet: "It was jo@northvale or @CJ_trainer\'s idea."'),
    (REPLY, 'tweet: "@CJ_trainer See steady.example.org/falls"'),
    (REPLY, f'tweet: "@CJ_trainer {"x" * 128}"'),
    (REPLY, f'tweet: "@CJ_trainer {"x" * 104} http://steady.example.org/falls"'),
    (REPLY, 'tweet: "@CJ_trainer It costs $5, or $$5."'),
    (LINKED, f'tweet: "{"x" * 116}", link: falls}}'),
    (LINKED, "link: falls}"),
    (LINKED, "quote_of: answer}"),
    (LINKED, f'tweet: "{"x" * 116}", quote_of: answer}}'),
    (LINKED, LINKED.replace("1}", "2, favourites: [Jo_sim, Shy_sim]}")),
    (SHY, f'{SHY}\n  - {{by: Shy_sim, ago: 2h, reply_to: shy, tweet: "And again."}}'),
    (SHY, f'{SHY}\n  - {{by: Jo_sim, ago: 2h, reply_to: shy, tweet: "@Shy_sim Yes."}}'),
    (SHY, f'{SHY}\n  - {{by: Shy_sim, ago: 2h, quote_of: shy, tweet: "I said so."}}'),
    (SHY, SHY[:-1] + ", favourites: 1}"),
    (SHY, f'{SHY}\n  - {{by: Shy_sim, ago: 2d, tweet: "Just us."}}'),
    (SHY, f'{SHY}\n  - {{by: Jo_sim, ago: 2h, tweet: "Just us."}}'),
]


@pytest.mark.parametrize(("old", "new"), ALLOWED, ids=[each[1][-60:] for each in ALLOWED])
def test_what_the_site_allows_is_allowed(old: str, new: str, tmp_path: Path) -> None:
    assert not small.found(tmp_path, world=small.changed(small.WORLD, old, new))


def test_names_that_stand_for_people_are_judged_by_whom_they_usually_mean(tmp_path: Path) -> None:
    variable = 'host: {is: handle, set_by: trainer, default: CJ_trainer, label: "Who"}'
    pack = small.changed(small.PACK, "variables:\n", f"variables:\n  {variable}\n")
    world = small.changed(small.WORLD, REPLY, 'tweet: "@$host Thank you."')
    assert not small.found(tmp_path, pack=pack, world=world)


@pytest.mark.parametrize("field", ["link: falls", "quote_of: answer"])
def test_links_and_quotes_cost_what_they_cost_in_the_composer(field: str, tmp_path: Path) -> None:
    text, places = small.marked(small.WORLD, LINKED, f'tweet: ▲"{"x" * 117}", {field}}}')
    assert small.found(tmp_path, world=text) == [f"world.yaml:{places[0]} E130"]


def test_pictures_cost_23_however_many_there_are(tmp_path: Path) -> None:
    media = "".join(f'{name}.gif: {{alt: "A dot", credit: x, licence: x}}\n' for name in "ab")
    for length, codes in ((117, []), (118, ["E130"])):
        line = f'tweet: "{"x" * length}", picture: [a.gif, b.gif]}}'
        folder = small.wrote(tmp_path / str(length), media=media, world=small.changed(small.WORLD, LINKED, line))
        for name in "ab":
            small.put(folder / "media" / f"{name}.gif", small.gif())
        assert [finding.code for finding in read(folder).findings] == codes


def test_retweets_that_are_dealt_leave_out_who_has_retweeted(tmp_path: Path) -> None:
    retweets = "".join(f"\n  - {{by: {who}_sim, ago: 2h, retweet_of: linked}}" for who in ("Jo", "Shy"))
    world = small.changed(small.WORLD, SHY, SHY + retweets)
    assert small.found(tmp_path, world=world) == ["world.yaml:17:88 E112"]


def test_an_answer_to_an_old_message_is_always_allowed(tmp_path: Path) -> None:
    world = small.changed(small.WORLD, "CJ_trainer: [Jo_sim]\n  Jo_sim: [Shy_sim]", "Shy_sim: [Jo_sim]")
    first = 'from: Jo_sim, to: Shy_sim, ago: 3h, text: "Are you in?"}\n'
    world = small.changed(
        world, f"{MESSAGE}}}\n", f'{first}  - {{from: Shy_sim, to: Jo_sim, ago: 2h, text: "I am."}}\n'
    )
    assert not small.found(tmp_path / "answer", world=world)
    too_soon = small.changed(world, 'ago: 2h, text: "I am."', 'ago: 4h, text: "I am."')
    assert small.found(tmp_path / "first", world=too_soon) == ["world.yaml:20:25 E127"]


def test_a_hundred_answers_below_one_another_are_enough(tmp_path: Path) -> None:
    answers = ['  - {id: a0, by: Jo_sim, ago: 2000m, tweet: "One"}\n']
    for number in range(1, 101):
        fields = f'id: a{number}, by: Jo_sim, ago: {2000 - number}m, tweet: "@Jo_sim {number}", reply_to: a{number - 1}'
        answers.append(f"  - {{{fields}}}\n")
    for count, codes in ((100, []), (101, ["E106"])):
        world = small.changed(small.WORLD, "messages:", f"{''.join(answers[:count])}messages:")
        reading = read(small.wrote(tmp_path / str(count), world=world))
        assert [finding.code for finding in reading.findings] == codes


def test_every_row_with_the_same_fault_is_found(tmp_path: Path) -> None:
    world = small.WORLD.replace("Jo_sim", "Joe_sim")
    found = [place for place in small.found(tmp_path, world=world) if place.endswith("E120")]
    assert len(found) == world.count("Joe_sim")
