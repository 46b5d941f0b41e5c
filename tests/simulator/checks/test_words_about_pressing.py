"""The words about buttons, pages, cards and plans: what meets them, what does not, what is said then (packs.md 2.4)."""

from datetime import timedelta
from typing import Any

import pytest

from simulator.checks import Act, meets, nearly
from tests.simulator.checks import stage

KAT: dict[str, Any] = {"to": "LibraryKat_sim", "of": "kat-falls"}
NOON = timedelta(minutes=119)  # acts happen at 9:31 in UTC, 10:31 on the clock of the pack's zone


def _answered(**fields: Any) -> Act:
    return Act("answered", step="post-change-dont", **fields)


CAKE = _answered(item="cake", pick="post", reason="fine", right=True)
RING = _answered(item="ring", pick="change", reason="points to a person", right=True)
BAD = _answered(item="ring", pick="post", reason="fine", right=False)
CHAT = Act("tweeted", "A2 A chair by the door #WeCareChat", chat="care-chat", question=2, newest=3)

MET: list[tuple[str, list[Act]]] = [
    ("retweeted: {}", [Act("retweeted", **KAT)]),
    ("retweeted: {by: LibraryKat_sim}", [Act("retweeted", **KAT)]),
    ("retweeted: {of: kat-falls, opened_first: true}", [Act("retweeted", **KAT, opened_first=True)]),
    ("retweeted: {of: {link: falls}}", [Act("retweeted", to="LibraryKat_sim", about=f"Look {stage.PAGE}")]),
    ("favourited: {}", [Act("favourited", **KAT)]),
    ("favourited: {by: anyone}", [Act("favourited", **KAT)]),
    ("favourited: {of: [priya-tea, kat-falls]}", [Act("favourited", **KAT)]),
    ("favourited: {opened_first: true}", [Act("favourited", **KAT, opened_first=True)]),
    ("followed: {}", [Act("followed", to="ann")]),
    ("followed: {who: ann}", [Act("followed", to="ann")]),
    ("followed: {who: [bo, ann]}", [Act("followed", to="ann")]),
    ("followed: {hashtag: CareClass}", [Act("followed", tag="careclass")]),
    ("followed: {hashtag: any}", [Act("followed", tag="cake")]),
    ("followed: {at_least: 2}", [Act("followed", to="ann"), Act("followed", to="bo")]),
    ("followed: {among: [ann, bo], at_least: 2}", [Act("followed", to="ann"), Act("followed", to="bo")]),
    ("followed: {among: [ann, bo]}", [Act("followed", to="bo")]),
    ("unfollowed: {who: ann}", [Act("unfollowed", to="ann")]),
    ("unfollowed: {hashtag: cake}", [Act("unfollowed", tag="cake")]),
    ("unfollowed: {at_least: 2}", [Act("unfollowed", to="ann"), Act("unfollowed", to="bo")]),
    ("deleted: {}", [Act("deleted")]),
    ("deleted: {of: hashtag-tweet}", [Act("deleted", of="hashtag-tweet")]),
    ("deleted: {of: {says: [typo]}}", [Act("deleted", about="a typo here")]),
    ("undid: {}", [Act("undid", a="retweet")]),
    ("undid: {a: retweet, of: kat-falls}", [Act("undid", a="retweet", of="kat-falls")]),
    ("undid: {a: [mute, block]}", [Act("undid", a="block", to="ann")]),
    ("guarded: {}", [Act("guarded", to="GrumpyGus_sim", a="mute")]),
    ("guarded: {against: GrumpyGus_sim, by: [mute, block, report]}", [Act("guarded", to="GrumpyGus_sim", a="report")]),
    ("viewed: {a: notifications}", [Act("viewed", a="notifications")]),
    ("viewed: {a: [home, mentions]}", [Act("viewed", a="mentions")]),
    ("viewed: {a: profile, who: me}", [Act("viewed", a="profile", to="newnurse")]),
    ("viewed: {a: profile, who: ann}", [Act("viewed", a="profile", to="ann")]),
    ("viewed: {a: tweet, of: kat-falls}", [Act("viewed", a="tweet", **KAT)]),
    ("viewed: {a: hashtag, tag: CareClass}", [Act("viewed", a="hashtag", tag="CareClass")]),
    ("viewed: {tag: any}", [Act("viewed", a="hashtag", tag="cake")]),
    ("searched: {}", [Act("searched", asked="falls")]),
    ("searched: {for: falls}", [Act("searched", asked="Wet FALLS today")]),
    ("searched: {for: falls}", [Act("searched", asked="#falls")]),
    ("searched: {for: wet floor}", [Act("searched", asked="a wet floor")]),
    ("searched: {for: '#CareClass'}", [Act("searched", asked="#careclass")]),
    ("searched: {for: $class_tag, saved: true}", [Act("searched", asked="CareClass", saved=True)]),
    ("scheduled: {}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {at: '12:30'}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {at: $time}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {at: '2015-05-12 12:30'}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {between: ['12:00', '13:00']}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {between: ['12:30', '12:30']}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {between: ['22:00', '13:00']}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("scheduled: {for_at_least: 10}", [Act("scheduled", "Cake", ahead=timedelta(minutes=10))]),
    ("scheduled: {changed: true, of: plan-tea}", [Act("scheduled", "Cake", ahead=NOON, changed=True, of="plan-tea")]),
    ("scheduled: {says: [cake]}", [Act("scheduled", "Cake", ahead=NOON)]),
    ("assigned: {}", [Act("assigned", to="ann", of="kat-falls")]),
    ("assigned: {to: ann, of: kat-falls, note: true}", [Act("assigned", "please answer", to="ann", of="kat-falls")]),
    ("assigned: {note: {says: [please]}}", [Act("assigned", "please answer", to="ann")]),
    ("chatted: {}", [CHAT]),
    ("chatted: {chat: care-chat, question: 2}", [CHAT]),
    ("chatted: {question: earlier}", [CHAT]),
    ("chatted: {question: now}", [CHAT._replace(newest=2)]),
    ("chatted: {question: not-asked}", [CHAT._replace(newest=1)]),
    ("answered: {card: would-you}", [Act("answered", step="would-you", pick="No")]),
    ("answered: {card: would-you, pick: no}", [Act("answered", step="would-you", pick="No")]),
    ("answered: {card: would-you, right: true}", [Act("answered", step="would-you", pick="No", right=True)]),
    ("answered: {card: would-you, right: false}", [Act("answered", step="would-you", pick="No", right=False)]),
    ("answered: {}", [Act("answered", step="would-you", pick="No")]),
    ("answered: {card: post-change-dont}", [CAKE, BAD]),
    ("answered: {card: post-change-dont, right: true}", [CAKE, BAD, RING]),
    ("answered: {card: post-change-dont, right_at_least: 1}", [CAKE, BAD]),
    ("answered: {card: post-change-dont, right_at_least: 2, reasons: each}", [CAKE, RING]),
    ("answered: {card: post-change-dont, item: ring}", [BAD]),
    ("answered: {item: ring, pick: change}", [RING]),
    ("answered: {card: post-change-dont, right: false}", [CAKE, BAD]),
    ("wrote: {}", [Act("wrote", "I will say hello", step="my-next-step")]),
    ("wrote: {about: my-next-step, min_words: 4}", [Act("wrote", "I will say hello", step="my-next-step")]),
    ("wrote: {says: [hello]}", [Act("wrote", "I will say hello", step="my-next-step")]),
]

MISSED: list[tuple[str, list[Act], str]] = [
    ("retweeted: {by: LibraryKat_sim}", [Act("retweeted", to="ann")],
     "That is a Tweet by @ann. Retweet one by @LibraryKat_sim."),
    ("retweeted: {of: kat-falls}", [Act("retweeted", to="LibraryKat_sim")],
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("retweeted: {opened_first: true}", [Act("retweeted", **KAT)],
     "Nearly. Open the link in it and read first. Then undo the retweet, and retweet again."),
    ("retweeted: {of: {link: falls}}", [Act("retweeted", to="LibraryKat_sim", about="Look here")],
     "That is another Tweet. Choose a Tweet with a link to “Four checks”."),
    ("retweeted: {}", [Act("favourited", **KAT)],
     "That is the star: it says thank you. The two arrows pass the Tweet on to your followers."),
    ("retweeted: {}", [Act("quoted", "Worth a look", **KAT)],
     "That is a quote, with words of your own. This step needs the plain retweet."),
    ("retweeted: {}", [Act("tweeted", "RT @LibraryKat_sim: floors")],
     "That passes it on by hand. Press Retweet, and it goes out just as it is."),
    ("favourited: {}", [Act("retweeted", **KAT)],
     "That is a retweet: it passes the Tweet on. This step is about the star."),
    ("favourited: {by: anyone}", [Act("favourited", to="newnurse")],
     "That is a Tweet by you. Press the star of one by somebody."),
    ("favourited: {of: priya-tea}", [Act("favourited", **KAT)], "That is another Tweet. Choose the Tweet “Tea is on”."),
    ("favourited: {opened_first: true}", [Act("favourited", **KAT)],
     "Nearly. Open the link in it and read first. Then undo the favourite, and favourite it again."),
    ("followed: {who: ann}", [Act("followed", to="bo")], "That was @bo. Follow @ann."),
    ("followed: {among: [ann, bo], at_least: 2}", [Act("followed", to="CJ_trainer")],
     "That was @CJ_trainer. Follow @ann or @bo."),
    ("followed: {hashtag: CareClass}", [Act("followed", tag="cake")], "That is #cake. Follow #CareClass."),
    ("followed: {hashtag: CareClass}", [Act("followed", to="ann")], "That is @ann. Follow #CareClass."),
    ("followed: {hashtag: CareClass}", [Act("searched", asked="#CareClass", saved=True)],
     "That saves a search. Now follow #CareClass: the button is on the hashtag's page."),
    ("followed: {who: ann}", [Act("followed", tag="cake")],
     "That is a hashtag. This step is about people: follow @ann."),
    ("followed: {who: ann}", [Act("unfollowed", to="ann")],
     "That stops following @ann. This step asks you to follow @ann."),
    ("followed: {at_least: 2}", [Act("followed", to="ann"), Act("followed", to="ann")],
     "You had followed @ann before. Choose somebody else."),
    ("unfollowed: {who: ann}", [Act("unfollowed", to="bo")], "That was @bo. Unfollow @ann."),
    ("unfollowed: {who: ann}", [Act("followed", to="ann")],
     "That starts following @ann. This step asks you to unfollow @ann."),
    ("unfollowed: {who: ann}", [Act("guarded", to="ann", a="mute")],
     "That keeps @ann away. This step asks you to unfollow @ann."),
    ("unfollowed: {hashtag: cake}", [Act("unfollowed", tag="tea")], "That is #tea. Unfollow #cake."),
    ("deleted: {of: hashtag-tweet}", [Act("deleted")], "That is another Tweet. Choose the Tweet of “A hashtag”."),
    ("deleted: {}", [Act("undid", a="retweet")], "That takes back a retweet. This step is about deleting a Tweet."),
    ("undid: {a: retweet}", [Act("undid", a="favourite")],
     "That is a favourite. This step is for this: take back a retweet."),
    ("undid: {of: kat-falls}", [Act("undid", a="retweet")],
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("undid: {a: retweet}", [Act("deleted")],
     "That deletes a Tweet. This step needs you to take back a retweet."),
    ("guarded: {against: GrumpyGus_sim}", [Act("guarded", to="ann", a="mute")],
     "That was about @ann. Choose @GrumpyGus_sim."),
    ("guarded: {by: [mute, block]}", [Act("guarded", to="GrumpyGus_sim", a="report")],
     "That is a report. This step is for this: mute or block."),
    ("guarded: {against: GrumpyGus_sim}", [Act("replied", "@GrumpyGus_sim no", to="GrumpyGus_sim")],
     "That gives @GrumpyGus_sim something to go on with. You can mute, block or report @GrumpyGus_sim instead."),
    ("guarded: {against: GrumpyGus_sim}", [Act("quoted", "no", to="GrumpyGus_sim")],
     "That gives @GrumpyGus_sim something to go on with. You can mute, block or report @GrumpyGus_sim instead."),
    ("guarded: {against: GrumpyGus_sim}", [Act("unfollowed", to="GrumpyGus_sim")],
     "That stops following @GrumpyGus_sim. You can mute, block or report @GrumpyGus_sim as well."),
    ("viewed: {a: notifications}", [Act("viewed", a="home")], "That is Home. Open Notifications."),
    ("viewed: {a: profile, who: me}", [Act("viewed", a="profile", to="ann")],
     "That is the page of @ann. Open your own profile."),
    ("viewed: {a: profile, who: ann}", [Act("viewed", a="profile", to="newnurse")],
     "That is your own page. Open a profile of @ann."),
    ("viewed: {who: ann}", [Act("viewed", a="profile", to="bo")], "That is the page of @bo. Open the page of @ann."),
    ("viewed: {a: tweet, of: kat-falls}", [Act("viewed", a="tweet", to="ann")],
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("viewed: {a: hashtag, tag: CareClass}", [Act("viewed", a="hashtag", tag="cake")],
     "That is #cake. Open #CareClass."),
    ("viewed: {a: hashtag, tag: CareClass}", [Act("searched", asked="CareClass")],
     "That looks something up. This step asks you to open a hashtag's page of #CareClass."),
    ("searched: {for: falls}", [Act("searched", asked="cake")], "That looks up “cake”. Look up “falls”."),
    ("searched: {for: falls}", [Act("searched", asked="waterfalls")], "That looks up “waterfalls”. Look up “falls”."),
    ("searched: {for: '#CareClass'}", [Act("searched", asked="CareClass")],
     "That looks up “CareClass”. Look up “#CareClass”."),
    ("searched: {for: falls, saved: true}", [Act("searched", asked="falls")],
     "Nearly. Now save the search: press Save search."),
    ("searched: {for: falls}", [Act("viewed", a="hashtag", tag="falls")],
     "That opens a hashtag's page. This step asks you to look up “falls”."),
    ("searched: {for: falls}", [Act("followed", tag="falls")],
     "That follows #falls. This step asks you to look up “falls”."),
    ("scheduled: {at: '12:30'}", [Act("scheduled", "Cake", ahead=NOON + timedelta(minutes=1))],
     "Nearly. It is planned for 12:31. Plan it for 12:30."),
    ("scheduled: {at: '2015-05-13 12:30'}", [Act("scheduled", "Cake", ahead=NOON)],
     "Nearly. It is planned for 12:30. Plan it for 2015-05-13 12:30."),
    ("scheduled: {at: '12:30'}", [Act("scheduled", "Cake", ahead=NOON + timedelta(hours=12))],
     "Nearly. It is planned for 00:30. Plan it for 12:30."),
    ("scheduled: {between: ['13:00', '14:00']}", [Act("scheduled", "Cake", ahead=NOON)],
     "Nearly. It is planned for 12:30. Plan it between 13:00 and 14:00."),
    ("scheduled: {between: ['22:00', '06:00']}", [Act("scheduled", "Cake", ahead=NOON)],
     "Nearly. It is planned for 12:30. Plan it between 22:00 and 06:00."),
    ("scheduled: {for_at_least: 10}", [Act("scheduled", "Cake", ahead=timedelta(minutes=9))],
     "Nearly. That is too soon. Plan it 10 minutes ahead or more."),
    ("scheduled: {changed: true}", [Act("scheduled", "Cake", ahead=NOON)],
     "That is a new plan. Open the plan that stands there, and change it."),
    ("scheduled: {of: plan-tea}", [Act("scheduled", "Cake", ahead=NOON)],
     "That is another Tweet. Choose the Tweet “plan tea”."),
    ("scheduled: {says: [tea]}", [Act("scheduled", "Cake", ahead=NOON)], "Nearly. It does not say tea yet."),
    ("scheduled: {}", [Act("tweeted", "Cake")],
     "That goes out at once. To send it later, choose a time in Deck or Planner."),
    ("assigned: {to: ann}", [Act("assigned", to="bo")], "That goes to @bo. Hand it to @ann."),
    ("assigned: {of: kat-falls}", [Act("assigned", to="bo")],
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("assigned: {note: true}", [Act("assigned", to="bo")], "Nearly. Add a note that says what is to be done."),
    ("assigned: {note: {says: [please]}}", [Act("assigned", "do it", to="bo")],
     "Nearly. It does not say please yet."),
    ("assigned: {note: {says: [please]}}", [Act("assigned", to="bo")],
     "Nearly. Add a note that says what is to be done."),
    ("assigned: {to: ann}", [Act("replied", "@bo yes", to="bo")],
     "That answers it yourself. This step asks you to hand a Tweet to @ann."),
    ("chatted: {question: now}", [CHAT], "Nearly. That answers question 2, and the host is at question 3."),
    ("chatted: {question: 3}", [CHAT], "Nearly. That answers question 2. Answer question 3."),
    ("chatted: {question: earlier}", [CHAT._replace(newest=2)],
     "Nearly. That answers question 2. Answer an earlier question."),
    ("chatted: {question: not-asked}", [CHAT],
     "Nearly. That answers question 2. Answer a question that nobody has asked yet."),
    ("chatted: {question: now}", [CHAT._replace(question=None)],
     "Nearly. Which question is this about? Put A3 in front."),
    ("chatted: {question: 1}", [CHAT._replace(question=None)],
     "Nearly. Which question is this about? Put A1 in front."),
    ("chatted: {chat: other-chat}", [CHAT], "That is in another chat. Answer in the chat “other chat”."),
    ("chatted: {chat: care-chat}", [Act("tweeted", "A2 A chair by the door")],
     "Nearly. Without #WeCareChat the people in the chat will miss this. Add the hashtag."),
    ("answered: {card: would-you}", [Act("answered", step="other", pick="No")],
     "That is another one. Play the card “would you”."),
    ("answered: {card: would-you, pick: 'Yes'}", [Act("answered", step="would-you", pick="No")],
     "You chose “No”. Have one more look at it, and choose again."),
    ("answered: {card: would-you, right: true}", [Act("answered", step="would-you", pick="No", right=False)],
     "Nearly. Have one more look at it, and choose again."),
    ("answered: {card: post-change-dont, item: cake}", [BAD], "That is another one. Sort “cake”."),
    ("answered: {card: post-change-dont, reasons: each}", [CAKE, RING._replace(reason="")],
     "Nearly. Choose a reason for it as well."),
    ("answered: {card: post-change-dont, right_at_least: 2}", [CAKE, BAD],
     "Nearly. This needs 2 that are right. Have one more look at those that are not."),
    ("answered: {card: post-change-dont}", [CAKE, CAKE], "You had sorted this one. Go on with the others."),
    ("wrote: {about: my-next-step}", [Act("wrote", "I will say hello", step="other")],
     "That is another one. Write about “my next step”."),
    ("wrote: {min_words: 5}", [Act("wrote", "I will say hello", step="x")], "Nearly. Write 1 more word."),
    ("wrote: {min_words: 6}", [Act("wrote", "I will say hello", step="x")], "Nearly. Write 2 more words."),
    ("wrote: {says: [cake]}", [Act("wrote", "I will say hello", step="x")], "Nearly. It does not say cake yet."),
    ("wrote: {about: my-next-step}", [Act("tweeted", "I will say hello")],
     "That is a Tweet, which everybody can read. This step has a box for a note of your own."),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "acts"), MET)
def test_acts_meet_their_word(goal: str, acts: list[Act]) -> None:
    case = stage.after(*acts)
    assert meets(stage.check(goal), case)
    assert nearly(stage.check(goal), case.deeds[-1], case) is None


@pytest.mark.parametrize(("goal", "acts", "say"), MISSED)
def test_an_act_that_misses_is_told_what_is_missing(goal: str, acts: list[Act], say: str) -> None:
    case = stage.after(*acts)
    assert not meets(stage.check(goal), case)
    said = nearly(stage.check(goal), case.deeds[-1], case)
    assert said == say
    assert stage.is_kind(said)


@pytest.mark.parametrize(
    ("goal", "acts"),
    [
        ("retweeted: {}", [Act("tweeted", "hello")]),
        ("favourited: {}", [Act("followed", to="ann")]),
        ("followed: {who: ann}", [Act("favourited", to="ann")]),
        ("followed: {who: ann}", [Act("searched", asked="ann", saved=True)]),
        ("unfollowed: {who: ann}", [Act("tweeted", "bye")]),
        ("deleted: {}", [Act("tweeted", "hello")]),
        ("guarded: {against: GrumpyGus_sim}", [Act("tweeted", "hello")]),
        ("viewed: {a: home}", [Act("tweeted", "hello")]),
        ("searched: {for: falls}", [Act("viewed", a="home")]),
        ("chatted: {}", [Act("favourited", to="ann")]),
        ("answered: {card: x}", [Act("tweeted", "No")]),
        ("wrote: {about: x}", [Act("replied", "@ann hi", to="ann")]),
    ],
)
def test_an_act_of_quite_another_kind_is_left_in_peace(goal: str, acts: list[Act]) -> None:
    case = stage.after(*acts)
    assert not meets(stage.check(goal), case)
    assert nearly(stage.check(goal), case.deeds[-1], case) is None


@pytest.mark.parametrize(
    ("goal", "acts"),
    [
        ("followed: {at_least: 3}", [Act("followed", to="ann"), Act("followed", to="bo")]),
        ("followed: {at_least: 2}", [Act("followed", to="ann"), Act("followed", tag="cake")]),
        ("answered: {card: post-change-dont, right: true}", [CAKE, BAD]),
        ("answered: {card: post-change-dont, right_at_least: 2}", [CAKE, RING, BAD]),
        ("answered: {card: post-change-dont}", [CAKE]),
        ("answered: {card: post-change-dont, reasons: each}", [CAKE, RING._replace(reason="")]),
        ("chatted: {question: now}", [CHAT._replace(newest=None)]),
        ("scheduled: {at: noon}", [Act("scheduled", "Cake", ahead=NOON)]),
        ("scheduled: {between: ['12:00', '13:00']}", [Act("scheduled", "Cake")]),
        ("scheduled: {for_at_least: 1}", [Act("scheduled", "Cake")]),
    ],
)
def test_what_is_not_enough_does_not_meet_its_word(goal: str, acts: list[Act]) -> None:
    assert not meets(stage.check(goal), stage.after(*acts))
