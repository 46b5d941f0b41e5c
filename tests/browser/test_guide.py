"""The guide in a real browser: session 1 on a wide and a narrow screen, by keyboard, and without scripts."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser.learner import Learner
from tests.templates import lend

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., BrowserContext]
SCREENS = [(1280, "light"), (320, "dark")]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose clock stands still until it is told."""
    running = Served(lend(tmp_path_factory.mktemp("alone")), "--test-clock")
    yield running
    running.stop()


@pytest.fixture
def come(new_context: Open, alone: Served) -> Callable[..., Learner]:
    """Somebody new who practises alone: `come(320, "dark")`; further options are those of a context."""

    def make(width: int = 1280, scheme: str = "light", height: int = 800, **options: object) -> Learner:
        size = ViewportSize(width=width, height=height)
        context = new_context(base_url=alone.origin, viewport=size, color_scheme=scheme, **options)
        return Learner(context.new_page()).comes_in()

    return make


def later(learner: Learner, alone: Served, time: str) -> None:
    """So much time goes by in every world."""
    sent = learner.page.request.post("/test/clock", form={"advance": time}, headers={"Origin": alone.origin})
    assert sent.ok


@pytest.mark.parametrize(("width", "scheme"), [pytest.param(*SCREENS[0], marks=pytest.mark.prove), *SCREENS[1:]])
def test_session_one_from_the_door_to_the_end(
    come: Callable[..., Learner], alone: Served, width: int, scheme: str
) -> None:
    sam = come(width, scheme)
    page = sam.page
    sam.reads("Find a tweet that you like the look of.")
    sam.folds()
    page.locator("article .when").first.click()
    sam.reads("You opened a tweet and read its talk.")
    sam.goes("/home")
    page.locator("article [data-anchor=retweet-button]").nth(1).click()
    sam.reads("That is a retweet, and nobody minds.")
    sam.folds()
    page.locator("article [data-anchor=favourite-button]").nth(2).click()
    sam.reads("You gave a star")
    sam.tweets("testing")
    sam.reads("Your test is out there")
    sam.tweets("Hello all, I am a care assistant and I like tea")
    sam.reads("You sent your first tweet.")
    later(sam, alone, "90s")
    sam.goes("/notifications")
    page.locator("article [data-anchor=reply-button]").first.click()
    page.locator("article textarea").press("End")
    page.keyboard.type("I like the quiet half hour before the others come")
    page.locator("[data-anchor=send-reply]").click()
    sam.reads("You answered, and your words hang together with theirs.")
    sam.goes("/home")
    sam.tweets("I would like to find people who work nights # SHCRtwittertwits")
    sam.reads("There is a gap after your # sign")
    sam.goes("/home")
    sam.tweets("I would like to find people who work nights #SHCRtwittertwits")
    sam.reads("Your tweet is on the page of #SHCRtwittertwits now.")
    sam.goes("/settings/profile")
    page.locator("input[name=library]").nth(2).check(force=True)
    page.locator("[data-anchor=save-profile]").click()
    sam.reads("Your egg has hatched.")
    answers_and_ends(sam)
    assert sam.faults == []


def answers_and_ends(sam: Learner) -> None:
    """The judgement cards, one extra, and the closing step; then the record."""
    for item in ("name-only", "handle-first", "dot-first", "handle-inside"):
        expect(sam.opens().locator(f"[data-item={item}]")).to_be_visible()
        sam.looks(item)
        sam.presses("Those who follow us both")
    sam.reads("You made four guesses about four tweets.")
    sam.presses("Anybody who looks at my page.")
    sam.reads("That is it.")
    sam.reads("Say who you are")
    sam.chooses("Go to the end")
    sam.reads("The last thing is for you alone.")
    sam.guide.get_by_role("textbox").fill("Two words")
    sam.presses("Save")
    sam.reads("Write 3 more words.")
    sam.guide.get_by_role("textbox").fill("Next time I would like to answer somebody")
    sam.presses("Save")
    sam.reads("That was your first session. Well flown.")
    sam.reads("more things are there for later")
    sam.opens().get_by_role("link", name="learning record").first.click()
    expect(sam.page.get_by_role("heading", level=1)).to_have_text("My learning record")
    expect(sam.page.get_by_role("main")).to_contain_text("Next time I would like to answer somebody")
    sam.looks("the record")


@pytest.mark.parametrize(("width", "scheme"), [SCREENS[0], pytest.param(*SCREENS[1], marks=pytest.mark.prove)])
def test_every_state_of_the_guide_holds_up(
    come: Callable[..., Learner], alone: Served, width: int, scheme: str
) -> None:
    sam = come(width, scheme)
    sam.presses("Hint")
    sam.reads("Each tweet says how old it is")
    sam.chooses("Take a break")
    sam.reads("You are taking a break.")
    sam.presses("Go on")
    sam.reads("Find a tweet")
    sam.chooses("Stop for today")
    sam.reads("You stopped for today.")
    sam.presses("Go on")
    for words in ("Give it a star", "a hello to everybody here", "On Twitter people answer", "A hashtag is"):
        sam.chooses("Skip this")
        sam.reads(words)
    for path in ("/guide", "/record", "/settings/mine"):
        sam.page.goto(path)
        sam.looks(path)
    assert sam.faults == []


def test_a_hint_comes_by_itself_and_is_said_to_whoever_listens(come: Callable[..., Learner], alone: Served) -> None:
    sam = come()
    expect(sam.page.locator("#guide-said")).to_be_empty()
    later(sam, alone, "31s")
    sam.page.evaluate("htmx.trigger(document.body, 'guide:look')")  # the wall did not move for its own timer
    expect(sam.guide).to_contain_text("Each tweet says how old it is")
    expect(sam.page.locator("#guide-said")).to_contain_text("Each tweet says how old it is")


@pytest.mark.parametrize("width", [1280, 320])
def test_show_me_puts_a_ring_round_the_place_and_opens_what_hides_it(come: Callable[..., Learner], width: int) -> None:
    sam = come(width)
    sam.opens().get_by_role("link", name="Show me").click()
    ringed = sam.page.locator("article.shown-here[data-anchor=first-tweet]")
    expect(ringed).to_be_in_viewport()
    for words in ("Give it a star", "a hello to everybody here", "On Twitter people", "A hashtag is", "Hatch your egg"):
        sam.chooses("Skip this")
        expect(sam.guide).to_contain_text(words)
    sam.opens().get_by_role("link", name="Show me").click()
    there = sam.page.locator(".shown-here[data-anchor=edit-profile]")
    expect(there).to_be_visible()
    expect(there).to_be_focused()


def test_show_me_says_in_words_where_a_place_is_that_this_page_does_not_have(come: Callable[..., Learner]) -> None:
    sam = come()
    sam.goes("/settings")
    sam.guide.get_by_role("link", name="Show me").click()
    expect(sam.guide.get_by_text("That is on Home.")).to_be_visible()
    sam.guide.get_by_role("link", name="Go there").click()
    expect(sam.page).to_have_url(re.compile("/home#show-first-tweet$"))
    expect(sam.page.locator("article.shown-here")).to_be_in_viewport()


def test_by_keyboard_alone(come: Callable[..., Learner]) -> None:
    sam = come()
    keys = sam.page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(60):
            keys.press("Tab")
            if sam.page.evaluate("document.activeElement.textContent.trim()") == name:
                return
        raise AssertionError(f"no Tab leads to {name}")

    tab_to("Hint")
    keys.press("Enter")
    expect(sam.guide).to_contain_text("Each tweet says how old it is")
    sam.page.evaluate("document.activeElement.blur()")
    tab_to("▸ More" if sam.page.locator("summary", has_text="▸ More").count() else "More")
    keys.press("Enter")
    tab_to("Skip this")
    keys.press("Enter")
    expect(sam.guide).to_contain_text("Give it a star")
    expect(sam.page.locator("#guide-now")).to_be_focused()
    tab_to("Show me")
    keys.press("Enter")
    star = sam.page.locator("button.shown-here[data-anchor=favourite-button]")
    expect(star).to_be_focused()
    keys.press("Enter")
    expect(sam.guide).to_contain_text("You gave a star")


def test_without_scripts_everything_in_the_guide_works(new_context: Open, alone: Served) -> None:
    page = new_context(base_url=alone.origin, java_script_enabled=False).new_page()
    sam = Learner(page).comes_in()
    guide = sam.guide
    expect(guide).to_contain_text("Find a tweet that you like the look of.")
    guide.get_by_role("button", name="Hint").click()
    expect(guide).to_contain_text("Each tweet says how old it is")
    guide.get_by_role("link", name="Show me").first.click()
    expect(page).to_have_url(re.compile("/home#timeline$"))
    page.locator("article .when").first.click()
    expect(guide).to_contain_text("You opened a tweet and read its talk.")
    for words in ("a hello to everybody", "On Twitter people answer", "A hashtag is", "Hatch your egg", "Four guesses"):
        page.locator("#guide-menu > summary").click()
        guide.get_by_role("button", name="Skip this").click()
        expect(guide).to_contain_text(words)
    guide.get_by_role("button", name="Only Priya").click()
    expect(guide).to_contain_text("It begins with a plain word")
    page.locator("#guide-menu > summary").click()
    guide.get_by_role("button", name="Go to the end").click()
    guide.get_by_role("textbox").fill("Too short")
    guide.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_have_text("Write 3 more words. It need not be fine English.")
    expect(guide.get_by_role("textbox")).to_have_value("Too short")
    guide.get_by_role("textbox").fill("Long enough to be kept here")
    guide.get_by_role("button", name="Save").click()
    expect(guide).to_contain_text("Well flown.")


def test_a_live_change_leaves_the_words_that_are_being_typed_and_the_focus_alone(come: Callable[..., Learner]) -> None:
    sam = come()
    sam.chooses("Go to the end")
    box = sam.guide.get_by_role("textbox")
    box.fill("Half a sent")
    box.press("End")
    other = sam.page.context.new_page()
    other.goto("/home")
    other.get_by_label("What's happening?").fill("Hello from my other tab")
    other.locator("[data-anchor=send-tweet]").click()
    expect(other.get_by_role("article", name="Sam: Hello from my other tab")).to_be_visible()
    with sam.page.expect_response(lambda answer: answer.url.endswith("/guide")):
        sam.page.evaluate("htmx.trigger(document.body, 'guide:look')")
    sam.page.keyboard.type("ence")
    expect(box).to_have_value("Half a sentence")
    expect(box).to_be_focused()
    sam.page.reload()
    expect(box).to_have_value("Half a sentence")


def test_while_one_types_on_a_phone_the_guide_is_one_line_above_the_box(come: Callable[..., Learner]) -> None:
    sam = come(320, height=568, has_touch=True, is_mobile=True)
    sam.folds()
    page: Page = sam.page
    page.get_by_label("What's happening?").tap()
    page.set_viewport_size({"width": 320, "height": 256})  # what a keyboard leaves
    page.keyboard.type("One line of words here,\nanother one,\nand a third.")
    expect(page.locator(".guide-line")).to_be_in_viewport(ratio=1)
    expect(page.locator(".guide-line")).to_contain_text("Welcome!")
    expect(page.locator("#guide")).to_be_hidden()
    for place in ("compose-box", "counter", "send-tweet"):
        expect(page.locator(f"[data-anchor={place}]")).to_be_in_viewport(ratio=1)


def test_wiping_takes_two_presses_and_a_copy_is_a_file(come: Callable[..., Learner]) -> None:
    sam = come()
    page = sam.page
    sam.tweets("Hello all, I work nights and like it")
    page.goto("/settings/mine")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Take a copy").click()
    assert coming.value.suggested_filename.startswith("fledge-sam_")
    assert "I work nights" in coming.value.path().read_text("utf-8")
    page.locator("summary", has_text="Wipe my things").click()
    page.get_by_role("button", name="Wipe them for good").click()
    expect(page.get_by_role("main")).to_contain_text("You have written 0 Tweets")
    page.goto("/home")
    expect(page.get_by_role("article", name=re.compile("I work nights"))).to_have_count(0)
