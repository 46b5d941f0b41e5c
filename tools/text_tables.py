"""Writes the two tables of the tweet text, `simulator/text/ranges.py` and `tlds.py`; run by hand, once in years.

They are literals, so that the answer does not change with the Python that asks. To write them again, make an
environment outside the project with the packages `regex` and `emoji`, unpack those that `SOURCES` names into a folder,
and call this file with that Python:

    python tools/text_tables.py FOLDER
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import emoji
import regex

TEXT = Path(__file__).resolve().parent.parent / "simulator" / "text"
SOURCES = (
    "publicsuffix 1.1.0; publicsuffix2 2.20160818, 2.20180921.2 and 2.20191221;\n"
    "publicsuffixlist 0.4.0, 0.5.0, 0.6.0, 0.6.5 and 0.7.5; tld 0.13.2"
)

# Country codes that were reserved but that the public suffix list never held: upstream links them all the same.
NEVER_USED = "bl bq eh mf um".split()
# Endings of those sources that the list of March 2020 lacks: withdrawn before, added later, or another spelling.
NOT_IN_MARCH_2020 = """
    africamagic amazon dstv dwg emerson gotv hotel kids kyknet merck mnet multichoice music mzansimagic naspers payu spa
    supersport theguardian ישראל السعوديه السعودیة السعودیۃ اليمن ايران سوريا پاكستان アマゾン 一号店 亚马逊 澳门 臺灣
    """.split()

LAST_OF_BMP, END = 0x10000, 0x110000
SURROGATES = range(0xD800, 0xE000)
JOINER, EMOJI_STYLE, TAG_END = "\u200d", "\ufe0f", "\U000e007f"
SKIN_TONES = range(0x1F3FB, 0x1F400)
# Blank without being spaces or format characters: fillers, the empty Braille cell, variation selectors.
OTHER_BLANKS = [
    0x034F,
    0x115F,
    0x1160,
    0x17B4,
    0x17B5,
    0x2800,
    0x3164,
    0xFFA0,
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
]


def main(folder: Path) -> None:
    """Write both files from the packages in the folder and from the Unicode tables of `regex`."""
    (TEXT / "ranges.py").write_text("".join(ranges_file()), encoding="utf-8")
    (TEXT / "tlds.py").write_text("".join(endings_file(read_endings(folder))), encoding="utf-8")


def ranges_file() -> Iterator[str]:
    """The source of `ranges.py`: bodies of character classes as `re` reads them, then the emoji that are sequences."""
    yield '"""Sets of characters as `re` reads them in brackets; written by tools/text_tables.py, not by hand.\n\n'
    yield f"From the packages regex {regex.__version__} (Unicode 18) and emoji {emoji.__version__}. "
    yield "A name that ends in `_ASTRAL`\nholds what lies beyond U+FFFF, apart, because `re` looks at it more slowly.\n"
    yield '"""\n'
    for name, pattern in (("LETTERS", r"[\p{L}\p{M}]"), ("DIGITS", r"\p{Nd}"), ("MARKS", r"\p{M}")):
        points = matching(pattern)
        yield literal(name, ranges(point for point in points if point < LAST_OF_BMP))
        yield literal(f"{name}_ASTRAL", ranges(point for point in points if point >= LAST_OF_BMP))
    yield literal("INVISIBLE", ranges(sorted({*matching(r"[\p{Z}\p{Cc}\p{Cf}]"), *OTHER_BLANKS})))
    yield literal("EMOJI", ranges(point for point in matching(r"\p{Emoji}") if point > 0x7F))
    yield literal("SKINNED_EMOJI", ranges(matching(r"\p{Emoji_Modifier_Base}")))
    yield literal("FLAGS", (f"{flag} " for flag in sorted(flags())))
    yield literal("JOINED_EMOJI", (f"{escaped(each)} " for each in sorted(joined())))


def endings_file(found: set[str]) -> Iterator[str]:
    """The source of `tlds.py`: country endings, generic ones, and those of either kind that are not ASCII."""
    yield '"""Every ending of a web address that makes a link; written by tools/text_tables.py, not by hand.\n\n'
    yield "Upstream's list of March 2020: 315 country endings and 1,259 generic ones, some never or no longer in use.\n"
    yield f"Made in November 2026 from the public suffix lists of 2015 to 2026 in the packages\n{SOURCES},\n"
    yield 'with a supplement and without what is younger, both in the tool.\n"""\n'
    groups: list[tuple[str, Callable[[str], bool]]] = [
        ("COUNTRIES", lambda word: word.isascii() and len(word) == 2),
        ("GENERIC", lambda word: word.isascii() and len(word) > 2),
        ("OTHER_SCRIPTS", lambda word: not word.isascii()),
    ]
    for name, belongs in groups:
        yield literal(name, (f"{escaped(word)} " for word in sorted(filter(belongs, found))))


def read_endings(folder: Path) -> set[str]:
    """The last label of every rule in the public suffix lists under the folder, and the supplement."""
    lists = [*folder.rglob("public_suffix_list.dat"), *folder.rglob("tld/res/effective_tld_names.dat.txt")]
    rules = [
        line.split()[0] for path in lists for line in path.read_text("utf-8").splitlines() if line[:2].strip("/ \n")
    ]
    return ({rule.rpartition(".")[2].lower() for rule in rules} | set(NEVER_USED)) - set(NOT_IN_MARCH_2020)


def matching(pattern: str) -> list[int]:
    """Every code point that the pattern matches."""
    fits = regex.compile(pattern).match
    return [point for point in range(END) if point not in SURROGATES and fits(chr(point))]


def ranges(points: Iterable[int]) -> Iterator[str]:
    """The code points as pieces of a character class: `a` or `a-z`."""
    runs: list[list[int]] = []
    for point in points:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    for first, last in runs:
        yield escaped(chr(first)) if first == last else f"{escaped(chr(first))}-{escaped(chr(last))}"


def flags() -> set[str]:
    """The letters of every flag: `GB`, and `gbeng` and its like for the flags of parts of a country."""
    told = set()
    for each in emoji.EMOJI_DATA:
        if 0x1F1E6 <= ord(each[0]) <= 0x1F1FF:
            told.add("".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in each))
        elif each.endswith(TAG_END):
            told.add("".join(chr(ord(tag) & 0x7F) for tag in each[1:-1]))
    return told


def joined() -> set[str]:
    """Every emoji of several pictures with a joiner between them, without skin tones and style marks."""
    return {
        "".join(part for part in each if ord(part) not in SKIN_TONES and part != EMOJI_STYLE)
        for each in emoji.EMOJI_DATA
        if JOINER in each
    }


def escaped(text: str) -> str:
    """The text as it may stand in a Python string that everybody can read."""
    return "".join(one if one.isascii() and one.isalnum() else escape(ord(one)) for one in text)


def escape(point: int) -> str:
    """One code point in the shortest escape."""
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < LAST_OF_BMP else f"\\U{point:08x}"


def literal(name: str, pieces: Iterable[str]) -> str:
    """A constant of the pieces in one string, in lines of readable length."""
    lines = [""]
    for piece in pieces:
        if len(lines[-1]) + len(piece) > 110:
            lines.append("")
        lines[-1] += piece
    return f"\n{name} = (\n" + "".join(f'    "{line}"\n' for line in lines) + ")\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
