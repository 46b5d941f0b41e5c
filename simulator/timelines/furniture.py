"""What a pack put into the world beside people: pretend pages, links that lead nowhere, the picture box."""

from collections.abc import Iterator, Sequence

from sqlmodel import col, select

from simulator import access
from simulator.cards import PictureCard, WayOut, WebPage
from simulator.errors import Missing
from simulator.models.accounts import Account
from simulator.models.furniture import PackPicture
from simulator.models.furniture import WebPage as Row
from simulator.models.tweets import TweetLink
from simulator.models.uploads import Medium, medium, of_pack
from simulator.sim import Sim
from simulator.text import entities
from simulator.text.addresses import plain
from simulator.text.markdown import markdown_html


def web_page(sim: Sim, page: str) -> WebPage:
    """A pretend page; raises `Missing`."""
    row = sim.session.get(Row, page)
    if row is None:
        raise Missing("There is no such page here.")
    picture = sim.session.get(PackPicture, row.picture) if row.picture else None
    shown = PictureCard(picture.name, picture.alt, picture.width, picture.height) if picture else None
    html = markdown_html(row.text, href=lambda target: f"/go/{target}")
    return WebPage(row.id, row.shown, row.site, row.title, row.by, row.published, html, shown)


def way_out(sim: Sim, tweet: int, n: int) -> WayOut:
    """The n-th link of a tweet, counted from 0, which no pretend page answers; raises `Missing`."""
    row = access.tweet(sim, tweet)
    link = sim.session.get(TweetLink, (row.id, n)) if n < 1000 else None
    if link is None:
        raise Missing("There is no such link here.")
    return WayOut(link.url, sim.session.get_one(Account, row.author).handle, str(row.id))


def way_out_of(sim: Sim, handle: str, n: int) -> WayOut | WebPage:
    """The website (0) or the n-th link in the bio of an account: a pretend page, or a way out. Raises `Missing`."""
    account = access.account(sim, handle)
    links = [account.website, *entities.linked(account.bio)]
    if n >= len(links) or not links[n]:
        raise Missing("There is no such link here.")
    page = sim.session.exec(select(Row.id).where(col(Row.address) == plain(links[n]))).first()
    return web_page(sim, page) if page else WayOut(links[n], account.handle)


def picture_box(sim: Sim) -> tuple[PictureCard, ...]:
    """The pictures that a learner may show herself with, in the pack's order."""
    return tuple(_offered(sim, profile=True))


def tweet_box(sim: Sim) -> tuple[PictureCard, ...]:
    """The pictures that a learner may put into a tweet, in the pack's order; each arrives without its alt text."""
    return tuple(_offered(sim, profile=False))


def chosen(sim: Sim, pictures: Sequence[tuple[str, str]]) -> tuple[tuple[PictureCard, str], ...]:
    """The pictures of a draft, each with the words its writer has for it.

    What the box does not offer, and the writer did not bring, is left out.
    """
    found = ((medium(sim.session, name, sim.actor, learner=True), alt) for name, alt in pictures)
    return tuple((_card(one), alt) for one, alt in found if one is not None)


def is_full(sim: Sim, pictures: Sequence[tuple[str, str]]) -> bool:
    """Whether nothing more can go beside a draft: four stills, or one that moves, or one clip (twitter-2015 A.14)."""
    return len(pictures) >= sim.rules.pictures or any(one.kind != "picture" for one, _ in chosen(sim, pictures))


def picture(sim: Sim, name: str) -> PictureCard:
    """A picture of the pack by its name; raises `Missing`."""
    row = sim.session.get(PackPicture, name)
    if row is None:
        raise Missing("There is no such picture here.")
    return _card(of_pack(row))


def _offered(sim: Sim, *, profile: bool) -> Iterator[PictureCard]:
    wanted = col(PackPicture.for_profile if profile else PackPicture.for_tweet)
    query = select(PackPicture).where(wanted).order_by(col(PackPicture.place), col(PackPicture.name))
    for row in sim.session.exec(query):
        yield _card(of_pack(row))


def _card(one: Medium) -> PictureCard:
    return PictureCard(
        one.name, one.alt, one.width, one.height, one.kind, one.seconds, one.poster, one.captions, one.also
    )
