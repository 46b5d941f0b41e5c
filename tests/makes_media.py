"""Makes pictures and clips for tests, as phones take them, each with a canary in its tags; it asserts nothing."""

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
from PIL import Image

CANARY = b"BITTERN-CANARY-51.5072N"
SMALL = (64, 48)
_SAMPLES = 48_000


def jpeg(size: tuple[int, int] = SMALL, **options: Any) -> bytes:
    """A JPEG whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    return saved(image, "JPEG", quality=90, **options)


def phone_photo() -> bytes:
    """A photo as phones take them: lying on its side with a tag that says so, and where and when it was taken."""
    tags = Image.Exif()
    tags[0x0112] = 6  # to be turned a quarter to the right
    tags[0x010F], tags[0x0132] = CANARY.decode(), "2026:03:11 14:05:00"
    place = tags.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 26.0), "W", (0.0, 7.0, 39.0)
    return jpeg((800, 600), exif=tags, comment=CANARY)


def gif(frames: int = 3) -> bytes:
    """A picture that moves."""
    pictures = [
        Image.new("RGB", SMALL, (n % 250, n // 250, 90)).convert("P", palette=Image.Palette.ADAPTIVE)
        for n in range(frames)
    ]
    return saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:], comment=CANARY, duration=20)


def clip(
    seconds: float = 1.0, kind: str = "mp4", codec: str = "libx264", sound: str | None = "aac", *, rate: int = 10,
    size: tuple[int, int] = SMALL, pictures: bool = True,
) -> bytes:  # fmt: skip
    """A clip with a tag that says where it was taken."""
    file = io.BytesIO()
    with av.open(file, "w", format=kind) as made:
        made.metadata.update({"title": CANARY.decode(), "comment": CANARY.decode(), "location": "+51.5072-000.1275/"})
        if pictures:
            shown = made.add_stream(codec, rate=rate)
            shown.width, shown.height, shown.pix_fmt = *size, "yuv420p"
        if sound:
            heard = made.add_stream(sound, rate=_SAMPLES, layout="mono")
        if pictures:
            for frame in (*_frames(seconds, rate, size), None):
                made.mux(shown.encode(frame))
        if sound:
            for samples in (*_silence(seconds, heard), None):
                made.mux(heard.encode(samples))
    return file.getvalue()


def webm(seconds: float = 1.0) -> bytes:
    """A small clip that every browser plays."""
    return clip(seconds, "webm", "libvpx", "libopus")


def _frames(seconds: float, rate: int, size: tuple[int, int]) -> Iterator[av.VideoFrame]:
    for n in range(int(seconds * rate)):
        frame = av.VideoFrame.from_image(Image.new("RGB", size, (n * 7 % 256, 80, 120)))
        frame.pts, frame.time_base = n, Fraction(1, rate)
        yield frame


def _silence(seconds: float, stream: Any) -> Iterator[av.AudioFrame]:
    many = stream.codec_context.frame_size or 960
    for at in range(0, int(seconds * _SAMPLES), many):
        frame = av.AudioFrame(format=stream.codec_context.format.name, layout="mono", samples=many)
        frame.sample_rate, frame.pts, frame.time_base = _SAMPLES, at, Fraction(1, _SAMPLES)
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        yield frame


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """A picture as a file of this kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
