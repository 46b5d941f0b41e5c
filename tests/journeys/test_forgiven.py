"""What a person does a little wrong costs nothing: a slash too many, a form of a desk that was closed meanwhile."""

import pytest

from tests.journeys import markup
from tests.journeys.town import Town


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/home/", "/home"),
        ("/join/ABCDEF/", "/join/ABCDEF"),
        ("/search/?q=a%26b", "/search?q=a%26b"),
        ("//example.org/", "/example.org"),
        ("/%5Cexample.org/", "/%5Cexample.org"),
        ("/a%0Ab/", None),
    ],
)
def test_a_slash_too_many_leads_to_the_address_without_it_on_this_very_server(
    typed: str, meant: str | None, place: Town
) -> None:
    answer = place.somebody().get(typed)
    assert (answer.status, answer.headers.get("location")) == ((307, meant) if meant else (400, None))


def test_a_form_that_is_sent_to_an_address_with_a_slash_is_not_sent_on(place: Town) -> None:
    assert place.somebody().post("/join/", {"code": "abcdef"}).status == 404


def test_the_name_of_a_class_outlives_the_trainers_sign_in(place: Town) -> None:
    desk = place.trainer()
    here, form = desk.cookies.copy(), {"title": "Thursday with the night shift"}
    assert desk.post("/trainer/sign-out").status == 303
    for cookies in (here, {}):  # in a second tab, and in a browser that was cleared
        desk.cookies = dict(cookies)
        answer = desk.post("/trainer/classes", form)
        assert answer.status == 403
        assert markup.kept(answer.text, form["title"])
        assert "fledge trainer link" in answer.text
    assert desk.post("/trainer/classes", {"title": "x" * 70_000}).status == 400  # more than is read at all
    assert place.installation.classes() == []
