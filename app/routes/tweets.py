"""One tweet: writing it, its own page, its buttons, and why it is where it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Response

from app import uploads
from app.deps import Looking, Sending, Visit, go, referer_path
from app.errors import LONGEST_KEPT, again, sent_form
from app.fields import After, Flag, FormId, Handle, Id, Text
from app.limits import FAVOURITES, POSTS
from app.render import VARY
from app.routes.timelines import bar
from app.visits import seen
from simulator import timelines
from simulator.actions import favourites, retweets, tweets
from simulator.cards import QuoteCard, TweetCard
from simulator.errors import Held, Refused
from simulator.sim import Sim
from simulator.text.length import count
from simulator.text.tidy import tidy

router = APIRouter()


@router.get("/compose")
def write_tweet(
    visit: Looking,
    text: Annotated[str, Query(max_length=2000)] = "",
    reply_to: Annotated[int | None, Query(ge=1)] = None,
    quote_of: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    with visit.sim() as sim:
        return composer(visit, sim, text, reply_to, quote_of)


@router.post("/tweets", max_body_size=uploads.BODY_LIMIT)
async def post_tweet(
    visit: Sending,
    text: Text = "",
    reply_to: FormId = None,
    quote_of: FormId = None,
    tag: Annotated[list[str] | None, Form()] = None,
    anyway: Flag = False,
) -> Response:
    sent = await uploads.bring(visit)
    words: dict[str, Any] = {"text": text, "reply_to": reply_to} | sent.words()  # Any: a verb's
    done = await visit.act(
        tweets.post_tweet, rate=POSTS, **words, quote_of=quote_of, tags=tag or (), ask_first=not anyway
    )
    if not visit.is_part and referer_path(visit.request).startswith(("/compose", "/tweets")):
        return go("/home", f"tweet-{done.answer}")  # the page it was written on has done its work
    return await visit.answer(
        lambda sim: _sent(visit, sim, done.answer or 0, reply_to, quote_of),
        anchor=f"tweet-{done.answer}",
        otherwise="/home",
    )


@router.post("/tweets/count")
async def count_text(
    visit: Sending, text: Text = "", quote_of: FormId = None, library: Annotated[list[str] | None, Form()] = None
) -> Response:
    return await visit.show(lambda sim: _counted(visit, sim, text, bool(library), quote_of is not None))


@router.post("/tweets/audience")
async def show_audience(
    visit: Sending,
    text: Text = "",
    reply_to: FormId = None,
    quote_of: FormId = None,
    tag: Annotated[list[str] | None, Form()] = None,
) -> Response:
    def shown(sim: Sim) -> Response:
        audience = timelines.audience(sim, text=text, reply_to=reply_to, quote_of=quote_of, tags=tag or ())
        return visit.part(sim, "tweets/_audience.html", audience=audience)

    return await visit.show(shown)


@router.post("/tweets/notes")
async def show_notes(
    visit: Sending,
    text: Text = "",
    reply_to: FormId = None,
    library: Annotated[list[str] | None, Form()] = None,
    alt: Annotated[list[str] | None, Form()] = None,
) -> Response:
    return await visit.show(lambda sim: _noted(visit, sim, text, reply_to, paired(library, alt)))


@router.get("/tweets/{tweet}")
def show_card(visit: Looking, tweet: Id) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "tweets/card.html", "changed", tweet=timelines.card(sim, tweet))


@router.get("/tweets/{tweet}/why")
def show_why(visit: Looking, tweet: Id) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "tweets/why.html", "why", why=timelines.why_here(sim, tweet))


@router.get("/tweets/{tweet}/menu")
def show_menu(visit: Looking, tweet: Id) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "tweets/menu.html", "menu", tweet=timelines.card(sim, tweet))


@router.post("/tweets/{tweet}/favourite")
async def favourite(visit: Sending, tweet: Id, via: Annotated[str | None, Query(max_length=20)] = None) -> Response:
    await visit.act(favourites.favourite, rate=FAVOURITES, tweet=tweet, via=via)
    return await _changed(visit, tweet)


@router.post("/tweets/{tweet}/unfavourite")
async def unfavourite(visit: Sending, tweet: Id) -> Response:
    await visit.act(favourites.unfavourite, rate=FAVOURITES, tweet=tweet)
    return await _changed(visit, tweet)


@router.post("/tweets/{tweet}/retweet")
async def retweet(visit: Sending, tweet: Id, via: Annotated[str | None, Query(max_length=20)] = None) -> Response:
    await visit.act(retweets.retweet, rate=FAVOURITES, tweet=tweet, via=via)
    return await _changed(visit, tweet)


@router.post("/tweets/{tweet}/unretweet")
async def unretweet(visit: Sending, tweet: Id) -> Response:
    await visit.act(retweets.unretweet, rate=FAVOURITES, tweet=tweet)
    return await _changed(visit, tweet)


@router.post("/tweets/{tweet}/delete")
async def delete_tweet(visit: Sending, tweet: Id) -> Response:
    await visit.act(tweets.delete_tweet, tweet=tweet)
    if not visit.is_part and f"/{tweet}" in referer_path(visit.request):
        return go("/home")  # the tweet's own page has gone with it
    return await visit.answer(lambda sim: visit.part(sim, "tweets/_deleted.html", tweet=str(tweet)))


@router.get("/{handle}/status/{tweet}", dependencies=[seen("tweet")])
def show_thread(visit: Looking, handle: Handle, tweet: Id, after: After = 0) -> Response:
    with visit.sim() as sim:
        thread = timelines.thread(sim, tweet, after=after)
        author = thread.tweet.author.handle
        if handle.casefold() != author.casefold():  # a tweet opens by its id, under whatever name (A.15)
            return go(f"/{author}/status/{thread.tweet.id}")
        if after and not thread.below and visit.is_part:
            return Response(status_code=204, headers=VARY)
        return visit.page(sim, "tweets/show.html", "newer" if after else "thread", thread=thread)


@router.get("/{handle}/status/{tweet}/count")
def count_thread(visit: Looking, handle: Handle, tweet: Id, after: After = 0) -> Response:
    with visit.sim() as sim:
        return bar(visit, sim, timelines.count_new_answers(sim, tweet, after), f"/{handle}/status/{tweet}", after)


@again("/tweets")
async def write_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The compose box with the words in it, and what is wrong with them."""
    reply_to, quote_of = (_number(typed.get(field, "")) for field in ("reply_to", "quote_of"))
    kept = await _kept(visit, typed, waits=isinstance(refusal, Held))
    words = typed.get("text", "")
    return await visit.show(lambda sim: composer(visit, sim, words, reply_to, quote_of, refusal, status, kept))


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 20 else None


async def _kept(visit: Visit, typed: Mapping[str, str], *, waits: bool) -> dict[str, Any]:  # Any: as above
    """What else a draft had: its pictures, and its `once` where it waits for its writer's word."""
    form = await sent_form(visit.request)
    tags = [one for one in form.getlist("tag") if isinstance(one, str)]
    sent = await uploads.kept(visit)
    return {"pictures": tuple(sent.pictures), "captions": sent.captions, "tags": " ".join(tags)[:LONGEST_KEPT]} | (
        {"kept_once": typed.get("once")} if waits else {}
    )


def paired(library: list[str] | None, alt: list[str] | None) -> tuple[tuple[str, str], ...]:
    """The names of the chosen pictures, each with its description."""
    return tuple(zip(library or [], [*(alt or []), "", "", "", ""], strict=False))


def composer(
    visit: Visit,
    sim: Sim,
    text: str,
    reply_to: int | None,
    quote_of: int | None = None,
    problem: Refused | None = None,
    status: int = 200,
    kept: Mapping[str, Any] = MappingProxyType({}),  # Any: values for a template
) -> Response:
    """The page with the compose box alone; `kept` is what else its draft has, such as `pictures` with their alt texts.

    What a tweet answers or quotes may have gone meanwhile; the words stay.
    """
    parent, quoted = _parent(sim, reply_to), _quoted(sim, quote_of)
    words = text or (parent.prefill if parent else "")
    left = _left(sim, words, bool(kept.get("pictures")), quoted is not None)
    cards = {"text": words, "parent": parent, "quoted": quoted, "left": left, "problem": problem}
    cards |= {"chosen": timelines.chosen(sim, kept.get("pictures", ()))} | dict(kept)
    return visit.page(sim, "tweets/compose.html", "composer", status=status, **cards)


def _parent(sim: Sim, reply_to: int | None) -> TweetCard | None:
    """The tweet that is answered; one that has gone meanwhile must not take the words with it."""
    try:
        return timelines.card(sim, reply_to) if reply_to is not None else None
    except Refused:
        return None


def _quoted(sim: Sim, quote_of: int | None) -> QuoteCard | None:
    try:
        return timelines.quoted(sim, quote_of) if quote_of is not None else None
    except Refused:
        return None


def _sent(visit: Visit, sim: Sim, tweet: int, reply_to: int | None, quote_of: int | None) -> Response:
    """A fresh box for the next tweet; the timeline then asks for what is new, as everybody's does."""
    parent, quoted, sent = _parent(sim, reply_to), _quoted(sim, quote_of), timelines.card(sim, tweet)
    left = _left(sim, "", quote=quoted is not None)
    response = visit.part(
        sim, "tweets/_sent.html", text="", parent=parent, quoted=quoted, left=left, problem=None, tweet=sent
    )
    response.headers["HX-Trigger"] = "tweeted"
    return response


def _counted(visit: Visit, sim: Sim, text: str, media: bool, quote: bool) -> Response:
    return visit.part(sim, "tweets/_counter.html", left=_left(sim, text, media, quote))


def _noted(visit: Visit, sim: Sim, text: str, reply_to: int | None, pictures: tuple[tuple[str, str], ...]) -> Response:
    """What the coach says of words that are still being written; that it noticed nothing, too, but never "fine"."""
    notes = timelines.tweet_notes(sim, text=text, reply_to=reply_to, pictures=pictures)
    silent = not (text.strip() or pictures) or not timelines.settings(sim).coached
    return visit.part(sim, "tweets/_notes.html", notes=notes, silent=silent)


def _left(sim: Sim, text: str, media: bool = False, quote: bool = False) -> int:
    """How many characters are left; a text that cannot be sent as it is counts as it stands."""
    try:
        said = tidy(text, field="text")
    except Refused:
        said = text
    return count(said, sim.rules, media=media, quote=quote).left


async def _changed(visit: Visit, tweet: int) -> Response:
    """The buttons and counts of a tweet wherever it stands on the page."""
    return await visit.answer(
        lambda sim: visit.page(sim, "tweets/card.html", "changed", tweet=timelines.card(sim, tweet)),
        anchor=f"tweet-{tweet}",
    )
