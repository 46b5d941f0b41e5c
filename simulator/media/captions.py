"""Reads what somebody wrote or brought as captions, and writes them anew: times and words, nothing else."""

import re

from simulator.errors import Invalid, TooLong
from simulator.text.tidy import lines

LONGEST = 4000  # letters of a clip of thirty seconds
_TIME = r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[.,](\d{3})"
_CUE = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_TAG = re.compile(r"<[^<>\n]*>")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def written(given: str, seconds: int) -> str:
    """Captions as a WebVTT file; plain words stand under the whole clip. Raises `Invalid`, `TooLong`.

    Styles, regions, notes, voices and places on the screen are left out.
    """
    said = given.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").strip()
    if not said:
        return ""
    if len(said) > LONGEST:
        raise TooLong(f"The captions are too long: {LONGEST:,} letters at most. Take some words out.", "captions")
    if "-->" not in said:
        if said.startswith("WEBVTT"):
            raise Invalid("There are no times in these captions. Write the words alone, or add times.", "captions")
        cues = [(0, seconds * 1000, said)]
    else:
        cues = _cues(said)
    told = [f"{_clock(start)} --> {_clock(end)}\n{words}" for start, end, spoken in cues if (words := _plain(spoken))]
    if not told:
        raise Invalid("These captions could not be read. Write the words alone, or choose a WebVTT file.", "captions")
    return "WEBVTT\n\n" + "\n\n".join(told) + "\n"


def _cues(said: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for block in re.split(r"\n\s*\n", said):
        head, _, words = block.partition("\n")
        if "-->" not in head:  # a name of the cue stands above its times
            head, _, words = words.partition("\n")
        cue = _CUE.match(head)
        if cue is not None and (start := _moment(cue, 1)) < (end := _moment(cue, 5)):
            found.append((start, end, words))
    return found


def _moment(cue: re.Match[str], at: int) -> int:
    hours, minutes, seconds, ms = (int(cue[at + n] or 0) for n in range(4))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms


def _clock(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _plain(spoken: str) -> str:
    words = lines(_TAG.sub("", spoken), LONGEST, field="captions")
    return "\n".join(line for line in words.split("\n") if line.strip()).translate(_ESCAPES)
