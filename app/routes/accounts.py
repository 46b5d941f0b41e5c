"""Accounts: profiles and their tabs, following, and showing oneself."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Response

from app import auth, uploads
from app.deps import Looking, Sending, Visit, go
from app.errors import again
from app.fields import Cursor, Flag, Handle, Tag, Text
from app.limits import FAVOURITES
from app.threads import aside
from app.visits import seen
from simulator import timelines
from simulator.actions import accounts, follows, sign_ins
from simulator.cards import AccountPage, TweetPage
from simulator.errors import Refused
from simulator.sim import Sim

router = APIRouter()
Switch = Annotated[bool | None, Form()]  # not sent: as it is
AccountCursor = Annotated[str | None, Query(max_length=45)]


@router.post("/accounts/{handle}/follow")
async def follow(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.follow, rate=FAVOURITES, handle=handle)
    return await visit.answer(lambda sim: _follow_button(visit, sim, handle))


@router.post("/accounts/{handle}/unfollow")
async def unfollow(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.unfollow, rate=FAVOURITES, handle=handle)
    return await visit.answer(lambda sim: _follow_button(visit, sim, handle))


@router.post("/hashtags/{tag}/follow")
async def follow_hashtag(visit: Sending, tag: Tag) -> Response:
    await visit.act(follows.follow_hashtag, rate=FAVOURITES, tag=tag)
    return await visit.answer(lambda sim: _tag_button(visit, sim, tag))


@router.post("/hashtags/{tag}/unfollow")
async def unfollow_hashtag(visit: Sending, tag: Tag) -> Response:
    await visit.act(follows.unfollow_hashtag, rate=FAVOURITES, tag=tag)
    return await visit.answer(lambda sim: _tag_button(visit, sim, tag))


@router.get("/settings/profile")
def edit_profile(visit: Looking) -> Response:
    with visit.sim() as sim:
        me = timelines.me(sim)
        typed = {"name": me.face.name, "bio": me.bio, "location": me.location, "website": me.website}
        typed |= {"handle": me.face.handle}
        shown = {"library": me.face.picture or "", "header": me.header or ""}
        return _profile_form(visit, sim, typed | shown, None, 200)


@router.post("/settings/profile", max_body_size=uploads.BODY_LIMIT)
async def save_profile(
    visit: Sending,
    name: Text = "",
    handle: Annotated[str | None, Form()] = None,
    bio: Text = "",
    location: Text = "",
    website: Text = "",
    library: Annotated[str | None, Form()] = None,
    no_header: Flag = False,
    anyway: Flag = False,
) -> Response:
    words: dict[str, Any] = {"name": name, "bio": bio, "location": location, "website": website}  # Any: a verb's own
    words["picture"] = await uploads.own(visit, "picture", "portrait") or library
    header = await uploads.own(visit, "header", "header")
    words["header"] = "" if no_header else header
    await visit.act(accounts.edit_profile, **words, handle=handle, ask_first=not anyway)
    return await visit.show(lambda sim: _moved(visit, f"/{timelines.me(sim).face.handle}"))


@again("/settings/profile")
async def edit_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The profile form with what was typed, and what is wrong with it."""
    typed = {**typed, **uploads.brought(visit)}
    return await visit.show(lambda sim: _profile_form(visit, sim, typed, refusal, status))


@router.get("/settings")
def show_settings(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "accounts/settings.html", settings=timelines.settings(sim))


@router.post("/settings")
async def save_settings(
    visit: Sending,
    coached: Switch = None,
    protected: Switch = None,
    shortcuts: Switch = None,
    messages_from_anyone: Switch = None,
    photo_tags: Switch = None,
) -> Response:
    sent: dict[str, Any] = {"protected": protected, "shortcuts": shortcuts}  # Any: a verb's own words
    sent |= {"messages_from_anyone": messages_from_anyone, "photo_tags": photo_tags}
    await visit.act(accounts.change_settings, coached=coached, **sent)
    changed = next((name for name, value in sent.items() if value is not None), "coach")
    return _moved(visit, f"/settings#{changed.partition('_')[0]}")


@router.post("/settings/words")
async def renew_words(visit: Sending) -> Response:
    words = auth.new_words()
    words_hash = auth.hash_words(visit.installation.secret, words)
    await visit.act(sign_ins.new_words, words_hash=words_hash)
    await aside(visit.installation.catalogue.remember_words, words_hash, visit.signed_in.world)
    response = go("/settings", "way-back")
    auth.keep(response, visit.request, auth.cookie_name(visit.request, "words"), words, auth.WORDS_AGE)
    return response


@router.get("/{handle}/with_replies")
def show_with_replies(visit: Looking, handle: Handle, before: Cursor = None) -> Response:
    return _profile(visit, handle, "with_replies", timelines.with_replies, before)


@router.get("/{handle}/media")
def show_media(visit: Looking, handle: Handle, before: Cursor = None) -> Response:
    return _profile(visit, handle, "media", timelines.media, before)


@router.get("/{handle}/favourites", dependencies=[seen("favourites")])
def show_favourites(visit: Looking, handle: Handle, before: Cursor = None) -> Response:
    return _profile(visit, handle, "favourites", timelines.favourites, before)


@router.get("/{handle}/following")
def show_following(visit: Looking, handle: Handle, before: AccountCursor = None) -> Response:
    with visit.sim() as sim:
        return _people(visit, sim, handle, "following", timelines.following(sim, handle, before=before), before)


@router.get("/{handle}/followers", dependencies=[seen("followers")])
def show_followers(visit: Looking, handle: Handle, before: AccountCursor = None) -> Response:
    with visit.sim() as sim:
        return _people(visit, sim, handle, "followers", timelines.followers(sim, handle, before=before), before)


@router.get("/{handle}", dependencies=[seen("profile")])
def show_profile(visit: Looking, handle: Handle, before: Cursor = None) -> Response:
    return _profile(visit, handle, "tweets", timelines.tweets, before)


Tab = Callable[..., TweetPage]


def _profile(visit: Visit, handle: str, tab: str, read: Tab, before: int | None) -> Response:
    with visit.sim() as sim:
        account = timelines.account(sim, handle)
        page = read(sim, handle, before=before)
        block = "older" if before else None
        return visit.page(
            sim, "accounts/show.html", block, account=account, tab=tab, timeline=page, first=before is None
        )


def _people(visit: Visit, sim: Sim, handle: str, tab: str, people: AccountPage, before: str | None) -> Response:
    account = timelines.account(sim, handle)
    return visit.page(sim, "accounts/people.html", "older" if before else None, account=account, tab=tab, people=people)


def _profile_form(visit: Visit, sim: Sim, typed: Mapping[str, str], problem: Refused | None, status: int) -> Response:
    box = timelines.picture_box(sim)
    return visit.page(
        sim,
        "accounts/edit.html",
        status=status,
        me=timelines.me(sim),
        typed=typed,
        renames=timelines.may_change_handle(sim),
        box=box,
        own=timelines.may_bring(sim),
        portrait_now=timelines.brought_for(sim, typed.get("library", ""), "portrait"),
        header_now=timelines.brought_for(sim, typed.get("header", ""), "header"),
        rules=sim.rules,
        problem=problem,
    )


def _moved(visit: Visit, address: str) -> Response:
    """After a form that fills a page: to another page, with htmx and without."""
    if visit.is_part:
        return Response(status_code=204, headers={"HX-Redirect": address})
    return go(address)


def _follow_button(visit: Visit, sim: Sim, handle: str) -> Response:
    return visit.part(sim, "accounts/_follow_changed.html", account=timelines.account(sim, handle))


def _tag_button(visit: Visit, sim: Sim, tag: str) -> Response:
    return visit.part(sim, "timelines/_tag_button.html", hashtag=timelines.hashtag(sim, tag))
