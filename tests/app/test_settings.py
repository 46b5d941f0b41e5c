"""Settings come from the environment or `.env`, say what is wrong with them, and never show a password."""

from pathlib import Path

import pytest

from app.settings import Settings, WrongSetting, read_settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FLEDGE_{name.upper()}", raising=False)


def test_everything_has_a_working_default(tmp_path: Path) -> None:
    found = read_settings(tmp_path / "none")
    assert (found.data_dir, found.host, found.port, found.practise) == (Path("data"), "127.0.0.1", 8140, 500)
    assert found.database_url is None
    assert found.allowed_hosts == ()
    assert found.retention_days == 30


def test_every_setting_says_what_it_means() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("FLEDGE_PORT=9001\nFLEDGE_HOST=0.0.0.0\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("FLEDGE_PORT", "9002")
    found = read_settings(tmp_path / ".env")
    assert (found.port, found.host) == (9002, "0.0.0.0")


def test_an_empty_setting_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLEDGE_DATABASE_URL", "")
    monkeypatch.setenv("FLEDGE_PORT", "")
    assert read_settings(None).port == 8140


@pytest.mark.parametrize(("given", "meant"), [("on", 500), ("OFF", 0), ("0", 0), ("25", 25)])
def test_practise_is_on_off_or_a_number(given: str, meant: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLEDGE_PRACTISE", given)
    assert read_settings(None).practise == meant


def test_allowed_hosts_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLEDGE_ALLOWED_HOSTS", "Fledge.example.org, https://learn.example.org:8443/,")
    assert read_settings(None).allowed_hosts == ("fledge.example.org", "https://learn.example.org:8443")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"), ("PORT", "70000"), ("PORT", "-1"), ("PRACTISE", "maybe"), ("PRACTISE", "-1"),
        ("RETENTION_DAYS", "0"), ("ALLOWED_HOSTS", "http://a b"), ("ALLOWED_HOSTS", "*"), ("DATABASE_URL", "mysql://x"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"FLEDGE_{name}", value)
    with pytest.raises(WrongSetting, match=f"FLEDGE_{name}"):
        read_settings(None)


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLEDGE_DATABASE_URL", "postgres://fledge:hunter2@db/fledge")
    with pytest.raises(WrongSetting) as refused:
        read_settings(None)
    assert "hunter2" not in str(refused.value)
