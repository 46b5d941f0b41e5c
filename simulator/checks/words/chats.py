"""The word `chatted`: answered in a chat, by number and with its hashtag (packs.md 2.4, 2.7)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined
from simulator.checks.named import title
from simulator.checks.parts import TO_YOU, DeedPart, Voice
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Chatted

_ANSWER = re.compile(r"(?<![\w@#])[Aa] ?([0-9]{1,2})(?!\w)")
NOW, EARLIER, NOT_ASKED = "now", "earlier", "not-asked"
_READS = {
    NOW: "the question of the moment", EARLIER: "an earlier question",
    NOT_ASKED: "a question that nobody has asked yet",
}  # fmt: skip


def answered_question(text: str) -> int | None:
    """The n of the first An in a text, in any case of letters; None where there is none."""
    match = _ANSWER.search(text)
    return int(match[1]) if match else None


class InChat(DeedPart[str]):
    """The chat in which it was said."""

    field = "chat"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.chat == value

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"the chat “{title(value, scene)}”"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return f"That is in another chat. Answer in {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("another chat", act._replace(chat=f"{value}-other"))


class Question(DeedPart[str]):
    """The question that is answered: the newest one, an earlier one, one not asked yet, or the one with this number."""

    field = "question"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        if deed.question is None or (deed.newest is None and not value.isdecimal()):
            return False
        newest = deed.newest or 0
        if value.isdecimal():
            return deed.question == int(value)
        return {
            NOW: deed.question == newest, EARLIER: 0 < deed.question < newest, NOT_ASKED: deed.question > newest,
        }.get(value, False)  # fmt: skip

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"question {value}" if value.isdecimal() else _READS.get(value, "a question")

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        if value == NOW and deed.newest:
            return f"Nearly. That answers question {deed.question}, and the host is at question {deed.newest}."
        return f"Nearly. That answers question {deed.question}. Answer {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        question, newest = act.question or 1, act.newest or 1
        other = {NOW: newest + 1, EARLIER: newest, NOT_ASKED: newest}.get(value, question + 1)
        text = act.text.replace(f"A{question}", f"A{other}")
        yield NearMiss("another question", act._replace(question=other, text=text))


class ChattedWord(ActWord[Chatted]):
    """Said something in a chat with An and its hashtag."""

    name = "chatted"
    deeds = frozenset({"tweeted", "replied", "quoted"})
    parts = (InChat(), Question())

    def is_kind(self, asked: Chatted, deed: Deed) -> bool:
        return super().is_kind(asked, deed) and deed.chat is not None

    def hits(self, asked: Chatted, deed: Deed, scene: Scene) -> bool:
        return deed.question is not None and super().hits(asked, deed, scene)

    def reads(self, asked: Chatted, scene: Scene, voice: Voice) -> str:
        return f"has {_answered(asked, scene, voice)}"

    def wants(self, asked: Chatted, scene: Scene) -> str:
        return _answered(asked, scene, TO_YOU).replace("answered", "answer", 1)

    def things(self, asked: Chatted, scene: Scene) -> str:
        return "answers in the chat"

    def lacks(self, asked: Chatted, deed: Deed, scene: Scene) -> str:
        if deed.question is None:
            n = asked.question if asked.question and asked.question.isdecimal() else deed.newest or 1
            return f"Nearly. Which question is this about? Put A{n} in front."
        return super().lacks(asked, deed, scene)

    def mistaken(self, asked: Chatted, deed: Deed, scene: Scene) -> str:
        if deed.word not in self.deeds or deed.chat is not None:
            return ""
        tag = scene.chats.get(asked.chat or "") or next(iter(scene.chats.values()), "")
        name = f"#{tag}" if tag else "the chat's hashtag"
        return f"Nearly. Without {name} the people in the chat will miss this. Add the hashtag."

    def again(self, asked: Chatted, deed: Deed, scene: Scene) -> str:
        return f"You have answered question {deed.question} already. Answer another one."

    def spoils(self, asked: Chatted, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("answer number missing", act._replace(question=None, text=_without_number(act)))
        yield NearMiss("chat hashtag missing", act._replace(chat="", question=None, newest=None))


def _answered(asked: Chatted, scene: Scene, voice: Voice) -> str:
    question = Question().reads(asked.question, scene, voice) if asked.question else "a question"
    chat = f"in {InChat().reads(asked.chat, scene, voice)}" if asked.chat else "in a chat"
    return joined("answered", question, chat, "with its number and the hashtag")


def _without_number(act: Act) -> str:
    return act.text.replace(f"A{act.question} ", "", 1)
