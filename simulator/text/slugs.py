"""Names of lists and what stands for them in addresses (twitter-2015 A.10): text in, text out."""

import re

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*")


def valid_list_name(name: str) -> bool:
    """Whether it begins with a letter and has but letters, digits, spaces, - and _; how long it is does not matter."""
    return _NAME.fullmatch(name) is not None


def list_slug(name: str) -> str:
    """A name as it stands in the address of its list: lower case, with hyphens for spaces."""
    return re.sub(" +", "-", name.lower())
