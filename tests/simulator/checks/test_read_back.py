"""Every check reads back as one plain sentence for the trainer (packs.md 2.4)."""

import pytest

from simulator.checks import read_back
from tests.simulator.checks import stage

ROWS = [
    ("replied: {}", "has answered somebody"),
    ("replied: {to: CJ_trainer, min_own: 15}", "has answered @CJ_trainer with 15 or more letters of their own"),
    ("replied: {to: ann, says: [noon], reaches: shared, min_own: 5}",
     ("has answered @ann with an answer that reaches only people who follow both them and whom it begins with and says "
     "noon, with 5 or more letters of their own")),
    ("quoted: {by: ann, says: [noon], form: card}",
     "has passed on a tweet by @ann (as a quote) with a text that says noon"),
    ("replied: {to: me}", "has answered themselves"),
    ("replied: {to: [classmate, trainer]}", "has answered a classmate or @CJ_trainer"),
    ("replied: {of: kat-falls}", "has answered the tweet “Four checks for wet floors”"),
    ("replied: {of: [kat-falls, hashtag-tweet]}",
     "has answered the tweet “Four checks for wet floors” or the tweet of “A hashtag”"),
    ("replied: {to: ann, of: {hashtag: CareClass}}", "has answered a tweet with #CareClass by @ann"),
    ("quoted: {by: LibraryKat_sim, form: [mt, rt], min_own: 5}",
     "has passed on a tweet by @LibraryKat_sim (with MT or with RT) with 5 or more letters of their own"),
    ("quoted: {of: kat-falls, opened_first: true}",
     "has passed on the tweet “Four checks for wet floors” (as a quote or by hand) after opening its link"),
    ("quoted: {form: card}", "has passed on a tweet (as a quote)"),
    ("retweeted: {of: kat-falls, opened_first: true}",
     "has retweeted the tweet “Four checks for wet floors” after opening its link"),
    ("favourited: {by: anyone}", "has favourited a tweet by somebody"),
    ("followed: {who: [ann, bo]}", "has followed @ann or @bo"),
    ("followed: {among: [ann, bo, CJ_trainer], at_least: 2}", "has followed 2 or more of @ann, @bo and @CJ_trainer"),
    ("followed: {hashtag: $class_tag}", "has followed #CareClass"),
    ("followed: {at_least: 3}", "has followed 3 or more people"),
    ("unfollowed: {who: ann}", "has unfollowed @ann"),
    ("messaged: {to: ann, min_own: 5}", "has sent a message to @ann with 5 or more letters of their own"),
    ("deleted: {of: hashtag-tweet}", "has deleted the tweet of “A hashtag”"),
    ("undid: {a: retweet, of: kat-falls}",
     "has taken back a retweet of the tweet “Four checks for wet floors”"),
    ("guarded: {against: GrumpyGus_sim, by: [mute, block, report]}",
     "has muted, blocked or reported @GrumpyGus_sim"),
    ("guarded: {}", "has muted, blocked or reported somebody"),
    ("viewed: {a: notifications}", "has opened Notifications"),
    ("viewed: {a: profile, who: me}", "has opened their own profile"),
    ("viewed: {a: hashtag, tag: CareClass}", "has opened a hashtag's page of #CareClass"),
    ("searched: {for: falls, saved: true}", "has looked up “falls” and saved the search"),
    ("threaded: {parts: 3, numbered: true, min_own: 10}",
     ("has sent one chain of 3 parts with numbers, each an answer to the one before and each with 10 or more letters "
     "of their own")),
    ("scheduled: {at: $time, for_at_least: 10}", "has planned a tweet for 12:30 and 10 minutes ahead or more"),
    ("scheduled: {changed: true, of: kat-falls, between: ['09:00', '17:00']}",
     "has changed the plan of the tweet “Four checks for wet floors” between 09:00 and 17:00"),
    ("assigned: {of: kat-falls, to: ann, note: true}",
     "has handed the tweet “Four checks for wet floors” to @ann with a note"),
    ("chatted: {chat: care-chat, question: now}",
     "has answered the question of the moment in the chat “Care chat” with its number and the hashtag"),
    ("chatted: {question: 2}", "has answered question 2 in a chat with its number and the hashtag"),
    ("answered: {card: post-change-dont, right_at_least: 2, reasons: each}",
     "has played the card “Post it or not” with 2 or more right and with a reason for each"),
    ("answered: {card: post-change-dont, item: ring, pick: change}",
     "has sorted “ring” of the card “Post it or not” as “change”"),
    ("wrote: {about: my-next-step, min_words: 5}", "has written about “my next step” in 5 words or more"),
    ("profile: {picture: {marked: none}, bio: {min_own: 20}}",
     "is showing a profile with a picture that is safe to share and a bio with 20 or more letters of their own"),
    ("profile: {handle: {max_end_digits: 2}, header: true, pinned: true}",
     "is showing a profile with a header picture, a pinned tweet and a handle that ends with at most 2 digits"),
    ("following: {at_least: 8, kinds_at_least: 5}", "is following 8 or more people of 5 kinds or more"),
    ("following: {all_of: [ann, bo], hashtag: CareClass}", "is following @ann and @bo and #CareClass"),
    ("list: {members_at_least: 4, private: true, description: true}",
     "is keeping a private list of 4 or more people with a description"),
    ("columns: {at_least: 4, in: deck}", "is using 4 or more columns in Deck"),
    ("columns: {kind: hashtag, showing: $class_tag, shows: [kat-falls], hides: [priya-tea]}",
     ("is using a hashtag column showing CareClass with the tweets “Four checks for wet floors” in it without the "
     "tweets “Tea is on”")),
    ("opened: hashtag-tweet", "has reached “A hashtag”"),
    ("done: hashtag-tweet", "has done “A hashtag”"),
    ("{tweeted: {}, favourited: {}}", "has sent a new tweet, and has favourited a tweet"),
    ("any_of: [replied: {to: ann}, quoted: {by: ann}]",
     "either has answered @ann, or has passed on a tweet by @ann (as a quote or by hand)"),
    ("none_of: [replied: {to: GrumpyGus_sim}]", "has not answered @GrumpyGus_sim"),
    ("none_of: [profile: {picture: true}]", "is not showing a profile with a picture"),
    ("count: {of: {tweeted: {hashtag: any}}, at_least: 3, different: day}",
     "has sent a new tweet with a hashtag, 3 times or more, each on another day"),
    ("count: {of: {favourited: {}}, at_least: 1}", "has favourited a tweet, once or more"),
    ("tweeted: {within: 5m, since: session}",
     "has sent a new tweet within 5 minutes of the step opening since the session began"),
    ("tweeted: {after: hashtag-tweet}", "has sent a new tweet after “A hashtag”"),
    ("tweeted: {after: {viewed: {a: home}}, since: ever}",
     "has sent a new tweet after the learner has opened Home at any time"),
    ("followed: {among: [a1, a2, a3, a4, a5], at_least: 2}", "has followed 2 or more of @a1, @a2, @a3, @a4 and @a5"),
    ("followed: {among: [a1, a2, a3, a4, a5, a6], at_least: 2}",
     "has followed 2 or more of @a1, @a2, @a3, @a4 and 2 others"),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "reads"), ROWS)
def test_a_check_reads_back(goal: str, reads: str) -> None:
    assert read_back(stage.check(goal), stage.SCENE) == f"Done when the learner {reads}"


def test_every_word_and_join_reads_back_in_the_table() -> None:
    from simulator.packs.check_shapes import Check

    words = {field.alias or name for name, field in Check.model_fields.items()} - {"all_of", "tweeted"}
    assert words <= {row[0].lstrip("{").split(":")[0] for row in ROWS}


@pytest.mark.parametrize(
    ("fields", "reads"),
    [
        ("{}", "has sent a new tweet"),
        ("{hashtag: $class_tag}", "has sent a new tweet with #CareClass"),
        ("{hashtag: any}", "has sent a new tweet with a hashtag"),
        ("{hashtag: new}", "has sent a new tweet with a hashtag that nobody has used before"),
        ("{hashtag: any, not_hashtag: CareClass}", "has sent a new tweet with a hashtag and no #CareClass"),
        ("{at_most_hashtags: 1}", "has sent a new tweet with at most 1 hashtag"),
        ("{at_most_hashtags: 0}", "has sent a new tweet with no hashtags"),
        ("{mentions: [PriyaRN_sim, classmate]}", "has sent a new tweet that names @PriyaRN_sim or a classmate"),
        ("{says: {where: [library, floor 2]}, min_own: 20}",
         "has sent a new tweet that says *where* (library or floor 2), with 20 or more letters of their own"),
        ("{says: [noon], max_length: 100}", "has sent a new tweet that says noon, with at most 100 characters"),
        ("{min_length: 20, max_own: 30}",
         "has sent a new tweet with at most 30 letters of their own and 20 or more characters"),
        ("{link: true}", "has sent a new tweet with a link"),
        ("{link: falls}", "has sent a new tweet with a link to “Four checks”"),
        ("{link: short}", "has sent a new tweet with a link made short"),
        ("{picture: true, alt_text: true}", "has sent a new tweet with a picture and a description of what it shows"),
        ("{picture: cup.jpg}", "has sent a new tweet with the picture cup.jpg"),
        ("{picture: {marked: none}}", "has sent a new tweet with a picture that is safe to share"),
        ("{clip: true}", "has sent a new tweet with a clip"),
        ("{reaches: all}", "has sent a new tweet that reaches everybody who follows them"),
        ("{reaches: shared}",
         "has sent a new tweet that reaches only people who follow both them and whom it begins with"),
        ("{from: Team_sim, app: deck}", "has sent a new tweet that comes from @Team_sim and is written in Deck"),
        ("{from: me}", "has sent a new tweet that comes from their own account"),
        ("{noticed: any}", "has sent a new tweet where the care coach notices something"),
        ("{noticed: [3, phone]}",
         "has sent a new tweet where the care coach notices something of severity 3 or the sign phone"),
        ("{not_noticed: any, min_own: 5}",
         "has sent a new tweet with 5 or more letters of their own, where the care coach notices nothing"),
        ("{not_noticed: [3, command-word]}",
         "has sent a new tweet where the care coach notices nothing of severity 3 and not the sign command-word"),
    ],
)  # fmt: skip
def test_a_field_reads_back_as_part_of_a_sentence(fields: str, reads: str) -> None:
    assert read_back(stage.check(f"tweeted: {fields}"), stage.SCENE) == f"Done when the learner {reads}"
