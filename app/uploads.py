"""Takes the pictures and clips out of a form: each is rewritten by a child process and kept, before a verb shows it.

A file comes in as a stream and lies in an unnamed temporary file; nothing here reads what is in it.
"""

from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData, UploadFile

from app.deps import Visit
from app.errors import sent_form
from app.limits import UPLOADS
from app.threads import aside
from simulator import timelines
from simulator.actions import uploads
from simulator.errors import Invalid
from simulator.media import captions, decoding
from simulator.media.decoding import Made, Shape

BODY_LIMIT = 50_000_000  # bytes of a form with pictures: four of 8 MB or a clip of 20, and one too many to be refused
LONGEST_CAPTIONS = 65_536  # bytes of a file
MOST = 4
_FIELDS = {"portrait": "library"}


@dataclass(slots=True)
class Sent:
    """What stands beside the words of a form: names with alt texts, and what is said in a clip, as typed."""

    pictures: list[tuple[str, str]] = field(default_factory=list)
    captions: str = ""
    brought: int = 0  # how many of the pictures came with this very form
    length: int = 30  # seconds of the clip, where it came with this form

    def words(self) -> dict[str, Any]:  # Any: a verb's own words
        """What `post_tweet` takes of it; raises `Invalid`, `TooLong` for captions that cannot be kept."""
        said = captions.written(self.captions, self.length) if self.captions else ""
        return {"pictures": tuple(self.pictures)} | ({"captions": said} if said else {})


async def bring(visit: Visit) -> Sent:
    """Everything that is shown beside the words of a form, files rewritten and kept; what was accepted stays so.

    `library` may stand for `picture`, and the alt texts come in the order of both; an empty one drops its alt text.
    Raises what the child process says of a file, `NotAllowed` where own photos are off, `TooFast`.
    """
    form = await sent_form(visit.request)
    sent = Sent(captions=await _said(form))
    visit.request.state.sent = sent  # a refusal shows again what was accepted before it
    slots = [(name, value) for name, value in form.multi_items() if name in ("library", "picture", "clip")]
    alts = [value for value in form.getlist("alt") if isinstance(value, str)]
    pairs = zip(slots, [*alts, *[""] * len(slots)], strict=False)
    filled = [(name, value, alt) for (name, value), alt in pairs if not _is_empty(value)]
    sent.pictures += [(value, alt) for _, value, alt in filled if isinstance(value, str)]
    if len(filled) > MOST:
        raise Invalid(f"A Tweet holds at most {MOST} pictures. Take some out.", "picture")
    chosen: list[tuple[str, str]] = []
    for name, value, alt in filled:
        if isinstance(value, str):
            chosen.append((value, alt))
            continue
        made = await _keep(visit, value, "clip" if name == "clip" else "tweet")
        chosen.append((made.name, alt))
        sent.pictures.append((made.name, alt))
        sent.brought += 1
        sent.length = made.seconds or sent.length
    sent.pictures = chosen
    return sent


async def own(visit: Visit, name: str, shape: Shape) -> str | None:
    """One picture of a form, for a place that has one: a new file, else the name of one that was accepted before.

    None where neither was sent.
    """
    sent = (await sent_form(visit.request)).getlist(name)
    for value in sent:
        if isinstance(value, UploadFile) and not _is_empty(value):
            made = await _keep(visit, value, shape)
            visit.request.state.brought = brought(visit) | {_FIELDS.get(shape, name): made.name}
            return made.name
    return next((value for value in sent if isinstance(value, str) and value), None)


def brought(visit: Visit) -> dict[str, str]:
    """The pictures that `own` accepted with this form, by the field that names them when the form is shown again."""
    found: dict[str, str] = getattr(visit.request.state, "brought", {})
    return found


async def kept(visit: Visit) -> Sent:
    """What a refused form had beside its words, as far as it was accepted."""
    sent: Sent | None = getattr(visit.request.state, "sent", None)
    if sent is not None:
        return sent
    form = await sent_form(visit.request)
    names = [value for value in form.getlist("library") if isinstance(value, str) and value]
    alts = [value for value in form.getlist("alt") if isinstance(value, str)]
    return Sent(list(zip(names, [*alts, *[""] * len(names)], strict=False)), await _said(form))


def _is_empty(value: str | UploadFile) -> bool:
    return not value if isinstance(value, str) else not value.size


async def _said(form: FormData) -> str:
    """The captions of a file, where one was chosen, else those that were typed."""
    typed = ""
    for value in form.getlist("captions"):
        if isinstance(value, str):
            typed = typed or value
        elif value.size:
            await value.seek(0)
            typed = (await value.read(LONGEST_CAPTIONS)).decode("utf-8", "replace")
    return typed


async def _keep(visit: Visit, file: UploadFile, shape: Shape) -> Made:
    """Have a file rewritten, out of the world's turn, and keep what came of it."""
    here, ticket = visit.installation, visit.signed_in
    await visit.ask(timelines.check_bringing)
    here.limits.take(UPLOADS, ticket.token_hash)
    _roll_over(file)
    async with here.decoders:
        made = await aside(decoding.rewrite, file.file, shape, here.incoming)
    try:
        words: dict[str, Any] = {"made": made, "home": here.media(ticket.world)}  # Any: a verb's own words
        words["bookmarked"] = here.worlds.has_saves(ticket.world)
        await visit.act_too(uploads.add_upload, **words)
    finally:
        await aside(decoding.discard, made)
    return made


def _roll_over(file: UploadFile) -> None:
    """Give the file to the system, so that another process can read it; it never has a name there."""
    rolls = getattr(file.file, "rollover", None)
    if rolls is not None and not getattr(file.file, "_rolled", True):
        rolls()
    file.file.flush()
