"""The places on the pages that packs may point at (`look_at`): the list of the contract, which the templates mark."""

ANCHORS = frozenset(
    """
    compose-button compose-box send-tweet counter add-picture picture-box add-clip alt-text tag-people
    untag-button timeline first-tweet tweet-body new-tweets reply-button send-reply retweet-button quote-button
    send-quote favourite-button tweet-menu mute-button block-button report-button delete-button delete-now
    pin-button follow-button follow-hashtag notifications mentions messages message-box send-message search-box
    save-search trends who-to-follow edit-profile save-profile profile lists list-name save-list guide
    guide-menu hint skip card-option card-item reflect-box why-line audience tweet-this-page way-back deck
    add-column column column-filter account-picker schedule save-schedule planner import-csv assign chat
    chat-box chat-question transcript
    """.split()
)
