"""Sign-ins begin and end as they should, and whoever is signed out finds a way on with nothing lost (S11, T9)."""

import re

import pytest

from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town, tweets

WORDS = re.compile(r"[a-z]+ [a-z]+ [a-z]+")


def words_of(who: Client) -> str:
    return who.cookies["fledge_words_8140"].strip('"')


def test_joining_gives_a_sign_in_that_nobody_had_before(place: Town) -> None:
    entry = place.makes("Fresh")
    lure = place.somebody()
    lure.cookies = {"fledge_8140": f"{entry.key}.chosenbyanother"}
    place.passes(seconds=2)
    assert lure.post("/join", {"code": entry.code or "", "handle": "ana_fresh", "name": "Ana"}).location == "/home"
    world, _, token = lure.cookies["fledge_8140"].partition(".")
    assert world == entry.key
    assert len(token) >= 43
    assert "chosen" not in token
    assert token not in lure.get("/home").text


def test_the_cookies_of_a_sign_in_are_for_the_server_alone(place: Town) -> None:
    entry = place.makes("Cookies")
    answer = place.somebody().post("/join", {"code": entry.code or "", "handle": "ana_cookie", "name": "Ana"})
    cookies = [value for name, value in answer.raw_headers if name == "set-cookie"]
    assert len(cookies) == 2
    for cookie in cookies:
        assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    ("path", "field"), [("/tweets", "text"), ("/settings/profile", "bio"), ("/settings/words", "x")]
)
def test_a_form_of_one_who_is_signed_out_is_refused_with_its_words_kept(place: Town, path: str, field: str) -> None:
    ana = place.joins(place.makes("Out"), "ana_out")
    elsewhere = ana.another()
    elsewhere.cookies, elsewhere.csrf = dict(ana.cookies), ana.csrf
    ana.post("/leave")
    for who in (elsewhere, place.somebody()):
        answer = who.post(path, {"csrf": elsewhere.csrf or "", field: "Nearly lost"})
        assert answer.status == 403
        assert markup.kept(answer.text, "Nearly lost")
        assert "three words" in answer.text
        part = who.post(path, {"csrf": elsewhere.csrf or "", field: "Nearly lost"}, {"hx-request": "true"})
        assert part.status == 403


def test_leaving_ends_the_sign_in_and_takes_the_words_of_the_way_back_along(place: Town) -> None:
    entry = place.makes("Shared computer")
    ana, ben = place.joins(entry, "ana_leaves"), place.joins(entry, "ben_stays")
    ben_words, ana_words = words_of(ben), words_of(ana)
    assert ana_words in ana.get("/home").text
    old = dict(ana.cookies)
    assert ana.post("/leave").location == "/"
    assert ana.cookies == {}
    ana.cookies = old
    assert ana.get("/home").location == "/"
    ana.cookies = {name: value for name, value in old.items() if "words" not in name}
    place.passes(seconds=5)
    assert ana.post("/return", {"words": ben_words}).location == "/home"  # somebody else at the same computer
    assert ana_words not in ana.get("/home").text + ana.get("/settings").text


def test_whoever_comes_back_on_a_computer_never_sees_the_words_of_the_one_before(place: Town) -> None:
    entry = place.makes("Shared computer too")
    ana, ben = place.joins(entry, "ana_before"), place.joins(entry, "ben_after")
    ana_words = words_of(ana)
    place.passes(seconds=5)
    assert ana.post("/return", {"words": words_of(ben)}).location == "/home"  # without leaving first
    assert "@ben_after" in ana.get("/home").text
    assert ana_words not in ana.get("/home").text + ana.get("/settings").text


def test_on_a_shared_computer_a_sign_in_ends_after_two_hours(place: Town) -> None:
    entry = place.makes("Two hours")
    guest = place.somebody()
    form = {"code": entry.code or "", "handle": "ana_shared", "name": "Ana", "shared": "true"}
    answer = guest.post("/join", form)
    assert "max-age" not in dict(answer.raw_headers)["set-cookie"].partition("fledge_8140=")[2].lower()
    own = place.joins(entry, "ben_own")
    assert guest.get("/home").status == 200
    csrf = guest.csrf
    place.passes(hours=2, seconds=1)
    assert guest.get("/home").location == "/"
    assert guest.post("/tweets", {"text": "Too late", "csrf": csrf or ""}).status == 403
    assert own.get("/home").status == 200


def test_new_words_end_the_old_ones(place: Town) -> None:
    ana = place.joins(place.makes("Words"), "ana_words")
    old = words_of(ana)
    assert ana.post("/settings/words").location == "/settings#way-back"
    new, elsewhere = words_of(ana), place.somebody()
    place.passes(seconds=5)
    assert old != new
    assert elsewhere.post("/return", {"words": old}).status == 404
    assert elsewhere.post("/return", {"words": new.upper().replace(" ", " - ")}).location == "/home"
    assert "@ana_words" in elsewhere.get("/home").text
    assert WORDS.fullmatch(new)


def test_a_class_that_was_deleted_leaves_a_browser_free_to_join_another(place: Town) -> None:
    entry, other = place.makes("Gone"), place.makes("Here")
    ana = place.joins(entry, "ana_again")
    tweet = tweets(ana, "Soon gone")
    place.installation.purge(entry.key)
    assert ana.get("/home").location == "/"
    assert ana.get(f"/tweets/{tweet}", {"hx-request": "true"}).headers["hx-redirect"] == "/"
    for path in ("/", "/join", f"/join/{other.code}", "/practise", "/return", "/about", "/help"):
        assert ana.get(path).status == 200, path
    assert ana.post("/tweets", {"text": "Nearly lost"}).status == 403
    assert ana.get("/live").status == 403
    place.passes(seconds=5)
    form = {"code": other.code or "", "handle": "ana_again", "name": "Ana"}
    assert ana.post("/join", form).location == "/home"
    assert ana.get("/home").status == 200


def test_no_token_stands_in_a_page_or_an_address(place: Town) -> None:
    ana = place.joins(place.makes("Secrets"), "ana_secret")
    token = ana.cookies["fledge_8140"].partition(".")[2]
    for path in ("/home", "/settings", "/settings/profile", "/ana_secret", "/leave", "/compose", "/no/such/page"):
        answer = ana.get(path)
        assert token not in answer.text + str(answer.raw_headers), path
