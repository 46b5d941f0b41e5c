"""An act that has not happened yet, as near-miss makers vary it and trials play it on paper; it does nothing.

`played` is the paper: the `Case` after an act. The world itself is played by walkthroughs, through the real verbs.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from simulator import coach
from simulator.checks.deeds import Case, Column, Deed, Kept, Scene, Standing, Words, nothing
from simulator.checks.named import shown
from simulator.checks.spoken import Beside, Known, words_of
from simulator.text.keys import handle_key, tag_key

PROFILE_TEXTS = ("name", "bio", "location", "website", "pinned")


class Act(NamedTuple):
    """What somebody would do, in the words of `Deed`: a text for what is said, a handle and a pack id for the rest.

    `profile` has the fields that an edit sets, `picture` and `header` with the name of a file; `about` is the text of
    the tweet that the act is about.
    """

    word: str
    text: str = ""
    to: str = ""  # answered, passed on, followed, written to, guarded against, owner of the page
    of: str = ""
    about: str = ""
    tag: str = ""
    a: str = ""
    step: str = ""
    item: str = ""
    pick: str = ""
    reason: str = ""
    right: bool | None = None
    opened_first: bool = False
    beside: Beside = Beside()
    prefilled: str = ""  # what stands in the box before the first key is pressed
    app: str = "web"
    by: str = ""
    short: bool = False
    asked: str = ""
    saved: bool = False
    chat: str = ""
    question: int | None = None
    newest: int | None = None
    ahead: timedelta | None = None  # of a plan: how long until it is sent
    changed: bool = False
    tweet: int | None = None
    target: int | None = None
    profile: Mapping[str, str] = nothing()
    kept: Kept | None = None
    columns: tuple[Column, ...] = ()


class NearMiss(NamedTuple):
    """An act that must not do, called by what is wrong with it.

    Before it, so many of the earlier acts that counted are taken back (the newest first), so much time goes by since
    the step opened, and with `skipped` every earlier step was skipped.
    """

    name: str
    act: Act
    taken_back: int = 0
    wait: timedelta = timedelta()
    skipped: bool = False


def played(act: Act, case: Case) -> Case:
    """The case after this act, a minute after the last one."""
    scene, last = case.scene, case.deeds[-1] if case.deeds else None
    known = Known(frozenset(scene.handles), scene.addresses, scene.used_tags)
    words = _words(act, scene, known) if act.word in _SAID or act.text else None
    deed = Deed(
        number=max(last.number if last else 0, *case.moments.opened.values(), 0) + 1,
        at=(last.at if last else case.moments.opened_at) + timedelta(minutes=1),
        word=_word(act, scene, words),
        words=words,
        who=handle_key(act.to) or None,
        of=frozenset(filter(None, [act.of])),
        about=words_of(act.about, known=known, by=handle_key(act.to)) if act.about else None,
        tag=tag_key(act.tag) or None,
        a=act.a or None,
        step=act.step or None,
        item=act.item or None,
        pick=act.pick or None,
        reason=act.reason or None,
        right=act.right,
        opened_first=act.opened_first,
        asked=act.asked or None,
        saved=act.saved,
        chat=act.chat or None,
        question=act.question,
        newest=act.newest,
        tweet=act.tweet,
        target=act.target,
        changed=act.changed,
    )  # fmt: skip
    if act.ahead is not None:
        deed = deed._replace(planned=deed.at + act.ahead)
    return case._replace(deeds=(*case.deeds, deed), standing=_standing(act, case.standing, known))


_SAID = ("tweeted", "replied", "quoted", "messaged", "scheduled", "wrote")


def _word(act: Act, scene: Scene, words: Words | None) -> str:
    """A reply that does not name whom it answers is a tweet of its own, except to oneself (A.5)."""
    if act.word != "replied" or words is None:
        return act.word
    to = handle_key(act.to)
    return "replied" if to in ("", scene.me) or to in words.mentions else "tweeted"


def _words(act: Act, scene: Scene, known: Known) -> Words:
    draft = coach.Draft(
        act.text,
        place="message" if act.word == "messaged" else "tweet",
        me=shown(scene.me, scene),
        is_reply=act.word == "replied",
        parent_author=act.to if act.word == "replied" else "",
        prefilled=act.prefilled,
        known_handles=frozenset(scene.handles.values()),
        known_tags=frozenset(scene.variables.values()),
        marks=act.beside.marks,
        attached=bool(act.beside.pictures or act.beside.clip),
        described=bool(act.beside.alts) and all(act.beside.alts),
    )
    beside = act.beside._replace(quote=act.word == "quoted" or act.beside.quote)
    return words_of(
        act.text, beside=beside, known=known, signs=coach.signs(draft), by=handle_key(act.by) or scene.me,
        app=act.app, prefilled=act.prefilled, short=act.short,
    )  # fmt: skip


def _standing(act: Act, standing: Standing, known: Known) -> Standing:
    to, tag = handle_key(act.to), tag_key(act.tag)
    if act.word == "followed":
        people, tags = frozenset(filter(None, [to])), frozenset(filter(None, [tag]))
        return standing._replace(following=standing.following | people, followed_tags=standing.followed_tags | tags)
    if act.word == "unfollowed":
        return standing._replace(following=standing.following - {to}, followed_tags=standing.followed_tags - {tag})
    if act.word == "edited_profile":
        texts = {name: words_of(act.profile[name], known=known) for name in PROFILE_TEXTS if name in act.profile}
        return standing._replace(
            name=texts.get("name", standing.name),
            bio=texts.get("bio", standing.bio),
            location=texts.get("location", standing.location),
            website=texts.get("website", standing.website),
            pinned=texts.get("pinned", standing.pinned),
            handle=act.profile.get("handle", standing.handle),
            picture=act.profile.get("picture", standing.picture) or None,
            marks=act.beside.marks if "picture" in act.profile else standing.marks,
            header=bool(act.profile["header"]) if "header" in act.profile else standing.header,
        )
    if act.word == "listed" and act.kept is not None:
        others = tuple(one for one in standing.lists if one.name.text != act.kept.name.text)
        return standing._replace(lists=(*others, act.kept))
    return standing._replace(columns=act.columns) if act.word == "arranged" else standing
