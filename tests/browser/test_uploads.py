"""Pictures and clips of one's own in a real browser: sent at once, described, played by hand; and without scripts."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, ViewportSize, expect

from tests import hostile_media as hostile
from tests import makes_media as make
from tests.app.served import Served
from tests.browser.screens import AXE, LOOK, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
SHOTS = os.environ.get("FLEDGE_SHOTS")
PHOTO = FilePayload(name="IMG_1.jpg", mimeType="image/jpeg", buffer=make.phone_photo())
FILM = make.clip(2.0, "webm", "libvpx", "libopus", size=(320, 180))
CLIP = FilePayload(name="clip.webm", mimeType="video/webm", buffer=FILM)


def anchor(page: Page | Locator, name: str) -> Locator:
    return page.locator(f"[data-anchor={name}]")


def look(page: Page, state: str) -> None:
    """Axe has nothing to say and nothing scrolls sideways, on a wide light page and on a narrow dark one."""
    for width, scheme in ((1280, "light"), (320, "dark")):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("scrollTo(0, 0)")  # under the bar on top, half a link is a small one
        page.evaluate(AXE)
        assert page.evaluate(LOOK) == [], state
        assert not page.evaluate(WIDE), state
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{state}-{width}.png", caret="initial")


def test_a_photo_and_a_clip_are_brought_described_and_shown(join: Join) -> None:
    page = join("bring_ana", viewport=ViewportSize(width=1280, height=800))
    page.get_by_label("What's happening?").fill("Two colours")
    anchor(page, "add-picture").click()
    look(page, "own-box")
    page.get_by_label("Pictures, up to 8 MB each").set_input_files(PHOTO)
    expect(anchor(page, "alt-text")).to_be_focused()
    expect(anchor(page, "counter")).to_have_attribute("data-left", str(140 - len("Two colours") - 23))
    page.keyboard.type("Red above blue")
    look(page, "own-chosen")
    page.reload()  # the draft keeps the picture, which waits on the server
    expect(anchor(page, "alt-text")).to_have_value("Red above blue")
    anchor(page, "send-tweet").click()
    picture = page.get_by_role("article", name="Bring: Two colours").get_by_role("img", name="Red above blue")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])") == [
        450,
        600,
    ]

    page.get_by_label("What's happening?").fill("It moves")
    anchor(page, "add-clip").click()
    page.get_by_label("A clip, up to 30 seconds and 20 MB").set_input_files(CLIP)
    expect(anchor(page, "alt-text")).to_be_focused()
    page.keyboard.type("Colours change")
    page.get_by_label("What is said in the clip?").fill("Hello")
    look(page, "own-clip-chosen")
    anchor(page, "send-tweet").click()
    video = page.get_by_role("article", name="Bring: It moves").locator("video")
    expect(video).to_have_accessible_name("Clip: Colours change")
    assert video.evaluate("video => [video.paused, video.preload, video.autoplay]") == [True, "none", False]
    look(page, "own-clip")
    video.evaluate("video => { video.muted = true; return video.play(); }")
    assert video.evaluate("video => [video.videoWidth, video.textTracks[0].mode]") == [320, "showing"]


def test_a_file_that_is_no_picture_says_so_and_keeps_the_words(join: Join) -> None:
    page = join("bring_ben")
    page.get_by_label("What's happening?").fill("Not a picture")
    anchor(page, "add-picture").click()
    page.get_by_label("Pictures, up to 8 MB each").set_input_files(
        FilePayload(name="x.jpg", mimeType="image/jpeg", buffer=hostile.PICTURES["HTML called JPEG"]())
    )
    expect(page.get_by_role("alert")).to_contain_text("could not be read as a picture")
    expect(page.get_by_label("What's happening?")).to_have_value("Not a picture")
    page.get_by_label("Pictures, up to 8 MB each").set_input_files(
        FilePayload(name="x.jpg", mimeType="image/jpeg", buffer=bytes(8_100_000))
    )
    expect(page.get_by_text("A picture is over 8 MB.")).to_be_visible()


def test_without_scripts_a_photo_goes_with_the_form(
    join: Join, new_context: Callable[..., BrowserContext], served: Served
) -> None:
    state = join("plain_bring").context.storage_state()
    phone: dict[str, object] = {"viewport": ViewportSize(width=320, height=568), "java_script_enabled": False}
    page = new_context(base_url=served.origin, storage_state=state, **phone).new_page()
    page.goto("/compose")
    page.get_by_label("What's happening?").fill("By form alone")
    anchor(page, "add-picture").click()
    page.get_by_label("Pictures, up to 8 MB each").set_input_files(PHOTO)
    page.get_by_role("button", name="Add these").click()
    page.get_by_label("What does the picture show?").fill("Red above blue")
    anchor(page, "send-tweet").click()
    shown = page.get_by_role("article", name="Plain: By form alone").get_by_role("img", name="Red above blue")
    expect(shown).to_be_visible()
    page.goto("/settings/profile")
    page.get_by_label("Or a picture of your own").set_input_files(PHOTO)
    page.get_by_label("Header, the wide picture").set_input_files(PHOTO)
    anchor(page, "save-profile").click()
    expect(page.locator(".cover img").first).to_be_visible()
