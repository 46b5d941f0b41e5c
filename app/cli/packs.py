"""The commands that change, compare and hand on whole packs: fix, words, diff, pack, print, migrate."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.authors import PackName, folder_of, read_course
from app.cli.speaking import UNUSABLE, WRONG, Stop, say


def fix(pack: PackName) -> None:
    """Put the quotes round words that YAML would cut, such as a # or a colon; nothing else is changed."""
    from simulator.packs.quoting import quote

    folder = _folder(pack)
    changed = quote(folder)
    for one in changed:
        say(f"{one.file}:{one.line}  {one.text.strip()}")
    say(f"{len(changed)} {'line has' if len(changed) == 1 else 'lines have'} quotes now.")


def words(pack: PackName) -> None:
    """Print every text with its path, who says it and how long it may be, split by tabs, for translators."""
    from simulator.packs.worded import words

    say("path\tby\tlongest\ttext")
    for one in words(read_course(pack).pack):
        say("\t".join((one.path, one.by, str(one.longest), " ".join(one.text.split()))))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The folder of the pack as it was.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The folder of the pack as it is.")],
    markdown: Annotated[bool, typer.Option("--markdown", help="Write Markdown, for a merge request.")] = False,
) -> None:
    """Say what changed between two versions of a pack, and what walkthroughs do otherwise."""
    from simulator.walkthroughs.comparing import changed_transcripts, differences

    before, after = read_course(old).pack, read_course(new).pack
    told = differences(before, after)
    changed = changed_transcripts(before, after)
    if not told and not changed:
        say("Nothing that learners meet has changed.")
        return
    if markdown:
        say(f"### {after.head.title}: what changed\n")
    for line in told:
        say(f"- {line}" if markdown else line)
    for name, patch in changed.items():
        say(f"\n**{name}**\n\n```diff\n{patch}\n```" if markdown else f"\n{name}:\n{patch}")


def pack(
    name: PackName,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="ZIP", help="The file to write.")],
    quick: Annotated[bool, typer.Option("--quick", help="Check without what takes long.")] = False,
) -> None:
    """Put a pack into one ZIP to hand on; refused while its check fails. The same pack gives the same bytes."""
    from app import packing
    from simulator.walkthroughs.proofs import prove

    read = read_course(name).pack
    findings = [one for one in prove(read, quick=quick).findings if one.severity == "error"]
    if findings:
        count = f"{len(findings)} {'error' if len(findings) == 1 else 'errors'}"
        raise Stop(f"The check of {name} finds {count}, so nothing is packed. See them: fledge check {name}", WRONG)
    number = packing.pack_zip(read.folder, out, read.hash)
    say(f"{out} holds {number} {'file' if number == 1 else 'files'}, hash {read.hash[:12]}.")


def print_pack(
    pack: PackName,
    reader: Annotated[Literal["trainer", "learner", "key"], typer.Option("--for", help="Who reads it.")] = "trainer",
) -> None:
    """Print a whole pack as one page of Markdown: with notes, as a hand-out, or the right answers."""
    from simulator.walkthroughs.printing import printed

    say(printed(read_course(pack), reader).rstrip("\n"))


def migrate(pack: PackName) -> None:
    """Bring a pack to the newest format; there is one, so this only says which a pack has."""
    _folder(pack)
    say("There is one format so far, format 1, and nothing to change.")


def _folder(name: str) -> Path:
    folder = folder_of(name)
    if not (folder / "pack.yaml").is_file():
        raise Stop(f"There is no pack in {name}: a pack is a folder with a pack.yaml in it.", UNUSABLE)
    return folder
