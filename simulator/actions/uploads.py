"""Bringing a picture or clip of one's own: it waits here until a tweet or a profile shows it; decoding is elsewhere."""

from datetime import timedelta
from pathlib import Path

from sqlmodel import col, select

from simulator.media import files
from simulator.media.decoding import Made
from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.models.uploads import Upload, is_used, names
from simulator.sim import Sim
from simulator.timelines.own_media import check_bringing

WAITS = timedelta(days=1)  # of the world's clock


def add_upload(sim: Sim, *, made: Made, home: Path, bookmarked: bool = False) -> Account:
    """Keep a picture or clip that was rewritten, for whoever brought it; `home` is where the world's files lie.

    What was left unused for a day goes, unless the world is `bookmarked`: a save point may show it. Raises what
    `check_bringing` raises.
    """
    account = sim.account
    check_bringing(sim)
    sweep_uploads(sim, home=home)
    if not bookmarked:
        _forget_unused(sim)
    if sim.session.get(Upload, (account.id, made.name)) is None:
        size = {"width": made.width, "height": made.height, "bytes": made.bytes, "seconds": made.seconds}
        row = Upload(account=account.id, name=made.name, kind=made.kind, poster=made.poster, at=sim.now, **size)
        sim.session.add(row)
        sim.session.flush()
    files.place(made, home)
    sim.record(Kind.UPLOADED, account=account.id, item=made.kind)
    return account


def sweep_uploads(sim: Sim, *, home: Path) -> None:
    """Delete files that no row names; nobody else may be writing."""
    files.sweep(names(sim.session), home)


def _forget_unused(sim: Sim) -> None:
    """Forget what waited for a day and is shown nowhere; its files go the next time, when this was committed."""
    for row in sim.session.exec(select(Upload).where(col(Upload.at) < sim.now - WAITS)).all():
        if not is_used(sim.session, row):
            sim.session.delete(row)
