"""What one can see in a world: reads by the names that people use. Each returns cards; none changes anything."""

from simulator.timelines.coach_notes import message_notes, profile_notes, settings, tweet_notes
from simulator.timelines.explain import audience, why_here
from simulator.timelines.furniture import (
    chosen,
    is_full,
    picture,
    picture_box,
    tweet_box,
    way_out,
    way_out_of,
    web_page,
)
from simulator.timelines.hashtags import count_new as count_new_tagged
from simulator.timelines.hashtags import followed as followed_hashtags
from simulator.timelines.hashtags import hashtag, tagged, trends
from simulator.timelines.home import count_new, home
from simulator.timelines.list_tweets import count_new_on_list, list_tweets
from simulator.timelines.lists import list_members, list_subscribers, listing, listing_for, lists_for, lists_of, my_list
from simulator.timelines.messages import (
    conversation,
    conversations,
    correspondent,
    kept_messages,
    message,
    way_out_of_message,
)
from simulator.timelines.notices import badges, count_new_mentions, mentions, notifications
from simulator.timelines.own_media import brought_for, captions, check_bringing, may_bring, own_picture
from simulator.timelines.people import follow_requests, followers, following, has_learners_tweet, me
from simulator.timelines.profile import account, favourites, may_change_handle, media, tweets, with_replies
from simulator.timelines.reports import reports
from simulator.timelines.suggestions import who_to_follow
from simulator.timelines.thread import card, quoted, thread
from simulator.timelines.thread import count_new as count_new_answers

__all__ = [
    "account", "audience", "badges", "brought_for", "captions", "card", "check_bringing", "chosen", "conversation",
    "conversations", "correspondent", "count_new", "count_new_answers", "count_new_mentions", "count_new_on_list",
    "count_new_tagged", "favourites", "follow_requests", "followed_hashtags", "followers", "following",
    "has_learners_tweet", "hashtag", "home", "is_full", "kept_messages", "list_members", "list_subscribers",
    "list_tweets", "listing", "listing_for", "lists_for", "lists_of", "may_bring", "may_change_handle", "me",
    "media", "mentions", "message", "message_notes", "my_list", "notifications", "own_picture", "picture",
    "picture_box", "profile_notes", "quoted", "reports", "settings", "tagged", "thread", "trends", "tweet_box",
    "tweet_notes", "tweets", "way_out", "way_out_of", "way_out_of_message", "web_page", "who_to_follow", "why_here",
    "with_replies",
]  # fmt: skip
