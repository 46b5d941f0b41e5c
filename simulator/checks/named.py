"""Who and what a check names: `$names` filled in, who fields resolved, and how people, tags, steps are called."""

from collections.abc import Sequence

from simulator.checks.deeds import Scene
from simulator.checks.language import listed, plain
from simulator.packs.names import filled as put_in
from simulator.text.keys import handle_key, tag_key

Asked = Sequence[str]  # a who field as it is read: any of these will do
_CALLED = {"classmate": "a classmate", "anyone": "somebody"}


def filled(text: str, scene: Scene) -> str:
    """The text with its `$names` filled in; an unknown one stays as it is written."""
    if "$" not in text:
        return text
    built_in = {"me": shown(scene.me, scene), "my_name": scene.my_name, "trainer": shown(scene.trainer, scene)}
    return put_in(text, {**scene.variables, **built_in})


def words_in(written: Sequence[str], scene: Scene) -> tuple[str, ...]:
    """Words with their `$names` filled in; one that is nothing but a `$name` of kind words stands for each of them."""
    found: list[str] = []
    for text in written:
        several = scene.lists.get(text.removeprefix("$")) if text.startswith("$") else None
        found += several or (filled(text, scene),)
    return tuple(found)


def accepts(asked: Asked, key: str | None, scene: Scene) -> bool:
    """Whether this account is one of those that a who field asks for; nobody is none of them."""
    return key is not None and any(_is(one, key, scene) for one in asked)


def _is(one: str, key: str, scene: Scene) -> bool:
    if one == "me":
        return key == scene.me
    if one == "classmate":
        return key in company(scene)
    if one == "trainer":
        return key == scene.trainer
    if one == "anyone":
        return key != scene.me
    return key == handle_key(filled(one, scene))


def company(scene: Scene) -> frozenset[str]:
    """Whom `classmate` stands for: the other learners, or the stand-ins where nobody else is there (packs.md 4)."""
    return (scene.classmates or scene.stand_ins) - {scene.me}


def everyone(asked: Asked, scene: Scene) -> tuple[str, ...]:
    """The keys of those whom a who field names, in order; `anyone` stands for all who are known here."""
    found: dict[str, None] = {}
    for one in asked:
        if one == "classmate":
            found.update(dict.fromkeys(sorted(company(scene))))
        elif one == "anyone":
            found.update((key, None) for key in scene.handles if key != scene.me)
        else:
            found[_key(one, scene)] = None
    return tuple(found)


def _key(one: str, scene: Scene) -> str:
    return {"me": scene.me, "trainer": scene.trainer}.get(one) or handle_key(filled(one, scene))


def shown(key: str, scene: Scene) -> str:
    """A handle as it is shown, without its sign."""
    return scene.handles.get(key, key)


def at(key: str | None, scene: Scene) -> str:
    """A handle with its sign, "somebody" for nobody."""
    return f"@{shown(key, scene)}" if key else "somebody"


def called(asked: Asked, scene: Scene, last: str = "or", me: str = "themselves") -> str:
    """The people of a who field in a sentence: "@CJ_trainer", "@Jo_sim or a classmate"."""
    return listed((_called(one, scene, me) for one in asked), last)


def _called(one: str, scene: Scene, me: str) -> str:
    if one in _CALLED:
        return _CALLED[one]
    if one == "me":
        return me
    if one == "trainer":
        return at(scene.trainer, scene) if scene.trainer else "the trainer"
    return at(_key(one, scene), scene) if _key(one, scene) in scene.handles else f"@{filled(one, scene)}"


def is_group(asked: Asked) -> bool:
    """Whether more than one account may do."""
    return len(asked) > 1 or any(one in ("classmate", "anyone") for one in asked)


def tag_of(written: str, scene: Scene) -> str:
    """The key of a hashtag that a check names."""
    return tag_key(filled(written, scene))


def tag_shown(written: str, scene: Scene) -> str:
    """A hashtag that a check names, with its sign."""
    return f"#{filled(written, scene)}"


def title(name: str, scene: Scene) -> str:
    """What a step, card or chat is called."""
    return scene.titles.get(name) or plain(name)
