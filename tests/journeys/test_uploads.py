"""Pictures and clips of one's own: from the phone to a Tweet or a profile, stripped, seen by the right people alone."""

import io
import re
from itertools import count

import pytest
from PIL import Image

from tests import hostile_media as hostile
from tests import makes_media as make
from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import Town

PART = {"hx-request": "true"}
_numbers = count(1)


@pytest.fixture
def ana(place: Town, code: str) -> Client:
    """Somebody new for each test."""
    return comer(place, code)


@pytest.fixture
def ben(place: Town, code: str) -> Client:
    return comer(place, code)


def comer(place: Town, code: str) -> Client:
    place.passes(minutes=2)
    new = place.somebody()
    assert new.post("/join", {"code": code, "handle": f"ana_{next(_numbers)}", "name": "Ana"}).status == 303
    new.get("/home")
    return new


def photo(raw: bytes | None = None, name: str = "IMG_1.jpg", field: str = "picture") -> tuple[str, str, bytes, str]:
    return field, name, make.phone_photo() if raw is None else raw, "image/jpeg"


def film(raw: bytes | None = None) -> tuple[str, str, bytes, str]:
    return "clip", "clip.webm", make.webm() if raw is None else raw, "video/webm"


def tweets(who: Client, *files: tuple[str, str, bytes, str], **form: str | list[str]) -> Answer:
    said: dict[str, str | list[str]] = {"text": f"Tea number {next(_numbers)}", "anyway": "1", **form}
    return who.post("/tweets", said, {"referer": f"{who.origin}/home"}, files)


def page_of(who: Client, sent: Answer) -> str:
    assert sent.status == 303, sent.text
    return who.get(f"/tweets/{sent.location.rpartition('tweet-')[2]}").text


def shown(page: str) -> list[str]:
    return re.findall(r'(?:src|poster)="/media/(u[0-9a-f]{32}[^"]*)"', page)


def opened(raw: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(raw), formats=["WEBP"])
    image.load()
    return image


def test_a_phones_photo_comes_out_upright_and_without_any_tag(ana: Client) -> None:
    page = page_of(ana, tweets(ana, photo(), alt="Two colours"))
    assert 'alt="Two colours"' in page
    whole = shown(page)[0].replace("-600", "")
    answer = ana.get(f"/media/{whole}")
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert make.CANARY not in answer.body
    image = opened(answer.body)
    assert image.size == (600, 800)
    assert not image.getexif()
    red, blue = image.getpixel((300, 100)), image.getpixel((300, 700))
    assert red[0] > 200 > red[2]
    assert blue[2] > 200 > blue[0]
    assert max(opened(ana.get(f"/media/{shown(page)[0]}").body).size) == 600


def test_a_draft_is_its_writers_alone_until_it_is_sent(ana: Client, ben: Client, place: Town) -> None:
    raw = make.jpeg((120, 80))
    page = ana.post("/tweets/pictures", {"text": "Tea for all", "box": "1"}, uploads=[photo(raw)]).text
    assert markup.kept(page, "Tea for all")
    [(name, alt)] = markup.attached(page)
    assert name.startswith("u")
    assert alt == ""
    assert "What does the picture show?" in page
    assert ana.get(f"/media/{name}").status == 200
    assert ben.get(f"/media/{name}").status == 404
    assert ben.post("/tweets", {"text": "Mine", "library": name}).status == 422
    sent = tweets(ana, library=name, alt="Two colours")
    assert ben.get(f"/media/{name}").status == 200
    assert place.somebody().get(f"/media/{name}").status == 303
    stranger = comer(place, place.makes("Wednesday").code or "")
    assert stranger.get(f"/media/{name}").status == 404
    ana.post(f"/tweets/{sent.location.rpartition('tweet-')[2]}/delete")
    assert ben.get(f"/media/{name}").status == 404


def test_a_protected_tweets_picture_goes_with_the_tweet(ana: Client, ben: Client) -> None:
    ana.post("/settings", {"protected": "1"})
    name = shown(page_of(ana, tweets(ana, photo(make.jpeg((90, 70))))))[0]
    assert ana.get(f"/media/{name}").status == 200
    assert ben.get(f"/media/{name}").status == 404
    ana.post("/settings", {"protected": "0"})
    assert ben.get(f"/media/{name}").status == 200


def test_an_empty_picture_drops_its_alt_text(ana: Client) -> None:
    files = [photo(b"", ""), photo(make.jpeg((40, 30))), photo(b"", ""), photo(make.jpeg((30, 40)))]
    page = page_of(ana, tweets(ana, *files, alt=["dropped", "wide", "dropped too", "high"]))
    assert "dropped" not in page
    assert re.findall(r'width="(\d+)" height="\d+" loading="lazy" alt="(\w+)"', page) == [
        ("40", "wide"),
        ("30", "high"),
    ]


def test_words_and_accepted_pictures_stay_with_a_refusal(ana: Client) -> None:
    long = tweets(ana, photo(), text="x" * 130, alt="Two colours")
    assert long.status == 422
    assert markup.kept(long.text, "x" * 130)
    assert [alt for _, alt in markup.attached(long.text)] == ["Two colours"]
    mixed = tweets(ana, photo(), photo(b"<svg/>", "x.jpg"), text="Tea again", alt=["Two colours", "?"])
    assert mixed.status == 422
    assert "could not be read as a picture" in mixed.text
    assert markup.kept(mixed.text, "Tea again")
    assert [alt for _, alt in markup.attached(mixed.text)] == ["Two colours"]
    box = ana.post(
        "/tweets/pictures", {"text": "Tea", "box": "1"}, uploads=[photo(hostile.PICTURES["HTML called JPEG"]())]
    )
    assert box.status == 200
    assert "could not be read as a picture" in box.text
    assert 'data-anchor="picture-box"' in box.text
    assert ana.get("/home").status == 200


def test_five_pictures_and_two_kinds_are_too_many(ana: Client) -> None:
    five = tweets(ana, *[photo(make.jpeg((20 + n, 20))) for n in range(5)])
    assert five.status == 422
    assert "at most 4 pictures" in five.text
    both = tweets(ana, photo(make.jpeg()), film())
    assert both.status == 422
    assert "or one clip" in both.text


def test_a_clip_plays_by_hand_with_its_poster_and_captions(ana: Client, ben: Client) -> None:
    draft = ana.post("/tweets/pictures", {"text": "Look"}, uploads=[film()]).text
    [(name, _)] = markup.attached(draft)
    assert "What does the clip show?" in draft
    assert "What is said in the clip?" in draft
    page = page_of(ana, tweets(ana, library=name, alt="Tea is poured", captions="Milk <b>first</b>"))
    video = page.partition("<video")[2].partition("</video>")[0]
    assert "controls" in video
    assert 'preload="none"' in video
    assert "autoplay" not in video
    assert 'aria-label="Clip: Tea is poured"' in video
    poster = re.search(r'poster="(/media/[^"]+)"', video).group(1)
    track = re.search(r'<track kind="captions" src="([^"]+)"', video).group(1)
    assert ben.get(poster).headers["content-type"] == "image/webp"
    told = ben.get(track)
    assert told.headers["content-type"].startswith("text/vtt")
    assert told.text == "WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nMilk first\n"
    whole = ben.get(f"/media/{name}")
    assert whole.headers["content-type"] == "video/webm"
    assert make.CANARY not in whole.body
    part = ben.get(f"/media/{name}", {"range": "bytes=0-99", "accept-encoding": "gzip"})
    assert (part.status, part.body) == (206, whole.body[:100])


def test_captions_that_cannot_be_read_keep_the_words(ana: Client) -> None:
    [(name, _)] = markup.attached(ana.post("/tweets/pictures", {"text": ""}, uploads=[film()]).text)
    refused = tweets(ana, library=name, text="Look here", captions="WEBVTT\n\nno times")
    assert refused.status == 422
    assert markup.kept(refused.text, "Look here")
    assert "no times" in refused.text


def test_what_moves_becomes_a_still_with_a_badge(ana: Client) -> None:
    page = page_of(ana, tweets(ana, photo(make.gif(), "a.gif"), alt="It blinks"))
    assert '<span class="moves">GIF</span>' in page


def test_a_form_that_is_sent_twice_is_one_tweet(ana: Client) -> None:
    form = {"text": "Once only", "once": "abc123", "alt": "Two colours"}
    first, again = tweets(ana, photo(), **form), tweets(ana, photo(), **form)
    assert (first.status, first.location) == (again.status, again.location)


def test_uploads_are_limited_and_say_when_it_works_again(ana: Client) -> None:
    raw = make.jpeg((9, 9))
    for _ in range(10):
        assert "too fast" not in ana.post("/tweets/pictures", {"text": "Tea"}, uploads=[photo(raw)]).text
    late = tweets(ana, photo(raw), text="Tea is late")
    assert late.status == 429
    assert "add pictures again" in late.text
    assert markup.kept(late.text, "Tea is late")


def test_a_class_may_do_without_own_photos(place: Town) -> None:
    entry = place.makes("Thursday")
    ana = comer(place, entry.code or "")
    with place.installation.worlds.using(entry.key) as world, world.write() as session:
        from simulator.models.world import World

        session.get_one(World, 1).own_photos = False
        session.commit()
    assert 'name="picture"' not in ana.post("/tweets/pictures", {"text": "Tea", "box": "1"}).text
    assert 'type="file"' not in ana.get("/settings/profile").text
    refused = tweets(ana, photo(), text="Tea with a picture")
    assert refused.status == 403
    assert "pictures of the course alone" in refused.text
    assert markup.kept(refused.text, "Tea with a picture")


def test_ones_own_picture_and_header_are_cut_to_size(ana: Client, ben: Client) -> None:
    files = [photo(), photo(make.jpeg((1000, 900)), field="header")]
    saved = ana.post("/settings/profile", {"name": "Ana", "library": ""}, uploads=files)
    assert saved.status == 303
    page = ben.get(saved.location).text
    header = re.search(r'class="cover"><img src="/media/(u[^"]+)"', page).group(1)
    assert opened(ben.get(f"/media/{header}").body).size == (1500, 500)
    face = next(name for name in shown(page) if name != header).partition("-")[0].removesuffix(".webp")
    sizes = [opened(ben.get(f"/media/{face}{end}.webp").body).size for end in ("", "-192", "-96")]
    assert sizes == [(400, 400), (192, 192), (96, 96)]
    again = ana.get("/settings/profile").text
    form = {"name": "Ana", "library": f"{face}.webp", "header": header, "bio": "Tea"}
    assert f'value="{face}.webp" checked' in again
    assert f'name="header" value="{header}"' in again
    assert ana.post("/settings/profile", form).status == 303
    assert header in ana.get(saved.location).text
    ana.post("/settings/profile", form | {"no_header": "1"})
    assert header not in ana.get(saved.location).text


def test_a_profile_that_is_refused_keeps_words_and_picture(ana: Client) -> None:
    refused = ana.post("/settings/profile", {"name": "Ana", "bio": "x" * 161}, uploads=[photo()])
    assert refused.status == 422
    assert re.search(r'name="library" value="u[0-9a-f]{32}.webp" checked', refused.text)
    assert "x" * 161 in refused.text


def test_what_nobody_sends_is_swept_after_a_day_and_what_is_wiped_at_once(place: Town) -> None:
    entry = place.makes("Friday")
    ana = comer(place, entry.code or "")
    home = place.installation.media(entry.key)
    [(draft, _)] = markup.attached(
        ana.post("/tweets/pictures", {"text": ""}, uploads=[photo(make.jpeg((50, 50)))]).text
    )
    used = shown(page_of(ana, tweets(ana, photo(make.jpeg((60, 60))))))[0].replace("-600", "")
    place.passes(days=2)
    for n in range(2):
        ana.post("/tweets/pictures", {"text": ""}, uploads=[photo(make.jpeg((70 + n, 60)))])
    assert not (home / draft).exists()
    assert (home / used).exists()
    assert not list(place.installation.incoming.iterdir())
    ana.post("/settings/mine/wipe", {"sure": "1"})
    assert not list(home.iterdir())


def test_only_forms_with_pictures_may_be_large(ana: Client) -> None:
    big = "x" * 300_000
    assert ana.post("/tweets/count", {"text": big}).status == 413
    assert tweets(ana, photo(make.jpeg() + bytes(9_000_000)), text="Heavy").status == 422
    assert ana.run(ana.ask("POST", "/tweets", form={"text": "Tea"}, uploads=[photo(bytes(50_100_000))])).status == 413
