"""Answers the runner of the public text suite with Fledge's tweet text: its names and shapes, our rules.

python twitter_text_conformance.py --conformance FOLDER --adapter tests/conformance_adapter.py
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

# The runner looks beside this file first, where a folder of tests has the name of our package.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.text import entities as found
from simulator.text.characters import FORBIDDEN, nfc
from simulator.text.length import count
from simulator.text.links import has_scheme
from simulator.text.rules import CLASSIC_140, Rules, Weights
from tests.simulator.text import upstream_html

valid_username, valid_list, valid_hashtag = found.valid_username, found.valid_list, found.valid_hashtag
KINDS = {
    "usernames": "mention list",
    "lists": "mention list",
    "hashtags": "hashtag",
    "cashtags": "cashtag",
    "urls": "link",
}


def extract_mentions(text: str) -> list[str]:
    return [each["screen_name"] for each in extract_mentions_with_indices(text)]


def extract_mentions_with_indices(text: str) -> list[dict[str, Any]]:
    return [
        {"screen_name": entity.value, "indices": [entity.start, entity.end]}
        for entity in found.mentions(text)
        if entity.kind == "mention"
    ]


def extract_mentions_or_lists_with_indices(text: str) -> list[dict[str, Any]]:
    return [
        {
            "screen_name": entity.value,
            "list_slug": f"/{entity.slug}" if entity.slug else "",
            "indices": [entity.start, entity.end],
        }
        for entity in found.mentions(text)
    ]


def extract_reply_screenname(text: str) -> str | None:
    first = found.addressed(text)
    return first.value if first else None


def extract_urls(text: str) -> list[str]:
    return [entity.value for entity in found.links(text)]


def extract_urls_with_indices(text: str) -> list[dict[str, Any]]:
    return [{"url": entity.value, "indices": [entity.start, entity.end]} for entity in found.links(text)]


def extract_hashtags(text: str) -> list[str]:
    return [entity.value for entity in found.hashtags(text)]


def extract_hashtags_with_indices(text: str) -> list[dict[str, Any]]:
    return [{"hashtag": entity.value, "indices": [entity.start, entity.end]} for entity in found.hashtags(text)]


def extract_cashtags(text: str) -> list[str]:
    return [entity.value for entity in found.cashtags(text)]


def extract_cashtags_with_indices(text: str) -> list[dict[str, Any]]:
    return [{"cashtag": entity.value, "indices": [entity.start, entity.end]} for entity in found.cashtags(text)]


def autolink(text: str, what: str) -> str:
    """Upstream links no address without a scheme, so one takes no room from a hashtag inside it either."""
    links = [entity for entity in found.links(text) if has_scheme(entity.value)]
    others = [*found.mentions(text), *found.cashtags(text)]
    others += found.every_hashtag(text)
    kept = found.without_overlaps([*links, *others])
    kinds = KINDS.get(what, " ".join(KINDS.values())).split()
    return upstream_html.linked(text, [entity for entity in kept if entity.kind in kinds])


def autolink_entities(text: str, told: Mapping[str, Any]) -> str:
    entities, shown = upstream_html.told(told)
    return upstream_html.linked(text, found.without_overlaps(entities), shown)


hit_highlight = upstream_html.highlighted


def valid_tweet(text: str) -> bool:
    return count(text, CLASSIC_140).valid


def tweet_length(text: str) -> int:
    return count(text, CLASSIC_140).length


def valid_url(text: str, require_protocol: bool = True) -> bool:
    return found.valid_url(text, scheme_needed=require_protocol)


def parse_tweet(text: str, config: Mapping[str, Any]) -> dict[str, Any]:
    counted = count(text, rules_of(config))
    whole = nfc(text)
    fits = len(whole) if counted.over_from is None else counted.over_from
    good = min([fits, *(whole.find(sign) for sign in FORBIDDEN if sign in whole)])
    return {
        "weightedLength": counted.length,
        "valid": counted.valid,
        "permillage": counted.length * 1000 // counted.limit,
        "displayRangeStart": 0,
        "displayRangeEnd": max(0, units(text) - 1),
        "validRangeStart": 0,
        "validRangeEnd": max(0, units(whole[:good]) - 1) + units(text) - units(whole),
    }


def rules_of(config: Mapping[str, Any]) -> Rules:
    ranges = config["ranges"]
    weights = Weights(
        scale=config["scale"],
        weight=config["defaultWeight"],
        light_weight=ranges[0]["weight"] if ranges else config["defaultWeight"],
        light=tuple(range(each["start"], each["end"] + 1) for each in ranges),
        emoji=config["emojiParsingEnabled"],
    )
    limit, link = config["maxWeightedTweetLength"], config["transformedURLLength"]
    return replace(CLASSIC_140, tweet=limit, link=link, weights=weights)


def units(text: str) -> int:
    """Length in UTF-16 units, in which upstream gives its ranges."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
