"""The published signs about handles, hashtags, links, pictures, chats and passing on; text, no rules."""

from simulator.coach.sign import SignKind

CRAFT = (
    SignKind(
        "too-many-hashtags", 1, "There are {0} hashtags here. Two good ones work better than many.",
        "Falls talk #NHS #Falls #OT", "C.2 more than 2 tags; A.6",
    ),
    SignKind(
        "tag-salad", 1, "More than half of this is hashtags, handles and links. Add words, or take some out.",
        "Look #Falls #OT http://steady.example.org", "C.2 tag salad",
    ),
    SignKind(
        "lower-case-long-hashtag", 1, "#{0} is hard to read. Start each word in it with a capital letter.",
        "Join us #shcrtwittertwits", "C.2 lower-case long tag; C.6",
    ),
    SignKind(
        "spaced-hashtag", 1, "There is a gap after the # sign, so this is no hashtag. Close the gap: #{0}.",
        "I found the room # SHCRtwittertwits", "A.6; D.1 1.10",
    ),
    SignKind(
        "broken-hashtag", 1,
        "The hashtag stops at #{0}. A gap, dot, hyphen or apostrophe ends it. Join it up: #{1}.",
        "My action for #NHS Change Day", "A.6; D.1 1.10",
    ),
    SignKind(
        "digits-only-hashtag", 1, "A hashtag needs a letter, so {0} is none. Add a word to it.",
        "Looking back on #2015", "A.6; D.1 1.10",
    ),
    SignKind(
        "hashtag-without-gap", 1, "A hashtag needs a gap in front of it. Put a space before the # sign.",
        "Good talk#Falls", "A.6",
    ),
    SignKind(
        "only-hashtag", 1, "There is only a hashtag here. Add words that say what you think.",
        "#WeCareChat", "D.1 1.10; C.2 tag salad",
    ),
    SignKind(
        "bare-link", 1, "There is only a link here. Say in a few words why it is worth a look.",
        "http://steady.example.org/four-checks", "C.2 link without any words; D.3 3.8",
    ),
    SignKind(
        "starts-with-handle", 1,
        "This begins with @{0}, so only people who follow you both will get it. Put a word or a full stop in front.",
        "@LibraryKat_sim has written a guide for everyone", "C.2 starts with @; A.5",
    ),
    SignKind(
        "own-handle-first", 1, "This begins with your own handle. Take it out, and the tweet stands on your page.",
        "@sam_cares 2/3 Then we asked the night staff", "A.5 tweetstorm; D.3 3.11",
    ),
    SignKind(
        "unknown-handle", 1, "There is no account @{0} here. {1}", "Thanks @PriyaRN_simm", "A.5; D.1 1.7",
    ),
    SignKind(
        "cut-handle", 1, "The handle stops at @{0}, because a hyphen or a dot ends it. Check whom you mean.",
        "Thanks @jo-ann", "A.5; D.1 judgement 6",
    ),
    SignKind(
        "handle-removed", 1, "Without @{0} this is no longer an answer. Put the handle back in.",
        "an answer whose handle was deleted", "A.5; D.1 1.8",
    ),
    SignKind(
        "command-word", 1,
        "On Twitter, “{0}” and a name in front could turn a tweet into a message. Begin with another word.",
        "dm me the rota", "A.4; D.1 1.5; C.7",
    ),
    SignKind(
        "spaced-handle", 1, "There is a gap after the @ sign, so nobody is told. Close the gap: @{0}.",
        "Thanks @ PriyaRN_sim", "A.5; D.1 1.7",
    ),
    SignKind(
        "email-for-handle", 1,
        "This looks like an e-mail address. A handle is one word with an @ and a gap in front, such as @jo_cares.",
        "Thanks priya@northvale for the tip", "D.1 1.7",
    ),
    SignKind(
        "only-handles", 1, "There are only handles here. Say something to them.",
        "@PriyaRN_sim @PatelOT_sim", "D.1 1.8",
    ),
    SignKind(
        "only-prefilled", 1, "This is only what stood here before. Write what you want to say.",
        "an answer sent as the box gave it", "D.1 1.8; A.5",
    ),
    SignKind(
        "words-only-picture", 1, "Not everyone can read the words in this picture. Put the main ones in the tweet.",
        "a picture that its pack marks words-only", "C.6; D.3 3.9",
    ),
    SignKind(
        "missing-alt", 1, "The picture or clip has no description yet. Say in words what it shows.",
        "a picture without alt text", "C.6; D.3 3.9",
    ),
    SignKind(
        "missing-answer-number", 1, "Which question is this about? Put A{0} in front, so that people can follow.",
        "We leave a chair by the door #WeCareChat", "B.3; C.7; D.4 4.11",
    ),
    SignKind(
        "wrong-answer-number", 1, "Question {0} has not been asked. The newest is question {1}.",
        "A5 Tea #WeCareChat, while Q3 is the newest", "B.3; D.4 4.11",
    ),
    SignKind(
        "missing-chat-tag", 1, "Without #{0} the people in the chat will miss this. Add the hashtag.",
        "A2 We leave a chair by the door", "C.7; D.4 4.11",
    ),
    SignKind(
        "retweet-changed", 1, "RT means word for word. Something is changed here, so write MT @{0} instead.",
        "RT @LibraryKat_sim: her words, made shorter", "A.7; D.3 3.7",
    ),
    SignKind(
        "comment-after-rt", 1, "Behind RT @name only their words may stand. Put your own words in front of it.",
        "RT @LibraryKat_sim: Read the title last <- so true", "A.7; D.3 3.7",
    ),
    SignKind(
        "no-credit", 1, "Say whose words these are: put their @handle behind RT, MT, HT or via.",
        "MT LibraryKat_sim: Read the title last", "A.7; D.3 3.7",
    ),
    SignKind(
        "only-disclaimer", 1, "These words say nothing about you yet. Say what you do and what you will tweet about.",
        "(in a bio) Views my own", "C.3; D.1 1.2",
    ),
)  # fmt: skip
