"""A page of results: which tab, what was found, who fits, what may help; `query.py` cuts, `finding.py` finds."""

from simulator import access
from simulator.cards import Talk, TweetPage
from simulator.errors import Missing
from simulator.ids import BIGGEST
from simulator.search import finding, suggesting
from simulator.search.people import people
from simulator.search.results import Results
from simulator.search.saved import saved_as
from simulator.sim import Sim
from simulator.text.query import Query, parse
from simulator.text.tidy import line
from simulator.timelines.listed import Listed, alone, cards

PAGE = 20
MOST_NEW = 99
LONGEST = 500  # characters of a query
WINDOW = 2000  # the newest hits among which the best are chosen (`speed.md` 3)
FEW = 3  # people beside tweets

# What a tab asks for beside the words; the names in addresses are those of 2015 (A.13).
TABS = {"": "", "realtime": "", "users": "", "images": "images", "videos": "clips", "news": "links",
        "follows": "followed"}  # fmt: skip

_NONE = TweetPage((), "0")


def look_up(query: str) -> str:
    """The query as it is understood and kept: one line, without spaces around. Raises what `tidy.line` raises."""
    return line(query, LONGEST, field="q")


def results(sim: Sim, query: str, *, tab: str = "", before: int | None = None, after: int = 0) -> Results:
    """What a search finds: on the first tab the best of the newest, on all others the newest first.

    Raises `Missing` for an unknown tab, and what `look_up` raises.
    """
    said = look_up(query)
    asked = parse(said)
    if tab not in TABS:
        raise Missing("There is no such kind of results. Go back and choose another one.")
    if tab == "users":
        found, page = people(sim, asked), _NONE
    else:
        page = _best(sim, asked) if not tab and not (before or after) else _page(sim, _of(asked, tab), before, after)
        found = people(sim, asked, FEW) if not tab and not (before or after) else ()
    tips = suggesting.tips(asked)
    if said and not page.talks and not (before or after):
        tips = (*tips, *suggesting.about_names(sim, asked))
        tips = tips if found else (*tips, *suggesting.suggestions(sim, asked))
    return Results(said, tab, page, found, tips, saved_as(sim, said))


def count_new(sim: Sim, query: str, *, tab: str = "", after: int) -> int:
    """How many tweets wait behind *View N new Tweets*; 99 at most."""
    return len(finding.walk(sim, _of(parse(look_up(query)), tab), after=after, wanted=MOST_NEW).hits)


def _of(asked: Query, tab: str) -> Query:
    more = TABS.get(tab, "")
    return asked.also(more) if more and asked.groups else asked


def _page(sim: Sim, asked: Query, before: int | None, after: int) -> TweetPage:
    wanted = MOST_NEW if after else PAGE
    hits, last = finding.walk(sim, asked, before=before or BIGGEST, after=after, wanted=wanted)
    newest = hits[0].id if hits else after or sim.state.last_id
    older = str(last) if last is not None and not after else None
    return TweetPage(_shown(sim, hits), str(newest), older)


def _best(sim: Sim, asked: Query) -> TweetPage:
    """What people made most of, among the newest; all that is left is behind the tab *All*."""
    hits, _ = finding.walk(sim, asked, wanted=WINDOW, budget=WINDOW)
    newest = hits[0].id if hits else sim.state.last_id
    return TweetPage(_shown(sim, sorted(hits, key=lambda hit: (-hit.score, -hit.id))[:PAGE]), str(newest))


def _shown(sim: Sim, hits: list[finding.Hit]) -> tuple[Talk, ...]:
    return alone(cards(sim, access.onlooker(sim), [Listed(hit.id, hit.id) for hit in hits]))
