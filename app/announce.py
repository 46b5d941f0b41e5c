"""What is printed when the server answers: where learners go, the code for the wall, the trainer's one-time link."""

from collections.abc import Callable

from app import network
from app.settings import Serving

WARNING = "With --trust-lan trainers may sign in over plain HTTP from this network: whoever shares it could read along."


async def announce(
    serving: Serving, host: str, port: int, *, say: Callable[[str], None], trainer_link: str | None, colours: bool
) -> None:
    """Say it in plain lines; `trainer_link` is a path such as `/trainer/start/TOKEN`, and works on this computer."""
    secure = serving.tls is not None
    here = network.url("127.0.0.1" if host in ("0.0.0.0", "::", "") else host, port, secure=secure)  # noqa: S104  compared
    if serving.lan:
        await _to_the_room(port, secure=secure, say=say, colours=colours)
    else:
        say(f"Fledge answers on this computer only: {here}")
    if trainer_link is not None:
        say(f"For the trainer, on this computer, once: {here.rstrip('/')}{trainer_link}")
    if serving.lan and serving.trust_lan and not secure:
        say(WARNING)
    say("Stop it with Ctrl+C.")


async def _to_the_room(port: int, *, secure: bool, say: Callable[[str], None], colours: bool) -> None:
    addresses = network.lan_addresses()
    first = addresses[0] if addresses else None
    if first is not None:
        place = network.url(first, port, secure=secure)
        say(f"Learners open this address, or scan the code: {place}")
        say(network.qr_terminal(place, colours=colours))
        for other in addresses[1:3]:
            say(f"This computer is also {network.url(other, port, secure=secure)}")
    say(await network.in_the_way(first, port, secure=secure))
