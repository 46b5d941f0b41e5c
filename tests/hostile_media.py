"""Makes pictures and clips that mean harm, or are broken, each with a canary inside; it asserts nothing."""

import struct
import zlib
from collections.abc import Callable

from PIL import Image, PngImagePlugin

from tests.makes_media import CANARY, SMALL, clip, gif, jpeg, phone_photo, saved, webm


def png_chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_that_says(width: int, height: int, content: bytes = b"", *more: bytes) -> bytes:
    """A PNG that claims a size, whatever it holds."""
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + png_chunk(b"IDAT", content) + png_chunk(b"IEND", b"")


def png_with_words() -> bytes:
    """A PNG with texts, one of them compressed to a thousandth of its size."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", CANARY.decode())
    words.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY.decode()}</x>", zip=True)
    return saved(Image.new("RGB", SMALL, "green"), "PNG", pnginfo=words)


def box(kind: bytes, content: bytes) -> bytes:
    """An atom of an MP4."""
    return struct.pack(">I", 8 + len(content)) + kind + content


def cut(raw: bytes, part: float) -> bytes:
    return raw[: int(len(raw) * part)]


def spoilt(raw: bytes, step: int, start: int = 40) -> bytes:
    """Every so many-th byte turned over."""
    bad = bytearray(raw)
    for at in range(start, len(bad), step):
        bad[at] ^= 0x5A
    return bytes(bad)


def _svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><text>' + CANARY + b"</text></svg>"


def _html() -> bytes:
    return b"<!doctype html><script>alert('" + CANARY + b"')</script>"


def _eps() -> bytes:
    return b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%touch " + CANARY + b") (w) file\n%%EOF"


def _tiff() -> bytes:
    return saved(Image.new("RGB", SMALL), "TIFF") + CANARY


def _exif_bomb() -> bytes:
    """A directory of tags that leads back to itself, and one tag that claims four gigabytes."""
    entry = struct.pack("<HHII", 0x8825, 4, 1, 8) + struct.pack("<HHII", 0x010F, 2, 0xFFFFFFFF, 8)
    body = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 2) + entry + struct.pack("<I", 8) + CANARY
    raw = jpeg()
    return raw[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + raw[2:]


def _many_markers() -> bytes:
    raw = jpeg()
    note = b"\xff\xfe" + struct.pack(">H", 65_535) + (CANARY * 3000)[:65_533]
    return raw[:2] + note * 60 + raw[2:]


def _gif_that_says(width: int, height: int) -> bytes:
    raw = bytearray(gif(1))
    raw[6:10] = struct.pack("<HH", width, height)
    return bytes(raw)


def _gif_of_many(frames: int) -> bytes:
    raw = gif(2)
    at = raw.index(b"\x21\xf9")
    return raw[:at] + raw[at:-1] * frames + b";"


def _webp_that_says(width: int, height: int) -> bytes:
    raw = saved(Image.new("RGB", SMALL), "WEBP")
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    inside = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + raw[12:]
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def _mp4_with(*atoms: bytes, whole: bytes | None = None) -> bytes:
    """A clip with more atoms behind its end."""
    return (clip() if whole is None else whole) + b"".join(atoms)


def _mp4_patched(name: bytes, skip: int, new: bytes) -> bytes:
    raw = bytearray(clip())
    at = raw.index(name) + len(name) + skip
    raw[at : at + len(new)] = new
    return bytes(raw)


def _nested(depth: int) -> bytes:
    inner = b""
    for _ in range(depth):
        inner = box(b"moov", inner)
    return box(b"ftyp", b"isom\0\0\2\0isom") + inner


def _playlist() -> bytes:
    return b"#EXTM3U\n#EXTINF:1,\nhttp://192.0.2.1/" + CANARY + b".ts\n#EXT-X-ENDLIST\n"


def _outside_data() -> bytes:
    """A clip whose data are said to lie in a file of the machine."""
    return clip().replace(box(b"url ", b"\0\0\0\1"), box(b"url ", b"\0\0\0\0"), 1).replace(b"isom", b"qt  ", 1)


PICTURES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "one byte": lambda: b"\xff",
    "zeros": lambda: bytes(5000),
    "only a canary": lambda: CANARY * 100,
    "a JPEG's first bytes alone": lambda: b"\xff\xd8\xff",
    "half a JPEG": lambda: cut(phone_photo(), 0.5),
    "nearly a whole JPEG": lambda: cut(phone_photo(), 0.98),
    "half a PNG": lambda: cut(png_with_words(), 0.5),
    "half a GIF": lambda: cut(gif(), 0.4),
    "half a WebP": lambda: cut(saved(Image.effect_noise((200, 200), 90).convert("RGB"), "WEBP"), 0.5),
    "a spoilt JPEG": lambda: spoilt(phone_photo(), 97),
    "a JPEG spoilt all over": lambda: spoilt(phone_photo(), 3),
    "a spoilt PNG": lambda: spoilt(png_with_words(), 11),
    "a spoilt GIF": lambda: spoilt(gif(), 13),
    "SVG called JPEG": _svg,
    "HTML called JPEG": _html,
    "PostScript called JPEG": _eps,
    "TIFF called JPEG": _tiff,
    "BMP called PNG": lambda: saved(Image.new("RGB", SMALL), "BMP") + CANARY,
    "ICO called PNG": lambda: saved(Image.new("RGB", SMALL), "ICO"),
    "PPM called PNG": lambda: b"P6 99999 99999 255\n" + CANARY,
    "PDF called JPEG": lambda: b"%PDF-1.7\n" + CANARY,
    "a zip called JPEG": lambda: b"PK\x03\x04" + CANARY * 20,
    "a JPEG with HTML behind it": lambda: jpeg() + _html(),
    "a JPEG with a zip behind it": lambda: jpeg() + b"PK\x03\x04" + CANARY + b"PK\x05\x06" + bytes(18),
    "a GIF that is a script too": lambda: gif(1).replace(b"GIF89a", b"GIF89a", 1) + b"/*" + CANARY + b"*/=1;alert(1)",
    "a PNG with HTML in a chunk": lambda: png_with_words().replace(b"IEND", b"IEND", 1) + _html(),
    "a PNG with texts": png_with_words,
    "a phone's photo": phone_photo,
    "a JPEG with tags that lead in a circle": _exif_bomb,
    "a JPEG with sixty long notes": _many_markers,
    "a PNG that says 60,000 by 60,000": lambda: png_that_says(60_000, 60_000, zlib.compress(bytes(10_000))),
    "a PNG that says two thousand millions": lambda: png_that_says(2**31 - 1, 2**31 - 1, zlib.compress(b"")),
    "a PNG of no width": lambda: png_that_says(0, 9, zlib.compress(b"")),
    "a PNG whose points unpack a thousandfold": lambda: png_that_says(4000, 4000, zlib.compress(bytes(60_000_000), 9)),
    "a PNG with a text that unpacks a thousandfold": lambda: png_that_says(
        8, 8, zlib.compress(bytes(200)), png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
    "a PNG with a colour profile that unpacks a thousandfold": lambda: png_that_says(
        8, 8, zlib.compress(bytes(200)), png_chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
    "a PNG with ten thousand empty chunks": lambda: png_that_says(
        8, 8, zlib.compress(bytes(200)), *[png_chunk(b"tEXt", b"a\0" + CANARY)] * 10_000
    ),
    "a PNG with a chunk that is longer than the file": lambda: png_with_words()[:33] + b"\x7f\xff\xff\xffzTXt" + CANARY,
    "a picture 9,000 wide": lambda: saved(Image.new("1", (9000, 20)), "PNG"),
    "a picture 8,000 by 8,000": lambda: saved(Image.new("1", (8000, 8000)), "PNG"),
    "a picture 8,192 wide and 1 high": lambda: saved(Image.new("L", (8192, 1)), "PNG"),
    "a GIF that says 65,535 by 65,535": lambda: _gif_that_says(65_535, 65_535),
    "a GIF of two thousand pictures": lambda: _gif_of_many(1000),
    "a GIF of 201 pictures": lambda: gif(201),
    "a WebP that says 16,384 by 16,384": lambda: _webp_that_says(16_384, 16_384),
    "a picture with 16 bits a point": lambda: saved(Image.new("I;16", SMALL, 40_000), "PNG"),
    "a picture one can see through": lambda: saved(Image.new("RGBA", SMALL, (9, 9, 9, 0)), "PNG"),
    "a JPEG for printers": lambda: saved(Image.new("CMYK", SMALL, (9, 99, 9, 9)), "JPEG", comment=CANARY),
    "more than 8 MB": lambda: jpeg() + bytes(8_000_000),
}  # fmt: skip

CLIPS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a picture": jpeg,
    "HTML": _html,
    "a playlist called MP4": _playlist,
    "a playlist behind the head of an MP4": lambda: box(b"ftyp", b"isom\0\0\2\0isom") + _playlist(),
    "a list of files": lambda: b"ffconcat version 1.0\nfile /etc/passwd\n",
    "the head of an MP4 alone": lambda: box(b"ftyp", b"isom\0\0\2\0isom"),
    "half an MP4": lambda: cut(clip(), 0.5),
    "nearly a whole MP4": lambda: cut(clip(), 0.97),
    "half a WebM": lambda: cut(webm(), 0.5),
    "a spoilt MP4": lambda: spoilt(clip(2.0), 61),
    "an MP4 whose pictures are spoilt": lambda: spoilt(clip(2.0), 7, 60),
    "a spoilt WebM": lambda: spoilt(webm(), 29),
    "an MP4 with notes of its own": lambda: _mp4_with(box(b"udta", box(b"\xa9xyz", CANARY)), box(b"uuid", CANARY * 2)),
    "an MP4 with free room that is not empty": lambda: _mp4_with(box(b"free", CANARY * 100), box(b"skip", CANARY)),
    "an MP4 with an atom longer than the file": lambda: _mp4_with(b"\x7f\xff\xff\xffmeta" + CANARY),
    "an MP4 with an atom of length nought": lambda: _mp4_with(b"\0\0\0\0mdat" + CANARY),
    "an MP4 with HTML behind it": lambda: _mp4_with(_html()),
    "five hundred atoms inside each other": lambda: _nested(500),
    "a table that says four thousand millions": lambda: _mp4_patched(b"stsz", 8, b"\xff\xff\xff\xff"),
    "a table of times that is mad": lambda: _mp4_patched(b"stts", 4, b"\x7f\xff\xff\xff"),
    "a size that is mad": lambda: _mp4_patched(b"avc1", 24, b"\xff\xff\xff\xff"),
    "a clip whose data lie elsewhere": _outside_data,
    "31 seconds": lambda: clip(31.5, rate=4, sound=None),
    "sound alone": lambda: clip(pictures=False),
    "no sound": lambda: clip(sound=None),
    "too many points": lambda: clip(0.4, size=(2600, 1440), sound=None, rate=5),
    "MPEG-4 of long ago": lambda: clip(codec="mpeg4", sound=None),
    "Motion JPEG": lambda: clip(kind="mov", codec="mpeg4", sound=None),
    "a Matroska of H.264": lambda: clip(kind="matroska"),
    "AVI": lambda: clip(kind="avi", codec="mpeg4", sound=None),
    "a MOV as phones make it": lambda: clip(kind="mov"),
    "an MP4": clip,
    "a WebM": webm,
    "more than 20 MB": lambda: clip() + bytes(20_000_000),
}  # fmt: skip
