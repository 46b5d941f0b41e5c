"""News that goes with the act it told of: a star taken back, a tweet deleted; nothing else removes a notification."""

from sqlalchemy import ColumnElement
from sqlmodel import delete, select

from simulator.models.diary import Notification
from simulator.sim import Sim


def retract(sim: Sim, *told: ColumnElement[bool]) -> None:
    """Delete the notifications that meet all these conditions; the badges of those who had them look again."""
    heard = sim.session.exec(select(Notification.account).where(*told).distinct()).all()
    if heard:
        sim.session.exec(delete(Notification).where(*told))
        for account in heard:
            sim.wake_one(account, "notifications")
