"""The words about what a learner has set up: `list` and `columns` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Case, Column, Deed, Kept, Scene, Words
from simulator.checks.language import about_it, joined, listed, number, plain
from simulator.checks.named import accepts, called, filled
from simulator.checks.parts import ABOUT_THEM, TO_YOU, Voice
from simulator.checks.spoken import words_of
from simulator.checks.text_fields import whole
from simulator.checks.words.word import StandingWord, Tally
from simulator.packs.standing_shapes import HasColumns, HasList
from simulator.packs.text_shapes import TextFields
from simulator.text.fold import words as folded


class ListWord(StandingWord[HasList]):
    """Has a list that is so in every way, now."""

    name = "list"
    deeds = frozenset({"listed"})

    def tally(self, asked: HasList, case: Case) -> Tally:
        if not any(not _list_lacks(asked, kept, case.scene) for kept in case.standing.lists):
            best = max((_members(asked, kept, case.scene) for kept in case.standing.lists), default=0)
            needed = asked.members_at_least or 1
            return Tally(min(best, needed - 1) if needed > 1 else 0, needed, None)
        needed = asked.members_at_least or 1
        return Tally(needed, needed, 0)

    def reads(self, asked: HasList, scene: Scene, voice: Voice) -> str:
        return f"is keeping {_list(asked, scene, voice)}"

    def wants(self, asked: HasList, scene: Scene) -> str:
        return f"make {_list(asked, scene, TO_YOU)}"

    def things(self, asked: HasList, scene: Scene) -> str:
        return "people on your list"

    def helps(self, asked: HasList, deed: Deed, case: Case) -> bool:
        """Adding the next of several people is progress, as long as nothing else is missing."""
        lists = [_list_lacks(asked, kept, case.scene) for kept in case.standing.lists]
        return deed.who is not None and any(missing.startswith(_MORE) for missing in lists)

    def lacks(self, asked: HasList, deed: Deed, case: Case) -> str:
        missing = [_list_lacks(asked, kept, case.scene) for kept in case.standing.lists]
        if not missing:
            return f"Nearly. This step asks you to {self.wants(asked, case.scene)}."
        return min(missing, key=lambda line: bool(line) and not line.startswith(_MORE))

    def spoils(self, asked: HasList, act: Act, scene: Scene) -> Iterator[NearMiss]:
        kept = act.kept
        if kept is None:
            return
        needed = asked.members_at_least or (1 if asked.among else 0)
        counted = sorted(key for key in kept.members if asked.among is None or accepts(asked.among, key, scene))
        if needed:
            left_out = frozenset(counted[: len(counted) - needed + 1])
            yield NearMiss("one member short", act._replace(kept=kept._replace(members=kept.members - left_out)))
        if asked.private is not None:
            yield NearMiss("public or private changed", act._replace(kept=kept._replace(private=not asked.private)))
        for field, value in (("name", asked.name), ("description", asked.description)):
            if isinstance(value, TextFields):
                yield from _spoilt_text(field, value, act, kept, scene)
        if asked.description is not None:
            yield NearMiss("description missing", act._replace(kept=kept._replace(description=None)))


_MORE = "Nearly. Add "


def _spoilt_text(field: str, value: TextFields, act: Act, kept: Kept, scene: Scene) -> Iterator[NearMiss]:
    words: Words | None = getattr(kept, field)
    if words is None:
        return
    for miss in whole.spoils(value, Act("tweeted", text=words.text), scene):
        changed = kept._replace(**{field: words_of(miss.act.text)})  # type: ignore[arg-type]  # `name` or `description`
        yield NearMiss(f"{field}: {miss.name}", act._replace(kept=changed))


def _members(asked: HasList, kept: Kept, scene: Scene) -> int:
    if asked.among is None:
        return len(kept.members)
    return sum(accepts(asked.among, key, scene) for key in kept.members)


def _list_lacks(asked: HasList, kept: Kept, scene: Scene) -> str:
    """The one thing that this list is missing; "" where nothing is."""
    for value, words, called_ in (
        (asked.name, kept.name, "name"),
        (asked.description, kept.description, "description"),
    ):
        if value is None:
            continue
        if words is None or not words.text:
            return f"Nearly. Your list needs a {called_}."
        if isinstance(value, TextFields) and (missing := whole.lacks(value, words, scene)):
            return about_it(f"the {called_} of your list", missing)
    if asked.private is not None and asked.private is not kept.private:
        return "Nearly. Make your list private." if asked.private else "Nearly. Make your list public."
    more = (asked.members_at_least or (1 if asked.among else 0)) - _members(asked, kept, scene)
    of = f" of {called(asked.among, scene, 'and')}" if asked.among else ""
    return f"{_MORE}{number(more, 'more person', 'more people')}{of} to your list." if more > 0 else ""


def _list(asked: HasList, scene: Scene, voice: Voice) -> str:
    kind = {True: "a private list", False: "a public list", None: "a list"}[asked.private]
    of = f"of {called(asked.among, scene, 'and')}" if asked.among else "people" if asked.members_at_least else ""
    members = f"of {asked.members_at_least} or more {of}" if asked.members_at_least else of
    parts = [
        joined(f"a {name}", whole.phrase(value, scene, voice) if isinstance(value, TextFields) else "")
        for name, value in (("name", asked.name), ("description", asked.description))
        if value is not None
    ]
    return joined(kind, members, f"with {listed(parts)}" if parts else "")


class ColumnsWord(StandingWord[HasColumns]):
    """Has so many columns like this, now."""

    name = "columns"
    deeds = frozenset({"arranged"})

    def tally(self, asked: HasColumns, case: Case) -> Tally:
        needed = asked.at_least or 1
        count = sum(not _column_lacks(asked, column, case.scene) for column in case.standing.columns)
        return Tally(min(count, needed), needed, 0 if count >= needed else None)

    def reads(self, asked: HasColumns, scene: Scene, voice: Voice) -> str:
        return f"is using {_columns(asked, scene, voice)}"

    def wants(self, asked: HasColumns, scene: Scene) -> str:
        return f"set up {_columns(asked, scene, TO_YOU)}"

    def things(self, asked: HasColumns, scene: Scene) -> str:
        return "columns"

    def helps(self, asked: HasColumns, deed: Deed, case: Case) -> bool:
        """The next of several is progress, unless one of them only has to be mended."""
        mend = [line for column in case.standing.columns if (line := _column_lacks(asked, column, case.scene)) in _MEND]
        return self.tally(asked, case).count > 0 and not mend

    def lacks(self, asked: HasColumns, deed: Deed, case: Case) -> str:
        missing = [_column_lacks(asked, column, case.scene) for column in case.standing.columns]
        mend = next((line for line in missing if line in _MEND), "")
        return mend or f"Nearly. Now {self.wants(asked, case.scene)}."

    def spoils(self, asked: HasColumns, act: Act, scene: Scene) -> Iterator[NearMiss]:
        good = [column for column in act.columns if not _column_lacks(asked, column, scene)]
        needed = asked.at_least or 1
        yield NearMiss("one column short", _without(act, good[needed - 1 :]))
        changes: dict[str, tuple[object, Column]] = {}
        if good:
            first = good[0]
            changes = {
                "another kind": (asked.kind, first._replace(kind="other")),
                "showing something else": (asked.showing, first._replace(showing="other")),
                "in the other app": (asked.where, first._replace(where="planner" if asked.where == "deck" else "deck")),
                "a tweet hidden": (asked.shows, first._replace(shows=first.shows - set(asked.shows or ()))),
                "a tweet still there": (asked.hides, first._replace(shows=first.shows | set(asked.hides or ()))),
            }
        for name, (value, column) in changes.items():
            if value is not None:
                kept = _without(act, good[needed - 1 :])
                yield NearMiss(name, kept._replace(columns=(*kept.columns, column)))


_HIDDEN = "Nearly. A Tweet that has to be there is hidden now. Make the filter a little wider."
_SHOWN = "Nearly. Something that you want to be rid of still stands there. Make the filter a little closer."
_MEND = (_HIDDEN, _SHOWN)


def _without(act: Act, columns: list[Column]) -> Act:
    return act._replace(columns=tuple(column for column in act.columns if column not in columns))


def _column_lacks(asked: HasColumns, column: Column, scene: Scene) -> str:
    if asked.kind not in (None, column.kind) or asked.where not in (None, column.where):
        return "another column"
    if asked.showing is not None and folded(filled(asked.showing, scene)) != folded(column.showing):
        return "shows something else"
    if asked.shows and not column.shows.issuperset(asked.shows):
        return _HIDDEN
    return _SHOWN if asked.hides and not column.shows.isdisjoint(asked.hides) else ""


def _columns(asked: HasColumns, scene: Scene, voice: Voice) -> str:
    many = (asked.at_least or 1) > 1
    kind = joined(plain(asked.kind) if asked.kind else "", "columns" if many else "column")
    showing = f"showing {filled(asked.showing, scene)}" if asked.showing else ""
    tweets = "tweets" if voice is ABOUT_THEM else "Tweets"
    shows = f"with the {tweets} {_named(asked.shows, scene)} in it" if asked.shows else ""
    hides = f"without the {tweets} {_named(asked.hides, scene)}" if asked.hides else ""
    where = f"in {asked.where.capitalize()}" if asked.where else ""
    return joined(f"{asked.at_least} or more {kind}" if many else f"a {kind}", showing, where, shows, hides)


def _named(ids: tuple[str, ...], scene: Scene) -> str:
    return listed(f"“{scene.tweets.get(one, plain(one))}”" for one in ids)
