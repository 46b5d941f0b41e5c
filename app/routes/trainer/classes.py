"""The trainer's way in, and the plain page that makes a class and shows its code and QR (the desk grows from here)."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from starlette.concurrency import run_in_threadpool

from app import auth, network
from app.commands import LONGEST_TITLE
from app.deps import ForeignForm, Visit, go
from app.errors import again
from app.fields import FORM_LIMITS, Text
from app.limits import TRAINER_SIGN_IN, is_loopback
from app.shelf import DEFAULT
from app.threads import aside
from simulator.errors import NotAllowed, Refused
from simulator.text.tidy import line

router = APIRouter(prefix="/trainer")
Token = Annotated[str, Path(max_length=100)]
Code = Annotated[str, Path(max_length=40)]


class Desk(Visit):
    """A visit by somebody who trains."""

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self.token = request.cookies.get(auth.cookie_name(request, "trainer"), "")

    @property
    def csrf(self) -> str:
        """The token for forms of this sign-in."""
        return auth.trainer_csrf(self.installation.secret, self.token)

    def check_place(self) -> None:
        """Over plain HTTP the desk works from the server's own machine alone (ruling 24); raises `NotAllowed`."""
        server = (self.request.scope.get("server") or ("", 0))[0]
        own = is_loopback(self.address) or self.address == server
        if not (own or self.request.url.scheme == "https" or self.request.app.state.serving.trust_lan):
            raise NotAllowed(
                "The trainer's desk opens on the computer that runs Fledge. To use it from here, start Fledge with a "
                "certificate (--tls), or with --trust-lan if everybody on this network may be trusted."
            )

    def trainer(self) -> int:
        """Who trains here; raises `NotAllowed` with the way in."""
        self.check_place()
        found = self.installation.catalogue.trainer_behind(auth.hash_token(self.token), self.installation.wall.now())
        if found is None:
            raise NotAllowed("This page is for the trainer. Make a fresh link with: fledge trainer link")
        return found.trainer


async def at_desk(request: Request) -> Desk:
    """Whoever looks at the desk."""
    return Desk(request)


async def at_work(request: Request) -> Desk:
    """Whoever sends a form of the desk; raises `ForeignForm`."""
    desk = Desk(request)
    form = await request.form(**FORM_LIMITS)
    if not auth.is_trainer_csrf(desk.installation.secret, desk.token, str(form.get("csrf") or "")):
        raise ForeignForm
    return desk


AtDesk = Annotated[Desk, Depends(at_desk)]
AtWork = Annotated[Desk, Depends(at_work)]


@router.get("/start/{token}")
def offer_start(desk: AtDesk, token: Token) -> Response:
    """Only a button: link previews must not spend the link (ruling 24)."""
    desk.check_place()
    return desk.plain("trainer/start.html", token=token)


@router.post("/start/{token}")
async def start(desk: AtDesk, token: Token) -> Response:
    desk.check_place()
    desk.installation.limits.take(TRAINER_SIGN_IN, desk.address)
    fresh, now = auth.new_token(), desk.installation.wall.now()
    catalogue = desk.installation.catalogue
    trainer = await aside(catalogue.use_link, auth.hash_token(token), now)
    await aside(catalogue.sign_in, auth.hash_token(fresh), trainer, now)
    response = go("/trainer")
    auth.keep(response, desk.request, auth.cookie_name(desk.request, "trainer"), fresh, None)
    return response


@router.get("/sign-in")
def ask_to_sign_in(desk: AtDesk) -> Response:
    return desk.plain("trainer/sign_in.html")


@router.get("")
def show_classes(desk: AtDesk) -> Response:
    try:
        return _classes(desk, {}, None, 200)
    except NotAllowed:
        return go("/trainer/sign-in")


@router.post("/classes")
async def make_class(desk: AtWork, pack: Text = DEFAULT, title: Text = "") -> Response:
    trainer = await aside(desk.trainer)
    shown = line(title, LONGEST_TITLE, field="title", needed="Give the class a name, such as Tuesday morning.")
    entry = await aside(desk.installation.make_class, pack, shown, trainer)
    return go(f"/trainer/classes/{entry.code}")


@router.get("/classes/{code}")
def show_class(desk: AtDesk, code: Code) -> Response:
    desk.trainer()
    entry = desk.installation.find_class(code)
    home = desk.request.app.state.learners_address or str(desk.request.base_url).rstrip("/")
    address = f"{home}/join/{entry.code}"
    return desk.plain(
        "trainer/class.html",
        csrf=desk.csrf,
        shown=entry,
        address=address,
        qr=network.qr_svg(address, "Join the class"),
        sessions=desk.installation.sessions(entry.key),
        reports=desk.installation.reports(entry.key),
    )


@router.post("/sign-out")
async def sign_out(desk: AtWork) -> Response:
    await aside(desk.installation.catalogue.sign_out, auth.hash_token(desk.token))
    desk.installation.hubs.end_browser(f"desk {desk.token}")
    response = go("/")
    response.delete_cookie(auth.cookie_name(desk.request, "trainer"))
    return response


@again("/trainer/classes")
async def make_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The form with what was typed, and what is wrong with it; a plain page for whoever is signed out meanwhile."""

    def show() -> Response:
        desk = Desk(visit.request)
        try:
            return _classes(desk, typed, refusal, status)
        except NotAllowed as no_trainer:
            said, code = (no_trainer, 403) if typed else (refusal, status)  # nothing of an unreadable form can be kept
            words = {"name of the class": typed["title"]} if typed.get("title") else {}
            return desk.plain("errors/refused.html", status=code, refusal=said, status_code=code, typed=words)

    return await run_in_threadpool(show)


def _classes(desk: Desk, typed: Mapping[str, str], problem: Refused | None, status: int) -> Response:
    """The page of all classes; raises `NotAllowed` for whoever does not train here."""
    desk.trainer()
    classes = desk.installation.classes()
    packs = [pack.head for pack in desk.installation.shelf.packs()]
    return desk.plain(
        "trainer/classes.html",
        status=status,
        csrf=desk.csrf,
        classes=classes,
        packs=packs,
        typed=typed,
        problem=problem,
    )
