"""What an operator may set, from the environment or a file `.env`; what holds for one start only is `Serving`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PRACTISE_MOST = 500
_HOST = re.compile(r"(https?://)?(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(:\d{1,5})?", re.IGNORECASE)


class Settings(BaseSettings):
    """Every setting; each is called `FLEDGE_` and its name in capitals, and has its line in README."""

    model_config = SettingsConfigDict(
        env_prefix="FLEDGE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data_dir: Path = Field(Path("data"), description="The folder that holds everything learners and trainers make.")
    database_url: str | None = Field(
        None,
        description="Where worlds are stored; unset, in files of the data folder.",
        pattern=r"^postgresql\+psycopg://",
    )
    host: str = Field("127.0.0.1", description="The address to listen on; by default this machine only.", min_length=1)
    port: int = Field(8140, description="The port to listen on; 0 takes any free one.", ge=0, le=65535)
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Names under which the server may be called, separated by commas; `https://NAME` is the same."
    )
    packs_dir: Path | None = Field(None, description="A folder with more packs.")
    retention_days: int = Field(30, description="Days from the last act in a world until it is deleted.", ge=1, le=3650)
    practise: int = Field(
        PRACTISE_MOST, description="How many worlds of one's own there may be: on, off or a number.", ge=0, le=100_000
    )

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = tuple(name.strip().rstrip("/").lower() for name in value.split(",") if name.strip())
        if wrong := [name for name in names if not _HOST.fullmatch(name)]:
            raise ValueError(f"{wrong[0]!r} should be a name such as fledge.example.org, with :PORT if it has its own")
        return names

    @field_validator("practise", mode="before")
    @classmethod
    def _count(cls, value: object) -> object:
        words = {"on": PRACTISE_MOST, "off": 0}
        return words.get(value.strip().lower(), value) if isinstance(value, str) else value


class WrongSetting(Exception):
    """A setting that cannot be used; the message names it and says what it may be."""


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this start; raises `WrongSetting` with one sentence for all that are wrong."""
    try:
        # pydantic-settings takes the underscored words at run time; its plugin-free types do not know them
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # see the line above
    except ValidationError as fault:
        sentences = (_sentence(error["loc"], error["msg"], error["input"]) for error in fault.errors())
        raise WrongSetting(" ".join(sentences)) from None


def _sentence(place: tuple[int | str, ...], problem: str, given: object) -> str:
    field = str(place[0]) if place else ""
    secret = field == "database_url"  # it may hold a password
    shown = "" if secret else f" ({given!r})"
    meant = Settings.model_fields[field].description if field in Settings.model_fields else ""
    return f"FLEDGE_{field.upper()}{shown} cannot be used: {problem}. It sets this: {meant}"


@dataclass(frozen=True, slots=True)
class Serving:
    """How this one start serves; arguments of `fledge serve`, never settings.

    `lan` opens the server to the room; `trust_lan` lets trainers sign in over plain HTTP from elsewhere; `tls` is a
    certificate and its key; with `test_clock` time stands still until told.
    """

    host: str
    port: int
    lan: bool = False
    trust_lan: bool = False
    tls: tuple[Path, Path] | None = None
    test_clock: bool = False
    workers: int = 1
