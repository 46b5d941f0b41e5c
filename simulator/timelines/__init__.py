"""What one can see in a world: reads by the names that people use. Each returns cards; none changes anything."""

from simulator.timelines.coach_notes import profile_notes, settings, tweet_notes
from simulator.timelines.explain import audience, why_here
from simulator.timelines.furniture import chosen, picture, picture_box, tweet_box, way_out, way_out_of, web_page
from simulator.timelines.hashtags import count_new as count_new_tagged
from simulator.timelines.hashtags import followed as followed_hashtags
from simulator.timelines.hashtags import hashtag, tagged, trends
from simulator.timelines.home import count_new, home
from simulator.timelines.notices import badges, count_new_mentions, mentions, notifications
from simulator.timelines.people import follow_requests, followers, following, has_learners_tweet, me, who_to_follow
from simulator.timelines.profile import account, favourites, media, tweets, with_replies
from simulator.timelines.reports import reports
from simulator.timelines.thread import card, quoted, thread
from simulator.timelines.thread import count_new as count_new_answers

__all__ = [
    "account", "audience", "badges", "card", "chosen", "count_new", "count_new_answers", "count_new_mentions",
    "count_new_tagged", "favourites", "follow_requests", "followed_hashtags", "followers", "following",
    "has_learners_tweet", "hashtag", "home", "me", "media", "mentions", "notifications", "picture", "picture_box",
    "profile_notes", "quoted", "reports", "settings", "tagged", "thread", "trends", "tweet_box", "tweet_notes",
    "tweets", "way_out", "way_out_of", "web_page", "who_to_follow", "why_here", "with_replies",
]  # fmt: skip
