"""What holds for every check and every row of acts: later acts spoil nothing, deleting un-counts, nothing is silent."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import strategies as st

from simulator.checks import (
    Act,
    Case,
    answer,
    fits,
    meets,
    met_at,
    near_misses,
    nearly,
    progress,
    read_back,
    words_of,
)
from simulator.checks.acts import played
from simulator.checks.missing import on_paper
from simulator.checks.spoken import own_letters
from simulator.packs.check_shapes import Check
from tests.simulator.checks import some, stage
from tests.simulator.checks.runs import LONG, for_every, long_runs


@for_every(some.act_checks, some.cases(), some.cases())
def test_later_acts_never_take_away_what_is_met(check: Check, case: Case, more: Case) -> None:
    later = tuple(one._replace(number=one.number + 100) for one in more.deeds)
    if meets(check, case):
        assert meets(check, case._replace(deeds=(*case.deeds, *later)))


@for_every(some.act_checks, some.cases())
def test_a_check_of_acts_is_met_with_the_act_that_it_names_and_not_before(check: Check, case: Case) -> None:
    number = met_at(check, case)
    if number is None:
        return
    upto = [one for one in case.deeds if one.number <= number]
    assert meets(check, case._replace(deeds=upto))
    assert not meets(check, case._replace(deeds=upto[:-1]))


@for_every(some.act_checks, some.cases(), st.data())
def test_what_is_gone_counts_no_more(check: Check, case: Case, data: st.DataObject) -> None:
    fewer = tuple(one._replace(gone=one.gone or data.draw(st.booleans())) for one in case.deeds)
    if meets(check, case._replace(deeds=fewer)):
        assert meets(check, case)
    assert not meets(check, case._replace(deeds=tuple(one._replace(gone=True) for one in case.deeds)))


@for_every(some.any_check, some.cases())
def test_gone_is_the_same_as_never_done(check: Check, case: Case) -> None:
    without = case._replace(deeds=tuple(one for one in case.deeds if not one.gone))
    assert met_at(check, case) == met_at(check, without)


@for_every(some.act_checks, some.cases())
def test_an_act_that_fits_a_check_of_acts_meets_it(check: Check, case: Case) -> None:
    if case.deeds and fits(check, case.deeds[-1], case):
        assert meets(check, case)


@for_every(some.any_check, some.cases())
def test_every_check_reads_back_in_one_sentence(check: Check, case: Case) -> None:
    text = read_back(check, case.scene)
    assert text.startswith("Done when the learner ")
    assert "\n" not in text
    assert "  " not in text
    assert "None" not in text


@for_every(some.any_check, some.cases())
def test_progress_is_done_exactly_when_the_check_is_met(check: Check, case: Case) -> None:
    lines = progress(check, case)
    assert all(line.text for line in lines)
    assert all(0 <= line.count <= line.of for line in lines)
    assert all(line.done == (line.count == line.of) for line in lines)
    assert all(line.done for line in lines) == meets(check, case)


@for_every(some.any_check, some.cases())
def test_an_answer_is_kind_and_says_something_unless_the_goal_is_met(check: Check, case: Case) -> None:
    if not case.deeds or case.deeds[-1].gone:
        return
    said = answer(check, case.deeds[-1], case)
    assert (said.kind == "met") == meets(check, case)
    assert bool(said.say) == (said.kind in ("progress", "nearly"))
    assert not said.say or "!" not in said.say
    assert (nearly(check, case.deeds[-1], case) or "") == (said.say if said.kind == "nearly" else "")


@for_every(some.act_checks, some.cases())
def test_an_act_of_the_right_kind_never_meets_silence(check: Check, case: Case) -> None:
    if not case.deeds or case.deeds[-1].gone or meets(check, case):
        return
    if case.deeds[-1].word in _kinds(check):
        assert answer(check, case.deeds[-1], case).say


def _kinds(check: Check) -> Iterator[str]:
    for name, asked in check.words():
        if isinstance(asked, tuple):
            for inner in asked:
                yield from _kinds(inner)
        elif name == "count":
            yield from _kinds(asked.of)  # type: ignore[union-attr]  # of a Count
        else:
            yield name


_ALPHABET = st.sampled_from("ab C#@.é👏\n")
_TAILS = st.sampled_from(["", " #CareClass", " http://steady.example.org/four-checks", " #CareClass #cake"])


@for_every(st.text(_ALPHABET, max_size=60))
def test_any_text_can_be_taken_apart(text: str) -> None:
    words = words_of(text)
    assert 0 <= words.own <= sum(not letter.isspace() for letter in words.text)
    assert words_of(text, prefilled=text).own == 0


@for_every(
    st.text(st.sampled_from("abc "), min_size=1, max_size=40), st.sampled_from(["", "@ann ", "@ann @bo "]), _TAILS
)
def test_handles_in_front_tags_and_links_are_nobodys_own(text: str, front: str, tail: str) -> None:
    assert own_letters(f"{front}{text}{tail}") == own_letters(text) == len(text.replace(" ", ""))


@for_every(
    st.text(st.sampled_from("abcdef "), min_size=5, max_size=40),
    st.integers(1, 30),
    st.sampled_from(["tweeted", "replied"]),
)
def test_near_misses_of_any_text_miss(text: str, least: int, word: str) -> None:
    goal = Check.model_validate({word: {"hashtag": "CareClass", "min_own": least}})
    front = "@CJ_trainer " if word == "replied" else ""
    act = Act(word, f"{front}{text.strip() or 'a'} #CareClass", to="CJ_trainer" if front else "", prefilled=front)
    case = played(act, on_paper(stage.SCENE))
    for miss in near_misses(goal, stage.SCENE, act):
        after = played(miss.act, on_paper(stage.SCENE))
        assert not meets(goal, after), miss
        assert answer(goal, after.deeds[-1], after).say
    assert bool(near_misses(goal, stage.SCENE, act)) == meets(goal, case)


class _Counted(tuple[Any, ...]):
    """Acts that count how often one of them is looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            type(self).looks += 1
            yield one


def _looks(check: Check, case: Case) -> int:
    _Counted.looks = 0
    meets(check, case._replace(deeds=_Counted(case.deeds)))
    return _Counted.looks


def test_the_time_is_a_straight_line_in_the_acts() -> None:
    goals = (
        "tweeted: {after: {favourited: {after: {retweeted: {}}}}}",
        "count: {of: {all_of: [tweeted: {after: {favourited: {}}}, none_of: [quoted: {}]]}, at_least: 900}",
        "any_of: [all_of: [tweeted: {}, favourited: {}], count: {of: {any_of: [replied: {}]}, at_least: 900}]",
        "count: {of: {count: {of: {count: {of: {tweeted: {}}, at_least: 9}}, at_least: 9}}, at_least: 900}",
        "threaded: {parts: 900}",
        "followed: {at_least: 900}",
        "answered: {card: who-sees, right_at_least: 3}",
    )
    for goal in goals:
        few, many = (
            _looks(stage.check(goal), stage.case_of(*(stage.deed(401 + at) for at in range(size))))
            for size in (100, 400)
        )
        assert 0 < many <= 4 * few, goal
        assert many <= 10 * 400, goal


@pytest.mark.prove
@pytest.mark.parametrize("name", sorted(long_runs))
def test_what_holds_for_a_few_holds_for_thousands(name: str, proved: Callable[[str, object, object], None]) -> None:
    long_runs[name]()
    proved(f"checks, {LONG} random cases: {name.removeprefix('test_').replace('_', ' ')}, faults", 0, 0)
