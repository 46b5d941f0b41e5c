"""Pictures of the course in a Tweet: the box, their alt texts, taking one out, and what the coach says of them."""

from itertools import count

from sqlalchemy import text

from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town

PART = {"hx-request": "true"}
CARE = "Mrs Jones in bed 4 fell again"
_numbers = count(1)


def draft(*names: str, **more: str) -> dict[str, str | list[str]]:
    return {"text": "Tea", "library": list(names), "alt": [f"About {name}" for name in names], **more}


def pairs(*names: str) -> list[tuple[str, str]]:
    return [(name, f"About {name}") for name in names]


def test_the_box_opens_on_a_page_of_its_own_and_keeps_the_words(ana: Client) -> None:
    page = ana.post("/tweets/pictures", {"text": "Tea for all", "box": "1"})
    assert page.status == 200
    assert markup.kept(page.text, "Tea for all")
    assert 'data-anchor="picture-box"' in page.text
    assert '<button name="add" value="mugs.webp"' in page.text
    assert "box-mug.webp" not in page.text  # that is one for profiles
    assert 'data-anchor="picture-box"' not in ana.get("/compose").text


def test_a_chosen_picture_asks_for_its_words_at_once(ana: Client) -> None:
    page = ana.post("/tweets/pictures", {"text": "Tea", "add": "mugs.webp"}).text
    assert markup.attached(page) == [("mugs.webp", "")]  # it arrives without its alt text (ruling 25)
    assert "What does the picture show?" in page
    assert 'data-left="114"' in page  # 140 less 3 and 23
    again = ana.post("/tweets/pictures", draft("mugs.webp", add="bike.webp")).text
    assert markup.attached(again) == [*pairs("mugs.webp"), ("bike.webp", "")]


def test_four_are_the_most_and_any_can_be_taken_out_again(ana: Client) -> None:
    four = ("mugs.webp", "bike.webp", "garden.webp", "allotment.webp")
    full = ana.post("/tweets/pictures", draft(*four, add="mugs.webp")).text
    assert markup.attached(full) == pairs(*four)
    told = ana.post("/tweets/pictures", draft(*four, box="1")).text
    assert "at most 4 pictures" in told
    assert 'name="add"' not in told
    less = ana.post("/tweets/pictures", draft(*four, drop="2")).text
    assert markup.attached(less) == pairs("mugs.webp", "garden.webp", "allotment.webp")
    assert "The picture is taken out." in less


def test_a_part_holds_the_pictures_alone(ana: Client) -> None:
    part = ana.post("/tweets/pictures", draft("mugs.webp", add="bike.webp"), PART)
    assert part.status == 200
    assert markup.attached(part.text) == [*pairs("mugs.webp"), ("bike.webp", "")]
    assert "<form" not in part.text
    assert part.text.count("autofocus") == 1


def test_what_the_box_does_not_offer_stays_out(ana: Client) -> None:
    page = ana.post("/tweets/pictures", draft("mugs.webp", add="cake.webp")).text
    assert markup.attached(page) == pairs("mugs.webp")
    assert ana.post("/tweets", draft("cake.webp")).status == 422


def test_pictures_stay_with_words_that_are_refused(ana: Client) -> None:
    page = ana.post("/tweets", draft("mugs.webp", "bike.webp") | {"text": "x" * 130})
    assert page.status == 422
    assert markup.attached(page.text) == pairs("mugs.webp", "bike.webp")
    long = ana.post("/tweets", {"text": "Tea", "library": "mugs.webp", "alt": "x" * 421})
    assert long.status == 422
    assert markup.attached(long.text) == [("mugs.webp", "x" * 421)]


def test_a_picture_alone_is_a_tweet(ana: Client) -> None:
    sent = ana.post(
        "/tweets", {"text": "", "library": "mugs.webp", "alt": "Three mugs"}, {"referer": ana.origin + "/home"}
    )
    assert sent.status == 303
    assert 'alt="Three mugs"' in ana.get(f"/tweets/{sent.location.rpartition('tweet-')[2]}").text


def test_an_answer_stays_an_answer_while_pictures_are_chosen(ana: Client) -> None:
    sent = ana.post("/tweets", {"text": "Who has tea?"}, {"referer": f"{ana.origin}/home"})
    tweet = sent.location.rpartition("tweet-")[2]
    page = ana.post("/tweets/pictures", {"text": "@x Here", "reply_to": tweet, "add": "mugs.webp"}).text
    assert f'name="reply_to" value="{tweet}"' in page
    part = ana.post("/tweets/pictures", {"text": "Here", "reply_to": tweet, "add": "mugs.webp"}, PART).text
    assert f'id="alt-{tweet}-1"' in part


def test_a_quote_stays_a_quote_while_pictures_are_chosen(ana: Client) -> None:
    sent = ana.post("/tweets", {"text": "Look at this"}, {"referer": f"{ana.origin}/home"})
    tweet = sent.location.rpartition("tweet-")[2]
    page = ana.post("/tweets/pictures", {"text": "Here", "quote_of": tweet, "add": "mugs.webp"}).text
    assert f'name="quote_of" value="{tweet}"' in page
    part = ana.post("/tweets/pictures", {"text": "Here", "quote_of": tweet, "add": "mugs.webp"}, PART).text
    assert f'id="alt-quote-{tweet}-1"' in part


def test_the_coach_speaks_of_an_unsafe_picture_once_it_is_chosen(ana: Client, place: Town, code: str) -> None:
    mark(place, code, "bike.webp", "patient")
    try:
        page = ana.post("/tweets/pictures", {"text": "", "add": "bike.webp"}).text
        assert "Somebody in our care can be seen." in page
        assert "Send it anyway" not in page  # nothing waits yet
        notes = ana.post("/tweets/notes", {"text": "", "library": "bike.webp", "alt": "A bike"}, PART).text
        assert "Somebody in our care can be seen." in notes
        held = ana.post("/tweets", {"text": "", "library": "bike.webp", "alt": "A bike"})
        assert held.status == 422
        assert "Send it anyway" in held.text
        assert markup.attached(held.text) == [("bike.webp", "A bike")]
    finally:
        mark(place, code, "bike.webp", "")


def mark(place: Town, code: str, name: str, marks: str) -> None:
    """Say in a world what a picture of its pack shows."""
    entry = place.installation.catalogue.by_code(code)
    assert entry
    with place.installation.worlds.using(entry.key) as world, world.write() as session:
        session.execute(
            text("UPDATE pack_picture SET marks = :marks WHERE name = :name"), {"marks": marks, "name": name}
        )
        session.commit()


def test_a_picture_has_a_page_of_its_own(ana: Client, place: Town, code: str) -> None:
    entry = place.installation.catalogue.by_code(code)
    assert entry
    sent = ana.post("/tweets", draft("mugs.webp", "bike.webp") | {"text": "Two"}, {"referer": f"{ana.origin}/home"})
    tweet = sent.location.rpartition("tweet-")[2]
    handle = ana.get(f"/x/status/{tweet}").location.split("/")[1]
    first = ana.get(f"/{handle}/status/{tweet}/photo/1").text
    assert 'src="/media/mugs.webp"' in first
    assert "About mugs.webp" in first
    assert f'href="/{handle}/status/{tweet}/photo/2" rel="next"' in first
    assert 'rel="prev"' not in first
    second = ana.get(f"/{handle}/status/{tweet}/photo/2").text
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second
    assert ana.get(f"/nobody/status/{tweet}/photo/2").location == f"/{handle}/status/{tweet}/photo/2"
    for n in ("0", "3", "9", "x", "-1"):
        assert ana.get(f"/{handle}/status/{tweet}/photo/{n}").status == 404
    assert "<html" not in ana.get(f"/{handle}/status/{tweet}/photo/1", PART).text
    assert f'href="/{handle}/status/{tweet}/photo/1"' in ana.get(f"/{handle}/status/{tweet}").text
    assert place.somebody().get(f"/{handle}/status/{tweet}/photo/1").location == "/"
    classmate, stranger = (place.joins(one, f"looker_{next(_numbers)}") for one in (entry, place.makes("Other")))
    assert classmate.get(f"/{handle}/status/{tweet}/photo/1").status == 200
    assert stranger.get(f"/{handle}/status/{tweet}/photo/1").status == 404
    ana.post(f"/tweets/{tweet}/delete")
    assert ana.get(f"/{handle}/status/{tweet}/photo/1").status == 404


def test_a_picture_without_words_says_so(ana: Client) -> None:
    sent = ana.post("/tweets", {"text": "Bare", "library": "mugs.webp", "alt": ""}, {"referer": f"{ana.origin}/home"})
    tweet = sent.location.rpartition("tweet-")[2]
    address = ana.get(f"/x/status/{tweet}").location
    assert "This picture has no description." in ana.get(f"{address}/photo/1").text
    assert 'aria-label="Picture 1, without a description"' in ana.get(f"/tweets/{tweet}").text
