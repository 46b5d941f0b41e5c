"""The stream of a page, and the two addresses that are for machines."""

from fastapi import APIRouter, Response

from app.deps import Looking, SignedOut
from app.live import LiveResponse
from app.version import VERSION
from simulator.errors import Missing

router = APIRouter()


@router.get("/live")
def listen(visit: Looking) -> Response:
    """Hold a stream of topics; the database is asked once, before it begins."""
    try:
        with visit.sim() as sim:
            account = sim.actor
    except (SignedOut, Missing):
        return Response(status_code=403)
    hubs, ticket = visit.installation.hubs, visit.signed_in
    return LiveResponse(hubs, hubs.hub(ticket.world), account=account, browser=ticket.token_hash)


@router.get("/healthz")
def tell_health() -> dict[str, str]:
    return {"status": "ok", "version": VERSION}
