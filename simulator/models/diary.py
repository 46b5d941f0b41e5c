"""What happened: the diary of a world, who hears of it, and the receipts of forms that were sent once."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable


class Kind(StrEnum):
    """Every kind of event; which verb writes it stands in docs/events.md."""

    ACCOUNT_JOINED = "account_joined"
    CAME_BACK = "came_back"
    LEFT = "left"
    WAY_BACK_RENEWED = "way_back_renewed"
    PROFILE_EDITED = "profile_edited"
    HANDLE_CHANGED = "handle_changed"
    SETTINGS_CHANGED = "settings_changed"
    UPLOADED = "uploaded"
    TWEET_POSTED = "tweet_posted"
    TWEET_DELETED = "tweet_deleted"
    TWEET_PINNED = "tweet_pinned"
    TWEET_UNPINNED = "tweet_unpinned"
    PHOTO_UNTAGGED = "photo_untagged"
    RETWEETED = "retweeted"
    RETWEET_UNDONE = "retweet_undone"
    FAVOURITED = "favourited"
    FAVOURITE_UNDONE = "favourite_undone"
    FOLLOWED = "followed"
    UNFOLLOWED = "unfollowed"
    FOLLOW_REQUESTED = "follow_requested"
    REQUEST_WITHDRAWN = "request_withdrawn"
    REQUEST_APPROVED = "request_approved"
    REQUEST_DECLINED = "request_declined"
    RETWEETS_HIDDEN = "retweets_hidden"
    RETWEETS_SHOWN = "retweets_shown"
    SUGGESTION_DISMISSED = "suggestion_dismissed"
    MUTED = "muted"
    UNMUTED = "unmuted"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    REPORTED = "reported"
    LIST_MADE = "list_made"
    LIST_EDITED = "list_edited"
    LIST_DELETED = "list_deleted"
    LISTED = "listed"
    UNLISTED = "unlisted"
    LIST_SUBSCRIBED = "list_subscribed"
    LIST_UNSUBSCRIBED = "list_unsubscribed"
    HASHTAG_FOLLOWED = "hashtag_followed"
    HASHTAG_UNFOLLOWED = "hashtag_unfollowed"
    NOTIFICATIONS_SEEN = "notifications_seen"
    MESSAGE_SENT = "message_sent"
    MESSAGE_DELETED = "message_deleted"
    MESSAGES_READ = "messages_read"
    SEARCHED = "searched"
    SEARCH_SAVED = "search_saved"
    SEARCH_REMOVED = "search_removed"
    SESSION_OPENED = "session_opened"
    SESSION_FINISHED = "session_finished"
    STEP_OPENED = "step_opened"
    STEP_PASSED = "step_passed"
    STEP_SKIPPED = "step_skipped"
    STEP_AGAIN = "step_again"
    MISTAKE_MADE = "mistake_made"
    TRIED = "tried"
    HINT_SHOWN = "hint_shown"
    ANSWERED = "answered"
    REFLECTED = "reflected"
    PAGE_VIEWED = "page_viewed"
    LINK_OPENED = "link_opened"
    BREAK_TAKEN = "break_taken"
    BREAK_ENDED = "break_ended"
    PART_LEFT_OUT = "part_left_out"
    STOPPED = "stopped"
    HAND_UP = "hand_up"
    THINGS_WIPED = "things_wiped"
    ENDING_ASKED = "ending_asked"
    NOTE_SENT = "note_sent"
    NOTE_TAKEN_BACK = "note_taken_back"
    NOTE_READ = "note_read"
    HINT_GIVEN = "hint_given"
    STEP_COUNTED = "step_counted"
    STEP_REOPENED = "step_reopened"
    STEP_PASSED_OVER = "step_passed_over"
    HAND_LOWERED = "hand_lowered"
    TWEET_TAKEN_DOWN = "tweet_taken_down"
    ROOM_STOPPED = "room_stopped"
    ROOM_WENT_ON = "room_went_on"
    EVERYBODY_BROUGHT = "everybody_brought"
    ENDING_SET = "ending_set"
    SCREEN_SET = "screen_set"
    ENGINE_FAULT = "engine_fault"


class Heard(StrEnum):
    """What a notification says that somebody did; `…_passed` are about a tweet that one had retweeted (A.9)."""

    FAVOURITE = "favourite"
    FAVOURITE_PASSED = "favourite_passed"
    RETWEET = "retweet"
    RETWEET_PASSED = "retweet_passed"
    REPLY = "reply"
    MENTION = "mention"
    QUOTE = "quote"
    PHOTO_TAG = "photo_tag"
    FOLLOW = "follow"
    FOLLOW_REQUEST = "follow_request"
    LISTED = "listed"


class Event(WorldTable, table=True):
    """One fact. Numbers are the world's own: gapless, in the order of commits; order by number, show the time.

    `account` is whom it was done to; of a favourite or retweet, the retweeter through whom the tweet was reached.
    """

    __table_args__ = (Index(None, "actor", "number"), Index(None, "tweet"))
    number: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Moment)
    kind: str
    actor: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")
    tweet: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    account: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")
    tag: str | None = None
    part: str | None = None  # the session, step or content rating it is about, as the pack calls it
    item: str | None = None  # the mistake, hint, item of a card or kind of page
    pick: str | None = None  # what was chosen: an option, a pile, a number; what was looked up
    reason: str | None = None  # the reason that was chosen with it
    cause: int | None = Field(default=None, sa_type=Big, foreign_key="event.number")  # the act it follows from


class Notification(WorldTable, table=True):
    """An account hears of an event."""

    __table_args__ = (Index(None, "tweet", "actor"), {"sqlite_with_rowid": False})
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    number: int = Field(sa_type=Big, foreign_key="event.number", primary_key=True)
    kind: str  # a value of Heard
    actor: int = Field(sa_type=Big, foreign_key="account.id")
    tweet: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    at: datetime = Field(sa_type=Moment)


class Receipt(WorldTable, table=True):
    """A form that was sent with `once`: the same value gets the same answer, and the act is done once."""

    __table_args__ = {"sqlite_with_rowid": False}
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    once: str = Field(primary_key=True)
    digest: str
    answer: int | None = Field(default=None, sa_type=Big)
    at: datetime = Field(sa_type=Moment)
