"""What a pack brings into a world beside people: pretend pages, the picture box, and who follows a newcomer."""

from sqlmodel import Field

from simulator.models.columns import Big, WorldTable

_NO_ROWID = {"sqlite_with_rowid": False}


class WebPage(WorldTable, table=True):
    """A pretend page; `address` is as links are compared: no scheme, no www, no slash at the end, lower-case host."""

    __tablename__ = "web_page"
    id: str = Field(primary_key=True)
    address: str = Field(unique=True)
    shown: str  # the address as written
    site: str
    title: str
    by: str = ""
    published: str = ""
    text: str = ""
    picture: str | None = None


class PackPicture(WorldTable, table=True):
    """A picture or clip of the pack: its description, and whether learners may take it from the picture box.

    The size of a clip is that of its poster; `captions` and `also` (a second form) are files beside it.
    """

    __tablename__ = "pack_picture"
    name: str = Field(primary_key=True)
    alt: str
    credit: str = ""
    width: int
    height: int
    for_profile: bool = False
    for_tweet: bool = False
    marks: str = ""  # what makes it unsafe, separated by spaces: patient, screen, badge, no-consent, words-only
    place: int = 0  # order in the box
    kind: str = "picture"  # or clip
    poster: str = ""
    captions: str = ""
    also: str = ""


class StartFollow(WorldTable, table=True):
    """A made-up person whom each newcomer follows, or who follows each newcomer."""

    __tablename__ = "start_follow"
    __table_args__ = _NO_ROWID
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    learner_follows: bool = Field(primary_key=True)


class SetVariable(WorldTable, table=True):
    """A `$name` of the pack that somebody set for this world."""

    __tablename__ = "set_variable"
    name: str = Field(primary_key=True)
    value: str
