"""The table of what is still to come names only words that the format has, and each of them is found."""

from pathlib import Path
from typing import get_args

import pytest

from simulator.packs.later import LATER
from simulator.packs.schema import Shape
from tests.simulator.packs import lesson, small

ENTRIES = [(shape, word) for shape, words in LATER.items() for word in sorted(words)]


@pytest.mark.parametrize(("shape", "word"), ENTRIES, ids=[f"{shape.__name__}-{word}" for shape, word in ENTRIES])
def test_every_word_of_the_table_is_one_of_the_format(shape: type[Shape], word: str) -> None:
    name, _, value = word.partition("=")
    fields = {field.alias or inner: field.annotation for inner, field in shape.model_fields.items()}
    assert name in fields
    assert not value or value in str(get_args(fields[name]))


def test_a_draft_of_a_step_is_warned_of_and_a_live_one_refused(tmp_path: Path) -> None:
    live = small.changed(lesson.SESSION, "goal: {favourited: {}}", "goal: {scheduled: {}}")
    draft = small.changed(live, 'well_done: "Its author will be glad."', 'well_done: "Good."\n        status: draft')
    draft = small.changed(draft, "first_if_new: [star-one]\n", "")
    for number, (text, code) in enumerate(((live, "E102"), (draft, "W102"))):
        reading = lesson.reading(tmp_path / str(number), session=text)
        assert [finding.code for finding in reading.findings] == [code]
        assert (reading.pack is None) == (code == "E102")
