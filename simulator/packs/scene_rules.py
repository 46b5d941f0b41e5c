"""Rules for reactions and for the timeline beyond their shapes: what people say fits, and comes while it is wanted."""

from datetime import timedelta

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.names import LONGEST_BUILT_IN, answering, filled
from simulator.packs.part import Part
from simulator.packs.schema import Path
from simulator.packs.session_draft import SessionDraft
from simulator.packs.session_shapes import Chat, Effect, Inject, Reaction
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140

_SAID = ("reply", "tweet", "quote", "message")


def check(draft: Draft, findings: Findings) -> None:
    """Note scripted texts that are too long or name nobody, acts that the rules refuse, scenes that come too late."""
    for session in draft.sessions.values():
        scenes = _Scenes(session, draft, findings)
        for path, reaction in session.reactions.items():
            scenes.reaction(reaction, path)
        for path, inject in session.timeline.items():
            scenes.inject(inject, path)
        for path, tweet in session.drafts.items():
            scenes.said(tweet.tweet, (*path, "tweet"))
        for path, chat in session.chats.items():
            scenes.chat(chat, path)


class _Scenes:
    """Looks at the scenes of one session."""

    def __init__(self, session: SessionDraft, draft: Draft, findings: Findings) -> None:
        self._session, self._draft, self._findings = session, draft, findings

    @property
    def _part(self) -> Part:
        return self._session.part

    def reaction(self, reaction: Reaction, path: Path) -> None:
        """What people do in answer."""
        for number, effect in enumerate(reaction.then):
            here = (*path, "then", number)
            self._effect(effect, here)
            self._in_time(reaction, effect, path)

    def _effect(self, effect: Effect, path: Path) -> None:
        for word in _SAID:
            variants = getattr(effect, word) or ()
            for number, text in enumerate(variants):
                sent = answering(text) if word == "reply" else text
                self.said(sent, (*path, word, number), quote=word == "quote", as_written=text)
                if text in variants[:number]:
                    self._findings.add("E113", self._part.value(*path, word, number), "This variant stands here twice.")
        for word in ("retweet", "favourite"):
            other = getattr(effect, word)
            if isinstance(other, str):
                self._on_tweet(effect.by, word, other, path)

    def _in_time(self, reaction: Reaction, effect: Effect, path: Path) -> None:
        """A scene of a step's opening comes within the minutes of the step (P120)."""
        step = next((one for one in self._session.steps.values() if one.step == reaction.when.opened), None)
        longest = reaction.wait.high + (effect.wait.high if effect.wait else timedelta())
        if step is not None and longest > timedelta(minutes=step.minutes):
            message = f'This can come after the {step.minutes} minutes of "{step.step}" are over.'
            self._findings.add("P120", self._part.value(*path, "wait"), message, suggestion="Let it come sooner.")

    def inject(self, inject: Inject, path: Path) -> None:
        """What happens by itself."""
        self._when(inject, path)
        pictured = inject.picture is not None
        for word in ("tweet", "quote", "message"):
            text = getattr(inject, word)
            page = self._draft.web.get(inject.link or "")
            if text is not None:
                told = f"{text} {page.address}" if page and word == "tweet" else text
                self.said(told, (*path, word), quote=word == "quote", media=pictured, as_written=text)
        for word in ("picture", "link"):
            if getattr(inject, word) is not None and inject.tweet is None:
                self._findings.add("E127", self._part.key(*path, word), f'"{word}" belongs to a tweet.')
        if inject.link is not None:
            references.page(inject.link, self._part.value(*path, "link"), self._draft, self._findings)
        if inject.retweet is not None:
            self._on_tweet(inject.by, "retweet", inject.retweet, path)

    def _when(self, inject: Inject, path: Path) -> None:
        frame = self._session.frame
        for word in ("at", "at_latest"):
            time = getattr(inject, word)
            if frame is not None and time is not None and time > timedelta(minutes=frame.minutes):
                message = f"The session has only {frame.minutes} minutes."
                self._findings.add("E125", self._part.value(*path, word), message)
        if inject.after is not None:
            place = self._part.value(*path, "after")
            references.own_step(inject.after, place, self._part, self._draft, self._findings)
        elif inject.at_latest is not None:
            message = '"at_latest" belongs to "after": what has a time of its own waits for nobody.'
            self._findings.add("E112", self._part.key(*path, "at_latest"), message)

    def chat(self, chat: Chat, path: Path) -> None:
        """What is said in a chat, with what is put in when it is sent: the number and the hashtag."""
        if chat.opens.step is not None:
            place = self._part.value(*path, "opens")
            references.own_step(chat.opens.step, place, self._part, self._draft, self._findings)
        tag = f" #{chat.hashtag}"
        for word in ("welcome", "thanks"):
            text = getattr(chat, word)
            self.said(f"{text}{tag}", (*path, word), as_written=text)
        for number, question in enumerate(chat.questions):
            here = (*path, "questions", number)
            self.said(f"Q{number + 1} {question.ask}{tag}", (*here, "ask"), as_written=question.ask)
            for guest, answer in enumerate(question.guests):
                told = f"A{number + 1} {answer.answer}{tag}"
                self.said(told, (*here, "guests", guest, "answer"), as_written=answer.answer)

    def _on_tweet(self, by: str, word: str, name: str, path: Path) -> None:
        place = self._part.value(*path, word)
        references.any_tweet(name, place, self._draft, self._findings)
        old = next((old for old in self._draft.history.values() if old.id == name), None)
        if old is None or word != "retweet":
            return
        if old.by == by:
            self._findings.add("E127", place, "Nobody can retweet a tweet of their own.")
        elif old.by in self._draft.people and self._draft.people[old.by].protected:
            self._findings.add("E127", place, f"{old.by} is protected; nobody can retweet that.")

    def said(self, text: str, path: Path, *, quote: bool = False, media: bool = False, as_written: str = "") -> None:
        """A text that one of the people sends: whom it names, and its length with the longest of everything."""
        longest = filled(text, {**LONGEST_BUILT_IN, **self._draft.longest})
        counted = count(longest, CLASSIC_140, media=media, quote=quote)
        if counted.left < 0:
            over = -counted.left
            message = f"{over} {'letter' if over == 1 else 'letters'} too long with the longest handle and $names."
            suggestion = "A tweet has 140; the @handle in front of a reply and links count, too."
            self._findings.add("E130", self._part.value(*path), message, suggestion=suggestion)
        references.words(as_written or text, self._part, path, self._draft, self._findings)
