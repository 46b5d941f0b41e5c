"""The care coach: notices patient detail, tone and slips of craft in a draft; it never says that a tweet is fine.

`signs(Draft(text), Policy())` is the one question; `SIGNS` is the published table of ids (`table_care`, `table_craft`).
"""

from simulator.coach.coaching import SIGNS, signs
from simulator.coach.draft import Chat, Draft, RecentTweet
from simulator.coach.employers import Policy, PolicySign
from simulator.coach.sign import Severity, Sign, SignKind

__all__ = ["signs", "SIGNS", "Draft", "RecentTweet", "Chat", "Policy", "PolicySign", "Sign", "SignKind", "Severity"]
