"""The icon sprite: one SVG of symbols, Phosphor's (MIT) and some of our own, each in the colour of its text."""

import re
from pathlib import Path

from tools.drawing.brand import ONE_COLOUR

# Our name, and Phosphor's drawing: `fill` for things, `bold` for signs; 2015 was solid shapes.
PHOSPHOR = {
    "back": "bold/arrow-left-bold",
    "bell": "fill/bell-fill",
    "bin": "fill/trash-fill",
    "block": "bold/prohibit-bold",
    "calendar": "fill/calendar-fill",
    "chat": "fill/chat-dots-fill",
    "clip": "fill/film-strip-fill",
    "close": "bold/x-bold",
    "compose": "fill/note-pencil-fill",
    "discover": "fill/compass-fill",
    "done": "bold/check-bold",
    "down": "bold/caret-down-bold",
    "envelope": "fill/envelope-simple-fill",
    "eye": "fill/eye-fill",
    "follow": "fill/user-plus-fill",
    "hand": "fill/hand-palm-fill",
    "help": "fill/question-fill",
    "hint": "fill/lightbulb-fill",
    "home": "fill/house-fill",
    "link": "bold/link-bold",
    "list": "bold/list-bullets-bold",
    "lock": "fill/lock-fill",
    "more": "bold/dots-three-bold",
    "mute": "fill/speaker-slash-fill",
    "pause": "fill/pause-fill",
    "people": "fill/users-fill",
    "picture": "fill/image-fill",
    "pin": "fill/push-pin-fill",
    "place": "fill/map-pin-fill",
    "play": "fill/play-fill",
    "plus": "bold/plus-bold",
    "report": "fill/flag-fill",
    "schedule": "fill/clock-fill",
    "search": "bold/magnifying-glass-bold",
    "settings": "fill/gear-fill",
    "star": "fill/star-fill",
    "why": "fill/question-fill",
}
OWN = {  # on 24 by 24
    "column": '<path d="M3 4h3.4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z'
    "m7.3 0h3.4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-3.4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z"
    'm7.3 0H21a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-3.4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z"/>',
    "egg": '<path d="M12 2c4.3 0 7.4 6 7.4 11 0 5.2-3.2 9-7.4 9s-7.4-3.8-7.4-9C4.6 8 7.7 2 12 2Z"/>',
    "reply": '<path d="M10.2 4.2v4.3c6.6.2 11 3.7 11.8 10.7.1.7-.8 1-1.2.4-2.4-3.6-5.7-5.1-10.6-5.1v4.3c0 .8-1 1.2'
    '-1.6.7L1.4 12.2a1 1 0 0 1 0-1.5l7.2-7.2c.6-.6 1.6-.2 1.6.7Z"/>',
    "retweet": '<path d="M6 3l4.6 5.2h-3V15a1 1 0 0 0 1 1h3.6l2.5 3H8.6a4 4 0 0 1-4-4V8.2H1.4Z'
    'M18 21l-4.6-5.2h3V9a1 1 0 0 0-1-1h-3.6L9.3 5h6.1a4 4 0 0 1 4 4v6.8h3.2Z"/>',
}


def sprite(packages: Path) -> str:
    """The whole sprite, symbols in the order of their names; `packages` is the folder of npm packages."""
    drawings = packages / "@phosphor-icons" / "core" / "assets"
    symbols = {name: (256, _phosphor(drawings / f"{file}.svg")) for name, file in PHOSPHOR.items()}
    symbols |= {name: (24, drawing) for name, drawing in OWN.items()}
    symbols["mark"] = (256, f'<path fill-rule="evenodd" d="{ONE_COLOUR}"/>')
    body = "".join(
        f'<symbol id="{name}" viewBox="0 0 {side} {side}">{drawing}</symbol>'
        for name, (side, drawing) in sorted(symbols.items())
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>\n'


def _phosphor(file: Path) -> str:
    return re.sub(r"^<svg[^>]*>|</svg>\s*$", "", file.read_text(encoding="utf-8").strip())
