"""What kind of picture a file is and how large, read from its first bytes; nothing is decoded here."""

from collections.abc import Iterator

BIGGEST = 8_000_000  # bytes (safety 4.4)
LONGEST_SIDE = 8192
MOST_POINTS = 20_000_000
ENDINGS = {"webp": "WebP", "png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF"}


def fault(raw: bytes, ending: str) -> str:
    """What is wrong with a picture as a sentence, or nothing; types and limits as for uploads (rulings 25)."""
    if len(raw) > BIGGEST:
        return "This picture is over 8 MB."
    kind, found = _kind(raw), size(raw)
    if found is None:
        return "This is no picture in WebP, PNG, JPEG or GIF."
    if ENDINGS.get(ending) != kind:
        return f"This is a {kind}, and its name says .{ending}."
    if max(found) > LONGEST_SIDE or found[0] * found[1] > MOST_POINTS:
        return f"This picture is too large: {found[0]} by {found[1]} points."
    return ""


def size(raw: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP, PNG, JPEG or GIF; None when the bytes are none of these."""
    match _kind(raw):
        case "PNG":
            found = _big(raw[16:20]), _big(raw[20:24])
        case "GIF":
            found = _little(raw[6:8]), _little(raw[8:10])
        case "WebP":
            found = _webp(raw)
        case "JPEG":
            found = next(_jpeg(raw), (0, 0))
        case _:
            return None
    return found if min(found) > 0 else None


def _kind(raw: bytes) -> str:
    if raw[:8] == b"\x89PNG\r\n\x1a\n" and raw[12:16] == b"IHDR":
        return "PNG"
    if raw[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WebP"
    return "JPEG" if raw[:2] == b"\xff\xd8" else ""


def _webp(raw: bytes) -> tuple[int, int]:
    match raw[12:16]:
        case b"VP8 " if len(raw) >= 30:
            return _little(raw[26:28]) & 0x3FFF, _little(raw[28:30]) & 0x3FFF
        case b"VP8L" if len(raw) >= 25:
            bits = _little(raw[21:25])
            return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
        case b"VP8X" if len(raw) >= 30:
            return _little(raw[24:27]) + 1, _little(raw[27:30]) + 1
    return 0, 0


def _jpeg(raw: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 9 < len(raw) and raw[at] == 0xFF:
        mark = raw[at + 1]
        # The frame headers of all JPEG processes; C4, C8 and CC in the same range are something else.
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            yield _big(raw[at + 7 : at + 9]), _big(raw[at + 5 : at + 7])
            return
        at += 1 if mark == 0xFF else 2 + max(2, _big(raw[at + 2 : at + 4]))


def _big(raw: bytes) -> int:
    return int.from_bytes(raw, "big")


def _little(raw: bytes) -> int:
    return int.from_bytes(raw, "little")
