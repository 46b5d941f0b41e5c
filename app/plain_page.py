"""The page that is left when nothing else can be: no template, no world, nothing that could fail."""

from html import escape

TITLES = {
    400: "That address does not work",
    403: "Nothing was changed",
    405: "That cannot be done here",
    413: "That is too big",
    414: "That address is too long",
    431: "Too much at once",
    500: "Something went wrong here",
    503: "Fledge is busy",
}


def crash(reference: str) -> str:
    """What a person reads after a fault of ours, with the reference that stands in the log."""
    return (
        "This is a fault in Fledge and not something you did. Go back and try again: what you typed is still there. "
        f"If it happens again, tell your trainer this number: {reference}."
    )


def render(status: int, sentence: str, *, stylesheet: str | None = None, fragment: bool = False) -> bytes:
    """A whole small page, or one paragraph for a part of a page; characters that nobody can write become `?`."""
    words = escape(sentence)
    if fragment:
        return f'<p class="refusal" role="alert">{words}</p>'.encode("utf-8", "replace")
    title = escape(TITLES.get(status, "That did not work"))
    style = f'<link rel="stylesheet" href="{escape(stylesheet)}">' if stylesheet else ""
    page = (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} – Fledge</title>{style}</head>"
        f'<body class="plain"><p class="calm"><strong>Practice Twitter.</strong> Nothing here leaves Fledge.</p>'
        f'<main><h1>{title}</h1><p>{words}</p><p><a href="/">Go to the start of Fledge</a></p>'
        "</main></body></html>"
    )
    return page.encode("utf-8", "replace")
