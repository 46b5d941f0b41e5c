"""Turns a line of a walkthrough into an act on paper, as near-miss makers vary it, and such an act back into verbs."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import text

from simulator.actions import accounts, favourites, follows, lessons, messages, retweets, searches, tweets
from simulator.checks import Act, Beside, NearMiss
from simulator.errors import Missing
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.packs.session_shapes import Card
from simulator.packs.walkthrough_shapes import Line
from simulator.progress import progress
from simulator.sim import Sim
from simulator.text.keys import handle_key
from simulator.walkthroughs import acts, happenings, keeping
from simulator.walkthroughs.acts import Doing

_TWEET = text(
    "SELECT t.id, t.text, t.mentioned, a.handle FROM tweet t JOIN account a ON a.id = t.author WHERE t.id = :id"
)
_OPENED = text(
    "SELECT count(*) FROM tweet_link l JOIN event e ON e.item = l.page WHERE l.tweet = :tweet AND e.actor = :me"
    " AND e.kind = 'link_opened'"
)
_OTHER = text(
    "SELECT t.id FROM tweet t JOIN account a ON a.id = t.author WHERE a.handle_key = :key AND t.hidden IS NULL"
    " AND t.retweet_of IS NULL AND t.id != :not AND NOT EXISTS"
    " (SELECT 1 FROM tweet_name n WHERE n.tweet = t.id AND n.name = :named) ORDER BY t.id DESC LIMIT 1"
)


def act_of(sim: Sim, line: Line, todo: Doing) -> Act | None:
    """A line, which is done by this verb, as an act on paper; None for one that no goal is about."""
    write = _WRITE.get(line.act)
    return write(_Paper(sim), line, todo.words) if write is not None else None


def doings(sim: Sim, miss: NearMiss, base: Act) -> list[Doing] | None:
    """The verbs that do a near miss of an act, whose earlier acts are taken back first; None where nobody could.

    What is missed there may be a thing that this pack does not have, such as a picture with a mark.
    """
    if miss.act.word == "listed" and miss.act.kept is not None:
        return [Doing(*todo) for todo in keeping.todo(sim, miss.act.kept)] or None
    paper = _Paper(sim)
    last = _DO[miss.act.word](paper, miss.act, base) if miss.act.word in _DO else None
    if last is None:
        return None
    before = paper.taken_back(miss.taken_back, base)
    return None if before is None else [*before, last]


class _Tweet(NamedTuple):
    id: int
    text: str
    by: str
    prefilled: str
    name: str


class _Paper:
    """Knows the world that the acts are about, as whoever acts sees it."""

    def __init__(self, sim: Sim) -> None:
        self._sim = sim
        if sim.course is None:
            raise AssertionError("acts on paper belong to a course")
        self._course: Course = sim.course

    # A line becomes an act

    def tweeted(self, _: Line, words: Mapping[str, Any]) -> Act:  # Any: the words of a verb, here and below
        return Act("tweeted", text=words["text"], beside=self._beside(words["pictures"]))

    def replied(self, _: Line, words: Mapping[str, Any]) -> Act:
        act = self._about("replied", words["reply_to"])
        return act._replace(text=words["text"], beside=self._beside(words["pictures"]))

    def quoted(self, _: Line, words: Mapping[str, Any]) -> Act:
        act = self._about("quoted", words["quote_of"])
        return act._replace(text=words["text"], beside=self._beside(words["pictures"]), prefilled="")

    def pressed(self, line: Line, words: Mapping[str, Any]) -> Act:
        return self._about(
            {"favourite": "favourited", "retweet": "retweeted", "delete": "deleted"}[line.act], words["tweet"]
        )

    def followed(self, line: Line, words: Mapping[str, Any]) -> Act:
        return Act(f"{line.act}ed", to=words.get("handle", ""), tag=words.get("tag", ""))

    def messaged(self, _: Line, words: Mapping[str, Any]) -> Act:
        return Act("messaged", to=words["to"], text=words["text"])

    def viewed(self, _: Line, words: Mapping[str, Any]) -> Act:
        act = self._about("viewed", words["tweet"]) if words.get("tweet") else Act("viewed", to=words["who"])
        return act._replace(a=words["page"], tag=words.get("tag", ""))

    def searched(self, line: Line, words: Mapping[str, Any]) -> Act:
        return Act("searched", asked=words["q"], saved=bool(line.saved))

    def listed(self, line: Line, _: Mapping[str, Any]) -> Act:
        return Act("listed", kept=acts.kept(self._sim, line))

    def edited(self, _: Line, words: Mapping[str, Any]) -> Act:
        typed = {name: value for name, value in words.items() if value is not None}
        return Act("edited_profile", profile=typed)

    def answered(self, _: Line, words: Mapping[str, Any]) -> Act:
        right = self._is_right(words["step"], words["item"], words["pick"])
        return Act(
            "answered", step=words["step"], item=words["item"], pick=words["pick"], reason=words["reason"], right=right
        )

    def wrote(self, _: Line, words: Mapping[str, Any]) -> Act:
        return Act("wrote", step=words["step"], text=words["text"])

    def _about(self, word: str, tweet: int) -> Act:
        found, bounds = self._tweet(tweet), {"tweet": tweet, "me": self._sim.actor}
        opened = bool(self._sim.session.execute(_OPENED, bounds).scalar())
        return Act(
            word, to=found.by, of=found.name, about=found.text, target=found.id, prefilled=found.prefilled,
            opened_first=opened,
        )  # fmt: skip

    def _tweet(self, tweet: int) -> _Tweet:
        row = self._sim.session.execute(_TWEET, {"id": tweet}).one()
        me = handle_key(self._sim.account.handle)
        named = dict.fromkeys([row.handle, *row.mentioned.split()])
        prefilled = " ".join(f"@{handle}" for handle in named if handle_key(handle) != me)
        names = happenings.names(self._sim, self._sim.actor)
        name = next((name for name, id in names.items() if id == tweet), "")
        return _Tweet(row.id, row.text, row.handle, prefilled, name)

    def _beside(self, pictures: tuple[tuple[str, str], ...]) -> Beside:
        media = self._course.pack.media
        marks = frozenset(mark for name, _ in pictures if name in media for mark in media[name].marks)
        return Beside(tuple(name for name, _ in pictures), marks, alts=tuple(alt for _, alt in pictures))

    def _card(self, step: str) -> Card | None:
        placed = self._course.step(step)
        return placed.step.card if placed is not None else None

    def _is_right(self, step: str, item: str, pick: str) -> bool | None:
        card = self._card(step)
        if card is None or card.scale is not None:
            return None
        if card.sort is not None:
            return any(one.item == item and one.pile == pick for one in card.sort)
        return any(option.pick == pick and option.right for option in card.options or ())

    # An act becomes a verb

    def post(self, act: Act, base: Act) -> Doing | None:
        if act.app != "web" or act.by or act.short or act.opened_first != base.opened_first:
            return None
        alts = [*act.beside.alts, "", "", "", ""]
        pictures = tuple(zip(act.beside.pictures, alts, strict=False))
        if not self._can_attach(act, base):
            return None
        return Doing(tweets.post_tweet, {"text": act.text, "pictures": pictures})

    def reply(self, act: Act, base: Act) -> Doing | None:
        parent, posted = self._target(act, base), self.post(act, base)
        if parent is None or posted is None:
            return None
        return posted._replace(words={**posted.words, "reply_to": parent})

    def quote(self, act: Act, base: Act) -> Doing | None:
        target, posted = self._target(act, base), self.post(act, base)
        if target is None or posted is None:
            return None
        return posted._replace(words={**posted.words, "quote_of": target})

    def press(self, act: Act, base: Act) -> Doing | None:
        target = self._target(act, base)
        verb = {"favourited": favourites.favourite, "retweeted": retweets.retweet, "deleted": tweets.delete_tweet}[
            act.word
        ]
        if target is None or act.opened_first != base.opened_first:
            return None
        return Doing(verb, {"tweet": target})

    def follow(self, act: Act, _: Act) -> Doing | None:
        if act.tag:
            verb = follows.follow_hashtag if act.word == "followed" else follows.unfollow_hashtag
            return Doing(verb, {"tag": act.tag})
        return Doing(follows.follow if act.word == "followed" else follows.unfollow, {"handle": act.to})

    def message(self, act: Act, _: Act) -> Doing | None:
        if act.beside != Beside() or act.app != "web" or act.by or act.short:
            return None  # a message holds words alone
        return Doing(messages.send_message, {"to": act.to, "text": act.text})

    def view(self, act: Act, base: Act) -> Doing | None:
        """Only pages that some check reads are noted at all (packs.md 2.5); looking at others meets silence."""
        if act.a not in self._course.views:
            return None
        target = self._target(act, base) if base.target is not None and act.a == "tweet" else None
        words = {"page": act.a, "who": act.to if act.a in ("profile", "messages", "list") else "", "tag": act.tag}
        if act.a == "list":
            try:
                words["slug"] = keeping.slug_of(self._sim, act.to)
            except Missing:
                return None
        return Doing(lessons.view, words | ({"tweet": target} if target is not None else {}))

    def search(self, act: Act, _: Act) -> Doing | None:
        verb = searches.save_search if act.saved else searches.search
        return Doing(verb, {"q": act.asked}) if self._course.reads_searches else None

    def edit(self, act: Act, base: Act) -> Doing | None:
        if act.beside != base.beside or not act.profile.get("name"):
            return None
        picture = act.profile.get("picture")
        if picture and picture not in self._course.pack.picture_box("profile"):
            return None
        known = ("name", "bio", "location", "website", "picture")
        return Doing(accounts.edit_profile, {name: act.profile[name] for name in known if name in act.profile})

    def answer(self, act: Act, base: Act) -> Doing | None:
        if act.step != base.step or act.item != base.item:
            return None
        pick = act.pick if act.pick == base.pick and act.right == base.right else self._another(act, base)
        if pick is None:
            return None
        words = {"step": act.step, "item": act.item, "pick": pick, "reason": act.reason}
        return Doing(lessons.answer, words)

    def write(self, act: Act, base: Act) -> Doing | None:
        if act.step != base.step or act.word != base.word:
            return None
        return Doing(lessons.reflect, {"step": act.step, "text": act.text})

    def taken_back(self, count: int, base: Act) -> list[Doing] | None:
        """Take back so many of one's acts of this word since the step opened, the newest first."""
        if not count:
            return []
        opened = max((state.opened for state in progress(self._sim, self._sim.actor).steps.values()), default=0)
        me = self._sim.account.handle
        done = [one for one in happenings.since(self._sim, opened) if one.by == me and one.kind in _BACK]
        mine = [one for one in reversed(done) if _BACK[one.kind][0] == base.word][:count]
        return [_BACK[one.kind][1](one) for one in mine] if len(mine) == count else None

    def _target(self, act: Act, base: Act) -> int | None:
        """The tweet that an act is about: the same, or, where the person or its name changed, another one of theirs."""
        if act.about != base.about and act.about:
            return None
        if (act.to, act.of, act.about) == (base.to, base.of, base.about):
            return base.target
        bounds = {"key": handle_key(act.to), "not": base.target or 0, "named": base.of}
        row = self._sim.session.execute(_OTHER, bounds).first()
        return int(row.id) if row else None

    def _can_attach(self, act: Act, base: Act) -> bool:
        box = self._course.pack.picture_box("tweet")
        known = set(act.beside.pictures) <= {*box, *base.beside.pictures}
        return known and (act.beside.marks == base.beside.marks or not act.beside.pictures) and not act.beside.clip

    def _another(self, act: Act, base: Act) -> str | None:
        card = self._card(act.step)
        picks = [option.pick for option in (card.options or ())] if card else []
        picks += list(card.piles or ()) if card else []
        wanted = (pick for pick in picks if pick != base.pick)
        if act.right is not base.right:
            wanted = (pick for pick in wanted if self._is_right(act.step, act.item, pick) is act.right)
        return next(wanted, None)


_WRITE: Mapping[str, Callable[[_Paper, Line, Mapping[str, Any]], Act]] = {  # Any: the words of a verb
    "tweet": _Paper.tweeted, "reply": _Paper.replied, "quote": _Paper.quoted, "favourite": _Paper.pressed,
    "retweet": _Paper.pressed, "delete": _Paper.pressed, "follow": _Paper.followed, "unfollow": _Paper.followed,
    "view": _Paper.viewed, "search": _Paper.searched, "message": _Paper.messaged, "list": _Paper.listed,
    "profile": _Paper.edited, "answer": _Paper.answered, "write": _Paper.wrote,
}  # fmt: skip
_DO: Mapping[str, Callable[[_Paper, Act, Act], Doing | None]] = {
    "tweeted": _Paper.post, "replied": _Paper.reply, "quoted": _Paper.quote, "favourited": _Paper.press,
    "retweeted": _Paper.press, "deleted": _Paper.press, "followed": _Paper.follow, "unfollowed": _Paper.follow,
    "viewed": _Paper.view, "messaged": _Paper.message, "searched": _Paper.search,
    "edited_profile": _Paper.edit, "answered": _Paper.answer, "wrote": _Paper.write,
}  # fmt: skip
_BACK: Mapping[Kind, tuple[str, Callable[[happenings.Happening], Doing]]] = {
    Kind.TWEET_POSTED: ("tweeted", lambda one: Doing(tweets.delete_tweet, {"tweet": one.tweet})),
    Kind.FAVOURITED: ("favourited", lambda one: Doing(favourites.unfavourite, {"tweet": one.tweet})),
    Kind.RETWEETED: ("retweeted", lambda one: Doing(retweets.unretweet, {"tweet": one.tweet})),
    Kind.FOLLOWED: ("followed", lambda one: Doing(follows.unfollow, {"handle": one.whom})),
}
