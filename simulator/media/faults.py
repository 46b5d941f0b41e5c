"""Why a file that somebody brought is not taken, in words for whoever brought it."""

# What the child process may say, and how people hear it.
WORDS = {
    "unreadable": "This file could not be read as a picture. Choose a JPEG, PNG, WebP or GIF.",
    "large": "This picture has too many points. Make it smaller, to 8,192 at most on its longest side, and try again.",
    "frames": "This picture moves for too long. Choose one with at most 200 pictures in it.",
    "heavy": "This picture is over 8 MB. Make it smaller, and try again.",
    "clip-unreadable": "This file could not be read as a clip. Choose an MP4, MOV or WebM.",
    "clip-heavy": "This clip is over 20 MB. Make it shorter or smaller, and try again.",
    "clip-long": "This clip is longer than 30 seconds. Cut it, and try again.",
    "clip-large": "The picture of this clip is too large. Record it in 1080p or smaller, and try again.",
    "clip-still": "There is no moving picture in this file. Choose a clip with a picture.",
    "clip-kind": "This kind of clip does not play everywhere. Save it as MP4 (H.264 and AAC) or WebM, and try again.",
}


class Fault(Exception):
    """What is wrong with a file, as a key of `WORDS`."""
