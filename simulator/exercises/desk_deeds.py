"""What the trainer did lately, told from the diary in words, so that she can take it back; it only reads."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator import access
from simulator.cards import Face
from simulator.clock import ago
from simulator.desk_cards import DeedLine
from simulator.errors import Missing
from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.sim import Sim

MOST = 8
_SAYS = {
    Kind.NOTE_SENT: "You wrote to {who}: “{note}”",
    Kind.NOTE_TAKEN_BACK: "You took back your note to {who}.",
    Kind.HINT_GIVEN: "You gave a hint to {who}.",
    Kind.STEP_COUNTED: "You counted a step as done for {who}.",
    Kind.STEP_REOPENED: "You let {who} try a step again.",
    Kind.STEP_PASSED_OVER: "You skipped a step for {who}.",
    Kind.HAND_LOWERED: "You lowered the hand of {who}.",
    Kind.TWEET_TAKEN_DOWN: "You took down a Tweet by {who}.",
    Kind.ROOM_STOPPED: "You stopped the room.",
    Kind.ROOM_WENT_ON: "You let the room carry on.",
    Kind.EVERYBODY_BROUGHT: "You brought everybody to a step.",
    Kind.ENDING_SET: "You said: we finish in 5 minutes.",
}
_DEEDS = text(
    "SELECT e.number, e.at, e.kind, e.account, a.name, n.text AS note, n.taken_back,"
    " (SELECT count(*) FROM event f WHERE f.cause = e.number AND f.kind = e.kind AND f.actor = e.actor) AS more"
    " FROM event e LEFT JOIN account a ON a.id = e.account LEFT JOIN note n ON n.number = e.number"
    " WHERE e.actor = :trainer AND e.kind IN :kinds AND e.cause IS NULL ORDER BY e.number DESC LIMIT :most"
).bindparams(bindparam("kinds", expanding=True))


def latest(sim: Sim, people: Mapping[int, Face]) -> tuple[DeedLine, ...]:
    """The newest acts of the trainer, the newest first; one press is one line."""
    try:
        bounds = {"trainer": access.trainer(sim), "kinds": [kind.value for kind in _SAYS], "most": MOST}
    except Missing:
        return ()
    return tuple(_line(sim, row, len(people)) for row in sim.session.execute(_DEEDS, bounds))


def _line(sim: Sim, row: Row[Any], everybody: int) -> DeedLine:  # Any: columns of a statement in text
    who = "everybody" if row.more + 1 == everybody > 2 else row.name or ""
    if row.more and who != "everybody":
        who = f"{who} and {row.more} more"
    words = _SAYS[Kind(row.kind)].format(who=who, note=row.note)
    note = str(row.number) if row.kind == Kind.NOTE_SENT and not row.taken_back else ""
    return DeedLine(ago(moment(row.at), sim.now, sim.state.zone), moment(row.at), words, note)
