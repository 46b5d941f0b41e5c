"""Home, mentions, notifications, hashtags: the pages that are read again whenever something is new."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from app.deps import Looking, Sending, Visit, go
from app.fields import After, Cursor, FormId, Handle, Tag
from app.limits import FAVOURITES
from app.render import VARY
from app.visits import seen
from simulator import timelines
from simulator.actions import accounts, suggestions
from simulator.cards import TweetPage
from simulator.sim import Sim

router = APIRouter()
MOST_SKIPPED = 1000  # suggestions; there are never as many


@router.get("/home", dependencies=[seen("home")])
def show_home(visit: Looking, before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        return _timeline(
            visit, sim, "timelines/home.html", timelines.home(sim, before=before, after=after), before, after
        )


@router.get("/home/count")
def count_home(visit: Looking, after: After = 0) -> Response:
    with visit.sim() as sim:
        return bar(visit, sim, timelines.count_new(sim, after), "/home", after)


@router.get("/mentions", dependencies=[seen("mentions")])
def show_mentions(visit: Looking, before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        page = timelines.mentions(sim, before=before, after=after)
        return _timeline(visit, sim, "timelines/mentions.html", page, before, after)


@router.get("/mentions/count")
def count_mentions(visit: Looking, after: After = 0) -> Response:
    with visit.sim() as sim:
        return bar(visit, sim, timelines.count_new_mentions(sim, after), "/mentions", after)


@router.get("/hashtag/{tag}", dependencies=[seen("hashtag")])
def show_hashtag(visit: Looking, tag: Tag, before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        head = timelines.hashtag(sim, tag)
        page = timelines.tagged(sim, tag, before=before, after=after)
        return _timeline(visit, sim, "timelines/hashtag.html", page, before, after, hashtag=head)


@router.get("/hashtag/{tag}/count")
def count_hashtag(visit: Looking, tag: Tag, after: After = 0) -> Response:
    with visit.sim() as sim:
        head = timelines.hashtag(sim, tag)
        return bar(visit, sim, timelines.count_new_tagged(sim, tag, after), f"/hashtag/{head.tag}", after)


@router.get("/notifications", dependencies=[seen("notifications")])
def show_notifications(visit: Looking, before: Cursor = None) -> Response:
    with visit.sim() as sim:
        notifications = timelines.notifications(sim, before=before)
        block = "older" if before else "notifications"
        return visit.page(sim, "notifications/index.html", block, notifications=notifications, first=before is None)


@router.post("/notifications/seen")
async def see_notifications(visit: Sending, newest: FormId = None) -> Response:
    await visit.act(accounts.see_notifications, newest=newest)
    return Response(status_code=204, headers=VARY) if visit.is_part else visit.back(otherwise="/notifications")


@router.get("/badges")
def show_badges(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.part(sim, "layouts/_badges.html", badges=timelines.badges(sim), me=timelines.me(sim))


@router.get("/trends")
def show_trends(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.part(sim, "layouts/_trends.html", trends=timelines.trends(sim))


@router.get("/who-to-follow")
def show_who_to_follow(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "accounts/who_to_follow.html", "people", people=timelines.who_to_follow(sim, 20))


@router.get("/who-to-follow/next")
def show_next_suggestions(visit: Looking, skip: Annotated[int, Query(ge=0, le=MOST_SKIPPED)] = 0) -> Response:
    if not visit.is_part:
        return go("/who-to-follow")
    with visit.sim() as sim:
        found = timelines.who_to_follow(sim, skip=skip)
        return visit.part(sim, "layouts/_suggested.html", suggestions=found, skip=skip)


@router.post("/accounts/{handle}/dismiss")
async def dismiss(visit: Sending, handle: Handle) -> Response:
    await visit.act(suggestions.dismiss, rate=FAVOURITES, handle=handle)
    return await visit.answer(lambda sim: _dismissed(visit, sim, handle), otherwise="/who-to-follow")


def _dismissed(visit: Visit, sim: Sim, handle: str) -> Response:
    account, found = timelines.account(sim, handle), timelines.who_to_follow(sim)
    return visit.part(sim, "accounts/_dismissed.html", account=account, suggestions=found, skip=0)


def bar(visit: Visit, sim: Sim, count: int, path: str, after: int) -> Response:
    """*View N new Tweets*, or nothing when nothing is newer."""
    if not count:
        return Response(status_code=204, headers=VARY)
    return visit.part(sim, "timelines/_bar.html", count=count, path=path, after=after)


def _timeline(
    visit: Visit,
    sim: Sim,
    name: str,
    page: TweetPage,
    before: int | None,
    after: int,
    **cards: Any,  # Any: cards
) -> Response:
    """The whole page; what is new since a row; or what is older than one."""
    if after and not page.talks and visit.is_part:
        return Response(status_code=204, headers=VARY)
    block = "newer" if after else "older" if before else "timeline"
    return visit.page(sim, name, block, timeline=page, first=before is None, **cards)
