"""Holds a page against a line of a walkthrough that was just played in it: guide, refusal, and what the cast did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from playwright.sync_api import Locator, expect

from simulator.exercises.guide import guide
from simulator.exercises.wording import Wording
from simulator.lesson_cards import GuideCard
from simulator.models.diary import Kind
from simulator.packs.walkthrough_shapes import Line, Seen
from simulator.progress import progress
from simulator.walkthroughs import happenings, seen
from simulator.walkthroughs.expectations import Outcome, hold
from simulator.walkthroughs.guide import read_guide
from simulator.walkthroughs.happenings import Happening
from tests.browser.replay import Replayer
from tests.browser.replay_visitor import PATIENCE
from tests.browser.screens import WIDE

DEEDS = {Kind.FAVOURITED: "favourite", Kind.RETWEETED: "retweet", Kind.FOLLOWED: "follow"}


@dataclass
class Watcher:
    """Follows one learner's walk line by line, and looks at each state of the guide that is new."""

    replayer: Replayer
    pictures: Path | None = None
    states: set[str] = field(default_factory=set)
    looked: int = 0  # the event up to which the cast was looked at

    @property
    def faults(self) -> list[str]:
        """What is wrong with how the states of the guide look, by axe and by scrolling sideways."""
        return self.replayer.panel.faults

    def begins(self) -> None:
        """Note where the walk begins."""
        with self.replayer.looking() as sim:
            self.looked = sim.state.last_number
        self.sees_guide()

    def plays(self, line: Line) -> None:
        """Do a line, then hold the world and the page against it."""
        replayer = self.replayer
        with replayer.looking() as sim:
            before, since = progress(sim, sim.actor), sim.state.last_number
        badge = self._badge()
        refused = replayer.does(line)
        with replayer.looking() as sim:
            every = happenings.since(sim, min(since, self.looked))
            told = read_guide(sim, since)
            outcome = Outcome(
                me=replayer.handle, before=before, after=progress(sim, sim.actor),
                happened=[one for one in every if one.number > since],
                came=[one for one in every if one.number > self.looked], refused=" ".join(refused.split()),
                sayings=told.sayings, hints=told.hints, names=dict(happenings.names(sim, sim.actor)),
            )  # fmt: skip
        missing = [f"{line.act}: {miss.message}" for miss in hold(line, outcome)]
        assert missing == [], missing
        if line.act == "wait":
            self._sees_cast(line.then_see, outcome, badge)
            self.looked = every[-1].number if every else self.looked
        card = self.sees_guide(f"refused-{line.act}" if refused else "")
        self._is_told(line, card)

    def sees_guide(self, more: str = "") -> GuideCard:
        """The guide of the page is the guide of the world; whatever is new about it (`more`, too) is looked at."""
        panel = self.replayer.panel
        self.replayer.looks_up()
        with self.replayer.looking() as sim:
            card = guide(sim)
        assert card is not None
        head = panel.guide.locator("#guide-head")
        expect(head).to_have_attribute("data-news", card.news, timeout=PATIENCE)
        expect(head).to_have_attribute("data-state", card.state)
        steps = card.steps if card.state == "steps" else ()
        assert self._shown(".guide-step") == [step.step for step in steps]
        assert self._shown(".praise") == [praise.step for praise in card.praise]
        self.looks("-".join(filter(None, (name_of(card), more))))
        return card

    def _shown(self, what: str) -> list[str]:
        parts = self.replayer.panel.guide.locator(what)
        return [part.get_attribute("data-step") or "" for part in parts.all()]

    def _is_told(self, line: Line, card: GuideCard) -> None:
        """What the guide says about the line stands there to be read."""
        panel = self.replayer.panel
        shown = panel.opens()
        with self.replayer.looking() as sim:
            assert sim.course is not None
            wording, course = Wording(sim, sim.course), sim.course
        for step in line.completes:
            praise = shown.locator(f".praise[data-step={step}]")
            self._reads(praise, wording.html(course.steps[step].step.well_done or ""))
        for mistake in line.triggers:
            known = {one.mistake: one.feedback for placed in course.steps.values() for one in placed.step.mistakes}
            self._reads(shown.locator(".feedback.mistake"), wording.html(known[mistake]))
        for words in line.says if not line.refused else ():
            expect(shown).to_contain_text(words, ignore_case=True)
        if line.hint is not None:
            hint = shown.locator(".hint-card").filter(has_text=re.compile(re.escape(line.hint), re.IGNORECASE))
            expect(hint.first).to_be_visible()
        if line.finished is not None:
            assert card.state == "finished"
            expect(shown).to_contain_text("You have finished")

    def _reads(self, where: Locator, html: str) -> None:
        expect(where).to_be_visible()
        for paragraph in re.split(r"</p>|<br ?/?>", html):
            expect(where).to_contain_text(unescape(re.sub(r"<[^>]+>", "", paragraph)).strip())

    # The cast

    def _badge(self) -> str:
        badge = self.replayer.page.locator(".badge-notifications").first
        return (badge.text_content() or "").strip() if badge.count() else ""

    def _sees_cast(self, expected: Sequence[Seen], outcome: Outcome, badge: str) -> None:
        """What people did comes to where one would find it; with scripts, without the page being loaded again."""
        found = [self._meant(each, outcome) for each in expected]
        tweets = [act for each, act in zip(expected, found, strict=True) if each.tweeted]
        others = [act for act in found if act not in tweets]
        replayer = self.replayer
        if others and replayer.scripts:
            now = replayer.page.locator(".badge-notifications").first
            expect(now).not_to_have_text(badge, timeout=PATIENCE)
        if tweets and replayer.scripts:
            bar = replayer.page.locator("[data-anchor=new-tweets]")
            expect(bar).to_be_visible(timeout=PATIENCE)
            replayer.panel.folds()
            replayer.person.act(bar)
        for act in tweets:
            expect(self._article(act)).to_be_visible(timeout=PATIENCE)
        if others:
            replayer.notifications()
        for act in others:
            self._sees_notice(act)

    def _meant(self, each: Seen, outcome: Outcome) -> Happening:
        me, names = self.replayer.handle, outcome.names
        return next(act for act in outcome.came if not seen.missing([each], [act], me, names))

    def _article(self, act: Happening) -> Locator:
        return self.replayer.page.locator(f"main article[data-tweet='{act.tweet}']").first

    def _sees_notice(self, act: Happening) -> None:
        if act.kind is Kind.TWEET_POSTED:
            expect(self._article(act)).to_be_visible()
            return
        notice = self.replayer.page.locator(f".deed.of-{DEEDS[act.kind]}")
        expect(notice.filter(has=self.replayer.page.locator(f"a[href='/{act.by}']")).first).to_be_visible()

    # How it looks

    def looks(self, state: str) -> None:
        """Look at the page with axe, and take its picture, unless this state was seen already."""
        if state in self.states:
            return
        self.states.add(state)
        panel = self.replayer.panel
        panel.opens()
        if self.replayer.scripts:
            panel.looks(state)
        elif panel.page.evaluate(WIDE):  # axe itself does not get on without scripts
            panel.faults.append(f"{state}: scrolls sideways")
        if self.pictures is not None:
            picture = self.pictures / f"{len(self.states):02}-{state}.png"
            panel.page.screenshot(path=picture, caret="initial")  # hiding it would leave styles in the page


def name_of(card: GuideCard) -> str:
    """A word for a state of the guide: what stands in it, whichever step it is."""
    step = card.steps[0] if card.state == "steps" and card.steps else None
    parts = [card.state, "praise" if card.praise else "", "also" if step and len(card.steps) > 1 else ""]
    if step is not None:
        parts += [
            step.feedback.kind if step.feedback else "",
            f"hints{len(step.hints)}" if step.hints else "",
            "progress" if step.progress else "",
            step.question.kind if step.question else "",
            "answered" if step.question and step.question.answers else "",
            "reflection" if step.reflection else "",
            "draft" if step.draft else "",
        ]
    return "-".join(filter(None, parts))
