"""Sends what a line of a walkthrough does as the pages send it: the same acts, by form and address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from app.installation import Installation
from simulator import access, engine
from simulator.actions import accounts, favourites, follows, lessons, lists, messages, retweets, searches, tweets
from simulator.models.accounts import Account
from simulator.models.tweets import Tweet
from simulator.packs.walkthrough_shapes import Line
from simulator.sim import Sim
from simulator.walkthroughs import acts
from simulator.walkthroughs.acts import Doing
from tests.asgi import Client

ON_A_TWEET = {
    favourites.favourite: "favourite", favourites.unfavourite: "unfavourite", retweets.retweet: "retweet",
    retweets.unretweet: "unretweet", tweets.delete_tweet: "delete",
}  # fmt: skip
ON_AN_ACCOUNT = {follows.follow: "follow", follows.unfollow: "unfollow"}
ON_A_TAG = {follows.follow_hashtag: "follow", follows.unfollow_hashtag: "unfollow"}
WITH_THE_GUIDE = {
    lessons.answer: "answer", lessons.reflect: "reflect", lessons.skip: "skip", lessons.leave_out: "leave-out",
    lessons.take_break: "break", lessons.end_break: "break",
}  # fmt: skip
ON_A_LIST = {
    lists.make_list: "", lists.edit_list: "/{}/edit", lists.add_to_list: "/{}/add",
    lists.remove_from_list: "/{}/remove",
}  # fmt: skip
PAGES = {"home": "/home", "mentions": "/mentions", "notifications": "/notifications", "who-to-follow": "/who-to-follow"}
Form = dict[str, str | Sequence[str]]
Asked = tuple[str, str, Form]


@dataclass
class Walker:
    """A learner's browser, and the world in which it is."""

    installation: Installation
    key: str
    handle: str
    browser: Client

    def asks(self, line: Line) -> list[Asked]:
        """What a line sends: method, address and form of each; nothing for one that is no act."""
        if line.act in ("wait", "finished", "reload"):
            return []
        with self.installation.worlds.using(self.key) as world:
            me = _id(world, self.handle, self.installation)
            with engine.looking(world, me, self.installation.wall.now()) as sim:
                return [_sent(sim, todo) for todo in acts.doing(sim, line)]


def _id(world: Any, handle: str, installation: Installation) -> int:
    with engine.looking(world, None, installation.wall.now()) as sim:
        return int(access.account(sim, handle).id)


def _sent(sim: Sim, todo: Doing) -> Asked:
    words, verb = todo.words, todo.verb
    if verb is tweets.post_tweet:
        return "POST", "/tweets", _tweet(words)
    if verb in ON_A_TWEET:
        return "POST", f"/tweets/{words['tweet']}/{ON_A_TWEET[verb]}", {}
    if verb in ON_AN_ACCOUNT:
        return "POST", f"/accounts/{words['handle']}/{ON_AN_ACCOUNT[verb]}", {}
    if verb in ON_A_TAG:
        return "POST", f"/hashtags/{words['tag']}/{ON_A_TAG[verb]}", {}
    if verb is accounts.edit_profile:
        form = {name: words[name] for name in ("name", "handle", "bio", "location", "website") if name in words}
        return "POST", "/settings/profile", form | ({"library": words["picture"]} if words["picture"] else {})
    if verb is lessons.open_link:
        return "GET", f"/go/{words['page']}", {}
    if verb is messages.send_message:
        return "POST", "/messages", {"to": words["to"], "text": words["text"]}
    if verb in ON_A_LIST:
        return "POST", f"/lists{ON_A_LIST[verb].format(words.get('slug'))}", _form(words)
    if verb is searches.search:
        return "GET", f"/search?q={quote(words['q'], safe='')}", {}
    if verb is searches.save_search:
        return "POST", "/searches", {"q": words["q"]}
    if verb is lessons.view:
        return "GET", _page(sim, words), {}
    return "POST", f"/guide/{WITH_THE_GUIDE[verb]}", {name: str(value) for name, value in words.items() if value}


def _form(words: Mapping[str, Any]) -> Form:
    given = {name: value for name, value in words.items() if name != "slug"}
    return {name: ("on" if value else "off") if name == "private" else str(value) for name, value in given.items()}


def _tweet(words: Mapping[str, Any]) -> Form:
    form: Form = {"text": words["text"]}
    if words.get("reply_to"):
        form["reply_to"] = str(words["reply_to"])
    if words.get("quote_of"):
        form["quote_of"] = str(words["quote_of"])
    if words.get("pictures"):
        form |= {"library": [name for name, _ in words["pictures"]], "alt": [alt for _, alt in words["pictures"]]}
    return form


def _page(sim: Sim, words: Mapping[str, Any]) -> str:
    if words["page"] == "tweet":
        tweet = sim.session.get_one(Tweet, words["tweet"])
        return f"/{sim.session.get_one(Account, tweet.author).handle}/status/{tweet.id}"
    if words["page"] == "list":
        return f"/{words['who']}/lists/{words['slug']}"
    if words["page"] == "profile":
        return f"/{words['who'] or sim.account.handle}"
    if words["page"] == "messages":
        return f"/messages/{words['who']}".rstrip("/")
    if words["page"] == "hashtag":
        return f"/hashtag/{words['tag']}"
    return PAGES[words["page"]]
