"""What commands do to an installation, called as plain functions: classes, links, exports, and deleting for good."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import auth, commands
from app.installation import Installation
from app.settings import Settings
from app.wall import TestWall
from simulator import engine
from simulator.actions import accounts, tweets
from simulator.errors import Empty, Invalid, Missing, Refused, TooLong
from tests import cast, sources
from tests.templates import lend

START = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
PACK = "twitter-school"


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    """One installation for all tests here, since casting a course takes a while; each test makes a class of its own."""
    with cast.memory() as folder:
        made = Installation(Settings(data_dir=lend(folder)), TestWall(START), synchronous="OFF")
        yield made
        made.close()


@pytest.fixture
def code(installation: Installation) -> str:
    return str(commands.make_class(installation, pack=PACK, title="Tuesday")["code"])


def join(installation: Installation, code: str, handle: str, name: str, *says: str) -> None:
    key, now = installation.catalogue.by_code(code).key, installation.wall.now()
    with installation.worlds.using(key) as world:
        me = engine.perform(world, None, accounts.sign_up, now, words={"handle": handle, "name": name}).answer
        for words in says:
            engine.perform(world, me, tweets.post_tweet, now, words={"text": words})


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_class_has_a_code_that_leads_to_it(installation: Installation, code: str) -> None:
    entry = installation.catalogue.by_code(code)
    assert (entry.title, entry.pack, entry.kind, entry.made) == ("Tuesday", PACK, "class", START)
    assert len(code) == auth.CODE_LENGTH
    with installation.worlds.using(entry.key) as world, engine.looking(world, None, START) as sim:
        assert (sim.state.kind, sim.state.title) == ("class", "Tuesday")


def test_a_course_can_also_be_named_by_its_folder(installation: Installation) -> None:
    made = commands.make_class(installation, pack=str(sources.ROOT / "scenarios" / PACK), title="By folder")
    assert made["pack"] == PACK


def test_a_course_that_is_not_there_is_answered_with_those_that_are(installation: Installation) -> None:
    with pytest.raises(Missing, match=r"no course called flying here\. There are: .*twitter-school"):
        commands.make_class(installation, pack="flying", title="Tuesday")


def test_a_course_that_is_broken_is_told_apart_from_one_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "half-done"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("pack: half-done\n")
    made = Installation(Settings(data_dir=tmp_path / "data", packs_dir=tmp_path / "packs"), TestWall(START))
    try:
        with pytest.raises(Invalid, match="half-done cannot be used yet"):
            commands.make_class(made, pack="half-done", title="Tuesday")
    finally:
        made.close()


@pytest.mark.parametrize(("title", "refusal"), [("  ", Empty), ("x" * 61, TooLong)])
def test_a_class_needs_a_name_of_a_fitting_length(
    installation: Installation, title: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        commands.make_class(installation, pack=PACK, title=title)


def test_all_classes_are_listed_and_worlds_of_ones_own_are_not(installation: Installation, code: str) -> None:
    own = installation.make_own(PACK)
    listed = commands.list_classes(installation)["classes"]
    assert code in [each["code"] for each in listed]
    assert len(listed) == len(installation.catalogue.worlds("class")) < len(installation.catalogue.worlds())
    assert not [each for each in listed if own.key in json.dumps(each)]


def test_a_trainers_link_lets_one_trainer_in_once(installation: Installation) -> None:
    token = str(commands.make_trainer_link(installation)["path"]).removeprefix("/trainer/start/")
    assert len(token) >= 40
    installation.catalogue.use_link(auth.hash_token(token), installation.wall.now())
    with pytest.raises(Missing):
        installation.catalogue.use_link(auth.hash_token(token), installation.wall.now())


def test_a_trainers_link_is_good_for_a_day(installation: Installation) -> None:
    token = str(commands.make_trainer_link(installation)["path"]).removeprefix("/trainer/start/")
    with pytest.raises(Missing):
        installation.catalogue.use_link(auth.hash_token(token), START + timedelta(hours=24, seconds=1))
    assert installation.catalogue.use_link(auth.hash_token(token), START + timedelta(hours=24))


def test_of_a_trainers_link_nothing_is_kept_that_could_be_used(installation: Installation) -> None:
    token = str(commands.make_trainer_link(installation)["path"]).removeprefix("/trainer/start/")
    stored = everything(installation.settings.data_dir)
    assert auth.hash_token(token).encode() in stored
    assert token.encode() not in stored


def test_an_export_is_the_text_of_a_file(installation: Installation, code: str) -> None:
    join(installation, code, "ana_b", "Ana", "Hello from ana")
    found = json.loads(commands.export_class(installation, code=code, kind="json", names=True)["text"])
    assert "Hello from ana" in [tweet["text"] for tweet in found["tweets"]]
    assert '"Hello from ana"' in commands.export_class(installation, code=code, kind="csv", names=True)["text"]
    bare = commands.export_class(installation, code=code, kind="json", names=False)["text"]
    assert "Hello from ana" in bare
    assert "ana_b" not in bare


def test_a_code_may_be_typed_in_any_case_and_with_gaps(installation: Installation, code: str) -> None:
    typed = f" {code[:3].lower()}-{code[3:]} "
    assert commands.show_class(installation, code=typed)["code"] == code


def test_a_code_of_nothing_is_told_where_to_look(installation: Installation) -> None:
    with pytest.raises(Missing, match=r"no class AAAAAA here\. .*fledge classes"):
        commands.export_class(installation, code="AAAAAA", kind="csv", names=True)


def test_after_a_purge_nothing_of_the_class_is_left_in_the_folder(installation: Installation) -> None:
    made = commands.make_class(installation, pack=PACK, title="Canary title kx7")
    code = str(made["code"])
    join(installation, code, "canary_kx7", "Canary Kx7", "canary words kx7 of a tweet")
    key = installation.catalogue.by_code(code).key
    installation.catalogue.remember_words("canary-hash-kx7", key)
    secrets = (
        b"Canary title kx7",
        b"canary_kx7",
        b"Canary Kx7",
        b"canary words kx7",
        b"canary-hash-kx7",
        code.encode(),
    )
    before = everything(installation.settings.data_dir)
    assert not [secret for secret in secrets if secret not in before]
    assert commands.purge_class(installation, code=code)["gone"]
    after = everything(installation.settings.data_dir)
    assert not [secret for secret in (*secrets, key.encode()) if secret in after]
    assert key not in [path.name for path in installation.settings.data_dir.rglob("*")]


def test_a_purge_leaves_every_other_class_as_it_is(installation: Installation, code: str) -> None:
    join(installation, code, "ben_c", "Ben", "I am still here")
    before = commands.export_class(installation, code=code, kind="json", names=True)
    other = str(commands.make_class(installation, pack=PACK, title="Wednesday")["code"])
    commands.purge_class(installation, code=other)
    assert commands.export_class(installation, code=code, kind="json", names=True) == before
    with pytest.raises(Missing):
        commands.show_class(installation, code=other)


def test_a_purge_says_when_somebody_still_holds_the_files(
    installation: Installation, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "GONE_WITHIN", 0.1)
    key = installation.catalogue.by_code(code).key
    with installation.worlds.using(key):
        assert not commands.purge_class(installation, code=code)["gone"]
    assert not (installation.worlds.folder / key).exists()


def test_a_purge_waits_for_whoever_is_in_the_middle_of_a_page(
    installation: Installation, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as page:
        page.enter_context(installation.worlds.using(installation.catalogue.by_code(code).key))
        monkeypatch.setattr("time.sleep", lambda _: page.close())
        assert commands.purge_class(installation, code=code)["gone"]


def test_an_unknown_command_or_word_is_refused_and_does_nothing(installation: Installation, code: str) -> None:
    for command, words in (("class destroy", {}), ("purge", {"code": code, "twice": True}), ("purge", {})):
        with pytest.raises(Invalid, match="another version"):
            commands.run(installation, command, words)
    assert commands.run(installation, "class show", {"code": code})["code"] == code


def test_every_answer_can_be_said_in_json(installation: Installation, code: str) -> None:
    join(installation, code, "ana_learns", "Ana")
    asked = {
        "class new": {"pack": PACK, "title": "J"},
        "export": {"code": code, "kind": "csv", "names": True},
        "why": {"code": code, "handle": "ana_learns", "step": "first-tweet"},
    }
    for name in commands.COMMANDS:
        words = asked.get(name, {"code": code} if name in ("class show", "purge") else {})
        answer = commands.run(installation, name, words)
        assert json.loads(json.dumps(answer)) == answer
