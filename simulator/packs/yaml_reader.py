"""YAML as plain text, lists and mappings with the place of each; every scalar stays text, and nothing is ever run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import yaml

from simulator.packs.comments import Comment, Span, comments
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.lines import BREAK, line_starts, place_at
from simulator.packs.yaml_faults import Faulty, explain

BIGGEST = 1_000_000  # bytes (safety T19)
DEEPEST = 20
MOST_HIDDEN = 20  # are named
MOST_VALUES = 50_000

# The parser without any guess at types: `no`, `12:30` and `010` are what they look like, text.
_FASTEST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOADER: type[yaml.SafeLoader] = type("_Loader", (_FASTEST,), {"yaml_implicit_resolvers": {}})

Path = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]

# Control characters, marks without width and non-characters have this in common: nobody types them. The two line breaks
# of Unicode would shift every line number after them, and the direction controls hide what is written (safety T13).
# The joiners (200C, 200D), the two direction marks and the letters of flags (E00xx) stay: words and emoji need them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_MERGE = "<<"
_QUOTES = "If it is part of the words, put them in quotes."


@dataclass(slots=True)
class Document:
    """A file's data and where everything stands in it."""

    file: str
    data: Plain = ""
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    on_line: dict[int, list[Path]] = field(default_factory=dict)  # the texts that begin or end on a line
    plain: set[Path] = field(default_factory=set)  # texts without quotes
    comments: tuple[Comment, ...] = ()
    text: str = ""
    starts: list[int] = field(default_factory=list)  # where each line begins
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)  # where each text lies in the file

    def value(self, path: Path) -> Place:
        """Where a value stands; for one that is missing, the nearest thing around it that is there."""
        return _climb(self.values, path, self.file)

    def key(self, path: Path) -> Place:
        """Where a key stands, or the value where it has none (an item of a list)."""
        return self.keys.get(path) or self.value(path)

    def word(self, path: Path, word: str) -> Place:
        """Where a word stands inside a text; the text's own place where escapes or folds hide the word.

        One text where a list could stand is meant by the path of the list's first entry, too.
        """
        alone = path[:-1] if path[-1:] == (0,) and path not in self.spans else path
        start, end = self.spans.get(alone, (0, 0))
        found = self.text.find(word, start, end)
        return self.value(path) if found < 0 else place_at(found, self.starts, self.file)


def lines(raw: bytes) -> list[str]:
    """The lines of a file as findings count them, whatever its bytes are."""
    return BREAK.split(raw.decode("utf-8-sig", "replace"))


def read_yaml(raw: bytes, file: str, findings: Findings) -> Document | None:
    """The document in these bytes, or None with findings that say why not; it never raises for what is in them.

    Refused before anything is built: over 1 MB, other than UTF-8, hidden characters, more than 20 levels or 50,000
    values, and aliases (safety T19).
    """
    text = _decoded(raw, file, findings)
    if text is None:
        return None
    scan = _Scan(text, file, findings)
    if not scan.run():
        return None
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    if node is None:
        suggestion = "" if file == "pack.yaml" else "Delete it, or write into it."
        findings.add("E101", Place(file), "This file is empty.", suggestion=suggestion)
        return None
    document = Document(file, comments=comments(text, scan.spans), text=text, starts=line_starts(text))
    document.data = _Walk(document, findings).walk(node, ())
    return document


def _decoded(raw: bytes, file: str, findings: Findings) -> str | None:
    if len(raw) > BIGGEST:
        message = "This file is over 1 MB (1,000,000 bytes)."
        findings.add("E101", Place(file), message, suggestion="Packs are words; pictures go into media/.")
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:1000].count(0) > len(raw[:1000]) // 4:
        findings.add("E101", Place(file), "This file is not UTF-8.", suggestion="Save it as UTF-8.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8-sig", "replace")
        place = place_at(len(before), line_starts(before), file)
        findings.add("E101", place, "From here on this file is not UTF-8.", suggestion="Save it as UTF-8.")
        return None
    hidden = list(islice(HIDDEN.finditer(text), MOST_HIDDEN))
    starts = line_starts(text) if hidden else []
    for found in hidden:
        code = f"U+{ord(found[0]):04X}"
        findings.add("E107", place_at(found.start(), starts, file), f"A character that cannot be seen ({code}).")
    return None if hidden else text


class _Scan:
    """Looks through the parser's events before anything is built from them."""

    def __init__(self, text: str, file: str, findings: Findings) -> None:
        self.spans: list[Span] = []
        self._text, self._file, self._findings = text, file, findings
        self._open: list[tuple[Place, bool]] = []  # where lists and mappings began, and whether with a bracket
        self._values = 0
        self._documents = 0

    def run(self) -> bool:
        """Whether the file may be composed."""
        sound = True
        try:
            for event in yaml.parse(self._text, Loader=_LOADER):
                sound = self._look(event) and sound
                if len(self._open) > DEEPEST or self._values > MOST_VALUES:
                    return False
        except yaml.YAMLError as fault:
            flow = [place for place, bracket in self._open if bracket]
            explain(Faulty(self._text, self._file, self.spans, flow), fault, self._findings)
            return False
        return sound

    def _look(self, event: yaml.Event) -> bool:
        match event:
            case yaml.AliasEvent():
                return self._refuse(event, "An asterisk (*) at the start of a value is an alias in YAML.")
            case yaml.DocumentStartEvent():
                return self._document(event)
            case yaml.NodeEvent():
                return self._node(event)
            case yaml.CollectionEndEvent():
                self._open.pop()
        return True

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 2:
            self._findings.add("E104", self._at(event), "A second document begins here (---). A file holds one.")
        if event.version or event.tags:
            return self._refuse(event, "Lines that begin with % are not used in packs.")
        return self._documents == 1

    def _node(self, event: yaml.NodeEvent) -> bool:
        self._values += 1
        sound = True
        if event.anchor is not None:
            sound = self._refuse(event, "An ampersand (&) at the start of a value is an anchor in YAML.")
        if getattr(event, "tag", None) is not None:
            # Without its tag the value is read as text like any other, so the rest of the file can still be judged.
            self._refuse(event, "An exclamation mark (!) at the start of a value is a tag in YAML.")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        else:
            self._open.append((self._at(event), bool(getattr(event, "flow_style", False))))
        if len(self._open) > DEEPEST:
            self._findings.add("E106", self._at(event), f"More than {DEEPEST} levels inside one another.")
        if self._values > MOST_VALUES:
            self._findings.add("E106", self._at(event), f"More than {MOST_VALUES:,} values in one file.")
        return sound

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.start_mark and event.end_mark:
            self.spans.append(Span.of(self._text, event.start_mark.index, event.end_mark.index, event.style))
        if self._open and self._open[-1][1] and not event.style and "?" in event.value:
            # One of the two parsers takes it and the other does not; a pack must read the same everywhere.
            suggestion = f'Write "{shortened(event.value)}" with its quotes.'
            self._findings.add("E101", self._at(event), "A question mark inside braces.", suggestion=suggestion)

    def _refuse(self, event: yaml.Event, message: str) -> bool:
        self._findings.add("E104", self._at(event), message, suggestion=_QUOTES)
        return False

    def _at(self, event: yaml.Event) -> Place:
        return _at(event, self._file)


class _Walk:
    """Turns the node tree into plain data, once, and notes where each thing stands."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self._document = document
        self._findings = findings

    def walk(self, node: yaml.Node, path: Path) -> Plain:
        self._document.values[path] = self._at(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.walk(item, (*path, number)) for number, item in enumerate(node.value)]
        return self._text(node, path) if isinstance(node, yaml.ScalarNode) else ""

    def _pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Plain]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            place = self._at(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._findings.add("E112", place, "A name was expected here, not a list or a mapping.")
                continue
            key = key_node.value
            if key == _MERGE and not key_node.style:
                message = "The merge key (<<) is not used in packs."
                self._findings.add("E104", place, message, suggestion="Copy the lines.")
                continue
            if key in first:
                message = f'"{shortened(key)}" stands twice here: in line {first[key]} and in line {place.line}.'
                self._findings.add("E105", place, message, suggestion="Keep one of them.")
                continue
            first[key] = place.line
            if not self._visible(key, place):
                continue
            self._document.keys[(*path, key)] = place
            yield key, self.walk(value_node, (*path, key))

    def _text(self, node: yaml.ScalarNode, path: Path) -> str:
        text: str = node.value
        document = self._document
        self._visible(text, self._at(node))
        document.spans[path] = (node.start_mark.index, node.end_mark.index)
        edges = {node.start_mark.line + 1}
        if node.style not in ("|", ">"):
            edges.add(node.end_mark.line + 1)
        for line in edges:
            document.on_line.setdefault(line, []).append(path)
        if not node.style:
            document.plain.add(path)
        return text

    def _visible(self, text: str, place: Place) -> bool:
        # Escapes such as \0 in double quotes can write what the file itself may not hold.
        found = HIDDEN.search(text)
        if found:
            self._findings.add("E107", place, f"A character that cannot be seen (U+{ord(found[0]):04X}).")
        return not found

    def _at(self, node: yaml.Node) -> Place:
        return _at(node, self._document.file)


def _at(thing: yaml.Event | yaml.Node, file: str) -> Place:
    mark = thing.start_mark
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _climb(places: Mapping[Path, Place], path: Path, file: str) -> Place:
    while path not in places and path:
        path = path[:-1]
    return places.get(path) or Place(file)
