"""Rules for policy.yaml: its signs have names of their own."""

from simulator.coach import SIGNS
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings


def check(draft: Draft, findings: Findings) -> None:
    """Note each sign of an employer whose id the care coach has already, or that stands twice."""
    part = draft.part("policy").below("signs")
    seen: set[str] = set()
    for number, sign in draft.signs.items():
        place = part.value(number, "sign")
        if sign.sign in SIGNS:
            message = f'The care coach has a sign "{sign.sign}" of its own.'
            findings.add("E113", place, message, suggestion="Choose another name.")
        elif sign.sign in seen:
            findings.add("E113", place, f'The sign "{sign.sign}" stands here twice.')
        seen.add(sign.sign)
