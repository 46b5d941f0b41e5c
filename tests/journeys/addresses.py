"""Every address with what each kind of person gets there, and the forms that go with the posts: data, no code."""

# Columns: nobody, a trainer, and a learner for a thing of their own, of a classmate, and foreign or missing; where the
# last two may differ, since a code lets in whoever knows it, each has a column. 2xx: whatever is new since then.
TABLE = """
GET  /                                    200 200 303
GET  /join                                200 200 200
GET  /join/{code}                         200 200 200 200 200 404
POST /join                                303 303 303
GET  /practise                            200 200 200
POST /practise                            303 303 303
GET  /return                              200 200 200
POST /return                              404 404 404
GET  /leave                               303 303 200
POST /leave                               403 403 303
GET  /live                                403 403 200
GET  /healthz                             200 200 200
POST /admin/commands                      404 404 404
POST /test/clock                          200 200 200
GET  /home                                303 303 200
GET  /home?before={tweet}                 303 303 200 200 200
GET  /home?after={tweet}                  303 303 200 200 200
GET  /home/count?after={tweet}            303 303 2xx 2xx 2xx
GET  /mentions?before={tweet}             303 303 200 200 200
GET  /mentions/count?after={tweet}        303 303 204 204 204
GET  /hashtag/{tag}                       303 303 200 200 200
GET  /hashtag/{tag}/count                 303 303 200 200 204
GET  /search?q={tag}                      303 303 200
GET  /search/count?q={tag}&after={tweet}  303 303 2xx 2xx 2xx
POST /searches                            403 403 303
POST /searches/{search}/delete            403 403 303 404 404
GET  /messages                            303 303 200
GET  /messages?to={handle}                303 303 303 303 404
GET  /messages/{handle}                   303 303 200 200 404
POST /messages                            403 403 403 303 404
POST /messages/notes                      403 403 200
POST /messages/{message}/delete           403 403 303 404 404
POST /messages/{handle}/read              403 403 303 303 404
GET  /notifications                       303 303 200
POST /notifications/seen                  403 403 303
GET  /badges                              303 303 200
GET  /trends                              303 303 200
GET  /who-to-follow                       303 303 200
GET  /who-to-follow/next                  303 303 303
POST /accounts/{handle}/dismiss           403 403 303 303 404
GET  /compose?reply_to={tweet}            303 303 200 200 200
GET  /compose?quote_of={tweet}            303 303 200 200 200
POST /tweets                              403 403 303 303 404
POST /tweets/count                        403 403 200
POST /tweets/audience                     403 403 200 200 200
POST /tweets/notes                        403 403 200 200 200
POST /tweets/pictures                     403 403 200 200 200
GET  /tweets/{tweet}                      303 303 200 200 404
GET  /tweets/{tweet}/why                  303 303 200 200 404
GET  /tweets/{tweet}/menu                 303 303 200 200 404
POST /tweets/{tweet}/favourite            403 403 303 303 404
POST /tweets/{tweet}/unfavourite          403 403 303 303 404
POST /tweets/{tweet}/retweet              403 403 403 303 404
POST /tweets/{tweet}/unretweet            403 403 303 303 404
POST /tweets/{tweet}/delete               403 403 303 403 404
POST /tweets/{tweet}/pin                  403 403 303 403 404
POST /tweets/{tweet}/untag                403 403 404 404 404
POST /tweets/{tweet}/unpin                403 403 303 403 404
GET  /{handle}/status/{tweet}             303 303 200 200 404
GET  /{handle}/status/{tweet}/count       303 303 204 204 404
GET  /{handle}/status/{tweet}/photo/1     303 303 404 404 404
GET  /go/{page}                           303 303 200 200 404
GET  /go/out/{tweet}/0                    303 303 200 200 404
GET  /go/message/{message}/0              303 303 200 404 404
GET  /go/from/{handle}/0                  303 303 200 200 404
GET  /media/{name}                        303 303 200 200 404
GET  /about                               200 200 200
GET  /help                                200 200 200
GET  /help/keys                           200 200 200
GET  /privacy                             200 200 200
GET  /accessibility                       200 200 200
GET  /trainer/start/{token}               200 200 200
POST /trainer/start/{token}               404 404 404
GET  /trainer/sign-in                     200 200 200
GET  /trainer                             303 200 303
POST /trainer/classes                     403 303 403
GET  /trainer/classes/{code}              403 200 403 403 403
POST /trainer/classes/{code}/session      403 404 403 403 403
GET  /trainer/classes/{code}/live         403 200 403 403 403
GET  /trainer/classes/{code}/tweets       403 200 403 403 403
GET  /trainer/classes/{code}/stream       403 200 403 403 403
GET  /trainer/classes/{code}/learners/{handle} 403 200 403 403 403
GET  /trainer/classes/{code}/ask?act=hint&who={handle} 403 200 403 403 403
POST /trainer/classes/{code}/notes        403 303 403 403 403
POST /trainer/classes/{code}/notes/{note}/take-back 403 404 403 403 403
POST /trainer/classes/{code}/steps/{act}  403 404 403 403 403
POST /trainer/classes/{code}/hands/lower  403 404 403 403 403
POST /trainer/classes/{code}/tweets/{tweet}/take-down 403 303 403 403 403
GET  /trainer/classes/{code}/review       403 200 403 403 403
GET  /trainer/classes/{code}/review/file?kind=json&names=no 403 200 403 403 403
GET  /trainer/classes/{code}/screen       403 200 403 403 403
POST /trainer/classes/{code}/screen       403 303 403 403 403
POST /trainer/classes/{code}/room/stop    403 422 403 403 403
POST /trainer/classes/{code}/room/carry-on 403 303 403 403 403
POST /trainer/classes/{code}/room/bring   403 404 403 403 403
POST /trainer/classes/{code}/room/finish  403 303 403 403 403
POST /trainer/sign-out                    403 303 403
POST /accounts/{handle}/follow            403 403 403 303 404
POST /accounts/{handle}/unfollow          403 403 303 303 404
POST /accounts/{handle}/mute              403 403 403 303 404
POST /accounts/{handle}/unmute            403 403 303 303 404
POST /accounts/{handle}/block             403 403 403 303 404
POST /accounts/{handle}/unblock           403 403 303 303 404
GET  /accounts/{handle}/report            303 303 200 200 404
GET  /accounts/{handle}/report?tweet={tweet} 303 303 200 200 404
GET  /accounts/{handle}/report?message={message} 303 303 200 404 404
POST /accounts/{handle}/report            403 403 403 303 404
GET  /accounts/{handle}/reported          303 303 200 200 404
POST /accounts/{handle}/hide-retweets     403 403 403 403 404
POST /accounts/{handle}/show-retweets     403 403 403 403 404
POST /accounts/{handle}/approve           403 403 404 404 404
POST /accounts/{handle}/decline           403 403 404 404 404
GET  /follow-requests                     303 303 200
POST /hashtags/{tag}/follow               403 403 303 303 303
POST /hashtags/{tag}/unfollow             403 403 303 303 303
GET  /settings/profile                    303 303 200
POST /settings/profile                    403 403 303
GET  /settings                            303 303 200
POST /settings                            403 403 303
POST /settings/words                      403 403 303
GET  /settings/mine                       303 303 200
GET  /settings/mine/file                  303 303 200
POST /settings/mine/wipe                  403 403 303
GET  /record                              303 303 200
GET  /certificate                         303 303 200
GET  /guide                               303 303 200
GET  /guide/steps                         303 303 303
GET  /guide/room                          303 303 303
POST /guide/answer                        403 403 404
POST /guide/reflect                       403 403 404
POST /guide/hint                          403 403 404
POST /guide/skip                          403 403 404
POST /guide/again                         403 403 404
POST /guide/break                         403 403 303
POST /guide/go-on                         403 403 303
POST /guide/leave-out                     403 403 303
POST /guide/stop                          403 403 303
POST /guide/finish                        403 403 404
POST /guide/hand-up                       403 403 303
POST /guide/note-read                     403 403 303
POST /guide/session                       403 403 403
GET  /{handle}                            303 303 200 200 404
GET  /{handle}/with_replies               303 303 200 200 404
GET  /{handle}/media                      303 303 200 200 404
GET  /{handle}/favourites                 303 303 200 200 404
GET  /{handle}/following                  303 303 200 200 404
GET  /{handle}/followers                  303 303 200 200 404
GET  /{handle}/lists                      303 303 200 200 404
GET  /{handle}/lists/{slug}               303 303 200 200 404
GET  /{handle}/lists/{slug}/count         303 303 204 204 404
GET  /{handle}/lists/{slug}/members       303 303 200 200 404
GET  /{handle}/lists/{slug}/subscribers   303 303 200 200 404
GET  /{handle}/lists/{slug}/edit          303 303 200 404 404
GET  /accounts/{handle}/lists             303 303 200 200 404
POST /lists                               403 403 303
POST /lists/{slug}/edit                   403 403 303 404 404
POST /lists/{slug}/delete                 403 403 303 404 404
POST /lists/{slug}/add                    403 403 303 404 404
POST /lists/{slug}/remove                 403 403 303 404 404
POST /lists/{slug}/subscribe              403 403 403 303 404
POST /lists/{slug}/unsubscribe            403 403 303 303 404
"""
FORMS: dict[str, dict[str, str]] = {
    "POST /join": {"code": "{mine}", "handle": "{new}", "name": "New"},
    "POST /practise": {"handle": "{new}", "name": "New"},
    "POST /return": {"words": "three unknown words"},
    "POST /test/clock": {"advance": "0s"},
    "POST /tweets": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/count": {"text": "{new}"},
    "POST /tweets/audience": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/notes": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/pictures": {"text": "{new}", "reply_to": "{tweet}", "add": "mugs.webp"},
    "POST /trainer/classes": {"title": "{new}"},
    "POST /trainer/classes/{code}/session": {"session": "no-such-session"},
    "POST /trainer/classes/{code}/notes": {"to": "{handle} note", "text": "{new}"},
    "POST /trainer/classes/{code}/steps/{act}": {"to": "{handle} open-a-tweet"},
    "POST /trainer/classes/{code}/screen": {"show": "blank"},
    "POST /trainer/classes/{code}/room/stop": {"how": "neither"},  # or nobody could tweet any more
    "POST /trainer/classes/{code}/hands/lower": {"to": "{handle} hand"},
    "POST /searches": {"q": "{new}"},
    "POST /lists": {"name": "{new}"},
    "POST /lists/{slug}/edit": {"name": "e{tweet}"},
    "POST /lists/{slug}/add": {"handle": "{handle}"},
    "POST /lists/{slug}/remove": {"handle": "{handle}"},
    "POST /lists/{slug}/subscribe": {"owner": "{handle}"},
    "POST /lists/{slug}/unsubscribe": {"owner": "{handle}"},
    "POST /messages": {"to": "{handle}", "text": "{new}"},
    "POST /messages/notes": {"text": "{new}"},
    "POST /settings": {"coached": "off"},
    "POST /accounts/{handle}/report": {"reason": "spam"},
    "POST /guide/answer": {"step": "what-a-star-tells", "pick": "Anybody who looks at my page."},
    "POST /guide/reflect": {"step": "my-next-step", "text": "I would like to answer somebody"},
    "POST /guide/hint": {"step": "open-a-tweet"},
    "POST /guide/skip": {"step": "open-a-tweet"},
    "POST /guide/again": {"step": "open-a-tweet"},
    "POST /guide/leave-out": {"rating": "mild-trolling"},
    "POST /guide/session": {"session": "first-tweets"},
    "POST /settings/profile": {"name": "{name}", "website": "www.nhs.uk"},
}
