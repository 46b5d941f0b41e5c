"""The house keeps its arrows where import contracts cannot see them: time, chance, commits, connections, templates."""

import re
from pathlib import Path

import pytest

from tests import sources

# Outside time and chance: simulator code gets both as arguments (ruling 18).
WALL = re.compile(
    r"(datetime\.)*(datetime|date)\.(now|utcnow|today)|uuid\.uuid[14]|os\.(urandom|getrandom|times)"
    r"|(.*\.)?func\.(now|current_\w+|random|localtime\w*)|asyncio\.sleep"
)
WALL_MODULES = {"time", "random", "secrets"}
WALL_SQL = re.compile(r"CURRENT_TIME|CURRENT_DATE|'now'|\brandom\(|\bnow\(\)", re.IGNORECASE)

# Files that may use what is otherwise kept from the simulator, each with its reason.
KEYS_AND_TOKENS: dict[str, str] = {}


def places(found: list[tuple[Path, int, str]]) -> list[str]:
    """What a failing test prints: `file:line what`."""
    return [f"{sources.name(path)}:{line} {what}" for path, line, what in found]


def clocks_and_dice(path: Path) -> list[tuple[Path, int, str]]:
    """Every place where a file reads the wall clock or rolls dice of its own."""
    found = [(path, line, full) for line, _, full in sources.imports(path) if full.split(".")[0] in WALL_MODULES]
    found += [(path, line, what) for line, what in sources.mentions(path) if WALL.fullmatch(what)]
    found += [(path, line, text) for line, text in sources.strings(path) if WALL_SQL.search(text)]
    return found


def test_no_clock_and_no_chance_of_its_own_in_the_simulator() -> None:
    files = [path for path in sources.python("simulator") if sources.name(path) not in KEYS_AND_TOKENS]
    assert files
    assert not places([place for path in files for place in clocks_and_dice(path)])


@pytest.mark.parametrize(
    "code",
    [
        "import time as t\nt.time()",
        "from time import monotonic",
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "from datetime import datetime as moment\nwhen = moment.utcnow",
        "from datetime import date\ndate.today()",
        "def late():\n    import random",
        "from sqlalchemy import func as f\nf.now()",
        "import uuid\nuuid.uuid4()",
        "session.execute(\"SELECT datetime('now')\")",
        "from secrets import token_hex as ids",
    ],
)
def test_the_search_for_clocks_and_dice_sees_through_other_names(code: str, tmp_path: Path) -> None:
    file = tmp_path / "sample.py"
    file.write_text(code)
    assert clocks_and_dice(file)


def users(folder: str, pattern: str) -> dict[str, list[str]]:
    """The files under a folder that call something whose dotted name matches, and where."""
    found: dict[str, list[str]] = {}
    for path in sources.python(folder):
        for line, what in sources.calls(path):
            if re.fullmatch(pattern, what):
                found.setdefault(sources.name(path), []).append(f"{line} {what}")
    return found


def strangers(found: dict[str, list[str]], *homes: str) -> dict[str, list[str]]:
    """Those of the files that lie outside the places where such a thing belongs."""
    return {file: lines for file, lines in found.items() if not file.startswith(homes)}


def test_only_the_engine_commits() -> None:
    committing = users("simulator", r".*\.(commit|rollback)") | users("app", r".*\.(commit|rollback)")
    assert "simulator/engine.py" in committing
    assert not strangers(committing, "simulator/engine.py", "simulator/store/")


def test_only_the_store_makes_a_connection() -> None:
    making = r"(sqlite3|psycopg)\.connect|(sqlalchemy|sqlmodel)\..*(create_engine|Session|sessionmaker)|.*\.connect"
    connecting = users("simulator", making) | users("app", making)
    assert any(file.startswith("simulator/store/") for file in connecting)
    assert not strangers(connecting, "simulator/store/", "simulator/engine.py")


def test_a_sim_is_opened_in_few_places() -> None:
    opening = users("simulator", r"simulator\.sim\.Sim|.*\.Sim") | users("app", r"simulator\.sim\.Sim|.*\.Sim")
    assert opening
    homes = ("simulator/engine.py", "simulator/casting", "simulator/walkthroughs/")
    assert not strangers(opening, *homes, "app/deps.py", "app/ticker.py", "app/cli")


def test_routes_hold_no_query_and_no_table() -> None:
    routes = sources.python("app/routes")
    assert routes
    asking = users("app/routes", r"(sqlalchemy|sqlmodel)\..*|.*\.session\..*|.*\.(commit|execute|scalars?|get_one)")
    assert not asking


def test_write_routes_wait_and_read_routes_do_not() -> None:
    routes = [(path, node) for path in sources.python("app/routes") for node in sources.functions(path)]
    wrong = [
        f"{sources.name(path)}:{node.line} {node.name} answers {method}"
        for path, node in routes
        for method in sources.routed(node)
        if (method == "post") != node.is_async
    ]
    assert routes
    assert not wrong


def test_packs_hold_no_program() -> None:
    programs = {".py", ".js", ".sh", ".exe", ".bat"}
    assert not [path for path in (sources.ROOT / "scenarios").rglob("*") if path.suffix in programs]


def test_runtime_packages_cannot_call_anybody() -> None:
    clients = {"requests", "httpx", "httpx2", "httpcore", "httpcore2", "aiohttp", "urllib3", "pycurl", "niquests"}
    lock = (sources.ROOT / "requirements.lock").read_text(encoding="utf-8")
    installed = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert "fastapi" in installed
    assert not installed & clients


def test_the_code_fetches_nothing() -> None:
    clients = r"(urllib\.request|http\.client|smtplib|ftplib|telnetlib|xmlrpc|websockets|webbrowser)(\..*)?"
    fetching = {
        f"{sources.name(path)}:{line} {full}"
        for path in [*sources.python("app"), *sources.python("simulator")]
        for line, _, full in sources.imports(path)
        if re.fullmatch(clients, full)
    }
    assert not {place for place in fetching if not place.startswith(tuple(ASKS_ITS_OWN_SERVER))}


# Commands ask the running server on loopback, with the secret of its data folder (ruling 19).
ASKS_ITS_OWN_SERVER: dict[str, str] = {"app/cli": "commands of a running installation"}
