"""What an address or a form may hold, as types: bounded at the edge, so that nothing odd travels further (safety 5)."""

from typing import Annotated, TypedDict

from fastapi import Form, Path, Query

BIGGEST_ID = 2**63 - 1
HANDLE = r"^[A-Za-z0-9_]{1,20}$"


class FormLimits(TypedDict, total=False):
    """How much of a form is read at all."""

    max_fields: int
    max_files: int
    max_part_size: int  # bytes of one field with its name


FORM_LIMITS = FormLimits(max_fields=100, max_files=10, max_part_size=65_536)

Id = Annotated[int, Path(ge=1, le=BIGGEST_ID)]
Handle = Annotated[str, Path(pattern=HANDLE)]
Tag = Annotated[str, Path(max_length=200)]
Cursor = Annotated[int | None, Query(ge=0, le=BIGGEST_ID)]
After = Annotated[int, Query(ge=0, le=BIGGEST_ID)]

# Fields are cut at nothing here: a verb says how much too long they are. The body as a whole is limited by the shield.
Text = Annotated[str, Form()]
FormId = Annotated[int | None, Form(ge=1, le=BIGGEST_ID)]
Flag = Annotated[bool, Form()]
