"""Plays the lines of a walkthrough in a real browser, with the controls that a person has; it judges nothing itself."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from playwright.sync_api import Locator, expect

from simulator.packs.lesson_kinds import Target
from simulator.packs.walkthrough_shapes import Line, ProfileEdit
from simulator.walkthroughs import acts, targets
from tests.browser.replay_visitor import PATIENCE, Visitor
from tests.journeys.persons import Keyboard

TYPED = ("tweet", "reply", "write")  # of which nobody sends ten in a moment


class Replayer(Visitor):
    """A visitor who does what a walkthrough says."""

    def does(self, line: Line) -> str:
        """One line, with what a page answers to it where it refuses."""
        if line.act in TYPED:
            self.passes(2)
        return self._acts[line.act](self, line) or ""

    def _tweet(self, line: Line) -> str:
        if self.path() != "/home":
            self.home()
        self.panel.folds()
        form = self.page.locator("form.composer[data-draft=new]")
        self._write(form.locator("textarea"), line.tweet or "")
        send = form.locator("[data-anchor=send-tweet]")
        if self.scripts and line.refused and form.locator(".counter.over").count():
            expect(send).to_be_disabled()  # the box says so by itself, before anything is sent
            return form.locator("[data-anchor=counter]").inner_text().replace("over", "too long")
        return self._sends(lambda: self.person.act(send))

    def _reply(self, line: Line) -> str:
        card = self.article(line.to)
        self.person.act(card.get_by_role("link", name="Reply", exact=True))
        form = (card if self.scripts else self.page).locator("form.composer")
        self._write(form.locator("textarea"), line.reply or "")
        if isinstance(self.person, Keyboard):
            return self._sends(lambda: self.page.keyboard.press("Control+Enter"))
        return self._sends(lambda: self.person.act(form.locator("[data-anchor=send-reply]")))

    def _quote(self, line: Line) -> str:
        card = self.article(line.of)
        self.person.act(card.get_by_role("link", name="Quote", exact=True))
        form = (card if self.scripts else self.page).locator("form.composer")
        self._write(form.locator("textarea"), line.quote or "")
        return self._sends(lambda: self.person.act(form.locator("[data-anchor=send-quote]")))

    def _write(self, area: Locator, written: str) -> None:
        """The words; what stands in the box is left where they begin with it."""
        with self.looking() as sim:
            words = acts.text_of(sim, written)
        expect(area).to_be_visible()
        there = area.input_value()
        if there and self.scripts and words.startswith(there) and there.startswith("@"):
            expect(area).to_be_focused()
            self.page.keyboard.press("Control+End")
            self.page.keyboard.type(words[len(there) :])
        else:
            self.person.write(area, words)
        expect(area).to_have_value(words)

    def _sends(self, press: Callable[[], None]) -> str:
        status = self.posts("/tweets", press)
        anyway = self.page.get_by_role("button", name="Send it anyway")
        if status == 422 and self.is_asked(anyway):
            status = self.posts("/tweets", lambda: self.person.act(anyway))
        if status >= 400:
            return self.refusal("form.composer .refusal")
        with self.looking() as sim:
            newest = targets.tweet(sim, Target(latest_of="me"))
        sent = self.page.locator(f"article[data-tweet='{newest}']").first
        expect(sent.or_(self.page.locator("#notice").get_by_text("was sent")).first).to_be_visible(timeout=PATIENCE)
        return ""

    def _favourite(self, line: Line) -> None:
        self._presses(self.article(line.favourite), "favourite")

    def _retweet(self, line: Line) -> None:
        self._presses(self.article(line.retweet), "retweet")

    def _presses(self, card: Locator, deed: str) -> None:
        button = card.locator(f"[data-anchor={deed}-button]").first
        expect(button).to_have_accessible_name(deed.capitalize())
        path = f"/tweets/{card.get_attribute('data-tweet')}/{deed}"
        assert self.posts(path, lambda: self.person.act(button)) < 400
        expect(button).to_have_accessible_name(f"Undo {deed}", timeout=PATIENCE)

    def _delete(self, line: Line) -> None:
        card = self.article(line.delete)
        self.person.act(card.locator("[data-anchor=tweet-menu]"))
        self.person.act(card.locator("[data-anchor=delete-button]"))
        path = f"/tweets/{card.get_attribute('data-tweet')}/delete"
        assert self.posts(path, lambda: self.person.act(card.locator("[data-anchor=delete-now]"))) < 400
        expect(card).to_have_count(0, timeout=PATIENCE)

    def _follow(self, line: Line) -> None:
        assert isinstance(line.follow, str)
        self.page.goto(f"/{line.follow}")
        self.panel.folds()
        button = self.page.locator(".profile [data-anchor=follow-button]")
        assert self.posts(f"/accounts/{line.follow}/follow", lambda: self.person.act(button)) < 400

    def _message(self, line: Line) -> str:
        with self.looking() as sim:
            words = acts.doing(sim, line)[0].words
        self.page.goto(f"/messages/{words['to']}")
        self.panel.folds()
        box = self.page.locator("[data-anchor=message-box]")
        if line.refused and not box.count():
            return self.page.locator(".standing").inner_text()  # there is no box where one may not write
        self.person.write(box, words["text"])
        send = self.page.locator("[data-anchor=send-message]")
        status = self.posts("/messages", lambda: self.person.act(send))
        anyway = self.page.get_by_role("button", name="Send it anyway")
        if status == 422 and self.is_asked(anyway):
            status = self.posts("/messages", lambda: self.person.act(anyway))
        return self.refusal("form.composer .refusal") if status >= 400 else ""

    def _view(self, line: Line) -> None:
        if line.view == "tweet":
            card = self.article(line.of)
            self.goes(card.locator(".when").first, f"/{card.get_attribute('data-tweet')}")
        else:
            assert line.view in ("home", "notifications", "messages")
            if line.view == "messages":
                self.goes(self.page.locator("[data-anchor=messages]"), "/messages")
            else:
                self.home() if line.view == "home" else self.notifications()

    def _search(self, line: Line) -> None:
        """By the box in the top bar, or, where there is no room for it, on the page of search."""
        with self.looking() as sim:
            words = acts.text_of(sim, line.search or "")
        self.panel.folds()
        if not self.page.locator("[data-anchor=search-box]").is_visible():
            self.goes(self.page.get_by_role("link", name="Search", exact=True), "/search")
        box = self.page.locator("[data-anchor=search-box]")
        self.person.write(box, words)
        box.press("Enter")
        expect(self.page.locator("[data-anchor=search-box]")).to_have_value(words, timeout=PATIENCE)
        if line.saved:
            save = self.page.locator("[data-anchor=save-search]")
            assert self.posts("/searches", lambda: self.person.act(save)) < 400

    def _profile(self, line: Line) -> str:
        edit = line.profile or ProfileEdit()
        self.panel.folds()
        self.person.act(self.page.locator("details.mine > summary"))
        self.goes(self.page.locator("#to-profile"), "/settings/profile")
        self.panel.folds()
        for name in ("name", "handle", "bio", "location", "website"):
            if (words := getattr(edit, name)) is not None:
                self.person.write(self.page.locator(f"#{name}"), words)
        if edit.picture is not None:
            self._picks(str(edit.picture))
        save = self.page.locator("[data-anchor=save-profile]")
        status = self.posts("/settings/profile", lambda: self.person.act(save), loads=True)
        anyway = self.page.get_by_role("button", name="Save it anyway")
        if status == 422 and self.is_asked(anyway):
            status = self.posts("/settings/profile", lambda: self.person.act(anyway), loads=True)
        return self.refusal("form .refusal") if status >= 400 else ""

    def _picks(self, name: str) -> None:
        box = self.page.locator(".picture-box")
        picture = box.locator(f"input[value='{name}']")
        if not isinstance(self.person, Keyboard):
            self.person.act(box.locator(f"label:has(input[value='{name}'])"))
        else:
            self.person.go_to(box.locator("input:checked"))
            for _ in range(box.locator("input").count()):
                if picture.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        expect(picture).to_be_checked()

    def _answer(self, line: Line) -> None:
        with self.looking() as sim:
            words = acts.doing(sim, line)[0].words
        form = self._form("answer", words["step"])
        if words["item"]:
            expect(form.locator("[data-item]")).to_have_attribute("data-item", words["item"])
        button = form.locator(f'[data-anchor=card-option][value="{words["pick"]}"]')
        expect(button).to_have_accessible_name(words["pick"])
        assert self.posts("/guide/answer", lambda: self.person.act(button)) < 400

    def _reflect(self, line: Line) -> str:
        with self.looking() as sim:
            words = acts.doing(sim, line)[0].words
        form = self._form("reflect", words["step"])
        self.person.write(form.get_by_role("textbox"), words["text"])
        save = form.get_by_role("button", name="Save")
        status = self.posts("/guide/reflect", lambda: self.person.act(save))
        return self.refusal("form.reflect .refusal") if status >= 400 else ""

    def _form(self, kind: str, step: str) -> Locator:
        """The form of an open step; one that stands second is unfolded first."""
        also = self.panel.opens().locator(f"details.also#step-{step}")
        if also.count() and also.get_attribute("open") is None:
            self.person.act(also.locator("> summary"))
        return self.page.locator(f"#guide form.{kind}[data-step={step}]")

    def _skip(self, line: Line) -> None:
        first = self.panel.opens().locator(".guide-step").first
        if isinstance(line.skip, str):
            expect(first).to_have_attribute("data-step", line.skip, timeout=PATIENCE)
        self.chooses("Skip this", "/guide/skip")

    def _wait(self, line: Line) -> None:
        self.home()
        assert line.wait is not None
        self.passes(int(line.wait.total_seconds()))
        if not self.scripts:
            self.page.reload()

    def _break(self, line: Line) -> None:
        assert line.rest is not None
        self.chooses("Take a break", "/guide/break")
        self.passes(int(line.rest.total_seconds()))
        self.presses("Go on", "/guide/go-on")

    def _reload(self, line: Line) -> None:
        self.page.reload()

    def _nothing(self, line: Line) -> None:
        """What is only to be held."""

    _acts: ClassVar[Mapping[str, Callable[["Replayer", Line], str | None]]] = {
        "tweet": _tweet, "reply": _reply, "quote": _quote, "favourite": _favourite, "retweet": _retweet,
        "delete": _delete, "follow": _follow, "view": _view, "message": _message,
        "search": _search, "profile": _profile, "answer": _answer,
    "write": _reflect, "skip": _skip,
        "wait": _wait, "break": _break, "reload": _reload, "finished": _nothing,
    }  # fmt: skip
