"""From drawings to clips: MP4 (H.264) and WebM (VP9) without sound, a poster, and captions as WebVTT."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tools.drawing import pixels
from tools.drawing.clips import egg, hands, tag, thanks, visitor, walking_frame

RATE, WIDTH, HEIGHT = 12, 640, 360  # pictures a second, and pixels
CLIPS: dict[str, ModuleType] = {
    "clip-egg": egg,
    "clip-hands": hands,
    "clip-tag": tag,
    "clip-tea": visitor,
    "clip-thanks": thanks,
    "clip-walking-frame": walking_frame,
}
ENDINGS = (".mp4", ".webm", ".vtt", "-poster.webp", "-poster-600.webp")
# Bit-exact and one thread: the same drawings give the same bytes each time.
CODECS = {
    ".mp4": ("libx264", {"profile": "baseline", "crf": "26", "preset": "veryslow", "tune": "animation"}),
    ".webm": ("libvpx-vp9", {"crf": "36", "b": "0", "deadline": "good", "cpu-used": "1"}),
}


def write(name: str, folder: Path) -> list[Path]:
    """The files of one clip in this folder."""
    clip = CLIPS[name]
    rendered: dict[str, Any] = {}  # Any: pictures of Pillow, by their drawing; where nothing moves, one serves for many
    pictures = []
    for at in range(count(clip)):
        svg = clip.draw(at / RATE)
        if svg not in rendered:
            rendered[svg] = pixels.render(svg, WIDTH).convert("RGB")
        pictures.append(rendered[svg])
    files = [folder / f"{name}{ending}" for ending in ENDINGS]
    for file in files[:2]:
        encode(pictures, file)
    files[2].write_text(captions(clip), encoding="utf-8")
    for file, width in zip(files[3:], (WIDTH, 600), strict=True):  # pages show posters as they show scenes, 600 wide
        pixels.render(last(clip), width).convert("RGB").save(file, "WEBP", quality=82, method=6)
    return files


def encode(pictures: list[Any], to: Path) -> None:
    """These pictures as one film, in the codec of the file's ending."""
    import av

    codec, options = CODECS[to.suffix]
    head = {"fflags": "+bitexact"} | ({"movflags": "+faststart"} if to.suffix == ".mp4" else {})
    with av.open(str(to), "w", options=head) as box:
        stream = box.add_stream(codec, rate=RATE, options=options)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.gop_size, stream.codec_context.thread_count = RATE * 6, 1
        for picture in pictures:
            for packet in stream.encode(_frame(picture)):
                box.mux(packet)
        for packet in stream.encode():
            box.mux(packet)


def _frame(picture: Any) -> Any:
    from av import VideoFrame

    made: Any = VideoFrame  # its way from Pillow has no types
    return made.from_image(picture)


def count(clip: ModuleType) -> int:
    """How many pictures a clip has."""
    return int(clip.SECONDS * RATE)


def last(clip: ModuleType) -> str:
    """The drawing a clip ends with; it is the poster too."""
    return str(clip.draw(clip.SECONDS - 1 / RATE))


def captions(clip: ModuleType) -> str:
    """What a clip says and shows, as WebVTT."""
    return "WEBVTT\n" + "".join(_cues(clip))


def _cues(clip: ModuleType) -> Iterator[str]:
    for start, end, text in clip.CAPTIONS:
        yield f"\n{_clock(start)} --> {_clock(end)}\n{text}\n"


def _clock(seconds: float) -> str:
    return f"00:{int(seconds) // 60:02}:{seconds % 60:06.3f}"
