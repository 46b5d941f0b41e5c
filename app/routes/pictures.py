"""The pictures of a tweet: choosing them with their alt texts while it is written, and one of them large."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Response

from app import uploads
from app.deps import Looking, Sending, Visit, go
from app.fields import Flag, FormId, Handle, Id, Text
from app.limits import FAVOURITES
from app.routes.tweets import composer
from simulator import timelines
from simulator.actions import photo_tags
from simulator.errors import Missing, Refused
from simulator.sim import Sim

router = APIRouter()
Names = Annotated[list[str] | None, Form()]


@router.post("/tweets/pictures", max_body_size=uploads.BODY_LIMIT)
async def choose_pictures(
    visit: Sending,
    text: Text = "",
    reply_to: FormId = None,
    quote_of: FormId = None,
    tag: Names = None,
    add: Annotated[str, Form()] = "",
    drop: Annotated[int | None, Form()] = None,
    box: Flag = False,
) -> Response:
    refusal = None
    try:
        sent = await uploads.bring(visit)
    except Refused as refused:  # what was accepted before it stays, and the box says what is wrong with the file
        sent, refusal = await uploads.kept(visit), refused
    had = sent.pictures
    now = [one for place, one in enumerate(had, 1) if place != drop] + ([(add, "")] if add else [])
    state = {
        "box_open": box or refusal is not None, "added": bool(add or sent.brought), "dropped": len(now) < len(had),
        "tags": " ".join(tag or []), "captions": sent.captions, "refusal": refusal,
    }  # fmt: skip
    return await visit.show(lambda sim: _draft(visit, sim, text, (reply_to, quote_of), tuple(now), state))


@router.post("/tweets/{tweet}/untag")
async def untag(visit: Sending, tweet: Id) -> Response:
    await visit.act(photo_tags.untag, rate=FAVOURITES, tweet=tweet)
    return await visit.answer(
        lambda sim: visit.part(sim, "tweets/_untagged.html", tweet=timelines.card(sim, tweet)), anchor=f"tweet-{tweet}"
    )


@router.get("/{handle}/status/{tweet}/photo/{n}")
def show_photo(visit: Looking, handle: Handle, tweet: Id, n: Annotated[int, Path(ge=1, le=9)]) -> Response:
    with visit.sim() as sim:
        card = timelines.card(sim, tweet)
        if n > len(card.pictures):
            raise Missing("There is no such picture here.")
        author = card.author.handle
        if handle.casefold() != author.casefold():  # a tweet opens by its id, under whatever name (A.15)
            return go(f"/{author}/status/{card.id}/photo/{n}")
        return visit.page(sim, "tweets/photo.html", "photo", tweet=card, n=n)


def _draft(
    visit: Visit,
    sim: Sim,
    text: str,
    about: tuple[int | None, int | None],
    pictures: tuple[tuple[str, str], ...],
    state: dict[str, Any],
) -> Response:  # Any: values for a template
    """What a draft has in it now; nothing is stored, so nothing is refused: what does not fit stays in the box."""
    reply_to, quote_of = about
    kept = pictures[: sim.rules.pictures]
    cards: dict[str, Any] = state | {"full": timelines.is_full(sim, kept), "box": ()}  # Any: as above
    cards["own"] = timelines.may_bring(sim)
    if state["box_open"] and not cards["full"]:
        cards["box"] = timelines.tweet_box(sim)
    if visit.is_part:
        key = str(reply_to) if reply_to else f"quote-{quote_of}" if quote_of else "new"
        return visit.part(sim, "tweets/_attached.html", key=key, chosen=timelines.chosen(sim, kept), **cards)
    notes = timelines.tweet_notes(sim, text=text, reply_to=reply_to, pictures=kept)
    return composer(visit, sim, text, reply_to, quote_of, kept=cards | {"pictures": kept, "notes": notes})
