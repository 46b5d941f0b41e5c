"""What holds for this command: settings of the environment, overruled by what was typed; it opens nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.speaking import Stop

if TYPE_CHECKING:
    from app.settings import Settings

DataFolder = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="The data folder, instead of FLEDGE_DATA_DIR.")
]


def settle(
    data: Path | None = None, *, host: str | None = None, port: int | None = None, database_url: str | None = None
) -> "Settings":
    """The settings, with these in their place; raises `WrongSetting`, and `Stop` for a database other than files."""
    from app.settings import read_settings

    settings = read_settings()
    typed = {"data_dir": data, "host": host, "port": port, "database_url": database_url}
    settled = settings.model_copy(update={name: value for name, value in typed.items() if value is not None})
    if settled.database_url:
        raise Stop(
            "This version keeps its worlds in files of the data folder and knows no other database yet. "
            "Leave out --database-url, or take FLEDGE_DATABASE_URL out of the environment and of .env."
        )
    return settled
